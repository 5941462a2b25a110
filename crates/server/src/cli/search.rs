use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use proofdesk_desk::indexed;
use proofdesk_search::Ranking;
use proofdesk_search::eval::{Evaluation, Figures};

use super::Settings;
use crate::start::{self, operator_cx};

#[derive(Debug, Subcommand)]
pub enum SearchCommand {
    /// Ask questions whose answers are known, and print how good the answers are, beside plain BM25.
    Eval(EvalArgs),
    /// Have every node with the role `search` build its indexes anew, while the old ones answer.
    Rebuild,
}

#[derive(Args, Debug)]
pub struct EvalArgs {
    /// Folder with `articles.LANG.jsonl`: {slug, title, body}.
    #[arg(long, value_name = "DIR")]
    docs: PathBuf,
    /// Folder with `queries.LANG.jsonl`: {qid, kind, query, relevant: [slug]}.
    #[arg(long, value_name = "DIR")]
    queries: PathBuf,
    /// Tell on standard error which questions were not answered among the first three.
    #[arg(long)]
    misses: bool,
}

pub async fn run(settings: &Settings, command: &SearchCommand) -> Result<()> {
    match command {
        SearchCommand::Eval(args) => eval(args),
        SearchCommand::Rebuild => rebuild(settings).await,
    }
}

fn eval(args: &EvalArgs) -> Result<()> {
    let (figures, misses) = Evaluation::read(&args.docs, &args.queries)?.run(&Ranking::default())?;
    for of_kind in &figures {
        println!("{}", serde_json::to_string(of_kind)?);
    }
    if args.misses {
        for miss in &misses {
            eprintln!("{}", serde_json::to_string(miss)?);
        }
    }
    summarise(&figures);
    Ok(())
}

/// For the person at the terminal; scripts read the lines.
fn summarise(figures: &[Figures]) {
    let mut langs: Vec<&str> = figures.iter().map(|of_kind| of_kind.lang.as_str()).collect();
    langs.dedup();
    for lang in langs {
        let own: Vec<&Figures> = figures.iter().filter(|of_kind| of_kind.lang == lang).collect();
        tell(lang, &own);
    }
    tell("all", &figures.iter().collect::<Vec<_>>());
}

fn tell(name: &str, figures: &[&Figures]) {
    let count = |of_kind: &&Figures| f64::from(u32::try_from(of_kind.n).unwrap_or(u32::MAX));
    let n: f64 = figures.iter().map(count).sum();
    let mean = |value: fn(&Figures) -> f64| {
        figures.iter().map(|of_kind| value(of_kind) * count(of_kind)).sum::<f64>() / n.max(1.0)
    };
    let (ours, plain) = (mean(|it| it.mrr10), mean(|it| it.baseline_mrr10));
    let gained = if plain < 1.0 { (ours - plain) / (1.0 - plain) * 100.0 } else { 0.0 };
    eprintln!(
        "{name}: {n} questions, MRR@10 {ours:.3}, plain BM25 {plain:.3}, {gained:.0} % of what it misses gained"
    );
}

async fn rebuild(settings: &Settings) -> Result<()> {
    let desk = start::existing(&settings.load()?).await?;
    desk.write(operator_cx("search-rebuild"), async |tx, cx| indexed::ask_rebuild(tx, cx).await)
        .await?;
    eprintln!(
        "Every running node with the role `search` builds its indexes anew within a second, others at their next start. \
         The old ones answer until the new ones are whole."
    );
    Ok(())
}
