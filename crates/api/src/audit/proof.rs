use axum::extract::State;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::EventId;
use proofdesk_desk::log::note::SignedCheckpoint;
use proofdesk_desk::log::proof::{self, InclusionProof, Payloads};
use proofdesk_desk::log::wire::{Base64, EventWire};
use proofdesk_desk::log::{checkpoint, note};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Error, OrNotFound as _, limits};
use proofdesk_http::{Access, App, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::Moment;

#[derive(OpenApi)]
#[openapi(paths(latest_checkpoint, prove))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::AuditRead);
    Routes::new().get("/api/v1/audit/checkpoints/latest", read, latest_checkpoint).get(
        "/api/v1/audit/events/{id}/proof",
        read,
        prove,
    )
}

/// The whole history up to a position, signed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Checkpoint)]
pub struct CheckpointOut {
    /// Which log.
    #[schema(examples("proofdesk.log/2f0c9a41d3b85e67c1a0f4d2b9e87135"))]
    pub origin: String,
    /// How many feed positions it covers.
    #[schema(minimum = 1)]
    pub size: i64,
    /// The Merkle root over them, base64.
    #[schema(value_type = String, examples("jzQhZ8Zl0cM0f4z6k8bq3Jr5n0rKc1b0nRkO2mDg0mE="))]
    pub root: Base64,
    pub at: Moment,
    #[schema(examples("00c0ffee"))]
    pub key_id: String,
    /// The signed note, as `docs/log-format.md` has it.
    pub note: String,
    /// The desk's own key in the form that note verifiers take.
    pub verifier_key: String,
}

/// Proves that an event stands at a position of the history that a checkpoint signs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InclusionProof)]
pub struct ProofOut {
    /// 1.
    pub v: u32,
    pub event: ProvenEventOut,
    /// Its feed position.
    #[schema(minimum = 1)]
    pub pos: i64,
    /// Hashes from the leaf's sibling up (RFC 9162, section 2.1.3), base64.
    #[schema(value_type = Vec<String>)]
    pub path: Vec<Base64>,
    /// The signed note.
    pub checkpoint: String,
}

/// An event as it rests and was hashed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProvenEvent)]
pub struct ProvenEventOut {
    pub id: Uuid,
    pub stream: String,
    #[schema(minimum = 1)]
    pub seq: i64,
    /// Microseconds since the Unix epoch: the very number that was hashed.
    pub at_us: i64,
    pub actor: String,
    pub kind: String,
    #[schema(minimum = 1)]
    pub v: i64,
    /// Base64; `null`, like `salt`, when it was erased.
    #[schema(value_type = Option<String>)]
    pub payload: Option<Base64>,
    #[schema(value_type = Option<String>)]
    pub salt: Option<Base64>,
    #[schema(value_type = String)]
    pub payload_digest: Base64,
    #[schema(value_type = String)]
    pub prev: Base64,
    #[schema(value_type = String)]
    pub hash: Base64,
}

impl CheckpointOut {
    fn new(app: &App, signed: SignedCheckpoint) -> Self {
        let note = signed.to_string();
        let key = checkpoint::signing_key(app.desk().keyring()).verifying_key();
        let checkpoint = signed.checkpoint;
        Self {
            verifier_key: note::verifier_key(&checkpoint.origin, key.as_bytes()),
            origin: checkpoint.origin,
            size: checkpoint.size,
            root: checkpoint.root.into(),
            at: checkpoint.at.into(),
            key_id: signed.key_id,
            note,
        }
    }
}

impl From<InclusionProof> for ProofOut {
    fn from(proof: InclusionProof) -> Self {
        Self {
            v: proof.v,
            event: proof.event.into(),
            pos: proof.pos,
            path: proof.path,
            checkpoint: proof.checkpoint,
        }
    }
}

impl From<EventWire> for ProvenEventOut {
    fn from(event: EventWire) -> Self {
        Self {
            id: event.id,
            stream: event.stream,
            seq: event.seq,
            at_us: event.at_us,
            actor: event.actor,
            kind: event.kind,
            v: event.v,
            payload: event.payload,
            salt: event.salt,
            payload_digest: event.payload_digest,
            prev: event.prev,
            hash: event.hash,
        }
    }
}

/// Shows the latest signed checkpoint. Keep it elsewhere: it fixes the history up to its position.
#[utoipa::path(
    get, path = "/api/v1/audit/checkpoints/latest", tag = "audit", operation_id = "latest_checkpoint",
    responses(
        (status = 200, description = "The latest checkpoint.", body = CheckpointOut),
        (status = 404, description = "Nothing was signed yet."),
    )
)]
async fn latest_checkpoint(State(app): State<App>) -> Result<Reply<CheckpointOut>> {
    let latest = app.desk().read(async |rx| checkpoint::latest(rx).await?.or_not_found()).await?;
    Ok(Reply::ok(CheckpointOut::new(&app, latest)))
}

/// Proves an event by the first checkpoint that covers it.
///
/// An event that no checkpoint covers yet is refused (`not-checkpointed`): the next one comes within a minute.
#[utoipa::path(
    get, path = "/api/v1/audit/events/{id}/proof", tag = "audit", operation_id = "prove_event",
    params(("id" = Uuid, Path, description = "The event.")),
    responses(
        (status = 200, description = "The proof.", body = ProofOut),
        (status = 409, description = "No checkpoint covers it yet. `Retry-After` tells when one will."),
    )
)]
async fn prove(State(app): State<App>, Path(id): Path<EventId>) -> Result<Reply<ProofOut>> {
    let read = app.desk().read(async move |rx| proof::prove(rx, id, Payloads::Shown).await);
    let within_s = limits::CHECKPOINT_EVERY.as_secs();
    let proof = read.await?.ok_or_else(|| Error::retry_after(Code::NotCheckpointed, within_s))?;
    Ok(Reply::ok(proof.into()))
}
