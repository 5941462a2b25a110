//! What the guard's newer rules find in macros that are stored already.

use proofdesk_store::{Tx, params};

use super::event::MacroChanged;
use super::{ReplyMacro, sql, view};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::MacroId;
use crate::log::{self, NewEvent};
use crate::permission::Permission;
use crate::tag;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[BY_ID];

// Whoever may see it: the walk reads everybody's.
const BY_ID: &str =
    concat!("select ", sql::macro_columns!(), " from reply_macro m where m.id = $1");

/// Reads a macro once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: MacroId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some(mut after): Option<ReplyMacro> = tx.query_opt(BY_ID, params![id]).await? else {
        return Ok(false);
    };
    let mut fields = Vec::new();
    if Clean::mask_again(&mut after.name)? {
        fields.push("name".to_owned());
    }
    if let Some(folder) = &mut after.folder
        && Clean::mask_again(folder)?
    {
        fields.push("folder".to_owned());
    }
    let acts = &mut after.acts;
    let are_on = tag::mask::mask_names(&mut acts.add_tags)?;
    if tag::mask::mask_names(&mut acts.remove_tags)? || are_on {
        fields.push("acts".to_owned());
    }
    let mut texts = view::texts(tx, id).await?;
    let mut is_said_anew = false;
    for text in texts.values_mut() {
        is_said_anew |= Clean::mask_again(text)?;
    }
    if is_said_anew {
        fields.push("texts".to_owned());
        sql::set_texts(tx, id, &texts).await?;
    }
    if fields.is_empty() {
        return Ok(false);
    }
    let chain = log::lock(tx, &log::Stream::Organisation).await?;
    sql::update(tx, &after, cx.now).await?;
    let (audience, team_id) = (after.audience, after.team_id);
    let event = MacroChanged { macro_id: id, audience, team_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(true)
}
