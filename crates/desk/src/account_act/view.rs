//! Reading acts.

use proofdesk_store::{Rx, params};

use super::AccountAct;
use crate::bridge::ActKind;
use crate::customer;
use crate::error::{OrNotFound as _, Result};
use crate::id::{AccountActId, CustomerId};
use crate::viewer::Scope;

pub(super) const FIND: &str = "select id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, attempts, \
    last_error, receipt, receipt_at, updated_at from account_act where id = $1";
pub(super) const LATEST: &str = "select id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, attempts, \
    last_error, receipt, receipt_at, updated_at from account_act where customer_id = $1 and kind = $2 \
    order by requested_at desc, id desc limit 1";
pub(super) const LIST: &str = "select id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, attempts, \
    last_error, receipt, receipt_at, updated_at from account_act where customer_id = $1 \
    order by requested_at desc, id desc limit 20";

pub(super) const PENDING: &str =
    "select count(*) from account_act where customer_id = $1 and state = 'pending'";

/// Whether the exchange has yet to answer for a customer.
pub(crate) async fn is_pending(rx: &Rx<'_>, id: CustomerId) -> Result<bool> {
    Ok(rx.query_one::<(i64,)>(PENDING, params![id]).await?.0 > 0)
}

/// An act, for the job that carries it out.
pub async fn find(rx: &Rx<'_>, id: AccountActId) -> Result<Option<AccountAct>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// A customer's latest act of a kind. Whose it is to see is the caller's matter.
pub async fn latest(rx: &Rx<'_>, id: CustomerId, kind: ActKind) -> Result<Option<AccountAct>> {
    Ok(rx.query_opt(LATEST, params![id, kind]).await?)
}

/// The latest acts of a customer who is in `scope`, newest first.
///
/// # Errors
/// `not-found` for a customer who is not in `scope`.
pub async fn list_in(rx: &Rx<'_>, scope: &Scope, id: CustomerId) -> Result<Vec<AccountAct>> {
    customer::view::visible(rx, scope, id).await?.or_not_found()?;
    Ok(rx.query(LIST, params![id]).await?)
}
