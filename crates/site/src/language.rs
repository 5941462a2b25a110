use axum::http::{HeaderValue, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::customer;
use proofdesk_http::{Form, Problem, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use crate::help::in_language;
use crate::visit::{Visit, local};

const YEAR_S: u32 = 365 * 24 * 3600;

#[derive(Deserialize)]
pub(crate) struct LanguageIn {
    locale: String,
    #[serde(default)]
    back: String,
}

/// `POST /language`: the choice is kept in the browser, and with the account when there is one, so that mail and
/// agents speak the same language.
pub(crate) async fn choose(visit: Visit, Form(input): Form<LanguageIn>) -> Result<Response> {
    let locale: Locale =
        input.locale.parse().map_err(|_unknown| Problem::new(Code::FieldInvalid))?;
    if visit.own.is_some() {
        visit
            .app
            .desk()
            .write(visit.cx(), async move |tx, cx| {
                customer::actions::set_preferences(tx, cx, Some(locale), None).await
            })
            .await?;
    }
    let back = Redirect::to(&in_language(local(&input.back, "/"), locale));
    Ok((AppendHeaders([(header::SET_COOKIE, cookie(locale))]), back).into_response())
}

/// The cookie that `proofdesk_http` reads the language from.
pub(crate) fn cookie(locale: Locale) -> HeaderValue {
    let text = format!("lang={}; Path=/; SameSite=Lax; Max-Age={YEAR_S}", locale.code());
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}
