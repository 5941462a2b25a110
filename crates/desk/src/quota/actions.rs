//! Counting, locking out, forgetting.

use std::time::Duration;

use proofdesk_store::Tx;

use super::{Door, Doors, Kind, Standing, Taken, Tally, seconds_between, sql};
use crate::code::Code;
use crate::error::{Attempt, Error, Result};
use crate::limits;
use crate::time::Timestamp;

/// Takes one out of `limit` within `window`, which begins with the first use, and returns how many are left.
///
/// The refusal, `budget-spent` with the seconds until the window ends, comes as an [`Attempt`]: what it learned of a
/// clock that jumped must be committed.
pub async fn take(
    tx: &Tx<'_>,
    kind: Kind,
    subject: &str,
    limit: i64,
    window: Duration,
    now: Timestamp,
) -> Result<Attempt<i64>> {
    let tally = sql::lock_or_start(tx, kind, subject, now).await?;
    let (tally, answer) = match tally.taken(limit, window, now) {
        Taken::Granted(tally) => (tally, Ok(limit - tally.used)),
        Taken::Spent { tally, seconds } => {
            (tally, Err(Error::retry_after(Code::BudgetSpent, seconds)))
        }
    };
    sql::set(tx, kind, subject, &tally).await?;
    Ok(answer)
}

/// Takes one out of `limit` within any stretch of time as long as `window`, and returns how many are left. For small limits:
/// each use is remembered.
///
/// The refusal, `budget-spent` with the seconds until one comes back, comes as an [`Attempt`] for the same reason.
pub async fn take_sliding(
    tx: &Tx<'_>,
    kind: Kind,
    subject: &str,
    limit: i64,
    window: Duration,
    now: Timestamp,
) -> Result<Attempt<i64>> {
    let uses = sql::lock_uses(tx, kind, subject, now).await?;
    let (uses, taken) = uses.take(limit, window, now);
    sql::set_uses(tx, kind, subject, &uses, now).await?;
    Ok(taken.map_err(|seconds| Error::retry_after(Code::BudgetSpent, seconds)))
}

/// Locks the rows of the doors and says whether they may be tried.
///
/// The refusal comes as an [`Attempt`], because an end that had to be moved must be committed.
pub(crate) async fn check(tx: &Tx<'_>, doors: &Doors, now: Timestamp) -> Result<Attempt<()>> {
    let mut latest = None;
    for Door { kind, subject, limit } in doors.barred() {
        let Some(tally) = sql::lock(tx, kind, subject).await? else { continue };
        if let Standing::Locked { until, moved } = tally.standing(limit, now) {
            if moved {
                let tally = Tally { window_start: now, locked_until: Some(until), ..tally };
                sql::set(tx, kind, subject, &tally).await?;
            }
            latest = latest.max(Some(until));
        }
    }
    Ok(match latest {
        Some(until) => Err(Error::retry_after(Code::LockedOut, seconds_between(now, until))),
        None => Ok(()),
    })
}

/// Counts a failure at each of the doors. Returns for how many seconds the account is locked now, there or everywhere, if it
/// is.
pub(crate) async fn failed(tx: &Tx<'_>, doors: &Doors, now: Timestamp) -> Result<Option<u64>> {
    let mut latest = None;
    for Door { kind, subject, limit } in doors.all() {
        let tally = sql::lock_or_start(tx, kind, subject, now).await?.failed(limit, now);
        sql::set(tx, kind, subject, &tally).await?;
        if kind != Kind::SignInAddress {
            latest = latest.max(tally.locked_until);
        }
    }
    Ok(latest.map(|until| seconds_between(now, until)))
}

/// Forgets the failures.
pub(crate) async fn forget(tx: &Tx<'_>, doors: &Doors) -> Result<()> {
    for Door { kind, subject, .. } in doors.all() {
        sql::clear(tx, kind, subject).await?;
    }
    Ok(())
}

/// Forgets the failures and remembers the place: whoever stands at the doors has proven who they are.
pub(crate) async fn succeeded(tx: &Tx<'_>, doors: &Doors, now: Timestamp) -> Result<()> {
    forget(tx, doors).await?;
    let (kind, subject) = doors.place();
    let place = Tally { locked_until: Some(now + limits::SIGN_IN_PLACE), ..Tally::start(now) };
    sql::lock_or_start(tx, kind, subject, now).await?;
    sql::set(tx, kind, subject, &place).await
}

/// Deletes up to `limit` rows that no longer count. Returns how many.
pub async fn prune(tx: &Tx<'_>, now: Timestamp, limit: u32) -> Result<u64> {
    sql::prune(tx, now - limits::LOCK_OUT_MEMORY, now, limit).await
}
