//! What a member of staff may do, and how far: a role is a set of (permission, reach).

use std::fmt;
use std::str::FromStr;

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// One power. The names are stable: roles, tokens and the route table carry them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Permission { $($(#[$doc])* $name),* }

        impl Permission {
            /// Every permission, in the order in which a role's matrix shows them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name, `noun.verb`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }

        impl FromStr for Permission {
            type Err = UnknownPermission;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($text => Ok(Self::$name),)* _ => Err(UnknownPermission) }
            }
        }
    };
}

/// A name that is no permission of this version.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("unknown permission")]
pub struct UnknownPermission;

permissions! {
    /// See tickets, their messages, notes, files and timeline.
    TicketRead = "ticket.read",
    /// Open a ticket on behalf of a customer.
    TicketCreate = "ticket.create",
    TicketReply = "ticket.reply",
    TicketNote = "ticket.note",
    TicketAssign = "ticket.assign",
    TicketStatus = "ticket.status",
    TicketPriority = "ticket.priority",
    TicketTag = "ticket.tag",
    /// Add, correct and remove evidence.
    TicketEvidence = "ticket.evidence",
    /// Take a ticket's signed transcript away, with a reason, out of a budget.
    TicketExport = "ticket.export",
    /// Save views of tickets: reach `own` for oneself, `team` and `brand` for one's teams too, `all` for everybody.
    ViewManage = "view.manage",
    /// Keep macros that others use: reach `team` for one's teams, `brand` for everybody of one's brands, `all` for everybody.
    /// One's own need no more than the permission to reply.
    MacroManage = "macro.manage",
    /// Read every article of the help centre, drafts and internal ones too.
    ArticleRead = "article.read",
    /// Write articles, and hand them to somebody for review.
    ArticleWrite = "article.write",
    /// Publish, schedule and archive articles; sections and the glossary.
    ArticlePublish = "article.publish",
    /// See a customer's masked facts.
    CustomerRead = "customer.read",
    /// See one personal field in clear, with a reason, out of a budget.
    CustomerReveal = "customer.reveal",
    /// Say what is to be heeded about a customer's account, and end it.
    ConstraintManage = "constraint.manage",
    /// Delete what a customer wrote for good, leaving digests and a ledger line.
    CustomerErase = "customer.erase",
    MemberRead = "member.read",
    /// Invite, change and disable members, end their sessions.
    MemberManage = "member.manage",
    RoleManage = "role.manage",
    TeamManage = "team.manage",
    TokenManage = "token.manage",
    WebhookManage = "webhook.manage",
    /// Brands, keys of the exchange, categories, statuses, tags, departments.
    BrandManage = "brand.manage",
    AuditRead = "audit.read",
    JobManage = "job.manage",
    /// Have every stored text read by the guard once more.
    GuardRescan = "guard.rescan",
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How far a permission goes. Each reach includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// What is assigned to oneself.
    Own,
    /// And what belongs to one's teams.
    Team,
    /// And everything of one's brands.
    Brand,
    /// Everything.
    All,
}

impl Reach {
    /// Every reach, the narrowest first.
    pub const ALL: &'static [Self] = &[Self::Own, Self::Team, Self::Brand, Self::All];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Team => "team",
            Self::Brand => "brand",
            Self::All => "all",
        }
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Reach {
    type Err = UnknownPermission;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "own" => Ok(Self::Own),
            "team" => Ok(Self::Team),
            "brand" => Ok(Self::Brand),
            "all" => Ok(Self::All),
            _ => Err(UnknownPermission),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn names_round_trip() {
        for permission in Permission::ALL {
            assert_eq!(permission.as_str().parse::<Permission>().unwrap(), *permission);
        }
    }

    #[test]
    fn reaches_grow() {
        assert!(
            Reach::Own < Reach::Team && Reach::Team < Reach::Brand && Reach::Brand < Reach::All
        );
    }
}
