//! How good the search is: mean reciprocal rank and recall over questions whose answers are known, beside plain BM25.

mod baseline;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};

use crate::article::{ArticleIndex, Document, Question};
use crate::error::{Error, Result};
use crate::ranking::Ranking;
use baseline::Baseline;

const AUDIENCE: &str = "public";
const RANKS: usize = 10;
const RECALLED: usize = 5;

/// An article of `articles.LANG.jsonl`.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct EvalArticle {
    pub slug: String,
    pub title: String,
    /// Markdown or plain text.
    pub body: String,
}

/// A question of `queries.LANG.jsonl`.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct EvalQuery {
    pub qid: String,
    pub kind: String,
    pub query: String,
    /// Slugs of the articles that answer it.
    pub relevant: Vec<String>,
}

/// The figures of one kind of question in one language.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Figures {
    pub lang: String,
    pub kind: String,
    pub n: usize,
    pub mrr10: f64,
    pub recall5: f64,
    pub baseline_mrr10: f64,
    pub baseline_recall5: f64,
    pub p50_us: u64,
    pub p99_us: u64,
    /// Articles that are shown for a question, of ten at most.
    #[serde(skip)]
    pub shown10: f64,
    /// How many of all that are shown answer their question.
    #[serde(skip)]
    pub precision10: f64,
}

/// A question that was not answered among the first three.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Miss {
    pub lang: String,
    pub qid: String,
    pub query: String,
    pub relevant: Vec<String>,
    pub found: Vec<String>,
}

/// Articles and questions of all languages that are in two folders.
#[derive(Debug)]
pub struct Evaluation {
    languages: Vec<Language>,
    /// What has less than this part of the best one's score is not counted as shown.
    tail: f32,
}

#[derive(Debug)]
struct Language {
    code: String,
    locale: Locale,
    articles: Vec<EvalArticle>,
    queries: Vec<EvalQuery>,
}

/// What came of one question.
#[derive(Clone, Debug)]
struct Outcome {
    rank: f64,
    recall: f64,
    shown: usize,
    right: usize,
}

impl Evaluation {
    /// Reads `articles.LANG.jsonl` of one folder and `queries.LANG.jsonl` of another.
    ///
    /// # Errors
    /// When a file cannot be read or a line is not as the contract says, with its place.
    pub fn read(docs: &Path, queries: &Path) -> Result<Self> {
        let (written, asked) = (codes(docs, "articles")?, codes(queries, "queries")?);
        if written.is_empty() {
            let place = docs.display();
            return Err(Error::Evaluation(format!("{place}: no articles.LANG.jsonl is there")));
        }
        if asked.is_empty() {
            let place = queries.display();
            return Err(Error::Evaluation(format!("{place}: no queries.LANG.jsonl is there")));
        }
        // Questions in a language without articles are asked all the same, and answered in others or not at all.
        let all: BTreeSet<&String> = written.iter().chain(&asked).collect();
        let language = |code: &String| -> Result<Language> {
            let articles = docs.join(format!("articles.{code}.jsonl"));
            let queries = queries.join(format!("queries.{code}.jsonl"));
            Ok(Language {
                locale: locale_of(code),
                articles: if written.contains(code) { lines(&articles)? } else { Vec::new() },
                queries: if asked.contains(code) { lines(&queries)? } else { Vec::new() },
                code: code.clone(),
            })
        };
        let languages = all.into_iter().map(language).collect::<Result<_>>()?;
        Ok(Self { languages, tail: 0.0 })
    }

    /// The same, as if weak tails were cut off: what has less than this part of the best one's score. The desk cuts none.
    #[must_use]
    pub fn with_tail(self, tail: f32) -> Self {
        Self { tail, ..self }
    }

    /// Asks every question of both engines.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn run(&self, ranking: &Ranking) -> Result<(Vec<Figures>, Vec<Miss>)> {
        let index = ArticleIndex::open(None)?.with_ranking(ranking.clone());
        let documents: Vec<Document> =
            self.languages.iter().flat_map(Language::documents).collect();
        index.replace(&documents)?;
        let (mut figures, mut misses) = (Vec::new(), Vec::new());
        for language in &self.languages {
            let baseline = Baseline::new(&language.articles);
            let mut kinds: BTreeMap<&str, Vec<&EvalQuery>> = BTreeMap::new();
            for query in &language.queries {
                kinds.entry(&query.kind).or_default().push(query);
            }
            for (kind, queries) in kinds {
                let (of_kind, missed) =
                    measure((&index, self.tail), &baseline, language, kind, &queries)?;
                figures.push(of_kind);
                misses.extend(missed);
            }
        }
        Ok((figures, misses))
    }
}

impl Language {
    fn documents(&self) -> impl Iterator<Item = Document> + '_ {
        self.articles.iter().map(|article| {
            let (headings, body) = text::read(&article.body);
            Document {
                id: article.slug.clone(),
                locale: self.locale,
                title: article.title.clone(),
                headings,
                body,
                tags: Vec::new(),
                forms: Vec::new(),
                section: String::new(),
                audience: vec![AUDIENCE.to_owned()],
                number: 1,
            }
        })
    }
}

fn measure(
    (index, tail): (&ArticleIndex, f32),
    baseline: &Baseline,
    language: &Language,
    kind: &str,
    queries: &[&EvalQuery],
) -> Result<(Figures, Vec<Miss>)> {
    let (mut ours, mut theirs, mut times, mut misses) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for query in queries {
        let question = Question {
            text: &query.query,
            locale: language.locale,
            audience: &[AUDIENCE],
            section: None,
            limit: RANKS,
            is_typing: false,
        };
        let began = now();
        let answer = index.search(&question)?;
        times.push(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX));
        let least = answer.hits.first().map_or(0.0, |best| best.score * tail);
        let shown = answer.hits.into_iter().filter(|hit| hit.score >= least);
        let found: Vec<String> = shown.map(|hit| hit.id).collect();
        let outcome = judge(&found, &query.relevant);
        if outcome.rank < 1.0 / 3.0 - f64::EPSILON {
            misses.push(Miss {
                lang: language.code.clone(),
                qid: query.qid.clone(),
                query: query.query.clone(),
                relevant: query.relevant.clone(),
                found: found.into_iter().take(3).collect(),
            });
        }
        ours.push(outcome);
        theirs.push(judge(&baseline.search(&query.query, RANKS), &query.relevant));
    }
    times.sort_unstable();
    let shown = ours.iter().map(|outcome| outcome.shown).sum();
    let figures = Figures {
        lang: language.code.clone(),
        kind: kind.to_owned(),
        n: queries.len(),
        mrr10: mean(ours.iter().map(|outcome| outcome.rank)),
        recall5: mean(ours.iter().map(|outcome| outcome.recall)),
        baseline_mrr10: mean(theirs.iter().map(|outcome| outcome.rank)),
        baseline_recall5: mean(theirs.iter().map(|outcome| outcome.recall)),
        p50_us: percentile(&times, 50),
        p99_us: percentile(&times, 99),
        shown10: share(shown, queries.len()),
        precision10: share(ours.iter().map(|outcome| outcome.right).sum(), shown),
    };
    Ok((figures, misses))
}

#[expect(clippy::disallowed_methods, reason = "an evaluation measures how long answers take")]
fn now() -> Instant {
    Instant::now()
}

fn judge(found: &[String], relevant: &[String]) -> Outcome {
    let wanted: BTreeSet<&String> = relevant.iter().collect();
    let first = found.iter().take(RANKS).position(|slug| wanted.contains(slug));
    let recalled: BTreeSet<&String> = found.iter().take(RECALLED).collect();
    let hits = wanted.intersection(&recalled).count();
    Outcome {
        rank: first.map_or(0.0, |at| 1.0 / float(at + 1)),
        recall: share(hits, wanted.len()),
        shown: found.len(),
        right: found.iter().filter(|slug| wanted.contains(slug)).count(),
    }
}

fn float(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

/// To four digits, which is more than such sets can tell.
fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = float(values.len().max(1));
    (values.sum::<f64>() / n * 10_000.0).round() / 10_000.0
}

fn percentile(sorted: &[u64], percent: usize) -> u64 {
    let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(at).copied().unwrap_or_default()
}

/// The languages of the files of one kind in a folder, in the order of their codes.
fn codes(folder: &Path, kind: &str) -> Result<Vec<String>> {
    let of_folder = |error: std::io::Error| {
        Error::Evaluation(format!("{} cannot be read: {error}", folder.display()))
    };
    let mut codes = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(of_folder)? {
        let name = entry.map_err(of_folder)?.file_name();
        let name = name.to_string_lossy();
        let code = name.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.'));
        codes.extend(code.and_then(|rest| rest.strip_suffix(".jsonl")).map(str::to_owned));
    }
    codes.sort();
    Ok(codes)
}

/// A code of another kind (`zh`, `en-GB`, `pt`) is read as the nearest language, or as English.
fn locale_of(code: &str) -> Locale {
    let exact = Locale::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(code));
    let lower = code.to_ascii_lowercase();
    let base = lower.split(['-', '_']).next().unwrap_or_default();
    exact.unwrap_or_else(|| match base {
        "zh" if lower.ends_with("tw") || lower.ends_with("hk") => Locale::ZhHant,
        "zh" => Locale::ZhHans,
        _ => Locale::ALL.into_iter().find(|locale| locale.code() == base).unwrap_or_default(),
    })
}

fn lines<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Error::Evaluation(format!("{}: {error}", path.display())))?;
    let lines = (1..).zip(text.lines()).filter(|(_, line): &(usize, &str)| !line.trim().is_empty());
    let read = lines.map(|(number, line)| {
        serde_json::from_str(line).map_err(|error| {
            Error::Evaluation(format!("{}, line {number}: {error}", path.display()))
        })
    });
    read.collect()
}
