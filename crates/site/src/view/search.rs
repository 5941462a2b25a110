use askama::Template;
use proofdesk_locale::Locale;

use super::ArticleLink;
use crate::{Here, Page};

/// A piece of a text that was found.
#[derive(Clone, Debug)]
pub struct FoundPiece {
    pub text: String,
    /// It is what was looked for.
    pub is_match: bool,
}

/// An article that was found.
#[derive(Clone, Debug)]
pub struct FoundLink {
    pub href: String,
    pub title: Vec<FoundPiece>,
    pub snippet: Vec<FoundPiece>,
    /// The name of its section.
    pub section: String,
    /// The language of title and snippet, where it is not the reader's.
    pub lang: Option<Locale>,
    /// It leads step by step.
    pub is_tree: bool,
    pub is_internal: bool,
}

/// A section to narrow to.
#[derive(Clone, Debug)]
pub struct Facet {
    pub href: String,
    pub name: String,
    pub count: i64,
    pub is_chosen: bool,
}

/// What became of a question.
#[derive(Clone, Debug)]
pub enum Searched {
    NotAsked,
    /// There is no index to ask yet.
    NotReady,
    Found {
        total: usize,
        /// All of it is in other languages.
        is_foreign: bool,
        facets: Vec<Facet>,
        /// The same without the section that was chosen.
        all: Option<String>,
        items: Vec<FoundLink>,
    },
}

impl Searched {
    pub fn is_empty(&self) -> bool {
        !matches!(self, Self::Found { items, .. } if !items.is_empty())
    }
}

/// What was looked for and found.
#[derive(Template)]
#[template(path = "help_search.html")]
pub struct HelpSearch {
    pub page: Page,
    /// As it was typed, in one line.
    pub query: String,
    pub outcome: Searched,
    /// Where nothing was found.
    pub popular: Vec<ArticleLink>,
}

impl HelpSearch {
    fn title(&self) -> String {
        match self.query.is_empty() {
            true => self.page.title("help-search-title"),
            false => {
                let title = self.page.t1("help-search-of", "words", self.query.as_str());
                self.page.title_of(&title)
            }
        }
    }
}
