use proofdesk_store::{FromRow, Row, Rx, params};

use super::DevelopmentCustomer;
use crate::brand;
use crate::error::Result;
use crate::exchange_key::DEVELOPMENT_KID;
use crate::identity::PORTAL;

pub(super) const DEVELOPMENT: &str = "select i.subject, c.name, c.uid, c.locale from exchange_key k \
    join identity i on i.brand_id = k.brand_id join customer c on c.id = i.customer_id \
    where k.kid = $1 and k.revoked_at is null and i.kind = $2 order by c.id limit $3";

pub(super) const DEVELOPMENT_OF_BRAND: &str = "select i.subject, c.name, c.uid, c.locale from identity i \
    join customer c on c.id = i.customer_id where i.brand_id = $1 and i.kind = $2 \
    and exists (select 1 from exchange_key k where k.kid = $3 and k.revoked_at is null) order by c.id limit $4";

/// Customers whom the development page offers, the first ones first: those of the brand whose key is named
/// `development`, which only a demo adds.
pub async fn development_customers(rx: &Rx<'_>, limit: u32) -> Result<Vec<DevelopmentCustomer>> {
    Ok(rx.query(DEVELOPMENT, params![DEVELOPMENT_KID, PORTAL, limit]).await?)
}

/// The same at the address of a brand, by its slug: those of that brand. `None`, and a slug that no brand has, is every other address.
pub async fn development_customers_at(
    rx: &Rx<'_>,
    slug: Option<&str>,
    limit: u32,
) -> Result<Vec<DevelopmentCustomer>> {
    let Some(brand) = brand::view::of_address(rx, slug).await? else {
        return development_customers(rx, limit).await;
    };
    let values = params![brand.id, PORTAL, DEVELOPMENT_KID, limit];
    Ok(rx.query(DEVELOPMENT_OF_BRAND, values).await?)
}

impl FromRow for DevelopmentCustomer {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            sub: row.next()?,
            name: row.next()?,
            uid: row.next()?,
            locale: row.next()?,
            ..Self::default()
        })
    }
}
