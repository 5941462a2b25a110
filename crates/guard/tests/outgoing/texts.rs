//! What the product itself says, and what agents write in its demo, asks for nothing.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use proofdesk_guard::outgoing::asks;

/// As many ways to fill a template as its longest choice has, at most.
const CHOICES: usize = 8;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .flat_map(|path| match path.is_dir() {
            true => files(path.to_str().unwrap(), ending),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect();
    files.sort();
    files
}

/// Lines that are refused, with the file they stand in.
fn refused(files: &[PathBuf], texts: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut refused = Vec::new();
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        let name = file.display();
        let found = texts(&source).into_iter().filter(|text| !asks(text).is_empty());
        refused.extend(found.map(|text| format!("{name}: {:?} {text}", asks(&text))));
    }
    refused
}

/// Fills a template with the choice of that number everywhere: "[Hi|Hello], {name}".
fn filled(template: &str, choice: usize) -> String {
    let mut text = String::new();
    for (number, part) in template.split(['[', ']']).enumerate() {
        let choices: Vec<_> = part.split('|').collect();
        let inside = number % 2 == 1;
        let chosen = choices.get(choice % choices.len()).copied().unwrap_or_default();
        text.push_str(if inside { chosen } else { part });
    }
    text.replace("\\n", "\n")
}

fn templates(story: &str) -> Vec<String> {
    let lines = story.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(": ").map(|(_, template)| template))
        .flat_map(|template| (0..CHOICES).map(|choice| filled(template, choice)))
        .collect()
}

fn messages(fluent: &str) -> Vec<String> {
    let lines = fluent.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split_once(" = ").map_or(line, |(_, value)| value).trim().to_owned())
        .collect()
}

#[test]
fn stories_of_the_demo_ask_for_nothing() {
    let files = files("../server/src/demo/story", "story");
    assert!(files.len() >= 10, "{files:?}");
    let refused = refused(&files, templates);
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn words_of_the_product_ask_for_nothing() {
    let files = files("../../locales", "ftl");
    assert!(files.len() >= 30, "{files:?}");
    let refused = refused(&files, messages);
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn templates_are_filled() {
    assert_eq!(filled("[a|b], {x} [c|]", 1), "b, {x} ");
}
