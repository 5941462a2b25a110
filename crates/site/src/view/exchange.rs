use askama::Template;
use proofdesk_locale::Locale;

use crate::{Here, Page};

/// The customer's own account at the exchange.
#[derive(Template)]
#[template(path = "account.html")]
pub struct OwnAccount {
    pub page: Page,
    pub freeze: Freeze,
    pub account: Part<AccountFacts>,
    pub deposits: Part<Vec<Transfer>>,
    pub withdrawals: Part<Vec<Transfer>>,
}

impl OwnAccount {
    /// Why nothing of it is known, when one reason holds for all of it.
    fn silence(&self) -> Option<&'static str> {
        let (Part::Unknown(why), Part::Unknown(deposits), Part::Unknown(withdrawals)) =
            (&self.account, &self.deposits, &self.withdrawals)
        else {
            return None;
        };
        (why == deposits && why == withdrawals).then_some(why)
    }
}

/// The same for whoever is not signed in: what to do now, in the order of its worth.
#[derive(Template)]
#[template(path = "account_taken_open.html")]
pub struct AccountTakenOpen {
    pub page: Page,
}

impl AccountTakenOpen {
    const fn has_written(&self) -> bool {
        false
    }
}

/// The page on which the customer freezes their account.
#[derive(Template)]
#[template(path = "account_taken.html")]
pub struct AccountTaken {
    pub page: Page,
    pub freeze: Freeze,
    /// No exchange can be asked, so people do it.
    pub by_hand: bool,
    /// What makes two presses of one page one act.
    pub key: String,
}

impl<T> Part<T> {
    /// The key of the sentence about when it was true.
    pub const fn as_of(&self) -> &'static str {
        as_of(matches!(self, Self::Known { is_last: true, .. }))
    }
}

const fn as_of(is_last: bool) -> &'static str {
    if is_last { "account-last-known" } else { "account-as-of" }
}

/// The transfers beside a ticket.
#[derive(Debug)]
pub struct Beside {
    /// The key of the heading.
    pub title: &'static str,
    pub as_of_us: i64,
    /// The exchange does not answer, and this is the last thing that it said.
    pub is_last: bool,
    pub transfers: Vec<Transfer>,
}

impl Beside {
    /// As [`Part::as_of`].
    pub const fn as_of(&self) -> &'static str {
        as_of(self.is_last)
    }
}

/// What the exchange says of one thing, or that it is not known.
#[derive(Debug)]
pub enum Part<T> {
    /// With the moment it was true, in microseconds since 1970; `is_last` when the exchange does not answer and this is the last
    /// thing that it said.
    Known { as_of_us: i64, is_last: bool, facts: T },
    /// Why not: the key of a sentence.
    Unknown(&'static str),
}

/// How a freeze stands.
#[derive(Debug)]
pub enum Freeze {
    None,
    /// Asked for, and not answered yet. `ticket` is its number.
    Pending {
        at_us: i64,
        ticket: String,
    },
    Done {
        at_us: i64,
        receipt: String,
        ticket: String,
    },
    Refused {
        at_us: i64,
        ticket: String,
    },
    /// The exchange says that the account is frozen, whoever asked for it.
    Frozen {
        at_us: i64,
    },
}

/// The account in lines, each written for the reader.
#[derive(Debug)]
pub struct AccountFacts {
    pub lines: Vec<Line>,
    /// What is held, coin by coin.
    pub holdings: Vec<String>,
}

/// A label and what stands behind it.
#[derive(Debug)]
pub struct Line {
    pub label: String,
    pub value: String,
}

/// Money that came or leaves.
#[derive(Debug)]
pub struct Transfer {
    /// What the exchange calls it.
    pub id: String,
    pub amount: String,
    pub network: String,
    /// What happens with it, in a sentence.
    pub state: String,
    pub tone: Tone,
    pub at_us: i64,
    /// When a hold ends by itself.
    pub until_us: Option<i64>,
    /// In groups that read well; put together they are the value.
    pub tx_hash: Option<Vec<String>>,
    pub address: Vec<String>,
    pub memo: Option<String>,
}

/// How a state looks: never by its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It moves on by itself: `live.js` looks for its class, and asks again.
    Going,
    /// It is over, and the money is where it belongs.
    Good,
    /// It is over, and came to nothing: the money has not moved.
    Over,
    /// Something has to be done about it, by whomever.
    Stuck,
}

impl Tone {
    /// The class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Going => "info-tone",
            Self::Good => "good-tone",
            Self::Over => "quiet-tone",
            Self::Stuck => "warn-tone",
        }
    }
}
