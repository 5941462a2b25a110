//! Texts made at run time: those that are asked again are kept prepared on PostgreSQL, and not too many of them.

use futures_util::future::join_all;
use proofdesk_store::{Db, Options, Result, limits, params, testing};

use crate::NOTES;

/// Asks for a text of its own for each number.
async fn ask(db: &Db, n: i64) {
    let asked: Result<Vec<(i64,)>> = db
        .read(async move |rx| {
            let sql = format!("select cast($1 as bigint) + {n} as asked_here");
            rx.query_dyn(&sql, params![1_i64]).await
        })
        .await;
    assert_eq!(asked.unwrap(), [(n + 1,)]);
}

/// How many of those texts the server has prepared for the one connection.
async fn prepared(db: &Db) -> i64 {
    let count: Result<(i64,)> = db
        .read(async |rx| {
            let sql = "select count(*) from pg_prepared_statements
                where statement like '%asked_here' and statement not like '%pg_prepared%'";
            rx.query_one(sql, &[]).await
        })
        .await;
    count.unwrap().0
}

#[tokio::test]
async fn what_is_asked_twice_is_kept_and_no_more_than_may_be() {
    let db = testing::postgres(NOTES).await;
    let options = Options { connections: 1, ..db.options().clone() };
    let one = Db::open(options, NOTES).await.unwrap();
    for n in 0..100 {
        ask(&one, n).await;
    }
    assert_eq!(prepared(&one).await, 0, "each was asked once");
    for n in 0..10 {
        ask(&one, n).await;
        ask(&one, n).await;
    }
    assert_eq!(prepared(&one).await, 10);
    for n in 1_000..1_200 {
        ask(&one, n).await;
        ask(&one, n).await;
    }
    let most = i64::try_from(limits::DYNAMIC_TEXTS).unwrap();
    assert_eq!(prepared(&one).await, most);
    // Those that were let go are answered as before.
    for n in 0..10 {
        ask(&one, n).await;
        ask(&one, n).await;
    }
    assert_eq!(prepared(&one).await, most);
}

/// A text makes room for another while somebody else begins to run it: they are answered, and no connection keeps it for good.
#[tokio::test(flavor = "multi_thread")]
async fn texts_that_come_and_go_are_answered_on_every_connection() {
    let db = testing::postgres(NOTES).await;
    let asking = (0..4_i64).map(|who| {
        let db = &db;
        async move {
            for n in 0..100 {
                let text = (n + who * 25) % 100;
                ask(db, text).await;
                ask(db, text).await;
            }
        }
    });
    join_all(asking).await;
    let most = i64::try_from(limits::DYNAMIC_TEXTS).unwrap();
    let counted = join_all((0..4).map(|_| prepared(&db))).await;
    assert!(counted.iter().all(|count| *count <= most), "{counted:?}");
}

#[tokio::test]
async fn a_kept_text_takes_whatever_it_took_before() {
    for db in testing::both(NOTES).await {
        for _ in 0..4 {
            for (star, expected) in [(Some(7_i64), false), (None, true)] {
                let answer: Result<Vec<(bool,)>> = db
                    .read(async move |rx| {
                        let sql = "select cast($1 as bigint) is null";
                        rx.query_dyn(sql, params![star]).await
                    })
                    .await;
                assert_eq!(answer.unwrap(), [(expected,)]);
            }
            let sql = "update counter set value = value + $1 where name = $2";
            let counted: Result<u64> =
                db.write(async move |tx| tx.exec_dyn(sql, params![1_i64, "all"]).await).await;
            assert_eq!(counted.unwrap(), 1);
        }
    }
}

/// Another version of the program changed the table under the text.
#[tokio::test]
async fn a_kept_text_that_no_longer_fits_is_prepared_anew() {
    let db = testing::postgres(NOTES).await;
    let read = async || {
        let sql = "select value from counter where name = $1";
        let rows: Result<Vec<(i64,)>> =
            db.read(async move |rx| rx.query_dyn(sql, params!["all"]).await).await;
        rows.unwrap()
    };
    for _ in 0..3 {
        assert_eq!(read().await, [(0,)]);
    }
    let altered: Result<u64> = db
        .write(async |tx| tx.exec_dyn("alter table counter alter value type integer", &[]).await)
        .await;
    altered.unwrap();
    for _ in 0..3 {
        assert_eq!(read().await, [(0,)]);
    }
}
