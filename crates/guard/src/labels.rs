//! The words by which people call something a private key, and those by which they call it something else.
//!
//! Eleven languages: English, Simplified and Traditional Chinese, Japanese, Korean, Russian, Spanish, Turkish,
//! Vietnamese, Arabic, and the identifiers of programs. A string of digits is judged by the nearest word before it,
//! then by the nearest after it:
//!
//! * "private key: 0x…", "0x… is my private key", `PRIVATE_KEY=…` → secret;
//! * "my private key is safe, the tx hash is 0x…" → the nearer word says hash, and it stays;
//! * "key: 0x…" → a word that can mean several things counts only directly before the digits;
//! * ".../tx/0x…" → a part of a web address, and it stays.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::kinds::is_candidate;
use crate::text::Text;

/// How far before the digits a word for a private key counts, in bytes of UTF-8 without the secrets in between.
const REACH_BEFORE: usize = 80;
/// How far behind the digits.
const REACH_AFTER: usize = 40;
/// How near another word has to stand to protect the digits, or an ambiguous one to call them a key.
const REACH_OF_OTHER: usize = 32;
const REACH_OF_AMBIGUOUS: usize = 8;

/// What a word says of the digits beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    PrivateKey,
    /// "Key", "secret", "seed": a private key or several other things.
    Ambiguous,
    /// A transaction, a hash, a signature, a public key. Not an address: on most chains it is shorter than a key, and
    /// people write "private key and address:" above both.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub start: usize,
    pub end: usize,
    pub says: Says,
}

/// Two words stand for the phrase with a space, hyphen, underscore, line break or nothing between them.
#[rustfmt::skip]
const PRIVATE_KEY: &[&[&str]] = &[
    &["private", "key"], &["priv", "key"], &["prv", "key"], &["pvt", "key"], &["privat", "key"], &["secret", "key"],
    &["signing", "key"], &["wallet", "key"], &["spend", "key"], &["private", "spend", "key"], &["private", "hex"],
    // Chinese
    &["私钥"], &["私鑰"], &["私匙"], &["秘钥"], &["秘鑰"], &["密钥"], &["密鑰"], &["私密金鑰"], &["私有金鑰"], &["私人金鑰"],
    &["私密金钥"], &["私人密碼匙"],
    // Japanese
    &["秘密鍵"], &["秘密キー"], &["プライベートキー"], &["プライベート", "キー"], &["プライベート・キー"], &["シークレットキー"],
    &["シークレット", "キー"], &["秘匿鍵"],
    // Korean
    &["개인", "키"], &["비밀", "키"], &["비공개", "키"], &["프라이빗", "키"], &["프라이빗키"], &["프라이빗", "key"], &["시크릿", "키"],
    // Russian, in its cases
    &["приватный", "ключ"], &["приватного", "ключ"], &["приватному", "ключ"], &["приватным", "ключ"],
    &["приватном", "ключ"], &["приватные", "ключ"], &["приватных", "ключ"], &["приватными", "ключ"], &["приват", "ключ"],
    &["закрытый", "ключ"], &["закрытого", "ключ"], &["закрытым", "ключ"], &["закрытому", "ключ"], &["закрытые", "ключ"],
    &["секретный", "ключ"], &["секретного", "ключ"], &["секретным", "ключ"], &["секретные", "ключ"], &["личный", "ключ"],
    &["личного", "ключ"], &["приватник"],
    // Spanish
    &["clave", "privada"], &["claves", "privadas"], &["llave", "privada"], &["llaves", "privadas"], &["clave", "secreta"],
    &["llave", "secreta"],
    // Turkish
    &["özel", "anahtar"], &["ozel", "anahtar"], &["gizli", "anahtar"], &["GİZLİ", "ANAHTAR"],
    // Vietnamese
    &["khóa", "riêng"], &["khoá", "riêng"], &["khoa", "rieng"], &["khóa", "bí mật"], &["khoá", "bí mật"],
    &["khoa", "bi mat"], &["khóa", "cá nhân"], &["khoá", "cá nhân"], &["khoa", "ca nhan"],
    // Arabic
    &["المفتاح", "الخاص"], &["مفتاح", "خاص"], &["مفتاحي", "الخاص"], &["مفتاحك", "الخاص"], &["المفتاح", "السري"],
    &["مفتاحي", "السري"], &["مفتاح", "سري"], &["المفاتيح", "الخاصة"], &["مفتاح", "المحفظة"],
];

#[rustfmt::skip]
const AMBIGUOUS: &[&[&str]] = &[
    &["key"], &["keys"], &["pk"], &["priv"], &["secret"], &["seed"], &["密码"], &["密碼"], &["金鑰"], &["鍵"], &["キー"], &["키"],
    &["ключ"], &["clave"], &["llave"], &["anahtar"], &["khóa"], &["khoá"], &["مفتاح"], &["المفتاح"], &["مفتاحي"],
];

#[rustfmt::skip]
const OTHER: &[&[&str]] = &[
    &["tx"], &["txs"], &["txn"], &["txid"], &["tx", "id"], &["tx", "hash"], &["hash"], &["transaction"], 
    &["public", "key"], &["pub", "key"], &["signature"], &["checksum"], &["sha256"], &["merkle"], 
    &["deposit", "id"], &["withdrawal", "id"], &["transfer", "id"], &["api", "key"], &["idempotency", "key"],
    &["交易"], &["哈希"], &["哈西"], &["雜湊"], &["散列"], &["公钥"], &["公鑰"], 
    &["签名"], &["簽名"], &["转账"], &["轉賬"], &["轉帳"],
    &["トランザクション"], &["ハッシュ"], &["取引"], &["公開鍵"], &["署名"],
    &["트랜잭션"], &["해시"], &["거래"], &["공개", "키"], &["서명"],
    &["хеш"], &["хэш"], &["транзакци"], &["публичный", "ключ"], &["публичного", "ключ"],
    &["открытый", "ключ"], &["открытого", "ключ"], &["подпис"],
    &["transacción"], &["transaccion"], &["clave", "pública"], &["clave", "publica"],
    &["llave", "pública"], &["llave", "publica"], &["firma"],
    &["işlem"], &["islem"], &["İŞLEM"], &["açık", "anahtar"], &["acik", "anahtar"], &["imza"],
    &["giao dịch"], &["giao dich"], &["mã băm"], &["khóa", "công khai"], &["khoá", "công khai"],
    &["المعاملة"], &["معاملة"], &["هاش"], &["التجزئة"], &["تجزئة"], &["المفتاح", "العام"], &["التوقيع"],
];

const JOINERS: [&str; 6] = [" ", "", "_", "-", "\n", "\u{A0}"];

struct Dictionary {
    search: AhoCorasick,
    says: Vec<(Says, usize)>,
}

#[expect(clippy::expect_used, reason = "the patterns are constants; a test builds the dictionary")]
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut patterns = Vec::new();
    for (says, phrases) in
        [(Says::PrivateKey, PRIVATE_KEY), (Says::Ambiguous, AMBIGUOUS), (Says::Other, OTHER)]
    {
        for phrase in phrases {
            patterns.extend(spellings(phrase).into_iter().map(|spelling| (says, spelling)));
        }
    }
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns.iter().map(|(_, spelling)| spelling))
        .expect("invariant: a few thousand short patterns fit into an automaton");
    let says = patterns.iter().map(|(says, spelling)| (*says, spelling.len())).collect();
    Dictionary { search, says }
});

/// Writes a phrase with every joiner and, as the search folds the case of ASCII only, in every case.
fn spellings(phrase: &[&str]) -> Vec<String> {
    let mut spellings = Vec::new();
    for joiner in JOINERS.into_iter().take(if phrase.len() > 1 { JOINERS.len() } else { 1 }) {
        let plain = phrase.join(joiner);
        let capitals = phrase.iter().map(|word| capitalised(word)).collect::<Vec<_>>().join(joiner);
        spellings.extend([plain.to_uppercase(), capitals, capitalised(&plain), plain]);
    }
    spellings.sort();
    spellings.dedup();
    spellings
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Finds the labels of a text, in order, none of them inside of a mask.
pub(crate) fn find(source: &str, masks: &[Range<usize>]) -> Vec<Label> {
    let mut labels = Vec::new();
    for found in DICTIONARY.search.find_iter(source) {
        let Some((says, length)) = DICTIONARY.says.get(found.pattern().as_usize()).copied() else {
            continue;
        };
        let label = Label { start: found.start(), end: found.end(), says };
        let mask = masks.get(masks.partition_point(|mask| mask.end <= label.start));
        let in_mask = mask.is_some_and(|mask| mask.start < label.end);
        if !in_mask && stands_alone(source, &label, length) {
            labels.push(label);
        }
    }
    labels
}

/// Tells whether a short Latin word stands for itself: "tx" counts in `depositTx` and `tx_id`, not in "context".
fn stands_alone(source: &str, label: &Label, length: usize) -> bool {
    let bytes = source.as_bytes();
    let first = bytes.get(label.start).copied().unwrap_or_default();
    if !first.is_ascii() || length >= 8 {
        return true;
    }
    let before =
        label.start.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or_default();
    let begins = !before.is_ascii_alphabetic()
        || (before.is_ascii_lowercase() && first.is_ascii_uppercase());
    let after = bytes.get(label.end).copied().unwrap_or_default();
    let ends = length > 4 || !after.is_ascii_lowercase() || after == b's';
    begins && ends
}

impl Text<'_> {
    /// Tells whether the words beside a string of digits or letters call it a private key.
    pub fn calls_private_key(&self, start: usize, end: usize) -> bool {
        let in_address = self.source.get(..start).is_some_and(|before| before.ends_with('/'));
        if in_address {
            return false;
        }
        self.before_calls_key(start).unwrap_or_else(|| self.after_calls_key(end))
    }

    /// What the words before it say; `None` when they say nothing.
    fn before_calls_key(&self, start: usize) -> Option<bool> {
        let labels = self.labels();
        let nearest_first =
            labels.get(..labels.partition_point(|label| label.end <= start)).unwrap_or_default();
        for label in nearest_first.iter().rev() {
            let distance = self.distance(label.end, start);
            match label.says {
                _ if distance > REACH_BEFORE => return None,
                Says::PrivateKey => return Some(true),
                Says::Ambiguous if distance <= REACH_OF_AMBIGUOUS => return Some(true),
                Says::Other if distance <= REACH_OF_OTHER => return Some(false),
                Says::Ambiguous | Says::Other => {}
            }
        }
        None
    }

    /// What the nearest word behind it says, unless that word belongs to the next string of digits.
    fn after_calls_key(&self, end: usize) -> bool {
        let labels = self.labels();
        let behind =
            labels.get(labels.partition_point(|label| label.start < end)..).unwrap_or_default();
        let mut near = behind.iter().take_while(|label| label.start - end <= REACH_AFTER);
        let Some(label) = near.find(|label| label.says != Says::Ambiguous) else { return false };
        label.says == Says::PrivateKey
            && !self.holds_secret(end, label.start)
            && !self.holds_secret(label.end, label.end.saturating_add(REACH_OF_OTHER))
    }

    /// Counts the bytes between two places without the masks and candidates in between, so that a list of keys
    /// under one heading is reached to its end, before as after some of them were masked.
    fn distance(&self, from: usize, to: usize) -> usize {
        let masked_up_to = |at: usize| {
            let before = self.secrets().partition_point(|secret| secret.end <= at).checked_sub(1);
            before.and_then(|last| self.secrets().get(last)).map_or(0, |secret| secret.total)
        };
        (to - from).saturating_sub(masked_up_to(to).saturating_sub(masked_up_to(from)))
    }

    fn holds_secret(&self, from: usize, to: usize) -> bool {
        let next = self.secrets().partition_point(|secret| secret.start < from);
        self.secrets().get(next).is_some_and(|secret| secret.start < to)
    }
}

/// A mask, or what could yet be masked by its form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Secret {
    start: usize,
    end: usize,
    /// The bytes of this one and of all before it.
    total: usize,
}

/// Gives the masks and candidates of a text in order.
pub(crate) fn secrets(text: &Text<'_>) -> Vec<Secret> {
    let candidates =
        text.keys().filter(|(_, key)| is_candidate(key)).map(|(token, _)| token.start..token.end);
    let mut ranges: Vec<_> = text.masks.iter().cloned().chain(candidates).collect();
    ranges.sort_by_key(|range| range.start);
    let mut total = 0;
    let mut secret = |range: Range<usize>| {
        total += range.len();
        Secret { start: range.start, end: range.end, total }
    };
    ranges.into_iter().map(&mut secret).collect()
}
