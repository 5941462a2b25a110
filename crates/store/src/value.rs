//! Values that cross into SQL and back. Five column types carry everything: `uuid`, `bigint`,
//! `text`, `bytea`, `boolean`.

use std::borrow::Cow;

use uuid::Uuid;

use crate::{Error, Result};

/// A value on its way into a statement or out of a row. Text and bytes are borrowed.
///
/// SQLite keeps a boolean as 0 or 1 and a UUID as 16 bytes; the [`FromValue`] impls accept either
/// form, so that nobody else needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// SQL `NULL` of whichever type the statement wants.
    Null,
    /// A `boolean`.
    Bool(bool),
    /// A `bigint`.
    Int(i64),
    /// A `text`. PostgreSQL refuses U+0000 in it.
    Text(&'a str),
    /// A `bytea`.
    Blob(&'a [u8]),
    /// A `uuid`.
    Uuid(Uuid),
}

/// What [`FromValue`] reads: the same enum, borrowed from the row.
pub type ValueRef<'a> = Value<'a>;

impl Value<'_> {
    /// Names the type for error messages, never the content.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Int(_) => "bigint",
            Value::Text(_) => "text",
            Value::Blob(_) => "bytea",
            Value::Uuid(_) => "uuid",
        }
    }
}

/// Something that can be a parameter of a statement. Newtypes in other crates implement it by
/// delegation.
pub trait ToValue {
    /// Borrows the value for the length of one statement.
    fn to_value(&self) -> Value<'_>;
}

/// Something that can be read from one column. Newtypes in other crates implement it by delegation.
pub trait FromValue: Sized {
    /// Converts, or fails with [`Error::Decode`] when the type or the range does not fit.
    fn from_value(value: ValueRef<'_>) -> Result<Self>;
}

/// Makes the parameter list of a statement: `params![ticket.id, "open", None::<i64>]`.
///
/// The result borrows its arguments until the end of the enclosing statement, which includes its
/// `.await`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::Value<'_>] };
    ($($value:expr),+ $(,)?) => { &[$($crate::ToValue::to_value(&$value)),+] as &[$crate::Value<'_>] };
}

fn mismatch<T>(wanted: &str, value: Value<'_>) -> Result<T> {
    Err(Error::Decode(format!("wanted {wanted}, found {}", value.type_name())))
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value<'_> {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl ToValue for Value<'_> {
    fn to_value(&self) -> Value<'_> {
        *self
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value<'_> {
        Value::Bool(*self)
    }
}

impl FromValue for bool {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Bool(b) => Ok(b),
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            value => mismatch("boolean", value),
        }
    }
}

impl ToValue for i64 {
    fn to_value(&self) -> Value<'_> {
        Value::Int(*self)
    }
}

impl FromValue for i64 {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Int(n) => Ok(n),
            value => mismatch("bigint", value),
        }
    }
}

macro_rules! small_integer {
    ($($t:ty),+) => {$(
        impl ToValue for $t {
            fn to_value(&self) -> Value<'_> {
                Value::Int(i64::from(*self))
            }
        }

        impl FromValue for $t {
            fn from_value(value: ValueRef<'_>) -> Result<Self> {
                let n = i64::from_value(value)?;
                <$t>::try_from(n).map_err(|e| Error::Decode(format!(concat!("{} is no ", stringify!($t), ": {}"), n, e)))
            }
        }
    )+};
}
small_integer!(u8, i16, u16, i32, u32);

impl ToValue for str {
    fn to_value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl ToValue for Cow<'_, str> {
    fn to_value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl FromValue for String {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Text(s) => Ok(s.to_owned()),
            value => mismatch("text", value),
        }
    }
}

impl ToValue for [u8] {
    fn to_value(&self) -> Value<'_> {
        Value::Blob(self)
    }
}

impl ToValue for Vec<u8> {
    fn to_value(&self) -> Value<'_> {
        Value::Blob(self)
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Blob(b) => Ok(b.to_vec()),
            value => mismatch("bytea", value),
        }
    }
}

impl<const N: usize> ToValue for [u8; N] {
    fn to_value(&self) -> Value<'_> {
        Value::Blob(self)
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Blob(b) => {
                b.try_into().map_err(|_not_the_length: std::array::TryFromSliceError| {
                    Error::Decode(format!("wanted {N} bytes, found {}", b.len()))
                })
            }
            value => mismatch("bytea", value),
        }
    }
}

impl ToValue for Uuid {
    fn to_value(&self) -> Value<'_> {
        Value::Uuid(*self)
    }
}

impl FromValue for Uuid {
    fn from_value(value: ValueRef<'_>) -> Result<Self> {
        match value {
            Value::Uuid(id) => Ok(id),
            Value::Blob(_) => <[u8; 16]>::from_value(value).map(Uuid::from_bytes),
            value => mismatch("uuid", value),
        }
    }
}
