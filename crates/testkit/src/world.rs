use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use proofdesk_desk::{Clock, Entropy, Timestamp};

/// 2026-11-21T09:00:00Z.
const START: i64 = 1_795_251_600_000_000;
/// Ids carry milliseconds: with one more at each look, what is made later sorts later.
const TICK: i64 = 1_000;

/// A clock that stands still but for a millisecond at each look, until a test moves it.
#[derive(Clone, Debug)]
pub struct TestClock {
    micros: Arc<AtomicI64>,
}

impl Default for TestClock {
    fn default() -> Self {
        Self { micros: Arc::new(AtomicI64::new(START)) }
    }
}

impl TestClock {
    pub fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.micros.fetch_add(TICK, Ordering::Relaxed))
    }

    pub fn advance(&self, by: Duration) {
        self.micros.fetch_add(micros(by), Ordering::Relaxed);
    }

    /// As when an operator sets a clock that was ahead.
    pub fn turn_back(&self, by: Duration) {
        self.micros.fetch_sub(micros(by), Ordering::Relaxed);
    }

    pub(crate) fn clock(&self) -> Clock {
        let own = self.clone();
        Arc::new(move || own.now())
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap()
}

/// Randomness that is the same in every run: a counter, which a stream cipher makes of it what it needs.
pub fn seeded_entropy() -> Entropy {
    let count = AtomicU64::new(1);
    Arc::new(move || {
        let mut seed = [0x5e; 32];
        // Where bytes of the seed are shown as they are (request ids, names of workers), these are the ones.
        seed[..8].copy_from_slice(&count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        seed
    })
}
