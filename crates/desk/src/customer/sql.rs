use proofdesk_store::{FromRow, Row, Tx, params};

use super::Customer;
use crate::error::Result;
use crate::id::CustomerId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    LOCK,
    UPDATE,
    SET_PREFERENCES,
    super::view::FIND,
    super::view::PAGE,
    super::view::PLACEMENTS,
];

const INSERT: &str = "insert into customer \
    (id, brand_id, name, email, phone, uid, locale, time_zone, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 1)";
// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK: &str = "update customer set version = version where id = $1 returning \
    id, brand_id, name, email, phone, uid, locale, time_zone, created_at, updated_at, version";
const UPDATE: &str = "update customer set name = $1, email = $2, phone = $3, uid = $4, updated_at = $5, \
    version = version + 1 where id = $6";
const SET_PREFERENCES: &str = "update customer set locale = $1, time_zone = $2, updated_at = $3, \
    version = version + 1 where id = $4";

impl FromRow for Customer {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            name: row.next()?,
            email: row.next()?,
            phone: row.next()?,
            uid: row.next()?,
            locale: row.next()?,
            time_zone: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

pub async fn insert(tx: &Tx<'_>, new: &Customer) -> Result<()> {
    let Customer { id, brand_id, name, email, phone, uid, locale, time_zone, created_at, .. } = new;
    let values = params![id, brand_id, name, email, phone, uid, locale, time_zone, created_at];
    tx.exec(INSERT, values).await?;
    Ok(())
}

pub async fn lock(tx: &Tx<'_>, id: CustomerId) -> Result<Option<Customer>> {
    Ok(tx.query_opt(LOCK, params![id]).await?)
}

/// Writes the personal fields.
pub async fn update(tx: &Tx<'_>, customer: &Customer, now: Timestamp) -> Result<()> {
    let Customer { id, name, email, phone, uid, .. } = customer;
    tx.exec(UPDATE, params![name, email, phone, uid, now, id]).await?;
    Ok(())
}

pub async fn set_preferences(
    tx: &Tx<'_>,
    id: CustomerId,
    locale: &str,
    time_zone: &str,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_PREFERENCES, params![locale, time_zone, now, id]).await?;
    Ok(())
}
