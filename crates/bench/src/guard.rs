//! Guard and evidence: a typical message of 2 kB, and what a kilobyte costs of texts that are made to be slow.

use std::hint::black_box;
use std::time::Duration;

use proofdesk_evidence::Options;

use crate::drive::now;
use crate::report::Line;
use crate::rows::BODY_TEXT;

/// The budget of the median, in microseconds.
const BUDGET_US: f64 = 100.0;

/// A rule that is linear costs a kilobyte as much at the second size as at the first.
const SIZES: [usize; 2] = [16_000, 1_000_000];

/// What a rule of either could be made to read again and again: runs that go on, names without a value, values without a name,
/// beginnings without an end.
const HOSTILE: [&str; 22] = [
    "abandon ",
    "abandon, ability; ",
    "1abandon 2ability ",
    "abandon the ability the ",
    "seed phrase: ",
    "private key ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\n",
    "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\n",
    "5LmxrEKGchhMuYfw6Qut6CbsvE9pVfb8YvwZKvWssSesDVjHioBCmWKSJQh1WhvcM6CpemhpHNmEMA2a36rzwTa8 ",
    "password: ",
    "code 482913 ",
    "4242 4242 4242 ",
    "0123456789",
    "-----BEGIN PRIVATE KEY-----",
    "cookie: session=",
    "{\"ciphertext\":\"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46\"",
    "助记词的一是在不了有和人这",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx ",
    "https://etherscan.io/tx/",
    "1,",
    "2026-11-02 14:05 Europe/",
    "一千个比特币半",
    "\u{200B}0\u{200B}x",
];

/// The typical message, and of either reading its worst slope.
pub fn scan() -> Vec<Line> {
    let options = Options::default();
    let guard = worst("guard-us-per-kb-1mb", |text| drop(proofdesk_guard::scan(text)));
    let evidence =
        worst("evidence-us-per-kb-1mb", |text| drop(proofdesk_evidence::scan(text, &options)));
    vec![typical(&options), guard, evidence]
}

fn typical(options: &Options) -> Line {
    let mut text = String::new();
    while text.len() < 2_000 {
        text.push_str(BODY_TEXT);
        text.push_str(" tx 0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4\n");
    }
    let mut samples = Vec::with_capacity(20_000);
    for _ in 0..20_000 {
        let begun = now();
        let scan = proofdesk_guard::scan(black_box(&text));
        black_box(proofdesk_evidence::scan(&scan.masked, options));
        samples.push(begun.elapsed());
    }
    let (p50, p99) = crate::report::percentiles(&samples);
    let mut line = Line::amount("evidence-guard-2kb", p50, BUDGET_US, "us p50");
    (line.p50, line.p99, line.n) = (p50, p99, 20_000);
    line
}

/// The text whose kilobyte gets dearest with its length: what it costs at the second size beside what it costs at the first.
fn worst(name: &str, read: impl Fn(&str)) -> Line {
    let slopes = HOSTILE.map(|piece| SIZES.map(|size| per_kilobyte(piece, size, &read)));
    let ratio = |slope: &[f64; 2]| slope.iter().rev().copied().reduce(|long, short| long / short);
    let dearest = slopes.into_iter().max_by(|a, b| {
        let (a, b) = (ratio(a).unwrap_or_default(), ratio(b).unwrap_or_default());
        a.total_cmp(&b)
    });
    let [short, long] = dearest.unwrap_or_default();
    let mut line = Line::amount(name, long, short, "us/kB");
    line.n = u64::try_from(HOSTILE.len()).unwrap_or_default();
    line
}

/// The best of three, in microseconds: the others hold what the machine did besides.
fn per_kilobyte(piece: &str, size: usize, read: impl Fn(&str)) -> f64 {
    let mut text = String::with_capacity(size + piece.len());
    while text.len() < size {
        text.push_str(piece);
    }
    let best = (0..3).map(|_| timed(|| read(black_box(&text)))).min().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let kilobytes = text.len() as f64 / 1_000.0;
    best.as_secs_f64() * 1e6 / kilobytes
}

fn timed(work: impl Fn()) -> Duration {
    let begun = now();
    work();
    begun.elapsed()
}
