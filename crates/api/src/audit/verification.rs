use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::Error;
use proofdesk_desk::code::Code;
use proofdesk_desk::log::verify::{Finding, Report, verify_live};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Body, Reply, Result, Routes};
use serde::Serialize;
use tokio::sync::Mutex;
use utoipa::{OpenApi, ToSchema};

/// Findings that one answer shows; all are counted.
const SHOWN: usize = 100;
/// How long somebody waits who comes while another verification runs.
const BUSY_S: u64 = 30;

#[derive(OpenApi)]
#[openapi(paths(verify))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::AuditRead);
    Routes::new()
        .route(&Method::POST, "/api/v1/audit/verification", read, Body::None, verify)
        .without_key("It only reads.")
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
    pub table: &'static str,
    /// The row's key.
    pub row: String,
    /// The column, when the rest of the log says which it is.
    pub column: Option<&'static str>,
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
            table: finding.table,
            row: finding.row,
            column: finding.column,
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
