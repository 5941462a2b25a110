//! Lists whose filters are chosen at run time: sea-query builds the text, the store runs it.

use proofdesk_store::{FromRow, Rx, Value};
use sea_query::{PostgresQueryBuilder, SelectStatement};

use crate::error::{Error, Result};

/// Runs a built select. Its `$n` and quoted names are understood by both engines.
///
/// # Errors
/// Those of the store; `Broken` for a value of a type that no column has.
pub async fn run<T: FromRow>(rx: &Rx<'_>, select: &SelectStatement) -> Result<Vec<T>> {
    let (sql, values) = select.build(PostgresQueryBuilder);
    let values = values.iter().map(value).collect::<Result<Vec<_>>>()?;
    Ok(rx.query_dyn(&sql, &values).await?)
}

fn value(value: &sea_query::Value) -> Result<Value<'_>> {
    Ok(match value {
        sea_query::Value::Bool(Some(b)) => Value::Bool(*b),
        sea_query::Value::BigInt(Some(n)) => Value::Int(*n),
        sea_query::Value::BigUnsigned(Some(n)) => Value::Int(
            i64::try_from(*n)
                .map_err(|_range| Error::Broken { what: "a filter value out of range" })?,
        ),
        sea_query::Value::String(Some(text)) => Value::Text(text),
        sea_query::Value::Bytes(Some(bytes)) => Value::Blob(bytes),
        sea_query::Value::Uuid(Some(id)) => Value::Uuid(*id),
        _ => return Err(Error::Broken { what: "a filter value of a type that no column has" }),
    })
}
