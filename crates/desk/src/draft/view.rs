//! Reading drafts. Nobody but their writer ever does.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Content, Draft};
use crate::error::Result;
use crate::id::CustomerId;
use crate::viewer::CustomerViewer;

pub(super) const FIND: &str = "select d.category_id, k.slug, d.content, d.updated_at from ticket_draft d \
    join category k on k.id = d.category_id where d.customer_id = $1 and k.brand_id = $2 and k.slug = $3";
pub(super) const LIST: &str = "select d.category_id, k.slug, d.content, d.updated_at from ticket_draft d \
    join category k on k.id = d.category_id where d.customer_id = $1 order by d.updated_at desc limit 50";

pub(super) const OF_CUSTOMER: &str = "select d.category_id, k.slug, d.content, d.updated_at from ticket_draft d \
    join category k on k.id = d.category_id where d.customer_id = $1";

/// All drafts of a customer, for work that no person sees.
pub(super) async fn of_customer(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Draft>> {
    Ok(rx.query(OF_CUSTOMER, params![customer_id]).await?)
}

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
        let content = Content::read(&json)?;
        Ok(Self { category_id, category, content, updated_at: row.next()? })
    }
}
