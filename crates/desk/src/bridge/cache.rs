//! What the exchange said a moment ago, kept so that ten agents who look at one customer do not ask ten times.
//!
//! Nothing here outlives the process, and nothing is made fresher than it is: an answer keeps the moment at which it was true.
//! When the exchange does not answer, the last thing that it said is told, marked as such; and for a short while nobody waits for the same again.

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
    /// When somebody waited for an answer in vain. Other failures come at once, and asking again costs nobody anything.
    silent: Mutex<HashMap<String, Timestamp>>,
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
        Self { fresh, kept: Mutex::default(), silent: Mutex::default() }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<String, Kept<T>>> {
        // A panic between two lines that only insert and remove leaves nothing half done.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn silent(&self) -> std::sync::MutexGuard<'_, HashMap<String, Timestamp>> {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says whether somebody waited in vain just now.
    fn is_silent(&self, key: &str, now: Timestamp) -> bool {
        self.silent().get(key).is_some_and(|at| is_silent_since(*at, now))
    }

    fn keep_silence(&self, key: &str, now: Timestamp) {
        let mut silent = self.silent();
        if silent.len() >= limits::BRIDGE_KEPT {
            silent.retain(|_, at| is_silent_since(*at, now));
        }
        if silent.len() < limits::BRIDGE_KEPT || silent.contains_key(key) {
            silent.insert(key.to_owned(), now);
        }
    }

    fn end_silence(&self, key: &str) {
        self.silent().remove(key);
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
        // Who says that something changed answers.
        self.end_silence(key);
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
        if self.is_silent(key, now) {
            let why = BridgeError::TimedOut;
            return self.last(key, now, why).ok_or(why);
        }
        let told = ask.await;
        match told {
            Err(BridgeError::TimedOut) => self.keep_silence(key, now),
            _ => self.end_silence(key),
        }
        match told {
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

/// A clock that went back ends it.
fn is_silent_since(at: Timestamp, now: Timestamp) -> bool {
    at <= now && now < at + limits::BRIDGE_SILENCE
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
    use std::sync::atomic::{AtomicUsize, Ordering};

    use proofdesk_locale::Locale;

    use super::*;
    use crate::article::reader::Reader;
    use crate::article::{self, Written};
    use crate::desk::Desk;
    use crate::id::{Id as _, SessionId};
    use crate::log::testing::insert_customer;
    use crate::sandbox::{self, Breadth, Profile, Sandbox};
    use crate::testing::{World, cx_at};
    use crate::viewer::{CustomerViewer, Viewer};
    use crate::{help_section, identity};

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
            // Nobody waits in vain twice in a row.
            assert_eq!(bridge.account(&ask(after(26))).await.unwrap_err(), BridgeError::TimedOut);
            assert_eq!(bridge.account(&ask(after(27))).await.unwrap().as_of, after(27));
            // What changed is asked for anew.
            bridge.forget(ACCOUNT);
            assert_eq!(bridge.account(&ask(after(28))).await.unwrap().as_of, after(28));
            // Also when nobody answered a moment ago.
            outage(&world, Some(BridgeError::TimedOut)).await;
            bridge.forget(ACCOUNT);
            assert!(bridge.account(&ask(after(29))).await.unwrap().unreached.is_some());
            outage(&world, None).await;
            bridge.forget(ACCOUNT);
            assert_eq!(bridge.account(&ask(after(30))).await.unwrap().as_of, after(30));
        }
    }

    /// An exchange that lets whoever asks wait in vain, and how often it was asked.
    #[derive(Debug, Default)]
    struct Silent(AtomicUsize);

    impl Silent {
        fn wait<T: Send + 'static>(&self) -> Facts<'_, T> {
            Box::pin(async move {
                self.0.fetch_add(1, Ordering::Relaxed);
                Err(BridgeError::TimedOut)
            })
        }

        fn asked(&self) -> usize {
            self.0.load(Ordering::Relaxed)
        }
    }

    macro_rules! silent_of_account {
        ($($name:ident: $told:ty),* $(,)?) => {$(
            fn $name<'a>(&'a self, _ask: &'a Ask) -> Facts<'a, $told> {
                self.wait()
            }
        )*};
    }

    macro_rules! silent_of_venue {
        ($($name:ident: $told:ty),* $(,)?) => {$(
            fn $name<'a>(&'a self, _now: Timestamp) -> Facts<'a, $told> {
                self.wait()
            }
        )*};
    }

    impl Bridge for Silent {
        silent_of_account! {
            account: Account,
            deposits: Vec<Deposit>,
            withdrawals: Vec<Withdrawal>,
            orders: Vec<Order>,
            positions: Vec<Position>,
            api_keys: Vec<ApiKey>,
            devices: Vec<Device>,
            security_changes: Vec<SecurityChange>,
        }

        silent_of_venue! {
            capabilities: Capabilities,
            networks: Vec<Network>,
            fees: Vec<FeeTier>,
            terms: Vec<Terms>,
            rules: Rules,
            offers: Offers,
        }

        fn prices<'a>(&'a self, _ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>> {
            self.wait()
        }

        fn act<'a>(&'a self, _act: &'a Act) -> BridgeFuture<'a, Receipt> {
            Box::pin(async { Err(BridgeError::TimedOut) })
        }
    }

    /// A customer with an account, at a brand that has an article for some of them.
    async fn reader(world: &World) -> CustomerViewer {
        let brand_id = world.brand_id;
        let cx = world.admin_cx().await;
        let written = world.write(cx, async move |tx, cx| {
            let names = [(Locale::En, "Fees".to_owned())].into();
            help_section::actions::set(tx, cx, brand_id, "fees", 1, &names).await?;
            let new = article::actions::NewArticle {
                brand_id,
                slug: "fees".to_owned(),
                section: "fees".to_owned(),
                kind: article::Kind::Guide,
                min_tier: 1,
                countries: Vec::new(),
                audience: article::Audience::SignedIn,
                lang: Locale::En,
                categories: vec!["fees".to_owned()],
                related: Vec::new(),
                review_days: 90,
                owner_id: None,
                text: Written {
                    title: "Fees".to_owned(),
                    summary: "What it is about".to_owned(),
                    tags: Vec::new(),
                    body: "Words.\n".to_owned(),
                    html: "<p>Words.</p>".to_owned(),
                    headings: Vec::new(),
                },
            };
            article::actions::create(tx, cx, &new).await?;
            Ok(())
        });
        written.await.unwrap();
        let known = world.write(world.system_cx(), async move |tx, cx| {
            let customer_id = insert_customer(tx, cx, brand_id).await?;
            let (kind, account) = (identity::PORTAL, ACCOUNT);
            let identity_id = identity::actions::add(tx, cx, customer_id, kind, account).await?;
            let session_id = SessionId::from_uuid(uuid::Uuid::nil());
            Ok(CustomerViewer { customer_id, identity_id, brand_id, session_id })
        });
        known.await.unwrap()
    }

    /// What every page of the help centre asks first.
    async fn page(desk: &Desk, now: Timestamp, me: &CustomerViewer) {
        let cx = cx_at(now, Viewer::Customer(me.clone()));
        Reader::asked(desk, &cx, me.brand_id).await.unwrap();
    }

    #[tokio::test]
    async fn two_pages_in_a_row_wait_once_for_an_exchange_that_does_not_answer() {
        for world in World::both().await {
            let (me, silent) = (reader(&world).await, Arc::new(Silent::default()));
            let (desk, _sequencer) = world.desk();
            let desk = desk.with_bridge(silent.clone());
            page(&desk, world.now, &me).await;
            assert_eq!(silent.asked(), 1);
            page(&desk, world.now + Duration::from_secs(3), &me).await;
            assert_eq!(silent.asked(), 1, "the second page waits for nothing");
            page(&desk, world.now + limits::BRIDGE_SILENCE, &me).await;
            assert_eq!(silent.asked(), 2, "and it is asked again after a while");
            // What happens to the account is told by an exchange that is there.
            desk.forget(Some(ACCOUNT));
            page(&desk, world.now + limits::BRIDGE_SILENCE, &me).await;
            assert_eq!(silent.asked(), 3);
        }
    }
}
