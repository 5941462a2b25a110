//! Every write to `verification_ask`.

use proofdesk_store::{FromRow, Row, Tx, params};

use super::{VerificationAsk, Wanted, view};
use crate::error::Result;
use crate::id::{IdentityId, StaffId, VerificationAskId};
use crate::ticket::view::Named;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] =
    &[INSERT, PROVE, WITHDRAW, view::LATEST, view::BY_ID, view::OPEN, view::COUNT_OPEN];

const INSERT: &str = "insert into verification_ask \
    (id, ticket_id, customer_id, identity_id, level, asked_by, asked_at, until_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const PROVE: &str = "update verification_ask set proven_by = $1, proven_at = $2 \
    where id = $3 and proven_at is null and withdrawn_at is null";
const WITHDRAW: &str = "update verification_ask set withdrawn_by = $1, withdrawn_at = $2 \
    where id = $3 and proven_at is null and withdrawn_at is null";

impl FromRow for VerificationAsk {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let mut ask = Self {
            id: row.next()?,
            ticket_id: row.next()?,
            ticket: row.next()?,
            customer_id: row.next()?,
            wanted: Wanted { identity_id: row.next()?, level: row.next()? },
            identity_kind: row.next()?,
            asked_by: Named { id: row.next()?, name: row.next()? },
            asked_at: row.next()?,
            until: row.next()?,
            proven_at: row.next()?,
            withdrawn_by: None,
            withdrawn_at: None,
        };
        let by: Option<StaffId> = row.next()?;
        let name: Option<String> = row.next()?;
        ask.withdrawn_by = by.map(|id| Named { id, name: name.unwrap_or_default() });
        ask.withdrawn_at = row.next()?;
        Ok(ask)
    }
}

pub async fn insert(tx: &Tx<'_>, new: &VerificationAsk) -> Result<()> {
    let VerificationAsk { id, ticket_id, customer_id, wanted, asked_by, asked_at, until, .. } = new;
    let Wanted { identity_id, level } = wanted;
    let values =
        params![id, ticket_id, customer_id, identity_id, level, asked_by.id, asked_at, until];
    tx.exec(INSERT, values).await?;
    Ok(())
}

pub async fn prove(
    tx: &Tx<'_>,
    id: VerificationAskId,
    by: IdentityId,
    now: Timestamp,
) -> Result<()> {
    tx.exec(PROVE, params![by, now, id]).await?;
    Ok(())
}

/// `by` is `None` where it is the desk's own doing.
pub async fn withdraw(
    tx: &Tx<'_>,
    id: VerificationAskId,
    by: Option<StaffId>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(WITHDRAW, params![by, now, id]).await?;
    Ok(())
}
