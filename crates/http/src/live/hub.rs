use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use proofdesk_desk::id::{CustomerId, PublicId};
use proofdesk_desk::limits;
use tokio::sync::{Notify, mpsc};

use super::event::{Hearing, LiveEvent, Signal};
use super::frame::{FrameKind, Written};
use super::load::{AnswerNews, Batch, CustomerNews, Whom, load};
use super::ring::{Missed, Ring};
use crate::app::App;

/// How often the feed is looked at even if nobody said that it moved.
const POLL: Duration = Duration::from_secs(1);

/// Hands every event of the feed to those connections of this node that may hear of it, and to no other: an event wakes
/// its customer and the members of staff who see the ticket. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Hub {
    // The position, the ring and the queues move together: whoever joins knows exactly what their queue will not bring.
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    pos: i64,
    ring: Ring,
    customers: HashMap<CustomerId, Vec<Ear>>,
    staff: Vec<Ear>,
    next_id: u64,
}

/// The hub's end of a connection.
#[derive(Debug)]
struct Ear {
    id: u64,
    hearing: Hearing,
    queue: mpsc::Sender<Written>,
    line: Arc<Line>,
}

/// What both ends of a connection hold.
#[derive(Debug)]
pub(super) struct Line {
    /// The connection is to look its permission up again.
    pub review: Notify,
    /// The tickets that changed, for one that takes a frame a second: it is not even woken by an event.
    changed: Option<Mutex<Changed>>,
}

/// Tickets that changed since the last frame, from where and up to where.
#[derive(Debug, Default)]
pub(super) struct Changed {
    pub first: i64,
    pub pos: i64,
    pub tickets: BTreeSet<PublicId>,
}

/// A connection's end of the hub. Dropping it leaves.
#[derive(Debug)]
pub(super) struct Subscription {
    /// Everything up to here has happened already; the queue brings what comes after.
    pub pos: i64,
    /// Closed by the hub when it was full: whoever is too slow is sent away, and skips nothing.
    pub queue: mpsc::Receiver<Written>,
    pub line: Arc<Line>,
    hub: Hub,
    id: u64,
    customer_id: Option<CustomerId>,
}

/// What waited in a queue for somebody who may hear something else by now.
#[derive(Debug, Default)]
pub(super) struct Withdrawn {
    /// The first and the last position of what was told of tickets.
    pub span: Option<(i64, i64)>,
    /// What every member is told.
    pub for_all: Vec<Written>,
}

/// A person has as many connections as one person may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMany;

impl Hub {
    /// A hub at a position of the feed.
    pub(crate) fn new(pos: i64) -> Self {
        let ring = Ring::new(pos, limits::LIVE_REPLAY_EVENTS);
        let state = State { pos, ring, customers: HashMap::new(), staff: Vec::new(), next_id: 0 };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last position that was handed out.
    pub fn pos(&self) -> i64 {
        self.state().pos
    }

    /// How many connections listen.
    pub fn listeners(&self) -> usize {
        let state = self.state();
        state.staff.len() + state.customers.values().map(Vec::len).sum::<usize>()
    }

    /// Says whether one more connection would be too many for this person.
    pub(super) fn is_full_for(&self, hearing: &Hearing) -> bool {
        self.state().count(hearing) >= limits::LIVE_CONNECTIONS_PER_PERSON
    }

    pub(super) fn subscribe(
        &self,
        hearing: Hearing,
        coalesced: bool,
    ) -> Result<Subscription, TooMany> {
        let mut state = self.state();
        if state.count(&hearing) >= limits::LIVE_CONNECTIONS_PER_PERSON {
            return Err(TooMany);
        }
        let (sender, queue) = mpsc::channel(limits::LIVE_QUEUE_FRAMES);
        let changed = coalesced.then(Mutex::default);
        let line = Arc::new(Line { review: Notify::new(), changed });
        state.next_id += 1;
        let (id, customer_id) = (state.next_id, hearing.customer_id());
        let ear = Ear { id, hearing, queue: sender, line: line.clone() };
        match customer_id {
            Some(customer_id) => state.customers.entry(customer_id).or_default().push(ear),
            None => state.staff.push(ear),
        }
        metrics::gauge!("proofdesk_live_connections").increment(1);
        Ok(Subscription { pos: state.pos, queue, line, hub: self.clone(), id, customer_id })
    }

    /// What a listener is told of `(after, until]`, from memory; `None` when that does not reach back so far.
    pub(super) fn missed(&self, after: i64, until: i64, hearing: &Hearing) -> Option<Missed> {
        self.state().ring.missed(after, until, hearing)
    }

    pub(super) fn signal(&self, signal: &Signal) {
        let state = self.state();
        for ear in state.staff.iter().filter(|ear| ear.hearing.hears(signal)) {
            // One that is lost is no harm.
            let _ = ear.queue.try_send(signal.written.clone());
        }
    }

    pub(super) fn publish(&self, batch: Batch) {
        let mut state = self.state();
        for whom in &batch.reviews {
            state.review(*whom);
        }
        for event in &batch.events {
            state.tell(event);
        }
        for written in &batch.members {
            state.tell_staff(written);
        }
        for news in &batch.customers {
            state.tell_of_customer(news);
        }
        for news in &batch.answers {
            state.tell_of_answer(news);
        }
        state.pos = batch.reached;
        state.ring.push(batch);
    }
}

impl State {
    fn count(&self, hearing: &Hearing) -> usize {
        match hearing.customer_id() {
            Some(customer_id) => self.customers.get(&customer_id).map_or(0, Vec::len),
            None => {
                self.staff.iter().filter(|ear| ear.hearing.staff_id == hearing.staff_id).count()
            }
        }
    }

    fn tell(&mut self, event: &LiveEvent) {
        let customer_id = event.at.customer_id;
        if event.for_customer.is_some()
            && let Some(ears) = self.customers.get_mut(&customer_id)
        {
            ears.retain(|ear| ear.keeps_up_with(event));
            if ears.is_empty() {
                self.customers.remove(&customer_id);
            }
        }
        self.staff.retain(|ear| ear.keeps_up_with(event));
    }

    /// Tells every member, one that takes a frame a second of what happens to tickets too: consoles do, and show who is there.
    fn tell_staff(&self, written: &Written) {
        for ear in &self.staff {
            // One that is lost is no harm.
            let _ = ear.queue.try_send(written.clone());
        }
    }

    /// Tells every member who sees the customer, as [`Self::tell_staff`] does.
    fn tell_of_customer(&self, news: &CustomerNews) {
        for ear in self.staff.iter().filter(|ear| ear.hearing.hears_of(&news.places)) {
            // One that is lost is no harm.
            let _ = ear.queue.try_send(news.written.clone());
        }
    }

    /// Tells every member who sees the ticket, as [`Self::tell_staff`] does.
    fn tell_of_answer(&self, news: &AnswerNews) {
        for ear in self.staff.iter().filter(|ear| ear.hearing.hears_at(&news.at)) {
            // One that is lost is no harm.
            let _ = ear.queue.try_send(news.written.clone());
        }
    }

    fn review(&self, whom: Whom) {
        let ears: &[Ear] = match &whom {
            Whom::Customer(customer_id) => {
                self.customers.get(customer_id).map_or(&[], Vec::as_slice)
            }
            Whom::EveryMember | Whom::Member(_) => &self.staff,
        };
        let is_meant = |ear: &&Ear| match whom {
            Whom::Member(staff_id) => ear.hearing.staff_id == Some(staff_id),
            Whom::EveryMember | Whom::Customer(_) => true,
        };
        ears.iter().filter(is_meant).for_each(|ear| ear.line.review.notify_one());
    }
}

impl Ear {
    /// Tells an event to a connection that may hear of it. `false` when it is too far behind, or gone.
    fn keeps_up_with(&self, event: &LiveEvent) -> bool {
        let Some(written) = self.hearing.told(event, &event.at) else { return true };
        match &self.line.changed {
            Some(changed) => note(changed, event),
            None => self.queue.try_send(written.clone()).is_ok(),
        }
    }
}

fn note(changed: &Mutex<Changed>, event: &LiveEvent) -> bool {
    let mut changed = changed.lock().unwrap_or_else(PoisonError::into_inner);
    if changed.tickets.len() >= limits::LIVE_COALESCED_TICKETS {
        return false;
    }
    if changed.tickets.is_empty() {
        changed.first = event.pos;
    }
    changed.pos = event.pos;
    changed.tickets.insert(event.ticket.clone());
    true
}

impl Subscription {
    /// The tickets that changed since this was asked last; `None` when none did.
    pub fn take_changed(&self) -> Option<Changed> {
        let changed = self.line.changed.as_ref()?;
        let mut changed = changed.lock().unwrap_or_else(PoisonError::into_inner);
        (!changed.tickets.is_empty()).then(|| std::mem::take(&mut *changed))
    }

    /// Where the hub stands, when this connection has been told everything up to there.
    pub fn pos_if_quiet(&self) -> Option<i64> {
        let state = self.hub.state();
        let waiting = self.line.changed.as_ref().is_some_and(|changed| {
            !changed.lock().unwrap_or_else(PoisonError::into_inner).tickets.is_empty()
        });
        (self.queue.is_empty() && !waiting).then_some(state.pos)
    }

    /// What this connection may hear from now on. What waits in its queue was put there for what it could hear before, and is taken
    /// out of it: who lost sight of a ticket is not told of it later than everybody else.
    pub fn rescope(&mut self, hearing: &Hearing) -> Withdrawn {
        let mut withdrawn = Withdrawn::default();
        let mut state = self.hub.state();
        if let Some(ear) = state.staff.iter_mut().find(|ear| ear.id == self.id) {
            ear.hearing = hearing.clone();
        }
        // Nothing comes in meanwhile: the hub is held.
        while let Ok(written) = self.queue.try_recv() {
            match (written.pos, written.kind) {
                (Some(pos), _) => {
                    let first = withdrawn.span.map_or(pos, |(first, _)| first);
                    withdrawn.span = Some((first, pos));
                }
                (None, FrameKind::Member | FrameKind::Settings) => withdrawn.for_all.push(written),
                // About a customer or a ticket that may be out of sight. One that is lost is no harm.
                (None, _) => {}
            }
        }
        drop(state);
        withdrawn
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut state = self.hub.state();
        match self.customer_id {
            Some(customer_id) => {
                if let Some(ears) = state.customers.get_mut(&customer_id) {
                    ears.retain(|ear| ear.id != self.id);
                    if ears.is_empty() {
                        state.customers.remove(&customer_id);
                    }
                }
            }
            None => state.staff.retain(|ear| ear.id != self.id),
        }
        metrics::gauge!("proofdesk_live_connections").decrement(1);
    }
}

/// Follows the feed for as long as the process lives. One per node.
pub async fn follow(app: App) {
    let mut feed = app.desk().db().feed_head();
    remember(&app).await;
    while !app.shutdown().is_cancelled() {
        match step(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => {
                tracing::warn!(%error, "live connections wait: the feed could not be read")
            }
        }
        let moved = async {
            // Without anybody left who could tell, only the clock does.
            if feed.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            () = app.shutdown().cancelled() => {}
            () = moved => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

/// Hands out the next page of the feed. Returns whether there was one.
pub(super) async fn step(app: &App) -> proofdesk_desk::Result<bool> {
    let after = app.hub().pos();
    let limit = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
    let batch = app.desk().read(async move |rx| load(rx, after, limit).await).await?;
    let moved = batch.reached > after;
    if moved {
        app.hub().publish(batch);
    }
    Ok(moved)
}

/// Fills the ring with what happened before this process began. Whoever asks before that is served by the database.
pub(super) async fn remember(app: &App) {
    let until = app.hub().pos();
    let floor = until.saturating_sub(limits::LIVE_REPLAY_EVENTS).max(0);
    let limit = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
    let (mut events, mut from) = (Vec::new(), floor);
    while from < until && !app.shutdown().is_cancelled() {
        match app.desk().read(async move |rx| load(rx, from, limit).await).await {
            Ok(batch) if batch.reached > from => {
                from = batch.reached;
                events.extend(batch.events.into_iter().filter(|event| event.pos <= until));
            }
            Ok(_) => break,
            // The ring stays short, nothing else.
            Err(error) => return tracing::warn!(%error, "the last events could not be read"),
        }
    }
    app.hub().state().ring.put_before(floor, events);
}
