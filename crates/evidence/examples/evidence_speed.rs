//! Measures the scan: a typical message of 2 kB, and hostile texts from 1 kB to 1 MB. Build it for release:
//! `cargo run --release -p proofdesk-evidence --example evidence_speed`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use proofdesk_evidence::{Options, scan};

const TYPICAL: &str = "Hello support team, yesterday (2026-11-02 14:03 UTC+8) I withdrew 1,250.50 USDT from my account and \
    it has not arrived. I used the TRC20 network, the transaction is b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e \
    and the address is TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp. You can see it here: \
    https://tronscan.org/#/transaction/b9ae2e808fe8e57171f303ad8f6e3fd17d949b0bfc7b4db6e8e30a71cc517d7e. My UID is \
    AB12cd34EF56gh78 and the order number OD-20261102-1187. I have waited for 24 hours, tried to write in the chat twice, and \
    nobody could tell me where the money is. ";
const PROSE: &str = "The agent told me that the block was confirmed and that I should wait until the wallet is updated, which \
    I did, but after several hours the balance is still the same as it was before, so please check what happened. ";

fn main() {
    let typical = format!("{TYPICAL}{}", PROSE.repeat(8)).chars().take(2_048).collect::<String>();
    let chinese =
        "您好，我昨天提了一千U到币安，走的波场，到现在还没到账，麻烦帮我查一下，谢谢。".repeat(18);
    for (name, text) in [("typical", &typical), ("prose", &PROSE.repeat(9)), ("chinese", &chinese)]
    {
        let mut times: Vec<_> = (0..20_000).map(|_| time(text)).collect();
        times.sort_unstable();
        let at = |share: usize| times.get(times.len() * share / 1_000).copied().unwrap_or_default();
        println!(
            "{name:<10} {:>6} B  median {:?}  p99 {:?}  p99.9 {:?}",
            text.len(),
            at(500),
            at(990),
            at(999)
        );
    }
    let broken = "I sent it to 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz yesterday.";
    let best = (0..200).map(|_| time(broken)).min().unwrap_or_default();
    println!("one broken base58 address: {best:?}");
    for (name, piece) in hostile() {
        print!("{name:<26}");
        for size in [1_000, 10_000, 100_000, 1_000_000] {
            let text: String = piece
                .chars()
                .cycle()
                .take(size / piece.chars().next().map_or(1, char::len_utf8))
                .collect();
            let best = (0..3).map(|_| time(&text)).min().unwrap_or_default();
            let bytes = u128::try_from(text.len()).unwrap_or(1);
            print!("{:>7} ps/B", best.as_nanos() * 1_000 / bytes);
        }
        println!();
    }
}

fn time(text: &str) -> Duration {
    #[expect(clippy::disallowed_methods, reason = "an example that measures reads the clock")]
    let start = Instant::now();
    black_box(scan(black_box(text), &Options::default()));
    start.elapsed()
}

fn hostile() -> Vec<(&'static str, &'static str)> {
    vec![
        ("one letter", "a"),
        ("one digit", "1"),
        ("zero width", "\u{200B}"),
        ("hex words", "deadbeef1 "),
        ("0x pieces", "0xab12 "),
        ("base58 wall", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"),
        ("broken bitcoin addresses", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz "),
        ("broken bech32 addresses", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 "),
        ("solana addresses", "2gVkYWexTHR5Hb2aLeQN3tnngvWzisFKXDUPrgMHpdST "),
        ("broken eip55", "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed "),
        ("dots", "a."),
        ("numbers", "1 "),
        ("grouped numbers", "1,234 "),
        ("tickers", "usdt "),
        ("ellipses", "T1aB...aB1c "),
        ("links", "https://etherscan.io/tx/1 "),
        ("imitations", "etherscam.io/a "),
        ("unknown hosts", "http://a.bc/ "),
        ("labels", "uid "),
        ("dates", "2026-11-02 "),
        ("cyrillic twins", "аaбb"),
        ("chinese numerals", "一千"),
        ("hyphens", "a-"),
        ("schemes", "http://"),
        ("userinfo", "http://a@"),
        ("tags and addresses", "tag 1 rJHMeqKu8Ep7Fazx8MQG6JunaafBXz93YQ "),
    ]
}
