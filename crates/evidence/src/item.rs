//! What a scan gives back.

use std::borrow::Cow;
use std::fmt;

use crate::network::{Network, Networks};
use crate::problem::Problem;

/// What an item is. Names are stable; more may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// A transaction id, hash or signature.
    Tx,
    /// An address that can be paid to or from.
    Address,
    /// A link to a block explorer, or one that pretends to be.
    Link,
    /// A number with a ticker.
    Amount,
    /// A customer's number at the exchange.
    Uid,
    /// An order's number at the exchange.
    Order,
    /// A block's number.
    Height,
    /// A chain id of EIP-155.
    ChainId,
    /// A day, a time or both.
    Time,
    /// A ticker without a number.
    Ticker,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] = &[
        Kind::Tx,
        Kind::Address,
        Kind::Link,
        Kind::Amount,
        Kind::Uid,
        Kind::Order,
        Kind::Height,
        Kind::ChainId,
        Kind::Time,
        Kind::Ticker,
    ];

    /// Gives the stable name, in snake_case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tx => "tx",
            Self::Address => "address",
            Self::Link => "link",
            Self::Amount => "amount",
            Self::Uid => "uid",
            Self::Order => "order",
            Self::Height => "height",
            Self::ChainId => "chain_id",
            Self::Time => "time",
            Self::Ticker => "ticker",
        }
    }

    /// Finds the kind of a stable name.
    pub fn parse(name: &str) -> Option<Kind> {
        Self::ALL.iter().copied().find(|it| it.as_str() == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What [`Item::valid`] rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// A checksum inside of the value was computed.
    Checksum,
    /// Length and alphabet only: the format has no checksum. A typing error may go unseen.
    Shape,
}

impl Check {
    /// Gives the stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checksum => "checksum",
            Self::Shape => "shape",
        }
    }
}

/// What a link to an explorer points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TargetKind {
    /// A transaction.
    Tx,
    /// An address, an account, a contract or a token.
    Address,
    /// A block, by number or hash.
    Block,
}

impl TargetKind {
    /// Gives the stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tx => "tx",
            Self::Address => "address",
            Self::Block => "block",
        }
    }
}

/// What an explorer link says. Nothing of it was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Lower case, as it stands in the link; for a look-alike the false one.
    pub host: String,
    /// The network that host and path name; `None` for a look-alike, and when the path names none.
    pub network: Option<Network>,
    /// Chain id of EIP-155, for EVM chains.
    pub chain_id: Option<u64>,
    /// What it points to; `None` when the path names nothing.
    pub target: Option<Target>,
}

/// The part of a link that was after something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What it is.
    pub kind: TargetKind,
    /// The id as it stands in the link.
    pub value: String,
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Exact, in ordinary digits, with `.` for fractions and no grouping: `1250.50`.
    pub decimal: String,
    /// Upper case.
    pub ticker: String,
}

/// One thing that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// What to store: full-width characters made ordinary, invisible ones and breaks inside taken out. Letters keep their
    /// case; compare by [`key`](Item::key).
    pub value: String,
    /// First byte in the text; always on a character boundary.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// The networks on which it can exist, narrowed by what else the text says. Empty for what has no network.
    pub networks: Networks,
    /// It can be what it looks like. How much that means, [`check`](Item::check) says.
    pub valid: bool,
    /// What `valid` rests on.
    pub check: Check,
    /// The gravest thing about it; always there when it is not valid.
    pub problem: Option<Problem>,
    /// Destination tag, memo or comment: decoded from the address, or written beside it.
    pub memo: Option<String>,
    /// For [`Kind::Link`].
    pub link: Option<Link>,
    /// For [`Kind::Amount`].
    pub amount: Option<Amount>,
}

impl Item {
    /// Gives the form in which two items of one kind are the same thing: hexadecimal digits and bech32 in lower case,
    /// everything else as in `value`.
    pub fn key(&self) -> Cow<'_, str> {
        if self.has_one_case() && self.value.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(self.value.to_ascii_lowercase())
        } else {
            Cow::Borrowed(&self.value)
        }
    }

    fn has_one_case(&self) -> bool {
        let digits = self.value.strip_prefix("0x").unwrap_or(&self.value);
        let hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let one_case = !self.value.bytes().any(|b| b.is_ascii_lowercase());
        let bech32 = one_case && self.value.contains('1') && self.value.len() > 12;
        match self.kind {
            Kind::Tx => hex,
            Kind::Address => hex || (bech32 && crate::address::is_bech32(&self.value)),
            _ => false,
        }
    }
}
