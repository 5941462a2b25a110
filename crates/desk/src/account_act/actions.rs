//! Wanting an act, and writing down what came of it.

use std::time::Duration;

use proofdesk_locale::{FluentArgs, Locale, Messages};
use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::event::{ActDone, ActRefused, ActRequested};
use super::{AccountAct, ActState, JOB_KIND, JOB_LANE, sql, view};
use crate::bridge::{self, ActKind, BridgeError, Receipt};
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::{AccountActId, BrandId, CustomerId, PublicId, TicketId};
use crate::job::actions::enqueue_for;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::render::Body;
use crate::text::Clean;
use crate::ticket::actions::{Edit, NewMessage, NewTicket};
use crate::ticket::{self, RiskCause, StatusCategory, Visibility};
use crate::viewer::Scope;
use crate::{category, limits};

/// What the customer gets who says that their account was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    pub ticket: PublicId,
    /// `None` where no exchange can be asked: people do it by hand then.
    pub act: Option<AccountActId>,
}

/// A signed-in customer freezes their own account: a ticket before all others, and the exchange is asked at once.
///
/// Whoever presses again gets what the first press made. With `connected` false there is nobody to ask, and the ticket says so.
///
/// # Errors
/// `signed-out`, `customers-only`.
pub async fn freeze_own(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    connected: bool,
) -> Result<Freeze> {
    let me = cx.viewer.customer()?.clone();
    let chain = log::lock(tx, &Stream::Customer(me.customer_id)).await?;
    let account = bridge::view::own_account(tx, &me).await?.filter(|_| connected);
    let latest = view::latest(tx, me.customer_id, ActKind::Freeze).await?;
    if let Some(act) = latest.filter(|act| is_meant(act, account.is_some(), cx)) {
        let (ticket, _) = ticket::view::placement(tx, act.ticket_id).await?.or_not_found()?;
        return Ok(Freeze { ticket, act: act.is_automatic().then_some(act.id) });
    }
    let said = if account.is_some() { "freeze-said" } else { "freeze-said-by-hand" };
    let (ticket_id, public_id) = report(tx, cx, keyring, me.brand_id, said).await?;
    let act = wish(cx, me.customer_id, ticket_id, account);
    sql::insert(tx, &act).await?;
    let is_automatic = act.is_automatic();
    let AccountAct { id: act_id, kind, customer_id, .. } = act;
    let requested = ActRequested { customer_id, act_id, act: kind, ticket_id };
    let mut events = vec![NewEvent::of(&requested)?];
    if is_automatic {
        ask(tx, cx, act_id).await?;
    } else {
        let reason = BridgeError::NotConnected;
        events.push(NewEvent::of(&ActRefused { customer_id, act_id, act: kind, reason })?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(Freeze { ticket: public_id, act: is_automatic.then_some(act_id) })
}

/// The row of a freeze. Without an account there is nobody to ask, so it is left to people from the start.
fn wish(
    cx: &mut Cx,
    customer_id: CustomerId,
    ticket_id: TicketId,
    account: Option<String>,
) -> AccountAct {
    let (state, last_error) = match account {
        Some(_) => (ActState::Pending, None),
        None => (ActState::Refused, Some(BridgeError::NotConnected)),
    };
    AccountAct {
        id: cx.id(),
        kind: ActKind::Freeze,
        customer_id,
        account,
        ticket_id,
        state,
        requested_by: cx.viewer.to_string(),
        requested_at: cx.now,
        attempts: 0,
        last_error,
        receipt: None,
        receipt_at: None,
        updated_at: cx.now,
    }
}

/// Whether an act that was asked for before is the one that is meant now.
fn is_meant(act: &AccountAct, can_ask: bool, cx: &Cx) -> bool {
    let is_recent = cx.now < act.requested_at + limits::FREEZE_REPEAT;
    match act.state {
        ActState::Pending => true,
        ActState::Done => is_recent,
        // People have it already; only an exchange that can be asked by now makes it another one.
        ActState::Refused => is_recent && !can_ask && !act.is_automatic(),
    }
}

/// Opens the ticket of a stolen account.
async fn report(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    brand_id: BrandId,
    said: &str,
) -> Result<(TicketId, PublicId)> {
    let words = Messages::embedded();
    let (subject, body) =
        (words.t(cx.locale, "freeze-subject", None), words.t(cx.locale, said, None));
    let new = NewTicket {
        customer_id: None,
        category: theft_category(tx, brand_id).await?,
        subject: Clean::line("subject", &subject, limits::SUBJECT_CHARS)?,
        body: Body::by(&cx.viewer, keyring, Clean::field("body", &body, limits::BODY_CHARS)?),
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: cx.locale.code().to_owned(),
    };
    let opened = ticket::actions::open(tx, cx, &new).await?;
    let reply = Permission::TicketReply;
    let mut edit = Edit::begin(tx, cx, &opened.public_id, reply, None).await?;
    edit.raise_risk(cx, RiskCause::AccountTaken);
    let ticket = edit.save(tx, cx).await?;
    Ok((ticket.id, ticket.public_id))
}

/// A brand that took the category away still has thieves.
pub(crate) async fn theft_category(tx: &Tx<'_>, brand_id: BrandId) -> Result<String> {
    let slugs = category::view::list(tx, brand_id).await?;
    let mut slugs = slugs.into_iter().map(|(_, slug)| slug);
    let first = slugs.clone().next().unwrap_or_default();
    Ok(slugs.find(|slug| slug == category::THEFT).unwrap_or(first))
}

/// Lets the exchange be asked as soon as the transaction commits.
async fn ask(tx: &Tx<'_>, cx: &mut Cx, id: AccountActId) -> Result<()> {
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), id, limits::ACT_ATTEMPTS).await
}

/// Writes down the exchange's receipt, and tells the customer on the ticket.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; `not-found`.
pub async fn record_done(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    receipt: &Receipt,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let act = view::find(tx, receipt.act_id).await?.or_not_found()?;
    let chain = log::lock(tx, &Stream::Customer(act.customer_id)).await?;
    if !sql::set_done(tx, receipt, cx.now).await? {
        return Ok(());
    }
    let done = ActDone {
        customer_id: act.customer_id,
        act_id: act.id,
        act: act.kind,
        receipt: receipt.receipt.clone(),
        receipt_at: receipt.at,
    };
    chain.append(tx, cx, &[NewEvent::of(&done)?]).await?;
    tell(tx, cx, keyring, &act, "freeze-done", Some(receipt)).await
}

/// Writes down that the exchange did not answer, or said no. With `is_final` nobody asks again and people have to act.
///
/// # Errors
/// As [`record_done`].
pub async fn record_failed(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    id: AccountActId,
    reason: BridgeError,
    is_final: bool,
) -> Result<()> {
    cx.viewer.require_inside()?;
    let act = view::find(tx, id).await?.or_not_found()?;
    let chain = log::lock(tx, &Stream::Customer(act.customer_id)).await?;
    let state = if is_final { ActState::Refused } else { ActState::Pending };
    if !sql::set_failed(tx, id, state, reason, cx.now).await? {
        return Ok(());
    }
    if is_final {
        let refused =
            ActRefused { customer_id: act.customer_id, act_id: id, act: act.kind, reason };
        chain.append(tx, cx, &[NewEvent::of(&refused)?]).await?;
        return tell(tx, cx, keyring, &act, "freeze-refused", None).await;
    }
    // The first time only: an hour of tries is one message.
    if act.attempts == 0 {
        tell(tx, cx, keyring, &act, "freeze-unreached", None).await?;
    }
    Ok(())
}

/// A public message of the desk itself on the act's ticket, in the ticket's language.
async fn tell(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    act: &AccountAct,
    key: &str,
    receipt: Option<&Receipt>,
) -> Result<()> {
    let Some((public_id, _)) = ticket::view::placement(tx, act.ticket_id).await? else {
        return Ok(());
    };
    let end = ticket::view::goes_on_in(tx, act.ticket_id).await?;
    let public_id = end.map_or(public_id, |(_, number)| number);
    let ticket = ticket::view::find(tx, &public_id, &Scope::Everything).await?.or_not_found()?;
    // A closed ticket takes no messages; the account's page says the same.
    if ticket.status_category == StatusCategory::Closed {
        return Ok(());
    }
    let locale: Locale = ticket.lang.parse().unwrap_or_default();
    let mut args = FluentArgs::new();
    if let Some(receipt) = receipt {
        args.set("receipt", receipt.receipt.clone());
    }
    let text = Messages::embedded().t(locale, key, Some(&args));
    let message = NewMessage {
        body: Body::by(&cx.viewer, keyring, Clean::field("body", &text, limits::BODY_CHARS)?),
        visibility: Visibility::Public,
        attachment_ids: Vec::new(),
        channel: "exchange",
        lang: locale.code().to_owned(),
        status_id: None,
        seen_version: None,
    };
    ticket::actions::post(tx, cx, &public_id, &message).await?;
    Ok(())
}

/// How long to wait before try number `attempts + 1`.
pub fn pause(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 16)).unwrap_or(0);
    limits::ACT_PAUSE.saturating_mul(2_u32.saturating_pow(doublings)).min(limits::ACT_PAUSE_MAX)
}
