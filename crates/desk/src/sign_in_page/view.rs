use proofdesk_store::{FromRow, Row, Rx, params};

use super::SignInPage;
use crate::error::Result;
use crate::id::BrandId;

pub(super) const FIND: &str =
    "select brand_id, url, parameter, updated_at from sign_in_page where brand_id = $1";

impl FromRow for SignInPage {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            brand_id: row.next()?,
            url: row.next()?,
            parameter: row.next()?,
            updated_at: row.next()?,
        })
    }
}

/// Where a brand's customers sign in; `None` where nobody said. It is public: our pages lead there.
pub async fn find(rx: &Rx<'_>, brand_id: BrandId) -> Result<Option<SignInPage>> {
    Ok(rx.query_opt(FIND, params![brand_id]).await?)
}
