//! Before a handler runs: who asks, may they come in, did they mean it, and not for ever.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::{api_token, session};

use crate::app::App;
use crate::arrival::{self, Arrival};
use crate::csrf;
use crate::edge::Edge;
use crate::idempotency::Offered;
use crate::principal::{Asker, Credential};
use crate::problem::{Problem, Result};
use crate::routes::{Body, Route};
use crate::typed::{self, Kept};

#[derive(Clone)]
pub(crate) struct Gate {
    pub app: App,
    pub route: Route,
}

/// The template of the route that answered, for figures; never the path itself, which names people's tickets.
#[derive(Clone, Copy)]
pub(crate) struct Template(pub &'static str);

pub(crate) async fn pass(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let is_form =
        !is_safe(request.method()) && matches!(gate.route.body, Body::Form | Body::Upload);
    let mut response = match admit(&gate, &mut request).await {
        Ok(asker) => {
            let offered = request.extensions().get::<Arc<Offered>>().cloned();
            let kept = Arc::new(Kept::default());
            if is_form {
                request.extensions_mut().insert(Arc::clone(&kept));
            }
            let response = run(&gate, request, next).await;
            let response = if is_form { checked(&gate, &asker, response) } else { response };
            let response = given_back(&kept, response);
            taken(&gate, offered.as_deref(), response)
        }
        Err(problem) if is_form => {
            typed::beside(gate.app.config(), problem, request).await.into_response()
        }
        Err(problem) => problem.into_response(),
    };
    response.extensions_mut().insert(Template(gate.route.path));
    response
}

async fn run(gate: &Gate, mut request: Request, next: Next) -> Response {
    if matches!(gate.route.body, Body::Stream | Body::Upload) {
        return next.run(request).await;
    }
    let arrival = Arc::new(Arrival::new(gate.app.config().body_stall));
    request.extensions_mut().insert(arrival.clone());
    match tokio::time::timeout(gate.app.config().request_timeout, next.run(request)).await {
        Ok(response) => response,
        // Who dribbled all the time was not let down by us.
        Err(_elapsed) if arrival.is_under_way() => arrival::too_slow().into_response(),
        Err(_elapsed) => Problem::new(Code::Unavailable).into_response(),
    }
}

/// A form route whose handler acted without a look at the hidden field is a hole, and must not pass for working.
fn checked(gate: &Gate, asker: &Asker, response: Response) -> Response {
    let acted = response.status().is_success() || response.status().is_redirection();
    if acted && asker.form_is_unchecked() {
        tracing::error!(route = gate.route.path, "a form was taken without its CSRF field");
        return Problem::new(Code::Internal).into_response();
    }
    response
}

/// A key that nobody looked at promises what is not kept. The same goes for it as for a form's field.
fn taken(gate: &Gate, offered: Option<&Offered>, response: Response) -> Response {
    if response.status().is_success() && offered.is_some_and(Offered::is_ignored) {
        tracing::error!(route = gate.route.path, "an idempotency key was not taken");
        return Problem::new(Code::Internal).into_response();
    }
    response
}

async fn admit(gate: &Gate, request: &mut Request) -> Result<Arc<Asker>> {
    let asker = Asker::identify(&gate.app, request.headers()).await?;
    gate.route.access.admit(&asker).map_err(|refused| stale(&asker, refused.into()))?;
    if !is_safe(request.method()) {
        require_intent(gate, &asker, request.headers())?;
    }
    if let Some(offered) = Offered::of(gate.route, &asker, request.headers())? {
        request.extensions_mut().insert(Arc::new(offered));
    }
    touch(&gate.app, request, &asker);
    let asker = Arc::new(asker);
    request.extensions_mut().insert(asker.clone());
    Ok(asker)
}

/// A form that a handler refused with no form of its own: what was written goes back with the refusal.
fn given_back(kept: &Kept, mut response: Response) -> Response {
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        response.extensions_mut().insert(problem.with_typed(kept.take()));
    }
    response
}

/// Whoever showed a session that is over is told so, instead of being asked to sign in as if they never had.
fn stale(asker: &Asker, problem: Problem) -> Problem {
    if asker.is_stale && problem.code() == Code::SignedOut {
        return Problem::new(Code::SessionExpired);
    }
    problem
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// No other site may act in a visitor's name: the request comes from one of our pages, and carries the session's token.
fn require_intent(gate: &Gate, asker: &Asker, headers: &HeaderMap) -> Result<()> {
    if matches!(asker.credential, Credential::Bearer(_) | Credential::ApiToken(_)) {
        return Ok(());
    }
    csrf::require_origin(gate.app.config(), headers)?;
    match (asker.cookie_session(), gate.route.body) {
        // The form's extractor finds the token among the fields.
        (None, _) | (Some(_), Body::Form | Body::Upload) => Ok(()),
        (Some(session_id), _) => csrf::require_header(&gate.app, session_id, headers),
    }
}

/// Writes down that a session or token is in use, beside the answer and not before it.
fn touch(app: &App, request: &Request, asker: &Asker) {
    let (parts_edge, viewer) =
        (request.extensions().get::<Arc<Edge>>().cloned(), asker.viewer.clone());
    let Some(edge) = parts_edge else { return };
    let (cx, desk) = (app.cx(&edge, viewer), app.desk().clone());
    let session_id = asker.session.as_ref().filter(|info| info.touch_due).map(|info| info.id);
    let token_id = match asker.credential {
        Credential::ApiToken(id) if asker.token_touch_due => Some(id),
        _ => None,
    };
    if session_id.is_none() && token_id.is_none() {
        return;
    }
    tokio::spawn(async move {
        let touched = desk
            .write(cx, async move |tx, cx| {
                if let Some(id) = session_id {
                    session::actions::touch(tx, cx, id).await?;
                }
                if let Some(id) = token_id {
                    api_token::actions::touch(tx, cx, id).await?;
                }
                Ok(())
            })
            .await;
        if let Err(error) = touched {
            tracing::debug!(%error, "a session could not be touched");
        }
    });
}
