use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::code::Code;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Error, customer, evidence, limits, stranger};
use proofdesk_guard::outgoing;
use proofdesk_http::{Access, App, Body, Edge, Json, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::tickets::evidence::{ProblemOut, problem_out};
use crate::wire::TextSoFar;

#[derive(OpenApi)]
#[openapi(paths(check))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new()
        .route(&Method::POST, "/api/v1/text-checks", Access::Public, Body::Json, check)
        .without_key("Nothing of it is kept.")
}

/// A text that is not sent yet.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TextToCheck, examples(json!({"text": "My 250 USDT over TRC20 have not arrived."})))]
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
/// Nothing of it is stored or logged. Of whoever is not signed in is counted how often their network asked; 1,000 times in an hour it may.
#[utoipa::path(
    post, path = "/api/v1/text-checks", tag = "guard", operation_id = "check_text", request_body = CheckIn,
    responses(
        (status = 200, description = "What stands in it.", body = CheckedOut),
        (status = 422, description = "It is longer than a message may be."),
        (status = 429, description = "Nobody is signed in, and their network asked too often in this hour. The text can be sent all the same."),
    )
)]
async fn check(
    State(app): State<App>,
    cx: Cx,
    edge: Edge,
    Json(input): Json<CheckIn>,
) -> Result<Reply<CheckedOut>> {
    let text = input.text.0;
    if text.chars().count() > limits::BODY_CHARS {
        let limit = limits::BODY_CHARS.to_string();
        return Err(Error::field_with("text", Code::FieldTooLong, vec![("limit", limit)]).into());
    }
    if matches!(cx.viewer, Viewer::Anonymous) {
        count(&app, &edge).await?;
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

/// Counts that somebody without a session asked, at their network. What they asked about does not go along.
async fn count(app: &App, edge: &Edge) -> Result<()> {
    let (cx, address) = (app.cx(edge, Viewer::Anonymous), edge.address);
    let counting = app
        .desk()
        .write(cx, async move |tx, cx| stranger::actions::count_check(tx, cx, address).await);
    counting.await??;
    Ok(())
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
