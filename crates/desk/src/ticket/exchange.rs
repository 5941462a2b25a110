//! What the exchange tells of a ticket's matter. Only the desk itself writes it.

use proofdesk_locale::{FluentArgs, Messages};
use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;

use super::actions::{Edit, NewTicket, open_inside};
use super::{Change, Risk, RiskCause, Ticket};
use crate::account_act::actions::theft_category;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::exchange_event::ExchangeTold;
use crate::exchange_event::facts::AlertReason;
use crate::id::{BrandId, CustomerId, PublicId};
use crate::permission::Permission;
use crate::render::Body;
use crate::text::Clean;
use crate::{brand, limits};

/// Writes what the exchange told into a ticket's timeline. Status and queue stay: it is a fact, and no answer.
///
/// # Errors
/// `no-permission` for everybody but the desk itself; `not-found`.
pub(crate) async fn tell(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    told: &ExchangeTold,
) -> Result<Ticket> {
    cx.viewer.require_inside()?;
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketNote, None).await?;
    edit.apply(cx, Change::ExchangeTold(told.clone()));
    edit.save(tx, cx).await
}

/// Puts a ticket before all others because the exchange fears for the account, unless somebody judged the risk already. Returns
/// whether it did.
///
/// # Errors
/// As [`tell`].
pub(crate) async fn alarm(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId) -> Result<bool> {
    cx.viewer.require_inside()?;
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketPriority, None).await?;
    let is_new = edit.ticket().risk == Risk::None;
    edit.raise_risk(cx, RiskCause::ExchangeAlert);
    edit.save(tx, cx).await?;
    Ok(is_new)
}

/// Opens a ticket before all others because the exchange fears for an account of which nobody has written. Its customer is told
/// nothing: whoever reads along may be the thief.
///
/// # Errors
/// As [`tell`].
pub(crate) async fn open_alert(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    (customer_id, brand_id): (CustomerId, BrandId),
    reason: AlertReason,
) -> Result<Ticket> {
    cx.viewer.require_inside()?;
    let locale = brand::view::find(tx, brand_id).await?.or_not_found()?.default_locale();
    let words = Messages::embedded();
    let reason = words.t(locale, &format!("alert-{}", reason.as_str().replace('_', "-")), None);
    let mut args = FluentArgs::new();
    args.set("reason", reason);
    let subject = words.t(locale, "alert-subject", None);
    let note = words.t(locale, "alert-note", Some(&args));
    let new = NewTicket {
        customer_id: Some(customer_id),
        category: theft_category(tx, brand_id).await?,
        subject: Clean::line("subject", &subject, limits::SUBJECT_CHARS)?,
        body: Body::by(&cx.viewer, keyring, Clean::field("body", &note, limits::BODY_CHARS)?),
        attachment_ids: Vec::new(),
        channel: "exchange",
        lang: locale.code().to_owned(),
    };
    let opened = open_inside(tx, cx, &new).await?;
    let priority = Permission::TicketPriority;
    let mut edit = Edit::begin(tx, cx, &opened.public_id, priority, None).await?;
    edit.raise_risk(cx, RiskCause::ExchangeAlert);
    edit.save(tx, cx).await
}
