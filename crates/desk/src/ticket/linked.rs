//! Tickets that belong together and stay two: what is known of the one helps with the other, or many are cases of one. Each shows
//! the other to whoever may see both. It is the desk's own affair: their customers see nothing of it.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::bulk::{Done, Undo};
use super::merge::begin_both;
use super::{Change, LinkKind, Linked, Unlinked, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{PublicId, TicketId};
use crate::limits;
use crate::permission::Permission;

/// Says what another ticket is to this one, whether or not they were linked before. What is so already is no error.
///
/// # Errors
/// `not-found` for either; `no-permission` without `ticket.note` over both; `link-itself`; `limit-reached`; `ticket-merged` for
/// one that goes on elsewhere.
pub async fn link(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    other: &PublicId,
    kind: LinkKind,
) -> Result<Done> {
    Pair::begin(tx, cx, public_id, other).await?.set(tx, cx, Some(kind)).await
}

/// The same for one of many that are linked with one other. That other one is named for all of them, so that one out of reach is a
/// wrong request and not a ticket that is gone.
///
/// # Errors
/// As [`link`]; `field-invalid` at `other` for one out of reach.
pub async fn link_one_of_many(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    other: &PublicId,
    kind: LinkKind,
) -> Result<Done> {
    let scope = cx.viewer.scope(Permission::TicketRead);
    if view::find_id(tx, other, &scope).await?.is_none() {
        return Err(Error::field("other", Code::FieldInvalid));
    }
    Box::pin(link(tx, cx, public_id, other, kind)).await
}

/// Takes a link away.
///
/// # Errors
/// `not-found` for either, and where they are not linked; `no-permission` without `ticket.note` over both; `link-itself`.
pub async fn unlink(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    other: &PublicId,
) -> Result<Done> {
    let pair = Pair::begin(tx, cx, public_id, other).await?;
    if pair.kind.is_none() {
        return Err(Error::refused(Code::NotFound));
    }
    pair.set(tx, cx, None).await
}

/// Turns a change of a link back, as long as it stands as it was left.
pub(super) async fn put_back(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    other: &PublicId,
    from: Option<LinkKind>,
    to: Option<LinkKind>,
) -> Result<Done> {
    let pair = Pair::begin(tx, cx, public_id, other).await?;
    if pair.kind != to {
        return Err(pair.edit.moved_on());
    }
    pair.set(tx, cx, from).await
}

/// Two tickets whose chains are locked.
struct Pair {
    edit: Edit,
    other: Edit,
    /// What the other one is to the first; `None` for nothing.
    kind: Option<LinkKind>,
}

impl Pair {
    async fn begin(tx: &Tx<'_>, cx: &Cx, public_id: &PublicId, other: &PublicId) -> Result<Self> {
        let scope = cx.viewer.scope(Permission::TicketRead);
        let ticket_id = view::find_id(tx, public_id, &scope).await?.or_not_found()?;
        let other_id = view::find_id(tx, other, &scope).await?.or_not_found()?;
        if ticket_id == other_id {
            return Err(Error::refused(Code::LinkItself));
        }
        let (one, two) = ((ticket_id, public_id), (other_id, other));
        let (edit, other) = begin_both(tx, cx, Permission::TicketNote, one, two).await?;
        let kind = view::link_of(tx, ticket_id, other_id).await?;
        Ok(Self { edit, other, kind })
    }

    async fn set(self, tx: &Tx<'_>, cx: &mut Cx, to: Option<LinkKind>) -> Result<Done> {
        let Self { mut edit, mut other, kind: from } = self;
        if from == to {
            return Ok(Done { ticket: edit.ticket().clone(), undo: None });
        }
        if to.is_some() {
            edit.refuse_merged(tx).await?;
            other.refuse_merged(tx).await?;
        }
        let (ticket_id, other_id) = (edit.ticket().id, other.ticket().id);
        if from.is_none() {
            refuse_too_many(tx, ticket_id).await?;
            refuse_too_many(tx, other_id).await?;
        }
        sql::set_link(tx, ticket_id, other_id, to).await?;
        edit.apply(cx, change(other_id, to));
        other.apply(cx, change(ticket_id, to.map(LinkKind::inverse)));
        let undo = Undo::Link { other: other.ticket().public_id.clone(), from, to };
        let ticket = edit.save(tx, cx).await?;
        other.save(tx, cx).await?;
        Ok(Done { ticket, undo: Some(undo) })
    }
}

fn change(ticket_id: TicketId, kind: Option<LinkKind>) -> Change {
    match kind {
        Some(kind) => Change::Linked(Linked { ticket_id, kind }),
        None => Change::Unlinked(Unlinked { ticket_id }),
    }
}

async fn refuse_too_many(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    if view::links(tx, ticket_id).await?.len() >= limits::LINKED_PER_TICKET {
        return Err(Error::limit_reached(limits::LINKED_PER_TICKET));
    }
    Ok(())
}
