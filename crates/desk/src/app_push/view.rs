use proofdesk_store::{FromRow, Row, Rx, params};

use super::AppPush;
use crate::error::Result;
use crate::id::BrandId;

pub(super) const FIND: &str =
    "select brand_id, url, secret, updated_at from app_push where brand_id = $1";

impl FromRow for AppPush {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            brand_id: row.next()?,
            url: row.next()?,
            sealed_secret: row.next()?,
            updated_at: row.next()?,
        })
    }
}

/// A brand's address for the app; `None` where its exchange has none. Who may see it is the caller's matter.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId) -> Result<Option<AppPush>> {
    Ok(rx.query_opt(FIND, params![brand_id]).await?)
}
