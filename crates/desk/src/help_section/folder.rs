//! `sections.toml`: the sections of a folder of articles.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proofdesk_locale::Locale;
use serde::Deserialize;

use super::Names;
use crate::article::folder::{Fault, line_of, quoted};

/// Where the file stands below the folder.
pub const FILE: &str = "help/sections.toml";
const TOP: &str =
    "# The sections of the help centre, in the order in which they stand on its first page.\n";

/// A section of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionEntry {
    pub slug: String,
    pub position: i64,
    pub names: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    section: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    order: i64,
    name: BTreeMap<String, String>,
}

/// Reads the file.
///
/// # Errors
/// What is wrong, by line.
pub fn read(text: &str) -> Result<Vec<SectionEntry>, Fault> {
    let document: Document = toml::from_str(text).map_err(|wrong| {
        Fault::at(FILE, wrong.span().map_or(1, |span| line_of(text, span.start)), wrong.message())
    })?;
    let mut sections = Vec::new();
    for entry in document.section {
        let mut names = Names::new();
        for (lang, name) in entry.name {
            let known: Locale = lang.parse().map_err(|_unknown| {
                let line = text.find(&format!("name.{lang}")).map_or(1, |at| line_of(text, at));
                Fault::at(FILE, line, &format!("{lang} is none of the ten languages"))
            })?;
            names.insert(known, name);
        }
        sections.push(SectionEntry { slug: entry.slug, position: entry.order, names });
    }
    Ok(sections)
}

/// Writes the file, byte for byte as it was read if it was one of ours.
pub fn write(sections: &[SectionEntry]) -> String {
    let mut out = TOP.to_owned();
    for section in sections {
        let _written = write!(
            out,
            "\n[[section]]\nslug = {}\norder = {}\n",
            quoted(&section.slug),
            section.position
        );
        for (lang, name) in &section.names {
            let _written = writeln!(out, "name.{} = {}", lang.code(), quoted(name));
        }
    }
    out
}
