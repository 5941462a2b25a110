//! A desk with its API, and people who ask it.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, header};
use proofdesk_channels::blob::Blobs;
use proofdesk_desk::exchange_key::DEVELOPMENT_KID;
use proofdesk_desk::exchange_key::NewMaterial;
use proofdesk_desk::exchange_key::actions::NewExchangeKey;
use proofdesk_desk::exchange_token::DevelopmentCustomer;
use proofdesk_desk::exchange_token::actions::sign_development;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, MIGRATIONS, exchange_key, organisation};
use proofdesk_http::{App, Config, system_clock, system_entropy};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_search::{Followed, IndexStore};
use proofdesk_store::testing::{self, TestDb};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::conformance;

pub const PASSWORD: &str = "velvet-anchor-71";

/// A desk with its router.
pub struct World {
    router: Router,
    app: App,
    first_link: String,
    _db: TestDb,
}

/// Somebody who asks, with their session's cookie.
pub struct Person<'a> {
    world: &'a World,
    cookie: String,
    csrf: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
    pub bytes: Vec<u8>,
}

impl World {
    pub async fn new() -> Self {
        Self::on(testing::sqlite(MIGRATIONS).await).await
    }

    pub async fn on(db: TestDb) -> Self {
        let keyring = Keyring::generate(&[7; 64]);
        let blobs = Blobs::in_folder(&db.folder().join("blobs"), keyring.clone()).unwrap();
        let desk = Desk::new((*db).clone(), Arc::new(blobs), keyring);
        let desk = desk.with_search(whole(), whole());
        let founded = desk
            .write(operator(), async |tx, cx| {
                let founded = organisation::actions::found(tx, cx, "Acme").await?;
                Ok((
                    founded.brand_id,
                    founded.first_link.map(|link| link.token.reveal().to_owned()),
                ))
            })
            .await
            .unwrap();
        let (brand_id, keyring) = (founded.0, desk.keyring().clone());
        desk.write(operator(), async move |tx, cx| {
            let new = NewExchangeKey {
                brand_id,
                kid: DEVELOPMENT_KID.to_owned(),
                audience: "desk".to_owned(),
                material: NewMaterial::Hs256(None),
            };
            exchange_key::actions::add(tx, cx, &keyring, &new).await
        })
        .await
        .unwrap();
        let config = Config { flood: None, ..Config::of_origin("http://desk.test") };
        let app = App::new(desk, config, system_clock(), system_entropy());
        let router =
            proofdesk_http::layer(proofdesk_api::routes().into_router(&app), app.clone(), None);
        Self { router, app, first_link: founded.1.unwrap(), _db: db }
    }

    pub fn nobody(&self) -> Person<'_> {
        Person { world: self, cookie: String::new(), csrf: String::new() }
    }

    /// The first administrator, by the first link.
    pub async fn admin(&self) -> Person<'_> {
        let path = format!("/api/v1/links/{}/acceptance", self.first_link);
        let name =
            json!({"email": "ada@example.com", "name": "Ada Lovelace", "password": PASSWORD});
        let mut person = self.nobody();
        person.sign_in(&path, name).await;
        person
    }

    /// A customer, by a token of the exchange.
    pub async fn customer(&self, sub: &str, name: &str) -> Person<'_> {
        let customer = DevelopmentCustomer {
            sub: sub.to_owned(),
            name: Some(name.to_owned()),
            email: Some(format!("{sub}@example.com")),
            ..DevelopmentCustomer::default()
        };
        let (keyring, cx) = (self.app.desk().keyring().clone(), operator());
        let read = self
            .app
            .desk()
            .read(async move |rx| sign_development(rx, &mut cx.clone(), &keyring, &customer).await);
        let token = read.await.unwrap();
        let mut person = self.nobody();
        person.sign_in("/api/v1/customer-session", json!({"token": token})).await;
        person
    }
}

fn operator() -> Cx {
    Cx::new(system_clock()(), Viewer::Operator, Locale::En, "test".to_owned(), system_entropy()())
}

impl Person<'_> {
    async fn sign_in(&mut self, path: &str, body: Value) {
        let answer = self.post(path, body).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
        self.csrf = self.get("/api/v1/me").await.body["csrf_token"].as_str().unwrap().to_owned();
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.ask("POST", path, &[], Some(body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.ask("PUT", path, &[], Some(body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.ask("DELETE", path, &[], None).await
    }

    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let mut headers = headers.to_vec();
        if body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        self.send(method, path, &headers, body.into_bytes()).await
    }

    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request = request.header("cookie", &self.cookie).header("x-csrf-token", &self.csrf);
        let request = request.body(Body::from(body)).unwrap();
        let response = self.world.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        let kind = headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
        let is_json = kind.ends_with("json");
        let body = if is_json { serde_json::from_slice(&bytes).unwrap() } else { Value::Null };
        conformance::check(method, path.split('?').next().unwrap(), status, kind, &body);
        Answer { status, headers, body, bytes }
    }
}

impl Answer {
    /// The body of an answer with this status.
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{:#}", self.body);
        self.body
    }

    /// The code of a refusal with this status.
    pub fn refused(self, status: u16) -> String {
        self.expect(status)["code"].as_str().unwrap().to_owned()
    }

    pub fn etag(&self) -> String {
        self.headers["etag"].to_str().unwrap().to_owned()
    }
}

/// Indexes that are whole and empty: a route that asks one has an answer.
fn whole<I: Followed>() -> Arc<IndexStore<I>> {
    let store = IndexStore::open(None).unwrap();
    store.finish().unwrap();
    Arc::new(store)
}
