use proofdesk_store::{Tx, params};

use super::{SignInPage, view};
use crate::error::Result;
use crate::id::BrandId;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[SET, DELETE, view::FIND];

const SET: &str = "insert into sign_in_page (brand_id, url, parameter, updated_at) values ($1, $2, $3, $4) \
    on conflict (brand_id) do update set url = excluded.url, parameter = excluded.parameter, \
    updated_at = excluded.updated_at";
const DELETE: &str = "delete from sign_in_page where brand_id = $1";

pub async fn set(tx: &Tx<'_>, page: &SignInPage) -> Result<()> {
    let SignInPage { brand_id, url, parameter, updated_at } = page;
    tx.exec(SET, params![brand_id, url, parameter, updated_at]).await?;
    Ok(())
}

/// False when there was none.
pub async fn delete(tx: &Tx<'_>, brand_id: BrandId) -> Result<bool> {
    Ok(tx.exec(DELETE, params![brand_id]).await? == 1)
}
