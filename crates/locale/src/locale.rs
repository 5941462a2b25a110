use std::fmt;
use std::str::FromStr;

/// One of the ten languages that every page, mail and error can be read in.
///
/// The set is closed on purpose: a match over it forgets none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    #[default]
    En,
    ZhHans,
    ZhHant,
    Ja,
    Ko,
    Ru,
    Es,
    Tr,
    Vi,
    Ar,
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Locale {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 10] = [
        Self::En,
        Self::ZhHans,
        Self::ZhHant,
        Self::Ja,
        Self::Ko,
        Self::Ru,
        Self::Es,
        Self::Tr,
        Self::Vi,
        Self::Ar,
    ];

    /// The BCP 47 tag: the folder in `locales/`, the `lang` attribute and the value on every wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::Ja => "ja",
            Self::Ko => "ko",
            Self::Ru => "ru",
            Self::Es => "es",
            Self::Tr => "tr",
            Self::Vi => "vi",
            Self::Ar => "ar",
        }
    }

    /// The language's name in itself, because whoever looks for it may read no other.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::Ja => "日本語",
            Self::Ko => "한국어",
            Self::Ru => "Русский",
            Self::Es => "Español",
            Self::Tr => "Türkçe",
            Self::Vi => "Tiếng Việt",
            Self::Ar => "العربية",
        }
    }

    /// The direction of the script.
    pub const fn dir(self) -> Direction {
        match self {
            Self::Ar => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// What stands between a name and its value, with the space that the language sets there.
    pub const fn colon(self) -> &'static str {
        if self.is_full_width() { "：" } else { ": " }
    }

    /// What stands between two sentences.
    pub const fn sentence_gap(self) -> &'static str {
        if self.is_full_width() { "" } else { " " }
    }

    /// What stands between the items of a list.
    pub const fn list_comma(self) -> &'static str {
        match self {
            Self::Ar => "، ",
            _ if self.is_full_width() => "、",
            _ => ", ",
        }
    }

    /// Several names as one phrase. Where a language runs from right to left so do its lists, whatever the names are written in.
    pub fn list(self, names: &[String]) -> String {
        if self.dir() == Direction::LeftToRight || names.len() < 2 {
            return names.join(self.list_comma());
        }
        // The outer mark says the direction by itself: an isolate that takes it from what is in it does not look into others.
        let apart: Vec<String> =
            names.iter().map(|name| format!("\u{2068}{name}\u{2069}")).collect();
        format!("\u{2067}{}\u{2069}", apart.join(self.list_comma()))
    }

    /// Whether punctuation fills a whole square and no space follows it. Korean writes the Latin kind.
    const fn is_full_width(self) -> bool {
        matches!(self, Self::ZhHans | Self::ZhHant | Self::Ja)
    }

    /// The language that a BCP 47 tag asks for, whatever its case, region or extensions.
    ///
    /// Chinese is decided by script, else by region: `zh-TW`, `zh-HK` and `zh-MO` read traditional
    /// characters. `None` for a language that we do not have.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let mut subtags = tag.split('-');
        let language = subtags.next()?;
        if language == "zh" {
            let traditional = subtags.any(|subtag| matches!(subtag, "hant" | "tw" | "hk" | "mo"));
            let simplified = tag.split('-').any(|subtag| subtag == "hans");
            return Some(if traditional && !simplified { Self::ZhHant } else { Self::ZhHans });
        }
        Self::ALL.into_iter().find(|locale| locale.code() == language)
    }

    /// The language that a browser's `Accept-Language` prefers among ours (RFC 9110, 12.5.4).
    ///
    /// Higher weights win, then the earlier place; `q=0` refuses. `None` when nothing fits, so that
    /// the caller decides (a brand has its own default).
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for range in accept_language.split(',').take(MAX_RANGES) {
            let mut parts = range.split(';');
            let Some(locale) = parts.next().and_then(Self::parse) else { continue };
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, weight);
            if weight > 0 && best.is_none_or(|(found, _)| weight > found) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }

    /// The locale whose conventions for numbers and dates are used.
    ///
    /// English dates are day first and 24 hours, because the readers are all over the world.
    pub(crate) const fn conventions(self) -> &'static str {
        match self {
            Self::En => "en-GB-u-nu-latn-hc-h23",
            Self::ZhHans => "zh-Hans-u-nu-latn-hc-h23",
            Self::ZhHant => "zh-Hant-u-nu-latn-hc-h23",
            Self::Ja => "ja-u-nu-latn-hc-h23",
            Self::Ko => "ko-u-nu-latn-hc-h23",
            Self::Ru => "ru-u-nu-latn-hc-h23",
            Self::Es => "es-u-nu-latn-hc-h23",
            Self::Tr => "tr-u-nu-latn-hc-h23",
            Self::Vi => "vi-u-nu-latn-hc-h23",
            Self::Ar => "ar-u-nu-latn-hc-h23",
        }
    }

    /// The position in [`Locale::ALL`].
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::ZhHans => 1,
            Self::ZhHant => 2,
            Self::Ja => 3,
            Self::Ko => 4,
            Self::Ru => 5,
            Self::Es => 6,
            Self::Tr => 7,
            Self::Vi => 8,
            Self::Ar => 9,
        }
    }
}

/// A browser sends a handful of ranges; more is somebody playing.
const MAX_RANGES: usize = 32;

/// A quality value in thousandths; what is not one counts as a refusal.
fn weight(text: &str) -> u16 {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let thousandths = format!("{fraction:0<3}").parse().unwrap_or(0);
    match whole {
        "1" => 1000,
        "0" => thousandths,
        _ => 0,
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A tag that is none of the ten codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of the ten languages")]
pub struct UnknownLocale;

/// Strict, for what we wrote ourselves: exactly one of the codes. See [`Locale::parse`] for tags of
/// browsers and people.
impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|locale| locale.code() == code).ok_or(UnknownLocale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_follow_the_list() {
        for (position, locale) in Locale::ALL.into_iter().enumerate() {
            assert_eq!(locale.index(), position);
            assert_eq!(locale.code().parse(), Ok(locale));
            assert_eq!(Locale::parse(locale.code()), Some(locale));
            assert!(locale.conventions().starts_with(locale.code()));
        }
    }

    #[test]
    fn a_list_runs_as_its_language_does() {
        let names = ["Tron", "TON"].map(str::to_owned);
        assert_eq!(Locale::En.list(&names), "Tron, TON");
        assert_eq!(Locale::Ja.list(&names), "Tron、TON");
        let arabic = "\u{2067}\u{2068}Tron\u{2069}، \u{2068}TON\u{2069}\u{2069}";
        assert_eq!(Locale::Ar.list(&names), arabic);
        assert_eq!(Locale::Ar.list(&["Tron".to_owned()]), "Tron");
        assert_eq!(Locale::Ar.list(&[]), "");
    }

    #[test]
    fn tags_of_people_and_browsers() {
        for (tag, expected) in [
            ("en", Some(Locale::En)),
            ("EN_us", Some(Locale::En)),
            ("zh", Some(Locale::ZhHans)),
            ("zh-CN", Some(Locale::ZhHans)),
            ("zh-SG", Some(Locale::ZhHans)),
            ("zh-TW", Some(Locale::ZhHant)),
            ("zh-hk", Some(Locale::ZhHant)),
            ("zh-Hant-CN", Some(Locale::ZhHant)),
            ("zh-Hans-HK", Some(Locale::ZhHans)),
            ("es-419", Some(Locale::Es)),
            ("ar-EG-u-nu-arab", Some(Locale::Ar)),
            ("fr", None),
            ("", None),
            ("e", None),
            ("english", None),
        ] {
            assert_eq!(Locale::parse(tag), expected, "{tag}");
        }
    }

    #[test]
    fn the_highest_weight_wins_then_the_first() {
        for (header, expected) in [
            ("de, zh-TW;q=0.9, en;q=0.8", Some(Locale::ZhHant)),
            ("en;q=0.5,ja;q=0.8", Some(Locale::Ja)),
            ("ko,ja", Some(Locale::Ko)),
            ("fr-CH, fr;q=0.9, *;q=0.5", None),
            ("tr;q=0, vi;q=0.1", Some(Locale::Vi)),
            ("ru;q=1.000", Some(Locale::Ru)),
            ("ru;q=nonsense, es;q=0.2", Some(Locale::Es)),
            ("", None),
        ] {
            assert_eq!(Locale::negotiate(header), expected, "{header}");
        }
    }

    proptest::proptest! {
        #[test]
        fn negotiation_survives_anything(header in ".{0,200}") {
            let _ = Locale::negotiate(&header);
        }
    }
}
