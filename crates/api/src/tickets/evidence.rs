use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::evidence::{self, EvidenceFact, LinkFact, ProblemFact, actions};
use proofdesk_desk::id::{EvidenceId, Id as _, PublicId};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Cx, OrNotFound as _, limits, ticket};
use proofdesk_http::{Access, App, Body, Idempotent, Json, Path, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::shape::TicketStateOut;
use crate::params::TicketPath;
use crate::wire::{EvidenceText, Moment, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(list, add, change, remove))]
pub struct Document;

pub fn routes() -> Routes {
    let edit = Access::permission(Permission::TicketEvidence);
    let one = "/api/v1/tickets/{id}/evidence/{evidence_id}";
    Routes::new()
        .get("/api/v1/tickets/{id}/evidence", Access::CustomerOr(Permission::TicketRead), list)
        .route(&Method::POST, "/api/v1/tickets/{id}/evidence", edit, Body::Json, add)
        .route(&Method::PATCH, one, edit, Body::Json, change)
        .route(&Method::DELETE, one, edit, Body::None, remove)
}

/// Evidence to be added: everything that is recognised in the text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewEvidence)]
pub struct EvidenceIn {
    pub text: EvidenceText,
}

/// What is to be corrected. What is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvidenceChange)]
pub struct EvidenceChangeIn {
    /// The right value; it is read and checked anew.
    pub value: Option<EvidenceText>,
    /// One of the networks on which the value can exist.
    pub network: Option<EvidenceText>,
}

/// Evidence just added, and what the ticket is now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AddedEvidence)]
pub struct AddedOut {
    pub evidence: Vec<EvidenceOut>,
    pub ticket: TicketStateOut,
}

/// A fact that somebody wrote.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub struct EvidenceOut {
    pub id: Uuid,
    /// `tx`, `address`, `link`, `amount`, `uid`, `order`, `height`, `chain_id`, `time`, `ticker`.
    #[schema(examples("tx"))]
    pub kind: String,
    /// In full, as it is compared and copied.
    pub value: String,
    /// Where it can exist, by stable name; empty for what has no network.
    #[schema(examples(json!(["ethereum", "bsc"])))]
    pub networks: Vec<String>,
    /// `checksum` (it fits), `shape` (it has the form, which is all that can be told), `problem`.
    #[schema(examples("checksum"))]
    pub check: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemOut>,
    /// Destination tag, memo or comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkOut>,
    /// The page of our own explorer that shows it, safe to be made clickable; absent where there is none, or more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explorer_url: Option<String>,
    /// The message it was found in; absent for what an agent added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<Uuid>,
    /// Who wrote it: `customer`, `staff`, `system`.
    #[schema(examples("customer"))]
    pub author: String,
    pub created_at: Moment,
    /// The ticket that it is of, merged into this one or split for it, under whose number it is corrected; absent for evidence of
    /// the ticket itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<TicketNumber>,
}

/// What is wrong with a value.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceProblem)]
pub struct ProblemOut {
    #[schema(examples("cut_off"))]
    pub code: String,
    /// The data of the code, for a sentence in any language. Positions count characters from 0.
    #[schema(examples(json!({"have": "58", "want": "64"})))]
    pub arguments: BTreeMap<String, String>,
    /// It must be taken for an attack.
    pub is_phishing: bool,
}

/// What a link says of itself. It was not fetched, and must not be made clickable.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceLink)]
pub struct LinkOut {
    pub host: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chain_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// `tx`, `address`, `block`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_kind: Option<String>,
}

pub fn problem_out(problem: ProblemFact) -> ProblemOut {
    let ProblemFact { code, arguments, is_phishing } = problem;
    ProblemOut { code, arguments, is_phishing }
}

impl From<evidence::Evidence> for EvidenceOut {
    fn from(row: evidence::Evidence) -> Self {
        let explorer_url = evidence::explorer(&row.fact);
        let EvidenceFact { id, kind, value, networks, check, problem, memo, link, .. } = row.fact;
        Self {
            id: id.uuid(),
            kind,
            value,
            networks,
            check: check.as_str().to_owned(),
            problem: problem.map(problem_out),
            memo,
            link: link.map(|LinkFact { host, network, chain_id, target, target_kind }| LinkOut {
                host,
                network,
                chain_id,
                target,
                target_kind,
            }),
            explorer_url,
            message_id: row.message_id.map(|id| id.uuid()),
            author: row.author.as_str().to_owned(),
            created_at: row.created_at.into(),
            origin: None,
        }
    }
}

/// Lists the evidence of a ticket and of all that goes on in it or was split off for it, in the order in which it came.
///
/// Customers get what public messages say, not what agents added.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/evidence", tag = "tickets", operation_id = "list_evidence",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "The evidence.", body = [EvidenceOut]))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<Vec<EvidenceOut>>> {
    let viewer = cx.viewer;
    let read = app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket_id = ticket::view::find_id(rx, &id, &scope).await?.or_not_found()?;
        ticket::view::shown_evidence(rx, &viewer, ticket_id).await
    });
    let shape = |(row, origin): (evidence::Evidence, Option<PublicId>)| EvidenceOut {
        origin: origin.map(Into::into),
        ..row.into()
    };
    Ok(Reply::ok(read.await?.into_iter().map(shape).collect()))
}

/// Adds evidence to a ticket: everything that is recognised in a text.
#[utoipa::path(
    post, path = "/api/v1/tickets/{id}/evidence", tag = "tickets", operation_id = "add_evidence",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = EvidenceIn,
    responses(
        (status = 201, description = "It was added.", body = AddedOut),
        (status = 422, description = "Nothing in the text is recognised."),
    )
)]
async fn add(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    once: Idempotent<EvidenceIn>,
) -> Result<impl IntoResponse> {
    let text = Clean::field("text", &once.input.text.0, limits::EVIDENCE_CHARS)?;
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let (ticket, added) = actions::add(tx, cx, &id, &text).await?;
            let evidence = added.into_iter().map(Into::into).collect();
            Ok(AddedOut { evidence, ticket: TicketStateOut::new(&cx.viewer, ticket) })
        })
        .await
}

/// Corrects a piece of evidence.
#[utoipa::path(
    patch, path = "/api/v1/tickets/{id}/evidence/{evidence_id}", tag = "tickets", operation_id = "change_evidence",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("evidence_id" = Uuid, Path, description = "The evidence."),
    ),
    request_body = EvidenceChangeIn,
    responses(
        (status = 200, description = "What it is now.", body = EvidenceOut),
        (status = 422, description = "The value is not exactly one thing, or cannot exist on that network."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, evidence_id)): Path<(String, Uuid)>,
    Json(input): Json<EvidenceChangeIn>,
) -> Result<Reply<EvidenceOut>> {
    let value = input.value.map(|typed| Clean::field("value", &typed.0, limits::EVIDENCE_CHARS));
    let (value, network) = (value.transpose()?, input.network.map(|network| network.0));
    let evidence_id = EvidenceId::from_uuid(evidence_id);
    let write = app.desk().write(cx, async move |tx, cx| {
        let (value, network) = (value.as_ref(), network.as_deref());
        actions::change(tx, cx, &id, evidence_id, value, network).await
    });
    Ok(Reply::ok(write.await?.into()))
}

/// Takes a piece of evidence off a ticket. The log keeps it.
#[utoipa::path(
    delete, path = "/api/v1/tickets/{id}/evidence/{evidence_id}", tag = "tickets", operation_id = "remove_evidence",
    params(
        ("id" = TicketNumber, Path, description = "The ticket's number."),
        ("evidence_id" = Uuid, Path, description = "The evidence."),
    ),
    responses((status = 204, description = "It is gone."))
)]
async fn remove(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Path((_, evidence_id)): Path<(String, Uuid)>,
) -> Result<StatusCode> {
    let evidence_id = EvidenceId::from_uuid(evidence_id);
    let write =
        app.desk().write(cx, async move |tx, cx| actions::remove(tx, cx, &id, evidence_id).await);
    write.await?;
    Ok(StatusCode::NO_CONTENT)
}
