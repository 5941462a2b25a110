//! Closed loops, in which each task waits for its answer before it asks again, and open ones, which do not wait.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::report::Rate;

/// Runs `work` (given a number that never repeats) from `tasks` tasks for `time`.
///
/// # Errors
/// The first error of any task.
pub async fn closed<F, W>(tasks: usize, time: Duration, work: W) -> Result<Rate>
where
    W: Fn(u64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<()>> + Send + 'static,
{
    let (work, next) = (Arc::new(work), Arc::new(AtomicU64::new(0)));
    let begun = now();
    let mut set = tokio::task::JoinSet::new();
    for _ in 0..tasks {
        let (work, next) = (work.clone(), next.clone());
        set.spawn(async move {
            let mut latencies = Vec::new();
            while begun.elapsed() < time {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let asked = now();
                work(n).await?;
                latencies.push(asked.elapsed());
            }
            Ok::<_, anyhow::Error>(latencies)
        });
    }
    let mut all = Vec::new();
    while let Some(done) = set.join_next().await {
        all.extend(done??);
    }
    Ok(Rate::of(all, begun.elapsed()))
}

/// An open loop: `per_second` requests are begun at their times whether or not earlier ones are answered; the latency
/// counts from the time at which a request was due.
///
/// # Errors
/// The first error of any request.
pub async fn open<F, W>(per_second: u32, time: Duration, work: W) -> Result<Vec<Duration>>
where
    W: Fn(u64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<()>> + Send + 'static,
{
    open_until(per_second, time, move |n| {
        let work = work(n);
        async move { work.await.map(|()| now()) }
    })
    .await
}

/// The same for work that tells itself at which moment it was done.
///
/// # Errors
/// The first error of any request.
pub async fn open_until<F, W>(per_second: u32, time: Duration, work: W) -> Result<Vec<Duration>>
where
    W: Fn(u64) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Instant>> + Send + 'static,
{
    let work = Arc::new(work);
    let pause = Duration::from_secs(1) / per_second;
    let begun = now();
    let mut set = tokio::task::JoinSet::new();
    let mut n = 0u64;
    loop {
        let due = begun + pause * u32::try_from(n).unwrap_or(u32::MAX);
        if due.duration_since(begun) >= time {
            break;
        }
        tokio::time::sleep_until(due.into()).await;
        let work = work.clone();
        set.spawn(async move { work(n).await.map(|done| done.saturating_duration_since(due)) });
        n += 1;
    }
    let mut latencies = Vec::new();
    while let Some(done) = set.join_next().await {
        latencies.push(done??);
    }
    Ok(latencies)
}

/// The moment, for measuring.
pub fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "a load generator measures time")]
    Instant::now()
}
