//! What the JSON API and the pages share: who asks, what they may reach, how a refusal looks, how news arrives.
//!
//! - Every route stands in one table ([`Routes`]) with an [`Access`]; there is no way to add one without it, and the
//!   access tests are generated from the same table.
//! - A request passes [`layer`] (request id, flood control, log, metrics, headers), then the gate of its route (session,
//!   CSRF, access, time limit), then its handler, which takes a [`proofdesk_desk::Cx`] and runs one verb or one view.
//! - Every refusal, the framework's included, is a [`Problem`]; it becomes RFC 9457 JSON or a page only at the edge, where
//!   language and request id are known.
//! - [`live`] follows the feed and tells connections what happened.

mod access;
mod app;
mod arrival;
mod config;
pub mod cookie;
mod csrf;
mod cursor;
mod edge;
mod etag;
mod extract;
pub mod file;
mod flood;
mod form;
mod gate;
mod idempotency;
mod layer;
pub mod live;
pub mod parts;
mod principal;
mod problem;
mod reply;
mod routes;
mod signed;
mod steady;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod typed;
mod unread;

pub use access::Access;
pub use app::App;
pub use config::{Config, Flood, host_name};
pub use csrf::CSRF_FIELD;
pub use cursor::{CursorKey, Page};
pub use edge::Edge;
pub use etag::{IfMatch, IfMatchOrNew, etag, is_known};
pub use extract::{Json, Path, Query};
pub use form::{Form, require_field};
pub use idempotency::{Answer, IdempotencyKey, Idempotent};
pub use layer::{layer, request_id_of, route_of};
pub use principal::{Asker, Credential, SessionFacts};
pub use problem::{FieldProblemOut, PageRequest, Problem, ProblemOut, ProblemPage, Result};
pub use proofdesk_desk::{Clock, Entropy, system_clock, system_entropy};
pub use reply::Reply;
pub use routes::{Body, Repeat, Route, Routes};
pub use signed::Signed;
pub use steady::steady;
pub use typed::Typed;

/// Every statement of this crate, for the test that prepares them on both engines.
pub fn statements() -> Vec<&'static str> {
    [idempotency::ALL, live::load::ALL].concat()
}
