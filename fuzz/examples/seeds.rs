//! Fills `corpus/` with what the crates' own tests read, and writes a dictionary of the words that their rules know.
//!
//! `cargo run --example seeds`, in `fuzz/`. Every text becomes a file that is named by its hash, as libFuzzer names its own:
//! what stands there already is left alone.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

/// A target, and what it starts from: files and folders of `crates/`.
const TARGETS: [(&str, &[&str]); 7] = [
    ("evidence_scan", &["evidence/tests", "evidence/src"]),
    ("evidence_address", &["evidence/tests/vectors", "evidence/src/address"]),
    ("evidence_link", &["evidence/tests/vectors", "evidence/src/link", "evidence/src/explorer.rs"]),
    ("evidence_amount", &["evidence/tests/sentences.rs", "evidence/src/amount"]),
    (
        "evidence_time",
        &[
            "evidence/tests/sentences.rs",
            "evidence/tests/vectors/pasted.jsonl",
            "evidence/src/time",
            "evidence/src/time.rs",
        ],
    ),
    (
        "guard_scan",
        &[
            "guard/tests",
            "guard/src/kinds",
            "guard/src/plain.rs",
            "guard/corpus/tuning",
            "guard/corpus/tuning-2",
        ],
    ),
    (
        "guard_outgoing",
        &[
            "guard/tests/outgoing",
            "guard/tests/outgoing.rs",
            "guard/src/outgoing",
            "guard/corpus/outgoing/tuning.jsonl",
            "guard/corpus/outgoing/tuning-2.jsonl",
        ],
    ),
];
/// What is longer teaches the fuzzer no more and slows it down.
const LONGEST: usize = 2_048;
/// Of a file with more texts, every so many-th is taken.
const MOST_OF_A_FILE: usize = 60;
/// Words of this length, in bytes, are for the dictionary.
const WORD: std::ops::RangeInclusive<usize> = 2..=24;

fn main() -> Result<()> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, sources) in TARGETS {
        let folder = fuzz.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        let mut texts = BTreeSet::new();
        for source in sources {
            for path in files(&fuzz.join("../crates").join(source))? {
                add(&path, &mut texts)?;
            }
        }
        for text in &texts {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            fs::write(folder.join(format!("{:016x}", hasher.finish())), text)?;
        }
        let words = texts.iter().filter(|text| WORD.contains(&text.len()));
        let lines: Vec<_> = words.clone().map(|word| quoted(word)).collect();
        fs::write(folder.with_extension("dict"), lines.join("\n") + "\n")?;
        println!("{target}: {} texts, {} words", texts.len(), lines.len());
    }
    Ok(())
}

/// The file itself, or those of a folder and its folders.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
        files.extend(self::files(&entry?.path())?);
    }
    Ok(files)
}

fn add(path: &Path, texts: &mut BTreeSet<String>) -> Result<()> {
    let mut found = Vec::new();
    let content = || fs::read_to_string(path).with_context(|| path.display().to_string());
    match path.extension().and_then(|it| it.to_str()) {
        Some("json") => strings(&serde_json::from_str(&content()?)?, &mut found),
        Some("jsonl") => {
            for line in content()?.lines() {
                strings(&serde_json::from_str::<Value>(line)?["text"], &mut found);
            }
        }
        Some("rs") => literals(&content()?, &mut found),
        Some("txt") => found.extend(content()?.lines().map(str::to_owned)),
        // Documents, and the model of the guard.
        _ => {}
    }
    // The literals of a source file are the words of a dictionary: all of them count.
    let is_code = path.extension().is_some_and(|it| it == "rs");
    let step = if is_code { 1 } else { found.len().div_ceil(MOST_OF_A_FILE).max(1) };
    let taken = found.into_iter().step_by(step);
    texts.extend(taken.filter(|text| !text.trim().is_empty() && text.len() <= LONGEST));
    Ok(())
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// The string literals of a source file, near enough: a comment with a single quotation mark costs a few.
fn literals(source: &str, found: &mut Vec<String>) {
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let mut rest = line;
        while let Some((_, behind)) = rest.split_once('"') {
            let mut escaped = false;
            let end = behind.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let Some(end) = end else { break };
            let literal = characters(&behind[..end]);
            let text = serde_json::from_str::<String>(&format!("\"{literal}\""));
            found.push(text.unwrap_or(literal));
            rest = &behind[end + 1..];
        }
    }
}

/// Puts characters in place of Rust's `\u{200B}`, which JSON does not know: of what nobody sees the rules' tests are full.
fn characters(literal: &str) -> String {
    let mut text = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some((before, behind)) = rest.split_once("\\u{") {
        let Some((digits, after)) = behind.split_once('}') else { break };
        let Some(c) = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) else { break };
        text.push_str(before);
        text.push(c);
        rest = after;
    }
    text + rest
}

/// A line of libFuzzer's dictionaries.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\';
    let byte = |byte: u8| {
        if plain(byte) { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }
    };
    format!("\"{}\"", word.bytes().map(byte).collect::<String>())
}
