//! Numbers as people write them: grouped in several ways, with two marks for fractions, in words for ten thousand.
//! Exact digits in, exact digits out; no floating point.

use crate::cursor::Cursor;
use crate::lexer::Buffer;

/// Digits before and behind the point at most: 2^256 has 78.
const MOST_DIGITS: usize = 80;
/// Groups of digits at most.
const MOST_GROUPS: usize = 14;

/// A number without its sign.
#[derive(Clone)]
pub(crate) struct Number {
    digits: Buffer,
    /// How many of the digits stand behind the point.
    fraction: usize,
}

/// One run of digits, and what stands before it.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    mark: Option<char>,
    len: usize,
}

impl Number {
    /// Reads a number of digits. The cursor ends behind it.
    pub fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut digits = Buffer::new();
        let mut groups = [Group::default(); MOST_GROUPS];
        let mut count = 0;
        let mut mark = None;
        loop {
            let len = take_digits(cursor, &mut digits)?;
            *groups.get_mut(count)? = Group { mark, len };
            count += 1;
            match take_mark(cursor) {
                Some(next) => mark = Some(next),
                None => break,
            }
        }
        let fraction = fraction(groups.get(..count)?, digits.as_str().starts_with('0'))?;
        Self { digits, fraction }.with_exponent(cursor)
    }

    /// Applies the power of ten of "1.5e-3", as programs print small amounts. A number that gets too long by it is none.
    fn with_exponent(self, cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut ahead = *cursor;
        if !(ahead.eat('e') || ahead.eat('E')) {
            return Some(self);
        }
        let is_small = ahead.eat('-');
        if !is_small {
            ahead.eat('+');
        }
        let Some(mut zeroes) = ahead.digit().map(usize::from) else { return Some(self) };
        while let Some(digit) = ahead.digit() {
            zeroes = zeroes.saturating_mul(10).saturating_add(digit.into());
        }
        if !self.may_shift(zeroes) {
            return None;
        }
        *cursor = ahead;
        Some(if is_small { self.divided(zeroes) } else { self.shifted(zeroes) })
    }

    /// Tells whether it is still a number that can be read when it has so many zeroes more.
    pub fn may_shift(&self, zeroes: usize) -> bool {
        self.digits.len().saturating_add(zeroes) <= MOST_DIGITS
    }

    /// Multiplies by a power of ten.
    pub fn shifted(mut self, zeroes: usize) -> Self {
        let kept = self.fraction.min(zeroes);
        self.fraction -= kept;
        (kept..zeroes).for_each(|_| {
            self.digits.push(b'0');
        });
        self
    }

    /// Divides by a power of ten.
    fn divided(mut self, zeroes: usize) -> Self {
        self.fraction += zeroes;
        let missing = (self.fraction + 1).saturating_sub(self.digits.len());
        if missing > 0 {
            let mut digits = Buffer::new();
            (0..missing).for_each(|_| {
                digits.push(b'0');
            });
            digits.push_folded(self.digits.as_str());
            self.digits = digits;
        }
        self
    }

    /// Writes it with `.` and without grouping. Zeroes at the end of a fraction stay: people say something by them.
    pub fn into_decimal(self) -> String {
        let point = self.digits.len() - self.fraction;
        let (whole, fraction) = self.digits.as_str().split_at_checked(point).unwrap_or_default();
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }

    /// The digits behind a point that nothing stands before: ".5". `None` for what has a point of its own.
    pub fn behind_point(self) -> Option<Self> {
        let fraction = self.digits.len();
        (self.fraction == 0).then_some(Self { fraction, ..self })
    }

    /// One of two parts: 半.
    pub fn half() -> Self {
        Self::whole(0).and_a_half()
    }

    /// A whole number and a half more.
    pub fn and_a_half(mut self) -> Self {
        self.digits.push(b'5');
        Self { fraction: self.fraction + 1, ..self }
    }

    pub fn whole(value: u64) -> Self {
        let mut digits = Buffer::new();
        digits.push_folded(&value.to_string());
        Self { digits, fraction: 0 }
    }
}

fn take_digits(cursor: &mut Cursor<'_>, digits: &mut Buffer) -> Option<usize> {
    let before = digits.len();
    while let Some(digit) = cursor.digit() {
        digits.push(b'0' + digit);
        if digits.len() > MOST_DIGITS {
            return None;
        }
    }
    let len = digits.len() - before;
    (len > 0).then_some(len)
}

/// Eats a mark between digits. A space is one only before exactly three digits.
fn take_mark(cursor: &mut Cursor<'_>) -> Option<char> {
    let mark = match cursor.peek()? {
        c @ ('.' | ',' | '\'' | ' ') => c,
        '’' => '\'',
        '٫' => '.',
        '٬' => ',',
        '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        _ => return None,
    };
    let mut ahead = *cursor;
    ahead.bump();
    let mut probe = ahead;
    let fits = match mark {
        ' ' | '\'' => probe.number(3, 3).is_some(),
        _ => probe.digit().is_some(),
    };
    fits.then(|| *cursor = ahead)?;
    Some(mark)
}

/// Decides which mark is the point, and gives the digits behind it; `None` for what is no number, such as 1.2.3.
///
/// The last mark is the point if it differs from those before, or is alone and what stands around it is no group of
/// thousands. "1,250" is a thousand and more, "1.250" one and a quarter, as on every exchange.
fn fraction(groups: &[Group], begins_with_zero: bool) -> Option<usize> {
    let (first, rest) = groups.split_first()?;
    let Some((last, middle)) = rest.split_last() else { return Some(0) };
    let (mark, len) = (last.mark?, last.len);
    let is_point = match middle.first().and_then(|it| it.mark) {
        Some(other) => other != mark,
        None => mark == '.' || (mark == ',' && (len != 3 || first.len > 3 || begins_with_zero)),
    };
    let grouped = if is_point { middle } else { rest };
    let same = grouped.windows(2).all(|pair| matches!(pair, [a, b] if a.mark == b.mark));
    // Groups of three; in India of two, and three at the end.
    let (lasts, others) =
        grouped.split_last().map_or((3, grouped), |(it, others)| (it.len, others));
    let sizes = lasts == 3 && others.iter().all(|it| matches!(it.len, 2 | 3));
    let fits = grouped.is_empty() || (same && sizes && first.len <= 3);
    fits.then_some(if is_point { len } else { 0 })
}

/// Reads a number in Chinese numerals that ends here: 一千, 两万, 三百五十, 1.5万 is not one of them.
pub(crate) fn chinese(text: &str) -> Option<(usize, Number)> {
    let (start, tail) = numerals(text)?;
    let before = text.get(..start)?;
    decimal(before, tail).or_else(|| Some((start, Number::whole(value(tail.chars())?))))
}

/// The numerals that end here.
fn numerals(text: &str) -> Option<(usize, &str)> {
    let known = |c: &char| digit(*c).is_some() || unit(*c).is_some();
    let len: usize = text.chars().rev().take_while(known).take(20).map(char::len_utf8).sum();
    let start = text.len() - len;
    let tail = text.get(start..).filter(|tail| !tail.is_empty())?;
    Some((start, tail))
}

/// 三点五, 零點五, 两点五万: digits behind a point, and units that multiply all of it. Eight o'clock and a thousand, 八点一千, is none.
fn decimal(before: &str, tail: &str) -> Option<(usize, Number)> {
    let (start, whole) = numerals(before.strip_suffix(['点', '點'])?)?;
    let digits = tail.trim_end_matches(|c: char| unit(c).is_some());
    // Ten thousand and more count what stands before them; a thousand behind a digit is a number of its own.
    let mut units = tail.get(digits.len()..)?.chars().map(unit);
    let scale = units.try_fold(1u64, |all, it| all.checked_mul(it.filter(|it| *it >= 10_000)?))?;
    let is_zero = whole.chars().all(|c| digit(c) == Some(0));
    let value = if is_zero { 0 } else { value(whole.chars())? };
    let mut number = Number::whole(value);
    for c in digits.chars() {
        let digit = u8::try_from(digit(c)?).ok()?;
        number.digits.push(b'0' + digit);
        number.fraction += 1;
    }
    let zeroes = usize::try_from(scale.checked_ilog10()?).ok()?;
    (number.fraction > 0).then(|| (start, number.shifted(zeroes)))
}

fn value(numerals: impl Iterator<Item = char>) -> Option<u64> {
    // Below ten thousand, below a hundred million, all; and the digit whose unit is still to come.
    let (mut small, mut large, mut open, mut last_unit) = (0u64, 0u64, 0u64, 0u64);
    for c in numerals {
        if let Some(digit) = digit(c) {
            // A zero between says that the unit next to the last one is left out.
            (open, last_unit) = (digit, if digit == 0 { 0 } else { last_unit });
            continue;
        }
        let unit = unit(c)?;
        if unit >= 10_000 {
            large = large.checked_add(small + open)?.max(1).checked_mul(unit)?;
            small = 0;
        } else {
            small = small.checked_add(open.max(1) * unit)?;
        }
        (open, last_unit) = (0, unit);
    }
    // 一万五 is 15,000: the last digit counts tenths of the unit before it.
    let tail = if last_unit >= 100 { open * (last_unit / 10) } else { open };
    large.checked_add(small)?.checked_add(tail).filter(|value| *value > 0)
}

fn digit(c: char) -> Option<u64> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '两' | '兩' => Some(2),
        '〇' => Some(0),
        _ => digits.iter().position(|it| *it == c).and_then(|at| u64::try_from(at).ok()),
    }
}

fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        let mut cursor = Cursor::new(text, 0);
        let number = Number::read(&mut cursor)?;
        Some((number.into_decimal(), cursor.rest()))
    }

    #[test]
    fn reads_what_people_write() {
        let cases = [
            ("0.5", "0.5"),
            ("1,250.50", "1250.50"),
            ("1.250,50", "1250.50"),
            ("1 250,50", "1250.50"),
            ("1'250.5", "1250.5"),
            ("1,250", "1250"),
            ("1.250", "1.250"),
            ("0,125", "0.125"),
            ("1,5", "1.5"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,00,000", "100000"),
            ("12345,678", "12345.678"),
            ("１００", "100"),
            ("٥٠٠", "500"),
            ("١٬٢٥٠٫٥", "1250.5"),
            ("007", "7"),
            ("1.5e-3", "0.0015"),
            ("1e-8", "0.00000001"),
            ("2.5E-05", "0.000025"),
            ("12.50e-1", "1.250"),
            ("3e2", "300"),
            ("1.25E+3", "1250"),
            ("1.25e1", "12.5"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), Some((expected.to_owned(), "")), "{text}");
        }
    }

    #[test]
    fn stops_where_the_number_ends() {
        assert_eq!(read("5. Then"), Some(("5".into(), ". Then")));
        assert_eq!(read("5, 6"), Some(("5".into(), ", 6")));
        assert_eq!(read("1 2"), Some(("1".into(), " 2")));
        assert_eq!(read("5e"), Some(("5".into(), "e")));
        assert_eq!(read("5e-x"), Some(("5".into(), "e-x")));
        assert_eq!(read("1e-99999999999999999999"), None);
        assert_eq!(read("1.2.3"), None);
        assert_eq!(read("x"), None);
        assert_eq!(read(&"9".repeat(100)), None);
    }

    #[test]
    fn shifts_exactly() {
        let shifted = |text: &str, zeroes| {
            Number::read(&mut Cursor::new(text, 0)).map(|it| it.shifted(zeroes).into_decimal())
        };
        assert_eq!(shifted("1.5", 4).as_deref(), Some("15000"));
        assert_eq!(shifted("50", 3).as_deref(), Some("50000"));
        assert_eq!(shifted("0.12345", 3).as_deref(), Some("123.45"));
    }

    #[test]
    fn reads_chinese_numerals() {
        let cases = [
            ("一千", 1_000),
            ("两万", 20_000),
            ("三百五十", 350),
            ("一万五", 15_000),
            ("十二", 12),
            ("一亿", 100_000_000),
            ("两万三千", 23_000),
            ("五", 5),
            ("百", 100),
            ("一千零五", 1_005),
            ("一点二五万", 12_500),
        ];
        for (text, expected) in cases {
            let read =
                chinese(&format!("转了{text}")).map(|(start, it)| (start, it.into_decimal()));
            assert_eq!(read, Some((6, expected.to_string())), "{text}");
        }
        assert!(chinese("零").is_none());
        assert!(chinese("转了").is_none());
    }
}
