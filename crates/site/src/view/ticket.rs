use askama::Template;
use proofdesk_locale::Locale;

use super::{Fact, Leak, MessageForm, Standing};
use crate::{Here, Page};

/// The five categories of a ticket's status, as the customer meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    WaitingOnCustomer,
    WaitingOnInternal,
    Solved,
    Closed,
}

impl Status {
    /// The key of the sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Open => "status-open",
            Self::WaitingOnCustomer => "status-waiting-on-customer",
            Self::WaitingOnInternal => "status-waiting-on-internal",
            Self::Solved => "status-solved",
            Self::Closed => "status-closed",
        }
    }

    /// The class that carries the status colour. The icon and the words say the same without it.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Open => "info",
            Self::WaitingOnCustomer => "teal",
            Self::WaitingOnInternal => "violet",
            Self::Solved => "good",
            Self::Closed => "quiet-tone",
        }
    }

    /// Whether work on it is over.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Solved | Self::Closed)
    }
}

/// A ticket in a list.
#[derive(Clone, Debug)]
pub struct TicketRow {
    /// The public id, `PD-XXXX-XXXX-C`.
    pub number: String,
    pub subject: String,
    /// The language of the subject, for its glyphs; `None` when unknown.
    pub lang: Option<String>,
    pub status: Status,
    /// Microseconds since 1970.
    pub updated_us: i64,
}

/// The customer's tickets: open ones first, then those that are done.
#[derive(Template)]
#[template(path = "tickets.html")]
pub struct TicketList {
    pub page: Page,
    pub open: Vec<TicketRow>,
    pub done: Vec<TicketRow>,
    /// Whether this is the first page of the list.
    pub first: bool,
    /// The cursor of the next page.
    pub older: Option<String>,
}

/// A ticket's page.
#[derive(Template)]
#[template(path = "ticket.html")]
pub struct Ticket {
    pub page: Page,
    pub ticket: TicketHead,
    /// Oldest first.
    pub thread: Vec<Entry>,
    /// `?before=` of the messages before these.
    pub earlier: Option<i64>,
    /// Whether the newest message is among these.
    pub latest: bool,
    pub reply: MessageForm,
    /// Where live arrival begins; `None` on earlier pages of a thread, where nothing arrives.
    pub live: Option<Live>,
}

/// What stands above the thread.
#[derive(Clone, Debug)]
pub struct TicketHead {
    pub number: String,
    pub subject: String,
    pub lang: Option<String>,
    /// The category's name in the reader's language.
    pub category: Option<String>,
    pub opened_us: i64,
    pub status: Status,
    pub can_reply: bool,
    pub can_solve: bool,
    pub can_reopen: bool,
}

impl TicketHead {
    /// The key of the sentence about what happens next. No time is promised as long as no policy
    /// promises one, and the sentence says so.
    pub const fn next(&self) -> &'static str {
        match self.status {
            Status::Open => "status-next-open",
            Status::WaitingOnInternal => "status-next-waiting-on-internal",
            Status::WaitingOnCustomer => "status-next-waiting-on-customer",
            Status::Solved => "status-next-solved",
            Status::Closed => "status-next-closed",
        }
    }
}

/// What `live.js` needs to follow a ticket.
#[derive(Clone, Debug)]
pub struct Live {
    /// The feed position that this page shows.
    pub after: i64,
}

/// One entry of the thread.
#[derive(Clone, Debug)]
pub enum Entry {
    Message(Message),
    Event(EventLine),
}

/// A muted line between messages.
#[derive(Clone, Debug)]
pub struct EventLine {
    pub id: String,
    pub text: String,
    pub at_us: i64,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: String,
    pub author: Author,
    pub at_us: i64,
    /// The language of the text, for its glyphs; `None` when unknown.
    pub lang: Option<String>,
    pub body: Body,
    /// What the guard hid, on the customer's own messages.
    pub leak: Option<Leak>,
    /// What the customer's own message says of money, in the order of the text.
    pub facts: Vec<Fact>,
    pub files: Vec<Attachment>,
}

/// Who wrote a message, as the customer sees them.
#[derive(Clone, Debug)]
pub enum Author {
    You,
    Staff {
        name: String,
    },
    /// The desk by itself.
    Desk,
}

impl Author {
    /// The class of the message's card.
    pub const fn tone(&self) -> &'static str {
        match self {
            Self::You => "yours",
            Self::Staff { .. } | Self::Desk => "ours",
        }
    }
}

/// The text of a message.
#[derive(Clone, Debug)]
pub enum Body {
    /// Sanitised by the desk when the message was stored; it goes into the page as it is.
    Html {
        html: String,
    },
    Erased,
}

/// A file of a message.
#[derive(Clone, Debug)]
pub struct Attachment {
    pub id: String,
    pub name: String,
    pub bytes: u64,
    pub kind: FileKind,
    /// Whether the browser may show it in place: raster images only, never SVG.
    pub preview: bool,
    /// Whether the browser may play it in place.
    pub plays: bool,
    /// Erased: only its name is left.
    pub gone: bool,
    /// Secrets were hidden in it: this is the masked copy.
    pub masked: bool,
    /// It is not given out: infected, or not scanned yet where that matters.
    pub closed: bool,
    /// The key of a sentence about what the desk found in it, the gravest alone.
    pub note: Option<&'static str>,
}

/// The kinds of files that have an icon and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Image,
    Video,
    Pdf,
    Text,
    Other,
}

impl FileKind {
    /// The kind of a sniffed media type.
    pub fn of(media_type: &str) -> Self {
        match media_type.split(';').next().unwrap_or_default().trim() {
            "application/pdf" => Self::Pdf,
            "application/json" => Self::Text,
            other if other.starts_with("image/") => Self::Image,
            other if other.starts_with("video/") => Self::Video,
            other if other.starts_with("text/") => Self::Text,
            _ => Self::Other,
        }
    }

    /// The key of the word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Image => "file-type-image",
            Self::Video => "file-type-video",
            Self::Pdf => "file-type-pdf",
            Self::Text => "file-type-text",
            Self::Other => "file-type-other",
        }
    }
}
