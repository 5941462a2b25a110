//! What the exchange said a moment ago, kept so that ten agents who look at one customer do not ask ten times.
//!
//! Nothing here outlives the process, and nothing is made fresher than it is: an answer keeps the moment at which it was true.
//! When the exchange does not answer, the last thing that it said is told, marked as such.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, PriceSample,
    Rules, SecurityChange, Terms, Withdrawal,
};
use super::{
    Act, Ask, Bridge, BridgeError, BridgeFuture, Capabilities, Facts, PriceAsk, Receipt, Snapshot,
};
use crate::limits;
use crate::time::Timestamp;

/// A bridge that remembers for a short while.
pub struct Cached {
    inner: Arc<dyn Bridge>,
    capabilities: Memo<Capabilities>,
    account: Memo<Account>,
    deposits: Memo<Vec<Deposit>>,
    withdrawals: Memo<Vec<Withdrawal>>,
    orders: Memo<Vec<Order>>,
    positions: Memo<Vec<Position>>,
    api_keys: Memo<Vec<ApiKey>>,
    devices: Memo<Vec<Device>>,
    security_changes: Memo<Vec<SecurityChange>>,
    networks: Memo<Vec<Network>>,
    fees: Memo<Vec<FeeTier>>,
    terms: Memo<Vec<Terms>>,
    rules: Memo<Rules>,
    offers: Memo<Offers>,
}

impl fmt::Debug for Cached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cached").field(&self.inner).finish()
    }
}

impl Cached {
    pub fn new(inner: Arc<dyn Bridge>) -> Self {
        let secs = Duration::from_secs;
        Self {
            inner,
            capabilities: Memo::new(secs(60)),
            account: Memo::new(secs(15)),
            // What moves is what is waited for.
            deposits: Memo::new(secs(5)),
            withdrawals: Memo::new(secs(5)),
            orders: Memo::new(secs(3)),
            positions: Memo::new(secs(3)),
            api_keys: Memo::new(secs(15)),
            devices: Memo::new(secs(15)),
            security_changes: Memo::new(secs(15)),
            networks: Memo::new(secs(15)),
            fees: Memo::new(secs(60)),
            terms: Memo::new(secs(60)),
            rules: Memo::new(secs(60)),
            offers: Memo::new(secs(60)),
        }
    }

    /// Asks anew what is asked of an account next: something about it changed. The last answers stay for the case that the
    /// exchange does not answer.
    pub fn forget(&self, account: &str) {
        self.account.age(account);
        self.deposits.age(account);
        self.withdrawals.age(account);
        self.orders.age(account);
        self.positions.age(account);
        self.api_keys.age(account);
        self.devices.age(account);
        self.security_changes.age(account);
    }

    /// Asks anew what holds for everybody.
    pub fn forget_venue(&self) {
        self.networks.age(VENUE);
    }
}

/// What is asked for by nobody's account.
const VENUE: &str = "";

struct Memo<T> {
    /// How long an answer is not asked for again.
    fresh: Duration,
    kept: Mutex<HashMap<String, Kept<T>>>,
}

struct Kept<T> {
    /// When it was asked for; `None` once it is to be asked for again.
    asked_at: Option<Timestamp>,
    /// When it came, for how long it may be told at all.
    came_at: Timestamp,
    told: Snapshot<T>,
}

impl<T: Clone> Memo<T> {
    fn new(fresh: Duration) -> Self {
        Self { fresh, kept: Mutex::default() }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<String, Kept<T>>> {
        // A panic between two lines that only insert and remove leaves nothing half done.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An answer that need not be asked for again.
    fn fresh(&self, key: &str, now: Timestamp) -> Option<Snapshot<T>> {
        let kept = self.kept();
        let kept = kept.get(key)?;
        // A clock that went back makes nothing fresh.
        let is_fresh = kept.asked_at.is_some_and(|at| at <= now && now < at + self.fresh);
        is_fresh.then(|| kept.told.clone())
    }

    fn keep(&self, key: &str, now: Timestamp, told: &Snapshot<T>) {
        let mut kept = self.kept();
        if kept.len() >= limits::BRIDGE_KEPT && !kept.contains_key(key) {
            kept.retain(|_, one| now < one.came_at + self.fresh);
        }
        if kept.len() < limits::BRIDGE_KEPT || kept.contains_key(key) {
            let one = Kept { asked_at: Some(now), came_at: now, told: told.clone() };
            kept.insert(key.to_owned(), one);
        }
    }

    /// The last answer, for as long as an old one is better than none.
    fn last(&self, key: &str, now: Timestamp, why: BridgeError) -> Option<Snapshot<T>> {
        let kept = self.kept();
        let kept = kept.get(key).filter(|one| now < one.came_at + limits::BRIDGE_LAST)?;
        Some(Snapshot { unreached: Some(why), ..kept.told.clone() })
    }

    fn forget(&self, key: &str) {
        self.kept().remove(key);
    }

    fn age(&self, key: &str) {
        if let Some(one) = self.kept().get_mut(key) {
            one.asked_at = None;
        }
    }

    async fn told(
        &self,
        key: &str,
        now: Timestamp,
        ask: Facts<'_, T>,
    ) -> Result<Snapshot<T>, BridgeError> {
        if let Some(told) = self.fresh(key, now) {
            return Ok(told);
        }
        match ask.await {
            Ok(told) => {
                self.keep(key, now, &told);
                Ok(told)
            }
            Err(why) if why.is_passing() => self.last(key, now, why).ok_or(why),
            // The exchange has answered, and what it said before does not hold any more.
            Err(why) => {
                self.forget(key);
                Err(why)
            }
        }
    }
}

macro_rules! of_account {
    ($($name:ident: $told:ty),* $(,)?) => {$(
        fn $name<'a>(&'a self, ask: &'a Ask) -> Facts<'a, $told> {
            Box::pin(self.$name.told(&ask.account, ask.now, self.inner.$name(ask)))
        }
    )*};
}

macro_rules! of_venue {
    ($($name:ident: $told:ty),* $(,)?) => {$(
        fn $name<'a>(&'a self, now: Timestamp) -> Facts<'a, $told> {
            Box::pin(self.$name.told(VENUE, now, self.inner.$name(now)))
        }
    )*};
}

impl Bridge for Cached {
    of_account! {
        account: Account,
        deposits: Vec<Deposit>,
        withdrawals: Vec<Withdrawal>,
        orders: Vec<Order>,
        positions: Vec<Position>,
        api_keys: Vec<ApiKey>,
        devices: Vec<Device>,
        security_changes: Vec<SecurityChange>,
    }

    of_venue! {
        capabilities: Capabilities,
        networks: Vec<Network>,
        fees: Vec<FeeTier>,
        terms: Vec<Terms>,
        rules: Rules,
        offers: Offers,
    }

    fn prices<'a>(&'a self, ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>> {
        self.inner.prices(ask)
    }

    fn act<'a>(&'a self, act: &'a Act) -> BridgeFuture<'a, Receipt> {
        Box::pin(async move {
            let receipt = self.inner.act(act).await;
            self.forget(&act.account);
            receipt
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::sandbox::{self, Breadth, Profile, Sandbox};
    use crate::testing::World;

    const ACCOUNT: &str = "acc-1";

    fn ask(now: Timestamp) -> Ask {
        Ask { account: ACCOUNT.to_owned(), now, request_id: "r".to_owned() }
    }

    async fn outage(world: &World, failure: Option<BridgeError>) {
        let set = world.write(world.system_cx(), async move |tx, cx| {
            sandbox::actions::set_outage(tx, cx, failure).await
        });
        set.await.unwrap();
    }

    #[tokio::test]
    async fn an_answer_is_kept_for_a_moment_and_told_with_its_own_time() {
        for world in World::both().await {
            let opened = world.write(world.system_cx(), async |tx, cx| {
                sandbox::actions::open(tx, cx, ACCOUNT, &Profile::default(), Breadth::Usual).await
            });
            opened.await.unwrap();
            let bridge = Cached::new(Arc::new(Sandbox::new((*world.db).clone())));
            let (begin, after) = (world.now, |seconds| world.now + Duration::from_secs(seconds));
            let first = bridge.account(&ask(begin)).await.unwrap();
            assert_eq!((first.as_of, first.unreached), (begin, None));
            // Asked again at once, and in an outage that nobody notices yet.
            outage(&world, Some(BridgeError::TimedOut)).await;
            assert_eq!(bridge.account(&ask(after(14))).await.unwrap(), first);
            let late = bridge.account(&ask(after(15))).await.unwrap();
            assert_eq!((late.as_of, late.unreached), (begin, Some(BridgeError::TimedOut)));
            assert_eq!(late.facts, first.facts);
            // What was never told is not known, and nothing is told for ever.
            assert_eq!(bridge.devices(&ask(begin)).await.unwrap_err(), BridgeError::TimedOut);
            let old = begin + limits::BRIDGE_LAST;
            assert_eq!(bridge.account(&ask(old)).await.unwrap_err(), BridgeError::TimedOut);
            // A no is an answer, and ends what was said before.
            outage(&world, Some(BridgeError::Refused)).await;
            assert_eq!(bridge.account(&ask(after(16))).await.unwrap_err(), BridgeError::Refused);
            outage(&world, Some(BridgeError::TimedOut)).await;
            assert_eq!(bridge.account(&ask(after(17))).await.unwrap_err(), BridgeError::TimedOut);
            outage(&world, None).await;
            assert_eq!(bridge.account(&ask(after(18))).await.unwrap().as_of, after(18));
            // What changed is asked for anew.
            bridge.forget(ACCOUNT);
            assert_eq!(bridge.account(&ask(after(19))).await.unwrap().as_of, after(19));
        }
    }
}
