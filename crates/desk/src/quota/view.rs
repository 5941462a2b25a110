//! Looking at what was counted.

use std::net::IpAddr;

use proofdesk_store::{Rx, params};

use super::{Door, Doors, Kind, Standing, Tally, seconds_between};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::time::Timestamp;

pub(super) const FIND: &str =
    "select window_start, used, locked_until from quota where kind = $1 and subject = $2";

/// The row of one subject, if it ever counted.
pub async fn find(rx: &Rx<'_>, kind: Kind, subject: &str) -> Result<Option<Tally>> {
    Ok(rx.query_opt(FIND, params![kind, subject]).await?)
}

/// The doors of an account and a network, known or not.
pub async fn doors(
    rx: &Rx<'_>,
    email: &str,
    address: Option<IpAddr>,
    now: Timestamp,
) -> Result<Doors> {
    let doors = Doors::new(email, address);
    let (kind, subject) = doors.place();
    let place = find(rx, kind, subject).await?;
    let known = place.and_then(|place| place.locked_until).is_some_and(|until| until > now);
    Ok(doors.known(known))
}

/// Refuses an attempt at locked doors before any costly work is done for it. The verb checks again under a lock.
///
/// # Errors
/// `locked-out` with the seconds to wait.
pub async fn require_open(rx: &Rx<'_>, doors: &Doors, now: Timestamp) -> Result<()> {
    let mut latest = None;
    for Door { kind, subject, limit } in doors.barred() {
        let Some(tally) = find(rx, kind, subject).await? else { continue };
        match tally.standing(limit, now) {
            // A lock whose end has to be moved is left to the verb, which can write.
            Standing::Locked { moved: true, .. } => return Ok(()),
            Standing::Locked { until, .. } => latest = latest.max(Some(until)),
            Standing::Open => {}
        }
    }
    match latest {
        Some(until) => Err(Error::retry_after(Code::LockedOut, seconds_between(now, until))),
        None => Ok(()),
    }
}
