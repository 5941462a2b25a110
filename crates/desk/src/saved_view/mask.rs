//! What the guard's newer rules find in views that are stored already.

use proofdesk_store::{Tx, params};

use super::event::ViewChanged;
use super::{SavedView, sql};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::SavedViewId;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::tag;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[BY_ID];

// Whoever may see it: the walk reads everybody's.
const BY_ID: &str = "select id, name, filter, sort, shown, audience, owner_id, team_id, created_at, updated_at, version \
    from saved_view where id = $1";

/// Reads a view once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: SavedViewId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(mut view): Option<SavedView> = tx.query_opt(BY_ID, params![id]).await? else {
        return Ok(false);
    };
    // The tags first, each by itself: the words beside one may be words of a phrase as well.
    let has_tags = tag::mask::mask_filter(&mut view.filter)?;
    let has_filter = Clean::mask_again(&mut view.filter)? || has_tags;
    let has_name = Clean::mask_again(&mut view.name)?;
    let fields =
        [("name", has_name), ("filter", has_filter)].into_iter().filter(|(_, masked)| *masked);
    let fields: Vec<String> = fields.map(|(name, _)| name.to_owned()).collect();
    if fields.is_empty() {
        return Ok(false);
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    sql::update(tx, &view, cx.now).await?;
    let (audience, team_id) = (view.audience, view.team_id);
    let event = ViewChanged { view_id: id, audience, team_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(true)
}
