//! Lock-outs and budgets as rows, so that every node counts the same and a restart forgets nothing.
//!
//! The arithmetic is pure and lives here. It must stand a clock that jumps: one that went back never unlocks early
//! and never refills a budget early, and one that was far ahead for a moment locks nobody out for ever. (A clock
//! that leaps ahead cannot be told from time that passed.)

pub mod actions;
mod sql;
pub mod view;

use std::net::IpAddr;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::limits;
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

words! {
    /// What is counted.
    pub enum Kind {
        /// Failed sign-ins in a row at one account from one network, by a digest of both (the account need not exist).
        SignInPair = "sign-in-pair",
        /// Failed sign-ins in a row at one account from anywhere, by a digest of its address.
        SignInAccount = "sign-in-account",
        /// Failed sign-ins in a row from one network address.
        SignInAddress = "sign-in-address",
        /// A network from which an account has signed in, by the digest of a pair. Nothing is counted: `locked_until` says how
        /// long it is remembered.
        SignInPlace = "sign-in-place",
        /// Personal fields that a member revealed.
        Reveal = "reveal",
        /// Transcripts that a member took away.
        Transcript = "transcript",
        /// Wishes for a new password of one account, by a digest of its address (which need not exist).
        ResetAccount = "reset-account",
        /// Such wishes from one network address.
        ResetAddress = "reset-address",
        /// Mails to one proven address, by a digest of it.
        MailRecipient = "mail-recipient",
        /// Receipts to one address that nobody has proven, by a digest of it.
        MailUnproven = "mail-unproven",
        /// Receipts of one brand to such addresses.
        MailUnprovenOfBrand = "mail-unproven-of-brand",
        /// The same two of accounts that were taken, which nothing else may use up.
        MailTheft = "mail-theft",
        MailTheftOfBrand = "mail-theft-of-brand",
        /// Messages without a session from one network, by a digest of it.
        StrangerFrom = "stranger-from",
        /// Such messages about accounts that were taken.
        StrangerTheft = "stranger-theft",
        /// Messages without a session that name one address, by a digest of it.
        StrangerOf = "stranger-of",
        /// Files that came without a session from one network, by a digest of it.
        StrangerFiles = "stranger-files",
        /// Texts that were looked at before they were sent without a session, from one network, by a digest of it.
        StrangerChecks = "stranger-checks",
        /// Pushes to one customer.
        PushRecipient = "push-recipient",
        /// Calls to the exchange's app for one account, by a digest of it.
        AppRecipient = "app-recipient",
        /// The same three of what may be theft, which nothing else may use up.
        MailSecurity = "mail-security",
        PushSecurity = "push-security",
        AppSecurity = "app-security",
        /// What one network address said of articles, by a digest of it.
        ArticleFeedback = "article-feedback",
        /// Mails to a member about mentions in one ticket, by the ids of both.
        MentionMail = "mention-mail",
        /// Mails to one department, by a digest of its address.
        MailDepartment = "mail-department",
        /// What a department wrote into one side conversation.
        SideAnswer = "side-answer",
        /// Files that a department sent into one side conversation.
        SideFiles = "side-files",
        /// Searches without result that were counted from one network address, by a digest of it.
        MissedSearch = "missed-search",
    }
}

/// The row of one subject: how often, since when, and until when it is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// When the window began; of a lock-out, when the last failure was.
    pub window_start: Timestamp,
    pub used: i64,
    pub locked_until: Option<Timestamp>,
}

/// Whether a subject may try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may try.
    Open,
    /// Locked until then. `moved` when the clock went back so far that the row's own end makes no sense: the end
    /// given here then has to be stored, so that it does not move with every look.
    Locked { until: Timestamp, moved: bool },
}

/// How long the lock lasts that failure number `failures` in a row starts where `limit` are one too many; `None` while there
/// is none.
pub fn lock_for(failures: i64, limit: i64) -> Option<Duration> {
    let beyond = failures.checked_sub(limit).filter(|beyond| *beyond >= 0)?;
    let beyond = u32::try_from(beyond).unwrap_or(u32::MAX);
    let doubled = limits::LOCK_OUT.saturating_mul(2u32.saturating_pow(beyond));
    Some(doubled.min(limits::LOCK_OUT_MAX))
}

impl Tally {
    /// Nothing counted yet.
    pub fn start(now: Timestamp) -> Self {
        Self { window_start: now, used: 0, locked_until: None }
    }

    /// Whether the subject may try at `now`, where `limit` failures in a row lock it.
    pub fn standing(&self, limit: i64, now: Timestamp) -> Standing {
        let Some(until) = self.locked_until.filter(|until| *until > now) else {
            return Standing::Open;
        };
        let latest = now + lock_for(self.used, limit).unwrap_or(limits::LOCK_OUT_MAX);
        Standing::Locked { until: until.min(latest), moved: until > latest }
    }

    /// One more failure, which starts a lock when it is one too many. Failures are forgotten after a quiet day.
    pub fn failed(self, limit: i64, now: Timestamp) -> Self {
        let quiet = now >= self.window_start + limits::LOCK_OUT_MEMORY;
        let used = if quiet { 1 } else { self.used.saturating_add(1) };
        Self { window_start: now, used, locked_until: lock_for(used, limit).map(|lock| now + lock) }
    }

    /// Takes one out of `limit` in a window that begins with its first use.
    pub fn taken(self, limit: i64, window: Duration, now: Timestamp) -> Taken {
        let (start, used) = if now >= self.window_start + window {
            (now, 0)
        } else {
            // A start in the future means that the clock went back: the window begins again, its count stays.
            (self.window_start.min(now), self.used)
        };
        let tally = Self { window_start: start, used, locked_until: None };
        if used >= limit {
            return Taken::Spent { tally, seconds: seconds_between(now, start + window) };
        }
        Taken::Granted(Self { used: used + 1, ..tally })
    }
}

/// The uses of a budget that slides: in any stretch of time as long as its window there are no more than its limit. (A window
/// that begins with its first use lets twice as many through across its edge.)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses(Vec<Timestamp>);

impl Uses {
    /// Takes one out of `limit` in any `window`. What is left of the uses, the new one included, is to be stored either way;
    /// the refusal is the seconds until one comes back.
    pub fn take(self, limit: i64, window: Duration, now: Timestamp) -> (Self, Result<i64, u64>) {
        // A use in the future means that the clock went back. It counts from now on: no earlier than it should it comes back,
        // and not years later.
        let uses = self.0.into_iter().map(|at| at.min(now)).filter(|at| *at + window > now);
        let mut uses: Vec<Timestamp> = uses.collect();
        uses.sort_unstable();
        let most = usize::try_from(limit).unwrap_or(0);
        if uses.len() < most {
            uses.push(now);
            let left = i64::try_from(most - uses.len()).unwrap_or(0);
            return (Self(uses), Ok(left));
        }
        // A limit that was lowered leaves more uses than it allows: so many have to be over.
        let oldest = uses.len().checked_sub(most).and_then(|at| uses.get(at));
        let free = oldest.map_or(now + window, |at| *at + window);
        (Self(uses), Err(seconds_between(now, free)))
    }

    /// As rows hold them.
    fn to_json(&self) -> String {
        let micros: Vec<i64> = self.0.iter().map(|at| at.micros()).collect();
        serde_json::to_string(&micros).unwrap_or_default()
    }

    fn of_json(json: &str) -> Option<Self> {
        let micros: Vec<i64> = serde_json::from_str(json).ok()?;
        Some(Self(micros.into_iter().map(Timestamp::from_micros).collect()))
    }
}

/// What came of taking one from a budget. Either tally is to be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// One was taken.
    Granted(Tally),
    /// Nothing is left for `seconds`.
    Spent { tally: Tally, seconds: u64 },
}

/// Whole seconds from `now` to `until`, rounded up and at least one: what a person is told to wait.
pub fn seconds_between(now: Timestamp, until: Timestamp) -> u64 {
    let micros = u64::try_from(until.micros().saturating_sub(now.micros())).unwrap_or(0);
    micros.div_ceil(1_000_000).max(1)
}

/// Where failed attempts are counted: at the pair of account and network, at the account, at the network.
///
/// The pair locks first. It stops who guesses one password, and locks nobody out anywhere else. Account and network lock much
/// later, against guesses that are spread; they do not count where the account has signed in before, so that a stranger
/// can neither keep a member out of their own office nor a whole office out of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doors {
    pair: String,
    account: String,
    address: Option<String>,
    known: bool,
}

/// One of the doors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Door<'a> {
    pub kind: Kind,
    pub subject: &'a str,
    /// So many failures in a row lock it.
    pub limit: i64,
}

impl Doors {
    /// An unknown account is counted like a known one, so that a lock-out tells nothing.
    pub fn new(email: &str, address: Option<IpAddr>) -> Self {
        let email: String = email.trim().to_lowercase().nfc().collect();
        let address = address.map(network);
        // No address of a mailbox has a line break in it.
        let pair = format!("{email}\n{}", address.as_deref().unwrap_or_default());
        Self { pair: digest(&pair), account: digest(&email), address, known: false }
    }

    pub(crate) fn account(&self) -> &str {
        &self.account
    }

    pub(crate) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The row that remembers that the account signed in from this network.
    pub(crate) fn place(&self) -> (Kind, &str) {
        (Kind::SignInPlace, &self.pair)
    }

    /// The same doors, seen from a network where the account has signed in before.
    pub(crate) fn known(self, known: bool) -> Self {
        Self { known, ..self }
    }

    /// Each door, in the order in which they are locked.
    pub(crate) fn all(&self) -> impl Iterator<Item = Door<'_>> {
        let door = |kind, subject, limit| Door { kind, subject, limit };
        let pair = door(Kind::SignInPair, self.pair.as_str(), limits::SIGN_IN_FAILURES);
        let account = door(Kind::SignInAccount, &self.account, limits::SIGN_IN_FAILURES_OF_ACCOUNT);
        let network = self
            .address
            .as_deref()
            .map(|address| door(Kind::SignInAddress, address, limits::SIGN_IN_FAILURES_OF_NETWORK));
        [pair, account].into_iter().chain(network)
    }

    /// The doors that may be locked for whoever stands there.
    pub(crate) fn barred(&self) -> impl Iterator<Item = Door<'_>> {
        self.all().filter(|door| !self.known || door.kind == Kind::SignInPair)
    }
}

fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The network that one person can be assumed to hold: an IPv4 address, or the /64 of an IPv6 one.
pub(crate) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests;
