//! A question of a ticket that was sent already: what was missing is added, what was wrong is put right.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::form::actions::{LateAnswer, complete_one};
use proofdesk_desk::form::view::{TicketAnswers, asked_of};
use proofdesk_desk::form::{Question, QuestionKind, mark};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewMessage;
use proofdesk_desk::ticket::{StatusCategory, Ticket, view};
use proofdesk_desk::{Error, OrNotFound as _, category};
use proofdesk_http::{IdempotencyKey, Path, Result};

use super::question::{Given, given, is_code, sentence};
use super::thread::written;
use super::{number, to_ticket};
use crate::incoming::Incoming;
use crate::view::{AnswerLate, Asked, Field, Known, MessageForm, Place, QuestionStep};
use crate::visit::{Visit, html};
use crate::{Here, Notice, suspended};

/// The page of a question.
pub(super) fn answer_path(number: &PublicId, key: &str) -> String {
    format!("/tickets/{number}/questions/{key}")
}

/// `GET /tickets/{number}/questions/{key}`
pub(crate) async fn show(
    visit: Visit,
    Path((typed, key)): Path<(String, String)>,
) -> Result<Response> {
    let completing = Completing::read(&visit, &number(&typed)?).await?;
    match completing.question(&key) {
        Some(question) if !completing.is_closed() => {
            let field = Field::of(completing.stands(&key).flatten().unwrap_or_default());
            let files = visit.message_form();
            completing.page(&visit, StatusCode::OK, question, field, files, None).await
        }
        question => completing.refuse(&visit, StatusCode::OK, question, String::new()),
    }
}

/// `POST /tickets/{number}/questions/{key}`
pub(crate) async fn save(
    visit: Visit,
    Path((typed, key)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let number = number(&typed)?;
    let incoming = Incoming::read(&visit, request).await?;
    let completing = Completing::read(&visit, &number).await?;
    let answer = || incoming.text("answer").to_owned();
    let Some(question) = completing.question(&key).filter(|_| !completing.is_closed()) else {
        let question = completing.question(&key);
        return completing.refuse(&visit, StatusCode::CONFLICT, question, answer());
    };
    let elsewhere = completing.found.form.is_elsewhere(&completing.found.by_question());
    let given = match given(question, &incoming, elsewhere) {
        Ok(given) if incoming.refused.is_empty() => given,
        read => {
            let error = read.err().and_then(|fault| sentence(&visit, question, fault));
            let files = visit.message_form_of(&incoming, Field::default());
            let field = incoming.field("answer", visit.edge.locale, error);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return completing.page(&visit, status, question, field, files, Some(&incoming)).await;
        }
    };
    let late = match given {
        Given::Passed => return Ok(completing.after(&key).into_response()),
        Given::Lacking => late(&visit, &incoming, question, None),
        Given::Value(value) => late(&visit, &incoming, question, Some(value)),
    };
    match Box::pin(commit(&visit, &incoming, &number, late)).await {
        Ok(Some(next)) => Ok(Redirect::to(&answer_path(&number, &next)).into_response()),
        Ok(None) => {
            Ok(to_ticket(&number, &Notice::AnswerSaved(number.to_string())).into_response())
        }
        Err(problem) if problem.code() == Code::VersionConflict => {
            conflict(&visit, &incoming, &number, &key).await
        }
        Err(problem) => Err(problem),
    }
}

/// Shows what was answered meanwhile beside what was typed. Sent again, the latter holds.
async fn conflict(
    visit: &Visit,
    incoming: &Incoming,
    number: &PublicId,
    key: &str,
) -> Result<Response> {
    let completing = Completing::read(visit, number).await?;
    let typed = incoming.text("answer").to_owned();
    let Some(question) = completing.question(key) else {
        return completing.refuse(visit, StatusCode::CONFLICT, None, typed);
    };
    let error = Some(visit.page(Here::Elsewhere, "/", None)?.t("answer-meanwhile"));
    let files = visit.message_form_of(incoming, Field::default());
    let field = Field { value: typed, error };
    completing.page(visit, StatusCode::CONFLICT, question, field, files, None).await
}

fn late(
    visit: &Visit,
    incoming: &Incoming,
    question: &Question,
    value: Option<Clean>,
) -> LateAnswer {
    let has_files = question.kind == QuestionKind::File && value.is_some();
    LateAnswer {
        question: question.key.clone(),
        leaks_key: value.as_ref().is_some_and(Clean::leaks_key),
        value: value.map(|value| value.as_str().to_owned()),
        seen: incoming.text("seen").to_owned(),
        files: has_files.then(|| files(visit, incoming)).flatten(),
    }
}

/// Files as a message of their own.
fn files(visit: &Visit, incoming: &Incoming) -> Option<NewMessage> {
    Some(written(visit, incoming, Clean::new("").ok()?))
}

/// Writes the answer, and returns the question that comes next, if any.
async fn commit(
    visit: &Visit,
    incoming: &Incoming,
    number: &PublicId,
    late: LateAnswer,
) -> Result<Option<String>> {
    let ids: Vec<String> = incoming.files.iter().map(|file| file.id.to_string()).collect();
    let value = late.value.clone().unwrap_or_default();
    let typed = [incoming.text("lacking"), &value, &ids.join(",")];
    let target = answer_path(number, &late.question);
    let key = IdempotencyKey::of_form(&visit.asker, &target, incoming.text("key"), &typed);
    let number = number.clone();
    key.once(&visit.app, visit.cx(), async move |tx, cx| {
        let ticket = Box::pin(complete_one(tx, cx, &number, &late)).await?;
        let found = asked_of(tx, &ticket).await?;
        Ok(found.next_after(&late.question).map(|question| question.key.clone()))
    })
    .await
}

/// A ticket and what was answered of its form.
struct Completing {
    ticket: Ticket,
    category: String,
    found: TicketAnswers,
}

impl Completing {
    async fn read(visit: &Visit, number: &PublicId) -> Result<Self> {
        let (viewer, number) = (visit.asker.viewer.clone(), number.clone());
        let read = visit.app.desk().read(async move |rx| {
            let scope = viewer.scope(Permission::TicketRead);
            let ticket = view::find(rx, &number, &scope).await?.or_not_found()?;
            let category = category::view::slug(rx, ticket.category_id).await?.unwrap_or_default();
            let found = asked_of(rx, &ticket).await?;
            Ok::<_, Error>(Self { ticket, category, found })
        });
        Ok(read.await?)
    }

    fn is_closed(&self) -> bool {
        self.ticket.status_category == StatusCategory::Closed
    }

    fn question(&self, key: &str) -> Option<&Question> {
        self.found.form.question(key)
    }

    /// What was answered so far.
    fn stands(&self, key: &str) -> Option<Option<String>> {
        self.found.by_question().get(key).cloned()
    }

    /// On from a question that was left out.
    fn after(&self, key: &str) -> Redirect {
        let number = &self.ticket.public_id;
        match self.found.next_after(key) {
            Some(next) => Redirect::to(&answer_path(number, &next.key)),
            None => Redirect::to(&format!("/tickets/{number}")),
        }
    }

    /// The page that asks. With `incoming` it is the one that was sent, and shows what it showed; without, what is.
    async fn page(
        &self,
        visit: &Visit,
        status: StatusCode,
        question: &Question,
        field: Field,
        files: MessageForm,
        incoming: Option<&Incoming>,
    ) -> Result<Response> {
        let path = answer_path(&self.ticket.public_id, &question.key);
        let page = visit.page(Here::Elsewhere, path.clone(), None)?;
        let stands = self.stands(&question.key);
        let now = mark(stands.as_ref());
        let meanwhile = stands.filter(|_| status == StatusCode::CONFLICT);
        let known = Known {
            seen: incoming.map_or(now, |incoming| incoming.text("seen").to_owned()),
            meanwhile: meanwhile
                .map(|answer| answer.map(|value| question.spoken(page.locale, &value))),
            code: is_code(question.kind),
        };
        let place = Place {
            belongs: vec![
                self.ticket.subject.clone(),
                page.t1("ticket-number", "number", self.ticket.public_id.to_string()),
            ],
            action: path,
            draft: format!("answer:{}:{}", self.ticket.public_id, question.key),
            back: format!("/tickets/{}", self.ticket.public_id),
            known,
            late: true,
        };
        let answers = self.found.by_question();
        let asked = Asked::new(&page, question, &answers);
        let suspended =
            suspended::of_question(visit, &page, &self.found.form, question, &answers).await?;
        let files = MessageForm { needs_files: !asked.optional, ..files };
        html(status, &QuestionStep { asked, suspended, place, field, files, page })
    }

    /// Says why nothing can be answered, and gives back what was typed.
    fn refuse(
        &self,
        visit: &Visit,
        status: StatusCode,
        question: Option<&Question>,
        typed: String,
    ) -> Result<Response> {
        let number = self.ticket.public_id.to_string();
        let page = visit.page(Here::Elsewhere, format!("/tickets/{number}"), None)?;
        let label = question.map(|question| question.label(page.locale));
        let closed = self.is_closed();
        let told = [Some(number.as_str()), label.as_deref(), Some(typed.as_str())];
        let text = told.into_iter().flatten().collect::<Vec<_>>().join("\n");
        html(
            status,
            &AnswerLate {
                why: page.t(if closed { "answer-closed" } else { "answer-not-asked" }),
                subject: self.ticket.subject.clone(),
                elsewhere: closed.then(|| (self.category.clone(), text)),
                number,
                label,
                typed,
                page,
            },
        )
    }
}
