//! Changing a password.

use proofdesk_store::Tx;

use super::event::PasswordChanged;
use super::{Checked, PasswordHash};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Attempt, Error, Result};
use crate::log::{self, NewEvent, Stream};
use crate::session::{self, SignInProof};
use crate::{link, quota, staff};

/// Sets the signed-in member's new password after the current one was checked, and ends their other sessions and the links that
/// would set another one: whoever changes it may have reason to.
///
/// # Errors
/// `session-required`. As an [`Attempt`]: `wrong-credentials`, which counts as a failed sign-in, and `locked-out`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    current: &Checked,
    new: &PasswordHash,
) -> Result<Attempt<()>> {
    let (staff_id, session_id) = session::own(&cx.viewer)?;
    if let Err(locked) = quota::actions::check(tx, &current.doors, cx.now).await? {
        return Ok(Err(locked));
    }
    let row = staff::sql::lock(tx, staff_id).await?;
    let proven = current.matched
        && current.known.as_ref().is_some_and(|(id, hash)| {
            *id == staff_id
                && row.as_ref().is_some_and(|row| row.password_hash.as_ref() == Some(hash))
        });
    if !proven {
        session::actions::refuse(tx, cx, staff_id, &current.doors, SignInProof::Password).await?;
        return Ok(Err(Error::refused(Code::WrongCredentials)));
    }
    quota::actions::succeeded(tx, &current.doors, cx.now).await?;
    staff::sql::set_password(tx, staff_id, new, cx.now).await?;
    let session_ids = session::sql::end_others(tx, staff_id, session_id, cx.now).await?;
    link::sql::void_of_staff(tx, staff_id, cx.now).await?;
    let event = PasswordChanged { staff_id, session_ids };
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[NewEvent::of(&event)?]).await?;
    Ok(Ok(()))
}
