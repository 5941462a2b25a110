//! Reading drafts. Nobody but their writer ever does.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Draft;
use crate::error::Result;
use crate::viewer::CustomerViewer;

pub(super) const FIND: &str = "select d.category_id, k.slug, d.content, d.updated_at from ticket_draft d \
    join category k on k.id = d.category_id where d.customer_id = $1 and k.brand_id = $2 and k.slug = $3";
pub(super) const LIST: &str = "select d.category_id, k.slug, d.content, d.updated_at from ticket_draft d \
    join category k on k.id = d.category_id where d.customer_id = $1 order by d.updated_at desc limit 50";

/// One's own draft in a category.
pub async fn find(rx: &Rx<'_>, me: &CustomerViewer, category: &str) -> Result<Option<Draft>> {
    Ok(rx.query_opt(FIND, params![me.customer_id, me.brand_id, category]).await?)
}

/// One's own drafts, the latest first.
pub async fn list(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Vec<Draft>> {
    Ok(rx.query(LIST, params![me.customer_id]).await?)
}

impl FromRow for Draft {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (category_id, category) = (row.next()?, row.next()?);
        let json: String = row.next()?;
        let content = serde_json::from_str(&json).map_err(|_not_json| {
            proofdesk_store::Error::Decode("ticket_draft.content".to_owned())
        })?;
        Ok(Self { category_id, category, content, updated_at: row.next()? })
    }
}
