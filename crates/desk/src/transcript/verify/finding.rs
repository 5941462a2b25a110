use std::fmt;

use serde::Serialize;

use crate::words::words;

/// Findings beyond this are counted, not kept.
const KEPT: usize = 200;

words! {
    /// Which part of a transcript a finding is about, in the words of people.
    pub enum Part {
        /// What a message says.
        Text = "text",
        /// Who wrote it.
        Author = "author",
        /// When it was.
        Time = "time",
        /// A file beside a message.
        File = "file",
        /// A change of status.
        Status = "status",
        /// That a message was erased.
        Erasure = "erasure",
        /// The log's own record of a message or change.
        Record = "record",
        /// A whole message or change.
        Entry = "entry",
        /// Number, subject or other facts of the ticket.
        Ticket = "ticket",
        /// What stands at the top of the file: who made it, when, which part it is.
        Head = "head",
        /// The log's checkpoint.
        Log = "log",
        /// The seal over the file.
        Seal = "seal",
        /// What an HTML transcript shows.
        Page = "page",
    }
}

words! {
    /// What does not fit.
    pub enum Problem {
        /// It is not what was sealed.
        Changed = "changed",
        /// It was sealed and is gone.
        Missing = "missing",
        /// It was not there when the file was sealed.
        Added = "added",
        /// It is not what the log's record says.
        Differs = "differs",
        /// The record's columns do not give its hash, or the link to the record before does not fit.
        HashMismatch = "hash-mismatch",
        /// The content does not give the digest that was recorded when it was written.
        DigestMismatch = "digest-mismatch",
        /// The proof does not lead to the signed history.
        NotProven = "not-proven",
        /// It stands where it cannot.
        OutOfOrder = "out-of-order",
        /// The signature does not fit.
        SignatureInvalid = "signature-invalid",
        /// It cannot be read as what it should be.
        Unreadable = "unreadable",
    }
}

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where: a pointer in which the `seq` of an entry stands for its place in the list.
    pub place: String,
    /// The entry's `seq`, for what is about one.
    pub seq: Option<i64>,
    pub part: Part,
    pub problem: Problem,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem.sentence())
    }
}

impl Problem {
    /// In English, for a terminal.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Changed => "is not what was sealed",
            Self::Missing => "was sealed, and is missing",
            Self::Added => "was not there when the file was sealed",
            Self::Differs => "is not what the log's record says",
            Self::HashMismatch => "the record does not give its hash",
            Self::DigestMismatch => "the content does not give the digest recorded for it",
            Self::NotProven => "the proof does not lead to the signed history",
            Self::OutOfOrder => "stands where it cannot",
            Self::SignatureInvalid => "the signature does not fit",
            Self::Unreadable => "cannot be read",
        }
    }
}

impl Part {
    /// The part that a pointer is about.
    pub fn of(place: &str) -> Self {
        let mut steps = place.split('/').skip(1);
        match steps.next().unwrap_or_default() {
            "entries" => {
                steps.next();
                Self::of_entry(&steps.collect::<Vec<_>>())
            }
            "ticket" => Self::Ticket,
            "log" => Self::Log,
            "seal" => Self::Seal,
            "page" => Self::Page,
            _ => Self::Head,
        }
    }

    fn of_entry(steps: &[&str]) -> Self {
        match steps {
            [] => Self::Entry,
            ["message", "body", ..] => Self::Text,
            ["message", "erasure", ..] => Self::Erasure,
            ["message", "attachments", ..] => Self::File,
            ["message", "author" | "name", ..] => Self::Author,
            ["message"] => Self::Entry,
            ["at"] | ["event", "at_us"] => Self::Time,
            ["status"] => Self::Status,
            _ => Self::Record,
        }
    }
}

/// Findings as they come.
#[derive(Debug, Default)]
pub struct Findings {
    pub kept: Vec<Finding>,
    pub total: u64,
}

impl Findings {
    pub fn add(&mut self, place: String, part: Part, problem: Problem) {
        self.total += 1;
        if self.kept.len() < KEPT {
            let mut steps = place.split('/').skip(1);
            let seq = match steps.next() {
                Some("entries") => steps.next().and_then(|seq| seq.parse().ok()),
                _ => None,
            };
            self.kept.push(Finding { place, seq, part, problem });
        }
    }

    pub fn at(&mut self, place: String, problem: Problem) {
        let part = Part::of(&place);
        self.add(place, part, problem);
    }
}
