//! What the program that makes the model needs of this module. No part of the library's interface.

use super::squeeze::Squeezed;
use super::{reading, search};

pub use super::model::{HEADER, Model, PLACES, features};
pub use super::reading::Candidate;

/// Reads a text as [`asks`](super::asks) does.
pub fn candidates(text: &str) -> Vec<Candidate> {
    let squeezed = Squeezed::new(text);
    let cues = search::cues(&squeezed);
    let mut all = Vec::new();
    reading::visit(text, &squeezed, &cues, |candidate| all.push(candidate));
    all
}
