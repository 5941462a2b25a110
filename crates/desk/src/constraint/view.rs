//! Reading constraints, by the scope in which somebody sees their customer.

use proofdesk_store::{Rx, params};

use super::Constraint;
use crate::error::{OrNotFound as _, Result};
use crate::id::{ConstraintId, CustomerId};
use crate::time::Timestamp;
use crate::viewer::Scope;
use crate::{customer, limits};

macro_rules! constraint {
    ($tail:literal) => {
        concat!(
            "select c.id, c.customer_id, c.kind, c.body, c.from_at, c.until_at, c.made_by, m.name, c.created_at, \
             c.updated_at, c.version, c.ended_by, e.name, c.ended_at from account_constraint c \
             join staff m on m.id = c.made_by left join staff e on e.id = c.ended_by ",
            $tail
        )
    };
}

// What is not over stands first, so that many old ones hide none of it.
pub(super) const LIST: &str = constraint!(
    "where c.customer_id = $1 order by case when c.ended_at is null \
     and (c.until_at is null or c.until_at > $2) then 0 else 1 end, c.id desc limit $3"
);
pub(super) const FIND: &str = constraint!("where c.id = $1 and c.customer_id = $2");
pub(super) const BY_ID: &str = constraint!("where c.id = $1");
pub(super) const NOT_ENDED: &str =
    constraint!("where c.customer_id = $1 and c.ended_at is null order by c.id");
pub(super) const NOT_OVER: &str = "select count(*) from account_constraint where customer_id = $1 \
    and ended_at is null and (until_at is null or until_at > $2)";

/// A customer's constraints: what holds and what comes, then what is over, each the newest first, at most
/// [`limits::CONSTRAINTS_SHOWN`].
///
/// # Errors
/// `not-found` for a customer outside of `scope`.
pub async fn list(
    rx: &Rx<'_>,
    scope: &Scope,
    customer_id: CustomerId,
    now: Timestamp,
) -> Result<Vec<Constraint>> {
    customer::view::visible(rx, scope, customer_id).await?.or_not_found()?;
    Ok(rx.query(LIST, params![customer_id, now, limits::CONSTRAINTS_SHOWN]).await?)
}

/// Those that nobody ended, the oldest first. For the desk's own use.
pub(crate) async fn not_ended(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Constraint>> {
    Ok(rx.query(NOT_ENDED, params![customer_id]).await?)
}

/// One of a customer's constraints. Whose it is to see is the caller's matter.
pub(super) async fn find(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    id: ConstraintId,
) -> Result<Option<Constraint>> {
    Ok(rx.query_opt(FIND, params![id, customer_id]).await?)
}

pub(super) async fn by_id(rx: &Rx<'_>, id: ConstraintId) -> Result<Option<Constraint>> {
    Ok(rx.query_opt(BY_ID, params![id]).await?)
}

/// How many of a customer's constraints hold or will hold.
pub(super) async fn not_over(rx: &Rx<'_>, customer_id: CustomerId, now: Timestamp) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(NOT_OVER, params![customer_id, now]).await?.0)
}
