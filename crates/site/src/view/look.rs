use askama::Template;
use proofdesk_locale::Locale;

use crate::{Here, Page};

/// Who looked at the customer's data.
#[derive(Template)]
#[template(path = "looks.html")]
pub struct Looks {
    pub page: Page,
    /// Newest first.
    pub looks: Vec<LookRow>,
}

/// One look.
#[derive(Clone, Debug)]
pub struct LookRow {
    pub at_us: i64,
    /// What was seen, in the reader's words.
    pub seen: String,
    /// Whether it is a look for which a reason must be given.
    pub asks_reason: bool,
    /// Stands for the member.
    pub pseudonym: String,
    /// The names of their roles.
    pub roles: String,
    /// As the member wrote it; `None` once erased.
    pub reason: Option<String>,
}

/// Where the customer is signed in.
#[derive(Template)]
#[template(path = "sessions.html")]
pub struct Sessions {
    pub page: Page,
    /// Newest first.
    pub sessions: Vec<SessionRow>,
}

/// One session.
#[derive(Clone, Debug)]
pub struct SessionRow {
    pub id: String,
    /// It is the one that looks at the page.
    pub current: bool,
    /// What the browser calls itself.
    pub agent: String,
    pub address: String,
    pub since_us: i64,
    pub seen_us: i64,
}
