use proofdesk_store::{FromRow, Row, Rx, params};

use super::Status;
use crate::error::Result;
use crate::id::StatusId;
use crate::names;
use crate::ticket::StatusCategory;
use crate::time::Timestamp;

/// Every statement of a status's reads.
pub const ALL: &[&str] = &[STANDING, LIST, FIND, TICKETS, SHARED_MACROS];

const STANDING: &str = "select category, retired_at from status where id = $1";
const LIST: &str = "select id, name, category, builtin, position, names, retired_at, version from status \
    order by position, name";
const FIND: &str = "select id, name, category, builtin, position, names, retired_at, version from status where id = $1";
// The category is the one of the status: it leads to an index.
const TICKETS: &str = "select count(*) from (select 1 as one from ticket \
    where status_category = $1 and status_id = $2 limit 1000) as held";
const SHARED_MACROS: &str = "select count(*) from reply_macro \
    where status_id = $1 and audience <> 'own' and archived_at is null";

impl FromRow for Status {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            category: row.next()?,
            builtin: row.next()?,
            position: row.next()?,
            names: names::read(&row.next::<String>()?),
            retired_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// The category behind a status, and whether tickets can be set to it; `None` for an unknown one.
pub async fn standing(rx: &Rx<'_>, id: StatusId) -> Result<Option<(StatusCategory, bool)>> {
    let row: Option<(StatusCategory, Option<Timestamp>)> =
        rx.query_opt(STANDING, params![id]).await?;
    Ok(row.map(|(category, retired_at)| (category, retired_at.is_none())))
}

/// All statuses in order, retired ones too: tickets have them still.
pub async fn list(rx: &Rx<'_>) -> Result<Vec<Status>> {
    Ok(rx.query(LIST, params![]).await?)
}

/// One status, or `None`.
pub async fn find(rx: &Rx<'_>, id: StatusId) -> Result<Option<Status>> {
    Ok(rx.query_opt(FIND, params![id]).await?)
}

/// How many tickets have it, up to a thousand, whoever may see them.
pub(super) async fn tickets(rx: &Rx<'_>, id: StatusId, category: StatusCategory) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(TICKETS, params![category, id]).await?;
    Ok(n)
}

/// How many macros of more than one member set it.
pub(super) async fn shared_macros(rx: &Rx<'_>, id: StatusId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(SHARED_MACROS, params![id]).await?;
    Ok(n)
}
