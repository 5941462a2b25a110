//! API tokens: a member's power in the hands of a program, cut down to scopes.
//!
//! A token never grants more than its member holds at the moment of use: its scopes are permissions, and what comes of
//! them is the intersection with the member's grants, at the member's reach.

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub(crate) mod state;
pub mod view;

use std::collections::BTreeSet;

use crate::id::{ApiTokenId, StaffId};
use crate::permission::Permission;
use crate::role::Grants;
use crate::time::Timestamp;
use crate::token::Token;

pub use sql::ALL;
pub use view::resolve;

/// A token as lists show it; the secret is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    pub id: ApiTokenId,
    pub staff_id: StaffId,
    pub name: String,
    pub scopes: BTreeSet<Permission>,
    pub created_at: Timestamp,
    /// `None`: never.
    pub expires_at: Option<Timestamp>,
    /// To the minute.
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// A token just made, with the only copy of its secret.
#[derive(Clone, Debug)]
pub struct CreatedToken {
    pub id: ApiTokenId,
    pub token: Token,
}

/// What the edge needs to know of the token that a request came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiTokenInfo {
    pub id: ApiTokenId,
    /// [`actions::touch`] is due.
    pub touch_due: bool,
    /// A role requires a second factor that its member has not enrolled: it grants nothing until then.
    pub enrolment_required: bool,
}

/// What is left of a member's grants under a token's scopes.
pub fn narrowed(grants: &Grants, scopes: &BTreeSet<Permission>) -> Grants {
    grants.iter().filter(|(p, _)| scopes.contains(p)).map(|(p, reach)| (*p, *reach)).collect()
}

/// Reads the column: names, separated by spaces. A permission that this version does not know grants nothing.
fn read_scopes(text: &str) -> BTreeSet<Permission> {
    text.split(' ').filter_map(|name| name.parse().ok()).collect()
}

fn write_scopes(scopes: &BTreeSet<Permission>) -> String {
    scopes.iter().map(|p| p.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Reach;

    #[test]
    fn scopes_cut_down_and_never_add() {
        use Permission::{TicketRead, TicketReply, WebhookManage};
        let grants = Grants::from([(TicketRead, Reach::Team), (TicketReply, Reach::Own)]);
        let scopes = BTreeSet::from([TicketRead, WebhookManage]);
        assert_eq!(narrowed(&grants, &scopes), Grants::from([(TicketRead, Reach::Team)]));
        assert_eq!(read_scopes(&write_scopes(&scopes)), scopes);
        assert_eq!(read_scopes(""), BTreeSet::new());
    }
}
