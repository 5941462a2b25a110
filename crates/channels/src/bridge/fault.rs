use std::error::Error as _;
use std::time::Duration;

use proofdesk_desk::bridge::BridgeError;
use reqwest::StatusCode;

/// Why a call came to nothing: the reason that pages tell, and a line for whoever works on the other side.
///
/// The line may quote what the exchange answered. It is for a check at a terminal and for nothing that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub reason: BridgeError,
    pub detail: String,
}

impl Fault {
    pub fn new(reason: BridgeError, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }

    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(BridgeError::Malformed, detail)
    }

    /// Nobody is there, or they do not speak HTTP.
    pub fn unreached(error: &reqwest::Error) -> Self {
        let what = if error.is_connect() { "no connection" } else { "no HTTP answer" };
        // The last cause is the plain one: "connection refused", "invalid peer certificate: Expired".
        let mut cause = error.source();
        while let Some(deeper) = cause.and_then(|cause| cause.source()) {
            cause = Some(deeper);
        }
        let cause = cause.map(|cause| format!(": {cause}")).unwrap_or_default();
        Self::new(BridgeError::Unavailable, format!("{what}{cause}"))
    }

    pub fn late(deadline: Duration) -> Self {
        let detail = format!("no whole answer within {} seconds", deadline.as_secs_f32());
        Self::new(BridgeError::TimedOut, detail)
    }

    /// What a status that is not 200 means.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        let reason = match status {
            StatusCode::OK => return None,
            StatusCode::NOT_FOUND => BridgeError::NotFound,
            StatusCode::NOT_IMPLEMENTED => BridgeError::Unsupported,
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => BridgeError::Unavailable,
            status if status.is_server_error() => BridgeError::Unavailable,
            status if status.is_client_error() => BridgeError::Refused,
            _ => BridgeError::Malformed,
        };
        let hint = match status {
            status if status.is_redirection() => ": redirects are not followed",
            status if status.is_success() => ": only 200 has facts",
            _ => "",
        };
        Some(Self::new(reason, format!("HTTP {}{hint}", status.as_u16())))
    }
}
