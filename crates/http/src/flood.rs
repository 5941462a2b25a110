use std::net::IpAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Flood;

/// How many checks pass between two sweeps of addresses that have been quiet.
const SWEEP_EVERY: u32 = 4_096;

/// A bound on what one address may ask of this node, in memory only: it protects the process, not a secret. Lock-outs and
/// quotas are rows.
pub(crate) struct FloodControl {
    limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
    clock: DefaultClock,
    checks: AtomicU32,
}

impl FloodControl {
    pub fn new(flood: Option<Flood>) -> Self {
        let limiter = flood.map(|flood| {
            RateLimiter::keyed(Quota::per_second(flood.per_second).allow_burst(flood.burst))
        });
        Self { limiter, clock: DefaultClock::default(), checks: AtomicU32::new(0) }
    }

    /// Counts one request. Returns how long to wait when there were too many.
    pub fn check(&self, address: IpAddr) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            limiter.retain_recent();
        }
        limiter
            .check_key(&neighbourhood(address))
            .map_err(|refusal| refusal.wait_time_from(self.clock.now()))
    }
}

/// One customer of a provider holds a whole /64 of IPv6, so that is what counts as one address.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let network = u128::from(v6) & !u128::from(u64::MAX);
            IpAddr::V6(network.into())
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use std::num::NonZeroU32;

    #[test]
    fn a_bucket_per_address_and_per_ipv6_network() {
        let two = NonZeroU32::new(2).unwrap();
        let flood = FloodControl::new(Some(Flood { per_second: NonZeroU32::MIN, burst: two }));
        let (a, b) = ("2001:db8::1".parse().unwrap(), "2001:db8::2".parse().unwrap());
        assert!(flood.check(a).is_ok());
        assert!(flood.check(b).is_ok());
        assert!(flood.check(a).unwrap_err() <= Duration::from_secs(1));
        assert!(flood.check("2001:db8:0:1::1".parse().unwrap()).is_ok());
        assert!(flood.check("203.0.113.1".parse().unwrap()).is_ok());
    }

    #[test]
    fn no_limit_when_none_is_set() {
        let flood = FloodControl::new(None);
        assert!((0..10_000).all(|_| flood.check(IpAddr::from([127, 0, 0, 1])).is_ok()));
    }
}
