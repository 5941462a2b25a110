//! What the exchange says of a customer's account. Each part is known, with the moment it was true, or it is not, with the
//! reason: an exchange that is down is no error of this desk.

mod facts;
mod own;
mod venue;

use axum::extract::State;
use proofdesk_desk::Cx;
use proofdesk_desk::account_act::{self, AccountAct};
use proofdesk_desk::bridge::{self, Ask, BridgeError, Locks, Told, Trading, Transfers};
use proofdesk_desk::id::{CustomerId, Id as _};
use proofdesk_desk::look;
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::openapi::OpenApi as Description;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::wire::{ActKindWord, ActStateWord, BridgeErrorWord, Moment};
use facts::{
    AccountOut, ApiKeyOut, DepositOut, DeviceOut, OrderOut, PositionOut, SecurityChangeOut,
    WithdrawalOut,
};

#[derive(OpenApi)]
#[openapi(paths(find, transfers, trading))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::CustomerRead);
    Routes::new()
        .get("/api/v1/customers/{id}/account", read, find)
        .get("/api/v1/customers/{id}/account/transfers", read, transfers)
        .get("/api/v1/customers/{id}/account/trading", read, trading)
        .merge(own::routes())
        .merge(venue::routes())
}

/// Describes accounts and the venue.
pub fn document() -> Description {
    let mut document = Document::openapi();
    document.merge(own::Document::openapi());
    document.merge(venue::Document::openapi());
    document
}

/// A part of what the exchange knows.
#[derive(Debug, Serialize, ToSchema)]
pub struct Section<T> {
    /// Why it is not known; absent when it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<BridgeErrorWord>,
    /// When it was true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Moment>,
    /// Why nothing newer is known; absent when the exchange answered. What stands here is the last thing that it said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreached: Option<BridgeErrorWord>,
    /// Who said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("sandbox"))]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<T>,
}

impl<T> Section<T> {
    /// A fact as the wire tells it.
    fn of<F>(told: Told<F>, shape: impl FnOnce(F) -> T) -> Self {
        match told {
            Ok(snapshot) => Self {
                unknown: None,
                as_of: Some(snapshot.as_of.into()),
                unreached: snapshot.unreached.map(Into::into),
                source: Some(snapshot.source),
                facts: Some(shape(snapshot.facts)),
            },
            Err(why) => Self {
                unknown: Some(why.into()),
                as_of: None,
                unreached: None,
                source: None,
                facts: None,
            },
        }
    }
}

impl<T> Section<Vec<T>> {
    fn list<F: Into<T>>(told: Told<Vec<F>>) -> Self {
        Self::of(told, |facts| facts.into_iter().map(Into::into).collect())
    }
}

/// The account, and who and what may get into it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerAccount)]
pub struct CustomerAccountOut {
    pub account: Section<AccountOut>,
    pub security_changes: Section<Vec<SecurityChangeOut>>,
    pub devices: Section<Vec<DeviceOut>>,
    pub api_keys: Section<Vec<ApiKeyOut>>,
    /// What the exchange was asked to do, newest first.
    pub acts: Vec<ActOut>,
}

/// What came, and what leaves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Transfers)]
pub struct TransfersOut {
    pub deposits: Section<Vec<DepositOut>>,
    pub withdrawals: Section<Vec<WithdrawalOut>>,
}

/// What is traded.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Trading)]
pub struct TradingOut {
    pub orders: Section<Vec<OrderOut>>,
    pub positions: Section<Vec<PositionOut>>,
}

/// Something that the exchange was asked to do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AccountAct)]
pub struct ActOut {
    pub id: Uuid,
    pub kind: ActKindWord,
    pub state: ActStateWord,
    pub requested_at: Moment,
    /// How often the exchange did not answer.
    #[schema(minimum = 0)]
    pub attempts: i64,
    pub last_error: Option<BridgeErrorWord>,
    /// The exchange's own number for it.
    #[schema(examples("FRZ-4F1C2A90D6B3"))]
    pub receipt: Option<String>,
    pub receipt_at: Option<Moment>,
}

impl From<AccountAct> for ActOut {
    fn from(act: AccountAct) -> Self {
        Self {
            id: act.id.uuid(),
            kind: act.kind.into(),
            state: act.state.into(),
            requested_at: act.requested_at.into(),
            attempts: act.attempts,
            last_error: act.last_error.map(Into::into),
            receipt: act.receipt,
            receipt_at: act.receipt_at.map(Into::into),
        }
    }
}

/// Shows what the exchange says of a customer's account. Personal fields are masked.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}/account", tag = "customers", operation_id = "find_account",
    params(("id" = Uuid, Path, description = "The customer.")),
    responses((status = 200, description = "What is known, and what is not.", body = CustomerAccountOut))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
) -> Result<Reply<CustomerAccountOut>> {
    let scope = cx.viewer.scope(Permission::CustomerRead);
    let acts = app.desk().read(async move |rx| account_act::view::list_in(rx, &scope, id).await);
    let acts = acts.await?;
    let locks = match asked(&app, &cx, id).await? {
        Ok((bridge, ask)) => Locks::gather(bridge, &ask).await,
        Err(why) => Locks::unknown(why),
    };
    Ok(Reply::ok(CustomerAccountOut {
        account: Section::of(locks.account, AccountOut::masked),
        security_changes: Section::list(locks.security_changes),
        devices: Section::list(locks.devices),
        api_keys: Section::list(locks.api_keys),
        acts: acts.into_iter().map(Into::into).collect(),
    }))
}

/// Lists a customer's latest deposits and withdrawals, newest first.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}/account/transfers", tag = "customers",
    operation_id = "list_transfers",
    params(("id" = Uuid, Path, description = "The customer.")),
    responses((status = 200, description = "What is known, and what is not.", body = TransfersOut))
)]
async fn transfers(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
) -> Result<Reply<TransfersOut>> {
    let transfers = match asked(&app, &cx, id).await? {
        Ok((bridge, ask)) => Transfers::gather(bridge, &ask).await,
        Err(why) => Transfers::unknown(why),
    };
    Ok(Reply::ok(transfers.into()))
}

impl From<Transfers> for TransfersOut {
    fn from(transfers: Transfers) -> Self {
        Self {
            deposits: Section::list(transfers.deposits),
            withdrawals: Section::list(transfers.withdrawals),
        }
    }
}

/// Lists a customer's latest orders and open positions, newest first.
#[utoipa::path(
    get, path = "/api/v1/customers/{id}/account/trading", tag = "customers", operation_id = "list_trading",
    params(("id" = Uuid, Path, description = "The customer.")),
    responses((status = 200, description = "What is known, and what is not.", body = TradingOut))
)]
async fn trading(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<CustomerId>,
) -> Result<Reply<TradingOut>> {
    let trading = match asked(&app, &cx, id).await? {
        Ok((bridge, ask)) => Trading::gather(bridge, &ask).await,
        Err(why) => Trading::unknown(why),
    };
    Ok(Reply::ok(TradingOut {
        orders: Section::list(trading.orders),
        positions: Section::list(trading.positions),
    }))
}

/// Who is to be asked about a customer in sight, or why nobody is. The look is noted before anything is told.
async fn asked<'a>(
    app: &'a App,
    cx: &Cx,
    id: CustomerId,
) -> Result<std::result::Result<(&'a dyn bridge::Bridge, Ask), BridgeError>> {
    let scope = cx.viewer.scope(Permission::CustomerRead);
    let (staff_id, now) = (cx.viewer.staff().ok().map(|staff| staff.staff_id), cx.now);
    let read = app.desk().read(async move |rx| {
        let account = bridge::view::account_in(rx, &scope, id).await?;
        let is_new = match staff_id {
            Some(staff_id) => look::view::is_new_look(rx, staff_id, id, now).await?,
            None => false,
        };
        Ok((account, is_new))
    });
    let (account, is_new) = read.await?;
    Ok(match (app.desk().bridge(), account) {
        (Some(bridge), Some(account)) => {
            if is_new {
                let noted = app.desk().write(cx.clone(), async move |tx, cx| {
                    look::actions::account_read(tx, cx, id).await
                });
                noted.await?;
            }
            Ok((bridge, Ask::by(cx, account)))
        }
        _ => Err(BridgeError::NotConnected),
    })
}
