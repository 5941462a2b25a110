//! A text as phrases are looked for in it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::list::{Form, List};
use crate::distance::distance;
use crate::fold::{Class, Letter, letters};
use crate::stem::{Latin, without_article};
use crate::token::{Kind, Token, tokens_of};

/// Letters of a text that are read: who asks has said by then what it is about.
const LETTERS: usize = 1_200;
/// Words from this length on are found with slips of the fingers: shorter ones are too many others' neighbours.
const SLIP_FROM: usize = 6;
/// What is left of them without their endings.
const FORM_LETTERS: usize = 5;
const TWO_SLIPS_FROM: usize = 8;
/// What a word counts where a letter of a script without spaces counts one.
const WORD_UNITS: usize = 3;

/// Letters of the text, the end not included.
pub(super) type Place = Range<usize>;

pub(super) struct Heard {
    words: Vec<Token>,
    /// The letters of all words without what parts them, and for each byte the letter that it came from.
    run: String,
    origins: Vec<usize>,
    /// How far from the beginning each letter is.
    units: Vec<usize>,
    stems: RefCell<HashMap<Latin, Vec<String>>>,
}

impl Heard {
    pub fn new(text: &str) -> Self {
        let end = text.char_indices().nth(LETTERS).map_or(text.len(), |(at, _)| at);
        let letters = letters(text.get(..end).unwrap_or(text));
        let tokens = tokens_of(&letters).into_iter();
        let words: Vec<Token> = tokens.filter(|token| token.kind == Kind::Word).collect();
        let (run, origins) = run(&letters);
        let units = units(&letters, &words);
        Self { words, run, origins, units, stems: RefCell::default() }
    }

    /// For each part of the phrases of a list where it stands. What is a slip in the reader's own language, or a word
    /// without its accents, is a word of another in others (`the` and `thẻ`): there they are read as they are.
    pub fn places(&self, list: &List, own: bool) -> Vec<Vec<Place>> {
        let forms = self.forms(list, own);
        let empty = Found::default();
        let pieces = list.pieces.iter().map(|piece| {
            let ways = piece.ways.iter().map(|way| {
                let found = way.iter().map(|form| forms.get(*form).unwrap_or(&empty));
                self.follow(&found.collect::<Vec<_>>())
            });
            ways.flatten().collect()
        });
        pieces.collect()
    }

    /// Units between and around places that belong to none of them.
    pub fn foreign(&self, places: &[Place]) -> usize {
        let unit = |letter: usize| self.units.get(letter).copied().unwrap_or_default();
        let span = |place: &Place| unit(place.end.saturating_sub(1)) - unit(place.start);
        let first = places.iter().map(|place| unit(place.start)).min().unwrap_or_default();
        let last = places.iter().map(|place| unit(place.end.saturating_sub(1))).max();
        let own: usize = places.iter().map(span).sum();
        let steps = WORD_UNITS * places.len().saturating_sub(1);
        last.unwrap_or_default().saturating_sub(first + own + steps)
    }

    fn forms(&self, list: &List, own: bool) -> Vec<Found> {
        let mut known = vec![false; self.words.len()];
        let mut found: Vec<Found> =
            list.forms.iter().map(|form| self.find(form, &mut known, own)).collect();
        let strange = self.words.iter().zip(&known).enumerate();
        let strange = strange.filter(|(_, (word, known))| own && !**known && may_slip(word));
        for (at, _) in strange {
            for (form, found) in list.forms.iter().zip(&mut found) {
                if self.slips_into(at, form) {
                    found.words.push(at);
                }
            }
        }
        found
    }

    fn find(&self, form: &Form, known: &mut [bool], own: bool) -> Found {
        if let Form::Run(run) = form {
            let runs = self.run.match_indices(run.as_str());
            let runs = runs.filter_map(|(at, found)| {
                let last = self.origins.get(at + found.len() - 1)?;
                Some(*self.origins.get(at)?..last + 1)
            });
            return Found { runs: runs.collect(), words: Vec::new() };
        }
        let words = self.words.iter().enumerate().filter(|(_, word)| own || is_told_apart(word));
        let words: Vec<usize> = words.map(|(at, _)| at).filter(|at| self.is(*at, form)).collect();
        for at in &words {
            if let Some(known) = known.get_mut(*at) {
                *known = true;
            }
        }
        Found { runs: Vec::new(), words }
    }

    fn is(&self, at: usize, form: &Form) -> bool {
        match form {
            Form::Stem(latin, stem) => self.stem(at, *latin, |own| own == stem),
            Form::Beginning(beginning) => self.words.get(at).is_some_and(|word| {
                let plain = word.plain.as_str();
                plain.starts_with(beginning) || without_article(plain).starts_with(beginning)
            }),
            Form::Run(_) => false,
        }
    }

    /// Whether a word that means nothing else is a form with one slip after its first letter.
    fn slips_into(&self, at: usize, form: &Form) -> bool {
        match form {
            Form::Stem(latin, stem) => self.stem(at, *latin, |own| is_slip(own, stem)),
            Form::Beginning(beginning) => self.words.get(at).is_some_and(|word| {
                let length = beginning.chars().count();
                let lengths = length.saturating_sub(1)..=length + 1;
                lengths.into_iter().any(|length| {
                    let cut: String = word.plain.chars().take(length).collect();
                    is_slip(&cut, beginning)
                })
            }),
            Form::Run(_) => false,
        }
    }

    fn stem(&self, at: usize, latin: Latin, is: impl Fn(&str) -> bool) -> bool {
        let mut stems = self.stems.borrow_mut();
        let all = stems
            .entry(latin)
            .or_insert_with(|| self.words.iter().map(|word| word.stem(latin)).collect());
        all.get(at).is_some_and(|stem| is(stem))
    }

    /// Where forms follow each other.
    fn follow(&self, forms: &[&Found]) -> Vec<Place> {
        if let [only] = forms
            && !only.runs.is_empty()
        {
            return only.runs.clone();
        }
        let Some((first, rest)) = forms.split_first() else { return Vec::new() };
        let starts = first.words.iter().filter(|at| {
            let mut later = (**at + 1..).zip(rest);
            later.all(|(at, form)| form.words.contains(&at))
        });
        let places = starts.filter_map(|at| {
            let (first, last) = (self.words.get(*at)?, self.words.get(at + rest.len())?);
            Some(first.letter..last.letter + last.exact.chars().count())
        });
        places.collect()
    }
}

/// Where a form stands: a run by its letters, a word by its number.
#[derive(Default)]
struct Found {
    runs: Vec<Place>,
    words: Vec<usize>,
}

/// Whether a word is hardly one of several languages: it is long, has accents, or letters of its own.
fn is_told_apart(word: &Token) -> bool {
    !word.exact.is_ascii() || word.plain.len() >= FORM_LETTERS
}

/// What has digits in it (a ticker, an error, a hash) means itself.
fn may_slip(word: &Token) -> bool {
    word.plain.chars().count() >= SLIP_FROM && !word.plain.chars().any(|c| c.is_ascii_digit())
}

/// Whether a word and a form are one but for slips after the first letter: one, of longer ones two.
fn is_slip(word: &str, form: &str) -> bool {
    let lengths = (word.chars().count(), form.chars().count());
    let slips = if lengths.0.min(lengths.1) < TWO_SLIPS_FROM { 1 } else { 2 };
    lengths.0.min(lengths.1) >= FORM_LETTERS
        && lengths.0.abs_diff(lengths.1) <= usize::from(slips)
        && word.chars().next() == form.chars().next()
        && distance(word, form) <= slips
}

fn run(letters: &[Letter]) -> (String, Vec<usize>) {
    let (mut run, mut origins) = (String::new(), Vec::new());
    for (at, letter) in letters.iter().enumerate() {
        if letter.class != Class::Other {
            run.push(letter.plain);
            origins.resize(run.len(), at);
        }
    }
    (run, origins)
}

fn units(letters: &[Letter], words: &[Token]) -> Vec<usize> {
    let mut steps: Vec<usize> = letters
        .iter()
        .map(|letter| usize::from(!matches!(letter.class, Class::Word | Class::Other)))
        .collect();
    for word in words {
        if let Some(step) = steps.get_mut(word.letter) {
            *step = WORD_UNITS;
        }
    }
    let mut unit = 0;
    for step in &mut steps {
        unit += *step;
        *step = unit;
    }
    steps
}
