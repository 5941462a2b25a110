//! The customer's account at the exchange, and the button that freezes it.

pub(crate) mod shape;

use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::account_act::{self, AccountAct, ActState};
use proofdesk_desk::bridge::facts::Account;
use proofdesk_desk::bridge::{self, ActKind, Ask, BridgeError, Told, Transfers};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket;
use proofdesk_http::{Form, IdempotencyKey, Result};
use serde::Deserialize;

use crate::view::{AccountTaken, AccountTakenOpen, OwnAccount};
use crate::visit::{Visit, ok};
use crate::{Here, Notice};

const TAKEN: &str = "/account-taken";

/// `GET /account`
pub(crate) async fn show(visit: Visit) -> Result<Response> {
    let page = visit.page(Here::Account, "/account", None)?;
    let (account_id, act) = own(&visit).await?;
    let (account, transfers) = ask(&visit, account_id).await;
    let freeze = shape::freeze(act, account.as_ref().ok());
    ok(&OwnAccount {
        freeze,
        account: shape::part(account, |account| shape::account(&page, account)),
        deposits: shape::part(transfers.deposits, |all| {
            all.into_iter().map(|one| shape::deposit(&page, one)).collect()
        }),
        withdrawals: shape::part(transfers.withdrawals, |all| {
            all.into_iter().map(|one| shape::withdrawal(&page, one)).collect()
        }),
        page,
    })
}

/// `GET /account-taken`: one press for the signed-in, what to do now for everybody else.
pub(crate) async fn taken(visit: Visit) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, TAKEN, None)?;
    if visit.own.is_none() {
        return ok(&AccountTakenOpen { page });
    }
    let (account, act) = own(&visit).await?;
    let by_hand = visit.app.desk().bridge().is_none() || account.is_none();
    let (freeze, key) = (shape::freeze(act, None), visit.message_form().key);
    ok(&AccountTaken { page, freeze, by_hand, key })
}

#[derive(Deserialize)]
pub(crate) struct TakenIn {
    key: String,
}

/// `POST /account-taken`
pub(crate) async fn freeze(visit: Visit, Form(input): Form<TakenIn>) -> Result<Response> {
    let key = IdempotencyKey::of_form(&visit.asker, TAKEN, &input.key, &[]);
    let desk = visit.app.desk().clone();
    let once = key.once(&visit.app, visit.cx(), async move |tx, cx| {
        let connected = desk.bridge().is_some();
        let freeze = account_act::actions::freeze_own(tx, cx, desk.keyring(), connected).await?;
        Ok((freeze.ticket, freeze.act.is_some()))
    });
    let (number, is_asked): (PublicId, bool) = once.await?;
    let notice = if is_asked { Notice::FreezeAsked } else { Notice::FreezeByHand }.code();
    Ok(Redirect::to(&format!("/tickets/{number}?notice={notice}")).into_response())
}

/// The account behind the customer, and their latest freeze with its ticket's number, as long as it is asked for or worked on.
async fn own(visit: &Visit) -> Result<(Option<String>, Option<(AccountAct, String)>)> {
    let me = visit.asker.viewer.customer()?.clone();
    let scope = visit.asker.viewer.scope(Permission::TicketRead);
    let read = visit.app.desk().read(async move |rx| {
        let account = bridge::view::own_account(rx, &me).await?;
        let act = account_act::view::latest(rx, me.customer_id, ActKind::Freeze).await?;
        let Some(act) = act else { return Ok((account, None)) };
        let placed = ticket::view::placement(rx, act.ticket_id).await?;
        let Some((number, _)) = placed else { return Ok((account, None)) };
        let ticket = ticket::view::find(rx, &number, &scope).await?;
        let is_worked_on = ticket.is_some_and(|ticket| ticket.status_category.is_active());
        let is_told = is_worked_on || act.state == ActState::Pending;
        Ok((account, is_told.then(|| (act, number.to_string()))))
    });
    Ok(read.await?)
}

async fn ask(visit: &Visit, account: Option<String>) -> (Told<Account>, Transfers) {
    let (Some(bridge), Some(account)) = (visit.app.desk().bridge(), account) else {
        let why = BridgeError::NotConnected;
        return (Err(why), Transfers::unknown(why));
    };
    let ask = Ask::by(&visit.cx(), account);
    tokio::join!(bridge.account(&ask), Transfers::gather(bridge, &ask))
}
