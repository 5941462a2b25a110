//! A desk with nothing but pages in front of it, and a browser without JavaScript.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::Poll;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use futures_util::stream;
use proofdesk_channels::blob::Blobs;
use proofdesk_desk::exchange_key::actions::{NewExchangeKey, add};
use proofdesk_desk::exchange_key::{DEVELOPMENT_KID, NewMaterial};
use proofdesk_desk::exchange_token::{DevelopmentCustomer, actions::sign_development};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, MIGRATIONS, organisation, system_clock, system_entropy};
use proofdesk_http::{App, Config, layer};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::{TestDb, sqlite};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

pub const ORIGIN: &str = "http://desk.test";
const BOUNDARY: &str = "----a-boundary-that-no-part-contains";

/// The pages on a fresh desk.
pub struct Site {
    router: Router,
    desk: Desk,
    _db: TestDb,
}

impl Site {
    pub async fn new() -> Self {
        Self::start(true).await
    }

    pub async fn in_production() -> Self {
        Self::start(false).await
    }

    async fn start(development: bool) -> Self {
        let db = sqlite(MIGRATIONS).await;
        let keyring = Keyring::generate(&[7; 64]);
        let blob = Blobs::in_folder(&db.folder().join("blobs"), keyring.clone()).unwrap();
        let desk = Desk::new(db.clone(), Arc::new(blob), keyring.clone());
        desk.write(cx(), async move |tx, cx| {
            let founded = organisation::actions::found(tx, cx, "Northgate").await?;
            let new = NewExchangeKey {
                brand_id: founded.brand_id,
                kid: DEVELOPMENT_KID.to_owned(),
                audience: ORIGIN.to_owned(),
                material: NewMaterial::Hs256(None),
            };
            add(tx, cx, &keyring, &new).await
        })
        .await
        .unwrap();
        let config = Config { development, flood: None, ..Config::of_origin(ORIGIN) };
        let app = App::new(desk.clone(), config, system_clock(), system_entropy());
        let router = proofdesk_site::routes().into_router(&app);
        let router = layer(router, app, Some(proofdesk_site::problem_page()));
        Self { router, desk, _db: db }
    }

    /// A browser that nobody has used.
    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new() }
    }

    /// A browser in which a customer is signed in: `ada` is called Ada.
    pub async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        let token = self.token(name).await;
        let entered = browser.get(&format!("/exchange?token={token}")).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
        browser
    }

    /// A token of the exchange for a customer.
    pub async fn token(&self, name: &str) -> String {
        let (first, rest) = name.split_at(1);
        let customer = DevelopmentCustomer {
            sub: format!("acct-{name}"),
            name: Some(format!("{}{rest}", first.to_uppercase())),
            locale: Some("en".to_owned()),
            ..DevelopmentCustomer::default()
        };
        let desk = self.desk.clone();
        self.desk
            .write(cx(), async move |tx, cx| {
                sign_development(tx, cx, desk.keyring(), &customer).await
            })
            .await
            .unwrap()
    }
}

fn cx() -> Cx {
    Cx::new(system_clock()(), Viewer::Operator, Locale::En, "test".to_owned(), system_entropy()())
}

/// One part of a form with files.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    name: &'a str,
    file_name: Option<&'a str>,
    bytes: &'a [u8],
}

impl<'a> Part<'a> {
    pub fn text(name: &'a str, text: &'a str) -> Self {
        Self { name, file_name: None, bytes: text.as_bytes() }
    }

    pub fn file(file_name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name: "files", file_name: Some(file_name), bytes }
    }
}

/// A browser: it keeps cookies, fills in hidden fields and follows nothing by itself.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.ask(Request::get(path).header(header::ACCEPT, "text/html"), Body::empty()).await
    }

    /// Opens the page `at` and sends its form to `to`, hidden fields included.
    pub async fn send(&mut self, at: &str, to: &str, parts: &[Part<'_>]) -> Answer {
        let page = self.get(at).await;
        self.send_again(&page, to, parts).await
    }

    /// Sends the form of a page that was opened before.
    pub async fn send_again(&mut self, page: &Answer, to: &str, parts: &[Part<'_>]) -> Answer {
        let csrf = page.value_of("csrf").unwrap_or_default();
        let key = page.value_of("key").unwrap_or_default();
        let hidden = [Part::text("csrf", &csrf), Part::text("key", &key)];
        self.send_raw(to, &[&hidden, parts].concat(), Some(ORIGIN)).await
    }

    /// Sends exactly these parts.
    pub async fn send_raw(&mut self, to: &str, parts: &[Part<'_>], origin: Option<&str>) -> Answer {
        let mut body = Vec::new();
        for part in parts {
            let file =
                part.file_name.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\n\r\n",
                part.name
            );
            body.extend([head.as_bytes(), part.bytes, b"\r\n"].concat());
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = Request::post(to)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, kind)
            .header(header::ORIGIN, origin.unwrap_or(ORIGIN));
        self.ask(request, Body::from(body)).await
    }

    /// Begins to send a file of which the rest never comes, and returns once it is waited for.
    pub async fn begin(&self, to: &str, field: &str) -> JoinHandle<()> {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a\"\r\n\r\n{{"
        );
        let (told, waits) = oneshot::channel();
        let (mut head, mut told) = (Some(Bytes::from(head)), Some(told));
        let body = stream::poll_fn(move |_cx| match head.take() {
            Some(head) => Poll::Ready(Some(Ok::<_, std::io::Error>(head))),
            None => {
                if let Some(told) = told.take() {
                    told.send(()).unwrap();
                }
                Poll::Pending
            }
        });
        let request = Request::post(to)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .header(header::ORIGIN, ORIGIN)
            .body(Body::from_stream(body))
            .unwrap();
        let router = self.router.clone();
        let task = tokio::spawn(async move { drop(router.oneshot(request).await) });
        waits.await.unwrap();
        task
    }

    /// Presses a button of a page whose form says nothing more.
    pub async fn press(&mut self, at: &str, to: &str) -> Answer {
        let csrf = self.get(at).await.value_of("csrf").unwrap_or_default();
        self.post(to, &format!("csrf={csrf}"), None).await
    }

    pub async fn post(&mut self, to: &str, body: &str, origin: Option<&str>) -> Answer {
        let request = Request::post(to)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, origin.unwrap_or(ORIGIN));
        self.ask(request, Body::from(body.to_owned())).await
    }

    /// The token against forgery of this browser's session.
    pub async fn csrf(&mut self) -> String {
        self.get("/").await.value_of("csrf").unwrap_or_default()
    }

    async fn ask(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::COOKIE, cookies.join("; ")).body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The number of the ticket that the answer leads to.
    pub fn ticket_number(&self) -> String {
        let path = self.location().split('?').next().unwrap();
        let number = path.strip_prefix("/tickets/");
        number.unwrap_or_else(|| panic!("{} {}", self.status, self.text)).to_owned()
    }

    /// The value of the first field of a name.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let (_, rest) = self.text.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split('"').next().map(str::to_owned)
    }

    /// The first link that begins so.
    pub fn href_of(&self, opening: &str) -> Option<String> {
        let (_, rest) = self.text.split_once(&format!("href=\"{opening}"))?;
        rest.split('"').next().map(|rest| format!("{opening}{rest}"))
    }
}
