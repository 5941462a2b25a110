//! Signing in and out, touching, stepping up.

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::event::{
    CustomerSessionsEnded, LockedOut, SessionsEnded, SignInFailed, SignedIn, SteppedUp,
};
use super::sql::{self, NewSession};
use super::{
    Client, EndReason, Opened, SecondFactor, SessionKind, SignInProof, own, touch_due, touched,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Attempt, Error, OrNotFound as _, Result};
use crate::id::{CustomerId, IdentityId, SessionId, StaffId};
use crate::identity::Identity;
use crate::log::{self, NewEvent, Stream};
use crate::password::Checked;
use crate::permission::Permission;
use crate::quota::{self, Doors};
use crate::staff::{self, StaffState};
use crate::text::Clean;
use crate::token::{Token, TokenKind};
use crate::viewer::{StaffViewer, Viewer};
use crate::{limits, push_subscription, ticket_link, totp};

/// Opens a member's session once their password was checked and, where one is enrolled, their second factor proves.
///
/// # Errors
/// As an [`Attempt`]: `wrong-credentials` (also for unknown addresses), `locked-out`, `member-disabled` (only after the
/// right password), `second-factor-required`, `second-factor-wrong`. Failures are counted by account, by network, and by both together.
pub async fn sign_in(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    checked: &Checked,
    second: Option<&SecondFactor>,
    client: &Client,
) -> Result<Attempt<Opened>> {
    if let Err(locked) = quota::actions::check(tx, &checked.doors, cx.now).await? {
        return Ok(Err(locked));
    }
    let Some((staff_id, hash)) = &checked.known else {
        quota::actions::failed(tx, &checked.doors, cx.now).await?;
        return Ok(Err(Error::refused(Code::WrongCredentials)));
    };
    let member = staff::sql::lock(tx, *staff_id).await?.or_not_found()?;
    if !checked.matched || member.password_hash.as_ref() != Some(hash) {
        refuse(tx, cx, *staff_id, &checked.doors, SignInProof::Password).await?;
        return Ok(Err(Error::refused(Code::WrongCredentials)));
    }
    if member.state != StaffState::Active {
        return Ok(Err(Error::refused(Code::MemberDisabled)));
    }
    let mut proof = SignInProof::Password;
    if member.totp_secret.is_some() {
        let Some(second) = second else {
            return Ok(Err(Error::refused(Code::SecondFactorRequired)));
        };
        if !totp::actions::prove(tx, cx, keyring, &member, second).await? {
            refuse(tx, cx, *staff_id, &checked.doors, second.proof()).await?;
            return Ok(Err(Error::refused(Code::SecondFactorWrong)));
        }
        proof = second.proof();
    }
    quota::actions::succeeded(tx, &checked.doors, cx.now).await?;
    Ok(Ok(open(tx, cx, *staff_id, proof, client).await?))
}

/// Counts and records that somebody failed to prove that they are this member.
pub(crate) async fn refuse(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    doors: &Doors,
    proof: SignInProof,
) -> Result<()> {
    let mut events = vec![NewEvent::of(&SignInFailed { staff_id, proof })?];
    if let Some(seconds) = quota::actions::failed(tx, doors, cx.now).await? {
        events.push(NewEvent::of(&LockedOut { staff_id, seconds })?);
    }
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &events).await?;
    Ok(())
}

/// Opens a session for a member who has proven who they are; from here on they act.
pub(crate) async fn open(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    proof: SignInProof,
    client: &Client,
) -> Result<Opened> {
    let strong = matches!(proof, SignInProof::Totp | SignInProof::RecoveryCode);
    let mut new = new_session(cx, SessionKind::Staff, client)?;
    new.row.staff_id = Some(staff_id);
    new.row.step_up_until = strong.then(|| cx.after(limits::STEP_UP));
    sql::insert(tx, &new.row).await?;
    sql::end_surplus_of_staff(tx, staff_id, limits::SESSIONS_PER_PERSON, cx.now).await?;
    let session_id = new.row.id;
    act_as(cx, staff_id, session_id);
    let event = NewEvent::of(&SignedIn { staff_id, session_id, proof })?;
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    Ok(Opened { session_id, token: new.token, expires_at: new.row.ends.expires_at })
}

/// Lets what follows in this transaction be done in the name of the member who just proved themself.
fn act_as(cx: &mut Cx, staff_id: StaffId, session_id: SessionId) {
    cx.viewer = Viewer::Staff(StaffViewer {
        staff_id,
        session_id: Some(session_id),
        grants: Default::default(),
        teams: Vec::new(),
        brands: Vec::new(),
        step_up_until: None,
    });
}

/// Opens a customer's session. The caller writes the event.
pub(crate) async fn open_for_customer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    customer_id: CustomerId,
    identity_id: IdentityId,
    client: &Client,
) -> Result<Opened> {
    let mut new = new_session(cx, SessionKind::Customer, client)?;
    new.row.customer_id = Some(customer_id);
    new.row.identity_id = Some(identity_id);
    sql::insert(tx, &new.row).await?;
    sql::end_surplus_of_customer(tx, customer_id, limits::SESSIONS_PER_PERSON, cx.now).await?;
    Ok(Opened { session_id: new.row.id, token: new.token, expires_at: new.row.ends.expires_at })
}

/// Opens the session of a customer who came by a mailed link: a short one, that no use makes longer. The caller writes the
/// event.
pub(crate) async fn open_by_link(
    tx: &Tx<'_>,
    cx: &mut Cx,
    identity: &Identity,
    client: &Client,
) -> Result<Opened> {
    let mut new = new_session(cx, SessionKind::Customer, client)?;
    new.row.customer_id = Some(identity.customer_id);
    new.row.identity_id = Some(identity.id);
    new.row.ends = touched(SessionKind::Customer, cx.after(limits::LINK_SESSION_MAX), cx.now);
    sql::insert(tx, &new.row).await?;
    let kept = limits::SESSIONS_PER_PERSON;
    sql::end_surplus_of_customer(tx, identity.customer_id, kept, cx.now).await?;
    Ok(Opened { session_id: new.row.id, token: new.token, expires_at: new.row.ends.expires_at })
}

struct New {
    row: NewSession,
    token: Token,
}

fn new_session(cx: &mut Cx, kind: SessionKind, client: &Client) -> Result<New> {
    let token = Token::fresh(cx, TokenKind::Session);
    let (_, max) = kind.lifetime();
    let agent: String = client.user_agent.chars().filter(|c| !c.is_control()).collect();
    let agent: String = agent.chars().take(limits::USER_AGENT_CHARS).collect();
    let row = NewSession {
        id: cx.id(),
        token_hash: token.hash(),
        kind,
        staff_id: None,
        customer_id: None,
        identity_id: None,
        created_at: cx.now,
        ends: touched(kind, cx.after(max), cx.now),
        step_up_until: None,
        user_agent: Clean::new(&agent)?.as_str().to_owned(),
        address: client.address.map(|address| address.to_string()).unwrap_or_default(),
    };
    Ok(New { row, token })
}

/// Notes that a session was used just now. Writes at most once a minute, whoever calls how often.
pub async fn touch(tx: &Tx<'_>, cx: &Cx, session_id: SessionId) -> Result<()> {
    if let Some(row) = sql::lock(tx, session_id).await?
        && touch_due(row.seen_at, cx.now)
    {
        let ends = touched(row.kind, row.expires_at, cx.now);
        sql::set_seen(tx, session_id, cx.now, ends).await?;
    }
    Ok(())
}

/// Ends one of the viewer's own sessions: the present one (signing out) or another.
///
/// # Errors
/// `not-found` for sessions that are over or somebody else's; `session-required` for an API token.
pub async fn end(tx: &Tx<'_>, cx: &mut Cx, session_id: SessionId) -> Result<()> {
    let owner = sql::end(tx, session_id, cx.now).await?.or_not_found()?;
    match cx.viewer.clone() {
        Viewer::Customer(me) if owner == (None, Some(me.customer_id)) => {
            let event = CustomerSessionsEnded {
                customer_id: me.customer_id,
                session_ids: vec![session_id],
            };
            push_subscription::actions::end_of_session(tx, me.customer_id, session_id).await?;
            let stream = Stream::Customer(me.customer_id);
            log::append(tx, cx, &stream, &[NewEvent::of(&event)?]).await?;
            Ok(())
        }
        viewer @ Viewer::Staff(_) => {
            let (staff_id, _) = own(&viewer)?;
            if owner != (Some(staff_id), None) {
                return Err(Error::refused(Code::NotFound));
            }
            ended(tx, cx, staff_id, vec![session_id], EndReason::Own).await
        }
        Viewer::Anonymous => Err(Error::refused(Code::SignedOut)),
        _ => Err(Error::refused(Code::NotFound)),
    }
}

/// Ends all sessions of the signed-in member but the present one. Returns how many.
///
/// # Errors
/// `session-required` for an API token.
pub async fn end_others(tx: &Tx<'_>, cx: &mut Cx) -> Result<usize> {
    let (staff_id, session_id) = own(&cx.viewer)?;
    let ids = sql::end_others(tx, staff_id, session_id, cx.now).await?;
    let count = ids.len();
    ended(tx, cx, staff_id, ids, EndReason::Own).await?;
    Ok(count)
}

/// Signs a customer out everywhere: ends all their sessions, the present one too, pushes to their browsers, and the links that
/// were mailed to them, which would open new ones. Returns how many sessions.
///
/// # Errors
/// `customers-only`.
pub async fn end_everywhere(tx: &Tx<'_>, cx: &mut Cx) -> Result<usize> {
    let customer_id = cx.viewer.customer()?.customer_id;
    let chain = log::lock(tx, &Stream::Customer(customer_id)).await?;
    let session_ids = sql::end_of_customer(tx, customer_id, cx.now).await?;
    push_subscription::actions::end_of_customer(tx, customer_id).await?;
    let count = session_ids.len();
    let links = ticket_link::actions::end_own(tx, cx, customer_id).await?;
    let mut events: Vec<NewEvent> = links.into_iter().collect();
    if count > 0 {
        events.push(NewEvent::of(&CustomerSessionsEnded { customer_id, session_ids })?);
    }
    if !events.is_empty() {
        chain.append(tx, cx, &events).await?;
    }
    Ok(count)
}

/// Ends the sessions that were opened by an identity that nobody is known by any more, and pushes to their browsers. Returns the
/// event for the customer's chain, if there was one.
pub(crate) async fn end_of_identity(
    tx: &Tx<'_>,
    cx: &Cx,
    customer_id: CustomerId,
    identity_id: IdentityId,
) -> Result<Option<NewEvent>> {
    let session_ids = sql::end_of_identity(tx, customer_id, identity_id, cx.now).await?;
    for session_id in &session_ids {
        push_subscription::actions::end_of_session(tx, customer_id, *session_id).await?;
    }
    if session_ids.is_empty() {
        return Ok(None);
    }
    Ok(Some(NewEvent::of(&CustomerSessionsEnded { customer_id, session_ids })?))
}

/// Ends all sessions of a member. Returns how many.
///
/// # Errors
/// `no-permission` without `member.manage` or for a member who may do more than the viewer; `not-found`.
pub async fn end_of_member(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<usize> {
    cx.viewer.require(Permission::MemberManage)?;
    staff::actions::require_covered(tx, &cx.viewer, staff_id).await?;
    let ids = sql::end_of_staff(tx, staff_id, cx.now).await?;
    let count = ids.len();
    ended(tx, cx, staff_id, ids, EndReason::Administrator).await?;
    Ok(count)
}

async fn ended(
    tx: &Tx<'_>,
    cx: &mut Cx,
    staff_id: StaffId,
    session_ids: Vec<SessionId>,
    reason: EndReason,
) -> Result<()> {
    if session_ids.is_empty() {
        return Ok(());
    }
    let event = NewEvent::of(&SessionsEnded { staff_id, session_ids, reason })?;
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    Ok(())
}

/// Proves the signed-in member's second factor again, which opens the dangerous doors for a quarter of an hour.
///
/// # Errors
/// `session-required`; `second-factor-state` when none is enrolled. As an [`Attempt`]: `second-factor-wrong`, which
/// counts as a failed sign-in, and `locked-out`.
pub async fn step_up(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    second: &SecondFactor,
    client: &Client,
) -> Result<Attempt<()>> {
    let (staff_id, session_id) = own(&cx.viewer)?;
    if let Err(refused) = prove_own(tx, cx, keyring, second, client).await? {
        return Ok(Err(refused));
    }
    sql::set_step_up(tx, session_id, cx.after(limits::STEP_UP)).await?;
    let event = NewEvent::of(&SteppedUp { staff_id, session_id })?;
    log::append(tx, cx, &Stream::staff_day(staff_id, cx.now), &[event]).await?;
    Ok(Ok(()))
}

/// Proves the signed-in member's second factor, counting a failure like one at the sign-in.
pub(crate) async fn prove_own(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    second: &SecondFactor,
    client: &Client,
) -> Result<Attempt<()>> {
    let (staff_id, _) = own(&cx.viewer)?;
    let email = staff::view::email(tx, staff_id).await?.or_not_found()?;
    let doors = quota::view::doors(tx, &email, client.address, cx.now).await?;
    if let Err(locked) = quota::actions::check(tx, &doors, cx.now).await? {
        return Ok(Err(locked));
    }
    let member = staff::sql::lock(tx, staff_id).await?.or_not_found()?;
    if member.totp_secret.is_none() {
        return Err(Error::refused(Code::SecondFactorState));
    }
    if !totp::actions::prove(tx, cx, keyring, &member, second).await? {
        refuse(tx, cx, staff_id, &doors, second.proof()).await?;
        return Ok(Err(Error::refused(Code::SecondFactorWrong)));
    }
    quota::actions::succeeded(tx, &doors, cx.now).await?;
    Ok(Ok(()))
}

/// Asks for a fresh proof of the second factor before a dangerous act, from members who have one enrolled.
///
/// # Errors
/// `second-factor-required` when the last proof is older than a quarter of an hour.
pub(crate) async fn require_step_up(tx: &Tx<'_>, cx: &Cx) -> Result<()> {
    let Viewer::Staff(member) = &cx.viewer else { return Ok(()) };
    // A token's power was granted with a fresh proof; it has no session in which to give another.
    if member.session_id.is_none() {
        return Ok(());
    }
    // A proof that counts for longer than it ever does comes from a clock that has gone back since.
    let fresh = member.step_up_until.is_some_and(|t| t > cx.now && t <= cx.after(limits::STEP_UP));
    if fresh || !staff::view::has_totp(tx, member.staff_id).await? {
        return Ok(());
    }
    Err(Error::refused(Code::SecondFactorRequired))
}
