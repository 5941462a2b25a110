//! Transactions: what commits, what does not, and what one closure can do to another.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::join_all;
use proofdesk_store::{ConstraintKind, Db, Error, Result, StoreFailure, params, testing};
use tokio::sync::Barrier;

use crate::{NOTES, ids, insert};

#[derive(Debug)]
enum Refused {
    Rule,
    Store(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Refused::Store(error)
    }
}

impl StoreFailure for Refused {
    fn store(&self) -> Option<&Error> {
        match self {
            Refused::Store(error) => Some(error),
            Refused::Rule => None,
        }
    }
}

/// Failing, panicking and waiting closures between good ones, all at once.
#[tokio::test(flavor = "multi_thread")]
async fn closures_that_fail_harm_no_other() {
    for db in testing::both(NOTES).await {
        let writes = (0..120_i64).map(|n| {
            let db = &db;
            async move {
                let done: Result<(), Refused> = db
                    .write(async move |tx| {
                        insert(tx, n).await?;
                        match n % 6 {
                            1 => Err(Refused::Rule),
                            2 => panic!("closure {n}"),
                            3 => {
                                let again = "insert into note (id, body) values ($1, 'again')";
                                Ok(tx.exec(again, params![n]).await.map(drop)?)
                            }
                            _ => Ok(()),
                        }
                    })
                    .await;
                (n, done)
            }
        });
        for (n, done) in join_all(writes).await {
            match n % 6 {
                1 => assert!(matches!(done, Err(Refused::Rule))),
                2 => assert!(
                    matches!(done, Err(Refused::Store(Error::Panicked(why))) if why == format!("closure {n}"))
                ),
                3 => assert!(matches!(done, Err(Refused::Store(e)) if e.is_unique("note.id"))),
                _ => assert!(done.is_ok(), "{n}: {done:?}"),
            }
        }
        let expected: Vec<i64> = (0..120).filter(|n| !matches!(n % 6, 1..=3)).collect();
        assert_eq!(ids(&db).await, expected);
    }
}

/// On SQLite many closures share a commit: far fewer commits than closures, which data_version
/// counts.
#[tokio::test(flavor = "multi_thread")]
async fn writes_that_wait_share_a_commit() {
    let db = testing::sqlite(NOTES).await;
    let version = async || -> i64 {
        let path = db.folder().join("test.db");
        tokio::task::spawn_blocking(move || {
            let conn = rusqlite_of(&path);
            conn.query_row("pragma wal_checkpoint(noop)", [], |row| row.get(1)).unwrap()
        })
        .await
        .unwrap()
    };
    let before = version().await;
    let writes = (0..400_i64).map(|n| db.write(async move |tx| insert(tx, n).await));
    assert!(join_all(writes).await.into_iter().all(|done| done.is_ok()));
    let frames = version().await - before;
    assert!(
        frames > 0 && frames < 400,
        "400 closures alone would write at least 800 pages, not {frames}"
    );
    assert_eq!(ids(&db).await.len(), 400);
}

fn rusqlite_of(path: &std::path::Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

/// A closure that swallows the failure of a statement must not commit: PostgreSQL would answer
/// COMMIT with ROLLBACK and no error, and the write would be acknowledged and lost.
#[tokio::test]
async fn a_swallowed_failure_still_fails() {
    for db in testing::both(NOTES).await {
        let done: Result<()> = db
            .write(async |tx| {
                insert(tx, 1).await?;
                assert!(tx.exec("insert into note (id, body) values (1, 'x')", &[]).await.is_err());
                // Whatever comes next gets the same answer.
                let next = tx.query_one::<(i64,)>("select 1", &[]).await;
                assert!(next.unwrap_err().is_unique("note.id"));
                Ok(())
            })
            .await;
        assert!(done.unwrap_err().is_unique("note.id"));
        assert!(ids(&db).await.is_empty());
    }
}

#[tokio::test]
async fn a_dropped_statement_does_not_commit() {
    let db = testing::postgres(NOTES).await;
    let done: Result<()> = db
        .write(async |tx| {
            assert!(insert(tx, 1).now_or_never().is_none(), "it had no time to finish");
            Ok(())
        })
        .await;
    assert!(matches!(done, Err(Error::Misuse(_))), "{done:?}");
    assert!(ids(&db).await.is_empty());
}

#[tokio::test]
async fn a_closure_that_waits_for_something_else_is_refused_on_sqlite() {
    let db = testing::sqlite(NOTES).await;
    let done: Result<()> = db
        .write(async |tx| {
            insert(tx, 1).await?;
            tokio::task::yield_now().await;
            Ok(())
        })
        .await;
    assert!(matches!(done, Err(Error::Misuse(_))), "{done:?}");
    assert!(ids(&db).await.is_empty());
}

#[tokio::test]
async fn a_closure_may_not_end_its_transaction() {
    let db = testing::sqlite(NOTES).await;
    for sql in ["commit", "rollback", "begin", "savepoint x"] {
        let done: Result<()> = db
            .write(async move |tx| {
                insert(tx, 1).await?;
                tx.exec(sql, &[]).await.map(drop)
            })
            .await;
        assert!(matches!(done, Err(Error::Misuse(_))), "{sql}: {done:?}");
    }
    assert!(ids(&db).await.is_empty());
}

#[tokio::test]
async fn constraints_have_the_same_names_on_both_engines() {
    for db in testing::both(NOTES).await {
        let failed = async |sql: &'static str| -> (ConstraintKind, String) {
            let done: Result<u64> = db.write(async move |tx| tx.exec(sql, &[]).await).await;
            match done.unwrap_err() {
                Error::Constraint { kind, name } => (kind, name),
                other => panic!("{sql}: {other:?}"),
            }
        };
        let done: Result<u64> = db.write(async |tx| insert(tx, 1).await).await;
        done.unwrap();
        let unique = failed("insert into note (id, body) values (2, 'note 1')").await;
        assert_eq!(unique, (ConstraintKind::Unique, "note.body".into()));
        let primary = failed("insert into note (id, body) values (1, 'x')").await;
        assert_eq!(primary, (ConstraintKind::Unique, "note.id".into()));
        let pair = failed("insert into schema_migration select * from schema_migration").await;
        assert_eq!(pair, (ConstraintKind::Unique, "schema_migration.family,version".into()));
        let check = failed("insert into note (id, body, stars) values (2, 'x', -1)").await;
        assert_eq!(check, (ConstraintKind::Check, "note_stars".into()));
        let null = failed("insert into note (id, body) values (2, null)").await;
        assert_eq!(null, (ConstraintKind::NotNull, "note.body".into()));
        let foreign = failed("insert into note (id, body, owner) values (2, 'x', 9)").await;
        assert_eq!(foreign.0, ConstraintKind::Foreign);
    }
}

/// Counters that everybody updates queue up; none of the updates is lost.
#[tokio::test(flavor = "multi_thread")]
async fn concurrent_updates_of_one_row_are_all_counted() {
    for db in testing::both(NOTES).await {
        let add = (0..64).map(|_| {
            db.write(async |tx| -> Result<u64> {
                tx.exec("update counter set value = value + 1 where name = $1", params!["all"])
                    .await
            })
        });
        assert!(join_all(add).await.into_iter().all(|done| done.is_ok()));
        let total: Result<(i64,)> = db
            .read(async |rx| {
                rx.query_one("select value from counter where name = 'all'", &[]).await
            })
            .await;
        assert_eq!(total.unwrap(), (64,));
    }
}

/// Transactions that are to get into each other's way, and how often they were run.
#[derive(Clone)]
struct Crowd {
    /// Where each waits for all others, the first time that it runs.
    meeting: Arc<Barrier>,
    runs: Arc<AtomicU32>,
}

impl Crowd {
    fn of(size: usize) -> Self {
        Self { meeting: Arc::new(Barrier::new(size)), runs: Arc::default() }
    }

    /// Adds one to both counters, in this order. `meets` says behind which of its statements it waits for the others.
    async fn add_to_both(
        &self,
        db: &Db,
        begin: &'static str,
        names: [&'static str; 2],
        meets: usize,
    ) {
        let (crowd, has_met) = (self.clone(), AtomicBool::new(false));
        let done: Result<()> = db
            .write(async move |tx| {
                crowd.runs.fetch_add(1, Ordering::Relaxed);
                tx.exec(begin, &[]).await?;
                // From here on it sees what is there now, if it asked for that.
                let _none: (i64,) = tx.query_one("select count(*) from note", &[]).await?;
                for (at, name) in names.into_iter().enumerate() {
                    if at == meets && !has_met.swap(true, Ordering::Relaxed) {
                        crowd.meeting.wait().await;
                    }
                    let add = "update counter set value = value + 1 where name = $1";
                    tx.exec(add, params![name]).await?;
                }
                Ok(())
            })
            .await;
        done.unwrap();
    }
}

/// 40P01: two transactions that lock the same rows the other way round.
#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_is_retried() {
    let db = testing::postgres(NOTES).await;
    let crowd = Crowd::of(2);
    let loose = "set transaction isolation level read committed";
    // Each holds its first row while both want the second.
    tokio::join!(
        crowd.add_to_both(&db, loose, ["all", "other"], 1),
        crowd.add_to_both(&db, loose, ["other", "all"], 1)
    );
    assert_eq!(totals(&db).await, [(2,), (2,)]);
    let runs = crowd.runs.load(Ordering::Relaxed);
    assert!(runs > 2, "nothing conflicted, so this test shows nothing");
}

/// 40001: transactions that ask for more than READ COMMITTED meet at a row.
#[tokio::test(flavor = "multi_thread")]
async fn a_serialization_failure_is_retried() {
    let db = testing::postgres(NOTES).await;
    let crowd = Crowd::of(4);
    let strict = "set transaction isolation level serializable";
    // All have looked before any of them writes.
    join_all((0..4).map(|_| crowd.add_to_both(&db, strict, ["all", "other"], 0))).await;
    assert_eq!(totals(&db).await, [(4,), (4,)]);
    let runs = crowd.runs.load(Ordering::Relaxed);
    assert!(runs > 4, "nothing conflicted, so this test shows nothing");
}

async fn totals(db: &Db) -> Vec<(i64,)> {
    let rows: Result<_> =
        db.read(async |rx| rx.query("select value from counter", &[]).await).await;
    rows.unwrap()
}

#[tokio::test]
async fn a_caller_that_goes_away_leaves_a_clean_connection() {
    let db = testing::postgres(NOTES).await;
    for n in 0..30 {
        let write = db.write(async move |tx| -> Result<()> {
            insert(tx, n).await?;
            // Delay because the future is dropped long before.
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(())
        });
        assert!(tokio::time::timeout(Duration::from_millis(15), write).await.is_err());
    }
    let done: Result<u64> = db.write(async |tx| insert(tx, 99).await).await;
    done.unwrap();
    assert_eq!(ids(&db).await, [99]);
}

/// What the crate above does: a generic wrapper that hands each run the same first state, called
/// from a spawned task.
async fn with_state<R, E, F>(db: &Db, state: u64, f: F) -> Result<R, E>
where
    F: AsyncFn(&proofdesk_store::Tx<'_>, &mut u64) -> Result<R, E> + Send + Sync + 'static,
    R: Send + 'static,
    E: StoreFailure + Send + 'static,
{
    db.write(async move |tx| {
        let mut state = state;
        f(tx, &mut state).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn closures_can_be_wrapped_and_spawned() {
    for db in testing::both(NOTES).await {
        let handle = (*db).clone();
        let spawned = tokio::spawn(async move {
            let done: Result<u64> = with_state(&handle, 1, async move |tx, state: &mut u64| {
                *state += insert(tx, 1).await?;
                Ok(*state)
            })
            .await;
            done
        });
        assert_eq!(spawned.await.unwrap().unwrap(), 2);
    }
}

#[tokio::test]
async fn statements_are_checked_on_the_engine() {
    for db in testing::both(NOTES).await {
        db.prepare_all(proofdesk_store::job::ALL).await.unwrap();
        db.prepare_all(&["select id from note where id = $1 and body = $2 or id = $1"])
            .await
            .unwrap();
        let wrong = db.prepare_all(&["select 1", "select nothing from note"]).await.unwrap_err();
        assert!(
            matches!(&wrong, Error::Statement { sql, .. } if sql == "select nothing from note"),
            "{wrong:?}"
        );
    }
    let db = testing::sqlite(NOTES).await;
    let swapped = db.prepare_all(&["select id from note where id = $2 and body = $1"]).await;
    assert!(swapped.is_err(), "SQLite would bind the parameters the other way round");
}

#[tokio::test]
async fn a_closed_database_refuses_and_what_was_written_stays() {
    for db in testing::both(NOTES).await {
        let done: Result<u64> = db.write(async |tx| insert(tx, 1).await).await;
        done.unwrap();
        db.close().await;
        let refused: Result<u64> = db.write(async |tx| insert(tx, 2).await).await;
        assert!(matches!(refused, Err(Error::Closed)), "{refused:?}");
        assert_eq!(ids(&db.open_again(NOTES).await.unwrap()).await, [1]);
    }
}
