//! Whose account stands behind a customer.

use proofdesk_store::Rx;

use crate::customer;
use crate::error::{OrNotFound as _, Result};
use crate::id::CustomerId;
use crate::identity::{self, Identity, PORTAL};
use crate::viewer::{CustomerViewer, Scope};

/// The stable id of the account behind a customer who is in `scope`; `None` for one who is not known to the exchange.
///
/// # Errors
/// `not-found` for a customer who is not in `scope`.
pub async fn account_in(rx: &Rx<'_>, scope: &Scope, id: CustomerId) -> Result<Option<String>> {
    customer::view::visible(rx, scope, id).await?.or_not_found()?;
    account_of(rx, id).await
}

/// The same without asking who wants to know, for work that no person sees.
pub(crate) async fn account_of(rx: &Rx<'_>, id: CustomerId) -> Result<Option<String>> {
    let identities = identity::view::list(rx, id).await?;
    let portal = identities.into_iter().find(|identity| identity.kind == PORTAL);
    Ok(portal.map(|identity| identity.subject))
}

/// The stable id of a customer's own account; `None` when it is not by the account that they signed in.
///
/// A mailed link proves that its reader gets the mail of an address. That is not enough to read what an account holds.
pub async fn own_account(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Option<String>> {
    let identities = identity::view::list(rx, me.customer_id).await?;
    let is_own = |one: &Identity| one.kind == PORTAL && one.id == me.identity_id;
    Ok(identities.into_iter().find(is_own).map(|identity| identity.subject))
}
