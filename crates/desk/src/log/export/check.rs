//! Verifying an export: the same checks as live, without a database.

use std::collections::BTreeMap;
use std::io::{BufRead, Read as _};

use uuid::Uuid;

use super::line::{EventLine, Line};
use crate::log::erasure::{Erasure, Subject};
use crate::log::hash::Hash;
use crate::log::merkle;
use crate::log::note::{self, SignedCheckpoint};
use crate::log::rows::{
    AttachmentRow, BodyRow, EventRow, MaskedClaim, MaskedFileClaim, MessageClaim, Witness,
};
use crate::log::verify::check::{self, Link, Notes};
use crate::log::verify::roots::Roots;
use crate::log::verify::{Problem, Report, erasures};

/// A line that is longer than this is none: the longest holds a body three times over.
const LINE_BYTES: u64 = 16 * 1024 * 1024;

/// Verifies an export line by line, in memory that grows with the number of streams and erasures only.
///
/// `trusted` are the log's public keys (32 bytes each) as the verifier knows them from elsewhere, `outside` checkpoints
/// that were kept elsewhere. Without keys nothing says that this is the log meant: a whole history can be made up and
/// signed with a key of one's own.
///
/// # Errors
/// Those of the reader. What does not fit is no error but a finding; those of table `export` name a line.
pub fn verify_export(
    input: &mut dyn BufRead,
    trusted: &[Vec<u8>],
    outside: &[SignedCheckpoint],
) -> std::io::Result<Report> {
    let mut report = Report::default();
    let mut walk: Option<Walk<'_>> = None;
    let (mut number, mut bytes) = (0u64, Vec::new());
    loop {
        bytes.clear();
        if (&mut *input).take(LINE_BYTES).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        number += 1;
        let Some(line) = read(&bytes) else {
            report.find("export", format!("line {number}"), None, Problem::Unreadable);
            continue;
        };
        match (&mut walk, line) {
            (None, Line::Log { v: 1, origin, contents }) => {
                walk = Some(Walk::new(Roots::new(origin, trusted, outside), contents));
            }
            (Some(walk), line) => walk.line(&mut report, number, line),
            (None, _) => {
                report.find("export", format!("line {number}"), None, Problem::Unaccounted)
            }
        }
    }
    match walk {
        Some(walk) => walk.finish(&mut report),
        None => report.find("export", "line 1", None, Problem::Unreadable),
    }
    Ok(report)
}

/// Reads a line; `None` unless it is written exactly as an export writes it, so that no byte is free to be changed.
fn read(bytes: &[u8]) -> Option<Line> {
    let text = bytes.strip_suffix(b"\n")?;
    let line: Line = serde_json::from_slice(text).ok()?;
    let written = serde_json::to_vec(&line).ok()?;
    (written == text).then_some(line)
}

enum Fixes {
    Message(MessageClaim),
    Body(MaskedClaim),
    File(MaskedFileClaim),
}

impl Fixes {
    fn of(event: &EventRow) -> Option<Self> {
        let body = || event.masked().map(Self::Body);
        let file = || event.masked_file().map(Self::File);
        event.message().map(Self::Message).or_else(body).or_else(file)
    }

    /// Says whether a line is of the sort that must come next.
    fn is_in(&self, line: &Line) -> bool {
        match self {
            Self::Message(_) => matches!(line, Line::Rows(_)),
            Self::Body(_) => matches!(line, Line::Body { .. }),
            Self::File(_) => matches!(line, Line::File { .. }),
        }
    }

    /// The table of the row that is needed, and its id.
    fn row(&self) -> (&'static str, Uuid) {
        match self {
            Self::Message(claim) => ("message", claim.id),
            Self::Body(claim) => ("message_body", claim.id),
            Self::File(claim) => ("attachment", claim.now.id),
        }
    }
}

struct Walk<'a> {
    roots: Roots<'a>,
    contents: bool,
    notes: Notes,
    chains: BTreeMap<String, Link>,
    keys: Vec<(String, Vec<u8>, i64)>,
    ledger: BTreeMap<(Subject, Uuid), Erasure>,
    /// The event whose rows the next line must hold.
    fixes: Option<(EventRow, Fixes)>,
    last_pos: i64,
    ended: bool,
}

impl<'a> Walk<'a> {
    fn new(roots: Roots<'a>, contents: bool) -> Self {
        Self {
            roots,
            contents,
            notes: Notes::default(),
            chains: BTreeMap::new(),
            keys: Vec::new(),
            ledger: BTreeMap::new(),
            fixes: None,
            last_pos: 0,
            ended: false,
        }
    }

    fn line(&mut self, report: &mut Report, number: u64, line: Line) {
        let here = || format!("line {number}");
        if self.ended {
            return report.find("export", here(), None, Problem::Unaccounted);
        }
        if let Some((event, fixes)) = self.fixes.take_if(|(_, fixes)| !fixes.is_in(&line)) {
            let (table, id) = fixes.row();
            let needed_by = format!("event {}", event.id);
            report.find(table, id, None, Problem::Missing { needed_by });
        }
        if let Some(erasure) = line.erasure() {
            let Erasure { erased, .. } = &erasure;
            self.ledger.insert((erased.subject, erased.subject_id), erasure);
            return;
        }
        match line {
            Line::Key { id, public_key, created_at_us } => {
                self.roots.add_key(id.clone(), public_key.0.clone());
                self.keys.push((id, public_key.0, created_at_us));
            }
            Line::Event(line) => self.event(report, *line),
            Line::Rows(rows) => match self.fixes.take() {
                Some((event, Fixes::Message(claim))) => {
                    self.rows(report, &event, &claim, &Witness::from(*rows));
                }
                _ => report.find("export", here(), None, Problem::Unaccounted),
            },
            Line::Body { body } => match self.fixes.take() {
                Some((event, Fixes::Body(claim))) => {
                    let row = body.map(BodyRow::from);
                    check::masked_body(report, &mut self.notes, &event, &claim, row.as_ref());
                    self.still_there(report, Subject::Message, claim.id);
                }
                _ => report.find("export", here(), None, Problem::Unaccounted),
            },
            Line::File { file } => match self.fixes.take() {
                Some((event, Fixes::File(claim))) => {
                    let row = file.map(AttachmentRow::from);
                    check::masked_file(report, &mut self.notes, &event, &claim, row.as_ref());
                }
                _ => report.find("export", here(), None, Problem::Unaccounted),
            },
            Line::Checkpoint { note } => match note.parse() {
                Ok(signed) => self.checkpoint(report, signed),
                Err(_no_note) => report.find("export", here(), None, Problem::Unreadable),
            },
            Line::End { positions, root, lines } => {
                self.ended = true;
                let complete = i64::try_from(positions)
                    .is_ok_and(|positions| positions == self.roots.size())
                    && root.0 == self.roots.root()
                    && lines.checked_add(1) == Some(number);
                if !complete {
                    report.find("export", here(), None, Problem::RootMismatch);
                }
            }
            Line::Log { .. } | Line::Erasure { .. } => {
                report.find("export", here(), None, Problem::Unaccounted);
            }
        }
    }

    fn event(&mut self, report: &mut Report, EventLine { pos, event }: EventLine) {
        report.positions += 1;
        let expected = self.last_pos.saturating_add(1);
        if pos != expected {
            report.find("feed", pos, Some("pos"), Problem::Gap { expected, found: pos });
        }
        self.last_pos = pos;
        let event = EventRow::from(event);
        let hash: Hash = event.hash.as_slice().try_into().unwrap_or_default();
        if pos == 1 && note::origin(&hash) != self.roots.origin() {
            report.find("export", "line 1", Some("origin"), Problem::Unaccounted);
        }
        self.roots.push(report, merkle::leaf_hash(pos, &hash));
        let before = self.chains.get(&event.stream);
        let link = check::event(report, &mut self.notes, before, &event, Some(pos));
        self.chains.insert(event.stream.clone(), link);
        self.still_there(report, Subject::Payload, event.id);
        if self.contents {
            self.fixes = Fixes::of(&event).map(|fixes| (event, fixes));
        }
    }

    fn rows(
        &mut self,
        report: &mut Report,
        event: &EventRow,
        claim: &MessageClaim,
        witness: &Witness,
    ) {
        if claim.attachments.len() != witness.attachments.len() {
            let needed_by = format!("event {}", event.id);
            report.find("attachment", claim.id, None, Problem::Missing { needed_by });
        }
        check::message(report, &mut self.notes, event, claim, witness);
        self.still_there(report, Subject::Message, claim.id);
        for attachment in &claim.attachments {
            self.still_there(report, Subject::Attachment, attachment.id);
            self.still_there(report, Subject::FileName, attachment.id);
        }
    }

    /// Reports what the ledger had as gone before the events were written, if it is there nevertheless.
    fn still_there(&self, report: &mut Report, subject: Subject, id: Uuid) {
        if self.ledger.contains_key(&(subject, id)) && !self.notes.gone.contains_key(&(subject, id))
        {
            let (table, column) = erasures::place(subject);
            report.find(table, id, Some(column), Problem::NotErased);
        }
    }

    fn checkpoint(&mut self, report: &mut Report, signed: SignedCheckpoint) {
        report.checkpoints += 1;
        report.signed_size = signed.checkpoint.size;
        self.roots.signed(report, signed);
    }

    fn finish(mut self, report: &mut Report) {
        if !self.ended {
            report.find(
                "export",
                "the end",
                None,
                Problem::Missing { needed_by: "the export".to_owned() },
            );
        }
        for link in self.chains.values() {
            check::end(report, link, None);
        }
        check::superseded(report, &mut self.notes);
        self.roots.finish(report);
        for (id, public_key, created_at) in &self.keys {
            check::key(report, &self.notes, self.roots.origin(), (id, public_key, *created_at));
        }
        for id in
            self.notes.keys.keys().filter(|id| !self.keys.iter().any(|(known, ..)| known == *id))
        {
            let needed_by = "the event that added it".to_owned();
            report.find("log_key", id, None, Problem::Missing { needed_by });
        }
        for erasure in self.ledger.values() {
            let said = self.notes.erased.get(&erasure.event_id).cloned();
            check::erasure(report, &mut self.notes, erasure, said.as_ref());
        }
        erasures::leftovers(report, &mut self.notes);
    }
}
