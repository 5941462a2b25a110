//! All forms of a brand at a glance, and the questions that they can be made of.

use std::collections::BTreeMap;

use axum::extract::State;
use proofdesk_desk::form::view::{BrandForm, list};
use proofdesk_desk::form::{Need, builtin};
use proofdesk_desk::id::BrandId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, brand};
use proofdesk_http::{Access, App, Path, Reply, Result, Routes};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::QuestionOut;
use crate::wire::by_language;

#[derive(OpenApi)]
#[openapi(paths(list_forms, list_questions))]
pub struct Document;

pub fn routes() -> Routes {
    let manage = Access::permission(Permission::BrandManage);
    Routes::new().get("/api/v1/brands/{id}/forms", manage, list_forms).get(
        "/api/v1/form-questions",
        manage,
        list_questions,
    )
}

/// What each of a brand's categories asks, in the order in which they are offered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BrandForms)]
pub struct BrandFormsOut {
    pub items: Vec<BrandFormOut>,
}

/// A category and how much it asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BrandForm)]
pub struct BrandFormOut {
    #[schema(examples("deposit-not-credited"))]
    pub slug: String,
    /// What the brand calls it by itself, by language; a built-in one without any has the program's words.
    pub names: BTreeMap<String, String>,
    /// The program has words for it in every language.
    pub builtin: bool,
    /// Of its names: what the next change of them insists on by `If-Match`.
    #[schema(minimum = 1)]
    pub category_version: i64,
    /// Customers can choose it.
    pub is_offered: bool,
    /// The organisation wrote its own questions.
    pub is_own: bool,
    /// 0 for the built-in questions of a category that never had its own.
    #[schema(minimum = 0)]
    pub version: i64,
    #[schema(minimum = 0)]
    pub questions: usize,
    /// Those without which a ticket is not sent, conditions aside.
    #[schema(minimum = 0)]
    pub mandatory: usize,
}

/// The built-in questions, each once, in the language of whoever asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BuiltinQuestions)]
pub struct BuiltinQuestionsOut {
    pub items: Vec<QuestionOut>,
}

impl From<BrandForm> for BrandFormOut {
    fn from(BrandForm { category, form }: BrandForm) -> Self {
        let mandatory = form.questions.iter().filter(|one| one.need == Need::Mandatory).count();
        Self {
            builtin: category.is_builtin(),
            is_offered: category.withdrawn_at.is_none(),
            category_version: category.version,
            names: by_language(category.names),
            slug: category.slug,
            is_own: form.is_own,
            version: form.version,
            questions: form.questions.len(),
            mandatory,
        }
    }
}

/// Lists what each of a brand's categories asks, withdrawn ones too.
#[utoipa::path(
    get, path = "/api/v1/brands/{id}/forms", tag = "brands", operation_id = "list_forms",
    params(("id" = Uuid, Path, description = "The brand.")),
    responses((status = 200, description = "Its forms.", body = BrandFormsOut))
)]
async fn list_forms(
    State(app): State<App>,
    cx: Cx,
    Path(brand_id): Path<BrandId>,
) -> Result<Reply<BrandFormsOut>> {
    let viewer = cx.viewer;
    let read = app.desk().read(async move |rx| {
        brand::view::find(rx, brand_id).await?.or_not_found()?;
        list(rx, &viewer, brand_id).await
    });
    let items = read.await?.into_iter().map(Into::into).collect();
    Ok(Reply::ok(BrandFormsOut { items }))
}

/// Lists the built-in questions, which a form of one's own can ask without own words.
#[utoipa::path(
    get, path = "/api/v1/form-questions", tag = "brands", operation_id = "list_builtin_questions",
    responses((status = 200, description = "The questions.", body = BuiltinQuestionsOut))
)]
async fn list_questions(cx: Cx) -> Reply<BuiltinQuestionsOut> {
    let questions = builtin::all().into_iter();
    let items = questions.map(|question| QuestionOut::new(question, cx.locale)).collect();
    Reply::ok(BuiltinQuestionsOut { items })
}
