//! Measures the guard: `cargo run --release -p proofdesk-guard --example speed`.
//!
//! Prints the median and the 99th percentile for a typical message of 2 kB, and what a kilobyte of hostile text costs
//! at 1 kB, 10 kB, 100 kB and 1 MB: figures in a row that stay alike are a linear rule.

use std::hint::black_box;
use std::time::{Duration, Instant};

use proofdesk_guard::guess::training::rules;
use proofdesk_guard::outgoing::asks;
use proofdesk_guard::{prepare, scan};

const SAMPLES: usize = 20_000;
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

const TYPICAL: [(&str, &str); 4] = [
    (
        "typical, English",
        "Hello, I sent 1,250.50 USDT from my other wallet two days ago and it has not arrived. The tx is \
         0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4, block 19000000, my UID is 48291304. I \
         entered the verification code but the page says error 50113. Please check my account.\n",
    ),
    (
        "typical, Chinese",
        "您好，我两天前从另一个钱包充值了1250.50 USDT，一直没有到账。交易哈希是\
         4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4，区块高度19000000，我的UID是48291304。验证码输入以后提示错误，请帮我查一下账户。\n",
    ),
    (
        "typical, Russian",
        "Здравствуйте, два дня назад я отправил 1250.50 USDT с другого кошелька, и деньги до сих пор не пришли. Хеш \
         транзакции 4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4, мой UID 48291304. Проверьте счёт.\n",
    ),
    (
        "with a phrase",
        "my words: wild father tree among universe such mobile favorite target dynamic credit identify\n",
    ),
];

const HOSTILE: [&str; 14] = [
    "abandon ",
    "abandon, ability; ",
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
];

fn main() {
    let first = once(|| asks("the first call builds its automaton"));
    println!("first call of the outgoing guard {:>10.1} us", micros(first));
    println!("the other dictionaries           {:>10.1} us", micros(once(prepare)));
    let prepared = once(|| asks("the first call builds its automaton"));
    println!("the same call, prepared          {:>10.1} us\n", micros(prepared));
    println!("{:<28} {:>10} {:>10}", "2 kB", "p50 us", "p99 us");
    for (name, text) in TYPICAL {
        let text = filled(text, 2_000);
        print_percentiles(name, percentiles(|| scan(black_box(&text))));
        print_percentiles("  by the rules alone", percentiles(|| rules(black_box(&text))));
        print_percentiles("  what it asks for", percentiles(|| asks(black_box(&text))));
    }
    println!("\n{:<28} us per kB at {SIZES:?} bytes", "hostile");
    for piece in HOSTILE {
        let costs = SIZES.map(|size| {
            format!("{:>9.1}", micros(fastest(&filled(piece, size))) / kilobytes(size))
        });
        println!(
            "{:<28} {}",
            piece.chars().take(26).collect::<String>().replace('\n', " "),
            costs.concat()
        );
    }
}

fn print_percentiles(name: &str, (p50, p99): (Duration, Duration)) {
    println!("{name:<28} {:>10.1} {:>10.1}", micros(p50), micros(p99));
}

fn filled(piece: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + piece.len());
    while text.len() < size {
        text.push_str(piece);
    }
    text
}

fn percentiles<T>(work: impl Fn() -> T) -> (Duration, Duration) {
    let mut samples: Vec<Duration> = (0..SAMPLES).map(|_| once(&work)).collect();
    samples.sort();
    let at = |place: usize| samples.get(place).copied().unwrap_or_default();
    (at(SAMPLES / 2), at(SAMPLES * 99 / 100))
}

/// The best of three: the others hold what the machine did besides.
fn fastest(text: &str) -> Duration {
    (0..3).map(|_| once(|| scan(black_box(text)))).min().unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "an example that measures reads the clock")]
fn once<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    black_box(work());
    begun.elapsed()
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn kilobytes(size: usize) -> f64 {
    f64::from(u32::try_from(size).unwrap_or(u32::MAX)) / 1e3
}
