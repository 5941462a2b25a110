//! Signing how far the history has come: the job's step, and the copies outside of the database.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use ed25519_dalek::SigningKey;
use proofdesk_sealing::{Keyring, Purpose};
use proofdesk_store::{FromRow, Row, Rx, Tx, params};
use serde::{Deserialize, Serialize};

use super::hash::Hash;
use super::merkle;
use super::note::{self, Checkpoint, SignedCheckpoint};
use super::tree::{self, Edge, Leaf, Shape, Tile};
use super::{NewEvent, Payload, Stream};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::{Error, OrNotFound as _, Result};
use crate::limits;
use crate::time::Timestamp;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[LATEST, COVERING, FIRST_EVENT, INSERT, INSERT_KEY, KEYS];

macro_rules! columns {
    ($tail:literal) => {
        concat!("select size, root, at, key_id, signature from checkpoint ", $tail)
    };
}

const LATEST: &str = columns!("order by size desc limit 1");
const COVERING: &str = columns!("where size >= $1 order by size limit 1");
const FIRST_EVENT: &str =
    "select e.hash from feed f join event e on e.id = f.event_id where f.pos = 1";
const INSERT: &str =
    "insert into checkpoint (size, root, at, key_id, signature) values ($1, $2, $3, $4, $5)";
const INSERT_KEY: &str = "insert into log_key (id, public_key, created_at) values ($1, $2, $3) \
    on conflict (id) do nothing";

const KEYS: &str = "select public_key from log_key order by created_at desc, id limit 200";

/// `log.key_added`, version 1: from here on checkpoints may be signed with this key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAdded {
    pub key_id: String,
    /// Ed25519, lower-case hex.
    pub public_key: String,
}

impl Payload for KeyAdded {
    const KIND: &'static str = "log.key_added";
    const V: i64 = 1;
}

/// A checkpoint's row. The log's origin is not in it: it follows from the first event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckpointRow {
    pub size: i64,
    pub root: Vec<u8>,
    pub at: Timestamp,
    pub key_id: String,
    pub signature: Vec<u8>,
}

impl FromRow for CheckpointRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            size: row.next()?,
            root: row.next()?,
            at: row.next()?,
            key_id: row.next()?,
            signature: row.next()?,
        })
    }
}

impl CheckpointRow {
    /// The signed checkpoint that the row is of; `None` when the root has not the length of one.
    pub fn signed(&self, origin: &str) -> Option<SignedCheckpoint> {
        let root = self.root.as_slice().try_into().ok()?;
        let checkpoint =
            Checkpoint { origin: origin.to_owned(), size: self.size, root, at: self.at };
        Some(SignedCheckpoint {
            checkpoint,
            key_id: self.key_id.clone(),
            signature: self.signature.clone(),
        })
    }
}

/// The key that signs this installation's checkpoints and ledger lines.
pub fn signing_key(keyring: &Keyring) -> SigningKey {
    SigningKey::from_bytes(&keyring.subkey(Purpose::LogSigning))
}

/// The log's name; `None` before its first event.
pub async fn origin(rx: &Rx<'_>) -> Result<Option<String>> {
    let first: Option<(Vec<u8>,)> = rx.query_opt(FIRST_EVENT, params![]).await?;
    Ok(first.and_then(|(hash,)| hash.try_into().ok()).map(|hash: Hash| note::origin(&hash)))
}

/// The checkpoint that covers most; `None` before the first.
///
/// # Errors
/// Those of the store; `Broken` when the row is none.
pub async fn latest(rx: &Rx<'_>) -> Result<Option<SignedCheckpoint>> {
    named(rx, rx.query_opt(LATEST, params![]).await?).await
}

/// The smallest checkpoint that covers a feed position; `None` when none does yet.
///
/// # Errors
/// As [`latest`].
pub async fn covering(rx: &Rx<'_>, pos: i64) -> Result<Option<SignedCheckpoint>> {
    named(rx, rx.query_opt(COVERING, params![pos]).await?).await
}

async fn named(rx: &Rx<'_>, row: Option<CheckpointRow>) -> Result<Option<SignedCheckpoint>> {
    let (Some(row), Some(origin)) = (row, origin(rx).await?) else { return Ok(None) };
    row.signed(&origin)
        .map(Some)
        .ok_or(Error::Broken { what: "a checkpoint whose root is no hash" })
}

/// The keys by which what this log signed is verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    pub origin: String,
    /// Ed25519, the present one first.
    pub public_keys: Vec<Vec<u8>>,
}

/// The present key and those before it. They are public.
///
/// # Errors
/// `not-found` before the first event.
pub async fn public_keys(rx: &Rx<'_>, keyring: &Keyring) -> Result<PublicKeys> {
    let origin = origin(rx).await?.or_not_found()?;
    let present = signing_key(keyring).verifying_key().as_bytes().to_vec();
    let known: Vec<(Vec<u8>,)> = rx.query(KEYS, params![]).await?;
    let older = known.into_iter().map(|(key,)| key).filter(|key| *key != present);
    let public_keys = std::iter::once(present.clone()).chain(older).collect();
    Ok(PublicKeys { origin, public_keys })
}

/// Says whether the key that signs is one of this log's. Before the first checkpoint every key is.
pub async fn is_ours(rx: &Rx<'_>, keyring: &Keyring) -> Result<bool> {
    let present = signing_key(keyring).verifying_key();
    let known: Vec<(Vec<u8>,)> = rx.query(KEYS, params![]).await?;
    Ok(known.is_empty() || known.iter().any(|(key,)| *key == present.as_bytes()))
}

/// What one step of the job did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advanced {
    pub checkpoint: SignedCheckpoint,
    /// Says whether the feed went on when the step had its fill: run the next one at once.
    pub more: bool,
}

/// One step of the job: follows the feed from the last checkpoint for a bounded number of events, writes the tiles that
/// became full, and signs how far it came. `None` when there was nothing new, or when another node did it meanwhile.
///
/// # Errors
/// Those of the store; `Broken` when what the last checkpoint covers is not what it was. Then nothing is ever signed
/// again until somebody looked: run the verification.
pub async fn advance(desk: &Desk, cx: Cx) -> Result<Option<Advanced>> {
    advance_shaped(desk, cx, Shape::STANDARD).await
}

pub(super) async fn advance_shaped(desk: &Desk, cx: Cx, shape: Shape) -> Result<Option<Advanced>> {
    let Some(step) = desk.read(async move |rx: &Rx<'_>| plan(rx, shape).await).await? else {
        return Ok(None);
    };
    let key = signing_key(desk.keyring());
    let (size, root, more) = (step.size, step.root, step.more);
    let checkpoint = Checkpoint { origin: step.origin.clone(), size, root, at: cx.now };
    let signed = SignedCheckpoint::sign(checkpoint, &key);
    let row = signed.clone();
    let public_key = key.verifying_key();
    let written = desk
        .write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
            commit(tx, cx, &step, &row, public_key.as_bytes()).await
        })
        .await?;
    Ok(written.then_some(Advanced { checkpoint: signed, more }))
}

/// What a step is about to write.
struct Step {
    origin: String,
    from: i64,
    size: i64,
    root: Hash,
    tiles: Vec<Tile>,
    more: bool,
}

async fn plan(rx: &Rx<'_>, shape: Shape) -> Result<Option<Step>> {
    let Some(origin) = origin(rx).await? else { return Ok(None) };
    let last: Option<CheckpointRow> = rx.query_opt(LATEST, params![]).await?;
    let from = last.as_ref().map_or(0, |row| row.size);
    let signed_size = tree::tree_size(from)?;
    let mut edge = Edge::load(rx, shape, signed_size).await?;
    let behind = signed_size - edge.size();
    let limit = limits::CHECKPOINT_EVENTS + behind;
    let leaves = tree::leaves(rx, edge.size(), limit).await?;
    let (old, new) = leaves
        .split_at_checked(usize::try_from(behind).unwrap_or(usize::MAX))
        .ok_or(Error::Broken { what: "the feed ends before its last checkpoint" })?;
    let mut frontier = edge.frontier();
    let mut tiles = Vec::new();
    let mut push = |leaf: &Leaf, frontier: &mut merkle::Frontier, tiles: &mut Vec<Tile>| {
        frontier.push(leaf.hash());
        tiles.extend(edge.push(leaf.hash()));
    };
    old.iter().for_each(|leaf| push(leaf, &mut frontier, &mut tiles));
    if last.is_some_and(|row| row.root != frontier.root()) {
        return Err(Error::Broken { what: "the history behind the last checkpoint was changed" });
    }
    new.iter().for_each(|leaf| push(leaf, &mut frontier, &mut tiles));
    let Some(end) = new.last() else { return Ok(None) };
    let (size, root) = (end.pos, frontier.root());
    let more = u64::try_from(new.len()).unwrap_or(0) == limits::CHECKPOINT_EVENTS;
    if !tiles.is_empty() {
        tiles.extend(edge.partial());
    }
    Ok(Some(Step { origin, from, size, root, tiles, more }))
}

async fn commit(
    tx: &Tx<'_>,
    cx: &mut Cx,
    step: &Step,
    signed: &SignedCheckpoint,
    public_key: &[u8],
) -> Result<bool> {
    let last: Option<CheckpointRow> = tx.query_opt(LATEST, params![]).await?;
    if last.map_or(0, |row| row.size) != step.from {
        return Ok(false);
    }
    for tile in &step.tiles {
        tree::put_tile(tx, tile).await?;
    }
    let Checkpoint { size, root, at, .. } = &signed.checkpoint;
    tx.exec(INSERT, params![size, root, at, signed.key_id, signed.signature]).await?;
    if tx.exec(INSERT_KEY, params![signed.key_id, public_key, cx.now]).await? == 1 {
        let added = KeyAdded { key_id: signed.key_id.clone(), public_key: hex::encode(public_key) };
        super::append(tx, cx, &Stream::Organisation, &[NewEvent::of(&added)?]).await?;
    }
    Ok(true)
}

/// A line of the anchor file.
#[derive(Serialize, Deserialize)]
struct AnchorLine {
    v: u32,
    checkpoint: String,
}

/// Appends a checkpoint to a file outside of the database, as one JSON line, and waits until it is on the disk.
///
/// Where that file is safe from whoever could change the database, the end of the history is too, up to its last line.
///
/// # Errors
/// Those of the file system.
pub fn anchor(path: &Path, signed: &SignedCheckpoint) -> std::io::Result<()> {
    let line = serde_json::to_string(&AnchorLine { v: 1, checkpoint: signed.to_string() })?;
    append_lines(path, &[line])
}

/// Appends lines to a file and waits until they are on the disk. A last line that a crash cut off is closed first.
pub(super) fn append_lines(path: &Path, lines: &[String]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
    let mut text = String::new();
    if ends_in_midline(&mut file)? {
        text.push('\n');
    }
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn ends_in_midline(file: &mut File) -> std::io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != [b'\n'])
}

/// Reads an anchor file. Lines that are none (a crash may have cut one off) are counted, not fatal.
///
/// # Errors
/// Those of the file system.
pub fn anchors(path: &Path) -> std::io::Result<Anchors> {
    let mut anchors = Anchors::default();
    for line in BufReader::new(File::open(path)?).split(b'\n') {
        let line = line?;
        let read = serde_json::from_slice::<AnchorLine>(&line).ok();
        match read.and_then(|line| line.checkpoint.parse().ok()) {
            Some(signed) => anchors.checkpoints.push(signed),
            None if line.is_empty() => {}
            None => anchors.unreadable += 1,
        }
    }
    Ok(anchors)
}

/// What an anchor file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    pub checkpoints: Vec<SignedCheckpoint>,
    /// Lines that are no checkpoints.
    pub unreadable: u64,
}
