//! Members of staff: who they are, which roles, teams, brands and skills they have, and whether they may come in.

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub(crate) mod state;
pub mod view;

use crate::availability::Availability;
use crate::id::{BrandId, RoleId, SkillId, StaffId, TeamId};
use crate::time::Timestamp;
use crate::viewer::StaffViewer;
use crate::words::words;

pub use sql::ALL;

words! {
    /// Whether a member may come in.
    pub enum StaffState {
        /// Waits for the member to use their link.
        Invited = "invited",
        Active = "active",
        /// May not sign in; sessions and tokens are ended. What they wrote keeps their name.
        Disabled = "disabled",
    }
}

/// A member as others of the staff may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: StaffId,
    pub email: String,
    pub name: String,
    /// BCP 47 tag, one of the ten.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    pub state: StaffState,
    pub totp_enrolled: bool,
    /// They are mailed when a note mentions them while they are away.
    pub mention_mails: bool,
    /// They are mailed when articles of theirs are due for review.
    pub review_mails: bool,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
    pub roles: Vec<RoleId>,
    pub teams: Vec<TeamId>,
    pub brands: Vec<BrandId>,
    pub skills: Vec<SkillId>,
}

/// A member by the little that everybody on the staff may know of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberName {
    pub id: StaffId,
    pub name: String,
    pub state: StaffState,
    pub availability: Availability,
    /// Since when they stand so; `None` for who has never been there.
    pub since: Option<Timestamp>,
}

/// A viewer made of a member's rows.
#[derive(Clone, Debug)]
pub(crate) struct MemberViewer {
    pub viewer: StaffViewer,
    /// A role requires a second factor that is not enrolled: the viewer's grants are empty until it is.
    pub enrolment_required: bool,
}

#[cfg(test)]
mod tests;
