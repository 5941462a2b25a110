//! Looks names up and gives only such addresses as may be connected to.

use std::net::SocketAddr;
use std::sync::Arc;

use proofdesk_desk::outward::{Policy, Reach};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// The name resolves, but to no address that may be connected to.
#[derive(Debug, thiserror::Error)]
#[error("the name resolves to no address that may be called")]
pub(super) struct Refused;

/// The name does not resolve.
#[derive(Debug, thiserror::Error)]
#[error("the name does not resolve")]
pub(super) struct Unknown(#[source] std::io::Error);

/// Given to the HTTP client, which connects to what it is given and looks up nothing by itself.
#[derive(Debug)]
pub(super) struct Resolver {
    policy: Arc<Policy>,
    reach: Reach,
}

impl Resolver {
    pub(super) fn new(policy: Arc<Policy>, reach: Reach) -> Self {
        Resolver { policy, reach }
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (policy, reach) = (Arc::clone(&self.policy), self.reach);
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(Unknown)?;
            let allowed: Vec<SocketAddr> =
                found.filter(|found| policy.includes(reach, found.ip())).collect();
            if allowed.is_empty() {
                return Err(Refused.into());
            }
            let allowed: Addrs = Box::new(allowed.into_iter());
            Ok(allowed)
        })
    }
}
