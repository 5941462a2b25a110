use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use proofdesk_desk::attachment::Scanning;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Clock, Cx, Desk, Entropy, Result, Timestamp, limits, trace, webhook};
use proofdesk_locale::Locale;
use proofdesk_store::job::{Lease, backoff_us};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;
use tracing::field::Empty;

use crate::kind::{JobError, Kind, Run};
use crate::kinds::attachment_forget::AttachmentForget;
use crate::kinds::attachment_scan::ScanPending;
use crate::kinds::attachments_collect::AttachmentsCollect;
use crate::kinds::customer_erase::{CustomerErase, ErasureSettle};
use crate::kinds::guard_rescan::GuardRescan;
use crate::kinds::log_checkpoint::{LogCheckpoint, Outside};
use crate::kinds::log_verify::LogVerify;
use crate::kinds::prune::Prune;
use crate::kinds::sandbox_emit::SandboxEmit;
use crate::kinds::sealed_input::SealedInput;
use crate::lane;
use crate::schedule::{self, Recurring};

/// How long a job may be held without a word before another worker takes it.
const LEASE: Duration = Duration::from_secs(60);
/// How often a held job's lease is extended.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How often a lane looks for jobs whose time has come, apart from being told of new ones.
const POLL: Duration = Duration::from_secs(1);
const BACKOFF_BASE: Duration = Duration::from_secs(5);
const BACKOFF_CAP: Duration = Duration::from_secs(6 * 3600);
/// A clock that goes back by less is one that is read by several lanes at once.
const CLOCK_SLACK: Duration = Duration::from_secs(1);
/// Jobs that one step of a test runs at most, so that a job which wakes itself ends the step.
const STEP_JOBS: usize = 10_000;

/// Everything that runs jobs on this node. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    inner: Arc<Inner>,
}

struct Inner {
    desk: Desk,
    clock: Clock,
    entropy: Entropy,
    name: String,
    kinds: BTreeMap<&'static str, Arc<dyn Kind>>,
    recurring: Vec<(&'static str, &'static str, Duration)>,
    /// What the clock said last, in microseconds; before it was asked, later than it can say.
    latest: AtomicI64,
}

/// The running loops. Dropping it does not stop them; [`Workers::drain`] does.
#[derive(Debug)]
pub struct Workers {
    stop: CancellationToken,
    tasks: JoinSet<()>,
}

impl Worker {
    /// A worker of the given kinds and of the desk's own housekeeping.
    pub fn new(
        desk: Desk,
        clock: Clock,
        entropy: Entropy,
        kinds: Vec<Arc<dyn Kind>>,
        outside: Outside,
    ) -> Self {
        let verify = LogVerify { outside: outside.clone() };
        let mut recurring = vec![
            Recurring {
                kind: Box::new(LogCheckpoint { outside }),
                every: limits::CHECKPOINT_EVERY,
            },
            Recurring { kind: Box::new(Prune), every: Duration::from_secs(3600) },
            Recurring { kind: Box::new(AttachmentsCollect), every: Duration::from_secs(3600) },
            Recurring { kind: Box::new(SealedInput), every: limits::SEALED_INPUT_EVERY },
            Recurring { kind: Box::new(GuardRescan), every: Duration::from_secs(3600) },
        ];
        if desk.scanning() != Scanning::Off {
            recurring
                .push(Recurring { kind: Box::new(ScanPending), every: Duration::from_secs(3600) });
        }
        if desk.is_sandbox() {
            recurring
                .push(Recurring { kind: Box::new(SandboxEmit), every: Duration::from_secs(15) });
        }
        let name = hex::encode(entropy().first_chunk::<8>().copied().unwrap_or_default());
        let own = recurring.iter().map(|r| (r.kind.name(), r.kind.lane(), r.every));
        let given = kinds.iter().filter_map(|kind| Some((kind.name(), kind.lane(), kind.every()?)));
        let turns = own.chain(given).collect();
        let asked: [Arc<dyn Kind>; 4] = [
            Arc::new(CustomerErase),
            Arc::new(ErasureSettle),
            Arc::new(AttachmentForget),
            Arc::new(verify),
        ];
        let kinds = kinds
            .into_iter()
            .chain(asked)
            .chain(recurring.into_iter().map(|r| Arc::from(r.kind)))
            .map(|kind| (kind.name(), kind))
            .collect();
        let latest = AtomicI64::new(i64::MAX);
        Self {
            inner: Arc::new(Inner { desk, clock, entropy, name, kinds, recurring: turns, latest }),
        }
    }

    /// Starts the lanes, the schedule and the walk of the feed to the webhooks.
    pub fn start(&self) -> Workers {
        let stop = CancellationToken::new();
        let mut tasks = JoinSet::new();
        for (lane, width) in lane::ALL {
            tasks.spawn(self.clone().run_lane(lane, *width, stop.clone()));
        }
        for (kind, lane, every) in self.inner.recurring.clone() {
            tasks.spawn(self.clone().run_schedule(kind, lane, every, stop.clone()));
        }
        tasks.spawn(self.clone().run_fan_out(stop.clone()));
        Workers { stop, tasks }
    }

    /// Runs everything that is due now, one after the other, and returns how many jobs that were. For tests.
    ///
    /// # Errors
    /// Only those of the store; a job's own failure is in its row.
    pub async fn step(&self) -> Result<usize> {
        while self.fan_out().await? {}
        let mut ran = 0;
        while ran < STEP_JOBS {
            let mut leases = Vec::new();
            for (lane, _) in lane::ALL {
                leases.extend(self.lease(lane, 1).await?);
            }
            if leases.is_empty() {
                break;
            }
            for lease in leases {
                self.run(lease).await;
                ran += 1;
            }
        }
        Ok(ran)
    }

    /// Adds the recurring jobs now, as the schedule does in its own time. For tests and the command line.
    ///
    /// # Errors
    /// Only those of the store.
    pub async fn ask_recurring(&self) -> Result<()> {
        for (kind, lane, _) in &self.inner.recurring {
            schedule::ask(&self.inner.desk, self.cx(kind), kind, lane).await?;
        }
        Ok(())
    }

    fn cx(&self, name: &'static str) -> Cx {
        let id = format!("{name}-{}", self.inner.name);
        Cx::new((self.inner.clock)(), Viewer::System(name), Locale::En, id, (self.inner.entropy)())
    }

    async fn lease(&self, lane: &str, count: u32) -> Result<Vec<Lease>> {
        let now = (self.inner.clock)();
        self.settle(now).await?;
        let until = now + LEASE;
        Ok(self
            .inner
            .desk
            .db()
            .lease_jobs(lane, &self.inner.name, now.micros(), until.micros(), count)
            .await?)
    }

    /// Looks for jobs that a clock left waiting which was ahead and was set right, now or while no worker ran. Without that a
    /// recurring job that was added in that moment would let no other one in until the moment comes.
    async fn settle(&self, now: Timestamp) -> Result<()> {
        let before = self.inner.latest.swap(now.micros(), Ordering::Relaxed);
        if before <= (now + CLOCK_SLACK).micros() {
            return Ok(());
        }
        let furthest = (now + BACKOFF_CAP).micros();
        let settled = self.inner.desk.db().settle_jobs(now.micros(), furthest).await;
        if settled.is_err() {
            self.inner.latest.store(i64::MAX, Ordering::Relaxed);
        }
        let jobs = settled?;
        if jobs > 0 {
            tracing::warn!(
                jobs,
                "the clock was ahead: jobs that waited for a time that was not meant are due now"
            );
        }
        Ok(())
    }

    async fn run_lane(self, lane: &'static str, width: u32, stop: CancellationToken) {
        let slots = Arc::new(Semaphore::new(usize::try_from(width).unwrap_or(1)));
        let mut added = self.inner.desk.db().jobs_added();
        let mut running = JoinSet::new();
        while !stop.is_cancelled() {
            let free = u32::try_from(slots.available_permits()).unwrap_or(0);
            let leases = if free == 0 { Ok(Vec::new()) } else { self.lease(lane, free).await };
            let leased = leases.unwrap_or_else(|error| {
                tracing::warn!(lane, %error, "jobs could not be leased");
                Vec::new()
            });
            let idle = leased.is_empty();
            for lease in leased {
                let Ok(slot) = slots.clone().acquire_owned().await else { return };
                let worker = self.clone();
                running.spawn(async move {
                    worker.run(lease).await;
                    drop(slot);
                });
            }
            while running.try_join_next().is_some() {}
            if idle {
                tokio::select! {
                    () = stop.cancelled() => {}
                    _ = added.changed() => {}
                    Some(_) = running.join_next() => {}
                    () = tokio::time::sleep(POLL) => {}
                }
            }
        }
        if lane::CUT_OFF.contains(&lane) {
            running.abort_all();
        }
        while running.join_next().await.is_some() {}
    }

    async fn run_schedule(
        self,
        kind: &'static str,
        lane: &'static str,
        every: Duration,
        stop: CancellationToken,
    ) {
        let mut turn = tokio::time::interval(every);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = turn.tick() => {}
            }
            if let Err(error) = schedule::ask(&self.inner.desk, self.cx(kind), kind, lane).await {
                tracing::warn!(kind, %error, "a recurring job could not be added");
            }
        }
    }

    async fn run_fan_out(self, stop: CancellationToken) {
        let mut feed = self.inner.desk.db().feed_head();
        loop {
            let more = self.fan_out().await.unwrap_or_else(|error| {
                tracing::warn!(%error, "the walk of the feed to the webhooks stumbled");
                false
            });
            if more && !stop.is_cancelled() {
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => return,
                _ = feed.changed() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    async fn fan_out(&self) -> Result<bool> {
        let desk = &self.inner.desk;
        if !desk.read(async |rx| webhook::view::is_behind(rx).await).await? {
            return Ok(false);
        }
        desk.write(self.cx("webhooks"), async |tx, cx| webhook::actions::fan_out(tx, cx).await)
            .await
    }

    /// Runs one leased job to its end and writes the end down.
    async fn run(&self, lease: Lease) {
        let Some(kind) = self.inner.kinds.get(lease.kind.as_str()) else {
            self.end(
                &lease,
                Err(JobError::Fail("no code of this version runs this kind".to_owned())),
            )
            .await;
            return;
        };
        let run = Run {
            desk: self.inner.desk.clone(),
            lease: lease.clone(),
            cx: self.cx(kind.name()),
            clock: self.inner.clock.clone(),
            entropy: self.inner.entropy.clone(),
        };
        let span = tracing::trace_span!(
            target: trace::TARGET,
            "job",
            otel.name = format!("job {}", kind.name()),
            otel.kind = "consumer",
            otel.status_code = Empty,
            job.kind = kind.name(),
            job.attempt = i64::from(lease.attempts),
        );
        let work = std::panic::AssertUnwindSafe(kind.run(&run)).catch_unwind();
        let work = work.instrument(span.clone());
        let ended = tokio::select! {
            ended = work => ended,
            () = self.keep(&lease) => Ok(Err(JobError::Retry("the lease was lost".to_owned()))),
        };
        let ended =
            ended.unwrap_or_else(|_panic| Err(JobError::Fail("the job panicked".to_owned())));
        if ended.is_err() {
            span.record("otel.status_code", "ERROR");
        }
        drop(span);
        metrics::counter!("proofdesk_jobs_total", "kind" => kind.name(), "ok" => ended.is_ok().to_string()).increment(1);
        self.end(&lease, ended).await;
    }

    /// Extends the lease for as long as it can; returns when it is lost.
    async fn keep(&self, lease: &Lease) {
        loop {
            tokio::time::sleep(HEARTBEAT).await;
            let until = (self.inner.clock)() + LEASE;
            if self.inner.desk.db().extend_job(lease, until.micros()).await.is_err() {
                return;
            }
        }
    }

    async fn end(&self, lease: &Lease, ended: Result<(), JobError>) {
        let db = self.inner.desk.db();
        let now = (self.inner.clock)();
        let written = match ended {
            Ok(()) => db.finish_job(lease, now.micros()).await,
            Err(JobError::Fail(error)) => db.bury_job(lease, now.micros(), &error).await,
            Err(JobError::Retry(error)) => {
                let run_at = now.micros() + self.pause_us(lease);
                db.retry_job(lease, now.micros(), run_at, &error).await.map(drop)
            }
            Err(JobError::RetryAfter(pause, error)) => {
                let run_at = (now + pause.min(BACKOFF_CAP)).micros();
                db.retry_job(lease, now.micros(), run_at, &error).await.map(drop)
            }
        };
        if let Err(error) = written {
            tracing::warn!(kind = %lease.kind, id = %lease.id, %error, "the end of a job could not be written; it runs again");
        }
    }

    fn pause_us(&self, lease: &Lease) -> i64 {
        let random =
            (self.inner.entropy)().first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        let us = |d: Duration| i64::try_from(d.as_micros()).unwrap_or(i64::MAX);
        backoff_us(lease.attempts, us(BACKOFF_BASE), us(BACKOFF_CAP), random)
    }
}

impl Workers {
    /// Takes no further jobs and waits for those that run, but for those that look through the whole database.
    pub async fn drain(mut self) {
        self.stop.cancel();
        while self.tasks.join_next().await.is_some() {}
    }
}
