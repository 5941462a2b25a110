//! PostgreSQL's failures in the store's words.

use tokio_postgres::error::DbError;

use crate::Error;
use crate::error::ConstraintKind;

/// Translates a failed statement.
pub(crate) fn error(e: tokio_postgres::Error) -> Error {
    match e.as_db_error() {
        Some(db) => db_error(db),
        None if is_lost(&e) => Error::Unavailable(reason(&e)),
        None => Error::Sql { code: "client".into(), message: reason(&e) },
    }
}

/// Translates a failure to connect, which has written nothing.
pub(super) fn connecting(e: tokio_postgres::Error) -> Error {
    match e.as_db_error() {
        Some(db) => Error::Unavailable(format!("{} {}", db.code().code(), db.message())),
        None => Error::Unavailable(reason(&e)),
    }
}

/// Translates a failed commit. Only an error that the server sends because it did not commit is
/// certain. A server that shuts down (57P01) may have committed and been ended while it waited for
/// a standby.
pub(super) fn commit_error(e: tokio_postgres::Error) -> Error {
    match e.as_db_error() {
        None => Error::OutcomeUnknown,
        Some(db) => match db.code().code() {
            "40003" => Error::OutcomeUnknown,
            code if code.starts_with("08") || code.starts_with("57P") || code.starts_with("58") => {
                Error::OutcomeUnknown
            }
            _ => db_error(db),
        },
    }
}

/// Tells whether a statement prepared earlier no longer fits the tables, or the server has
/// forgotten it.
pub(super) fn is_stale_statement(e: &tokio_postgres::Error) -> bool {
    e.as_db_error().is_some_and(|db| match db.code().code() {
        "0A000" => db.routine() == Some("RevalidateCachedQuery"),
        "26000" => true,
        _ => false,
    })
}

/// An error with its causes in one line.
pub(super) fn reason(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

fn is_lost(e: &tokio_postgres::Error) -> bool {
    let io = std::error::Error::source(e).is_some_and(|cause| cause.is::<std::io::Error>());
    e.is_closed() || io
}

fn db_error(db: &DbError) -> Error {
    let code = db.code().code();
    match code {
        "23505" => constraint(ConstraintKind::Unique, unique_name(db)),
        "23503" => {
            constraint(ConstraintKind::Foreign, db.constraint().unwrap_or("foreign_key").to_owned())
        }
        "23514" => {
            constraint(ConstraintKind::Check, db.constraint().unwrap_or_default().to_owned())
        }
        "23502" => {
            let table = db.table().unwrap_or_default();
            constraint(
                ConstraintKind::NotNull,
                format!("{table}.{}", db.column().unwrap_or_default()),
            )
        }
        "40001" | "40P01" => Error::Conflict,
        "55P03" => Error::Busy,
        "57014" => Error::TooSlow,
        "25006" => Error::ReadOnly,
        "53100" => Error::DiskFull,
        "58030" => Error::Io(db.message().to_owned()),
        "XX001" | "XX002" => Error::Corrupt(db.message().to_owned()),
        _ if code.starts_with("08") || code.starts_with("57P") || code.starts_with("53") => {
            Error::Unavailable(format!("{code} {}", db.message()))
        }
        _ => Error::Sql { code: code.to_owned(), message: db.message().to_owned() },
    }
}

fn constraint(kind: ConstraintKind, name: String) -> Error {
    Error::Constraint { kind, name }
}

/// `ticket.brand_id,number`, as SQLite has it, from the detail `Key (brand_id, number)=(…) already
/// exists.`, whose words depend on the server's language and whose brackets do not. An index over
/// expressions keeps its own name.
fn unique_name(db: &DbError) -> String {
    named_by_columns(db.table(), db.detail())
        .unwrap_or_else(|| db.constraint().unwrap_or_default().to_owned())
}

fn named_by_columns(table: Option<&str>, detail: Option<&str>) -> Option<String> {
    let (_, rest) = detail?.split_once('(')?;
    let (columns, _) = rest.split_once(")=(")?;
    if columns.contains('(') {
        return None;
    }
    Some(format!("{}.{}", table?, columns.replace(", ", ",").replace('"', "")))
}

#[cfg(test)]
mod tests {
    use super::named_by_columns;

    #[test]
    fn unique_constraints_are_named_by_table_and_columns() {
        let name = |detail| named_by_columns(Some("t"), Some(detail));
        assert_eq!(name("Key (a)=(1) already exists.").as_deref(), Some("t.a"));
        assert_eq!(name("Schlüssel »(a, b)=(1, x)« existiert bereits.").as_deref(), Some("t.a,b"));
        assert_eq!(name("Key (\"order\")=(1) already exists.").as_deref(), Some("t.order"));
        assert_eq!(name("Key (lower(a))=(x) already exists."), None);
        assert_eq!(named_by_columns(Some("t"), None), None);
    }
}
