//! Migrations on PostgreSQL, where several nodes may start at once.

use deadpool_postgres::Pool;
use tokio_postgres::types::ToSql;

use super::Conn;
use super::error::error;
use super::session::{Retries, Session};
use crate::migration::{self, Kept};
use crate::{Applied, Engine, Error, Migration, Result};

const BEGIN: &str = "begin; set local lock_timeout = 0; set local statement_timeout = 0";

/// Two nodes that create the very first tables at once: one of them fails and looks again.
pub(super) async fn migrate(pool: &Pool, app: &[Migration]) -> Result<Vec<Applied>> {
    let mut retries = Retries::new();
    loop {
        let outcome = migrate_once(pool, app).await.map_err(|e| match e {
            Error::Constraint { .. } => Error::Conflict,
            // The table, or its row type, exists since a moment ago.
            Error::Sql { code, .. } if code == "42P07" || code == "42710" => Error::Conflict,
            other => other,
        });
        if !retries.again(&outcome).await {
            return outcome;
        }
    }
}

async fn migrate_once(pool: &Pool, app: &[Migration]) -> Result<Vec<Applied>> {
    let session = Session::begin(pool, BEGIN).await?;
    let applied = apply(session.conn()?, app).await?;
    session.commit(Vec::new()).await?;
    session.release();
    Ok(applied)
}

/// What the database has, which is left as it is.
pub(super) async fn list(pool: &Pool, app: &[Migration]) -> Result<Vec<Applied>> {
    let session = Session::take(pool).await?;
    let kept = kept(session.conn()?).await?;
    session.release();
    migration::as_it_is(app, &kept)
}

async fn kept(conn: &Conn) -> Result<Vec<Kept>> {
    let rows = conn.query(migration::LIST, &[]).await.map_err(error)?;
    let kept = rows
        .iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?)));
    kept.collect::<Result<_, tokio_postgres::Error>>().map_err(error)
}

/// Within the caller's transaction.
pub(super) async fn apply(conn: &Conn, app: &[Migration]) -> Result<Vec<Applied>> {
    let steps = migration::steps(app)?;
    conn.batch_execute(migration::TABLES).await.map_err(error)?;
    let (pending, applied) = migration::compare(&steps, &kept(conn).await?)?;
    for migration::Step { family, migration } in &pending {
        let failed = |e| {
            Error::Migration(format!(
                "{family} {} ({}): {}",
                migration.version,
                migration.name,
                error(e)
            ))
        };
        let text = migration::text_for(Engine::Postgres, migration.sql)?;
        conn.batch_execute(&text).await.map_err(failed)?;
        let checksum = migration::checksum_of(migration.sql);
        let row: [&(dyn ToSql + Sync); 4] =
            [family, &migration.version, &migration.name, &checksum];
        conn.execute(migration::record(Engine::Postgres), &row).await.map_err(failed)?;
    }
    Ok(applied)
}
