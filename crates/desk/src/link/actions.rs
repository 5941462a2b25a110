//! Making and using one-time links.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{LinkIssued, LinkUsed};
use super::{Issued, Link, LinkPurpose, sql};
use crate::code::Code;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::StaffId;
use crate::log::{self, NewEvent, Stream};
use crate::password::PasswordHash;
use crate::quota::{self, Doors};
use crate::session::{self, Client, Opened, SignInProof};
use crate::staff::actions::time_zone;
use crate::staff::event::Activated;
use crate::staff::{self, StaffState};
use crate::text::Clean;
use crate::token::{Token, TokenHash, TokenKind};
use crate::{brand, limits};

/// Makes a link and lets earlier ones for the same person expire. Permission is the caller's matter, as is appending
/// the event that comes back.
pub(crate) async fn issue(
    tx: &Tx<'_>,
    cx: &mut Cx,
    purpose: LinkPurpose,
    staff_id: Option<StaffId>,
) -> Result<(Issued, NewEvent)> {
    match staff_id {
        Some(id) => sql::void_of_staff(tx, id, cx.now).await?,
        None => sql::void_first(tx, cx.now).await?,
    }
    make(tx, cx, purpose, staff_id).await
}

/// As [`issue`], and earlier links go on working: for the one that is mailed beside the one that is handed over.
pub(crate) async fn issue_beside(
    tx: &Tx<'_>,
    cx: &mut Cx,
    purpose: LinkPurpose,
    staff_id: StaffId,
) -> Result<(Issued, NewEvent)> {
    make(tx, cx, purpose, Some(staff_id)).await
}

async fn make(
    tx: &Tx<'_>,
    cx: &mut Cx,
    purpose: LinkPurpose,
    staff_id: Option<StaffId>,
) -> Result<(Issued, NewEvent)> {
    let token = Token::fresh(cx, TokenKind::Link);
    let issued = Issued { id: cx.id(), token, purpose, expires_at: cx.after(purpose.lifetime()) };
    sql::insert(tx, &issued, staff_id, &cx.viewer.to_string(), cx.now).await?;
    let event = NewEvent::of(&LinkIssued { link_id: issued.id, purpose, staff_id })?;
    Ok((issued, event))
}

/// How somebody uses a link. The password was judged with [`crate::password::NewPassword`] against the address that
/// [`super::view::peek`] told (or that the first administrator typed).
#[derive(Clone, Debug)]
pub struct Acceptance {
    pub token_hash: TokenHash,
    pub password: PasswordHash,
    /// Required of the first administrator, ignored otherwise.
    pub email: Option<String>,
    /// Required of the first administrator; an invited member may correct theirs; ignored when resetting.
    pub name: Option<String>,
    pub locale: Locale,
    /// IANA name.
    pub time_zone: String,
    pub client: Client,
}

/// Who came in by a link.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub staff_id: StaffId,
    /// `None` when a second factor is enrolled: a new password alone opens nothing, the member signs in with both.
    pub session: Option<Opened>,
}

/// Uses a link: sets name and password, lets the member in, and opens a session.
///
/// # Errors
/// `not-found`, `link-used`, `link-expired`, `member-disabled`; `field-required`, `field-taken` and the like for fields.
pub async fn accept(tx: &Tx<'_>, cx: &mut Cx, acceptance: &Acceptance) -> Result<Accepted> {
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let link = sql::lock(tx, &acceptance.token_hash).await?.or_not_found()?;
    link.require_usable(cx.now)?;
    sql::spend(tx, link.id, cx.now).await?;
    let (staff_id, mut events) = match link.purpose {
        LinkPurpose::FirstAdministrator => first_administrator(tx, cx, acceptance).await?,
        LinkPurpose::Invitation => invited(tx, cx, &link, acceptance).await?,
        LinkPurpose::PasswordReset => reset(tx, cx, &link, acceptance).await?,
    };
    // Whatever else was handed over or mailed to them is of no more use to anybody.
    sql::void_of_staff(tx, staff_id, cx.now).await?;
    let used = LinkUsed { link_id: link.id, purpose: link.purpose, staff_id };
    events.push(NewEvent::of(&used)?);
    chain.append(tx, cx, &events).await?;
    if staff::view::has_totp(tx, staff_id).await? {
        return Ok(Accepted { staff_id, session: None });
    }
    let session =
        session::actions::open(tx, cx, staff_id, SignInProof::Link, &acceptance.client).await?;
    Ok(Accepted { staff_id, session: Some(session) })
}

type Came = (StaffId, Vec<NewEvent>);

async fn first_administrator(tx: &Tx<'_>, cx: &mut Cx, by: &Acceptance) -> Result<Came> {
    // Under the lock of the organisation's chain, so that two links make no two first administrators.
    if staff::view::has_administrator_beside(tx, None).await? {
        return Err(Error::refused(Code::LinkUsed));
    }
    let email = EmailAddress::parse("email", by.email.as_deref().unwrap_or_default())?;
    let name = Clean::line("name", by.name.as_deref().unwrap_or_default(), limits::NAME_CHARS)?;
    let time_zone = time_zone("time_zone", &by.time_zone)?;
    let id: StaffId = cx.id();
    let member = staff::sql::NewMember {
        id,
        email: &email,
        name: name.as_str(),
        locale: by.locale.code(),
        time_zone: &time_zone,
        state: StaffState::Active,
        password_hash: Some(&by.password),
    };
    let brands = brand::view::ids(tx).await?;
    let events = staff::actions::insert_first(tx, cx, &member, &brands).await?;
    Ok((id, events))
}

async fn invited(tx: &Tx<'_>, cx: &mut Cx, link: &Link, by: &Acceptance) -> Result<Came> {
    let staff_id = link.staff_id.ok_or(Error::Broken { what: "an invitation of nobody" })?;
    let member = staff::view::load(tx, staff_id).await?.or_not_found()?;
    match member.state {
        StaffState::Invited => {}
        StaffState::Active => return Err(Error::refused(Code::LinkUsed)),
        StaffState::Disabled => return Err(Error::refused(Code::MemberDisabled)),
    }
    let name = by.name.as_deref().unwrap_or(&member.name);
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let time_zone = time_zone("time_zone", &by.time_zone)?;
    let place = (by.locale.code(), time_zone.as_str());
    staff::sql::activate(tx, staff_id, name.as_str(), place, &by.password, cx.now).await?;
    Ok((staff_id, vec![NewEvent::of(&Activated { staff_id })?]))
}

async fn reset(tx: &Tx<'_>, cx: &mut Cx, link: &Link, by: &Acceptance) -> Result<Came> {
    let staff_id = link.staff_id.ok_or(Error::Broken { what: "a reset of nobody's password" })?;
    let member = staff::sql::lock(tx, staff_id).await?.or_not_found()?;
    if member.state != StaffState::Active {
        return Err(Error::refused(Code::MemberDisabled));
    }
    staff::sql::set_password(tx, staff_id, &by.password, cx.now).await?;
    session::sql::end_of_staff(tx, staff_id, cx.now).await?;
    quota::actions::forget(tx, &Doors::new(&member.email, by.client.address)).await?;
    Ok((staff_id, Vec::new()))
}

/// Deletes up to `limit` links that are long over. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::ENDED_AGE, limit).await
}
