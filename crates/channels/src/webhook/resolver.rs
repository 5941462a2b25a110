//! Looks names up and gives only such addresses as may be connected to.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Policy;
use super::address::is_public;

/// Which addresses a connection may be made to.
#[derive(Debug, Clone)]
pub(super) enum Reach {
    /// This machine only.
    Loopback,
    /// What is public, and what the operator allows.
    Policy(Arc<Policy>),
}

impl Reach {
    pub(super) fn includes(&self, address: IpAddr) -> bool {
        match self {
            Reach::Loopback => address.to_canonical().is_loopback(),
            Reach::Policy(policy) => {
                is_public(address) || policy.allowed.iter().any(|network| network.contains(address))
            }
        }
    }
}

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
    reach: Arc<Reach>,
}

impl Resolver {
    pub(super) fn new(reach: Reach) -> Self {
        Resolver { reach: Arc::new(reach) }
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = Arc::clone(&self.reach);
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(Unknown)?;
            let allowed: Vec<SocketAddr> =
                found.filter(|found| reach.includes(found.ip())).collect();
            if allowed.is_empty() {
                return Err(Refused.into());
            }
            let allowed: Addrs = Box::new(allowed.into_iter());
            Ok(allowed)
        })
    }
}
