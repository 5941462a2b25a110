//! Holds the corpus to what its README says of it. What the guard makes of it is measured, not tested.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::is_nfc;

const LANGUAGES: [&str; 10] =
    ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"];

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    lang: String,
    kind: Option<String>,
    layout: String,
    text: String,
    secrets: Vec<String>,
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The files of a folder with their names without extension.
fn files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(corpus().join(folder)).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    paths
        .map(|path| {
            let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("it is text"))
        })
        .collect()
}

fn cases(half: &str) -> BTreeMap<String, Vec<Case>> {
    let parse =
        |text: &str| text.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    files(half).into_iter().map(|(name, text)| (name, parse(&text))).collect()
}

#[test]
fn every_kind_has_a_hundred_cases_in_each_half_and_speaks_every_language() {
    for half in ["tuning", "frozen"] {
        let cases = cases(half);
        assert_eq!(cases.len(), 22, "{half}");
        for (name, cases) in cases {
            assert!(cases.len() >= 100, "{half} {name}");
            for lang in LANGUAGES {
                let count = cases.iter().filter(|case| case.lang == lang).count();
                assert!(count >= if name == "innocent" { 100 } else { 10 }, "{half} {name} {lang}");
            }
        }
    }
}

#[test]
fn a_case_is_what_the_readme_says() {
    let (mut ids, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for (name, case) in ["tuning", "frozen", "tuning-4", "tuning-5"]
        .into_iter()
        .flat_map(cases)
        .flat_map(|(name, cases)| cases.into_iter().map(move |case| (name.clone(), case)))
    {
        assert_eq!(case.kind.as_deref().unwrap_or("innocent"), name);
        assert_eq!(case.kind.is_none(), case.secrets.is_empty(), "{}", case.id);
        assert!(
            case.secrets.iter().all(|it| !it.is_empty() && case.text.contains(it)),
            "{}",
            case.id
        );
        assert!(is_nfc(&case.text) && !case.layout.is_empty(), "{}", case.id);
        assert!(ids.insert(case.id.clone()), "{} twice", case.id);
        assert!(texts.insert(case.text), "{}: the same text twice", case.id);
    }
}

#[test]
fn no_context_is_in_both_halves() {
    for (name, text) in files("templates") {
        let mut halves: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut half = "";
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            match line.strip_prefix("== ") {
                Some(heading) => half = heading.rsplit(' ').next().expect("a heading has words"),
                None => {
                    assert!(halves.entry(half).or_default().insert(line), "{name}: twice {line}")
                }
            }
        }
        assert_eq!(halves.keys().copied().collect::<Vec<_>>(), ["frozen", "tuning"], "{name}");
        let both: Vec<_> = halves["tuning"].intersection(&halves["frozen"]).collect();
        assert!(both.is_empty(), "{name}: {both:?}");
    }
}
