//! A small invented exchange in the desk's own database, for demos and tests: accounts with everything that a bridge tells of
//! them, which moves as time passes.
//!
//! Rows hold what was decided once (a deposit of 250 USDT, seen at 14:02, that will finish); what a bridge tells is computed
//! from them and the moment it is asked at. So nothing has to run for confirmations to grow, and the same moment always
//! gives the same answer.

pub mod actions;
mod chains;
mod dice;
pub mod emit;
mod prices;
mod script;
mod seed;
mod sql;
mod venue;

use proofdesk_store::{Db, Rx};
use serde::Deserialize;

use crate::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, PriceSample,
    Rules, SecurityChange, SecurityChangeKind, Terms, Withdrawal,
};
use crate::bridge::{
    Act, ActKind, Ask, Bridge, BridgeError, BridgeFuture, Capabilities, Facts, PriceAsk, READS,
    Receipt, Snapshot,
};
use crate::error::Error;
use crate::time::Timestamp;
use crate::words::words;

pub use seed::{Breadth, Profile};
pub use sql::ALL;

/// The name under which the sandbox's answers are shown.
pub const SOURCE: &str = "sandbox";

words! {
    /// What rows of an account are about.
    pub enum Kind {
        Deposit = "deposit",
        Withdrawal = "withdrawal",
        Order = "order",
        Position = "position",
        ApiKey = "api_key",
        Device = "device",
        SecurityChange = "security_change",
    }
}

/// The sandbox as a bridge.
#[derive(Clone)]
pub struct Sandbox {
    db: Db,
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sandbox")
    }
}

/// A row of an account.
struct Entry {
    id: uuid::Uuid,
    at: Timestamp,
    body: String,
}

/// An account's row.
struct Stored {
    body: String,
    frozen_at: Option<Timestamp>,
}

impl Sandbox {
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    async fn read<T, F>(&self, now: Timestamp, view: F) -> Result<Snapshot<T>, BridgeError>
    where
        F: AsyncFn(&Rx<'_>) -> crate::Result<Result<T, BridgeError>> + Send + Sync + 'static,
        T: Send + 'static,
    {
        let read =
            self.db.read::<_, Error, _>(async move |rx: &Rx<'_>| match sql::outage(rx).await? {
                Some(failure) => Ok(Err(failure)),
                None => view(rx).await,
            });
        let facts = read.await.map_err(failed)??;
        Ok(Snapshot { as_of: now, source: SOURCE.to_owned(), facts, unreached: None })
    }

    /// The newest rows of an account that have happened by now, each made into what it is at this moment.
    async fn list<S, T>(
        &self,
        ask: &Ask,
        kind: Kind,
        tell: fn(S, &Entry, Timestamp, Option<Timestamp>) -> T,
    ) -> Result<Snapshot<Vec<T>>, BridgeError>
    where
        S: for<'de> Deserialize<'de> + 'static,
        T: Send + 'static,
    {
        let (account, now) = (ask.account.clone(), ask.now);
        self.read(now, async move |rx| {
            let Some(stored) = sql::account(rx, &account).await? else {
                return Ok(Err(BridgeError::NotFound));
            };
            let entries = sql::entries(rx, &account, kind, now).await?;
            let told = entries
                .iter()
                .map(|entry| Ok(tell(parsed(&entry.body)?, entry, now, stored.frozen_at)));
            Ok(Ok(told.collect::<crate::Result<Vec<T>>>()?))
        })
        .await
    }
}

fn parsed<T: for<'de> Deserialize<'de>>(body: &str) -> crate::Result<T> {
    serde_json::from_str(body)
        .map_err(|_old| Error::Broken { what: "a row of the sandbox that is no longer read" })
}

fn failed(error: Error) -> BridgeError {
    tracing::warn!(%error, "the sandbox could not answer");
    BridgeError::Unavailable
}

impl Bridge for Sandbox {
    fn capabilities(&self, now: Timestamp) -> Facts<'_, Capabilities> {
        let all = Capabilities {
            contract: 1,
            reads: READS.iter().map(|read| (*read).to_owned()).collect(),
            acts: vec![ActKind::Freeze.as_str().to_owned()],
        };
        Box::pin(async move { self.read(now, async move |_| Ok(Ok(all.clone()))).await })
    }

    fn account<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Account> {
        let (account, now) = (ask.account.clone(), ask.now);
        Box::pin(async move {
            self.read(now, async move |rx| {
                let Some(stored) = sql::account(rx, &account).await? else {
                    return Ok(Err(BridgeError::NotFound));
                };
                let facts: Account = parsed(&stored.body)?;
                Ok(Ok(Account { frozen_at: stored.frozen_at, ..facts }))
            })
            .await
        })
    }

    fn deposits<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Deposit>> {
        Box::pin(self.list(ask, Kind::Deposit, script::deposit))
    }

    fn withdrawals<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Withdrawal>> {
        Box::pin(self.list(ask, Kind::Withdrawal, script::withdrawal))
    }

    fn orders<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Order>> {
        Box::pin(self.list(ask, Kind::Order, script::order))
    }

    fn positions<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Position>> {
        Box::pin(self.list(ask, Kind::Position, script::position))
    }

    fn api_keys<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<ApiKey>> {
        Box::pin(self.list(ask, Kind::ApiKey, script::api_key))
    }

    fn devices<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Device>> {
        Box::pin(self.list(ask, Kind::Device, script::device))
    }

    fn security_changes<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<SecurityChange>> {
        Box::pin(async move {
            let mut told = self.list(ask, Kind::SecurityChange, script::security_change).await?;
            // The freeze is a change of the account's row; it is told among the others.
            if let Some(at) = self.account(ask).await?.facts.frozen_at {
                let kind = SecurityChangeKind::Frozen;
                let id = format!("freeze-{}", at.micros());
                told.facts.push(SecurityChange { id, kind, at, ip: None, country: None });
                told.facts.sort_by_key(|change| std::cmp::Reverse(change.at));
            }
            Ok(told)
        })
    }

    fn networks(&self, now: Timestamp) -> Facts<'_, Vec<Network>> {
        Box::pin(self.read(now, async |_| Ok(Ok(venue::networks()))))
    }

    fn fees(&self, now: Timestamp) -> Facts<'_, Vec<FeeTier>> {
        Box::pin(self.read(now, async |_| Ok(Ok(venue::fees()))))
    }

    fn terms(&self, now: Timestamp) -> Facts<'_, Vec<Terms>> {
        Box::pin(self.read(now, async |_| Ok(Ok(venue::terms()))))
    }

    fn rules(&self, now: Timestamp) -> Facts<'_, Rules> {
        Box::pin(self.read(now, async |_| Ok(Ok(venue::rules()))))
    }

    fn offers(&self, now: Timestamp) -> Facts<'_, Offers> {
        Box::pin(self.read(now, async |_| Ok(Ok(venue::offers()))))
    }

    fn prices<'a>(&'a self, ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>> {
        let samples = prices::samples(ask);
        Box::pin(async move { self.read(ask.now, async move |_| Ok(samples.clone())).await })
    }

    fn act<'a>(&'a self, act: &'a Act) -> BridgeFuture<'a, Receipt> {
        let act = act.clone();
        let write = self
            .db
            .write(async move |tx: &proofdesk_store::Tx<'_>| actions::carry_out(tx, &act).await);
        Box::pin(async move { write.await.map_err(failed)? })
    }
}

#[cfg(test)]
mod tests;
