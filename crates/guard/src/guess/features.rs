//! What the model sees around a candidate, as features.

use std::ops::Range;

use super::candidate::{Candidate, Form};
use super::cue::Found;
use super::fold::{Around, around, hidden, is_syllable};
use super::looks::{form as looks_of, looks};
use super::{CLOSE, CUES, PAIRS, PLACE, Sink, WIDE};
use crate::labels::{Label, Says};
use crate::linear::{begin, groups, mix, number_of};
use crate::text::Text;

/// How far the groups of letters reach, in sounds and in syllables: beside the value, and around it.
const NEAR: [(usize, usize); 2] = [(14, 6), (36, 16)];
/// So many letters are read on either side: the farthest of those, and the two that say how far.
const FARTHEST: usize = 36 + 2;
/// So many cues on either side are looked at.
const BESIDE: usize = 4;
/// How many bytes away a cue is that touches, stands close, near, within reach.
const DISTANCES: [usize; 3] = [3, 14, 45];
/// So many on either side are looked at for those of the same sentence.
const IN_SENTENCE: usize = 16;
/// So many different ones of a sentence are paired.
const TOGETHER: usize = 10;
/// How many characters are looked at for the first sign.
const SEEN: usize = 8;
/// So many candidates are told apart by number.
const MANY: usize = 4;
/// Where numbers of labels begin among those of cues.
const LABELS: u32 = 100;
/// Where addresses of mail, masks and values are such numbers.
const ADDRESS: u32 = 90;

/// A text that has been read.
pub(super) struct Context<'a> {
    pub source: &'a str,
    /// Where masks and candidates stand.
    hidden: Vec<Range<usize>>,
    /// Cues, labels and addresses outside of all candidates, in order.
    pub cues: Vec<Found>,
    /// Where sentences and lines end.
    pub breaks: Vec<usize>,
    /// The numbers of all cues in the text, as bits.
    told: u64,
    pub candidates: Vec<Candidate>,
    /// For every candidate, how many of its form stand before it; and how many there are of each form.
    orders: Vec<usize>,
    alike: [usize; Form::ALL.len()],
}

impl<'a> Context<'a> {
    pub fn new(text: &Text<'a>, mut cues: Vec<Found>, candidates: Vec<Candidate>) -> Context<'a> {
        let is_free = |start: usize, end: usize| {
            let next = candidates.partition_point(|it| it.end <= start);
            candidates.get(next).is_none_or(|it| end <= it.start)
        };
        let labels = text.labels().iter();
        let labels = labels.map(|it| found(it.start, it.end, LABELS + says(it.says)));
        let masks = text.masks.iter().map(|mask| found(mask.start, mask.end, ADDRESS + 1));
        cues.extend(labels.chain(masks).chain(addresses(text.source)));
        cues.retain(|it| is_free(it.start, it.end));
        cues.sort_unstable_by_key(|it| (it.start, it.number, it.end));
        let mut alike = [0; Form::ALL.len()];
        let orders = candidates.iter().map(|it| {
            alike.get_mut(it.form.number()).map_or(0, |count| std::mem::replace(count, *count + 1))
        });
        Context {
            orders: orders.collect(),
            alike,
            told: cues.iter().filter_map(bit).fold(0, |told, bit| told | bit),
            source: text.source,
            hidden: hidden(&text.masks, &candidates),
            cues,
            breaks: breaks(text.source),
            candidates,
        }
    }

    /// Adds the features of a candidate that cost little: its looks, its place, and what the cues say.
    pub fn first(&self, candidate: &Candidate, sink: &mut impl Sink) {
        let value = self.source.get(candidate.start..candidate.end).unwrap_or_default();
        looks(value, candidate.form, sink);
        self.place(candidate, sink);
        self.cues(candidate, sink);
    }

    /// Adds those of the letters around it.
    pub fn second(&self, candidate: &Candidate, sink: &mut impl Sink) {
        let form = number_of(candidate.form.number());
        let Around { letters, value } = around(self.source, &self.hidden, candidate, FARTHEST);
        let (from, to) = (value.start, value.end);
        let is_unspaced = |at: usize| letters.get(at).is_some_and(|c| is_syllable(*c));
        for (far, (sounds, syllables)) in NEAR.into_iter().enumerate() {
            let reach = |at: usize| if is_unspaced(at) { syllables } else { sounds };
            // One letter off may be a space.
            let left = from.saturating_sub(reach(from.saturating_sub(2)));
            let right = (to + reach(to + 1)).min(letters.len());
            // The sign of the value is a part of what stands beside it, so that groups say where they are.
            let before = letters.get(left..to).unwrap_or_default();
            let behind = letters.get(from..right).unwrap_or_default();
            let block = if far == 0 { CLOSE } else { WIDE };
            for (side, letters) in [(0, before), (1, behind)] {
                groups(letters, 200 + side, is_syllable, |group| {
                    sink.add(block, group);
                    if far == 0 {
                        sink.add(block, mix(group, form + 1));
                    }
                });
            }
        }
    }

    fn value(&self, candidate: &Candidate) -> &str {
        self.source.get(candidate.start..candidate.end).unwrap_or_default()
    }

    /// Which sentence a byte is in.
    fn sentence(&self, at: usize) -> usize {
        self.breaks.partition_point(|end| *end <= at)
    }

    /// Where it stands: in which signs, alone, at which end, among how many like it.
    fn place(&self, candidate: &Candidate, sink: &mut impl Sink) {
        let form = number_of(candidate.form.number());
        let looks = looks_of(self.source, candidate);
        let before = self.source.get(..candidate.start).unwrap_or_default();
        let behind = self.source.get(candidate.end..).unwrap_or_default();
        let (left, right) = (sign(before.chars().rev()), sign(behind.chars()));
        let is_first = u32::from(line_is_empty(before.chars().rev()));
        let is_last = u32::from(line_is_empty(behind.chars()));
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let touches = u32::from(touches(before.chars().next_back())) * 2
            + u32::from(touches(behind.chars().next()));
        let count = self.alike.get(candidate.form.number()).map_or(0, |count| *count.min(&MANY));
        let at = self.candidates.partition_point(|it| it.start < candidate.start);
        let order = self.orders.get(at).map_or(0, |order| *order.min(&MANY));
        let next = self.candidates.get(at + 1);
        let last = at.checked_sub(1).and_then(|at| self.candidates.get(at));
        let beside = |it: Option<&Candidate>| it.map_or(0, |it| looks_of(self.source, it));
        let rough = |it: Option<&Candidate>| it.map_or(0, |it| number_of(it.form.number() + 1));
        let is_twin = |it: Option<&Candidate>| {
            it.is_some_and(|it| is_alike(self.value(it), self.value(candidate)))
        };
        let all = self.candidates.len().min(MANY);
        let sentences = self.breaks.len().min(MANY);
        for feature in [
            mix(mix(begin(30), left), form),
            mix(mix(begin(31), right), form),
            mix(mix(mix(begin(32), left), right), form),
            mix(mix(begin(33), is_first * 2 + is_last), form),
            mix(mix(begin(34), is_first * 2 + is_last), looks),
            mix(mix(begin(35), touches), form),
            mix(mix(mix(begin(36), number_of(count)), number_of(order)), form),
            mix(mix(begin(37), number_of(all)), form),
            mix(mix(begin(38), number_of(sentences)), form),
            mix(mix(begin(39), u32::from(candidate.end == self.source.len())), form),
            mix(mix(begin(40), beside(last)), looks),
            mix(mix(begin(41), beside(next)), looks),
            mix(mix(mix(begin(42), rough(last)), rough(next)), form),
            mix(mix(begin(43), u32::from(is_twin(last) || is_twin(next))), form),
        ] {
            sink.add(PLACE, feature);
        }
    }

    /// What the words say: the nearest ones, those of its sentence, and those that the message has at all.
    fn cues(&self, candidate: &Candidate, sink: &mut impl Sink) {
        let form = number_of(candidate.form.number());
        let looks = looks_of(self.source, candidate);
        let at = self.cues.partition_point(|found| found.start < candidate.start);
        let (before, behind) = self.cues.split_at_checked(at).unwrap_or_default();
        let left = self.beside(candidate, before.iter().rev(), 0, sink);
        let right = self.beside(candidate, behind.iter(), 1, sink);
        let [one, two] = left;
        let [next, _] = right;
        sink.add(CUES, mix(mix(mix(begin(55), one), next), form));
        sink.add(CUES, mix(mix(mix(begin(56), one), two), form));
        let sentence = self.sentence(candidate.start);
        let is_same = |found: &&Found| self.sentence(found.start) == sentence;
        let left = before.iter().rev().take(IN_SENTENCE).take_while(is_same);
        let right = behind.iter().take(IN_SENTENCE).take_while(is_same);
        let near = left.chain(right).filter_map(bit).fold(0, |told, bit| told | bit);
        for number in 0..u64::BITS {
            let has = |told: u64| told & (1 << number) != 0;
            if has(near) {
                sink.add(CUES, mix(mix(begin(57), number), form));
                sink.add(CUES, mix(mix(begin(58), number), looks));
            } else if has(self.told) {
                sink.add(CUES, mix(mix(begin(59), number), form));
            }
        }
        pairs(near, form, sink);
    }

    /// Adds the nearest cues on one side, and gives the numbers of the two nearest.
    fn beside<'b>(
        &self,
        candidate: &Candidate,
        row: impl Iterator<Item = &'b Found>,
        side: u32,
        sink: &mut impl Sink,
    ) -> [u32; 2] {
        let form = number_of(candidate.form.number());
        let looks = looks_of(self.source, candidate);
        let mut nearest = [0; 2];
        for (order, found) in row.take(BESIDE).enumerate() {
            let far = self.distance(candidate, found);
            let number = mix(found.number, side);
            sink.add(CUES, mix(mix(begin(50), number), form));
            sink.add(CUES, mix(mix(mix(begin(51), number), far), form));
            sink.add(CUES, mix(mix(begin(52), number), looks));
            if order == 0 {
                sink.add(CUES, mix(mix(mix(begin(53), number), far), form));
            }
            if let Some(slot) = nearest.get_mut(order) {
                *slot = number;
            }
        }
        nearest
    }

    /// How far a cue is, and whether in the same sentence.
    fn distance(&self, candidate: &Candidate, found: &Found) -> u32 {
        let (left, right) =
            (candidate.start.saturating_sub(found.end), found.start.saturating_sub(candidate.end));
        let far = DISTANCES.iter().filter(|reach| left.max(right) > **reach).count();
        let same = self.sentence(found.start) == self.sentence(candidate.start);
        number_of(far) * 2 + u32::from(same)
    }
}

/// Adds which words come together in a sentence.
fn pairs(told: u64, form: u32, sink: &mut impl Sink) {
    let has = |number: &u32| told & (1 << number) != 0;
    let mut one = (0..u64::BITS).filter(has).take(TOGETHER);
    while let Some(first) = one.next() {
        for second in one.clone() {
            sink.add(PAIRS, mix(mix(mix(begin(60), first), second), form));
        }
    }
}

/// Gives the bit of a cue among those of the dictionary: what labels say is said nearby only.
fn bit(found: &Found) -> Option<u64> {
    1_u64.checked_shl(found.number)
}

/// Tells whether the word directly before it says that it is no secret: an order, a hash, an error; or a unit behind it.
pub(super) fn is_named_otherwise(text: &Text<'_>, candidate: &Candidate) -> bool {
    let at = text.labels().partition_point(|label| label.start < candidate.start);
    let last = at.checked_sub(1).and_then(|last| text.labels().get(last));
    let named = last.is_some_and(|label: &Label| {
        let gap = candidate.start.saturating_sub(label.end);
        match label.says {
            Says::Other if candidate.form == Form::Hex => gap <= JOINED,
            Says::Number if candidate.form == Form::Digits => {
                gap <= TOUCHING || text.get(label.end, candidate.start) == " is "
            }
            Says::Number | Says::Other | Says::Error => gap <= TOUCHING,
            _ => false,
        }
    });
    let behind = text.after(candidate.end).trim_start();
    let unit = UNITS.iter().any(|unit| {
        behind.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    named || candidate.form == Form::Digits && unit
}

/// So many letters of one try are those of the next.
const BEGINNING: usize = 3;
/// So close a word stands directly before a value: "order: X".
const TOUCHING: usize = 3;
/// So close the word for a hash is joined to it by another: "the tx is X", "хеш — X".
const JOINED: usize = 6;
/// What is counted in numbers of four digits and more.
const UNITS: [&str; 14] =
    ["ms", "s", "px", "km", "USDT", "USDC", "USD", "EUR", "TRY", "RUB", "VND", "KRW", "BTC", "ETH"];

fn found(start: usize, end: usize, number: u32) -> Found {
    Found { start, end, number }
}

/// Tells whether two strings begin alike: tries of one password, or of one code.
fn is_alike(one: &str, other: &str) -> bool {
    let begins = |value: &str| {
        value.chars().flat_map(char::to_lowercase).take(BEGINNING).collect::<Vec<_>>()
    };
    begins(one) == begins(other)
}

/// Gives the addresses of mail: what stands beside one is often what opens it.
fn addresses(source: &str) -> impl Iterator<Item = Found> + '_ {
    source.match_indices('@').filter_map(|(at, _)| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let before = source.get(..at).unwrap_or_default();
        let behind = source.get(at + 1..).unwrap_or_default();
        let start = before.len()
            - before
                .chars()
                .rev()
                .take(40)
                .take_while(|c| is_part(*c))
                .map(char::len_utf8)
                .sum::<usize>();
        let host = behind
            .chars()
            .take(40)
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            .count();
        let is_host = behind.get(..host).is_some_and(|host| host.contains('.'));
        (start < at && is_host).then(|| found(start, at + 1 + host, ADDRESS))
    })
}

/// Gives where sentences and lines end.
fn breaks(source: &str) -> Vec<usize> {
    let mut chars = source.char_indices().peekable();
    let mut breaks = Vec::new();
    while let Some((at, c)) = chars.next() {
        let is_end = match c {
            '\n' | '。' | '！' | '？' | '؟' | '!' => true,
            '.' | '?' | ';' => chars.peek().is_none_or(|(_, next)| next.is_whitespace()),
            _ => false,
        };
        if is_end {
            breaks.push(at);
        }
    }
    breaks
}

/// Gives the first sign that is no space, any letter as the same.
fn sign(row: impl Iterator<Item = char>) -> u32 {
    row.take(SEEN).find(|c| *c != ' ').map_or(0, |c| match c {
        _ if c.is_alphabetic() => 1,
        _ if c.is_numeric() => 2,
        '：' => u32::from(':'),
        '，' | '、' | '،' => u32::from(','),
        '。' => u32::from('.'),
        '？' | '؟' => u32::from('?'),
        '！' => u32::from('!'),
        '“' | '”' | '「' | '」' | '『' | '』' | '«' | '»' | '‘' | '’' | '\'' | '`' => {
            u32::from('"')
        }
        '（' => u32::from('('),
        '）' => u32::from(')'),
        c => u32::from(c),
    })
}

/// Tells whether nothing but signs stands between the value and the end of the line.
fn line_is_empty(row: impl Iterator<Item = char>) -> bool {
    row.take_while(|c| *c != '\n').take(12).all(|c| !c.is_alphanumeric())
}

/// Gives every meaning a number that does not depend on the order of the list.
fn says(says: Says) -> u32 {
    match says {
        Says::PrivateKey => 1,
        Says::Ambiguous => 2,
        Says::SecretKey => 3,
        Says::Secret => 4,
        Says::Seed => 5,
        Says::Other => 6,
        Says::ApiKey => 7,
        Says::Api => 8,
        Says::Exchange => 9,
        Says::ApiSecret => 10,
        Says::Passphrase => 11,
        Says::Password => 12,
        Says::Otp => 13,
        Says::Code => 14,
        Says::Number => 15,
        Says::Error => 16,
        Says::Fails => 17,
        Says::Verify => 18,
        Says::Place => 19,
        Says::Phone => 20,
        Says::Session => 21,
        Says::Token => 22,
        Says::Cookie => 23,
        Says::Card => 24,
        Says::Ciphertext => 25,
        Says::Kdf => 26,
        Says::Command => 27,
        Says::Link => 28,
        Says::Uri => 29,
        Says::Pem => 30,
    }
}
