use askama::Template;
use proofdesk_locale::Locale;

use super::{ArticleLink, Choice, Status, TicketRow};
use crate::{Here, Page};

/// How to reach us.
#[derive(Template)]
#[template(path = "reach.html")]
pub struct Reach {
    pub page: Page,
    pub topics: Vec<Choice>,
    /// What may answer it before it is written.
    pub articles: Vec<ArticleLink>,
    /// Networks that stand still, a sentence each, where it is about one.
    pub suspended: Vec<String>,
    /// What was chosen; `None` before.
    pub reached: Option<Reached>,
    /// The channels for it, the best first.
    pub ways: Vec<Way>,
}

/// A channel.
#[derive(Clone, Debug)]
pub struct Way {
    pub title: String,
    pub text: String,
    /// Where it begins, and the words of the button.
    pub act: Option<(String, String)>,
    /// Before all others.
    pub urgent: bool,
}

/// The way for one problem.
#[derive(Clone, Debug)]
pub struct Reached {
    pub topic: Choice,
    pub answer: AnswerTime,
    /// The customer's own open tickets of this kind.
    pub own: Vec<TicketRow>,
}

/// How long first answers took, in the reader's words.
#[derive(Clone, Debug)]
pub struct AnswerTime {
    /// Half of the tickets.
    pub median: Option<String>,
    /// Nine out of ten.
    pub p90: Option<String>,
    /// There were enough tickets to say something.
    pub enough: bool,
    /// How many tickets it rests on; `None` for strangers, who are not told.
    pub tickets: Option<i64>,
    /// The key of a sentence about which tickets these are; `None` for all of the category.
    pub like: Option<&'static str>,
}
