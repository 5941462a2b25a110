//! The index of tickets: every word of a ticket and its messages, for staff.
//!
//! A document is a ticket with all of its texts, the scope tokens of where it stands, and facts, marks and times by which a
//! search is narrowed. Texts are not kept in it: whoever shows a snippet reads the text where it rests, under the permission that
//! holds then, and cuts it with [`Excerpts`].
//!
//! Beside every change stands how far its maker has followed the desk ([`Progress`]), in the same commit: after a crash both
//! are there, or neither.

mod checked;
mod in_time;
mod query;
mod taken;
#[cfg(test)]
mod tests;

use std::io::Write;
use std::ops::RangeInclusive;
use std::path::Path;

use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use tantivy::collector::TopDocs;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, TextAnalyzer, Token, TokenizerManager};
use tantivy::{DocAddress, Order, Searcher, TantivyDocument, Term};
use uuid::Uuid;

use crate::cut::{Cut, gram_term, last_term, neighbours, ticket_terms};
use crate::engine::{Engine, shape_of};
use crate::error::Result;
use crate::snippet::{Needles, Segment, excerpt_of_match};
use crate::stem::Latin;
use crate::store::{Followed, IndexStore, Progress};
use crate::token::tokens;
use in_time::Steps;

const AT: &str = "at";
const ID_HIGH: &str = "id_high";
const ID_LOW: &str = "id_low";
/// What makes the terms of neighbours is told by the name.
const NEIGHBOURS: &str = "neighbours.1";
const MARK: &str = "mark";
const CREATED: &str = "created";
const UPDATED: &str = "updated";

/// A ticket as it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketDocument {
    pub id: Uuid,
    /// The language that its words are stemmed by.
    pub locale: Locale,
    /// Subject and messages, masked as they are stored.
    pub text: String,
    /// Where it stands: who asks must bring one of these.
    pub scope: Vec<String>,
    /// What it is besides, as `key:value`: what a search is narrowed by before the best are taken.
    pub facts: Vec<String>,
    /// More of them, which an index from before does not know.
    pub marks: Vec<String>,
    /// By what the newest are told, its latest activity: microseconds, as the others.
    pub at: i64,
    pub created: i64,
    pub updated: i64,
}

/// One word, or several in quotation marks, as they were typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// No sign in it means anything.
    pub text: String,
    /// What has it is not wanted.
    pub is_negated: bool,
    /// Its words must stand together, as they are.
    pub is_phrase: bool,
}

/// A condition on the facts of a ticket: one of them, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactFilter {
    pub any_of: Vec<String>,
    pub is_negated: bool,
}

/// A moment of a ticket beside its latest activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moment {
    Created,
    Updated,
}

/// A condition on a moment of a ticket: not before `from`, and before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeFilter {
    pub of: Moment,
    pub from: Option<i64>,
    pub until: Option<i64>,
    pub is_negated: bool,
}

impl TimeFilter {
    fn range(&self) -> RangeInclusive<i64> {
        let last = self.until.map_or(i64::MAX, |until| until.saturating_sub(1));
        self.from.unwrap_or(i64::MIN)..=last
    }
}

/// Which of the tickets that match are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Best {
    /// The latest activity first.
    Newest,
    Oldest,
    /// Those that the words fit best.
    Relevance,
}

/// What is looked for. All of it must hold.
#[derive(Clone, Debug)]
pub struct TicketQuestion<'a> {
    pub wanted: &'a [Wanted],
    /// The tokens of whoever asks; `None` for whoever sees everything.
    pub scope: Option<&'a [String]>,
    pub facts: &'a [FactFilter],
    /// Conditions on where a ticket stands, by the tokens of scopes.
    pub standing: &'a [FactFilter],
    /// Conditions on its marks. An index from before has none, and passes them over.
    pub marks: &'a [FactFilter],
    /// Conditions on its moments. An index from before does not know them, and passes them over.
    pub times: &'a [TimeFilter],
    /// Only tickets whose time is not before this one.
    pub since: Option<i64>,
    /// Only tickets whose time is not after this one.
    pub until: Option<i64>,
    pub best: Best,
    pub limit: usize,
}

impl<'a> TicketQuestion<'a> {
    /// Asks for the newest that have these words, as whoever sees everything.
    pub fn of(wanted: &'a [Wanted], limit: usize) -> Self {
        Self {
            wanted,
            scope: None,
            facts: &[],
            standing: &[],
            marks: &[],
            times: &[],
            since: None,
            until: None,
            best: Best::Newest,
            limit,
        }
    }
}

/// A ticket that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTicket {
    pub id: Uuid,
    /// As its document has it.
    pub at: i64,
}

#[derive(Debug)]
struct Fields {
    id: Field,
    id_high: Field,
    id_low: Field,
    scope: Field,
    fact: Field,
    at: Field,
    /// One for each way of stemming; a ticket fills that of its language.
    texts: Vec<(Latin, Field)>,
    /// Two tokens side by side, whatever the language; none in an index from before there were any.
    neighbours: Option<Field>,
    /// None in an index from before there were any.
    marked: Option<Marked>,
}

#[derive(Debug)]
struct Marked {
    mark: Field,
    created: Field,
    updated: Field,
}

/// The shapes that an index may have, the oldest first. Each has what those before it have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    First,
    Neighbours,
    Marks,
}

impl Shape {
    const TODAY: Self = Self::Marks;

    fn of(schema: &Schema) -> Self {
        let has = |name| schema.get_field(name).is_ok();
        match (has(MARK), has(NEIGHBOURS)) {
            (true, _) => Self::Marks,
            (false, true) => Self::Neighbours,
            (false, false) => Self::First,
        }
    }
}

/// The indexes of tickets of a process.
pub type TicketStore = IndexStore<TicketIndex>;

/// The index.
#[derive(Debug)]
pub struct TicketIndex {
    engine: Engine,
    fields: Fields,
}

impl TicketIndex {
    /// Opens or makes the index in a folder, or in memory without one.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process writes into it.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        let before = [Shape::Neighbours, Shape::First].map(|shape| schema(shape).0);
        Self::of_shapes(folder, &schema(Shape::TODAY).0, &before)
    }

    fn of_shapes(folder: Option<&Path>, today: &Schema, before: &[Schema]) -> Result<Self> {
        let tokenizers = TokenizerManager::default();
        for latin in Latin::ALL {
            let cut = Cut::Ticket(latin);
            tokenizers.register(&cut.name(), TextAnalyzer::builder(cut).build());
        }
        let engine = Engine::open(folder, today, before, &tokenizers)?;
        let (_, fields) = schema(Shape::of(&engine.schema()));
        Ok(Self { engine, fields })
    }

    /// How far its maker has come with what a search sees; `None` in a new index. A note that cannot be read is none.
    pub fn progress(&self) -> Option<Progress> {
        self.engine.progress()
    }

    /// Puts tickets in place of what was known of them, takes others out, and notes the progress.
    ///
    /// # Errors
    /// Only those of the engine; then nothing has changed.
    pub fn change(&self, put: &[TicketDocument], gone: &[Uuid], progress: &Progress) -> Result<()> {
        self.engine.change(progress, |writer| {
            for id in gone.iter().chain(put.iter().map(|ticket| &ticket.id)) {
                writer.delete_term(self.fields.id_term(*id));
            }
            for ticket in put {
                writer.add_document(self.fields.document(ticket))?;
            }
            Ok(())
        })
    }

    /// Tickets in the index.
    pub fn len(&self) -> u64 {
        self.engine.searcher().num_docs()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Finds tickets. Words that tell nothing (only marks) are passed over; when nothing else is wanted nothing is found.
    ///
    /// # Errors
    /// Only those of the engine.
    pub fn search(&self, question: &TicketQuestion<'_>) -> Result<Vec<FoundTicket>> {
        self.search_in_steps(question, &Steps::USUAL)
    }

    fn search_in_steps(
        &self,
        question: &TicketQuestion<'_>,
        steps: &Steps,
    ) -> Result<Vec<FoundTicket>> {
        let searcher = self.engine.searcher();
        let Some(asked) = query::build(&searcher, &self.fields, question)? else {
            return Ok(Vec::new());
        };
        let (at, limit) = (self.fields.at, question.limit.max(1));
        let (since, until) =
            (question.since.unwrap_or(i64::MIN), question.until.unwrap_or(i64::MAX));
        let times = since..=until;
        let in_time = |order| steps.first(&searcher, at, &asked, times.clone(), order, limit);
        let addresses = match question.best {
            Best::Newest => in_time(Order::Desc)?,
            Best::Oldest => in_time(Order::Asc)?,
            Best::Relevance => {
                let top = TopDocs::with_limit(limit).order_by_score();
                let query = steps.rest(&searcher, at, &asked, &times)?;
                let best = searcher.search(&query, &top)?;
                best.into_iter().map(|(_, address)| address).collect()
            }
        };
        found(&searcher, &addresses)
    }
}

impl Followed for TicketIndex {
    const PREFIX: &'static str = "tickets-";
    type Document = TicketDocument;

    fn open(folder: Option<&Path>) -> Result<Self> {
        Self::open(folder)
    }

    fn progress(&self) -> Option<Progress> {
        self.progress()
    }

    fn shape() -> String {
        shape_of(&schema(Shape::TODAY).0)
    }

    fn write_snapshot(&self, to: &mut dyn Write) -> Result<Option<Progress>> {
        self.engine.write_snapshot(Self::PREFIX, to)
    }

    fn is_outdated(&self) -> bool {
        self.fields.marked.is_none()
    }

    fn change(&self, put: &[TicketDocument], gone: &[Uuid], progress: &Progress) -> Result<()> {
        self.change(put, gone, progress)
    }
}

fn found(searcher: &Searcher, addresses: &[DocAddress]) -> Result<Vec<FoundTicket>> {
    let mut columns = Vec::with_capacity(searcher.segment_readers().len());
    for segment in searcher.segment_readers() {
        let fast = segment.fast_fields();
        columns.push((fast.u64(ID_HIGH)?, fast.u64(ID_LOW)?, fast.i64(AT)?));
    }
    let of = |address: &DocAddress| {
        let segment = usize::try_from(address.segment_ord).ok()?;
        let (high, low, at) = columns.get(segment)?;
        let id = Uuid::from_u64_pair(high.first(address.doc_id)?, low.first(address.doc_id)?);
        Some(FoundTicket { id, at: at.first(address.doc_id)? })
    };
    Ok(addresses.iter().filter_map(of).collect())
}

fn schema(shape: Shape) -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = |latin: Latin| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(&Cut::Ticket(latin).name())
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let texts = Latin::ALL
        .map(|latin| (latin, schema.add_text_field(&format!("text.{latin:?}"), text(latin))));
    let neighbours = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::WithFreqs);
    let neighbours = TextOptions::default().set_indexing_options(neighbours);
    let fields = Fields {
        id: schema.add_text_field("id", STRING),
        id_high: schema.add_u64_field(ID_HIGH, FAST),
        id_low: schema.add_u64_field(ID_LOW, FAST),
        scope: schema.add_text_field("scope", STRING),
        fact: schema.add_text_field("fact", STRING),
        at: schema.add_i64_field(AT, FAST | INDEXED),
        texts: texts.to_vec(),
        neighbours: (shape >= Shape::Neighbours)
            .then(|| schema.add_text_field(NEIGHBOURS, neighbours)),
        marked: (shape >= Shape::Marks).then(|| Marked {
            mark: schema.add_text_field(MARK, STRING),
            created: schema.add_i64_field(CREATED, FAST),
            updated: schema.add_i64_field(UPDATED, FAST),
        }),
    };
    (schema.build(), fields)
}

impl Fields {
    fn id_term(&self, id: Uuid) -> Term {
        Term::from_field_text(self.id, &id.simple().to_string())
    }

    /// The term of the last letter of a run: in an index from before that of a letter alone.
    fn last_term(&self) -> fn(&str) -> String {
        if self.neighbours.is_some() { last_term } else { gram_term }
    }

    fn document(&self, from: &TicketDocument) -> TantivyDocument {
        let mut to = TantivyDocument::default();
        to.add_text(self.id, from.id.simple().to_string());
        let (high, low) = from.id.as_u64_pair();
        to.add_u64(self.id_high, high);
        to.add_u64(self.id_low, low);
        to.add_i64(self.at, from.at);
        if let Some(marked) = &self.marked {
            to.add_i64(marked.created, from.created);
            to.add_i64(marked.updated, from.updated);
            for mark in &from.marks {
                to.add_text(marked.mark, mark);
            }
        }
        for token in &from.scope {
            to.add_text(self.scope, token);
        }
        for fact in &from.facts {
            to.add_text(self.fact, fact);
        }
        let latin = Latin::of(from.locale);
        let tokens = tokens(&from.text);
        if let Some((_, field)) = self.texts.iter().find(|(of, _)| *of == latin) {
            to.add_pre_tokenized_text(*field, cut(ticket_terms(&tokens, latin, self.last_term())));
        }
        if let Some(field) = self.neighbours {
            to.add_pre_tokenized_text(field, cut(neighbours(&tokens).into_iter().enumerate()));
        }
        to
    }
}

/// Terms for the engine. The text is not kept, and places in it neither.
fn cut(terms: impl IntoIterator<Item = (usize, String)>) -> PreTokenizedString {
    let token = |(position, text)| Token { position, text, ..Token::default() };
    PreTokenizedString { text: String::new(), tokens: terms.into_iter().map(token).collect() }
}

/// Cuts the pieces around what was wanted out of the texts of tickets, one after the other.
#[derive(Debug)]
pub struct Excerpts<'a> {
    wanted: &'a [Wanted],
    chars: usize,
    /// By the language of the texts: what was learnt of their words is known in the next one.
    needles: Vec<(Latin, Needles)>,
}

impl<'a> Excerpts<'a> {
    /// Pieces of at most `chars` characters.
    pub fn of(wanted: &'a [Wanted], chars: usize) -> Self {
        Self { wanted, chars, needles: Vec::new() }
    }

    /// A piece of a text; `None` when nothing of what was wanted stands in it.
    pub fn cut(&mut self, text: &str, locale: Locale) -> Option<Vec<Segment>> {
        let latin = Latin::of(locale);
        let known = self.needles.iter().position(|(of, _)| *of == latin);
        let at = known.unwrap_or_else(|| {
            self.needles.push((latin, query::needles(self.wanted, latin)));
            self.needles.len() - 1
        });
        let (_, needles) = self.needles.get(at)?;
        excerpt_of_match(text, needles, self.chars)
    }
}
