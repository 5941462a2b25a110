//! The customer's side: server-rendered pages that work without JavaScript, and two small scripts
//! that make them nicer with it.
//!
//! - [`routes`] is the route table, [`problem_page`] draws what went wrong.
//! - A page is a plain struct of what it shows ([`view`]) and an askama template; the templates know
//!   no noun of the desk. Every word comes from `locales/LANG/{site,words}.ftl` through [`Page`],
//!   which also knows who looks, in which language and zone.
//! - All acts are forms: POST, then a redirect (303) to a page that says what was done.
//! - Files are served under names that contain their digest ([`asset`]), so browsers keep them for
//!   ever and the pages need no inline script or style.

pub mod asset;
mod development;
mod home;
mod incoming;
mod language;
mod looks;
mod page;
mod problem;
mod reach;
mod sessions;
mod sign_in;
mod ticket;
mod verify;
pub mod view;
mod visit;

use axum::http::Method;
use proofdesk_desk::permission::Permission;
use proofdesk_http::{Access, Body, Routes};

pub use page::{Brand, Here, Notice, Page, Person, Verification, Visitor};
pub use problem::problem_page;

/// The pages of the customer's side.
pub fn routes() -> Routes {
    let (post, form, upload) = (&Method::POST, Body::Form, Body::Upload);
    Routes::new()
        .get("/", Access::Public, home::show)
        .get("/assets/{name}", Access::Public, asset::serve)
        .get("/attachments/{id}", Access::CustomerOr(Permission::TicketRead), ticket::file::serve)
        .get("/development", Access::Public, development::show)
        .route(post, "/development", Access::Public, form, development::sign)
        .get("/exchange", Access::Public, sign_in::enter)
        .route(post, "/exchange", Access::Public, form, sign_in::change)
        .route(post, "/language", Access::Public, form, language::choose)
        .get("/looks", Access::Customer, looks::show)
        .get("/reach", Access::Customer, reach::show)
        .get("/sessions", Access::Customer, sessions::show)
        .route(post, "/sessions", Access::Customer, form, sessions::end_everywhere)
        .route(post, "/sessions/{id}", Access::Customer, form, sessions::end)
        .get("/sign-in", Access::Public, sign_in::show)
        .route(post, "/sign-out", Access::AnySession, form, sign_in::leave)
        .get("/tickets", Access::Customer, ticket::list::show)
        .route(post, "/tickets", Access::Customer, upload, ticket::new::send)
        .get("/tickets/new", Access::Customer, ticket::new::show)
        .get("/tickets/{number}", Access::Customer, ticket::thread::show)
        .route(post, "/tickets/{number}/messages", Access::Customer, upload, ticket::thread::reply)
        .route(post, "/tickets/{number}/reopening", Access::Customer, form, ticket::thread::reopen)
        .route(post, "/tickets/{number}/solution", Access::Customer, form, ticket::thread::solve)
        .get("/verify", Access::Public, verify::show)
        .route(post, "/verify", Access::Public, upload, verify::check)
}
