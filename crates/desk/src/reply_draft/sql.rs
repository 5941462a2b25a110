use proofdesk_store::{Tx, params};

use super::{Content, Place, view};
use crate::error::{Error, Result};
use crate::id::AttachmentId;
use crate::time::Timestamp;

/// Every statement of the noun but those with a scope.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    SET_CONTENT,
    DELETE,
    DELETE_SEEN,
    PRUNE,
    ADD_FILE,
    CLEAR_FILES,
    PRUNE_FILES,
    view::FIND,
    view::OF_TICKET,
    view::OF_ALL,
    view::FILES,
    view::OWN_FILE,
    view::COUNT,
];

const INSERT: &str = "insert into reply_draft (staff_id, ticket_id, visibility, content, updated_at) \
    values ($1, $2, $3, $4, $5) on conflict (staff_id, ticket_id, visibility) do nothing";
const UPDATE: &str = "update reply_draft set content = $1, updated_at = $2 \
    where staff_id = $3 and ticket_id = $4 and visibility = $5 and updated_at = $6";
const SET_CONTENT: &str = "update reply_draft set content = $1 \
    where staff_id = $2 and ticket_id = $3 and visibility = $4";
const DELETE: &str =
    "delete from reply_draft where staff_id = $1 and ticket_id = $2 and visibility = $3";
const DELETE_SEEN: &str = "delete from reply_draft \
    where staff_id = $1 and ticket_id = $2 and visibility = $3 and updated_at = $4";
const PRUNE: &str = "delete from reply_draft where (staff_id, ticket_id, visibility) in \
    (select staff_id, ticket_id, visibility from reply_draft where updated_at < $1 order by updated_at limit $2)";
// A file that was moved from one draft into another waits in the one that was written last.
const ADD_FILE: &str = "insert into reply_draft_file (attachment_id, staff_id, ticket_id, visibility, position) \
    values ($1, $2, $3, $4, $5) on conflict (attachment_id) do update set staff_id = excluded.staff_id, \
    ticket_id = excluded.ticket_id, visibility = excluded.visibility, position = excluded.position";
const CLEAR_FILES: &str =
    "delete from reply_draft_file where staff_id = $1 and ticket_id = $2 and visibility = $3";
const PRUNE_FILES: &str = "delete from reply_draft_file where not exists (select 1 from reply_draft d \
    where d.staff_id = reply_draft_file.staff_id and d.ticket_id = reply_draft_file.ticket_id \
    and d.visibility = reply_draft_file.visibility)";

fn json(content: &Content) -> Result<String> {
    serde_json::to_string(content)
        .map_err(|_unreachable| Error::Broken { what: "a draft that is no JSON" })
}

/// Returns whether there was none.
pub async fn insert(tx: &Tx<'_>, at: &Place, content: &Content, now: Timestamp) -> Result<bool> {
    let json = json(content)?;
    let row = params![at.staff_id, at.ticket_id, at.visibility, json, now];
    Ok(tx.exec(INSERT, row).await? == 1)
}

/// Returns whether it was as it was `seen`.
pub async fn update(
    tx: &Tx<'_>,
    at: &Place,
    content: &Content,
    seen: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let json = json(content)?;
    let row = params![json, now, at.staff_id, at.ticket_id, at.visibility, seen];
    Ok(tx.exec(UPDATE, row).await? == 1)
}

/// Writes what masking left, which is no new version.
pub async fn set_content(tx: &Tx<'_>, at: &Place, content: &Content) -> Result<()> {
    let json = json(content)?;
    tx.exec(SET_CONTENT, params![json, at.staff_id, at.ticket_id, at.visibility]).await?;
    Ok(())
}

/// Returns whether there was one, as it was `seen` where somebody says how.
pub async fn delete(tx: &Tx<'_>, at: &Place, seen: Option<Timestamp>) -> Result<bool> {
    let (staff_id, ticket_id, visibility) = (at.staff_id, at.ticket_id, at.visibility);
    let gone = match seen {
        Some(seen) => tx.exec(DELETE_SEEN, params![staff_id, ticket_id, visibility, seen]).await?,
        None => tx.exec(DELETE, params![staff_id, ticket_id, visibility]).await?,
    };
    Ok(gone == 1)
}

pub async fn clear_files(tx: &Tx<'_>, at: &Place) -> Result<()> {
    tx.exec(CLEAR_FILES, params![at.staff_id, at.ticket_id, at.visibility]).await?;
    Ok(())
}

pub async fn add_file(tx: &Tx<'_>, at: &Place, id: AttachmentId, position: i64) -> Result<()> {
    let row = params![id, at.staff_id, at.ticket_id, at.visibility, position];
    tx.exec(ADD_FILE, row).await?;
    Ok(())
}

/// Returns how many drafts were older. Files of drafts that are gone wait no longer.
pub async fn prune(tx: &Tx<'_>, before: Timestamp, limit: u32) -> Result<u64> {
    let gone = tx.exec(PRUNE, params![before, limit]).await?;
    tx.exec(PRUNE_FILES, &[]).await?;
    Ok(gone)
}
