//! What staff do to constraints.

use proofdesk_store::Tx;

use super::event::{ConstraintAdded, ConstraintChanged, ConstraintEnded, ConstraintMasked};
use super::{Constraint, Kind, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{ConstraintId, CustomerId, StaffId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;
use crate::ticket::view::Named;
use crate::time::Timestamp;
use crate::{customer, limits};

/// What somebody says of a constraint.
#[derive(Clone, Debug)]
pub struct ConstraintDraft {
    pub kind: Kind,
    pub text: String,
    /// `None`: from now on, or as it was.
    pub from: Option<Timestamp>,
    /// `None` without end.
    pub until: Option<Timestamp>,
}

/// Adds a constraint to a customer's account.
///
/// # Errors
/// `staff-only`; `not-found` for customers whom the viewer does not see; `no-permission` without `constraint.manage` over them;
/// `limit-reached`; those of the fields.
pub async fn add(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    draft: &ConstraintDraft,
) -> Result<ConstraintId> {
    let made_by = cx.viewer.staff()?.staff_id;
    require(tx, cx, customer_id).await?;
    let text = Clean::field("text", &draft.text, limits::CONSTRAINT_CHARS)?;
    let from = draft.from.unwrap_or(cx.now);
    check_from(from, cx.now)?;
    check_until(draft.until, from, cx.now)?;
    keep(tx, cx, (customer_id, made_by), draft, (text, from)).await
}

/// Adds a constraint that somebody added at another desk, in their name; whether its time is over by now is no matter.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; `limit-reached`; those of the fields.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    made_by: StaffId,
    draft: &ConstraintDraft,
) -> Result<ConstraintId> {
    cx.viewer.require_inside()?;
    let text = Clean::field("text", &draft.text, limits::CONSTRAINT_CHARS)?;
    let from = draft.from.unwrap_or(cx.now);
    if draft.until.is_some_and(|until| until <= from) {
        return Err(Error::field("until", Code::FieldInvalid));
    }
    keep(tx, cx, (customer_id, made_by), draft, (text, from)).await
}

/// Writes a constraint that may be kept.
async fn keep(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (customer_id, made_by): (CustomerId, StaffId),
    draft: &ConstraintDraft,
    (text, from): (Clean, Timestamp),
) -> Result<ConstraintId> {
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    if view::not_over(tx, customer_id, cx.now).await? >= limits::CONSTRAINTS_PER_CUSTOMER {
        return Err(Error::limit_reached(limits::CONSTRAINTS_PER_CUSTOMER));
    }
    let constraint = Constraint {
        id: cx.id(),
        customer_id,
        kind: draft.kind,
        text: text.as_str().to_owned(),
        from,
        until: draft.until,
        made_by: Named { id: made_by, name: String::new() },
        created_at: cx.now,
        ended: None,
        updated_at: cx.now,
        version: 1,
    };
    sql::insert(tx, &constraint).await?;
    let Constraint { id: constraint_id, kind, until, .. } = constraint;
    let added = ConstraintAdded { customer_id, constraint_id, kind, from, until };
    chain.append(tx, cx, &[NewEvent::of(&added)?]).await?;
    Ok(constraint_id)
}

/// Says a constraint anew and returns its version. `version` is the one that the viewer saw. One whose time is over holds again by
/// a later end; one that somebody ended does not.
///
/// # Errors
/// As [`add`]; `constraint-ended`; `version-conflict`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    id: ConstraintId,
    version: i64,
    draft: &ConstraintDraft,
) -> Result<i64> {
    cx.viewer.staff()?;
    require(tx, cx, customer_id).await?;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    let was = view::find(tx, customer_id, id).await?.or_not_found()?;
    if was.version != version {
        return Err(Error::refused(Code::VersionConflict));
    }
    if was.ended.is_some() {
        return Err(Error::refused(Code::ConstraintEnded));
    }
    let text = Clean::field("text", &draft.text, limits::CONSTRAINT_CHARS)?;
    let now_is = Constraint {
        kind: draft.kind,
        text: text.as_str().to_owned(),
        from: draft.from.unwrap_or(was.from),
        until: draft.until,
        ..was.clone()
    };
    if now_is.from != was.from {
        check_from(now_is.from, cx.now)?;
    }
    if (now_is.from, now_is.until) != (was.from, was.until) {
        check_until(now_is.until, now_is.from, cx.now)?;
    }
    let changed = [
        ("kind", now_is.kind != was.kind),
        ("text", now_is.text != was.text),
        ("from", now_is.from != was.from),
        ("until", now_is.until != was.until),
    ];
    let fields: Vec<String> =
        changed.iter().filter(|(_, c)| *c).map(|(field, _)| (*field).to_owned()).collect();
    if fields.is_empty() {
        return Ok(version);
    }
    if !sql::update(tx, &now_is, version, cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let Constraint { kind, from, until, .. } = now_is;
    let event = ConstraintChanged { customer_id, constraint_id: id, fields, kind, from, until };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Ends a constraint before its time and returns its version. One that is ended stays as it is.
///
/// # Errors
/// `staff-only`; `not-found`; `no-permission`.
pub async fn end(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    id: ConstraintId,
) -> Result<i64> {
    let by = cx.viewer.staff()?.staff_id;
    require(tx, cx, customer_id).await?;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    let was = view::find(tx, customer_id, id).await?.or_not_found()?;
    if was.ended.is_some() {
        return Ok(was.version);
    }
    sql::end(tx, id, by, cx.now).await?;
    let ended = ConstraintEnded { customer_id, constraint_id: id };
    chain.append(tx, cx, &[NewEvent::of(&ended)?]).await?;
    Ok(was.version + 1)
}

/// Reads a constraint's text once more and masks what the guard finds. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: ConstraintId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(seen) = view::by_id(tx, id).await? else { return Ok(false) };
    let customer_id = seen.customer_id;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    // Again behind the lock.
    let Some(constraint) = view::by_id(tx, id).await? else { return Ok(false) };
    let Some(clean) = Clean::again(&constraint.text)? else { return Ok(false) };
    sql::mask(tx, id, clean.as_str(), cx.now).await?;
    let masked = ConstraintMasked { customer_id, constraint_id: id, kinds: clean.kinds() };
    chain.append(tx, cx, &[NewEvent::of(&masked)?]).await?;
    Ok(true)
}

/// Refuses who does not see the customer, and who does not keep their constraints.
async fn require(tx: &Tx<'_>, cx: &Cx, customer_id: CustomerId) -> Result<()> {
    let scope = cx.viewer.scope(Permission::CustomerRead);
    customer::view::visible(tx, &scope, customer_id).await?.or_not_found()?;
    let scope = cx.viewer.scope(Permission::ConstraintManage);
    match customer::view::visible(tx, &scope, customer_id).await? {
        Some(_) => Ok(()),
        None => Err(Error::no_permission(Permission::ConstraintManage)),
    }
}

fn check_from(from: Timestamp, now: Timestamp) -> Result<()> {
    let span = limits::CONSTRAINT_SPAN;
    match now - span <= from && from <= now + span {
        true => Ok(()),
        false => Err(Error::field("from", Code::FieldInvalid)),
    }
}

/// One that would be over already is a slip.
fn check_until(until: Option<Timestamp>, from: Timestamp, now: Timestamp) -> Result<()> {
    match until {
        Some(until) if until <= from || until <= now || until > now + limits::CONSTRAINT_SPAN => {
            Err(Error::field("until", Code::FieldInvalid))
        }
        _ => Ok(()),
    }
}
