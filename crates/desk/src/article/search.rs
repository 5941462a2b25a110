//! Articles by the words in them.
//!
//! The index follows the feed and holds what is published, each language by itself, with a token of who may read it in which
//! brand. It is never the last word: what it finds is looked up again in SQL for whoever asks, and a title or snippet of
//! another version than the public one is not shown.

mod document;
mod ticket;
mod view;

use proofdesk_locale::Locale;
use proofdesk_search::{Answer, ArticleAsk, ArticleIndex, Document};
use proofdesk_store::Rx;
use uuid::Uuid;

use super::reader::Reader;
use crate::error::Result;
use crate::id::{ArticleId, BrandId, Id as _};
use crate::indexed::{Documents, Indexed, Touched};
use crate::log::Stream;
use crate::log::view::FeedEvent;
use crate::lookup::Lookup;

pub(super) use document::unescaped;
pub use proofdesk_search::{FacetCount, Segment};
pub use ticket::for_ticket;
pub use view::{Found, FoundArticle, find, reader_brand};

/// Every statement of this folder.
pub const ALL: &[&str] = &[document::ARTICLES, document::TEXTS, ticket::FIRST_TEXT, view::PUBLIC];

/// What keeps the index of articles follows: every event of an article has it read again. A term of the glossary and the name of
/// the brand may be mentioned anywhere.
#[derive(Debug)]
pub struct Articles;

impl Indexed for Articles {
    type Index = ArticleIndex;
    const WHAT: &'static str = "the index of articles";

    fn touched(fed: &FeedEvent) -> Touched {
        match Stream::parse(&fed.event.stream) {
            Some(Stream::Article(article_id)) => Touched::One(article_id.uuid()),
            Some(Stream::Organisation)
                if fed.event.kind.starts_with("glossary.") || fed.event.kind == "brand.changed" =>
            {
                Touched::All
            }
            _ => Touched::Nothing,
        }
    }

    async fn documents(
        rx: &Rx<'_>,
        from: Uuid,
        until: Uuid,
        limit: u32,
    ) -> Result<Documents<Document>> {
        document::read(rx, ArticleId::from_uuid(from), ArticleId::from_uuid(until), limit).await
    }
}

/// What somebody looks for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As it was typed: no sign in it means anything.
    pub text: String,
    pub lang: Locale,
    /// A section's slug.
    pub section: Option<String>,
    /// The last word may not be finished.
    pub is_typing: bool,
    pub limit: usize,
}

/// Asks for a reader of a brand's help centre.
///
/// # Errors
/// `search-not-ready` where nobody has a whole index.
async fn ask(lookup: &Lookup, reader: &Reader, brand_id: BrandId, asked: &Asked) -> Result<Answer> {
    let ask = ArticleAsk {
        text: asked.text.clone(),
        locale: asked.lang,
        audience: reader.tokens(brand_id),
        section: asked.section.clone(),
        limit: asked.limit,
        is_typing: asked.is_typing,
    };
    lookup.articles(&ask).await
}
