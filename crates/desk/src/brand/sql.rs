use proofdesk_store::{Tx, params};

use super::{Accent, Brand};
use crate::error::Result;
use crate::id::BrandId;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    super::state::ROWS,
    super::view::LIST,
    super::view::FIND,
    super::view::BY_SLUG,
];

const INSERT: &str = "insert into brand (id, slug, name, locales, hue, chroma, created_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict (slug) do nothing";
const UPDATE: &str = "update brand set name = $1, locales = $2, hue = $3, chroma = $4, version = version + 1 \
    where id = $5 and version = $6";

/// Inserts; false when the slug is taken.
pub async fn insert(tx: &Tx<'_>, brand: &Brand) -> Result<bool> {
    let Brand { id, slug, name, created_at, .. } = brand;
    let locales = super::write_locales(&brand.locales);
    let (hue, chroma) = columns(brand.accent);
    Ok(tx.exec(INSERT, params![id, slug, name, locales, hue, chroma, created_at]).await? == 1)
}

/// Changes; false when the version is another one.
pub async fn update(
    tx: &Tx<'_>,
    id: BrandId,
    version: i64,
    name: &str,
    locales: &str,
    accent: Option<Accent>,
) -> Result<bool> {
    let (hue, chroma) = columns(accent);
    Ok(tx.exec(UPDATE, params![name, locales, hue, chroma, id, version]).await? == 1)
}

/// Both numbers or neither.
fn columns(accent: Option<Accent>) -> (Option<i64>, Option<i64>) {
    (accent.map(Accent::hue), accent.map(Accent::chroma))
}
