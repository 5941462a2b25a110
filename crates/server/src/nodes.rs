//! What a node with the search indexes answers to those without. Nobody else gets anything: a question is signed under the
//! master keys, which all nodes share (`proofdesk_desk::lookup::signature`).

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use proofdesk_channels::search_node::{ARTICLES, SECONDS, SIGNATURE, TICKETS};
use proofdesk_desk::code::Code;
use proofdesk_desk::lookup::signature;
use proofdesk_http::{App, Problem};
use serde::Serialize;
use tokio::time::timeout;

/// `POST /internal/search/{what}`: what the indexes of this process say, before it is judged by anybody.
pub async fn answer(
    State(app): State<App>,
    Path(what): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let signed = (text(SECONDS).unwrap_or_default(), text(SIGNATURE).unwrap_or_default());
    // Strangers can begin to ask as well, and no gate stands before this: a node has all of it ready when it asks.
    let body = timeout(app.config().body_stall, Bytes::from_request(request, &app)).await;
    // Whoever is no node of this desk does not learn that there is something here.
    let Ok(Ok(body)) = body else { return hung_up().into_response() };
    if !signature::is_ours(app.desk().keyring(), (&what, &body), signed, app.now()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let lookup = app.desk().lookup().own();
    match what.as_str() {
        ARTICLES => match serde_json::from_slice(&body) {
            Ok(ask) => told(lookup.articles(&ask).await),
            Err(error) => odd(&error),
        },
        TICKETS => match serde_json::from_slice(&body) {
            Ok(ask) => told(lookup.tickets(&ask).await),
            Err(error) => odd(&error),
        },
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What would still come of it is not read as the next request.
fn hung_up() -> Problem {
    Problem::new(Code::NotFound).with_header(header::CONNECTION, HeaderValue::from_static("close"))
}

fn told<T: Serialize>(answer: proofdesk_desk::Result<T>) -> Response {
    match answer {
        Ok(answer) => Json(answer).into_response(),
        Err(_not_ready) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// A node of another version, which asks for what is not known here.
fn odd(error: &serde_json::Error) -> Response {
    tracing::warn!(%error, "another node asked what cannot be read");
    StatusCode::UNPROCESSABLE_ENTITY.into_response()
}
