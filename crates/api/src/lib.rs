//! The JSON API, `/api/v1`: wire shapes, handlers, and the document that describes them.
//!
//! One file per noun: its shapes, its part of the route table, its handlers. A handler takes a request apart, runs one
//! verb or one view of the desk, and shapes what comes back.

mod brands;
mod categories;
mod document;
mod jobs;
mod params;
mod roles;
mod skills;
mod statuses;
mod tags;
mod teams;
mod links;
mod me;
mod session;
mod sessions;
mod staff;
mod customers;
mod exchange_keys;
mod tokens;
mod webhooks;
mod attachments;
mod audit;
mod live;
mod wire;

use proofdesk_http::Routes;

pub use document::openapi;

/// The API's part of the route table.
pub fn routes() -> Routes {
    Routes::new()
        .merge(links::routes())
        .merge(me::routes())
        .merge(session::routes())
        .merge(sessions::routes())
        .merge(staff::routes())
        .merge(customers::routes())
        .merge(exchange_keys::routes())
        .merge(tokens::routes())
        .merge(webhooks::routes())
        .merge(attachments::routes())
        .merge(audit::routes())
        .merge(live::routes())
        .merge(brands::routes())
        .merge(categories::routes())
        .merge(jobs::routes())
        .merge(roles::routes())
        .merge(skills::routes())
        .merge(statuses::routes())
        .merge(tags::routes())
        .merge(teams::routes())
}
