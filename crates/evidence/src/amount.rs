//! Numbers with tickers: "0.5 btc", "1.250,50 USDT", "一千U", "50k usdt", "USDT 500", "$500".

pub(crate) mod coins;
pub(crate) mod number;
pub(crate) mod tickers;

use crate::amount::number::Number;
use crate::amount::tickers::Ticker;
use crate::cursor::Cursor;
use crate::item::Amount;
use crate::lexer::Token;
use crate::options::Options;

/// An amount and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    pub start: usize,
    pub end: usize,
    pub amount: Amount,
}

impl Counted {
    fn new(start: usize, end: usize, number: Number, ticker: &str) -> Self {
        let ticker = ticker.to_ascii_uppercase();
        Self { start, end, amount: Amount { decimal: number.into_decimal(), ticker } }
    }
}

/// Words behind a number that multiply it, with their zeroes. Longer ones first.
#[rustfmt::skip]
const MULTIPLIERS: &[(&str, usize)] = &[
    ("百万", 6), ("百萬", 6), ("千万", 7), ("千萬", 7), ("万", 4), ("萬", 4), ("亿", 8), ("億", 8), ("千", 3), ("百", 2),
    ("백만", 6), ("천만", 7), ("만", 4), ("천", 3), ("억", 8),
    ("тысяч", 3), ("тыс.", 3), ("тыс", 3), ("к", 3), ("млн", 6), ("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("ألف", 3), ("مليون", 6),
    ("million", 6), ("thousand", 3), ("mil", 3), ("bin", 3), ("mln", 6), ("mn", 6), ("k", 3), ("m", 6),
];

/// Words between a number and what it counts.
const COUNTERS: &[&str] = &["个", "個", "枚", "개", "刀"];

/// Signs of money that mean one currency wherever they stand.
const SIGNS: &[(char, &str)] = &[
    ('$', "USD"),
    ('＄', "USD"),
    ('€', "EUR"),
    ('£', "GBP"),
    ('₩', "KRW"),
    ('₽', "RUB"),
    ('₺', "TRY"),
    ('₫', "VND"),
    ('₹', "INR"),
    ('₮', "USDT"),
    ('₿', "BTC"),
];

/// Reads an amount that begins with the digits of this token.
pub(crate) fn from_digits(text: &str, token: Token, options: &Options) -> Option<Counted> {
    let mut cursor = Cursor::new(text, token.start);
    let before = text.get(..token.start).unwrap_or_default();
    if is_exponent(before) || is_rest(before) {
        return None;
    }
    let point = leading_point(before);
    let (before, start) = match point {
        Some(before) => (before, before.len()),
        None => (before, token.start),
    };
    let read = |cursor: &mut Cursor<'_>| {
        let number = Number::read(cursor)?;
        if point.is_some() { number.behind_point() } else { Some(number) }
    };
    let number = read(&mut cursor)?;
    let bare = cursor;
    let sign = before.chars().next_back().and_then(sign);
    if let Some((c, currency)) = sign {
        let number = multiplied(number, &mut cursor, false).0;
        let start = start - c.len_utf8();
        let named = unit(text, &mut cursor.clone(), options);
        // "$500 USDT" are five hundred of them; "$500 BTC" are dollars.
        if let Some((end, ticker)) = named.filter(|(_, it)| tickers::is_dollar(currency, it)) {
            return Some(Counted::new(start, end, number, ticker));
        }
        let fits = cursor.at_word_end();
        return fits.then(|| Counted::new(start, cursor.at, number, currency));
    }
    let (number, multiplier_end) = multiplied(number, &mut cursor, true);
    if let Some((end, ticker)) = unit(text, &mut cursor, options) {
        return Some(Counted::new(start, end, number, ticker));
    }
    // "1m" was no multiplier if the letters are the ticker themselves.
    let mut cursor = bare;
    let plain = read(&mut Cursor::new(text, token.start)).filter(|_| multiplier_end)?;
    let (end, ticker) = unit(text, &mut cursor, options)?;
    Some(Counted::new(start, end, plain, ticker))
}

/// Says whether a token would be an amount if the number of which it is the rest did not stand before it, in "1,250.501700usdt".
pub(crate) fn is_rest_of_one(text: &str, token: Token, options: &Options) -> bool {
    let (Some(before), Some(rest)) = (text.get(..token.start), text.get(token.start..token.end))
    else {
        return false;
    };
    let alone = Token { start: 0, end: rest.len(), ..token };
    is_rest(before) && from_digits(rest, alone, options).is_some()
}

/// Says whether digits and a mark stand directly before: what follows is the rest of a number that could not be read, as in
/// "1000.000.000", and no number by itself.
fn is_rest(before: &str) -> bool {
    let mut back = before.chars().rev();
    matches!(back.next(), Some('.' | ',' | '\'')) && back.next().is_some_and(char::is_numeric)
}

/// Gives what stands before the point of ".5"; `None` where it ends a sentence or a word.
fn leading_point(before: &str) -> Option<&str> {
    let before = before.strip_suffix('.')?;
    let opens = |c: char| {
        c.is_whitespace() || c > '\u{2E80}' || "(:=~≈+-–<>".contains(c) || sign(c).is_some()
    };
    before.chars().next_back().is_none_or(opens).then_some(before)
}

/// Says whether what follows is the power of ten of a number that could not be read: "1e-", never an amount by itself.
fn is_exponent(before: &str) -> bool {
    let mut back = before.chars().rev();
    let is_signed = matches!(back.next(), Some('-' | '+'));
    is_signed && matches!(back.next(), Some('e' | 'E')) && back.next().is_some_and(char::is_numeric)
}

fn sign(c: char) -> Option<(char, &'static str)> {
    SIGNS.iter().find(|(sign, _)| *sign == c).copied()
}

/// Applies a multiplier, if one follows; tells whether it did. With `glued`, a ticker may follow without a space, as in
/// "50kusdt".
fn multiplied(number: Number, cursor: &mut Cursor<'_>, glued: bool) -> (Number, bool) {
    let mut ahead = *cursor;
    let spaces = ahead.spaces(1);
    let fits = |(word, _): &&(&str, usize)| {
        let mut probe = ahead;
        let short = word.len() == 1;
        probe.eat_any(&[word]).is_some()
            && !(short && spaces > 0)
            && (!word.is_ascii() || probe.at_word_end() || (glued && *word == "k"))
    };
    let fitting = MULTIPLIERS.iter().find(fits).filter(|(_, zeroes)| number.may_shift(*zeroes));
    let Some((word, zeroes)) = fitting else { return (number, false) };
    ahead.at += word.len();
    *cursor = ahead;
    (number.shifted(*zeroes), true)
}

/// Reads what the number counts: a ticker, a sign of money, or U for USDT.
fn unit<'a>(text: &str, cursor: &mut Cursor<'_>, options: &'a Options) -> Option<(usize, &'a str)> {
    let start = cursor.at;
    let spaces = cursor.spaces(2);
    cursor.eat_any(COUNTERS);
    cursor.spaces(1);
    if let Some((c, currency)) = cursor.rest().chars().next().and_then(sign) {
        let end = cursor.at + c.len_utf8();
        // "500 $USDT", as tickers are written in chats.
        let tagged = (c == '$').then(|| name_at(text, end, options)).flatten();
        return tagged.or(Some((end, currency)));
    }
    let mut named = *cursor;
    if let Some(ticker) = coins::eat(&mut named) {
        return Some((named.at, ticker));
    }
    let mut name = [0u8; 11];
    let mut len = 0;
    let mut ahead = *cursor;
    while let Some(c) = ahead.peek().filter(char::is_ascii_alphanumeric) {
        *name.get_mut(len)? = u8::try_from(c).ok()?;
        len += 1;
        ahead.bump();
    }
    let name = name.get(..len).and_then(|it| str::from_utf8(it).ok())?;
    if name.eq_ignore_ascii_case("u") {
        return (spaces == 0 && is_dollar_u(text, start, ahead, name))
            .then_some((ahead.at, "USDT"));
    }
    let ticker = tickers::find(name, options).filter(|it| tickers::is_counted(name, it.case))?;
    ahead.at_word_end().then_some((ahead.at, ticker.name))
}

/// Reads a ticker that stands at this place, whole.
fn name_at<'a>(text: &str, at: usize, options: &'a Options) -> Option<(usize, &'a str)> {
    let rest = text.get(at..)?;
    let len = rest.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count();
    let ticker = tickers::find(rest.get(..len)?, options)?;
    Some((at + len, ticker.name))
}

/// "1000U" means USDT among people who write Chinese, and behind a round sum in capitals; "4u" is a server.
fn is_dollar_u(text: &str, before: usize, after: Cursor<'_>, name: &str) -> bool {
    let digits =
        text.get(..before).unwrap_or_default().chars().rev().take_while(char::is_ascii_digit);
    let han = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '，' | '。' | '！' | '？' | '、');
    let behind = after.peek().is_some_and(han);
    let in_front = text.get(..before).unwrap_or_default().chars().rev();
    let in_front = in_front
        .skip_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
        .take(1)
        .any(han);
    (name == "U" && digits.count() >= 2) || behind || in_front
}

/// Reads an amount that begins with the ticker of this token: "USDT 500", "BTC: 0.5". Nothing that is counted by
/// something else: in "BTC 500 USDT" the number belongs to USDT.
pub(crate) fn behind_ticker(
    text: &str,
    token: Token,
    ticker: &Ticker<'_>,
    options: &Options,
) -> Option<Counted> {
    let mut cursor = Cursor::new(text, token.end);
    cursor.spaces(2);
    if cursor.eat(':') || cursor.eat('=') {
        cursor.spaces(2);
    }
    if cursor.at == token.end {
        return None;
    }
    let number = Number::read(&mut cursor)?;
    // The name of an upgrade.
    let is_name = ticker.name.eq_ignore_ascii_case("ETH")
        && text.get(token.end..cursor.at).is_some_and(|it| it.trim_start() == "2.0");
    if is_name {
        return None;
    }
    let (number, _) = multiplied(number, &mut cursor, false);
    let counted_otherwise = unit(text, &mut cursor.clone(), options).is_some();
    let is_part = matches!(cursor.peek(), Some(c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | ':' | '%' | '年' | '月'));
    (!counted_otherwise && !is_part)
        .then(|| Counted::new(token.start, cursor.at, number, ticker.name))
}

/// Reads an amount whose number is in Chinese numerals before the ticker of this token: "一千U", "两万 USDT".
pub(crate) fn behind_numerals(
    text: &str,
    token: Token,
    from: usize,
    ticker: &str,
) -> Option<Counted> {
    let before = text.get(from..token.start)?.trim_end_matches([' ', '个', '個', '枚']);
    let (start, number) = number::chinese(before)?;
    // "1.5万USDT" was read from its digits; what is left of it here is no number of its own.
    let glued = before.get(..start).and_then(|it| it.chars().next_back());
    let fits = !glued.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '第' | '.' | ','));
    fits.then(|| Counted::new(from + start, token.end, number, ticker))
}

/// Reads an amount whose number is in Chinese numerals before the Chinese name of a coin that stands at this place.
pub(crate) fn behind_name(text: &str, from: usize, at: usize) -> Option<Counted> {
    let (start, end, number, ticker) = coins::behind_numerals(text, from, at)?;
    Some(Counted::new(start, end, number, ticker))
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Options, scan};

    fn amounts(text: &str) -> Vec<(String, String)> {
        let items = scan(text, &Options::default());
        let found = items.iter().filter(|item| item.kind == Kind::Amount);
        found
            .map(|item| {
                (item.value.clone(), text.get(item.start..item.end).unwrap_or_default().to_owned())
            })
            .collect()
    }

    #[test]
    fn reads_numbers_with_tickers() {
        let cases = [
            ("I sent 0.5 btc today", "0.5 BTC", "0.5 btc"),
            ("1,250.50 USDT", "1250.50 USDT", "1,250.50 USDT"),
            ("1.250,50 USDT", "1250.50 USDT", "1.250,50 USDT"),
            ("转了一千U没到账", "1000 USDT", "一千U"),
            ("１００ usdt", "100 USDT", "１００ usdt"),
            ("50k usdt", "50000 USDT", "50k usdt"),
            ("50kusdt", "50000 USDT", "50kusdt"),
            ("两万U", "20000 USDT", "两万U"),
            ("提了0.5个BTC", "0.5 BTC", "0.5个BTC"),
            ("٥٠٠ USDT", "500 USDT", "٥٠٠ USDT"),
            ("充值1000u没到", "1000 USDT", "1000u"),
            ("1.5万USDT", "15000 USDT", "1.5万USDT"),
            ("5 тыс USDT", "5000 USDT", "5 тыс USDT"),
            ("5만 USDT", "50000 USDT", "5만 USDT"),
            ("$500", "500 USD", "$500"),
            ("500$", "500 USD", "500$"),
            ("€1.250,50", "1250.50 EUR", "€1.250,50"),
            ("amount=USDT 500.", "500 USDT", "USDT 500"),
            ("BTC: 0.5", "0.5 BTC", "BTC: 0.5"),
            ("3 sol", "3 SOL", "3 sol"),
            ("500usdt", "500 USDT", "500usdt"),
            ("12ｕｓｄｔ", "12 USDT", "12ｕｓｄｔ"),
            ("it printed 1.5e-3 BTC", "0.0015 BTC", "1.5e-3 BTC"),
            ("1E-8 btc", "0.00000001 BTC", "1E-8 btc"),
            ("balance: ETH 2.5E-05", "0.000025 ETH", "ETH 2.5E-05"),
            ("₿0.5", "0.5 BTC", "₿0.5"),
            ("sent .5 BTC", "0.5 BTC", ".5 BTC"),
            ("转了.05个BTC", "0.05 BTC", ".05个BTC"),
            ("$.5", "0.5 USD", "$.5"),
            ("$500 USDT", "500 USDT", "$500 USDT"),
            ("$500 BTC", "500 USD", "$500"),
            ("500 $USDT", "500 USDT", "500 $USDT"),
            ("三百二十一點五 USDT", "321.5 USDT", "三百二十一點五 USDT"),
            ("轉了零點五個BTC", "0.5 BTC", "零點五個BTC"),
            ("两点五万U", "25000 USDT", "两点五万U"),
            ("晚上八点一千U", "1000 USDT", "一千U"),
        ];
        for (text, value, span) in cases {
            assert_eq!(amounts(text), [(value.to_owned(), span.to_owned())], "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "4u rack",
            "10 AM",
            "3 GB",
            "v1.2.3",
            "5 one two",
            "24 hours",
            "page 5, USDTX",
            "1st",
            "BTC-2026",
            "第三 USDT",
            "after 1 try",
            "2 not 3",
            "near 5 pm",
            "DO NOT TRY",
            "link: 5",
            "1e-999 BTC",
            "1000.000.000 SHIB",
            "1.2.3 BTC",
            "2 Kasım 2026",
            "ETH 2.0",
            "uid1,250.501700000000usdt",
        ] {
            assert_eq!(amounts(text), [], "{text}");
        }
    }

    #[test]
    fn the_rest_of_an_amount_is_no_number_by_itself() {
        assert_eq!(scan("uid1,250.501700000000usdt", &Options::default()), []);
        let items = scan("uid 12345678,23456789", &Options::default());
        let values: Vec<_> = items.iter().map(|item| (item.kind, item.value.as_str())).collect();
        assert_eq!(values, [(Kind::Uid, "12345678")]);
    }

    #[test]
    fn gives_a_number_to_what_it_counts() {
        assert_eq!(amounts("BTC 500 USDT"), [("500 USDT".to_owned(), "500 USDT".to_owned())]);
    }
}
