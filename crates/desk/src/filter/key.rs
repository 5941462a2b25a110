//! The keys of the grammar and what each takes: one table, for reading and for offering.

use proofdesk_evidence::Network;
use proofdesk_locale::Locale;

use crate::constraint;
use crate::ticket::{Priority, StatusCategory, Tier};
use crate::words::words;

words! {
    /// What can stand before the colon.
    pub enum Key {
        Is = "is",
        Status = "status",
        Category = "category",
        Assignee = "assignee",
        /// Who follows it without being assigned.
        Participant = "participant",
        Team = "team",
        Tag = "tag",
        Priority = "priority",
        Age = "age",
        Waiting = "waiting",
        Created = "created",
        Updated = "updated",
        Chain = "chain",
        Asset = "asset",
        Evidence = "evidence",
        From = "from",
        Lang = "lang",
        Channel = "channel",
        Tier = "tier",
        Brand = "brand",
        /// What is to be heeded about its customer now.
        Constraint = "constraint",
    }
}

words! {
    /// What a ticket is without further value.
    pub enum Is {
        Open = "open",
        /// It waits, on the customer or on another department.
        Waiting = "waiting",
        WaitingOnCustomer = "waiting_on_customer",
        WaitingOnInternal = "waiting_on_internal",
        Solved = "solved",
        Closed = "closed",
        /// Somebody still has something to do.
        Active = "active",
        Unassigned = "unassigned",
        Assigned = "assigned",
        Mine = "mine",
        Unread = "unread",
        /// A theft is feared.
        Theft = "theft",
        /// Its customer asked after it.
        Nudged = "nudged",
        /// Somebody who may do more was asked for.
        Escalated = "escalated",
        /// It is put aside.
        Snoozed = "snoozed",
        /// It goes on in another ticket.
        Merged = "merged",
        /// Messages of it go on in another ticket.
        Split = "split",
        /// It was split off another ticket.
        SplitOff = "split_off",
        /// It belongs together with another ticket.
        Linked = "linked",
        /// A note mentions whoever asks.
        Mentioned = "mentioned",
        /// Whoever asks has begun to write in it.
        Draft = "draft",
    }
}

/// How a key's values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// Only by a colon.
    Equal,
    /// By a colon, or as less and more.
    Ordered,
    /// Only as less and more.
    Length,
}

/// What a key's values are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One of these.
    Words(Vec<&'static str>),
    /// The name of something that the desk has, or one of these.
    Names(&'static [&'static str]),
    /// `30m`, `2h`, `3d`, `1w`.
    Length,
    /// A day, `today`, `yesterday`, a moment, or a length.
    Moment,
    /// Whatever was written.
    Text,
}

/// Where a ticket can have come by.
pub(super) const CHANNELS: &[&str] = &["portal", "console", "api", "email", "exchange"];

pub(super) const ME: &str = "me";
pub(super) const NONE: &str = "none";
pub(super) const MINE: &str = "mine";
pub(super) const ANY: &str = "any";

impl Key {
    pub fn comparing(self) -> Comparing {
        match self {
            Self::Priority | Self::Tier | Self::Created | Self::Updated => Comparing::Ordered,
            Self::Age | Self::Waiting => Comparing::Length,
            _ => Comparing::Equal,
        }
    }

    pub fn takes(self) -> Takes {
        match self {
            Self::Is => Takes::Words(Is::ALL.iter().map(|is| is.as_str()).collect()),
            Self::Status => Takes::Names(&[]),
            Self::Category | Self::Brand => Takes::Names(&[]),
            Self::Assignee => Takes::Names(&[ME, NONE]),
            Self::Participant => Takes::Names(&[ME]),
            Self::Team => Takes::Names(&[MINE, NONE]),
            Self::Tag => Takes::Names(&[NONE]),
            Self::Priority => Takes::Words(Priority::ALL.iter().map(|p| p.as_str()).collect()),
            Self::Tier => Takes::Words(Tier::ALL.iter().map(|tier| tier.as_str()).collect()),
            Self::Lang => Takes::Words(Locale::ALL.iter().map(|lang| lang.code()).collect()),
            Self::Channel => Takes::Words(CHANNELS.to_vec()),
            Self::Chain => Takes::Words(Network::ALL.iter().map(|net| net.as_str()).collect()),
            Self::Constraint => {
                let kinds = constraint::Kind::ALL.iter().map(|kind| kind.as_str());
                Takes::Words(kinds.chain([ANY]).collect())
            }
            Self::Age | Self::Waiting => Takes::Length,
            Self::Created | Self::Updated => Takes::Moment,
            Self::Asset | Self::Evidence | Self::From => Takes::Text,
        }
    }
}

impl Is {
    /// The categories of status that it stands for; none for what is said of something else.
    pub(super) fn turns(self) -> Vec<StatusCategory> {
        use StatusCategory::{Closed, Open, Solved, WaitingOnCustomer, WaitingOnInternal};
        match self {
            Self::Open => vec![Open],
            Self::Waiting => vec![WaitingOnCustomer, WaitingOnInternal],
            Self::WaitingOnCustomer => vec![WaitingOnCustomer],
            Self::WaitingOnInternal => vec![WaitingOnInternal],
            Self::Solved => vec![Solved],
            Self::Closed => vec![Closed],
            Self::Active => vec![Open, WaitingOnCustomer, WaitingOnInternal],
            _ => Vec::new(),
        }
    }
}
