use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;
use proofdesk_desk::Error;
use proofdesk_desk::code::{Code, Retry};
use proofdesk_locale::{FluentArgs, Locale, Messages};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::edge::{Edge, REQUEST_ID};
use crate::principal::Asker;
use crate::typed::Typed;

/// When to come back after a failure of ours that may pass, in seconds.
const LATER_S: u64 = 5;

/// What a handler returns.
pub type Result<T> = std::result::Result<T, Problem>;

/// A refusal on its way to the edge, where language and request id are known and it becomes JSON or a page.
#[derive(Clone, Debug)]
pub struct Problem {
    inner: Arc<Inner>,
}

#[derive(Clone, Debug)]
struct Inner {
    code: Code,
    args: BTreeMap<&'static str, String>,
    fields: Vec<Field>,
    retry_after_s: Option<u64>,
    headers: Vec<(HeaderName, HeaderValue)>,
    typed: Typed,
}

#[derive(Clone, Debug)]
struct Field {
    field: String,
    code: Code,
    args: BTreeMap<&'static str, String>,
}

/// Draws the page of a refusal for people. The pages' crate gives it to [`crate::layer`].
pub type ProblemPage =
    Arc<dyn Fn(PageRequest, ProblemOut) -> BoxFuture<'static, Response> + Send + Sync>;

/// The request whose refusal becomes a page.
pub struct PageRequest {
    pub app: App,
    pub edge: Edge,
    /// As far as it can be told: nobody, when that is what failed.
    pub asker: Asker,
    pub headers: HeaderMap,
    /// The fields of the form that was refused.
    pub typed: Typed,
    /// The refusal, for a page that turns out to be in another language than the request.
    pub problem: Problem,
}

/// RFC 9457 problem details.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProblemOut {
    /// `/problems/<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened and the way out, in the asker's language.
    pub title: String,
    pub status: u16,
    /// Stable; clients switch on it.
    #[schema(example = "field-required")]
    pub code: String,
    /// What the title speaks of, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// What is wrong with each field, when it is about fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblemOut>,
    /// Finds the line in the desk's log.
    pub request_id: String,
    /// `no`, `later`, or `after_change`: whether the same request can succeed.
    pub retry: String,
}

/// What is wrong with one field.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FieldProblemOut {
    /// As the request wrote it, `a.b[0]` when nested.
    pub field: String,
    pub code: String,
    /// In the asker's language.
    pub title: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Problem {
    pub fn new(code: Code) -> Self {
        Self::from(Error::refused(code))
    }

    /// Adds a header to the answer, such as `Allow`.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        Arc::make_mut(&mut self.inner).headers.push((name, value));
        self
    }

    /// Gives the fields of the form that is refused back to whoever filled it in.
    #[must_use]
    pub fn with_typed(mut self, typed: Typed) -> Self {
        Arc::make_mut(&mut self.inner).typed = typed;
        self
    }

    pub fn code(&self) -> Code {
        self.inner.code
    }

    /// What happened and the way out.
    pub fn title(&self, locale: Locale) -> String {
        sentence(locale, self.inner.code, &self.inner.args)
    }

    /// The words for this asker.
    pub(crate) fn out(&self, edge: &Edge) -> ProblemOut {
        let code = self.inner.code;
        let retry = match code.retry() {
            Retry::No => "no",
            Retry::Later => "later",
            Retry::AfterChange => "after_change",
        };
        ProblemOut {
            kind: format!("/problems/{}", code.as_str()),
            title: self.title(edge.locale),
            status: code.status(),
            code: code.as_str().to_owned(),
            args: owned(&self.inner.args),
            errors: self.inner.fields.iter().map(|field| field.out(edge.locale)).collect(),
            request_id: edge.request_id.clone(),
            retry: retry.to_owned(),
        }
    }

    /// RFC 9457 JSON.
    pub(crate) fn json(&self, edge: &Edge) -> Response {
        let body = serde_json::to_vec(&self.out(edge)).unwrap_or_default();
        let mut response = (self.status(), body).into_response();
        let json = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        self.decorate(edge, response)
    }

    /// The page that `draw` makes of it, with this problem's status and headers.
    pub(crate) async fn page(
        &self,
        app: &App,
        edge: &Edge,
        headers: HeaderMap,
        draw: &ProblemPage,
    ) -> Response {
        // Whoever asks too often is not looked up either.
        let asker = match self.inner.code {
            Code::RateLimited => Asker::nobody(false),
            _ => {
                Asker::identify(app, &headers).await.unwrap_or_else(|_failed| Asker::nobody(false))
            }
        };
        let (app, edge_of, typed) = (app.clone(), edge.clone(), self.inner.typed.clone());
        let problem = self.clone();
        let request = PageRequest { app, edge: edge_of, asker, headers, typed, problem };
        let mut response = draw(request, self.out(edge)).await;
        *response.status_mut() = self.status();
        self.decorate(edge, response)
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.inner.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn decorate(&self, edge: &Edge, mut response: Response) -> Response {
        let headers = response.headers_mut();
        if let Some(seconds) = self.inner.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.inner.code.status() == 401 {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Ok(id) = HeaderValue::try_from(&edge.request_id) {
            headers.insert(REQUEST_ID, id);
        }
        for (name, value) in &self.inner.headers {
            headers.insert(name, value.clone());
        }
        response
    }
}

impl Field {
    fn out(&self, locale: Locale) -> FieldProblemOut {
        let mut args = self.args.clone();
        args.insert("field", self.field.clone());
        FieldProblemOut {
            field: self.field.clone(),
            code: self.code.as_str().to_owned(),
            title: sentence(locale, self.code, &args),
            args: owned(&self.args),
        }
    }
}

/// The sentence of a code.
fn sentence(locale: Locale, code: Code, args: &BTreeMap<&'static str, String>) -> String {
    let key = format!("error-{}", code.as_str());
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        fluent.set(*name, value.clone());
    }
    Messages::embedded().t(locale, &key, Some(&fluent))
}

fn owned(args: &BTreeMap<&'static str, String>) -> BTreeMap<String, String> {
    args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

impl From<Error> for Problem {
    /// The chain of a failure that is nobody's wish is logged here, once; the asker gets its code and the request id.
    fn from(error: Error) -> Self {
        let code = error.code();
        let mut told = BTreeMap::new();
        let refusal = match error {
            Error::Refused(refusal) => Some(refusal),
            other => {
                let chain = Chain(&other).to_string();
                // What a client did wrong, such as an upload that was cut off, is no failure of the desk.
                if code.status() < 500 {
                    tracing::info!(code = code.as_str(), error = chain, "a request was refused");
                } else {
                    tracing::error!(code = code.as_str(), error = chain, "a request failed");
                }
                if let Error::Blob(blob) = &other {
                    told = blob.args().into_iter().collect();
                }
                None
            }
        };
        let later = (code.retry() == Retry::Later && code.status() >= 500).then_some(LATER_S);
        let (args, fields, retry_after_s) = match refusal {
            Some(refusal) => (
                refusal.args.into_iter().collect(),
                refusal
                    .fields
                    .into_iter()
                    .map(|f| Field {
                        field: f.field,
                        code: f.code,
                        args: f.args.into_iter().collect(),
                    })
                    .collect(),
                refusal.retry_after_s.or(later),
            ),
            None => (told, Vec::new(), later),
        };
        let (headers, typed) = (Vec::new(), Typed::new());
        Self { inner: Arc::new(Inner { code, args, fields, retry_after_s, headers, typed }) }
    }
}

/// An error with everything under it, on one line.
struct Chain<'a>(&'a dyn std::error::Error);

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

impl IntoResponse for Problem {
    /// Leaves the problem for [`crate::layer`], which knows the asker.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
