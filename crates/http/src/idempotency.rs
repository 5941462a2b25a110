//! The same request twice is one act: key, request and answer are kept in the transaction of the act itself.
//!
//! The gate looks at the header of every request and at what the route table says of repeats ([`Repeat`]): it refuses a key
//! that cannot be honoured, and hands one that must be to the handler. A handler that acts without it is a bug, which the
//! gate answers as one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofdesk_desk::code::Code;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Error, limits};
use proofdesk_sealing::{Keyring, Purpose};
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
use crate::routes::{Repeat, Route};

/// Every statement of this file.
pub const ALL: &[&str] = &[CLAIM, FIND, FREE, SET];

const FIND: &str =
    "select request_digest, status, response from idempotency where principal = $1 and key = $2";
// Whoever comes second with a key waits here for the first, and then finds its answer. A key of another day is free again.
const CLAIM: &str = "insert into idempotency (principal, key, request_digest, status, response, created_at) \
    values ($1, $2, $3, 0, '', $4) on conflict (principal, key) do update set request_digest = excluded.request_digest, \
    status = 0, response = '', created_at = excluded.created_at where idempotency.created_at <= $5";
const SET: &str =
    "update idempotency set status = $1, response = $2 where principal = $3 and key = $4";

// A refusal that is written down (a wrong code counts) is no act: who corrects it may use the key.
const FREE: &str = "delete from idempotency where principal = $1 and key = $2";

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The longest key of a form.
const FORM_KEY_CHARS: usize = 64;

/// A JSON body with the key under which its act happens at most once.
#[derive(Debug)]
pub struct Idempotent<T> {
    pub input: T,
    pub key: IdempotencyKey,
}

/// The key that a request came with, if any, bound to who asks and what for.
///
/// As an argument of a handler it is that of a request without a body; one with a body takes [`Idempotent`].
#[derive(Clone, Debug)]
pub struct IdempotencyKey(Option<Keyed>);

#[derive(Clone, Debug)]
struct Keyed {
    principal: String,
    key: String,
    digest: [u8; 32],
    /// The answer is not kept.
    shown_once: bool,
}

/// A key as the gate found it, which the handler has to take.
#[derive(Debug)]
pub(crate) struct Offered {
    principal: String,
    key: String,
    shown_once: bool,
    taken: AtomicBool,
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

impl Offered {
    /// The key of a request, as far as its route honours one.
    ///
    /// # Errors
    /// `field-invalid` for what is no key; `idempotency-refused` where a repeat would be a second act, and for somebody
    /// unknown: nobody's key would be everybody's, and one visitor could ask for another's answer.
    pub(crate) fn of(route: Route, asker: &Asker, headers: &HeaderMap) -> Result<Option<Self>> {
        if !headers.contains_key(&KEY) || matches!(route.repeat, Repeat::NoEffect(_)) {
            return Ok(None);
        }
        let key = text(headers, &KEY).to_owned();
        let sane = |c: char| c.is_ascii_graphic();
        if key.is_empty() || key.len() > limits::IDEMPOTENCY_KEY_CHARS || !key.chars().all(sane) {
            return Err(Error::field("idempotency-key", Code::FieldInvalid).into());
        }
        match asker.principal().filter(|_| route.repeat.is_keyed()) {
            Some(principal) => Ok(Some(Self {
                principal,
                key,
                shown_once: route.repeat == Repeat::ShownOnce,
                taken: AtomicBool::new(false),
            })),
            None => Err(Problem::new(Code::IdempotencyRefused)),
        }
    }

    pub(crate) fn is_ignored(&self) -> bool {
        !self.taken.load(Ordering::Relaxed)
    }

    /// Binds the key to a request. The digest is under a key of ours, because a body may hold a password.
    fn take(&self, app: &App, target: &str, body: &[u8]) -> Result<Keyed> {
        self.taken.store(true, Ordering::Relaxed);
        let mac_key = app.desk().keyring().subkey(Purpose::RequestMac);
        let mac = Hmac::<Sha256>::new_from_slice(&*mac_key);
        let mut mac = mac.map_err(|_any_length_will_do| Problem::new(Code::Internal))?;
        for part in [target.as_bytes(), &[0], body] {
            mac.update(part);
        }
        Ok(Keyed {
            principal: self.principal.clone(),
            key: self.key.clone(),
            digest: mac.finalize().into_bytes().into(),
            shown_once: self.shown_once,
        })
    }
}

fn target(method: &axum::http::Method, path: &str) -> String {
    format!("{method} {path}")
}

impl<T: DeserializeOwned> FromRequest<App> for Idempotent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let offered = request.extensions().get::<Arc<Offered>>().cloned();
        let target = target(request.method(), request.uri().path());
        let body = extract::body(request).await?;
        let keyed = offered.map(|offered| offered.take(app, &target, &body)).transpose()?;
        Ok(Self { input: extract::read_json(&body)?, key: IdempotencyKey(keyed) })
    }
}

impl FromRequestParts<App> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let target = target(&parts.method, parts.uri.path());
        let offered = parts.extensions.get::<Arc<Offered>>();
        offered.map(|offered| offered.take(app, &target, &[])).transpose().map(Self)
    }
}

impl IdempotencyKey {
    /// The key that a page gave to its form. What was typed is part of it: the same press twice is one act, and a text
    /// that was changed in between is another one, not a mistake.
    pub fn of_form(asker: &Asker, target: &str, key: &str, typed: &[&str]) -> Self {
        Self::of_page(asker.principal(), target, key, typed)
    }

    /// The same of a form for everybody. Nobody's key is everybody's, so what it answers may say nothing that whoever sent the
    /// very same text may not know.
    pub fn of_open_form(target: &str, key: &str, typed: &[&str]) -> Self {
        Self::of_page(Some(Viewer::Anonymous.to_string()), target, key, typed)
    }

    fn of_page(principal: Option<String>, target: &str, key: &str, typed: &[&str]) -> Self {
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
        let keyed = |principal| Keyed { principal, key, digest, shown_once: false };
        Self(principal.filter(|_| sane).map(keyed))
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
        self.write(app, cx, StatusCode::OK, verb).await?.read()
    }

    /// Runs a verb that answers with `status` and a JSON body, or gives the answer that the same request got before.
    ///
    /// An answer with a `version` carries it as `ETag` too, replayed or not. The row keeps the answer sealed, and none of
    /// an answer that is shown once.
    ///
    /// # Errors
    /// `idempotency-mismatch` when the key was used for another request, `answer-shown-once` when the answer is not kept;
    /// those of the verb.
    pub async fn write<R, F>(self, app: &App, cx: Cx, status: StatusCode, verb: F) -> Result<Answer>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<R> + Send + Sync + 'static,
        R: Serialize + Send + 'static,
    {
        self.judged(app, cx, status, async move |tx, cx| verb(tx, cx).await.map(Ok)).await
    }

    /// The same of a verb that may refuse in an answer which is written down, as a wrong code is counted. Such a refusal
    /// is no act, and leaves the key free.
    ///
    /// # Errors
    /// Those of [`Self::write`]; the refusal.
    pub async fn judged<R, F>(
        self,
        app: &App,
        cx: Cx,
        status: StatusCode,
        verb: F,
    ) -> Result<Answer>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<proofdesk_desk::Result<R>>
            + Send
            + Sync
            + 'static,
        R: Serialize + Send + 'static,
    {
        let desk = app.desk().clone();
        let keyed = self.0.map(|keyed| keyed.hidden(desk.keyring())).transpose()?;
        let answer = app
            .desk()
            .write(cx, async move |tx, cx| {
                if let Some(keyed) = &keyed
                    && let Some(answer) = keyed.find(tx, cx, desk.keyring()).await?
                {
                    return Ok(Ok(answer));
                }
                let done = match verb(tx, cx).await? {
                    Ok(done) => done,
                    Err(refused) => {
                        if let Some(keyed) = &keyed {
                            keyed.free(tx).await?;
                        }
                        return Ok(Err(refused));
                    }
                };
                let json = serde_json::to_string(&done)
                    .map_err(|_never| Error::Broken { what: "an answer that is no JSON" })?;
                if let Some(keyed) = &keyed {
                    keyed.keep(tx, desk.keyring(), status, &json).await?;
                }
                Ok(Ok(Answer::of(status, json, false)))
            })
            .await??;
        Ok(answer)
    }
}

impl Keyed {
    /// Key and digest as they rest: under a key of ours. A client may send as its key whatever it likes, and a form's digest
    /// is made of what was typed, which may be as short as a code.
    fn hidden(self, keyring: &Keyring) -> proofdesk_desk::Result<Self> {
        let mac_key = keyring.subkey(Purpose::RequestMac);
        let hidden = |what: &[u8], of: &[u8]| {
            let mac = Hmac::<Sha256>::new_from_slice(&*mac_key);
            let mut mac = mac.map_err(|_any_length_will_do| Error::Broken { what: "a MAC key" })?;
            for part in [what, &[0], of] {
                mac.update(part);
            }
            Ok::<[u8; 32], Error>(mac.finalize().into_bytes().into())
        };
        let key = hex::encode(hidden(b"idempotency key", self.key.as_bytes())?);
        let digest = hidden(b"idempotency digest", &self.digest)?;
        Ok(Self { key, digest, ..self })
    }

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
        if sealed.is_empty() {
            return Err(Error::refused(Code::AnswerShownOnce));
        }
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
        let sealed = if self.shown_once { String::new() } else { self.seal(keyring, json) };
        let status = i64::from(status.as_u16());
        tx.exec(SET, params![status, sealed, self.principal, self.key]).await?;
        Ok(())
    }

    async fn free(&self, tx: &Tx<'_>) -> proofdesk_desk::Result<()> {
        tx.exec(FREE, params![self.principal, self.key]).await?;
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

    /// What the answer says, for a handler that shows more than it.
    ///
    /// # Errors
    /// `internal` when it was kept by a version that wrote it otherwise.
    pub fn read<R: DeserializeOwned>(&self) -> Result<R> {
        let broken = |_other_type| Error::Broken { what: "an answer that is no longer read" };
        Ok(serde_json::from_str(&self.json).map_err(broken)?)
    }

    /// Names the version that was answered with, for `If-Match`. One that stands on the answer's first level is named already.
    #[must_use]
    pub fn with_version(self, version: i64) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Says of a response whether it repeats an earlier one.
    pub fn mark(&self, response: &mut Response) {
        if self.replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
        let mut response = match self.status {
            StatusCode::NO_CONTENT => self.status.into_response(),
            _ => (self.status, json, self.json.clone()).into_response(),
        };
        if let Some(version) = self.version {
            response.headers_mut().insert(header::ETAG, etag(version));
        }
        self.mark(&mut response);
        response
    }
}
