use axum::extract::{FromRequest, Request};
use axum::http::HeaderName;
use proofdesk_desk::exchange_event::signature::Signed as DeskSigned;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::edge::text;
use crate::extract;
use crate::problem::{Problem, Result};

const KEY: HeaderName = HeaderName::from_static("proofdesk-key");
const TIMESTAMP: HeaderName = HeaderName::from_static("proofdesk-timestamp");
const SIGNATURE: HeaderName = HeaderName::from_static("proofdesk-signature");

/// A JSON body with its signature, neither of them looked at yet: whoever takes it verifies first and reads then.
#[derive(Debug)]
pub struct Signed(pub DeskSigned);

impl FromRequest<App> for Signed {
    type Rejection = Problem;

    async fn from_request(request: Request, _app: &App) -> Result<Self> {
        let [kid, timestamp, signature] = [KEY, TIMESTAMP, SIGNATURE]
            .map(|name| text(request.headers(), &name).trim().to_owned());
        let body = extract::body(request).await?.to_vec();
        Ok(Self(DeskSigned { kid, timestamp, signature, body }))
    }
}

impl Signed {
    /// The body as what it should be.
    ///
    /// # Errors
    /// As of every other JSON body.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        extract::read_json(&self.0.body)
    }
}
