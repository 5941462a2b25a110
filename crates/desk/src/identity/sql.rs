use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Identity, Level};
use crate::error::Result;
use crate::id::IdentityId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, SET_LEVEL, super::view::FIND, super::view::BY_ID, super::view::LIST];

const INSERT: &str = "insert into identity \
    (id, brand_id, customer_id, kind, subject, level, level_until, created_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (brand_id, kind, subject) do nothing";
const SET_LEVEL: &str = "update identity set level = $1, level_until = $2 where id = $3";

impl FromRow for Identity {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            customer_id: row.next()?,
            kind: row.next()?,
            subject: row.next()?,
            level: row.next()?,
            level_until: row.next()?,
            created_at: row.next()?,
        })
    }
}

/// Inserts; false when the brand knows the subject already.
pub async fn insert(tx: &Tx<'_>, new: &Identity) -> Result<bool> {
    let Identity { id, brand_id, customer_id, kind, subject, level, level_until, created_at } = new;
    let values = params![id, brand_id, customer_id, kind, subject, level, level_until, created_at];
    Ok(tx.exec(INSERT, values).await? == 1)
}

pub async fn set_level(
    tx: &Tx<'_>,
    id: IdentityId,
    level: Level,
    until: Option<Timestamp>,
) -> Result<()> {
    tx.exec(SET_LEVEL, params![level, until, id]).await?;
    Ok(())
}
