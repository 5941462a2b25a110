//! What administrators do to departments.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{DepartmentArchived, DepartmentChanged, DepartmentCreated, DepartmentRestored};
use super::{Department, mailbox, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::email::EmailAddress;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::DepartmentId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// What to change of a department; `None` leaves it.
#[derive(Clone, Debug, Default)]
pub struct DepartmentChange {
    pub name: Option<String>,
    pub email: Option<String>,
    pub lang: Option<Locale>,
}

/// Makes a department.
///
/// # Errors
/// `no-permission` without `brand.manage`; `field-required`, `field-invalid` and the like; `field-taken` for the name;
/// `limit-reached`.
pub async fn create(
    tx: &Tx<'_>,
    cx: &mut Cx,
    name: &str,
    email: &str,
    lang: Locale,
) -> Result<DepartmentId> {
    cx.viewer.require(Permission::BrandManage)?;
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let email = EmailAddress::parse("email", email)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if view::all(tx).await?.len() >= limits::DEPARTMENTS {
        return Err(Error::limit_reached(limits::DEPARTMENTS));
    }
    let department = Department {
        id: cx.id(),
        name: name.as_str().to_owned(),
        email: email.as_str().to_owned(),
        lang: lang.code().to_owned(),
        archived_at: None,
        created_at: cx.now,
        version: 1,
    };
    if !sql::insert(tx, &department).await? {
        return Err(Error::field("name", Code::FieldTaken));
    }
    let Department { id: department_id, email, lang, .. } = department;
    let event = DepartmentCreated { department_id, mailbox: mailbox(&email), lang };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(department_id)
}

/// Changes a department and returns its new version. `version` is the one that the viewer saw. Links that went to another address
/// open nothing from then on.
///
/// # Errors
/// `no-permission`; `version-conflict`; `not-found`; as [`create`].
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: DepartmentId,
    version: i64,
    change: &DepartmentChange,
) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let known = view::load(tx, id).await?.or_not_found()?;
    let name = change.name.as_deref().unwrap_or(&known.name);
    let name = Clean::line("name", name, limits::NAME_CHARS)?;
    let email = EmailAddress::parse("email", change.email.as_deref().unwrap_or(&known.email))?;
    let department = Department {
        name: name.as_str().to_owned(),
        email: email.as_str().to_owned(),
        lang: change.lang.map_or(known.lang, |lang| lang.code().to_owned()),
        version,
        ..known
    };
    let updated = sql::update(tx, &department).await;
    if !updated.map_err(|e| e.taken("department.name", "name"))? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let (mailbox, lang) = (mailbox(&department.email), department.lang);
    let event = DepartmentChanged { department_id: id, mailbox, lang };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Lets nobody ask a department any more. What is open goes on; one that is archived stays so.
///
/// # Errors
/// `no-permission`; `not-found`.
pub async fn archive(tx: &Tx<'_>, cx: &mut Cx, id: DepartmentId) -> Result<()> {
    set_archived(tx, cx, id, true).await
}

/// Lets a department be asked again; one that is not archived stays as it is.
///
/// # Errors
/// `no-permission`; `not-found`.
pub async fn restore(tx: &Tx<'_>, cx: &mut Cx, id: DepartmentId) -> Result<()> {
    set_archived(tx, cx, id, false).await
}

async fn set_archived(tx: &Tx<'_>, cx: &mut Cx, id: DepartmentId, to: bool) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let known = view::load(tx, id).await?.or_not_found()?;
    if known.archived_at.is_some() == to {
        return Ok(());
    }
    sql::set_archived(tx, id, to.then_some(cx.now)).await?;
    let event = match to {
        true => NewEvent::of(&DepartmentArchived { department_id: id })?,
        false => NewEvent::of(&DepartmentRestored { department_id: id })?,
    };
    chain.append(tx, cx, &[event]).await?;
    Ok(())
}
