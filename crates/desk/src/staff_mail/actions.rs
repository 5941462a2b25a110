use std::net::IpAddr;

use proofdesk_store::{Tx, params};
use serde::Serialize;

use super::{Errand, JOB_KIND, JOB_LANE, StaffLetter};
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, Result};
use crate::id::{LinkId, StaffId};
use crate::job::{self, actions::Due};
use crate::link::{self, LinkPurpose};
use crate::log::{self, Stream};
use crate::notification::{self, Channel, Topic, rule};
use crate::quota::{self, Doors, Kind as Counted};
use crate::staff::{self, StaffState};
use crate::time::Timestamp;
use crate::{limits, organisation};

/// Asks for a member's link to be mailed, where mail is sent at all. In the transaction that made the link which is
/// handed over by hand. An address that has had as many mails as it may is left alone.
pub(crate) async fn ask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    purpose: LinkPurpose,
) -> Result<()> {
    // A link to a new password is not to be silenced by what else goes to the same address.
    if !may_mail(tx, (staff::view::EMAIL, staff_id), Topic::Security, cx.now).await? {
        return Ok(());
    }
    let key = format!("{staff_id} {purpose}");
    enqueue(tx, cx, (JOB_KIND, &key), &Errand { staff_id, purpose }).await
}

/// Counts a mail to a member, where mail is sent at all, `sql` gives an address of theirs (none of whoever wants no such mail, say),
/// and that has room for one more.
pub(super) async fn may_mail(
    tx: &Tx<'_>,
    (sql, staff_id): (&'static str, StaffId),
    topic: Topic,
    now: Timestamp,
) -> Result<bool> {
    if !notification::view::is_open(tx, Channel::Mail).await? {
        return Ok(false);
    }
    let found: Option<(String,)> = tx.query_opt(sql, params![staff_id]).await?;
    let Some((address,)) = found else { return Ok(false) };
    has_room(tx, &address, topic, now).await
}

/// Counts a mail to an address, where it has room for one more.
pub(super) async fn has_room(
    tx: &Tx<'_>,
    address: &str,
    topic: Topic,
    now: Timestamp,
) -> Result<bool> {
    let recipient = hex::encode(rule::recipient(address));
    let (kind, limit) = rule::cap(Channel::Mail, topic);
    let taken = quota::actions::take(tx, kind, &recipient, limit, limits::MAIL_WINDOW, now);
    Ok(taken.await?.is_ok())
}

/// Has a mail sent. `kind` is that of the job, `key` is the same for the same mail.
pub(super) async fn enqueue(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (kind, key): (&'static str, &str),
    errand: &impl Serialize,
) -> Result<()> {
    let broken = |_not_json| Error::Broken { what: "an errand that is no JSON" };
    let payload = serde_json::to_string(errand).map_err(broken)?;
    let due = Due {
        kind,
        lane: JOB_LANE,
        dedupe_key: key,
        payload: &payload,
        max_attempts: limits::MAIL_ATTEMPTS,
    };
    job::actions::enqueue(tx, cx, &due).await
}

/// Somebody says that they lost their password. A member who is in gets a link by mail; whoever asks hears nothing of
/// whether there is one.
///
/// # Errors
/// `field-required`, `field-invalid` and the like for the address. Too many wishes, for one account or from one place, are
/// no refusal: they are not followed.
pub async fn request_reset(
    tx: &Tx<'_>,
    cx: &mut Cx,
    typed: &str,
    from: Option<IpAddr>,
) -> Result<()> {
    let email = EmailAddress::parse("email", typed)?;
    let doors = Doors::new(email.as_str(), from);
    let (limit, window) = (limits::RESETS, limits::RESET_WINDOW);
    if let Some(place) = doors.address() {
        let kind = Counted::ResetAddress;
        let taken = quota::actions::take(tx, kind, place, limits::RESETS_FROM, window, cx.now);
        if taken.await?.is_err() {
            return Ok(());
        }
    }
    let kind = Counted::ResetAccount;
    if quota::actions::take(tx, kind, doors.account(), limit, window, cx.now).await?.is_err() {
        return Ok(());
    }
    match staff::view::active_by_email(tx, &email).await? {
        Some(staff_id) => ask(tx, cx, staff_id, LinkPurpose::PasswordReset).await,
        None => Ok(()),
    }
}

/// Makes the link of a mail; `None` when the member needs none any more.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn issue(tx: &Tx<'_>, cx: &mut Cx, errand: Errand) -> Result<Option<StaffLetter>> {
    cx.viewer.require_inside()?;
    let Errand { staff_id, purpose } = errand;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let Some(member) = staff::view::load(tx, staff_id).await? else { return Ok(None) };
    let fits = match purpose {
        LinkPurpose::Invitation => member.state == StaffState::Invited,
        LinkPurpose::PasswordReset => member.state == StaffState::Active,
        LinkPurpose::FirstAdministrator => false,
    };
    if !fits {
        return Ok(None);
    }
    let (issued, event) = link::actions::issue_beside(tx, cx, purpose, staff_id).await?;
    chain.append(tx, cx, &[event]).await?;
    let organisation = organisation::view::find(tx).await?;
    Ok(Some(StaffLetter {
        link: issued,
        address: member.email,
        locale: member.locale.parse().unwrap_or_default(),
        time_zone: member.time_zone,
        organisation: organisation.map(|found| found.name).unwrap_or_default(),
    }))
}

/// Lets a link expire whose mail was not taken: the next attempt makes another.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn forget(tx: &Tx<'_>, cx: &Cx, id: LinkId) -> Result<()> {
    cx.viewer.require_inside()?;
    link::sql::void(tx, id, cx.now).await
}
