//! Reading drafts. Nobody but their writer ever does.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{Begun, Content, DraftFile, Place, ReplyDraft};
use crate::error::{OrNotFound as _, Result};
use crate::id::{AttachmentId, PublicId, StaffId, TicketId};
use crate::permission::Permission;
use crate::scope_sql::{Scoped, scoped};
use crate::ticket::{self, Visibility};
use crate::viewer::Viewer;

pub(super) const FIND: &str = "select visibility, content, updated_at from reply_draft \
    where staff_id = $1 and ticket_id = $2 and visibility = $3";
pub(super) const OF_TICKET: &str = "select visibility, content, updated_at from reply_draft \
    where staff_id = $1 and ticket_id = $2 order by visibility desc";
pub(super) const OF_ALL: &str =
    "select staff_id, visibility, content from reply_draft where ticket_id = $1";
pub(super) const FILES: &str = "select a.id, a.file_name, a.content_type, a.size from reply_draft_file f \
    join attachment a on a.id = f.attachment_id where f.staff_id = $1 and f.ticket_id = $2 and f.visibility = $3 \
    and a.ticket_id is null and a.erased_at is null order by f.position";
pub(super) const OWN_FILE: &str = "select id, file_name, content_type, size from attachment where id = $1 \
    and ticket_id is null and erased_at is null and uploader_kind = 'staff' and uploader_id = $2";
pub(super) const COUNT: &str = "select count(*) from reply_draft where staff_id = $1";

const LIST: Scoped = scoped!(
    2,
    "select t.public_id, d.visibility, d.updated_at from reply_draft d join ticket t on t.id = d.ticket_id \
     where d.staff_id = $1",
    " order by d.updated_at desc"
);

/// The statements with a scope.
pub fn all() -> Vec<&'static str> {
    LIST.texts().to_vec()
}

/// One's own drafts in a ticket that one sees, the reply first.
///
/// # Errors
/// `not-found`; `staff-only`.
pub async fn of_ticket(
    rx: &Rx<'_>,
    viewer: &Viewer,
    public_id: &PublicId,
) -> Result<Vec<ReplyDraft>> {
    let (staff_id, ticket_id) = seen(rx, viewer, public_id).await?;
    let mut drafts: Vec<ReplyDraft> = rx.query(OF_TICKET, params![staff_id, ticket_id]).await?;
    for draft in &mut drafts {
        let at = Place { staff_id, ticket_id, visibility: draft.visibility };
        draft.files = files(rx, &at).await?;
    }
    Ok(drafts)
}

/// One's own draft of one kind in a ticket that one sees.
///
/// # Errors
/// As [`of_ticket`].
pub async fn one(
    rx: &Rx<'_>,
    viewer: &Viewer,
    public_id: &PublicId,
    visibility: Visibility,
) -> Result<Option<ReplyDraft>> {
    let (staff_id, ticket_id) = seen(rx, viewer, public_id).await?;
    find(rx, &Place { staff_id, ticket_id, visibility }).await
}

/// Where one has begun to write, in tickets that one sees, the latest first.
///
/// # Errors
/// `staff-only`.
pub async fn begun(rx: &Rx<'_>, viewer: &Viewer) -> Result<Vec<Begun>> {
    let staff_id = viewer.staff()?.staff_id;
    let scope = viewer.scope(Permission::TicketRead);
    let Some((sql, parameter)) = LIST.text(&scope) else { return Ok(Vec::new()) };
    Ok(match parameter {
        Some(scope_id) => rx.query(sql, params![staff_id, scope_id]).await?,
        None => rx.query(sql, params![staff_id]).await?,
    })
}

async fn seen(rx: &Rx<'_>, viewer: &Viewer, public_id: &PublicId) -> Result<(StaffId, TicketId)> {
    let staff_id = viewer.staff()?.staff_id;
    let scope = viewer.scope(Permission::TicketRead);
    Ok((staff_id, ticket::view::find_id(rx, public_id, &scope).await?.or_not_found()?))
}

pub(super) async fn find(rx: &Rx<'_>, at: &Place) -> Result<Option<ReplyDraft>> {
    let row = params![at.staff_id, at.ticket_id, at.visibility];
    let found: Option<ReplyDraft> = rx.query_opt(FIND, row).await?;
    let Some(mut draft) = found else { return Ok(None) };
    draft.files = files(rx, at).await?;
    Ok(Some(draft))
}

async fn files(rx: &Rx<'_>, at: &Place) -> Result<Vec<DraftFile>> {
    Ok(rx.query(FILES, params![at.staff_id, at.ticket_id, at.visibility]).await?)
}

/// A file that this member uploaded and no message has taken.
pub(super) async fn own_file(
    rx: &Rx<'_>,
    id: AttachmentId,
    staff_id: StaffId,
) -> Result<Option<DraftFile>> {
    Ok(rx.query_opt(OWN_FILE, params![id, staff_id]).await?)
}

pub(super) async fn count(rx: &Rx<'_>, staff_id: StaffId) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(COUNT, params![staff_id]).await?;
    Ok(n)
}

/// Everybody's drafts in a ticket, for work that no person sees.
pub(super) async fn of_all(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<(Place, Content)>> {
    let rows: Vec<(StaffId, Visibility, String)> = rx.query(OF_ALL, params![ticket_id]).await?;
    let mut all = Vec::new();
    for (staff_id, visibility, json) in rows {
        all.push((Place { staff_id, ticket_id, visibility }, Content::read(&json)?));
    }
    Ok(all)
}

impl FromRow for ReplyDraft {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let visibility = row.next()?;
        let json: String = row.next()?;
        let content = Content::read(&json)?;
        Ok(Self { visibility, content, files: Vec::new(), updated_at: row.next()? })
    }
}

impl FromRow for DraftFile {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            file_name: row.next()?,
            content_type: row.next()?,
            size: row.next()?,
        })
    }
}

impl FromRow for Begun {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { ticket: row.next()?, visibility: row.next()?, updated_at: row.next()? })
    }
}
