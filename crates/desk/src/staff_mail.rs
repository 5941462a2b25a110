//! Mails to members of staff: the link by which an invited one comes in, or one who lost their password; word of a note that
//! mentions them, of articles of theirs that are due for review, and of what was handed over to be published by another.
//!
//! No token rests: the job names the member, and the link is made when the mail is. So a link that was handed over by hand and
//! one that was mailed work beside each other, until either is used.

pub mod actions;
pub mod handover;
pub mod mention;
pub mod review;

use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};

use crate::id::StaffId;
use crate::link::{Issued, LinkPurpose};

/// The job that sends one. Its payload is an [`Errand`] as JSON.
pub const JOB_KIND: &str = "staff_mail.send";
/// With the other mails.
pub const JOB_LANE: &str = crate::webhook::JOB_LANE;

/// What is to be mailed, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    pub staff_id: StaffId,
    pub purpose: LinkPurpose,
}

/// A mail with its fresh link.
#[derive(Debug)]
pub struct StaffLetter {
    pub link: Issued,
    pub address: String,
    pub locale: Locale,
    pub time_zone: String,
    pub organisation: String,
}
