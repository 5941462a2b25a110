use proofdesk_store::{Tx, params};

use super::Category;
use crate::error::Result;
use crate::id::{BrandId, CategoryId};
use crate::time::Timestamp;

/// Every statement of a category's writes.
pub const ALL: &[&str] = &[INSERT_BUILTIN, INSERT, SET_NAMES, SET_POSITION, WITHDRAW, OFFER];

const INSERT_BUILTIN: &str =
    "insert into category (id, brand_id, slug, position) values ($1, $2, $3, $4)";
const INSERT: &str = "insert into category (id, brand_id, slug, position, names) \
    values ($1, $2, $3, $4, $5) on conflict (brand_id, slug) do nothing";
const SET_NAMES: &str =
    "update category set names = $1, version = version + 1 where id = $2 and version = $3";
const SET_POSITION: &str = "update category set position = $1 where id = $2";
const WITHDRAW: &str =
    "update category set withdrawn_at = $1 where id = $2 and withdrawn_at is null";
const OFFER: &str =
    "update category set withdrawn_at = null where id = $1 and withdrawn_at is not null";

pub async fn insert_builtin(
    tx: &Tx<'_>,
    id: CategoryId,
    brand_id: BrandId,
    slug: &str,
    position: i64,
) -> Result<()> {
    tx.exec(INSERT_BUILTIN, params![id, brand_id, slug, position]).await?;
    Ok(())
}

/// Inserts; false when the brand has the slug already.
pub async fn insert(tx: &Tx<'_>, c: &Category, names: &str) -> Result<bool> {
    let row = params![c.id, c.brand_id, c.slug, c.position, names];
    Ok(tx.exec(INSERT, row).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn set_names(tx: &Tx<'_>, id: CategoryId, version: i64, names: &str) -> Result<bool> {
    Ok(tx.exec(SET_NAMES, params![names, id, version]).await? == 1)
}

pub async fn set_position(tx: &Tx<'_>, id: CategoryId, position: i64) -> Result<()> {
    tx.exec(SET_POSITION, params![position, id]).await?;
    Ok(())
}

/// Returns whether anything changed.
pub async fn set_offered(
    tx: &Tx<'_>,
    id: CategoryId,
    offered: bool,
    at: Timestamp,
) -> Result<bool> {
    let changed = if offered {
        tx.exec(OFFER, params![id]).await?
    } else {
        tx.exec(WITHDRAW, params![at, id]).await?
    };
    Ok(changed > 0)
}
