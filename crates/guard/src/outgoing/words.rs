//! The dictionary, one file per language, and one for what has no name in any.
//!
//! A new paraphrase is a word in one of these lists and lines in `corpus/outgoing/written` that need it, and the model made
//! anew. What holds for them all: [`Entry`](super::cue::Entry) says how they are written, and a longer word wins over one
//! inside of it, so that "error code" takes the code out of "code".

mod ar;
mod around;
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
pub(super) const ALL: [&[Entry]; 10] = [
    en::WORDS,
    zh::WORDS,
    ja::WORDS,
    ko::WORDS,
    ru::WORDS,
    es::WORDS,
    tr::WORDS,
    vi::WORDS,
    ar::WORDS,
    around::WORDS,
];
