//! Stories: what customers and agents write in one language, as templates.
//!
//! # The grammar of a story file
//!
//! ```text
//! # A comment.
//! == common
//! hello: [Hi|Hello],
//! == deposit-not-credited/unconfirmed @btc !4006
//! o: I sent {amount}, hash {tx}
//! ```
//!
//! * `== category/scenario` begins a scenario: one believable course of a ticket of that category. `@kind` says what
//!   kind of money it is about ([`Kind`]), `!code` which error the exchange answered with. `== common` holds what
//!   fits every scenario.
//! * `key: template` is one way to say it; the same key again is another. In a scenario: `s` subject, `o` opening,
//!   `t` an opening in one breath, `q` the agent's question, `a` its answer, `v` the verdict that solves it, `n` the
//!   note for colleagues. The common keys are named after what they do.
//! * In a template `[one|other]` is a choice, `\n` a line break, `{slot}` a fact (`facts.rs`). A slot that is no fact is
//!   a common line of that name, chosen once per ticket: so a language brings its own cities and wallets.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proofdesk_locale::Locale;

use super::dice::Dice;

/// What a scenario's money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any coin on any of its networks.
    Any,
    /// An amount below the minimum.
    Small,
    /// A dollar coin, with two networks whose addresses look different.
    Stable,
    /// Bitcoin, and no block yet.
    Btc,
    /// An EVM chain, and a second one with the same address.
    Evm,
    /// A network that wants a memo.
    Memo,
    /// A perpetual contract.
    Perp,
    /// A structured product that paid as its terms say.
    Earn,
    /// A structured product that paid the wrong coin.
    Owed,
    /// A wallet whose words were given away.
    Leak,
}

impl Kind {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "any" => Self::Any,
            "small" => Self::Small,
            "stable" => Self::Stable,
            "btc" => Self::Btc,
            "evm" => Self::Evm,
            "memo" => Self::Memo,
            "perp" => Self::Perp,
            "earn" => Self::Earn,
            "owed" => Self::Owed,
            "leak" => Self::Leak,
            _ => return None,
        })
    }
}

/// Templates by key.
#[derive(Debug, Default)]
pub struct Lines(BTreeMap<&'static str, Vec<&'static str>>);

impl Lines {
    /// One of the templates of a key.
    pub fn pick(&self, key: &str, dice: &mut Dice) -> Option<&'static str> {
        dice.pick(self.0.get(key)?).copied()
    }

    /// Says whether any template has this in it.
    pub fn mention(&self, text: &str) -> bool {
        self.0.values().flatten().any(|template| template.contains(text))
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().flat_map(|(key, lines)| lines.iter().map(|line| (*key, *line)))
    }
}

/// One course of a ticket.
#[derive(Debug)]
pub struct Scenario {
    /// The slug of its category.
    pub category: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    /// The error code that the exchange answered with, if it is about one.
    pub code: Option<&'static str>,
    pub lines: Lines,
}

/// Everything that is said in one language.
#[derive(Debug)]
pub struct Story {
    pub locale: Locale,
    pub common: Lines,
    pub scenarios: Vec<Scenario>,
}

/// A line that is none of the grammar.
pub type Misread = &'static str;

impl Story {
    /// Reads a story file. What cannot be read is left out and returned, for a test to find.
    pub fn parse(locale: Locale, text: &'static str) -> (Self, Vec<Misread>) {
        let mut story = Self { locale, common: Lines::default(), scenarios: Vec::new() };
        let mut misread = Vec::new();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let understood = match line.strip_prefix("== ") {
                Some("common") => story.scenarios.is_empty(),
                Some(heading) => match scenario(heading) {
                    Some(scenario) => {
                        story.scenarios.push(scenario);
                        true
                    }
                    None => false,
                },
                None => story.add(line),
            };
            if !understood {
                misread.push(line);
            }
        }
        (story, misread)
    }

    fn add(&mut self, line: &'static str) -> bool {
        let Some((key, template)) = line.split_once(": ") else { return false };
        let lines = match self.scenarios.last_mut() {
            Some(scenario) => &mut scenario.lines,
            None => &mut self.common,
        };
        lines.0.entry(key).or_default().push(template);
        true
    }

    /// The story of a language, or `None` while nobody has written it.
    pub fn of(locale: Locale) -> Option<&'static Self> {
        STORIES.iter().find(|story| story.locale == locale)
    }

    /// The languages in which there is a story.
    pub fn locales() -> impl Iterator<Item = Locale> + Clone {
        STORIES.iter().map(|story| story.locale)
    }

    /// One scenario of a category.
    pub fn pick(&self, category: &str, dice: &mut Dice) -> Option<&Scenario> {
        let fitting: Vec<_> = self.scenarios.iter().filter(|s| s.category == category).collect();
        dice.pick(&fitting).copied()
    }
}

fn scenario(heading: &'static str) -> Option<Scenario> {
    let mut words = heading.split(' ');
    let (category, name) = words.next()?.split_once('/')?;
    let mut scenario =
        Scenario { category, name, kind: Kind::Any, code: None, lines: Lines::default() };
    for word in words {
        if let Some(kind) = word.strip_prefix('@') {
            scenario.kind = Kind::parse(kind)?;
        } else {
            scenario.code = Some(word.strip_prefix('!')?);
        }
    }
    Some(scenario)
}

/// Every story file.
pub const FILES: &[(Locale, &str)] = &[
    (Locale::En, include_str!("story/en.story")),
    (Locale::ZhHans, include_str!("story/zh-Hans.story")),
    (Locale::ZhHant, include_str!("story/zh-Hant.story")),
    (Locale::Ja, include_str!("story/ja.story")),
    (Locale::Ko, include_str!("story/ko.story")),
    (Locale::Ru, include_str!("story/ru.story")),
    (Locale::Es, include_str!("story/es.story")),
    (Locale::Tr, include_str!("story/tr.story")),
    (Locale::Vi, include_str!("story/vi.story")),
    (Locale::Ar, include_str!("story/ar.story")),
];

static STORIES: LazyLock<Vec<Story>> =
    LazyLock::new(|| FILES.iter().map(|(locale, text)| Story::parse(*locale, text).0).collect());

#[cfg(test)]
mod tests {
    use proofdesk_desk::category;

    use super::*;

    #[test]
    fn every_line_of_every_story_is_read() {
        for (locale, text) in FILES {
            let (_, misread) = Story::parse(*locale, text);
            assert!(misread.is_empty(), "{locale:?}: {misread:?}");
        }
    }

    #[test]
    fn every_story_knows_every_category_and_what_a_thread_needs() {
        for story in STORIES.iter() {
            let locale = story.locale;
            for slug in category::BUILTIN {
                assert!(story.pick(slug, &mut Dice::of(1)).is_some(), "{locale:?} has no {slug}");
            }
            for scenario in &story.scenarios {
                let Scenario { category, name, lines, .. } = scenario;
                assert!(category::BUILTIN.contains(category), "{locale:?}: {category}");
                for key in ["s", "o", "v"] {
                    assert!(lines.has(key), "{locale:?} {category}/{name}: no {key}");
                }
                assert_eq!(
                    lines.has("q"),
                    lines.has("a"),
                    "{locale:?} {category}/{name}: q without a"
                );
            }
            for key in [
                "hello", "bye", "dear", "regards", "look", "nudge", "more", "remind", "thanks",
                "clear", "welcome",
            ]
            .into_iter()
            .chain([
                "reopen",
                "again",
                "done",
                "note",
                "hand",
                "when",
                "stamp.agent",
                "stamp.customer",
                "city",
                "wallet",
            ]) {
                assert!(story.common.has(key), "{locale:?}: no {key}");
            }
        }
    }
}
