//! What is deleted is in no byte of the database's folder, also what SQLite copied when it laid pages out anew.

use std::path::Path;

use futures_util::future::join;
use proofdesk_store::{Db, Engine, Error, Level, Migration, Result, params, testing};

pub const WORDS: &[Migration] = &[Migration {
    version: 1,
    name: "words",
    sql: "create table word (id bigint not null primary key, body text not null unique);",
}];
const ROWS: i64 = 2_000;
/// Of so many rows one has a secret.
const EVERY: i64 = 3;
const SECRET: &str = "secret";

/// Texts of many lengths, in an order that has SQLite spread them over neighbouring pages again and again. Then those with a
/// secret are deleted.
pub async fn fill_and_delete(db: &Db) {
    let filled: Result<()> = db
        .write(async |tx| {
            for n in 0..ROWS {
                let word = if n % EVERY == 0 { SECRET } else { "plain" };
                let length = usize::try_from(100 + n * n * 31 % 900).unwrap();
                let body = format!("{:05} {word} {n} {}", n * 7_919 % ROWS, "x".repeat(length));
                tx.exec("insert into word (id, body) values ($1, $2)", params![n, body]).await?;
            }
            Ok(())
        })
        .await;
    filled.unwrap();
    let deleted: Result<u64> = db
        .write(async |tx| tx.exec("delete from word where id % $1 = 0", params![EVERY]).await)
        .await;
    let deleted = usize::try_from(deleted.unwrap()).unwrap();
    assert_eq!(deleted + kept().len(), usize::try_from(ROWS).unwrap());
}

async fn ids(db: &Db) -> Vec<i64> {
    let rows: Result<Vec<(i64,)>> =
        db.read(async |rx| rx.query("select id from word order by id", &[]).await).await;
    rows.unwrap().into_iter().map(|row| row.0).collect()
}

fn kept() -> Vec<i64> {
    (0..ROWS).filter(|n| n % EVERY != 0).collect()
}

/// How often the word stands in the files of a folder.
pub fn secrets_in(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap();
    let found = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(SECRET.len()).filter(|bytes| *bytes == SECRET.as_bytes()).count()
    };
    files.map(|file| found(&file.unwrap().path())).sum()
}

pub async fn assert_sound(db: &Db) {
    for check in db.doctor().await.unwrap() {
        let names = ["integrity", "foreign-keys", "feed-dense", "clears-deleted"];
        assert!(!names.contains(&check.name) || check.level == Level::Ok, "{check:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_deleted_row_is_left_in_the_file() {
    let db = testing::sqlite(WORDS).await;
    fill_and_delete(&db).await;
    assert!(db.truncate_log().await.unwrap());
    // Without any, SQLite has learned to clear them itself, and `sqlite/remnants.rs` may go.
    assert_ne!(secrets_in(db.folder()), 0, "there is nothing to be cleared");
    assert!(db.clear_deleted().await.unwrap());
    assert_eq!(secrets_in(db.folder()), 0);
    assert_eq!(ids(&db).await, kept());
    assert_sound(&db).await;
    // Pages that were cleared are filled again, and cleared again.
    let refilled: Result<()> = db
        .write(async |tx| {
            tx.exec("delete from word", &[]).await?;
            Ok(())
        })
        .await;
    refilled.unwrap();
    fill_and_delete(&db).await;
    assert!(db.clear_deleted().await.unwrap());
    assert_eq!(secrets_in(db.folder()), 0);
    assert_eq!(ids(&db).await, kept());
    assert_sound(&db).await;
}

/// A copy has what the file has, so nothing either.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_cleared_file_has_nothing_of_a_deleted_row() {
    let db = testing::sqlite(WORDS).await;
    fill_and_delete(&db).await;
    assert!(db.clear_deleted().await.unwrap());
    let place = tempfile::tempdir().unwrap();
    db.backup(&place.path().join("copy")).await.unwrap();
    assert_eq!(secrets_in(place.path()), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn others_write_while_the_file_is_cleared() {
    let db = testing::sqlite(WORDS).await;
    fill_and_delete(&db).await;
    let write = async {
        for n in ROWS..ROWS + 100 {
            let done: Result<u64> = db
                .write(async move |tx| {
                    let body = format!("{:05} new {n} {}", n * 7_919 % ROWS, "y".repeat(700));
                    tx.exec("insert into word (id, body) values ($1, $2)", params![n, body]).await
                })
                .await;
            done.unwrap();
        }
    };
    let (cleared, ()) = join(db.clear_deleted(), write).await;
    // Whoever writes at that moment may keep the log from being cut, and then the next call does it.
    cleared.unwrap();
    let all: Vec<i64> = kept().into_iter().chain(ROWS..ROWS + 100).collect();
    assert_eq!(ids(&db).await, all);
    assert_sound(&db).await;
    assert!(db.clear_deleted().await.unwrap());
    assert_eq!(secrets_in(db.folder()), 0);
}

#[tokio::test]
async fn who_only_looks_clears_nothing_and_a_server_clears_by_itself() {
    for db in testing::both(WORDS).await {
        let look = Db::look(db.options().clone(), WORDS).await.unwrap();
        match db.engine() {
            Engine::Sqlite => {
                assert!(matches!(look.clear_deleted().await, Err(Error::ReadOnly)));
            }
            Engine::Postgres => assert!(db.clear_deleted().await.unwrap()),
        }
        look.close().await;
    }
}
