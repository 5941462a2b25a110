//! The exchange's own app as a road to customers: one signed call per notification to an address of the brand's exchange, which
//! pushes it to whoever's account it names.

pub mod actions;
pub mod event;
mod sql;
pub mod view;

use crate::id::BrandId;
use crate::time::Timestamp;

pub use sql::ALL;

/// What a signing secret, in the text form that its owner was shown once, is sealed for.
pub const SECRET_AAD: &[u8] = b"app_push.secret";

/// Where a brand's notifications for the app go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppPush {
    pub brand_id: BrandId,
    pub url: String,
    /// The signing secret, sealed.
    pub sealed_secret: Vec<u8>,
    pub updated_at: Timestamp,
}
