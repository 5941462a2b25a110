use std::sync::OnceLock;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{T, YMD, YMDT};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale as IcuLocale;

use crate::Locale;

/// No-break space: an amount and its ticker, a time and its offset never part at the end of a line.
pub(crate) const NBSP: char = '\u{a0}';

/// The most characters that a decimal may have: 256 bits are 78 digits, with sign, point and room.
const MAX_DECIMAL_CHARS: usize = 120;

/// Assets of which people count hundredths: their amounts keep two places, if the ledger has them.
const IN_HUNDREDTHS: &[&str] = &[
    "AED", "AUD", "BRL", "BUSD", "CAD", "CHF", "CNY", "DAI", "EUR", "EURC", "FDUSD", "GBP", "HKD",
    "INR", "PYUSD", "RUB", "SGD", "TRY", "TUSD", "TWD", "USD", "USDC", "USDE", "USDP", "USDT",
];

/// A text that is not a plain decimal number such as `1250.50`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a plain decimal number")]
pub struct NotDecimal;

/// The icu4x formatters of one language. Building them parses data, so each is built once.
pub(crate) struct Formats {
    pub(crate) decimal: DecimalFormatter,
    pub(crate) date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    pub(crate) date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
    pub(crate) time: NoCalendarFormatter<T>,
}

impl Formats {
    #[expect(
        clippy::expect_used,
        reason = "the data is compiled in; a test builds all ten, so this cannot fail in the field"
    )]
    fn new(locale: Locale) -> Self {
        let icu: IcuLocale =
            locale.conventions().parse().expect("invariant: the ten tags are well formed");
        let data = "invariant: icu4x carries data for the ten languages";
        // Where the medium form is digits only, the long one tells the day from the month.
        let date = match locale {
            Locale::Ja | Locale::Ko | Locale::Ar => YMD::long(),
            _ => YMD::medium(),
        };
        Self {
            decimal: DecimalFormatter::try_new((&icu).into(), Default::default()).expect(data),
            date: FixedCalendarDateTimeFormatter::try_new((&icu).into(), date).expect(data),
            date_time: FixedCalendarDateTimeFormatter::try_new((&icu).into(), date.with_time_hm())
                .expect(data),
            time: NoCalendarFormatter::try_new((&icu).into(), T::hm()).expect(data),
        }
    }
}

impl Locale {
    pub(crate) fn formats(self) -> &'static Formats {
        static FORMATS: [OnceLock<Formats>; Locale::ALL.len()] =
            [const { OnceLock::new() }; Locale::ALL.len()];
        #[expect(clippy::indexing_slicing, reason = "index() is a position in ALL")]
        FORMATS[self.index()].get_or_init(|| Formats::new(self))
    }

    /// Writes a whole number with the language's separators: `12,500`.
    pub fn integer(self, number: i64) -> String {
        self.formats().decimal.format(&Decimal::from(number)).to_string()
    }

    /// Writes a decimal with all its digits, trailing zeros included: `1,250.50`.
    ///
    /// # Errors
    /// [`NotDecimal`] for anything but an optional minus, digits and one point; exponents are not
    /// digits of a ledger.
    pub fn decimal(self, digits: &str) -> Result<String, NotDecimal> {
        let plain = digits.len() <= MAX_DECIMAL_CHARS
            && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
        if !plain {
            return Err(NotDecimal);
        }
        let decimal = Decimal::try_from_str(digits).map_err(|_not_a_number| NotDecimal)?;
        Ok(self.formats().decimal.format(&decimal).to_string())
    }

    /// Writes an amount with its ticker as exchanges show it, never broken between lines: every digit that says something, and
    /// none of the zeros that only tell how finely a ledger divides. `250 ETH` and not `250.000000000000000000 ETH`, but
    /// `1,250.50 USDT`: of money that people count in hundredths two places stay. Nothing is rounded, and nothing is added.
    ///
    /// For people only; a program is given the ledger's own text. `ui/shared/amounts.json` holds the examples that this and the
    /// console's `money` are both tested with.
    ///
    /// # Errors
    /// [`NotDecimal`], see [`Locale::decimal`].
    pub fn money(self, digits: &str, ticker: &str) -> Result<String, NotDecimal> {
        Ok(format!("{}{NBSP}{ticker}", self.decimal(telling(digits, ticker))?))
    }

    /// Writes a size of data in the units that file managers show: `3.4 MB`, powers of 1000.
    ///
    /// The units stay Latin in every language: they are what the reader's own system says beside the
    /// same file.
    pub fn bytes(self, bytes: u64) -> String {
        let (unit_bytes, unit) = match bytes {
            0..1_000 => (1, "B"),
            1_000..1_000_000 => (1_000, "kB"),
            1_000_000..1_000_000_000 => (1_000_000, "MB"),
            _ => (1_000_000_000, "GB"),
        };
        let tenths = u128::from(bytes) * 10 / unit_bytes;
        let digits = match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, _) if whole >= 100 => whole.to_string(),
            (whole, tenth) => format!("{whole}.{tenth}"),
        };
        let number = self.decimal(&digits).unwrap_or(digits);
        format!("{number}{NBSP}{unit}")
    }
}

/// The digits of an amount without the zeros at its end that tell a reader nothing.
fn telling<'a>(digits: &'a str, ticker: &str) -> &'a str {
    let Some((whole, fraction)) = digits.split_once('.') else { return digits };
    let told = fraction.trim_end_matches('0').len();
    let places = match IN_HUNDREDTHS.contains(&ticker) {
        true => told.max(fraction.len().min(2)),
        false => told,
    };
    // A point that nothing follows goes as well; one that nothing precedes makes no number, and is left to be refused.
    let end = if places == 0 { whole.len() } else { whole.len() + 1 + places };
    digits.get(..end).unwrap_or(digits)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn money_keeps_every_digit_that_says_something() {
        let digits =
            "115792089237316195423570985008687907853269984665640564039457.584007913129639935";
        for locale in Locale::ALL {
            let written = locale.money(digits, "ETH").unwrap();
            let kept: String = written.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(kept, digits.replace('.', ""), "{locale}");
            assert!(written.ends_with("\u{a0}ETH"), "{locale}");
        }
    }

    #[test]
    fn zeros_that_tell_nothing_are_left_out_as_in_the_console() {
        let shared = include_str!("../../../ui/shared/amounts.json");
        let examples: Vec<[String; 3]> = serde_json::from_str(shared).unwrap();
        for [digits, ticker, expected] in examples {
            assert_eq!(
                Locale::En.money(&digits, &ticker).unwrap(),
                expected.replace(' ', "\u{a0}")
            );
        }
        for odd in [".", "1.x00", "0.0.0", ""] {
            assert_eq!(Locale::En.money(odd, "ETH"), Err(NotDecimal), "{odd}");
        }
    }

    #[test]
    fn separators_follow_the_language_and_digits_do_not() {
        let written = Locale::ALL.map(|locale| locale.money("-12500.50", "USDT").unwrap());
        let expected = [
            "-12,500.50\u{a0}USDT",
            "-12,500.50\u{a0}USDT",
            "-12,500.50\u{a0}USDT",
            "-12,500.50\u{a0}USDT",
            "-12,500.50\u{a0}USDT",
            "-12\u{a0}500,50\u{a0}USDT",
            "-12.500,50\u{a0}USDT",
            "-12.500,50\u{a0}USDT",
            "-12.500,50\u{a0}USDT",
            "\u{200e}-12,500.50\u{a0}USDT",
        ];
        assert_eq!(written, expected);
    }

    #[test]
    fn what_is_not_a_ledger_amount_is_refused() {
        let long = "9".repeat(MAX_DECIMAL_CHARS + 1);
        for digits in ["", ".", "-", "1e5", "1,000", "0x10", "١٢", " 1", "1.2.3", "--1", &long] {
            assert_eq!(Locale::En.decimal(digits), Err(NotDecimal), "{digits}");
        }
    }

    #[test]
    fn sizes_read_as_in_a_file_manager() {
        for (bytes, expected) in [
            (0, "0\u{a0}B"),
            (999, "999\u{a0}B"),
            (1_000, "1\u{a0}kB"),
            (1_550, "1.5\u{a0}kB"),
            (123_456, "123\u{a0}kB"),
            (3_400_000, "3.4\u{a0}MB"),
            (104_857_600, "104\u{a0}MB"),
            (u64::MAX, "18,446,744,073\u{a0}GB"),
        ] {
            assert_eq!(Locale::En.bytes(bytes), expected);
        }
        assert_eq!(Locale::Ru.bytes(3_400_000), "3,4\u{a0}MB");
    }
}
