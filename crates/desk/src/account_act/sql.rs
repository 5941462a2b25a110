use proofdesk_store::{FromRow, Row, Tx, params};

use super::{AccountAct, ActState};
use crate::bridge::{BridgeError, Receipt};
use crate::error::Result;
use crate::id::AccountActId;
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    DONE,
    FAILED,
    super::view::FIND,
    super::view::LATEST,
    super::view::LIST,
    super::view::PENDING,
];

const INSERT: &str = "insert into account_act (id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, \
    attempts, last_error, receipt, receipt_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, null, null, $8)";
const DONE: &str = "update account_act set state = 'done', receipt = $1, receipt_at = $2, updated_at = $3 \
    where id = $4 and state <> 'done'";
const FAILED: &str = "update account_act set state = $1, attempts = attempts + 1, last_error = $2, updated_at = $3 \
    where id = $4 and state = 'pending'";

impl FromRow for AccountAct {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            customer_id: row.next()?,
            account: row.next()?,
            ticket_id: row.next()?,
            state: row.next()?,
            requested_by: row.next()?,
            requested_at: row.next()?,
            attempts: row.next()?,
            last_error: row.next()?,
            receipt: row.next()?,
            receipt_at: row.next()?,
            updated_at: row.next()?,
        })
    }
}

pub async fn insert(tx: &Tx<'_>, new: &AccountAct) -> Result<()> {
    let AccountAct { id, kind, customer_id, account, ticket_id, state, .. } = new;
    let values = params![
        id,
        kind,
        customer_id,
        account,
        ticket_id,
        state,
        new.requested_by,
        new.requested_at,
        new.last_error
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}

/// False when it was done already. What was given up is done after all when somebody revived its job.
pub async fn set_done(tx: &Tx<'_>, receipt: &Receipt, now: Timestamp) -> Result<bool> {
    let values = params![receipt.receipt, receipt.at, now, receipt.act_id];
    Ok(tx.exec(DONE, values).await? == 1)
}

/// False when it was not pending any more.
pub async fn set_failed(
    tx: &Tx<'_>,
    id: AccountActId,
    state: ActState,
    error: BridgeError,
    now: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(FAILED, params![state, error, now, id]).await? == 1)
}
