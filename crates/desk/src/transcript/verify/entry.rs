//! What the log's record of each entry says against what the file shows.

use uuid::Uuid;

use super::finding::{Findings, Problem};
use crate::log::erasure::{Erased, Subject};
use crate::log::hash;
use crate::log::merkle;
use crate::log::note::SignedCheckpoint;
use crate::log::rows::{AttachmentClaim, EventRow, MessageClaim};
use crate::log::wire::EventWire;
use crate::ticket::Opened;
use crate::time::Timestamp;
use crate::transcript::record::{self, FILE_MASKED, MESSAGE_MASKED, OPENED};
use crate::transcript::{
    AttachmentFact, BodyFact, Entry, MessageFact, Proof, RecordFact, Transcript,
};

/// What was looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub entries: u64,
    pub messages: u64,
    pub proven: u64,
}

/// Checks every entry.
pub fn check_all(
    transcript: &Transcript,
    signed: Option<&SignedCheckpoint>,
    findings: &mut Findings,
) -> Counts {
    let mut counts = Counts::default();
    let stream = transcript.entries.first().map_or("", |entry| entry.event.stream.as_str());
    let mut before: Option<&EventWire> = None;
    for entry in &transcript.entries {
        let mut check = Check { at: format!("/entries/{}", entry.event.seq), signed, findings };
        check.order(transcript, entry, before, stream);
        check.entry(entry);
        check.opening(transcript, entry);
        before = Some(&entry.event);
        counts.entries += 1;
        counts.messages += u64::from(entry.message.is_some());
        counts.proven += u64::from(entry.proof.is_some());
    }
    counts
}

struct Check<'a> {
    at: String,
    signed: Option<&'a SignedCheckpoint>,
    findings: &'a mut Findings,
}

impl Check<'_> {
    fn find(&mut self, field: &str, problem: Problem) {
        self.findings.at(format!("{}{field}", self.at), problem);
    }

    fn expect(&mut self, holds: bool, field: &str, problem: Problem) {
        if !holds {
            self.find(field, problem);
        }
    }

    /// Entries ascend within the part, in one stream, and neighbours are linked.
    fn order(
        &mut self,
        transcript: &Transcript,
        entry: &Entry,
        before: Option<&EventWire>,
        stream: &str,
    ) {
        let (event, part) = (&entry.event, &transcript.part);
        let inside = event.seq > part.after && event.seq <= part.until;
        let ascends = before.is_none_or(|before| before.seq < event.seq);
        self.expect(inside && ascends, "/event/seq", Problem::OutOfOrder);
        let of_ticket = event.stream == stream && stream.starts_with("ticket:");
        self.expect(of_ticket, "/event/stream", Problem::Differs);
        if let Some(before) = before.filter(|before| before.seq.checked_add(1) == Some(event.seq)) {
            self.expect(event.prev == before.hash, "/event/prev", Problem::HashMismatch);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let event = &entry.event;
        self.time(&entry.at, event, "/at");
        self.record(event, entry.proof.as_ref(), "");
        self.expect(entry.status == record::status(event), "/status", Problem::Differs);
        self.expect(has_its_answers(entry), "/answers", Problem::Differs);
        let said = match &entry.restated {
            Some(restated) => self.restated(restated, event),
            None => event,
        };
        let claim = EventRow::from(said.clone()).message();
        match (&entry.message, &claim) {
            (Some(message), Some(claim)) => self.message(message, claim, said),
            // An erased payload fixes nothing; the message then stands by the seal alone.
            (Some(_), None) => {
                let erased = said.payload.is_none();
                self.expect(erased, "/message", Problem::Differs);
            }
            (None, Some(_)) => self.find("/message", Problem::Missing),
            (None, None) => {}
        }
        if let Some(message) = entry.message.as_ref().filter(|message| message.body.is_none()) {
            self.erasure(message, event);
        }
    }

    /// An opening whose payload is gone, and the event that says it anew, which is returned.
    fn restated<'e>(&mut self, restated: &'e RecordFact, opening: &EventWire) -> &'e EventWire {
        self.other(restated, opening, "/restated");
        let said = record::subject_masked(&restated.event).map(|said| said.restates);
        let holds = opening.kind == OPENED
            && opening.payload.is_none()
            && said.is_some_and(|said| said.seq == opening.seq && said.at_us == opening.at_us);
        self.expect(holds, "/restated/event", Problem::Differs);
        &restated.event
    }

    /// Another event of the same stream, later than `of`.
    fn other(&mut self, fact: &RecordFact, of: &EventWire, under: &str) {
        self.time(&fact.at, &fact.event, &format!("{under}/at"));
        self.record(&fact.event, fact.proof.as_ref(), under);
        let holds = fact.event.stream == of.stream && fact.event.seq > of.seq;
        self.expect(holds, &format!("{under}/event"), Problem::Differs);
    }

    fn time(&mut self, shown: &str, event: &EventWire, field: &str) {
        let holds = shown == Timestamp::from_micros(event.at_us).to_string();
        self.expect(holds, field, Problem::Differs);
    }

    /// An event against its hash, its payload's digest and its place in the signed history.
    fn record(&mut self, event: &EventWire, proof: Option<&Proof>, under: &str) {
        let row = EventRow::from(event.clone());
        let Some(hash) = row.computed_hash() else {
            return self.find(&format!("{under}/event/hash"), Problem::HashMismatch);
        };
        let holds = row.hash == hash;
        self.expect(holds, &format!("{under}/event/hash"), Problem::HashMismatch);
        let holds = match (&row.payload, &row.salt) {
            (None, None) => true,
            _ => row.computed_digest().is_some_and(|digest| row.payload_digest == digest),
        };
        self.expect(holds, &format!("{under}/event/payload"), Problem::DigestMismatch);
        if let Some(proof) = proof {
            let holds = self.signed.is_some_and(|signed| leads_to(proof, &hash, signed));
            self.expect(holds, &format!("{under}/proof"), Problem::NotProven);
        }
    }

    fn message(&mut self, message: &MessageFact, claim: &MessageClaim, said: &EventWire) {
        let same = [
            ("id", message.id == claim.id && claim.visibility == "public"),
            ("author", message.author == claim.author),
            ("channel", message.channel == claim.channel),
            ("lang", message.lang == claim.lang),
            ("written_at", message.written_at == claim.written_at.map(|at| at.to_string())),
        ];
        for (field, holds) in same {
            self.expect(holds, &format!("/message/{field}"), Problem::Differs);
        }
        self.files(&message.attachments, claim, said);
        if let Some(body) = &message.body {
            let expected = self.masked(message, claim.body_digest.clone(), said);
            let holds = hex::encode(digest(body)) == expected;
            self.expect(holds, "/message/body", Problem::DigestMismatch);
            self.expect(message.erasure.is_none(), "/message/erasure", Problem::Differs);
        }
    }

    /// The body's digest after every mask, each of which says what it supersedes.
    fn masked(&mut self, message: &MessageFact, said: String, by: &EventWire) -> String {
        let (mut digest, mut before) = (said, by);
        for (n, mask) in message.masks.iter().enumerate() {
            let under = format!("/message/masks/{n}");
            self.other(mask, before, &under);
            let masked = EventRow::from(mask.event.clone()).masked();
            let masked = masked.filter(|masked| {
                mask.event.kind == MESSAGE_MASKED
                    && masked.id == message.id
                    && masked.superseded == digest
            });
            match masked {
                Some(masked) => digest = masked.body_digest,
                None => self.find(&format!("{under}/event"), Problem::Differs),
            }
            before = &mask.event;
        }
        digest
    }

    fn files(&mut self, files: &[AttachmentFact], claim: &MessageClaim, said: &EventWire) {
        let claimed = claim.attachments.iter().cloned().map(Some);
        let claimed = claimed.chain(std::iter::repeat(None));
        for (n, (file, claimed)) in files.iter().zip(claimed).enumerate() {
            let under = format!("/message/attachments/{n}");
            let claimed = claimed.map(|claimed| self.masked_file(file, claimed, said, &under));
            let holds = claimed.is_some_and(|claimed| {
                let label = hash::file_label_digest(file.id, &file.name, &file.media_type);
                let label = hex::encode(label);
                file.id == claimed.id
                    && file.sha256 == claimed.sha256
                    && file.size == claimed.size
                    && (is_nameless(file)
                        || claimed.label_digest.as_ref().is_none_or(|said| *said == label))
                    && has_leaks(file, &claimed)
            });
            self.expect(holds, &under, Problem::Differs);
        }
        for n in files.len()..claim.attachments.len() {
            self.find(&format!("/message/attachments/{n}"), Problem::Missing);
        }
    }

    /// What a file is after every mask, each of which says what it supersedes.
    fn masked_file(
        &mut self,
        file: &AttachmentFact,
        said: AttachmentClaim,
        by: &EventWire,
        under: &str,
    ) -> AttachmentClaim {
        let (mut claim, mut before) = (said, by);
        for (n, mask) in file.masks.iter().enumerate() {
            let under = format!("{under}/masks/{n}");
            self.other(mask, before, &under);
            let masked = EventRow::from(mask.event.clone()).masked_file();
            let masked = masked.filter(|masked| {
                let was = &masked.superseded;
                mask.event.kind == FILE_MASKED
                    && (masked.now.id, was.id) == (file.id, file.id)
                    && (&was.sha256, was.size) == (&claim.sha256, claim.size)
                    && (claim.label_digest.is_none() || was.label_digest == claim.label_digest)
            });
            match masked {
                Some(masked) => claim = masked.now,
                None => self.find(&format!("{under}/event"), Problem::Differs),
            }
            before = &mask.event;
        }
        claim
    }

    /// A text that is gone needs an event that accounts for it, and nothing more.
    fn erasure(&mut self, message: &MessageFact, of: &EventWire) {
        self.expect(message.masks.is_empty(), "/message/masks", Problem::Differs);
        let Some(erasure) = &message.erasure else {
            return self.find("/message/body", Problem::Missing);
        };
        self.other(erasure, of, "/message/erasure");
        let holds = erases(&erasure.event, message.id);
        self.expect(holds, "/message/erasure/event", Problem::Differs);
    }

    /// The ticket's facts against the event that opened it.
    fn opening(&mut self, transcript: &Transcript, entry: &Entry) {
        let Some(opened) = opened(entry) else { return };
        let Some(opened) = opened else { return self.find("/event/payload", Problem::Unreadable) };
        let ticket = &transcript.ticket;
        let written_at = opened.message.written_at.map(|at| at.to_string());
        let opened_at = written_at.as_ref().unwrap_or(&entry.at);
        let same = [
            ("number", ticket.number == opened.public_id.to_string()),
            ("subject", ticket.subject == opened.subject),
            ("lang", ticket.lang == opened.lang),
            ("opened_at", ticket.opened_at == *opened_at),
        ];
        for (field, holds) in same {
            if !holds {
                self.findings.at(format!("/ticket/{field}"), Problem::Differs);
            }
        }
    }
}

/// What the event of an opening says, or the one that says it anew; `None` for another kind of entry and for an erased
/// payload, and inside for one that cannot be read.
fn opened(entry: &Entry) -> Option<Option<Opened>> {
    if let Some(restated) = &entry.restated {
        return Some(record::subject_masked(&restated.event).and_then(|said| said.opening));
    }
    let payload = entry.event.payload.as_ref().filter(|_| entry.event.kind == OPENED)?;
    Some(serde_json::from_slice(&payload.0).ok())
}

/// Says whether the answers of an entry are those of its event.
fn has_its_answers(entry: &Entry) -> bool {
    let said = record::answered(&entry.event).map(|answered| answered.answers);
    let shown = entry.answers.as_ref();
    match (shown, said) {
        (Some(shown), Some(said)) => {
            let shown = shown.iter().map(|line| (&line.question, &line.value));
            shown.eq(said.iter().map(|fact| (&fact.question, &fact.value)))
        }
        (shown, said) => shown.is_none() && said.is_none(),
    }
}

/// Says whether what was masked in a file is what its event says, as far as file and event say anything of it.
fn has_leaks(file: &AttachmentFact, claimed: &AttachmentClaim) -> bool {
    let (Some(leaks), Some(said)) = (&file.leaks, &claimed.leaks_digest) else { return true };
    *said == hex::encode(hash::file_leaks_digest(file.id, leaks))
}

/// Its name was erased with its customer.
fn is_nameless(file: &AttachmentFact) -> bool {
    file.erased && file.name.is_empty()
}

fn digest(body: &BodyFact) -> hash::Hash {
    hash::body_digest(&body.salt.0, &body.source, &body.html, &body.findings)
}

fn erases(event: &EventWire, message_id: Uuid) -> bool {
    let payload = event.payload.as_ref().filter(|_| event.kind == "log.erased");
    let erased = payload.and_then(|payload| serde_json::from_slice::<Erased>(&payload.0).ok());
    erased.is_some_and(|e| e.subject == Subject::Message && e.subject_id == message_id)
}

fn leads_to(proof: &Proof, event_hash: &hash::Hash, signed: &SignedCheckpoint) -> bool {
    let index = proof.pos.checked_sub(1).and_then(|index| u64::try_from(index).ok());
    let size = u64::try_from(signed.checkpoint.size).ok();
    let path = proof.path.iter().map(|step| step.0.as_slice().try_into().ok());
    let path: Option<Vec<hash::Hash>> = path.collect();
    let (Some(index), Some(size), Some(path)) = (index, size, path) else { return false };
    let leaf = merkle::leaf_hash(proof.pos, event_hash);
    merkle::verify_inclusion(&leaf, index, size, &path, &signed.checkpoint.root)
}
