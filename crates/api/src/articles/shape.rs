use proofdesk_desk::article::actions::ArticleChange;
use proofdesk_desk::article::feedback::{Count, Note};
use proofdesk_desk::article::lock::Unkept;
use proofdesk_desk::article::view::{ArticleSummary, VersionLine};
use proofdesk_desk::article::{Asking, Heading, Text, Version};
use proofdesk_desk::help_section::Section;
use proofdesk_desk::id::{Id as _, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::params::{Cursor, FilterText, Limit};
use crate::wire::{
    ArticleAudienceWord, ArticleKindWord, ArticleStatusWord, ArticleText, FeedbackReasonWord,
    LocaleWord, Moment, ReasonText, SlugText, SummaryText, TitleText,
};

/// Which articles.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ArticlesQuery {
    /// Where the page begins.
    pub cursor: Option<Cursor>,
    #[serde(default)]
    pub limit: Limit,
    /// A section's slug.
    pub section: Option<FilterText>,
    pub audience: Option<ArticleAudienceWord>,
    /// Those with a text that stands there, in `lang` where that is given.
    pub status: Option<ArticleStatusWord>,
    pub lang: Option<LocaleWord>,
    /// Those that somebody is to read again.
    #[serde(default)]
    pub due: bool,
    /// Those with a translation that is older than what it was made from.
    #[serde(default)]
    pub outdated: bool,
    /// Those without a text in `lang`.
    #[serde(default)]
    pub missing: bool,
    /// Those that help with this category.
    pub category: Option<FilterText>,
    /// Part of a title or slug.
    pub words: Option<FilterText>,
    /// Those of one brand.
    pub brand_id: Option<Uuid>,
}

/// An article, whatever its language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Article)]
pub struct ArticleOut {
    pub id: Uuid,
    pub brand_id: Uuid,
    #[schema(examples("missing-memo"))]
    pub slug: String,
    /// A section's slug.
    pub section: String,
    pub kind: ArticleKindWord,
    pub audience: ArticleAudienceWord,
    /// Of one for customers who are signed in: from which tier on, 0 for all.
    #[schema(minimum = 0, maximum = 20)]
    pub min_tier: i64,
    /// Of such a one: the countries whose customers see it, none for all.
    pub countries: Vec<String>,
    /// The language that it is written in first.
    pub lang: LocaleWord,
    pub categories: Vec<String>,
    pub related: Vec<String>,
    pub review_days: i64,
    pub owner_id: Option<Uuid>,
    pub reviewed_at: Moment,
    /// When somebody is to read it again.
    pub review_due_at: Moment,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
    /// The version of the first language that translations are to be made from.
    pub source_number: Option<i64>,
    /// Its texts by language.
    pub texts: Vec<TextOut>,
}

/// Where an article stands in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleText)]
pub struct TextOut {
    pub lang: LocaleWord,
    pub status: ArticleStatusWord,
    /// The number of the newest version.
    pub head: i64,
    /// Of the newest version.
    pub title: String,
    /// The version of the first language that the newest version was made from.
    pub source_number: Option<i64>,
    /// It was made from an older version than there is.
    pub outdated: bool,
    /// The version that is public.
    pub published: Option<i64>,
    pub published_at: Option<Moment>,
    pub publish_at: Option<Moment>,
    pub updated_at: Moment,
    #[schema(minimum = 1)]
    pub version: i64,
}

impl TextOut {
    pub fn new(text: &Text, outdated: bool) -> Self {
        Self {
            lang: text.lang.into(),
            status: text.status.into(),
            head: text.head,
            title: text.title.clone(),
            source_number: text.source_number,
            outdated,
            published: text.published,
            published_at: text.published_at.map(Into::into),
            publish_at: text.publish_at.map(Into::into),
            updated_at: text.updated_at.into(),
            version: text.version,
        }
    }
}

impl ArticleOut {
    pub fn new(found: ArticleSummary, sections: &[Section]) -> Self {
        let texts =
            found.texts.iter().map(|text| TextOut::new(text, found.is_outdated(text))).collect();
        let source_number = found.source();
        let article = found.article;
        let section = sections.iter().find(|section| section.id == article.section_id);
        Self {
            id: article.id.uuid(),
            brand_id: article.brand_id.uuid(),
            review_due_at: article.review_due_at().into(),
            slug: article.slug,
            section: section.map(|section| section.slug.clone()).unwrap_or_default(),
            kind: article.kind.into(),
            audience: article.audience.into(),
            min_tier: article.min_tier,
            countries: article.countries,
            lang: article.lang.into(),
            categories: article.categories,
            related: article.related,
            review_days: article.review_days,
            owner_id: article.owner_id.map(|id| id.uuid()),
            reviewed_at: article.reviewed_at.into(),
            created_at: article.created_at.into(),
            updated_at: article.updated_at.into(),
            version: article.version,
            source_number,
            texts,
        }
    }
}

/// Members who could publish an article, by name, 200 at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticlePublishers)]
pub struct PublishersOut {
    pub items: Vec<PublisherOut>,
}

/// A member who could publish an article.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticlePublisher)]
pub struct PublisherOut {
    pub id: Uuid,
    pub name: String,
}

impl From<(StaffId, String)> for PublisherOut {
    fn from((id, name): (StaffId, String)) -> Self {
        Self { id: id.uuid(), name }
    }
}

/// An article to be begun, with its first draft.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewArticle)]
pub struct ArticleIn {
    /// Required where there are several brands.
    pub brand_id: Option<Uuid>,
    pub slug: SlugText,
    /// A section's slug.
    pub section: SlugText,
    pub kind: ArticleKindWord,
    pub audience: ArticleAudienceWord,
    /// Of one for customers who are signed in: from which tier on. 0 is for all.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 20)]
    pub min_tier: i64,
    /// Of such a one: in which countries, by two letters (ISO 3166-1). None is for all.
    #[serde(default)]
    #[schema(max_items = 60)]
    pub countries: Vec<String>,
    pub lang: LocaleWord,
    /// Slugs of the categories that it helps with.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub categories: Vec<String>,
    /// Slugs of articles to read next.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub related: Vec<String>,
    #[schema(minimum = 1, maximum = 3650)]
    pub review_days: i64,
    pub owner_id: Option<Uuid>,
    pub title: TitleText,
    pub summary: SummaryText,
    #[serde(default)]
    #[schema(max_items = 40)]
    pub tags: Vec<String>,
    pub body: ArticleText,
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArticleChange)]
pub struct ArticleChangeIn {
    pub slug: Option<SlugText>,
    pub section: Option<SlugText>,
    pub kind: Option<ArticleKindWord>,
    pub audience: Option<ArticleAudienceWord>,
    /// Of one for customers who are signed in alone: from which tier on. 0 is for all.
    #[schema(minimum = 0, maximum = 20)]
    pub min_tier: Option<i64>,
    /// Of such a one: in which countries, by two letters (ISO 3166-1). An empty list is for all.
    #[schema(max_items = 60)]
    pub countries: Option<Vec<String>>,
    #[schema(max_items = 30)]
    pub categories: Option<Vec<String>>,
    #[schema(max_items = 30)]
    pub related: Option<Vec<String>>,
    #[schema(minimum = 1, maximum = 3650)]
    pub review_days: Option<i64>,
    /// Who keeps it true.
    pub owner_id: Option<Uuid>,
    /// Nobody does: goes without `owner_id`.
    #[serde(default)]
    pub without_owner: bool,
}

impl From<ArticleChangeIn> for ArticleChange {
    fn from(change: ArticleChangeIn) -> Self {
        Self {
            slug: change.slug.map(|slug| slug.0),
            section: change.section.map(|slug| slug.0),
            kind: change.kind.map(|word| word.0),
            audience: change.audience.map(|word| word.0),
            min_tier: change.min_tier,
            countries: change.countries,
            categories: change.categories,
            related: change.related,
            review_days: change.review_days,
            owner_id: match (change.owner_id, change.without_owner) {
                (Some(id), _) => Some(Some(StaffId::from_uuid(id))),
                (None, is_taken) => is_taken.then_some(None),
            },
        }
    }
}

/// One version of a text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleVersion)]
pub struct ArticleVersionOut {
    pub number: i64,
    pub title: String,
    pub summary: String,
    pub tags: Vec<String>,
    /// Markdown.
    pub body: String,
    pub source_number: Option<i64>,
    pub author_id: Option<Uuid>,
    pub created_at: Moment,
}

impl From<Version> for ArticleVersionOut {
    fn from(version: Version) -> Self {
        Self {
            number: version.number,
            title: version.title,
            summary: version.summary,
            tags: version.tags,
            body: version.body,
            source_number: version.source_number,
            author_id: version.author_id.map(|id| id.uuid()),
            created_at: version.created_at.into(),
        }
    }
}

/// A version in the list of all.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleVersionLine)]
pub struct VersionLineOut {
    pub number: i64,
    pub title: String,
    pub source_number: Option<i64>,
    pub author_id: Option<Uuid>,
    pub created_at: Moment,
}

impl From<VersionLine> for VersionLineOut {
    fn from(line: VersionLine) -> Self {
        Self {
            number: line.number,
            title: line.title,
            source_number: line.source_number,
            author_id: line.author_id.map(|id| id.uuid()),
            created_at: line.created_at.into(),
        }
    }
}

/// The versions of a text, the newest first, 200 at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleVersions)]
pub struct VersionsOut {
    pub items: Vec<VersionLineOut>,
}

/// A text as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArticleWriting)]
pub struct TextIn {
    pub title: TitleText,
    pub summary: SummaryText,
    #[serde(default)]
    #[schema(max_items = 40)]
    pub tags: Vec<String>,
    pub body: ArticleText,
    /// Of a translation: the version of the first language that it was made from.
    pub source_number: Option<i64>,
}

/// Where a text is to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArticleMove)]
pub struct MoveIn {
    pub status: ArticleStatusWord,
    /// Of a scheduled one: when.
    pub publish_at: Option<Moment>,
    /// Whoever publishes it has looked at every place where it seems to ask its reader for a secret.
    #[serde(default)]
    pub looked: bool,
    /// Why a translation is published or scheduled though terms of the glossary do not stand in it. It is kept in the log.
    pub terms_reason: Option<ReasonText>,
}

/// A text to be looked at before it is saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArticlePreviewAsk)]
pub struct PreviewIn {
    /// The language in which terms of the glossary are found.
    pub lang: LocaleWord,
    pub brand_id: Option<Uuid>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub summary: String,
    pub body: ArticleText,
    /// Of a translation: its article, to whose first language it is held by the glossary.
    pub article_id: Option<Uuid>,
}

/// A text as it will be read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticlePreview)]
pub struct PreviewOut {
    /// Sanitised. References stand in it by their names.
    pub html: String,
    pub headings: Vec<HeadingOut>,
    /// Where it seems to ask its reader for a secret.
    pub asking: Vec<AskingOut>,
    /// Kinds of secrets that the guard hides in it: readers would see a mask in their place.
    pub masked: Vec<String>,
    /// References that stand for nothing, and slugs of articles that are not public.
    pub broken: Vec<String>,
    /// Of a translation: terms of the glossary of which the source speaks, and which do not stand in it.
    pub unkept: Vec<UnkeptTermOut>,
}

/// A term that a translation calls something else than the glossary does.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnkeptTerm)]
pub struct UnkeptTermOut {
    pub slug: String,
    /// What the source calls it.
    #[schema(examples("withdrawals"))]
    pub source: String,
    /// What the glossary calls it in the language of the translation.
    #[schema(examples("提现"))]
    pub term: String,
    /// The beginning of the line of the source in which it stands first.
    #[schema(examples("How long a withdrawal takes"))]
    pub place: String,
}

impl From<Unkept> for UnkeptTermOut {
    fn from(unkept: Unkept) -> Self {
        let Unkept { slug, source, term, place } = unkept;
        Self { slug, source, term, place }
    }
}

/// A heading of the second or third level.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleHeading)]
pub struct HeadingOut {
    pub level: u8,
    pub id: String,
    pub text: String,
}

impl From<Heading> for HeadingOut {
    fn from(heading: Heading) -> Self {
        Self { level: heading.level, id: heading.id, text: heading.text }
    }
}

/// A place where a text seems to ask for a secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleAsking)]
pub struct AskingOut {
    pub wanted: String,
    pub words: String,
}

impl From<Asking> for AskingOut {
    fn from(asking: Asking) -> Self {
        Self { wanted: asking.wanted.to_owned(), words: asking.words }
    }
}

/// What readers said of an article.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleFeedback)]
pub struct FeedbackOut {
    pub counts: Vec<FeedbackCountOut>,
    /// The newest 50 of what was missed.
    pub notes: Vec<FeedbackNoteOut>,
}

/// How often an article helped in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleFeedbackCount)]
pub struct FeedbackCountOut {
    pub lang: LocaleWord,
    pub helpful: i64,
    pub unhelpful: i64,
}

impl From<Count> for FeedbackCountOut {
    fn from(count: Count) -> Self {
        Self { lang: count.lang.into(), helpful: count.helpful, unhelpful: count.unhelpful }
    }
}

/// What somebody missed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleFeedbackNote)]
pub struct FeedbackNoteOut {
    pub lang: LocaleWord,
    /// The version that they read.
    pub number: i64,
    pub reason: Option<FeedbackReasonWord>,
    pub note: Option<String>,
    pub created_at: Moment,
}

impl From<Note> for FeedbackNoteOut {
    fn from(note: Note) -> Self {
        Self {
            lang: note.lang.into(),
            number: note.number,
            reason: note.reason.map(Into::into),
            note: note.note,
            created_at: note.created_at.into(),
        }
    }
}
