//! The exchange's own account system, by the contract of `docs/exchange-bridge.openapi.yaml`.
//!
//! Every answer is read with a deadline and a size, and believed only when it is what the contract allows: the right account,
//! a moment that is not in the future, amounts that are amounts. A half answer, a redirect, a page of HTML and a hang are all
//! the same to the desk: a fact that is not known, with its reason.

mod check;
mod fault;
mod sound;
#[cfg(test)]
mod tests;

use std::time::Duration;

use futures_util::StreamExt as _;
use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, PriceSample,
    Rules, SecurityChange, Terms, Withdrawal,
};
use proofdesk_desk::bridge::{
    Act, ActKind, Ask, Bridge, BridgeError, BridgeFuture, Capabilities, Facts, PriceAsk, Receipt,
    Snapshot,
};
use proofdesk_desk::id::Id as _;
use proofdesk_desk::{Timestamp, limits};
use reqwest::{Client, RequestBuilder, Url};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::client::{self, ClientError};
pub use check::{CheckAsk, Finding, check};
use fault::Fault;
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
    #[error(transparent)]
    Client(#[from] ClientError),
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
        let client = client::builder()?
            .connect_timeout(CONNECT_TIMEOUT)
            .user_agent("Proofdesk-Bridge/1")
            .build()
            .map_err(ClientError::Http)?;
        Ok(Self { client, base, source: host, token: Secret(Zeroizing::new(token)) })
    }

    /// An address below the base; each part is one segment, whatever it holds.
    fn url(&self, parts: &[&str]) -> Result<Url, Fault> {
        let mut url = self.base.clone();
        url.path_segments_mut()
            .map_err(|()| Fault::new(BridgeError::Unavailable, "the URL takes no paths"))?
            .pop_if_empty()
            .push("v1")
            .extend(parts);
        Ok(url)
    }

    async fn read<T>(
        &self,
        url: Result<Url, Fault>,
        now: Timestamp,
        request_id: &str,
    ) -> Result<Snapshot<T>, Fault>
    where
        T: DeserializeOwned + Sound,
    {
        let request = self.client.get(url?).header("x-request-id", request_id);
        let body = self.send(request, limits::BRIDGE_DEADLINE).await?;
        let Wrapped { as_of, facts }: Wrapped<T> = parse(&body)?;
        if as_of > now + AHEAD {
            return Err(Fault::malformed(format!("as_of is {as_of}, and here it is {now}")));
        }
        facts.look().map_err(|why| Fault::malformed(format!("facts{why}")))?;
        Ok(Snapshot { as_of, source: self.source.clone(), facts, unreached: None })
    }

    /// A part of an account; the account itself with none.
    async fn of_account<T>(&self, ask: &Ask, part: Option<&str>) -> Result<Snapshot<T>, Fault>
    where
        T: DeserializeOwned + Sound,
    {
        let parts: Vec<&str> = ["accounts", ask.account.as_str()].into_iter().chain(part).collect();
        let told: Snapshot<T> = self.read(self.url(&parts), ask.now, &ask.request_id).await?;
        // An answer about somebody else is worse than none.
        if told.facts.is_about(&ask.account) {
            Ok(told)
        } else {
            Err(Fault::malformed("facts.account is not the one that was asked for"))
        }
    }

    async fn of_venue<T>(&self, part: &str, now: Timestamp) -> Result<Snapshot<T>, Fault>
    where
        T: DeserializeOwned + Sound,
    {
        self.read(self.url(&["venue", part]), now, "").await
    }

    async fn all_capabilities(&self, now: Timestamp) -> Result<Snapshot<Capabilities>, Fault> {
        self.read(self.url(&["capabilities"]), now, "").await
    }

    async fn samples(&self, ask: &PriceAsk) -> Result<Snapshot<Vec<PriceSample>>, Fault> {
        let url = self.url(&["venue", "prices"]).map(|mut url| {
            url.query_pairs_mut()
                .append_pair("index", &ask.index)
                .append_pair("from", &ask.from.to_string())
                .append_pair("to", &ask.to.to_string());
            url
        });
        let told: Snapshot<Vec<PriceSample>> = self.read(url, ask.now, &ask.request_id).await?;
        if !told.facts.iter().all(|one| one.at >= ask.from && one.at < ask.to) {
            return Err(Fault::malformed("a sample is from another time than was asked for"));
        }
        if !told.facts.is_sorted_by_key(|one| one.at) {
            return Err(Fault::malformed("facts is not oldest first"));
        }
        Ok(told)
    }

    async fn carry_out(&self, act: &Act) -> Result<Receipt, Fault> {
        let id = act.id.uuid().to_string();
        let url = self.url(&["accounts", &act.account, "acts", &id])?;
        let wish =
            ActIn { kind: act.kind, reference: &act.reference, requested_at: act.requested_at };
        let request = self.client.put(url).json(&wish);
        let receipt: Receipt = parse(&self.send(request, limits::BRIDGE_ACT_DEADLINE).await?)?;
        if receipt.act_id != act.id {
            return Err(Fault::malformed("act_id is not the id of this act"));
        }
        if !receipt.is_sound() {
            return Err(Fault::malformed("receipt is empty, too long or of other characters"));
        }
        Ok(receipt)
    }

    /// The whole body of a good answer.
    async fn send(&self, request: RequestBuilder, deadline: Duration) -> Result<Vec<u8>, Fault> {
        let request =
            request.bearer_auth(self.token.0.as_str()).header("accept", "application/json");
        tokio::time::timeout(deadline, async {
            let response = request.send().await.map_err(|error| Fault::unreached(&error))?;
            if let Some(fault) = Fault::of_status(response.status()) {
                return Err(fault);
            }
            let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok());
            if !kind.is_some_and(|kind| kind.starts_with("application/json")) {
                let kind = kind.unwrap_or("missing");
                let detail = format!("content-type is {kind}, not application/json");
                return Err(Fault::malformed(detail));
            }
            let mut chunks = response.bytes_stream();
            let mut body = Vec::new();
            while let Some(chunk) = chunks.next().await {
                let chunk = chunk.map_err(|_cut| Fault::malformed("the answer is cut off"))?;
                if body.len() + chunk.len() > limits::BRIDGE_BODY_BYTES {
                    return Err(Fault::malformed("the answer is larger than 1 MiB"));
                }
                body.extend_from_slice(&chunk);
            }
            Ok(body)
        })
        .await
        .map_err(|_late| Fault::late(deadline))?
    }
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut json);
    let value = read.map_err(|odd| Fault::malformed(odd.to_string()))?;
    json.end().map_err(|_more| Fault::malformed("something stands behind the JSON"))?;
    Ok(value)
}

/// The call with its reason alone, as the desk knows it.
fn told<'a, T: Send + 'a>(
    call: impl Future<Output = Result<T, Fault>> + Send + 'a,
) -> BridgeFuture<'a, T> {
    Box::pin(async move { call.await.map_err(|fault| fault.reason) })
}

impl Bridge for HttpBridge {
    fn capabilities(&self, now: Timestamp) -> Facts<'_, Capabilities> {
        told(self.all_capabilities(now))
    }

    fn account<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Account> {
        told(self.of_account(ask, None))
    }

    fn deposits<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Deposit>> {
        told(self.of_account(ask, Some("deposits")))
    }

    fn withdrawals<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Withdrawal>> {
        told(self.of_account(ask, Some("withdrawals")))
    }

    fn orders<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Order>> {
        told(self.of_account(ask, Some("orders")))
    }

    fn positions<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Position>> {
        told(self.of_account(ask, Some("positions")))
    }

    fn api_keys<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<ApiKey>> {
        told(self.of_account(ask, Some("api-keys")))
    }

    fn devices<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<Device>> {
        told(self.of_account(ask, Some("devices")))
    }

    fn security_changes<'a>(&'a self, ask: &'a Ask) -> Facts<'a, Vec<SecurityChange>> {
        told(self.of_account(ask, Some("security-changes")))
    }

    fn networks(&self, now: Timestamp) -> Facts<'_, Vec<Network>> {
        told(self.of_venue("networks", now))
    }

    fn fees(&self, now: Timestamp) -> Facts<'_, Vec<FeeTier>> {
        told(self.of_venue("fees", now))
    }

    fn terms(&self, now: Timestamp) -> Facts<'_, Vec<Terms>> {
        told(self.of_venue("terms", now))
    }

    fn rules(&self, now: Timestamp) -> Facts<'_, Rules> {
        told(self.of_venue("rules", now))
    }

    fn offers(&self, now: Timestamp) -> Facts<'_, Offers> {
        told(self.of_venue("offers", now))
    }

    fn prices<'a>(&'a self, ask: &'a PriceAsk) -> Facts<'a, Vec<PriceSample>> {
        told(self.samples(ask))
    }

    fn act<'a>(&'a self, act: &'a Act) -> BridgeFuture<'a, Receipt> {
        told(self.carry_out(act))
    }
}
