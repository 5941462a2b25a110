use proofdesk_store::Tx;

use super::event::{TagCreated, TagDeleted, TagRenamed};
use super::{canonical, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::TagId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// The tag of this name, made when it is new.
///
/// # Errors
/// Only those of the store.
pub async fn ensure(tx: &Tx<'_>, cx: &mut Cx, name: &Clean) -> Result<TagId> {
    let name = canonical(name.as_str());
    if let Some(id) = view::find(tx, &name).await? {
        return Ok(id);
    }
    sql::insert(tx, cx.id(), &name, cx.now).await?;
    // Two may make the same tag at once; the name decides which one stays.
    view::find(tx, &name).await?.ok_or(Error::Broken { what: "a tag that vanished" })
}

/// Makes a tag before a ticket has it, so that everybody is offered the same word.
///
/// # Errors
/// `no-permission` without `brand.manage`; `field-required`, `field-too-long`, `text-has-nul`, `field-taken` at `name`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, name: &str) -> Result<TagId> {
    cx.viewer.require(Permission::BrandManage)?;
    let name = clean(name)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let tag_id: TagId = cx.id();
    if view::find(tx, &name).await?.is_some() || !sql::insert(tx, tag_id, &name, cx.now).await? {
        return Err(Error::field("name", Code::FieldTaken));
    }
    chain.append(tx, cx, &[NewEvent::of(&TagCreated { tag_id })?]).await?;
    Ok(tag_id)
}

/// Calls a tag otherwise, on all tickets that have it. Its former name leads to it: macros, saved filters and whoever types it mean
/// the tag. Returns whether anything changed.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; those of [`create`] at `name`, `field-taken` also for what another tag was called
/// before.
pub async fn rename(tx: &Tx<'_>, cx: &mut Cx, tag_id: TagId, name: &str) -> Result<bool> {
    cx.viewer.require(Permission::BrandManage)?;
    let name = clean(name)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let before = view::current(tx, tag_id).await?.or_not_found()?;
    if before == name {
        return Ok(false);
    }
    // It may take back what it was called before.
    sql::delete_former(tx, tag_id, &name).await?;
    if view::find(tx, &name).await?.is_some() {
        return Err(Error::field("name", Code::FieldTaken));
    }
    sql::set_name(tx, tag_id, &name).await.map_err(|error| error.taken("tag.name", "name"))?;
    sql::insert_former(tx, cx.id(), &before, cx.now, tag_id).await?;
    chain.append(tx, cx, &[NewEvent::of(&TagRenamed { tag_id })?]).await?;
    Ok(true)
}

/// Lets names lead to a tag that was called so on another desk.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn lead(tx: &Tx<'_>, cx: &mut Cx, tag_id: TagId, names: &[Clean]) -> Result<()> {
    for name in names {
        sql::insert_former(tx, cx.id(), &canonical(name.as_str()), cx.now, tag_id).await?;
    }
    Ok(())
}

/// Deletes a tag that no ticket has, with what it was called before. A macro that puts it on makes it anew.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `tag-in-use` while tickets have it.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, tag_id: TagId) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    view::current(tx, tag_id).await?.or_not_found()?;
    let tickets = view::tickets(tx, tag_id).await?;
    if tickets > 0 {
        return Err(in_use(tickets));
    }
    // A ticket that is given the tag at this moment keeps it.
    if !sql::delete(tx, tag_id).await? {
        return Err(in_use(1));
    }
    chain.append(tx, cx, &[NewEvent::of(&TagDeleted { tag_id })?]).await?;
    Ok(())
}

fn clean(name: &str) -> Result<String> {
    Ok(canonical(Clean::line("name", name, limits::TAG_CHARS)?.as_str()))
}

fn in_use(tickets: i64) -> Error {
    Error::refused_with(Code::TagInUse, vec![("count", tickets.to_string())])
}
