//! What the index of articles is made of.

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_search::Document;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::super::fill::{Token, tokens};
use super::super::reader::tokens_of;
use super::super::sql::{locale, slugs};
use super::super::{Audience, Heading, word};
use crate::brand;
use crate::error::Result;
use crate::glossary::{self, Glossary, Term};
use crate::id::{ArticleId, BrandId, Id as _};
use crate::indexed::Documents;

pub(super) const ARTICLES: &str = "select a.id, a.brand_id, a.audience, a.min_tier, a.countries, s.slug from article a \
    join help_section s on s.id = a.section_id where a.id >= $1 and a.id <= $2 order by a.id limit $3";
pub(super) const TEXTS: &str = "select t.article_id, t.lang, v.number, v.title, v.summary, v.tags, v.html, v.headings \
    from article_text t join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where t.article_id >= $1 and t.article_id <= $2 order by t.article_id, t.lang";

struct Published {
    article_id: ArticleId,
    lang: Locale,
    number: i64,
    title: String,
    summary: String,
    tags: Vec<String>,
    html: String,
    headings: Vec<Heading>,
}

impl FromRow for Published {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            article_id: row.next()?,
            lang: locale(&row.next::<String>()?),
            number: row.next()?,
            title: row.next()?,
            summary: row.next()?,
            tags: serde_json::from_str(&row.next::<String>()?).unwrap_or_default(),
            html: row.next()?,
            headings: serde_json::from_str(&row.next::<String>()?).unwrap_or_default(),
        })
    }
}

/// What documents of one brand share.
struct Shared {
    brand_name: String,
    terms: Vec<Term>,
    by_lang: BTreeMap<Locale, Glossary>,
}

impl Shared {
    async fn read(rx: &Rx<'_>, brand_id: BrandId) -> Result<Self> {
        let brand = brand::view::find(rx, brand_id).await?;
        Ok(Self {
            brand_name: brand.map(|brand| brand.name).unwrap_or_default(),
            terms: glossary::view::list(rx, brand_id).await?,
            by_lang: BTreeMap::new(),
        })
    }

    /// What else that may be called what a text is about.
    fn forms(&mut self, text: &Published) -> Vec<String> {
        let Self { terms, by_lang, .. } = self;
        let glossary = by_lang.entry(text.lang).or_insert_with(|| Glossary::new(terms, text.lang));
        let headings = text.headings.iter().map(|heading| heading.text.as_str());
        let about = [text.title.as_str(), &text.summary].into_iter().chain(headings);
        let about = about.chain(text.tags.iter().map(String::as_str));
        glossary.forms_in(&about.collect::<Vec<_>>().join("\n"))
    }
}

/// Articles from one id to another, in order, at most `limit`, each with its published texts.
pub(super) async fn read(
    rx: &Rx<'_>,
    from: ArticleId,
    until: ArticleId,
    limit: u32,
) -> Result<Documents<Document>> {
    type Line = (ArticleId, BrandId, Audience, i64, String, String);
    let articles: Vec<Line> = rx.query(ARTICLES, params![from, until, limit]).await?;
    let Some(last) = articles.last().map(|(id, ..)| *id) else {
        return Ok(Documents { documents: Vec::new(), last: None });
    };
    let texts: Vec<Published> = rx.query(TEXTS, params![from, last]).await?;
    let mut words = word::between(rx, from, last).await?;
    let mut shared: BTreeMap<BrandId, Shared> = BTreeMap::new();
    let mut documents = Vec::with_capacity(texts.len());
    for (id, brand_id, audience, min_tier, countries, section) in &articles {
        if !shared.contains_key(brand_id) {
            shared.insert(*brand_id, Shared::read(rx, *brand_id).await?);
        }
        let Some(shared) = shared.get_mut(brand_id) else { continue };
        let audience = tokens_of(*audience, (*min_tier, &slugs(countries)), *brand_id);
        for text in texts.iter().filter(|text| text.article_id == *id) {
            let words = words.remove(&(*id, text.lang)).unwrap_or_default();
            documents.push(document(text, shared, words, (section, &audience)));
        }
    }
    Ok(Documents { documents, last: Some(last.uuid()) })
}

fn document(
    text: &Published,
    shared: &mut Shared,
    words: Vec<String>,
    (section, audience): (&str, &[String]),
) -> Document {
    let headings = text.headings.iter().map(|heading| named(&heading.text, &shared.brand_name));
    let headings: Vec<String> = headings.collect();
    Document {
        id: text.article_id.to_string(),
        locale: text.lang,
        title: text.title.clone(),
        headings,
        body: format!("{}\n{}", text.summary, plain(&text.html, &shared.brand_name)),
        tags: text.tags.clone(),
        forms: shared.forms(text).into_iter().chain(words).collect(),
        section: section.to_owned(),
        audience: audience.to_vec(),
        number: text.number,
    }
}

/// The words of a rendered body without its headings, which are found by themselves.
fn plain(html: &str, brand_name: &str) -> String {
    let (mut words, mut in_heading) = (String::with_capacity(html.len()), false);
    let is_heading = |tag: &str| matches!(tag, "h2" | "h3");
    for token in tokens(html) {
        match token {
            Token::Open { tag, .. } if is_heading(tag) => in_heading = true,
            Token::Close { tag, .. } if is_heading(tag) => in_heading = false,
            Token::Open { tag: "br", .. } => words.push(' '),
            Token::Close { tag: "p" | "li" | "tr" | "pre" | "h1" | "h4" | "h5" | "h6", .. } => {
                words.push('\n');
            }
            Token::Close { tag: "td" | "th", .. } => words.push(' '),
            // The lines of the HTML itself are none of the text.
            Token::Text(text) if !in_heading => {
                words.push_str(&unescaped(text).replace('\n', " "));
            }
            _ => {}
        }
    }
    let spaced = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = words.lines().map(|line| named(&spaced(line), brand_name));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A line with the brand's name, and with an ellipsis where something else stands that is only known when it is read. Of a
/// line that is nothing else nothing is left.
fn named(line: &str, brand_name: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        out.push_str(before);
        out.push_str(if name == "brand.name" { brand_name } else { "…" });
        rest = behind;
    }
    out.push_str(rest);
    if out.trim() == "…" { String::new() } else { out }
}

/// What the sanitiser and the renderer escape.
pub(in crate::article) fn unescaped(text: &str) -> String {
    const ENTITIES: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        // Last, so that what was written as an entity stays one.
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

#[cfg(test)]
mod tests {
    use super::super::super::markdown::render;
    use super::plain;

    #[test]
    fn a_body_is_read_as_its_words() {
        let text = "At {{brand.name}} & co.\n\n## Fees {#fees}\n\nNow {{fee.spot.maker}}.\n\n{{table.fees}}\n\n- one\n- `a<b`\n\n|x|y|\n|-|-|\n|1|2|";
        assert_eq!(plain(&render(text).html, "Acme"), "At Acme & co.\nNow ….\none\na<b\nx y\n1 2");
    }
}
