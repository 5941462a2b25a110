//! Writes the figures down.

use std::fmt::Write as _;

use crate::tally::{Count, Tally};

/// The tables by kind, by language and by both, and the sums; for people in columns, for documents as Markdown.
pub fn tables(half: &str, tally: &Tally, markdown: bool) -> String {
    let kinds =
        rows(&["kind", "cases", "recall", "right kind", "precision"], &tally.kinds, by_kind);
    let titles = ["language", "cases", "recall", "precision", "innocent", "alarms"];
    let languages = rows(&titles, &tally.languages, by_language);
    let mut text = String::new();
    for table in [kinds, languages, by_both(tally)] {
        text.push_str(&if markdown { as_markdown(&table) } else { in_columns(&table) });
        text.push('\n');
    }
    text + &sums(half, &tally.total)
}

fn sums(half: &str, total: &Count) -> String {
    format!(
        "{half}: recall {} of {} cases ({}), precision {}, {} alarms in {} innocent messages ({} per 1,000)\n",
        total.found,
        total.cases,
        ratio(total.found, total.cases),
        ratio(total.true_findings, total.findings),
        total.alarms,
        total.innocent,
        decimals(total.alarms * 1000, total.innocent, 2),
    )
}

type Rows = Vec<Vec<String>>;

fn rows<'a>(
    titles: &[&str],
    counts: impl IntoIterator<Item = (&'a String, &'a Count)>,
    row: fn(&Count) -> Vec<String>,
) -> Rows {
    let head = titles.iter().map(|title| (*title).to_owned()).collect();
    let body = counts.into_iter().map(|(name, count)| [vec![name.clone()], row(count)].concat());
    std::iter::once(head).chain(body).collect()
}

/// The share found of each kind in each language.
fn by_both(tally: &Tally) -> Rows {
    let languages: Vec<&String> = tally.languages.keys().collect();
    let head = std::iter::once("found".to_owned()).chain(languages.iter().map(|it| (*it).clone()));
    let body = tally.both.iter().map(|(kind, counts)| {
        let cell = |lang: &&String| {
            let count = counts.get(*lang).copied().unwrap_or_default();
            format!("{}/{}", count.found, count.cases)
        };
        std::iter::once(kind.clone()).chain(languages.iter().map(cell)).collect()
    });
    std::iter::once(head.collect()).chain(body).collect()
}

fn by_kind(count: &Count) -> Vec<String> {
    vec![
        count.cases.to_string(),
        ratio(count.found, count.cases),
        ratio(count.right_kind, count.cases),
        ratio(count.true_findings, count.findings),
    ]
}

fn by_language(count: &Count) -> Vec<String> {
    vec![
        count.cases.to_string(),
        ratio(count.found, count.cases),
        ratio(count.true_findings, count.findings),
        count.innocent.to_string(),
        count.alarms.to_string(),
    ]
}

fn ratio(part: usize, whole: usize) -> String {
    decimals(part, whole, 4)
}

/// Cut off and not rounded, so that one miss in many never reads as none; a dash when there is nothing to divide by.
fn decimals(part: usize, whole: usize, places: u32) -> String {
    let scale = 10_usize.pow(places);
    let width = usize::try_from(places).unwrap_or_default();
    match (part * scale).checked_div(whole) {
        Some(scaled) => format!("{}.{:0width$}", scaled / scale, scaled % scale),
        None => "–".to_owned(),
    }
}

fn as_markdown(rows: &Rows) -> String {
    let mut text = String::new();
    for (row, number) in rows.iter().zip(0..) {
        let _ = writeln!(text, "| {} |", row.join(" | "));
        if number == 0 {
            let _ = writeln!(text, "| --- |{}", " ---: |".repeat(row.len() - 1));
        }
    }
    text
}

fn in_columns(rows: &Rows) -> String {
    let mut text = String::new();
    for row in rows {
        let (name, cells) = row.split_first().map_or(("", [].as_slice()), |(n, c)| (n.as_str(), c));
        let cells: String = cells.iter().map(|cell| format!("{cell:>12}")).collect();
        let _ = writeln!(text, "{name:<24}{cells}");
    }
    text
}

/// One fault a line: what, which, in which layout, the text, and what became of it; line breaks as `⏎`.
pub fn misses(tally: &Tally) -> String {
    let mut text = String::new();
    for fault in &tally.faults {
        let line = |text: &str| text.replace('\n', "⏎");
        let (before, after) = (line(&fault.text), line(&fault.masked));
        let _ =
            writeln!(text, "{} {} [{}]\n  {before}\n  {after}", fault.what, fault.id, fault.layout);
    }
    text
}

/// Letters shown before and after the place of a fault.
const SHOWN: (usize, usize) = (36, 60);

/// Every fault as an item of a list, with no more of the text than tells it from the others.
pub fn misses_in_short(tally: &Tally) -> String {
    let mut text = String::new();
    for fault in &tally.faults {
        let (before, after) = fault.text.split_at_checked(fault.place).unwrap_or(("", &fault.text));
        let skipped = before.chars().count().saturating_sub(SHOWN.0);
        let shown = before.chars().skip(skipped).chain(after.chars().take(SHOWN.1));
        let shown: String = shown.map(|c| if c == '\n' { '⏎' } else { c }).collect();
        let shown = shown.replace('`', "'");
        let _ = writeln!(text, "- {} {} ({}): `{shown}`", fault.what, fault.id, fault.layout);
    }
    text
}
