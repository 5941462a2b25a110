use proofdesk_store::{Tx, params};

use super::{AnswerFact, Question, view};
use crate::error::{Error, Result};
use crate::id::{CategoryId, MessageId, TicketId};
use crate::time::Timestamp;

/// Every statement of forms and answers.
pub const ALL: &[&str] = &[
    INSERT,
    SET_ANSWER,
    MASK_ANSWER,
    DELETE_OF_MESSAGE,
    DELETE_OF_TICKET,
    view::CURRENT,
    view::LATEST,
    view::AT,
    view::VERSIONS,
    view::OF_TICKET,
    view::OF_TICKET_VERSION,
    view::FIRST_MESSAGE,
];

// Two who change a form at once make the same version; the key decides whose it is.
const INSERT: &str = "insert into form (category_id, version, questions, created_at) values ($1, $2, $3, $4) \
    on conflict (category_id, version) do nothing";
const SET_ANSWER: &str = "insert into answer (ticket_id, question, position, kind, value, form_version, message_id) \
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (ticket_id, question) do update set position = excluded.position, \
    kind = excluded.kind, value = excluded.value, form_version = excluded.form_version, message_id = excluded.message_id";
const MASK_ANSWER: &str = "update answer set value = $1 where ticket_id = $2 and question = $3";
const DELETE_OF_MESSAGE: &str = "delete from answer where message_id = $1";
const DELETE_OF_TICKET: &str = "delete from answer where ticket_id = $1";

/// Returns whether the version was free.
pub async fn insert(
    tx: &Tx<'_>,
    category_id: CategoryId,
    version: i64,
    questions: Option<&[Question]>,
    at: Timestamp,
) -> Result<bool> {
    let json = questions.map(written).transpose()?;
    Ok(tx.exec(INSERT, params![category_id, version, json, at]).await? > 0)
}

/// Questions as they rest.
pub fn written(questions: &[Question]) -> Result<String> {
    serde_json::to_string(questions)
        .map_err(|_unreachable| Error::Broken { what: "questions that are no JSON" })
}

pub async fn set_answer(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    position: i64,
    fact: &AnswerFact,
    form_version: i64,
    message_id: MessageId,
) -> Result<()> {
    let (question, kind, value) = (&fact.question, fact.kind, &fact.value);
    tx.exec(
        SET_ANSWER,
        params![ticket_id, question, position, kind, value, form_version, message_id],
    )
    .await?;
    Ok(())
}

pub async fn mask_answer(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    question: &str,
    value: &str,
) -> Result<()> {
    tx.exec(MASK_ANSWER, params![value, ticket_id, question]).await?;
    Ok(())
}

pub async fn delete_of_message(tx: &Tx<'_>, message_id: MessageId) -> Result<()> {
    tx.exec(DELETE_OF_MESSAGE, params![message_id]).await?;
    Ok(())
}

pub async fn delete_of_ticket(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    tx.exec(DELETE_OF_TICKET, params![ticket_id]).await?;
    Ok(())
}
