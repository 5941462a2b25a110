use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::draft::Seen;
use proofdesk_desk::draft::actions::DraftChange;
use proofdesk_desk::form::answer::Fault;
use proofdesk_desk::form::{Question, QuestionKind, mark};
use proofdesk_desk::id::AttachmentId;
use proofdesk_desk::{Error, attachment};
use proofdesk_http::{Path, Result};

use super::{Writing, carry, choose, files as files_of, shown, to};
use crate::incoming::Incoming;
use crate::ticket::question::{Given, given, is_code, sentence};
use crate::view::{Asked, Field, KeptFile, Known, MessageForm, Place, QuestionStep};
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
    let files = MessageForm {
        kept_files: kept(&visit, writing.content.file_ids.clone()).await?,
        shown_files: writing.shown_files(),
        ..visit.message_form()
    };
    let field = Field::of(answered.unwrap_or_default());
    page(&visit, StatusCode::OK, &writing, &question, (field, files, None)).await
}

/// `POST /tickets/new/{category}/questions/{key}`
pub(crate) async fn save(
    visit: Visit,
    Path((slug, key)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let incoming = Incoming::read(&visit, request).await?;
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return carry(&visit, slug, &incoming).await;
    };
    let Some(question) = writing.form.question(&key).cloned() else {
        return Ok(axum::response::IntoResponse::into_response(to(&slug, &writing.next())));
    };
    let elsewhere = writing.form.is_elsewhere(&writing.content.answers);
    let (status, writing, error) = match changes(&question, &incoming, elsewhere) {
        Ok(changes) if incoming.refused.is_empty() => {
            let seen = Seen::of(incoming.text("seen"), incoming.text("key"));
            let (writing, crossed) = writing.save(&visit, seen, changes).await?;
            if !crossed {
                return Ok(writing.on());
            }
            let told = visit.page(Here::Elsewhere, "/", None)?.t("answer-meanwhile");
            (StatusCode::CONFLICT, writing, Some(told))
        }
        read => {
            let told = read.err().and_then(|fault| sentence(&visit, &question, fault));
            (StatusCode::UNPROCESSABLE_ENTITY, writing, told)
        }
    };
    let field = incoming.field("answer", visit.edge.locale, error);
    let files = files_again(&visit, &writing, &incoming).await?;
    page(&visit, status, &writing, &question, (field, files, Some(&incoming))).await
}

/// The files of a form that comes back: those that it sent, and what came to the draft from elsewhere.
async fn files_again(visit: &Visit, writing: &Writing, incoming: &Incoming) -> Result<MessageForm> {
    let mut form = visit.message_form_of(incoming, Field::default());
    let (shown, sent) = (shown(incoming), incoming.file_ids());
    let unseen = writing.content.file_ids.iter().copied();
    let unseen = unseen.filter(|id| !shown.contains(id) && !sent.contains(id));
    form.kept_files.extend(kept(visit, unseen.collect()).await?);
    form.shown_files = writing.shown_files();
    Ok(form)
}

/// What was answered as changes of the draft.
fn changes(
    question: &Question,
    incoming: &Incoming,
    elsewhere: bool,
) -> std::result::Result<Vec<DraftChange>, Fault> {
    let key = question.key.clone();
    let files = || files_of(incoming);
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
pub(super) async fn kept(visit: &Visit, ids: Vec<AttachmentId>) -> Result<Vec<KeptFile>> {
    let viewer = visit.asker.viewer.clone();
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

/// The page that asks. With `incoming` it is the one that was sent, and knows no more than it did, unless it shows what is news.
async fn page(
    visit: &Visit,
    status: StatusCode,
    writing: &Writing,
    question: &Question,
    (field, files, incoming): (Field, MessageForm, Option<&Incoming>),
) -> Result<Response> {
    let step = format!("questions/{}", question.key);
    let page =
        visit.page(Here::Elsewhere, format!("/tickets/new/{}/{step}", writing.slug), None)?;
    let steps = writing.steps();
    let number = steps.iter().position(|one| *one == step).map_or(steps.len(), |at| at + 1);
    let answers = &writing.content.answers;
    let stands = answers.get(&question.key);
    let crossed = status == StatusCode::CONFLICT;
    let known = Known {
        seen: match incoming {
            Some(incoming) if !crossed => incoming.text("seen").to_owned(),
            _ => mark(stands),
        },
        meanwhile: stands
            .filter(|_| crossed)
            .map(|answer| answer.as_deref().map(|value| question.spoken(page.locale, value))),
        code: is_code(question.kind),
    };
    let place = Place {
        belongs: vec![
            writing.category(&page).label,
            page.t2("step-count", "number", number, "total", steps.len()),
        ],
        action: format!("/tickets/new/{}/{step}", writing.slug),
        draft: format!("new:{}:{}", writing.slug, question.key),
        back: writing.before(&step),
        known,
        late: false,
    };
    let asked = Asked::new(&page, question, answers);
    let suspended = suspended::of_question(visit, &page, &writing.form, question, answers).await?;
    let files = MessageForm { needs_files: !asked.optional, ..files };
    html(status, &QuestionStep { asked, suspended, place, field, files, page })
}
