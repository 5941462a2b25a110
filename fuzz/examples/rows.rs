//! Repeats rows of a few words of a dictionary and tells which cost most: a rule that is quadratic or dear in a short piece is
//! found so in minutes, where a target has to come upon the piece and then upon repeating it.
//!
//! `cargo run --release --example rows -- guard_scan 40000 1`, in `fuzz/` and after `seeds`: for which target, how many rows, and
//! the number from which they are made.

use std::env;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use cpu_time::ThreadTime;
use proofdesk_evidence::Options;

/// A row is repeated to both lengths: what is quadratic costs more a byte in the second.
const SHORT: usize = 4 * 1024;
const LONG: usize = 32 * 1024;
const MOST_WORDS: usize = 6;
/// So many of the dearest are printed.
const PRINTED: usize = 25;
/// What stands between words; each is as likely as a word of forty.
const BETWEEN: [&str; 20] = [
    "",
    " ",
    "\n",
    ":",
    "=",
    ": \"",
    ".",
    "-",
    ",",
    "|",
    "\t",
    "_",
    "/",
    "1",
    "a",
    "é",
    "的",
    "п",
    "\u{200B}",
    "⟦password⟧",
];

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [target, count, seed] = arguments.as_slice() else { bail!("target, count, seed") };
    let read: fn(&str) = match target.as_str() {
        "guard_scan" => |text| drop(proofdesk_guard::scan(text)),
        "guard_outgoing" => |text| drop(proofdesk_guard::outgoing::asks(text)),
        _ => |text| drop(proofdesk_evidence::scan(text, &Options::default())),
    };
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let dictionary = corpus.join(format!("{target}.dict"));
    let dictionary =
        fs::read_to_string(&dictionary).with_context(|| dictionary.display().to_string())?;
    let mut words: Vec<String> = dictionary.lines().filter_map(word).collect();
    let share = words.len() / 40 + 1;
    words.extend(BETWEEN.iter().flat_map(|it| vec![(*it).to_owned(); share]));
    let mut seed: u64 = seed.parse()?;
    let mut next = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or_default() % limit
    };
    // The tables are built before anything is measured.
    read("password: abandon");
    let mut dearest = Vec::new();
    for _ in 0..count.parse()? {
        let row: String = (0..=next(MOST_WORDS)).map(|_| &*words[next(words.len())]).collect();
        if !row.is_empty() {
            dearest.push((cost(read, &row, LONG), row));
        }
    }
    dearest.sort_by(|one, other| other.0.cmp(&one.0));
    println!("ns a byte, in 4 KiB and in 32 KiB");
    for (long, row) in dearest.iter().take(PRINTED) {
        println!("{:8} {:8} {row:?}", cost(read, row, SHORT).as_nanos(), long.as_nanos());
    }
    Ok(())
}

/// Gives what a byte of the repeated row costs, of the time of this thread.
fn cost(read: fn(&str), row: &str, length: usize) -> Duration {
    let text = row.repeat((length / row.len()).max(1));
    let start = ThreadTime::now();
    read(&text);
    start.elapsed() / u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Reads a line of a dictionary, as `seeds` writes it: the word in quotation marks, with `\xAB` for what is not plain.
fn word(line: &str) -> Option<String> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?.as_bytes();
    let mut bytes = Vec::new();
    while let Some((first, behind)) = rest.split_first() {
        let (byte, behind) = match (first, behind) {
            (b'\\', [b'x', high, low, behind @ ..]) => {
                let code = [*high, *low];
                (u8::from_str_radix(str::from_utf8(&code).ok()?, 16).ok()?, behind)
            }
            (b'\\', [escaped, behind @ ..]) => (*escaped, behind),
            _ => (*first, behind),
        };
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8(bytes).ok()
}
