//! Reading forms and answers.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{AnswerFact, Answers, Completeness, Form, Question, builtin};
use crate::error::Result;
use crate::id::{BrandId, CategoryId, MessageId, TicketId};
use crate::{category, ticket};

pub(super) const CURRENT: &str =
    "select version, questions from form where category_id = $1 order by version desc limit 1";
pub(super) const AT: &str =
    "select version, questions from form where category_id = $1 and version = $2";
pub(super) const OF_TICKET: &str =
    "select question, kind, value from answer where ticket_id = $1 order by position, question";
pub(super) const OF_TICKET_VERSION: &str =
    "select max(form_version) from answer where ticket_id = $1";
// Visible to whoever sees the ticket at all: a first message is never internal.
pub(super) const FIRST_MESSAGE: &str =
    "select id from message where ticket_id = $1 order by seq limit 1";

/// The answers of a ticket beside what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketAnswers {
    /// In the order of the form; those to questions that are gone come last.
    pub answers: Vec<(AnswerFact, Option<Question>)>,
    /// Against the form as it was when the ticket was opened.
    pub completeness: Completeness,
    pub form: Form,
}

impl TicketAnswers {
    /// The answers by question.
    pub fn by_question(&self) -> Answers {
        let pair = |(fact, _): &(AnswerFact, _)| (fact.question.clone(), fact.value.clone());
        self.answers.iter().map(pair).collect()
    }
}

/// What a category asks now.
pub async fn current(rx: &Rx<'_>, category_id: CategoryId, slug: &str) -> Result<Form> {
    let row: Option<(i64, Option<String>)> = rx.query_opt(CURRENT, params![category_id]).await?;
    read(row, slug)
}

/// What a category asked at a version; the built-in questions where there is none of its own.
pub(crate) async fn at(
    rx: &Rx<'_>,
    category_id: CategoryId,
    slug: &str,
    version: i64,
) -> Result<Form> {
    read(rx.query_opt(AT, params![category_id, version]).await?, slug)
}

/// What a brand's category asks now, by slug; `None` for one that is not offered.
pub async fn find(
    rx: &Rx<'_>,
    brand_id: BrandId,
    slug: &str,
) -> Result<Option<(CategoryId, Form)>> {
    let Some(category_id) = category::view::find(rx, brand_id, slug).await? else {
        return Ok(None);
    };
    Ok(Some((category_id, current(rx, category_id, slug).await?)))
}

/// The answers of a ticket that the caller found visible; `None` for one whose customer was not asked anything.
pub async fn of_ticket(rx: &Rx<'_>, ticket: &ticket::Ticket) -> Result<Option<TicketAnswers>> {
    let facts = facts(rx, ticket.id).await?;
    if facts.is_empty() {
        return Ok(None);
    }
    let version = version_of(rx, ticket.id).await?;
    let slug = category::view::slug(rx, ticket.category_id).await?.unwrap_or_default();
    let form = at(rx, ticket.category_id, &slug, version).await?;
    let pairs = facts.into_iter().map(|fact| {
        let question = form.question(&fact.question).cloned();
        (fact, question)
    });
    let mut found =
        TicketAnswers { answers: pairs.collect(), completeness: Completeness::default(), form };
    found.completeness = found.form.completeness(&found.by_question());
    Ok(Some(found))
}

/// The answers as rows.
pub(crate) async fn facts(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<AnswerFact>> {
    Ok(rx.query(OF_TICKET, params![ticket_id]).await?)
}

/// Says whether the guard finds something in a ticket's answers that is not masked yet.
pub(crate) async fn hold_secret(rx: &Rx<'_>, ticket_id: TicketId) -> Result<bool> {
    let mut values = facts(rx, ticket_id).await?.into_iter().filter_map(|fact| fact.value);
    Ok(values.any(|value| !proofdesk_guard::scan(&value).is_clean()))
}

/// The version of the form that a ticket was answered under last.
pub(crate) async fn version_of(rx: &Rx<'_>, ticket_id: TicketId) -> Result<i64> {
    let (version,): (Option<i64>,) = rx.query_one(OF_TICKET_VERSION, params![ticket_id]).await?;
    Ok(version.unwrap_or(0))
}

/// The message that a ticket was opened with.
pub(crate) async fn first_message(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<MessageId>> {
    let row: Option<(MessageId,)> = rx.query_opt(FIRST_MESSAGE, params![ticket_id]).await?;
    Ok(row.map(|(id,)| id))
}

fn read(row: Option<(i64, Option<String>)>, slug: &str) -> Result<Form> {
    let Some((version, questions)) = row else { return Ok(builtin::form(slug)) };
    let Some(json) = questions else { return Ok(Form { version, ..builtin::form(slug) }) };
    let questions = serde_json::from_str(&json)
        .map_err(|_not_json| proofdesk_store::Error::Decode("form.questions".to_owned()))?;
    Ok(Form { version, is_own: true, questions })
}

impl FromRow for AnswerFact {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { question: row.next()?, kind: row.next()?, value: row.next()? })
    }
}
