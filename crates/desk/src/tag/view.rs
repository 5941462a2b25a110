use proofdesk_store::{Rx, params};

use super::canonical;
use crate::error::Result;
use crate::id::TagId;

/// Every statement of a tag's reads.
pub const ALL: &[&str] = &[FIND, LIST, FORMER, NAME, CURRENT, TICKETS];

const FIND: &str = "select coalesce(now_id, id) from tag where name = $1";
const NAME: &str = "select name from tag where id = $1";
const CURRENT: &str = "select name from tag where id = $1 and now_id is null";
const LIST: &str =
    "select id, name from tag where name > $1 and now_id is null order by name limit $2";
const FORMER: &str = "select f.now_id, f.name from tag f join tag t on t.id = f.now_id \
    where t.name > $1 and t.name <= $2 order by f.name";
const TICKETS: &str = "select count(*) from ticket_tag where tag_id = $1";

/// The tag of a name in any case, also of one that it had before.
pub async fn find(rx: &Rx<'_>, name: &str) -> Result<Option<TagId>> {
    let row: Option<(TagId,)> = rx.query_opt(FIND, params![canonical(name)]).await?;
    Ok(row.map(|(id,)| id))
}

/// Tags by name, after `after` (empty for the first page).
pub async fn list(rx: &Rx<'_>, after: &str, limit: u32) -> Result<Vec<(TagId, String)>> {
    Ok(rx.query(LIST, params![after, limit]).await?)
}

/// What the tags of a page were called before: of those after one name, up to another.
pub(crate) async fn former(rx: &Rx<'_>, after: &str, last: &str) -> Result<Vec<(TagId, String)>> {
    Ok(rx.query(FORMER, params![after, last]).await?)
}

/// What a tag is called, or `None` for an unknown one.
pub async fn name(rx: &Rx<'_>, id: TagId) -> Result<Option<String>> {
    let row: Option<(String,)> = rx.query_opt(NAME, params![id]).await?;
    Ok(row.map(|(name,)| name))
}

/// The same of a tag that is offered: a former name is none.
pub(super) async fn current(rx: &Rx<'_>, id: TagId) -> Result<Option<String>> {
    let row: Option<(String,)> = rx.query_opt(CURRENT, params![id]).await?;
    Ok(row.map(|(name,)| name))
}

/// How many tickets have it.
pub(super) async fn tickets(rx: &Rx<'_>, id: TagId) -> Result<i64> {
    let row: Option<(i64,)> = rx.query_opt(TICKETS, params![id]).await?;
    Ok(row.map_or(0, |(count,)| count))
}
