//! The evaluation: what its contract says, and that the figures of docs/search.md hold.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proofdesk_search::Ranking;
use proofdesk_search::eval::{EvalArticle, EvalQuery, Evaluation, Figures};

fn set(part: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("../../profiles/coinex/search-eval").join(part)
}

/// Questions, and the mean over them of ours and of the baseline.
fn means<'a>(figures: impl Iterator<Item = &'a Figures>) -> (f64, f64, f64) {
    let (mut n, mut ours, mut plain) = (0.0, 0.0, 0.0);
    for of_kind in figures {
        let count = f64::from(u32::try_from(of_kind.n).expect("not so many"));
        n += count;
        ours += of_kind.mrr10 * count;
        plain += of_kind.baseline_mrr10 * count;
    }
    (n, ours / n, plain / n)
}

/// A quarter of what plain BM25 misses is gained over all, and no language is worse, on the half that nothing was tuned on.
#[test]
fn the_figure_of_the_docs_holds() {
    let set = Evaluation::read(&set("articles"), &set("figure")).expect("the committed set");
    let (figures, _) = set.run(&Ranking::default()).expect("an answer to everything");
    let mut langs: BTreeMap<&str, Vec<&Figures>> = BTreeMap::new();
    for of_kind in &figures {
        langs.entry(&of_kind.lang).or_default().push(of_kind);
    }
    assert_eq!(langs.len(), 10);
    for (lang, figures) in langs {
        let (n, ours, plain) = means(figures.into_iter());
        assert!(n >= 100.0 && ours > plain, "{lang}: {ours:.3} of {n}, plain {plain:.3}");
    }
    let (n, ours, plain) = means(figures.iter());
    let gained = (ours - plain) / (1.0 - plain);
    assert!(n > 1_500.0 && gained >= 0.25, "{gained:.3}: {ours:.3}, plain {plain:.3}");
}

/// What is written as customers ask is enough in each language, and has its article in that language. A question is in one
/// half.
#[test]
fn a_hundred_of_customers_are_asked_in_each_language() {
    fn lines<T: serde::de::DeserializeOwned>(path: &Path) -> Vec<T> {
        let text = std::fs::read_to_string(path).expect("a file of the committed set");
        text.lines().map(|line| serde_json::from_str(line).expect("a line of it")).collect()
    }
    for locale in proofdesk_locale::Locale::ALL {
        let lang = locale.code();
        let articles: Vec<EvalArticle> =
            lines(&set("articles").join(format!("articles.{lang}.jsonl")));
        let mut asked = BTreeSet::new();
        for half in ["tuning", "figure"] {
            let queries: Vec<EvalQuery> = lines(&set(half).join(format!("queries.{lang}.jsonl")));
            for query in queries.into_iter().filter(|query| query.kind == "question") {
                let known = |slug: &String| articles.iter().any(|article| article.slug == *slug);
                assert!(query.relevant.iter().all(known), "{}: no article", query.qid);
                assert!(asked.insert(query.query.to_lowercase()), "{}: asked twice", query.qid);
            }
        }
        assert!(asked.len() >= 100, "{lang}: {}", asked.len());
    }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

const ARTICLES: &str = r#"{"slug":"stuck","title":"Your withdrawal is stuck","body":"It is checked, then sent.","more":1}
{"slug":"memo","title":"You left out the memo","body":"Some networks need one."}
"#;

/// A line a language and kind, with the fields and in the order that scripts rely on.
#[test]
fn a_line_is_as_the_contract_has_it() {
    let asked = r#"{"qid":"1","kind":"question","query":"withdrawl stuck","relevant":["stuck"]}

{"qid":"2","kind":"other","query":"zzzz","relevant":["memo"]}
"#;
    // In Turkish there are questions and no article: they are answered by another language's.
    let turkish = r#"{"qid":"3","kind":"question","query":"memo","relevant":["memo"]}"#;
    let set = folder(&[
        ("articles.en.jsonl", ARTICLES),
        ("queries.en.jsonl", asked),
        ("queries.tr.jsonl", turkish),
        ("notes.txt", "nothing"),
    ]);
    let read = Evaluation::read(set.path(), set.path()).expect("a set");
    let (mut figures, misses) = read.run(&Ranking::default()).expect("answers");
    for of_kind in &mut figures {
        (of_kind.p50_us, of_kind.p99_us) = (1, 2);
    }
    let lines: Vec<String> =
        figures.iter().map(|line| serde_json::to_string(line).expect("JSON")).collect();
    assert_eq!(
        lines,
        [
            r#"{"lang":"en","kind":"other","n":1,"mrr10":0.0,"recall5":0.0,"baseline_mrr10":0.0,"baseline_recall5":0.0,"p50_us":1,"p99_us":2}"#,
            r#"{"lang":"en","kind":"question","n":1,"mrr10":1.0,"recall5":1.0,"baseline_mrr10":1.0,"baseline_recall5":1.0,"p50_us":1,"p99_us":2}"#,
            r#"{"lang":"tr","kind":"question","n":1,"mrr10":1.0,"recall5":1.0,"baseline_mrr10":0.0,"baseline_recall5":0.0,"p50_us":1,"p99_us":2}"#,
        ]
    );
    assert_eq!(misses.iter().map(|miss| miss.qid.as_str()).collect::<Vec<_>>(), ["2"]);
}

/// What cannot be read is named with its place, and nothing is measured of half a set.
#[test]
fn what_cannot_be_read_is_named() {
    let asked = r#"{"qid":"1","kind":"question","query":"a","relevant":["stuck"]}"#;
    let why = |files: &[(&str, &str)]| {
        let set = folder(files);
        Evaluation::read(set.path(), set.path()).expect_err("no set").to_string()
    };
    let broken = why(&[
        ("articles.en.jsonl", "{\"slug\":\"a\",\"title\":\"b\",\"body\":\"c\"}\n{\"slug\":"),
        ("queries.en.jsonl", asked),
    ]);
    assert!(broken.contains("articles.en.jsonl, line 2"), "{broken}");
    let lacking = why(&[("articles.en.jsonl", ARTICLES), ("queries.en.jsonl", r#"{"qid":"1"}"#)]);
    assert!(lacking.contains("queries.en.jsonl, line 1"), "{lacking}");
    assert!(why(&[("queries.en.jsonl", asked)]).contains("no articles.LANG.jsonl"));
    assert!(why(&[("articles.en.jsonl", ARTICLES)]).contains("no queries.LANG.jsonl"));
    let nowhere = Evaluation::read(Path::new("/no/such/folder"), Path::new("/no/such/folder"));
    assert!(nowhere.expect_err("no set").to_string().contains("/no/such/folder"));
}
