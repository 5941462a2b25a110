//! The append-only tree over feed positions, in the shape of RFC 9162, section 2.1: hashes, roots, proofs. No SQL.
//!
//! A leaf is a position and the hash of the event there. Sizes and indexes are those of leaves: position `p` is leaf
//! `p - 1`. Proofs are described as ranges of leaves whose root is wanted, so that the same code serves any place
//! where subtrees rest (`tree.rs` has them in tiles).

#[cfg(test)]
mod tests;

use std::ops::Range;

use sha2::{Digest as _, Sha256};

use super::hash::Hash;

/// The root of a tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// The leaf of feed position `pos`: SHA-256(0x00 ‖ pos as eight bytes, big-endian ‖ event hash).
pub fn leaf_hash(pos: i64, event_hash: &Hash) -> Hash {
    let mut sha = Sha256::new();
    sha.update([0]);
    sha.update(pos.to_be_bytes());
    sha.update(event_hash);
    sha.finalize().into()
}

/// The node over two subtrees: SHA-256(0x01 ‖ left ‖ right).
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut sha = Sha256::new();
    sha.update([1]);
    sha.update(left);
    sha.update(right);
    sha.finalize().into()
}

/// The root over subtrees from left to right, each at least as large as the next: the right ones are joined first.
pub fn fold(subtrees: &[Hash]) -> Option<Hash> {
    let (last, rest) = subtrees.split_last()?;
    Some(rest.iter().rev().fold(*last, |right, left| node_hash(left, &right)))
}

/// The root over hashes of equally large subtrees, as many as a power of two.
pub fn perfect_root(hashes: &[Hash]) -> Option<Hash> {
    let mut frontier = Frontier::new();
    hashes.iter().for_each(|hash| frontier.push(*hash));
    (hashes.len().is_power_of_two()).then(|| frontier.root())
}

/// The roots of the perfect subtrees of a growing tree, largest first: all that is needed to know its root and grow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    pub fn new() -> Self {
        Self::default()
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds one leaf.
    pub fn push(&mut self, leaf: Hash) {
        self.push_subtree(0, leaf);
    }

    /// Adds a perfect subtree of 2^`height` leaves. The tree's size must be a multiple of that.
    pub fn push_subtree(&mut self, height: u32, root: Hash) {
        let mut root = root;
        let mut merge = self.size >> height;
        while merge & 1 == 1 {
            let Some(left) = self.peaks.pop() else { break };
            root = node_hash(&left, &root);
            merge >>= 1;
        }
        self.peaks.push(root);
        self.size += 1 << height;
    }

    /// The root of the tree as it is now.
    pub fn root(&self) -> Hash {
        fold(&self.peaks).unwrap_or_else(empty_root)
    }
}

/// A perfect subtree: the leaves `index * 2^height .. (index + 1) * 2^height`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subtree {
    pub height: u32,
    pub index: u64,
}

/// The perfect subtrees that make up a range of leaves, left to right; [`fold`] of their roots is the range's root.
///
/// The range must be one of a tree or of a proof: it starts at a multiple of the power of two not below its length.
pub fn perfect_subtrees(range: &Range<u64>) -> Vec<Subtree> {
    let mut subtrees = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let height = (range.end - at).ilog2().min(at.trailing_zeros());
        subtrees.push(Subtree { height, index: at >> height });
        at += 1 << height;
    }
    subtrees
}

/// Where a tree of `size` leaves (at least two) splits: the largest power of two below it.
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// The subtrees whose roots prove that leaf `index` is in the tree of `size` leaves, leaf's side first (RFC 9162,
/// section 2.1.3.1). `None` when it is not in it.
pub fn inclusion_path(index: u64, size: u64) -> Option<Vec<Range<u64>>> {
    if index >= size {
        return None;
    }
    let (mut tree, mut path) = (0..size, Vec::new());
    while tree.end - tree.start > 1 {
        let middle = tree.start + split(tree.end - tree.start);
        if index < middle {
            path.push(middle..tree.end);
            tree.end = middle;
        } else {
            path.push(tree.start..middle);
            tree.start = middle;
        }
    }
    path.reverse();
    Some(path)
}

/// The subtrees whose roots prove that the tree of `old` leaves is the beginning of that of `new` leaves (RFC 9162,
/// section 2.1.4.1). `None` unless 0 < `old` <= `new`.
pub fn consistency_path(old: u64, new: u64) -> Option<Vec<Range<u64>>> {
    if old == 0 || old > new {
        return None;
    }
    let (mut tree, mut path, mut whole) = (0..new, Vec::new(), true);
    while tree.end != old {
        let middle = tree.start + split(tree.end - tree.start);
        if old <= middle {
            path.push(middle..tree.end);
            tree.end = middle;
        } else {
            path.push(tree.start..middle);
            tree.start = middle;
            whole = false;
        }
    }
    if !whole {
        path.push(tree);
    }
    path.reverse();
    Some(path)
}

/// Says whether `path` proves that the leaf with hash `leaf` is at `index` of the tree with `size` leaves and `root`
/// (RFC 9162, section 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Says whether `path` proves that the tree with `old` leaves and `old_root` is the beginning of the tree with `new`
/// leaves and `new_root` (RFC 9162, section 2.1.4.2).
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    path: &[Hash],
) -> bool {
    if old == 0 || old > new {
        return false;
    }
    if old == new {
        return path.is_empty() && old_root == new_root;
    }
    let mut path = path.iter();
    // A whole old tree that is a subtree of the new one proves itself and is left out of the path.
    let first = if old.is_power_of_two() { Some(old_root) } else { path.next() };
    let Some(first) = first else { return false };
    let shift = (old - 1).trailing_ones();
    let (mut at, mut last) = ((old - 1) >> shift, (new - 1) >> shift);
    let (mut old_hash, mut new_hash) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old_hash = node_hash(sibling, &old_hash);
            new_hash = node_hash(sibling, &new_hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node_hash(&new_hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == *old_root && new_hash == *new_root
}
