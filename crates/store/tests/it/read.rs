//! Read transactions: one snapshot, no writes, a limited life.

use std::time::Duration;

use proofdesk_store::{Engine, Error, Result, testing};

use crate::{NOTES, ids, insert};

const COUNT: &str = "select count(*) from note";

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_sees_one_snapshot() {
    for db in testing::both(NOTES).await {
        let other = db.clone();
        let (before, after): (i64, i64) = match db.engine() {
            // Nothing may be awaited in between on SQLite, so a thread writes meanwhile.
            Engine::Sqlite => {
                let runtime = tokio::runtime::Handle::current();
                let seen: Result<_> = db
                    .read(async move |rx| {
                        let (before,) = rx.query_one::<(i64,)>(COUNT, &[]).await?;
                        let other = other.clone();
                        let write = runtime.spawn(async move {
                            other.write(async |tx| insert(tx, 1).await).await
                        });
                        while !write.is_finished() {
                            // Delay because the closure runs on a thread of its own and cannot await.
                            std::thread::sleep(Duration::from_millis(1));
                        }
                        Ok((before, rx.query_one::<(i64,)>(COUNT, &[]).await?.0))
                    })
                    .await;
                seen.unwrap()
            }
            Engine::Postgres => {
                let seen: Result<_> = db
                    .read(async move |rx| {
                        let (before,) = rx.query_one::<(i64,)>(COUNT, &[]).await?;
                        other.write(async |tx| insert(tx, 1).await).await?;
                        Ok((before, rx.query_one::<(i64,)>(COUNT, &[]).await?.0))
                    })
                    .await;
                seen.unwrap()
            }
        };
        assert_eq!((before, after), (0, 0));
        assert_eq!(ids(&db).await, [1]);
    }
}

#[tokio::test]
async fn a_read_cannot_write() {
    for db in testing::both(NOTES).await {
        let sneaky: Result<Vec<(i64,)>> = db
            .read(async |rx| {
                rx.query("insert into note (id, body) values (1, 'x') returning id", &[]).await
            })
            .await;
        assert!(matches!(sneaky, Err(Error::ReadOnly)), "{sneaky:?}");
        assert!(ids(&db).await.is_empty());
    }
}

#[tokio::test]
async fn a_read_that_never_ends_is_ended() {
    const ENDLESS: &str =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i > 0)
        select count(*) from n a, n b where a.i < 0";
    let both = testing::both(NOTES).await;
    let started = tokio::time::Instant::now();
    let endless = both.iter().map(|db| async {
        let done: Result<Vec<(i64,)>> = db.read(async |rx| rx.query(ENDLESS, &[]).await).await;
        assert!(matches!(done, Err(Error::TooSlow)), "{done:?}");
        assert!(ids(db).await.is_empty());
    });
    futures_util::future::join_all(endless).await;
    assert!(started.elapsed() >= Duration::from_secs(4), "it ended before its time");
}

#[tokio::test]
async fn several_rows_are_not_one() {
    for db in testing::both(NOTES).await {
        let two: Result<(i64,)> =
            db.read(async |rx| rx.query_one("select 1 union all select 2", &[]).await).await;
        assert!(matches!(two, Err(Error::TooManyRows)));
        let none: Result<(i64,)> =
            db.read(async |rx| rx.query_one("select id from note", &[]).await).await;
        assert!(matches!(none, Err(Error::NoRow)));
        let empty: Result<Option<(i64,)>> =
            db.read(async |rx| rx.query_opt("select id from note", &[]).await).await;
        assert_eq!(empty.unwrap(), None);
    }
}
