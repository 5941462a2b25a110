//! The tree over the feed as it rests: tiles of 256 hashes in `merkle_tile`.
//!
//! A tile of level 0 holds the hashes of 256 leaves in a row and is written once, when it is full; leaves beyond the last
//! full one are computed from the feed. A tile of level `n + 1` holds the roots of the tiles of level `n`, one hash more
//! each time one of them is full. Any subtree of a tree of any size is therefore at most one tile away.

use std::ops::Range;

use proofdesk_store::{FromRow, Row, Rx, Tx, params};

use super::hash::Hash;
use super::merkle::{self, Frontier, Subtree};
use crate::error::{Error, Result};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[TILE, LEAVES, PUT_TILE];

const TILE: &str = "select hashes from merkle_tile where level = $1 and idx = $2";
const LEAVES: &str = "select f.pos, e.hash from feed f join event e on e.id = f.event_id \
    where f.pos >= $1 order by f.pos limit $2";
const PUT_TILE: &str = "insert into merkle_tile (level, idx, hashes) values ($1, $2, $3) \
    on conflict (level, idx) do update set hashes = excluded.hashes";

/// How wide tiles are. One width only is ever stored; tests use narrow ones to have high trees of few leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    bits: u32,
}

impl Shape {
    /// 256 hashes a tile.
    pub const STANDARD: Self = Self { bits: 8 };

    #[cfg(test)]
    pub const fn narrow(bits: u32) -> Self {
        Self { bits }
    }

    /// Hashes of a full tile.
    pub fn width(self) -> u64 {
        1 << self.bits
    }

    /// How many hashes level `level` has in all when `size` leaves are in the tree.
    pub fn count(self, level: u32, size: u64) -> u64 {
        size.checked_shr(self.bits.saturating_mul(level)).unwrap_or(0)
    }

    /// The tile and the place in it of hash `n` of a level.
    pub fn place(self, n: u64) -> (u64, u64) {
        (n >> self.bits, n & (self.width() - 1))
    }

    fn bits_below(self, level: u32) -> u32 {
        self.bits * level
    }
}

/// A tile as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tile {
    pub level: u32,
    pub idx: u64,
    pub hashes: Vec<Hash>,
}

/// The tiles at the right edge that are not full, from level 0 up.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    shape: Shape,
    size: u64,
    levels: Vec<Vec<Hash>>,
}

impl Edge {
    /// Reads the edge under `size` leaves, without those of the last tile of leaves that is not full: [`Edge::size`]
    /// says from where the feed has to be followed.
    ///
    /// # Errors
    /// `Broken` when a tile is missing or too short.
    pub async fn load(rx: &Rx<'_>, shape: Shape, size: u64) -> Result<Self> {
        let mut levels = vec![Vec::new()];
        for level in 1..u64::BITS {
            let count = shape.count(level, size);
            if count == 0 {
                break;
            }
            let (idx, len) = shape.place(count);
            let hashes = match len {
                0 => Vec::new(),
                _ => stored(rx, level, idx, 0..len).await?,
            };
            levels.push(hashes);
        }
        Ok(Self { shape, size: shape.count(1, size) << shape.bits, levels })
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// The tree over the leaves so far.
    pub fn frontier(&self) -> Frontier {
        let mut frontier = Frontier::new();
        let mut level = u32::try_from(self.levels.len()).unwrap_or(0);
        for hashes in self.levels.iter().rev() {
            level -= 1;
            // The full tiles left of this one are in the levels above.
            hashes
                .iter()
                .for_each(|hash| frontier.push_subtree(self.shape.bits_below(level), *hash));
        }
        frontier
    }

    /// Adds a leaf; returns the tiles that it completes, which are to be written before those of [`Edge::partial`].
    pub fn push(&mut self, leaf: Hash) -> Vec<Tile> {
        let mut completed = Vec::new();
        let mut hash = leaf;
        self.size += 1;
        for level in 0..u64::BITS {
            if self.levels.len() <= usize::try_from(level).unwrap_or(usize::MAX) {
                self.levels.push(Vec::new());
            }
            let Some(hashes) = self.levels.get_mut(usize::try_from(level).unwrap_or(usize::MAX))
            else {
                break;
            };
            hashes.push(hash);
            if u64::try_from(hashes.len()).unwrap_or(u64::MAX) < self.shape.width() {
                break;
            }
            let tile = Tile {
                level,
                idx: self.shape.count(level + 1, self.size) - 1,
                hashes: std::mem::take(hashes),
            };
            hash = merkle::perfect_root(&tile.hashes).unwrap_or_else(merkle::empty_root);
            completed.push(tile);
        }
        completed
    }

    /// The tiles above the leaves as far as they are filled.
    pub fn partial(&self) -> Vec<Tile> {
        (0u32..)
            .zip(&self.levels)
            .skip(1)
            .filter(|(_, hashes)| !hashes.is_empty())
            .map(|(level, hashes)| Tile {
                level,
                idx: self.shape.count(level + 1, self.size),
                hashes: hashes.clone(),
            })
            .collect()
    }
}

/// A feed position with the hash of its event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    pub pos: i64,
    pub event_hash: Hash,
}

impl Leaf {
    pub fn hash(&self) -> Hash {
        merkle::leaf_hash(self.pos, &self.event_hash)
    }
}

impl FromRow for Leaf {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { pos: row.next()?, event_hash: row.next()? })
    }
}

/// The leaves after the first `size`, at most `limit`.
///
/// # Errors
/// `Broken` when the feed is not dense there.
pub(super) async fn leaves(rx: &Rx<'_>, size: u64, limit: u64) -> Result<Vec<Leaf>> {
    let first = position(size)?;
    let leaves: Vec<Leaf> = rx.query(LEAVES, params![first, position(limit)? - 1]).await?;
    if (first..).zip(&leaves).any(|(pos, leaf)| pos != leaf.pos) {
        return Err(Error::Broken { what: "the feed has a gap" });
    }
    Ok(leaves)
}

/// The position of the leaf with index `index`.
pub(super) fn position(index: u64) -> Result<i64> {
    i64::try_from(index)
        .ok()
        .and_then(|index| index.checked_add(1))
        .ok_or(Error::Broken { what: "a tree larger than any feed" })
}

/// The number of leaves under a checkpoint's size.
pub(super) fn tree_size(size: i64) -> Result<u64> {
    u64::try_from(size).map_err(|_negative| Error::Broken { what: "a tree of negative size" })
}

pub(super) async fn put_tile(tx: &Tx<'_>, tile: &Tile) -> Result<()> {
    let idx = i64::try_from(tile.idx)
        .map_err(|_range| Error::Broken { what: "a tile beyond every feed" })?;
    tx.exec(PUT_TILE, params![tile.level, idx, tile.hashes.concat()]).await?;
    Ok(())
}

/// The root of a range of leaves in the tree of `size` leaves, which must be covered by a checkpoint.
///
/// # Errors
/// `Broken` when a tile or a leaf is missing.
pub(super) async fn range_root(
    rx: &Rx<'_>,
    shape: Shape,
    size: u64,
    range: &Range<u64>,
) -> Result<Hash> {
    let mut roots = Vec::new();
    for subtree in merkle::perfect_subtrees(range) {
        roots.push(subtree_root(rx, shape, size, subtree).await?);
    }
    Ok(merkle::fold(&roots).unwrap_or_else(merkle::empty_root))
}

/// The roots of several ranges, as proofs want them.
///
/// # Errors
/// As [`range_root`].
pub(super) async fn range_roots(
    rx: &Rx<'_>,
    shape: Shape,
    size: u64,
    ranges: &[Range<u64>],
) -> Result<Vec<Hash>> {
    let mut roots = Vec::with_capacity(ranges.len());
    for range in ranges {
        roots.push(range_root(rx, shape, size, range).await?);
    }
    Ok(roots)
}

async fn subtree_root(rx: &Rx<'_>, shape: Shape, size: u64, subtree: Subtree) -> Result<Hash> {
    let level = subtree.height / shape.bits;
    let len = 1u64 << (subtree.height % shape.bits);
    let from = subtree.index * len;
    let (idx, at) = shape.place(from);
    let hashes = if level == 0 && (idx + 1) * shape.width() > size {
        leaves(rx, from, len).await?.iter().map(Leaf::hash).collect()
    } else {
        stored(rx, level, idx, at..at + len).await?
    };
    if u64::try_from(hashes.len()).ok() != Some(len) {
        return Err(Error::Broken { what: "the feed ends before its last checkpoint" });
    }
    merkle::perfect_root(&hashes).ok_or(Error::Broken { what: "a subtree that is none" })
}

async fn stored(rx: &Rx<'_>, level: u32, idx: u64, range: Range<u64>) -> Result<Vec<Hash>> {
    let missing = || Error::Broken { what: "a tile of the tree is missing" };
    let idx = i64::try_from(idx).map_err(|_range| missing())?;
    let row: Option<(Vec<u8>,)> = rx.query_opt(TILE, params![level, idx]).await?;
    let (bytes,) = row.ok_or_else(missing)?;
    let hashes = split(&bytes).ok_or_else(missing)?;
    let place = |n: u64| usize::try_from(n).ok();
    let (from, to) =
        (place(range.start).ok_or_else(missing)?, place(range.end).ok_or_else(missing)?);
    Ok(hashes.get(from..to).ok_or_else(missing)?.to_vec())
}

/// The hashes in a tile's bytes; `None` when their length is not a multiple of a hash's.
pub(super) fn split(bytes: &[u8]) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| hashes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn leaf(n: u64) -> Hash {
        merkle::leaf_hash(i64::try_from(n).unwrap_or(0), &[3; 32])
    }

    proptest! {
        /// Tiles hold every perfect subtree, and the edge knows the root.
        #[test]
        fn tiles_and_edge_agree_with_the_tree(bits in 1u32..4, size in 0u64..300) {
            let shape = Shape::narrow(bits);
            let mut edge = Edge { shape, size: 0, levels: vec![Vec::new()] };
            let (mut frontier, mut tiles) = (Frontier::new(), BTreeMap::new());
            for n in 0..size {
                frontier.push(leaf(n));
                for tile in edge.push(leaf(n)) {
                    tiles.insert((tile.level, tile.idx), tile.hashes);
                }
            }
            for tile in edge.partial() {
                prop_assert!(tiles.insert((tile.level, tile.idx), tile.hashes).is_none());
            }
            prop_assert_eq!(edge.frontier(), frontier);
            for ((level, idx), hashes) in &tiles {
                for (n, hash) in (idx * shape.width()..).zip(hashes) {
                    let below = 1u64 << shape.bits_below(*level);
                    let leaves: Vec<Hash> = (n * below..(n + 1) * below).map(leaf).collect();
                    prop_assert_eq!(merkle::perfect_root(&leaves), Some(*hash));
                }
                let expected = shape.count(*level, size) - idx * shape.width();
                prop_assert_eq!(u64::try_from(hashes.len()).ok(), Some(expected.min(shape.width())));
            }
        }
    }
}
