//! What people do to skills.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{SkillCreated, SkillDeleted};
use super::{Skill, SkillKind, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::SkillId;
use crate::limits;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// Makes a skill. A language is named by a tag of one of the ten.
///
/// # Errors
/// `no-permission` without `team.manage`; `field-taken`, `field-invalid` for the name; `limit-reached`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, kind: SkillKind, name: &str) -> Result<SkillId> {
    cx.viewer.require(Permission::TeamManage)?;
    let mut name = Clean::line("name", name, limits::NAME_CHARS)?;
    if kind == SkillKind::Language {
        let locale = Locale::parse(name.as_str());
        let locale = locale.ok_or_else(|| Error::field("name", Code::FieldInvalid))?;
        name = Clean::new(locale.code())?;
    }
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let all: Vec<Skill> = tx.query(view::LIST, &[]).await?;
    if all.len() >= limits::SKILLS {
        return Err(Error::limit_reached(limits::SKILLS));
    }
    let skill_id: SkillId = cx.id();
    if !sql::insert(tx, skill_id, kind, &name).await? {
        return Err(Error::field("name", Code::FieldTaken));
    }
    chain.append(tx, cx, &[NewEvent::of(&SkillCreated { skill_id, kind })?]).await?;
    Ok(skill_id)
}

/// Deletes a skill and takes it from everybody who has it.
///
/// # Errors
/// `no-permission`; `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, skill_id: SkillId) -> Result<()> {
    cx.viewer.require(Permission::TeamManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    if !sql::delete(tx, skill_id).await? {
        return Err(Error::refused(Code::NotFound));
    }
    chain.append(tx, cx, &[NewEvent::of(&SkillDeleted { skill_id })?]).await?;
    Ok(())
}
