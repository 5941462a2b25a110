//! Looking for articles: the page of what was found, and what other pages show of it.

use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::article::search::{Asked, FacetCount, Found, FoundArticle, Segment, find};
use proofdesk_desk::article::{Audience, Kind};
use proofdesk_desk::code::Code;
use proofdesk_desk::help_section::Section;
use proofdesk_desk::{help_section, limits, missed_search};
use proofdesk_http::{Path, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use super::listing::popular;
use super::{home_path, visit_in};
use crate::Here;
use crate::view::{Facet, FoundLink, FoundPiece, HelpSearch, Searched};
use crate::visit::{Visit, html};

/// Characters of a question that are read; more are not shown again either.
const READ_CHARS: usize = 1_000;
/// Articles beside what somebody writes, and in front of the form.
const BESIDE: usize = 4;

#[derive(Deserialize)]
pub(crate) struct SearchIn {
    #[serde(default)]
    q: String,
    section: Option<String>,
}

/// `GET /{lang}/help/search`
pub(crate) async fn show(
    visit: Visit,
    Path(lang): Path<String>,
    Query(query): Query<SearchIn>,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let locale = visit.edge.locale;
    let text = one_line(&query.q);
    let base = format!("{}/search", home_path(locale));
    let path = address(&base, &text, query.section.as_deref());
    let page = visit.page(Here::Help, path, None)?;
    let outcome = match text.is_empty() {
        true => Searched::NotAsked,
        false => match look(&visit, &text, query.section.clone()).await? {
            None => Searched::NotReady,
            Some((found, sections)) => {
                note_missed(&visit, &text, &found).await?;
                let chosen = query.section.as_deref();
                let all = address(&base, &text, None);
                Searched::Found {
                    total: found.total.max(found.items.len()),
                    is_foreign: !found.items.is_empty() && !found.is_own(),
                    facets: facets(&found, &sections, locale, (&base, &text, chosen)),
                    all: chosen.map(|_| all),
                    items: links(found.items, &sections, locale),
                }
            }
        },
    };
    let popular = match outcome.is_empty() {
        true => popular(&visit).await?,
        false => Vec::new(),
    };
    html(StatusCode::OK, &HelpSearch { query: text, outcome, popular, page })
}

/// What was found, and the names of sections; `None` while there is no index to ask.
async fn look(
    visit: &Visit,
    text: &str,
    section: Option<String>,
) -> Result<Option<(Found, Vec<Section>)>> {
    let (reader, brand_id) = (visit.reader().await?, visit.brand.id);
    let asked = Asked {
        text: text.to_owned(),
        lang: visit.edge.locale,
        section,
        is_typing: false,
        limit: limits::HELP_FOUND,
    };
    let lookup = visit.app.desk().lookup();
    let read = visit.app.desk().read(async move |rx| {
        let found = find(rx, &lookup, &reader, brand_id, &asked).await?;
        Ok::<_, proofdesk_desk::Error>((found, help_section::view::list(rx, brand_id).await?))
    });
    match read.await {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.code() == Code::SearchNotReady => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What found nothing in the reader's language is counted, so that editors see what is missing.
async fn note_missed(visit: &Visit, text: &str, found: &Found) -> Result<()> {
    let Some(words) = missed_search::counted(text).filter(|_| !found.is_own()) else {
        return Ok(());
    };
    let (brand_id, lang) = (visit.brand.id, visit.edge.locale);
    let address = visit.edge.address.to_string();
    let write = visit.app.desk().write(visit.cx(), async move |tx, cx| {
        missed_search::actions::note(tx, cx, brand_id, lang, &words, &address).await
    });
    Ok(write.await?)
}

/// The articles that fit a text best, for beside a form; none while there is no index to ask.
pub(crate) async fn fitting(visit: &Visit, text: &str) -> Result<Vec<FoundLink>> {
    let found = look(visit, text, None).await?;
    let Some((found, sections)) = found else { return Ok(Vec::new()) };
    let items = found.items.into_iter().take(BESIDE).collect();
    Ok(links(items, &sections, visit.edge.locale))
}

fn links(items: Vec<FoundArticle>, sections: &[Section], locale: Locale) -> Vec<FoundLink> {
    let pieces = |segments: Vec<Segment>| -> Vec<FoundPiece> {
        let piece =
            |segment: Segment| FoundPiece { text: segment.text, is_match: segment.is_match };
        segments.into_iter().map(piece).collect()
    };
    let link = |item: FoundArticle| FoundLink {
        href: format!("{}/{}", home_path(locale), item.slug),
        title: pieces(item.title),
        snippet: pieces(item.snippet),
        section: section_name(sections, &item.section, locale),
        lang: (item.lang != locale).then_some(item.lang),
        is_tree: item.kind == Kind::Troubleshooting,
        is_internal: item.audience == Audience::Internal,
    };
    items.into_iter().map(link).collect()
}

fn section_name(sections: &[Section], slug: &str, locale: Locale) -> String {
    let section = sections.iter().find(|section| section.slug == slug);
    section.map(|section| section.name(locale).to_owned()).unwrap_or_default()
}

/// Sections to narrow to; none where all that was found stands in one.
fn facets(
    found: &Found,
    sections: &[Section],
    locale: Locale,
    (base, text, chosen): (&str, &str, Option<&str>),
) -> Vec<Facet> {
    if found.sections.len() < 2 {
        return Vec::new();
    }
    let facet = |count: &FacetCount| Facet {
        href: address(base, text, Some(&count.name)),
        name: section_name(sections, &count.name, locale),
        count: i64::try_from(count.count).unwrap_or(i64::MAX),
        is_chosen: chosen == Some(count.name.as_str()),
    };
    found.sections.iter().map(facet).filter(|facet| !facet.name.is_empty()).collect()
}

/// The address of a search in the whole help centre.
pub(crate) fn address_of(locale: Locale, text: &str) -> String {
    address(&format!("{}/search", home_path(locale)), &one_line(text), None)
}

/// The address of a search.
fn address(base: &str, text: &str, section: Option<&str>) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    if !text.is_empty() {
        pairs.append_pair("q", text);
    }
    if let Some(section) = section {
        pairs.append_pair("section", section);
    }
    match pairs.finish() {
        pairs if pairs.is_empty() => base.to_owned(),
        pairs => format!("{base}?{pairs}"),
    }
}

/// What was typed in one line, as far as it is read.
pub(super) fn one_line(typed: &str) -> String {
    let plain = typed.chars().map(|c| if c.is_control() { ' ' } else { c });
    let plain: String = plain.take(READ_CHARS).collect();
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_an_address() {
        assert_eq!(address("/en/help/search", "", None), "/en/help/search");
        assert_eq!(
            address("/ar/help/search", "سحب & b", Some("fees")),
            "/ar/help/search?q=%D8%B3%D8%AD%D8%A8+%26+b&section=fees"
        );
    }

    #[test]
    fn what_was_typed_is_one_line() {
        assert_eq!(one_line("  a\0b\r\nc "), "a b  c");
        assert_eq!(one_line(&"x".repeat(10_000)).len(), READ_CHARS);
    }
}
