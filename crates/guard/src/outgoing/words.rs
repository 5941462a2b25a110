//! The dictionary, one file per language.
//!
//! A new paraphrase is a word in one of these lists and a line in `corpus/outgoing/tuning.jsonl` that needs it. What holds
//! for them all: [`Entry`](super::cue::Entry) says how they are written, and a longer word wins over one inside of it, so
//! that "error code" takes the code out of "code".

mod ar;
mod en;
mod es;
mod ja;
mod ko;
mod ru;
mod tr;
mod vi;
mod zh;

use super::cue::Entry;

/// Every language's words. People mix languages, so all are looked for in every text.
pub(super) const ALL: [&[Entry]; 9] = [
    en::WORDS,
    zh::WORDS,
    ja::WORDS,
    ko::WORDS,
    ru::WORDS,
    es::WORDS,
    tr::WORDS,
    vi::WORDS,
    ar::WORDS,
];
