pub mod overview;

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use proofdesk_desk::form::{Condition, Form, OwnWords, Question, actions, view};
use proofdesk_desk::id::BrandId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, category};
use proofdesk_http::{Access, App, Body, IfMatch, Json, Path, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::params::IfMatchRequired;
use crate::wire::{
    LocaleWord, NameText, NeedWord, QuestionKindWord, ReasonText, SlugText, VersionOut,
};

#[derive(OpenApi)]
#[openapi(paths(find, change, reset, withdraw, offer))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    let form = "/api/v1/brands/{id}/categories/{slug}/form";
    let withdrawal = "/api/v1/brands/{id}/categories/{slug}/withdrawal";
    Routes::new()
        .get(form, Access::Public, find)
        .route(&Method::PUT, form, manage, Body::Json, change)
        .route(&Method::DELETE, form, manage, Body::None, reset)
        .route(&Method::PUT, withdrawal, manage, Body::None, withdraw)
        .route(&Method::DELETE, withdrawal, manage, Body::None, offer)
}

/// What a category asks of whoever opens a ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Form)]
pub struct FormOut {
    /// 0 for the built-in questions of a category that never had its own.
    #[schema(minimum = 0)]
    pub version: i64,
    /// The organisation wrote its own questions.
    pub is_own: bool,
    /// In the order in which they are asked.
    pub questions: Vec<QuestionOut>,
}

/// A question, in the language of whoever asks for it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Question)]
pub struct QuestionOut {
    #[schema(examples("tx"))]
    pub key: String,
    pub kind: QuestionKindWord,
    pub need: NeedWord,
    /// `null` is an answer: "I do not have it".
    pub can_lack: bool,
    /// When it is asked; absent for always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<ConditionOut>,
    #[schema(examples("Transaction ID (hash)"))]
    pub label: String,
    /// Why the answer is wanted.
    pub why: String,
    /// Of a choice: what can be chosen, by stable name.
    pub choices: BTreeMap<String, String>,
    /// The stable names in the order in which they are offered.
    pub choice_order: Vec<String>,
    /// The organisation's own words by language; empty for a built-in question.
    pub own: BTreeMap<String, OwnWordsOut>,
}

/// An earlier answer on which a question depends.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuestionCondition)]
pub struct ConditionOut {
    pub question: String,
    /// The values that it must have; none for "when they do not have it".
    pub is: Vec<String>,
}

/// A question in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuestionWords)]
pub struct OwnWordsOut {
    pub label: String,
    pub why: String,
    pub choices: BTreeMap<String, String>,
}

/// The questions that a category asks from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewForm)]
pub struct FormIn {
    #[schema(max_items = 30)]
    pub questions: Vec<QuestionIn>,
}

/// A question to be asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewQuestion)]
pub struct QuestionIn {
    /// Unique in its form. That of a built-in question can go without own words.
    pub key: SlugText,
    pub kind: QuestionKindWord,
    pub need: NeedWord,
    #[serde(default)]
    pub can_lack: bool,
    #[serde(default)]
    pub when: Option<ConditionIn>,
    /// Stable names, of a choice.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub choices: Vec<SlugText>,
    #[serde(default)]
    pub own: Vec<OwnWordsIn>,
}

/// An earlier answer on which a question is to depend.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewQuestionCondition)]
pub struct ConditionIn {
    /// A question that stands before it.
    pub question: SlugText,
    /// The values that the answer must have; none for "when they do not have it".
    #[serde(default)]
    #[schema(max_items = 30)]
    pub is: Vec<SlugText>,
}

/// A question in one language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewQuestionWords)]
pub struct OwnWordsIn {
    pub lang: LocaleWord,
    pub label: NameText,
    pub why: ReasonText,
    /// Names of the choices, in their order.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub choices: Vec<NameText>,
}

impl FormOut {
    fn new(form: Form, locale: Locale) -> Self {
        let questions = form.questions.into_iter().map(|one| QuestionOut::new(one, locale));
        Self { version: form.version, is_own: form.is_own, questions: questions.collect() }
    }
}

impl QuestionOut {
    pub fn new(question: Question, locale: Locale) -> Self {
        let named = |choice: &String| (choice.clone(), question.spoken(locale, choice));
        Self {
            label: question.label(locale),
            why: question.why(locale),
            choices: question.choices.iter().map(named).collect(),
            choice_order: question.choices,
            kind: question.kind.into(),
            need: question.need.into(),
            can_lack: question.can_lack,
            when: question.when.map(|when| ConditionOut { question: when.question, is: when.is }),
            own: question.own.into_iter().map(|(lang, own)| (lang, own.into())).collect(),
            key: question.key,
        }
    }
}

impl From<OwnWords> for OwnWordsOut {
    fn from(own: OwnWords) -> Self {
        Self { label: own.label, why: own.why, choices: own.choices }
    }
}

impl From<QuestionIn> for Question {
    fn from(question: QuestionIn) -> Self {
        let texts = |slugs: Vec<SlugText>| slugs.into_iter().map(|slug| slug.0).collect::<Vec<_>>();
        let choices = texts(question.choices);
        let own = question.own.into_iter().map(|words| {
            let named = choices.iter().cloned().zip(words.choices.into_iter().map(|name| name.0));
            let own = OwnWords { label: words.label.0, why: words.why.0, choices: named.collect() };
            (words.lang.0.code().to_owned(), own)
        });
        Self {
            own: own.collect(),
            key: question.key.0,
            kind: question.kind.0,
            need: question.need.0,
            can_lack: question.can_lack,
            when: question
                .when
                .map(|when| Condition { question: when.question.0, is: texts(when.is) }),
            choices,
        }
    }
}

/// Shows what a category asks. It is public, like the category.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/categories/{slug}/form", tag = "brands", operation_id = "find_form",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
    ),
    responses((status = 200, description = "What it asks.", body = FormOut, headers(("etag" = String, description = "Its version."))))
)]
async fn find(
    State(app): State<App>,
    cx: Cx,
    Path((brand_id, slug)): Path<(BrandId, String)>,
) -> Result<Reply<FormOut>> {
    let read = app.desk().read(async move |rx| {
        let category_id = category::view::find_any(rx, brand_id, &slug).await?.or_not_found()?;
        view::current(rx, category_id, &slug).await
    });
    let form = read.await?;
    let version = form.version;
    Ok(Reply::ok(FormOut::new(form, cx.locale)).with_version(version))
}

/// Gives a category its own questions. Tickets that were opened before keep theirs.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/categories/{slug}/form", tag = "brands", operation_id = "change_form",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
        IfMatchRequired,
    ),
    request_body = FormIn,
    responses(
        (status = 200, description = "They are asked from now on.", body = VersionOut),
        (status = 409, description = "A key stands twice, or there are too many questions."),
        (status = 412, description = "Somebody else changed it since."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn change(
    State(app): State<App>,
    cx: Cx,
    Path((brand_id, slug)): Path<(BrandId, String)>,
    seen: IfMatch,
    Json(input): Json<FormIn>,
) -> Result<Reply<VersionOut>> {
    let questions: Vec<Question> = input.questions.into_iter().map(Into::into).collect();
    write(app, cx, brand_id, slug, seen, Some(questions)).await
}

/// Gives a category the built-in questions back.
#[utoipa::path(
    delete, path = "/api/v1/brands/{id}/categories/{slug}/form", tag = "brands", operation_id = "reset_form",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
        IfMatchRequired,
    ),
    responses(
        (status = 200, description = "The built-in ones are asked from now on.", body = VersionOut),
        (status = 412, description = "Somebody else changed it since."),
        (status = 428, description = "`If-Match` is missing."),
    )
)]
async fn reset(
    State(app): State<App>,
    cx: Cx,
    Path((brand_id, slug)): Path<(BrandId, String)>,
    seen: IfMatch,
) -> Result<Reply<VersionOut>> {
    write(app, cx, brand_id, slug, seen, None).await
}

async fn write(
    app: App,
    cx: Cx,
    brand_id: BrandId,
    slug: String,
    seen: IfMatch,
    questions: Option<Vec<Question>>,
) -> Result<Reply<VersionOut>> {
    let seen = seen.required()?;
    let write = app.desk().write(cx, async move |tx, cx| {
        actions::change(tx, cx, brand_id, &slug, seen, questions.as_deref()).await
    });
    let version = write.await?;
    Ok(Reply::ok(VersionOut { version }).with_version(version))
}

/// Takes a category off what is offered to customers. Its tickets stay what they are.
#[utoipa::path(
    put, path = "/api/v1/brands/{id}/categories/{slug}/withdrawal", tag = "brands", operation_id = "withdraw_category",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
    ),
    responses(
        (status = 204, description = "It is no longer offered."),
        (status = 409, description = "It is the only one that the brand offers."),
    )
)]
async fn withdraw(
    State(app): State<App>,
    cx: Cx,
    Path((brand_id, slug)): Path<(BrandId, String)>,
) -> Result<StatusCode> {
    set_offered(app, cx, brand_id, slug, false).await
}

/// Offers a category to customers again.
#[utoipa::path(
    delete, path = "/api/v1/brands/{id}/categories/{slug}/withdrawal", tag = "brands", operation_id = "offer_category",
    params(
        ("id" = Uuid, Path, description = "The brand."),
        ("slug" = SlugText, Path, description = "The category."),
    ),
    responses((status = 204, description = "It is offered."))
)]
async fn offer(
    State(app): State<App>,
    cx: Cx,
    Path((brand_id, slug)): Path<(BrandId, String)>,
) -> Result<StatusCode> {
    set_offered(app, cx, brand_id, slug, true).await
}

async fn set_offered(
    app: App,
    cx: Cx,
    brand_id: BrandId,
    slug: String,
    offered: bool,
) -> Result<StatusCode> {
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::offer(tx, cx, brand_id, &slug, offered).await);
    write.await?;
    Ok(StatusCode::NO_CONTENT)
}
