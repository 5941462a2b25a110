//! What is left in a file of rows that are gone.
//!
//! `secure_delete` overwrites a cell that is freed, and a page that is. But when SQLite spreads the cells of a page over its
//! neighbours and has to lay the page out anew (`rebuildPage`), it writes the cells that stay at the end of the page and lets
//! be what lies before them: copies of cells that live on in another page by now. Once such a row is deleted, the cell that
//! lives is overwritten, and the copy is not. It lies in the gap between the pointers to a page's cells and the cells, where
//! SQLite reads nothing before it has written there.
//!
//! So these gaps are filled with zeros, a few pages in each transaction. The pages are asked for and changed as rows of
//! `sqlite_dbpage`, that is through SQLite itself, with its locks and its log; no reader sees a difference, for none of it is
//! data. Emptying the file by `vacuum` would do it too, with room for a copy of everything, and nobody could write meanwhile.

use std::ops::Range;
use std::time::Duration;

use crate::{Db, Error, Result, Rx, Tx, params};

const PAGE: &str = "select data from sqlite_dbpage where pgno = $1";
const CHANGE: &str = "update sqlite_dbpage set data = $1 where pgno = $2";
const PAGES: &str = "pragma page_count";
/// Pages that one read looks at: a megabyte of SQLite's usual ones.
const LOOKED_AT_ONCE: i64 = 256;
/// Pages that one transaction changes.
const CLEARED_AT_ONCE: usize = 64;
/// After each such read and transaction, so that those of people come first.
const PAUSE: Duration = Duration::from_millis(2);
/// What stands before the tree in the first page.
const FILE_HEADER: usize = 100;

/// What must be known of the file to tell what a page is.
struct Shape {
    /// Bytes of a page that SQLite uses.
    usable: usize,
    pages: i64,
}

/// Looks through the whole file. What is deleted while it does may leave something behind the place that it has come to.
///
/// `db` is on SQLite, and writes.
pub(crate) async fn clear(db: &Db) -> Result<()> {
    let (mut from, mut cleared) = (1, 0_u64);
    loop {
        let look: Result<(Vec<i64>, i64)> =
            db.read(async move |rx| -> Result<_> { look(rx, from).await }).await;
        let (found, pages) = look?;
        for some in found.chunks(CLEARED_AT_ONCE) {
            let some = some.to_vec();
            let done: Result<u64> =
                db.write(async move |tx| -> Result<_> { zero(tx, &some).await }).await;
            cleared = cleared.saturating_add(done?);
            tokio::time::sleep(PAUSE).await;
        }
        tokio::time::sleep(PAUSE).await;
        from += LOOKED_AT_ONCE;
        if from > pages {
            metrics::counter!("proofdesk_store_pages_cleared_total").increment(cleared);
            tracing::info!(pages, cleared, "the file was cleared of what deleted rows had left");
            return Ok(());
        }
    }
}

/// The pages from this one on that have something to be cleared, and how many pages there are.
async fn look(rx: &Rx<'_>, from: i64) -> Result<(Vec<i64>, i64)> {
    let shape = Shape::of(rx).await?;
    let mut found = Vec::new();
    for number in from..(from + LOOKED_AT_ONCE).min(shape.pages + 1) {
        let page = page(rx, number).await?;
        if page.is_some_and(|page| shape.gap(number, &page).is_some()) {
            found.push(number);
        }
    }
    Ok((found, shape.pages))
}

/// Each is read again: it may be another page by now.
async fn zero(tx: &Tx<'_>, numbers: &[i64]) -> Result<u64> {
    let shape = Shape::of(tx).await?;
    let mut cleared = 0;
    for number in numbers {
        let Some(mut page) = page(tx, *number).await? else { continue };
        let Some(gap) = shape.gap(*number, &page) else { continue };
        if let Some(gap) = page.get_mut(gap) {
            gap.fill(0);
            cleared += tx.exec(CHANGE, params![page, *number]).await?;
        }
    }
    Ok(cleared)
}

async fn page(rx: &Rx<'_>, number: i64) -> Result<Option<Vec<u8>>> {
    let row: Result<Option<(Vec<u8>,)>> = rx.query_opt(PAGE, params![number]).await;
    match row {
        Err(Error::Sql { message, .. }) if message.contains("sqlite_dbpage") => {
            Err(Error::Unavailable(
                "this program's SQLite has no sqlite_dbpage, without which it cannot clear what deleted rows leave: build it \
                 inside its own folder, whose .cargo/config.toml asks for it"
                    .to_owned(),
            ))
        }
        row => Ok(row?.map(|(page,)| page)),
    }
}

impl Shape {
    async fn of(rx: &Rx<'_>) -> Result<Self> {
        let (pages,): (i64,) = rx.query_one(PAGES, &[]).await?;
        let first = page(rx, 1).await?.unwrap_or_default();
        Self::read(&first, pages)
            .ok_or(Error::Misuse("a file of SQLite with `auto_vacuum`, which is never made here"))
    }

    /// `None` for a file with `auto_vacuum`, in which there are pages that begin as those of a tree do.
    fn read(first: &[u8], pages: i64) -> Option<Self> {
        let reserved = usize::from(*first.get(20)?);
        let is_plain = first.get(52..56)?.iter().all(|byte| *byte == 0);
        is_plain.then_some(Self { usable: first.len().checked_sub(reserved)?, pages })
    }

    /// Where a page of a tree has nothing that is read, when there is anything else than zeros. `None` for all other pages.
    ///
    /// Those begin with the number of another page, or with zeros. No number of a page begins as a page of a tree does before a
    /// file has 33 million pages (128 GiB); beyond that, a page that might be either is let be.
    fn gap(&self, number: i64, page: &[u8]) -> Option<Range<usize>> {
        let begins = page.first_chunk::<4>().map(|bytes| i64::from(u32::from_be_bytes(*bytes)))?;
        let header = match number {
            1 => FILE_HEADER,
            _ if begins <= self.pages => return None,
            _ => 0,
        };
        let at = |offset: usize| {
            let bytes = page.get(header + offset..)?.first_chunk::<2>()?;
            Some(usize::from(u16::from_be_bytes(*bytes)))
        };
        let pointers = match page.get(header)? {
            // Of a tree's inner pages, then of its leaves.
            2 | 5 => header + 12,
            10 | 13 => header + 8,
            _ => return None,
        };
        // Zero stands for the one size that two bytes cannot say.
        let cells = Some(at(5)?).filter(|at| *at > 0).unwrap_or(65_536);
        let gap = pointers + 2 * at(3)?..cells;
        let is_dirty = page.get(gap.clone())?.iter().any(|byte| *byte != 0);
        (is_dirty && gap.end <= self.usable).then_some(gap)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const SHAPE: Shape = Shape { usable: 4_096, pages: 300 };

    /// A page of 4 KiB, all of sevens, that begins with this.
    fn page(begin: &[u8]) -> Vec<u8> {
        let mut page = begin.to_vec();
        page.resize(4_096, 7);
        page
    }

    fn put(page: &mut [u8], at: usize, bytes: &[u8]) {
        page.get_mut(at..at + bytes.len()).unwrap().copy_from_slice(bytes);
    }

    #[test]
    fn the_gap_lies_between_pointers_and_cells() {
        // A leaf with two cells that begin at 4000, and the same inside a tree.
        let leaf = page(&[13, 0, 0, 0, 2, 0x0f, 0xa0, 0]);
        assert_eq!(SHAPE.gap(2, &leaf), Some(12..4_000));
        let inner = page(&[2, 0, 0, 0, 2, 0x0f, 0xa0, 0]);
        assert_eq!(SHAPE.gap(2, &inner), Some(16..4_000));
        let mut clean = leaf;
        clean.get_mut(12..4_000).unwrap().fill(0);
        assert_eq!(SHAPE.gap(2, &clean), None, "it has nothing to be cleared");
    }

    #[test]
    fn the_first_page_has_the_header_of_the_file_before_its_tree() {
        let mut first = page(b"SQLite format 3\0");
        put(&mut first, 100, &[13, 0, 0, 0, 1, 0x0f, 0xa0, 0]);
        assert_eq!(SHAPE.gap(1, &first), Some(110..4_000));
        put(&mut first, 20, &[0]);
        put(&mut first, 52, &[0; 4]);
        assert_eq!(Shape::read(&first, 3).unwrap().usable, 4_096);
        put(&mut first, 20, &[32]);
        assert_eq!(Shape::read(&first, 3).unwrap().usable, 4_064);
        put(&mut first, 52, &[0, 0, 0, 9]);
        assert!(Shape::read(&first, 3).is_none(), "it vacuums by itself");
    }

    #[test]
    fn what_is_no_page_of_a_tree_is_let_be() {
        // The next page of a long text is 5; the last one; one that nobody uses.
        for begin in [[0, 0, 0, 5], [0, 0, 0, 0], [9, 9, 9, 9]] {
            assert_eq!(SHAPE.gap(2, &page(&begin)), None, "{begin:?}");
        }
        // In a file of so many pages it could be the number of one.
        let leaf = page(&[13, 0, 0, 0, 2, 0x0f, 0xa0, 0]);
        assert_eq!(Shape { pages: 0x0e00_0000, ..SHAPE }.gap(2, &leaf), None);
    }

    #[test]
    fn what_does_not_fit_is_let_be() {
        for begin in [[13, 0, 0, 0xff, 0xff, 0x0f, 0xa0, 0], [13, 0, 0, 0, 1, 0xff, 0xff, 0]] {
            assert_eq!(SHAPE.gap(2, &page(&begin)), None, "{begin:?}");
        }
        assert_eq!(SHAPE.gap(2, &[]), None);
        assert_eq!(SHAPE.gap(2, &[13, 0, 0, 0, 0]), None);
    }
}
