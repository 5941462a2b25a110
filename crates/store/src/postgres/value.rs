//! Values in PostgreSQL's binary form.

use std::error::Error as StdError;

use tokio_postgres::Row;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::error::error;
use crate::{Result, Value};

type Failure = Box<dyn StdError + Sync + Send>;

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Bool(b), &Type::BOOL) => b.to_sql(ty, out),
            (Value::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Value::Int(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            (Value::Int(n), &Type::INT2) => i16::try_from(*n)?.to_sql(ty, out),
            (Value::Text(s), ty) if is_text(ty) => s.to_sql(ty, out),
            (Value::Blob(b), &Type::BYTEA) => b.to_sql(ty, out),
            (Value::Uuid(id), &Type::UUID) => id.to_sql(ty, out),
            _ => Err(format!("the statement wants {ty}, not {}", self.type_name()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A value that outlives the call that gave it: a statement on its way keeps its own.
#[derive(Debug)]
pub(super) enum Owned {
    Fixed(Value<'static>),
    Text(String),
    Blob(Vec<u8>),
}

impl From<&Value<'_>> for Owned {
    fn from(value: &Value<'_>) -> Self {
        match *value {
            Value::Null => Owned::Fixed(Value::Null),
            Value::Bool(b) => Owned::Fixed(Value::Bool(b)),
            Value::Int(n) => Owned::Fixed(Value::Int(n)),
            Value::Uuid(id) => Owned::Fixed(Value::Uuid(id)),
            Value::Text(text) => Owned::Text(text.to_owned()),
            Value::Blob(bytes) => Owned::Blob(bytes.to_owned()),
        }
    }
}

impl ToSql for Owned {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        match self {
            Owned::Fixed(value) => value.to_sql(ty, out),
            Owned::Text(text) => Value::Text(text).to_sql(ty, out),
            Owned::Blob(bytes) => Value::Blob(bytes).to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn is_text(ty: &Type) -> bool {
    matches!(*ty, Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)
}

/// Parameters that name their types, for a statement that is not prepared first. `UNKNOWN` lets the
/// server find out.
pub(super) fn typed<'v>(params: &'v [Value<'v>]) -> Vec<(&'v (dyn ToSql + Sync), Type)> {
    let of = |param: &Value<'_>| match param {
        Value::Null => Type::UNKNOWN,
        Value::Bool(_) => Type::BOOL,
        Value::Int(_) => Type::INT8,
        Value::Text(_) => Type::TEXT,
        Value::Blob(_) => Type::BYTEA,
        Value::Uuid(_) => Type::UUID,
    };
    params.iter().map(|param| (param as &(dyn ToSql + Sync), of(param))).collect()
}

struct Cell<'a>(Value<'a>);

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Failure> {
        Ok(Cell(match *ty {
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::BYTEA => Value::Blob(raw),
            Type::UUID => Value::Uuid(Uuid::from_sql(ty, raw)?),
            _ => Value::Text(<&str>::from_sql(ty, raw)?),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failure> {
        Ok(Cell(Value::Null))
    }

    fn accepts(ty: &Type) -> bool {
        let other = matches!(
            *ty,
            Type::BOOL | Type::INT8 | Type::INT4 | Type::INT2 | Type::BYTEA | Type::UUID
        );
        other || is_text(ty)
    }
}

/// Reads one column of a row.
pub(crate) fn column(row: &Row, at: usize) -> Result<Value<'_>> {
    row.try_get::<_, Cell<'_>>(at).map(|cell| cell.0).map_err(|e| match error(e) {
        crate::Error::Sql { message, .. } => crate::Error::Decode(message),
        other => other,
    })
}
