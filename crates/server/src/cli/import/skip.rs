//! What was left out, and what can be done about it.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use proofdesk_desk::text::name::holds_secret;
use proofdesk_desk::transfer::line::Malformed;
use proofdesk_desk::{Error, Refusal};
use serde::Serialize;

/// A line of the log. Nothing of what stood in the text itself is in it.
#[derive(Debug, Serialize)]
struct Skipped<'a> {
    line: u64,
    kind: &'a str,
    /// What the thing is called there; `null` where that is unknown or a secret.
    id: Option<&'a str>,
    field: Option<&'a str>,
    reason: &'a str,
    way_out: &'a str,
}

/// Where it is written down; nowhere, where nobody asked for it.
#[derive(Debug)]
pub struct SkipLog(Option<File>);

impl SkipLog {
    /// Opens the log at its end: an import that goes on writes behind what was written before.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else { return Ok(Self(None)) };
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        // What things are called elsewhere may be an address.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path);
        Ok(Self(Some(file.with_context(|| format!("cannot open {}", path.display()))?)))
    }

    /// Writes down a thing that the desk refused.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn refused(&mut self, line: u64, kind: &str, id: &str, refusal: &Refusal) -> Result<()> {
        let field = refusal.fields.first().map(|field| field.field.as_str());
        let reason = refusal.code.as_str();
        let id = (!id.is_empty() && !holds_secret(id)).then_some(id);
        let way_out = way_out(kind, field.unwrap_or_default(), reason);
        self.write(&Skipped { line, kind, id, field, reason, way_out })
    }

    /// Writes down a line of which nothing could be made.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn malformed(&mut self, line: u64, malformed: &Malformed) -> Result<()> {
        let field = malformed.field.as_deref();
        let way_out = match field {
            Some(_) => "give the field the type that docs/import-export.md says, and import again",
            None => "write one JSON object on a line (jq -c does it), and import again",
        };
        let (kind, reason) = ("line", "malformed");
        self.write(&Skipped { line, kind, id: None, field, reason, way_out })
    }

    /// Writes down something else.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn other(
        &mut self,
        line: u64,
        (kind, id): (&str, &str),
        reason: &str,
        way_out: &str,
    ) -> Result<()> {
        let id = (!id.is_empty() && !holds_secret(id)).then_some(id);
        self.write(&Skipped { line, kind, id, field: None, reason, way_out })
    }

    fn write(&mut self, skipped: &Skipped<'_>) -> Result<()> {
        let Some(file) = &mut self.0 else { return Ok(()) };
        let mut text = serde_json::to_vec(skipped)?;
        text.push(b'\n');
        file.write_all(&text).context("the skip log cannot be written")
    }
}

/// The refusal in an error; the error itself for what is none.
///
/// # Errors
/// The error.
pub fn refusal(error: Error) -> Result<Box<Refusal>> {
    match error {
        Error::Refused(refusal) => Ok(refusal),
        other => Err(other.into()),
    }
}

fn way_out(kind: &str, field: &str, reason: &str) -> &'static str {
    match (kind, field, reason) {
        ("ticket", "customer", "not-found") => {
            "the customer was erased here, and stays so: leave it out"
        }
        ("ticket", "customer", _) => {
            "the customer was not brought: put the line of the customer before it, mend what was left out of it, and import again"
        }
        ("constraint", "customer", "not-found") => {
            "the customer was erased here, and stays so: leave it out"
        }
        ("constraint", "customer", _) => {
            "the customer was not brought: mend what was left out of it, and import again"
        }
        ("constraint", "made_by", _) | ("macro" | "view", "owner", _) => {
            "the member whose it is was not brought: put the line of the member before it, and import again"
        }
        ("macro" | "view", "team", _) => {
            "the team that it is for was not brought: put the line of the team before it, and import again"
        }
        ("link" | "split" | "merge", "ticket" | "other" | "into", _) => {
            "a ticket of the two was not brought: see the lines above"
        }
        ("split", "message_ids", _) => {
            "none of its messages, or not one that can be split off, was brought: see the lines above"
        }
        ("link" | "split" | "merge", _, _) => {
            "the two tickets are not as they were there: see to it in the console"
        }
        ("answer", _, _) => "mend the answer, or leave it away",
        (_, "brand", _) => {
            "put the line of the brand before it, or leave `brand` away and name one with --brand"
        }
        ("ticket", "category", _) => "name a category that the brand has with --category",
        ("ticket", "messages", "field-required") => {
            "no message of it could be brought: see the lines above"
        }
        ("ticket", "messages", _) => "divide it into several tickets",
        ("message", "body", "field-required") => {
            "there is no text: it was erased there, or never had one"
        }
        ("message", "body", _) => "divide the text into several messages",
        (_, "created_at", _) => "a moment lies ahead of this machine's clock: mend one of the two",
        (_, _, "holds-secret") => "an id is a key or a phrase: give it another id",
        (_, "email", _) => "mend the address, or leave it away",
        (_, "phone", _) => "mend the number, or leave it away",
        (_, _, "limit-reached" | "too-many") => "this desk holds no more of them",
        (_, _, "field-too-long") => "shorten the field, and import again",
        _ => "mend the field, and import again",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proofdesk_desk::code::Code;

    #[test]
    fn every_line_says_where_why_and_the_way_out() {
        let folder = std::env::temp_dir().join(format!("pd-skip-{}", std::process::id()));
        let _left = std::fs::remove_file(&folder);
        let mut log = SkipLog::open(Some(&folder)).unwrap();
        let gone = refusal(Error::field("customer", Code::FieldInvalid)).unwrap();
        log.refused(7, "ticket", "35436", &gone).unwrap();
        let key = "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr";
        log.refused(8, "ticket", key, &gone).unwrap();
        log.malformed(9, &Malformed { field: None }).unwrap();
        #[cfg(unix)]
        {
            let mode = std::fs::metadata(&folder).unwrap().permissions();
            assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
        }
        let text = std::fs::read_to_string(&folder).unwrap();
        std::fs::remove_file(&folder).unwrap();
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let [first, second, third] = lines.as_slice() else { panic!("{text}") };
        let of = |line: &serde_json::Value, name: &str| line.get(name).cloned().unwrap();
        assert_eq!(of(first, "line"), 7);
        assert_eq!((of(first, "id"), of(first, "field")), ("35436".into(), "customer".into()));
        assert_eq!(of(first, "reason"), "field-invalid");
        assert!(of(first, "way_out").as_str().unwrap().contains("before it"));
        assert!(of(second, "id").is_null() && !text.contains(key));
        assert_eq!((of(third, "reason"), of(third, "line")), ("malformed".into(), 9.into()));
    }
}
