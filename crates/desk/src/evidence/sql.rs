use proofdesk_store::{Tx, params};
use serde::{Deserialize, Serialize};

use super::{Check, Evidence, EvidenceFact, LinkFact, ProblemFact, Span, view};
use crate::error::{Error, Result};
use crate::id::{EvidenceId, MessageId, TicketId};

/// Every statement of evidence.
pub const ALL: &[&str] = &[
    INSERT,
    SET,
    DELETE,
    DELETE_OF_MESSAGE,
    DELETE_OF_TICKET,
    view::OF_TICKET,
    view::OF_MESSAGE,
    view::FIND,
    view::ADDED,
    view::KEYS,
    view::IDS_OF_MESSAGE,
];

const INSERT: &str = "insert into evidence (id, ticket_id, message_id, kind, value, key, detail, author_kind, author_id, \
    created_at, network, asset) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const SET: &str = "update evidence set kind = $1, value = $2, key = $3, detail = $4, network = $5, asset = $6 where id = $7";
const DELETE: &str = "delete from evidence where id = $1 and ticket_id = $2";
const DELETE_OF_MESSAGE: &str = "delete from evidence where message_id = $1";
const DELETE_OF_TICKET: &str = "delete from evidence where ticket_id = $1";

/// The column `detail`.
#[derive(Serialize, Deserialize)]
pub(super) struct Detail {
    pub networks: Vec<String>,
    pub check: Check,
    pub problem: Option<ProblemFact>,
    pub memo: Option<String>,
    pub link: Option<LinkFact>,
    pub span: Option<Span>,
}

fn detail(fact: &EvidenceFact) -> Result<String> {
    let detail = Detail {
        networks: fact.networks.clone(),
        check: fact.check,
        problem: fact.problem.clone(),
        memo: fact.memo.clone(),
        link: fact.link.clone(),
        span: fact.span,
    };
    serde_json::to_string(&detail)
        .map_err(|_unreachable| Error::Broken { what: "a detail that is no JSON" })
}

/// The network of what can be on no other. A filter finds by it.
pub(super) fn network(fact: &EvidenceFact) -> Option<&str> {
    match fact.networks.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// The coin of an amount or a ticker, in lower case as the key is.
pub(super) fn asset(fact: &EvidenceFact) -> Option<&str> {
    match fact.kind.as_str() {
        "ticker" => Some(&fact.key),
        "amount" => fact.key.split_once(' ').map(|(_, ticker)| ticker),
        _ => None,
    }
}

pub async fn insert(tx: &Tx<'_>, e: &Evidence) -> Result<()> {
    let (fact, detail) = (&e.fact, detail(&e.fact)?);
    tx.send(
        INSERT,
        params![
            fact.id,
            e.ticket_id,
            e.message_id,
            fact.kind,
            fact.value,
            fact.key,
            detail,
            e.author,
            e.author_id,
            e.created_at,
            network(fact),
            asset(fact)
        ],
    )
    .await?;
    Ok(())
}

pub async fn set(tx: &Tx<'_>, fact: &EvidenceFact) -> Result<()> {
    let detail = detail(fact)?;
    let EvidenceFact { id, kind, value, key, .. } = fact;
    tx.exec(SET, params![kind, value, key, detail, network(fact), asset(fact), id]).await?;
    Ok(())
}

/// Returns whether it was there.
pub async fn delete(tx: &Tx<'_>, ticket_id: TicketId, id: EvidenceId) -> Result<bool> {
    Ok(tx.exec(DELETE, params![id, ticket_id]).await? > 0)
}

pub async fn delete_of_message(tx: &Tx<'_>, message_id: MessageId) -> Result<()> {
    tx.exec(DELETE_OF_MESSAGE, params![message_id]).await?;
    Ok(())
}

pub async fn delete_of_ticket(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    tx.exec(DELETE_OF_TICKET, params![ticket_id]).await?;
    Ok(())
}
