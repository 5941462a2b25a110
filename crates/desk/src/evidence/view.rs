//! Reading evidence.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::sql::Detail;
use super::{Evidence, EvidenceFact};
use crate::error::Result;
use crate::id::{EvidenceId, MessageId, TicketId};
use crate::limits;
use crate::viewer::Viewer;

// `$2` narrows to public messages for customers, who also do not see what agents added for themselves.
pub(super) const OF_TICKET: &str = "select e.id, e.ticket_id, e.message_id, e.kind, e.value, e.key, e.detail, e.author_kind, \
    e.author_id, e.created_at from evidence e left join message m on m.id = e.message_id \
    where e.ticket_id = $1 and (m.visibility = 'public' or $2 = 'internal') order by e.id";
pub(super) const OF_MESSAGE: &str = "select id, ticket_id, message_id, kind, value, key, detail, author_kind, author_id, \
    created_at from evidence where message_id = $1 order by id";
pub(super) const FIND: &str = "select id, ticket_id, message_id, kind, value, key, detail, author_kind, author_id, \
    created_at from evidence where id = $1";
// Evidence of a message goes with the message.
pub(super) const ADDED: &str = "select id, ticket_id, message_id, kind, value, key, detail, author_kind, author_id, \
    created_at from evidence where id > $1 and message_id is null order by id limit $2";
pub(super) const KEYS: &str =
    "select kind, key from evidence where ticket_id = $1 order by id limit $2";
pub(super) const IDS_OF_MESSAGE: &str = "select id from evidence where message_id = $1";

/// The evidence of a ticket that the caller found visible, in the order in which it came.
pub async fn of_ticket(rx: &Rx<'_>, viewer: &Viewer, ticket_id: TicketId) -> Result<Vec<Evidence>> {
    let audience = if matches!(viewer, Viewer::Customer(_)) { "public" } else { "internal" };
    Ok(rx.query(OF_TICKET, params![ticket_id, audience]).await?)
}

/// All of a ticket's evidence, for work that no person sees.
pub(crate) async fn all_of_ticket(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<Evidence>> {
    Ok(rx.query(OF_TICKET, params![ticket_id, "internal"]).await?)
}

pub(crate) async fn of_message(rx: &Rx<'_>, message_id: MessageId) -> Result<Vec<Evidence>> {
    Ok(rx.query(OF_MESSAGE, params![message_id]).await?)
}

/// Kind and key of everything that a ticket names. For the desk's own use.
pub(crate) async fn keys(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<(String, String)>> {
    let limit = i64::try_from(limits::EVIDENCE_PER_TICKET).unwrap_or(i64::MAX);
    Ok(rx.query(KEYS, params![ticket_id, limit]).await?)
}

pub(crate) async fn find(rx: &Rx<'_>, id: EvidenceId) -> Result<Option<Evidence>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// What agents added by hand, after `after`, in the order of the ids.
pub(crate) async fn added(rx: &Rx<'_>, after: EvidenceId, limit: u32) -> Result<Vec<Evidence>> {
    Ok(rx.query(ADDED, params![after, limit]).await?)
}

pub(crate) async fn ids_of_message(rx: &Rx<'_>, message_id: MessageId) -> Result<Vec<EvidenceId>> {
    let rows: Vec<(EvidenceId,)> = rx.query(IDS_OF_MESSAGE, params![message_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

impl FromRow for Evidence {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id = row.next()?;
        let ticket_id = row.next()?;
        let message_id = row.next()?;
        let (kind, value, key) = (row.next()?, row.next()?, row.next()?);
        let detail: String = row.next()?;
        let detail: Detail = serde_json::from_str(&detail)
            .map_err(|_not_json| proofdesk_store::Error::Decode("evidence.detail".to_owned()))?;
        let Detail { networks, check, problem, memo, link, span } = detail;
        let fact =
            EvidenceFact { id, kind, value, key, networks, check, problem, memo, link, span };
        Ok(Self {
            ticket_id,
            message_id,
            fact,
            author: row.next()?,
            author_id: row.next()?,
            created_at: row.next()?,
        })
    }
}
