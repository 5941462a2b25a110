//! Tickets that are put aside until a moment, or until something happens. They leave the queues of what is to be done, and
//! come back by themselves: by the job that was written with the putting aside, by what the exchange tells, and by whatever
//! their customer does.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, Snooze, WakeCause, WakeOn, Woken, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{PublicId, TicketId};
use crate::job::actions::{Due, enqueue_at};
use crate::limits;
use crate::permission::Permission;
use crate::time::Timestamp;

/// The kind of the job that brings one back.
pub const JOB_KIND: &str = "ticket.wake";
pub const JOB_LANE: &str = "inward";

impl Snooze {
    /// Refuses a moment that has passed or is too far away, and one that means nothing.
    ///
    /// # Errors
    /// `field-required` and `field-invalid` at `until`.
    pub fn check(&self, now: Timestamp) -> Result<()> {
        match (self.wake_on, self.until) {
            (WakeOn::Time, None) => Err(Error::field("until", Code::FieldRequired)),
            (WakeOn::Time, Some(until)) if until > now && until <= now + limits::SNOOZE_MAX => {
                Ok(())
            }
            (WakeOn::Reply | WakeOn::Deposit, None) => Ok(()),
            _ => Err(Error::field("until", Code::FieldInvalid)),
        }
    }
}

/// Puts a ticket aside, or brings it back (`None`), within a change that is in progress. Says whether that is news.
///
/// # Errors
/// `snooze-inactive` for one on which nobody has anything to do; as [`Snooze::check`].
pub(super) async fn set(
    tx: &Tx<'_>,
    cx: &mut Cx,
    edit: &mut Edit,
    to: Option<Snooze>,
) -> Result<bool> {
    if edit.snooze() == to {
        return Ok(false);
    }
    let Some(snooze) = to else {
        let woken = Woken { cause: WakeCause::Staff, told: None };
        edit.apply(cx, Change::Woken(woken));
        return Ok(true);
    };
    snooze.check(cx.now)?;
    if !edit.ticket().status_category.is_active() {
        return Err(Error::refused(Code::SnoozeInactive));
    }
    edit.apply(cx, Change::Snoozed(snooze));
    if let Some(until) = snooze.until {
        wake_later(tx, cx, edit.ticket().id, until).await?;
    }
    Ok(true)
}

/// One job for each moment: who changes their mind leaves one behind that finds nothing to do.
pub(super) async fn wake_later(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: TicketId,
    until: Timestamp,
) -> Result<()> {
    let (key, payload) = (format!("{id} {}", until.micros()), format!("\"{id}\""));
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: &key,
        payload: &payload,
        max_attempts: limits::WAKE_ATTEMPTS,
    };
    enqueue_at(tx, cx, &due, until).await
}

/// Brings a ticket back whose moment has come, and says so to whom it belongs. Does nothing for one that is back already, or that
/// was put aside for longer meanwhile; so a job that runs twice does it once.
///
/// # Errors
/// Only those of the store.
pub async fn wake_due(tx: &Tx<'_>, cx: &mut Cx, id: TicketId) -> Result<()> {
    let due = |snooze: &Snooze, now| snooze.until.is_some_and(|until| until <= now);
    let now = cx.now;
    wake(tx, cx, id, WakeCause::Time, |snooze| due(snooze, now)).await
}

/// Brings a ticket back that waits for a deposit of its customer's, which the exchange has told of.
pub(crate) async fn wake_for_deposit(tx: &Tx<'_>, cx: &mut Cx, id: TicketId) -> Result<()> {
    let waits = |snooze: &Snooze| snooze.wake_on == WakeOn::Deposit;
    wake(tx, cx, id, WakeCause::Deposit, waits).await
}

async fn wake(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: TicketId,
    cause: WakeCause,
    is_due: impl Fn(&Snooze) -> bool,
) -> Result<()> {
    // Most tickets are not put aside: those cost one look.
    if !view::snooze(tx, id).await?.is_some_and(|snooze| is_due(&snooze)) {
        return Ok(());
    }
    let Some((public_id, _)) = view::placement(tx, id).await? else { return Ok(()) };
    let mut edit = begin(tx, cx, &public_id).await?;
    if !edit.snooze().is_some_and(|snooze| is_due(&snooze)) {
        return Ok(());
    }
    // Behind the lock: it may have gone to somebody else meanwhile.
    let told = edit.ticket().assignee_id;
    edit.apply(cx, Change::Woken(Woken { cause, told }));
    edit.save(tx, cx).await?;
    Ok(())
}

async fn begin(tx: &Tx<'_>, cx: &Cx, public_id: &PublicId) -> Result<Edit> {
    cx.viewer.require_inside()?;
    Edit::begin(tx, cx, public_id, Permission::TicketStatus, None).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::start;

    #[test]
    fn a_snooze_has_a_moment_to_come_or_something_to_wait_for() {
        let now = start();
        let snooze = |wake_on, until| Snooze { wake_on, until };
        let hour = Some(now + Duration::from_secs(3600));
        for (one, fine) in [
            (snooze(WakeOn::Time, hour), true),
            (snooze(WakeOn::Time, None), false),
            (snooze(WakeOn::Time, Some(now)), false),
            (snooze(WakeOn::Time, Some(now + limits::SNOOZE_MAX * 2)), false),
            (snooze(WakeOn::Reply, None), true),
            (snooze(WakeOn::Deposit, None), true),
            (snooze(WakeOn::Reply, hour), false),
        ] {
            assert_eq!(one.check(now).is_ok(), fine, "{one:?}");
        }
    }
}
