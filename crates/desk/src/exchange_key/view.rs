//! Reading keys of the exchange.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{ExchangeKey, Stored};
use crate::error::Result;
use crate::permission::Permission;
use crate::viewer::Viewer;

pub(super) const LIST: &str = "select id, brand_id, kid, algorithm, audience, created_at, revoked_at \
    from exchange_key order by id limit 1000";
pub(super) const BY_KID: &str = "select id, brand_id, kid, algorithm, audience, created_at, revoked_at, material \
    from exchange_key where kid = $1 and revoked_at is null";

impl FromRow for ExchangeKey {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            kid: row.next()?,
            algorithm: row.next()?,
            audience: row.next()?,
            created_at: row.next()?,
            revoked_at: row.next()?,
        })
    }
}

impl FromRow for Stored {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { key: ExchangeKey::from_row(row)?, material: row.next()? })
    }
}

/// Every key, revoked ones included.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<ExchangeKey>> {
    viewer.require(Permission::BrandManage)?;
    Ok(rx.query(LIST, &[]).await?)
}

/// The usable key of that id, with its material.
pub(crate) async fn by_kid(rx: &Rx<'_>, kid: &str) -> Result<Option<Stored>> {
    if kid.contains('\0') {
        return Ok(None);
    }
    Ok(rx.query_opt(BY_KID, params![kid]).await?)
}
