//! What a candidate itself looks like, as features.

use super::candidate::{Candidate, Form, Made, made};
use super::{LOOKS, Sink};
use crate::linear::{begin, mix, number_of};
use crate::script;

/// So many digits of a number are told apart.
const MOST: usize = 9;
/// So many runs of one class of letters make the shape of a string.
const RUNS: usize = 8;
/// Lengths of strings that nobody remembers are told apart one by one up to here: keys have fixed ones.
const EXACT: usize = 100;
/// A short string of so many letters is long.
const LONG_WORD: usize = 16;

/// Adds the features of the string itself.
pub(super) fn looks(value: &str, form: Form, sink: &mut impl Sink) {
    let made = made(value);
    let place = number_of(form.number());
    sink.add(LOOKS, mix(begin(1), place));
    sink.add(LOOKS, mix(mix(begin(2), place), length(made.length)));
    match form {
        Form::Digits => digits(value, made, sink),
        Form::Short => short(value, made, sink),
        Form::Base32 | Form::Hex | Form::Long => long(value, made, sink),
    }
}

fn length(letters: usize) -> u32 {
    number_of(letters.min(EXACT))
}

/// What a memorable string is made of, and in which order.
fn short(value: &str, made: Made, sink: &mut impl Sink) {
    let sort = sort(value);
    let length = number_of(made.length.min(LONG_WORD) / 2);
    let (shape, ends) = (shape(value), ends(value));
    for feature in [
        mix(begin(3), sort),
        mix(mix(begin(4), sort), length),
        mix(begin(5), shape),
        mix(mix(begin(6), shape), length),
        mix(begin(7), ends),
        mix(begin(8), number_of(made.digits.min(MOST))),
        mix(mix(begin(9), number_of(made.digits.min(MOST))), sort),
    ] {
        sink.add(LOOKS, feature);
    }
    spelling(value, sink);
}

/// Tells what sort of string it is: which classes it has, where its digits stand, and which signs it has.
pub(super) fn sort(value: &str) -> u32 {
    let made = made(value);
    let some = |count: usize| u32::from(count > 0);
    let of = some(made.digits)
        + 2 * some(made.upper)
        + 4 * some(made.lower)
        + 8 * u32::from(made.is_mixed)
        + 16 * u32::from(made.upper > 1 && made.lower > 0);
    let ends = value.chars().next_back().is_some_and(|c| script::digit(c).is_some());
    let begins = value.chars().next().is_some_and(|c| script::digit(c).is_some());
    let plain = value.contains(['_', '.', '-']);
    let loud = value.contains(|c: char| c.is_ascii_punctuation() && !matches!(c, '_' | '.' | '-'));
    of + 32 * u32::from(ends)
        + 64 * u32::from(begins)
        + 128 * u32::from(plain)
        + 256 * u32::from(loud)
}

/// What kind of number it is: one that begins with a zero, a year, a round sum, in groups.
fn digits(value: &str, made: Made, sink: &mut impl Sink) {
    let values: Vec<u8> = value.chars().filter_map(script::digit).collect();
    let zeros = values.iter().rev().take_while(|digit| **digit == 0).count();
    let year = made.length == 4 && matches!(values.as_slice(), [1, 9, ..] | [2, 0, ..]);
    let gap = value.chars().find(|c| script::digit(*c).is_none()).map_or(0, u32::from);
    let length = number_of(made.digits);
    let same = values.windows(2).filter(|two| two.first() == two.last()).count();
    for feature in [
        mix(mix(begin(10), number_of(zeros.min(4))), length),
        mix(begin(11), u32::from(year)),
        mix(mix(begin(12), gap), length),
        mix(begin(13), u32::from(values.first() == Some(&0))),
        mix(mix(begin(14), number_of(same.min(3))), length),
    ] {
        sink.add(LOOKS, feature);
    }
}

/// Of what alphabet a string is, which with its length tells whose key it could be.
fn long(value: &str, made: Made, sink: &mut impl Sink) {
    let alphabet = alphabet(value);
    let parts = number_of(value.split('-').count().min(8));
    for feature in [
        mix(begin(15), alphabet),
        mix(begin(25), format(value)),
        mix(mix(begin(16), alphabet), length(made.length)),
        mix(mix(begin(17), alphabet), length(made.length / 8)),
        mix(mix(begin(18), parts), length(made.length)),
        mix(mix(begin(19), alphabet), value.chars().next_back().map_or(0, class)),
        mix(
            begin(20),
            value.chars().next().map_or(0, |c| if c.is_ascii_digit() { 0 } else { u32::from(c) }),
        ),
    ] {
        sink.add(LOOKS, feature);
    }
}

fn alphabet(value: &str) -> u32 {
    let has = |is: fn(char) -> bool| value.contains(is);
    let hex = value.chars().all(|c| c.is_ascii_hexdigit() || c == '-' || c == 'x');
    let classes = [
        hex,
        has(|c| c.is_ascii_uppercase()),
        has(|c| c.is_ascii_lowercase()),
        has(|c| c.is_ascii_digit()),
        value.contains(['+', '/']),
        value.contains(['-', '_']),
        value.ends_with('='),
        value.contains(['.', ' ', ':', '@', '!', '#']),
        // Letters that Base58 leaves out.
        value.contains(['0', 'O', 'I', 'l']),
    ];
    classes.iter().fold(0, |sum, is_so| sum * 2 + u32::from(*is_so))
}

/// Adds groups of letters: what names of coins, networks and devices are known by.
fn spelling(value: &str, sink: &mut impl Sink) {
    let mut last = ['^'; 3];
    for c in value.chars().map(small).chain(['$']) {
        let [_, two, one] = last;
        last = [two, one, c];
        sink.add(LOOKS, last.iter().fold(begin(21), |hash, c| mix(hash, u32::from(*c))));
    }
    let word = value.chars().take_while(|c| c.is_alphabetic()).map(small);
    sink.add(LOOKS, word.fold(begin(22), |hash, c| mix(hash, u32::from(c))));
}

fn small(c: char) -> char {
    if script::digit(c).is_some() { '0' } else { c.to_lowercase().next().unwrap_or(c) }
}

fn class(c: char) -> u32 {
    match c {
        _ if script::digit(c).is_some() => 1,
        _ if c.is_uppercase() => 2,
        _ if c.is_alphabetic() => 3,
        _ => u32::from(c),
    }
}

fn ends(value: &str) -> u32 {
    let of = |c: Option<char>| c.map_or(0, class);
    mix(of(value.chars().next()), of(value.chars().next_back()))
}

/// Gives the row of classes of letters, each run as one.
fn shape(value: &str) -> u32 {
    let (mut last, mut runs, mut hash) = (0, 0, begin(23));
    for c in value.chars() {
        let class = class(c).min(4);
        if class != last {
            (last, runs) = (class, runs + 1);
            if runs <= RUNS {
                hash = mix(hash, class);
            }
        }
    }
    hash
}

/// Gives what stands for the looks of a candidate in features of what stands around it.
pub(super) fn form(source: &str, candidate: &Candidate) -> u32 {
    let value = source.get(candidate.start..candidate.end).unwrap_or_default();
    let place = number_of(candidate.form.number());
    match candidate.form {
        Form::Short if value.len() < LONG_WORD => mix(place, sort(value)),
        Form::Digits => mix(place, number_of(made(value).digits)),
        _ => format(value),
    }
}

/// Gives the format of a string that nobody remembers: of what alphabet it is and how long, as an exchange makes it.
fn format(value: &str) -> u32 {
    let all = |is: fn(u8) -> bool| value.bytes().all(is);
    let alphabet = if all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        1
    } else if all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F')) {
        2
    } else if all(|b| b.is_ascii_hexdigit() || b == b'-' || b == b'x') {
        3
    } else if value.starts_with("mx0v") {
        4
    } else if all(|b| b.is_ascii_alphanumeric()) {
        5
    } else if all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
        6
    } else if all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=')) {
        7
    } else {
        8
    };
    let groups = number_of(value.split('-').count().min(6));
    let groups = if alphabet == 3 { groups } else { 0 };
    mix(mix(mix(begin(24), alphabet), groups), length(value.len()))
}
