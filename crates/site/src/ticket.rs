//! The customer's tickets: list, new one, thread, files.

pub(crate) mod answer;
mod beside;
pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod own;
pub(crate) mod proof;
pub(crate) mod question;
mod shape;
pub(crate) mod steps;
pub(crate) mod thread;
pub(crate) mod wait;

pub(crate) use shape::{attachment, category as category_name, choices, lang, open_row, row, told};

use axum::response::Redirect;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::PublicId;
use proofdesk_http::{Problem, Result};

use crate::Notice;

/// The number in a path.
fn number(text: &str) -> Result<PublicId> {
    text.parse().map_err(|_mistyped| Problem::new(Code::TicketNumberWrong))
}

/// To a ticket's page, with word of what was done.
fn to_ticket(number: &PublicId, notice: &Notice) -> Redirect {
    Redirect::to(&format!("/tickets/{number}?notice={}", notice.code()))
}
