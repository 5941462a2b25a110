//! The JSON API, `/api/v1`: wire shapes, handlers, and the document that describes them.
//!
//! One file per noun: its shapes, its part of the route table, its handlers. A handler takes a request apart, runs one
//! verb or one view of the desk, and shapes what comes back.

mod account;
mod app_push;
mod articles;
mod attachments;
mod audit;
mod availability;
mod brands;
mod categories;
mod constraints;
mod customers;
mod departments;
mod docs;
mod document;
mod erasures;
mod exchange_events;
mod exchange_keys;
mod forms;
mod health;
mod help;
mod jobs;
mod links;
mod live;
mod looks;
mod macros;
mod me;
mod notifications;
mod params;
mod push_subscriptions;
mod rescans;
mod roles;
mod sealed_input;
mod session;
mod sessions;
mod shifts;
mod sign_in_page;
mod skills;
mod staff;
mod statuses;
mod tags;
mod teams;
mod text_checks;
mod tickets;
mod tokens;
mod transcripts;
mod uploads;
mod views;
mod webhooks;
mod wire;

use proofdesk_http::Routes;

pub use document::openapi;

/// The API's part of the route table.
pub fn routes() -> Routes {
    [
        account::routes(),
        app_push::routes(),
        articles::routes(),
        attachments::routes(),
        uploads::routes(),
        audit::routes(),
        availability::routes(),
        brands::routes(),
        categories::routes(),
        constraints::routes(),
        customers::routes(),
        departments::routes(),
        docs::routes(),
        document::routes(),
        erasures::routes(),
        exchange_events::routes(),
        exchange_keys::routes(),
        forms::routes(),
        forms::overview::routes(),
        health::routes(),
        help::routes(),
        jobs::routes(),
        links::routes(),
        looks::routes(),
        macros::routes(),
        live::routes(),
        me::routes(),
        rescans::routes(),
        notifications::routes(),
        push_subscriptions::routes(),
        roles::routes(),
        sealed_input::routes(),
        session::routes(),
        sessions::routes(),
        shifts::routes(),
        sign_in_page::routes(),
        skills::routes(),
        staff::routes(),
        statuses::routes(),
        tags::routes(),
        teams::routes(),
        text_checks::routes(),
        tickets::routes(),
        tokens::routes(),
        transcripts::routes(),
        views::routes(),
        webhooks::routes(),
    ]
    .into_iter()
    .fold(Routes::new(), Routes::merge)
}
