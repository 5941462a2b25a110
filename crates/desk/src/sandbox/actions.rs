//! What is done to the invented exchange.

use proofdesk_store::{Rx, Tx};

use super::seed::{self, Breadth, Profile};
use super::sql;
use crate::bridge::{Act, ActKind, BridgeError, Receipt};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{EventId, Id as _};

/// Opens an account with a history that follows from its id alone: the same id has the same deposits everywhere, at moments
/// counted from now. One that is there stays as it is.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn open(
    tx: &Tx<'_>,
    cx: &mut Cx,
    account: &str,
    profile: &Profile,
    breadth: Breadth,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let (facts, entries) = seed::account(account, profile, breadth, cx.now)?;
    let opened_at = facts.opened_at;
    let body = seed::json(&facts)?;
    if !sql::insert_account(tx, account, &body, opened_at).await? {
        return Ok(());
    }
    for entry in entries {
        let id: EventId = cx.id();
        sql::insert_entry(tx, account, entry.kind, entry.at, id.uuid(), &entry.body).await?;
    }
    Ok(())
}

/// Says whether the exchange has the account.
pub async fn has(rx: &Rx<'_>, account: &str) -> Result<bool> {
    Ok(sql::account(rx, account).await?.is_some())
}

/// Lets every call fail in one way from now on; `None` ends that.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn set_outage(tx: &Tx<'_>, cx: &Cx, failure: Option<BridgeError>) -> Result<()> {
    cx.viewer.require_inside()?;
    match failure {
        Some(failure) => sql::set_outage(tx, failure).await,
        None => sql::end_outage(tx).await,
    }
}

/// Does what a bridge was asked to do, once per id.
pub(super) async fn carry_out(tx: &Tx<'_>, act: &Act) -> Result<Result<Receipt, BridgeError>> {
    if let Some(failure) = sql::outage(tx).await? {
        return Ok(Err(failure));
    }
    if let Some((account, kind, receipt, at)) = sql::find_act(tx, act.id).await? {
        // The id of one act under which another comes is a mistake, and not done.
        let same = account == act.account && kind == act.kind;
        return Ok(if same {
            Ok(Receipt { act_id: act.id, receipt, at })
        } else {
            Err(BridgeError::Refused)
        });
    }
    let ActKind::Freeze = act.kind;
    if !sql::freeze(tx, &act.account, act.now).await? {
        return Ok(Err(BridgeError::NotFound));
    }
    let tail = act.id.uuid().simple().to_string();
    let tail = tail.get(20..).ok_or(Error::Broken { what: "an id that is too short" })?;
    let receipt = format!("FRZ-{}", tail.to_uppercase());
    sql::insert_act(tx, act.id, &act.account, act.kind, &receipt, act.now).await?;
    Ok(Ok(Receipt { act_id: act.id, receipt, at: act.now }))
}
