//! Whose account stands behind a customer.

use proofdesk_store::Rx;

use crate::customer;
use crate::error::{OrNotFound as _, Result};
use crate::id::CustomerId;
use crate::identity::{self, PORTAL};
use crate::viewer::Scope;

/// The stable id of the account behind a customer who is in `scope`; `None` for one who is not known to the exchange.
///
/// # Errors
/// `not-found` for a customer who is not in `scope`.
pub async fn account_in(rx: &Rx<'_>, scope: &Scope, id: CustomerId) -> Result<Option<String>> {
    customer::view::visible(rx, scope, id).await?.or_not_found()?;
    account_of(rx, id).await
}

/// The stable id of the account behind a customer. Whose it is to see is the caller's matter.
pub async fn account_of(rx: &Rx<'_>, id: CustomerId) -> Result<Option<String>> {
    let identities = identity::view::list(rx, id).await?;
    let portal = identities.into_iter().find(|identity| identity.kind == PORTAL);
    Ok(portal.map(|identity| identity.subject))
}
