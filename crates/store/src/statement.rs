//! The check of every statement on the engine at hand.

use crate::db::Backend;
use crate::sqlite::{self, Role, check_parameters};
use crate::{Db, Error, Result};

impl Db {
    /// Prepares each statement, without running it, and on SQLite checks that `$1, $2, …` appear in
    /// that order.
    ///
    /// For the tests that go through each module's `ALL`. Fails with [`Error::Statement`] at the
    /// first that does not prepare.
    pub async fn prepare_all(&self, statements: &[&str]) -> Result<()> {
        match self.backend() {
            Backend::Sqlite(sqlite) => {
                let path = sqlite.path.clone();
                let statements: Vec<String> =
                    statements.iter().map(|sql| (*sql).to_owned()).collect();
                let check = move || {
                    let conn = sqlite::open(&path, Role::Reader)?;
                    statements.iter().try_for_each(|sql| {
                        let statement = conn.prepare(sql).map_err(sqlite::error);
                        statement.and_then(|s| check_parameters(&s)).map_err(|e| wrong(sql, e))
                    })
                };
                tokio::task::spawn_blocking(check)
                    .await
                    .map_err(|e| Error::Panicked(e.to_string()))?
            }
            Backend::Postgres(postgres) => {
                let client = postgres.connection().await?;
                for sql in statements {
                    client.prepare(sql).await.map_err(|e| wrong(sql, crate::postgres::error(e)))?;
                }
                Ok(())
            }
        }
    }
}

fn wrong(sql: &str, error: Error) -> Error {
    Error::Statement { sql: sql.to_owned(), reason: error.to_string() }
}
