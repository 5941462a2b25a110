//! What the log says of a ticket's answers beside what they say, held against their rows: the form that they were given on, and the
//! message that they came with.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};

use super::Answered;
use crate::error::Result;
use crate::id::{MessageId, TicketId};
use crate::log::upcast::known;
use crate::log::verify::Differs;
use crate::log::view::Event;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROWS];

const ROWS: &str =
    "select question, form_version, message_id from answer where ticket_id = $1 order by question";

/// Names the rows of a ticket's answers that are not as its events say. Which rows there are, and what they say, are the ticket's
/// own to compare.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    let mut told = BTreeMap::<String, (i64, MessageId)>::new();
    for event in events {
        let Some(Answered { message_id, form_version, answers }) = known(event) else { continue };
        told.extend(answers.into_iter().map(|fact| (fact.question, (form_version, message_id))));
    }
    let rows: Vec<(String, i64, MessageId)> = rx.query(ROWS, params![ticket_id]).await?;
    let mut differ = Vec::new();
    for (question, form_version, message_id) in rows {
        let Some((told_version, told_message)) = told.remove(&question) else { continue };
        let columns = [
            ("form_version", told_version == form_version),
            ("message_id", told_message == message_id),
        ];
        differ.extend(Differs::of("answer", format!("{ticket_id} {question}"), columns));
    }
    Ok(differ)
}
