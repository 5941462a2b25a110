use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::article::view::{
    FilledSection, Listed, Place, filled_sections, of_category, popular as popular_of,
    section_page, shelves,
};
use proofdesk_desk::article::{Audience, Kind};
use proofdesk_desk::{Error, OrNotFound as _, help_section, limits};
use proofdesk_http::{Path, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;
use serde_json::json;

use super::{embedded, head, home_path, kept, origin, visit_in};
use crate::Here;
use crate::view::{ArticleLink, HelpHome, HelpSection, SectionList};
use crate::visit::Visit;

/// Articles beside a form.
const BEFORE: usize = 4;

/// `GET /{lang}/help`
pub(crate) async fn home(
    visit: Visit,
    Path(lang): Path<String>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let most = limits::HELP_SHOWN;
    let read =
        visit.app.desk().read(async move |rx| shelves(rx, &reader, brand_id, locale, most).await);
    let sections = read.await?;
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
    let list = |(section, articles): (FilledSection, Vec<Listed>)| SectionList {
        slug: section.slug,
        name: section.name,
        articles: articles.iter().map(|one| link(one, locale)).collect(),
    };
    let sections = sections.into_iter().map(list).collect();
    kept(&asked, &HelpHome { page, head, sections })
}

#[derive(Deserialize)]
pub(crate) struct SectionIn {
    /// The slug behind which the page begins.
    #[serde(default)]
    after: String,
}

/// `GET /{lang}/help/sections/{section}`
pub(crate) async fn section(
    visit: Visit,
    Path((lang, slug)): Path<(String, String)>,
    Query(query): Query<SectionIn>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let read = visit.app.desk().read(async move |rx| {
        let section = help_section::view::find(rx, brand_id, &slug).await?.or_not_found()?;
        let place =
            Place { section: &section.slug, after: &query.after, most: limits::HELP_LISTED };
        let shown = section_page(rx, &reader, brand_id, locale, place).await?;
        Ok::<_, Error>((section, shown))
    });
    let (section, shown) = read.await?;
    let rest = format!("/sections/{}", section.slug);
    let path = format!("{}{rest}", home_path(locale));
    // Nothing comes behind it any more, or for this reader.
    if shown.articles.is_empty() && !shown.here.is_empty() {
        return Ok(Redirect::to(&path).into_response());
    }
    let page = visit.page(Here::Help, address(&path, &shown.here), None)?;
    // Wherever somebody began to read, search engines keep one address of what they see.
    let rest = address(&rest, &shown.here);
    let mut head = head(&origin(&visit.app, &asked), locale, &rest, Locale::ALL);
    let name = section.name(locale).to_owned();
    head.description.clone_from(&name);
    let articles = shown.articles.iter().map(|one| link(one, locale)).collect();
    let drawn = HelpSection {
        earlier: shown.earlier.map(|after| address(&path, &after)),
        later: shown.later.map(|after| address(&path, &after)),
        section: SectionList { slug: section.slug, name, articles },
        head,
        page,
    };
    kept(&asked, &drawn)
}

/// A page of a section; slugs have no character that an address reads as its own.
fn address(path: &str, after: &str) -> String {
    if after.is_empty() { path.to_owned() } else { format!("{path}?after={after}") }
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
    let category = category.to_owned();
    let read = visit
        .app
        .desk()
        .read(async move |rx| of_category(rx, &reader, brand_id, locale, &category).await);
    Ok(read.await?.iter().take(BEFORE).map(|one| link(one, locale)).collect())
}

/// What helped most readers, and where nobody has said so yet what leads step by step.
pub(super) async fn popular(visit: &Visit) -> Result<Vec<ArticleLink>> {
    let (reader, brand_id, locale) = (visit.reader().await?, visit.brand.id, visit.edge.locale);
    let most = limits::HELP_SHOWN;
    let read = visit
        .app
        .desk()
        .read(async move |rx| popular_of(rx, &reader, brand_id, locale, most).await);
    Ok(read.await?.iter().map(|one| link(one, locale)).collect())
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
