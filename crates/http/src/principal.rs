use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{ApiTokenId, SessionId};
use proofdesk_desk::session::SessionInfo;
use proofdesk_desk::token::{self, TokenKind};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Error, api_token, brand, session};

use crate::app::App;
use crate::cookie;
use crate::edge::text;
use crate::problem::{Problem, Result};

/// By what a request proves who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    None,
    /// A session's cookie: the browser sends it by itself, so unsafe requests need the CSRF token too.
    Cookie(SessionId),
    /// A session's token as a bearer, as the widget sends it.
    Bearer(SessionId),
    ApiToken(ApiTokenId),
}

/// What is known of the session behind a request.
pub type SessionFacts = SessionInfo;

/// Who asks. Made once per request by its route's gate.
#[derive(Clone, Debug)]
pub struct Asker {
    pub viewer: Viewer,
    pub credential: Credential,
    pub session: Option<SessionFacts>,
    /// Something was shown that opens nothing (any more).
    pub is_stale: bool,
    /// The use of the API token is to be written down.
    pub(crate) token_touch_due: bool,
    /// The member behind the session or token has to enrol a second factor before anything else.
    enrolment_required: bool,
    /// Set once a form's hidden field was looked at; shared by all clones of one request's asker.
    form_checked: Arc<AtomicBool>,
}

impl Asker {
    pub(crate) fn nobody(is_stale: bool) -> Self {
        Self { is_stale, ..Self::proven(Viewer::Anonymous, Credential::None) }
    }

    fn proven(viewer: Viewer, credential: Credential) -> Self {
        Self {
            viewer,
            credential,
            session: None,
            is_stale: false,
            token_touch_due: false,
            enrolment_required: false,
            form_checked: Arc::default(),
        }
    }

    /// Notes that this request's form was asked for its hidden field.
    pub(crate) fn note_form_check(&self) {
        self.form_checked.store(true, Ordering::Relaxed);
    }

    /// The request could have been forged by another site, as far as anybody looked.
    pub(crate) fn form_is_unchecked(&self) -> bool {
        self.cookie_session().is_some() && !self.form_checked.load(Ordering::Relaxed)
    }

    /// A required second factor is still missing.
    pub fn is_limited(&self) -> bool {
        self.enrolment_required
    }

    /// The session that a cookie carried: only such requests can be forged by another site.
    pub(crate) fn cookie_session(&self) -> Option<SessionId> {
        match self.credential {
            Credential::Cookie(id) => Some(id),
            _ => None,
        }
    }

    /// The CSRF token of the session behind this request; `None` without a session.
    ///
    /// # Errors
    /// None in practice.
    pub fn csrf_token(&self, app: &App) -> Result<Option<String>> {
        let session_id = self.session.as_ref().map(|info| info.id);
        Ok(session_id.map(|id| session::csrf_token(app.desk().keyring(), id)).transpose()?)
    }

    /// Who asks, as idempotency keys are kept apart: a key of one is nobody else's. `None` for somebody unknown, who
    /// could be anybody.
    pub(crate) fn principal(&self) -> Option<String> {
        (!matches!(self.viewer, Viewer::Anonymous)).then(|| self.viewer.to_string())
    }

    /// What the gate found out. A request without one asks as nobody.
    pub(crate) fn of(parts: &Parts) -> Arc<Self> {
        parts
            .extensions
            .get::<Arc<Self>>()
            .cloned()
            .unwrap_or_else(|| Arc::new(Self::nobody(false)))
    }

    /// Looks up who stands behind a request's cookie or bearer token. The bearer counts when both are shown.
    pub(crate) async fn identify(app: &App, headers: &HeaderMap) -> Result<Self> {
        let bearer = bearer(text(headers, &header::AUTHORIZATION));
        let (shown, is_cookie) = match (bearer, cookie::session(app.config(), headers)) {
            (Some(token), _) => (token, false),
            (None, Some(token)) => (token, true),
            (None, None) => return Ok(Self::nobody(false)),
        };
        let (hash, now) = (token::hash(shown), app.now());
        let found = match (TokenKind::of(shown), is_cookie) {
            (Some(TokenKind::Session), _) => {
                let address = app.config().brand_of(headers).map(str::to_owned);
                let found = app.desk().read(async move |rx| {
                    let found = session::resolve(rx, &hash, now).await?;
                    let Some((viewer, info)) = found else { return Ok(None) };
                    let is_known = brand::view::knows(rx, address.as_deref(), &viewer).await?;
                    Ok::<_, Error>(is_known.then_some((viewer, info)))
                });
                let found = found.await?;
                found.map(|(viewer, info)| {
                    let credential = if is_cookie {
                        Credential::Cookie(info.id)
                    } else {
                        Credential::Bearer(info.id)
                    };
                    Self {
                        enrolment_required: info.enrolment_required,
                        session: Some(info),
                        ..Self::proven(viewer, credential)
                    }
                })
            }
            (Some(TokenKind::Api), false) => {
                let found = app
                    .desk()
                    .read(async move |rx| api_token::view::resolve(rx, &hash, now).await)
                    .await?;
                found.map(|(viewer, info)| Self {
                    token_touch_due: info.touch_due,
                    enrolment_required: info.enrolment_required,
                    ..Self::proven(viewer, Credential::ApiToken(info.id))
                })
            }
            _ => None,
        };
        match found {
            Some(asker) => Ok(asker),
            // A wrong bearer is a mistake of a program; an old cookie is an everyday thing.
            None if !is_cookie => Err(Error::refused(Code::SessionExpired).into()),
            None => Ok(Self::nobody(true)),
        }
    }
}

/// The token of `Bearer …`. Schemes have no case (RFC 9110, section 11.1).
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self> {
        Ok(Self::clone(&Self::of(parts)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_has_no_case() {
        for (header, token) in [
            ("Bearer pd", Some("pd")),
            ("bearer pd", Some("pd")),
            ("BEARER  pd ", Some("pd")),
            ("Basic pd", None),
            ("Bearer", None),
            ("", None),
        ] {
            assert_eq!(bearer(header), token, "{header}");
        }
    }
}
