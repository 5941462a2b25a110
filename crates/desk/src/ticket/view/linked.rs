//! What a ticket is linked with. Whoever sees the one may not see the other, so the scope is asked about each.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::list::Named;
use crate::error::Result;
use crate::id::{PublicId, StatusId, TicketId};
use crate::scope_sql::{Scoped, scoped};
use crate::ticket::{LinkKind, StatusCategory};
use crate::time::Timestamp;
use crate::viewer::Scope;

/// Every statement of this file.
pub(super) fn all() -> Vec<&'static str> {
    let mut all = vec![KIND, KINDS];
    all.extend(LINKED.texts());
    all.extend(NUMBER.texts());
    all
}

const KIND: &str = "select kind from linked_ticket where ticket_id = $1 and other_id = $2";
const KINDS: &str = "select other_id, kind from linked_ticket where ticket_id = $1";
const LINKED: Scoped = scoped!(
    2,
    "select t.public_id, k.kind, t.subject, t.lang, t.status_id, s.name, t.status_category, t.last_message_at \
     from linked_ticket k join ticket t on t.id = k.other_id join status s on s.id = t.status_id \
     where k.ticket_id = $1",
    " order by t.id"
);
const NUMBER: Scoped = scoped!(2, "select t.public_id from ticket t where t.id = $1", "");

/// A ticket beside another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedTicket {
    pub public_id: PublicId,
    /// What it is to the one that it is shown beside.
    pub kind: LinkKind,
    pub subject: String,
    pub lang: String,
    pub status: Named<StatusId>,
    pub status_category: StatusCategory,
    pub last_message_at: Timestamp,
}

/// The tickets that one is linked with, as far as they are visible, in the order in which they were opened. For whoever has found
/// that one visible.
pub async fn linked(rx: &Rx<'_>, ticket_id: TicketId, scope: &Scope) -> Result<Vec<LinkedTicket>> {
    let Some((sql, parameter)) = LINKED.text(scope) else { return Ok(Vec::new()) };
    Ok(match parameter {
        Some(id) => rx.query(sql, params![ticket_id, id]).await?,
        None => rx.query(sql, params![ticket_id]).await?,
    })
}

/// The number of a ticket that an event speaks of by its inner id; `None` for one that is not visible.
pub async fn number_of(rx: &Rx<'_>, id: TicketId, scope: &Scope) -> Result<Option<PublicId>> {
    let Some((sql, parameter)) = NUMBER.text(scope) else { return Ok(None) };
    let row: Option<(PublicId,)> = match parameter {
        Some(parameter) => rx.query_opt(sql, params![id, parameter]).await?,
        None => rx.query_opt(sql, params![id]).await?,
    };
    Ok(row.map(|(number,)| number))
}

/// What another ticket is to this one, whoever may see it.
pub(in crate::ticket) async fn link_of(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    other_id: TicketId,
) -> Result<Option<LinkKind>> {
    let row: Option<(LinkKind,)> = rx.query_opt(KIND, params![ticket_id, other_id]).await?;
    Ok(row.map(|(kind,)| kind))
}

/// All that a ticket is linked with, whoever may see it.
pub(in crate::ticket) async fn links(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<TicketId, LinkKind>> {
    let rows: Vec<(TicketId, LinkKind)> = rx.query(KINDS, params![ticket_id]).await?;
    Ok(rows.into_iter().collect())
}

impl FromRow for LinkedTicket {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (public_id, kind) = (row.next()?, row.next()?);
        let (subject, lang) = (row.next()?, row.next()?);
        Ok(Self {
            public_id,
            kind,
            subject,
            lang,
            status: Named { id: row.next()?, name: row.next()? },
            status_category: row.next()?,
            last_message_at: row.next()?,
        })
    }
}
