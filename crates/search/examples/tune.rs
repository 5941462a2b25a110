//! Tries other weights on the tuning half, one at a time, and prints what gains: `cargo run -p proofdesk-search --example tune`.
//!
//! With `--tails` it prints what is shown, and how much of it is right, when weak tails are cut off.
//!
//! With `--ablate` it prints instead what each part of the ranking gains on the half that is named.

use std::path::PathBuf;

use anyhow::Result;
use proofdesk_search::Ranking;
use proofdesk_search::eval::{Evaluation, Figures};

type Part = (&'static str, fn(&mut Ranking) -> &mut f32, &'static [f32]);

const PARTS: &[Part] = &[
    ("title", |r| &mut r.title, &[0.7, 1.0, 1.5, 2.0]),
    ("stem", |r| &mut r.stem, &[0.35, 0.5, 0.7, 0.9, 1.1]),
    ("piece", |r| &mut r.piece, &[0.0, 0.15, 0.3, 0.5]),
    ("pair", |r| &mut r.pair, &[0.0, 0.5, 0.8, 1.2]),
    ("gram", |r| &mut r.gram, &[0.7, 1.0, 1.4]),
    ("endings", |r| &mut r.endings, &[0.25, 0.5, 1.0]),
    ("synonym", |r| &mut r.synonym, &[0.2, 0.4, 0.6, 0.9]),
    ("slip", |r| &mut r.slip, &[0.55, 0.7, 0.85]),
    ("stop", |r| &mut r.stop, &[0.05, 0.1, 0.2, 0.35]),
    ("tie", |r| &mut r.tie, &[0.0, 0.15, 0.3]),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_ablation = arguments.first().is_some_and(|first| first == "--ablate");
    let is_tails = arguments.first().is_some_and(|first| first == "--tails");
    let half = arguments.get(usize::from(is_ablation || is_tails)).map_or("tuning", String::as_str);
    let base = PathBuf::from("profiles/coinex/search-eval");
    let set = Evaluation::read(&base.join("articles"), &base.join(half))?;
    if is_tails {
        return tails(set);
    }
    let mut best = Ranking::default();
    let mut value = score(&set, &best)?;
    for lang in langs(&set, &best)? {
        println!("{lang}");
    }
    println!("{half}: {value:.4} of plain BM25's missing MRR@10 gained");
    if is_ablation {
        return ablate(&set, value);
    }
    for round in 0..2 {
        for (name, part, values) in PARTS {
            for candidate in *values {
                let mut other = best.clone();
                *part(&mut other) = *candidate;
                let scored = score(&set, &other)?;
                if scored > value + 0.0005 {
                    println!("round {round}: {name} {candidate}: {scored:.4}");
                    (best, value) = (other, scored);
                }
            }
        }
    }
    println!("{best:?}");
    Ok(())
}

/// By cut: what is shown of ten, how much of that is right, the MRR, and the recall of the first five.
fn tails(mut set: Evaluation) -> Result<()> {
    for tail in [0.0, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7] {
        set = set.with_tail(tail);
        let (figures, _) = set.run(&Ranking::default())?;
        let mean = |of: &[&Figures], value: fn(&Figures) -> f64| {
            let n: f64 = of.iter().map(|of| count(of)).sum();
            of.iter().map(|of| value(of) * count(of)).sum::<f64>() / n.max(1.0)
        };
        let line = |name: &str, of: &[&Figures]| {
            let shown = mean(of, |of| of.shown10);
            let right = mean(of, |of| of.shown10 * of.precision10);
            let (mrr, recall) = (mean(of, |of| of.mrr10), mean(of, |of| of.recall5));
            let precision = right / shown.max(f64::EPSILON);
            println!(
                "{tail:4.2} {name:8} shown {shown:5.2} right {precision:.3} MRR {mrr:.4} recall {recall:.4}"
            );
        };
        line("all", &figures.iter().collect::<Vec<_>>());
        let kinds: std::collections::BTreeSet<&str> =
            figures.iter().map(|of| of.kind.as_str()).collect();
        for kind in kinds {
            line(kind, &figures.iter().filter(|of| of.kind == kind).collect::<Vec<_>>());
        }
        let langs: std::collections::BTreeSet<&str> =
            figures.iter().map(|of| of.lang.as_str()).collect();
        for lang in langs {
            line(lang, &figures.iter().filter(|of| of.lang == lang).collect::<Vec<_>>());
        }
    }
    Ok(())
}

fn count(of: &Figures) -> f64 {
    f64::from(u32::try_from(of.n).unwrap_or(u32::MAX))
}

fn ablate(set: &Evaluation, whole: f64) -> Result<()> {
    for (name, part, _) in PARTS {
        let mut without = Ranking::default();
        *part(&mut without) = if *name == "title" || *name == "stop" { 1.0 } else { 0.0 };
        let scored = score(set, &without)?;
        println!("without {name}: {scored:.4} ({:+.4})", scored - whole);
    }
    Ok(())
}

/// Each language's figures, in words.
fn langs(set: &Evaluation, ranking: &Ranking) -> Result<Vec<String>> {
    let (figures, _) = set.run(ranking)?;
    let line = |of: &Figures| {
        format!(
            "{:8} {:9} {:4}  MRR {:.3} ({:.3})  recall {:.3} ({:.3})  {} us, {} us",
            of.lang,
            of.kind,
            of.n,
            of.mrr10,
            of.baseline_mrr10,
            of.recall5,
            of.baseline_recall5,
            of.p50_us,
            of.p99_us
        )
    };
    Ok(figures.iter().map(line).collect())
}

/// The share of the baseline's missing MRR@10 that is gained, over all questions.
fn score(set: &Evaluation, ranking: &Ranking) -> Result<f64> {
    let (figures, _) = set.run(ranking)?;
    let n: f64 = figures.iter().map(count).sum();
    let mean = |value: fn(&Figures) -> f64| {
        figures.iter().map(|of| value(of) * count(of)).sum::<f64>() / n.max(1.0)
    };
    let (ours, plain) = (mean(|of| of.mrr10), mean(|of| of.baseline_mrr10));
    Ok((ours - plain) / (1.0 - plain))
}
