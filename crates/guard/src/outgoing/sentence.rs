//! One sentence: its cues, what it is about, and which verbs stand around each of them.

use super::Wanted;
use super::cue::{Act, Cue, Side, Topic};
use super::search::Found;
use super::squeeze::Squeezed;
use super::work;

/// How many cues before a verb are looked at for what it points to; a limit, so that a row of verbs costs no square.
const LOOK_BACK: usize = 8;

/// What a text has been about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Topics {
    codes: bool,
    api: bool,
    wallet: bool,
}

impl Topics {
    pub fn of(cues: &[Found]) -> Topics {
        let mut topics = Topics::default();
        for found in cues {
            topics.add(found.cue);
        }
        topics
    }

    fn add(&mut self, cue: Cue) {
        match cue {
            Cue::Topic(Topic::Codes) | Cue::Secret(Wanted::OneTimeCode) => self.codes = true,
            Cue::Topic(Topic::Api) | Cue::Secret(Wanted::ApiSecret) => self.api = true,
            Cue::Topic(Topic::Wallet) | Cue::Secret(Wanted::SeedPhrase | Wanted::PrivateKey) => {
                self.wallet = true;
            }
            _ => {}
        }
    }

    pub fn with(self, other: Topics) -> Topics {
        Topics {
            codes: self.codes || other.codes,
            api: self.api || other.api,
            wallet: self.wallet || other.wallet,
        }
    }

    /// Tells which secret a cue names where the text is about this, if one.
    pub fn wanted(self, cue: Cue) -> Option<Wanted> {
        match cue {
            Cue::Secret(wanted) => Some(wanted),
            Cue::Hint(wanted) => self.include(wanted).then_some(wanted),
            _ => None,
        }
    }

    fn include(self, wanted: Wanted) -> bool {
        match wanted {
            Wanted::OneTimeCode => self.codes,
            Wanted::ApiSecret => self.api,
            Wanted::SeedPhrase | Wanted::PrivateKey => self.wallet,
            Wanted::Password | Wanted::CardSecurityCode => false,
        }
    }
}

/// What stands around one cue; indexes into the cues of the sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The nearest verb before it whose object can follow.
    pub verb_before: Option<usize>,
    /// The nearest verb behind it whose object can stand before.
    pub verb_after: Option<usize>,
    /// The nearest negation before it, if no verb stands between.
    pub not_before: Option<usize>,
    /// The nearest word before it, and behind it, that tells what we lack.
    pub wish_before: Option<usize>,
    pub wish_after: Option<usize>,
    /// The nearest 把 before it.
    pub take_before: Option<usize>,
    /// The nearest word for somebody else before it, if nothing invites the reader between.
    pub others_before: Option<usize>,
}

pub(super) struct Sentence<'a> {
    text: &'a Squeezed,
    pub cues: &'a [Found],
    topics: Topics,
    around: Vec<Around>,
}

impl<'a> Sentence<'a> {
    pub fn new(text: &'a Squeezed, cues: &'a [Found], topics: Topics) -> Sentence<'a> {
        Sentence { text, cues, topics, around: around(cues) }
    }

    pub fn has(&self, cue: Cue) -> bool {
        work::steps(self.cues.len());
        self.cues.iter().any(|found| found.cue == cue)
    }

    pub fn around(&self, index: usize) -> Around {
        self.around.get(index).copied().unwrap_or_default()
    }

    pub fn cue(&self, index: usize) -> Option<Found> {
        self.cues.get(index).copied()
    }

    pub fn verb(&self, index: usize) -> Option<(Act, Side)> {
        match self.cue(index)?.cue {
            Cue::Verb(act, side) => Some((act, side)),
            _ => None,
        }
    }

    /// Tells which secret a cue asks for by itself, if one. "Qué código" does not in "qué código de error".
    pub fn whole(&self, index: usize) -> Option<Wanted> {
        let found = self.cue(index)?;
        match found.cue {
            Cue::Whole(wanted) => Some(wanted),
            Cue::Question(wanted) => {
                let is_part = self
                    .cue(index + 1)
                    .is_some_and(|next| next.cue == Cue::Harmless && next.start < found.end);
                (self.topics.include(wanted) && !is_part).then_some(wanted)
            }
            _ => None,
        }
    }

    /// Tells which secret a cue names here, if one.
    pub fn wanted(&self, cue: Cue) -> Option<Wanted> {
        self.topics.wanted(cue)
    }

    pub fn same_clause(&self, one: Found, other: Found) -> bool {
        self.text.place(one.start).clause == self.text.place(other.start).clause
    }

    /// Counts the letters between two cues, in either order.
    pub fn distance(&self, one: Found, other: Found) -> usize {
        let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
        let end = self.text.place(first.end.saturating_sub(1)).letter + 1;
        self.text.place(second.start).letter.saturating_sub(end)
    }

    /// Counts the letters from a cue to the end of its clause.
    pub fn rest_of_clause(&self, found: Found) -> usize {
        let last = self.text.place(found.end.saturating_sub(1));
        let (_, end) = self.text.clause(last.clause);
        self.text.place(end.saturating_sub(1)).letter.saturating_sub(last.letter)
    }

    /// Counts the letters from a cue to the end of its clause, without the words for us and for "please".
    pub fn bare_rest(&self, index: usize) -> usize {
        let Some(found) = self.cue(index) else { return 0 };
        let behind = self.cues.get(index + 1..).unwrap_or_default().iter().take(LOOK_BACK);
        let mut end = found.end;
        let mut letters = self.rest_of_clause(found);
        for other in behind.filter(|other| matches!(other.cue, Cue::Here | Cue::Urge)) {
            if other.start >= end && self.same_clause(found, *other) {
                letters = letters.saturating_sub(self.letters(*other));
                end = other.end;
            }
        }
        letters
    }

    /// Counts the letters before a cue that could name its object: those of the sentence, or those behind "once you have it",
    /// without the words for us and for "please".
    pub fn lead(&self, index: usize) -> usize {
        let Some(found) = self.cue(index) else { return 0 };
        let before = self.cues.get(index.saturating_sub(LOOK_BACK)..index).unwrap_or_default();
        work::steps(before.len());
        let have = before.iter().rposition(|other| matches!(other.cue, Cue::Verb(Act::Have, _)));
        let letters = match have.and_then(|have| before.get(have)) {
            Some(have) => self.distance(*have, found),
            None => self.letters_before(found),
        };
        let rest = before.get(have.unwrap_or_default()..).unwrap_or_default();
        let empty = |other: &&Found| matches!(other.cue, Cue::Here | Cue::Urge);
        let empty = rest.iter().filter(empty).filter(|other| other.end <= found.start);
        letters.saturating_sub(empty.map(|other| self.letters(*other)).sum())
    }

    fn letters(&self, found: Found) -> usize {
        let last = self.text.place(found.end.saturating_sub(1)).letter + 1;
        last.saturating_sub(self.text.place(found.start).letter)
    }

    /// Counts the letters of the sentence that no cue of some kinds has.
    pub fn letters_besides(&self, is_counted_out: impl Fn(Cue) -> bool) -> usize {
        let Some(first) = self.cues.first() else { return 0 };
        let (from, to) = self.text.sentence_of(self.text.place(first.start).clause);
        work::steps(self.cues.len());
        let mut at = from;
        let mut letters = 0;
        for cue in self.cues.iter().filter(|found| is_counted_out(found.cue)) {
            let (start, end) = (self.text.place(cue.start).letter, self.last_letter(*cue) + 1);
            letters += start.saturating_sub(at);
            at = at.max(end);
        }
        letters + to.saturating_sub(at)
    }

    fn last_letter(&self, found: Found) -> usize {
        self.text.place(found.end.saturating_sub(1)).letter
    }

    /// Counts the letters of the sentence before a cue.
    fn letters_before(&self, found: Found) -> usize {
        let here = self.text.place(found.start);
        let mut first = here.clause;
        let begin = |clause: usize| self.text.place(self.text.clause(clause).0);
        while first > 0 && begin(first - 1).sentence == here.sentence && here.clause - first < 3 {
            first -= 1;
        }
        here.letter.saturating_sub(begin(first).letter)
    }
}

fn around(cues: &[Found]) -> Vec<Around> {
    work::steps(cues.len());
    let mut all = Vec::with_capacity(cues.len());
    let mut now = Around::default();
    for (index, found) in cues.iter().enumerate() {
        all.push(now);
        match found.cue {
            Cue::Verb(act, side) => {
                now.not_before = (act == Act::Refuse).then_some(index);
                now.verb_before = if side.takes_after() { Some(index) } else { now.verb_before };
            }
            Cue::Not | Cue::Without => now.not_before = Some(index),
            Cue::Others => now.others_before = Some(index),
            Cue::Urge => (now.others_before, now.not_before) = (None, None),
            Cue::Wish => now.wish_before = Some(index),
            Cue::Take => now.take_before = Some(index),
            _ => {}
        }
    }
    let (mut verb_after, mut wish_after) = (None, None);
    for (index, (found, around)) in cues.iter().zip(&mut all).enumerate().rev() {
        (around.verb_after, around.wish_after) = (verb_after, wish_after);
        if found.cue == Cue::Wish {
            wish_after = Some(index);
        }
        if matches!(found.cue, Cue::Verb(_, side) if side.takes_before()) {
            verb_after = Some(index);
        }
    }
    all
}
