use askama::Template;
use proofdesk_desk::article::Heading;
use proofdesk_locale::Locale;

use crate::{Here, Page};

/// What stands in the head of a page for search engines.
#[derive(Clone, Debug, Default)]
pub struct HelpHead {
    pub canonical: String,
    /// The same page in each language.
    pub alternates: Vec<Alternate>,
    /// Where who reads none of them goes.
    pub default: Option<String>,
    pub description: String,
    /// Structured data, JSON in which nothing ends an element; empty for none.
    pub data: String,
    pub indexed: bool,
}

/// A page in another language.
#[derive(Clone, Debug)]
pub struct Alternate {
    pub lang: &'static str,
    pub href: String,
}

/// A link to an article.
#[derive(Clone, Debug)]
pub struct ArticleLink {
    pub href: String,
    pub title: String,
    /// Empty where there is no room for it.
    pub summary: String,
    /// The language of title and summary, where it is not the reader's.
    pub lang: Option<Locale>,
    /// It leads step by step.
    pub is_tree: bool,
    pub is_internal: bool,
}

/// A section with its articles.
#[derive(Clone, Debug)]
pub struct SectionList {
    pub slug: String,
    pub name: String,
    pub articles: Vec<ArticleLink>,
}

/// The first page of the help centre.
#[derive(Template)]
#[template(path = "help_home.html")]
pub struct HelpHome {
    pub page: Page,
    pub head: HelpHead,
    pub sections: Vec<SectionList>,
}

/// A section.
#[derive(Template)]
#[template(path = "help_section.html")]
pub struct HelpSection {
    pub page: Page,
    pub head: HelpHead,
    pub section: SectionList,
    /// The addresses of the pages beside it.
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// A long table of what the exchange tells.
#[derive(Template)]
#[template(path = "help_table.html")]
pub struct HelpTable {
    pub page: Page,
    pub head: HelpHead,
    pub title: String,
    /// Its own address.
    pub path: String,
    /// What was looked for in it; empty for nothing.
    pub query: String,
    /// Of escaped text; empty where no line fits.
    pub html: String,
    /// How many lines fit, of how many; empty where the exchange does not answer.
    pub told: String,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

/// A step of a tree.
#[derive(Clone, Debug)]
pub struct TreeStep {
    pub id: String,
    /// Sanitised.
    pub title: String,
    /// Sanitised.
    pub html: String,
}

/// An article.
#[derive(Template)]
#[template(path = "help_article.html")]
pub struct HelpArticle {
    pub page: Page,
    pub head: HelpHead,
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// The language of the text.
    pub lang: Locale,
    /// The same, where the reader asked for another one.
    pub fallback: Option<Locale>,
    /// Slug and name.
    pub section: Option<(String, String)>,
    /// Sanitised; of a tree what stands before its steps.
    pub html: String,
    pub steps: Vec<TreeStep>,
    pub contents: Vec<Heading>,
    pub published: String,
    pub published_us: i64,
    pub reviewed: String,
    pub reviewed_us: i64,
    /// The sentence that says when the figures in its text were true.
    pub told: Option<String>,
    pub related: Vec<ArticleLink>,
    /// What somebody who is still stuck asks about.
    pub category: Option<String>,
    pub is_internal: bool,
    /// Why it may not have helped, by the end of a key.
    pub reasons: Vec<&'static str>,
}

impl HelpArticle {
    fn first(&self) -> Option<&str> {
        self.steps.first().map(|step| step.id.as_str())
    }

    fn help_path(&self) -> String {
        format!("/{}/help", self.page.locale.code())
    }

    fn ask_path(&self) -> String {
        let category = self.category.as_deref();
        let new = if self.page.person().is_some() { "/tickets/new" } else { "/write" };
        category.map_or(new.to_owned(), |slug| format!("{new}/{slug}"))
    }
}

/// A term in a list.
#[derive(Clone, Debug)]
pub struct TermLine {
    pub slug: String,
    pub href: String,
    pub name: String,
    pub definition: String,
    /// The language of both, where it is not the reader's.
    pub lang: Option<Locale>,
}

/// All terms.
#[derive(Template)]
#[template(path = "help_glossary.html")]
pub struct HelpGlossary {
    pub page: Page,
    pub head: HelpHead,
    pub terms: Vec<TermLine>,
}

/// One term.
#[derive(Template)]
#[template(path = "help_term.html")]
pub struct HelpTerm {
    pub page: Page,
    pub head: HelpHead,
    pub term: TermLine,
    pub see: Vec<ArticleLink>,
}
