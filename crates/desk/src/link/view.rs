//! Looking at a link before it is used.

use proofdesk_store::{Rx, params};

use super::{Link, LinkFacts};
use crate::error::{OrNotFound as _, Result};
use crate::staff;
use crate::time::Timestamp;
use crate::token::TokenHash;

pub(super) const FIND: &str =
    "select id, purpose, staff_id, expires_at, used_at from link where token_hash = $1";

/// What a link is for, without using it. Whoever shows the token may know.
///
/// # Errors
/// `not-found`, `link-used`, `link-expired`.
pub async fn peek(rx: &Rx<'_>, token_hash: &TokenHash, now: Timestamp) -> Result<LinkFacts> {
    let link: Link = rx.query_opt(FIND, params![token_hash]).await?.or_not_found()?;
    link.require_usable(now)?;
    let member = match link.staff_id {
        Some(id) => staff::view::load(rx, id).await?,
        None => None,
    };
    let (email, name) = member.map(|m| (m.email, m.name)).unzip();
    Ok(LinkFacts { purpose: link.purpose, expires_at: link.expires_at, email, name })
}
