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
        let prepared = desk.db.prepare_all(&super::all()).await;
        assert!(prepared.is_ok(), "{:?}: {prepared:?}", desk.db.engine());
    }
}

async fn exec(desk: &testing::TestDesk, sql: &'static str) -> u64 {
    let run = async move |tx: &Tx<'_>| -> Result<u64> { Ok(tx.exec(sql, &[]).await?) };
    desk.db.write(run).await.unwrap_or_else(|e| panic!("{sql}: {e:?}"))
}

/// The long ones run in spawned tasks: their futures must be `Send`, which nothing else here would notice.
#[tokio::test]
async fn long_runs_can_be_spawned() {
    fn send<T: Send>(future: T) -> T {
        future
    }
    let desk = testing::sqlite().await;
    desk.fill().await;
    let (desk, path) = (&desk.desk, desk.db.folder().join("ledger.jsonl"));
    let (mut report, mut out) = (super::verify::Report::default(), Vec::new());
    let mut progress = |_| {};
    let mut ledger = [].as_slice();
    let advanced = send(super::checkpoint::advance(desk, testing::cx(90))).await;
    let verified = send(super::verify::verify_live(desk, &[], &mut |_| {})).await;
    let stated = send(super::verify::verify_state(desk, &mut report, &mut progress)).await;
    let extended = send(super::ledger::extend(desk, testing::cx(91), path)).await;
    let replayed = send(super::ledger::replay(desk, &testing::cx(92), &mut ledger)).await;
    let contents = super::export::Contents::Omitted;
    let exported = send(super::export::export(desk, contents, &mut out, &mut progress)).await;
    assert!(advanced.is_ok() && verified.is_ok() && stated.is_ok());
    assert!(extended.is_ok() && replayed.is_ok() && exported.is_ok());
}
