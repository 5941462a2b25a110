use std::fmt::Display;

use proofdesk_store as store;

use crate::code::Code;
use crate::permission::Permission;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What came of an attempt whose refusal has to be committed too: a wrong password is counted, an empty budget is
/// logged. A verb returns `Result<Attempt<T>>`, and its caller takes both apart after the commit with `??`.
pub type Attempt<T> = std::result::Result<T, Error>;

/// Why a verb or a view did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The desk says no, in words that a person can act on.
    #[error("refused: {}", .0.code.as_str())]
    Refused(Box<Refusal>),
    /// The database did not do it.
    #[error("the database failed")]
    Store(#[from] store::Error),
    /// A file could not be stored or read.
    #[error("the file store failed")]
    Blob(#[from] crate::blob::BlobError),
    /// Something that holds by construction did not hold: a bug, or a row that was tampered with.
    #[error("{what}")]
    Broken { what: &'static str },
}

/// A refusal: a code, what its sentence speaks of, and the fields that it is about.
#[derive(Debug)]
pub struct Refusal {
    pub code: Code,
    /// Arguments of the code's sentence, by name.
    pub args: Vec<(&'static str, String)>,
    /// What is wrong with each field; empty when it is not about fields.
    pub fields: Vec<FieldError>,
    /// After how many seconds trying again makes sense.
    pub retry_after_s: Option<u64>,
}

/// What is wrong with one field.
#[derive(Debug)]
pub struct FieldError {
    /// The field's name as the request wrote it, `a.b[0]` when nested.
    pub field: String,
    pub code: Code,
    pub args: Vec<(&'static str, String)>,
}

impl Error {
    pub fn refused(code: Code) -> Self {
        Self::refused_with(code, Vec::new())
    }

    pub fn refused_with(code: Code, args: Vec<(&'static str, String)>) -> Self {
        Self::Refused(Box::new(Refusal { code, args, fields: Vec::new(), retry_after_s: None }))
    }

    pub fn retry_after(code: Code, seconds: u64) -> Self {
        Self::Refused(Box::new(Refusal {
            code,
            args: vec![("seconds", seconds.to_string())],
            fields: Vec::new(),
            retry_after_s: Some(seconds),
        }))
    }

    /// The same refusal under another code: who counts does not know what for.
    #[must_use]
    pub fn under(self, code: Code) -> Self {
        match self {
            Self::Refused(refusal) => Self::Refused(Box::new(Refusal { code, ..*refusal })),
            other => other,
        }
    }

    pub fn no_permission(permission: Permission) -> Self {
        Self::refused_with(Code::NoPermission, vec![("permission", permission.to_string())])
    }

    /// One field is wrong.
    pub fn field(field: impl Into<String>, code: Code) -> Self {
        Self::fields(vec![FieldError { field: field.into(), code, args: Vec::new() }])
    }

    pub fn field_with(
        field: impl Into<String>,
        code: Code,
        args: Vec<(&'static str, String)>,
    ) -> Self {
        Self::fields(vec![FieldError { field: field.into(), code, args }])
    }

    /// A list of a request is longer than it may be.
    pub fn too_many(field: impl Into<String>, limit: impl Display) -> Self {
        Self::field_with(field, Code::TooMany, of_limit(limit))
    }

    /// There are as many of something as there may be.
    pub fn limit_reached(limit: impl Display) -> Self {
        Self::refused_with(Code::LimitReached, of_limit(limit))
    }

    /// The same, told at the field that would make it more.
    pub fn limit_reached_at(field: impl Into<String>, limit: impl Display) -> Self {
        Self::field_with(field, Code::LimitReached, of_limit(limit))
    }

    /// Several fields are wrong; `fields` is not empty. One field's code is the whole refusal's code.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        let (code, args) = match fields.as_slice() {
            [one] => {
                let mut args = vec![("field", one.field.clone())];
                args.extend(one.args.iter().cloned());
                (one.code, args)
            }
            _ => (Code::InvalidInput, Vec::new()),
        };
        Self::Refused(Box::new(Refusal { code, args, fields, retry_after_s: None }))
    }

    /// The code under which a client meets this error.
    pub fn code(&self) -> Code {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Store(store::Error::DiskFull) => Code::StorageFull,
            Self::Store(store::Error::ReadOnly) => Code::ReadOnly,
            Self::Store(store::Error::OutcomeUnknown) => Code::OutcomeUnknown,
            Self::Store(
                store::Error::Busy
                | store::Error::Conflict
                | store::Error::TooSlow
                | store::Error::Unavailable(_),
            ) => Code::Unavailable,
            Self::Blob(blob) => blob.code(),
            Self::Store(_) | Self::Broken { .. } => Code::Internal,
        }
    }

    /// Reads a violation of the unique `constraint` (`table.column`) as `field-taken` at `field`.
    #[must_use]
    pub fn taken(self, constraint: &str, field: &str) -> Self {
        if self.is_constraint(constraint) { Self::field(field, Code::FieldTaken) } else { self }
    }

    /// Says whether this is the violation of the named constraint (`table.column`).
    pub fn is_constraint(&self, name: &str) -> bool {
        matches!(self, Self::Store(store::Error::Constraint { name: n, .. }) if n == name)
    }
}

fn of_limit(limit: impl Display) -> Vec<(&'static str, String)> {
    vec![("limit", limit.to_string())]
}

impl store::StoreFailure for Error {
    fn store(&self) -> Option<&store::Error> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

/// A row by its id, or `not-found`: what is not visible does not exist.
pub trait OrNotFound<T> {
    fn or_not_found(self) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T> {
        self.ok_or_else(|| Error::refused(Code::NotFound))
    }
}
