//! Issue categories: what a ticket is about, per brand. The built-in ones have Fluent messages, `issue-<slug>`; an administrator may
//! give those other names, and makes categories of the brand's own, which have theirs by language.

pub mod actions;
pub mod event;
mod sql;
pub(crate) mod state;
pub mod view;
pub mod words;

use proofdesk_locale::{Locale, Messages};

use crate::id::{BrandId, CategoryId};
use crate::names::{self, Names};
use crate::time::Timestamp;

pub use sql::ALL;

/// The category of accounts that were taken.
pub const THEFT: &str = "theft";

/// The categories that every brand starts with, in the order in which a customer is offered them.
pub const BUILTIN: &[&str] = &[
    "deposit-not-credited",
    "withdrawal-pending",
    "withdrawal-failed",
    "wrong-network",
    "missing-memo",
    "api-error",
    "order-rejected",
    "liquidation-dispute",
    "settlement-question",
    "earn-and-staking",
    "login-or-2fa",
    "account-change",
    "kyc",
    "theft",
    "impersonation",
    "fees",
    "suggestion",
    "complaint",
    "other",
];

/// A category's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub id: CategoryId,
    pub brand_id: BrandId,
    /// Stands in URLs, filters and exports; never changes.
    pub slug: String,
    /// Its place in what customers are offered.
    pub position: i64,
    /// Empty for a built-in one that is called as the program calls it.
    pub names: Names,
    /// Nobody is offered it any more; its tickets keep it.
    pub withdrawn_at: Option<Timestamp>,
    pub version: i64,
}

impl Category {
    pub fn is_builtin(&self) -> bool {
        is_builtin(&self.slug)
    }

    /// What it is called in a language: by the brand, else by the program, else by its slug.
    pub fn spoken(&self, wanted: Locale) -> String {
        if let Some(own) = own_name(&self.slug, &self.names, wanted) {
            return own.to_owned();
        }
        match self.is_builtin() {
            true => Messages::embedded().t(wanted, &format!("issue-{}", self.slug), None),
            false => self.slug.clone(),
        }
    }
}

/// The program has words for it in every language.
pub fn is_builtin(slug: &str) -> bool {
    BUILTIN.contains(&slug)
}

/// What a brand calls a category by itself, if it does in this language.
pub fn own_name<'a>(slug: &str, names: &'a Names, wanted: Locale) -> Option<&'a str> {
    names::spoken(names, wanted, is_builtin(slug))
}

#[cfg(test)]
mod tests;
