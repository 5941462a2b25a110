//! What another organisation made of its desk. What somebody made here already stays as it is: the settings of a brand that has no customers
//! yet, names and order of the statuses of a desk that has none, and built-in roles that nobody has, are nobody's.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx};

use super::{Batch, Outcome, known, known_of, refuse_erased, remember, required};
use crate::audience::Audience;
use crate::category::Category;
use crate::code::Code;
use crate::constraint::actions::ConstraintDraft;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{
    BrandId, CategoryId, ConstraintId, CustomerId, DepartmentId, MacroId, RoleId, SavedViewId,
    SkillId, StaffId, StatusId, TeamId,
};
use crate::names::{self, Names};
use crate::reply_macro::MacroActs;
use crate::reply_macro::actions::MacroDraft;
use crate::role::actions::RoleChange;
use crate::role::{Builtin, Grants, Role};
use crate::saved_view::actions::NewView;
use crate::skill::SkillKind;
use crate::status::Status;
use crate::text::{Clean, name};
use crate::ticket::StatusCategory;
use crate::transfer::line::{
    CategoryLine, ConstraintLine, DepartmentLine, FormLine, MacroLine, OrderLine, Ordered,
    RoleLine, SkillLine, StatusLine, ViewLine,
};
use crate::transfer::view::{brand_has_customers, has_customers};
use crate::{
    category, constraint, department, form, limits, reply_macro, role, saved_view, skill, status,
};

/// What a version of a form is remembered by: categories have no id that says whose they are.
pub(super) fn form_key(brand_id: BrandId, slug: &str, version: i64) -> String {
    format!("{brand_id} {slug} {version}")
}

/// What a category is remembered by, for the same reason.
fn category_key(brand_id: BrandId, slug: &str) -> String {
    format!("{brand_id} {slug}")
}

/// Names of a line. A language that nobody here speaks is passed over.
fn by_locale(typed: &BTreeMap<String, String>) -> Names {
    typed.iter().filter_map(|(lang, name)| Some((Locale::parse(lang)?, name.clone()))).collect()
}

/// One with the same word and turn is that status, or else one with the same name and turn.
pub(super) async fn status(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &StatusLine,
) -> Result<Outcome> {
    if known::<StatusId>(tx, batch, "status", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let names = by_locale(&line.names);
    let all = status::view::list(tx).await?;
    let is_same = |one: &&Status| match line.builtin {
        true => one.id == status::builtin(line.category),
        false => one.category == line.category && one.name == line.key,
    };
    let is_called_so = |one: &&Status| {
        let is_own = !one.builtin && !line.builtin;
        is_own && one.category == line.category && names::meet(&one.names, &names)
    };
    let here = all.iter().find(is_same).or_else(|| all.iter().find(is_called_so));
    let (id, outcome) = match here {
        Some(status) => {
            let takes = status.builtin && status.names.is_empty() && !names.is_empty();
            let takes = takes && !has_customers(tx).await?;
            if takes {
                status::actions::rename(tx, cx, status.id, status.version, &names).await?;
            }
            (status.id, if takes { Outcome::Made } else { Outcome::There })
        }
        None => {
            let id = status::actions::create(tx, cx, &line.key, line.category, &names).await?;
            if line.retired {
                status::actions::retire(tx, cx, id).await?;
            }
            (id, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("status", &line.id), id).await?;
    Ok(outcome)
}

/// What a status of the source's own is here, and whether tickets can be set to it; `None` for one that was not brought, or whose turn is
/// another one here.
pub(super) async fn own_status(
    rx: &Rx<'_>,
    batch: &Batch,
    turn: StatusCategory,
    id: Option<&String>,
) -> Result<Option<(StatusId, bool)>> {
    let Some(id) = id else { return Ok(None) };
    let Some(status_id) = known::<StatusId>(rx, batch, "status", id).await? else {
        return Ok(None);
    };
    let standing = status::view::standing(rx, status_id).await?;
    let standing = standing.filter(|(category, _)| *category == turn);
    Ok(standing.map(|(_, is_offered)| (status_id, is_offered)))
}

/// What a slug of the source is here: what its line became, else what has it here.
pub(super) async fn category_of(
    rx: &Rx<'_>,
    batch: &Batch,
    brand_id: BrandId,
    slug: &str,
) -> Result<Option<CategoryId>> {
    // No engine stores U+0000, so no category is called so.
    if slug.contains('\0') {
        return Ok(None);
    }
    let key = category_key(brand_id, slug);
    match known::<CategoryId>(rx, batch, "category", &key).await? {
        Some(id) => Ok(Some(id)),
        None => category::view::find_any(rx, brand_id, slug).await,
    }
}

/// One with the same slug is that category, or else one of the brand's own with the same name. In a brand that has customers nothing is
/// offered that was not: what is missing there is made for the tickets that have it.
pub(super) async fn category(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &CategoryLine,
) -> Result<Outcome> {
    let brand_id: BrandId = required(tx, batch, ("brand", "brand"), &line.brand).await?;
    let key = category_key(brand_id, &line.slug);
    if known::<CategoryId>(tx, batch, "category", &key).await?.is_some() {
        return Ok(Outcome::There);
    }
    let names = by_locale(&line.names);
    let is_free = !brand_has_customers(tx, brand_id).await?;
    let all = category::view::list_all(tx, brand_id).await?;
    let same = all.iter().find(|one| one.slug == line.slug);
    let is_own = !category::is_builtin(&line.slug);
    let is_called_so =
        |one: &&Category| is_own && !one.is_builtin() && names::meet(&one.names, &names);
    let (id, outcome) = match same.or_else(|| all.iter().find(is_called_so)) {
        Some(here) if is_free && same.is_some() => {
            (here.id, take_over(tx, cx, here, &names, line.offered).await?)
        }
        Some(here) => (here.id, Outcome::There),
        None => {
            let slug = name::slug("slug", &line.slug, limits::SLUG_CHARS)?;
            let id = category::actions::create(tx, cx, brand_id, &slug, &names).await?;
            if !line.offered || !is_free {
                form::actions::offer(tx, cx, brand_id, &slug, false).await?;
            }
            (id, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("category", &key), id).await?;
    Ok(outcome)
}

/// Lets a category of a brand without customers be as it was. A name that somebody gave it here stays.
async fn take_over(
    tx: &Tx<'_>,
    cx: &mut Cx,
    here: &Category,
    names: &Names,
    offered: bool,
) -> Result<Outcome> {
    let (brand_id, slug) = (here.brand_id, here.slug.as_str());
    let is_called_otherwise = here.names.is_empty() && !names.is_empty();
    if is_called_otherwise {
        category::actions::rename(tx, cx, brand_id, slug, here.version, names).await?;
    }
    let differs = here.withdrawn_at.is_none() != offered;
    if differs {
        form::actions::offer(tx, cx, brand_id, slug, offered).await?;
    }
    Ok(if is_called_otherwise || differs { Outcome::Made } else { Outcome::There })
}

/// The order comes to where nobody has one yet: statuses to a desk, categories to a brand without customers.
pub(super) async fn order(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &OrderLine,
) -> Result<Outcome> {
    let has_moved = match line.of {
        Ordered::Status => order_statuses(tx, cx, batch, &line.items).await?,
        Ordered::Category => {
            let brand = line.brand.as_deref().unwrap_or_default();
            let brand_id: BrandId = required(tx, batch, ("brand", "brand"), brand).await?;
            order_categories(tx, cx, batch, brand_id, &line.items).await?
        }
    };
    Ok(if has_moved { Outcome::Made } else { Outcome::There })
}

async fn order_statuses(tx: &Tx<'_>, cx: &mut Cx, batch: &Batch, items: &[String]) -> Result<bool> {
    const KEY: (&str, &str) = ("order", "status");
    if known::<StatusId>(tx, batch, KEY.0, KEY.1).await?.is_some() {
        return Ok(false);
    }
    remember(tx, cx, batch, KEY, status::builtin(StatusCategory::Open)).await?;
    if has_customers(tx).await? {
        return Ok(false);
    }
    let mut ids: Vec<StatusId> = Vec::with_capacity(items.len());
    for id in known_of::<StatusId>(tx, batch, "status", items).await? {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    status::actions::order(tx, cx, &ids).await
}

async fn order_categories(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    brand_id: BrandId,
    items: &[String],
) -> Result<bool> {
    let key = format!("category {brand_id}");
    if known::<BrandId>(tx, batch, "order", &key).await?.is_some() {
        return Ok(false);
    }
    remember(tx, cx, batch, ("order", &key), brand_id).await?;
    if brand_has_customers(tx, brand_id).await? {
        return Ok(false);
    }
    let mut slugs: Vec<String> = Vec::with_capacity(items.len());
    for slug in items {
        let Some(id) = category_of(tx, batch, brand_id, slug).await? else { continue };
        let slug = category::view::slug(tx, id).await?.or_not_found()?;
        if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    category::actions::order(tx, cx, brand_id, &slugs).await
}

/// Versions come one after the other, under their own numbers, into a category that never had a form of its own here.
pub(super) async fn form(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &FormLine,
) -> Result<Outcome> {
    let brand_id: BrandId = required(tx, batch, ("brand", "brand"), &line.brand).await?;
    let id = category_of(tx, batch, brand_id, &line.category).await?;
    let id = id.ok_or_else(|| Error::field("category", Code::FieldInvalid))?;
    let slug = category::view::slug(tx, id).await?.or_not_found()?;
    let key = |version: i64| form_key(brand_id, &slug, version);
    if known::<CategoryId>(tx, batch, "form", &key(line.version)).await?.is_some() {
        return Ok(Outcome::There);
    }
    let before = line.version.saturating_sub(1);
    let follows =
        before == 0 || known::<CategoryId>(tx, batch, "form", &key(before)).await?.is_some();
    let now = form::view::current(tx, id, &slug).await?.version;
    if !follows || now != before || brand_has_customers(tx, brand_id).await? {
        return Ok(Outcome::There);
    }
    let questions = line.questions.as_deref();
    form::actions::change(tx, cx, brand_id, &slug, before, questions).await?;
    remember(tx, cx, batch, ("form", &key(line.version)), id).await?;
    Ok(Outcome::Made)
}

pub(super) async fn skill(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &SkillLine,
) -> Result<Outcome> {
    if known::<SkillId>(tx, batch, "skill", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let name = Clean::line("name", &line.name, limits::NAME_CHARS)?;
    let name = match line.about {
        SkillKind::Language => Locale::parse(name.as_str())
            .map(|locale| locale.code().to_owned())
            .ok_or_else(|| Error::field("name", Code::FieldInvalid))?,
        SkillKind::Topic => name.as_str().to_owned(),
    };
    let all = skill::view::all(tx).await?;
    let here = all.into_iter().find(|one| one.kind == line.about && one.name == name);
    let (id, outcome) = match here {
        Some(skill) => (skill.id, Outcome::There),
        None => (skill::actions::create(tx, cx, line.about, &name).await?, Outcome::Made),
    };
    remember(tx, cx, batch, ("skill", &line.id), id).await?;
    Ok(outcome)
}

pub(super) async fn role(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &RoleLine,
) -> Result<Outcome> {
    if known::<RoleId>(tx, batch, "role", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let name = Clean::line("name", &line.name, limits::NAME_CHARS)?;
    // A permission that this version does not know grants nothing.
    let grants: Grants =
        line.grants.iter().filter_map(|(p, reach)| role::view::grant(p, reach)).collect();
    let builtin: Option<Builtin> = line.builtin.as_deref().and_then(|word| word.parse().ok());
    let all = role::view::list(tx, &cx.viewer).await?;
    let same = all.iter().find(|role| builtin.is_some() && role.builtin == builtin);
    let here = same.or_else(|| all.iter().find(|role| role.name == name.as_str()));
    let is_free = match here {
        Some(role) => is_nobodys(tx, role, builtin).await?,
        None => false,
    };
    let (id, outcome) = match here {
        Some(role) if is_free => {
            let change = RoleChange {
                name: Some(name.as_str().to_owned()),
                grants: Some(grants),
                requires_totp: Some(line.requires_totp),
            };
            (role.id, adopt(tx, cx, role, &change).await?)
        }
        Some(role) => (role.id, Outcome::There),
        None => {
            let name = name.as_str();
            let made = role::actions::create(tx, cx, name, &grants, line.requires_totp).await?;
            (made, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("role", &line.id), id).await?;
    Ok(outcome)
}

/// A role that every desk begins with and that nobody has here may grant what it granted there. The administrators' grants all.
async fn is_nobodys(tx: &Tx<'_>, role: &Role, builtin: Option<Builtin>) -> Result<bool> {
    let is_one = builtin.is_some() && role.builtin == builtin;
    let is_free = is_one && builtin != Some(Builtin::Administrator);
    Ok(is_free && !role::view::is_in_use(tx, role.id).await?)
}

async fn adopt(tx: &Tx<'_>, cx: &mut Cx, role: &Role, change: &RoleChange) -> Result<Outcome> {
    let is_same = change.name.as_ref() == Some(&role.name)
        && change.grants.as_ref() == Some(&role.grants)
        && change.requires_totp == Some(role.requires_totp);
    if is_same {
        return Ok(Outcome::There);
    }
    role::actions::change(tx, cx, role.id, role.version, change).await?;
    Ok(Outcome::Made)
}

pub(super) async fn department(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &DepartmentLine,
) -> Result<Outcome> {
    if known::<DepartmentId>(tx, batch, "department", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let name = Clean::line("name", &line.name, limits::NAME_CHARS)?;
    let all = department::view::all(tx).await?;
    let here = all.into_iter().find(|one| one.name == name.as_str());
    let (id, outcome) = match here {
        Some(department) => (department.id, Outcome::There),
        None => {
            let lang = line.lang.as_deref().and_then(Locale::parse).unwrap_or_default();
            let name = name.as_str();
            let id = department::actions::create(tx, cx, name, &line.email, lang).await?;
            if line.archived {
                department::actions::archive(tx, cx, id).await?;
            }
            (id, Outcome::Made)
        }
    };
    remember(tx, cx, batch, ("department", &line.id), id).await?;
    Ok(outcome)
}

/// What a line names that may be nobody.
async fn optional<T: crate::id::Id>(
    tx: &Tx<'_>,
    batch: &Batch,
    kind: &str,
    id: Option<&String>,
) -> Result<Option<T>> {
    match id {
        Some(id) => known(tx, batch, kind, id).await,
        None => Ok(None),
    }
}

/// The team that something is for. One that was not brought must not make it something for everybody.
async fn audience_team(tx: &Tx<'_>, batch: &Batch, id: Option<&String>) -> Result<Option<TeamId>> {
    match id {
        Some(id) => Ok(Some(required(tx, batch, ("team", "team"), id).await?)),
        None => Ok(None),
    }
}

pub(super) async fn reply_macro(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &MacroLine,
) -> Result<Outcome> {
    if known::<MacroId>(tx, batch, "macro", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let owner_id: StaffId = required(tx, batch, ("staff", "owner"), &line.owner).await?;
    let acts = &line.acts;
    let own = match acts.status {
        Some(turn) => own_status(tx, batch, turn, acts.own_status.as_ref()).await?,
        None => None,
    };
    // What is retired here stays so: no macro of several people sets tickets to it.
    let own = own.filter(|(_, is_offered)| *is_offered || line.audience == Audience::Own);
    let texts = line.texts.iter();
    let texts = texts.filter_map(|(lang, text)| Some((Locale::parse(lang)?, text.clone())));
    let draft = MacroDraft {
        brand_id: required(tx, batch, ("brand", "brand"), &line.brand).await?,
        name: line.name.clone(),
        folder: line.folder.clone(),
        audience: line.audience,
        team_id: audience_team(tx, batch, line.team.as_ref()).await?,
        min_level: line.min_level,
        as_note: line.as_note,
        acts: MacroActs {
            status_id: own.map(|(id, _)| id).or_else(|| acts.status.map(status::builtin)),
            priority: acts.priority,
            takes: acts.takes,
            assignee_id: optional(tx, batch, "staff", acts.assignee.as_ref()).await?,
            team_id: optional(tx, batch, "team", acts.team.as_ref()).await?,
            add_tags: acts.add_tags.clone(),
            remove_tags: acts.remove_tags.clone(),
        },
        texts: texts.collect(),
    };
    let id = reply_macro::actions::bring(tx, cx, owner_id, &draft, line.archived).await?;
    remember(tx, cx, batch, ("macro", &line.id), id).await?;
    Ok(Outcome::Made)
}

pub(super) async fn view(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &ViewLine,
) -> Result<Outcome> {
    if known::<SavedViewId>(tx, batch, "view", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let owner_id: StaffId = required(tx, batch, ("staff", "owner"), &line.owner).await?;
    let new = NewView {
        name: line.name.clone(),
        filter: line.filter.clone(),
        sort: line.sort,
        shown: line.shown.iter().filter_map(|word| word.parse().ok()).collect(),
        audience: line.audience,
        team_id: audience_team(tx, batch, line.team.as_ref()).await?,
    };
    let id = saved_view::actions::bring(tx, cx, owner_id, &new, line.position).await?;
    remember(tx, cx, batch, ("view", &line.id), id).await?;
    Ok(Outcome::Made)
}

pub(super) async fn constraint(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &ConstraintLine,
) -> Result<Outcome> {
    if known::<ConstraintId>(tx, batch, "constraint", &line.id).await?.is_some() {
        return Ok(Outcome::There);
    }
    let customer_id: CustomerId =
        required(tx, batch, ("customer", "customer"), &line.customer).await?;
    refuse_erased(tx, customer_id).await?;
    let made_by: StaffId = required(tx, batch, ("staff", "made_by"), &line.made_by).await?;
    let draft = ConstraintDraft {
        kind: line.about,
        text: line.text.clone(),
        from: Some(line.from),
        until: line.until,
    };
    let id = constraint::actions::bring(tx, cx, customer_id, made_by, &draft).await?;
    remember(tx, cx, batch, ("constraint", &line.id), id).await?;
    Ok(Outcome::Made)
}
