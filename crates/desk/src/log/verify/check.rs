//! The checks themselves, on rows from wherever: the live database or an export. No SQL.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::finding::{Problem, Report};
use crate::log::Payload as _;
use crate::log::checkpoint::KeyAdded;
use crate::log::erasure::{Erased, Erasure, Subject};
use crate::log::hash::{self, Hash};
use crate::log::note;
use crate::log::rows::{
    AttachmentClaim, AttachmentRow, BodyRow, EventRow, MaskedClaim, MaskedFileClaim, MessageClaim,
    MessageRow, Place, Witness,
};
use crate::time::Timestamp;

/// Where a chain has got to.
#[derive(Clone, Debug)]
pub(in crate::log) struct Link {
    id: Uuid,
    pub seq: i64,
    pub hash: Vec<u8>,
    pos: Option<i64>,
    /// Set when the row does not give its hash and nothing says yet which of the two was changed: what it gives.
    suspect: Option<Hash>,
}

/// What was found out on the way and is held against other tables at the end.
#[derive(Debug, Default)]
pub(in crate::log) struct Notes {
    /// Content that is gone, with the moment where the row has it. The ledger must say so.
    pub gone: BTreeMap<(Subject, Uuid), Option<i64>>,
    /// What `log.erased` events said, by event id. The ledger must have a row for each.
    pub erased: BTreeMap<Uuid, Erased>,
    /// Bodies that are not as an event said, with the digest it said: a later event must say that they were masked.
    pub superseded: BTreeMap<Uuid, String>,
    /// Files that are not as an event said, with what it said and the row: as with bodies.
    pub files: BTreeMap<Uuid, (AttachmentClaim, AttachmentRow)>,
    /// Keys announced by `log.key_added` events, by key id, with the moment.
    pub keys: BTreeMap<String, (KeyAdded, i64)>,
}

/// Checks an event against the one before it in its chain, and its own columns against each other.
pub(in crate::log) fn event(
    report: &mut Report,
    notes: &mut Notes,
    before: Option<&Link>,
    event: &EventRow,
    pos: Option<i64>,
) -> Link {
    report.events += 1;
    let expected_seq = before.map_or(1, |link| link.seq.saturating_add(1));
    if event.seq != expected_seq {
        let gap = Problem::Gap { expected: expected_seq, found: event.seq };
        report.find("event", event.id, Some("seq"), gap);
    }
    let expected_prev = before.map_or(hash::GENESIS.to_vec(), |link| link.hash.clone());
    if let Some(link) = before {
        settle(report, link, Some(&event.prev));
    }
    let settled = before.and_then(|link| link.suspect).is_some_and(|given| event.prev == given);
    if event.prev != expected_prev && !settled {
        report.find("event", event.id, Some("prev"), Problem::BrokenLink);
    }
    if pos.is_some() && pos <= before.and_then(|link| link.pos) {
        report.find("feed", format!("of event {}", event.id), Some("pos"), Problem::OutOfOrder);
    }
    let suspect = own_columns(report, notes, event, expected_seq, &expected_prev);
    note(notes, event);
    Link { id: event.id, seq: event.seq, hash: event.hash.clone(), pos, suspect }
}

/// Ends a chain: `head` is its row in `stream_head`, `None` where there are no heads (exports).
pub(in crate::log) fn end(report: &mut Report, link: &Link, head_hash: Option<&[u8]>) {
    report.streams += 1;
    settle(report, link, head_hash);
}

/// Reports an event that does not give its hash, once the next link has told which of both was changed.
fn settle(report: &mut Report, link: &Link, next_prev: Option<&[u8]>) {
    let Some(given) = link.suspect else { return };
    let column = (next_prev == Some(given.as_slice())).then_some("hash");
    report.find("event", link.id, column, Problem::HashMismatch);
}

fn own_columns(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    expected_seq: i64,
    expected_prev: &[u8],
) -> Option<Hash> {
    let computed = event.computed_hash();
    let fits = computed.is_some_and(|hash| event.hash == hash);
    let digest = event.computed_digest();
    let digest_fits = digest.is_some_and(|digest| event.payload_digest == digest);
    match (&event.payload, &event.salt) {
        (None, None) => _ = notes.gone.insert((Subject::Payload, event.id), None),
        (Some(_), Some(_)) if digest_fits => {}
        (Some(_), Some(_)) => {
            // The hash covers the digest: where it holds, payload or salt are what was changed.
            let column = if fits { "payload" } else { "payload_digest" };
            report.find("event", event.id, Some(column), Problem::DigestMismatch);
        }
        (None, Some(_)) => {
            report.find("event", event.id, Some("payload"), Problem::ErasedWithoutLedger)
        }
        (Some(_), None) => {
            report.find("event", event.id, Some("salt"), Problem::ErasedWithoutLedger)
        }
    }
    if fits {
        return None;
    }
    // Would the row give its hash if one of the columns already reported were what it should be?
    let stored: Option<(Hash, Hash)> =
        event.prev.as_slice().try_into().ok().zip(event.payload_digest.as_slice().try_into().ok());
    let prev = expected_prev.try_into().unwrap_or(hash::GENESIS);
    let (stored_prev, stored_digest) = stored.unwrap_or((prev, digest.unwrap_or_default()));
    let candidates = [
        event.hash_with(expected_seq, &stored_digest, &stored_prev),
        event.hash_with(event.seq, &stored_digest, &prev),
        event.hash_with(event.seq, &digest.unwrap_or_default(), &stored_prev),
    ];
    if candidates.iter().any(|candidate| event.hash == candidate) {
        return None;
    }
    Some(computed.unwrap_or_default())
}

fn note(notes: &mut Notes, event: &EventRow) {
    let Some(payload) = event.payload.as_deref() else { return };
    if event.kind == Erased::KIND && event.v == Erased::V {
        notes.erased.extend(serde_json::from_slice(payload).ok().map(|erased| (event.id, erased)));
    }
    if event.kind == KeyAdded::KIND && event.v == KeyAdded::V {
        let added: Option<KeyAdded> = serde_json::from_slice(payload).ok();
        notes.keys.extend(added.map(|added| (added.key_id.clone(), (added, event.at))));
    }
}

/// Checks the rows that an event fixes.
pub(in crate::log) fn message(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MessageClaim,
    witness: &Witness,
) {
    message_row(report, event, claim, witness.message.as_ref());
    body_row(report, notes, event, claim, witness.body.as_ref());
    for (claimed, row) in claim.attachments.iter().zip(&witness.attachments) {
        attachment_row(report, notes, event, (claim, claimed), row.as_ref());
    }
}

fn needed_by(event: &EventRow) -> Problem {
    Problem::Missing { needed_by: format!("event {}", event.id) }
}

/// Checks the row of a message that an event fixes.
pub(in crate::log) fn message_row(
    report: &mut Report,
    event: &EventRow,
    claim: &MessageClaim,
    row: Option<&MessageRow>,
) {
    report.messages += 1;
    let Some(row) = row else { return report.find("message", claim.id, None, needed_by(event)) };
    let id = |id: Option<Uuid>| id.map_or_else(|| "null".to_owned(), |id| id.to_string());
    let word =
        |word: Option<&str>| word.map_or_else(|| "null".to_owned(), |word| format!("{word:?}"));
    let place = claim.place.unwrap_or(Place { seq: event.seq, at_us: event.at });
    let written_at = claim.written_at.map_or(place.at_us, Timestamp::micros);
    for (column, expected, found) in [
        ("ticket_id", event.stream.clone(), format!("ticket:{}", row.ticket_id)),
        ("seq", place.seq.to_string(), row.seq.to_string()),
        ("visibility", claim.visibility.clone(), row.visibility.clone()),
        ("author_kind", claim.author.clone(), row.author_kind.clone()),
        ("author_id", id(claim.author_id), id(row.author_id)),
        ("channel", claim.channel.clone(), row.channel.clone()),
        ("lang", claim.lang.clone(), row.lang.clone()),
        ("created_at", written_at.to_string(), row.created_at.to_string()),
        ("verification", word(claim.verification.as_deref()), word(row.verification.as_deref())),
    ] {
        differs(report, ("message", claim.id, column), expected, found);
    }
}

/// Checks the body of a message that an event fixes.
pub(in crate::log) fn body_row(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MessageClaim,
    row: Option<&BodyRow>,
) {
    body(report, notes, event, (claim.id, &claim.body_digest), row);
}

/// Checks the body that an event fixes anew, in place of what an earlier one said of it.
pub(in crate::log) fn masked_body(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MaskedClaim,
    row: Option<&BodyRow>,
) {
    if let Some(said) = notes.superseded.remove(&claim.id) {
        report.superseded += 1;
        let place = ("event", event.id, "payload");
        differs(report, place, said, claim.superseded.clone());
    }
    body(report, notes, event, (claim.id, &claim.body_digest), row);
}

fn body(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    (id, digest): (Uuid, &str),
    row: Option<&BodyRow>,
) {
    let Some(row) = row else { return report.find("message_body", id, None, needed_by(event)) };
    match (&row.salt, &row.body, &row.html, &row.findings) {
        (None, None, None, None) => _ = notes.gone.insert((Subject::Message, id), None),
        (Some(salt), Some(body), Some(html), Some(findings)) => {
            if hex::encode(hash::body_digest(salt, body, html, findings)) != digest {
                notes.superseded.insert(id, digest.to_owned());
            }
        }
        _ => report.find("message_body", id, None, Problem::ErasedWithoutLedger),
    }
}

/// Reports bodies and files that are not as the last event about them says.
pub(in crate::log) fn superseded(report: &mut Report, notes: &mut Notes) {
    for id in std::mem::take(&mut notes.superseded).into_keys() {
        report.find("message_body", id, None, Problem::DigestMismatch);
    }
    for (id, (claimed, row)) in std::mem::take(&mut notes.files) {
        for (column, expected, found) in columns(&claimed, &row) {
            differs(report, ("attachment", id, column), expected, found);
        }
        if !has_label(&claimed, &row) {
            report.find("attachment", id, None, Problem::DigestMismatch);
        }
    }
}

/// Checks the row of a file that an event fixes.
pub(in crate::log) fn attachment_row(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    (claim, claimed): (&MessageClaim, &AttachmentClaim),
    row: Option<&AttachmentRow>,
) {
    report.attachments += 1;
    let Some(row) = row else {
        return report.find("attachment", claimed.id, None, needed_by(event));
    };
    let id = |id: Option<Uuid>| id.map_or_else(|| "null".to_owned(), |id| id.to_string());
    let stream = row.ticket_id.map_or_else(|| "null".to_owned(), |id| format!("ticket:{id}"));
    for (column, expected, found) in [
        ("ticket_id", event.stream.clone(), stream),
        ("message_id", claim.id.to_string(), id(row.message_id)),
    ] {
        differs(report, ("attachment", claimed.id, column), expected, found);
    }
    if row.file_name.as_deref() == Some("") {
        // No file comes without a name, so the ledger has to say where it went.
        notes.gone.insert((Subject::FileName, claimed.id), None);
    }
    file(notes, claimed, row);
    match (row.has_key, row.erased_at) {
        (true, None) => {}
        (false, Some(at)) => _ = notes.gone.insert((Subject::Attachment, claimed.id), Some(at)),
        (false, None) => {
            report.find("attachment", claimed.id, Some("sealed_key"), Problem::ErasedWithoutLedger);
        }
        (true, Some(_)) => {
            report.find("attachment", claimed.id, Some("erased_at"), Problem::NotErased)
        }
    }
}

/// Checks the file that an event fixes anew, in place of what an earlier one said of it.
pub(in crate::log) fn masked_file(
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MaskedFileClaim,
    row: Option<&AttachmentRow>,
) {
    let MaskedFileClaim { now, superseded } = claim;
    if let Some((said, _)) = notes.files.remove(&now.id) {
        report.superseded += 1;
        // An event that is older than the digest of the label said nothing of it.
        let label_digest = said.label_digest.or_else(|| superseded.label_digest.clone());
        let said = AttachmentClaim { label_digest, ..said };
        differs(report, ("event", event.id, "payload"), told(&said), told(superseded));
    }
    match row {
        Some(row) => file(notes, now, row),
        None => report.find("attachment", now.id, None, needed_by(event)),
    }
}

/// Notes a file that is not as an event says: a later one must say that it was masked.
fn file(notes: &mut Notes, claimed: &AttachmentClaim, row: &AttachmentRow) {
    let holds = columns(claimed, row).iter().all(|(_, expected, found)| expected == found);
    if !holds || !has_label(claimed, row) {
        notes.files.insert(claimed.id, (claimed.clone(), row.clone()));
    }
}

/// What an event says of a file's bytes, and what its row says.
fn columns(claimed: &AttachmentClaim, row: &AttachmentRow) -> [(&'static str, String, String); 2] {
    [
        ("size", claimed.size.to_string(), row.size.to_string()),
        ("sha256", claimed.sha256.clone(), hex::encode(&row.sha256)),
    ]
}

/// Says whether name and type give the digest, as far as an event and an export say anything of them.
fn has_label(claimed: &AttachmentClaim, row: &AttachmentRow) -> bool {
    let (Some(said), Some(name), Some(kind)) =
        (&claimed.label_digest, &row.file_name, &row.content_type)
    else {
        return true;
    };
    name.is_empty() || *said == hex::encode(hash::file_label_digest(claimed.id, name, kind))
}

fn told(claim: &AttachmentClaim) -> String {
    let label = claim.label_digest.as_deref().unwrap_or("no label");
    format!("{} of {} bytes, {label}", claim.sha256, claim.size)
}

/// Checks a row of the ledger against what its event said (`None` when there is no such event), and takes what it accounts
/// for out of the notes.
pub(in crate::log) fn erasure(
    report: &mut Report,
    notes: &mut Notes,
    row: &Erasure,
    said: Option<&Erased>,
) {
    report.erasures += 1;
    let Erased { erasure_id: key, at, subject, subject_id } = row.erased;
    notes.erased.remove(&row.event_id);
    if let Some(Some(erased_at)) = notes.gone.remove(&(subject, subject_id)) {
        let place = ("attachment", subject_id, "erased_at");
        differs(report, place, at.micros().to_string(), erased_at.to_string());
    }
    let Some(said) = said else {
        return report.find("erasure", key, Some("event_id"), Problem::Unaccounted);
    };
    let found = &row.erased;
    for (column, expected, found) in [
        ("id", said.erasure_id.to_string(), found.erasure_id.to_string()),
        ("at", said.at.micros().to_string(), found.at.micros().to_string()),
        ("subject", said.subject.to_string(), found.subject.to_string()),
        ("subject_id", said.subject_id.to_string(), found.subject_id.to_string()),
    ] {
        differs(report, ("erasure", key, column), expected, found);
    }
}

/// Checks a key against its own id and its announcement in the log.
pub(in crate::log) fn key(
    report: &mut Report,
    notes: &Notes,
    origin: &str,
    (id, public_key, created_at): (&str, &[u8], i64),
) {
    if note::key_id(origin, public_key) != id {
        report.find("log_key", id, Some("public_key"), Problem::KeyUntrusted);
    }
    match notes.keys.get(id) {
        Some((added, at)) => {
            let created = ("log_key", id, "created_at");
            differs(report, created, at.to_string(), created_at.to_string());
            let public = ("log_key", id, "public_key");
            differs(report, public, added.public_key.clone(), hex::encode(public_key));
        }
        None => report.find("log_key", id, None, Problem::Unaccounted),
    }
}

fn differs(
    report: &mut Report,
    (table, row, column): (&'static str, impl std::fmt::Display, &'static str),
    expected: String,
    found: String,
) {
    if expected != found {
        report.find(table, row, Some(column), Problem::Differs { expected, found });
    }
}
