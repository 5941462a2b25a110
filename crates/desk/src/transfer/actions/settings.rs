//! What another organisation made of its desk. What somebody made here already stays as it is: the settings of a brand that has no customers
//! yet, and built-in roles that nobody has, are nobody's.

use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::{Batch, Outcome, known, remember, required};
use crate::code::Code;
use crate::constraint::actions::ConstraintDraft;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{
    BrandId, CategoryId, ConstraintId, CustomerId, DepartmentId, MacroId, RoleId, SavedViewId,
    SkillId, StaffId, TeamId,
};
use crate::reply_macro::MacroActs;
use crate::reply_macro::actions::MacroDraft;
use crate::role::actions::RoleChange;
use crate::role::{Builtin, Grants, Role};
use crate::saved_view::actions::NewView;
use crate::skill::SkillKind;
use crate::text::Clean;
use crate::transfer::line::{
    CategoryLine, ConstraintLine, DepartmentLine, FormLine, MacroLine, RoleLine, SkillLine,
    ViewLine,
};
use crate::transfer::view::brand_has_customers;
use crate::{
    category, constraint, customer_erasure, department, form, limits, reply_macro, role,
    saved_view, skill, status,
};

/// What a version of a form is remembered by: categories have no id that says whose they are.
pub(super) fn form_key(brand_id: BrandId, slug: &str, version: i64) -> String {
    format!("{brand_id} {slug} {version}")
}

async fn category_of(
    tx: &Tx<'_>,
    batch: &Batch,
    (brand, slug): (&str, &str),
) -> Result<(BrandId, CategoryId)> {
    let brand_id: BrandId = required(tx, batch, ("brand", "brand"), brand).await?;
    // No engine stores U+0000, so no category is called so.
    let found = match slug.contains('\0') {
        true => None,
        false => category::view::find_any(tx, brand_id, slug).await?,
    };
    Ok((brand_id, found.ok_or_else(|| Error::field("category", Code::FieldInvalid))?))
}

pub(super) async fn category(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &CategoryLine,
) -> Result<Outcome> {
    let (brand_id, id) = category_of(tx, batch, (&line.brand, &line.slug)).await?;
    let key = format!("{brand_id} {}", line.slug);
    if known::<CategoryId>(tx, batch, "category", &key).await?.is_some() {
        return Ok(Outcome::There);
    }
    let is_offered = category::view::find(tx, brand_id, &line.slug).await?.is_some();
    let differs = is_offered != line.offered && !brand_has_customers(tx, brand_id).await?;
    if differs {
        form::actions::offer(tx, cx, brand_id, &line.slug, line.offered).await?;
    }
    remember(tx, cx, batch, ("category", &key), id).await?;
    Ok(if differs { Outcome::Made } else { Outcome::There })
}

/// Versions come one after the other, under their own numbers, into a category that never had a form of its own here.
pub(super) async fn form(
    tx: &Tx<'_>,
    cx: &mut Cx,
    batch: &Batch,
    line: &FormLine,
) -> Result<Outcome> {
    let (brand_id, id) = category_of(tx, batch, (&line.brand, &line.category)).await?;
    let key = |version: i64| form_key(brand_id, &line.category, version);
    if known::<CategoryId>(tx, batch, "form", &key(line.version)).await?.is_some() {
        return Ok(Outcome::There);
    }
    let before = line.version.saturating_sub(1);
    let follows =
        before == 0 || known::<CategoryId>(tx, batch, "form", &key(before)).await?.is_some();
    let now = form::view::current(tx, id, &line.category).await?.version;
    if !follows || now != before || brand_has_customers(tx, brand_id).await? {
        return Ok(Outcome::There);
    }
    let questions = line.questions.as_deref();
    form::actions::change(tx, cx, brand_id, &line.category, before, questions).await?;
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
            status_id: acts.status.map(status::builtin),
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
    // Whoever was erased stays so.
    if customer_erasure::view::find(tx, customer_id).await?.is_some() {
        return Err(Error::field("customer", Code::NotFound));
    }
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
