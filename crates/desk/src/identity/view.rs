//! Finding identities.

use proofdesk_store::{Rx, params};

use super::{Identity, Level};
use crate::error::Result;
use crate::id::{BrandId, CustomerId, IdentityId};
use crate::time::Timestamp;

pub(super) const FIND: &str = "select id, brand_id, customer_id, kind, subject, level, level_until, created_at \
    from identity where brand_id = $1 and kind = $2 and subject = $3";
pub(super) const BY_ID: &str = "select id, brand_id, customer_id, kind, subject, level, level_until, created_at \
    from identity where id = $1";
pub(super) const LIST: &str = "select id, brand_id, customer_id, kind, subject, level, level_until, created_at \
    from identity where customer_id = $1 order by id limit 200";

/// The identity that a brand knows a subject by, or `None`. For the desk's own use: it tells who is a customer.
pub async fn find(
    rx: &Rx<'_>,
    brand_id: BrandId,
    kind: &str,
    subject: &str,
) -> Result<Option<Identity>> {
    Ok(rx.query_opt(FIND, params![brand_id, kind, subject]).await?)
}

/// A customer's identities, oldest first, in clear. Whose they are to see is the caller's matter.
pub async fn list(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Identity>> {
    Ok(rx.query(LIST, params![customer_id]).await?)
}

/// How far a customer is proven at `now`: as far as the best of their identities.
pub async fn level(rx: &Rx<'_>, customer_id: CustomerId, now: Timestamp) -> Result<Level> {
    let identities = list(rx, customer_id).await?;
    Ok(identities.iter().map(|identity| identity.level_at(now)).max().unwrap_or(Level::None))
}

pub(crate) async fn by_id(rx: &Rx<'_>, id: IdentityId) -> Result<Option<Identity>> {
    Ok(rx.query_opt(BY_ID, params![id]).await?)
}
