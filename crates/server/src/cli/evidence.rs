use std::collections::BTreeMap;

use anyhow::Result;
use clap::Subcommand;
use proofdesk_evidence::{Argument, Item, Problem};
use serde::Serialize;

use super::Settings;
use super::lines::{self, TextIn};

#[derive(Debug, Subcommand)]
pub enum EvidenceCommand {
    /// Read `{id, text}` lines, write `{id, items:[{kind, value, start, end, networks, valid, …}]}` lines.
    Scan,
}

#[derive(Serialize)]
struct ScanOut {
    id: serde_json::Value,
    items: Vec<ItemOut>,
}

/// Spans are UTF-8 bytes of the text that came in.
#[derive(Serialize)]
struct ItemOut {
    kind: &'static str,
    value: String,
    start: usize,
    end: usize,
    networks: Vec<&'static str>,
    valid: bool,
    check: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    problem_data: BTreeMap<&'static str, ArgumentOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memo: Option<String>,
    #[serde(flatten)]
    amount: Option<AmountOut>,
    #[serde(flatten)]
    link: Option<LinkOut>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ArgumentOut {
    Number(usize),
    Text(String),
}

#[derive(Serialize)]
struct AmountOut {
    amount: String,
    ticker: String,
}

/// What the path does not name is `null`.
#[derive(Serialize)]
struct LinkOut {
    host: String,
    network: Option<&'static str>,
    chain_id: Option<u64>,
    target: Option<String>,
    target_kind: Option<&'static str>,
}

pub fn run(settings: &Settings, command: &EvidenceCommand) -> Result<()> {
    let EvidenceCommand::Scan = command;
    let options = settings.load()?.evidence.options()?;
    lines::answer("{id, text}", |input: TextIn| {
        let items = proofdesk_evidence::scan(&input.text, &options);
        ScanOut { id: input.id, items: items.into_iter().map(item_out).collect() }
    })
}

fn item_out(item: Item) -> ItemOut {
    ItemOut {
        kind: item.kind.as_str(),
        value: item.value,
        start: item.start,
        end: item.end,
        networks: item.networks.names().collect(),
        valid: item.valid,
        check: item.check.as_str(),
        problem: item.problem.as_ref().map(Problem::code),
        problem_data: item.problem.as_ref().map(problem_data).unwrap_or_default(),
        memo: item.memo,
        amount: item.amount.map(|it| AmountOut { amount: it.decimal, ticker: it.ticker }),
        link: item.link.map(|link| LinkOut {
            host: link.host,
            network: link.network.map(|network| network.as_str()),
            chain_id: link.chain_id,
            target_kind: link.target.as_ref().map(|target| target.kind.as_str()),
            target: link.target.map(|target| target.value),
        }),
    }
}

fn problem_data(problem: &Problem) -> BTreeMap<&'static str, ArgumentOut> {
    let argument = |argument| match argument {
        Argument::Number(number) => ArgumentOut::Number(number),
        Argument::Text(text) => ArgumentOut::Text(text),
    };
    problem.arguments().into_iter().map(|(name, it)| (name, argument(it))).collect()
}
