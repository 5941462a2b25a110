use askama::Template;
use proofdesk_locale::Locale;

use super::{Beside, Carried, Fact, Field, FormProblem, Leak, MessageForm, Standing, Tone};
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

    /// The key of what comes after it.
    pub const fn after(self) -> &'static str {
        match self {
            Self::Open => "step-next-open",
            Self::WaitingOnCustomer => "step-next-waiting-on-customer",
            Self::WaitingOnInternal => "step-next-waiting-on-internal",
            Self::Solved | Self::Closed => "step-next-done",
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
    /// What was done, what is now, what comes next.
    pub steps: Vec<Step>,
    /// What was asked and answered.
    pub given: Vec<Given>,
    /// What the exchange says of the transfers that it is about.
    pub beside: Option<Beside>,
    /// Without it the ticket cannot be worked on.
    pub needed: Vec<Missing>,
    /// With it the answer comes sooner.
    pub helpful: Vec<Missing>,
    /// What a customer who waits can do.
    pub waiting: Waiting,
    /// What they are asked to prove.
    pub proof: Option<Proof>,
    /// The numbers of the tickets that go on in it.
    pub joined: Vec<String>,
    /// Oldest first.
    pub thread: Vec<Entry>,
    /// `?before=` of the messages before these.
    pub earlier: Option<i64>,
    /// Whether the newest message is among these.
    pub latest: bool,
    pub reply: MessageForm,
    /// How many files its transcript has.
    pub parts: u32,
    /// Where live arrival begins; `None` on earlier pages of a thread, where nothing arrives.
    pub live: Option<Live>,
}

/// How somebody proves who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofWay {
    /// They sign in at the exchange.
    SignIn,
    /// They open the link in a mail, which is sent once more where they want it.
    Mail,
    /// They open the link in a mail that they have: no more is sent.
    OldMail,
}

impl ProofWay {
    /// The key of how it is done.
    pub const fn text(self) -> &'static str {
        match self {
            Self::SignIn => "proof-text-sign-in",
            Self::Mail | Self::OldMail => "proof-text-mail",
        }
    }
}

/// What a customer is asked to prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub way: ProofWay,
    /// Until when, in words.
    pub until: String,
}

impl Ticket {
    /// What stands before the numbers of the tickets that go on in it, and behind them; `None` where there are none.
    fn around_joined(&self) -> Option<(String, String)> {
        let numbers = self.page.list(&self.joined);
        let text = self.page.t1("ticket-joined-here", "numbers", numbers.as_str());
        let (before, behind) = text.split_once(&numbers).filter(|_| !numbers.is_empty())?;
        // The page isolates each number by itself: marks around all of them would turn a list in Arabic around.
        let before = before.trim_end_matches('\u{2068}');
        Some((before.to_owned(), behind.trim_start_matches('\u{2069}').to_owned()))
    }
}

/// A reply that came when its ticket was closed: a new one can take it, with the number of this one.
#[derive(Template)]
#[template(path = "reply_late.html")]
pub struct ReplyLate {
    pub page: Page,
    pub number: String,
    pub subject: String,
    /// The slug of the category that the new one begins in.
    pub category: String,
    /// As it was typed; empty where files alone were sent.
    pub typed: String,
    /// Names of the files that go along.
    pub files: Vec<String>,
    pub carried: Carried,
}

/// Where a step of a ticket's life stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    Done,
    Now,
    Next,
}

impl StepKind {
    /// The class of the step.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
        }
    }

    /// The key of its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "step-done",
            Self::Now => "step-now",
            Self::Next => "step-next",
        }
    }
}

/// A step of a ticket's life, in a sentence.
#[derive(Clone, Debug)]
pub struct Step {
    pub kind: StepKind,
    pub text: String,
    /// The number in it of another ticket of the same customer.
    pub number: Option<String>,
    pub at_us: Option<i64>,
}

impl Step {
    /// As of [`EventLine`].
    fn around_number(&self) -> Option<(&str, &str, &str)> {
        around(&self.text, self.number.as_deref()?)
    }
}

/// An answer to a question of the ticket's form.
#[derive(Clone, Debug)]
pub struct Given {
    pub label: String,
    /// `None` for "I do not have it".
    pub value: Option<String>,
    pub code: bool,
    /// Where it is changed; `None` where it no longer can be.
    pub href: Option<String>,
    /// The UID of another account stands in it.
    pub uid_differs: bool,
}

/// A question of the ticket's form that has no answer.
#[derive(Clone, Debug)]
pub struct Missing {
    pub label: String,
    pub why: String,
    /// Where it is answered.
    pub href: String,
}

/// What a customer who waits can do.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Whether asking after the ticket is offered.
    pub can_nudge: bool,
    /// Since when it will be, as a sentence.
    pub nudge_from: Option<String>,
    pub can_escalate: bool,
}

/// Asks why somebody who may do more should look at a ticket.
#[derive(Template)]
#[template(path = "escalation.html")]
pub struct Escalation {
    pub page: Page,
    pub number: String,
    pub subject: String,
    /// Why it cannot be asked now.
    pub refused: Option<String>,
    /// To the lead, and not to the second tier.
    pub to_lead: bool,
    pub reason: Field,
    /// Characters that a reason may have.
    pub limit: u32,
    pub key: String,
}

impl Escalation {
    fn problems(&self) -> Vec<FormProblem> {
        let error = self.reason.error.iter();
        error.map(|text| FormProblem { field: "body", text: text.clone() }).collect()
    }
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
    /// What the receipt promised, as long as nobody has answered.
    pub promise: Option<String>,
    /// The number of the ticket that it goes on in.
    pub goes_on: Option<String>,
}

impl TicketHead {
    /// The key of the sentence about what happens next where no time was promised, which the sentence says.
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
    /// The number in it of another ticket of the same customer.
    pub number: Option<String>,
    pub at_us: i64,
}

impl EventLine {
    /// What stands before the number, the number, and what stands behind it; `None` for a line without one.
    fn around_number(&self) -> Option<(&str, &str, &str)> {
        around(&self.text, self.number.as_deref()?)
    }
}

/// A line cut where a number stands in it.
fn around<'a>(text: &'a str, number: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, behind) = text.split_once(number)?;
    Some((before, number, behind))
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
    /// The number of the merged ticket that it is of; `None` for one of the ticket itself.
    pub origin: Option<String>,
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
    /// Where it is served.
    pub href: String,
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
