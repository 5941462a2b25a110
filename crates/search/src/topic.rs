//! What a text is about, by the words and phrases that people use for a thing.
//!
//! No index and no question: a list of phrases a topic and language, small enough to be tried one by one, and read with the
//! same letters, words and stems as everything else here. The list is written by people; how it is written is told at
//! [`Topics::read`].

mod heard;
mod list;

use std::collections::HashMap;

use proofdesk_locale::Locale;

use crate::Error;
use crate::stem::Latin;
use heard::{Heard, Place};
use list::{List, Phrase, Piece};

/// From this on something was said that only few topics are told by.
const CLEAR: f32 = 3.0;
/// How much a phrase of another language than the reader's counts.
const FOREIGN: f32 = 0.8;
/// Units of a text (three a word, one a letter of scripts without spaces) that may stand between the parts of a phrase.
const BETWEEN: usize = 15;
/// Places of one part of a phrase that are tried.
const PLACES: usize = 12;

/// The phrases of all topics, ready to be looked for. The default has none and finds none.
#[derive(Default)]
pub struct Topics {
    names: Vec<String>,
    lists: Vec<(Locale, List)>,
}

/// A topic that a text speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic<'a> {
    pub name: &'a str,
    /// How much was said for it: about three for one word that no other topic has, less the more of them share it.
    pub weight: f32,
}

impl Topics {
    /// Reads the lists of all languages, of each its text.
    ///
    /// A list has a line `[topic]` before the phrases of each topic, several to a line with `|` between them. The parts of a
    /// phrase stand in any order, with up to five words between them. A part is a word, in any form that has its stem
    /// (`withdraw`); the beginning of words (`взлом*`); words that follow each other (`wrong_chain`); letters of a script
    /// without spaces, wherever they stand; or one word of a class (`{not}`), which a line `{not}: no | never` before the
    /// first topic names. The classes of English stand for all languages: one with letters of its own adds to them, one of
    /// Latin letters has its own in their place.
    ///
    /// # Errors
    /// Says the language and the line that cannot be read: a topic that is not among `names`, or twice; a class that nobody
    /// named; a phrase without a letter.
    pub fn read(names: &[&str], texts: &[(Locale, &str)]) -> Result<Self, Error> {
        let english = texts.iter().find(|(locale, _)| *locale == Locale::En);
        let shared = english.map_or(Ok(HashMap::new()), |(locale, text)| {
            list::classes(text, Latin::English, &HashMap::new()).map_err(|why| why.of(*locale))
        })?;
        let lists = texts.iter().map(|(locale, text)| {
            let list = list::read(names, text, Latin::of(*locale), &shared);
            list.map(|list| (*locale, list)).map_err(|why| why.of(*locale))
        });
        let lists = lists.collect::<Result<_, _>>()?;
        Ok(Self { names: names.iter().map(|name| (*name).to_owned()).collect(), lists })
    }

    /// The topics that have phrases in a language.
    pub fn told(&self, locale: Locale) -> impl Iterator<Item = &str> {
        let lists = self.lists.iter().filter(move |(of, _)| *of == locale);
        let topics = lists.flat_map(|(_, list)| list.topics());
        topics.filter_map(|topic| self.names.get(topic).map(String::as_str))
    }

    /// What a text speaks of, the most told of first; of the same weight in the order of the names. What nobody can mean is
    /// no error: an empty list. Of a long text only the beginning is read.
    pub fn find(&self, text: &str, locale: Locale) -> Vec<Topic<'_>> {
        let heard = Heard::new(text);
        let mut weights = vec![0.0_f32; self.names.len()];
        self.weigh(&heard, &mut weights, true, |of| is_own(of, locale));
        if weights.iter().all(|weight| *weight < CLEAR) {
            self.weigh(&heard, &mut weights, false, |of| !is_own(of, locale));
        }
        let topics = self.names.iter().zip(weights).filter(|(_, weight)| *weight > 0.0);
        let mut topics: Vec<_> =
            topics.map(|(name, weight)| Topic { name: name.as_str(), weight }).collect();
        topics.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        topics
    }

    /// Languages do not add up: a sentence is in one of them.
    fn weigh(
        &self,
        heard: &Heard,
        weights: &mut [f32],
        own: bool,
        is_read: impl Fn(Locale) -> bool,
    ) {
        let times = if own { 1.0 } else { FOREIGN };
        for (_, list) in self.lists.iter().filter(|(locale, _)| is_read(*locale)) {
            for (topic, weight) in list.topics().zip(weigh(list, heard, own)) {
                if let Some(best) = weights.get_mut(topic) {
                    *best = best.max(weight * times);
                }
            }
        }
    }
}

/// Both kinds of Chinese are read alike, and English words stand in every language.
fn is_own(of: Locale, locale: Locale) -> bool {
    let is_chinese = |locale| matches!(locale, Locale::ZhHans | Locale::ZhHant);
    of == locale || of == Locale::En || is_chinese(of) && is_chinese(locale)
}

/// How much a text says for each topic of a list, in its order.
fn weigh(list: &List, heard: &Heard, own: bool) -> Vec<f32> {
    let places = heard.places(list, own);
    let of_topic = |topic: usize| {
        let phrases = list.phrases.iter().filter(|phrase| phrase.topic == topic);
        let said = phrases.filter_map(|phrase| {
            let found = together(&phrase.pieces, &places, heard)?;
            Some((phrase, found))
        });
        sum(list, said.collect())
    };
    list.topics().map(of_topic).collect()
}

/// No part of the text counts twice for a topic: the heaviest phrase has it.
fn sum(list: &List, mut said: Vec<(&Phrase, Vec<Place>)>) -> f32 {
    let weight = |phrase: &Phrase| -> f32 {
        let pieces = phrase.pieces.iter().filter_map(|piece| list.pieces.get(*piece));
        pieces.map(|piece| piece.weight).sum::<f32>() * phrase.share
    };
    said.sort_by(|(a, _), (b, _)| weight(b).total_cmp(&weight(a)));
    let mut taken: Vec<Place> = Vec::new();
    let mut sum = 0.0;
    for (phrase, places) in said {
        for (place, piece) in places.into_iter().zip(&phrase.pieces) {
            if !taken.iter().any(|other| overlap(other, &place)) {
                sum += list.pieces.get(*piece).map_or(0.0, |piece| piece.weight) * phrase.share;
                taken.push(place);
            }
        }
    }
    sum
}

/// Where the parts of a phrase stand near each other, if they do.
fn together(pieces: &[usize], places: &[Vec<Place>], heard: &Heard) -> Option<Vec<Place>> {
    let of = |piece: &usize| places.get(*piece).filter(|places| !places.is_empty());
    if !pieces.iter().all(|piece| of(piece).is_some()) {
        return None;
    }
    let (first, rest) = pieces.split_first()?;
    of(first)?.iter().take(PLACES).find_map(|anchor| {
        let mut chosen = vec![anchor.clone()];
        for piece in rest {
            let free = of(piece)?.iter().take(PLACES);
            let free = free.filter(|place| !chosen.iter().any(|one| overlap(one, place)));
            let nearest = free.min_by_key(|place| place.start.abs_diff(anchor.start))?;
            chosen.push(nearest.clone());
        }
        (heard.foreign(&chosen) <= BETWEEN).then_some(chosen)
    })
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.start < b.end && b.start < a.end
}

impl Piece {
    /// What few topics are told by tells more.
    fn weigh(&mut self, topics: usize, of: usize) {
        let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        self.weight = (1.0 + number(of) / number(topics.max(1))).ln();
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;

    const EN: &str = "{not}: no | not | never | can_t\n\
        {chain}: erc20 | bep20 | erc_20\n\
        # A remark.\n\
        [theft]\nhack | stole* | {not} my withdrawal\n\
        [network]\n{chain} instead {chain} | wrong_chain\n\
        [withdrawal]\nwithdrawal | withdraw {not}\n\
        [deposit]\ndeposit {not} arrive | deposit\n";
    const ES: &str = "[theft]\nrobaron | que\n";
    const RU: &str = "{not}: не\n[theft]\nвзлом*\n[deposit]\nденьги {not} прийти | {not} пришли\n";
    const ZH: &str =
        "{not}: 没 | 不\n[theft]\n被盗 | 冻结\n[deposit]\n充值 {not}到账 | {not}到账\n";
    const NAMES: &[&str] = &["theft", "network", "withdrawal", "deposit"];

    fn topics() -> Topics {
        let texts = [(Locale::En, EN), (Locale::Es, ES), (Locale::Ru, RU), (Locale::ZhHans, ZH)];
        Topics::read(NAMES, &texts).unwrap()
    }

    fn first(text: &str, locale: Locale) -> Option<String> {
        topics().find(text, locale).first().map(|topic| topic.name.to_owned())
    }

    #[test]
    fn phrases_are_found_in_the_forms_that_people_write() {
        for (text, locale, name) in [
            ("Somebody HACKED me", Locale::En, "theft"),
            ("I got hacked", Locale::Ru, "theft"),
            ("my coins were stolen", Locale::En, "theft"),
            ("that was not my withdrawal", Locale::En, "theft"),
            ("I can't withdraw", Locale::En, "withdrawal"),
            ("withdrawl pending", Locale::En, "withdrawal"),
            ("sent on BEP20 instead of ERC-20", Locale::En, "network"),
            ("the wrong  chain!", Locale::En, "network"),
            ("меня взломали", Locale::Ru, "theft"),
            ("меня взломали", Locale::En, "theft"),
            ("¡me robaron!", Locale::En, "theft"),
            ("не пришли мои деньги", Locale::Ru, "deposit"),
            ("BTC充值 一直没到账", Locale::ZhHans, "deposit"),
            ("充值沒到賬", Locale::ZhHant, "deposit"),
        ] {
            assert_eq!(first(text, locale).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn what_is_not_said_is_not_found() {
        for text in
            ["", "  ?!", "the hash", "BEP20 instead of that", "good morning", "que", "一二三"]
        {
            assert_eq!(first(text, Locale::En), None, "{text}");
        }
        // Too far from each other.
        let far = format!("deposit {} not {} arrive", "a ".repeat(20), "b ".repeat(20));
        let (near, far) = (topics(), far);
        let weight = |text: &str| near.find(text, Locale::En).first().unwrap().weight;
        assert!(weight("deposit did not arrive") > 2.0 * weight(&far));
    }

    #[test]
    fn what_many_topics_share_counts_less() {
        let all = topics();
        let hack = all.find("hack", Locale::En);
        let withdrawal = all.find("withdrawal", Locale::En);
        assert!(hack[0].weight > withdrawal[0].weight);
    }

    #[test]
    fn a_list_that_cannot_be_read_says_where() {
        for (text, line) in [
            ("[theft]\nhack\n[plunder]\nrob\n", 3),
            ("[theft]\nhack\n\n[theft]\nrob\n", 4),
            ("[theft]\n{gone} money\n", 2),
            ("[theft]\nhack | !\n", 2),
            ("hack\n", 1),
            ("[theft]\n{late}: yes\n", 2),
        ] {
            let error = Topics::read(NAMES, &[(Locale::En, text)]).err().unwrap().to_string();
            assert!(error.contains(&format!("en, line {line}:")), "{error}");
        }
        assert!(topics().told(Locale::Ru).eq(["theft", "deposit"]));
    }

    /// A text of any length is read in part, and any text can be read.
    #[test]
    fn long_and_strange_texts_are_read() {
        let long = format!("hack {}", "money wихx充值 ".repeat(20_000));
        assert_eq!(first(&long, Locale::En).as_deref(), Some("theft"));
        for text in ["\u{0}\u{301}", "ﷺﷺ 没 \u{200f}", "🦀 can_t {not}", "İ ſ ß"] {
            topics().find(text, Locale::Ar);
        }
    }
}
