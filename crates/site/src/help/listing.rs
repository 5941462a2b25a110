use axum::http::HeaderMap;
use axum::response::Response;
use proofdesk_desk::article::feedback::most_helpful;
use proofdesk_desk::article::view::{FilledSection, Listed, ListedFilter, filled_sections, listed};
use proofdesk_desk::article::{Audience, Kind};
use proofdesk_desk::code::Code;
use proofdesk_desk::help_section::{self, Section};
use proofdesk_http::{Path, Problem, Result};
use proofdesk_locale::Locale;
use serde_json::json;

use super::{embedded, head, home_path, kept, origin, visit_in};
use crate::Here;
use crate::view::{ArticleLink, HelpHome, HelpSection, SectionList};
use crate::visit::Visit;

/// Articles of a section on the first page; the section has them all.
const SHOWN: usize = 6;
/// Articles beside a form.
const BEFORE: usize = 4;

/// `GET /{lang}/help`
pub(crate) async fn home(
    visit: Visit,
    Path(lang): Path<String>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let locale = visit.edge.locale;
    let (sections, articles) = read(&visit, None).await?;
    let page = visit.page(Here::Help, home_path(locale), None)?;
    let mut head = head(&origin(&visit.app, &asked), locale, "", Locale::ALL);
    head.description = page.t1("help-home-text", "brand", page.brand.name.as_str());
    head.data = embedded(&json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": page.title_of(&page.t("help-title")),
        "url": head.canonical,
        "inLanguage": locale.code(),
    }));
    let sections = sections.iter().filter_map(|one| list(one, &articles, locale, SHOWN)).collect();
    kept(&asked, &HelpHome { page, head, sections })
}

/// `GET /{lang}/help/sections/{section}`
pub(crate) async fn section(
    visit: Visit,
    Path((lang, slug)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let locale = visit.edge.locale;
    let (sections, articles) = read(&visit, Some(&slug)).await?;
    let found = sections.iter().find(|section| section.slug == slug);
    let found = found.ok_or_else(|| Problem::new(Code::NotFound))?;
    let rest = format!("/sections/{slug}");
    let path = format!("{}{rest}", home_path(locale));
    let page = visit.page(Here::Help, path, None)?;
    let mut head = head(&origin(&visit.app, &asked), locale, &rest, Locale::ALL);
    let empty = SectionList {
        slug: slug.clone(),
        name: found.name(locale).to_owned(),
        articles: Vec::new(),
        more: false,
    };
    let section = list(found, &articles, locale, usize::MAX).unwrap_or(empty);
    head.description.clone_from(&section.name);
    kept(&asked, &HelpSection { page, head, section })
}

async fn read(visit: &Visit, section: Option<&str>) -> Result<(Vec<Section>, Vec<Listed>)> {
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let filter = ListedFilter { section: section.map(str::to_owned), category: None };
    let read = visit.app.desk().read(async move |rx| {
        let sections = help_section::view::list(rx, brand_id).await?;
        Ok::<_, proofdesk_desk::Error>((
            sections,
            listed(rx, &reader, brand_id, locale, &filter).await?,
        ))
    });
    Ok(read.await?)
}

/// A section with its articles; `None` for one in which the reader finds nothing.
fn list(section: &Section, all: &[Listed], locale: Locale, most: usize) -> Option<SectionList> {
    let own: Vec<&Listed> = all.iter().filter(|one| one.section == section.slug).collect();
    if own.is_empty() {
        return None;
    }
    Some(SectionList {
        slug: section.slug.clone(),
        name: section.name(locale).to_owned(),
        articles: own.iter().take(most).map(|one| link(one, locale)).collect(),
        more: own.len() > most,
    })
}

fn link(one: &Listed, locale: Locale) -> ArticleLink {
    ArticleLink {
        href: format!("{}/{}", home_path(locale), one.slug),
        title: one.title.clone(),
        summary: one.summary.clone(),
        lang: (one.lang != locale).then_some(one.lang),
        is_tree: one.kind == Kind::Troubleshooting,
        is_internal: one.audience == Audience::Internal,
    }
}

/// Articles that help with a category, to be read before somebody writes. Those that lead step by step come first.
pub(crate) async fn before_writing(visit: &Visit, category: &str) -> Result<Vec<ArticleLink>> {
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let filter = ListedFilter { section: None, category: Some(category.to_owned()) };
    let read =
        visit.app.desk().read(async move |rx| listed(rx, &reader, brand_id, locale, &filter).await);
    let mut found = read.await?;
    // What names the category first is about it; what names it later touches it.
    let place = |one: &Listed| one.categories.iter().position(|slug| slug == category);
    found.sort_by_key(|one| (one.kind != Kind::Troubleshooting, place(one)));
    Ok(found.iter().take(BEFORE).map(|one| link(one, locale)).collect())
}

/// What helped most readers, and where nobody has said so yet what leads step by step.
pub(super) async fn popular(visit: &Visit) -> Result<Vec<ArticleLink>> {
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let read = visit.app.desk().read(async move |rx| {
        let helped = most_helpful(rx, brand_id).await?;
        let all = listed(rx, &reader, brand_id, locale, &ListedFilter::default()).await?;
        Ok::<_, proofdesk_desk::Error>((helped, all))
    });
    let (helped, mut all) = read.await?;
    all.retain(|one| one.audience != Audience::Internal);
    let place = |one: &Listed| helped.iter().position(|slug| *slug == one.slug);
    all.sort_by_key(|one| (place(one).unwrap_or(usize::MAX), one.kind != Kind::Troubleshooting));
    Ok(all.iter().take(SHOWN).map(|one| link(one, locale)).collect())
}

/// The sections in which the reader finds something, for the start page, where the exchange says what they may read.
pub(crate) async fn filled(visit: &Visit) -> Result<Vec<FilledSection>> {
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let read =
        visit.app.desk().read(async move |rx| filled_sections(rx, &reader, brand_id, locale).await);
    Ok(read.await?)
}

/// The address and the name of a section.
pub(crate) fn section_link(locale: Locale, section: FilledSection) -> (String, String) {
    (format!("{}/sections/{}", home_path(locale), section.slug), section.name)
}
