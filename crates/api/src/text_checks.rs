use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::code::Code;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Error, customer, evidence, limits};
use proofdesk_guard::outgoing;
use proofdesk_http::{Access, App, Body, Json, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::tickets::evidence::{ProblemOut, problem_out};
use crate::wire::TextSoFar;

#[derive(OpenApi)]
#[openapi(paths(check))]
pub struct Document;

pub fn routes() -> Routes {
    let access = Access::CustomerOr(Permission::TicketRead);
    Routes::new()
        .route(&Method::POST, "/api/v1/text-checks", access, Body::Json, check)
        .without_key("It only reads.")
}

/// A text that is not sent yet.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TextToCheck)]
pub struct CheckIn {
    pub text: TextSoFar,
}

/// What stands in it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckedText)]
pub struct CheckedOut {
    /// What would be masked.
    pub secrets: Vec<SecretOut>,
    /// What it asks a customer for and must not; of staff only.
    pub asks: Vec<AskOut>,
    /// What it says of money.
    pub evidence: Vec<FoundOut>,
}

/// A secret. Spans are UTF-8 bytes of the text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundSecret)]
pub struct SecretOut {
    #[schema(examples("seed-phrase"))]
    pub kind: &'static str,
    pub start: usize,
    pub end: usize,
    /// It is certainly a key or phrase: a theft would be assumed.
    pub certain: bool,
}

/// A clause that asks for a secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AskForSecret)]
pub struct AskOut {
    #[schema(examples("password"))]
    pub wanted: &'static str,
    pub start: usize,
    pub end: usize,
}

/// Evidence that a text holds.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FoundEvidence)]
pub struct FoundOut {
    #[schema(examples("tx"))]
    pub kind: &'static str,
    pub value: String,
    pub networks: Vec<&'static str>,
    /// `checksum`, `shape`, `problem`.
    #[schema(examples("checksum"))]
    pub check: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemOut>,
    /// For a signed-in customer: the UID of another account than theirs. Whose it is, or whether it is anybody's, is not said.
    pub is_not_own: bool,
    /// First UTF-8 byte in the text with its secrets masked.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

/// Looks at a text before it is sent: secrets that would be masked, evidence, and what staff must not ask for.
///
/// Nothing of it is stored or logged.
#[utoipa::path(
    post, path = "/api/v1/text-checks", tag = "guard", operation_id = "check_text", request_body = CheckIn,
    responses((status = 200, description = "What stands in it.", body = CheckedOut))
)]
async fn check(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<CheckIn>,
) -> Result<Reply<CheckedOut>> {
    let text = input.text.0;
    if text.chars().count() > limits::BODY_CHARS {
        let limit = limits::BODY_CHARS.to_string();
        return Err(Error::field_with("text", Code::FieldTooLong, vec![("limit", limit)]).into());
    }
    let own_uid = own_uid(&app, &cx).await?;
    let scan = proofdesk_guard::scan(&text);
    let asks = if cx.viewer.is_staff() { outgoing::asks(&text) } else { Vec::new() };
    Ok(Reply::ok(CheckedOut {
        secrets: scan
            .findings
            .iter()
            .map(|found| SecretOut {
                kind: found.kind.as_str(),
                start: found.start,
                end: found.end,
                certain: found.certain,
            })
            .collect(),
        asks: asks
            .iter()
            .map(|ask| AskOut { wanted: ask.wanted.as_str(), start: ask.start, end: ask.end })
            .collect(),
        evidence: evidence::find(&scan.masked)
            .iter()
            .map(|item| found(item, own_uid.as_deref()))
            .collect(),
    }))
}

async fn own_uid(app: &App, cx: &Cx) -> Result<Option<String>> {
    let Viewer::Customer(me) = cx.viewer.clone() else { return Ok(None) };
    Ok(app.desk().read(async move |rx| customer::view::own_uid(rx, &me).await).await?)
}

fn found(item: &evidence::Item, own_uid: Option<&str>) -> FoundOut {
    FoundOut {
        kind: item.kind.as_str(),
        value: item.value.clone(),
        networks: item.networks.iter().map(|network| network.as_str()).collect(),
        check: evidence::check_of(item).as_str(),
        problem: item.problem.as_ref().map(|problem| problem_out(evidence::problem_of(problem))),
        is_not_own: evidence::is_not_own(item, own_uid),
        start: item.start,
        end: item.end,
    }
}
