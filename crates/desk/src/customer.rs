//! Customers: the people whom the desk is for. Their personal fields leave the server masked; see [`mask`] and
//! [`crate::reveal`].

pub mod actions;
pub mod event;
pub mod mask;
pub(crate) mod sql;
pub(crate) mod state;
pub mod view;

use crate::customer_erasure::CustomerErasure;
use crate::id::{BrandId, CustomerId};
use crate::identity::Identity;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// A personal field.
    pub enum Field {
        Name = "name",
        Email = "email",
        Phone = "phone",
        /// The account's number at the exchange.
        Uid = "uid",
    }
}

/// A customer in clear. Stays on the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Customer {
    pub id: CustomerId,
    pub brand_id: BrandId,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub uid: Option<String>,
    /// BCP 47 tag, one of the ten.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Customer {
    pub fn field(&self, field: Field) -> Option<&str> {
        match field {
            Field::Name => self.name.as_deref(),
            Field::Email => self.email.as_deref(),
            Field::Phone => self.phone.as_deref(),
            Field::Uid => self.uid.as_deref(),
        }
    }
}

/// A personal field as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedField {
    pub field: Field,
    pub masked: String,
}

/// A customer as staff see them: every personal field masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerFacts {
    pub id: CustomerId,
    pub brand_id: BrandId,
    /// Those that are known, in the order of [`Field`].
    pub fields: Vec<MaskedField>,
    pub locale: String,
    pub time_zone: String,
    pub identities: Vec<MaskedIdentity>,
    pub created_at: Timestamp,
    pub version: i64,
    /// `None` where nobody asked to have them erased.
    pub erasure: Option<Erasing>,
}

/// How far the erasure of a customer has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasing {
    pub erasure: CustomerErasure,
    /// Tickets of theirs.
    pub tickets: i64,
}

/// An identity as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedIdentity {
    pub kind: String,
    pub subject: String,
    /// What holds right now.
    pub level: crate::identity::Level,
    pub level_until: Option<Timestamp>,
}

/// A customer as they see themself: in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFacts {
    pub id: CustomerId,
    pub brand_id: BrandId,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub uid: Option<String>,
    pub locale: String,
    pub time_zone: String,
    pub identities: Vec<Identity>,
    pub version: i64,
}

#[cfg(test)]
mod tests;
