//! Proofs for the outside: that an event is in the signed history, and that one signed history continues another.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};
use serde::{Deserialize, Serialize};

use super::checkpoint::{self, CheckpointRow};
use super::hash::Hash;
use super::merkle;
use super::note::SignedCheckpoint;
use super::rows::{EventRow, event_columns};
use super::tree::{self, Shape};
use super::wire::{Base64, EventWire};
use crate::error::{OrNotFound as _, Result};
use crate::id::EventId;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[PLACED, AT_SIZE];

const PLACED: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos from event e left join feed f on f.event_id = e.id where e.id = $1"
);
const AT_SIZE: &str = "select size, root, at, key_id, signature from checkpoint where size = $1";

/// Proves that an event stands at a position of the history that a checkpoint signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InclusionProof {
    /// 1.
    pub v: u32,
    pub event: EventWire,
    /// Its feed position.
    pub pos: i64,
    /// Hashes from the leaf's sibling up (RFC 9162, section 2.1.3).
    pub path: Vec<Base64>,
    /// The signed note.
    pub checkpoint: String,
}

/// Proves that the history that one checkpoint signs is the beginning of another's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsistencyProof {
    /// 1.
    pub v: u32,
    pub old: String,
    pub new: String,
    /// Hashes as in RFC 9162, section 2.1.4.
    pub path: Vec<Base64>,
}

/// Whether a proof shows what the event says, or only that it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payloads {
    Shown,
    Withheld,
}

struct Placed {
    event: EventRow,
    pos: Option<i64>,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { event: EventRow::from_row(row)?, pos: row.next()? })
    }
}

/// Proves an event by the first checkpoint that covers it, so that the proof of an event is always the same. `None` when
/// no checkpoint covers it yet.
///
/// # Errors
/// `not-found`; `Broken` when the tree was changed.
pub async fn prove(
    rx: &Rx<'_>,
    event_id: EventId,
    payloads: Payloads,
) -> Result<Option<InclusionProof>> {
    prove_shaped(rx, event_id, payloads, Shape::STANDARD).await
}

pub(super) async fn prove_shaped(
    rx: &Rx<'_>,
    event_id: EventId,
    payloads: Payloads,
    shape: Shape,
) -> Result<Option<InclusionProof>> {
    let placed: Option<Placed> = rx.query_opt(PLACED, params![event_id]).await?;
    let Placed { event, pos } = placed.or_not_found()?;
    let Some(pos) = pos else { return Ok(None) };
    let Some(signed) = checkpoint::covering(rx, pos).await? else { return Ok(None) };
    let size = tree::tree_size(signed.checkpoint.size)?;
    let ranges = merkle::inclusion_path(tree::tree_size(pos - 1)?, size).unwrap_or_default();
    let path = tree::range_roots(rx, shape, size, &ranges).await?;
    let mut event = EventWire::from(event);
    if payloads == Payloads::Withheld {
        (event.payload, event.salt) = (None, None);
    }
    let path = path.into_iter().map(Base64::from).collect();
    Ok(Some(InclusionProof { v: 1, event, pos, path, checkpoint: signed.to_string() }))
}

/// The paths of several positions to one checkpoint, in the order of the positions. `None` for one that it does not cover.
///
/// # Errors
/// `Broken` when the tree was changed.
pub(crate) async fn paths(
    rx: &Rx<'_>,
    signed: &SignedCheckpoint,
    positions: &[Option<i64>],
) -> Result<Vec<Option<Vec<Base64>>>> {
    let size = tree::tree_size(signed.checkpoint.size)?;
    // Neighbours share most of their paths.
    let mut known: BTreeMap<(u64, u64), Base64> = BTreeMap::new();
    let mut paths = Vec::with_capacity(positions.len());
    for pos in positions {
        let index = pos.and_then(|pos| u64::try_from(pos - 1).ok());
        let Some(ranges) = index.and_then(|index| merkle::inclusion_path(index, size)) else {
            paths.push(None);
            continue;
        };
        let mut path = Vec::with_capacity(ranges.len());
        for range in ranges {
            let key = (range.start, range.end);
            if !known.contains_key(&key) {
                let roots = tree::range_roots(rx, Shape::STANDARD, size, &[range]).await?;
                known.extend(roots.into_iter().map(|root| (key, Base64::from(root))));
            }
            path.extend(known.get(&key).cloned());
        }
        paths.push(Some(path));
    }
    Ok(paths)
}

/// Proves that the checkpoint of size `new` continues that of size `old`.
///
/// # Errors
/// `not-found` when there is no checkpoint of one of the sizes; `Broken` when the tree was changed.
pub async fn prove_consistency(rx: &Rx<'_>, old: i64, new: i64) -> Result<ConsistencyProof> {
    prove_consistency_shaped(rx, old, new, Shape::STANDARD).await
}

pub(super) async fn prove_consistency_shaped(
    rx: &Rx<'_>,
    old: i64,
    new: i64,
    shape: Shape,
) -> Result<ConsistencyProof> {
    let origin = checkpoint::origin(rx).await?.or_not_found()?;
    let mut notes = Vec::with_capacity(2);
    for size in [old, new] {
        let row: CheckpointRow = rx.query_opt(AT_SIZE, params![size]).await?.or_not_found()?;
        notes.push(row.signed(&origin).or_not_found()?.to_string());
    }
    let (old, new) = (tree::tree_size(old)?, tree::tree_size(new)?);
    let ranges = merkle::consistency_path(old, new).or_not_found()?;
    let path = tree::range_roots(rx, shape, new, &ranges).await?;
    let [old, new] = <[String; 2]>::try_from(notes).unwrap_or_default();
    Ok(ConsistencyProof { v: 1, old, new, path: path.into_iter().map(Base64::from).collect() })
}

/// What a proof does not hold up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    #[error("not a proof of a known form")]
    Malformed,
    #[error("the event's columns do not give its hash")]
    Event,
    #[error("the payload does not fit the event's digest")]
    Payload,
    #[error("the path does not lead to the signed root")]
    Path,
    #[error("the checkpoint is not signed by this key")]
    Signature,
    #[error("the checkpoints are of different logs")]
    OtherLog,
}

/// Holds a proof up against the log's public key (Ed25519, 32 bytes), which must have come another way than the proof.
/// Returns the checkpoint, whose origin the caller compares with that of the log meant.
///
/// # Errors
/// Which part does not hold.
pub fn verify_proof(
    proof: &InclusionProof,
    public_key: &[u8],
) -> Result<SignedCheckpoint, ProofError> {
    let event = EventRow::from(proof.event.clone());
    let hash = event.computed_hash().ok_or(ProofError::Malformed)?;
    if event.hash != hash {
        return Err(ProofError::Event);
    }
    match (&event.payload, &event.salt) {
        (None, None) => {}
        _ if event.computed_digest().is_some_and(|digest| event.payload_digest == digest) => {}
        _ => return Err(ProofError::Payload),
    }
    let signed = read_note(&proof.checkpoint, proof.v, public_key)?;
    let place = |n: i64| u64::try_from(n).map_err(|_negative| ProofError::Malformed);
    let index = place(proof.pos.checked_sub(1).ok_or(ProofError::Malformed)?)?;
    let size = place(signed.checkpoint.size)?;
    let leaf = merkle::leaf_hash(proof.pos, &hash);
    let path = read_path(&proof.path)?;
    if !merkle::verify_inclusion(&leaf, index, size, &path, &signed.checkpoint.root) {
        return Err(ProofError::Path);
    }
    Ok(signed)
}

/// Holds a proof of consistency up against the log's public key. Returns the older and the newer checkpoint.
///
/// # Errors
/// Which part does not hold.
pub fn verify_consistency_proof(
    proof: &ConsistencyProof,
    public_key: &[u8],
) -> Result<(SignedCheckpoint, SignedCheckpoint), ProofError> {
    let old = read_note(&proof.old, proof.v, public_key)?;
    let new = read_note(&proof.new, proof.v, public_key)?;
    if old.checkpoint.origin != new.checkpoint.origin {
        return Err(ProofError::OtherLog);
    }
    let size = |n: i64| u64::try_from(n).map_err(|_negative| ProofError::Malformed);
    let path = read_path(&proof.path)?;
    let holds = merkle::verify_consistency(
        size(old.checkpoint.size)?,
        &old.checkpoint.root,
        size(new.checkpoint.size)?,
        &new.checkpoint.root,
        &path,
    );
    if holds { Ok((old, new)) } else { Err(ProofError::Path) }
}

fn read_note(note: &str, v: u32, public_key: &[u8]) -> Result<SignedCheckpoint, ProofError> {
    if v != 1 {
        return Err(ProofError::Malformed);
    }
    let signed: SignedCheckpoint = note.parse().map_err(|_note| ProofError::Malformed)?;
    if signed.is_signed_by(public_key) { Ok(signed) } else { Err(ProofError::Signature) }
}

fn read_path(path: &[Base64]) -> Result<Vec<Hash>, ProofError> {
    let hash =
        |bytes: &Base64| bytes.0.as_slice().try_into().map_err(|_length| ProofError::Malformed);
    path.iter().map(hash).collect()
}
