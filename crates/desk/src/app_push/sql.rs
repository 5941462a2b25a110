use proofdesk_store::{Tx, params};

use super::{AppPush, view};
use crate::error::Result;
use crate::id::BrandId;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[SET, DELETE, view::FIND];

const SET: &str = "insert into app_push (brand_id, url, secret, updated_at) values ($1, $2, $3, $4) \
    on conflict (brand_id) do update set url = excluded.url, secret = excluded.secret, updated_at = excluded.updated_at";
const DELETE: &str = "delete from app_push where brand_id = $1";

pub async fn set(tx: &Tx<'_>, push: &AppPush) -> Result<()> {
    let AppPush { brand_id, url, sealed_secret, updated_at } = push;
    tx.exec(SET, params![brand_id, url, sealed_secret, updated_at]).await?;
    Ok(())
}

/// False when there was none.
pub async fn delete(tx: &Tx<'_>, brand_id: BrandId) -> Result<bool> {
    Ok(tx.exec(DELETE, params![brand_id]).await? == 1)
}
