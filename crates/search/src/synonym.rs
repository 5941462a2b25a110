//! Words for one thing: 提现 and 提币, `deposit` and `top up`, BTC and ビットコイン.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use proofdesk_locale::Locale;

use crate::distance::{allowed_slips, distance};
use crate::fold::{Letter, letters};
use crate::token::{Kind, tokens};

const WORDS: &str = include_str!("../data/synonyms.txt");
/// Shorter words are looked for as they are typed: too many others are their neighbours.
const SLIPPED_LETTERS: usize = 5;
/// Things that one mistyped word may mean.
const MEANT: usize = 2;

/// The words of all languages.
pub(crate) struct Synonyms {
    by_locale: HashMap<Locale, Forms>,
}

/// Those of one language, folded as texts are.
struct Forms {
    finder: AhoCorasick,
    /// Of each pattern the thing that it means.
    things: Vec<usize>,
    /// Of each thing its forms.
    of_thing: HashMap<usize, Vec<String>>,
    /// The forms that are one word between spaces.
    words: Vec<OneWord>,
}

/// A form of one word.
struct OneWord {
    text: String,
    /// How many.
    letters: usize,
    thing: usize,
}

/// A form found in what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Letters, the end not included.
    pub letters: std::ops::Range<usize>,
    /// The other words for it, folded.
    pub others: Vec<String>,
    pub thing: usize,
}

pub(crate) fn synonyms() -> &'static Synonyms {
    static ALL: OnceLock<Synonyms> = OnceLock::new();
    ALL.get_or_init(|| read(WORDS))
}

fn read(text: &str) -> Synonyms {
    let mut lists: HashMap<Locale, Vec<(usize, Vec<String>)>> = HashMap::new();
    let mut thing = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            thing += 1;
        } else if let Some((code, forms)) = line.split_once(": ")
            && let Some(locale) = Locale::ALL.into_iter().find(|locale| locale.code() == code)
        {
            let mut seen = HashSet::new();
            let forms = forms.split('|').map(fold);
            let forms =
                forms.filter(|form| !form.is_empty() && seen.insert(form.clone())).collect();
            lists.entry(locale).or_default().push((thing, forms));
        }
    }
    let compiled = lists.into_iter().filter_map(|(locale, list)| Some((locale, compile(list)?)));
    Synonyms { by_locale: compiled.collect() }
}

/// Letters alone, with one space where anything else stands: `erc-20` and `ERC 20` are one form.
fn fold(text: &str) -> String {
    folded(&letters(text)).0
}

/// Folded text, and for each of its bytes the letter that it came from.
fn folded(letters: &[Letter]) -> (String, Vec<usize>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for (at, letter) in letters.iter().enumerate() {
        let c = match letter.class {
            crate::fold::Class::Other if text.is_empty() || text.ends_with(' ') => continue,
            crate::fold::Class::Other => ' ',
            _ => letter.plain,
        };
        text.push(c);
        places.resize(text.len(), at);
    }
    if text.ends_with(' ') {
        text.pop();
        places.pop();
    }
    (text, places)
}

fn compile(list: Vec<(usize, Vec<String>)>) -> Option<Forms> {
    let pairs = list.iter().flat_map(|(thing, forms)| forms.iter().map(|form| (form, *thing)));
    let words = pairs.clone().filter_map(|(form, thing)| one_word(form, thing)).collect();
    let (patterns, things): (Vec<&String>, Vec<usize>) = pairs.unzip();
    let finder =
        AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()?;
    Some(Forms { finder, things, of_thing: list.into_iter().collect(), words })
}

fn one_word(form: &str, thing: usize) -> Option<OneWord> {
    let tokens = tokens(form);
    let is_one = matches!(tokens.as_slice(), [token] if token.kind == Kind::Word);
    let letters = form.chars().count();
    is_one.then(|| OneWord { text: form.to_owned(), letters, thing })
}

impl Synonyms {
    /// The forms in what was asked, longest first at each place, without overlap.
    pub fn find(&self, locale: Locale, asked: &[Letter]) -> Vec<Found> {
        let Some(forms) = self.by_locale.get(&locale) else { return Vec::new() };
        let (text, places) = folded(asked);
        let mut all = Vec::new();
        for found in forms.finder.find_iter(&text) {
            if !stands_alone(&text, found.range()) {
                continue;
            }
            let Some(&thing) = forms.things.get(found.pattern().as_usize()) else { continue };
            let own = text.get(found.range()).unwrap_or_default();
            let list = forms.of_thing.get(&thing).map(Vec::as_slice).unwrap_or_default();
            let others = list.iter().filter(|form| *form != own).cloned().collect();
            let start = places.get(found.start()).copied().unwrap_or_default();
            let end = places.get(found.end().saturating_sub(1)).map_or(start, |at| at + 1);
            all.push(Found { letters: start..end, others, thing });
        }
        all
    }

    /// What a mistyped word may mean: the forms of each thing of which one is as near as any, and how many slips lie between.
    pub fn alike(&self, locale: Locale, word: &str) -> Vec<(&[String], i32)> {
        let Some(forms) = self.by_locale.get(&locale) else { return Vec::new() };
        let (letters, allowed) = (word.chars().count(), allowed_slips(word));
        if letters < SLIPPED_LETTERS || allowed == 0 {
            return Vec::new();
        }
        let may_be = |form: &&OneWord| form.letters.abs_diff(letters) <= usize::from(allowed);
        let near = forms.words.iter().filter(may_be);
        let near = near.map(|form| (distance(word, &form.text), form.thing));
        let mut near: Vec<(u8, usize)> = near.filter(|(slips, _)| *slips <= allowed).collect();
        near.sort_unstable();
        near.dedup();
        let least = match near.first() {
            Some((slips, _)) if *slips > 0 => *slips,
            // Nothing, or itself.
            _ => return Vec::new(),
        };
        let nearest = near.into_iter().take_while(|(slips, _)| *slips == least).take(MEANT);
        let with_forms = nearest.filter_map(|(slips, thing)| {
            Some((forms.of_thing.get(&thing)?.as_slice(), i32::from(slips)))
        });
        with_forms.collect()
    }

    /// The words of another language for a thing.
    pub fn translations(&self, thing: usize, locale: Locale) -> &[String] {
        let forms = self.by_locale.get(&locale).and_then(|forms| forms.of_thing.get(&thing));
        forms.map(Vec::as_slice).unwrap_or_default()
    }
}

/// A form of letters with spaces between words is one only where no word goes on beside it.
fn stands_alone(text: &str, range: std::ops::Range<usize>) -> bool {
    let is_word = |c: char| c < '\u{0e00}' && c.is_alphanumeric();
    let inner = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let goes_on = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(is_word) && outer.is_some_and(is_word)
    };
    !goes_on(inner.chars().next(), before) && !goes_on(inner.chars().next_back(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others(locale: Locale, text: &str) -> Vec<String> {
        let found = synonyms().find(locale, &letters(text));
        found.into_iter().flat_map(|found| found.others).collect()
    }

    #[test]
    fn words_for_one_thing_are_found() {
        assert!(others(Locale::ZhHans, "USDT提币没到").contains(&"提现".to_owned()));
        assert!(others(Locale::ZhHant, "提幣").contains(&"提现".to_owned()));
        assert!(others(Locale::En, "how to Top-Up?").contains(&"deposit".to_owned()));
        assert!(others(Locale::Tr, "CEKIM").contains(&"para cekme".to_owned()));
        assert!(others(Locale::En, "desktop upper").is_empty());
    }

    #[test]
    fn a_mistyped_word_means_what_is_nearest() {
        let means = |word: &str, form: &str| {
            let found = synonyms().alike(Locale::En, word);
            found.iter().any(|(forms, _)| forms.iter().any(|known| known == form))
        };
        assert!(means("haked", "stolen"), "a letter is left out");
        assert!(means("widthrawal", "cash out"), "two slips in a long word");
        assert!(!means("hacked", "stolen"), "not mistyped");
        assert!(synonyms().alike(Locale::En, "memk").is_empty(), "too short");
        assert!(synonyms().alike(Locale::En, "trc2o0").is_empty(), "digits mean themselves");
        assert!(synonyms().alike(Locale::ZhHans, "提币").is_empty(), "no word between spaces");
    }

    #[test]
    fn every_language_has_words_and_translations() {
        let found = synonyms().find(Locale::Ja, &letters("出金"));
        let thing = found.first().map(|found| found.thing).unwrap_or_default();
        assert!(synonyms().translations(thing, Locale::En).contains(&"withdrawal".to_owned()));
        for locale in Locale::ALL {
            let forms = synonyms().by_locale.get(&locale);
            assert!(forms.is_some_and(|forms| forms.of_thing.len() > 60), "{locale:?}");
        }
    }
}
