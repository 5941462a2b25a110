//! What people do to macros.

use std::collections::BTreeSet;

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::event::{MacroArchived, MacroChanged, MacroCreated, MacroDeleted, MacroRestored};
use super::text::{self, Fault};
use super::{Audience, MacroActs, ReplyMacro, Texts, require_keep, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{BrandId, MacroId, StaffId, TeamId};
use crate::identity::Level;
use crate::log::{self, NewEvent};
use crate::permission::Permission;
use crate::text::Clean;
use crate::text::outgoing::refuse_asking;
use crate::ticket::{Ticket, Visibility};
use crate::{brand, limits, staff, status, tag};

/// A macro as it is typed: made so, or changed to be so.
#[derive(Clone, Debug)]
pub struct MacroDraft {
    pub brand_id: BrandId,
    pub name: String,
    pub folder: Option<String>,
    pub audience: Audience,
    /// Of a team's macro: whose.
    pub team_id: Option<TeamId>,
    pub min_level: Option<Level>,
    pub as_note: bool,
    pub acts: MacroActs,
    /// In the order in which they were typed, which is how a problem names them.
    pub texts: Vec<(Locale, String)>,
}

/// Makes a macro.
///
/// # Errors
/// `no-permission` when it is shared further than `macro.manage` reaches; `limit-reached`; `field-invalid`, `field-required`
/// and `field-too-long` at what they are about; of a text `macro-variable` and `macro-fallback` with the place, and
/// `asks-for-secret`.
pub async fn create(tx: &Tx<'_>, cx: &mut Cx, draft: &MacroDraft) -> Result<MacroId> {
    let owner_id = cx.viewer.staff()?.staff_id;
    require_keep(&cx.viewer, draft.audience, draft.team_id, draft.brand_id)?;
    let texts = texts(&draft.texts)?;
    let mut row = made(cx, owner_id, draft)?;
    row.acts = acts(tx, &draft.acts).await?;
    require_brand(tx, row.brand_id).await?;
    let chain = log::lock(tx, &row.audience.stream(cx)?).await?;
    require_status(tx, &row.acts).await?;
    require_room(tx, &row).await?;
    sql::insert(tx, &row).await?;
    sql::set_texts(tx, row.id, &texts).await?;
    let event = MacroCreated {
        macro_id: row.id,
        brand_id: row.brand_id,
        audience: row.audience,
        team_id: row.team_id,
    };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(row.id)
}

/// A new macro as it was typed, used by nobody yet and without its acts.
fn made(cx: &mut Cx, owner_id: StaffId, draft: &MacroDraft) -> Result<ReplyMacro> {
    Ok(ReplyMacro {
        id: cx.id(),
        brand_id: draft.brand_id,
        name: name(&draft.name)?,
        folder: folder(draft.folder.as_deref())?,
        audience: draft.audience,
        owner_id,
        team_id: draft.audience.team(draft.team_id)?,
        min_level: draft.min_level.filter(|level| *level > Level::None),
        as_note: draft.as_note,
        acts: MacroActs::default(),
        uses: 0,
        used_at: None,
        archived_at: None,
        created_at: cx.now,
        updated_at: cx.now,
        version: 1,
    })
}

/// Makes a macro that somebody had at another desk, used by nobody yet. Whom it hands tickets to may be barred here still.
///
/// # Errors
/// `no-permission` for everybody but the desk itself and its operator; as [`create`].
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    owner_id: StaffId,
    draft: &MacroDraft,
    is_archived: bool,
) -> Result<MacroId> {
    cx.viewer.require_inside()?;
    let texts = texts(&draft.texts)?;
    let mut row = made(cx, owner_id, draft)?;
    row.acts = read_acts(&draft.acts)?;
    require_brand(tx, row.brand_id).await?;
    let chain = log::lock(tx, &row.audience.stream_of(owner_id, cx.now)).await?;
    require_room(tx, &row).await?;
    sql::insert(tx, &row).await?;
    sql::set_texts(tx, row.id, &texts).await?;
    let ReplyMacro { id: macro_id, brand_id, audience, team_id, .. } = row;
    let created = MacroCreated { macro_id, brand_id, audience, team_id };
    let mut events = vec![NewEvent::of(&created)?];
    if is_archived {
        sql::set_archived(tx, macro_id, Some(cx.now), cx.now).await?;
        events.push(NewEvent::of(&MacroArchived { macro_id })?);
    }
    chain.append(tx, cx, &events).await?;
    Ok(macro_id)
}

/// Changes a macro to what was typed and returns its new version. `version` is the one that the viewer saw.
///
/// # Errors
/// As [`create`]; `not-found`; `version-conflict`.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: MacroId,
    version: i64,
    draft: &MacroDraft,
) -> Result<i64> {
    let before = changeable(tx, cx, id).await?;
    require_keep(&cx.viewer, draft.audience, draft.team_id, draft.brand_id)?;
    // What is taken back becomes the property of who takes it; a team's or everybody's may only be taken by who made it.
    let me = cx.viewer.staff()?.staff_id;
    if draft.audience == Audience::Own && before.owner_id != me {
        return Err(Error::field("audience", Code::FieldInvalid));
    }
    let (old_texts, new_texts) = (view::texts(tx, id).await?, texts(&draft.texts)?);
    let after = ReplyMacro {
        brand_id: draft.brand_id,
        name: name(&draft.name)?,
        folder: folder(draft.folder.as_deref())?,
        audience: draft.audience,
        team_id: draft.audience.team(draft.team_id)?,
        min_level: draft.min_level.filter(|level| *level > Level::None),
        as_note: draft.as_note,
        acts: acts(tx, &draft.acts).await?,
        version,
        ..before.clone()
    };
    require_brand(tx, after.brand_id).await?;
    let shared = if before.audience == Audience::Own { after.audience } else { before.audience };
    let chain = log::lock(tx, &shared.stream(cx)?).await?;
    require_status(tx, &after.acts).await?;
    if (before.audience == Audience::Own) != (after.audience == Audience::Own) {
        require_room(tx, &after).await?;
    }
    if !sql::update(tx, &after, cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    if old_texts != new_texts {
        sql::set_texts(tx, id, &new_texts).await?;
    }
    let fields = differing(&before, &after, old_texts != new_texts);
    let (audience, team_id) = (after.audience, after.team_id);
    let event = MacroChanged { macro_id: id, audience, team_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(version + 1)
}

/// Puts a macro away: it is offered nowhere and counted still. One that is away already stays so.
///
/// # Errors
/// `no-permission`, `not-found`.
pub async fn archive(tx: &Tx<'_>, cx: &mut Cx, id: MacroId) -> Result<()> {
    let row = changeable(tx, cx, id).await?;
    if row.archived_at.is_some() {
        return Ok(());
    }
    let chain = log::lock(tx, &row.audience.stream(cx)?).await?;
    sql::set_archived(tx, id, Some(cx.now), cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&MacroArchived { macro_id: id })?]).await?;
    Ok(())
}

/// Offers a macro again.
///
/// # Errors
/// `no-permission`, `not-found`; `status-retired` for one of more than one member that sets tickets to a status that is no longer used.
pub async fn restore(tx: &Tx<'_>, cx: &mut Cx, id: MacroId) -> Result<()> {
    let row = changeable(tx, cx, id).await?;
    if row.archived_at.is_none() {
        return Ok(());
    }
    let chain = log::lock(tx, &row.audience.stream(cx)?).await?;
    // Macros that are put away keep no status from being retired.
    if row.audience != Audience::Own {
        require_status(tx, &row.acts).await?;
    }
    sql::set_archived(tx, id, None, cx.now).await?;
    chain.append(tx, cx, &[NewEvent::of(&MacroRestored { macro_id: id })?]).await?;
    Ok(())
}

/// Deletes a macro with its count. What was sent with it stays as it was sent.
///
/// # Errors
/// `no-permission`, `not-found`.
pub async fn delete(tx: &Tx<'_>, cx: &mut Cx, id: MacroId) -> Result<()> {
    let row = changeable(tx, cx, id).await?;
    let chain = log::lock(tx, &row.audience.stream(cx)?).await?;
    sql::delete(tx, id).await?;
    chain.append(tx, cx, &[NewEvent::of(&MacroDeleted { macro_id: id })?]).await?;
    Ok(())
}

/// Deletes a team's macros with the team, and says so in the events that tell of its end. The others hand it nothing more.
pub(crate) async fn end_of_team(tx: &Tx<'_>, team_id: TeamId) -> Result<Vec<NewEvent>> {
    let mut events = Vec::new();
    for row in sql::of_team(tx, team_id).await? {
        sql::delete(tx, row.id).await?;
        events.push(NewEvent::of(&MacroDeleted { macro_id: row.id })?);
    }
    sql::leave_team(tx, team_id).await?;
    Ok(events)
}

/// The macros that a message is sent with, each once. One that was put away or deleted while the message was being
/// written is simply not counted.
///
/// # Errors
/// `staff-only`; `verification-required`; `too-many` at `macro_ids`.
pub(crate) async fn applied(
    tx: &Tx<'_>,
    cx: &Cx,
    ticket: &Ticket,
    visibility: Visibility,
    ids: &[MacroId],
) -> Result<Vec<MacroId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    if ids.len() > limits::MACROS_PER_MESSAGE {
        return Err(Error::too_many("macro_ids", limits::MACROS_PER_MESSAGE));
    }
    let mut found = Vec::new();
    for id in ids.iter().copied().collect::<BTreeSet<_>>() {
        let Some(row) = view::find(tx, &cx.viewer, id).await? else { continue };
        view::require_level(tx, cx.now, ticket, visibility, &row).await?;
        found.push(id);
    }
    Ok(found)
}

/// Counts a message that was sent with them. Last of its transaction: everybody who sends with the same macro waits for
/// its row until the commit.
pub(crate) async fn count(tx: &Tx<'_>, cx: &Cx, ids: &[MacroId]) -> Result<()> {
    for id in ids {
        sql::count_use(tx, *id, cx.now).await?;
    }
    Ok(())
}

async fn changeable(tx: &Tx<'_>, cx: &Cx, id: MacroId) -> Result<ReplyMacro> {
    let row = view::find(tx, &cx.viewer, id).await?.or_not_found()?;
    match row.may_change(&cx.viewer) {
        true => Ok(row),
        false => Err(Error::no_permission(Permission::MacroManage)),
    }
}

fn name(typed: &str) -> Result<String> {
    Ok(Clean::line("name", typed, limits::NAME_CHARS)?.as_str().to_owned())
}

fn folder(typed: Option<&str>) -> Result<Option<String>> {
    let typed = typed.filter(|typed| !typed.trim().is_empty());
    let clean = typed.map(|typed| Clean::line("folder", typed, limits::NAME_CHARS)).transpose()?;
    Ok(clean.map(|clean| clean.as_str().to_owned()))
}

/// What it says, in each language once, in words that staff may send to a customer.
fn texts(typed: &[(Locale, String)]) -> Result<Texts> {
    if typed.is_empty() {
        return Err(Error::field("texts", Code::FieldRequired));
    }
    let mut texts = Texts::new();
    for (at, (lang, typed)) in typed.iter().enumerate() {
        let field = format!("texts[{at}].text");
        let clean = Clean::field(&field, typed, limits::MACRO_CHARS)?;
        check(&field, clean.as_str())?;
        if texts.insert(*lang, clean.as_str().to_owned()).is_some() {
            return Err(Error::field(format!("texts[{at}].lang"), Code::FieldTaken));
        }
    }
    Ok(texts)
}

/// Refuses a text that asks for a secret, and one whose variables cannot be filled.
///
/// # Errors
/// `asks-for-secret`, `macro-variable`, `macro-fallback`, each at `field`.
pub fn check(field: &str, text: &str) -> Result<()> {
    refuse_asking(field, text)?;
    let Some(misplaced) = text::fault(text) else { return Ok(()) };
    let code = match misplaced.fault {
        Fault::Unknown => Code::MacroVariable,
        Fault::LacksFallback => Code::MacroFallback,
    };
    let args = vec![
        ("name", misplaced.name),
        ("line", misplaced.line.to_string()),
        ("column", misplaced.column.to_string()),
    ];
    Err(Error::field_with(field, code, args))
}

/// Refuses a status that there is not, or that no ticket is set to any more. Behind the lock: a status is retired under that of the
/// organisation, which looks for macros of more than one member that set it.
async fn require_status(tx: &Tx<'_>, acts: &MacroActs) -> Result<()> {
    let Some(status_id) = acts.status_id else { return Ok(()) };
    let wrong = |code| Err(Error::field("acts.status_id", code));
    match status::view::standing(tx, status_id).await? {
        Some((_, true)) => Ok(()),
        Some((_, false)) => wrong(Code::StatusRetired),
        None => wrong(Code::FieldInvalid),
    }
}

/// What it does, as far as it can be done: to a member and team that there are.
async fn acts(tx: &Tx<'_>, typed: &MacroActs) -> Result<MacroActs> {
    let acts = read_acts(typed)?;
    let at = |field: &'static str| {
        move |error: Error| match error.code() {
            Code::FieldInvalid => Error::field(field, Code::FieldInvalid),
            _ => error,
        }
    };
    let member = staff::view::require_assignable(tx, typed.assignee_id, None).await;
    member.map_err(at("acts.assignee_id"))?;
    let team = staff::view::require_assignable(tx, None, typed.team_id).await;
    team.map_err(at("acts.team_id"))?;
    Ok(acts)
}

/// The same without a look at whom and what there is.
fn read_acts(typed: &MacroActs) -> Result<MacroActs> {
    if typed.takes && typed.assignee_id.is_some() {
        return Err(Error::field("acts.assignee_id", Code::FieldInvalid));
    }
    let add_tags = tags("acts.add_tags", &typed.add_tags)?;
    let remove_tags = tags("acts.remove_tags", &typed.remove_tags)?;
    if add_tags.iter().any(|tag| remove_tags.contains(tag)) {
        return Err(Error::field("acts.remove_tags", Code::FieldInvalid));
    }
    Ok(MacroActs { add_tags, remove_tags, ..typed.clone() })
}

fn tags(field: &'static str, typed: &[String]) -> Result<Vec<String>> {
    if typed.len() > limits::TAGS_PER_TICKET {
        return Err(Error::too_many(field, limits::TAGS_PER_TICKET));
    }
    let clean = typed.iter().map(|tag| {
        let tag = Clean::line(field, tag, limits::TAG_CHARS)?;
        Ok(tag::canonical(tag.as_str()))
    });
    Ok(clean.collect::<Result<BTreeSet<_>>>()?.into_iter().collect())
}

async fn require_brand(tx: &Tx<'_>, id: BrandId) -> Result<()> {
    match brand::view::find(tx, id).await? {
        Some(_) => Ok(()),
        None => Err(Error::field("brand_id", Code::FieldInvalid)),
    }
}

async fn require_room(tx: &Tx<'_>, row: &ReplyMacro) -> Result<()> {
    let (used, most) = view::count(tx, row).await?;
    match used < most {
        true => Ok(()),
        false => Err(Error::limit_reached(most)),
    }
}

fn differing(before: &ReplyMacro, after: &ReplyMacro, texts_differ: bool) -> Vec<String> {
    let fields = [
        ("brand_id", before.brand_id != after.brand_id),
        ("name", before.name != after.name),
        ("folder", before.folder != after.folder),
        ("audience", before.audience != after.audience),
        ("team_id", before.team_id != after.team_id),
        ("min_level", before.min_level != after.min_level),
        ("as_note", before.as_note != after.as_note),
        ("acts", before.acts != after.acts),
        ("texts", texts_differ),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()).collect()
}
