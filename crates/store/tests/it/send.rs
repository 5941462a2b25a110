//! Statements that are sent without waiting for each.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use proofdesk_store::{Error, Migration, Result, Tx, params, testing};

use crate::{NOTES, ids, insert};

const INSERT: &str = "insert into note (id, body) values ($1, $2)";
const COUNT: &str = "select count(*) from note";
/// Texts too long for an index.
const PAGES: &[Migration] = &[Migration {
    version: 1,
    name: "pages",
    sql: "create table page (id bigint not null primary key, body text not null, \
        stars bigint not null default 0)",
}];

async fn send(tx: &Tx<'_>, id: i64) -> Result<()> {
    tx.send(INSERT, params![id, format!("note {id}")]).await
}

/// An id that exists, with a body that does not.
async fn send_again(tx: &Tx<'_>, id: i64) -> Result<()> {
    tx.send(INSERT, params![id, format!("again {id}")]).await
}

/// More than are on their way at once, with bodies that no buffer of a socket holds, and a statement in between that is
/// prepared for the first time.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_is_seen_by_what_follows_and_committed() {
    const INSERT: &str = "insert into page (id, body) values ($1, $2)";
    for db in testing::both(PAGES).await {
        let large = Arc::new("x".repeat(300_000));
        let counted = db
            .write(async move |tx| -> Result<(i64, i64)> {
                for id in 0..100 {
                    tx.send(INSERT, params![id, large.as_str()]).await?;
                }
                let (first,) = tx.query_one("select count(*) from page", &[]).await?;
                tx.send("update page set stars = stars + 1 where id < $1", params![50]).await?;
                for id in 100..250 {
                    tx.send(INSERT, params![id, "short"]).await?;
                }
                let starred = "select count(*) from page where stars = 1";
                Ok((first, tx.query_one::<(i64,)>(starred, &[]).await?.0))
            })
            .await;
        assert_eq!(counted.unwrap(), (100, 50));
        let kept = db
            .read(async |rx| -> Result<(i64, i64)> {
                rx.query_one("select count(*), cast(sum(length(body)) as bigint) from page", &[])
                    .await
            })
            .await;
        assert_eq!(kept.unwrap(), (250, 100 * 300_000 + 150 * 5));
    }
}

/// The failure comes out by its name, whether something follows or not, and even when the closure does not look.
#[tokio::test(flavor = "multi_thread")]
async fn a_sent_statement_that_fails_ends_the_transaction() {
    for db in testing::both(NOTES).await {
        db.write(async |tx| insert(tx, 7).await).await.unwrap();
        let at_the_end: Result<()> = db
            .write(async |tx| {
                send(tx, 1).await?;
                send_again(tx, 7).await
            })
            .await;
        let before_a_read: Result<i64> = db
            .write(async |tx| {
                send(tx, 2).await?;
                send_again(tx, 7).await?;
                send(tx, 3).await?;
                Ok(tx.query_one::<(i64,)>(COUNT, &[]).await?.0)
            })
            .await;
        let swallowed: Result<()> = db
            .write(async |tx| {
                // What a careless closure does.
                let _ = send_again(tx, 7).await;
                let _ = send(tx, 4).await;
                Ok(())
            })
            .await;
        for failed in [at_the_end, before_a_read.map(drop), swallowed] {
            assert!(matches!(&failed, Err(e) if e.is_unique("note.id")), "{failed:?}");
        }
        assert_eq!(ids(&db).await, [7]);
    }
}

/// A write that overtook the transaction's begin would stand for itself if that failed.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_before_the_transaction_is_known_to_have_begun() {
    let db = testing::postgres(NOTES).await;
    let done: Result<()> = db
        .write(async |tx| {
            let read = tx.query_one::<(i64,)>(COUNT, &[]);
            let (read, written) = futures_util::future::join(read, send(tx, 1)).await;
            read.map(drop).and(written)
        })
        .await;
    assert!(matches!(done, Err(Error::Misuse("a write beside the first read"))), "{done:?}");
    assert!(ids(&db).await.is_empty());
}

/// What is on its way when a closure gives up is rolled back, and the connection serves the next one.
#[tokio::test(flavor = "multi_thread")]
async fn a_closure_that_gives_up_after_sending_leaves_nothing() {
    for db in testing::both(NOTES).await {
        for id in 0..40 {
            let given_up: Result<()> = db
                .write(async move |tx| {
                    send(tx, id).await?;
                    Err(Error::NoRow)
                })
                .await;
            assert!(matches!(given_up, Err(Error::NoRow)), "{given_up:?}");
        }
        db.write(async |tx| send(tx, 1).await).await.unwrap();
        assert_eq!(ids(&db).await, [1]);
    }
}

/// Those that lock two rows crosswise run again until both rows are written. They are few: PostgreSQL looks for a
/// deadlock only after a second, and a crowd would wait for connections longer than the pool lets it.
#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_of_sent_statements_is_run_again() {
    const ADD: &str = "update counter set value = value + 1 where name = $1";
    for db in testing::both(NOTES).await {
        let runs = Arc::new(AtomicU32::new(0));
        let writes = (0..8).map(|n| {
            let (db, runs) = (&db, runs.clone());
            async move {
                let names = if n % 2 == 0 { ["all", "other"] } else { ["other", "all"] };
                db.write(async move |tx| -> Result<()> {
                    runs.fetch_add(1, Ordering::SeqCst);
                    tx.send(ADD, params![names[0]]).await?;
                    tx.query_one::<(i64,)>(COUNT, &[]).await?;
                    tx.send(ADD, params![names[1]]).await
                })
                .await
            }
        });
        for done in futures_util::future::join_all(writes).await {
            assert!(matches!(done, Ok(()) | Err(Error::Conflict)), "{done:?}");
        }
        let sum = db
            .read(async |rx| -> Result<(i64, i64)> {
                rx.query_one("select min(value), max(value) from counter", &[]).await
            })
            .await
            .unwrap();
        assert_eq!(sum.0, sum.1, "both rows or neither");
        assert!(sum.0 > 0 && runs.load(Ordering::SeqCst) >= 8);
    }
}
