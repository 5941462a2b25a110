//! Prints how often the outgoing guard is right, per language and file.
//!
//! `cargo run -p proofdesk-guard --example measure_outgoing -- [--markdown] [FILE…]` counts in the files named, each a path or
//! a name in `corpus/outgoing`, without `.jsonl`; in those of the corpus where none is. Those the model has learnt: how
//! it does on others says `--example train_outgoing -- --cross`. `-- --misses [FILE]` lists what is judged wrongly.

#[path = "../tests/outgoing/case.rs"]
mod case;

use case::{Case, read};
use proofdesk_guard::outgoing::asks;

/// What is measured when no file is named.
const CORPUS: [&str; 4] = ["tuning", "frozen", "tuning-2", "frozen-2"];
/// For figures only: counted when it is named, and never printed.
const UNREAD: &str = "frozen-3";
const LANGUAGES: [&str; 10] =
    ["en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "es", "tr", "vi", "ar"];

/// Counts of messages.
#[derive(Default)]
struct Count {
    asking: usize,
    refused: usize,
    /// Refused with the right secret named.
    named: usize,
    allowed: usize,
    refused_wrongly: usize,
}

impl Count {
    fn of<'a>(cases: impl Iterator<Item = &'a Case>) -> Count {
        let mut count = Count::default();
        for case in cases {
            count.add(case);
        }
        count
    }

    fn add(&mut self, case: &Case) {
        let refused = usize::from(!asks(&case.text).is_empty());
        if case.asks.is_some() {
            self.asking += 1;
            self.refused += refused;
            self.named += usize::from(case.holds());
        } else {
            self.allowed += 1;
            self.refused_wrongly += refused;
        }
    }

    fn cells(&self) -> [String; 7] {
        let precision = ratio(self.refused, self.refused + self.refused_wrongly);
        [
            self.asking.to_string(),
            self.refused.to_string(),
            self.named.to_string(),
            self.allowed.to_string(),
            self.refused_wrongly.to_string(),
            ratio(self.refused, self.asking),
            precision,
        ]
    }
}

/// Three decimals, cut and not rounded, so that 1.000 means all.
fn ratio(part: usize, whole: usize) -> String {
    let thousandths = (part * 1000).checked_div(whole).unwrap_or_default();
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_set = |option: &str| arguments.iter().any(|argument| argument == option);
    let named: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|name| !name.starts_with("--")).collect();
    if is_set("--misses") {
        print_misses(named.first().copied().unwrap_or("tuning"));
    } else {
        print_table(is_set("--markdown"), if named.is_empty() { &CORPUS } else { &named });
    }
}

fn print_table(markdown: bool, files: &[&str]) {
    let head =
        ["file", "lang", "asking", "refused", "named", "allowed", "wrong", "recall", "precision"];
    print_row(markdown, &head.map(str::to_owned));
    if markdown {
        print_row(markdown, &[(); 9].map(|()| "---".to_owned()));
    }
    for file in files {
        let cases = read(file);
        for language in LANGUAGES {
            let count = Count::of(cases.iter().filter(|case| case.lang == language));
            print_counted(markdown, file, language, &count);
        }
        print_counted(markdown, file, "all", &Count::of(cases.iter()));
    }
}

fn print_counted(markdown: bool, file: &str, language: &str, count: &Count) {
    let names = [file.to_owned(), language.to_owned()];
    print_row(markdown, &[names.as_slice(), count.cells().as_slice()].concat());
}

fn print_row(markdown: bool, cells: &[String]) {
    if markdown {
        println!("| {} |", cells.join(" | "));
    } else {
        println!("{}", cells.iter().map(|cell| format!("{cell:>10}")).collect::<String>());
    }
}

fn print_misses(file: &str) {
    if file == UNREAD {
        eprintln!("{file} stays unread");
        return;
    }
    for case in read(file).iter().filter(|case| !case.holds()) {
        let found: Vec<_> = asks(&case.text).iter().map(|ask| ask.wanted.as_str()).collect();
        let wanted = case.asks.as_deref().unwrap_or("nothing");
        println!("{}\tasks {wanted}\tfound {found:?}\t{:?}", case.id, case.text);
    }
}
