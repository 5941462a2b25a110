#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

mod shape;

use axum::extract::State;
use proofdesk_desk::Cx;
use proofdesk_desk::bridge::{BridgeError, PriceAsk, Venue};
use proofdesk_http::{Access, App, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::Section;
use super::facts::{FeeTierOut, NetworkOut, PriceSampleOut, TermsOut};
use crate::params::FilterText;
use crate::wire::Moment;
use shape::{OffersOut, RulesOut};

#[derive(OpenApi)]
#[openapi(paths(find, prices))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/venue", Access::AnySession, find).get(
        "/api/v1/venue/prices",
        Access::AnySession,
        prices,
    )
}

/// What holds for everybody at the exchange.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Venue)]
pub struct VenueOut {
    pub networks: Section<Vec<NetworkOut>>,
    pub fees: Section<Vec<FeeTierOut>>,
    pub terms: Section<Vec<TermsOut>>,
    pub rules: Section<RulesOut>,
    pub offers: Section<OffersOut>,
}

/// Which samples.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PricesQuery {
    /// The index, such as `ETH-USD`.
    pub index: FilterText,
    /// The first moment.
    pub from: Moment,
    /// The moment before which the last one is.
    pub to: Moment,
}

/// Samples of an index.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Prices)]
pub struct PricesOut {
    /// Oldest first.
    pub samples: Section<Vec<PriceSampleOut>>,
}

/// Shows the exchange's networks, fees, terms, rules and offers.
#[utoipa::path(
    get, path = "/api/v1/venue", tag = "venue", operation_id = "find_venue",
    responses((status = 200, description = "What is known, and what is not.", body = VenueOut))
)]
async fn find(State(app): State<App>, cx: Cx) -> Result<Reply<VenueOut>> {
    let venue = Venue::gather(app.desk().bridge(), cx.now).await;
    Ok(Reply::ok(VenueOut {
        networks: Section::list(venue.networks),
        fees: Section::list(venue.fees),
        terms: Section::list(venue.terms),
        rules: Section::of(venue.rules, Into::into),
        offers: Section::of(venue.offers, Into::into),
    }))
}

/// Lists samples of an index.
#[utoipa::path(
    get, path = "/api/v1/venue/prices", tag = "venue", operation_id = "list_prices",
    params(PricesQuery),
    responses((status = 200, description = "What is known, and what is not.", body = PricesOut))
)]
async fn prices(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<PricesQuery>,
) -> Result<Reply<PricesOut>> {
    let ask = PriceAsk {
        index: query.index.0,
        from: query.from.0,
        to: query.to.0,
        now: cx.now,
        request_id: cx.request_id.clone(),
    };
    let told = match app.desk().bridge() {
        Some(bridge) => bridge.prices(&ask).await,
        None => Err(BridgeError::NotConnected),
    };
    Ok(Reply::ok(PricesOut { samples: Section::list(told) }))
}
