use proofdesk_store::{FromRow, Row, Rx, params};

use super::Status;
use crate::error::Result;
use crate::id::StatusId;
use crate::ticket::StatusCategory;

/// Every statement of a status's reads.
pub const ALL: &[&str] = &[CATEGORY_OF, LIST];

const CATEGORY_OF: &str = "select category from status where id = $1";
const LIST: &str = "select id, name, category, builtin from status order by position, name";

impl FromRow for Status {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, name: row.next()?, category: row.next()?, builtin: row.next()? })
    }
}

/// The category behind a status, or `None` for an unknown one.
pub async fn category_of(rx: &Rx<'_>, id: StatusId) -> Result<Option<StatusCategory>> {
    let row: Option<(StatusCategory,)> = rx.query_opt(CATEGORY_OF, params![id]).await?;
    Ok(row.map(|(category,)| category))
}

/// All statuses in order.
pub async fn list(rx: &Rx<'_>) -> Result<Vec<Status>> {
    Ok(rx.query(LIST, params![]).await?)
}
