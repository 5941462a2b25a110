use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_desk::bridge::facts::{
    Account, ApiKey, Deposit, Device, FeeTier, Network, Offers, Order, Position, Rules,
    SecurityChange, Terms, Withdrawal,
};
use proofdesk_desk::bridge::{
    Act, ActKind, Ask, BridgeError, Capabilities, PriceAsk, READS, Snapshot,
};
use proofdesk_desk::id::AccountActId;
use serde::Serialize;
use tokio::time::Instant;
use zeroize::Zeroizing;

use super::fault::Fault;
use super::{HttpBridge, Secret};

const REQUEST_ID: &str = "bridge-check";
/// What `reference` says where there is no ticket.
const REFERENCE: &str = "bridge-check";

/// What is checked.
#[derive(Clone, Debug)]
pub struct CheckAsk {
    /// An account that exists.
    pub account: String,
    /// An index that exists.
    pub index: String,
    /// The id of the act under which the account is frozen, twice; `None` does nothing to anybody.
    pub freeze: Option<AccountActId>,
    pub now: Timestamp,
}

/// What one call of a check came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The call: `capabilities`, a read of the contract, `unknown-account`, `wrong-token` or `freeze`.
    pub call: String,
    /// `ok`, `unsupported` for what the capabilities leave out, `skipped` for what was not to be tried, or why not, by the
    /// reasons of the contract.
    pub result: String,
    /// What is wrong and where, or what else is to be known. It may quote the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    pub duration_ms: u128,
}

impl Finding {
    /// Says whether an implementation may be used as it is.
    pub fn is_fine(&self) -> bool {
        ["ok", "unsupported", "skipped"].contains(&self.result.as_str())
    }
}

/// How a call ended: the word, and a line about it.
type End = (&'static str, Option<String>);

const OK: End = ("ok", None);

/// Calls everything that only reads, about an account that exists and one that does not, and asks without the right token.
///
/// Only with [`CheckAsk::freeze`] something is done: the account is frozen.
pub async fn check(bridge: &HttpBridge, ask: &CheckAsk) -> Vec<Finding> {
    let mut findings = Vec::new();
    let start = Instant::now();
    let told = bridge.all_capabilities(ask.now).await;
    findings.push(finding("capabilities", start, told.as_ref().map_or_else(end, known)));
    let Ok(Snapshot { facts: capabilities, .. }) = told else { return findings };
    for read in READS {
        let start = Instant::now();
        let ended = match capabilities.reads.iter().any(|told| told == read) {
            true => call(bridge, read, ask).await,
            false => unsupported(),
        };
        findings.push(finding(read, start, ended));
    }
    let start = Instant::now();
    findings.push(finding("unknown-account", start, unknown_account(bridge, ask.now).await));
    let start = Instant::now();
    findings.push(finding("wrong-token", start, wrong_token(bridge, ask.now).await));
    let start = Instant::now();
    findings.push(finding("freeze", start, freeze(bridge, &capabilities, ask).await));
    findings
}

fn end(fault: &Fault) -> End {
    (fault.reason.as_str(), Some(fault.detail.clone()))
}

fn lie(detail: &str) -> End {
    (BridgeError::Malformed.as_str(), Some(detail.to_owned()))
}

fn unsupported() -> End {
    (BridgeError::Unsupported.as_str(), Some("capabilities do not name it".to_owned()))
}

/// A misspelt name says the same as a missing one, so those that mean nothing here are told.
fn known(told: &Snapshot<Capabilities>) -> End {
    let acts: Vec<&str> = ActKind::ALL.iter().map(|act| act.as_str()).collect();
    let Capabilities { reads, acts: offered, .. } = &told.facts;
    let strange_reads = reads.iter().filter(|read| !READS.contains(&read.as_str()));
    let strange_acts = offered.iter().filter(|act| !acts.contains(&act.as_str()));
    let strange: Vec<String> = strange_reads.chain(strange_acts).cloned().collect();
    match strange.is_empty() {
        true => OK,
        false => ("ok", Some(format!("not known here and passed over: {}", strange.join(", ")))),
    }
}

fn asking(account: &str, now: Timestamp) -> Ask {
    Ask { account: account.to_owned(), now, request_id: REQUEST_ID.to_owned() }
}

async fn call(bridge: &HttpBridge, read: &str, ask: &CheckAsk) -> End {
    let (now, ask_account) = (ask.now, asking(&ask.account, ask.now));
    let one = &ask_account;
    let part = Some(read);
    match read {
        "account" => ended(bridge.of_account::<Account>(one, None).await),
        "deposits" => listed(bridge.of_account::<Vec<Deposit>>(one, part).await),
        "withdrawals" => listed(bridge.of_account::<Vec<Withdrawal>>(one, part).await),
        "orders" => listed(bridge.of_account::<Vec<Order>>(one, part).await),
        "positions" => listed(bridge.of_account::<Vec<Position>>(one, part).await),
        "api-keys" => listed(bridge.of_account::<Vec<ApiKey>>(one, part).await),
        "devices" => listed(bridge.of_account::<Vec<Device>>(one, part).await),
        "security-changes" => listed(bridge.of_account::<Vec<SecurityChange>>(one, part).await),
        "networks" => listed(bridge.of_venue::<Vec<Network>>(read, now).await),
        "fees" => listed(bridge.of_venue::<Vec<FeeTier>>(read, now).await),
        "terms" => listed(bridge.of_venue::<Vec<Terms>>(read, now).await),
        "rules" => ended(bridge.of_venue::<Rules>(read, now).await),
        "offers" => ended(bridge.of_venue::<Offers>(read, now).await),
        _ => {
            let hour = Duration::from_secs(3_600);
            let (index, request_id) = (ask.index.clone(), REQUEST_ID.to_owned());
            listed(
                bridge
                    .samples(&PriceAsk { index, from: now - hour, to: now, now, request_id })
                    .await,
            )
        }
    }
}

fn ended<T>(told: Result<T, Fault>) -> End {
    told.as_ref().map_or_else(end, |_| OK)
}

/// How many there were is told too: an empty list looks fine and may not be.
fn listed<T>(told: Result<Snapshot<Vec<T>>, Fault>) -> End {
    told.as_ref().map_or_else(end, |told| ("ok", Some(format!("{} items", told.facts.len()))))
}

async fn unknown_account(bridge: &HttpBridge, now: Timestamp) -> End {
    let nobody = asking("no-such-account-7f3a9c", now);
    match bridge.of_account::<Account>(&nobody, None).await {
        Err(Fault { reason: BridgeError::NotFound, .. }) => OK,
        Err(fault) => {
            (fault.reason.as_str(), Some(format!("{}, where 404 is right", fault.detail)))
        }
        Ok(_) => lie("an account that does not exist has facts"),
    }
}

async fn wrong_token(bridge: &HttpBridge, now: Timestamp) -> End {
    let token = Secret(Zeroizing::new("no-token-of-yours-7f3a9c".to_owned()));
    let stranger = HttpBridge { token, ..bridge.clone() };
    match stranger.all_capabilities(now).await {
        Err(Fault { reason: BridgeError::Refused, .. }) => OK,
        Err(fault) => {
            (fault.reason.as_str(), Some(format!("{}, where 401 is right", fault.detail)))
        }
        Ok(_) => lie("it answers whoever asks, whatever token they show"),
    }
}

async fn freeze(bridge: &HttpBridge, capabilities: &Capabilities, ask: &CheckAsk) -> End {
    let kind = ActKind::Freeze;
    if !capabilities.acts.iter().any(|act| act == kind.as_str()) {
        return unsupported();
    }
    let Some(id) = ask.freeze else {
        return ("skipped", Some("--freeze tries it, on an account for tests".to_owned()));
    };
    let act = Act {
        id,
        kind,
        account: ask.account.clone(),
        reference: REFERENCE.to_owned(),
        requested_at: ask.now,
        now: ask.now,
    };
    frozen(bridge, &act).await.map_or_else(|fault| end(&fault), |receipt| ("ok", Some(receipt)))
}

/// The act twice, and what the account says then.
async fn frozen(bridge: &HttpBridge, act: &Act) -> Result<String, Fault> {
    let first = bridge.carry_out(act).await?;
    let second = bridge.carry_out(act).await?;
    if first != second {
        return Err(Fault::malformed("the same id twice gave two receipts"));
    }
    let account = bridge.of_account::<Account>(&asking(&act.account, act.now), None).await?;
    match account.facts.frozen_at {
        Some(_) => Ok(format!("receipt {}", first.receipt)),
        None => Err(Fault::malformed("after its receipt, facts.frozen_at of the account is empty")),
    }
}

fn finding(call: &str, start: Instant, (result, detail): End) -> Finding {
    let duration_ms = start.elapsed().as_millis();
    Finding { call: call.to_owned(), result: result.to_owned(), detail, duration_ms }
}
