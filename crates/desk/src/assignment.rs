//! Whom the tickets of a team are for: nobody until somebody takes them, or whoever's turn it is of those who are online and have
//! room. A job gives them out, one in each transaction, so that two of them at once give none away twice and nobody too many.
//! docs/assignment.md is what members need to know of it.

pub mod actions;
mod sql;
#[cfg(test)]
mod tests;
mod view;
mod walk;

use std::cmp::Ordering;

use crate::id::StaffId;
use crate::words::words;

pub use sql::ALL;
pub use walk::{give_out, give_out_all, hand_back_all};

/// The kind of the job that gives the waiting tickets of a team out. Its payload is the team's id.
pub const GIVE_KIND: &str = "team.assign";
/// The kind of the job that takes back what is open of a member. Its payload is the member's id.
pub const BACK_KIND: &str = "member.hand_back";
/// The kind of the job that takes one ticket back from somebody who is not there for it. Its payload is the ticket's id.
pub const TICKET_BACK_KIND: &str = "ticket.hand_back";
pub const JOB_LANE: &str = "inward";

words! {
    /// How the tickets of a team find whom they are for. The log names the desk by the same words when it assigns.
    pub enum Assignment {
        /// Nobody is assigned: whoever comes first takes one.
        FirstCome = "first_come",
        /// Whoever was given one longest ago.
        RoundRobin = "round_robin",
        /// Whoever has the least to do for what they can take.
        LeastLoad = "least_load",
    }
}

impl Assignment {
    /// Says whether the desk assigns.
    pub const fn gives(self) -> bool {
        !matches!(self, Self::FirstCome)
    }
}

words! {
    /// Why the desk took a ticket back from somebody, as the log names it.
    pub enum Unattended {
        AwayAndReassign = "away_and_reassign",
        MemberDisabled = "member_disabled",
    }
}

/// A member of a team who is online.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Candidate {
    staff_id: StaffId,
    /// Open tickets that are assigned to them.
    open: i64,
    /// `None` is without limit.
    capacity: Option<i64>,
    /// When they were given one of the team's last; `None` for never.
    turn: Option<i64>,
}

impl Candidate {
    fn has_room(&self) -> bool {
        self.capacity.is_none_or(|most| self.open < most)
    }
}

/// Those who have room, in the order in which they are asked.
fn in_turn(by: Assignment, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    if !by.gives() {
        return Vec::new();
    }
    // Who has no limit takes as much as the one of them who takes the most.
    let widest = candidates.iter().filter_map(|one| one.capacity).max().unwrap_or(1).max(1);
    candidates.retain(Candidate::has_room);
    candidates.sort_by(|a, b| {
        let load = match by {
            Assignment::LeastLoad => fuller(a, b, widest),
            Assignment::RoundRobin | Assignment::FirstCome => Ordering::Equal,
        };
        // Never is longest ago.
        load.then_with(|| (a.turn, a.staff_id).cmp(&(b.turn, b.staff_id)))
    });
    candidates
}

/// Compares how full two members are: without dividing, so that nothing is rounded.
fn fuller(a: &Candidate, b: &Candidate, widest: i64) -> Ordering {
    let most = |one: &Candidate| one.capacity.unwrap_or(widest);
    a.open.saturating_mul(most(b)).cmp(&b.open.saturating_mul(most(a)))
}
