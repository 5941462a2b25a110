#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{Id as _, LogVerificationId};
use proofdesk_desk::log::verify::{Finding, Report, verify_live};
use proofdesk_desk::log_verification::{Found, Outcome, Verification, actions, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, Timestamp};
use proofdesk_http::{Access, App, Body, IdempotencyKey, Page, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, Limit};
use crate::wire::Moment;

/// Findings that one answer shows; all are counted.
const SHOWN: usize = 100;
/// How long somebody waits who comes while another verification runs.
const BUSY_S: u64 = 30;

const LIST: &str = "audit/verifications";

#[derive(OpenApi)]
#[openapi(paths(verify, list, start))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::AuditRead);
    Routes::new()
        .route(&Method::POST, "/api/v1/audit/verification", read, Body::None, verify)
        .without_key("It only reads.")
        .get("/api/v1/audit/verifications", read, list)
        .route(&Method::POST, "/api/v1/audit/verifications", read, Body::None, start)
}

/// What a verification looked at, and what does not fit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Verification)]
pub struct VerificationOut {
    /// Everything fits.
    pub ok: bool,
    pub events: u64,
    pub streams: u64,
    /// Feed positions.
    pub positions: u64,
    pub messages: u64,
    /// Digests of bodies that were masked later: of these only the digest after the mask can be checked.
    pub superseded: u64,
    pub attachments: u64,
    pub erasures: u64,
    pub checkpoints: u64,
    /// The Merkle root over all positions, lower-case hex.
    pub root: String,
    /// How many positions the last signed checkpoint covers: beyond it only the chains speak.
    #[schema(minimum = 0)]
    pub signed_size: i64,
    /// The first hundred.
    #[schema(max_items = 100)]
    pub findings: Vec<FindingOut>,
    pub findings_total: u64,
}

/// One thing that does not fit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingOut {
    #[schema(examples("event"))]
    pub table: String,
    /// The row's key.
    pub row: String,
    /// The column, when the rest of the log says which it is.
    pub column: Option<String>,
    /// What does not fit, in English.
    #[schema(examples("the hash is not that of the row"))]
    pub problem: String,
}

impl From<Report> for VerificationOut {
    fn from(report: Report) -> Self {
        Self {
            ok: report.is_clean(),
            events: report.events,
            streams: report.streams,
            positions: report.positions,
            messages: report.messages,
            superseded: report.superseded,
            attachments: report.attachments,
            erasures: report.erasures,
            checkpoints: report.checkpoints,
            root: report.root,
            signed_size: report.signed_size,
            findings: report.findings.into_iter().take(SHOWN).map(Into::into).collect(),
            findings_total: report.findings_total,
        }
    }
}

impl From<Finding> for FindingOut {
    fn from(finding: Finding) -> Self {
        Self {
            table: finding.table.to_owned(),
            row: finding.row,
            column: finding.column.map(str::to_owned),
            problem: finding.problem.to_string(),
        }
    }
}

/// A verification reads the whole log: one at a time on each node.
static RUNNING: Mutex<()> = Mutex::const_new(());

/// Verifies the whole log, as long as that takes no longer than a request may.
///
/// For more, and against checkpoints kept elsewhere, run `proofdesk audit verify` on the machine.
#[utoipa::path(
    post, path = "/api/v1/audit/verification", tag = "audit", operation_id = "verify_log",
    responses((status = 200, description = "What was found.", body = VerificationOut))
)]
async fn verify(State(app): State<App>) -> Result<Reply<VerificationOut>> {
    let _alone =
        RUNNING.try_lock().map_err(|_busy| Error::retry_after(Code::Unavailable, BUSY_S))?;
    let report = verify_live(app.desk(), &[], &mut |_progress| {}).await?;
    Ok(Reply::ok(report.into()))
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VerificationsQuery {
    /// `next_cursor` of the page before; nothing for the first one.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
}

/// A verification in the background, how far it is, and what came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LogVerification)]
pub struct RunOut {
    pub id: Uuid,
    /// Who asked for it: `staff:<id>` or `operator`.
    #[schema(examples("operator"))]
    pub started_by: String,
    /// What is looked at now: `chains` of events with the bodies and files that they fix, the `feed` and its checkpoints, `tiles` of the
    /// tree, `rows` that no event accounts for, `erasures`, and the `state` of rows against their events.
    #[schema(examples("chains"))]
    pub stage: &'static str,
    /// Rows of it that were looked at so far.
    #[schema(minimum = 0)]
    pub looked: i64,
    pub created_at: Moment,
    /// When it last came further.
    pub updated_at: Moment,
    /// `null` while it goes on.
    pub finished_at: Option<Moment>,
    /// `null` while it goes on.
    pub outcome: Option<OutcomeOut>,
}

/// What a verification in the background looked at, and what does not fit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LogVerificationOutcome)]
pub struct OutcomeOut {
    /// Everything fits.
    pub ok: bool,
    pub events: u64,
    pub streams: u64,
    /// Feed positions.
    pub positions: u64,
    pub messages: u64,
    pub attachments: u64,
    pub erasures: u64,
    pub checkpoints: u64,
    /// Rows compared with what their events fold to.
    pub states: u64,
    /// The Merkle root over all positions, lower-case hex.
    pub root: String,
    /// How many positions the last signed checkpoint covers: beyond it only the chains speak.
    #[schema(minimum = 0)]
    pub signed_size: i64,
    /// Checkpoints kept outside of the database that it was held against; 0 where none are.
    pub outside: u64,
    /// The first hundred.
    #[schema(max_items = 100)]
    pub findings: Vec<FindingOut>,
    pub findings_total: u64,
}

impl From<Verification> for RunOut {
    fn from(run: Verification) -> Self {
        Self {
            id: run.id.uuid(),
            started_by: run.started_by,
            stage: run.stage.as_str(),
            looked: run.looked,
            created_at: run.created_at.into(),
            updated_at: run.updated_at.into(),
            finished_at: run.finished_at.map(Into::into),
            outcome: run.outcome.map(Into::into),
        }
    }
}

impl From<Outcome> for OutcomeOut {
    fn from(outcome: Outcome) -> Self {
        Self {
            ok: outcome.findings_total == 0,
            events: outcome.events,
            streams: outcome.streams,
            positions: outcome.positions,
            messages: outcome.messages,
            attachments: outcome.attachments,
            erasures: outcome.erasures,
            checkpoints: outcome.checkpoints,
            states: outcome.states,
            root: outcome.root,
            signed_size: outcome.signed_size,
            outside: outcome.outside,
            findings: outcome.findings.into_iter().map(Into::into).collect(),
            findings_total: outcome.findings_total,
        }
    }
}

impl From<Found> for FindingOut {
    fn from(Found { table, row, column, problem }: Found) -> Self {
        Self { table, row, column, problem }
    }
}

/// Lists verifications in the background, the last one first.
#[utoipa::path(
    get, path = "/api/v1/audit/verifications", tag = "audit", operation_id = "list_verifications", params(VerificationsQuery),
    responses((status = 200, description = "A page of verifications.", body = Page<RunOut>))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<VerificationsQuery>,
) -> Result<Reply<Page<RunOut>>> {
    let open =
        |cursor: Cursor| app.cursor_key().open::<(Timestamp, LogVerificationId)>(LIST, &cursor.0);
    let before = query.cursor.map(open).transpose()?;
    let limit = query.limit;
    let read =
        app.desk().read(async move |rx| view::list(rx, &cx.viewer, before, limit.beyond()).await);
    let items = read.await?.into_iter().map(RunOut::from).collect();
    let seal = |last: &RunOut| app.cursor_key().seal(LIST, &(last.created_at, last.id));
    Ok(Reply::ok(Page::cut(items, limit.0, seal)?))
}

/// Has the whole log verified in the background, and its rows. One that is under way is answered as it is.
///
/// It takes as long as it needs, is held against the checkpoints of `[audit] anchor` too, and keeps what it found.
#[utoipa::path(
    post, path = "/api/v1/audit/verifications", tag = "audit", operation_id = "start_verification",
    responses((status = 202, description = "It goes on in the background.", body = RunOut))
)]
async fn start(State(app): State<App>, cx: Cx, key: IdempotencyKey) -> Result<impl IntoResponse> {
    key.write(&app, cx, StatusCode::ACCEPTED, async |tx, cx| {
        actions::start(tx, cx).await.map(RunOut::from)
    })
    .await
}
