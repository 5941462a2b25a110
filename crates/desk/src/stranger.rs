//! Writing to the desk without a session: whoever was robbed of it, cannot sign in, or never had an account.
//!
//! Nothing of what a stranger says of themself is believed. Each message makes a customer of its own who has proven nothing, whoever
//! else the brand knows by the same address, so that it neither stands on what somebody else has proven nor shows whether the
//! address is known. One receipt goes to the address, with a link that proves whoever opens it reads its mail
//! ([`crate::ticket_link`]); until then nobody is answered and nothing is done to any account.

pub mod actions;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use sha2::{Digest as _, Sha256};

use crate::attachment::actions::NewAttachment;
use crate::email::EmailAddress;
use crate::form::Answers;
use crate::id::BrandId;
use crate::ticket::actions::NewTicket;
use crate::{category, quota};

/// What somebody without a session writes.
#[derive(Clone, Debug)]
pub struct Letter {
    pub brand_id: BrandId,
    /// Where the link goes. Nobody has proven it.
    pub email: EmailAddress,
    /// The writer's IANA time zone, as their browser told; UTC when `None`.
    pub time_zone: Option<String>,
    /// Where it came from, for the limits alone: it is not kept.
    pub address: IpAddr,
    /// Its `customer_id` and `attachment_ids` are not looked at.
    pub ticket: NewTicket,
    pub answers: Answers,
    /// A key was masked in it before it came here.
    pub leaked_before: bool,
    /// Files whose bytes rest already and which have no rows yet.
    pub files: Vec<NewAttachment>,
}

impl Letter {
    /// Whether it is about an account that was taken.
    pub fn is_of_theft(&self) -> bool {
        self.ticket.category == category::THEFT
    }
}

/// A network as rows know it.
fn from(address: IpAddr) -> String {
    hex::encode(Sha256::digest(quota::network(address).as_bytes()))
}
