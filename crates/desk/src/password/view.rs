//! Finding whom a typed password is to be checked against.

use std::net::IpAddr;

use proofdesk_store::{Rx, params};
use unicode_normalization::UnicodeNormalization as _;

use super::{Candidate, PasswordHash};
use crate::error::{OrNotFound as _, Result};
use crate::id::StaffId;
use crate::quota;
use crate::time::Timestamp;
use crate::viewer::Viewer;

pub(super) const BY_EMAIL: &str =
    "select id, password_hash from staff where email = $1 and password_hash is not null";
pub(super) const BY_ID: &str = "select email, password_hash from staff where id = $1";

/// Whom a sign-in is about. An unknown address gives a candidate too, which no password fits.
///
/// # Errors
/// `locked-out` with the seconds to wait.
pub async fn candidate(
    rx: &Rx<'_>,
    email: &str,
    address: Option<IpAddr>,
    now: Timestamp,
) -> Result<Candidate> {
    let doors = quota::view::doors(rx, email, address, now).await?;
    quota::view::require_open(rx, &doors, now).await?;
    let email: String = email.trim().to_lowercase().nfc().collect();
    // No row has such an address, and one engine refuses U+0000 in a parameter.
    let known: Option<(StaffId, PasswordHash)> =
        if email.contains('\0') { None } else { rx.query_opt(BY_EMAIL, params![email]).await? };
    Ok(Candidate { doors, known })
}

/// The signed-in member as a candidate, for acts that ask for the password again; and their address.
///
/// # Errors
/// `session-required` for an API token; `locked-out`.
pub async fn own_candidate(
    rx: &Rx<'_>,
    viewer: &Viewer,
    address: Option<IpAddr>,
    now: Timestamp,
) -> Result<(Candidate, String)> {
    let (staff_id, _) = crate::session::own(viewer)?;
    let row: Option<(String, Option<PasswordHash>)> =
        rx.query_opt(BY_ID, params![staff_id]).await?;
    let (email, hash) = row.or_not_found()?;
    let doors = quota::view::doors(rx, &email, address, now).await?;
    quota::view::require_open(rx, &doors, now).await?;
    Ok((Candidate { doors, known: hash.map(|hash| (staff_id, hash)) }, email))
}
