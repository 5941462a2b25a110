//! Which windows of a row of words have their checksum.

use std::cell::RefCell;
use std::ops::Range;

use super::indices::{distinct, indices};
use super::marks::{LOOSE_DISTINCT, part};
use super::view::{Item, View};
use crate::checksums::{self, BIP39_LENGTHS, SLIP39_LENGTHS};
use crate::lists::{self, Scheme};

/// Of a longer run only so many starts are tried for a checksum, which bounds the work that a hostile text can cause.
const WINDOW_STARTS: usize = 4_096;
const MONERO_LENGTHS: [usize; 2] = [13, 25];

/// Several rules ask of the same windows, and a checksum is the dearest thing that they ask for: each is computed once.
pub(super) struct Proofs<'a> {
    view: &'a View<'a>,
    items: &'a [Item],
    scheme: Scheme,
    /// For the windows that begin at an item, what is known of each length.
    tried: RefCell<Vec<Tried>>,
}

/// One bit for every length of a phrase.
#[derive(Debug, Clone, Copy, Default)]
struct Tried {
    computed: u8,
    proved: u8,
}

impl<'a> Proofs<'a> {
    pub fn new(view: &'a View<'a>, items: &'a [Item]) -> Self {
        let scheme = lists::scheme_of(view.list);
        Proofs { view, items, scheme, tried: RefCell::default() }
    }

    /// Tells whether a run as a whole has its checksum.
    pub fn is_whole(&self, run: &Range<usize>) -> bool {
        let number = self.lengths().iter().position(|length| *length == run.len());
        number.is_some_and(|number| self.is_proved(run, number))
    }

    /// Tries every window: in "seed all all … all" the phrase is the last twelve of thirteen words.
    pub fn has_window(&self, run: &Range<usize>) -> bool {
        let starts = run.clone().take(WINDOW_STARTS);
        let mut windows = starts.flat_map(|start| {
            let windows = self.lengths().iter().enumerate();
            windows.map(move |(number, length)| (start..start + length, number))
        });
        windows.any(|(window, number)| window.end <= run.end && self.is_proved(&window, number))
    }

    fn lengths(&self) -> &'static [usize] {
        match self.scheme {
            Scheme::Slip39 => &SLIP39_LENGTHS,
            Scheme::Monero(_) => &MONERO_LENGTHS,
            Scheme::Bip39 => &BIP39_LENGTHS,
        }
    }

    fn is_proved(&self, window: &Range<usize>, number: usize) -> bool {
        let bit = 1 << number;
        let mut tried = self.tried.borrow_mut();
        if tried.is_empty() {
            tried.resize(self.items.len(), Tried::default());
        }
        let Some(tried) = tried.get_mut(window.start) else { return false };
        if tried.computed & bit == 0 {
            tried.computed |= bit;
            tried.proved |= if self.compute(part(self.items, window)) { bit } else { 0 };
        }
        tried.proved & bit != 0
    }

    fn compute(&self, items: &[Item]) -> bool {
        let indices = indices(items);
        match self.scheme {
            Scheme::Slip39 => checksums::is_slip39(&indices),
            // One word again and again repeats any of itself.
            Scheme::Monero(letters) => {
                distinct(&indices) >= LOOSE_DISTINCT
                    && checksums::is_monero(&self.view.words(items), letters)
            }
            Scheme::Bip39 => checksums::is_bip39(&indices),
        }
    }
}
