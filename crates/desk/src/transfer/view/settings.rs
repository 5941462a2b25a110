//! Settings as lines: what the organisation made of its desk.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, params};
use uuid::Uuid;

use super::{own_status, texts};
use crate::error::Result;
use crate::id::{BrandId, CustomerId, Id as _};
use crate::limits::EXPORT_PAGE;
use crate::names::Names;
use crate::reply_macro::ReplyMacro;
use crate::saved_view::SavedView;
use crate::transfer::line::{
    ActsLine, CategoryLine, DepartmentLine, FormLine, Line, MacroLine, OrderLine, Ordered,
    RoleLine, SkillLine, StatusLine, ViewLine,
};
use crate::viewer::Viewer;
use crate::{brand, category, department, form, reply_macro, role, saved_view, skill, status};

pub(super) const ANY_CUSTOMER: &str = "select id from customer limit 1";
pub(super) const BRAND_CUSTOMER: &str = "select id from customer where brand_id = $1 limit 1";

/// Whether the desk has customers already: then its statuses are as somebody wants them.
pub(in crate::transfer) async fn has_customers(rx: &Rx<'_>) -> Result<bool> {
    Ok(rx.query_opt::<(CustomerId,)>(ANY_CUSTOMER, params![]).await?.is_some())
}

/// Whether a brand has customers already: then it has settings of its own that hold for them.
pub(in crate::transfer) async fn brand_has_customers(rx: &Rx<'_>, id: BrandId) -> Result<bool> {
    Ok(rx.query_opt::<(CustomerId,)>(BRAND_CUSTOMER, params![id]).await?.is_some())
}

/// Names as lines have them.
fn by_language(names: Names) -> BTreeMap<String, String> {
    names.into_iter().map(|(lang, name)| (lang.code().to_owned(), name)).collect()
}

/// The statuses in their order, and then that order.
pub(super) async fn statuses(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let all = status::view::list(rx).await?;
    let items = all.iter().map(|one| one.id.to_string()).collect();
    let line = |one: status::Status| {
        Line::Status(StatusLine {
            id: one.id.to_string(),
            key: one.name,
            category: one.category,
            builtin: one.builtin,
            names: by_language(one.names),
            retired: one.retired_at.is_some(),
        })
    };
    let mut lines: Vec<Line> = all.into_iter().map(line).collect();
    lines.push(Line::Order(OrderLine { of: Ordered::Status, brand: None, items }));
    Ok(lines)
}

/// The categories of each brand, each with what it asked and asks, and then their order. Those on offer come first: a brand offers one at
/// least, also while they are brought.
pub(super) async fn categories(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for brand in brand::view::list(rx).await? {
        let of = brand.id.to_string();
        let mut all = category::view::list_all(rx, brand.id).await?;
        let items = all.iter().map(|one| one.slug.clone()).collect();
        all.sort_by_key(|one| one.withdrawn_at.is_some());
        for one in all {
            lines.push(Line::Category(CategoryLine {
                brand: of.clone(),
                slug: one.slug.clone(),
                offered: one.withdrawn_at.is_none(),
                names: by_language(one.names),
            }));
            for (version, questions) in form::view::versions(rx, one.id).await? {
                lines.push(Line::Form(Box::new(FormLine {
                    brand: of.clone(),
                    category: one.slug.clone(),
                    version,
                    questions,
                })));
            }
        }
        lines.push(Line::Order(OrderLine { of: Ordered::Category, brand: Some(of), items }));
    }
    Ok(lines)
}

pub(super) async fn skills(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let line = |skill: skill::Skill| {
        Line::Skill(SkillLine { id: skill.id.to_string(), about: skill.kind, name: skill.name })
    };
    Ok(skill::view::all(rx).await?.into_iter().map(line).collect())
}

pub(super) async fn roles(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let line = |role: role::Role| {
        Line::Role(RoleLine {
            id: role.id.to_string(),
            name: role.name,
            builtin: role.builtin.map(|builtin| builtin.as_str().to_owned()),
            requires_totp: role.requires_totp,
            grants: role::event::written(&role.grants),
        })
    };
    let roles = role::view::list(rx, &Viewer::Operator).await?;
    Ok(roles.into_iter().map(line).collect())
}

pub(super) async fn departments(rx: &Rx<'_>) -> Result<Vec<Line>> {
    let line = |department: department::Department| {
        Line::Department(DepartmentLine {
            id: department.id.to_string(),
            name: department.name,
            email: department.email,
            lang: Some(department.lang),
            archived: department.archived_at.is_some(),
        })
    };
    Ok(department::view::all(rx).await?.into_iter().map(line).collect())
}

/// A page of macros with the last one's id.
pub(super) async fn macros(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Line>, Option<Uuid>)> {
    let page = reply_macro::view::page(rx, after, EXPORT_PAGE).await?;
    let last = page.last().map(|row| row.id.uuid());
    let mut lines = Vec::with_capacity(page.len());
    for row in page {
        lines.push(Line::Macro(Box::new(macro_line(rx, row).await?)));
    }
    Ok((lines, last))
}

async fn macro_line(rx: &Rx<'_>, row: ReplyMacro) -> Result<MacroLine> {
    let texts = reply_macro::view::texts(rx, row.id).await?;
    let status = match row.acts.status_id {
        Some(id) => status::view::standing(rx, id).await?.map(|(category, _)| category),
        None => None,
    };
    let acts = ActsLine {
        status,
        own_status: row.acts.status_id.and_then(own_status),
        priority: row.acts.priority,
        takes: row.acts.takes,
        assignee: row.acts.assignee_id.map(|id| id.to_string()),
        team: row.acts.team_id.map(|id| id.to_string()),
        add_tags: row.acts.add_tags,
        remove_tags: row.acts.remove_tags,
    };
    Ok(MacroLine {
        id: row.id.to_string(),
        brand: row.brand_id.to_string(),
        name: row.name,
        folder: row.folder,
        audience: row.audience,
        owner: row.owner_id.to_string(),
        team: row.team_id.map(|id| id.to_string()),
        min_level: row.min_level,
        as_note: row.as_note,
        archived: row.archived_at.is_some(),
        acts,
        texts: texts.into_iter().map(|(lang, text)| (lang.code().to_owned(), text)).collect(),
    })
}

/// A page of views with the last one's id.
pub(super) async fn views(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Line>, Option<Uuid>)> {
    let page = saved_view::view::page(rx, after, EXPORT_PAGE).await?;
    let last = page.last().map(|(row, _)| row.id.uuid());
    let line = |(row, position): (SavedView, i64)| {
        let shown: Vec<_> = row.shown.iter().copied().collect();
        Line::View(Box::new(ViewLine {
            id: row.id.to_string(),
            name: row.name,
            filter: row.filter,
            sort: row.sort,
            shown: texts(&shown),
            audience: row.audience,
            owner: row.owner_id.to_string(),
            team: row.team_id.map(|id| id.to_string()),
            position,
        }))
    };
    Ok((page.into_iter().map(line).collect(), last))
}
