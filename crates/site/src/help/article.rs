use std::collections::BTreeSet;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::join;
use proofdesk_desk::article::feedback::{Feedback, Reason, give};
use proofdesk_desk::article::fill::{Filled, fill, wanted};
use proofdesk_desk::article::reader::Reader;
use proofdesk_desk::article::reference::{
    Own, Sources, Told, articles, as_of, films, known, needs_own, needs_venue, told,
};
use proofdesk_desk::article::view::{Found, Opened, named, open};
use proofdesk_desk::article::{Audience, Heading, Kind};
use proofdesk_desk::bridge::Venue;
use proofdesk_desk::code::Code;
use proofdesk_desk::text::Clean;
use proofdesk_desk::{Error, article_file, category, help_section, limits, network_suspension};
use proofdesk_http::{Form, Path, Problem, Query, Result};
use proofdesk_locale::{Locale, Zone};
use serde::Deserialize;
use serde_json::json;

use super::glossary::of_language;
use super::reading::reading;
use super::{embedded, head, home_path, kept, origin, visit_in};
use crate::home::NoticeIn;
use crate::view::{ArticleLink, HelpArticle, TreeStep};
use crate::visit::Visit;
use crate::{Here, Notice, Page};

/// A table of contents is of use from so many headings on.
const CONTENTS_FROM: usize = 3;

/// What was read of one article and what it needs.
struct Material {
    opened: Opened,
    section: Option<(String, String)>,
    filled: Filled,
    /// When the figures in its text were true.
    told: Option<Told>,
    related: Vec<(String, Locale, String)>,
}

/// `GET /{lang}/help/{slug}`
pub(crate) async fn show(
    visit: Visit,
    Path((lang, slug)): Path<(String, String)>,
    Query(query): Query<NoticeIn>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let locale = visit.edge.locale;
    let reader = visit.reader().await?;
    let opened = match find(&visit, reader.clone(), &slug).await? {
        Found::Here(opened) => *opened,
        Found::Moved(to) => {
            return Ok(Redirect::permanent(&format!("{}/{to}", home_path(locale))).into_response());
        }
        Found::Nowhere => return Err(Problem::new(Code::NotFound)),
    };
    let notice = query.notice().and_then(|code| Notice::parse(code, None));
    let page = visit.page(Here::Help, format!("{}/{slug}", home_path(locale)), notice)?;
    let material = gather(&visit, reader, &page, opened).await?;
    let is_internal = material.opened.article.audience == Audience::Internal;
    let mut answer = kept(&asked, &drawn(page, material, &origin(&visit.app, &asked)))?;
    if !is_internal {
        answer.headers_mut().append(header::SET_COOKIE, reading(&asked, &slug));
    }
    Ok(answer)
}

async fn find(visit: &Visit, reader: Reader, slug: &str) -> Result<Found> {
    let (brand_id, locale, slug) = (visit.brand.id, visit.edge.locale, slug.to_owned());
    let read =
        visit.app.desk().read(async move |rx| open(rx, &reader, brand_id, &slug, locale).await);
    Ok(read.await?)
}

async fn gather(visit: &Visit, reader: Reader, page: &Page, opened: Opened) -> Result<Material> {
    let names = wanted(&opened.version.html);
    let now = visit.app.now();
    let (brand_id, locale) = (visit.brand.id, visit.edge.locale);
    let (desk, cx) = (visit.app.desk(), visit.cx());
    let venue = async {
        match needs_venue(&names) {
            true => Some(Venue::gather(desk.bridge(), now).await),
            false => None,
        }
    };
    let own = async {
        match needs_own(&names) {
            true => Own::asked(desk, &cx, brand_id).await,
            false => Ok(None),
        }
    };
    // At once, since nobody waits twice for an exchange that does not answer.
    let (venue, own) = join!(venue, own);
    let own = own?;
    let (linked, next) = (articles(&names), opened.article.related.clone());
    let (section_id, ids) = (opened.article.section_id, article_file::named_in(&names));
    let read = visit.app.desk().read(async move |rx| {
        let sections = help_section::view::list(rx, brand_id).await?;
        let section = sections.into_iter().find(|section| section.id == section_id);
        let categories = category::view::list(rx, brand_id).await?;
        let suspensions = network_suspension::view::list(rx, brand_id).await?;
        let linked = named(rx, &reader, brand_id, locale, &linked).await?;
        let related = named(rx, &reader, brand_id, locale, &next).await?;
        let files = article_file::view::among(rx, brand_id, &ids).await?;
        Ok::<_, Error>((section, categories, suspensions, linked, related, files))
    });
    let (section, categories, suspensions, linked, related, files) = read.await?;
    let categories: Vec<String> = categories.into_iter().map(|(_, slug)| slug).collect();
    let linked: Vec<String> = linked.into_iter().map(|(slug, ..)| slug).collect();
    // Words that are filled in stand in the language of the text around them; addresses lead to the reader's.
    let sources = Sources {
        locale: opened.lang,
        reader: locale,
        brand_name: &page.brand.name,
        venue: venue.as_ref(),
        own: own.as_ref(),
        suspensions: &suspensions,
        categories: &categories,
        articles: &linked,
        now,
    };
    let mut known = known(&names, &sources);
    let told = told(&known, &sources);
    let config = visit.app.config();
    let pages = config.origin_of(Some(&visit.brand.slug));
    known.tables.extend(config.house.tables(&names, &visit.brand.slug, pages, &sources));
    known.films = films(&config.video_hosts, opened.lang);
    article_file::show(&mut known, &names, &files, |file| {
        format!("{}/files/{}", home_path(locale), file.path())
    });
    let glossary = of_language(visit, opened.lang).await?;
    let base = format!("{}/glossary/", home_path(locale));
    let filled = fill(&opened.version.html, &known, &mut glossary.linker(&base));
    let section = section.map(|section| (section.slug.clone(), section.name(locale).to_owned()));
    Ok(Material { opened, section, filled, told, related })
}

fn drawn(page: Page, material: Material, origin: &str) -> HelpArticle {
    let Material { opened, section, filled, told, related } = material;
    let Opened { article, lang, version, published_at, langs } = opened;
    let rest = format!("/{}", article.slug);
    let mut head = head(origin, lang, &rest, langs.iter().copied());
    head.description.clone_from(&version.summary);
    head.indexed = article.audience == Audience::Public && lang == page.locale;
    let about = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": version.title,
        "description": version.summary,
        "inLanguage": lang.code(),
        "datePublished": proofdesk_locale::rfc3339(article.created_at.micros()),
        "dateModified": proofdesk_locale::rfc3339(published_at.micros()),
        "mainEntityOfPage": head.canonical,
        "publisher": { "@type": "Organization", "name": page.brand.name },
    });
    let crumbs =
        crumbs(&page, origin, section.as_ref(), (version.title.as_str(), head.canonical.as_str()));
    head.data = embedded(&json!([about, crumbs]));
    let is_tree = article.kind == Kind::Troubleshooting;
    let (html, steps) = if is_tree { split(&filled.html) } else { (filled.html, Vec::new()) };
    let link = |(slug, other, title): (String, Locale, String)| ArticleLink {
        href: format!("{}/{slug}", home_path(page.locale)),
        title,
        summary: String::new(),
        lang: (other != page.locale).then_some(other),
        is_tree: false,
        is_internal: false,
    };
    HelpArticle {
        fallback: (lang != page.locale).then_some(lang),
        contents: contents(version.headings, &filled.dropped, is_tree),
        published: page.locale.date(published_at.micros(), &Zone::UTC),
        published_us: published_at.micros(),
        reviewed: page.locale.date(article.reviewed_at.micros(), &Zone::UTC),
        reviewed_us: article.reviewed_at.micros(),
        told: told.map(|told| as_of(&told, page.locale)),
        related: related.into_iter().map(link).collect(),
        category: article.categories.first().cloned(),
        is_internal: article.audience == Audience::Internal,
        reasons: Reason::ALL.iter().map(|reason| reason.as_str()).collect(),
        slug: article.slug,
        title: version.title,
        summary: version.summary,
        lang,
        section,
        html,
        steps,
        head,
        page,
    }
}

/// The way to an article, as it stands above it.
fn crumbs(
    page: &Page,
    origin: &str,
    section: Option<&(String, String)>,
    (title, address): (&str, &str),
) -> serde_json::Value {
    let home = format!("{origin}{}", home_path(page.locale));
    let mut way = vec![(page.t("help-title"), home.clone())];
    way.extend(section.map(|(slug, name)| (name.clone(), format!("{home}/sections/{slug}"))));
    way.push((title.to_owned(), address.to_owned()));
    let mut items = Vec::new();
    for (position, (name, item)) in (1_u8..).zip(way) {
        let line = json!({ "@type": "ListItem", "position": position, "name": name, "item": item });
        items.push(line);
    }
    json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items })
}

/// What a page of one screen needs no list of; what leads step by step shows a step at a time.
fn contents(headings: Vec<Heading>, dropped: &BTreeSet<String>, is_tree: bool) -> Vec<Heading> {
    let own = headings.into_iter().filter(|one| one.level == 2 && !dropped.contains(&one.id));
    let own: Vec<Heading> = own.collect();
    if is_tree || own.len() < CONTENTS_FROM { Vec::new() } else { own }
}

/// Parts a tree at its headings: what stands before the first, and the steps.
fn split(html: &str) -> (String, Vec<TreeStep>) {
    let mut parts = html.split("<h2 id=\"");
    let intro = parts.next().unwrap_or_default().to_owned();
    let step = |part: &str| {
        let (id, rest) = part.split_once("\">")?;
        let (title, body) = rest.split_once("</h2>")?;
        Some(TreeStep { id: id.to_owned(), title: title.to_owned(), html: body.to_owned() })
    };
    (intro, parts.filter_map(step).collect())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Helpful {
    Yes,
    No,
}

#[derive(Deserialize)]
pub(crate) struct RateIn {
    helpful: Helpful,
    reason: Option<String>,
    #[serde(default)]
    note: String,
}

/// `POST /{lang}/help/{slug}/feedback`
pub(crate) async fn rate(
    visit: Visit,
    Path((lang, slug)): Path<(String, String)>,
    Form(input): Form<RateIn>,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let (brand_id, locale) = (visit.brand.id, visit.edge.locale);
    let note = input.note.trim();
    let note = match note.is_empty() {
        true => None,
        false => Some(Clean::field("note", note, limits::FEEDBACK_CHARS)?),
    };
    let said = Feedback {
        reader: visit.reader().await?,
        helpful: input.helpful == Helpful::Yes,
        reason: input.reason.and_then(|reason| reason.parse().ok()),
        note,
        address: visit.edge.address.to_string(),
    };
    let back = format!("{}/{slug}?notice={}", home_path(locale), Notice::FeedbackGiven.code());
    let write = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| give(tx, cx, brand_id, &slug, locale, &said).await);
    write.await??;
    Ok(Redirect::to(&back).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_parted_at_its_headings() {
        let (intro, steps) =
            split("<p>in</p><h2 id=\"a\">A <em>x</em></h2><p>1</p><h2 id=\"b\">B</h2>");
        assert_eq!(intro, "<p>in</p>");
        let told: Vec<_> =
            steps.iter().map(|s| (s.id.as_str(), s.title.as_str(), s.html.as_str())).collect();
        assert_eq!(told, [("a", "A <em>x</em>", "<p>1</p>"), ("b", "B", "")]);
    }
}
