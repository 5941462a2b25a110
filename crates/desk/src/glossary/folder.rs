//! A term as a file of TOML, one a term.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proofdesk_locale::Locale;
use serde::Deserialize;

use super::{TermText, TermTexts};
use crate::article::folder::{Fault, line_of, quoted};

/// A term of a file; its slug is the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    pub slug: String,
    pub see: Vec<String>,
    pub texts: TermTexts,
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    see: Vec<String>,
    #[serde(flatten)]
    texts: BTreeMap<String, TermText>,
}

/// Reads a file.
///
/// # Errors
/// What is wrong, by line.
pub fn read(path: &str, slug: &str, text: &str) -> Result<TermEntry, Fault> {
    let document: Document = toml::from_str(text).map_err(|wrong| {
        Fault::at(path, wrong.span().map_or(1, |span| line_of(text, span.start)), wrong.message())
    })?;
    let mut texts = TermTexts::new();
    for (lang, term) in document.texts {
        let known: Locale = lang.parse().map_err(|_unknown| {
            let line = text.find(&format!("[{lang}]")).map_or(1, |at| line_of(text, at));
            Fault::at(path, line, &format!("{lang} is none of the ten languages"))
        })?;
        texts.insert(known, term);
    }
    Ok(TermEntry { slug: slug.to_owned(), see: document.see, texts })
}

/// Writes a file, byte for byte as it was read if it was one of ours.
pub fn write(see: &[String], texts: &TermTexts) -> String {
    let mut out = format!("see = {}\n", list(see));
    for (lang, text) in texts {
        let _written = write!(
            out,
            "\n[{}]\nterm = {}\ndefinition = {}\nforms = {}\n",
            lang.code(),
            quoted(&text.term),
            quoted(&text.definition),
            list(&text.forms)
        );
    }
    out
}

fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}
