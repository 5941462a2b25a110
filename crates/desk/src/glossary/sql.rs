use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Term, TermText, TermTexts, view};
use crate::error::{Error, Result};
use crate::id::GlossaryTermId;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, UPDATE, DELETE, view::LIST, view::FIND, view::COUNT, view::STAMP];

const INSERT: &str = "insert into glossary_term (id, brand_id, slug, see, texts, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $6, 1)";
const UPDATE: &str = "update glossary_term set see = $1, texts = $2, updated_at = $3, version = version + 1 \
    where id = $4 and version = $5";
const DELETE: &str = "delete from glossary_term where id = $1";

impl FromRow for Term {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            slug: row.next()?,
            see: row
                .next::<String>()?
                .split(' ')
                .filter(|s| !s.is_empty())
                .map(str::to_owned)
                .collect(),
            texts: read(&row.next::<String>()?),
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// A language that a later version knows is none of this one's.
fn read(json: &str) -> TermTexts {
    let texts: BTreeMap<String, TermText> = serde_json::from_str(json).unwrap_or_default();
    texts.into_iter().filter_map(|(lang, text)| Some((lang.parse().ok()?, text))).collect()
}

fn write(texts: &TermTexts) -> Result<String> {
    let texts: BTreeMap<&str, &TermText> =
        texts.iter().map(|(lang, text)| (lang.code(), text)).collect();
    serde_json::to_string(&texts)
        .map_err(|_unreachable| Error::Broken { what: "a term that is no JSON" })
}

pub(super) async fn insert(tx: &Tx<'_>, t: &Term) -> Result<()> {
    let (see, texts) = (t.see.join(" "), write(&t.texts)?);
    tx.exec(INSERT, params![t.id, t.brand_id, t.slug, see, texts, t.created_at]).await?;
    Ok(())
}

/// Writes what can change; false when the version is another one.
pub(super) async fn update(tx: &Tx<'_>, t: &Term) -> Result<bool> {
    let (see, texts) = (t.see.join(" "), write(&t.texts)?);
    Ok(tx.exec(UPDATE, params![see, texts, t.updated_at, t.id, t.version]).await? == 1)
}

pub(super) async fn delete(tx: &Tx<'_>, id: GlossaryTermId) -> Result<()> {
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}
