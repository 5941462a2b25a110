//! The customer's side: server-rendered pages that work without JavaScript, and two small scripts
//! that make them nicer with it.
//!
//! - [`routes`] is the route table, [`problem_page`] draws what went wrong.
//! - A page is a plain struct of what it shows ([`view`]) and an askama template; the templates know
//!   no noun of the desk. Every word comes from `locales/LANG/*.ftl` through [`Page`],
//!   which also knows who looks, in which language and zone.
//! - All acts are forms: POST, then a redirect (303) to a page that says what was done.
//! - Files are served under names that contain their digest ([`asset`]), so browsers keep them for
//!   ever and the pages need no inline script or style.

mod account;
pub mod asset;
mod development;
mod help;
mod home;
mod incoming;
mod language;
mod link;
mod looks;
mod notification;
mod page;
mod problem;
mod question_box;
mod reach;
mod sessions;
mod side;
mod sign_in;
mod stranger;
mod suspended;
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
        .get("/account", Access::Customer, account::show)
        .get("/account-taken", Access::Public, account::taken)
        .route(post, "/account-taken", Access::Customer, form, account::freeze)
        .get("/assets/{name}", Access::Public, asset::serve)
        .get("/attachments/{id}", Access::CustomerOr(Permission::TicketRead), ticket::file::serve)
        .get("/development", Access::Public, development::show)
        .route(post, "/development", Access::Public, form, development::sign)
        .get("/exchange", Access::Public, sign_in::enter)
        .route(post, "/exchange", Access::Public, form, sign_in::change)
        .route(post, "/language", Access::Public, form, language::choose)
        .get("/help", Access::Public, help::enter)
        .get("/{lang}/help", Access::Public, help::home)
        .get("/{lang}/help/glossary", Access::Public, help::glossary)
        .get("/{lang}/help/glossary/{slug}", Access::Public, help::term)
        .get("/{lang}/help/search", Access::Public, help::search)
        .get("/{lang}/help/sections/{section}", Access::Public, help::section)
        .get("/{lang}/help/tables/{name}", Access::Public, help::table)
        .get("/{lang}/help/files/{id}/{name}", Access::Public, help::file)
        .get("/{lang}/help/{slug}", Access::Public, help::article)
        .route(post, "/{lang}/help/{slug}/feedback", Access::Public, form, help::rate)
        .get("/link/{token}", Access::Public, link::show)
        .route(post, "/link/{token}", Access::Public, form, link::open)
        .route(post, "/link/{token}/renewal", Access::Public, form, link::renew)
        .get("/looks", Access::Customer, looks::show)
        .get("/notifications", Access::Customer, notification::show)
        .route(post, "/notifications/reading", Access::Customer, form, notification::read_all)
        .get("/notifications/settings", Access::Customer, notification::settings)
        .route(post, "/notifications/settings", Access::Customer, form, notification::choose)
        .route(
            post,
            "/notifications/devices/{id}",
            Access::Customer,
            form,
            notification::remove_device,
        )
        .get("/push-worker.js", Access::Public, asset::push_worker)
        .get("/reach", Access::Public, reach::show)
        .get("/robots.txt", Access::Public, help::robots)
        .get("/sessions", Access::Customer, sessions::show)
        .route(post, "/sessions", Access::Customer, form, sessions::end_everywhere)
        .route(post, "/sessions/{id}", Access::Customer, form, sessions::end)
        .get("/side/{token}", Access::Public, side::show)
        .route(post, "/side/{token}", Access::Public, upload, side::send)
        .get("/side/{token}/files/{id}", Access::Public, side::serve)
        .route(post, "/side/{token}/renewal", Access::Public, form, side::renew)
        .get("/sign-in", Access::Public, sign_in::show)
        .route(post, "/sign-out", Access::AnySession, form, sign_in::leave)
        .get("/sitemap.xml", Access::Public, help::sitemap)
        .get("/tickets", Access::Customer, ticket::list::show)
        .route(post, "/question", Access::Public, form, question_box::answer)
        .route(post, "/tickets", Access::Customer, upload, ticket::new::check::send)
        .get("/tickets/new", Access::Customer, ticket::new::show)
        .route(post, "/tickets/new", Access::Customer, form, ticket::new::begin)
        .get("/tickets/new/{category}", Access::Customer, ticket::new::enter)
        .get("/tickets/new/{category}/text", Access::Customer, ticket::new::text::show)
        .route(
            post,
            "/tickets/new/{category}/text",
            Access::Customer,
            upload,
            ticket::new::text::save,
        )
        .get(
            "/tickets/new/{category}/questions/{key}",
            Access::Customer,
            ticket::new::question::show,
        )
        .route(
            post,
            "/tickets/new/{category}/questions/{key}",
            Access::Customer,
            upload,
            ticket::new::question::save,
        )
        .get("/tickets/new/{category}/check", Access::Customer, ticket::new::check::show)
        .route(post, "/tickets/new/{category}/removal", Access::Customer, form, ticket::new::remove)
        .get("/tickets/{number}", Access::Customer, ticket::thread::show)
        .route(post, "/tickets/{number}/messages", Access::Customer, upload, ticket::thread::reply)
        .route(post, "/tickets/{number}/nudges", Access::Customer, form, ticket::wait::nudge)
        .route(post, "/tickets/{number}/proof-mails", Access::Customer, form, ticket::proof::mail)
        .get("/tickets/{number}/questions/{key}", Access::Customer, ticket::answer::show)
        .route(
            post,
            "/tickets/{number}/questions/{key}",
            Access::Customer,
            upload,
            ticket::answer::save,
        )
        .get("/tickets/{number}/escalation", Access::Customer, ticket::wait::ask)
        .route(
            post,
            "/tickets/{number}/escalations",
            Access::Customer,
            upload,
            ticket::wait::escalate,
        )
        .route(post, "/tickets/{number}/reopening", Access::Customer, form, ticket::thread::reopen)
        .route(post, "/tickets/{number}/solution", Access::Customer, form, ticket::thread::solve)
        .get("/write", Access::Public, stranger::topics)
        .route(post, "/write", Access::Public, form, stranger::begin)
        .get("/write/{category}", Access::Public, stranger::enter)
        .route(post, "/write/{category}", Access::Public, upload, stranger::send)
        .get("/verify", Access::Public, verify::show)
        .route(post, "/verify", Access::Public, upload, verify::check)
}
