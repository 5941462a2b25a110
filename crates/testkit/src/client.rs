use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use proofdesk_desk::Desk;
use proofdesk_desk::session::{self, Opened};
use serde_json::Value;

/// The session's cookie where everything is plain http.
const COOKIE: &str = "proofdesk";

/// Somebody's browser or program: it keeps cookies, and sends the CSRF token with what is unsafe.
#[derive(Clone, Debug)]
pub struct Client {
    address: SocketAddr,
    jar: Arc<Mutex<Jar>>,
}

#[derive(Clone, Debug, Default)]
struct Jar {
    cookies: BTreeMap<String, String>,
    csrf: Option<String>,
    bearer: Option<String>,
}

/// A request about to be sent.
#[derive(Debug)]
#[must_use]
pub struct Call {
    client: Client,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Option<reqwest::Body>,
}

/// What came back, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The request, for the words of a failure.
    pub asked: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

pub(crate) fn http() -> &'static reqwest::Client {
    static HTTP: OnceLock<reqwest::Client> = OnceLock::new();
    HTTP.get_or_init(|| {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions of TLS")
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .timeout(Duration::from_secs(180))
            // Every test has a runtime of its own, and a connection does not outlive the one it was made on.
            .pool_max_idle_per_host(0)
            .build()
            .expect("an HTTP client")
    })
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, jar: Arc::default() }
    }

    pub(crate) fn signed_in(address: SocketAddr, desk: &Desk, opened: &Opened) -> Self {
        let client = Self::new(address);
        let csrf = session::csrf_token(desk.keyring(), opened.session_id).expect("a CSRF token");
        client.with_jar(|jar| {
            jar.cookies.insert(COOKIE.to_owned(), opened.token.reveal().to_owned());
            jar.csrf = Some(csrf);
        });
        client
    }

    /// A program that shows a bearer token: an API token, or a session's.
    pub fn bearer(address: SocketAddr, token: &str) -> Self {
        let client = Self::new(address);
        client.with_jar(|jar| jar.bearer = Some(token.to_owned()));
        client
    }

    /// The same person in another browser: what happens to the cookies of one leaves the other as it is.
    #[must_use]
    pub fn copy(&self) -> Self {
        let jar = self.with_jar(|jar| jar.clone());
        Self { address: self.address, jar: Arc::new(Mutex::new(jar)) }
    }

    /// The same person at a desk that listens elsewhere now.
    #[must_use]
    pub fn moved(&self, address: SocketAddr) -> Self {
        Self { address, jar: Arc::clone(&self.jar) }
    }

    fn with_jar<R>(&self, look: impl FnOnce(&mut Jar) -> R) -> R {
        look(&mut self.jar.lock().expect("a jar"))
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The session's token, from the cookie or the bearer.
    pub fn token(&self) -> Option<String> {
        self.with_jar(|jar| jar.bearer.clone().or_else(|| jar.cookies.get(COOKIE).cloned()))
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.with_jar(|jar| jar.cookies.get(name).cloned())
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.with_jar(|jar| jar.cookies.insert(name.to_owned(), value.to_owned()));
    }

    /// What is sent as `x-csrf-token`.
    pub fn csrf(&self) -> Option<String> {
        self.with_jar(|jar| jar.csrf.clone())
    }

    /// Forgets the CSRF token, as another site's page does not know it.
    pub fn forget_csrf(&self) {
        self.with_jar(|jar| jar.csrf = None);
    }

    /// Asks the API for the CSRF token of the session, as the console does after a sign-in.
    pub async fn learn_csrf(&self) {
        let me = self.get("/api/v1/me").send().await.expect(200).json();
        let csrf = me["csrf_token"].as_str().filter(|token| !token.is_empty()).map(str::to_owned);
        self.with_jar(|jar| jar.csrf = csrf);
    }

    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    pub fn post(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    pub fn put(&self, path: &str) -> Call {
        self.call(Method::PUT, path)
    }

    pub fn patch(&self, path: &str) -> Call {
        self.call(Method::PATCH, path)
    }

    pub fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    pub fn call(&self, method: Method, path: &str) -> Call {
        let headers = self.headers(!matches!(method, Method::GET | Method::HEAD));
        Call { client: self.clone(), method, path: path.to_owned(), headers, body: None }
    }

    /// What proves who asks.
    pub(crate) fn headers(&self, with_csrf: bool) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let value = |text: &str| HeaderValue::try_from(text).expect("a header");
        self.with_jar(|jar| {
            let cookies: Vec<String> =
                jar.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if !cookies.is_empty() {
                headers.insert(header::COOKIE, value(&cookies.join("; ")));
            }
            if let Some(token) = &jar.bearer {
                headers.insert(header::AUTHORIZATION, value(&format!("Bearer {token}")));
            }
            if let Some(csrf) = jar.csrf.as_ref().filter(|_| with_csrf) {
                headers.insert(HeaderName::from_static("x-csrf-token"), value(csrf));
            }
        });
        headers
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for set in headers.get_all(header::SET_COOKIE) {
            let text = set.to_str().expect("a cookie in ASCII");
            let (pair, attributes) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').expect("a cookie with a name");
            let over = attributes.split(';').any(|a| a.trim().eq_ignore_ascii_case("max-age=0"));
            self.with_jar(|jar| match over {
                true => jar.cookies.remove(name),
                false => jar.cookies.insert(name.to_owned(), value.to_owned()),
            });
        }
    }
}

impl Call {
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::try_from(value).expect("a header");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    pub fn json(self, body: &Value) -> Self {
        self.bytes("application/json", body.to_string())
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", percent(name), percent(value)))
            .collect();
        self.bytes("application/x-www-form-urlencoded", pairs.join("&"))
    }

    pub fn bytes(self, kind: &str, body: impl Into<Bytes>) -> Self {
        let mut typed = self.header("content-type", kind);
        typed.body = Some(reqwest::Body::from(body.into()));
        typed
    }

    /// A body that is made while it is sent, in chunks, its length unknown.
    pub fn stream(self, kind: &str, body: reqwest::Body) -> Self {
        let mut typed = self.header("content-type", kind);
        typed.body = Some(body);
        typed
    }

    pub fn if_match(self, version: i64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub async fn send(self) -> Answer {
        self.try_send().await.unwrap_or_else(|error| panic!("no answer: {error:?}"))
    }

    /// # Errors
    /// When the connection broke before a whole answer came.
    pub async fn try_send(self) -> reqwest::Result<Answer> {
        let asked = format!("{} {}", self.method, self.path);
        let url = format!("http://{}{}", self.client.address, self.path);
        let mut request = http().request(self.method, url).headers(self.headers);
        if let Some(body) = self.body {
            request = request.body(body);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        self.client.keep_cookies(&headers);
        let body = response.bytes().await?;
        Ok(Answer { asked, status, headers, body })
    }
}

impl Answer {
    /// Fails unless the status is this one, showing what came instead.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self
    }

    /// Fails unless it is the problem of this code.
    #[track_caller]
    pub fn refused(self, code: &str) -> Self {
        assert!(
            self.status >= 400,
            "{} was not refused: {} {}",
            self.asked,
            self.status,
            self.text()
        );
        assert_eq!(self.code(), code, "{}: {}", self.asked, self.text());
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{}: {error} in {}", self.asked, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The code of a problem; empty for what is none.
    pub fn code(&self) -> String {
        let problem: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        problem["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The fields that a problem names, with their codes.
    pub fn fields(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let errors = self.json()["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| (text(&error["field"]), text(&error["code"]))).collect()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The version that the entity tag tells.
    #[track_caller]
    pub fn version(&self) -> i64 {
        let tag = self.header("etag");
        tag.trim_matches('"')
            .parse()
            .unwrap_or_else(|_| panic!("{}: {tag:?} is no version", self.asked))
    }
}

/// Percent-encodes everything but what never needs it.
pub(crate) fn percent(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes()
        .map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
