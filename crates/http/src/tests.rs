#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

//! The crate as requests meet it: routes on a real desk, asked without a socket.

mod access;
mod answers;
mod csrf;
mod files;

mod once;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use bytes::Bytes;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::testing::{Person, World};

/// Every statement is one that both engines understand.
#[tokio::test]
async fn every_statement_can_be_prepared() {
    for world in World::both().await {
        let prepared = world.db.prepare_all(&crate::statements()).await;
        assert!(prepared.is_ok(), "{:?}: {prepared:?}", world.db.engine());
    }
}

/// A request about to be sent.
struct Ask {
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Body,
}

/// What came back.
#[derive(Debug)]
struct Told {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

fn ask(method: &str, path: &str) -> Ask {
    Ask {
        method: method.parse().unwrap(),
        path: path.to_owned(),
        headers: Vec::new(),
        body: Body::empty(),
    }
}

fn get(path: &str) -> Ask {
    ask("GET", path)
}

fn post(path: &str) -> Ask {
    ask("POST", path)
}

impl Ask {
    fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    fn bearer(self, person: &Person) -> Self {
        let token = format!("Bearer {}", person.token);
        self.header("authorization", token)
    }

    /// As a browser that is signed in.
    fn cookie(self, person: &Person) -> Self {
        let cookie = format!("proofdesk={}", person.token);
        self.header("cookie", cookie)
    }

    fn json(mut self, body: impl Into<String>) -> Self {
        self.body = Body::from(body.into());
        self.header("content-type", "application/json")
    }

    fn form(mut self, body: impl Into<String>) -> Self {
        self.body = Body::from(body.into());
        self.header("content-type", "application/x-www-form-urlencoded")
    }

    async fn of(self, web: &Router) -> Told {
        let mut request = Request::builder().method(self.method).uri(self.path);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let response = web.clone().oneshot(request.body(self.body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Told { status: parts.status, headers: parts.headers, body }
    }
}

impl Told {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status and code of a problem.
    fn problem(&self) -> (u16, String) {
        let code = self.json()["code"].as_str().unwrap_or_default().to_owned();
        (self.status.as_u16(), code)
    }
}
