//! The frozen payloads. A form's questions are stored as they are logged.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Need, QuestionKind};
use crate::id::{CategoryId, MessageId};
use crate::log::Payload;
use crate::payload::payloads;

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Lower-case words with hyphens; unique in its form.
    pub key: String,
    pub kind: QuestionKind,
    pub need: Need,
    /// "I do not have it" is an answer.
    pub can_lack: bool,
    /// When it is asked; `None` for always.
    pub when: Option<Condition>,
    /// Of a choice: what can be chosen, by stable names.
    pub choices: Vec<String>,
    /// The organisation's own words by language; empty for a built-in question, whose words are Fluent messages
    /// (`form-<key>`, `form-<key>-why`, `form-<key>-<choice>`).
    pub own: BTreeMap<String, OwnWords>,
}

/// An earlier answer on which a question depends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// An earlier question of the form.
    pub question: String,
    /// The values that it must have; none for "when they do not have it".
    pub is: Vec<String>,
}

/// A question in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    pub label: String,
    /// Why the answer is wanted.
    pub why: String,
    /// The choices by stable name.
    pub choices: BTreeMap<String, String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerFact {
    pub question: String,
    pub kind: QuestionKind,
    /// `None` where the customer said that they do not have it.
    pub value: Option<String>,
}

/// `ticket.answered`, version 1. It holds what people wrote, so it goes when the message is erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The ticket's first message.
    pub message_id: MessageId,
    pub form_version: i64,
    /// In the order of the form. A later answer to the same question takes the place of an earlier one.
    pub answers: Vec<AnswerFact>,
}

/// `form.changed`, version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormChanged {
    pub category_id: CategoryId,
    pub version: i64,
    /// `None` when the built-in questions hold again.
    pub questions: Option<Vec<Question>>,
}

impl Payload for FormChanged {
    const KIND: &'static str = "form.changed";
    const V: i64 = 1;
}

payloads! {
    /// The guard's newer rules found something in the words of one version. It asks this now.
    FormMasked = "form.masked" v 1 {
        category_id: CategoryId, version: i64, questions: Vec<Question>, kinds: Vec<String>,
    }
    /// A category is offered to customers from now on, or no longer.
    CategoryOffered = "category.offered" v 1 { category_id: CategoryId, offered: bool }
}

/// The kind of [`Answered`].
pub(crate) const ANSWERED: &str = "ticket.answered";

/// Says whether an event repeats answers that were given with a message.
pub(crate) fn is_answer_of(kind: &str, payload: &[u8], message_id: MessageId) -> bool {
    kind == ANSWERED
        && serde_json::from_slice::<Answered>(payload)
            .is_ok_and(|answered| answered.message_id == message_id)
}
