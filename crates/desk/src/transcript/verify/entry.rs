//! What the log's record of each entry says against what the file shows.

use uuid::Uuid;

use super::finding::{Findings, Problem};
use crate::log::erasure::{Erased, Subject};
use crate::log::hash;
use crate::log::merkle;
use crate::log::note::SignedCheckpoint;
use crate::log::rows::{EventRow, MessageClaim};
use crate::log::wire::EventWire;
use crate::ticket::Opened;
use crate::time::Timestamp;
use crate::transcript::view::status;
use crate::transcript::{AttachmentFact, BodyFact, Entry, MessageFact, Proof, Transcript};

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
        self.expect(entry.status == status(event), "/status", Problem::Differs);
        let claim = EventRow::from(event.clone()).message();
        match (&entry.message, &claim) {
            (Some(message), Some(claim)) => self.message(message, claim, event),
            // An erased payload fixes nothing; the message then stands by the seal alone.
            (Some(message), None) => {
                let erased = event.payload.is_none();
                self.expect(erased, "/message", Problem::Differs);
                self.erasure(message, event);
            }
            (None, Some(_)) => self.find("/message", Problem::Missing),
            (None, None) => {}
        }
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

    fn message(&mut self, message: &MessageFact, claim: &MessageClaim, event: &EventWire) {
        let same = [
            ("id", message.id == claim.id && claim.visibility == "public"),
            ("author", message.author == claim.author),
            ("channel", message.channel == claim.channel),
            ("lang", message.lang == claim.lang),
        ];
        for (field, holds) in same {
            self.expect(holds, &format!("/message/{field}"), Problem::Differs);
        }
        self.files(&message.attachments, claim);
        match &message.body {
            Some(body) => {
                let holds = hex::encode(digest(body)) == claim.body_digest;
                self.expect(holds, "/message/body", Problem::DigestMismatch);
                let alone = message.erasure.is_none();
                self.expect(alone, "/message/erasure", Problem::Differs);
            }
            None => self.erasure(message, event),
        }
    }

    fn files(&mut self, files: &[AttachmentFact], claim: &MessageClaim) {
        let claimed = claim.attachments.iter().map(Some).chain(std::iter::repeat(None));
        for (n, (file, claimed)) in files.iter().zip(claimed).enumerate() {
            let holds = claimed.is_some_and(|claimed| {
                file.id == claimed.id && file.sha256 == claimed.sha256 && file.size == claimed.size
            });
            self.expect(holds, &format!("/message/attachments/{n}"), Problem::Differs);
        }
        for n in files.len()..claim.attachments.len() {
            self.find(&format!("/message/attachments/{n}"), Problem::Missing);
        }
    }

    /// A text that is gone needs an event that accounts for it.
    fn erasure(&mut self, message: &MessageFact, of: &EventWire) {
        if message.body.is_some() {
            return;
        }
        let Some(erasure) = &message.erasure else {
            return self.find("/message/body", Problem::Missing);
        };
        let under = "/message/erasure";
        self.time(&erasure.at, &erasure.event, &format!("{under}/at"));
        self.record(&erasure.event, erasure.proof.as_ref(), under);
        let holds = erasure.event.stream == of.stream && erases(&erasure.event, message.id);
        self.expect(holds, &format!("{under}/event"), Problem::Differs);
    }

    /// The ticket's facts against the event that opened it.
    fn opening(&mut self, transcript: &Transcript, entry: &Entry) {
        let payload = entry.event.payload.as_ref().filter(|_| entry.event.kind == "ticket.opened");
        let Some(payload) = payload else { return };
        let Ok(opened) = serde_json::from_slice::<Opened>(&payload.0) else {
            return self.find("/event/payload", Problem::Unreadable);
        };
        let ticket = &transcript.ticket;
        let same = [
            ("number", ticket.number == opened.public_id.to_string()),
            ("subject", ticket.subject == opened.subject),
            ("lang", ticket.lang == opened.lang),
            ("opened_at", ticket.opened_at == entry.at),
        ];
        for (field, holds) in same {
            if !holds {
                self.findings.at(format!("/ticket/{field}"), Problem::Differs);
            }
        }
    }
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
