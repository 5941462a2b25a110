//! Roles: what a member may do, as a set of (permission, reach).

pub mod actions;
pub mod event;
pub(crate) mod sql;
pub(crate) mod state;
pub mod view;

use std::collections::BTreeMap;

use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::RoleId;
use crate::permission::{Permission, Reach};
use crate::viewer::Viewer;
use crate::words::words;

pub use sql::ALL;

/// The widest reach of each permission that is granted; what is missing is not granted.
pub type Grants = BTreeMap<Permission, Reach>;

words! {
    /// Roles that every desk begins with. All but the first may be changed and deleted.
    pub enum Builtin {
        Administrator = "administrator",
        TeamLead = "team-lead",
        Agent = "agent",
        Auditor = "auditor",
    }
}

/// A role with its grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub id: RoleId,
    pub name: String,
    pub builtin: Option<Builtin>,
    /// Its members must have a second factor enrolled.
    pub requires_totp: bool,
    pub grants: Grants,
    pub version: i64,
}

impl Builtin {
    /// The name under which it is made; an organisation may rename it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::TeamLead => "Team lead",
            Self::Agent => "Agent",
            Self::Auditor => "Auditor",
        }
    }

    /// What it grants when it is made.
    pub fn grants(self) -> Grants {
        use Permission::{
            ArticlePublish, ArticleRead, ArticleWrite, AuditRead, CustomerErase, CustomerRead,
            MacroManage, MemberRead, TeamManage, TicketExport, TicketRead,
        };
        let leads = [ArticlePublish, ArticleWrite, MacroManage, TicketExport];
        let brand_wide = Permission::ALL
            .iter()
            .filter(|p| takes_reach(**p) && **p != CustomerErase && !leads.contains(*p));
        let agent = brand_wide.map(|p| (*p, Reach::Brand));
        match self {
            Self::Administrator => Permission::ALL.iter().map(|p| (*p, Reach::All)).collect(),
            Self::TeamLead => agent
                .chain(leads.map(|p| (p, Reach::Brand)))
                .chain([(MemberRead, Reach::All), (TeamManage, Reach::All)])
                .collect(),
            Self::Agent => agent.collect(),
            Self::Auditor => {
                let reads = [TicketRead, ArticleRead, CustomerRead, MemberRead, AuditRead];
                reads.map(|p| (p, Reach::All)).into()
            }
        }
    }
}

/// Says whether a permission is about things that belong to somebody. The others are about the organisation as a
/// whole, where only reach `all` means anything.
pub fn takes_reach(permission: Permission) -> bool {
    use Permission::{
        AuditRead, BrandManage, GuardRescan, JobManage, MemberManage, MemberRead, RoleManage,
        TeamManage, TokenManage, WebhookManage,
    };
    !matches!(
        permission,
        MemberRead
            | MemberManage
            | RoleManage
            | TeamManage
            | TokenManage
            | WebhookManage
            | BrandManage
            | AuditRead
            | JobManage
            | GuardRescan
    )
}

/// Refuses grants whose reach means nothing.
///
/// # Errors
/// `field-invalid` at `grants.<permission>`.
pub fn check_grants(grants: &Grants) -> Result<()> {
    match grants.iter().find(|(p, reach)| !takes_reach(**p) && **reach != Reach::All) {
        Some((permission, _)) => {
            Err(Error::field(format!("grants.{permission}"), Code::FieldInvalid))
        }
        None => Ok(()),
    }
}

/// Takes the wider reach of each permission.
pub fn union(grants: impl IntoIterator<Item = (Permission, Reach)>) -> Grants {
    let mut all = Grants::new();
    for (permission, reach) in grants {
        let widest = all.entry(permission).or_insert(reach);
        *widest = reach.max(*widest);
    }
    all
}

/// Refuses when the viewer holds less than `grants`: nobody hands out, takes away or gets around powers that they do
/// not have themselves.
///
/// # Errors
/// `no-permission` with the first permission that is missing or too narrow.
pub fn require_covers(viewer: &Viewer, grants: &Grants) -> Result<()> {
    let held = match viewer {
        Viewer::System(_) | Viewer::Operator => return Ok(()),
        viewer => &viewer.staff()?.grants,
    };
    match grants.iter().find(|(p, reach)| held.get(p).is_none_or(|own| own < *reach)) {
        Some((permission, _)) => Err(Error::no_permission(*permission)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_built_in_roles_are_sound() {
        for builtin in Builtin::ALL {
            check_grants(&builtin.grants()).unwrap();
        }
        assert_eq!(Builtin::Administrator.grants().len(), Permission::ALL.len());
        let agent = Builtin::Agent.grants();
        assert_eq!(agent.get(&Permission::TicketReply), Some(&Reach::Brand));
        assert_eq!(agent.get(&Permission::CustomerErase), None);
        assert_eq!(agent.get(&Permission::MemberManage), None);
        assert_eq!(Builtin::Auditor.grants().get(&Permission::TicketReply), None);
    }

    #[test]
    fn the_widest_reach_wins() {
        use Permission::{TicketRead, TicketReply};
        let grants = union([
            (TicketRead, Reach::Team),
            (TicketReply, Reach::All),
            (TicketRead, Reach::Brand),
            (TicketReply, Reach::Own),
        ]);
        assert_eq!(grants, Grants::from([(TicketRead, Reach::Brand), (TicketReply, Reach::All)]));
    }

    #[test]
    fn organisation_wide_permissions_take_no_narrow_reach() {
        let error =
            check_grants(&Grants::from([(Permission::RoleManage, Reach::Team)])).unwrap_err();
        assert_eq!(error.code(), Code::FieldInvalid);
    }

    #[test]
    fn nobody_covers_more_than_they_hold() {
        let lead = Viewer::Staff(crate::testing::member(Builtin::TeamLead.grants()));
        require_covers(&lead, &Builtin::Agent.grants()).unwrap();
        let error = require_covers(&lead, &Builtin::Administrator.grants()).unwrap_err();
        assert_eq!(error.code(), Code::NoPermission);
        assert!(
            require_covers(&lead, &Grants::from([(Permission::TicketRead, Reach::All)])).is_err()
        );
        require_covers(&Viewer::Operator, &Builtin::Administrator.grants()).unwrap();
        assert_eq!(
            require_covers(&Viewer::Anonymous, &Grants::new()).unwrap_err().code(),
            Code::SignedOut
        );
    }
}
