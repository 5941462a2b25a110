//! What a node with the search indexes answers to those without. Nobody else gets anything: a question is signed under the
//! master keys, which all nodes share (`proofdesk_desk::lookup::signature`).

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use proofdesk_channels::search_node::{ARTICLES, SECONDS, SIGNATURE, TICKETS};
use proofdesk_desk::lookup::signature;
use proofdesk_http::App;
use serde::Serialize;

/// `POST /internal/search/{what}`: what the indexes of this process say, before it is judged by anybody.
pub async fn answer(
    State(app): State<App>,
    Path(what): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let signed = (text(SECONDS).unwrap_or_default(), text(SIGNATURE).unwrap_or_default());
    // Whoever is no node of this desk does not learn that there is something here.
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
