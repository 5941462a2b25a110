//! What was found, as SQL has it now.

use proofdesk_locale::Locale;
use proofdesk_search::{FacetCount, Hit, Segment};
use proofdesk_store::{FromRow, Row, Rx, params};

use super::super::reader::{Reader, Sees};
use super::super::{Audience, Kind};
use super::{Asked, ask};
use crate::brand;
use crate::error::{OrNotFound as _, Result};
use crate::id::{ArticleId, BrandId, Id as _};
use crate::lookup::Lookup;
use crate::viewer::Viewer;

// The last column is what the newest hundred readers said of it: how many more it helped than not.
pub(super) const PUBLIC: &str = "select a.slug, s.slug, a.kind, a.audience, v.number, v.title, v.summary, \
    (select coalesce(sum(case when said.helpful then 1 else -1 end), 0) from (select f.helpful from article_feedback f \
    where f.article_id = a.id and f.lang = t.lang order by f.created_at desc limit 100) as said) \
    from article a join help_section s on s.id = a.section_id join article_text t on t.article_id = a.id \
    join article_version v on v.article_id = t.article_id and v.lang = t.lang and v.number = t.published \
    where a.id = $1 and a.brand_id = $2 and a.audience in ($3, $4, $5) and a.min_tier <= $6 \
    and (a.countries = '' or (' ' || a.countries || ' ') like $7) and t.lang = $8";

/// What popularity adds or takes at most.
const POPULARITY: f32 = 0.1;
/// So many readers make half of it.
const HALF_POPULAR: f32 = 10.0;

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundArticle {
    pub id: ArticleId,
    pub slug: String,
    /// A section's slug.
    pub section: String,
    pub kind: Kind,
    pub audience: Audience,
    /// The language of what follows.
    pub lang: Locale,
    /// It is not the language that was asked in, which has nothing.
    pub is_foreign: bool,
    pub title: Vec<Segment>,
    /// A piece of the text around what was found.
    pub snippet: Vec<Segment>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub items: Vec<FoundArticle>,
    /// Articles that match at all.
    pub total: usize,
    /// How many of them stand in each section, by its slug; the most first. None of other languages.
    pub sections: Vec<FacetCount>,
}

impl Found {
    /// Says whether there is something in the language that was asked in.
    pub fn is_own(&self) -> bool {
        self.items.iter().any(|item| !item.is_foreign)
    }
}

/// Whose help centre somebody asks: the one that is named, the customer's own, that of the brand whose address was asked (by its
/// slug), or the first brand's.
///
/// # Errors
/// `not-found` for a brand that there is not.
pub async fn reader_brand(
    rx: &Rx<'_>,
    viewer: &Viewer,
    named: Option<BrandId>,
    address: Option<&str>,
) -> Result<BrandId> {
    match (named, viewer) {
        (Some(named), _) => Ok(brand::view::find(rx, named).await?.or_not_found()?.id),
        (None, Viewer::Customer(me)) => Ok(me.brand_id),
        (None, _) => Ok(brand::view::at_address(rx, address).await?.id),
    }
}

struct Public {
    slug: String,
    section: String,
    kind: Kind,
    audience: Audience,
    number: i64,
    title: String,
    summary: String,
    helped: i64,
}

impl Public {
    /// How much it counts beside what fits as well: what helped others goes first among equals, and never far ahead.
    fn weight(&self) -> f32 {
        let helped = f32::from(i16::try_from(self.helped).unwrap_or_default());
        1.0 + POPULARITY * helped / (helped.abs() + HALF_POPULAR)
    }
}

impl FromRow for Public {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            slug: row.next()?,
            section: row.next()?,
            kind: row.next()?,
            audience: row.next()?,
            number: row.next()?,
            title: row.next()?,
            summary: row.next()?,
            helped: row.next()?,
        })
    }
}

/// Finds published articles that a reader of a brand's help centre may read.
///
/// # Errors
/// `search-not-ready` where nobody has a whole index.
pub async fn find(
    rx: &Rx<'_>,
    lookup: &Lookup,
    reader: &Reader,
    brand_id: BrandId,
    asked: &Asked,
) -> Result<Found> {
    let answer = ask(lookup, reader, brand_id, asked).await?;
    let Sees { audiences: [a, b, c], tier, country } = reader.sees(brand_id);
    let mut items = Vec::with_capacity(answer.hits.len());
    for hit in answer.hits {
        let Ok(id) = hit.id.parse().map(ArticleId::from_uuid) else { continue };
        let lang = hit.locale.code();
        let values = params![id, brand_id, a, b, c, tier, country, lang];
        let public: Option<Public> = rx.query_opt(PUBLIC, values).await?;
        items.extend(public.map(|public| (hit.score * public.weight(), shown(id, hit, public))));
    }
    // Of equals the one that the index names first.
    items.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let items = items.into_iter().map(|(_, item)| item).collect();
    Ok(Found { items, total: answer.total, sections: answer.sections })
}

fn shown(id: ArticleId, hit: Hit, public: Public) -> FoundArticle {
    let plain = |text: String| vec![Segment { text, is_match: false }];
    let (title, snippet) = match hit.number == public.number {
        true => (hit.title, hit.snippet),
        // The index has not heard of the newest version yet.
        false => (plain(public.title), plain(public.summary)),
    };
    FoundArticle {
        id,
        slug: public.slug,
        section: public.section,
        kind: public.kind,
        audience: public.audience,
        lang: hit.locale,
        is_foreign: hit.is_foreign,
        title,
        snippet,
    }
}
