//! Tickets of one customer that turn out to be about the same. One goes on in the other: a pointer, and nothing moves. Both keep
//! their chains, old numbers go on working, and the two can be taken apart again.
//!
//! A ticket may go on in one that goes on in a third. The row of each says where its chain ends, so that nobody walks it;
//! whoever changes a chain has locked its end.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::bulk::{Done, Undo};
use super::{
    Attention, Change, Joined, LastWord, Merged, Parted, PrioritySet, Risk, RiskCause, RiskSet,
    Snooze, StatusCategory, StatusCause, StatusSet, Ticket, Unmerged, WakeCause, Woken,
    participant, sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{PublicId, StatusId, TicketId};
use crate::permission::Permission;
use crate::time::Timestamp;
use crate::{limits, status};

/// Where a ticket goes on, and what comes back when it is taken apart again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub into_id: TicketId,
    /// The end of the chain.
    pub root_id: TicketId,
    pub merged_at: Timestamp,
    pub status_id: StatusId,
    pub status_category: StatusCategory,
    pub solved_at: Option<Timestamp>,
    pub snooze: Option<Snooze>,
    /// What the other one had before it took this one's status over; `None` where it kept its own.
    pub into_status_id: Option<StatusId>,
}

/// Both tickets after one of them was merged or taken apart.
#[derive(Clone, Debug)]
pub struct Both {
    pub ticket: Ticket,
    pub other: Ticket,
    /// `None` when there was nothing to do.
    pub undo: Option<Undo>,
}

impl From<Both> for Done {
    fn from(Both { ticket, undo, .. }: Both) -> Self {
        Self { ticket, undo }
    }
}

/// The versions of both that were seen. `None` merges whatever happened meanwhile.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    pub ticket: Option<i64>,
    pub into: Option<i64>,
}

/// Lets a ticket go on in another one of the same customer and brand, at the end of that one's chain. It stands at closed from
/// then on; what was left to be done of it is left to be done of the other. Merging what goes on there already is no error.
///
/// # Errors
/// `not-found`; `field-invalid` at `into` for a ticket out of reach; `no-permission` without `ticket.status` over both;
/// `merge-itself`, `merge-other-customer`, `limit-reached`; `ticket-merged` for one that goes on elsewhere;
/// `version-conflict`.
pub async fn merge(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    into: &PublicId,
    seen: Seen,
) -> Result<Both> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket_id = view::find_id(tx, public_id, &scope).await?.or_not_found()?;
    let named = view::find_id(tx, into, &scope).await?.ok_or_else(unknown_target)?;
    let root = view::goes_on_in(tx, named).await?;
    let root_id = root.as_ref().map_or(named, |(id, _)| *id);
    let root_number = root.map_or_else(|| into.clone(), |(_, number)| number);
    if root_id == ticket_id {
        return Err(Error::refused(Code::MergeItself));
    }
    let (one, other) = ((ticket_id, public_id), (root_id, &root_number));
    let permission = Permission::TicketStatus;
    let (mut edit, mut root) = begin_both(tx, cx, permission, one, other).await.map_err(hidden)?;
    if view::goes_on_in(tx, ticket_id).await?.is_some_and(|(end, _)| end == root_id) {
        let (ticket, other) = (edit.ticket().clone(), root.ticket().clone());
        return Ok(Both { ticket, other, undo: None });
    }
    edit.refuse_merged(tx).await?;
    root.refuse_merged(tx).await?;
    edit.expect(seen.ticket)?;
    // Of a chain it is the end that is merged into; what was seen was its beginning.
    root.expect(seen.into.filter(|_| named == root_id))?;
    refuse_strangers(&edit, &root)?;
    refuse_too_many(tx, ticket_id, root_id).await?;
    let pointer = Merge::plan(&edit, &root, cx.now);
    let stands = Change::Merged(Merged {
        into_id: root_id,
        into: root_number.clone(),
        status_id: status::builtin(StatusCategory::Closed),
        status_category: StatusCategory::Closed,
    });
    take_over(cx, &edit, &mut root, &pointer);
    Box::pin(participant::go_along(tx, cx, ticket_id, &mut root)).await?;
    edit.apply(cx, stands);
    let ticket = edit.save(tx, cx).await?;
    let other = root.save(tx, cx).await?;
    sql::insert_merge(tx, ticket_id, &pointer).await?;
    Ok(Both { ticket, other, undo: Some(Undo::Merge { from: None, to: Some(root_number) }) })
}

/// Takes a ticket apart from the one that it goes on in: it stands as it did before, and what had gone on in it goes on in it
/// again. What was written since stays where it was written.
///
/// # Errors
/// `not-found`, for one that goes on nowhere too; `no-permission` without `ticket.status` over both, `version-conflict`; the
/// latter too where it goes on in another ticket than `from`.
pub async fn unmerge(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    seen: Option<i64>,
    from: Option<&PublicId>,
) -> Result<Both> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    let ticket_id = view::find_id(tx, public_id, &scope).await?.or_not_found()?;
    let Some((root_id, root_number)) = view::goes_on_in(tx, ticket_id).await? else {
        let edit = Edit::begin_any(tx, cx, public_id, Permission::TicketStatus).await?;
        edit.expect(seen)?;
        // Whoever turns a merge back wants to know that somebody was faster.
        return match from {
            Some(_) => Err(edit.moved_on()),
            None => Err(Error::refused(Code::NotFound)),
        };
    };
    let (one, other) = ((ticket_id, public_id), (root_id, &root_number));
    let (mut edit, mut root) = begin_both(tx, cx, Permission::TicketStatus, one, other).await?;
    edit.expect(seen)?;
    let merge = view::merge_of(tx, ticket_id).await?.filter(|merge| merge.root_id == root_id);
    let Some(merge) = merge else { return Err(edit.moved_on()) };
    let (into, _) = view::placement(tx, merge.into_id).await?.or_not_found()?;
    if from.is_some_and(|from| *from != into) {
        return Err(edit.moved_on());
    }
    sql::delete_merge(tx, ticket_id).await?;
    let last_word = view::last_word(tx, root_id).await?;
    let apart = Unmerged {
        from_id: merge.into_id,
        from: into.clone(),
        status_id: merge.status_id,
        status_category: merge.status_category,
        solved_at: merge.solved_at,
        // What would have come back meanwhile is back.
        snooze: merge.snooze.filter(|snooze| snooze.until.is_none_or(|until| until > cx.now)),
    };
    give_back(tx, cx, &mut root, &merge).await?;
    let parted = Parted {
        ticket_id,
        number: public_id.clone(),
        last_word: last_word.filter(|last| !stands(&root, last)),
    };
    root.apply(cx, Change::Parted(parted));
    edit.apply(cx, Change::Unmerged(apart));
    let ticket = edit.save(tx, cx).await?;
    let other = root.save(tx, cx).await?;
    Ok(Both { ticket, other, undo: Some(Undo::Merge { from: Some(into), to: None }) })
}

/// Where a ticket of another desk went on, with both found here.
#[derive(Clone, Debug)]
pub(crate) struct OldMerge {
    pub ticket_id: TicketId,
    pub into_id: TicketId,
    pub merged_at: Timestamp,
    pub status: StatusCategory,
    /// Of that category.
    pub status_id: StatusId,
    pub solved_at: Option<Timestamp>,
    pub snooze: Option<Snooze>,
    pub into_status_id: Option<StatusId>,
}

/// Lets a ticket go on in another one as it did at another desk. Nothing is taken over: what the other one took over there, it was brought
/// with.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; as [`merge`].
pub(crate) async fn bring(tx: &Tx<'_>, cx: &mut Cx, old: &OldMerge) -> Result<()> {
    cx.viewer.require_inside()?;
    let (ticket_id, into_id) = (old.ticket_id, old.into_id);
    if ticket_id == into_id {
        return Err(Error::refused(Code::MergeItself));
    }
    let (number, _) = view::placement(tx, ticket_id).await?.or_not_found()?;
    let (into, _) = view::placement(tx, into_id).await?.or_not_found()?;
    let (one, other) = ((ticket_id, &number), (into_id, &into));
    let (mut edit, mut root) = begin_both(tx, cx, Permission::TicketStatus, one, other).await?;
    edit.refuse_merged(tx).await?;
    root.refuse_merged(tx).await?;
    refuse_strangers(&edit, &root)?;
    refuse_too_many(tx, ticket_id, into_id).await?;
    let pointer = Merge {
        into_id,
        root_id: into_id,
        merged_at: old.merged_at.min(cx.now),
        status_id: old.status_id,
        status_category: old.status,
        solved_at: old.solved_at,
        snooze: old.snooze,
        into_status_id: old.into_status_id,
    };
    let last = LastWord { at: edit.ticket().last_message_at, by: edit.ticket().last_message_by };
    let last_word = (last.at > root.ticket().last_message_at).then_some(last);
    let (status_id, status_category) =
        (status::builtin(StatusCategory::Closed), StatusCategory::Closed);
    root.apply(
        cx,
        Change::Joined(Joined { ticket_id, number, last_word, tier: None, nudges: None }),
    );
    edit.apply(cx, Change::Merged(Merged { into_id, into, status_id, status_category }));
    edit.save(tx, cx).await?;
    root.save(tx, cx).await?;
    sql::insert_merge(tx, ticket_id, &pointer).await
}

/// Begins to change both, in the order of their ids, as all do who lock two chains.
pub(super) async fn begin_both(
    tx: &Tx<'_>,
    cx: &Cx,
    permission: Permission,
    one: (TicketId, &PublicId),
    other: (TicketId, &PublicId),
) -> Result<(Edit, Edit)> {
    if one.0 < other.0 {
        let edit = Edit::begin_any(tx, cx, one.1, permission).await?;
        return Ok((edit, Edit::begin_any(tx, cx, other.1, permission).await?));
    }
    let root = Edit::begin_any(tx, cx, other.1, permission).await?;
    Ok((Edit::begin_any(tx, cx, one.1, permission).await?, root))
}

/// Turns a merge back, or merges again what was taken apart, as long as it stands as it was left.
pub(super) async fn put_back(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    from: Option<&PublicId>,
    to: Option<&PublicId>,
) -> Result<Done> {
    let both = match from {
        Some(into) => merge(tx, cx, public_id, into, Seen::default()).await?,
        None => unmerge(tx, cx, public_id, None, to).await?,
    };
    Ok(both.into())
}

impl Merge {
    /// The pointer from one ticket to another, with what both stood at.
    fn plan(edit: &Edit, root: &Edit, now: Timestamp) -> Self {
        let (ticket, other) = (edit.ticket(), root.ticket());
        let takes = turn(ticket.status_category) > turn(other.status_category);
        Self {
            into_id: other.id,
            root_id: other.id,
            merged_at: now,
            status_id: ticket.status_id,
            status_category: ticket.status_category,
            solved_at: ticket.solved_at,
            snooze: edit.snooze(),
            into_status_id: takes.then_some(other.status_id),
        }
    }
}

/// How much is left to be done: of two tickets that become one, the higher stays.
fn turn(category: StatusCategory) -> u8 {
    match category {
        StatusCategory::Closed => 0,
        StatusCategory::Solved => 1,
        StatusCategory::WaitingOnCustomer => 2,
        StatusCategory::WaitingOnInternal => 3,
        StatusCategory::Open => 4,
    }
}

/// What the other one takes over, so that nothing that pressed is forgotten: status, priority, risk, tier, nudges, and whose
/// word was the last.
fn take_over(cx: &Cx, edit: &Edit, root: &mut Edit, pointer: &Merge) {
    let (ticket, theirs) = (edit.ticket().clone(), root.ticket().clone());
    let (own, other): (Attention, Attention) = (edit.attention(), root.attention());
    let last = LastWord { at: ticket.last_message_at, by: ticket.last_message_by };
    root.apply(
        cx,
        Change::Joined(Joined {
            ticket_id: ticket.id,
            number: ticket.public_id.clone(),
            last_word: (last.at > theirs.last_message_at).then_some(last),
            tier: (own.tier.rank() > other.tier.rank()).then_some(own.tier),
            nudges: (own.nudges > other.nudges).then_some(own.nudges),
        }),
    );
    if pointer.into_status_id.is_some() {
        let (status_id, status_category) = (ticket.status_id, ticket.status_category);
        let cause = StatusCause::Merged;
        root.apply(cx, Change::StatusSet(StatusSet { status_id, status_category, cause }));
    }
    // What is to be done now is not put aside with the other.
    let is_pressing = ticket.status_category.is_active() && edit.snooze().is_none();
    if is_pressing && root.snooze().is_some() {
        root.apply(cx, Change::Woken(Woken { cause: WakeCause::Staff, told: None }));
    }
    if ticket.risk != Risk::None && theirs.risk == Risk::None {
        let cause = RiskCause::Staff;
        root.apply(cx, Change::RiskSet(RiskSet { risk: ticket.risk, cause }));
    }
    if ticket.priority > theirs.priority {
        root.apply(cx, Change::PrioritySet(PrioritySet { priority: ticket.priority }));
    }
}

/// The status that the other one had, unless it moved on or somebody wrote there since.
async fn give_back(tx: &Tx<'_>, cx: &Cx, root: &mut Edit, merge: &Merge) -> Result<()> {
    let ticket = root.ticket();
    let is_as_left = ticket.id == merge.into_id
        && ticket.status_id == merge.status_id
        && ticket.last_message_at <= merge.merged_at;
    match merge.into_status_id.filter(|_| is_as_left) {
        Some(status_id) => root.set_status(tx, cx, status_id, StatusCause::Unmerged).await,
        None => Ok(()),
    }
}

/// Says whether a ticket's row has this as its last word already.
pub(super) fn stands(root: &Edit, last: &LastWord) -> bool {
    let ticket = root.ticket();
    (ticket.last_message_at, ticket.last_message_by) == (last.at, last.by)
}

pub(super) fn refuse_strangers(edit: &Edit, root: &Edit) -> Result<()> {
    let (ticket, other) = (edit.ticket(), root.ticket());
    if (ticket.customer_id, ticket.brand_id) != (other.customer_id, other.brand_id) {
        return Err(Error::refused(Code::MergeOtherCustomer));
    }
    Ok(())
}

async fn refuse_too_many(tx: &Tx<'_>, ticket_id: TicketId, root_id: TicketId) -> Result<()> {
    let of = async |id| -> Result<usize> { Ok(view::merged_into(tx, id).await?.len()) };
    if of(ticket_id).await? + of(root_id).await? + 1 > limits::MERGED_PER_TICKET {
        return Err(Error::limit_reached(limits::MERGED_PER_TICKET));
    }
    Ok(())
}

fn unknown_target() -> Error {
    Error::field("into", Code::FieldInvalid)
}

/// A target that went out of sight while its chain was waited for.
fn hidden(error: Error) -> Error {
    if error.code() == Code::NotFound { unknown_target() } else { error }
}
