//! Articles of the help centre: what customers read before they write, and the runbooks that only agents read.
//!
//! An article has one text a language. Each text has versions that never change, a newest one that is worked on, and
//! perhaps one that is public; so a draft of the next version never takes the public one away. A translation knows the
//! version of the first language that it was made from. A slug that changed leads to the article for ever.

pub mod actions;
pub mod event;
pub mod feedback;
pub mod fill;
pub mod folder;
pub mod from_ticket;
pub mod gap;
pub mod handover;
pub mod import;
pub mod lead;
pub mod lock;
pub mod markdown;
pub(crate) mod mask;
pub mod reader;
pub mod reference;
pub mod remind;
pub mod search;
mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;
pub mod word;

use proofdesk_guard::outgoing;
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};

use crate::article_file;
use crate::code::Code;
use crate::error::{Error, Result};
use crate::id::{ArticleId, BrandId, HelpSectionId, StaffId};
use crate::limits;
use crate::text::{Clean, name};
use crate::time::Timestamp;
use crate::words::words;

pub use sql::ALL;

/// The job that publishes a text at its hour.
pub const JOB_KIND: &str = "article.publish";
/// Its lane.
pub const JOB_LANE: &str = "inward";

words! {
    /// How an article is built.
    pub enum Kind {
        Guide = "guide",
        Faq = "faq",
        /// Tables and definitions.
        Reference = "reference",
        /// Each heading of the second level is a step, whose list leads to others.
        Troubleshooting = "troubleshooting",
    }
}

words! {
    /// Who may read an article once it is published.
    pub enum Audience {
        Public = "public",
        /// Customers who are signed in.
        SignedIn = "signed_in",
        /// Agents alone.
        Internal = "internal",
    }
}

words! {
    /// Where the newest version of a text stands.
    pub enum Status {
        Draft = "draft",
        /// Somebody else is to read it.
        InReview = "in_review",
        Scheduled = "scheduled",
        Published = "published",
        /// Nobody reads it any more.
        Archived = "archived",
    }
}

impl Status {
    /// Says whether a text may be moved from here to there.
    pub const fn leads_to(self, next: Self) -> bool {
        match (self, next) {
            (Self::Draft, Self::InReview)
            | (Self::InReview | Self::Scheduled | Self::Archived, Self::Draft)
            | (Self::Draft | Self::InReview, Self::Scheduled)
            | (Self::Draft | Self::InReview | Self::Scheduled, Self::Published) => true,
            (from, Self::Archived) => !matches!(from, Self::Archived),
            _ => false,
        }
    }
}

/// An article, whatever its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub brand_id: BrandId,
    /// Stands in addresses; one of the brand's articles alone has it.
    pub slug: String,
    pub section_id: HelpSectionId,
    pub kind: Kind,
    pub audience: Audience,
    /// Of one for customers who are signed in: from which tier on they see it, 0 for all.
    pub min_tier: i64,
    /// Of such a one: the countries whose customers see it, by their two letters; none for all.
    pub countries: Vec<String>,
    /// The language that it is written in first.
    pub lang: Locale,
    /// Slugs of the categories that it helps with.
    pub categories: Vec<String>,
    /// Slugs of articles to read next. One that does not exist is not shown.
    pub related: Vec<String>,
    /// After so many days somebody is to read it again.
    pub review_days: i64,
    pub owner_id: Option<StaffId>,
    pub reviewed_at: Timestamp,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Article {
    /// When somebody is to read it again.
    pub fn review_due_at(&self) -> Timestamp {
        review_due(self.reviewed_at, self.review_days)
    }
}

fn review_due(reviewed_at: Timestamp, review_days: i64) -> Timestamp {
    let days = u64::try_from(review_days).unwrap_or(0);
    reviewed_at + std::time::Duration::from_secs(days * 24 * 3600)
}

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub article_id: ArticleId,
    pub lang: Locale,
    pub status: Status,
    /// The number of the newest version.
    pub head: i64,
    /// Of the newest version.
    pub title: String,
    /// The version of the first language that the newest version was made from; `None` of the first language itself.
    pub source_number: Option<i64>,
    /// The version that is public.
    pub published: Option<i64>,
    pub published_at: Option<Timestamp>,
    /// Of a scheduled one: when.
    pub publish_at: Option<Timestamp>,
    pub updated_at: Timestamp,
    pub version: i64,
}

/// One version of a text, which never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub title: String,
    pub summary: String,
    pub tags: Vec<String>,
    /// Markdown.
    pub body: String,
    /// Sanitised, with names of references in it.
    pub html: String,
    pub headings: Vec<Heading>,
    pub source_number: Option<i64>,
    /// Who wrote it: `staff` with an id, or `operator` and `system` without.
    pub author: String,
    pub author_id: Option<StaffId>,
    pub created_at: Timestamp,
}

/// A heading of the second or third level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub level: u8,
    /// Its anchor.
    pub id: String,
    pub text: String,
}

/// What somebody wrote, read by the guard and rendered: made before the transaction, because rendering takes its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub title: String,
    pub summary: String,
    pub tags: Vec<String>,
    pub body: String,
    pub html: String,
    pub headings: Vec<Heading>,
}

impl Written {
    /// # Errors
    /// `field-required`, `field-too-long` and `text-has-nul` at the field; `image-without-words` and `limit-reached` at `body`.
    pub fn new(title: &str, summary: &str, tags: &[String], body: &str) -> Result<Self> {
        let title = Clean::line("title", title, limits::ARTICLE_TITLE_CHARS)?;
        let summary = Clean::line("summary", summary, limits::ARTICLE_SUMMARY_CHARS)?;
        let body = Clean::field("body", body, limits::ARTICLE_CHARS)?;
        let tags = clean_tags(tags)?;
        let rendered = markdown::render(body.as_str());
        if rendered.wordless {
            return Err(Error::field("body", Code::ImageWithoutWords));
        }
        let most = limits::ARTICLE_TEXT_FILES;
        if article_file::named_in(&fill::wanted(&rendered.html)).len() > most {
            return Err(Error::limit_reached_at("body", most));
        }
        Ok(Self {
            title: title.as_str().to_owned(),
            summary: summary.as_str().to_owned(),
            tags,
            body: body.as_str().to_owned(),
            html: rendered.html,
            headings: rendered.headings,
        })
    }

    /// Says whether the version says the same.
    pub fn is(&self, version: &Version) -> bool {
        self.title == version.title
            && self.summary == version.summary
            && self.tags == version.tags
            && self.body == version.body
    }
}

/// A place where a text seems to ask its reader for a password, code, phrase or key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    pub wanted: &'static str,
    /// The words that do so.
    pub words: String,
}

/// Where a text seems to ask for a secret.
///
/// A message that does so is refused. An article tells people where they enter a code and how they choose a password, which
/// the same reading cannot always tell apart; so whoever publishes it has to look at each place, and say that they did.
pub fn asking(title: &str, summary: &str, body: &str) -> Vec<Asking> {
    let in_text = |text: &str| {
        let found = outgoing::asks(text).into_iter().map(|ask| Asking {
            wanted: ask.wanted.as_str(),
            words: text.get(ask.start..ask.end).unwrap_or_default().to_owned(),
        });
        found.collect::<Vec<_>>()
    };
    [title, summary, body].into_iter().flat_map(in_text).collect()
}

fn clean_tags(typed: &[String]) -> Result<Vec<String>> {
    if typed.len() > limits::ARTICLE_TAGS {
        return Err(Error::limit_reached_at("tags", limits::ARTICLE_TAGS));
    }
    let clean =
        |tag: &String| Ok(Clean::line("tags", tag, limits::ARTICLE_TAG_CHARS)?.as_str().to_owned());
    typed.iter().map(clean).collect()
}

/// Words that stand where slugs do in addresses.
const RESERVED: [&str; 3] = ["glossary", "sections", "search"];

/// Reads the slug of an article, section or term.
///
/// # Errors
/// As [`name::slug`]; `field-invalid` for a word that stands elsewhere in addresses.
pub fn read_slug(field: &str, typed: &str) -> Result<String> {
    let slug = name::slug(field, typed, limits::ARTICLE_SLUG_CHARS)?;
    match RESERVED.contains(&slug.as_str()) {
        true => Err(Error::field(field, Code::FieldInvalid)),
        false => Ok(slug),
    }
}

/// Reads a list of slugs, each once, in order.
///
/// # Errors
/// As [`read_slug`]; `limit-reached`.
pub fn read_slugs(field: &str, typed: &[String]) -> Result<Vec<String>> {
    if typed.len() > limits::ARTICLE_LINKS {
        return Err(Error::limit_reached_at(field, limits::ARTICLE_LINKS));
    }
    let mut slugs = Vec::new();
    for one in typed {
        let slug = read_slug(field, one)?;
        if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    Ok(slugs)
}

/// The languages in which somebody who asked for `wanted` is answered, the best first.
pub fn nearest(wanted: Locale) -> [Locale; 3] {
    match wanted {
        Locale::ZhHans => [wanted, Locale::ZhHant, Locale::En],
        Locale::ZhHant => [wanted, Locale::ZhHans, Locale::En],
        _ => [wanted, Locale::En, Locale::En],
    }
}
