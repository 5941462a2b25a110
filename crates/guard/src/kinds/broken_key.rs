//! Keys that white space has broken: copied from a narrow column or a PDF, quoted by a mail program, typed in groups, sent over
//! two lines.
//!
//! Put together they prove themselves by their checksum, or as a key pair. 64 hexadecimal digits do not, so they need words that
//! clearly name a private key before them, as two hashes in a row are common.

use std::ops::Range;

use crate::kinds::{
    Kind, Span, bip38_key, extended_key, prefixed_key, solana_keypair, stellar_secret, wif_key,
    xrp_seed,
};
use crate::labels::Named;
use crate::text::{Text, is_invisible};

/// The longest key is an extended one, of 111 characters.
const LONGEST: usize = 111;
/// Groups of four, and some.
const MOST_PIECES: usize = 32;
const SHORTEST_PIECE: usize = 4;
/// A first piece that has no letter to know it by is as long as half of a line.
const LONG_PIECE: usize = 16;
/// 64 digits; with `0x` before them, two more.
const HEX: usize = 64;
const HEX_WITH_PREFIX: usize = 66;
/// What stands between two pieces, in characters.
const WIDEST_GAP: usize = 6;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut at = 0;
    while let Some(first) = next_piece(text.source, at) {
        at = first.end;
        let Some(begins) = beginning(text.get(first.start, first.end)) else { continue };
        if let Some(span) = put_together(text, first, begins) {
            at = span.end;
            spans.push(span);
        }
    }
}

/// What a first piece can be one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// A key that proves itself, or 64 digits.
    Key,
    /// 64 digits only: it goes on in digits or not at all, which ends nearly every number of a text at the next word.
    Digits,
}

/// Gives the next run of letters and digits of ASCII.
fn next_piece(source: &str, at: usize) -> Option<Range<usize>> {
    let bytes = source.as_bytes().get(at..)?;
    let start = at + bytes.iter().position(u8::is_ascii_alphanumeric)?;
    Some(start..piece_end(source, start))
}

fn piece_end(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes().get(start..).unwrap_or_default();
    start + bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len())
}

/// The same for a piece behind another, which is looked at from each that stands before it: `None` when it is longer than any
/// key, however long that is.
fn next_end(source: &str, start: usize) -> Option<usize> {
    let bytes = source.as_bytes().get(start..).unwrap_or_default();
    let run = bytes.iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphanumeric());
    let length = run.count();
    (length <= LONGEST).then_some(start + length)
}

/// Tells whether a key could begin so: nearly every word ends here.
fn beginning(piece: &str) -> Option<Begins> {
    if piece.len() < SHORTEST_PIECE || piece.len() >= LONGEST {
        return None;
    }
    let bytes = piece.as_bytes();
    let has = |class: fn(&u8) -> bool| bytes.iter().any(class);
    let digit = has(u8::is_ascii_digit);
    let lower = has(u8::is_ascii_lowercase);
    let inner = bytes.iter().skip(1).any(u8::is_ascii_uppercase);
    // A capital or a digit inside is in no word.
    let is_mixed = lower && inner || digit && (lower || inner);
    let is_long = piece.len() >= LONG_PIECE && digit && lower && inner;
    let is_key = match bytes {
        [b'S', ..] if !lower => true,
        // Bitcoin, its test networks, Litecoin, Dogecoin, Dash; BIP-38; the XRP Ledger and Sui.
        [b'5' | b'K' | b'L' | b'9' | b'c' | b'6' | b'T' | b'Q' | b'7' | b'X' | b's', ..] => {
            is_mixed
        }
        [_, b'p' | b't', b'r' | b'p', b'v', ..] => true,
        _ => is_long,
    };
    if is_key {
        return Some(Begins::Key);
    }
    (digit && is_hex(bare(piece))).then_some(Begins::Digits)
}

fn is_hex(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The digits without what says that they are some.
fn bare(digits: &str) -> &str {
    digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")).unwrap_or(digits)
}

/// Adds piece after piece until it is a key.
fn put_together(text: &Text<'_>, first: Range<usize>, begins: Begins) -> Option<Span> {
    let mut whole = Whole { bytes: [0; LONGEST], len: 0 };
    whole.add(text.get(first.start, first.end))?;
    let mut end = first.end;
    for _ in 1..MOST_PIECES {
        let start = end + gap(text.after(end))?;
        end = next_end(text.source, start)?;
        let piece = text.get(start, end);
        if begins == Begins::Digits && !is_hex(piece) {
            return None;
        }
        whole.add(piece)?;
        // Nobody writes a hundred letters in groups of four; what is longer than these digits was broken into lines.
        if whole.len > HEX_WITH_PREFIX && first.len() < LONG_PIECE {
            return None;
        }
        let range = first.start..end;
        let is_part = first.len() < HEX - SHORTEST_PIECE && end - start < HEX - SHORTEST_PIECE;
        if let Some((kind, certain)) = judged(text, &range, whole.as_str(), is_part) {
            return Some(Span::new(kind, range, certain));
        }
    }
    None
}

/// Measures white space with at most the mark of a quoted line in it, or the hyphen or the `=` of mail with which a program broke the
/// line; `None` where something else stands.
fn gap(after: &str) -> Option<usize> {
    let (mut length, mut breaks) = (0, false);
    let is_broken = after.starts_with(['-', '=']);
    for c in after.chars().take(WIDEST_GAP) {
        let is_mark = c == '>' && breaks || length == 0 && is_broken;
        if !(c.is_whitespace() || is_invisible(c) || is_mark) {
            break;
        }
        breaks |= matches!(c, '\n' | '\r');
        length += c.len_utf8();
    }
    let goes_on = after.as_bytes().get(length).is_some_and(u8::is_ascii_alphanumeric);
    (length > 0 && goes_on && (breaks || !is_broken)).then_some(length)
}

fn judged(text: &Text<'_>, range: &Range<usize>, key: &str, is_part: bool) -> Option<(Kind, bool)> {
    let proven = |kind, proof: bool| proof.then_some((kind, true));
    let found = match key.len() {
        29..=31 => proven(Kind::XrpSeed, key.starts_with('s') && xrp_seed::has_checksum(key)),
        51 | 52 => proven(Kind::WifKey, wif_key::has_form(key) && wif_key::has_checksum(key)),
        56 => proven(
            Kind::StellarSecret,
            stellar_secret::has_form(key) && stellar_secret::has_checksum(key),
        ),
        54 | 98 => proven(Kind::WifKey, prefixed_key::is_of_tezos(key)),
        58 => proven(Kind::Bip38Key, key.starts_with("6P") && bip38_key::has_checksum(key)),
        70 => proven(Kind::WifKey, prefixed_key::is_of_sui(key)),
        87 | 88 => proven(
            Kind::SolanaKeypair,
            solana_keypair::has_form(key) && solana_keypair::is_base58_pair(key),
        ),
        111 => proven(Kind::ExtendedKey, extended_key::is_proven(key)),
        _ => None,
    };
    found.or_else(|| {
        let digits = bare(key);
        let is_hex = digits.len() == HEX && is_hex(digits);
        let named = || text.names_private_key(range.start, range.end) == Named::Clearly;
        (is_hex && is_part && named()).then_some((Kind::HexKey, true))
    })
}

/// The pieces without what stands between them.
struct Whole {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Whole {
    /// `None` when it gets longer than any key.
    fn add(&mut self, piece: &str) -> Option<()> {
        let end = self.len + piece.len();
        self.bytes.get_mut(self.len..end)?.copy_from_slice(piece.as_bytes());
        self.len = end;
        Some(())
    }

    fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const KEYS: [(&str, &str); 10] = [
        ("5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr", "⟦wif-key⟧"),
        ("L1RrrnXkcKut5DEMwtDthjwRcTTwED36thyL1DebVrKuwvohjMNi", "⟦wif-key⟧"),
        ("cTpB4YiyKiBcPxnefsDpbnDxFDffjqJob8wGCEDXxgQ7zQoMXJdH", "⟦wif-key⟧"),
        ("sEdTM1uX8pu2do5XvTnutH6HsouMaM2", "⟦xrp-seed⟧"),
        ("SCLWBBGSFM2VWKB6PTHRRZ2JVJ5UNO6INT4DELCIUDYUZBNBOS2MWBCB", "⟦stellar-secret⟧"),
        ("6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg", "⟦bip38-key⟧"),
        ("edsk2fuNzt29dPBwrTvES5JiKxLM8p4VTcKDF2oFZiwfJLEocqv1rb", "⟦wif-key⟧"),
        ("suiprivkey1qzwant3kaegmjy4qxex93s0jzvemekkjmyv3r2sjwgnv2y479pgsywhveae", "⟦wif-key⟧"),
        (
            "2NbnMNpWtdNuLBGQG9Min19qVfttYruh4DmwUmkmmZYASudRoZs8zuEWbPvcPxUMQfJtLBx2Pm87nWpWhk3TZwc8",
            "⟦solana-keypair⟧",
        ),
        (
            "xprv9s21ZrQH143K24Mfq5zL5MhWK9hUhhGbd45hLXo2Pq2oqzMMo63oStZzF93Y5wvzdUayhgkkFoicQZcP3y52uPPxFnfoLZB21Teqt1VvEHx",
            "⟦extended-private-key⟧",
        ),
    ];
    const HEX: &str = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

    /// The key in pieces of so many characters with this between them.
    fn pieces(key: &str, of: usize, with: &str) -> String {
        let letters: Vec<char> = key.chars().collect();
        letters.chunks(of).map(String::from_iter).collect::<Vec<_>>().join(with)
    }

    #[test]
    fn keys_are_found_over_lines_and_spaces() {
        for (key, mask) in KEYS {
            for (of, with) in [
                (key.len().div_ceil(2), "\n"),
                (key.len().div_ceil(2), "\r\n> "),
                (key.len().div_ceil(3), " "),
                (20, "\u{3000}"),
                (16, "\n"),
                (20, "-\n"),
                (20, "=\r\n"),
            ] {
                let text = pieces(key, of, with);
                let scan = scan(&format!("it is {text} ok"));
                assert_eq!(scan.masked, format!("it is {mask} ok"), "{text}");
                assert!(scan.findings.iter().all(|finding| finding.certain), "{text}");
            }
        }
    }

    #[test]
    fn digits_are_found_behind_a_clear_name_only() {
        for (of, with) in [(32, "\n"), (32, " "), (16, " "), (8, " "), (4, " "), (32, "-\n")] {
            let text = pieces(HEX, of, with);
            let masked = |before: &str| scan(&format!("{before}{text}")).masked;
            for name in ["private key: ", "我的私钥：", "закрытый ключ ", "khóa riêng tư: "]
            {
                assert_eq!(masked(name), format!("{name}⟦hex-private-key⟧"), "{text}");
            }
            assert_eq!(masked("tx hash: "), format!("tx hash: {text}"));
        }
        // Two hashes are two hashes.
        let two = format!("{HEX}\n{HEX}");
        assert_eq!(scan(&format!("tx hashes: {two}")).masked, format!("tx hashes: {two}"));
    }

    #[test]
    fn what_is_no_key_stays() {
        for text in [
            "5Kd3NBUAdUnhyzenEwVLy9pBKxSwXv E9FMPyR4UKZvpe6E3AgLz",
            "bc1qw508d6qejxtdg4y5r3zar\nvary0c5xw7kv8f3t4",
            "TR7NHqjeKQxGTCi8q8Z Y4pL8otSzgjLj6t",
            "SEND THE MONEY BACK TO ME NOW PLEASE, SUPPORT TEAM OF THE EXCHANGE",
            "GA7QYNF7SOWQ3GLR2BGMZEHXAVIR ZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
            "private key lost? Order ids 10293847 56473829 10293847 56473829",
            "my private key is safe, the numbers are 2024 1130 1203 1204 1205 1206",
            "tx b9ae2e808fe8e57171f303ad8f6e3fd1-\n7d949b0bfc7b4db6e8e30a71cc517d7e",
            "order OD-2026-1130-5Kd3NBUAdUnhyzenEwVLy9pB",
            "https://a.example/tx/5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UK",
            "0f8fad5b-d9cb-469f-a165-70867728950e 0f8fad5b-d9cb-469f-a165-70867728950e",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
