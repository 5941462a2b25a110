use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use proofdesk_desk::Cx;
use proofdesk_desk::account_act::{actions, view};
use proofdesk_desk::bridge::{self, ActKind, Ask, BridgeError};
use proofdesk_http::{Access, App, Body, Idempotent, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::facts::{AccountOut, DepositOut, WithdrawalOut};
use super::{ActOut, Section};
use crate::wire::TicketNumber;

#[derive(OpenApi)]
#[openapi(paths(find, freeze))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/me/account", Access::Customer, find).route(
        &Method::POST,
        "/api/v1/me/account/freeze",
        Access::Customer,
        Body::Json,
        freeze,
    )
}

/// One's own account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnAccount)]
pub struct OwnAccountOut {
    pub account: Section<AccountOut>,
    pub deposits: Section<Vec<DepositOut>>,
    pub withdrawals: Section<Vec<WithdrawalOut>>,
    /// The latest freeze that was asked for here.
    pub freeze: Option<ActOut>,
}

/// Nothing is to be said: who asks is who means it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewFreeze)]
pub struct FreezeIn {}

/// What a freeze set off.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Freeze)]
pub struct FreezeOut {
    /// The ticket on which everything else is told.
    pub ticket: TicketNumber,
    /// The exchange is being asked. If not, people do it by hand.
    pub is_automatic: bool,
}

/// Shows one's own account.
#[utoipa::path(
    get, path = "/api/v1/me/account", tag = "me", operation_id = "find_own_account",
    responses((status = 200, description = "What is known, and what is not.", body = OwnAccountOut))
)]
async fn find(State(app): State<App>, cx: Cx) -> Result<Reply<OwnAccountOut>> {
    let me = cx.viewer.customer()?.clone();
    let read = app.desk().read(async move |rx| {
        let account = bridge::view::own_account(rx, &me).await?;
        Ok((account, view::latest(rx, me.customer_id, ActKind::Freeze).await?))
    });
    let (account, freeze) = read.await?;
    let (account, transfers) = match (app.desk().bridge(), account) {
        (Some(bridge), Some(account)) => {
            let ask = Ask::by(&cx, account);
            tokio::join!(bridge.account(&ask), bridge::Transfers::gather(bridge, &ask))
        }
        _ => {
            let why = BridgeError::NotConnected;
            (Err(why), bridge::Transfers::unknown(why))
        }
    };
    Ok(Reply::ok(OwnAccountOut {
        account: Section::of(account, AccountOut::own),
        deposits: Section::list(transfers.deposits),
        withdrawals: Section::list(transfers.withdrawals),
        freeze: freeze.map(Into::into),
    }))
}

/// Freezes one's own account: nothing leaves it until people know who its owner is.
///
/// A ticket goes before all others at once, whether the exchange can be reached or not; it is asked until it answers.
#[utoipa::path(
    post, path = "/api/v1/me/account/freeze", tag = "me", operation_id = "freeze_own_account",
    request_body = FreezeIn,
    responses((status = 201, description = "The ticket.", body = FreezeOut))
)]
async fn freeze(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<FreezeIn>,
) -> Result<impl IntoResponse> {
    let desk = app.desk().clone();
    once.key
        .write(&app, cx, StatusCode::CREATED, async move |tx, cx| {
            let connected = desk.bridge().is_some();
            let freeze = actions::freeze_own(tx, cx, desk.keyring(), connected).await?;
            Ok(FreezeOut { ticket: freeze.ticket.into(), is_automatic: freeze.act.is_some() })
        })
        .await
}
