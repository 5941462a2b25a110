//! Every write to `account_constraint`; a customer's erasure deletes the rows (`customer_erasure/person.rs`).

use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Constraint, view};
use crate::error::Result;
use crate::id::{ConstraintId, StaffId};
use crate::ticket::view::Named;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    END,
    MASK,
    view::LIST,
    view::FIND,
    view::BY_ID,
    view::NOT_ENDED,
    view::NOT_OVER,
];

const INSERT: &str = "insert into account_constraint \
    (id, customer_id, kind, body, from_at, until_at, made_by, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1)";
const UPDATE: &str = "update account_constraint set kind = $1, body = $2, from_at = $3, until_at = $4, updated_at = $5, \
    version = version + 1 where id = $6 and version = $7";
const END: &str = "update account_constraint set ended_by = $1, ended_at = $2, updated_at = $2, \
    version = version + 1 where id = $3 and ended_at is null";
const MASK: &str =
    "update account_constraint set body = $1, updated_at = $2, version = version + 1 where id = $3";

impl FromRow for Constraint {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let mut constraint = Self {
            id: row.next()?,
            customer_id: row.next()?,
            kind: row.next()?,
            text: row.next()?,
            from: row.next()?,
            until: row.next()?,
            made_by: Named { id: row.next()?, name: row.next()? },
            created_at: row.next()?,
            ended: None,
            updated_at: row.next()?,
            version: row.next()?,
        };
        let id: Option<StaffId> = row.next()?;
        let name: Option<String> = row.next()?;
        let at: Option<Timestamp> = row.next()?;
        let by = id.map(|id| Named { id, name: name.unwrap_or_default() });
        constraint.ended = by.zip(at);
        Ok(constraint)
    }
}

pub async fn insert(tx: &Tx<'_>, new: &Constraint) -> Result<()> {
    let Constraint { id, customer_id, kind, text, from, until, made_by, created_at, .. } = new;
    let values = params![id, customer_id, kind, text, from, until, made_by.id, created_at];
    tx.exec(INSERT, values).await?;
    Ok(())
}

/// Writes what can be changed; false when somebody else changed the row since `version`.
pub async fn update(
    tx: &Tx<'_>,
    constraint: &Constraint,
    version: i64,
    now: Timestamp,
) -> Result<bool> {
    let Constraint { id, kind, text, from, until, .. } = constraint;
    Ok(tx.exec(UPDATE, params![kind, text, from, until, now, id, version]).await? == 1)
}

pub async fn end(tx: &Tx<'_>, id: ConstraintId, by: StaffId, now: Timestamp) -> Result<()> {
    tx.exec(END, params![by, now, id]).await?;
    Ok(())
}

pub async fn mask(tx: &Tx<'_>, id: ConstraintId, text: &str, now: Timestamp) -> Result<()> {
    tx.exec(MASK, params![text, now, id]).await?;
    Ok(())
}
