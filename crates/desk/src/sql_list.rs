//! Lists whose filters are chosen at run time: sea-query builds the text, the store runs it. And many ids as one parameter.

use proofdesk_store::{Engine, FromRow, Rx, Value};
use sea_query::{Expr, PostgresQueryBuilder, SelectStatement, SimpleExpr};
use uuid::Uuid;

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

/// Whether a column (as `t.id`) holds one of many ids.
pub fn one_of(engine: Engine, column: &str, ids: impl Iterator<Item = Uuid>) -> SimpleExpr {
    let is_one = match engine {
        Engine::Sqlite => format!("{column} in (select unhex(value) from json_each($1))"),
        Engine::Postgres => format!("{column} = any (cast($1 as uuid[]))"),
    };
    Expr::cust_with_values(is_one, [listed(engine, ids)])
}

/// Many ids as one parameter, however many they are: SQLite reads the parameters of a statement in their square, and to PostgreSQL each
/// number of them is another text.
pub fn listed(engine: Engine, ids: impl Iterator<Item = Uuid>) -> String {
    let ids: Vec<String> = ids.map(|id| id.simple().to_string()).collect();
    match engine {
        Engine::Sqlite => serde_json::Value::from(ids).to_string(),
        Engine::Postgres => format!("{{{}}}", ids.join(",")),
    }
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
