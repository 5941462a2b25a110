//! Builds the set that `proofdesk search eval` is run on: `cargo run -p proofdesk-search --example build_set`.
//!
//! From the articles of a profile's help centre and the questions of its customers it writes `articles.LANG.jsonl` (headings
//! taken out of the text) and, in two halves, `queries.LANG.jsonl`: the questions, the headings that were taken out, and
//! both again with typing errors. The halves are drawn with a fixed seed; one is for tuning, the other for the figure.
//! Questions that a set gets later are dealt by themselves, after what was there: nothing changes its half.
//! docs/search.md says what is left out and why.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use proofdesk_locale::Locale;
use proofdesk_search::eval::{EvalArticle, EvalQuery};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng as _, SeedableRng as _};
use serde::Deserialize;

const SEED: u64 = 20_261_129;
/// A heading that more articles have says nothing of one.
const SHARED: usize = 2;

#[derive(Deserialize)]
struct QuestionIn {
    id: String,
    q: String,
    article: String,
    also: Vec<String>,
    /// The day, where the set was there before.
    #[serde(default)]
    added: String,
}

struct Article {
    slug: String,
    title: String,
    body: String,
    headings: Vec<String>,
}

fn main() -> Result<()> {
    let profile = PathBuf::from(std::env::args().nth(1).unwrap_or("profiles/coinex".to_owned()));
    let out = profile.join("search-eval");
    for half in ["tuning", "figure"] {
        fs::create_dir_all(out.join(half))?;
    }
    fs::create_dir_all(out.join("articles"))?;
    for locale in Locale::ALL {
        let code = locale.code();
        let articles = articles(&profile.join("help").join(code))?;
        let known: Vec<&str> = articles.iter().map(|article| article.slug.as_str()).collect();
        let mut rng = ChaCha8Rng::seed_from_u64(SEED);
        let mut batches = questions(&profile, code, &known)?;
        batches.entry(String::new()).or_default().extend(headings(code, &articles));
        let (mut tuning, mut figure) = (Vec::new(), Vec::new());
        for mut queries in batches.into_values() {
            shuffle(&mut queries, &mut rng);
            for (at, query) in queries.into_iter().enumerate() {
                let half = if at % 2 == 0 { &mut tuning } else { &mut figure };
                half.extend(mistyped(&query, &mut rng));
                half.push(query);
            }
        }
        for (half, mut queries) in [("tuning", tuning), ("figure", figure)] {
            queries.sort_by(|a, b| a.qid.cmp(&b.qid));
            write(&out.join(half).join(format!("queries.{code}.jsonl")), &queries)?;
        }
        let articles: Vec<EvalArticle> = articles
            .into_iter()
            .map(|it| EvalArticle { slug: it.slug, title: it.title, body: it.body })
            .collect();
        write(&out.join("articles").join(format!("articles.{code}.jsonl")), &articles)?;
    }
    Ok(())
}

fn write<T: serde::Serialize>(path: &Path, lines: &[T]) -> Result<()> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(line)?);
        text.push('\n');
    }
    fs::write(path, text).with_context(|| path.display().to_string())
}

/// The articles of one language, by slug.
fn articles(folder: &Path) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for section in fs::read_dir(folder)? {
        for file in fs::read_dir(section?.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|it| it == "md") {
                let text = fs::read_to_string(&path)?;
                let slug = path.file_stem().context("a name")?.to_string_lossy().into_owned();
                articles.push(article(slug, &text).with_context(|| path.display().to_string())?);
            }
        }
    }
    articles.sort_by(|a, b| a.slug.cmp(&b.slug));
    Ok(articles)
}

fn article(slug: String, text: &str) -> Result<Article> {
    let rest = text.strip_prefix("---\n").context("no front matter")?;
    let (front, body) = rest.split_once("\n---\n").context("no end of the front matter")?;
    let value = |key: &str| {
        let line = front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        line.map(|value| value.trim().trim_matches('"').to_owned())
    };
    let (headings, lines): (Vec<&str>, Vec<&str>) =
        body.lines().partition(|line| line.starts_with('#'));
    let headings = headings.into_iter().map(|line| {
        let line = line.trim_start_matches('#');
        line.split("{#").next().unwrap_or(line).trim().to_owned()
    });
    Ok(Article {
        slug,
        title: value("title").context("no title")?,
        body: [value("summary").unwrap_or_default(), lines.join("\n")].join("\n\n"),
        headings: headings.filter(|heading| !heading.contains("{{")).collect(),
    })
}

/// Customers' questions that an article of this language answers, by the day on which they were added; first those of the
/// beginning.
fn questions(
    profile: &Path,
    code: &str,
    known: &[&str],
) -> Result<BTreeMap<String, Vec<EvalQuery>>> {
    let text = fs::read_to_string(profile.join(format!("search-questions/{code}.jsonl")))?;
    let mut batches: BTreeMap<String, Vec<EvalQuery>> = BTreeMap::new();
    for line in text.lines() {
        let question: QuestionIn = serde_json::from_str(line)?;
        if !known.contains(&question.article.as_str()) {
            continue;
        }
        let also = question.also.into_iter().filter(|slug| known.contains(&slug.as_str()));
        let relevant = std::iter::once(question.article).chain(also).collect();
        let (kind, query) = ("question".to_owned(), question.q);
        let batch = batches.entry(question.added).or_default();
        batch.push(EvalQuery { qid: question.id, kind, query, relevant });
    }
    Ok(batches)
}

/// Headings that were taken out of the text.
fn headings(code: &str, articles: &[Article]) -> Vec<EvalQuery> {
    let mut owners: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for article in articles {
        for heading in &article.headings {
            let owners = owners.entry(heading).or_default();
            if !owners.contains(&article.slug) {
                owners.push(article.slug.clone());
            }
        }
    }
    let telling = owners.into_iter().filter(|(_, relevant)| relevant.len() <= SHARED);
    let query = |(at, (heading, relevant)): (usize, (&str, Vec<String>))| EvalQuery {
        qid: format!("{code}-h{at:03}"),
        kind: "heading".to_owned(),
        query: heading.to_owned(),
        relevant,
    };
    telling.enumerate().map(query).collect()
}

fn shuffle(queries: &mut [EvalQuery], rng: &mut ChaCha8Rng) {
    for at in (1..queries.len()).rev() {
        queries.swap(at, below(rng, at + 1));
    }
}

fn below(rng: &mut ChaCha8Rng, n: usize) -> usize {
    usize::try_from(rng.next_u64() % u64::try_from(n.max(1)).unwrap_or(1)).unwrap_or_default()
}

/// The same question with one slip in its longest word, two in one of nine letters or more: a letter left out, doubled, or
/// exchanged with its neighbour. In scripts without spaces the longest run is the word, and it has one slip.
fn mistyped(query: &EvalQuery, rng: &mut ChaCha8Rng) -> Option<EvalQuery> {
    let letters: Vec<char> = query.query.chars().collect();
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for run in letters.chunk_by(|a, b| a.is_alphabetic() == b.is_alphabetic()) {
        if run.first().is_some_and(|c| c.is_alphabetic()) {
            words.push((from, run.len()));
        }
        from += run.len();
    }
    let (start, length) = words.into_iter().rev().max_by_key(|(_, length)| *length)?;
    if length < 4 {
        return None;
    }
    let spaced = letters.get(start).is_some_and(|c| *c < '\u{0e00}');
    let mut word: Vec<char> = letters.get(start..start + length)?.to_vec();
    for _ in 0..if spaced && length >= 9 { 2 } else { 1 } {
        let at = below(rng, word.len() - 1);
        match below(rng, 3) {
            0 => {
                word.remove(at);
            }
            1 => {
                let letter = *word.get(at)?;
                word.insert(at, letter);
            }
            _ => word.swap(at, at + 1),
        }
    }
    let text: String = letters
        .iter()
        .take(start)
        .chain(&word)
        .chain(letters.iter().skip(start + length))
        .collect();
    (text != query.query).then(|| EvalQuery {
        qid: format!("{}-t", query.qid),
        kind: "typo".to_owned(),
        query: text,
        relevant: query.relevant.clone(),
    })
}
