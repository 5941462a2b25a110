//! A whole desk in a test: the real server on a free port, on either engine, with a clock that the test moves, seeded
//! randomness, and a worker that it steps.
//!
//! ```no_run
//! # use proofdesk_testkit::TestApp;
//! # async fn test() {
//! for app in TestApp::both().await {
//!     let ada = app.customer("ada").await;
//!     let ticket = app.ticket(&ada, "Where is my deposit?").await;
//!     ada.get(&format!("/api/v1/tickets/{ticket}")).send().await.expect(200);
//! }
//! # }
//! ```
//!
//! Everything here panics with a clear reason where it cannot go on: a test has no other use for the failure. Tests that
//! use it run on the multi-threaded runtime: a [`TestApp`] that is dropped looks for jobs left behind, and stops the server.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod app;
mod bad_line;
mod client;
mod exchange;
mod live;
mod people;
mod post_office;
mod raw;
mod receiver;
mod totp;
mod wait;
mod world;

pub use app::{Engine, Setup, TestApp};
pub use bad_line::BadLine;
pub use proofdesk_channels::blob::testing::Server as S3Server;

pub use client::{Answer, Call, Client};
pub use exchange::{Exchange, Signer};
pub use live::{Live, Transport};
pub use people::{Customer, Member, NewMember, PASSWORD};
pub use post_office::PostOffice;
pub use raw::raw_request;
pub use receiver::{Received, Receiver};
pub use totp::totp_code;
pub use wait::{PATIENCE, until, until_some};
pub use world::{TestClock, seeded_entropy};
