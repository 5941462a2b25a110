//! Reading a table page by page in the order of its key, each page from a snapshot of its own, without stumbling over a
//! row that cannot be read.

use std::fmt::Display;

use proofdesk_store::Rx;

use super::finding::{Problem, Report};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::limits;

/// The rows of a page, and where to go on; `None` at the end.
pub(super) type Page<I, K> = (Vec<I>, Option<K>);

/// A table, or a join led by it, in the order of a key.
pub(super) trait Table: Clone + Send + Sync + 'static {
    type Key: Clone + Display + Send + Sync + 'static;
    type Item: Send + 'static;
    /// Whose rows cannot be read when a page cannot.
    const NAME: &'static str;

    /// At most `limit` rows from `from` on.
    fn page(
        &self,
        rx: &Rx<'_>,
        from: &Self::Key,
        limit: u32,
    ) -> impl Future<Output = Result<Page<Self::Item, Self::Key>>> + Send;

    /// The same table without the rows of others that its page reads along: for when those cannot be read.
    fn alone(&self) -> Option<Self> {
        None
    }

    /// The key of the first row from `from` on, read without the rest of it.
    fn first_key(
        &self,
        rx: &Rx<'_>,
        from: &Self::Key,
    ) -> impl Future<Output = Result<Option<Self::Key>>> + Send;

    /// The first key after this one; `None` after the last possible.
    fn after(key: &Self::Key) -> Option<Self::Key>;
}

/// A walk over a table.
pub(super) struct Pages<'d, T: Table> {
    desk: &'d Desk,
    table: T,
    from: Option<T::Key>,
    limit: u32,
}

impl<'d, T: Table> Pages<'d, T> {
    pub fn new(desk: &'d Desk, table: T, from: T::Key) -> Self {
        Self { desk, table, from: Some(from), limit: limits::AUDIT_PAGE }
    }

    /// The next page; `None` at the end. A row that cannot be read is reported and passed over.
    pub async fn next(&mut self, report: &mut Report) -> Result<Option<Vec<T::Item>>> {
        while let Some(from) = self.from.clone() {
            let (table, start, limit) = (self.table.clone(), from.clone(), self.limit);
            let page =
                self.desk.read(async move |rx: &Rx<'_>| table.page(rx, &start, limit).await).await;
            match page {
                Ok((items, next)) => {
                    self.from = next;
                    self.limit = limits::AUDIT_PAGE.min(limit.saturating_mul(2));
                    return Ok(Some(items));
                }
                Err(Error::Store(proofdesk_store::Error::Decode(_))) if limit > 1 => {
                    self.limit = limit / 2
                }
                Err(Error::Store(proofdesk_store::Error::Decode(_))) => {
                    if let Some(items) = self.alone(&from).await? {
                        return Ok(Some(items));
                    }
                    self.pass_over(report, from).await?;
                }
                Err(other) => return Err(other),
            }
        }
        Ok(None)
    }

    async fn alone(&mut self, from: &T::Key) -> Result<Option<Vec<T::Item>>> {
        let Some(table) = self.table.alone() else { return Ok(None) };
        let start = from.clone();
        let page = self.desk.read(async move |rx: &Rx<'_>| table.page(rx, &start, 1).await).await;
        match unless_unreadable(page)? {
            Some((items, next)) => {
                self.from = next;
                Ok(Some(items))
            }
            None => Ok(None),
        }
    }

    async fn pass_over(&mut self, report: &mut Report, from: T::Key) -> Result<()> {
        let (table, start) = (self.table.clone(), from.clone());
        let key = self.desk.read(async move |rx: &Rx<'_>| table.first_key(rx, &start).await).await;
        match unless_unreadable(key)?.flatten() {
            Some(key) => {
                report.find(T::NAME, &key, None, Problem::Unreadable);
                self.from = T::after(&key);
            }
            // Not even its key: what comes after it stays unseen, and the report says from where.
            None => {
                report.find(T::NAME, format!("from {from} on"), None, Problem::Unreadable);
                self.from = None;
            }
        }
        Ok(())
    }
}

/// `None` when the failure is that a row cannot be read.
pub(super) fn unless_unreadable<R>(read: Result<R>) -> Result<Option<R>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Error::Store(proofdesk_store::Error::Decode(_))) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The first id after `id`; `None` after the last possible.
pub(super) fn after_id(id: uuid::Uuid) -> Option<uuid::Uuid> {
    id.as_u128().checked_add(1).map(uuid::Uuid::from_u128)
}
