//! Where published texts lead, and which of it leads nowhere: an article that is not there, not public, elsewhere by now or not
//! for all who read the text; a category or page that there is not; an anchor that the text does not have; a picture or file
//! that is not there.
//!
//! Readers see the words of such a link and no link, so nothing looks broken but is. Addresses of the web are not followed.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, params};

use super::Audience;
use super::fill::{Token, tokens, wanted};
use super::reference::is_page;
use super::sql::{locale, slugs};
use super::view::require_brand;
use crate::article_file;
use crate::category;
use crate::error::Result;
use crate::id::{ArticleFileId, ArticleId, BrandId};
use crate::limits;
use crate::permission::Permission;
use crate::viewer::Viewer;
use crate::words::words;

/// Every statement of this file.
pub const ALL: &[&str] = &[TEXTS, TARGETS, FORMER];

const TEXTS: &str = "select a.id, a.slug, a.audience, a.min_tier, a.countries, a.related, a.lang, t.lang, v.title, v.html \
    from article a join article_text t on t.article_id = a.id \
    join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where a.brand_id = $1 and (a.slug > $2 or (a.slug = $2 and t.lang > $3)) order by a.slug, t.lang limit $4";
const TARGETS: &str = "select a.slug, a.audience, a.min_tier, a.countries, \
    (select count(*) from article_text t where t.article_id = a.id and t.published is not null) \
    from article a where a.brand_id = $1 order by a.slug";
const FORMER: &str = "select slug from article_slug where brand_id = $1";

words! {
    /// What is wrong with where a text leads.
    pub enum Fault {
        /// There is no such article.
        Unknown = "unknown",
        /// It is a draft, or archived.
        NotPublic = "not_public",
        /// It has another address by now.
        Moved = "moved",
        /// Not all who read the text may read it.
        Narrower = "narrower",
        /// There is no such category, or it is not offered any more.
        Category = "category",
        /// There is no such page.
        Page = "page",
        /// The text has no such heading.
        Anchor = "anchor",
        /// There is no such picture or file.
        File = "file",
    }
}

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub article_id: ArticleId,
    pub slug: String,
    pub lang: Locale,
    pub title: String,
    /// A slug, a page's name, an anchor or the id of a file.
    pub to: String,
    pub fault: Fault,
    /// It stands among the articles to read next, and not in the text.
    pub is_related: bool,
}

/// The text after which the next look begins: slug and language.
pub type After = (String, String);

struct PublicText {
    article_id: ArticleId,
    slug: String,
    readers: Readers,
    related: Vec<String>,
    first: Locale,
    lang: String,
    title: String,
    html: String,
}

impl FromRow for PublicText {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (article_id, slug) = (row.next()?, row.next()?);
        let (audience, min_tier) = (row.next()?, row.next()?);
        Ok(Self {
            article_id,
            slug,
            readers: Readers { audience, min_tier, countries: slugs(&row.next::<String>()?) },
            related: slugs(&row.next::<String>()?),
            first: locale(&row.next::<String>()?),
            lang: row.next()?,
            title: row.next()?,
            html: row.next()?,
        })
    }
}

/// For whom an article is.
struct Readers {
    audience: Audience,
    min_tier: i64,
    countries: Vec<String>,
}

impl Readers {
    /// Says whether somebody who may read the other one may not read this one.
    fn leave_out(&self, other: &Self) -> bool {
        let rank = |audience| match audience {
            Audience::Public => 0,
            Audience::SignedIn => 1,
            Audience::Internal => 2,
        };
        let is_here = |country: &String| self.countries.contains(country);
        let in_all = self.countries.is_empty()
            || (!other.countries.is_empty() && other.countries.iter().all(is_here));
        match (self.audience, other.audience) {
            (_, Audience::Internal) => false,
            (Audience::SignedIn, Audience::SignedIn) => self.min_tier > other.min_tier || !in_all,
            (own, other) => rank(own) > rank(other),
        }
    }
}

struct Target {
    readers: Readers,
    is_public: bool,
}

/// What can be led to in a brand.
struct Map {
    articles: BTreeMap<String, Target>,
    /// Former slugs.
    moved: BTreeSet<String>,
    categories: BTreeSet<String>,
    /// With whether each is a picture.
    files: BTreeMap<ArticleFileId, bool>,
}

impl Map {
    async fn read(rx: &Rx<'_>, brand_id: BrandId) -> Result<Self> {
        type Line = (String, Audience, i64, String, i64);
        let lines: Vec<Line> = rx.query(TARGETS, params![brand_id]).await?;
        let target = |(slug, audience, min_tier, countries, texts): Line| {
            let readers = Readers { audience, min_tier, countries: slugs(&countries) };
            (slug, Target { readers, is_public: texts > 0 })
        };
        let moved: Vec<(String,)> = rx.query(FORMER, params![brand_id]).await?;
        let offered = category::view::list(rx, brand_id).await?;
        Ok(Self {
            articles: lines.into_iter().map(target).collect(),
            moved: moved.into_iter().map(|(slug,)| slug).collect(),
            categories: offered.into_iter().map(|(_, slug)| slug).collect(),
            files: article_file::view::kinds(rx, brand_id).await?.into_iter().collect(),
        })
    }

    /// What is wrong with leading readers of one article to another.
    fn fault(&self, from: &Readers, slug: &str) -> Option<Fault> {
        match self.articles.get(slug) {
            None if self.moved.contains(slug) => Some(Fault::Moved),
            None => Some(Fault::Unknown),
            Some(target) if !target.is_public => Some(Fault::NotPublic),
            Some(target) => target.readers.leave_out(from).then_some(Fault::Narrower),
        }
    }

    /// Says whether there is such a picture, or such a file.
    fn has_file(&self, is_image: bool, id: &str) -> bool {
        let id = id.parse::<ArticleFileId>().ok();
        let known = id.and_then(|id| self.files.get(&id).copied());
        known.is_some_and(|is_picture| is_picture || !is_image)
    }

    /// What a text leads to in vain.
    fn lost(&self, text: &PublicText) -> Vec<Lost> {
        let lost = |to: &str, fault, is_related| Lost {
            article_id: text.article_id,
            slug: text.slug.clone(),
            lang: locale(&text.lang),
            title: text.title.clone(),
            to: to.to_owned(),
            fault,
            is_related,
        };
        let mut all = Vec::new();
        for name in wanted(&text.html) {
            if let Some(slug) = name.strip_prefix("link.article.") {
                all.extend(self.fault(&text.readers, slug).map(|fault| lost(slug, fault, false)));
            } else if let Some(slug) = name.strip_prefix("link.ticket.") {
                let is_there = self.categories.contains(slug);
                all.extend((!is_there).then(|| lost(slug, Fault::Category, false)));
            } else if let Some(page) = name.strip_prefix("link.page.") {
                all.extend((!is_page(page)).then(|| lost(page, Fault::Page, false)));
            } else if let Some((is_image, id)) = article_file::named(&name) {
                all.extend((!self.has_file(is_image, id)).then(|| lost(id, Fault::File, false)));
            }
        }
        all.extend(anchors(&text.html).iter().map(|anchor| lost(anchor, Fault::Anchor, false)));
        // They are the same in every language, and told once.
        if locale(&text.lang) == text.first {
            for slug in &text.related {
                all.extend(self.fault(&text.readers, slug).map(|fault| lost(slug, fault, true)));
            }
        }
        all
    }
}

/// Anchors that a text leads to and does not have.
fn anchors(html: &str) -> BTreeSet<String> {
    let (mut led_to, mut there) = (BTreeSet::new(), BTreeSet::new());
    for token in tokens(html) {
        let Token::Open { whole, .. } = token else { continue };
        led_to.extend(attribute(whole, " href=\"#").map(str::to_owned));
        there.extend(attribute(whole, " id=\"").map(str::to_owned));
    }
    led_to.retain(|anchor| !there.contains(anchor));
    led_to
}

fn attribute<'a>(tag: &'a str, begin: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(begin)?;
    let (value, _) = rest.split_once('"')?;
    (!value.is_empty()).then_some(value)
}

/// Links that lead nowhere, in the order of the articles' slugs, and where the next look begins if there is more to read. A
/// look ends with the text that fills it, or after reading its share, so that it may find nothing and not be the last.
///
/// # Errors
/// `no-permission` without `article.read` over the brand.
pub async fn lost(
    rx: &Rx<'_>,
    viewer: &Viewer,
    brand_id: BrandId,
    after: Option<After>,
) -> Result<(Vec<Lost>, Option<After>)> {
    require_brand(viewer, Permission::ArticleRead, brand_id)?;
    let map = Map::read(rx, brand_id).await?;
    let (mut all, mut read, mut after) = (Vec::new(), 0, after.unwrap_or_default());
    loop {
        let texts: Vec<PublicText> =
            rx.query(TEXTS, params![brand_id, after.0, after.1, limits::LEADS_AT_ONCE]).await?;
        let is_last = i64::try_from(texts.len()).is_ok_and(|n| n < limits::LEADS_AT_ONCE);
        for text in texts {
            all.extend(map.lost(&text));
            read += 1;
            after = (text.slug, text.lang);
            if all.len() >= limits::LEADS_SHOWN || read >= limits::LEADS_READ {
                return Ok((all, Some(after)));
            }
        }
        if is_last {
            return Ok((all, None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown::render;
    use super::*;

    #[test]
    fn anchors_are_looked_for_in_the_text_itself() {
        let text = "## Start {#start}\n\n[on](#start) [lost](#nowhere) [web](https://example.com/#x)\n\n### Part\n\n[there](#part-2)";
        assert_eq!(anchors(&render(text).html).into_iter().collect::<Vec<_>>(), ["nowhere"]);
    }

    #[test]
    fn who_may_read_the_one_and_not_the_other_is_left_out() {
        let readers = |audience, min_tier, countries: &[&str]| Readers {
            audience,
            min_tier,
            countries: countries.iter().map(|one| (*one).to_owned()).collect(),
        };
        let (public, internal) =
            (readers(Audience::Public, 0, &[]), readers(Audience::Internal, 0, &[]));
        let signed_in = readers(Audience::SignedIn, 0, &[]);
        let (vip, asia) =
            (readers(Audience::SignedIn, 2, &[]), readers(Audience::SignedIn, 0, &["JP", "KR"]));
        let japan = readers(Audience::SignedIn, 0, &["JP"]);
        for (to, from, leaves_out) in [
            (&public, &vip, false),
            (&signed_in, &public, true),
            (&internal, &vip, true),
            (&vip, &internal, false),
            (&vip, &signed_in, true),
            (&signed_in, &vip, false),
            (&asia, &signed_in, true),
            (&asia, &japan, false),
            (&japan, &asia, true),
        ] {
            assert_eq!(to.leave_out(from), leaves_out);
        }
    }
}
