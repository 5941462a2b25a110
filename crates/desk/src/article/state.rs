//! What the log says of an article, held against its rows.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::actions::{digest, html_digest};
use super::event::{
    ArticleChanged, ArticleCreated, ArticleMasked, ArticleMoved, ArticleTermsWaived,
    ArticleWritten, UPCASTERS,
};
use super::fill::wanted;
use super::{Audience, Kind, Status, Text, Version, view};
use crate::article_file;
use crate::error::Result;
use crate::id::{ArticleFileId, ArticleId, HelpSectionId};
use crate::log::Payload as _;
use crate::log::upcast::{Said, known, read};
use crate::log::verify::differing;
use crate::log::view::Event;
use crate::time::Timestamp;

/// Every statement of this file.
pub(crate) const ALL: &[&str] = &[ROW];

const ROW: &str =
    "select slug, section_id, kind, audience, min_tier, countries from article where id = $1";

/// An article's row.
type Row = (String, HelpSectionId, Kind, Audience, i64, String);

/// What the events say of an article.
#[derive(Default)]
struct Told {
    slug: Option<String>,
    /// `None`, like kind and audience, where older events alone speak of it: they named what changed, and not to what.
    section_id: Option<HelpSectionId>,
    kind: Option<Kind>,
    audience: Option<Audience>,
    min_tier: Option<i64>,
    countries: Option<Vec<String>>,
    /// By language.
    texts: BTreeMap<String, TextTold>,
    /// The digests of source and HTML that were told last of each version: it never changes but by a mask.
    versions: BTreeMap<(String, i64), (String, Option<String>)>,
}

/// Where a text stands as its events leave it.
struct TextTold {
    head: i64,
    status: Status,
    published: Option<i64>,
    published_at: Option<Timestamp>,
    publish_at: Option<Timestamp>,
}

/// Names the columns of an article, its texts and their versions that differ from what its events say.
pub(crate) async fn check_state(
    rx: &Rx<'_>,
    id: ArticleId,
    events: &[Event],
) -> Result<Vec<&'static str>> {
    // An event was erased: nothing can be said any more.
    if events.iter().any(|event| event.payload.is_none() && tells(&event.kind)) {
        return Ok(Vec::new());
    }
    let mut told = Told::default();
    events.iter().for_each(|event| told.hear(event));
    let (mut differ, mut titles) = (Vec::new(), BTreeMap::new());
    for ((lang, number), (source, html)) in &told.versions {
        let stored = stored(rx, id, lang, *number).await?;
        let is_as_told = stored.as_ref().is_some_and(|version| source_digest(version) == *source);
        if !is_as_told {
            differ.push("article_version");
        }
        let Some(version) = stored else { continue };
        if article_file::view::uses(rx, id, lang, *number).await? != files_of(&version.html) {
            differ.push("article_file_use");
        }
        if html.as_ref().is_some_and(|html| *html != html_digest(&version.html)) {
            differ.push("html");
        }
        if is_as_told {
            titles.insert((lang.clone(), *number), version.title);
        }
    }
    differ.extend(told.differ(rx.query_opt(ROW, params![id]).await?));
    let rows = view::texts(rx, id).await?;
    let mut rows: BTreeMap<&str, Text> =
        rows.into_iter().map(|text| (text.lang.code(), text)).collect();
    for (lang, text) in &told.texts {
        let Some(row) = rows.remove(lang.as_str()) else {
            differ.push("article_text");
            continue;
        };
        differ.extend(text.differ(&row));
        // What the title of a version was is not known where that was changed itself.
        let title = titles.get(&(lang.clone(), text.head));
        if title.is_some_and(|title| *title != row.title) {
            differ.push("title");
        }
    }
    differ.extend(rows.into_values().map(|_untold| "article_text"));
    differ.dedup();
    Ok(differ)
}

/// Whether events of a kind say what rows hold: why a term was waived stands in none.
fn tells(kind: &str) -> bool {
    kind.starts_with("article.") && kind != ArticleTermsWaived::KIND
}

impl Told {
    fn hear(&mut self, event: &Event) {
        if let Said::Known(created) = read::<ArticleCreated>(event, UPCASTERS) {
            self.slug = Some(created.slug);
            self.section_id = created.section_id;
            self.kind = created.kind;
            self.audience = created.audience;
            self.min_tier = created.min_tier;
            self.countries = created.countries;
        } else if let Said::Known(changed) = read::<ArticleChanged>(event, UPCASTERS) {
            self.change(changed);
        } else if let Said::Known(written) = read::<ArticleWritten>(event, UPCASTERS) {
            self.write(written);
        } else if let Some(masked) = known::<ArticleMasked>(event) {
            let told = (masked.digest, Some(masked.html_digest));
            self.versions.insert((masked.lang, masked.number), told);
        } else if let Some(moved) = known::<ArticleMoved>(event)
            && let Some(text) = self.texts.get_mut(&moved.lang)
        {
            text.stand(&moved, event.at);
        }
    }

    fn change(&mut self, changed: ArticleChanged) {
        for field in &changed.fields {
            match field.as_str() {
                "section" => self.section_id = changed.section_id,
                "kind" => self.kind = changed.kind,
                "audience" => self.audience = changed.audience,
                "min_tier" => self.min_tier = changed.min_tier,
                "countries" => self.countries.clone_from(&changed.countries),
                _ => {}
            }
        }
        self.slug = changed.slug.or(self.slug.take());
    }

    /// A new version is a draft. What is public stays so.
    fn write(&mut self, written: ArticleWritten) {
        let told = (written.digest, written.html_digest);
        self.versions.insert((written.lang.clone(), written.number), told);
        let before = self.texts.remove(&written.lang);
        let (published, published_at) =
            before.map(|text| (text.published, text.published_at)).unwrap_or_default();
        let text = TextTold {
            head: written.number,
            status: Status::Draft,
            published,
            published_at,
            publish_at: None,
        };
        self.texts.insert(written.lang, text);
    }

    fn differ(&self, row: Option<Row>) -> Vec<&'static str> {
        let Some((slug, section_id, kind, audience, min_tier, countries)) = row else {
            return self.slug.iter().map(|_told| "slug").collect();
        };
        let columns = [
            ("slug", self.slug.as_ref().is_none_or(|told| *told == slug)),
            ("section_id", self.section_id.is_none_or(|told| told == section_id)),
            ("kind", self.kind.is_none_or(|told| told == kind)),
            ("audience", self.audience.is_none_or(|told| told == audience)),
            ("min_tier", self.min_tier.is_none_or(|told| told == min_tier)),
            ("countries", self.countries.as_ref().is_none_or(|told| told.join(" ") == countries)),
        ];
        differing(columns).collect()
    }
}

impl TextTold {
    fn stand(&mut self, moved: &ArticleMoved, at: Timestamp) {
        (self.status, self.publish_at) = (moved.status, moved.publish_at);
        match moved.status {
            Status::Published => {
                (self.published, self.published_at) = (Some(moved.number), Some(at));
            }
            Status::Archived => (self.published, self.published_at) = (None, None),
            Status::Draft | Status::InReview | Status::Scheduled => {}
        }
    }

    fn differ(&self, row: &Text) -> Vec<&'static str> {
        let columns = [
            ("head", self.head == row.head),
            ("status", self.status == row.status),
            ("published", self.published == row.published),
            ("published_at", self.published_at == row.published_at),
            ("publish_at", self.publish_at == row.publish_at),
        ];
        differing(columns).collect()
    }
}

/// A version as it is stored.
async fn stored(rx: &Rx<'_>, id: ArticleId, lang: &str, number: i64) -> Result<Option<Version>> {
    let Ok(lang) = lang.parse::<Locale>() else { return Ok(None) };
    view::version(rx, id, lang, number).await
}

/// The files that a rendered body names.
fn files_of(html: &str) -> BTreeSet<ArticleFileId> {
    article_file::named_in(&wanted(html))
}

fn source_digest(version: &Version) -> String {
    digest(&version.title, &version.summary, &version.tags, &version.body)
}
