//! What the seal says of each field against what the file has.

use std::collections::{BTreeMap, BTreeSet};

use serde_path_to_error::{Path, Segment};

use super::finding::{Findings, Problem};
use crate::log::wire::Base64;
use crate::transcript::page::Opened;
use crate::transcript::{Transcript, seal};

/// Of a place that is told.
const PLACE_CHARS: usize = 120;

/// Compares every field with the seal's list.
pub fn compare(transcript: &Transcript, findings: &mut Findings) {
    let here = seal::fields(transcript).unwrap_or_default();
    lists(&here, &transcript.seal.fields, "/seal/fields", findings);
}

/// Compares every block of a page with its seal's list.
pub fn compare_blocks(opened: &Opened<'_>, findings: &mut Findings) {
    let named = |blocks: &[(String, Base64)]| -> Vec<(String, Base64)> {
        blocks.iter().map(|(name, digest)| (format!("/page/{name}"), digest.clone())).collect()
    };
    let (here, listed) = (named(&opened.blocks), named(&opened.seal.blocks));
    lists(&here, &listed, "/page/seal", findings);
    let names = |list: &[(String, Base64)]| list.iter().map(|(n, _)| n.clone()).collect::<Vec<_>>();
    let (here, listed) = (names(&here), names(&listed));
    if here != listed && here.iter().collect::<BTreeSet<_>>() == listed.iter().collect() {
        findings.at("/page".to_owned(), Problem::OutOfOrder);
    }
}

fn lists(
    here: &[(String, Base64)],
    listed: &[(String, Base64)],
    list: &str,
    findings: &mut Findings,
) {
    let sealed: BTreeMap<&str, &Base64> =
        listed.iter().map(|(place, digest)| (place.as_str(), digest)).collect();
    if sealed.len() != listed.len() {
        findings.at(list.to_owned(), Problem::OutOfOrder);
    }
    let found: BTreeSet<&str> = here.iter().map(|(place, _)| place.as_str()).collect();
    let mut told = BTreeSet::new();
    let (entries_here, entries_sealed) =
        (entries(found.iter().copied()), entries(sealed.keys().copied()));
    for (place, digest) in here {
        match sealed.get(place.as_str()) {
            Some(known) if *known == digest => {}
            Some(_) => findings.at(place.clone(), Problem::Changed),
            None => {
                let whole = whole(place, &entries_sealed);
                if told.insert(whole.clone()) {
                    findings.at(whole, Problem::Added);
                }
            }
        }
    }
    for (place, _) in listed {
        if !found.contains(place.as_str()) {
            let whole = whole(place, &entries_here);
            if told.insert(whole.clone()) {
                findings.at(whole, Problem::Missing);
            }
        }
    }
}

/// The number of the entry that a field is of.
fn entry(place: &str) -> Option<&str> {
    let mut steps = place.split('/').skip(1);
    (steps.next() == Some("entries")).then(|| steps.next()).flatten()
}

fn entries<'a>(places: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    places.filter_map(entry).collect()
}

/// The entry that a field is of when nothing of that entry is on the other side; else the field itself.
fn whole(place: &str, there: &BTreeSet<&str>) -> String {
    match entry(place) {
        Some(seq) if !there.contains(seq) => format!("/entries/{seq}"),
        _ => place.to_owned(),
    }
}

/// A place where reading failed, as a pointer.
pub fn pointer(path: &Path) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{key}"),
        Segment::Enum { variant } => format!("/{variant}"),
        Segment::Unknown => "/?".to_owned(),
    };
    let text: String = path.iter().map(step).collect();
    // Names come from the file, so they may be of any length.
    let text: String = text.chars().take(PLACE_CHARS).collect();
    if text.is_empty() { "/".to_owned() } else { text }
}
