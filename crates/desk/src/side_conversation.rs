//! Talking a ticket over with a department that has no seat at the desk. An agent asks, the department gets a mail with a link to one
//! page, and answers there. No customer sees any of it.
//!
//! What is written is a note of the ticket with a row beside it that says which conversation it is part of, and the subject is the
//! first line of the first of them: so it is found, masked, erased and verified as notes are, and is nowhere else.
//!
//! What the mails lead to is opened by a token (`pds_`, `signed_link.rs`).

pub mod actions;
mod mail;
mod sql;
pub mod view;

use proofdesk_locale::Locale;
use proofdesk_sealing::{Keyring, Purpose};

use crate::brand::Accent;
use crate::code::Code;
use crate::department::address_digest;
use crate::error::{Error, Result};
use crate::id::{
    AttachmentId, DepartmentId, MessageId, PublicId, SideConversationId, SideLinkId, StaffId,
    TicketId,
};
use crate::limits;
use crate::notification::RecipientDigest;
use crate::render::{Body, MaskedSpan};
use crate::signed_link::SignedLinks;
use crate::text::Clean;
use crate::text::outgoing::refuse_asking;
use crate::ticket::SideStarted;
use crate::ticket::view::AttachmentView;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::words::words;

pub use mail::{JOB_KIND, JOB_LANE, mail_of};
pub use sql::ALL;

const LINKS: SignedLinks = SignedLinks { prefix: "pds_", purpose: Purpose::SideLinkMac };
/// Where its messages come by.
const CHANNEL: &str = "department";

words! {
    /// Whose message it is.
    pub enum SideAuthor {
        Staff = "staff",
        Department = "department",
    }
}

words! {
    /// What became of the mail that tells the department of a message.
    pub enum MailState {
        /// The department wrote it itself.
        None = "none",
        Queued = "queued",
        /// The server took it.
        Sent = "sent",
        Failed = "failed",
        /// The address takes no mail.
        Bounced = "bounced",
        /// The department had as many within the hour as it may, or its link opened nothing any more before it was sent.
        Withheld = "withheld",
    }
}

/// What the events of a ticket say of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub department_id: DepartmentId,
    pub pauses: bool,
    pub created_at: Timestamp,
    pub last_at: Timestamp,
    pub last_by: SideAuthor,
    pub closed_at: Option<Timestamp>,
}

impl Side {
    pub(crate) fn started(by: &SideStarted, at: Timestamp) -> Self {
        Self {
            department_id: by.department_id,
            pauses: by.pauses,
            created_at: at,
            last_at: at,
            last_by: SideAuthor::Staff,
            closed_at: None,
        }
    }

    /// Says whether the department has not answered yet what it was asked last.
    pub fn is_asked(&self) -> bool {
        self.closed_at.is_none() && self.last_by == SideAuthor::Staff
    }
}

/// Its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SideConversation {
    pub id: SideConversationId,
    /// In whose chain its messages are. That one may go on in another by now.
    pub ticket_id: TicketId,
    pub started_by: StaffId,
    pub side: Side,
    pub link_id: SideLinkId,
    pub recipient: RecipientDigest,
    pub link_until: Timestamp,
}

/// Whether a link opens its conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// It is too old. One can be mailed to the same address once more.
    Expired,
    /// The department has another address by now.
    Void,
    Closed,
}

impl SideConversation {
    fn standing(&self, email: &str, now: Timestamp) -> Standing {
        if self.side.closed_at.is_some() {
            Standing::Closed
        } else if address_digest(email) != self.recipient {
            Standing::Void
        } else if self.link_until <= now {
            Standing::Expired
        } else {
            Standing::Open
        }
    }

    fn require_open(&self) -> Result<()> {
        match self.side.closed_at {
            Some(_) => Err(Error::refused(Code::SideClosed)),
            None => Ok(()),
        }
    }
}

impl Standing {
    /// # Errors
    /// `side-closed`; `link-expired` for every other link that opens nothing.
    fn require_open(self) -> Result<()> {
        match self {
            Self::Open => Ok(()),
            Self::Closed => Err(Error::refused(Code::SideClosed)),
            Self::Expired | Self::Void => Err(Error::refused(Code::LinkExpired)),
        }
    }
}

/// What a department is about to be asked.
#[derive(Clone, Debug)]
pub struct NewSideConversation {
    pub department_id: DepartmentId,
    /// While the department is asked, the ticket waits.
    pub pauses: bool,
    subject: Clean,
    /// The subject in its first line.
    body: Body,
    attachment_ids: Vec<AttachmentId>,
    lang: Locale,
}

/// One more message to a department.
#[derive(Clone, Debug)]
pub struct NewSideMessage {
    pub body: Body,
    /// The writer's own uploads, and files of the ticket.
    pub attachment_ids: Vec<AttachmentId>,
    pub lang: Locale,
}

impl NewSideConversation {
    /// # Errors
    /// `field-required`, `field-too-long` and `text-has-nul` at `subject` and `body`.
    pub fn new(
        viewer: &Viewer,
        keyring: &Keyring,
        (department_id, pauses): (DepartmentId, bool),
        (subject, body): (&str, &str),
        lang: Locale,
    ) -> Result<Self> {
        let line = Clean::line("subject", subject, limits::SUBJECT_CHARS)?;
        Clean::field("body", body, limits::SIDE_CHARS)?;
        // The guard reads both as one, and finds what is split between them too.
        let flat: String = subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let whole = format!("{}\n\n{}", flat.trim(), body.trim());
        let both = limits::SUBJECT_CHARS + limits::SIDE_CHARS + 2;
        let whole = Clean::field("body", &whole, both)?;
        let body = Body::by(viewer, keyring, whole);
        let attachment_ids = Vec::new();
        Ok(Self { department_id, pauses, subject: line, body, attachment_ids, lang })
    }

    /// The same with files: the writer's own uploads, and files of the ticket.
    #[must_use]
    pub fn with_files(self, attachment_ids: Vec<AttachmentId>) -> Self {
        Self { attachment_ids, ..self }
    }

    fn refuse_asking(&self) -> Result<()> {
        refuse_asking("subject", self.subject.as_str())?;
        self.body.refuse_asking()
    }
}

/// The subject of a conversation: the first line of what it began with.
fn subject_of(body: Option<&str>) -> Option<String> {
    body.and_then(|body| body.lines().next()).map(str::to_owned)
}

/// The conversation that a note is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideMark {
    pub id: SideConversationId,
    pub department_id: DepartmentId,
    /// The department's name.
    pub department: String,
}

/// A conversation as it stands beside its ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideSummary {
    pub id: SideConversationId,
    /// The ticket in whose chain its messages are.
    pub ticket: PublicId,
    /// The department's name.
    pub department: String,
    pub is_archived: bool,
    /// `None` once its first message is erased.
    pub subject: Option<String>,
    pub started_by: StaffId,
    pub started_by_name: String,
    pub side: Side,
    /// Until when the link in its mails opens it.
    pub link_until: Timestamp,
    pub messages: i64,
}

/// A message of a conversation. An erased one has neither body nor html.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideMessage {
    pub id: MessageId,
    pub by: SideAuthor,
    /// The member's; `None` for a department's message.
    pub author_name: Option<String>,
    /// The place of its event in the ticket's stream.
    pub seq: i64,
    pub lang: String,
    pub created_at: Timestamp,
    pub body: Option<String>,
    /// Sanitised.
    pub html: Option<String>,
    pub findings: Vec<MaskedSpan>,
    /// What came with it, and what of the ticket was given along.
    pub files: Vec<AttachmentView>,
    pub mail: MailState,
    /// Why a mail did not arrive: `550 5.1.1`, `timeout`.
    pub mail_code: Option<String>,
    pub mailed_at: Option<Timestamp>,
}

/// What the page behind a link shows, to whoever has it.
#[derive(Clone, Debug)]
pub struct SidePage {
    pub standing: Standing,
    pub brand: String,
    /// The colours of the brand's pages.
    pub accent: Option<Accent>,
    pub department: String,
    pub locale: Locale,
    pub ticket: PublicId,
    pub subject: Option<String>,
    /// Who asked.
    pub started_by: String,
    /// Until when the link opens it.
    pub link_until: Timestamp,
    /// Nothing for a link that opens nothing.
    pub messages: Vec<SideMessage>,
}

/// A mail to a department.
#[derive(Clone, Debug)]
pub struct SideLetter {
    pub message_id: MessageId,
    pub state: MailState,
    /// How often one was asked for, by which their names differ.
    pub mails: i64,
    pub link_id: SideLinkId,
    pub link_until: Timestamp,
    /// The link opens nothing: the conversation is closed, or the department has another address by now.
    pub is_closed: bool,
    pub address: String,
    pub locale: Locale,
    pub department: String,
    pub brand_slug: String,
    pub brand_name: String,
    pub ticket: PublicId,
    pub subject: Option<String>,
    /// Who wrote.
    pub author: String,
}

/// The token of a link, safe in URLs.
///
/// # Errors
/// None in practice: an HMAC takes keys of any length.
pub fn token(keyring: &Keyring, id: SideLinkId) -> Result<String> {
    LINKS.token(keyring, id)
}

/// The link of a token, checked in constant time.
///
/// # Errors
/// `not-found` for what is no token of ours.
pub fn read(keyring: &Keyring, token: &str) -> Result<SideLinkId> {
    LINKS.read(keyring, token)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::Id as _;

    #[test]
    fn a_token_is_its_own_and_nobody_elses() {
        let keyring = crate::testing::keyring();
        let uuid = uuid::Uuid::from_u128(7);
        let text = token(&keyring, SideLinkId::from_uuid(uuid)).unwrap();
        assert_eq!(read(&keyring, &text).unwrap(), SideLinkId::from_uuid(uuid));
        let other = token(&Keyring::generate(&[8; 64]), SideLinkId::from_uuid(uuid)).unwrap();
        // A customer's link to a ticket of the same id is another one, whatever stands before it.
        let ticket_link = crate::id::TicketLinkId::from_uuid(uuid);
        let of_ticket = crate::ticket_link::token(&keyring, ticket_link).unwrap();
        let of_ticket = of_ticket.replacen("pdt_", LINKS.prefix, 1);
        let cut = text.get(..text.len() - 2).unwrap();
        for wrong in ["", LINKS.prefix, cut, &other, &of_ticket, &format!("{text}A")] {
            assert_eq!(read(&keyring, wrong).unwrap_err().code(), Code::NotFound, "{wrong}");
        }
    }

    #[test]
    fn a_job_says_which_mail_it_is_for() {
        let id = MessageId::from_uuid(uuid::Uuid::from_u128(7));
        let payload = serde_json::to_string(&(id, 2)).unwrap();
        assert_eq!(mail_of(&payload).unwrap(), (id, Some(2)));
        // As jobs had it before, which may wait still when this version starts.
        assert_eq!(mail_of(&format!("\"{id}\"")).unwrap(), (id, None));
        for payload in ["", "null", "[]", "[7, 2]", "\"7\""] {
            assert!(mail_of(payload).is_err(), "{payload}");
        }
    }

    #[test]
    fn the_subject_is_the_first_line_and_both_pass_the_guard() {
        let (keyring, department_id) =
            (crate::testing::keyring(), DepartmentId::from_uuid(uuid::Uuid::from_u128(1)));
        let new = |subject: &str, body: &str| {
            let to = (department_id, true);
            NewSideConversation::new(&Viewer::Operator, &keyring, to, (subject, body), Locale::En)
        };
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let asked = new(" Is the node\nbehind? ", &format!("They sent {phrase}")).unwrap();
        let text = asked.body.text().as_str();
        assert_eq!(subject_of(Some(text)).as_deref(), Some("Is the node behind?"));
        assert!(!text.contains("sausage"), "{text}");
        assert!(asked.body.text().leaks_key());
        for (subject, body, field) in [(" ", "b", "subject"), ("s", " ", "body")] {
            let error = new(subject, body).unwrap_err();
            assert_eq!(error.code(), Code::FieldRequired);
            assert!(format!("{error:?}").contains(field), "{error:?}");
        }
        assert_eq!(subject_of(None), None);
    }
}
