//! SQLite's failures in the store's words.

use rusqlite::ffi;

use crate::Error;
use crate::error::ConstraintKind;

/// Translates a failure of SQLite.
pub(crate) fn error(e: rusqlite::Error) -> Error {
    let rusqlite::Error::SqliteFailure(failure, message) = e else {
        return Error::Sql { code: "rusqlite".into(), message: e.to_string() };
    };
    let message = message.unwrap_or_else(|| failure.to_string());
    match failure.code {
        ffi::ErrorCode::ConstraintViolation => constraint(failure.extended_code, &message),
        ffi::ErrorCode::DiskFull => Error::DiskFull,
        ffi::ErrorCode::ReadOnly | ffi::ErrorCode::PermissionDenied => Error::ReadOnly,
        ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => Error::Busy,
        ffi::ErrorCode::OperationInterrupted => Error::TooSlow,
        ffi::ErrorCode::SystemIoFailure => {
            Error::Io(format!("{message} ({})", failure.extended_code))
        }
        ffi::ErrorCode::DatabaseCorrupt | ffi::ErrorCode::NotADatabase => Error::Corrupt(message),
        ffi::ErrorCode::CannotOpen => Error::Unavailable(message),
        _ => Error::Sql { code: failure.extended_code.to_string(), message },
    }
}

/// `UNIQUE constraint failed: ticket.brand_id, ticket.number` becomes `ticket.brand_id,number`.
fn constraint(extended_code: i32, message: &str) -> Error {
    let kind = match extended_code {
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind::Foreign,
        ffi::SQLITE_CONSTRAINT_CHECK => ConstraintKind::Check,
        ffi::SQLITE_CONSTRAINT_NOTNULL => ConstraintKind::NotNull,
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => ConstraintKind::Unique,
        _ => return Error::Sql { code: extended_code.to_string(), message: message.to_owned() },
    };
    let subject = message.split_once("constraint failed: ").map_or("", |(_, subject)| subject);
    let name = match kind {
        ConstraintKind::Foreign => "foreign_key".to_owned(),
        ConstraintKind::Check | ConstraintKind::NotNull => subject.to_owned(),
        ConstraintKind::Unique => match subject.strip_prefix("index '") {
            Some(index) => index.trim_end_matches('\'').to_owned(),
            None => columns(subject),
        },
    };
    Error::Constraint { kind, name }
}

fn columns(subject: &str) -> String {
    let mut parts = subject.split(", ");
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        name.push(',');
        name.push_str(part.split_once('.').map_or(part, |(_, column)| column));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn unique_constraints_are_named_by_table_and_columns() {
        assert_eq!(columns("ticket.public_id"), "ticket.public_id");
        assert_eq!(columns("ticket.brand_id, ticket.number"), "ticket.brand_id,number");
    }
}
