//! What keeps a help centre true: articles that somebody is to read again, what owners are reminded of, and links that lead nowhere.

use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::article::handover::{self, Handover};
use proofdesk_desk::article::lead::{self, After, Lost};
use proofdesk_desk::article::remind::{self, Reminder};
use proofdesk_desk::article::view::{self, Due};
use proofdesk_desk::id::{BrandId, Id as _};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, limits};
use proofdesk_http::{Access, App, Body, Page, Query, Reply, Result, Routes};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::Cursor;
use crate::wire::{ArticleAudienceWord, LeadFaultWord, LocaleWord, Moment};

const LOST: &str = "lost-links";

#[derive(OpenApi)]
#[openapi(paths(reviews, reminders, see_reminders, handovers, see_handovers, lost))]
pub struct Document;

pub fn routes() -> Routes {
    let read = Access::permission(Permission::ArticleRead);
    let publish = Access::permission(Permission::ArticlePublish);
    let (reminded, handed) = ("/api/v1/article-review-reminders", "/api/v1/article-handovers");
    Routes::new()
        .get("/api/v1/article-reviews", read, reviews)
        .get(reminded, read, reminders)
        .route(&Method::DELETE, reminded, read, Body::None, see_reminders)
        .get(handed, publish, handovers)
        .route(&Method::DELETE, handed, publish, Body::None, see_handovers)
        .get("/api/v1/help/lost-links", read, lost)
}

/// Which reviews.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReviewsQuery {
    /// Those of one brand.
    pub brand_id: Option<Uuid>,
    /// Those of articles that the asker keeps true.
    #[serde(default)]
    pub mine: bool,
    /// Those of the next 30 days too, and not what is overdue alone.
    #[serde(default)]
    pub soon: bool,
}

/// Where a look for links begins.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LostQuery {
    /// Required where the asker sees several brands.
    pub brand_id: Option<Uuid>,
    /// Where the page begins.
    pub cursor: Option<Cursor>,
}

/// Articles that somebody is to read again, the most overdue first, 200 at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleReviews)]
pub struct ReviewsOut {
    pub items: Vec<ReviewOut>,
}

/// An article that somebody is to read again.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleReview)]
pub struct ReviewOut {
    pub article_id: Uuid,
    pub brand_id: Uuid,
    pub slug: String,
    pub audience: ArticleAudienceWord,
    /// Its first language, which the title is in.
    pub lang: LocaleWord,
    pub title: String,
    /// Who keeps it true.
    pub owner: Option<OwnerOut>,
    pub reviewed_at: Moment,
    pub due_at: Moment,
    pub is_overdue: bool,
    /// Of the article: what `If-Match` takes when it was read again.
    #[schema(minimum = 1)]
    pub version: i64,
    /// When its owner was reminded that it is due.
    pub reminded_at: Option<Moment>,
}

/// Reviews that the asker was reminded of and has not looked at since, the longest due first, 200 at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleReviewReminders)]
pub struct RemindersOut {
    pub items: Vec<ReminderOut>,
}

/// Texts that were handed over for the asker to publish and that they have not looked at since, the longest waiting first, 200 at most.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleHandovers)]
pub struct HandoversOut {
    pub items: Vec<HandoverOut>,
}

/// A text that was handed over for review and waits for somebody to publish it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleHandover)]
pub struct HandoverOut {
    pub article_id: Uuid,
    pub lang: LocaleWord,
    pub title: String,
    /// When it was handed over.
    pub at: Moment,
}

impl From<Handover> for HandoverOut {
    fn from(handover: Handover) -> Self {
        Self {
            article_id: handover.article_id.uuid(),
            lang: handover.lang.into(),
            title: handover.title,
            at: handover.at.into(),
        }
    }
}

/// A review that the asker was reminded of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleReviewReminder)]
pub struct ReminderOut {
    pub article_id: Uuid,
    pub slug: String,
    /// The article's first language, which the title is in.
    pub lang: LocaleWord,
    pub title: String,
    pub due_at: Moment,
}

impl From<Reminder> for ReminderOut {
    fn from(reminder: Reminder) -> Self {
        Self {
            article_id: reminder.article_id.uuid(),
            slug: reminder.slug,
            lang: reminder.lang.into(),
            title: reminder.title,
            due_at: reminder.due_at.into(),
        }
    }
}

/// Who keeps an article true.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleOwner)]
pub struct OwnerOut {
    pub id: Uuid,
    pub name: String,
}

/// A link that leads nowhere. Readers see its words and no link.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LostLink)]
pub struct LostOut {
    pub article_id: Uuid,
    pub slug: String,
    pub lang: LocaleWord,
    pub title: String,
    /// A slug, a page's name, an anchor or the id of a file.
    pub to: String,
    pub fault: LeadFaultWord,
    /// It stands among the articles to read next, and not in the text.
    pub is_related: bool,
}

impl From<Lost> for LostOut {
    fn from(lost: Lost) -> Self {
        Self {
            article_id: lost.article_id.uuid(),
            slug: lost.slug,
            lang: lost.lang.into(),
            title: lost.title,
            to: lost.to,
            fault: lost.fault.into(),
            is_related: lost.is_related,
        }
    }
}

/// Lists the articles that somebody is to read again.
#[utoipa::path(
    get, path = "/api/v1/article-reviews", tag = "help", operation_id = "list_article_reviews", params(ReviewsQuery),
    responses((status = 200, description = "The articles.", body = ReviewsOut))
)]
async fn reviews(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<ReviewsQuery>,
) -> Result<Reply<ReviewsOut>> {
    let now = cx.now;
    let by = if query.soon { now + limits::REVIEW_AHEAD } else { now };
    let owner_id = match query.mine {
        true => Some(cx.viewer.staff()?.staff_id),
        false => None,
    };
    let brand_id = query.brand_id.map(BrandId::from_uuid);
    let read =
        app.desk().read(async move |rx| view::due(rx, &cx.viewer, brand_id, by, owner_id).await);
    let shown = |due: Due| ReviewOut {
        article_id: due.id.uuid(),
        brand_id: due.brand_id.uuid(),
        slug: due.slug,
        audience: due.audience.into(),
        lang: due.lang.into(),
        title: due.title,
        owner: due.owner.map(|(id, name)| OwnerOut { id: id.uuid(), name }),
        reviewed_at: due.reviewed_at.into(),
        is_overdue: due.due_at <= now,
        due_at: due.due_at.into(),
        version: due.version,
        reminded_at: due.reminded_at.map(Into::into),
    };
    Ok(Reply::ok(ReviewsOut { items: read.await?.into_iter().map(shown).collect() }))
}

/// Lists the reviews that the asker was reminded of and has not looked at since.
#[utoipa::path(
    get, path = "/api/v1/article-review-reminders", tag = "help", operation_id = "list_article_review_reminders",
    responses((status = 200, description = "The reminders.", body = RemindersOut))
)]
async fn reminders(State(app): State<App>, cx: Cx) -> Result<Reply<RemindersOut>> {
    let read = app.desk().read(async move |rx| remind::unseen(rx, &cx.viewer).await);
    let items = read.await?.into_iter().map(Into::into).collect();
    Ok(Reply::ok(RemindersOut { items }))
}

/// Notes that the asker has looked at what they were reminded of. The articles stay due.
#[utoipa::path(
    delete, path = "/api/v1/article-review-reminders", tag = "help", operation_id = "see_article_review_reminders",
    responses((status = 204, description = "They are not listed any more."))
)]
async fn see_reminders(State(app): State<App>, cx: Cx) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| remind::see(tx, cx).await).await?;
    Ok(Reply::no_content())
}

/// Lists the texts that another handed over for review, that the asker could publish, and that they have not looked at since.
#[utoipa::path(
    get, path = "/api/v1/article-handovers", tag = "help", operation_id = "list_article_handovers",
    responses((status = 200, description = "The texts.", body = HandoversOut))
)]
async fn handovers(State(app): State<App>, cx: Cx) -> Result<Reply<HandoversOut>> {
    let read = app.desk().read(async move |rx| handover::unseen(rx, &cx.viewer).await);
    let items = read.await?.into_iter().map(Into::into).collect();
    Ok(Reply::ok(HandoversOut { items }))
}

/// Notes that the asker has looked at what was handed over. The texts wait as before.
#[utoipa::path(
    delete, path = "/api/v1/article-handovers", tag = "help", operation_id = "see_article_handovers",
    responses((status = 204, description = "They are not listed any more."))
)]
async fn see_handovers(State(app): State<App>, cx: Cx) -> Result<Reply<()>> {
    app.desk().write(cx, async move |tx, cx| handover::see(tx, cx).await).await?;
    Ok(Reply::no_content())
}

/// Looks for links of published texts that lead nowhere: to an article that is not there, not public, elsewhere by now or not
/// for all who read the text, to a category, page or heading that there is not. A page may be empty and have a next one.
#[utoipa::path(
    get, path = "/api/v1/help/lost-links", tag = "help", operation_id = "list_lost_links", params(LostQuery),
    responses(
        (status = 200, description = "A page of them.", body = Page<LostOut>),
        (status = 404, description = "There is no such brand."),
    )
)]
async fn lost(
    State(app): State<App>,
    cx: Cx,
    Query(query): Query<LostQuery>,
) -> Result<Reply<Page<LostOut>>> {
    let after = query
        .cursor
        .as_ref()
        .map(|cursor| app.cursor_key().open::<After>(LOST, &cursor.0))
        .transpose()?;
    let (viewer, named) = (cx.viewer, query.brand_id.map(BrandId::from_uuid));
    let read = app.desk().read(async move |rx| {
        let brand_id = view::brand(rx, &viewer, Permission::ArticleRead, named).await?;
        lead::lost(rx, &viewer, brand_id, after.clone()).await
    });
    let (found, next) = read.await?;
    let next_cursor = next.map(|next| app.cursor_key().seal(LOST, &next)).transpose()?;
    Ok(Reply::ok(Page { items: found.into_iter().map(Into::into).collect(), next_cursor }))
}
