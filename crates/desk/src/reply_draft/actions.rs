//! Keeping drafts, and throwing them away.

use std::time::Duration;

use proofdesk_store::Tx;

use super::{Content, DraftFile, Place, ReplyDraft, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{AttachmentId, MacroId, PublicId, StaffId, TeamId, TicketId};
use crate::limits;
use crate::permission::Permission;
use crate::text::Clean;
use crate::ticket::{self, Visibility};
use crate::time::Timestamp;

/// What to keep.
#[derive(Clone, Debug)]
pub struct NewReplyDraft {
    pub body: Clean,
    /// Acts that go along, as whoever writes puts them.
    pub acts: Clean,
    pub macro_ids: Vec<MacroId>,
    pub staff_ids: Vec<StaffId>,
    pub team_ids: Vec<TeamId>,
    pub seen_until: Option<Timestamp>,
    /// Files that the member uploaded; those that are gone are left out.
    pub file_ids: Vec<AttachmentId>,
}

impl NewReplyDraft {
    fn content(&self) -> Content {
        Content {
            body: self.body.as_str().to_owned(),
            acts: self.acts.as_str().to_owned(),
            macro_ids: self.macro_ids.clone(),
            staff_ids: self.staff_ids.clone(),
            team_ids: self.team_ids.clone(),
            seen_until: self.seen_until,
        }
    }
}

/// Keeps what one has written so far in a ticket. `seen` is the version that it goes on from; without one, or with 0, there is to be
/// none yet. The same again is no change, so that a lost answer costs nothing.
///
/// # Errors
/// `not-found`; `no-permission` without that of sending it; `field-required` at `body` for nothing at all; `limit-reached`;
/// `version-conflict` when another device wrote, sent or threw it away meanwhile.
pub async fn keep(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    visibility: Visibility,
    seen: Option<i64>,
    new: &NewReplyDraft,
) -> Result<ReplyDraft> {
    let at = place(tx, cx, public_id, visibility).await?;
    let content = new.content();
    let files = own_files(tx, at.staff_id, &new.file_ids).await?;
    if content.body.is_empty() && files.is_empty() {
        return Err(Error::field("body", Code::FieldRequired));
    }
    if let Some(kept) = view::find(tx, &at).await?
        && kept.content == content
        && kept.files == files
    {
        return Ok(kept);
    }
    let seen = seen.filter(|seen| *seen > 0).map(Timestamp::from_micros);
    // Later than what it goes on from, whatever the clock says.
    let now = seen.map_or(cx.now, |seen| cx.now.max(seen + Duration::from_micros(1)));
    let is_kept = match seen {
        Some(seen) => sql::update(tx, &at, &content, seen, now).await?,
        None => {
            require_room(tx, at.staff_id).await?;
            sql::insert(tx, &at, &content, now).await?
        }
    };
    if !is_kept {
        return Err(Error::refused(Code::VersionConflict));
    }
    sql::clear_files(tx, &at).await?;
    for (file, position) in files.iter().zip(0..) {
        sql::add_file(tx, &at, file.id, position).await?;
    }
    Ok(ReplyDraft { visibility, content, files, updated_at: now })
}

/// Throws one's own draft away, because it was sent or is not wanted. One that is not there is no error. `seen` as of [`keep`]: what
/// another device wrote since stays.
///
/// # Errors
/// `not-found` for the ticket; `no-permission` as of [`keep`]; `version-conflict`.
pub async fn discard(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    visibility: Visibility,
    seen: Option<i64>,
) -> Result<()> {
    let at = place(tx, cx, public_id, visibility).await?;
    if sql::delete(tx, &at, seen.map(Timestamp::from_micros)).await? {
        return sql::clear_files(tx, &at).await;
    }
    match view::find(tx, &at).await? {
        Some(_) => Err(Error::refused(Code::VersionConflict)),
        None => Ok(()),
    }
}

/// Masks what today's rules find in the drafts of a ticket. Returns whether there was anything to mask.
pub(crate) async fn mask(tx: &Tx<'_>, ticket_id: TicketId) -> Result<bool> {
    let mut is_masked = false;
    for (at, mut content) in view::of_all(tx, ticket_id).await? {
        if content.mask()? {
            sql::set_content(tx, &at, &content).await?;
            is_masked = true;
        }
    }
    Ok(is_masked)
}

/// Deletes up to `limit` drafts that nobody went on with. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::REPLY_DRAFT_AGE, limit).await
}

/// One's own place in a ticket that one sees and may write in so.
async fn place(
    tx: &Tx<'_>,
    cx: &Cx,
    public_id: &PublicId,
    visibility: Visibility,
) -> Result<Place> {
    let staff_id = cx.viewer.staff()?.staff_id;
    let readable = cx.viewer.scope(Permission::TicketRead);
    let ticket = ticket::view::find(tx, public_id, &readable).await?.or_not_found()?;
    let permission = match visibility {
        Visibility::Public => Permission::TicketReply,
        Visibility::Internal => Permission::TicketNote,
    };
    cx.viewer.require_at(permission, &ticket.placement())?;
    Ok(Place { staff_id, ticket_id: ticket.id, visibility })
}

async fn own_files(tx: &Tx<'_>, staff_id: StaffId, ids: &[AttachmentId]) -> Result<Vec<DraftFile>> {
    let mut files: Vec<DraftFile> = Vec::new();
    for id in ids {
        if files.iter().any(|file| file.id == *id) {
            continue;
        }
        files.extend(view::own_file(tx, *id, staff_id).await?);
    }
    Ok(files)
}

async fn require_room(tx: &Tx<'_>, staff_id: StaffId) -> Result<()> {
    match view::count(tx, staff_id).await? >= limits::REPLY_DRAFTS_PER_MEMBER {
        true => Err(Error::limit_reached(limits::REPLY_DRAFTS_PER_MEMBER)),
        false => Ok(()),
    }
}
