//! Plain BM25 over words and bigrams: what a search has without any thought about people or languages.
//!
//! Words are runs of letters and digits in lower case; runs of Han, kana, Hangul and Thai are cut into two neighbouring
//! letters. Title and body are one text. k1 = 1.2 and b = 0.75, as everywhere.

use std::collections::HashMap;

use super::{EvalArticle, float, text};

const K1: f64 = 1.2;
const B: f64 = 0.75;

pub(super) struct Baseline {
    slugs: Vec<String>,
    lengths: Vec<usize>,
    average: f64,
    /// Of each term the articles that have it, and how often.
    postings: HashMap<String, Vec<(usize, usize)>>,
}

impl Baseline {
    pub fn new(articles: &[EvalArticle]) -> Self {
        let mut postings: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        let mut lengths = Vec::with_capacity(articles.len());
        for (at, article) in articles.iter().enumerate() {
            let (headings, body) = text::read(&article.body);
            let terms = terms(&[article.title.clone(), headings.join("\n"), body].join("\n"));
            lengths.push(terms.len());
            let mut counts: HashMap<String, usize> = HashMap::new();
            for term in terms {
                *counts.entry(term).or_default() += 1;
            }
            for (term, count) in counts {
                postings.entry(term).or_default().push((at, count));
            }
        }
        let average = float(lengths.iter().sum::<usize>()) / float(articles.len().max(1));
        let slugs = articles.iter().map(|article| article.slug.clone()).collect();
        Self { slugs, lengths, average, postings }
    }

    /// The best articles, the best first; of equals the one that was given first.
    pub fn search(&self, query: &str, limit: usize) -> Vec<String> {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for term in terms(query) {
            let Some(postings) = self.postings.get(&term) else { continue };
            let (all, having) = (float(self.slugs.len()), float(postings.len()));
            let weight = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            for (at, count) in postings {
                let length = float(self.lengths.get(*at).copied().unwrap_or_default());
                let norm = K1 * (1.0 - B + B * length / self.average.max(1.0));
                let count = float(*count);
                *scores.entry(*at).or_default() += weight * count * (K1 + 1.0) / (count + norm);
            }
        }
        let mut ranked: Vec<(usize, f64)> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let slugs = ranked.into_iter().filter_map(|(at, _)| self.slugs.get(at).cloned());
        slugs.take(limit).collect()
    }
}

fn terms(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let letters: Vec<char> = lower.chars().collect();
    let class = |c: &char| match c {
        c if is_in_bigrams(*c) => 2,
        c if c.is_alphanumeric() => 1,
        _ => 0,
    };
    let mut terms = Vec::new();
    for run in letters.chunk_by(|a, b| class(a) == class(b)) {
        match run.first().map(class) {
            Some(1) => terms.push(run.iter().collect()),
            Some(2) if run.len() == 1 => terms.push(run.iter().collect()),
            Some(2) => terms.extend(run.windows(2).map(|pair| pair.iter().collect::<String>())),
            _ => {}
        }
    }
    terms
}

fn is_in_bigrams(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}')
        && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_bigrams_are_the_terms() {
        assert_eq!(terms("BTC充值 not-arrived"), ["btc", "充值", "not", "arrived"]);
        assert_eq!(terms("출금이"), ["출금", "금이"]);
    }

    #[test]
    fn rarer_words_count_more() {
        let article = |slug: &str, body: &str| EvalArticle {
            slug: slug.to_owned(),
            title: String::new(),
            body: body.to_owned(),
        };
        let articles =
            [article("a", "coin coin memo"), article("b", "coin"), article("c", "coin other")];
        let baseline = Baseline::new(&articles);
        assert_eq!(baseline.search("coin memo", 10).first().map(String::as_str), Some("a"));
        assert_eq!(baseline.search("nothing", 10), [""; 0]);
    }
}
