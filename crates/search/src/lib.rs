//! Full-text search in the desk's ten languages.
//!
//! Two indexes over [tantivy], one for each noun: [`ArticleIndex`] for what customers read, [`TicketIndex`] for what they
//! wrote. Neither knows who asks: documents carry tokens, a question brings the asker's, and a document is found where one
//! of them is the same. What is shown is checked again where it rests.
//!
//! # What meets
//! Case, width (`ＢＴＣ`), accents (`contrasena`, `rut tien`), simplified and traditional Chinese, ё and е, the letters of
//! Arabic that people exchange, dotted and dotless i; words of one stem; two neighbouring letters of Han, kana, Hangul and
//! Thai; words for one thing (`提现`, `提币`). An unknown word is looked for with one slip of the fingers from four letters
//! on, with two from eight.
//!
//! # What a text is about
//! [`Topics`] are lists of phrases, read alike: they tell what somebody writes of, where there is nothing yet to be found.
//!
//! # What was typed
//! Any text is a question; no sign in it means anything to the engine. Long ones are read up to a limit. A question that
//! tells nothing finds nothing, which is no error.
//!
//! # Example
//! ```
//! use proofdesk_locale::Locale;
//! use proofdesk_search::{ArticleIndex, Document, Question};
//!
//! # fn main() -> Result<(), proofdesk_search::Error> {
//! let index = ArticleIndex::open(None)?;
//! let document = Document {
//!     id: "withdrawal-stuck".to_owned(),
//!     locale: Locale::En,
//!     title: "Your withdrawal is stuck".to_owned(),
//!     headings: vec!["It is under review".to_owned()],
//!     body: "Open it in the list of withdrawals and read its state.".to_owned(),
//!     tags: vec!["withdrawal".to_owned()],
//!     forms: Vec::new(),
//!     section: "deposits-withdrawals".to_owned(),
//!     audience: vec!["public".to_owned()],
//!     number: 1,
//! };
//! index.replace(&[document])?;
//! let question = Question {
//!     text: "why is my withdrawel stuck?",
//!     locale: Locale::En,
//!     audience: &["public"],
//!     section: None,
//!     limit: 10,
//!     is_typing: false,
//! };
//! let answer = index.search(&question)?;
//! assert_eq!(answer.hits[0].id, "withdrawal-stuck");
//! assert!(answer.hits[0].title.iter().any(|segment| segment.is_match && segment.text == "withdrawal"));
//! # Ok(())
//! # }
//! ```

mod article;
mod asked;
mod cut;
mod distance;
mod engine;
mod error;
pub mod eval;
mod fold;
mod han;
mod hash;
mod ranking;
mod snapshot;
mod snippet;
mod stem;
mod stop;
mod store;
mod synonym;
mod ticket;
mod token;
mod topic;

pub use article::{Answer, ArticleIndex, ArticleStore, Document, FacetCount, Hit, Question};
pub use asked::{ArticleAsk, TicketAsk};
pub use error::{Error, Result};
pub use ranking::Ranking;
pub use snapshot::SnapshotTerms;
pub use snippet::Segment;
pub use store::{Followed, IndexStore, Progress};
pub use ticket::{
    Best, Excerpts, FactFilter, FoundTicket, Moment, TicketDocument, TicketIndex, TicketQuestion,
    TicketStore, TimeFilter, Wanted,
};
pub use topic::{Topic, Topics};
