//! What in a text could be a secret that only words give away: strings that are no ordinary words, by their form alone.

use std::ops::Range;

use crate::script::{self, Script};
use crate::survey::Ranges;
use crate::text::Text;

/// What a string looks like, which decides what it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// Four to eight digits, in one piece or in groups.
    Digits,
    /// A string as people make up and remember.
    Short,
    /// Base32 of sixteen characters and more, in one piece or in groups.
    Base32,
    /// 64 or 128 hexadecimal digits.
    Hex,
    /// A longer string that nobody remembers.
    Long,
}

impl Form {
    /// Every form, in order.
    pub const ALL: [Form; 5] = [Form::Digits, Form::Short, Form::Base32, Form::Hex, Form::Long];

    /// Gives its place among all.
    pub fn number(self) -> usize {
        Form::ALL.iter().position(|form| *form == self).unwrap_or_default()
    }
}

/// A string that could be a secret, in bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// What it looks like.
    pub form: Form,
}

/// Fewer characters are no secret.
const SHORTEST: usize = 4;
/// More are a file.
const LONGEST: usize = 140;
/// From here on nobody remembers it.
const LONG: usize = 20;
const BASE32: usize = 16;
const CODE: std::ops::RangeInclusive<usize> = 4..=8;
/// How many digits or letters a group of a code or of Base32 has.
const GROUP: usize = 4;
const FEWEST_GROUPS: usize = 4;
/// What stands around a value and is mostly no part of it.
const BEFORE: &str = "*-=:/.→~#@&+?!_";
const BEHIND: &str = ".:=?/-~&";
/// What a value that is no secret begins with: a digest, bytes of a picture, an extended public key.
const PUBLIC: [&str; 8] = ["sha256:", "data:", "xpub", "ypub", "zpub", "tpub", "upub", "vpub"];
/// What the name of a file ends with.
const FILES: [&str; 18] = [
    ".xlsx", ".xls", ".pdf", ".png", ".jpg", ".jpeg", ".csv", ".zip", ".apk", ".exe", ".doc",
    ".docx", ".txt", ".json", ".html", ".mp4", ".heic", ".dmg",
];
/// The letters of an address of TON, which is Base64 for addresses of the web.
const TON: usize = 48;
/// The letters of 32 bytes in Base64.
const DIGEST: usize = 44;
const METHODS: [&str; 12] = [
    "secp256k1",
    "ed25519",
    "sha256",
    "sha512",
    "sha-256",
    "sha-512",
    "hmac-sha256",
    "hmac-sha512",
    "hmacsha256",
    "hmac_sha256",
    "base64",
    "base32",
];
/// The letters of a public key of Stellar, and of an address of Algorand.
const PUBLIC_KEYS: [usize; 2] = [56, 58];
/// The letters of web addresses' endings are a part of one, and no value.
const ENDINGS: [&str; 16] = [
    "com", "net", "org", "io", "ru", "vn", "tr", "jp", "kr", "cn", "tw", "es", "mx", "app", "xyz",
    "me",
];

/// Digits of Chinese, as people write down what was read out to them.
fn is_han_digit(c: char) -> bool {
    c > '\u{3000}'
        && matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// Gives the candidates of a text, in order, none in a mask.
pub(super) fn find(text: &Text<'_>) -> Vec<Candidate> {
    let pieces = pieces(text);
    let mut found: Vec<Candidate> = Vec::new();
    let is_name = |range: &Range<usize>| is_name_of_field(text, range);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let rest = pieces.get(at..).unwrap_or_default();
        if let Some((count, candidate)) = grouped(text.source, rest) {
            found.push(candidate);
            at += count;
            continue;
        }
        at += 1;
        if let Some(form) = form(text.source, piece).filter(|_| !is_name(piece)) {
            found.push(Candidate { start: piece.start, end: piece.end, form });
        }
    }
    found
}

/// Tells whether it is the name of a field: `api_secret`, `apiPassphrase`.
fn is_name_of_field(text: &Text<'_>, range: &Range<usize>) -> bool {
    let value = text.get(range.start, range.end);
    let is_plain = value.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-'));
    let at = text.labels().partition_point(|label| label.end <= range.start);
    let labels = text.labels().get(at..).unwrap_or_default().iter();
    let inside = labels.take_while(|label| label.start < range.end);
    is_plain && inside.map(|label| label.end - label.start).sum::<usize>() * 2 >= value.len()
}

/// Cuts the visible characters of a text into what could be values, and leaves out plain words.
fn pieces(text: &Text<'_>) -> Ranges<32> {
    let mut pieces = Ranges::new();
    let mut open: Option<Piece> = None;
    let mut masks = text.masks.iter().peekable();
    let mut last = ' ';
    for (at, c) in text.source.char_indices() {
        while masks.next_if(|mask| mask.end <= at).is_some() {}
        let masked = masks.peek().is_some_and(|mask| mask.start <= at);
        let is_han = is_han_digit(c);
        let is_part = !masked && (is_han || is_visible(c));
        if let Some(piece) = open.take_if(|piece| !is_part || piece.is_han != is_han)
            && let Some(piece) = piece.closed(text.source, at)
        {
            pieces.push(piece);
        }
        if is_part {
            let piece = open.get_or_insert_with(|| Piece::new(at, is_han, shows(last)));
            piece.push(c);
        }
        if c != ' ' {
            last = c;
        }
    }
    pieces.extend(open.and_then(|piece| piece.closed(text.source, text.source.len())));
    pieces
}

/// A run of visible characters.
#[derive(Clone, Copy)]
struct Piece {
    start: usize,
    is_han: bool,
    /// It has what a plain word has not: digits, signs, a capital inside; or it is shown as a value is.
    is_odd: bool,
    letters: usize,
    was_small: bool,
}

impl Piece {
    fn new(start: usize, is_han: bool, is_odd: bool) -> Piece {
        Piece { start, is_han, is_odd: is_odd || is_han, letters: 0, was_small: false }
    }

    fn push(&mut self, c: char) {
        let is_small = matches!(c, 'a'..='z' | 'а'..='я') || c > '\u{7F}' && c.is_lowercase();
        let is_capital = !is_small && (c.is_ascii_uppercase() || c > '\u{7F}' && c.is_uppercase());
        let is_plain = is_small || is_capital || c > '\u{7F}' && c.is_alphabetic();
        self.is_odd |= !is_plain || self.was_small && is_capital;
        self.was_small = is_small;
        self.letters += 1;
    }

    fn closed(self, source: &str, end: usize) -> Option<Range<usize>> {
        // Keys in capitals have no digits at times, and a group of one never has to.
        let is_kept = self.is_odd || self.letters >= BASE32 || self.letters == GROUP;
        is_kept.then(|| trimmed(source, self.start..end)).flatten()
    }
}

fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_graphic() && !is_cut(c);
    }
    matches!(script::of(c), Some(Script::Latin | Script::Cyrillic)) || script::is_mark(c)
}

/// Tells whether it ends a value inside of a run of visible characters.
fn is_cut(c: char) -> bool {
    matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '`' | '|' | '\'')
}

/// Tells whether a sign shows that a value follows.
fn shows(c: char) -> bool {
    matches!(c, ':' | '：' | '=' | '→' | '"' | '“' | '「' | '『' | '«' | '‘' | '\'' | '`')
}

/// Takes off what stands around a value, and the name before a sign: `pass:…`, `secret=…`.
fn trimmed(source: &str, range: Range<usize>) -> Option<Range<usize>> {
    let whole = source.get(range.clone())?;
    if whole.contains(':') && whole.contains("://") || whole.starts_with("www.") {
        return None;
    }
    let mut start = range.start;
    if let Some(sign) = whole.find([':', '='])
        && whole.get(..sign).is_some_and(is_name)
    {
        start += sign + 1;
    }
    let value = source.get(start..range.end)?;
    let left = value.trim_start_matches(|c| BEFORE.contains(c));
    start = range.end - left.len();
    // Base64 ends in signs that are a part of it.
    let value = if left.len() >= LONG && left.ends_with('=') {
        left
    } else {
        left.trim_end_matches(|c| BEHIND.contains(c))
    };
    (!value.is_empty()).then(|| start..start + value.len())
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '_' | '-'))
}

/// Tells whether it is an address of mail or of the web: letters around an at sign and a point.
fn is_address(value: &str) -> bool {
    let Some((before, ending)) = value.rsplit_once('.') else { return false };
    let host = before.rsplit_once('@').map(|(_, host)| host);
    let is_word = ending.len() >= 2 && ending.chars().all(|c| c.is_ascii_lowercase());
    is_word
        && (host.is_some_and(|host| {
            host.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
        }) || ENDINGS.contains(&ending)
            && before.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
}

/// Tells whether a string is a part of a path or the name of a file, or says itself that it is no secret.
fn is_public(before: &str, value: &str) -> bool {
    let mut chars = value.chars();
    let is_path = chars.next().is_some_and(char::is_alphanumeric) && chars.next() == Some('/');
    let begins = |start: &str| {
        value.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let ends = |end: &str| {
        let from = value.len().checked_sub(end.len()).and_then(|from| value.get(from..));
        from.is_some_and(|rest| rest.eq_ignore_ascii_case(end))
    };
    is_path
        || value.len() == TON && (value.starts_with("UQ") || value.starts_with("EQ"))
        || before.ends_with('/')
        || before.ends_with("base64,")
        || PUBLIC.iter().any(|start| begins(start))
        || FILES.iter().any(|end| ends(end))
}

/// Tells whether it is the sum of HMAC-SHA-256 in Base64, which people show beside their question about signatures, or the name
/// of a method.
fn is_digest(value: &str) -> bool {
    let is_sum = value.len() == DIGEST && value.ends_with('=') && !value.ends_with("==");
    is_sum || METHODS.iter().any(|method| value.eq_ignore_ascii_case(method))
}

/// How far before a number the word stands that calls it the number of an account.
const UID_REACH: usize = 40;

/// Tells whether a string is cited and not given: a hash that is cut short, the name of an account, a UID.
fn is_cited(source: &str, range: &Range<usize>, value: &str) -> bool {
    let (before, behind) = (source.get(..range.start), source.get(range.end..));
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    let is_cut = behind.starts_with(['…', '⋯']) || behind.starts_with("...");
    let is_hex = value.bytes().all(|b| b.is_ascii_hexdigit());
    let small = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.');
    let handle = value.strip_prefix('@').or_else(|| before.ends_with('@').then_some(value));
    let is_handle = handle.is_some_and(|name| name.bytes().all(small));
    is_cut && is_hex || is_handle || is_reference(value) || is_timed(value) || is_uid(before, value)
}

/// Tells whether it is the number of a ticket or a case: `LS-KWM2GE`, `PD-4RMZ-FVYW-G`.
fn is_reference(value: &str) -> bool {
    let Some((start, rest)) = value.split_once('-') else { return false };
    let is_upper = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
    (2..=4).contains(&start.len())
        && start.bytes().all(|b| b.is_ascii_uppercase())
        && (4..=12).contains(&rest.len())
        && rest.bytes().all(is_upper)
}

/// Tells whether a time of day stands at its end, as in `150.18 TON17:38`.
fn is_timed(value: &str) -> bool {
    let Some((before, minutes)) = value.rsplit_once(':') else { return false };
    let is_two = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    let hours = before.len().checked_sub(2).and_then(|at| before.get(at..));
    is_two(minutes) && hours.is_some_and(is_two)
}

/// Tells whether the word UID stands before it, with words and no other number between.
fn is_uid(before: &str, value: &str) -> bool {
    if !value.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        return false;
    }
    let from = before.char_indices().rev().nth(UID_REACH).map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or_default();
    let word = near.as_bytes().windows(3).rposition(|three| three.eq_ignore_ascii_case(b"UID"));
    let between = word.and_then(|at| near.get(at + 3..));
    between.is_some_and(|text| !text.chars().any(|c| script::digit(c).is_some()))
}

/// What a string is made of.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Made {
    pub length: usize,
    pub digits: usize,
    pub upper: usize,
    pub lower: usize,
    pub signs: usize,
    /// A capital behind a small letter: "BratDva", not "Brat".
    pub is_mixed: bool,
}

pub(super) fn made(value: &str) -> Made {
    let mut made = Made::default();
    let mut small = false;
    for c in value.chars() {
        made.length += 1;
        if script::digit(c).is_some() || is_han_digit(c) {
            made.digits += 1;
        } else if c.is_uppercase() {
            made.upper += 1;
            made.is_mixed |= small;
        } else if c.is_alphabetic() {
            made.lower += 1;
        } else {
            made.signs += 1;
        }
        small = c.is_lowercase();
    }
    made
}

fn form(source: &str, range: &Range<usize>) -> Option<Form> {
    let value = source.get(range.clone())?;
    let made = made(value);
    // "Welcome, Burak!" ends a sentence.
    let signs = made.signs - usize::from(value.ends_with('!') && made.signs == 1);
    let is_word = made.digits + signs == 0 && !made.is_mixed && made.length < BASE32;
    if !(SHORTEST..=LONGEST).contains(&made.length)
        || is_word && !is_shown(source, range)
        || is_cited(source, range, value)
        || is_address(value)
        || is_public(source.get(..range.start)?, value)
        || is_digest(value)
    {
        return None;
    }
    let letters = made.upper + made.lower;
    if letters == 0 {
        if source.get(..range.start)?.ends_with('#') {
            return None;
        }
        let is_code = made.digits == made.length && CODE.contains(&made.digits);
        let is_signed = made.signs > 0
            && made.digits >= SHORTEST
            && value.contains(|c| "-#!@*_".contains(c))
            && !value.contains(['/', '.', ':', '%', '+', ','])
            && !is_date(value);
        return match (is_code, is_signed) {
            (true, _) => Some(Form::Digits),
            (_, true) if CODE.contains(&made.digits) && value.contains('-') => Some(Form::Digits),
            (_, true) => Some(Form::Short),
            _ => None,
        };
    }
    let hex = value.strip_prefix("0x").unwrap_or(value);
    if hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        match hex.len() {
            // A hash has the same form, and is what people write to us most: their threshold is high.
            64 | 128 => return Some(Form::Hex),
            _ if value.len() > hex.len() => return None,
            _ => {}
        }
    }
    if made.length >= BASE32 && is_base32(value) {
        let is_key = made.lower == 0 && PUBLIC_KEYS.contains(&made.length);
        return (!is_key).then_some(Form::Base32);
    }
    if made.length >= LONG {
        return (made.digits > 0 || made.is_mixed).then_some(Form::Long);
    }
    let is_amount = value.starts_with(|c: char| script::digit(c).is_some())
        && value.trim_end_matches(char::is_alphabetic).chars().all(|c| {
            script::digit(c).is_some() || matches!(c, '.' | ',' | '/' | ':' | '%' | '$' | '-')
        })
        && made.digits <= SHORTEST;
    let is_made = made.digits > 0 || made.is_mixed || inner_sign(value);
    ((is_made && !is_amount) || is_shown(source, range)).then_some(Form::Short)
}

/// Tells whether it is a day: "2024-01-31".
fn is_date(value: &str) -> bool {
    value.split('-').map(str::len).eq([4, 2, 2]) && value.starts_with(['1', '2'])
}

/// Tells whether a sign stands between letters that joins no words: "moon#rise", and not "e-mail".
fn inner_sign(value: &str) -> bool {
    value.contains(|c| "!#$%^&*_@+.".contains(c)) && !value.ends_with("...")
}

fn is_base32(value: &str) -> bool {
    let is_digit = |b: u8| matches!(b, b'2'..=b'7');
    let upper = value.bytes().all(|b| b.is_ascii_uppercase() || is_digit(b));
    let lower = value.bytes().all(|b| b.is_ascii_lowercase() || is_digit(b));
    upper || lower && value.bytes().any(is_digit)
}

/// Tells whether a word stands as a value does: in quotation marks, or behind a sign that shows it.
fn is_shown(source: &str, range: &Range<usize>) -> bool {
    let before = source.get(..range.start).unwrap_or_default().trim_end_matches(' ');
    let Some(last) = before.chars().next_back() else { return false };
    shows(last) && source.get(range.clone()).is_some_and(|word| word.is_ascii())
}

/// Gives what several pieces are together, and how many they are: "123 456", "jbsw y3dp ehpk 3pxp".
fn grouped(source: &str, pieces: &[Range<usize>]) -> Option<(usize, Candidate)> {
    let first = pieces.first()?;
    let word = |piece: &Range<usize>| source.get(piece.clone()).unwrap_or_default();
    let joined = |two: &[Range<usize>]| match two {
        [one, two] => source
            .get(one.end..two.start)
            .is_some_and(|gap| matches!(gap, " " | "-" | "\u{A0}" | " - ")),
        _ => false,
    };
    let run = 1 + pieces.windows(2).take(LONGEST / GROUP).take_while(|two| joined(two)).count();
    let of = |is_part: &dyn Fn(&str) -> bool| {
        pieces.iter().take(run).take_while(|piece| is_part(word(piece))).count()
    };
    let candidate = |count: usize, form: Form| {
        let last = pieces.get(count - 1)?;
        Some((count, Candidate { start: first.start, end: last.end, form }))
    };
    let is_digits = |word: &str| {
        word.chars().count() <= GROUP && word.chars().all(|c| script::digit(c).is_some())
    };
    let count = of(&is_digits);
    let digits: usize = pieces.iter().take(count).map(|piece| word(piece).chars().count()).sum();
    let alike = |one: &str| one.chars().count() == word(first).chars().count();
    if count > 1
        && CODE.contains(&digits)
        && pieces.iter().take(count).all(|piece| alike(word(piece)))
    {
        return candidate(count, Form::Digits);
    }
    let count =
        of(&|word: &str| word.len() == GROUP && word.bytes().all(|b| b.is_ascii_alphanumeric()));
    if count < FEWEST_GROUPS {
        return None;
    }
    let text: String = pieces.iter().take(count).map(word).collect();
    (is_base32(&text) && text.bytes().any(|b| b.is_ascii_digit()))
        .then(|| candidate(count, Form::Base32))
        .flatten()
}
