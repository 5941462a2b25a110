//! Verifying a transcript without the desk: from the file alone and a key that came another way.

mod entry;
mod fields;
mod finding;
mod trust;

use serde::Serialize;

use super::page::Opened;
use super::{FORMAT, Transcript, VERSION, page, seal};
use crate::log::note::SignedCheckpoint;
use crate::words::words;

pub use finding::{Finding, Part, Problem};
pub use trust::{Trusted, TrustedKeyError};

use finding::Findings;

words! {
    /// What came of it.
    pub enum Verdict {
        /// Everything fits, and a trusted key signed it.
        Genuine = "genuine",
        /// A trusted key signed it, and something was changed since.
        Changed = "changed",
        /// It comes from another desk.
        NotOurs = "not-ours",
        /// None of the trusted keys signed it.
        KeyUnknown = "key-unknown",
        /// It is no transcript, or one of a version that is not known here.
        Unreadable = "unreadable",
    }
}

/// What was verified, and what does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub verdict: Verdict,
    /// The ticket's number, as the file says.
    pub number: Option<String>,
    pub organisation: Option<String>,
    pub made_at: Option<String>,
    /// The log that it says it is from.
    pub origin: Option<String>,
    /// The key that it says signed it, lower-case hex.
    pub public_key: Option<String>,
    /// How many parts the ticket has, and which this is.
    pub part: Option<(u32, u32)>,
    pub entries: u64,
    pub messages: u64,
    /// Entries that the signed history covers.
    pub proven: u64,
    /// The first findings.
    pub findings: Vec<Finding>,
    /// All of them, also those that were not kept.
    pub findings_total: u64,
}

impl Report {
    fn unreadable(place: String, part: Part) -> Self {
        let mut findings = Findings::default();
        findings.add(place, part, Problem::Unreadable);
        // Where reading failed is told by the place in the list, not by the entry's number.
        findings.kept.iter_mut().for_each(|finding| finding.seq = None);
        Self {
            verdict: Verdict::Unreadable,
            number: None,
            organisation: None,
            made_at: None,
            origin: None,
            public_key: None,
            part: None,
            entries: 0,
            messages: 0,
            proven: 0,
            findings_total: findings.total,
            findings: findings.kept,
        }
    }
}

/// Verifies a transcript, JSON or HTML, against keys that came another way than the file.
pub fn verify(bytes: &[u8], trusted: &[Trusted]) -> Report {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Report::unreadable("/".to_owned(), Part::Head);
    };
    if text.trim_start().starts_with('<') {
        return match page::open(text) {
            Some(opened) => verify_page(&opened, trusted),
            None => Report::unreadable("/page".to_owned(), Part::Page),
        };
    }
    verify_json(text, trusted)
}

fn verify_json(text: &str, trusted: &[Trusted]) -> Report {
    match read(text) {
        Ok(transcript) => check(&transcript, trusted, Findings::default()),
        Err(report) => *report,
    }
}

fn verify_page(opened: &Opened<'_>, trusted: &[Trusted]) -> Report {
    let mut findings = Findings::default();
    fields::compare_blocks(opened, &mut findings);
    let transcript = match read(opened.json) {
        Ok(transcript) => transcript,
        Err(mut report) => {
            // What was changed on the page tells more than that the data in it cannot be read.
            report.findings_total += findings.total;
            report.findings.extend(findings.kept);
            return *report;
        }
    };
    let seal = &opened.seal;
    let same = seal.public_key == transcript.seal.public_key
        && seal.origin == transcript.log.origin
        && seal.v == VERSION;
    if !same {
        findings.add("/page/seal".to_owned(), Part::Seal, Problem::Differs);
    }
    let signed = trust::candidates(&seal.public_key, trusted)
        .any(|key| seal::is_signed(seal::PAGE, &seal.origin, &seal.blocks, &seal.signature, &key));
    if !signed {
        findings.add("/page/seal/signature".to_owned(), Part::Seal, Problem::SignatureInvalid);
    }
    check(&transcript, trusted, findings)
}

fn read(text: &str) -> Result<Transcript, Box<Report>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let transcript: Transcript = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = fields::pointer(error.path());
        Box::new(Report::unreadable(place.clone(), Part::of(&place)))
    })?;
    let unreadable = |place: &str| Box::new(Report::unreadable(place.to_owned(), Part::Head));
    json.end().map_err(|_more| unreadable("/"))?;
    if transcript.format != FORMAT {
        return Err(unreadable("/format"));
    }
    if transcript.v != VERSION {
        return Err(unreadable("/v"));
    }
    Ok(transcript)
}

fn check(transcript: &Transcript, trusted: &[Trusted], mut findings: Findings) -> Report {
    let trust = trust::judge(transcript, trusted, &mut findings);
    fields::compare(transcript, &mut findings);
    let checkpoint = checkpoint(transcript, trusted, &mut findings);
    let counts = entry::check_all(transcript, checkpoint.as_ref(), &mut findings);
    let verdict = match trust {
        trust::Trust::Ours if findings.total == 0 => Verdict::Genuine,
        trust::Trust::Ours => Verdict::Changed,
        trust::Trust::OtherLog => Verdict::NotOurs,
        trust::Trust::Unknown => Verdict::KeyUnknown,
    };
    Report {
        verdict,
        number: Some(transcript.ticket.number.clone()),
        organisation: Some(transcript.organisation.clone()),
        made_at: Some(transcript.made_at.clone()),
        origin: Some(transcript.log.origin.clone()),
        public_key: Some(transcript.seal.public_key.clone()),
        part: Some((transcript.part.number, transcript.part.of)),
        entries: counts.entries,
        messages: counts.messages,
        proven: counts.proven,
        findings_total: findings.total,
        findings: findings.kept,
    }
}

/// The checkpoint that the proofs lead to, if it holds.
fn checkpoint(
    transcript: &Transcript,
    trusted: &[Trusted],
    findings: &mut Findings,
) -> Option<SignedCheckpoint> {
    let note = transcript.log.checkpoint.as_ref()?;
    let signed = note.parse::<SignedCheckpoint>().ok().filter(|signed| {
        signed.checkpoint.origin == transcript.log.origin
            && trust::candidates(&transcript.seal.public_key, trusted)
                .any(|key| signed.is_signed_by(&key))
    });
    if signed.is_none() {
        findings.add("/log/checkpoint".to_owned(), Part::Log, Problem::SignatureInvalid);
    }
    signed
}
