use axum::extract::State;
use proofdesk_desk::Cx;
use proofdesk_desk::filter::{self, Comparing, Offer, Takes};
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, App, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::wire::FilterKeyWord;

#[derive(OpenApi)]
#[openapi(paths(list))]
pub struct Document;

pub fn routes() -> Routes {
    Routes::new().get("/api/v1/filter-keys", Access::permission(Permission::TicketRead), list)
}

/// A key of the filter grammar with what can stand behind it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FilterKey)]
pub struct FilterKeyOut {
    pub key: FilterKeyWord,
    /// `equal`: only `key:value`. `ordered`: also `key>value` and its like. `length`: only those.
    pub comparing: &'static str,
    /// `words`: one of `words`. `names`: one of `words` or of `names`. `length`: a length of time. `moment`: a day, a moment
    /// or a length. `text`: whatever was written.
    pub takes: &'static str,
    pub words: Vec<&'static str>,
    /// What the desk has of that name now; of tags the first few hundred.
    pub names: Vec<String>,
}

/// The filter grammar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FilterKeys)]
pub struct FilterKeysOut {
    pub items: Vec<FilterKeyOut>,
}

impl From<Offer> for FilterKeyOut {
    fn from(offer: Offer) -> Self {
        let comparing = match offer.key.comparing() {
            Comparing::Equal => "equal",
            Comparing::Ordered => "ordered",
            Comparing::Length => "length",
        };
        let (takes, words) = match offer.takes {
            Takes::Words(words) => ("words", words),
            Takes::Names(words) => ("names", words.to_vec()),
            Takes::Length => ("length", Vec::new()),
            Takes::Moment => ("moment", vec!["today", "yesterday"]),
            Takes::Text => ("text", Vec::new()),
        };
        Self { key: offer.key.into(), comparing, takes, words, names: offer.names }
    }
}

/// Lists the keys of the filter grammar with their values, for completing what somebody types.
#[utoipa::path(
    get, path = "/api/v1/filter-keys", tag = "tickets", operation_id = "list_filter_keys",
    responses((status = 200, description = "All keys.", body = FilterKeysOut))
)]
async fn list(State(app): State<App>, cx: Cx) -> Result<Reply<FilterKeysOut>> {
    let offers = app.desk().read(async move |rx| filter::offers(rx, &cx.viewer).await).await?;
    Ok(Reply::ok(FilterKeysOut { items: offers.into_iter().map(Into::into).collect() }))
}
