//! The same request twice is one act: key, request and answer are kept in the transaction of the act itself.

use std::sync::Arc;

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use proofdesk_desk::code::Code;
use proofdesk_desk::{Cx, Error, limits};
use proofdesk_sealing::Keyring;
use proofdesk_store::{Tx, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::edge::text;
use crate::etag::etag;
use crate::extract;
use crate::principal::Asker;
use crate::problem::{Problem, Result};

/// Every statement of this file.
pub const ALL: &[&str] = &[CLAIM, FIND, SET];

const FIND: &str =
    "select request_digest, status, response from idempotency where principal = $1 and key = $2";
// Whoever comes second with a key waits here for the first, and then finds its answer. A key of another day is free again.
const CLAIM: &str = "insert into idempotency (principal, key, request_digest, status, response, created_at) \
    values ($1, $2, $3, 0, '', $4) on conflict (principal, key) do update set request_digest = excluded.request_digest, \
    status = 0, response = '', created_at = excluded.created_at where idempotency.created_at <= $5";
const SET: &str =
    "update idempotency set status = $1, response = $2 where principal = $3 and key = $4";

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The longest key of a form: with its digest it stays below the limit of all keys.
const FORM_KEY_CHARS: usize = 64;

/// A JSON body with the key under which its act happens at most once.
#[derive(Debug)]
pub struct Idempotent<T> {
    pub input: T,
    pub key: IdempotencyKey,
}

/// The key that a request came with, if any, bound to who asks and what for.
#[derive(Clone, Debug)]
pub struct IdempotencyKey(Option<Keyed>);

#[derive(Clone, Debug)]
struct Keyed {
    principal: String,
    key: String,
    digest: [u8; 32],
}

/// What an act answered, now or the first time.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    json: String,
    /// `ETag`, when the answer speaks of a version: told by the answer itself, so that a replay has it too.
    version: Option<i64>,
    replayed: bool,
}

impl<T: DeserializeOwned> FromRequest<App> for Idempotent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _app: &App) -> Result<Self> {
        let key = text(request.headers(), &KEY).to_owned();
        let has_key = request.headers().contains_key(&KEY);
        let principal =
            request.extensions().get::<Arc<Asker>>().and_then(|asker| asker.principal());
        let target = format!("{} {}", request.method(), request.uri().path());
        let body = extract::body(request).await?;
        let input = extract::read_json(&body)?;
        if !has_key {
            return Ok(Self { input, key: IdempotencyKey(None) });
        }
        let sane = |c: char| c.is_ascii_graphic();
        if key.is_empty() || key.len() > limits::IDEMPOTENCY_KEY_CHARS || !key.chars().all(sane) {
            return Err(Error::field("idempotency-key", Code::FieldInvalid).into());
        }
        let digest =
            Sha256::new().chain_update(target).chain_update([0]).chain_update(&body).finalize();
        // Nobody's key would be everybody's: one visitor could ask for another's answer.
        let keyed = principal.map(|principal| Keyed { principal, key, digest: digest.into() });
        Ok(Self { input, key: IdempotencyKey(keyed) })
    }
}

impl IdempotencyKey {
    /// The key that a page gave to its form. What was typed is part of it: the same press twice is one act, and a text
    /// that was changed in between is another one, not a mistake.
    pub fn of_form(asker: &Asker, target: &str, key: &str, typed: &[&str]) -> Self {
        let mut hasher = Sha256::new();
        for part in [target].iter().chain(typed) {
            hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(part);
        }
        let digest: [u8; 32] = hasher.finalize().into();
        let sane = !key.is_empty()
            && key.len() <= FORM_KEY_CHARS
            && key.chars().all(|c| c.is_ascii_alphanumeric());
        let key = format!("form:{key}:{}", hex::encode(digest));
        Self(asker.principal().filter(|_| sane).map(|principal| Keyed { principal, key, digest }))
    }

    /// The key of one of several acts that this request is, each in a transaction of its own. Whoever repeats the request gets
    /// the answers of those that were done, and the others done.
    #[must_use]
    pub fn part(&self, name: &str) -> Self {
        // No client's own key has a space in it.
        let part = |keyed: &Keyed| Keyed { key: format!("{} {name}", keyed.key), ..keyed.clone() };
        Self(self.0.as_ref().map(part))
    }

    /// Runs a verb, or gives what it returned when the same form came before.
    ///
    /// # Errors
    /// Those of the verb.
    pub async fn once<R, F>(self, app: &App, cx: Cx, verb: F) -> Result<R>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<R> + Send + Sync + 'static,
        R: Serialize + DeserializeOwned + Send + 'static,
    {
        let answer = self.write(app, cx, StatusCode::OK, verb).await?;
        let broken = |_other_type| Error::Broken { what: "an answer that is no longer read" };
        Ok(serde_json::from_str(&answer.json).map_err(broken)?)
    }

    /// Runs a verb that answers with `status` and a JSON body, or gives the answer that the same request got before.
    ///
    /// An answer with a `version` carries it as `ETag` too, replayed or not. The row keeps the answer sealed; secrets
    /// that are shown once are none of its business all the same.
    ///
    /// # Errors
    /// `idempotency-mismatch` when the key was used for another request; those of the verb.
    pub async fn write<R, F>(self, app: &App, cx: Cx, status: StatusCode, verb: F) -> Result<Answer>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<R> + Send + Sync + 'static,
        R: Serialize + Send + 'static,
    {
        let desk = app.desk().clone();
        let answer = app
            .desk()
            .write(cx, async move |tx, cx| {
                if let Some(keyed) = &self.0
                    && let Some(answer) = keyed.find(tx, cx, desk.keyring()).await?
                {
                    return Ok(answer);
                }
                let json = serde_json::to_string(&verb(tx, cx).await?)
                    .map_err(|_never| Error::Broken { what: "an answer that is no JSON" })?;
                if let Some(keyed) = &self.0 {
                    keyed.keep(tx, desk.keyring(), status, &json).await?;
                }
                Ok(Answer::of(status, json, false))
            })
            .await?;
        Ok(answer)
    }
}

impl Keyed {
    /// The answer that this key has already, or `None` once the key is claimed for the act at hand.
    async fn find(
        &self,
        tx: &Tx<'_>,
        cx: &Cx,
        keyring: &Keyring,
    ) -> proofdesk_desk::Result<Option<Answer>> {
        let oldest = cx.now - limits::IDEMPOTENCY_AGE;
        let claimed =
            tx.exec(CLAIM, params![self.principal, self.key, self.digest, cx.now, oldest]).await?;
        if claimed == 1 {
            return Ok(None);
        }
        let (digest, status, sealed): (Vec<u8>, i64, String) =
            tx.query_one(FIND, params![self.principal, self.key]).await?;
        if digest != self.digest {
            return Err(Error::refused(Code::IdempotencyMismatch));
        }
        let status = u16::try_from(status).ok().and_then(|s| StatusCode::from_u16(s).ok());
        let status = status.ok_or(Error::Broken { what: "a stored answer without a status" })?;
        let json = self
            .open(keyring, &sealed)
            .ok_or(Error::Broken { what: "a stored answer that was changed" })?;
        Ok(Some(Answer::of(status, json, true)))
    }

    async fn keep(
        &self,
        tx: &Tx<'_>,
        keyring: &Keyring,
        status: StatusCode,
        json: &str,
    ) -> proofdesk_desk::Result<()> {
        let (status, sealed) = (i64::from(status.as_u16()), self.seal(keyring, json));
        tx.exec(SET, params![status, sealed, self.principal, self.key]).await?;
        Ok(())
    }

    /// Answers repeat what people wrote; they rest sealed, so that no backup outlives an erasure with them.
    fn seal(&self, keyring: &Keyring, json: &str) -> String {
        BASE64.encode(keyring.seal(self.place().as_bytes(), json.as_bytes()))
    }

    fn open(&self, keyring: &Keyring, sealed: &str) -> Option<String> {
        let sealed = BASE64.decode(sealed).ok()?;
        let json = keyring.open(self.place().as_bytes(), &sealed).ok()?;
        String::from_utf8(json.to_vec()).ok()
    }

    /// Where a sealed answer belongs: it opens nowhere else.
    fn place(&self) -> String {
        format!("idempotency:{}:{}", self.principal, self.key)
    }
}

impl Answer {
    fn of(status: StatusCode, json: String, replayed: bool) -> Self {
        #[derive(Deserialize)]
        struct Versioned {
            version: i64,
        }
        let version = serde_json::from_str::<Versioned>(&json).ok().map(|answer| answer.version);
        Self { status, json, version, replayed }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        let mut response = (self.status, json, self.json).into_response();
        if let Some(version) = self.version {
            response.headers_mut().insert(header::ETAG, etag(version));
        }
        if self.replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        response
    }
}
