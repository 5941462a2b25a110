use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_desk::bridge::{Ask, Bridge as _, BridgeError, PriceAsk, READS, Snapshot};
use serde::Serialize;
use tokio::time::Instant;

use super::HttpBridge;

/// What one call of a check came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The call: `capabilities`, a read of the contract, or `unknown-account`.
    pub call: String,
    /// `ok`, `unsupported` for what the capabilities leave out, or why not, by the reasons of the contract.
    pub result: String,
    pub duration_ms: u128,
}

impl Finding {
    /// Says whether an implementation may be used as it is.
    pub fn is_fine(&self) -> bool {
        matches!(self.result.as_str(), "ok" | "unsupported")
    }
}

/// Calls everything that only reads, about an account that exists, and one that does not. Nothing is done to anybody.
pub async fn check(bridge: &HttpBridge, account: &str, now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    let start = Instant::now();
    let told = bridge.capabilities(now).await;
    findings.push(finding("capabilities", start, outcome(&told)));
    let Ok(capabilities) = told else { return findings };
    for read in READS {
        let start = Instant::now();
        let result = if capabilities.facts.reads.iter().any(|told| told == read) {
            call(bridge, read, account, now).await
        } else {
            "unsupported".to_owned()
        };
        findings.push(finding(read, start, result));
    }
    let start = Instant::now();
    let nobody = ask("no-such-account-7f3a9c", now);
    let result = match bridge.account(&nobody).await {
        Err(BridgeError::NotFound) => "ok".to_owned(),
        Err(other) => other.to_string(),
        Ok(_) => "malformed".to_owned(),
    };
    findings.push(finding("unknown-account", start, result));
    findings
}

fn ask(account: &str, now: Timestamp) -> Ask {
    Ask { account: account.to_owned(), now, request_id: "bridge-check".to_owned() }
}

async fn call(bridge: &HttpBridge, read: &str, account: &str, now: Timestamp) -> String {
    let ask = ask(account, now);
    match read {
        "account" => outcome(&bridge.account(&ask).await),
        "deposits" => outcome(&bridge.deposits(&ask).await),
        "withdrawals" => outcome(&bridge.withdrawals(&ask).await),
        "orders" => outcome(&bridge.orders(&ask).await),
        "positions" => outcome(&bridge.positions(&ask).await),
        "api-keys" => outcome(&bridge.api_keys(&ask).await),
        "devices" => outcome(&bridge.devices(&ask).await),
        "security-changes" => outcome(&bridge.security_changes(&ask).await),
        "networks" => outcome(&bridge.networks(now).await),
        "fees" => outcome(&bridge.fees(now).await),
        "terms" => outcome(&bridge.terms(now).await),
        _ => {
            let hour = Duration::from_secs(3_600);
            let (index, request_id) = ("ETH-USD".to_owned(), "bridge-check".to_owned());
            let ask = PriceAsk { index, from: now - hour, to: now, now, request_id };
            outcome(&bridge.prices(&ask).await)
        }
    }
}

fn outcome<T>(told: &Result<Snapshot<T>, BridgeError>) -> String {
    told.as_ref().map_or_else(|why| why.as_str(), |_| "ok").to_owned()
}

fn finding(call: &str, start: Instant, result: String) -> Finding {
    Finding { call: call.to_owned(), result, duration_ms: start.elapsed().as_millis() }
}
