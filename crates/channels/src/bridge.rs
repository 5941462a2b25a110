//! The exchange's own account system, by the contract of `docs/exchange-bridge.openapi.yaml`.
//!
//! Every answer is read with a deadline and a size, and believed only when it is what the contract allows: the right account,
//! a moment that is not in the future, amounts that are amounts. A half answer, a redirect, a page of HTML and a hang are all
//! the same to the desk: a fact that is not known, with its reason.

mod check;
mod sound;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Order, Position, PriceSample,
    SecurityChange, Terms, Withdrawal,
};
use proofdesk_desk::bridge::{
    Act, ActKind, Ask, Bridge, BridgeError, BridgeFuture, Capabilities, Facts, PriceAsk, Receipt,
    Snapshot,
};
use proofdesk_desk::id::Id as _;
use proofdesk_desk::{Timestamp, limits};
use reqwest::{Client, RequestBuilder, StatusCode, Url, redirect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use check::{Finding, check};
use sound::Sound;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
/// The exchange's clock may be ahead of ours by this much.
const AHEAD: Duration = limits::CLOCK_LEEWAY;

/// Why a bridge could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("bridge.url is no web address")]
    Url,
    #[error("bridge.url must be https, except on this very machine")]
    Scheme,
    #[error("TLS could not be set up")]
    Tls(#[from] rustls::Error),
    #[error("the HTTP client could not be set up")]
    Http(#[from] reqwest::Error),
}

/// An exchange that is reached over HTTP.
#[derive(Debug, Clone)]
pub struct HttpBridge {
    client: Client,
    base: Url,
    /// The host, under which answers are shown.
    source: String,
    token: Secret,
}

#[derive(Clone)]
struct Secret(Zeroizing<String>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// An answer as it is wrapped.
#[derive(Deserialize)]
struct Wrapped<T> {
    as_of: Timestamp,
    facts: T,
}

#[derive(Serialize)]
struct ActIn<'a> {
    kind: ActKind,
    reference: &'a str,
    requested_at: Timestamp,
}

impl HttpBridge {
    /// A bridge to the contract's paths below `base`. The token is sent as a bearer's.
    ///
    /// # Errors
    /// [`SetupError`]: plain http is for this very machine only.
    pub fn new(base: &str, token: String) -> Result<Self, SetupError> {
        let mut base = Url::parse(base).map_err(|_odd| SetupError::Url)?;
        let host = base.host_str().ok_or(SetupError::Url)?.to_owned();
        let local = ["127.0.0.1", "[::1]", "localhost"].contains(&host.as_str());
        if base.scheme() != "https" && !(base.scheme() == "http" && local) {
            return Err(SetupError::Scheme);
        }
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        let roots =
            rustls::RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .no_proxy()
            .referer(false)
            .user_agent("Proofdesk-Bridge/1")
            .build()?;
        Ok(Self { client, base, source: host, token: Secret(Zeroizing::new(token)) })
    }

    /// An address below the base; each part is one segment, whatever it holds.
    fn url(&self, parts: &[&str]) -> Result<Url, BridgeError> {
        let mut url = self.base.clone();
        url.path_segments_mut()
            .map_err(|()| BridgeError::Unavailable)?
            .pop_if_empty()
            .push("v1")
            .extend(parts);
        Ok(url)
    }

    async fn read<T>(
        &self,
        url: Result<Url, BridgeError>,
        now: Timestamp,
        request_id: &str,
    ) -> Result<Snapshot<T>, BridgeError>
    where
        T: DeserializeOwned + Sound,
    {
        let request = self.client.get(url?).header("x-request-id", request_id);
        let body = self.send(request, limits::BRIDGE_DEADLINE).await?;
        let Wrapped { as_of, facts }: Wrapped<T> = parse(&body)?;
        if as_of > now + AHEAD || !facts.is_sound() {
            return Err(BridgeError::Malformed);
        }
        Ok(Snapshot { as_of, source: self.source.clone(), facts })
    }

    fn of_account<'a, T>(&'a self, ask: &'a Ask, part: &'a [&'a str]) -> Facts<'a, T>
    where
        T: DeserializeOwned + Sound + Send + 'a,
    {
        Box::pin(async move {
            let parts: Vec<&str> =
                ["accounts", ask.account.as_str()].iter().chain(part).copied().collect();
            let told: Snapshot<T> = self.read(self.url(&parts), ask.now, &ask.request_id).await?;
            // An answer about somebody else is worse than none.
            if told.facts.is_about(&ask.account) { Ok(told) } else { Err(BridgeError::Malformed) }
        })
    }

    fn of_venue<'a, T>(&'a self, part: &'static str, now: Timestamp) -> Facts<'a, T>
    where
        T: DeserializeOwned + Sound + Send + 'a,
    {
        Box::pin(self.read(self.url(&["venue", part]), now, ""))
    }

    /// The whole body of a good answer.
    async fn send(
        &self,
        request: RequestBuilder,
        deadline: Duration,
    ) -> Result<Vec<u8>, BridgeError> {
        let request =
            request.bearer_auth(self.token.0.as_str()).header("accept", "application/json");
        tokio::time::timeout(deadline, async {
            let response = request.send().await.map_err(|_unreached| BridgeError::Unavailable)?;
            refuse(response.status())?;
            let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok());
            if !kind.is_some_and(|kind| kind.starts_with("application/json")) {
                return Err(BridgeError::Malformed);
            }
            let mut chunks = response.bytes_stream();
            let mut body = Vec::new();
            while let Some(chunk) = chunks.next().await {
                let chunk = chunk.map_err(|_cut| BridgeError::Malformed)?;
                if body.len() + chunk.len() > limits::BRIDGE_BODY_BYTES {
                    return Err(BridgeError::Malformed);
                }
                body.extend_from_slice(&chunk);
            }
            Ok(body)
        })
        .await
        .map_err(|_late| BridgeError::TimedOut)?
    }
}

/// What a status that is not 200 means.
fn refuse(status: StatusCode) -> Result<(), BridgeError> {
    Err(match status {
        StatusCode::OK => return Ok(()),
        StatusCode::NOT_FOUND => BridgeError::NotFound,
        StatusCode::NOT_IMPLEMENTED => BridgeError::Unsupported,
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => BridgeError::Unavailable,
        status if status.is_server_error() => BridgeError::Unavailable,
        status if status.is_client_error() => BridgeError::Refused,
        _ => BridgeError::Malformed,
    })
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, BridgeError> {
    serde_json::from_slice(body).map_err(|_odd| BridgeError::Malformed)
}

impl Bridge for HttpBridge {
    fn capabilities(&self, now: Timestamp) -> Facts<'_, Capabilities> {
        Box::pin(self.read(self.url(&["capabilities"]), now, ""))
    }

    fn account<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Account> {
        self.of_account(ask, &[])
    }

    fn deposits<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Deposit>> {
        self.of_account(ask, &["deposits"])
    }

    fn withdrawals<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Withdrawal>> {
        self.of_account(ask, &["withdrawals"])
    }

    fn orders<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Order>> {
        self.of_account(ask, &["orders"])
    }

    fn positions<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Position>> {
        self.of_account(ask, &["positions"])
    }

    fn api_keys<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<ApiKey>> {
        self.of_account(ask, &["api-keys"])
    }

    fn devices<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Device>> {
        self.of_account(ask, &["devices"])
    }

    fn security_changes<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<SecurityChange>> {
        self.of_account(ask, &["security-changes"])
    }

    fn networks(&self, now: Timestamp) -> Facts<'_, Vec<Network>> {
        self.of_venue("networks", now)
    }

    fn fees(&self, now: Timestamp) -> Facts<'_, Vec<FeeTier>> {
        self.of_venue("fees", now)
    }

    fn terms(&self, now: Timestamp) -> Facts<'_, Vec<Terms>> {
        self.of_venue("terms", now)
    }

    fn prices<'a>(&'a self, ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>> {
        let url = self.url(&["venue", "prices"]).map(|mut url| {
            url.query_pairs_mut()
                .append_pair("index", &ask.index)
                .append_pair("from", &ask.from.to_string())
                .append_pair("to", &ask.to.to_string());
            url
        });
        Box::pin(async move {
            let told: Snapshot<Vec<PriceSample>> = self.read(url, ask.now, &ask.request_id).await?;
            let inside = told.facts.iter().all(|one| one.at >= ask.from && one.at < ask.to);
            if inside { Ok(told) } else { Err(BridgeError::Malformed) }
        })
    }

    fn act<'a>(&'a self, act: &'a Act) -> BridgeFuture<'a, Receipt> {
        Box::pin(async move {
            let id = act.id.uuid().to_string();
            let url = self.url(&["accounts", &act.account, "acts", &id])?;
            let wish =
                ActIn { kind: act.kind, reference: &act.reference, requested_at: act.requested_at };
            let request = self.client.put(url).json(&wish);
            let receipt: Receipt = parse(&self.send(request, limits::BRIDGE_ACT_DEADLINE).await?)?;
            let fits = receipt.act_id == act.id && receipt.is_sound();
            if fits { Ok(receipt) } else { Err(BridgeError::Malformed) }
        })
    }
}
