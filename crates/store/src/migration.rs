//! Migrations: forward only, embedded, checksummed, applied under a lock row.
//!
//! # One text for both engines
//!
//! Column types are `uuid`, `bigint`, `text`, `bytea`, `boolean`. What only one engine understands
//! stands between `/*sqlite*/` or `/*postgres*/` and the next `/*end*/`, and is left out for the
//! other. The markers do not nest:
//!
//! ```sql
//! create table feed (pos /*sqlite*/ integer /*end*/ /*postgres*/ bigint /*end*/ not null primary key);
//! ```
//!
//! # Rules
//!
//! - All pending migrations of a start run in one transaction, or none does. Two nodes that start
//!   together meet at the lock row; the second finds nothing left to do.
//! - The text of an applied migration never changes again: its SHA-256 is kept and compared.
//! - Migrations only expand. So a database that already has newer ones (the next release runs
//!   beside this one, or was rolled back) is used as it is, and [`crate::Db::migrations`] reports
//!   them as unknown.
//! - On SQLite foreign keys are off while migrations run, so that a table can be rebuilt, and are
//!   checked before the commit.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::{Engine, Error, Result};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Ascending within its list. Never reused.
    pub version: i64,
    /// A few words for the operator.
    pub name: &'static str,
    /// One or more statements; the module documentation tells how engines are told apart.
    pub sql: &'static str,
}

/// A migration that the database has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// `store` for this crate's own, `app` for the list given to [`crate::Db::open`].
    pub family: String,
    /// Version within the family.
    pub version: i64,
    /// Its name at the time.
    pub name: String,
    /// True when this binary does not know it: a newer one has been here.
    pub unknown: bool,
}

const OWN: &[Migration] = &[Migration {
    version: 1,
    name: "feed and jobs",
    sql: include_str!("../migrations/0001_store.sql"),
}];

pub(crate) const TABLES: &str = "
    create table if not exists schema_migration (
        family text not null, version bigint not null, name text not null, checksum text not null,
        applied_at bigint not null, primary key (family, version));
    create table if not exists migration_lock (id bigint not null primary key, taken bigint not null);
    insert into migration_lock (id, taken) values (1, 0) on conflict (id) do nothing;
    update migration_lock set taken = taken + 1 where id = 1;";
const BEGUN_SQLITE: &str =
    "select count(*) from sqlite_schema where type = 'table' and name = 'schema_migration'";
pub(crate) const LIST: &str =
    "select family, version, name, checksum from schema_migration order by family, version";

/// Records one; the time comes from the database, for the operator only.
pub(crate) fn record(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "insert into schema_migration (family, version, name, checksum, applied_at)
             values ($1, $2, $3, $4, unixepoch() * 1000000)"
        }
        Engine::Postgres => {
            "insert into schema_migration (family, version, name, checksum, applied_at)
             values ($1, $2, $3, $4, cast(extract(epoch from now()) * 1000000 as bigint))"
        }
    }
}

/// A migration together with the family that its version belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub family: &'static str,
    pub migration: Migration,
}

/// The store's own migrations first, then the application's.
pub(crate) fn steps(app: &[Migration]) -> Result<Vec<Step>> {
    let step = |family| move |migration: &Migration| Step { family, migration: *migration };
    for pair in app.windows(2) {
        if let [a, b] = pair
            && a.version >= b.version
        {
            return Err(Error::Migration(format!(
                "version {} is listed after {}",
                b.version, a.version
            )));
        }
    }
    Ok(OWN.iter().map(step("store")).chain(app.iter().map(step("app"))).collect())
}

/// A row of `schema_migration`.
pub(crate) type Kept = (String, i64, String, String);

/// What is left to do and what is there, or why this binary must not touch the database.
pub(crate) fn compare(steps: &[Step], kept: &[Kept]) -> Result<(Vec<Step>, Vec<Applied>)> {
    let mut known: BTreeMap<(&str, i64), &Step> =
        steps.iter().map(|step| ((step.family, step.migration.version), step)).collect();
    let mut applied = Vec::new();
    let mut newest: BTreeMap<&str, i64> = BTreeMap::new();
    for (family, version, name, checksum) in kept {
        let step = known.remove(&(family.as_str(), *version));
        if let Some(step) = step
            && checksum_of(step.migration.sql) != *checksum
        {
            return Err(Error::Migration(format!(
                "{family} {version} ({name}) was changed after it was applied"
            )));
        }
        newest.insert(family, *version);
        applied.push(Applied {
            family: family.clone(),
            version: *version,
            name: name.clone(),
            unknown: step.is_none(),
        });
    }
    let pending: Vec<Step> = steps
        .iter()
        .filter(|step| known.contains_key(&(step.family, step.migration.version)))
        .copied()
        .collect();
    for step in &pending {
        if let Some(newest) =
            newest.get(step.family).filter(|newest| **newest > step.migration.version)
        {
            let version = step.migration.version;
            return Err(Error::Migration(format!(
                "{} {version} is missing although {newest} is applied",
                step.family
            )));
        }
    }
    applied.extend(pending.iter().map(|step| Applied {
        family: step.family.to_owned(),
        version: step.migration.version,
        name: step.migration.name.to_owned(),
        unknown: false,
    }));
    Ok((pending, applied))
}

/// What the database has, for whoever only reads it: nothing is brought up to date then.
pub(crate) fn as_it_is(app: &[Migration], kept: &[Kept]) -> Result<Vec<Applied>> {
    let (pending, applied) = compare(&steps(app)?, kept)?;
    if pending.is_empty() {
        return Ok(applied);
    }
    Err(Error::Migration(format!(
        "the database is older than this program (missing: {}), and this only reads it: start the desk with this program, which \
         brings it up to date, or ask with the program that made it",
        pending.len()
    )))
}

/// SHA-256 of the text as written, in hexadecimal digits.
pub(crate) fn checksum_of(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Keeps what is for every engine and for this one.
pub(crate) fn text_for(engine: Engine, sql: &str) -> Result<String> {
    const MARKERS: [(&str, Engine); 2] =
        [("/*sqlite*/", Engine::Sqlite), ("/*postgres*/", Engine::Postgres)];
    let mut text = String::with_capacity(sql.len());
    let mut rest = sql;
    loop {
        let next = MARKERS.iter().filter_map(|(marker, only)| {
            let (before, after) = rest.split_once(marker)?;
            Some((before, after, *only))
        });
        let Some((before, after, only)) = next.min_by_key(|(before, ..)| before.len()) else {
            text.push_str(rest);
            return Ok(text);
        };
        let Some((part, after)) = after.split_once("/*end*/") else {
            return Err(Error::Migration("a part for one engine has no /*end*/".into()));
        };
        if part.contains("/*sqlite*/") || part.contains("/*postgres*/") {
            return Err(Error::Migration("parts for one engine do not nest".into()));
        }
        text.push_str(before);
        if only == engine {
            text.push_str(part);
        }
        rest = after;
    }
}

/// What an SQLite file has, which is left as it is.
pub(crate) fn list_sqlite(conn: &rusqlite::Connection, app: &[Migration]) -> Result<Vec<Applied>> {
    use crate::sqlite::error;
    let begun: i64 = conn.query_row(BEGUN_SQLITE, [], |row| row.get(0)).map_err(error)?;
    if begun == 0 {
        return Err(Error::Migration("nothing was ever kept in this file".into()));
    }
    as_it_is(app, &kept_by(conn)?)
}

fn kept_by(conn: &rusqlite::Connection) -> Result<Vec<Kept>> {
    use crate::sqlite::error;
    let mut list = conn.prepare(LIST).map_err(error)?;
    let rows = list.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    rows.and_then(Iterator::collect::<rusqlite::Result<Vec<Kept>>>).map_err(error)
}

/// Runs what is pending on SQLite, before anything else uses the file.
pub(crate) fn migrate_sqlite(
    conn: &rusqlite::Connection,
    app: &[Migration],
) -> Result<Vec<Applied>> {
    use crate::sqlite::error;
    let steps = steps(app)?;
    conn.execute_batch("pragma foreign_keys = off; begin immediate").map_err(error)?;
    let applied = migrate_in_transaction(conn, &steps);
    match &applied {
        Ok(_) => conn.execute_batch("commit").map_err(error)?,
        // The reason counts; a failing rollback would only repeat it.
        Err(_) => drop(conn.execute_batch("rollback")),
    }
    conn.execute_batch("pragma foreign_keys = on").map_err(error)?;
    applied
}

fn migrate_in_transaction(conn: &rusqlite::Connection, steps: &[Step]) -> Result<Vec<Applied>> {
    use crate::sqlite::error;
    conn.execute_batch(TABLES).map_err(error)?;
    let (pending, applied) = compare(steps, &kept_by(conn)?)?;
    for Step { family, migration } in &pending {
        let failed = |e| {
            Error::Migration(format!(
                "{family} {} ({}): {}",
                migration.version,
                migration.name,
                error(e)
            ))
        };
        conn.execute_batch(&text_for(Engine::Sqlite, migration.sql)?).map_err(failed)?;
        let row = (family, migration.version, migration.name, checksum_of(migration.sql));
        conn.execute(record(Engine::Sqlite), row).map_err(failed)?;
    }
    if !pending.is_empty() {
        let broken: i64 = conn
            .query_row("select count(*) from pragma_foreign_key_check", [], |row| row.get(0))
            .map_err(error)?;
        if broken > 0 {
            return Err(Error::Migration(format!(
                "{broken} rows would refer to rows that do not exist"
            )));
        }
    }
    Ok(applied)
}
