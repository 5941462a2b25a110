//! Every value comes back as it went in, from both engines.

use proofdesk_store::{Error, Migration, Result, Value, params, testing};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use uuid::Uuid;

const CELLS: &[Migration] = &[Migration {
    version: 1,
    name: "cells",
    sql: "create table cell (id uuid not null primary key, n bigint, t text, b bytea, u uuid, f boolean)",
}];
const INSERT: &str = "insert into cell (id, n, t, b, u, f) values ($1, $2, $3, $4, $5, $6)";
const SELECT: &str = "select n, t, b, u, f from cell where id = $1";
type Cell = (Option<i64>, Option<String>, Option<Vec<u8>>, Option<Uuid>, Option<bool>);

async fn round_trip(db: &proofdesk_store::Db, id: u128, cell: Cell) -> Cell {
    let found: Result<Cell> = db
        .write(async move |tx| {
            let id = Uuid::from_u128(id);
            let (n, t, b, u, f) = &cell;
            tx.exec(INSERT, params![id, n, t, b, u, f]).await?;
            let kept: Cell = tx.query_one(SELECT, params![id]).await?;
            let dynamic: Vec<Cell> = tx.query_dyn(SELECT, params![id]).await?;
            assert_eq!(dynamic, vec![kept.clone()]);
            Ok(kept)
        })
        .await;
    found.unwrap()
}

#[tokio::test]
async fn the_edges_of_each_type_come_back() {
    let cells: Vec<Cell> = vec![
        (None, None, None, None, None),
        (Some(0), Some(String::new()), Some(vec![]), Some(Uuid::nil()), Some(false)),
        (
            Some(i64::MIN),
            Some("🦀 ünï\u{301} 漢字".into()),
            Some(vec![0, 255, 0]),
            Some(Uuid::max()),
            Some(true),
        ),
        (Some(i64::MAX), Some("'; drop table cell --".into()), Some(b"text?".to_vec()), None, None),
    ];
    for db in testing::both(CELLS).await {
        for (id, cell) in (0..).zip(&cells) {
            assert_eq!(round_trip(&db, id, cell.clone()).await, *cell);
        }
    }
}

#[test]
fn any_value_comes_back() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let text = any::<Option<String>>().prop_map(|t| t.map(|t| t.replace('\0', "")));
    let bytes = any::<Option<[u8; 16]>>().prop_map(|u| u.map(Uuid::from_bytes));
    let cells =
        (any::<Option<i64>>(), text, any::<Option<Vec<u8>>>(), bytes, any::<Option<bool>>());
    for db in runtime.block_on(testing::both(CELLS)) {
        let mut runner = TestRunner::new(ProptestConfig { cases: 48, ..ProptestConfig::default() });
        let mut id = 0;
        let id = &std::cell::Cell::new(&mut id).into_inner();
        let count = std::cell::Cell::new(**id);
        runner
            .run(&cells, |cell: Cell| {
                count.set(count.get() + 1);
                prop_assert_eq!(runtime.block_on(round_trip(&db, count.get(), cell.clone())), cell);
                Ok(())
            })
            .unwrap();
        runtime.block_on(async move { drop(db) });
    }
}

#[tokio::test]
async fn types_and_widths_that_do_not_fit_are_decode_errors() {
    for db in testing::both(CELLS).await {
        let wrong = async |sql: &'static str| -> Error {
            let row: Result<Vec<(u32, String)>> =
                db.read(async move |rx| rx.query(sql, &[]).await).await;
            row.unwrap_err()
        };
        for sql in [
            "select cast(-1 as bigint), 'a'",
            "select cast(4294967296 as bigint), 'a'",
            "select 'a', 'a'",
            "select null, 'a'",
            "select 1",
            "select 1, 'a', 2",
        ] {
            assert!(matches!(wrong(sql).await, Error::Decode(_)), "{sql}");
        }
    }
}

#[tokio::test]
async fn null_fits_every_parameter() {
    for db in testing::both(CELLS).await {
        let nulls: Result<u64> = db
            .write(async |tx| {
                let id = Uuid::from_u128(1);
                let null = Value::Null;
                tx.exec_dyn(INSERT, params![id, null, null, null, null, null]).await
            })
            .await;
        assert_eq!(nulls.unwrap(), 1);
    }
}
