//! Phrases of words, from `corpus/phrases.txt`.

use std::path::Path;

use anyhow::{Context, Result};

use crate::fresh;
use crate::fresh_layouts;
use crate::kinds::Turn;
use crate::layouts::lay_out;
use crate::random::Random;
use crate::secret::Secret;

struct Phrase {
    scheme: String,
    list: String,
    words: String,
}

/// Valid phrases of every scheme; those in even lines serve the tuning half, those in odd ones the frozen half.
pub struct Phrases {
    tuning: Vec<Phrase>,
    frozen: Vec<Phrase>,
}

impl Phrases {
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let (mut tuning, mut frozen) = (Vec::new(), Vec::new());
        for (line, number) in text.lines().zip(0..) {
            let half = if number % 2 == 0 { &mut tuning } else { &mut frozen };
            half.push(parse(line).with_context(|| format!("phrases.txt, line {number}"))?);
        }
        Ok(Phrases { tuning, frozen })
    }

    /// A file of which no line belongs to the tuning half.
    pub fn read_whole(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let frozen = text.lines().map(parse).collect::<Option<Vec<_>>>();
        let frozen = frozen.with_context(|| format!("{}: three fields a line", path.display()))?;
        Ok(Phrases { tuning: Vec::new(), frozen })
    }

    fn of_half(&self, half: &str) -> &[Phrase] {
        if half == "tuning" { &self.tuning } else { &self.frozen }
    }

    fn matching<'a>(
        &'a self,
        turn: &Turn<'_>,
        wanted: impl Fn(&Phrase) -> bool,
    ) -> Vec<&'a Phrase> {
        self.of_half(turn.half).iter().filter(|phrase| wanted(phrase)).collect()
    }

    /// The next phrase of a scheme, in the next layout. Shares are written as they come, one after the other.
    pub fn of_scheme(&self, scheme: &str, turn: &Turn<'_>) -> Secret {
        let phrases = self.matching(turn, |phrase| phrase.scheme == scheme);
        let mut random = Random::named(&format!("{scheme} {} {}", turn.half, turn.number));
        let phrase = random.pick(&phrases);
        let mut secret = laid_out(&phrase.words, &phrase.list, turn);
        secret.layout = format!("{scheme} {} {}", phrase.list, secret.layout);
        secret
    }

    /// A phrase for a wallet: English words, the customer's own language, another scheme, or any list, in turn.
    pub fn seed(&self, turn: &Turn<'_>, random: &mut Random) -> Secret {
        let own = own_list(turn.lang);
        let phrases = match turn.number / 10 % 4 {
            0 => self.matching(turn, |it| it.scheme == "bip39" && it.list == "english"),
            1 => self.matching(turn, |it| it.scheme == "bip39" && own.contains(&it.list.as_str())),
            2 => self
                .matching(turn, |it| ["electrum", "ton", "algorand"].contains(&it.scheme.as_str())),
            _ => self.matching(turn, |it| it.scheme == "bip39"),
        };
        let phrase = random.pick(&phrases);
        let damage = if turn.number / 10 % 4 == 2 { random.below(5) } else { 0 };
        let words = damaged(&phrase.words, damage, random);
        let mut secret = laid_out(&words, &phrase.list, turn);
        let scheme = if words == phrase.words {
            &phrase.scheme
        } else {
            ["", "mistyped", "partial"].get(damage).copied().unwrap_or_default()
        };
        secret.layout = format!("{scheme} {} {}", phrase.list, secret.layout);
        secret
    }
}

fn laid_out(words: &str, list: &str, turn: &Turn<'_>) -> Secret {
    if turn.half == fresh::HALF {
        return fresh_layouts::lay_out(words, list, turn.number);
    }
    lay_out(words, list, turn.number)
}

fn parse(line: &str) -> Option<Phrase> {
    let mut fields = line.split('\t').map(str::to_owned);
    Some(Phrase { scheme: fields.next()?, list: fields.next()?, words: fields.next()? })
}

/// The lists that speakers of a language use besides the English one.
fn own_list(lang: &str) -> &'static [&'static str] {
    match lang {
        "zh-Hans" => &["chinese_simplified"],
        "zh-Hant" => &["chinese_traditional"],
        "ja" => &["japanese"],
        "ko" => &["korean"],
        "ru" => &["russian"],
        "es" => &["spanish"],
        "tr" => &["turkish"],
        "en" => &["french", "italian", "portuguese", "czech"],
        _ => &["english"],
    }
}

/// 1: a word with two letters changed about; 2: the first ten or eleven words; otherwise the phrase as it is.
fn damaged(phrase: &str, damage: usize, random: &mut Random) -> String {
    let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    match damage {
        1 => {
            let at = random.below(words.len());
            if let Some(word) = words.get_mut(at) {
                *word = mistyped(word);
            }
        }
        2 => words.truncate(random.between(10, 11)),
        _ => {}
    }
    words.join(" ")
}

fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.get(1) == letters.get(2) {
        letters.push('s');
    } else {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}
