use proofdesk_store::{Tx, params};

use super::view;
use crate::error::Result;
use crate::exchange_event::facts::{Resumed, Suspended};
use crate::id::BrandId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[SUSPEND, RESUME, RESUME_ALL, view::LIST];

const SUSPEND: &str = "insert into network_suspension \
    (brand_id, network, asset, can_deposit, can_withdraw, since, resumes_at, as_of) \
    values ($1, $2, $3, $4, $5, $6, $7, $6) on conflict (brand_id, network, asset) do update set \
    can_deposit = excluded.can_deposit, can_withdraw = excluded.can_withdraw, resumes_at = excluded.resumes_at, \
    as_of = excluded.as_of where excluded.as_of >= network_suspension.as_of";
const RESUME: &str = "delete from network_suspension \
    where brand_id = $1 and network = $2 and asset = $3 and as_of <= $4";
const RESUME_ALL: &str =
    "delete from network_suspension where brand_id = $1 and network = $2 and as_of <= $3";

pub async fn suspend(
    tx: &Tx<'_>,
    brand_id: BrandId,
    suspended: &Suspended,
    at: Timestamp,
) -> Result<()> {
    let Suspended { network, asset, can_deposit, can_withdraw, resumes_at } = suspended;
    let asset = asset.as_deref().unwrap_or_default();
    let values = params![brand_id, network, asset, can_deposit, can_withdraw, at, resumes_at];
    tx.exec(SUSPEND, values).await?;
    Ok(())
}

pub async fn resume(
    tx: &Tx<'_>,
    brand_id: BrandId,
    resumed: &Resumed,
    at: Timestamp,
) -> Result<()> {
    match &resumed.asset {
        Some(asset) => tx.exec(RESUME, params![brand_id, resumed.network, asset, at]).await?,
        None => tx.exec(RESUME_ALL, params![brand_id, resumed.network, at]).await?,
    };
    Ok(())
}
