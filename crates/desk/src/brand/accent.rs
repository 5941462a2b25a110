//! The colours of a brand's pages: the accent of the house, turned to the brand's hue and chroma. How light each of its tokens is stays
//! as the house has it, so that what stands on it can be read; whatever cannot is refused. Pure.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::colour::Colour;
use crate::code::Code;
use crate::error::{Error, Result};

/// The only home of colours: what a brand's are made of, and stand on.
const TOKENS: &str = include_str!("../../../../ui/shared/tokens.css");

/// Degrees, from red by way of yellow, green and blue.
const MOST_HUE: u16 = 359;
/// Thousandths; style sheets call this much 100 %.
const MOST_CHROMA: u16 = 400;
/// What the accent of the house has in the light theme, in thousandths. The other tokens keep their share of it.
const OWN_CHROMA: u16 = 159;

/// Hue and chroma with which everything on the brand's pages can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    hue: u16,
    chroma: u16,
}

/// What a reader's system asks of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 2] = [Self::Light, Self::Dark];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Where its tokens begin.
    const fn opening(self) -> &'static str {
        match self {
            Self::Light => "\n:root {\n",
            Self::Dark => "\n:root[data-theme=\"dark\"] {\n",
        }
    }
}

/// The tokens that turn, in the order in which a style sheet says them.
const TURNED: [&str; 6] =
    ["accent", "accent-hover", "accent-soft", "accent-text", "focus", "selected"];

/// How far a token stands out at least from each that it may stand on. Between others nothing turns.
struct Rule {
    token: &'static str,
    on: &'static [&'static str],
    least: f64,
}

/// What pages are made of, with the row under the pointer, the chosen one and notes.
const SURFACES: [&str; 6] = ["canvas", "surface", "sunken", "hover", "selected", "note"];
const SURFACES_AND_SOFT: [&str; 7] =
    ["canvas", "surface", "sunken", "hover", "selected", "note", "accent-soft"];

/// Text is WCAG's level AA at least, a ring around what has the focus 3, and what is written on a button what the house asks of every
/// solid fill.
const RULES: &[Rule] = &[
    Rule { token: "accent-text", on: &SURFACES_AND_SOFT, least: 4.5 },
    Rule { token: "accent-hover", on: &SURFACES, least: 4.5 },
    Rule { token: "on-accent", on: &["accent", "accent-hover"], least: 5.5 },
    Rule { token: "focus", on: &SURFACES, least: 3.0 },
    Rule { token: "text", on: &["accent-soft", "selected"], least: 7.0 },
    Rule { token: "muted", on: &["selected"], least: 4.5 },
    Rule { token: "info-text", on: &["selected"], least: 4.5 },
    Rule { token: "teal-text", on: &["selected"], least: 4.5 },
    Rule { token: "violet-text", on: &["selected"], least: 4.5 },
    Rule { token: "good-text", on: &["selected"], least: 4.5 },
    Rule { token: "warn-text", on: &["selected"], least: 4.5 },
    Rule { token: "bad-text", on: &["selected"], least: 4.5 },
];

type Palette = BTreeMap<&'static str, Colour>;

static OWN: LazyLock<[Palette; 2]> = LazyLock::new(|| Theme::ALL.map(read));

/// The colours that the tokens have in a theme.
fn read(theme: Theme) -> Palette {
    let block = TOKENS.split_once(theme.opening()).map_or("", |(_, rest)| rest);
    let block = block.split('}').next().unwrap_or_default();
    let colour = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        Some((name, Colour::parse(value.trim().trim_end_matches(';'))?))
    };
    block.lines().filter_map(colour).collect()
}

impl Accent {
    /// Takes a hue in degrees and a chroma in thousandths.
    ///
    /// # Errors
    /// `field-invalid` for what is out of range; `accent-too-faint` where something could not be read.
    pub fn new(hue: i64, chroma: i64) -> Result<Self> {
        let within = |value: i64, most: u16, field: &str| {
            let value = u16::try_from(value).ok().filter(|value| *value <= most);
            value.ok_or_else(|| Error::field(field, Code::FieldInvalid))
        };
        let hue = within(hue, MOST_HUE, "accent.hue")?;
        let chroma = within(chroma, MOST_CHROMA, "accent.chroma")?;
        let accent = Self { hue, chroma };
        match accent.faintest() {
            Some(fault) if fault.ratio < fault.least => Err(Error::field_with(
                "accent.chroma",
                Code::AccentTooFaint,
                vec![
                    ("theme", fault.theme.as_str().to_owned()),
                    ("token", fault.token.to_owned()),
                    // Rounded down: what is refused is never told as enough.
                    ("ratio", format!("{:.2}", (fault.ratio * 100.0).floor() / 100.0)),
                    ("least", fault.least.to_string()),
                ],
            )),
            _ => Ok(accent),
        }
    }

    /// What a row has. It was looked at when it was written.
    pub(crate) fn stored(hue: Option<i64>, chroma: Option<i64>) -> Option<Self> {
        Some(Self { hue: u16::try_from(hue?).ok()?, chroma: u16::try_from(chroma?).ok()? })
    }

    /// Degrees.
    pub fn hue(self) -> i64 {
        i64::from(self.hue)
    }

    /// Thousandths.
    pub fn chroma(self) -> i64 {
        i64::from(self.chroma)
    }

    /// The tokens that turn, as they are in a theme.
    fn colours(self, theme: Theme) -> Vec<(&'static str, Colour)> {
        let palette = self.palette(theme);
        TURNED.iter().filter_map(|name| Some((*name, *palette.get(name)?))).collect()
    }

    /// A style sheet that stands behind the tokens of the house and says those that turn anew.
    pub fn style(self) -> String {
        // As strong as what the tokens are said with in the dark, so that being the later one counts.
        const ROOT: &str = ":root:not([data-theme=\"light\"])";
        let said = |theme: Theme| {
            let tokens = self.colours(theme).into_iter();
            tokens.map(|(name, colour)| format!("--{name}:{colour};")).collect::<String>()
        };
        let (light, dark) = (said(Theme::Light), said(Theme::Dark));
        // In forced colours the reader's own palette wins, as it does over the tokens.
        format!(
            ":root{{{light}}}\n@media (prefers-color-scheme:dark){{{ROOT}{{{dark}}}}}\n\
             @media (forced-colors:active){{{ROOT}{{--focus:Highlight}}}}\n"
        )
    }

    fn palette(self, theme: Theme) -> Palette {
        let [light, dark] = &*OWN;
        let mut palette = match theme {
            Theme::Light => light.clone(),
            Theme::Dark => dark.clone(),
        };
        for name in TURNED {
            if let Some(colour) = palette.get_mut(name) {
                *colour = self.turned(*colour);
            }
        }
        palette
    }

    fn turned(self, own: Colour) -> Colour {
        let (lightness, chroma) = own.seen();
        let share = f64::from(self.chroma) / f64::from(OWN_CHROMA);
        Colour::of(lightness, chroma * share, f64::from(self.hue))
    }

    /// What falls farthest short of its rule, or comes nearest to that.
    fn faintest(self) -> Option<Ratio> {
        let all = Theme::ALL.into_iter().flat_map(|theme| {
            let palette = self.palette(theme);
            RULES.iter().filter_map(move |rule| rule.lowest(theme, &palette))
        });
        all.min_by(|a, b| (a.ratio / a.least).total_cmp(&(b.ratio / b.least)))
    }
}

/// The lowest ratio of a token, and what it has to be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ratio {
    theme: Theme,
    token: &'static str,
    ratio: f64,
    least: f64,
}

impl Rule {
    fn lowest(&self, theme: Theme, palette: &Palette) -> Option<Ratio> {
        let colour = palette.get(self.token)?;
        let ratios = self.on.iter().filter_map(|on| Some(colour.ratio(*palette.get(on)?)));
        let ratio = ratios.min_by(f64::total_cmp)?;
        Some(Ratio { theme, token: self.token, ratio, least: self.least })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use serde::Deserialize;

    use super::*;

    /// What the console computes too, which shows the colours before they are sent.
    const EXAMPLES: &str = include_str!("../../../../ui/shared/accents.json");

    #[derive(Deserialize)]
    struct Example {
        hue: u16,
        chroma: u16,
        light: BTreeMap<String, String>,
        dark: BTreeMap<String, String>,
    }

    fn told(accent: Accent, theme: Theme) -> BTreeMap<String, String> {
        let colours = accent.colours(theme).into_iter();
        colours.map(|(name, colour)| (name.to_owned(), colour.to_string())).collect()
    }

    fn refused(hue: i64, chroma: i64) -> Option<(Code, String)> {
        match Accent::new(hue, chroma).err()? {
            Error::Refused(refusal) => {
                let field = refusal.fields.into_iter().next()?;
                Some((field.code, field.field))
            }
            other => panic!("{other}"),
        }
    }

    #[test]
    fn every_rule_speaks_of_tokens_that_there_are() {
        for (theme, palette) in Theme::ALL.into_iter().zip(&*OWN) {
            for rule in RULES {
                for name in rule.on.iter().chain([&rule.token]) {
                    assert!(palette.contains_key(name), "{theme:?} {name}");
                }
            }
            assert!(TURNED.iter().all(|name| palette.contains_key(name)), "{theme:?}");
        }
        let [light, dark] = &*OWN;
        assert_ne!(light.get("accent"), dark.get("accent"));
    }

    #[test]
    fn examples_are_as_the_console_computes_them() {
        let examples: Vec<Example> = serde_json::from_str(EXAMPLES).unwrap();
        assert!(examples.len() > 5);
        for Example { hue, chroma, light, dark } in examples {
            let accent = Accent { hue, chroma };
            assert_eq!(told(accent, Theme::Light), light, "{hue} {chroma}");
            assert_eq!(told(accent, Theme::Dark), dark, "{hue} {chroma}");
        }
    }

    #[test]
    fn our_own_hue_and_chroma_are_our_own_colours() {
        let own = Accent::new(335, i64::from(OWN_CHROMA)).unwrap();
        for (theme, palette) in Theme::ALL.into_iter().zip(&*OWN) {
            assert_eq!(own.palette(theme), *palette, "{theme:?}");
        }
    }

    #[test]
    fn every_hue_has_colours_that_can_be_read() {
        for hue in 0..=i64::from(MOST_HUE) {
            for chroma in [0, 60, 120, 180] {
                Accent::new(hue, chroma).unwrap();
            }
        }
    }

    #[test]
    fn a_ratio_that_fails_is_refused_at_the_chroma() {
        let faint = Some((Code::AccentTooFaint, "accent.chroma".to_owned()));
        for (hue, chroma) in [(180, 400), (165, 300), (15, 400), (30, 380)] {
            assert_eq!(refused(hue, chroma), faint, "{hue} {chroma}");
        }
        let fault = Accent { hue: 180, chroma: 400 }.faintest().unwrap();
        assert_eq!((fault.theme, fault.token), (Theme::Light, "on-accent"));
        assert!((4.3..4.5).contains(&fault.ratio), "{fault:?}");
    }

    #[test]
    fn numbers_out_of_range_are_refused_at_their_field() {
        let invalid = |field: &str| Some((Code::FieldInvalid, format!("accent.{field}")));
        assert_eq!(refused(360, 100), invalid("hue"));
        assert_eq!(refused(-1, 100), invalid("hue"));
        assert_eq!(refused(i64::MAX, 100), invalid("hue"));
        assert_eq!(refused(90, 401), invalid("chroma"));
        assert_eq!(refused(90, -1), invalid("chroma"));
        assert_eq!((refused(0, 0), refused(359, 0)), (None, None));
    }

    #[test]
    fn the_style_says_what_turns_and_nothing_else() {
        let style = Accent::new(265, 160).unwrap().style();
        let lines: Vec<&str> = style.lines().collect();
        let [light, dark, forced] = lines.as_slice() else { panic!("{style}") };
        assert!(light.starts_with(":root{--accent:#2b4fb0;--accent-hover:#1e3d8f;"), "{light}");
        assert!(
            dark.contains("dark){:root:not([data-theme=\"light\"]){--accent:#8aadf7;"),
            "{dark}"
        );
        assert!(forced.contains("forced-colors:active"), "{forced}");
        for line in lines {
            assert_eq!(line.matches('{').count(), line.matches('}').count(), "{line}");
        }
        assert_eq!(style.matches("--").count(), 2 * TURNED.len() + 1, "{style}");
        assert!(style.len() < 600, "{}", style.len());
    }
}
