//! Enrolling, proving and removing a second factor.

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::event::{RecoveryCodeUsed, RecoveryCodesMade, TotpEnrolled, TotpRemoved};
use super::{
    Enrolment, SECRET_BYTES, enrolment, place, proven_step, recovery_codes, recovery_hash, sql,
    unseal,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::StaffId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::session::{self, Client, SecondFactor};
use crate::staff::sql::Locked;
use crate::{organisation, staff};

/// Offers the signed-in member a secret for their authenticator. Nothing changes until [`confirm`].
///
/// # Errors
/// `session-required` for an API token; `second-factor-state` when one is enrolled.
pub async fn begin(tx: &Tx<'_>, cx: &mut Cx, keyring: &Keyring) -> Result<Enrolment> {
    let member = own_row(tx, cx).await?;
    if member.totp_secret.is_some() {
        return Err(Error::refused(Code::SecondFactorState));
    }
    let secret: [u8; SECRET_BYTES] = cx.bytes();
    let sealed = keyring.seal(&place(member.id), &secret);
    staff::sql::set_totp_pending(tx, member.id, Some(&sealed), cx.now).await?;
    let issuer = organisation::view::find(tx).await?.map(|organisation| organisation.name);
    enrolment(secret, issuer.as_deref().unwrap_or("Proofdesk"), &member.email)
}

/// Enrols the offered secret once a code of it is typed, and returns the recovery codes, shown once.
///
/// # Errors
/// `session-required`; `second-factor-state` when none was offered; `second-factor-wrong`.
pub async fn confirm(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    code: &str,
) -> Result<Vec<String>> {
    let member = own_row(tx, cx).await?;
    let (Some(sealed), None) = (&member.totp_pending, &member.totp_secret) else {
        return Err(Error::refused(Code::SecondFactorState));
    };
    let secret = unseal(keyring, member.id, sealed)?;
    let step = proven_step(&secret, code, cx.now, None);
    let step = step.ok_or_else(|| Error::refused(Code::SecondFactorWrong))?;
    staff::sql::set_totp(tx, member.id, Some(sealed), Some(step), cx.now).await?;
    let codes = make_codes(tx, cx, member.id).await?;
    note(tx, cx, member.id, NewEvent::of(&TotpEnrolled { staff_id: member.id })?).await?;
    Ok(codes)
}

/// Removes the signed-in member's second factor, which they prove a last time. Where a role requires one, they may
/// do nothing but enrol another from then on.
///
/// # Errors
/// `session-required`; `second-factor-state` when none is enrolled. As an [`Attempt`]: `second-factor-wrong`,
/// `locked-out`.
pub async fn remove(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    second: &SecondFactor,
    client: &Client,
) -> Result<Attempt<()>> {
    let (staff_id, _) = session::own(&cx.viewer)?;
    if let Err(refused) = session::actions::prove_own(tx, cx, keyring, second, client).await? {
        return Ok(Err(refused));
    }
    erase(tx, cx, staff_id).await?;
    note(tx, cx, staff_id, NewEvent::of(&TotpRemoved { staff_id })?).await?;
    Ok(Ok(()))
}

/// Makes new recovery codes, shown once; the old ones are void.
///
/// # Errors
/// As [`remove`].
pub async fn renew_codes(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    second: &SecondFactor,
    client: &Client,
) -> Result<Attempt<Vec<String>>> {
    let (staff_id, _) = session::own(&cx.viewer)?;
    if let Err(refused) = session::actions::prove_own(tx, cx, keyring, second, client).await? {
        return Ok(Err(refused));
    }
    let codes = make_codes(tx, cx, staff_id).await?;
    note(tx, cx, staff_id, NewEvent::of(&RecoveryCodesMade { staff_id })?).await?;
    Ok(Ok(codes))
}

/// Removes the second factor of a member who lost it. Their sessions end.
///
/// # Errors
/// `no-permission` without `member.manage` or for a member who may do more than the viewer; `second-factor-state` when
/// none is enrolled; `second-factor-required` when the viewer has to prove theirs again; `not-found`.
pub async fn reset(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    cx.viewer.require(Permission::MemberManage)?;
    session::actions::require_step_up(tx, cx).await?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let member = staff::actions::require_covered(tx, &cx.viewer, staff_id).await?;
    if !member.totp_enrolled {
        return Err(Error::refused(Code::SecondFactorState));
    }
    erase(tx, cx, staff_id).await?;
    session::sql::end_of_staff(tx, staff_id, cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&TotpRemoved { staff_id })?]).await?;
    Ok(())
}

/// Says whether a second factor proves, and spends it: neither a code's step nor a recovery code counts twice. The
/// member's row is locked.
pub(crate) async fn prove(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    member: &Locked,
    second: &SecondFactor,
) -> Result<bool> {
    let Some(sealed) = &member.totp_secret else { return Ok(false) };
    match second {
        SecondFactor::Totp(code) => {
            let secret = unseal(keyring, member.id, sealed)?;
            let Some(step) = proven_step(&secret, code, cx.now, member.totp_last_step) else {
                return Ok(false);
            };
            staff::sql::set_totp_step(tx, member.id, step).await?;
            Ok(true)
        }
        SecondFactor::RecoveryCode(code) => {
            let hash = recovery_hash(member.id, code);
            if !sql::spend(tx, member.id, &hash, cx.now).await? {
                return Ok(false);
            }
            let left = sql::left(tx, member.id).await?;
            let event = RecoveryCodeUsed { staff_id: member.id, left };
            note(tx, cx, member.id, NewEvent::of(&event)?).await?;
            Ok(true)
        }
    }
}

async fn own_row(tx: &Tx<'_>, cx: &Cx) -> Result<Locked> {
    let (staff_id, _) = session::own(&cx.viewer)?;
    staff::sql::lock(tx, staff_id).await?.or_not_found()
}

async fn make_codes(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<Vec<String>> {
    let codes = recovery_codes(cx);
    let hashes: Vec<[u8; 32]> = codes.iter().map(|code| recovery_hash(staff_id, code)).collect();
    sql::set_codes(tx, staff_id, &hashes).await?;
    Ok(codes)
}

async fn erase(tx: &Tx<'_>, cx: &Cx, staff_id: StaffId) -> Result<()> {
    staff::sql::set_totp(tx, staff_id, None, None, cx.now).await?;
    sql::set_codes(tx, staff_id, &[]).await
}

async fn note(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId, event: NewEvent) -> Result<()> {
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    Ok(())
}
