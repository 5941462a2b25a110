//! One line a figure: ours, the raw limit of the same run, and their ratio.

use std::time::Duration;

use serde::Serialize;

/// A figure. For rates more is better; for latencies less is.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub name: String,
    pub ours: f64,
    pub limit: f64,
    pub ratio: f64,
    pub unit: &'static str,
    /// Samples behind `ours`.
    pub n: u64,
    /// Microseconds.
    pub p50: f64,
    /// Microseconds.
    pub p99: f64,
}

impl Line {
    /// A rate per second beside its limit.
    pub fn rate(name: impl Into<String>, ours: &Rate, limit: &Rate) -> Self {
        let (p50, p99) = percentiles(&ours.latencies);
        Self {
            name: name.into(),
            ours: ours.per_second,
            limit: limit.per_second,
            ratio: ours.per_second / limit.per_second,
            unit: "1/s",
            n: ours.n,
            p50,
            p99,
        }
    }

    /// A latency (p99) beside its limit's.
    pub fn latency(name: impl Into<String>, ours: &[Duration], limit: &[Duration]) -> Self {
        let (p50, p99) = percentiles(ours);
        let (_, limit_p99) = percentiles(limit);
        let n = u64::try_from(ours.len()).unwrap_or(u64::MAX);
        Self {
            name: name.into(),
            ours: p99,
            limit: limit_p99,
            ratio: p99 / limit_p99,
            unit: "us p99",
            n,
            p50,
            p99,
        }
    }

    /// A single amount beside a budget.
    pub fn amount(name: impl Into<String>, ours: f64, budget: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            ours,
            limit: budget,
            ratio: ours / budget,
            unit,
            n: 1,
            p50: 0.0,
            p99: 0.0,
        }
    }

    pub fn print(&self, json: bool) -> anyhow::Result<()> {
        if json {
            println!("{}", serde_json::to_string(self)?);
        } else {
            println!(
                "{:<44} {:>12.1} {:<8} limit {:>12.1}  ratio {:>6.2}  n {:>8}  p50 {:>9.1} us  p99 {:>9.1} us",
                self.name, self.ours, self.unit, self.limit, self.ratio, self.n, self.p50, self.p99
            );
        }
        Ok(())
    }
}

/// What a closed loop did.
#[derive(Clone, Debug)]
pub struct Rate {
    pub per_second: f64,
    pub n: u64,
    pub latencies: Vec<Duration>,
    elapsed: Duration,
}

impl Rate {
    pub fn of(latencies: Vec<Duration>, elapsed: Duration) -> Self {
        let n = u64::try_from(latencies.len()).unwrap_or(u64::MAX);
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let per_second = n as f64 / elapsed.as_secs_f64();
        Self { per_second, n, latencies, elapsed }
    }

    /// The same load in several rounds, taken together.
    pub fn together(rounds: Vec<Self>) -> Self {
        let elapsed = rounds.iter().map(|round| round.elapsed).sum();
        Self::of(rounds.into_iter().flat_map(|round| round.latencies).collect(), elapsed)
    }
}

/// The median and the 99th percentile in microseconds; zeros for no samples.
pub fn percentiles(samples: &[Duration]) -> (f64, f64) {
    let mut sorted = samples.to_vec();
    sorted.sort_unstable();
    let at = |percent: usize| {
        let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(place).map_or(0.0, |d| d.as_secs_f64() * 1e6)
    };
    (at(50), at(99))
}
