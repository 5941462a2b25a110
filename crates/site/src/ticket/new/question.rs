use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::draft::actions::DraftChange;
use proofdesk_desk::form::answer::Fault;
use proofdesk_desk::form::{Question, QuestionKind};
use proofdesk_desk::{Error, attachment};
use proofdesk_http::{Path, Result};

use super::{Writing, choose, to};
use crate::incoming::Incoming;
use crate::ticket::question::{Given, given, sentence};
use crate::view::{Asked, Field, KeptFile, MessageForm, Place, QuestionStep};
use crate::visit::{Visit, html};
use crate::{Here, suspended};

/// `GET /tickets/new/{category}/questions/{key}`
pub(crate) async fn show(
    visit: Visit,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Response> {
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    let Some(question) = writing.form.question(&key).cloned() else {
        // The form has changed since the page was opened: whatever was answered is kept.
        return Ok(axum::response::IntoResponse::into_response(to(&slug, &writing.next())));
    };
    let answered = writing.content.answers.get(&key).cloned().flatten();
    let files = MessageForm { kept_files: kept(&visit, &writing).await?, ..visit.message_form() };
    let field = Field::of(answered.unwrap_or_default());
    page(&visit, StatusCode::OK, &writing, &question, (field, files)).await
}

/// `POST /tickets/new/{category}/questions/{key}`
pub(crate) async fn save(
    visit: Visit,
    Path((slug, key)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let incoming = Incoming::read(&visit, request).await?;
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    let Some(question) = writing.form.question(&key).cloned() else {
        return Ok(axum::response::IntoResponse::into_response(to(&slug, &writing.next())));
    };
    let elsewhere = writing.form.is_elsewhere(&writing.content.answers);
    match changes(&question, &incoming, elsewhere) {
        Ok(changes) if incoming.refused.is_empty() => writing.save(&visit, changes).await,
        read => {
            let error = read.err().and_then(|fault| sentence(&visit, &question, fault));
            let field = incoming.field("answer", visit.edge.locale, error);
            let files = visit.message_form_of(&incoming, Field::default());
            let typed = (field, files);
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &writing, &question, typed).await
        }
    }
}

/// What was answered as changes of the draft.
fn changes(
    question: &Question,
    incoming: &Incoming,
    elsewhere: bool,
) -> std::result::Result<Vec<DraftChange>, Fault> {
    let key = question.key.clone();
    let files = || DraftChange::Files(incoming.file_ids());
    Ok(match given(question, incoming, elsewhere)? {
        Given::Lacking => vec![DraftChange::Lacking(key)],
        // The files themselves are the answer; they are named when the ticket is sent.
        Given::Passed if question.kind == QuestionKind::File => {
            vec![files(), DraftChange::Passed(key)]
        }
        Given::Passed => vec![DraftChange::Passed(key)],
        Given::Value(value) if question.kind == QuestionKind::File => {
            vec![files(), DraftChange::Answer(key, value)]
        }
        Given::Value(value) => vec![DraftChange::Answer(key, value)],
    })
}

/// The uploads of a draft that are still there.
pub(super) async fn kept(visit: &Visit, writing: &Writing) -> Result<Vec<KeptFile>> {
    let (viewer, ids) = (visit.asker.viewer.clone(), writing.content.file_ids.clone());
    let read = visit.app.desk().read(async move |rx| {
        let scope = viewer.scope(proofdesk_desk::permission::Permission::TicketRead);
        let mut files = Vec::with_capacity(ids.len());
        for id in &ids {
            files.extend(attachment::view::find(rx, &viewer, &scope, *id).await?);
        }
        Ok::<_, Error>(files)
    });
    let free = read.await?.into_iter().filter(|file| file.message_id.is_none());
    let kept = |file: attachment::Attachment| KeptFile {
        id: file.id.to_string(),
        bytes: u64::try_from(file.size).unwrap_or(0),
        name: file.file_name,
    };
    Ok(free.map(kept).collect())
}

async fn page(
    visit: &Visit,
    status: StatusCode,
    writing: &Writing,
    question: &Question,
    (field, files): (Field, MessageForm),
) -> Result<Response> {
    let step = format!("questions/{}", question.key);
    let page =
        visit.page(Here::Elsewhere, format!("/tickets/new/{}/{step}", writing.slug), None)?;
    let steps = writing.steps();
    let number = steps.iter().position(|one| *one == step).map_or(steps.len(), |at| at + 1);
    let place = Place {
        belongs: vec![
            writing.category(&page).label,
            page.t2("step-count", "number", number, "total", steps.len()),
        ],
        action: format!("/tickets/new/{}/{step}", writing.slug),
        draft: format!("new:{}:{}", writing.slug, question.key),
        back: writing.before(&step),
        late: None,
    };
    let answers = &writing.content.answers;
    let asked = Asked::new(&page, question, answers);
    let suspended = suspended::of_question(visit, &page, &writing.form, question, answers).await?;
    let files = MessageForm { needs_files: !asked.optional, ..files };
    html(status, &QuestionStep { asked, suspended, place, field, files, page })
}
