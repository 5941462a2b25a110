//! An SQLite backup becomes a PostgreSQL database: how a desk that has outgrown one file moves.
//!
//! Both engines have the same tables from the same migrations, so what crosses is rows, by binary
//! `COPY`, parents before children. All of it is one transaction, the schema included: either the
//! database is whole afterwards, or as empty as before. The hash chain crosses byte by byte, and
//! `proofdesk audit verify` says the same before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::mpsc;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use uuid::Uuid;

use super::error::error;
use super::pool::{connection, pool};
use super::session::Session;
use super::value::Owned;
use super::{Conn, migrate};
use crate::migration::{self, Kept};
use crate::{Error, Migration, Options, Result, Value, feed, sqlite};

/// Large tables take their time.
const BEGIN: &str = "begin; set local lock_timeout = 0; set local statement_timeout = 0; \
    set local idle_in_transaction_session_timeout = 0";
const TABLES: &str = "select c.relname::text from pg_class c where c.relkind in ('r', 'p')
 and c.relnamespace = current_schema()::regnamespace order by 1";
const PARENTS: &str = "select a.relname::text, b.relname::text from pg_constraint k
 join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
 where k.contype = 'f' and a.oid <> b.oid and k.connamespace = current_schema()::regnamespace";
/// What tells how a database is kept, not what is in it: each has its own.
const NOT_COPIED: [&str; 3] = ["migration_lock", "schema_migration", "sequencer_lease"];
/// Rows that are read before they are sent on.
const ROWS_AT_ONCE: usize = 500;
/// Such lots that may wait for PostgreSQL.
const LOTS_WAITING: usize = 4;

type Lot = Vec<Vec<Owned>>;

/// Copies a checked SQLite backup into an empty PostgreSQL database.
///
/// Fails with [`Error::Backup`] when the database has tables, [`Error::Migration`] when the backup
/// is of another version of the program. Then nothing is left behind.
pub(crate) async fn cross(
    from: &Path,
    to: &str,
    options: &Options,
    app: &[Migration],
) -> Result<()> {
    let pool = pool(to, options, 1)?;
    let session = Session::begin(&pool, BEGIN).await?;
    let conn = session.conn()?;
    if !names(conn, TABLES).await?.is_empty() {
        let to = super::without_password(to);
        return Err(Error::Backup(format!("{to} has tables already: give an empty database")));
    }
    migrate::apply(conn, app).await?;
    same_version(from, app)?;
    let tables: Vec<String> = in_order(names(conn, TABLES).await?, &parents(conn).await?)?;
    let copied: Vec<&String> =
        tables.iter().filter(|table| !NOT_COPIED.contains(&table.as_str())).collect();
    // Migrations put rows into some, which the backup has too, perhaps changed.
    let quoted: Vec<String> = copied.iter().map(|table| quote(table)).collect();
    conn.batch_execute(&format!("truncate {}", quoted.join(", "))).await.map_err(error)?;
    for table in copied {
        let rows = copy(conn, from, table).await?;
        tracing::info!(table, rows, "copied");
    }
    let gaps: i64 =
        conn.query_one(feed::GAPS, &[]).await.and_then(|row| row.try_get(0)).map_err(error)?;
    if gaps != 0 {
        return Err(Error::Corrupt(format!("the feed lacks {gaps} positions")));
    }
    session.commit(Vec::new()).await?;
    session.release();
    // So that the first reader does not do for every page what the server would do in its own time.
    let settled = connection(&pool).await?;
    settled.batch_execute("set statement_timeout = 0").await.map_err(error)?;
    settled.batch_execute("vacuum (analyze)").await.map_err(error)
}

async fn names(conn: &Conn, sql: &str) -> Result<Vec<String>> {
    let rows = conn.query(sql, &[]).await.map_err(error)?;
    rows.iter().map(|row| row.try_get(0).map_err(error)).collect()
}

async fn parents(conn: &Conn) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut parents: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in conn.query(PARENTS, &[]).await.map_err(error)? {
        let (child, parent) = (row.try_get(0).map_err(error)?, row.try_get(1).map_err(error)?);
        parents.entry(child).or_default().insert(parent);
    }
    Ok(parents)
}

/// Whom others refer to comes first.
fn in_order(
    tables: Vec<String>,
    parents: &BTreeMap<String, BTreeSet<String>>,
) -> Result<Vec<String>> {
    let (mut left, mut ordered) = (tables, Vec::new());
    while !left.is_empty() {
        let waits = |table: &String| {
            parents.get(table).is_some_and(|of| of.iter().any(|parent| left.contains(parent)))
        };
        let (next, rest): (Vec<_>, Vec<_>) = left.iter().cloned().partition(|table| !waits(table));
        if next.is_empty() {
            return Err(Error::Migration(format!("{} refer to each other", rest.join(", "))));
        }
        ordered.extend(next);
        left = rest;
    }
    Ok(ordered)
}

/// The backup must have exactly the migrations of this program: its rows are copied as they are.
fn same_version(from: &Path, app: &[Migration]) -> Result<()> {
    let conn = reader(from)?;
    let mut list = conn.prepare(migration::LIST).map_err(sqlite::error)?;
    let rows = list.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    let kept = rows.and_then(Iterator::collect::<rusqlite::Result<Vec<Kept>>>);
    let (pending, applied) =
        migration::compare(&migration::steps(app)?, &kept.map_err(sqlite::error)?)?;
    if let Some(newer) = applied.iter().find(|applied| applied.unknown) {
        return Err(Error::Migration(format!(
            "the backup is of a newer program ({} {}): update this one first",
            newer.family, newer.version
        )));
    }
    if !pending.is_empty() {
        return Err(Error::Migration(
            "the backup is of an older program: restore it to SQLite with this one, start that \
             once, and back that up"
                .into(),
        ));
    }
    Ok(())
}

fn reader(from: &Path) -> Result<Connection> {
    Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite::error)
}

/// One table, as a stream: what is read ahead is bounded.
async fn copy(conn: &Conn, from: &Path, table: &str) -> Result<u64> {
    let statement =
        conn.prepare(&format!("select * from {}", quote(table))).await.map_err(error)?;
    let columns: Vec<(String, Type)> = statement
        .columns()
        .iter()
        .map(|column| (column.name().to_owned(), column.type_().clone()))
        .collect();
    let names: Vec<String> = columns.iter().map(|(name, _)| quote(name)).collect();
    let types: Vec<Type> = columns.iter().map(|(_, ty)| ty.clone()).collect();
    let (names, name) = (names.join(", "), quote(table));
    let (lots, mut read) = mpsc::channel::<Lot>(LOTS_WAITING);
    let (path, select) = (from.to_owned(), format!("select {names} from {name}"));
    let (of, reading_types) = (table.to_owned(), types.clone());
    let reading =
        tokio::task::spawn_blocking(move || send_rows(&path, &select, &of, &reading_types, &lots));
    let into = format!("copy {name} ({names}) from stdin (format binary)");
    let sink = conn.copy_in(&into).await.map_err(error)?;
    let mut writer = std::pin::pin!(BinaryCopyInWriter::new(sink, &types));
    while let Some(lot) = read.recv().await {
        for row in &lot {
            let row: Vec<&(dyn ToSql + Sync)> =
                row.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
            writer.as_mut().write(&row).await.map_err(|e| of_table(table, error(e)))?;
        }
    }
    // What could not be read is missing from what was sent: then it must not be finished.
    reading.await.map_err(|e| Error::Panicked(e.to_string()))??;
    writer.finish().await.map_err(|e| of_table(table, error(e)))
}

fn send_rows(
    from: &Path,
    select: &str,
    table: &str,
    types: &[Type],
    lots: &mpsc::Sender<Lot>,
) -> Result<()> {
    let conn = reader(from)?;
    let mut statement = conn.prepare(select).map_err(sqlite::error)?;
    let mut rows = statement.query([]).map_err(sqlite::error)?;
    let mut lot = Lot::with_capacity(ROWS_AT_ONCE);
    while let Some(row) = rows.next().map_err(sqlite::error)? {
        let values = types.iter().enumerate().map(|(at, ty)| {
            let value = row.get_ref(at).map_err(sqlite::error)?;
            crossed(value, ty).map_err(|e| of_table(table, e))
        });
        lot.push(values.collect::<Result<_>>()?);
        if lot.len() == ROWS_AT_ONCE {
            let full = std::mem::replace(&mut lot, Lot::with_capacity(ROWS_AT_ONCE));
            if lots.blocking_send(full).is_err() {
                // Nobody listens any more, and whoever stopped says why.
                return Ok(());
            }
        }
    }
    // As above.
    let _ = lots.blocking_send(lot);
    Ok(())
}

/// SQLite keeps a boolean as 0 or 1 and a UUID as 16 bytes.
fn crossed(value: ValueRef<'_>, ty: &Type) -> Result<Owned> {
    let wrong = || Error::Decode(format!("wanted {ty}, found {}", value.data_type()));
    let value = match (value, ty) {
        (ValueRef::Null, _) => Value::Null,
        (ValueRef::Integer(n @ (0 | 1)), &Type::BOOL) => Value::Bool(n == 1),
        (ValueRef::Integer(n), &Type::INT8) => Value::Int(n),
        (ValueRef::Text(bytes), &Type::TEXT) => {
            Value::Text(std::str::from_utf8(bytes).ok().ok_or_else(wrong)?)
        }
        (ValueRef::Blob(bytes), &Type::BYTEA) => Value::Blob(bytes),
        (ValueRef::Blob(bytes), &Type::UUID) => {
            Value::Uuid(Uuid::from_slice(bytes).ok().ok_or_else(wrong)?)
        }
        _ => return Err(wrong()),
    };
    Ok(Owned::from(&value))
}

fn of_table(table: &str, error: Error) -> Error {
    match error {
        Error::Decode(reason) => Error::Decode(format!("{table}: {reason}")),
        Error::Sql { code, message } => Error::Sql { code, message: format!("{table}: {message}") },
        other => other,
    }
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_others_refer_to_comes_first() {
        let tables = || ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let refer = |pairs: &[(&str, &str)]| {
            let mut parents: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (child, parent) in pairs {
                parents.entry((*child).into()).or_default().insert((*parent).into());
            }
            parents
        };
        let ordered = in_order(tables(), &refer(&[("a", "c"), ("c", "d"), ("b", "d")]));
        assert_eq!(ordered.ok(), Some(["d", "b", "c", "a"].map(str::to_owned).to_vec()));
        let circle = in_order(tables(), &refer(&[("a", "b"), ("b", "a")]));
        assert!(matches!(circle, Err(Error::Migration(_))), "{circle:?}");
    }

    #[test]
    fn a_value_that_does_not_fit_its_column_is_refused() {
        assert!(crossed(ValueRef::Integer(2), &Type::BOOL).is_err());
        assert!(crossed(ValueRef::Blob(&[1, 2]), &Type::UUID).is_err());
        assert!(crossed(ValueRef::Text(&[0xff]), &Type::TEXT).is_err());
        assert!(crossed(ValueRef::Real(1.5), &Type::INT8).is_err());
    }
}
