//! What a customer is told of their tickets: in the page always, and on the roads that lead to them outside of it.
//!
//! A notification is made in the transaction of the verb that causes it, with one delivery for each road and a job for each
//! delivery. Whether a road is open, whether the customer wants it, whether the address is proven and whether it has had
//! enough are decided there too ([`rule`]), so that what agents see is what holds.

pub mod actions;
pub mod returned;
pub mod rule;
mod sql;
#[cfg(test)]
mod tests;
pub mod view;

use crate::exchange_event::ExchangeTold;
use crate::id::{
    BrandId, CustomerId, MessageId, NotificationDeliveryId, NotificationId, PublicId, TicketId,
};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The job that sends one delivery. Its payload is the delivery's id as JSON text.
pub const JOB_KIND: &str = "notification.deliver";
/// With the webhooks: whoever is slow holds up nobody.
pub const JOB_LANE: &str = crate::webhook::JOB_LANE;

words! {
    /// What happened.
    pub enum NotificationKind {
        /// The first message of a ticket has arrived.
        Receipt = "receipt",
        /// The desk opened a ticket for them: they wrote nothing yet.
        Opened = "opened",
        /// An agent answered.
        Reply = "reply",
        /// The desk waits for the customer.
        Waiting = "waiting",
        Solved = "solved",
        /// A new link, which somebody asked for who had an old one.
        Link = "link",
        /// The exchange has seen a deposit of theirs.
        DepositSeen = "deposit_seen",
        /// The exchange holds a withdrawal of theirs.
        WithdrawalHeld = "withdrawal_held",
        /// A security setting of their account changed.
        SettingChanged = "setting_changed",
    }
}

impl NotificationKind {
    /// Whether browsers are told of it: all but a new link, which goes to the address that is to be proven by it.
    pub const fn is_pushed(self) -> bool {
        !matches!(self, Self::Link)
    }

    /// What it is about, as customers choose.
    pub const fn topic(self) -> Topic {
        match self {
            Self::Receipt
            | Self::Opened
            | Self::Reply
            | Self::Waiting
            | Self::Solved
            | Self::Link => Topic::Tickets,
            Self::DepositSeen | Self::WithdrawalHeld => Topic::Account,
            Self::SettingChanged => Topic::Security,
        }
    }
}

words! {
    /// What notifications are about.
    pub enum Topic {
        /// Answers, questions, solutions.
        Tickets = "tickets",
        /// What the exchange tells of deposits and withdrawals.
        Account = "account",
        /// What may be a thief's doing. It is sent on every road there is, whatever somebody chose: that may have been the thief.
        Security = "security",
    }
}

impl Topic {
    /// Whether customers choose on which roads they hear of it.
    pub const fn is_chosen(self) -> bool {
        !matches!(self, Self::Security)
    }
}

words! {
    /// A road to a customer beside the page.
    pub enum Channel {
        Mail = "mail",
        /// Web push, to every browser that the customer asked to be told in.
        Push = "push",
        /// The exchange's own app, by a signed call to the exchange.
        App = "app",
    }
}

words! {
    /// What became of a delivery.
    pub enum DeliveryState {
        Queued = "queued",
        /// The next server on the way has taken it.
        Sent = "sent",
        /// Given up, or refused for a reason that is not the address's.
        Failed = "failed",
        /// The address was refused.
        Bounced = "bounced",
        /// Not sent, by a rule of ours.
        Withheld = "withheld",
    }
}

words! {
    /// By which rule a delivery was not sent.
    pub enum Withheld {
        /// Nobody has proven that the address is the customer's.
        Unproven = "unproven",
        /// The address has had as many as it may in an hour.
        TooMany = "too-many",
        /// The last one to this address was refused, not long ago.
        BouncedBefore = "bounced-before",
    }
}

/// A notification as its customer reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: NotificationId,
    pub kind: NotificationKind,
    /// `None` for what the exchange told of no ticket.
    pub ticket: Option<PublicId>,
    /// The desk opened the ticket for them: they did not write to begin it.
    pub is_of_desk: bool,
    /// Of the ticket, as it was typed, what was masked masked; empty without one.
    pub subject: String,
    /// The language of the subject.
    pub lang: String,
    /// What the exchange told, when it is about that.
    pub told: Option<ExchangeTold>,
    pub created_at: Timestamp,
    pub read_at: Option<Timestamp>,
}

/// A notification's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notification {
    pub id: NotificationId,
    pub customer_id: CustomerId,
    /// `None` for what the exchange told of no ticket.
    pub ticket_id: Option<TicketId>,
    pub message_id: Option<MessageId>,
    pub kind: NotificationKind,
    pub expected_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub read_at: Option<Timestamp>,
}

/// What became of one delivery, as agents see it. No address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: NotificationDeliveryId,
    pub message_id: Option<MessageId>,
    pub kind: NotificationKind,
    pub channel: Channel,
    pub state: DeliveryState,
    pub attempts: i64,
    /// A rule of [`Withheld`], or what the other side said as far as it is a code: `550 5.1.1`, `connection`.
    pub error: Option<String>,
    pub created_at: Timestamp,
    pub attempted_at: Option<Timestamp>,
}

/// A digest by which an address is counted and known again. Personal data stays with the customer's row.
pub type RecipientDigest = [u8; 32];

/// The road as the installation has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Road {
    pub is_open: bool,
    pub domain: String,
}

/// How a customer can be reached by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MailReach {
    pub address: Option<String>,
    /// They have shown that they read mail there, or the exchange says that it is theirs.
    pub is_proven: bool,
    /// They come in through the exchange.
    pub has_account: bool,
    pub is_wanted: bool,
}

/// How a customer can be reached by the exchange's app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AppReach {
    /// The stable id of their account; `None` for who has none.
    pub account: Option<String>,
    pub is_wanted: bool,
}

/// What a customer chose for one topic on one road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preference {
    pub topic: Topic,
    pub channel: Channel,
    pub is_on: bool,
}

/// By what a customer is told of a new ticket.
#[derive(Debug)]
pub(crate) struct Means {
    /// `None` where no node was ever configured for mail.
    pub mail: Option<Road>,
    pub promise: Promise,
    /// The ticket is about an account that was taken.
    pub of_theft: bool,
}

/// What a brand promises in its receipts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    pub brand_id: BrandId,
    /// `None`: nothing.
    pub answer_within_min: Option<i64>,
}

/// Everything that a mail or a call to the app says, for whoever writes and sends it.
#[derive(Clone, Debug)]
pub struct Letter {
    pub delivery_id: NotificationDeliveryId,
    pub channel: Channel,
    pub state: DeliveryState,
    pub kind: NotificationKind,
    /// Without angle brackets.
    pub mail_id: String,
    /// Ids of earlier mails about the ticket to this customer, oldest first.
    pub references: Vec<String>,
    pub expected_at: Option<Timestamp>,
    /// `None` when the customer has none any more.
    pub address: Option<String>,
    /// The stable id of their account at the exchange; `None` for who has none.
    pub account: Option<String>,
    pub created_at: Timestamp,
    pub brand_id: BrandId,
    pub is_proven: bool,
    pub locale: String,
    pub time_zone: String,
    /// `None` for what the exchange told of no ticket.
    pub ticket: Option<PublicId>,
    /// Of the ticket; empty without one.
    pub subject: String,
    /// The desk opened the ticket for them: they did not write to begin it.
    pub is_of_desk: bool,
    /// What the exchange told, when it is about that.
    pub told: Option<ExchangeTold>,
    pub brand_slug: String,
    pub brand_name: String,
    /// The agent's words; `None` where there are none, or where something in them was masked.
    pub reply: Option<LetterReply>,
    /// By which the customer comes in who has no account at the exchange; `None` for those who have one.
    pub link: Option<crate::id::TicketLinkId>,
}

/// An agent's words in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterReply {
    pub author: String,
    pub lang: String,
    /// The source, as it was typed.
    pub text: String,
    /// Sanitised.
    pub html: String,
    pub files: i64,
}
