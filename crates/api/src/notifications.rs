use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{BrandId, Id as _, NotificationId, PublicId};
use proofdesk_desk::notification::{Notice, Preference, Topic, actions, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, Error, OrNotFound as _, brand, limits};
use proofdesk_http::{Access, App, Body, Json, Page, Path, Query, Reply, Result, Routes};
use proofdesk_locale::{Locale, Zone};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::params::PageQuery;
use crate::wire::{ChannelWord, Moment, NotificationKindWord, TicketNumber, TopicWord};

const LIST: &str = "notifications";

#[derive(OpenApi)]
#[openapi(paths(list, mark_read, preferences, set_preferences, find_promise, set_promise))]
pub struct Document;

pub fn routes() -> Routes {
    let (own, put) = (Access::Customer, &Method::PUT);
    let manage = Access::permission(Permission::BrandManage);
    Routes::new()
        .get("/api/v1/me/notifications", own, list)
        .route(put, "/api/v1/me/notifications/read-mark", own, Body::Json, mark_read)
        .get("/api/v1/me/notification-preferences", own, preferences)
        .route(put, "/api/v1/me/notification-preferences", own, Body::Json, set_preferences)
        .get("/api/v1/brands/{id}/promise", manage, find_promise)
        .route(put, "/api/v1/brands/{id}/promise", manage, Body::Json, set_promise)
}

/// Something that a customer is told of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notification)]
pub struct NotificationOut {
    pub id: Uuid,
    pub kind: NotificationKindWord,
    /// Absent for what the exchange told of no ticket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketNumber>,
    /// Of the ticket; empty without one.
    #[schema(examples("My USDT deposit has not arrived"))]
    pub subject: String,
    /// What the exchange told, in the asker's language, when it is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples(
        "Your deposit of 250 USDT on Tron (TRC-20): Confirming: 3 of 19 confirmations"
    ))]
    pub told: Option<String>,
    /// When what the exchange told was true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Moment>,
    pub created_at: Moment,
    pub read_at: Option<Moment>,
}

/// A page of a customer's notifications, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notifications)]
pub struct NotificationsOut {
    pub items: Vec<NotificationOut>,
    /// Send it back as `cursor` for the next page; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// How many are unread in all, a hundred at most.
    #[schema(minimum = 0, maximum = 100)]
    pub unread: i64,
}

/// What was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NotificationReadMark, examples(json!({})))]
pub struct ReadMarkIn {
    /// Those of one ticket; all when absent.
    #[schema(value_type = Option<TicketNumber>)]
    pub ticket: Option<String>,
}

/// How many that were.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NotificationsRead)]
pub struct ReadOut {
    #[schema(minimum = 0)]
    pub read: u64,
}

/// Whether a customer hears of a topic on a road.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = NotificationPreference)]
pub struct PreferenceOut {
    pub topic: TopicWord,
    pub channel: ChannelWord,
    pub is_on: bool,
    /// Whether they can choose; news of an account's security always go.
    pub is_chosen: bool,
}

/// What a customer chose, topic by topic and road by road. The page has everything whatever they choose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NotificationPreferences)]
pub struct PreferencesOut {
    pub items: Vec<PreferenceOut>,
}

/// A choice.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewNotificationPreference)]
pub struct PreferenceIn {
    /// Without it the choice is for every topic that can be chosen.
    pub topic: Option<TopicWord>,
    pub channel: ChannelWord,
    pub is_on: bool,
}

/// Choices.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewNotificationPreferences)]
pub struct PreferencesIn {
    #[schema(max_items = 10)]
    pub items: Vec<PreferenceIn>,
}

/// What a brand promises in its receipts.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReceiptPromise, examples(json!({"answer_within_min": 240})))]
pub struct PromiseWire {
    /// Minutes from the first message to an answer; `null` promises nothing, and receipts say so.
    #[schema(minimum = 1, maximum = 43200)]
    pub answer_within_min: Option<i64>,
}

impl NotificationOut {
    fn of(notice: Notice, locale: Locale) -> Self {
        let told = notice.told.as_ref();
        Self {
            id: notice.id.uuid(),
            kind: notice.kind.into(),
            ticket: notice.ticket.map(Into::into),
            subject: notice.subject,
            told: told.map(|told| told.sentence(locale, &Zone::UTC)),
            as_of: told.map(|told| told.as_of.into()),
            created_at: notice.created_at.into(),
            read_at: notice.read_at.map(Into::into),
        }
    }
}

impl From<Preference> for PreferenceOut {
    fn from(Preference { topic, channel, is_on }: Preference) -> Self {
        Self { topic: topic.into(), channel: channel.into(), is_on, is_chosen: topic.is_chosen() }
    }
}

impl PreferenceIn {
    fn each(self) -> Vec<Preference> {
        let chosen = Topic::ALL.iter().copied().filter(|topic| topic.is_chosen());
        let topics = self.topic.map_or_else(|| chosen.collect(), |topic| vec![topic.0]);
        let preference = |topic| Preference { topic, channel: self.channel.0, is_on: self.is_on };
        topics.into_iter().map(preference).collect()
    }
}

/// Lists one's own notifications, newest first.
#[utoipa::path(
    get, path = "/api/v1/me/notifications", tag = "notifications", operation_id = "list_notifications", params(PageQuery),
    responses((status = 200, description = "A page of notifications.", body = NotificationsOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    Query(page): Query<PageQuery>,
) -> Result<Reply<NotificationsOut>> {
    let (me, limit) = (cx.viewer.customer()?.clone(), page.limit);
    let open =
        |cursor: crate::params::Cursor| app.cursor_key().open::<NotificationId>(LIST, &cursor.0);
    let before = page.cursor.map(open).transpose()?;
    let read = app.desk().read(async move |rx| {
        Ok((view::list(rx, &me, before, limit.beyond()).await?, view::unread(rx, &me).await?))
    });
    let (notices, unread) = read.await?;
    let page = Page::cut(notices, limit.0, |last| app.cursor_key().seal(LIST, &last.id))?;
    let items = page.items.into_iter().map(|one| NotificationOut::of(one, cx.locale)).collect();
    Ok(Reply::ok(NotificationsOut { items, next_cursor: page.next_cursor, unread }))
}

/// Marks one's own notifications as read.
#[utoipa::path(
    put, path = "/api/v1/me/notifications/read-mark", tag = "notifications", operation_id = "mark_notifications_read",
    request_body = ReadMarkIn,
    responses(
        (status = 200, description = "They are read.", body = ReadOut),
        (status = 404, description = "The ticket is not one's own."),
    )
)]
async fn mark_read(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<ReadMarkIn>,
) -> Result<Reply<ReadOut>> {
    let parsed = |text: String| text.parse::<PublicId>();
    let ticket = input.ticket.map(parsed).transpose();
    let ticket = ticket.map_err(|_slip| Error::field("ticket", Code::FieldInvalid))?;
    let write =
        app.desk().write(cx, async move |tx, cx| actions::mark_read(tx, cx, ticket.as_ref()).await);
    Ok(Reply::ok(ReadOut { read: write.await? }))
}

/// Shows on which roads one hears of what.
#[utoipa::path(
    get, path = "/api/v1/me/notification-preferences", tag = "notifications", operation_id = "find_preferences",
    responses((status = 200, description = "Every road there is.", body = PreferencesOut))
)]
async fn preferences(State(app): State<App>, cx: Cx) -> Result<Reply<PreferencesOut>> {
    let me = cx.viewer.customer()?.clone();
    let read = app.desk().read(async move |rx| view::preferences(rx, me.customer_id).await);
    Ok(Reply::ok(PreferencesOut { items: read.await?.into_iter().map(Into::into).collect() }))
}

/// Chooses on which roads one hears of what. What is not named stays.
#[utoipa::path(
    put, path = "/api/v1/me/notification-preferences", tag = "notifications", operation_id = "set_preferences",
    request_body = PreferencesIn,
    responses((status = 204, description = "It holds from the next notification on."))
)]
async fn set_preferences(
    State(app): State<App>,
    cx: Cx,
    Json(input): Json<PreferencesIn>,
) -> Result<Reply<()>> {
    if input.items.len() > limits::PREFERENCES {
        let limit = limits::PREFERENCES.to_string();
        return Err(Error::field_with("items", Code::TooMany, vec![("limit", limit)]).into());
    }
    let chosen: Vec<Preference> = input.items.into_iter().flat_map(PreferenceIn::each).collect();
    app.desk()
        .write(cx, async move |tx, cx| actions::set_preferences(tx, cx, &chosen).await)
        .await?;
    Ok(Reply::no_content())
}

/// Shows what a brand promises in its receipts.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/promise", tag = "brands", operation_id = "find_promise",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "The promise, or that there is none.", body = PromiseWire))
)]
async fn find_promise(
    State(app): State<App>,
    Path(id): Path<BrandId>,
) -> Result<Reply<PromiseWire>> {
    let read = app.desk().read(async move |rx| {
        brand::view::find(rx, id).await?.or_not_found()?;
        view::promise(rx, id).await
    });
    Ok(Reply::ok(PromiseWire { answer_within_min: read.await?.answer_within_min }))
}

/// Sets what a brand promises in its receipts.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/promise", tag = "brands", operation_id = "set_promise",
    params(("id" = Uuid, Path, description = "The brand.")), request_body = PromiseWire,
    responses((status = 204, description = "It holds from the next receipt on."))
)]
async fn set_promise(
    State(app): State<App>,
    cx: Cx,
    Path(id): Path<BrandId>,
    Json(input): Json<PromiseWire>,
) -> Result<Reply<()>> {
    app.desk()
        .write(cx, async move |tx, cx| {
            actions::set_promise(tx, cx, id, input.answer_within_min).await
        })
        .await?;
    Ok(Reply::no_content())
}

const _: () = assert!(limits::PROMISE_MAX_MIN == 43_200, "the description says so");
