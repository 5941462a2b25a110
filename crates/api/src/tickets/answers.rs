use axum::extract::State;
use axum::http::Method;
use proofdesk_desk::form::view::TicketAnswers;
use proofdesk_desk::form::{Answers, Question, actions, view};
use proofdesk_desk::permission::Permission;
use proofdesk_desk::{Cx, OrNotFound as _, ticket};
use proofdesk_http::{Access, App, Body, Json, Reply, Result, Routes};
use proofdesk_locale::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::shape::TicketStateOut;
use crate::params::TicketPath;
use crate::wire::{NeedWord, QuestionKindWord, TicketNumber};

#[derive(OpenApi)]
#[openapi(paths(list, complete))]
pub struct Document;

pub fn routes() -> Routes {
    let path = "/api/v1/tickets/{id}/answers";
    Routes::new().get(path, Access::CustomerOr(Permission::TicketRead), list).route(
        &Method::PUT,
        path,
        Access::CustomerOr(Permission::TicketEvidence),
        Body::Json,
        complete,
    )
}

/// What a customer answered, beside what was asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketAnswers)]
pub struct TicketAnswersOut {
    /// In the order of the form; empty for a ticket whose customer was not asked anything.
    pub answers: Vec<AnswerOut>,
    /// Asked and not answered, in the order of the form.
    pub missing: Vec<MissingOut>,
    /// Questions that were asked after these answers, of which so many have one.
    #[schema(minimum = 0)]
    pub asked: usize,
    #[schema(minimum = 0)]
    pub answered: usize,
}

/// One answer, in the language of whoever asks for it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Answer)]
pub struct AnswerOut {
    #[schema(examples("tx"))]
    pub question: String,
    pub kind: QuestionKindWord,
    #[schema(examples("Transaction ID (hash)"))]
    pub label: String,
    /// As it rests; `null` where the customer said that they do not have it.
    pub value: Option<String>,
    /// As people read it: a choice or network by its name.
    pub spoken: Option<String>,
}

/// A question without an answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MissingAnswer)]
pub struct MissingOut {
    #[schema(examples("tx"))]
    pub question: String,
    pub need: NeedWord,
    pub label: String,
}

/// Answers to be added, by question; `null` says "I do not have it".
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAnswers)]
pub struct AnswersIn {
    /// Those to other questions stay.
    pub answers: Answers,
}

impl TicketAnswersOut {
    fn new(found: Option<TicketAnswers>, locale: Locale) -> Self {
        let Some(found) = found else {
            return Self { answers: Vec::new(), missing: Vec::new(), asked: 0, answered: 0 };
        };
        let missing = found.completeness.missing.iter().chain(&found.completeness.helpful);
        let missing = missing.filter_map(|key| found.form.question(key)).map(|question| {
            let (need, label) = (question.need.into(), question.label(locale));
            MissingOut { question: question.key.clone(), need, label }
        });
        Self {
            missing: missing.collect(),
            asked: found.completeness.asked,
            answered: found.completeness.answered,
            answers: found
                .answers
                .into_iter()
                .map(|(fact, question)| AnswerOut {
                    label: question
                        .as_ref()
                        .map_or_else(|| fact.question.clone(), |question| question.label(locale)),
                    spoken: fact.value.as_deref().map(|value| spoken(&question, locale, value)),
                    question: fact.question,
                    kind: fact.kind.into(),
                    value: fact.value,
                })
                .collect(),
        }
    }
}

fn spoken(question: &Option<Question>, locale: Locale, value: &str) -> String {
    question.as_ref().map_or_else(|| value.to_owned(), |question| question.spoken(locale, value))
}

/// Shows what the customer of a ticket answered, and what is missing.
#[utoipa::path(
    get, path = "/api/v1/tickets/{id}/answers", tag = "tickets", operation_id = "list_answers",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    responses((status = 200, description = "The answers.", body = TicketAnswersOut))
)]
async fn list(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
) -> Result<Reply<TicketAnswersOut>> {
    let (viewer, locale) = (cx.viewer, cx.locale);
    let read = app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = ticket::view::find(rx, &id, &scope).await?.or_not_found()?;
        view::of_ticket(rx, &ticket).await
    });
    Ok(Reply::ok(TicketAnswersOut::new(read.await?, locale)))
}

/// Answers questions of a ticket that is open already, in place of what was said before.
#[utoipa::path(
    put, path = "/api/v1/tickets/{id}/answers", tag = "tickets", operation_id = "complete_answers",
    params(("id" = TicketNumber, Path, description = "The ticket's number.")),
    request_body = AnswersIn,
    responses(
        (status = 200, description = "What the ticket is now.", body = TicketStateOut),
        (status = 409, description = "The ticket is closed."),
        (status = 422, description = "A question that was not asked, or an answer that is none."),
    )
)]
async fn complete(
    State(app): State<App>,
    cx: Cx,
    TicketPath(id): TicketPath,
    Json(input): Json<AnswersIn>,
) -> Result<Reply<TicketStateOut>> {
    let viewer = cx.viewer.clone();
    let write = app
        .desk()
        .write(cx, async move |tx, cx| actions::complete(tx, cx, &id, &input.answers).await);
    Ok(TicketStateOut::new(&viewer, write.await?).reply())
}
