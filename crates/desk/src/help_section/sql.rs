use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Section, view};
use crate::error::Result;
use crate::id::HelpSectionId;
use crate::names::{read, write};

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, UPDATE, DELETE, view::LIST, view::FIND, view::USED, view::COUNTS];

const INSERT: &str = "insert into help_section (id, brand_id, slug, position, names, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $6, 1)";
const UPDATE: &str = "update help_section set position = $1, names = $2, updated_at = $3, version = version + 1 \
    where id = $4";
const DELETE: &str = "delete from help_section where id = $1";

impl FromRow for Section {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            slug: row.next()?,
            position: row.next()?,
            names: read(&row.next::<String>()?),
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

pub(super) async fn insert(tx: &Tx<'_>, s: &Section) -> Result<()> {
    let names = write(&s.names)?;
    tx.exec(INSERT, params![s.id, s.brand_id, s.slug, s.position, names, s.created_at]).await?;
    Ok(())
}

pub(super) async fn update(tx: &Tx<'_>, s: &Section) -> Result<()> {
    let names = write(&s.names)?;
    tx.exec(UPDATE, params![s.position, names, s.updated_at, s.id]).await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx<'_>, id: HelpSectionId) -> Result<()> {
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}
