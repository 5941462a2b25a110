//! The texts that the model is made from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// A message and whether it asks for a secret.
#[derive(Debug, Clone)]
pub struct Text {
    /// The file, and what in it was written together: texts of one group are left out together.
    pub file: String,
    pub group: String,
    /// The template: a number that a text shares with its translations.
    pub template: usize,
    pub lang: String,
    /// The name of what is asked for, `?` where the file does not say which.
    pub asks: Option<String>,
    pub text: String,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    lang: String,
    asks: Option<String>,
    text: String,
}

const CORPUS: [&str; 4] = ["tuning", "frozen", "tuning-2", "frozen-2"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Gives the place of the model.
pub fn model_path() -> PathBuf {
    folder().join("src/outgoing/model.bin")
}

/// Reads every text, in an order that never changes.
pub fn read() -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for file in CORPUS {
        texts.extend(corpus(file)?);
    }
    texts.extend(probes()?);
    for (file, asks) in [("requests", true), ("replies", false)] {
        texts.extend(tables(file, asks)?);
    }
    let written = written()?;
    let joined = joined(&written);
    texts.extend(written);
    texts.extend(joined);
    Ok(texts)
}

fn source(path: PathBuf) -> Result<String> {
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn corpus(file: &str) -> Result<Vec<Text>> {
    let lines = source(folder().join("corpus/outgoing").join(file).with_extension("jsonl"))?;
    let mut texts = Vec::new();
    for line in lines.lines() {
        let case: Case = serde_json::from_str(line).with_context(|| line.to_owned())?;
        let way = case.id.trim_start_matches(case.lang.as_str()).trim_start_matches('-');
        let group = way.split_once('-').map_or("", |(_, way)| way).to_owned();
        texts.push(Text {
            file: file.into(),
            group,
            template: number(way),
            lang: case.lang,
            asks: case.asks,
            text: case.text,
        });
    }
    Ok(texts)
}

fn probes() -> Result<Vec<Text>> {
    let mut lang = String::new();
    let mut texts = Vec::new();
    for line in source(folder().join("tests/outgoing/probes.txt"))?.lines() {
        if let Some(heading) = line.strip_prefix("== ") {
            lang = heading.to_owned();
        } else if let Some((wanted, text)) = line.split_once(" | ") {
            let asks = (wanted != "nothing").then(|| wanted.to_owned());
            texts.push(Text {
                file: "probes".into(),
                group: String::new(),
                template: texts.len(),
                lang: lang.clone(),
                asks,
                text: text.into(),
            });
        }
    }
    Ok(texts)
}

fn tables(file: &str, asks: bool) -> Result<Vec<Text>> {
    let mut words: Vec<String> = Vec::new();
    let mut texts = Vec::new();
    let lines = source(folder().join("tests/outgoing").join(file).with_extension("txt"))?;
    for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        match line.strip_prefix("== ") {
            Some(heading) => words = heading.split(" | ").map(str::to_owned).collect(),
            None => {
                // One word each: the model looks at names of secrets as names only.
                let Some(word) = words.get(number % words.len()) else { continue };
                let number_of = number;
                let asks = asks.then(|| "?".to_owned());
                texts.push(Text {
                    file: file.into(),
                    group: String::new(),
                    template: number_of,
                    lang: String::new(),
                    asks,
                    text: line.replace("{}", word),
                });
            }
        }
    }
    Ok(texts)
}

/// Reads `corpus/outgoing/written`: headings "+ way" and "- way", and a text a line.
fn written() -> Result<Vec<Text>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder().join("corpus/outgoing/written"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let lang = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let lang = lang.split('.').next().unwrap_or_default().to_owned();
        let (mut asks, mut group, mut template) = (None, String::new(), 0);
        for line in source(path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let way = |sign: &str| {
                let way = line.strip_prefix(sign)?;
                way.bytes().all(|b| b.is_ascii_lowercase()).then(|| way.to_owned())
            };
            if let Some(way) = way("+ ") {
                (asks, group, template) = (Some("?".to_owned()), way, 0);
            } else if let Some(way) = way("- ") {
                (asks, group, template) = (None, way, 0);
            } else {
                template += 1;
                texts.push(Text {
                    file: "written".into(),
                    template,
                    group: group.clone(),
                    lang: lang.clone(),
                    asks: asks.clone(),
                    text: line.replace("\\n", "\n"),
                });
            }
        }
    }
    Ok(texts)
}

/// Into so many parts the texts are cut when some are left out.
pub const PARTS: usize = 8;

/// What the product says itself; it is no message that could have others around it.
const PRODUCT: &str = "product";

/// Puts every text between two of the same language and part that may be sent, so that the sentences around say little.
fn joined(written: &[Text]) -> Vec<Text> {
    let mut allowed: BTreeMap<(&str, usize), Vec<&str>> = BTreeMap::new();
    for text in written.iter().filter(|text| text.asks.is_none()) {
        let place = (text.lang.as_str(), text.template % PARTS);
        allowed.entry(place).or_default().push(&text.text);
    }
    let mut joined = Vec::new();
    for (number, text) in written.iter().enumerate().filter(|(_, text)| text.group != PRODUCT) {
        let others = allowed.get(&(text.lang.as_str(), text.template % PARTS));
        let other = |step: usize| {
            let others = others?;
            others.get(number * step % others.len()).copied()
        };
        let (before, behind) = (other(7), other(13));
        let parts = [before, Some(text.text.as_str()), behind];
        joined.push(Text {
            file: "joined".into(),
            text: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
            ..text.clone()
        });
    }
    joined
}

/// The first number in an id: "s007-plain".
fn number(id: &str) -> usize {
    let digits: String =
        id.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}
