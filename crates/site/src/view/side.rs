use askama::Template;

use super::{Attachment, FileKind, FormProblem, MessageForm};
use crate::Page;

/// A message of a side conversation.
#[derive(Clone, Debug)]
pub struct SideMessage {
    pub id: String,
    /// The desk wrote it, and not the department that reads the page.
    pub is_desk: bool,
    pub author: String,
    pub at_us: i64,
    /// BCP 47 tag of its text, where it is known.
    pub lang: Option<String>,
    /// Sanitised; `None` once erased. Empty where files alone were sent.
    pub html: Option<String>,
    pub files: Vec<Attachment>,
}

impl SideMessage {
    /// The class of the message's card.
    pub const fn tone(&self) -> &'static str {
        if self.is_desk { "ours" } else { "yours" }
    }
}

/// What a department is asked about a ticket, on the page behind its link.
#[derive(Template)]
#[template(path = "side.html")]
pub struct Side {
    pub page: Page,
    pub token: String,
    pub department: String,
    /// `None` once the first message is erased.
    pub subject: Option<String>,
    /// Who asks whom about which ticket.
    pub intro: String,
    pub messages: Vec<SideMessage>,
    pub until_us: i64,
    /// The answer, as far as it was typed.
    pub answer: MessageForm,
    /// Characters that an answer may have.
    pub limit: u32,
    /// By what the browser tells drafts of different conversations apart.
    pub draft: String,
}

impl Side {
    fn name(&self) -> String {
        self.subject.clone().unwrap_or_else(|| self.page.t("side-unnamed"))
    }

    /// What is wrong, in the order of the page.
    fn problems(&self) -> Vec<FormProblem> {
        self.answer.problems()
    }
}

/// Why a link opens no conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideWay {
    /// It is too old. A new one can be mailed.
    Expired,
    /// It was, just now.
    Sent,
    Closed,
    /// Another link took its place.
    Void,
}

impl SideWay {
    /// The key of the heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Expired | Self::Void => "link-over-title",
            Self::Sent => "link-sent-title",
            Self::Closed => "side-closed-title",
        }
    }

    /// The key of the sentence below it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Expired => "side-expired",
            Self::Sent => "side-renewed",
            Self::Closed => "side-closed",
            Self::Void => "side-void",
        }
    }
}

/// The page behind a link that opens no conversation.
#[derive(Template)]
#[template(path = "side_over.html")]
pub struct SideOver {
    pub page: Page,
    pub token: String,
    pub way: SideWay,
    /// An answer that came too late, so that it can be copied.
    pub typed: String,
}
