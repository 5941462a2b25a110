use std::sync::Arc;

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::csrf::{self, CSRF_FIELD};
use crate::extract::{read_pairs, require_utf8, whole};
use crate::principal::Asker;
use crate::problem::{Problem, Result};
use crate::typed::{Kept, Typed};

/// The fields of an HTML form, taken after its hidden CSRF field proved that one of our pages sent it.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let asker = request.extensions().get::<Arc<Asker>>().cloned();
        let kept = request.extensions().get::<Arc<Kept>>().cloned();
        let body = whole(request).await?;
        let (mut shown, mut fields) = (None, Typed::new());
        for (name, value) in form_urlencoded::parse(&body) {
            if name == CSRF_FIELD {
                shown = Some(value.into_owned());
            } else {
                fields.push((name.into_owned(), value.into_owned()));
            }
        }
        let rest = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
        if let Some(kept) = kept {
            kept.set(fields);
        }
        require_field(app, asker.as_deref(), shown.as_deref())?;
        require_utf8(&body)?;
        read_pairs(rest.as_bytes()).map(Self)
    }
}

/// Refuses a form of a signed-in visitor whose hidden field is not theirs. Handlers that read the parts of an upload
/// themselves call it with the field's value.
///
/// # Errors
/// `csrf-missing`.
pub fn require_field(app: &App, asker: Option<&Asker>, shown: Option<&str>) -> Result<()> {
    if let Some(asker) = asker {
        asker.note_form_check();
    }
    match asker.and_then(Asker::cookie_session) {
        Some(session_id) => csrf::require_token(app, session_id, shown.unwrap_or("")),
        None => Ok(()),
    }
}
