//! The feed from its first position to its end, and the tree over it: tiles, checkpoints, signatures.

use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::finding::{Problem, Report};
use super::pages::{Page, Pages, Table};
use super::roots::Roots;
use crate::desk::Desk;
use crate::error::Result;
use crate::log::checkpoint::CheckpointRow;
use crate::log::hash::Hash;
use crate::log::merkle;
use crate::log::tree::{self, Shape};

/// Every statement of this file.
pub(super) const ALL: &[&str] =
    &[FEED, FEED_END, FEED_KEY, CHECKPOINTS, SIGNED, LEAF_TILES, OUTSIDE];

const FEED: &str = "select f.pos, f.event_id, e.hash from feed f left join event e on e.id = f.event_id \
    where f.pos >= $1 order by f.pos limit $2";
const FEED_END: &str = "select coalesce(max(pos), 0) from feed";
const FEED_KEY: &str = "select pos from feed where pos >= $1 order by pos limit 1";
const CHECKPOINTS: &str = "select size, root, at, key_id, signature from checkpoint \
    where size >= $1 and size <= $2 order by size";
const SIGNED: &str = "select coalesce(max(size), 0) from checkpoint";
const LEAF_TILES: &str =
    "select idx, hashes from merkle_tile where level = 0 and idx >= $1 and idx <= $2 order by idx";
// No position: before the first and after the last.
const OUTSIDE: &str =
    "select size from checkpoint where size < 1 or size > $1 order by size limit $2";

/// A page of the feed with what the tree has there, from one snapshot.
struct Stretch {
    positions: Vec<Position>,
    checkpoints: Vec<CheckpointRow>,
    tiles: Vec<(i64, Vec<u8>)>,
    /// What the last checkpoint covers: full tiles up to here must exist.
    signed: u64,
}

struct Position {
    pos: i64,
    event_id: Uuid,
    hash: Option<Vec<u8>>,
}

impl FromRow for Position {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { pos: row.next()?, event_id: row.next()?, hash: row.next()? })
    }
}

#[derive(Clone, Copy)]
struct Feed {
    shape: Shape,
}

impl Table for Feed {
    type Key = i64;
    type Item = Stretch;
    const NAME: &'static str = "feed";

    async fn page(&self, rx: &Rx<'_>, from: &i64, limit: u32) -> Result<Page<Stretch, i64>> {
        let positions: Vec<Position> = rx.query(FEED, params![from, limit]).await?;
        let (Some(first), Some(last)) = (positions.first(), positions.last()) else {
            return Ok((Vec::new(), None));
        };
        let next = last.pos.checked_add(1);
        let checkpoints = rx.query(CHECKPOINTS, params![from, last.pos]).await?;
        let tile = |pos: i64| {
            let (idx, _) = self.shape.place(u64::try_from(pos.saturating_sub(1)).unwrap_or(0));
            i64::try_from(idx).unwrap_or(i64::MAX)
        };
        let tiles = rx.query(LEAF_TILES, params![tile(first.pos), tile(last.pos)]).await?;
        let (signed,): (i64,) = rx.query_one(SIGNED, params![]).await?;
        let signed = tree::tree_size(signed).unwrap_or(0);
        Ok((vec![Stretch { positions, checkpoints, tiles, signed }], next))
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &i64) -> Result<Option<i64>> {
        let key: Option<(i64,)> = rx.query_opt(FEED_KEY, params![from]).await?;
        Ok(key.map(|(pos,)| pos))
    }

    fn after(key: &i64) -> Option<i64> {
        key.checked_add(1)
    }
}

/// Follows the feed.
pub(super) async fn run(
    desk: &Desk,
    report: &mut Report,
    roots: &mut Roots<'_>,
    shape: Shape,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<()> {
    let mut pages = Pages::new(desk, Feed { shape }, i64::MIN);
    let mut expected = 1;
    while let Some(stretches) = pages.next(report).await? {
        for stretch in &stretches {
            for position in &stretch.positions {
                if position.pos != expected {
                    let gap = Problem::Gap { expected, found: position.pos };
                    report.find("feed", position.pos, Some("pos"), gap);
                }
                expected = position.pos.saturating_add(1);
                follow(report, roots, shape, stretch, position);
            }
            report.signed_size = i64::try_from(stretch.signed).unwrap_or(0);
        }
        progress(report.positions);
    }
    roots.finish(report);
    beyond(desk, report).await
}

fn follow(
    report: &mut Report,
    roots: &mut Roots<'_>,
    shape: Shape,
    stretch: &Stretch,
    position: &Position,
) {
    report.positions += 1;
    let Position { pos, event_id, hash } = position;
    if hash.is_none() {
        let needed_by = format!("feed {pos}");
        report.find("event", event_id, None, Problem::Missing { needed_by });
        report.find("feed", pos, Some("event_id"), Problem::Unaccounted);
    }
    let hash: Hash = hash.as_deref().and_then(|hash| hash.try_into().ok()).unwrap_or_default();
    let leaf = merkle::leaf_hash(*pos, &hash);
    in_tile(report, shape, stretch, *pos, &leaf);
    roots.push(report, leaf);
    let here = |row: &&CheckpointRow| row.size == *pos;
    if let Some(row) = stretch.checkpoints.iter().find(here) {
        roots.checkpoint(report, row);
    }
}

fn in_tile(report: &mut Report, shape: Shape, stretch: &Stretch, pos: i64, leaf: &Hash) {
    let Ok(index) = tree::tree_size(pos.saturating_sub(1)) else { return };
    let (idx, at) = shape.place(index);
    let row = stretch.tiles.iter().find(|(tile, _)| u64::try_from(*tile).ok() == Some(idx));
    match row {
        Some((_, bytes)) => {
            let hashes = tree::split(bytes).unwrap_or_default();
            let stored = usize::try_from(at).ok().and_then(|at| hashes.get(at));
            if stored != Some(leaf) {
                let row = format!("0 {idx}, leaf of feed {pos}");
                report.find("merkle_tile", row, Some("hashes"), Problem::TreeMismatch);
            }
        }
        // Said once a tile, at its first leaf.
        None if at == 0 && index + shape.width() <= stretch.signed => {
            let needed_by = format!("the checkpoint of {}", stretch.signed);
            report.find("merkle_tile", format!("0 {idx}"), None, Problem::Missing { needed_by });
        }
        None => {}
    }
}

/// Checkpoints that are of no position of the feed.
async fn beyond(desk: &Desk, report: &mut Report) -> Result<()> {
    // The end is read again with them: meanwhile it may have moved on.
    let (end, sizes) = desk
        .read(async |rx: &Rx<'_>| {
            let (end,): (i64,) = rx.query_one(FEED_END, params![]).await?;
            let sizes: Vec<(i64,)> =
                rx.query(OUTSIDE, params![end, crate::limits::AUDIT_PAGE]).await?;
            Ok((end, sizes))
        })
        .await?;
    for (size,) in sizes {
        let problem =
            if size < 1 { Problem::Unaccounted } else { Problem::Truncated { size, found: end } };
        report.find("checkpoint", size, Some("size"), problem);
    }
    Ok(())
}
