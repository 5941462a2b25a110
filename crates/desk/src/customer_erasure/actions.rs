//! Asking for the erasure of a customer, and the pages of the walk.

use proofdesk_store::Tx;

use super::event::{CustomerErased, CustomerErasureAsked};
use super::{Asked, CustomerErasure, JOB_KIND, JOB_LANE, person, sql, ticket, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{AttachmentId, CustomerId};
use crate::job::actions::enqueue_for;
use crate::log::{self, NewEvent, Stream, erasure};
use crate::permission::Permission;
use crate::session::event::CustomerSessionsEnded;
use crate::text::Clean;
use crate::{account_act, customer, indexed, limits, session, verification};

/// Attempts of the job. Each goes on where the one before ended.
const ATTEMPTS: u32 = 20;

/// Erases who a customer is, now, and has the rest of them erased by a job: what they wrote, and what was written to and about
/// them.
///
/// Whoever asks while it is under way is told so, and how far it has come. Whoever asks again later has what came since erased too.
///
/// # Errors
/// `not-found` for customers whom the viewer does not see; `no-permission` without `customer.erase` over them;
/// `field-required` for a missing reason; `account-act-pending` while the exchange has not answered whether it froze their
/// account: it could not be asked any more.
pub async fn ask(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId, reason: &str) -> Result<Asked> {
    let scope = cx.viewer.scope(Permission::CustomerRead);
    customer::view::visible(tx, &scope, customer_id).await?.or_not_found()?;
    let scope = cx.viewer.scope(Permission::CustomerErase);
    if customer::view::visible(tx, &scope, customer_id).await?.is_none() {
        return Err(Error::no_permission(Permission::CustomerErase));
    }
    let reason = Clean::field("reason", reason, limits::REASON_CHARS)?;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    if let Some(open) = view::find(tx, customer_id).await?.filter(|at| at.finished_at.is_none()) {
        return Ok(Asked { erasure: open, begins: false });
    }
    if account_act::view::is_pending(tx, customer_id).await? {
        return Err(Error::refused(Code::AccountActPending));
    }
    let reason = reason.as_str().to_owned();
    let mut events = vec![NewEvent::of(&CustomerErasureAsked { customer_id, reason })?];
    let session_ids = session::sql::end_of_customer(tx, customer_id, cx.now).await?;
    if !session_ids.is_empty() {
        events.push(NewEvent::of(&CustomerSessionsEnded { customer_id, session_ids })?);
    }
    chain.append(tx, cx, &events).await?;
    Box::pin(verification::actions::forget(tx, cx, customer_id)).await?;
    erasure::erase_customer(tx, cx, customer_id).await?;
    begin(tx, cx, customer_id).await?;
    let erasure = view::find(tx, customer_id).await?.or_not_found()?;
    Ok(Asked { erasure, begins: true })
}

/// Notes that a walk is to be made, from the first ticket on, and wakes the job that makes it.
pub(crate) async fn begin(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId) -> Result<()> {
    let asked_by = cx.viewer.to_string();
    sql::begin(tx, customer_id, &asked_by, cx.now).await?;
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), customer_id, ATTEMPTS).await
}

/// Takes from the rows who a customer is. The ledger and the log are the caller's matter.
pub(crate) async fn forget_person(tx: &Tx<'_>, cx: &Cx, customer_id: CustomerId) -> Result<()> {
    person::forget(tx, customer_id, cx.now).await
}

/// What a page of the walk came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// There is more. The bytes of these files are of no use to anybody now.
    More(Vec<AttachmentId>),
    /// Nothing is left; old pages of the database may still have it.
    End,
    /// It was finished before.
    Finished,
}

/// Erases the next page of what a customer left.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; those of the store.
pub(super) async fn page(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId) -> Result<Page> {
    cx.viewer.require_inside()?;
    let open = view::find(tx, customer_id).await?.filter(|at| at.finished_at.is_none());
    let Some(at) = open else { return Ok(Page::Finished) };
    if let Some(ticket_id) = view::next_ticket(tx, &at).await? {
        let emptied = ticket::empty(tx, cx, ticket_id).await?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let counts = (count(emptied.messages), count(emptied.files.len()));
        let done = emptied.is_all.then_some(ticket_id);
        sql::advance(tx, &at, done, counts, cx.now).await?;
        return Ok(Page::More(emptied.files));
    }
    let left = person::forget_page(tx, cx, customer_id).await?;
    Ok(left.map_or(Page::End, Page::More))
}

/// Notes that nothing is left, and has the indexes built anew: the files of the old ones still have words of what is gone.
///
/// # Errors
/// As [`page`].
pub(super) async fn finish(tx: &Tx<'_>, cx: &mut Cx, customer_id: CustomerId) -> Result<()> {
    cx.viewer.require_inside()?;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    let at = view::find(tx, customer_id).await?.or_not_found()?;
    if !sql::finish(tx, customer_id, cx.now).await? {
        return Ok(());
    }
    let CustomerErasure { tickets, messages, files, .. } = at;
    let erased = CustomerErased { customer_id, tickets, messages, files };
    chain.append(tx, cx, &[NewEvent::of(&erased)?]).await?;
    indexed::ask_rebuild(tx, cx).await
}
