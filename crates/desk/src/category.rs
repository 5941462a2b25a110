//! Issue categories: what a ticket is about, per brand. Their names are Fluent messages, `category-<slug>`.

pub mod actions;
mod sql;
pub mod view;
pub mod words;

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
