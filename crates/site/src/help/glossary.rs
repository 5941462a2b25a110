use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use axum::http::HeaderMap;
use axum::response::Response;
use proofdesk_desk::article::view::named;
use proofdesk_desk::code::Code;
use proofdesk_desk::glossary::view::{Stamp, find, list, stamp};
use proofdesk_desk::glossary::{Glossary, Term};
use proofdesk_desk::id::BrandId;
use proofdesk_http::{Path, Problem, Result};
use proofdesk_locale::Locale;
use serde_json::json;

use super::{embedded, head, home_path, kept, origin, visit_in};
use crate::Here;
use crate::view::{ArticleLink, HelpGlossary, HelpTerm, TermLine};
use crate::visit::Visit;

/// Glossaries by brand and language, each with the stamp of the rows that it was made of.
type Ready = HashMap<(BrandId, Locale), (Stamp, Arc<Glossary>)>;

/// Ready-made glossaries. Each is used while the rows have the same stamp, so nothing stale is ever shown.
static READY: LazyLock<Mutex<Ready>> = LazyLock::new(Mutex::default);

/// A language's terms, ready to be found in a text.
pub(super) async fn of_language(visit: &Visit, lang: Locale) -> Result<Arc<Glossary>> {
    let brand_id = visit.brand.id;
    let now = visit.app.desk().read(async move |rx| stamp(rx, brand_id).await).await?;
    let key = (brand_id, lang);
    let ready = || READY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((at, glossary)) = ready().get(&key)
        && *at == now
    {
        return Ok(glossary.clone());
    }
    let terms = visit.app.desk().read(async move |rx| list(rx, brand_id).await).await?;
    let glossary = Arc::new(Glossary::new(&terms, lang));
    ready().insert(key, (now, glossary.clone()));
    Ok(glossary)
}

/// `GET /{lang}/help/glossary`
pub(crate) async fn show(
    visit: Visit,
    Path(lang): Path<String>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let (brand_id, locale) = (visit.brand.id, visit.edge.locale);
    let terms = visit.app.desk().read(async move |rx| list(rx, brand_id).await).await?;
    let mut terms: Vec<TermLine> = terms.iter().filter_map(|term| line(term, locale)).collect();
    terms.sort_by_key(|term| term.name.to_lowercase());
    let page = visit.page(Here::Help, format!("{}/glossary", home_path(locale)), None)?;
    let mut head = head(&origin(&visit.app, &asked), locale, "/glossary", Locale::ALL);
    head.description = page.t("help-glossary-text");
    kept(&asked, &HelpGlossary { page, head, terms })
}

fn line(term: &Term, locale: Locale) -> Option<TermLine> {
    let (lang, text) = term.text(locale)?;
    Some(TermLine {
        slug: term.slug.clone(),
        href: format!("{}/glossary/{}", home_path(locale), term.slug),
        name: text.term.clone(),
        definition: text.definition.clone(),
        lang: (lang != locale).then_some(lang),
    })
}

/// `GET /{lang}/help/glossary/{slug}`
pub(crate) async fn term(
    visit: Visit,
    Path((lang, slug)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response> {
    let visit = visit_in(visit, &lang)?;
    let (brand_id, locale) = (visit.brand.id, visit.edge.locale);
    let (reader, wanted) = (visit.reader().await?, slug.clone());
    let read = visit.app.desk().read(async move |rx| {
        let Some(term) = find(rx, brand_id, &wanted).await? else { return Ok(None) };
        let see = named(rx, &reader, brand_id, locale, &term.see).await?;
        Ok::<_, proofdesk_desk::Error>(Some((term, see)))
    });
    let (term, see) = read.await?.ok_or_else(|| Problem::new(Code::NotFound))?;
    let shown = line(&term, locale).ok_or_else(|| Problem::new(Code::NotFound))?;
    let rest = format!("/glossary/{slug}");
    let page = visit.page(Here::Help, format!("{}{rest}", home_path(locale)), None)?;
    let langs: Vec<Locale> = term.texts.keys().copied().collect();
    let mut head = head(&origin(&visit.app, &asked), shown.lang.unwrap_or(locale), &rest, langs);
    head.description.clone_from(&shown.definition);
    head.data = embedded(&json!({
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": shown.name,
        "description": shown.definition,
        "inLanguage": shown.lang.unwrap_or(locale).code(),
        "url": head.canonical,
    }));
    let see = see.into_iter().map(|(slug, lang, title)| ArticleLink {
        href: format!("{}/{slug}", home_path(locale)),
        title,
        summary: String::new(),
        lang: (lang != locale).then_some(lang),
        is_tree: false,
        is_internal: false,
    });
    kept(&asked, &HelpTerm { see: see.collect(), term: shown, head, page })
}
