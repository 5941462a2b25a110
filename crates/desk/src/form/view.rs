//! Reading forms and answers.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{AnswerFact, Answers, Completeness, Form, Need, Question, builtin};
use crate::category::Category;
use crate::error::Result;
use crate::id::{BrandId, CategoryId, MessageId, TicketId};
use crate::permission::Permission;
use crate::viewer::Viewer;
use crate::{category, ticket};

pub(super) const CURRENT: &str =
    "select version, questions from form where category_id = $1 order by version desc limit 1";
// The latest version of each category that ever had one of its own.
pub(super) const LATEST: &str = "select f.category_id, f.version, f.questions from form f \
    join category c on c.id = f.category_id where c.brand_id = $1 \
    and f.version = (select max(g.version) from form g where g.category_id = f.category_id)";
pub(super) const AT: &str =
    "select version, questions from form where category_id = $1 and version = $2";
pub(super) const VERSIONS: &str =
    "select version, questions from form where category_id = $1 order by version";
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
    /// The questions without an answer: the mandatory ones, then those that help, each in the order of the form.
    pub fn open(&self) -> Vec<&Question> {
        let keys = self.completeness.missing.iter().chain(&self.completeness.helpful);
        keys.filter_map(|key| self.form.question(key)).collect()
    }

    /// The open question that comes after this one, in the order of [`TicketAnswers::open`].
    pub fn next_after(&self, key: &str) -> Option<&Question> {
        let place = |key: &str| {
            let at = self.form.questions.iter().position(|question| question.key == key)?;
            Some((self.form.questions.get(at)?.need == Need::Helpful, at))
        };
        let here = place(key)?;
        self.open().into_iter().find(|question| place(&question.key) > Some(here))
    }

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

/// One of a brand's categories with what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandForm {
    pub category: Category,
    pub form: Form,
}

/// What each of a brand's categories asks now, in the order in which they are offered; those that are no longer offered too.
///
/// # Errors
/// `no-permission` without `brand.manage`.
pub async fn list(rx: &Rx<'_>, viewer: &Viewer, brand_id: BrandId) -> Result<Vec<BrandForm>> {
    viewer.require(Permission::BrandManage)?;
    let own: Vec<(CategoryId, i64, Option<String>)> = rx.query(LATEST, params![brand_id]).await?;
    let mut own: BTreeMap<CategoryId, (i64, Option<String>)> =
        own.into_iter().map(|(id, version, questions)| (id, (version, questions))).collect();
    let categories = category::view::list_all(rx, brand_id).await?;
    let form = |category: Category| {
        let form = read(own.remove(&category.id), &category.slug)?;
        Ok(BrandForm { category, form })
    };
    categories.into_iter().map(form).collect()
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

/// Every version of its own that a category ever had, the oldest first: the questions, or `None` where the built-in ones held again.
pub(crate) async fn versions(
    rx: &Rx<'_>,
    category_id: CategoryId,
) -> Result<Vec<(i64, Option<Vec<Question>>)>> {
    let rows: Vec<(i64, Option<String>)> = rx.query(VERSIONS, params![category_id]).await?;
    let version = |(version, json): (i64, Option<String>)| {
        let questions = json.as_deref().map(read_questions).transpose()?;
        Ok((version, questions))
    };
    rows.into_iter().map(version).collect()
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

/// As [`of_ticket`]; of one whose customer was not asked anything, what its category asks now.
pub async fn asked_of(rx: &Rx<'_>, ticket: &ticket::Ticket) -> Result<TicketAnswers> {
    if let Some(found) = of_ticket(rx, ticket).await? {
        return Ok(found);
    }
    let slug = category::view::slug(rx, ticket.category_id).await?.unwrap_or_default();
    let form = current(rx, ticket.category_id, &slug).await?;
    let completeness = form.completeness(&Answers::new());
    Ok(TicketAnswers { answers: Vec::new(), completeness, form })
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
    Ok(Form { version, is_own: true, questions: read_questions(&json)? })
}

fn read_questions(json: &str) -> Result<Vec<Question>> {
    let read = serde_json::from_str(json);
    Ok(read.map_err(|_not_json| proofdesk_store::Error::Decode("form.questions".to_owned()))?)
}

impl FromRow for AnswerFact {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { question: row.next()?, kind: row.next()?, value: row.next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mandatory_is_asked_before_what_helps() {
        let form = builtin::form("withdrawal-pending");
        let given = [("asset", Some("BTC")), ("network", Some("bitcoin"))];
        let given: Answers =
            given.map(|(key, value)| (key.to_owned(), value.map(str::to_owned))).into();
        let completeness = form.completeness(&given);
        let found = TicketAnswers { answers: Vec::new(), completeness, form };
        let next = |key: &str| found.next_after(key).map(|question| question.key.clone());
        let open: Vec<_> = found.open().into_iter().map(|question| question.key.clone()).collect();
        assert_eq!(open, ["amount", "address", "tx", "time"]);
        assert_eq!(next("amount").as_deref(), Some("address"));
        assert_eq!(next("time"), None);
        // What was answered already, and what nobody asks.
        assert_eq!(next("asset").as_deref(), Some("amount"));
        assert_eq!(next("colour"), None);
    }
}
