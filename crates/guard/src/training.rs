//! What the programs that make the models need of how weights are kept. No part of the library's interface.

use crate::linear;

/// What a feature counts that stands alone in a block of scale 100.
pub const ONE: i64 = linear::ONE;

/// Gives the place of a feature among so many.
pub fn place(feature: u32, places: usize) -> usize {
    linear::place(feature, places)
}

/// Gives what tells a feature from others at its place.
pub fn check(feature: u32) -> u8 {
    linear::check(feature)
}
