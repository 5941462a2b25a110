//! A customer who waits: asking after a ticket, and asking for somebody who may do more.

use std::time::Duration;

use proofdesk_store::Tx;

use super::actions::{Edit, NewMessage, post};
use super::{
    Attention, Change, Escalated, Nudged, Priority, PrioritySet, StatusCategory, Ticket, Visibility,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::PublicId;
use crate::limits;
use crate::permission::Permission;
use crate::quota::seconds_between;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Whether a customer may do something now, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    Now,
    /// From then on.
    From(Timestamp),
    /// It is not the desk's turn.
    NotOurTurn,
    /// There is nobody above.
    AtTop,
}

impl Leave {
    fn require(self, now: Timestamp) -> Result<()> {
        match self {
            Self::Now => Ok(()),
            Self::From(at) => Err(Error::retry_after(Code::RateLimited, seconds_between(now, at))),
            Self::NotOurTurn => Err(Error::refused(Code::NotOurTurn)),
            Self::AtTop => Err(Error::refused(Code::EscalatedToTop)),
        }
    }

    /// From when the last of some pauses is over, each of which began at a moment.
    fn after(pauses: impl IntoIterator<Item = (Timestamp, Duration)>, now: Timestamp) -> Self {
        // A moment that is still to come was written by a clock that was ahead. Nobody waits for it.
        let known = pauses.into_iter().filter(|(since, _)| *since <= now + limits::CLOCK_LEEWAY);
        match known.map(|(since, pause)| since + pause).max() {
            Some(at) if at > now => Self::From(at),
            _ => Self::Now,
        }
    }
}

/// Whether its customer may ask after a ticket.
///
/// Not while it is their own turn; some time after the last word, so that an answer under way is not asked for; and
/// then every few hours.
pub fn may_nudge(ticket: &Ticket, attention: &Attention, now: Timestamp) -> Leave {
    if !waits_on_us(ticket) {
        return Leave::NotOurTurn;
    }
    let word = (ticket.last_message_at, limits::NUDGE_AFTER);
    let nudge = attention.nudged_at.map(|at| (at, limits::NUDGE_EVERY));
    Leave::after([word].into_iter().chain(nudge), now)
}

/// Whether its customer may ask for somebody who may do more.
///
/// At once the first time; the next tier has a day before it is gone above too.
pub fn may_escalate(ticket: &Ticket, attention: &Attention, now: Timestamp) -> Leave {
    if !ticket.status_category.is_active() {
        return Leave::NotOurTurn;
    }
    if attention.tier.above().is_none() {
        return Leave::AtTop;
    }
    Leave::after(attention.escalated_at.map(|at| (at, limits::ESCALATE_AGAIN)), now)
}

fn waits_on_us(ticket: &Ticket) -> bool {
    matches!(ticket.status_category, StatusCategory::Open | StatusCategory::WaitingOnInternal)
}

/// A customer asks after their ticket. Its agents see it in the list until one of them replies.
///
/// # Errors
/// `not-found`, `customers-only`; `not-our-turn`; `rate-limited` with the seconds until it may be asked.
pub async fn nudge(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<Ticket> {
    let mut edit = begin(tx, cx, public_id).await?;
    may_nudge(edit.ticket(), &edit.attention(), cx.now).require(cx.now)?;
    let count = edit.attention().nudges.saturating_add(1);
    edit.apply(cx, Change::Nudged(Nudged { count }));
    edit.save(tx, cx).await
}

/// A customer asks for the tier above, and says why: the reason is a message like any other. The ticket's priority becomes
/// high at least.
///
/// # Errors
/// `not-found`, `customers-only`; `not-our-turn`, `escalated-to-top`; `rate-limited` with the seconds until it may be
/// asked; those of [`post`].
pub async fn escalate(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    reason: &NewMessage,
) -> Result<Ticket> {
    let edit = begin(tx, cx, public_id).await?;
    let attention = edit.attention();
    may_escalate(edit.ticket(), &attention, cx.now).require(cx.now)?;
    let tier = attention.tier.above().ok_or_else(|| Error::refused(Code::EscalatedToTop))?;
    let reason = NewMessage { visibility: Visibility::Public, ..reason.clone() };
    let (_, message_id) = post(tx, cx, public_id, &reason).await?;
    let mut edit = begin(tx, cx, public_id).await?;
    edit.apply(cx, Change::Escalated(Escalated { tier, message_id }));
    if edit.ticket().priority < Priority::High {
        edit.apply(cx, Change::PrioritySet(PrioritySet { priority: Priority::High }));
    }
    edit.save(tx, cx).await
}

async fn begin(tx: &Tx<'_>, cx: &Cx, public_id: &PublicId) -> Result<Edit> {
    if !matches!(cx.viewer, Viewer::Customer(_)) {
        return Err(Error::refused(Code::CustomersOnly));
    }
    Edit::begin_where_it_goes_on(tx, cx, public_id, Permission::TicketReply).await
}
