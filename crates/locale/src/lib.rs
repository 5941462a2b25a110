//! Words, numbers, dates and money in the ten languages of Proofdesk.
//!
//! [`Locale`] is the closed set of languages. [`Messages`] holds the Fluent messages that stand in
//! `locales/LANG/*.ftl` and are compiled into the program; the console reads the very same files
//! through `@fluent/bundle`. Whoever needs a sentence asks by key and gets the reader's language, or
//! English where a translation is still missing.
//!
//! Numbers, dates and money come from icu4x and always carry Latin digits: a customer compares an
//! amount with a block explorer, and the systems that read Arabic disagree about digits.

mod format;
mod locale;
mod messages;
mod moment;

pub use fluent_bundle::{FluentArgs, FluentValue};
pub use format::NotDecimal;
pub use locale::{Direction, Locale};
pub use messages::{Messages, keys_of_source};
pub use moment::{Zone, rfc3339};

/// Builds [`FluentArgs`]: `args! { "count" => 3, "name" => name }`.
#[macro_export]
macro_rules! args {
    ($($key:literal => $value:expr),* $(,)?) => {{
        let mut args = $crate::FluentArgs::new();
        $(args.set($key, $value);)*
        args
    }};
}
