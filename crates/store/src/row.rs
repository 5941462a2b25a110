//! Rows, read column by column in the order of the select list.

use crate::{Error, FromValue, Result, Value, postgres, sqlite};

/// One row of a result, with a cursor over its columns.
pub struct Row<'r> {
    source: Source<'r>,
    at: usize,
    width: usize,
}

enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

/// A type that can be read from a whole row.
pub trait FromRow: Sized {
    /// Reads every column in order with [`Row::next`]. A column left unread is an error: a select
    /// list and its type have drifted apart.
    fn from_row(row: &mut Row<'_>) -> Result<Self>;
}

impl<'r> Row<'r> {
    pub(crate) fn sqlite(row: &'r rusqlite::Row<'r>, width: usize) -> Self {
        Row { source: Source::Sqlite(row), at: 0, width }
    }

    pub(crate) fn postgres(row: &'r tokio_postgres::Row) -> Self {
        Row { source: Source::Postgres(row), at: 0, width: row.len() }
    }

    /// Reads the next column.
    ///
    /// Fails with [`Error::Decode`] when there is none left or it does not fit `T`.
    #[expect(
        clippy::should_implement_trait,
        reason = "each column has its own type, so this is no iterator"
    )]
    pub fn next<T: FromValue>(&mut self) -> Result<T> {
        let at = self.at;
        if at >= self.width {
            return Err(Error::Decode(format!("the row has only {} columns", self.width)));
        }
        self.at += 1;
        let value: Value<'_> = match self.source {
            Source::Sqlite(row) => sqlite::column(row, at)?,
            Source::Postgres(row) => postgres::column(row, at)?,
        };
        T::from_value(value).map_err(|e| match e {
            Error::Decode(why) => Error::Decode(format!("column {at}: {why}")),
            other => other,
        })
    }

    /// Passes over `count` columns that this reader has no use for.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.width);
    }

    /// Reads the whole row as `T`.
    pub(crate) fn read<T: FromRow>(mut self) -> Result<T> {
        let value = T::from_row(&mut self)?;
        if self.at != self.width {
            return Err(Error::Decode(format!("read {} of {} columns", self.at, self.width)));
        }
        Ok(value)
    }
}

macro_rules! tuple {
    ($($t:ident),+) => {
        impl<$($t: FromValue),+> FromRow for ($($t,)+) {
            fn from_row(row: &mut Row<'_>) -> Result<Self> {
                Ok(($(row.next::<$t>()?,)+))
            }
        }
    };
}
tuple!(A);
tuple!(A, B);
tuple!(A, B, C);
tuple!(A, B, C, D);
tuple!(A, B, C, D, E);
tuple!(A, B, C, D, E, F);
