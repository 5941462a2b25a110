//! The exchange's signed token: how a customer of the exchange becomes one of the desk, without a second password.
//!
//! A JWT (RFC 7519) in compact form, signed by a key that the desk knows by its `kid`:
//!
//! * `alg` must be the algorithm of that key, HS256 or EdDSA. What the header claims decides nothing.
//! * `exp` and `iat` are required numbers, at most ten minutes apart; `exp` has not passed (30 s of leeway).
//! * `aud` contains the key's audience; `jti` is required and spent by the first use.
//! * `sub` is the account's stable id. `name`, `email`, `uid`, `locale`, `zoneinfo` are optional.
//!
//! The signature is checked before anything else in the token is believed.

pub mod actions;
mod claims;
mod jws;
mod sql;
pub mod view;

use serde::Serialize;

use crate::id::{BrandId, CustomerId, IdentityId};
use crate::session::Opened;

pub(crate) use claims::Claims;
pub use jws::VerifyKey;
pub use sql::ALL;

/// A customer who came in by a token.
#[derive(Clone, Debug)]
pub struct SignedInCustomer {
    pub customer_id: CustomerId,
    pub identity_id: IdentityId,
    pub brand_id: BrandId,
    pub session: Opened,
}

/// For whom the development page signs a token.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DevelopmentCustomer {
    /// The account's stable id.
    pub sub: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zoneinfo: Option<String>,
}

#[cfg(test)]
mod tests;
