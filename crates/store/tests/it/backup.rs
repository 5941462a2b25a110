//! Backups of a database that is being written to, and what the doctor says.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use proofdesk_store::{
    Db, DbUrl, Engine, Error, Level, Migration, Options, Result, params, restore, testing,
};
use uuid::Uuid;

use crate::{NOTES, ids, insert, whole_feed};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_while_writing_is_whole_and_restores() {
    for db in testing::both(NOTES).await {
        let sequencer = db.start_sequencer();
        let large: Result<u64> = db
            .write(async |tx| {
                let mut body = "x".repeat(4_000);
                for n in 0..1_500_i64 {
                    body.replace_range(..8, &format!("{n:08}"));
                    tx.exec("insert into note (id, body) values ($1, $2)", params![-n - 1, body])
                        .await?;
                }
                Ok(0)
            })
            .await;
        large.unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let (writing, stopped) = (db.clone(), stop.clone());
        let writer = tokio::spawn(async move {
            let mut n = 0_i64;
            while !stopped.load(Ordering::Relaxed) {
                n += 1;
                let done: Result<()> = writing
                    .write(async move |tx| {
                        insert(tx, n).await?;
                        tx.publish(Uuid::from_u128(u128::try_from(n).unwrap()), "s", n).await
                    })
                    .await;
                done.unwrap();
            }
            n
        });
        crate::until("something is written", async || ids(&db).await.len() > 1_510).await;
        let file = db.folder().join("copy");
        let backup = db.backup(&file).await.unwrap();
        assert!(backup.bytes > 0);
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        stop.store(true, Ordering::Relaxed);
        let written = writer.await.unwrap();
        assert!(
            matches!(db.backup(&file).await, Err(Error::Backup(_))),
            "it would replace a backup"
        );

        let place = match db.engine() {
            Engine::Sqlite => DbUrl::Sqlite { path: db.folder().join("restored.db") },
            Engine::Postgres => testing::empty_postgres().await,
        };
        let place = Options::new(place);
        restore(&file, &place, NOTES).await.unwrap();
        let again = restore(&file, &place, NOTES).await;
        assert!(matches!(again, Err(Error::Backup(_))), "it would replace a database: {again:?}");
        let restored = Db::open(place, NOTES).await.unwrap();
        // Exactly a prefix of what was written, and the feed as it was then.
        let notes = ids(&restored).await.into_iter().filter(|id| *id > 0).collect::<Vec<_>>();
        let count = i64::try_from(notes.len()).unwrap();
        assert!(count >= 10 && count <= written);
        assert_eq!(notes, (1..=count).collect::<Vec<_>>());
        let sequencer_of_restored = restored.start_sequencer();
        crate::until("what waited is numbered", async || {
            whole_feed(&restored).await.len() == notes.len()
        })
        .await;
        for check in restored.doctor().await.unwrap() {
            // Clusters of tests do not sync.
            assert!(
                check.level == Level::Ok
                    || check.name == "fsync"
                    || check.name == "full-page-writes",
                "{check:?}"
            );
        }
        sequencer_of_restored.stop().await;
        sequencer.stop().await;
    }
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let db = testing::sqlite(NOTES).await;
    let file = db.folder().join("copy");
    db.backup(&file).await.unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let end = bytes.len();
    bytes.truncate(end - 5_000);
    std::fs::write(&file, bytes).unwrap();
    let place = db.folder().join("restored.db");
    let to = Options::new(DbUrl::Sqlite { path: place.clone() });
    let done = restore(&file, &to, NOTES).await;
    assert!(matches!(done, Err(Error::Corrupt(_))), "{done:?}");
    assert!(!place.exists());
}

/// What every kind of column may hold, with a parent that sorts after its child.
const KINDS: &[Migration] = &[Migration {
    version: 1,
    name: "kinds",
    sql: "create table owner (id uuid not null primary key) /*sqlite*/ without rowid /*end*/;
          create table kind (id bigint not null primary key, owner_id uuid references owner (id),
            word text, bytes bytea, is_so boolean);
          insert into owner (id) values (/*sqlite*/ x'00000000000000000000000000000001' /*end*/
            /*postgres*/ '00000000-0000-0000-0000-000000000001' /*end*/)",
}];

#[tokio::test(flavor = "multi_thread")]
async fn an_sqlite_backup_moves_into_postgresql() {
    let db = testing::sqlite(KINDS).await;
    let done: Result<()> = db
        .write(async |tx| {
            let owner = Uuid::from_u128(1 << 90);
            tx.exec("insert into owner (id) values ($1)", params![owner]).await?;
            let insert =
                "insert into kind (id, owner_id, word, bytes, is_so) values ($1, $2, $3, $4, $5)";
            for n in 0..1_201_i64 {
                let id = match n {
                    0 => i64::MIN,
                    1 => i64::MAX,
                    n => n,
                };
                let word = if n % 3 == 0 { None } else { Some(format!("提\t币\\N \"{n}\"\n")) };
                let bytes: Option<&[u8]> = (n % 2 == 0).then_some(&[0, 255, 10]);
                let owner = (n % 5 != 0).then_some(owner);
                tx.exec(insert, params![id, owner, word, bytes, n % 7 == 0]).await?;
                tx.publish(Uuid::from_u128(u128::try_from(n + 1).unwrap()), "s", n + 1).await?;
            }
            Ok(())
        })
        .await;
    done.unwrap();
    let file = db.folder().join("copy");
    db.backup(&file).await.unwrap();

    let place = Options::new(testing::empty_postgres().await);
    let older = restore(&file, &place, &[]).await;
    assert!(matches!(older, Err(Error::Migration(_))), "{older:?}");
    let newer =
        [KINDS, &[Migration { version: 2, name: "more", sql: "create table m (n bigint)" }]];
    let newer = restore(&file, &place, &newer.concat()).await;
    assert!(matches!(newer, Err(Error::Migration(_))), "{newer:?}");
    // The refusals left nothing behind.
    restore(&file, &place, KINDS).await.unwrap();
    let again = restore(&file, &place, KINDS).await;
    assert!(matches!(again, Err(Error::Backup(_))), "it would replace a database: {again:?}");

    let moved = Db::open(place, KINDS).await.unwrap();
    assert_eq!(kinds(&moved).await, kinds(&db).await);
    assert_eq!(whole_feed(&moved).await, whole_feed(&db).await);
    // It goes on where it was.
    let sequencer = moved.start_sequencer();
    let done: Result<()> =
        moved.write(async |tx| tx.publish(Uuid::from_u128(9_999), "s", 1_202).await).await;
    done.unwrap();
    crate::until("the next event is numbered", async || whole_feed(&moved).await.len() == 1_202)
        .await;
    sequencer.stop().await;
}

type Kind = (i64, Option<Uuid>, Option<String>, Option<Vec<u8>>, bool);

async fn kinds(db: &Db) -> Vec<Kind> {
    let sql = "select id, owner_id, word, bytes, is_so from kind order by id";
    let rows: Result<Vec<Kind>> = db.read(async |rx| rx.query(sql, &[]).await).await;
    rows.unwrap()
}

#[tokio::test]
async fn the_doctor_sees_a_gap_and_an_unknown_migration() {
    for db in testing::both(NOTES).await {
        let done: Result<u64> = db
            .write(async |tx| {
                tx.exec("insert into feed (pos, event_id) values ($1, $2)", params![7, Uuid::nil()])
                    .await
            })
            .await;
        done.unwrap();
        let older = db.open_again(&[]).await.unwrap();
        let checks = older.doctor().await.unwrap();
        let level = |name: &str| checks.iter().find(|check| check.name == name).unwrap().level;
        assert_eq!((level("feed-dense"), level("migrations")), (Level::Error, Level::Warning));
    }
}
