//! Jobs: what must happen later, written in the transaction that wants it.
//!
//! A job runs at least once. It is *ready* until a worker leases it, then *leased* until the worker
//! finishes it, hands it back, buries it or lets the lease run out; *done* and *dead* are final.
//! Each lease raises `fence`, and whoever acts on a job shows the fence of its lease: a worker that
//! slept through its lease changes nothing any more.
//!
//! While a job is unfinished (ready or leased), a second one with the same kind and dedupe key is
//! not added.
//!
//! Times are microseconds since 1970 UTC and always come from the caller. A clock that was ahead for a
//! while leaves times behind that are far away once it is set right: leases that far are taken back
//! ([`LEASE_FAR_US`]), and [`Db::settle_jobs`] finds the jobs.

use uuid::Uuid;

use crate::limits::{LEASE_BATCH, LEASE_FAR_US};
use crate::{Db, Engine, Error, FromRow, Result, Row, Tx, params};

/// A job to be added by [`Tx::enqueue`].
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// Made by the caller, so that a closure that runs twice adds the same job.
    pub id: Uuid,
    /// What to do: the name of the code that runs it.
    pub kind: &'a str,
    /// Which workers take it; a slow lane holds up no other.
    pub lane: &'a str,
    /// Unique per kind while unfinished. `None`: always added.
    pub dedupe_key: Option<&'a str>,
    /// JSON for the code that runs it.
    pub payload: &'a str,
    /// Not before this time, in microseconds.
    pub run_at: i64,
    /// After so many leases without success the job is dead.
    pub max_attempts: u32,
    /// The time now, in microseconds.
    pub now: i64,
}

/// A job in the hands of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Id of the job.
    pub id: Uuid,
    /// Kind of the job.
    pub kind: String,
    /// Lane of the job.
    pub lane: String,
    /// JSON as given when it was added.
    pub payload: String,
    /// How many leases it has had, with this one: 1 the first time.
    pub attempts: u32,
    /// The most that it may have.
    pub max_attempts: u32,
    /// Shows that this lease is the latest.
    pub fence: i64,
    /// When it was due, in microseconds.
    pub run_at: i64,
    /// When it was added, in microseconds.
    pub created_at: i64,
}

/// What became of a job that was handed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retried {
    /// It runs again.
    Later,
    /// That was its last attempt: it is dead.
    Dead,
}

impl FromRow for Lease {
    fn from_row(row: &mut Row<'_>) -> Result<Self> {
        Ok(Lease {
            id: row.next()?,
            kind: row.next()?,
            lane: row.next()?,
            payload: row.next()?,
            attempts: row.next()?,
            max_attempts: row.next()?,
            fence: row.next()?,
            run_at: row.next()?,
            created_at: row.next()?,
        })
    }
}

const INSERT: &str = "insert into job (id, kind, lane, dedupe_key, payload, run_at, attempts, max_attempts, fence, state, created_at)
 values ($1, $2, $3, $4, $5, $6, 0, $7, 0, 'ready', $8)
 on conflict (kind, dedupe_key) where finished_at is null do nothing";
const EXPIRE: &str =
    "update job set state = case when attempts < max_attempts then 'ready' else 'dead' end,
 finished_at = case when attempts < max_attempts then null else cast($1 as bigint) end,
 last_error = 'the lease ran out', worker = null, lease_until = null
 where lane = $2 and state = 'leased' and (lease_until <= $1 or lease_until > $3)";
const LEASE_SQLITE: &str = "update job set state = 'leased', worker = $1, lease_until = $2,
 attempts = attempts + 1, fence = fence + 1
 where id in (select id from job where lane = $3 and state = 'ready' and run_at <= $4 order by run_at, id limit $5)
 returning id, kind, lane, payload, attempts, max_attempts, fence, run_at, created_at";
/// Workers that lease at the same time pass over each other's rows.
const LEASE_POSTGRES: &str = "update job set state = 'leased', worker = $1, lease_until = $2,
 attempts = attempts + 1, fence = fence + 1
 where id in (select id from job where lane = $3 and state = 'ready' and run_at <= $4 order by run_at, id limit $5
 for update skip locked)
 returning id, kind, lane, payload, attempts, max_attempts, fence, run_at, created_at";
/// Jobs that were due when they were added, at a time that has not come yet; and jobs that were tried,
/// and whose next turn is further away than any pause.
const SETTLE: &str = "update job set run_at = $1 where state = 'ready' and run_at > $1
 and ((created_at > $1 and run_at <= created_at) or (attempts > 0 and run_at > $2))";
const FINISH: &str =
    "update job set state = 'done', finished_at = $1, worker = null, lease_until = null
 where id = $2 and fence = $3 and state = 'leased'";
const RETRY: &str =
    "update job set state = case when attempts < max_attempts then 'ready' else 'dead' end,
 finished_at = case when attempts < max_attempts then null else cast($1 as bigint) end,
 run_at = $2, last_error = $3, worker = null, lease_until = null
 where id = $4 and fence = $5 and state = 'leased' returning state";
const BURY: &str = "update job set state = 'dead', finished_at = $1, last_error = $2, worker = null, lease_until = null
 where id = $3 and fence = $4 and state = 'leased'";
const EXTEND: &str =
    "update job set lease_until = $1 where id = $2 and fence = $3 and state = 'leased'";
const REVIVE: &str = "update job set state = 'ready', finished_at = null, attempts = 0, run_at = $1
 where id = $2 and state = 'dead' and not exists (select 1 from job as other
 where other.kind = job.kind and other.dedupe_key = job.dedupe_key and other.finished_at is null)";
const DROP: &str = "delete from job where id = $1 and state = 'dead'";
const PURGE: &str = "delete from job where id in
 (select id from job where finished_at < $1 and state = 'done' order by finished_at limit $2)";

/// The statements of this module that both engines prepare.
pub const ALL: &[&str] =
    &[INSERT, EXPIRE, LEASE_SQLITE, SETTLE, FINISH, RETRY, BURY, EXTEND, REVIVE, DROP, PURGE];

/// Characters of an error message that are kept.
const ERROR_KEPT: usize = 2_000;

pub(crate) async fn insert(tx: &Tx<'_>, new: &NewJob<'_>) -> Result<Option<Uuid>> {
    let row = params![
        new.id,
        new.kind,
        new.lane,
        new.dedupe_key,
        new.payload,
        new.run_at,
        new.max_attempts,
        new.now
    ];
    Ok((tx.exec(INSERT, row).await? == 1).then_some(new.id))
}

/// For a worker that finishes a job in the same transaction as its effects: exactly once inside the
/// database.
impl Tx<'_> {
    /// Marks the job done at `now`. Fails with [`Error::LeaseLost`].
    pub async fn finish_job(&self, lease: &Lease, now: i64) -> Result<()> {
        held(self.exec(FINISH, params![now, lease.id, lease.fence]).await?)
    }

    /// Hands the job back to run again at `run_at`, or buries it when this was its last attempt.
    /// Fails with [`Error::LeaseLost`].
    pub async fn retry_job(
        &self,
        lease: &Lease,
        now: i64,
        run_at: i64,
        error: &str,
    ) -> Result<Retried> {
        let error = cut(error);
        let row = params![now, run_at, error, lease.id, lease.fence];
        let state = self.query_opt::<(String,)>(RETRY, row).await?.ok_or(Error::LeaseLost)?;
        Ok(if state.0 == "dead" { Retried::Dead } else { Retried::Later })
    }

    /// Gives the job up at `now`. Fails with [`Error::LeaseLost`].
    pub async fn bury_job(&self, lease: &Lease, now: i64, error: &str) -> Result<()> {
        held(self.exec(BURY, params![now, cut(error), lease.id, lease.fence]).await?)
    }

    /// Keeps the job until `lease_until`. Fails with [`Error::LeaseLost`].
    pub async fn extend_job(&self, lease: &Lease, lease_until: i64) -> Result<()> {
        held(self.exec(EXTEND, params![lease_until, lease.id, lease.fence]).await?)
    }

    /// Makes a dead job ready again, with all its attempts, to run at `run_at`. False when it is
    /// not dead or an unfinished one has taken its dedupe key.
    pub async fn revive_job(&self, id: Uuid, run_at: i64) -> Result<bool> {
        Ok(self.exec(REVIVE, params![run_at, id]).await? == 1)
    }

    /// Deletes a dead job: what it was to do is not done. False when it is not dead.
    pub async fn drop_job(&self, id: Uuid) -> Result<bool> {
        Ok(self.exec(DROP, params![id]).await? == 1)
    }
}

impl Db {
    /// Leases at most `count` due jobs of a lane until `lease_until`, the longest due first. Leases
    /// that have run out by `now` are taken back before.
    pub async fn lease_jobs(
        &self,
        lane: &str,
        worker: &str,
        now: i64,
        lease_until: i64,
        count: u32,
    ) -> Result<Vec<Lease>> {
        let (lane, worker) = (lane.to_owned(), worker.to_owned());
        let mut leases: Vec<Lease> = self
            .write(async move |tx| -> Result<_> {
                let statement = match tx.engine() {
                    Engine::Sqlite => LEASE_SQLITE,
                    Engine::Postgres => LEASE_POSTGRES,
                };
                tx.exec(EXPIRE, params![now, lane, now.saturating_add(LEASE_FAR_US)]).await?;
                tx.query(statement, params![worker, lease_until, lane, now, count.min(LEASE_BATCH)])
                    .await
            })
            .await?;
        leases.sort_by_key(|lease| (lease.run_at, lease.id));
        Ok(leases)
    }

    /// Makes those jobs due at `now` that wait only because a clock was ahead when they were added or
    /// handed back, and tells how many. No job waits longer than until `furthest` for its next attempt.
    /// One that was added for a later moment keeps it.
    pub async fn settle_jobs(&self, now: i64, furthest: i64) -> Result<u64> {
        self.write(async move |tx| tx.exec(SETTLE, params![now, furthest]).await).await
    }

    /// [`Tx::finish_job`] in a transaction of its own.
    pub async fn finish_job(&self, lease: &Lease, now: i64) -> Result<()> {
        let lease = lease.clone();
        self.write(async move |tx| tx.finish_job(&lease, now).await).await
    }

    /// [`Tx::retry_job`] in a transaction of its own.
    pub async fn retry_job(
        &self,
        lease: &Lease,
        now: i64,
        run_at: i64,
        error: &str,
    ) -> Result<Retried> {
        let (lease, error) = (lease.clone(), error.to_owned());
        self.write(async move |tx| tx.retry_job(&lease, now, run_at, &error).await).await
    }

    /// [`Tx::bury_job`] in a transaction of its own.
    pub async fn bury_job(&self, lease: &Lease, now: i64, error: &str) -> Result<()> {
        let (lease, error) = (lease.clone(), error.to_owned());
        self.write(async move |tx| tx.bury_job(&lease, now, &error).await).await
    }

    /// [`Tx::extend_job`] in a transaction of its own.
    pub async fn extend_job(&self, lease: &Lease, lease_until: i64) -> Result<()> {
        let lease = lease.clone();
        self.write(async move |tx| tx.extend_job(&lease, lease_until).await).await
    }

    /// Deletes at most `limit` jobs done before `before`, and tells how many. Dead ones stay until
    /// somebody decides.
    pub async fn purge_jobs(&self, before: i64, limit: u32) -> Result<u64> {
        self.write(async move |tx| tx.exec(PURGE, params![before, limit]).await).await
    }
}

/// The pause before attempt `attempts + 1`, in microseconds: `base` doubled with each attempt up to
/// `cap`, of which the upper half is left to `random` (any 64 bits), so that what failed together
/// does not come back together.
pub fn backoff_us(attempts: u32, base_us: i64, cap_us: i64, random: u64) -> i64 {
    let doubled = 2_i64
        .checked_pow(attempts.saturating_sub(1))
        .and_then(|factor| base_us.checked_mul(factor));
    let whole = doubled.unwrap_or(cap_us).clamp(0, cap_us.max(0));
    let half = whole / 2;
    let spread = u64::try_from(whole - half).unwrap_or(0).saturating_add(1);
    half + i64::try_from(random % spread).unwrap_or(0)
}

fn held(count: u64) -> Result<()> {
    if count == 1 { Ok(()) } else { Err(Error::LeaseLost) }
}

fn cut(error: &str) -> &str {
    error.char_indices().nth(ERROR_KEPT).map_or(error, |(end, _)| error.get(..end).unwrap_or(error))
}
