//! Taking events in, working them, and what an administrator does when a stream stands still.

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::event::{EventRetried, GapSkipped};
use super::facts::Arrival;
use super::signature::Verified;
use super::{
    EventState, ExchangeEvent, Facts, Gap, JOB_KIND, JOB_LANE, Standing, effect, sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, ExchangeEventId};
use crate::job::actions::{Due, enqueue};
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::time::Timestamp;

/// What is answered to an exchange that sent events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Ids and numbers of all that was sent, whether it was new or known.
    pub events: Vec<(String, i64)>,
    /// The lowest number that did not come yet: from there on the exchange may send once more.
    pub expects: i64,
    /// Numbers that did not come although later ones did.
    pub gap: Option<Gap>,
}

/// Stores what came and is new, and lets it be worked as soon as the transaction commits. All of it, or nothing.
///
/// The same event again is answered as before. One that is older than [`limits::EXCHANGE_EVENT_AGE`] and stands before what
/// was worked counts as known, because the rows of that time are gone. What an event said that was destroyed unread lies here anew.
///
/// # Errors
/// `event-mismatch`, naming the field, for the id or the number of another event; `rate-limited` while too many wait.
pub async fn take(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    verified: Verified,
    arrivals: &[Arrival],
) -> Result<Taken> {
    let brand_id = verified.brand_id();
    let head = sql::lock_stream(tx, brand_id, cx.now).await?;
    let mut first_new = None;
    for (place, arrival) in arrivals.iter().enumerate() {
        let digest = arrival.digest()?;
        match known(tx, cx, brand_id, head, (place, arrival, &digest)).await? {
            Known::Emptied(id) => {
                let facts = keyring.seal(&seal_place(id), &arrival.facts.bytes()?);
                sql::refill(tx, id, arrival, &facts, cx.now).await?;
                continue;
            }
            Known::Yes => continue,
            Known::No => {}
        }
        let id: ExchangeEventId = cx.id();
        let facts = keyring.seal(&seal_place(id), &arrival.facts.bytes()?);
        let received_at = cx.now;
        let stored = sql::Stored { id, brand_id, digest: &digest, facts: &facts, received_at };
        sql::insert(tx, arrival, &stored).await?;
        first_new.get_or_insert(id);
    }
    if let Some(id) = first_new {
        let cap = limits::EXCHANGE_EVENTS_WAITING;
        if view::waiting(tx, brand_id, cap + 1).await? > cap {
            return Err(Error::retry_after(Code::RateLimited, WAIT_S));
        }
        work(tx, cx, brand_id, id).await?;
    }
    let (expects, gap) = view::expected(tx, brand_id, head).await?;
    let events = arrivals.iter().map(|one| (one.event_id.clone(), one.seq)).collect();
    Ok(Taken { events, expects, gap })
}

/// When to come again while too many wait, in seconds.
const WAIT_S: u64 = 60;

/// Whether an event came before.
enum Known {
    No,
    Yes,
    /// And what it said was destroyed before anybody read it.
    Emptied(ExchangeEventId),
}

async fn known(
    tx: &Tx<'_>,
    cx: &Cx,
    brand_id: BrandId,
    head: i64,
    (place, arrival, digest): (usize, &Arrival, &[u8; 32]),
) -> Result<Known> {
    let mismatch =
        |name: &str| Error::field(format!("events[{place}].{name}"), Code::EventMismatch);
    let alike = sql::alike(tx, brand_id, arrival).await?;
    if let Some(same) = alike.iter().find(|one| one.event_id == arrival.event_id) {
        return match same.digest == digest {
            true if same.is_emptied => Ok(Known::Emptied(same.id)),
            true => Ok(Known::Yes),
            false => Err(mismatch("id")),
        };
    }
    if alike.iter().any(|one| one.seq == arrival.seq) {
        return Err(mismatch("seq"));
    }
    let is_old = arrival.seq <= head && arrival.occurred_at < cx.now - limits::EXCHANGE_EVENT_AGE;
    Ok(if is_old { Known::Yes } else { Known::No })
}

/// The place that sealed facts belong to: moved to another row they do not open.
fn seal_place(id: ExchangeEventId) -> Vec<u8> {
    format!("exchange_event.facts:{id}").into_bytes()
}

/// One job for what came together: it goes on with whatever waits after it.
async fn work(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId, because: ExchangeEventId) -> Result<()> {
    let (key, payload) = (because.to_string(), format!("\"{brand_id}\""));
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: &key,
        payload: &payload,
        max_attempts: limits::EXCHANGE_EVENT_JOB_ATTEMPTS,
    };
    enqueue(tx, cx, &due).await
}

/// Handles an event if it is its turn, in the transaction that writes down that it was. Nothing happens when it was handled
/// already, or when another one comes before it.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; those of what it does.
pub async fn handle(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
    id: ExchangeEventId,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let head = sql::lock_stream(tx, brand_id, cx.now).await?;
    let next = sql::next(tx, brand_id, head.saturating_add(1)).await?;
    let Some(next) = next.filter(|next| next.id == id) else { return Ok(()) };
    // It lay for too long before it was its turn. The stream goes on, and an administrator sees it.
    let Some(sealed) = &next.facts else {
        sql::set_missed(tx, id, EventState::Failed, Code::InputGone.as_str()).await?;
        return sql::set_head(tx, brand_id, head.max(next.seq), cx.now).await;
    };
    let facts = open(keyring, id, sealed)?;
    let about = effect::About { brand_id, account: next.account.as_deref(), at: next.occurred_at };
    let tickets = effect::apply(tx, cx, keyring, &about, &facts).await?;
    sql::set_handled(tx, id, tickets, cx.now).await?;
    sql::set_head(tx, brand_id, head.max(next.seq), cx.now).await
}

fn open(keyring: &Keyring, id: ExchangeEventId, sealed: &[u8]) -> Result<Facts> {
    let broken = Error::Broken { what: "facts of an event that do not open" };
    let opened = keyring.open(&seal_place(id), sealed).map_err(|_forged| broken)?;
    Facts::of_bytes(&opened)
}

/// Writes down that handling an event failed. After [`limits::EXCHANGE_EVENT_ATTEMPTS`] the stream goes on without it.
///
/// Returns whether it went on.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record_missed(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    id: ExchangeEventId,
    code: Code,
) -> Result<bool> {
    cx.viewer.require_inside()?;
    let head = sql::lock_stream(tx, brand_id, cx.now).await?;
    let next = sql::next(tx, brand_id, head.saturating_add(1)).await?;
    let Some(next) = next.filter(|next| next.id == id) else { return Ok(true) };
    let gives_up = next.attempts.saturating_add(1) >= limits::EXCHANGE_EVENT_ATTEMPTS;
    let state = if gives_up { EventState::Failed } else { EventState::Waiting };
    sql::set_missed(tx, id, state, code.as_str()).await?;
    if gives_up {
        sql::set_head(tx, brand_id, head.max(next.seq), cx.now).await?;
    }
    Ok(gives_up)
}

/// Has an event that failed handled again, out of its turn: those after it were handled meanwhile.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `event-not-failed` for one that waits or was handled; `input-gone` for one of
/// which nothing is left here to be handled.
pub async fn handle_again(tx: &Tx<'_>, cx: &mut Cx, id: ExchangeEventId) -> Result<ExchangeEvent> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let ExchangeEvent { brand_id, seq, .. } = view::find(tx, id).await?;
    sql::lock_stream(tx, brand_id, cx.now).await?;
    if !sql::reopen(tx, id).await? {
        let has_failed = view::find(tx, id).await?.state == EventState::Failed;
        let code = if has_failed { Code::InputGone } else { Code::EventNotFailed };
        return Err(Error::refused(code));
    }
    work(tx, cx, brand_id, id).await?;
    let event = EventRetried { exchange_event_id: id, brand_id, seq };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    view::find(tx, id).await
}

/// Lets a brand's stream go on without the numbers of its gap. Those that come after all are worked when they come.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found` for a stream without a gap, and for one whose gap does not end at `to`
/// any more.
pub async fn skip_gap(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId, to: i64) -> Result<Standing> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let viewer = cx.viewer.clone();
    let standing = async |tx: &Tx<'_>| {
        let all = view::streams(tx, &viewer).await?;
        all.into_iter().find(|one| one.brand_id == brand_id).or_not_found()
    };
    let Standing { gap, head, .. } = standing(tx).await?;
    let gap = gap.filter(|gap| gap.to == to).or_not_found()?;
    sql::lock_stream(tx, brand_id, cx.now).await?;
    // What waits before the gap is worked as before: it stands at or below the new head.
    sql::set_head(tx, brand_id, head.max(gap.to), cx.now).await?;
    let because: ExchangeEventId = cx.id();
    work(tx, cx, brand_id, because).await?;
    let event = GapSkipped { brand_id, from: gap.from, to: gap.to };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    standing(tx).await
}

/// Deletes what events of a state said that came until `before`, at most `limit`. Returns how many.
pub(crate) async fn unseal(
    tx: &Tx<'_>,
    state: EventState,
    before: Timestamp,
    limit: u32,
) -> Result<u64> {
    sql::unseal(tx, state, before, limit).await
}

/// Deletes up to `limit` events that were worked long ago. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::EXCHANGE_EVENT_ROWS_AGE, limit).await
}
