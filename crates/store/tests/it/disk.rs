//! A disk that is full or read-only: a clear answer, reading goes on, nobody else is harmed, and
//! writing goes on as soon as it can.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use futures_util::future::join_all;
use proofdesk_store::{Db, DbUrl, Error, Options, Result, params, testing};

use crate::{NOTES, ids, insert};

/// Holds the writer's thread long enough for what is submitted meanwhile to become one batch.
async fn hold_the_writer(db: &Db) -> Result<()> {
    db.write(async |_tx| -> Result<()> {
        // Delay because the writer's thread itself must be busy for jobs to gather behind it.
        std::thread::sleep(Duration::from_millis(80));
        Ok(())
    })
    .await
}

async fn insert_large(db: &Db, id: i64) -> Result<u64> {
    db.write(async move |tx| {
        tx.exec("insert into note (id, body) values ($1, $2)", params![id, "x".repeat(900_000)])
            .await
    })
    .await
}

async fn set_page_limit(db: &Db, pragma: &'static str) {
    let limit: Result<(i64,)> = db.write(async move |tx| tx.query_one(pragma, &[]).await).await;
    limit.unwrap();
}

/// `max_page_count` makes SQLite answer a real `SQLITE_FULL`, which rolls the whole batch back.
#[tokio::test(flavor = "multi_thread")]
async fn closures_that_fill_the_disk_harm_no_other_of_their_batch() {
    let db = testing::sqlite(NOTES).await;
    set_page_limit(&db, "pragma max_page_count = 100").await;
    let small = (0..60_i64).map(|n| {
        let db = &db;
        async move {
            if n == 0 {
                hold_the_writer(db).await.unwrap();
            }
            if n % 7 == 3 {
                (n, insert_large(db, n).await)
            } else {
                (n, db.write(async move |tx| insert(tx, n).await).await)
            }
        }
    });
    for (n, done) in join_all(small).await {
        match n % 7 {
            3 => assert!(matches!(done, Err(Error::DiskFull)), "{n}: {done:?}"),
            _ => assert!(done.is_ok(), "{n}: {done:?}"),
        }
    }
    let expected: Vec<i64> = (0..60).filter(|n| n % 7 != 3).collect();
    assert_eq!(ids(&db).await, expected);
    set_page_limit(&db, "pragma max_page_count = 1000000").await;
    insert_large(&db, 1_000).await.unwrap();
}

/// After the transaction is gone, the closure's next statement would commit by itself.
#[tokio::test]
async fn a_closure_that_goes_on_after_a_full_disk_writes_nothing() {
    let db = testing::sqlite(NOTES).await;
    set_page_limit(&db, "pragma max_page_count = 100").await;
    let done: Result<()> = db
        .write(async |tx| {
            insert(tx, 1).await?;
            let large = tx
                .exec("insert into note (id, body) values (2, $1)", params!["x".repeat(900_000)])
                .await;
            assert!(large.is_err());
            let _ = insert(tx, 3).await;
            Ok(())
        })
        .await;
    assert!(matches!(done, Err(Error::DiskFull)), "{done:?}");
    assert!(ids(&db).await.is_empty());
}

#[tokio::test]
async fn a_commit_that_fails_because_of_one_closure_fails_only_that_one() {
    let deferred = [proofdesk_store::Migration {
        sql: "create table note (id bigint not null primary key, body text not null unique,
            owner bigint references note (id) deferrable initially deferred)",
        ..NOTES[0]
    }];
    for db in testing::both(&deferred).await {
        let writes = (0..30_i64).map(|n| {
            let db = &db;
            async move {
                if n == 0 {
                    hold_the_writer(db).await.unwrap();
                }
                let owner = if n == 20 { 999 } else { n };
                let done: Result<u64> = db
                    .write(async move |tx| {
                        let sql = "insert into note (id, body, owner) values ($1, $2, $3)";
                        tx.exec(sql, params![n, format!("{n}"), owner]).await
                    })
                    .await;
                (n, done)
            }
        });
        for (n, done) in join_all(writes).await {
            assert_eq!(done.is_err(), n == 20, "{n}: {done:?}");
        }
        assert_eq!(ids(&db).await.len(), 29);
    }
}

/// A small file system in memory, where the system allows a test to mount one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let disk = SmallDisk(folder);
        disk.mount_with(&["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).then_some(disk)
    }

    fn mount_with(&self, args: &[&str]) -> bool {
        let quiet = std::process::Stdio::null;
        let mut mount = Command::new("mount");
        mount.args(args).arg(self.path()).stdout(quiet()).stderr(quiet());
        mount.status().is_ok_and(|status| status.success())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_and_then_read_only_disk_is_survived() {
    let Some(disk) = SmallDisk::mount() else {
        println!("mounting is not allowed here: the test with max_page_count has to do");
        return;
    };
    let url = DbUrl::Sqlite { path: disk.path().join("test.db") };
    let db = Db::open(Options::new(url), NOTES).await.unwrap();
    db.write(async |tx| insert(tx, 1).await).await.unwrap();

    let full = insert_large(&db, 2).await;
    assert!(matches!(full, Err(Error::DiskFull)), "{full:?}");
    assert_eq!(ids(&db).await, [1]);

    assert!(disk.mount_with(&["-o", "remount,size=16m"]));
    insert_large(&db, 3).await.unwrap();
    assert_eq!(ids(&db).await, [1, 3]);

    // Open files keep their right to write on some systems, so the answer may be success; it must
    // not be a lie.
    if disk.mount_with(&["-o", "remount,ro"]) {
        let done: Result<u64> = db.write(async |tx| insert(tx, 4).await).await;
        assert!(matches!(done, Ok(1) | Err(Error::ReadOnly | Error::Io(_))), "{done:?}");
        assert_eq!(ids(&db).await.contains(&4), done.is_ok());
        assert!(disk.mount_with(&["-o", "remount,rw"]));
    }
    db.write(async |tx| insert(tx, 5).await).await.unwrap();
    assert!(ids(&db).await.contains(&5));
}

/// Another connection that forbids writing stands for a read-only file, which root may write.
#[tokio::test]
async fn a_read_only_database_says_so_and_is_read() {
    let db = testing::postgres(NOTES).await;
    db.write(async |tx| insert(tx, 1).await).await.unwrap();
    let read_only = async |set: &'static str| {
        let done: Result<u64> = db.write(async move |tx| tx.exec(set, &[]).await).await;
        done.unwrap();
    };
    read_only("set default_transaction_read_only = on").await;
    let mut refused = 0;
    for n in 10..30 {
        let done: Result<u64> = db.write(async move |tx| insert(tx, n).await).await;
        refused += u32::from(matches!(done, Err(Error::ReadOnly)));
    }
    assert!(refused > 0);
    assert!(ids(&db).await.contains(&1));
}
