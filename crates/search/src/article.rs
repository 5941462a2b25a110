//! The index of articles: what customers read, in ten languages.
//!
//! A document fills the fields of its own language only, and words are weighed among the documents of that language. It
//! carries audience tokens; who asks brings theirs, and a document is found where one of them is the same.

mod ask;
mod known;
mod schema;

use std::io::Write;
use std::path::Path;

use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use tantivy::collector::{Count, FacetCollector, TopDocs};
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Facet, IndexRecordOption, Value as _};
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};
use uuid::Uuid;

use crate::engine::{Engine, shape_of};
use crate::error::Result;
use crate::ranking::Ranking;
use crate::snippet::{Needles, Segment, excerpt, marked};
use crate::store::{Followed, IndexStore, Progress};
use ask::{Asking, Statistics};
use schema::Fields;

/// Characters of a snippet.
const SNIPPET_CHARS: usize = 220;
/// Documents of which a question of another language sees the best.
const FOREIGN: usize = 20;

/// One language's text of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Names the article: the same for all translations.
    pub id: String,
    pub locale: Locale,
    pub title: String,
    pub headings: Vec<String>,
    /// Plain text; snippets are cut from it as it is.
    pub body: String,
    /// Found by like headings, and counted as facets.
    pub tags: Vec<String>,
    /// Other words for what it is about: found by, and never shown.
    pub forms: Vec<String>,
    /// Where it stands in the help centre; a facet. Empty for nowhere.
    pub section: String,
    /// Who may find it: any of these tokens. Without one nobody does.
    pub audience: Vec<String>,
    /// Which version of the text it is: comes back with what is found, so that an old one can be told.
    pub number: i64,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// As it was typed: no sign in it means anything.
    pub text: &'a str,
    /// The language of whoever asks.
    pub locale: Locale,
    /// The tokens of whoever asks.
    pub audience: &'a [&'a str],
    /// Only what stands in this section; facets are counted as if it were not asked for.
    pub section: Option<&'a str>,
    /// Hits at most.
    pub limit: usize,
    /// The last word may not be finished.
    pub is_typing: bool,
}

/// A document that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    pub id: String,
    #[serde(with = "crate::asked::code")]
    pub locale: Locale,
    /// The version of the text that title and snippet are of.
    pub number: i64,
    /// It is in a language that was not asked for, because nothing was found in that one.
    pub is_foreign: bool,
    /// The whole title.
    pub title: Vec<Segment>,
    /// A piece of the body around what was found.
    pub snippet: Vec<Segment>,
    pub score: f32,
}

/// How often something occurs among everything that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetCount {
    pub name: String,
    pub count: u64,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The best first, each article once.
    pub hits: Vec<Hit>,
    /// Documents that match at all.
    pub total: usize,
    /// The most frequent first.
    pub tags: Vec<FacetCount>,
    pub sections: Vec<FacetCount>,
}

/// The indexes of articles of a process.
pub type ArticleStore = IndexStore<ArticleIndex>;

/// The index.
#[derive(Debug)]
pub struct ArticleIndex {
    engine: Engine,
    fields: Fields,
    ranking: Ranking,
}

impl ArticleIndex {
    /// Opens or makes the index in a folder, or in memory without one.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process writes into it.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        let (schema, fields) = schema::build();
        let engine = Engine::open(folder, &schema, &[], &schema::tokenizers())?;
        Ok(Self { engine, fields, ranking: Ranking::default() })
    }

    /// The same index with other weights.
    #[must_use]
    pub fn with_ranking(self, ranking: Ranking) -> Self {
        Self { ranking, ..self }
    }

    /// Replaces everything.
    ///
    /// # Errors
    /// Only those of the engine; then nothing has changed.
    pub fn replace(&self, documents: &[Document]) -> Result<()> {
        self.engine.change(&Progress::default(), |writer| {
            writer.delete_all_documents()?;
            for document in documents {
                writer.add_document(self.fields.document(document))?;
            }
            Ok(())
        })
    }

    /// Takes whole articles out, in all their languages, puts documents in, and notes the progress. An article of which
    /// documents are put is taken out first.
    ///
    /// # Errors
    /// Only those of the engine; then nothing has changed.
    pub fn change(&self, put: &[Document], gone: &[String], progress: &Progress) -> Result<()> {
        self.engine.change(progress, |writer| {
            for id in gone.iter().chain(put.iter().map(|document| &document.id)) {
                writer.delete_term(self.fields.id_term(id));
            }
            for document in put {
                writer.add_document(self.fields.document(document))?;
            }
            Ok(())
        })
    }

    /// How far its maker has come with what a search sees; `None` in a new index.
    pub fn progress(&self) -> Option<Progress> {
        self.engine.progress()
    }

    /// Documents in the index, of all languages.
    pub fn len(&self) -> u64 {
        self.engine.searcher().num_docs()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Finds articles. Whatever is asked has an answer; nothing that tells anything finds nothing.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn search(&self, question: &Question<'_>) -> Result<Answer> {
        let searcher = self.engine.searcher();
        let own = self.search_in(&searcher, question, question.locale, question.limit)?;
        if !own.hits.is_empty() {
            return Ok(own);
        }
        self.search_abroad(&searcher, question)
    }

    /// Each article in the language in which it fits best.
    fn search_abroad(&self, searcher: &Searcher, question: &Question<'_>) -> Result<Answer> {
        let mut hits: Vec<Hit> = Vec::new();
        for locale in Locale::ALL.into_iter().filter(|locale| *locale != question.locale) {
            hits.extend(self.search_in(searcher, question, locale, FOREIGN)?.hits);
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
        let mut seen = std::collections::HashSet::new();
        hits.retain(|hit| seen.insert(hit.id.clone()));
        let total = hits.len();
        hits.truncate(question.limit);
        Ok(Answer { hits, total, ..Answer::default() })
    }

    fn search_in(
        &self,
        searcher: &Searcher,
        question: &Question<'_>,
        locale: Locale,
        limit: usize,
    ) -> Result<Answer> {
        let statistics = Statistics::new(searcher, self.fields.lang_term(locale))?;
        let asking = Asking::new(searcher, &self.fields, &self.ranking, locale);
        let Some((scoring, needles)) = asking.query(question)? else {
            return Ok(Answer::default());
        };
        let query = self.narrowed(scoring, question, locale);
        let mut facets = FacetCollector::for_field(schema::FACET);
        facets.add_facet(schema::TAGS);
        facets.add_facet(schema::SECTIONS);
        let best = || TopDocs::with_limit(limit.max(1)).order_by_score();
        let collector = (best(), Count, facets);
        let (mut top, mut total, facets) =
            searcher.search_with_statistics_provider(&query, &collector, &statistics)?;
        if let Some(section) = question.section {
            let inside = self.inside(query, section);
            (top, total) =
                searcher.search_with_statistics_provider(&inside, &(best(), Count), &statistics)?;
        }
        let mut hits = Vec::with_capacity(top.len());
        for (score, address) in top.into_iter().take(limit) {
            let is_foreign = locale != question.locale;
            hits.push(self.hit(searcher, address, &needles, (score, locale, is_foreign))?);
        }
        let counted = |root: &str| {
            let counts = facets.top_k(root, 50).into_iter();
            let named = counts.map(|(facet, count)| FacetCount { name: last(facet), count });
            named.collect()
        };
        Ok(Answer { hits, total, tags: counted(schema::TAGS), sections: counted(schema::SECTIONS) })
    }

    /// Only documents of the language, and of those only what may be found by whoever asks.
    fn narrowed(
        &self,
        scoring: Box<dyn Query>,
        question: &Question<'_>,
        locale: Locale,
    ) -> BooleanQuery {
        let free = |query: Box<dyn Query>| -> Box<dyn Query> {
            Box::new(ConstScoreQuery::new(query, 0.0))
        };
        let lang = TermQuery::new(self.fields.lang_term(locale), IndexRecordOption::Basic);
        let tokens = question.audience.iter();
        let tokens = tokens.map(|token| Term::from_field_text(self.fields.audience, token));
        BooleanQuery::new(vec![
            (Occur::Must, scoring),
            (Occur::Must, free(Box::new(lang))),
            (Occur::Must, free(Box::new(TermSetQuery::new(tokens)))),
        ])
    }

    /// Of that only what stands in a section.
    fn inside(&self, query: BooleanQuery, section: &str) -> BooleanQuery {
        let term = TermQuery::new(self.fields.section_term(section), IndexRecordOption::Basic);
        let section = ConstScoreQuery::new(Box::new(term), 0.0);
        BooleanQuery::new(vec![(Occur::Must, Box::new(query)), (Occur::Must, Box::new(section))])
    }

    fn hit(
        &self,
        searcher: &Searcher,
        address: DocAddress,
        needles: &Needles,
        (score, locale, is_foreign): (f32, Locale, bool),
    ) -> Result<Hit> {
        let document: TantivyDocument = searcher.doc(address)?;
        let text = |field| {
            let value = document.get_first(field).and_then(|value| value.as_str());
            value.unwrap_or_default().to_owned()
        };
        let (title, body) = (text(self.fields.title), text(self.fields.body));
        let number = document.get_first(self.fields.number).and_then(|value| value.as_i64());
        Ok(Hit {
            id: text(self.fields.id),
            locale,
            number: number.unwrap_or_default(),
            is_foreign,
            title: marked(&title, needles),
            snippet: excerpt(&body, needles, SNIPPET_CHARS),
            score,
        })
    }
}

impl Followed for ArticleIndex {
    const PREFIX: &'static str = "articles-";
    type Document = Document;

    fn open(folder: Option<&Path>) -> Result<Self> {
        Self::open(folder)
    }

    fn progress(&self) -> Option<Progress> {
        self.progress()
    }

    fn shape() -> String {
        shape_of(&schema::build().0)
    }

    fn write_snapshot(&self, to: &mut dyn Write) -> Result<Option<Progress>> {
        self.engine.write_snapshot(Self::PREFIX, to)
    }

    fn change(&self, put: &[Document], gone: &[Uuid], progress: &Progress) -> Result<()> {
        let gone: Vec<String> = gone.iter().map(ToString::to_string).collect();
        self.change(put, &gone, progress)
    }
}

fn last(facet: &Facet) -> String {
    facet.to_path().last().map(|name| (*name).to_owned()).unwrap_or_default()
}
