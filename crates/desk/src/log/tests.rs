//! The log against its specification and its promises.

mod checkpoints;
mod erasures;
mod reading;
mod vectors;

use proofdesk_store::Tx;

use super::testing;
use crate::error::Result;

/// Every statement is one that both engines understand.
#[tokio::test]
async fn every_statement_can_be_prepared() {
    for desk in testing::both().await {
        for sql in super::all() {
            let problem = desk.db.check_statement(sql).await;
            assert!(problem.is_ok(), "{:?}: {problem:?}\n{sql}", desk.db.engine());
        }
    }
}

async fn exec(desk: &testing::TestDesk, sql: &'static str) -> u64 {
    let run = async move |tx: &Tx<'_>| -> Result<u64> { Ok(tx.exec(sql, &[]).await?) };
    desk.db.write(run).await.unwrap_or_else(|e| panic!("{sql}: {e:?}"))
}
