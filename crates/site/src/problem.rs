use std::sync::Arc;

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use proofdesk_http::{PageRequest, ProblemOut, ProblemPage, Result, Typed};

use crate::Here;
use crate::help;
use crate::ticket::new::is_slug;
use crate::view::{Limited, Problem, ProblemKind, SignIn};
use crate::visit::{Visit, local, ok};

/// Draws refusals for people who read pages, in the frame that they know.
pub fn problem_page() -> ProblemPage {
    Arc::new(|request, out| {
        Box::pin(async move {
            // Whoever asks too often costs no look into the database.
            if out.code == Code::RateLimited.as_str() {
                return limited(&request, &out);
            }
            // Perhaps the database is what is broken. Plain words still arrive.
            draw(request, &out).await.unwrap_or_else(|_worse| plain(&out))
        })
    })
}

async fn draw(request: PageRequest, out: &ProblemOut) -> Result<Response> {
    let PageRequest { app, edge, asker, headers, typed, problem } = request;
    let typed = written(typed);
    let wanted = edge.wanted.clone();
    let mut visit = Visit::begin(app, edge, asker, &headers).await?;
    // A page of the help centre that is not there is told of in the language of its address, as all others are.
    visit.edge.locale = help::language_of(&wanted).unwrap_or(visit.edge.locale);
    if out.code == "signed-out" {
        let page = visit.page(Here::SignIn, local(&wanted, "/"), None)?;
        return ok(&SignIn { page, write: Some(write_instead(&wanted)), typed });
    }
    let kind = ProblemKind::of(out.status, &out.code);
    // Whoever was signed in goes on where they were; the address of a token that failed is of no use to anybody.
    let back = if kind == ProblemKind::Session { local(&wanted, "/") } else { "/" };
    let page = visit.page(Here::Elsewhere, back, None)?;
    ok(&Problem {
        heading: kind.heading(),
        // An unknown address says more than that something is missing: whose tickets one can see.
        sentence: match kind {
            ProblemKind::NotFound if out.code == "not-found" => page.t("problem-not-found"),
            // Whoever opened the address of a form has no use for the documentation of the API.
            _ if out.code == Code::MethodNotAllowed.as_str() => page.t("problem-form-only"),
            _ if out.code == Code::SessionExpired.as_str() && !typed.is_empty() => {
                page.t("problem-session-typed")
            }
            _ => problem.title(visit.edge.locale),
        },
        sign_in: matches!(kind, ProblemKind::Session | ProblemKind::SignIn),
        request_id: out.request_id.clone(),
        typed,
        page,
    })
}

/// Fields that say what a form is about, and nothing that its reader wrote.
const SILENT: [&str; 17] = [
    "back", "category", "change", "customer", "file", "files", "from", "helpful", "key", "lacking",
    "leaked", "locale", "looked", "seen", "shown", "to", "token",
];

/// What the reader wrote, which would otherwise be gone with the form that was refused.
fn written(typed: Typed) -> Vec<String> {
    let said = |(name, text): &(String, String)| {
        !SILENT.contains(&name.as_str()) && !text.trim().is_empty()
    };
    typed.into_iter().filter(said).map(|(_, text)| text).collect()
}

/// Where somebody without a session writes instead: about the same, where the page was about to ask it.
fn write_instead(wanted: &str) -> String {
    let path = wanted.split('?').next().unwrap_or_default();
    let slug = path.strip_prefix("/tickets/new/").and_then(|rest| rest.split('/').next());
    let slug = slug.filter(|slug| is_slug(slug));
    slug.map_or_else(|| "/write".to_owned(), |slug| format!("/write/{slug}"))
}

/// The same frame without anything that would have to be looked up.
fn limited(request: &PageRequest, out: &ProblemOut) -> Response {
    let view = Limited {
        locale: request.edge.locale,
        sentence: out.title.clone(),
        request_id: out.request_id.clone(),
        typed: written(request.typed.clone()),
    };
    ok(&view).unwrap_or_else(|_worse| plain(out))
}

fn plain(out: &ProblemOut) -> Response {
    let text = format!("{}\n\n{}\n", out.title, out.request_id);
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
