//! The tiles above the leaves: each hash is the root of the tile below it, none is missing and none too many.

use std::fmt;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::finding::{Problem, Report};
use super::pages::{Page, Pages, Table};
use crate::desk::Desk;
use crate::error::Result;
use crate::log::merkle;
use crate::log::tree::{self, Shape};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[TILES, TILE_KEY, SIGNED];

// The parent of a tile has the number of the tile divided by the width.
const TILES: &str = "select t.level, t.idx, t.hashes, p.hashes from merkle_tile t \
    left join merkle_tile p on p.level = t.level + 1 and p.idx = t.idx / $1 \
    where (t.level, t.idx) >= ($2, $3) order by t.level, t.idx limit $4";
const TILE_KEY: &str =
    "select level, idx from merkle_tile where (level, idx) >= ($1, $2) order by level, idx limit 1";
const SIGNED: &str = "select coalesce(max(size), 0) from checkpoint";

/// Tiles are large: 8 KiB, and as much again for the parent.
const TILES_PER_PAGE: u32 = 64;

struct TileRow {
    level: i64,
    idx: i64,
    hashes: Vec<u8>,
    parent: Option<Vec<u8>>,
    /// What the last checkpoint covers, in the same snapshot.
    signed: u64,
}

impl FromRow for TileRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            level: row.next()?,
            idx: row.next()?,
            hashes: row.next()?,
            parent: row.next()?,
            signed: 0,
        })
    }
}

#[derive(Clone, Copy)]
struct Place {
    level: i64,
    idx: i64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.level, self.idx)
    }
}

#[derive(Clone, Copy)]
struct Tiles {
    shape: Shape,
}

impl Table for Tiles {
    type Key = Place;
    type Item = TileRow;
    const NAME: &'static str = "merkle_tile";

    async fn page(&self, rx: &Rx<'_>, from: &Place, limit: u32) -> Result<Page<TileRow, Place>> {
        let width = i64::try_from(self.shape.width()).unwrap_or(i64::MAX);
        let limit = limit.min(TILES_PER_PAGE);
        let mut tiles: Vec<TileRow> =
            rx.query(TILES, params![width, from.level, from.idx, limit]).await?;
        let (signed,): (i64,) = rx.query_one(SIGNED, params![]).await?;
        let signed = tree::tree_size(signed).unwrap_or(0);
        tiles.iter_mut().for_each(|tile| tile.signed = signed);
        let next = tiles
            .last()
            .and_then(|tile| Some(Place { level: tile.level, idx: tile.idx.checked_add(1)? }));
        Ok((tiles, next))
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Place) -> Result<Option<Place>> {
        let key: Option<(i64, i64)> = rx.query_opt(TILE_KEY, params![from.level, from.idx]).await?;
        Ok(key.map(|(level, idx)| Place { level, idx }))
    }

    fn after(key: &Place) -> Option<Place> {
        Some(Place { level: key.level, idx: key.idx.checked_add(1)? })
    }
}

/// Looks at every tile. Leaves are held against the feed elsewhere.
pub(super) async fn run(desk: &Desk, report: &mut Report, shape: Shape) -> Result<()> {
    let start = Place { level: i64::MIN, idx: i64::MIN };
    let mut pages = Pages::new(desk, Tiles { shape }, start);
    while let Some(tiles) = pages.next(report).await? {
        for tile in &tiles {
            report.tiles += 1;
            look(report, shape, tile);
        }
    }
    Ok(())
}

fn look(report: &mut Report, shape: Shape, tile: &TileRow) {
    let row = format!("{} {}", tile.level, tile.idx);
    let (Ok(level), Ok(idx)) = (u32::try_from(tile.level), u64::try_from(tile.idx)) else {
        return report.find("merkle_tile", row, None, Problem::Unaccounted);
    };
    let due = shape.count(level, tile.signed).saturating_sub(idx.saturating_mul(shape.width()));
    let due = due.min(shape.width());
    let full = due == shape.width();
    if due == 0 || (level == 0 && !full) {
        return report.find("merkle_tile", row, None, Problem::Unaccounted);
    }
    let hashes = tree::split(&tile.hashes).unwrap_or_default();
    if u64::try_from(hashes.len()).ok() != Some(due) {
        return report.find("merkle_tile", row, Some("hashes"), Problem::TreeMismatch);
    }
    if !full {
        return;
    }
    let Some(parent) = &tile.parent else {
        let (above, _) = shape.place(idx);
        let missing = format!("{} {above}", level + 1);
        let needed_by = format!("merkle_tile {row}");
        return report.find("merkle_tile", missing, None, Problem::Missing { needed_by });
    };
    let (above, at) = shape.place(idx);
    let parent = tree::split(parent).unwrap_or_default();
    let stored = usize::try_from(at).ok().and_then(|at| parent.get(at).copied());
    if stored.is_none() || stored != merkle::perfect_root(&hashes) {
        let row = format!("{} {above}, root of tile {row}", level + 1);
        report.find("merkle_tile", row, Some("hashes"), Problem::TreeMismatch);
    }
}
