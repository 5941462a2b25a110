//! Reading what stands still.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::Suspension;
use crate::error::Result;
use crate::id::BrandId;
use crate::limits;

pub(super) const LIST: &str = "select network, asset, can_deposit, can_withdraw, since, resumes_at, as_of \
    from network_suspension where brand_id = $1 order by network, asset limit $2";

impl FromRow for Suspension {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (network, asset): (String, String) = (row.next()?, row.next()?);
        Ok(Self {
            network,
            asset: Some(asset).filter(|asset| !asset.is_empty()),
            can_deposit: row.next()?,
            can_withdraw: row.next()?,
            since: row.next()?,
            resumes_at: row.next()?,
            as_of: row.next()?,
        })
    }
}

/// Networks of a brand's exchange that stand still, by name. For everybody: it holds for all.
pub async fn list(rx: &Rx<'_>, brand_id: BrandId) -> Result<Vec<Suspension>> {
    Ok(rx.query(LIST, params![brand_id, limits::NETWORK_SUSPENSIONS]).await?)
}
