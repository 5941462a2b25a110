use proofdesk_store::{Tx, params};

use super::Brand;
use crate::error::Result;
use crate::id::BrandId;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, UPDATE, super::view::LIST, super::view::FIND, super::view::BY_SLUG];

const INSERT: &str = "insert into brand (id, slug, name, locales, created_at, version) \
    values ($1, $2, $3, $4, $5, 1) on conflict (slug) do nothing";
const UPDATE: &str = "update brand set name = $1, locales = $2, version = version + 1 \
    where id = $3 and version = $4";

/// Inserts; false when the slug is taken.
pub async fn insert(tx: &Tx<'_>, brand: &Brand) -> Result<bool> {
    let Brand { id, slug, name, created_at, .. } = brand;
    let locales = super::write_locales(&brand.locales);
    Ok(tx.exec(INSERT, params![id, slug, name, locales, created_at]).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn update(
    tx: &Tx<'_>,
    id: BrandId,
    version: i64,
    name: &str,
    locales: &str,
) -> Result<bool> {
    Ok(tx.exec(UPDATE, params![name, locales, id, version]).await? == 1)
}
