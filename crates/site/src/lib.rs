//! The customer's side: server-rendered pages that work without JavaScript, and two small scripts
//! that make them nicer with it.
//!
//! A page is a plain struct of what it shows ([`view`]) and an askama template; the templates know no
//! noun of the desk. Every word comes from `locales/LANG/site.ftl` through [`Page`], which also knows
//! who looks, in which language and zone. Files are served under names that contain their digest
//! ([`asset`]), so browsers keep them for ever and the pages need no inline script or style.

pub mod asset;
mod page;
pub mod view;

pub use page::{Brand, Here, Notice, Page, Person, Verification};
