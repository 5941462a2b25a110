use std::time::Duration;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Check, CheckName, Lane, Level};
use crate::error::Result;
use crate::log::{checkpoint, follower};
use crate::notification::{self, Channel};
use crate::time::Timestamp;
use crate::{staff_mail, webhook};

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[LANES, DEAD, MAILS, EVENT_AT, ACTIVE_WEBHOOKS];

const LANES: &str = "select lane, count(case when state = 'ready' and run_at <= $1 then 1 end), \
    min(case when state = 'ready' and run_at <= $1 then run_at end), \
    count(case when state = 'leased' then 1 end), \
    count(case when state = 'ready' and run_at > $1 then 1 end) \
    from job where finished_at is null group by lane order by lane";
pub(super) const DEAD: &str =
    "select count(*), max(finished_at) from job where finished_at is not null and state = 'dead'";
// One that waits for its moment is not late; one that was tried in vain is.
const MAILS: &str = "select count(*), min(case when attempts > 0 then created_at end) from job \
    where finished_at is null and kind in ($1, $2, $3)";
const EVENT_AT: &str = "select e.at from feed f join event e on e.id = f.event_id where f.pos = $1";
const ACTIVE_WEBHOOKS: &str = "select count(*) from webhook where state = 'active'";

/// Work that waits longer than this is waited for by somebody.
const LATE: Duration = Duration::from_secs(5 * 60);
/// And longer than this, nobody works.
const STUCK: Duration = Duration::from_secs(60 * 60);
/// A server that is away for a moment is no news.
const MAIL_LATE: Duration = Duration::from_secs(15 * 60);
/// Checkpoints come every minute while something happens.
const CHECKPOINT_LATE: Duration = Duration::from_secs(10 * 60);
/// Events that somebody who follows the feed is behind, and has not merely to catch its breath.
const BEHIND: i64 = 1_000;

/// What the database says.
pub(super) struct Read {
    pub checks: Vec<Check>,
    /// The last position of the feed.
    pub head: i64,
}

impl FromRow for Lane {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            name: row.next()?,
            waiting: row.next()?,
            oldest_at: row.next()?,
            running: row.next()?,
            later: row.next()?,
        })
    }
}

pub(super) async fn read(rx: &Rx<'_>, now: Timestamp) -> Result<(Vec<Lane>, Read)> {
    let lanes: Vec<Lane> = rx.query(LANES, params![now]).await?;
    let head = follower::head(rx).await?;
    let checks = vec![
        workers(&lanes, now),
        dead(rx).await?,
        mail(rx, now).await?,
        webhooks(rx, head).await?,
        checkpoints(rx, head, now).await?,
    ];
    Ok((lanes, Read { checks, head }))
}

fn workers(lanes: &[Lane], now: Timestamp) -> Check {
    let oldest = lanes.iter().filter_map(|lane| lane.oldest_at).min();
    let level = match oldest {
        Some(at) if at < now - STUCK => Level::Error,
        Some(at) if at < now - LATE => Level::Warning,
        _ => Level::Ok,
    };
    let waiting = lanes.iter().map(|lane| lane.waiting).sum();
    Check { count: Some(waiting), at: oldest, ..Check::of(CheckName::Workers, level) }
}

async fn dead(rx: &Rx<'_>) -> Result<Check> {
    let (count, at): (i64, Option<Timestamp>) = rx.query_one(DEAD, &[]).await?;
    let level = if count == 0 { Level::Ok } else { Level::Warning };
    Ok(Check { count: Some(count), at, ..Check::of(CheckName::DeadJobs, level) })
}

async fn mail(rx: &Rx<'_>, now: Timestamp) -> Result<Check> {
    if !notification::view::is_open(rx, Channel::Mail).await? {
        return Ok(Check::of(CheckName::Mail, Level::Off));
    }
    let kinds =
        params![notification::JOB_KIND, staff_mail::JOB_KIND, staff_mail::mention::JOB_KIND];
    let (count, at): (i64, Option<Timestamp>) = rx.query_one(MAILS, kinds).await?;
    let is_late = at.is_some_and(|at| at < now - MAIL_LATE);
    let level = if is_late { Level::Warning } else { Level::Ok };
    Ok(Check { count: Some(count), at, ..Check::of(CheckName::Mail, level) })
}

async fn webhooks(rx: &Rx<'_>, head: i64) -> Result<Check> {
    let (active,): (i64,) = rx.query_one(ACTIVE_WEBHOOKS, &[]).await?;
    if active == 0 {
        return Ok(Check::of(CheckName::Webhooks, Level::Off));
    }
    let behind = head - follower::position(rx, webhook::FOLLOWER).await?;
    Ok(following(CheckName::Webhooks, behind))
}

async fn checkpoints(rx: &Rx<'_>, head: i64, now: Timestamp) -> Result<Check> {
    let latest = checkpoint::latest(rx).await?.map(|signed| signed.checkpoint);
    let (size, at) = latest.map_or((0, None), |latest| (latest.size, Some(latest.at)));
    // Asked by the first event that none covers: while nothing happens, nothing is signed either.
    let uncovered: Option<(Timestamp,)> = rx.query_opt(EVENT_AT, params![size + 1]).await?;
    let is_late = uncovered.is_some_and(|(since,)| since < now - CHECKPOINT_LATE);
    let level = if is_late { Level::Warning } else { Level::Ok };
    let behind = head - size;
    Ok(Check { count: Some(behind.max(0)), at, ..Check::of(CheckName::Checkpoints, level) })
}

/// Of an index: whether one answers, and how far the feed was followed for it.
pub(super) fn index(name: CheckName, state: Option<(bool, i64)>, head: i64) -> Check {
    match state {
        None => Check::of(name, Level::Off),
        // One that is built for the first time answers nobody yet.
        Some((false, _)) => Check::of(name, Level::Warning),
        Some((true, followed)) => following(name, head - followed),
    }
}

fn following(name: CheckName, behind: i64) -> Check {
    let level = if behind > BEHIND { Level::Warning } else { Level::Ok };
    // What was read before and what after may have overtaken each other.
    Check { count: Some(behind.max(0)), ..Check::of(name, level) }
}
