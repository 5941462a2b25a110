//! What staff type to find tickets: `is:unassigned category:deposit chain:tron age>2h`.
//!
//! A filter is words with spaces between them, and all of them must hold. A word is a key, how it is compared, and one or
//! more values with commas between them, any of which will do; a `-` before it means that it must not hold. A value with
//! spaces stands in quotation marks. A ticket's number and a hash, address or link need no key; any other word without one is
//! looked for in the texts of tickets. docs/filters.md is the
//! whole of it for people.
//!
//! Reading has two steps: [`parse`] knows the words and touches nothing; `resolve` looks up what is named (people, teams,
//! tags) and says what the filter means to one viewer at one moment. What is wrong is told at its place, in bytes of the
//! text, with what could stand there.

mod key;
mod lex;
mod moment;
mod near;
mod resolve;
mod term;

use proofdesk_evidence::Network;
use proofdesk_locale::Locale;

use crate::code::Code;
use crate::constraint;
use crate::error::{Error, FieldError};
use crate::id::{BrandId, CategoryId, PublicId, StaffId, StatusId, TagId, TeamId};
use crate::ticket::{Priority, Risk, StatusCategory, Tier};
use crate::time::Timestamp;
use crate::viewer::Scope;

pub use key::{Comparing, Is, Key, Takes};
pub use near::offer as likeliest;
pub use resolve::{ALL, Offer, offers, resolve};
pub use term::parse;

use moment::When;

/// Where something stands in the text: bytes of UTF-8, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// A word that cannot be understood, or that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub span: Span,
    pub code: Code,
    /// `word`, and where they help `key` and `takes`: what could stand there.
    pub args: Vec<(&'static str, String)>,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Is,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// A value that only a look into the desk can tell the meaning of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub span: Span,
}

/// One word of a filter, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub negated: bool,
    pub span: Span,
    pub test: Test,
}

/// What a word asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    Is(Vec<Is>),
    Status(Vec<Name>),
    Category(Vec<Name>),
    Assignee(Vec<Name>),
    Participant(Vec<Name>),
    Team(Vec<Name>),
    Tag(Vec<Name>),
    Brand(Vec<Name>),
    Priority(Vec<Priority>),
    Lang(Vec<Locale>),
    Tier(Vec<Tier>),
    Channel(Vec<String>),
    Chain(Vec<Network>),
    Constraint(Vec<constraint::Kind>),
    /// Tickers in upper case.
    Asset(Vec<String>),
    Evidence(Vec<String>),
    /// Addresses and UIDs, as they are compared.
    From {
        emails: Vec<String>,
        uids: Vec<String>,
    },
    Number(Vec<PublicId>),
    /// What is looked for in the ticket's texts.
    Text {
        text: String,
        is_phrase: bool,
    },
    Time {
        clock: Clock,
        comparison: Comparison,
        when: When,
    },
}

/// Which moment of a ticket is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Created,
    Updated,
    /// The customer's last word, while an answer is owed.
    Waiting,
}

/// One word of a filter as it holds for one viewer at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub negated: bool,
    pub of: Match,
}

/// What a ticket must be. Of several values any will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    Any(Vec<Match>),
    Not(Box<Match>),
    Turns(Vec<StatusCategory>),
    Statuses(Vec<StatusId>),
    Categories(Vec<CategoryId>),
    Assignees {
        ids: Vec<StaffId>,
        or_nobody: bool,
    },
    Teams {
        ids: Vec<TeamId>,
        or_none: bool,
    },
    Tags {
        ids: Vec<TagId>,
        or_none: bool,
    },
    Brands(Vec<BrandId>),
    Priorities(Vec<Priority>),
    Risks(Vec<Risk>),
    Langs(Vec<&'static str>),
    Tiers(Vec<Tier>),
    Channels(Vec<String>),
    Chains(Vec<&'static str>),
    Assets(Vec<String>),
    Evidence(Vec<String>),
    /// It is of one of these customers, whom whoever asks sees from it.
    Customers {
        emails: Vec<String>,
        uids: Vec<String>,
        customers: Scope,
    },
    Numbers(Vec<PublicId>),
    /// What its texts must say; the index of tickets makes a list of tickets of it before a list is read.
    Text {
        text: String,
        /// Its words stand together, as they are.
        is_phrase: bool,
    },
    /// The customer wrote last and the member has not read all of it, or it was made unread for them again.
    Unread(StaffId),
    /// Its customer asked after it since anybody replied.
    Nudged,
    /// It is put aside.
    Snoozed,
    /// It goes on in another ticket.
    Merged,
    /// Messages of it go on in another ticket.
    Split,
    /// It was split off another ticket.
    SplitOff,
    /// It belongs together with another ticket, whether or not that one may be seen.
    Linked,
    /// One of these is to be heeded about its customer at the moment, whom whoever asks sees from it.
    Constrained {
        kinds: Vec<constraint::Kind>,
        at: Timestamp,
        customers: Scope,
    },
    /// One of them follows it.
    Participants(Vec<StaffId>),
    /// A note mentions the member.
    Mentioned(StaffId),
    /// A note mentions the member that they have not read.
    MentionUnread(StaffId),
    /// The member has begun to write in it.
    Begun(StaffId),
    /// `from` included, `until` not.
    Within {
        clock: Clock,
        from: Option<Timestamp>,
        until: Option<Timestamp>,
    },
}

impl Fault {
    fn new(span: Span, code: Code, args: Vec<(&'static str, String)>) -> Self {
        Self { span, code, args }
    }
}

/// The refusal of a filter: each fault at the field, with its place.
fn refused(faults: Vec<Fault>) -> Error {
    let field = |fault: Fault| {
        let mut args = fault.args;
        args.push(("start", fault.span.start.to_string()));
        args.push(("end", fault.span.end.to_string()));
        FieldError { field: "filter".to_owned(), code: fault.code, args }
    };
    Error::fields(faults.into_iter().map(field).collect())
}
