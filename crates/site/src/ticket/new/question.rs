use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use proofdesk_desk::code::Code;
use proofdesk_desk::draft::actions::DraftChange;
use proofdesk_desk::form::answer::{self, Fault};
use proofdesk_desk::form::{NETWORKS, Need, OTHER, Question, QuestionKind, builtin};
use proofdesk_desk::{Error, attachment};
use proofdesk_http::{Path, Result};

use super::{Writing, choose, to};
use crate::incoming::Incoming;
use crate::ticket::own;
use crate::view::{Choice, Field, Input, KeptFile, MessageForm, QuestionStep};
use crate::visit::{Visit, html};
use crate::{Here, Page, suspended};

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
    match changes(&question, &incoming) {
        Ok(changes) if incoming.refused.is_empty() => writing.save(&visit, changes).await,
        read => {
            let error = read.err().and_then(|fault| sentence(&visit, &question, fault));
            let field = Field { value: incoming.text("answer").to_owned(), error };
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
) -> std::result::Result<Vec<DraftChange>, Fault> {
    let key = question.key.clone();
    if !incoming.text("lacking").is_empty() && question.can_lack {
        return Ok(vec![DraftChange::Lacking(key)]);
    }
    if question.kind == QuestionKind::File {
        return files(question, incoming);
    }
    match answer::read(question, incoming.text("answer")) {
        Ok(read) => Ok(vec![DraftChange::Answer(key, read.value)]),
        Err(Fault::Refused(error))
            if error.code() == Code::FieldRequired && question.need == Need::Helpful =>
        {
            Ok(vec![DraftChange::Passed(key)])
        }
        Err(fault) => Err(fault),
    }
}

/// The files themselves are the answer; they are named when the ticket is sent.
fn files(question: &Question, incoming: &Incoming) -> std::result::Result<Vec<DraftChange>, Fault> {
    let ids = incoming.file_ids();
    let key = question.key.clone();
    if ids.is_empty() && question.need == Need::Mandatory && incoming.refused.is_empty() {
        return Err(Error::field(key, Code::FieldRequired).into());
    }
    if ids.is_empty() {
        return Ok(vec![DraftChange::Files(ids), DraftChange::Passed(key)]);
    }
    let names: Vec<&str> = incoming.files.iter().map(|file| file.file_name.as_str()).collect();
    let read = answer::read(question, &names.join(", "))?;
    Ok(vec![DraftChange::Files(ids), DraftChange::Answer(key, read.value)])
}

fn sentence(visit: &Visit, question: &Question, fault: Fault) -> Option<String> {
    match fault {
        Fault::Problem(item) => {
            let page = visit.page(Here::Elsewhere, "/", None).ok()?;
            own::fault(&page, &item)
        }
        Fault::Refused(error) => {
            let is_missing = error.code() == Code::FieldRequired;
            let of_file = question.kind == QuestionKind::File && is_missing;
            if of_file {
                let page = visit.page(Here::Elsewhere, "/", None).ok()?;
                return Some(page.t("field-answer-file"));
            }
            visit.field_error(answer_field(question.kind), Some(error))
        }
    }
}

/// The field's name in the keys of its errors.
fn answer_field(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Amount => "amount",
        QuestionKind::Time => "time",
        QuestionKind::Asset => "asset",
        _ => "answer",
    }
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
    let all = suspended::all(visit).await?;
    // Who is asked for the network is told of all that stand still; everybody else of what they named.
    let named = match question.kind {
        QuestionKind::Network => all,
        _ => suspended::of_answers(&all, &writing.form, &writing.content.answers),
    };
    let step = format!("questions/{}", question.key);
    let page =
        visit.page(Here::Elsewhere, format!("/tickets/new/{}/{step}", writing.slug), None)?;
    let steps = writing.steps();
    let locale = page.locale;
    html(
        status,
        &QuestionStep {
            category: writing.category(&page),
            key: question.key.clone(),
            label: question.label(locale),
            why: question.why(locale),
            optional: question.need == Need::Helpful,
            can_lack: question.can_lack,
            input: input(&page, question),
            suspended: named.iter().map(|one| suspended::line(&page, one)).collect(),
            help: help(&page, writing, question),
            back: writing.before(&step),
            number: steps.iter().position(|one| *one == step).map_or(steps.len(), |at| at + 1),
            total: steps.len(),
            field,
            files,
            page,
        },
    )
}

fn input(page: &Page, question: &Question) -> Input {
    let choice = |value: &str| Choice {
        label: question.spoken(page.locale, value),
        value: value.to_owned(),
    };
    match question.kind {
        QuestionKind::Choice => {
            Input::Choices(question.choices.iter().map(|value| choice(value)).collect())
        }
        QuestionKind::Network => {
            let known = NETWORKS.iter().map(|(value, _)| choice(value));
            Input::Menu(known.chain([choice(OTHER)]).collect())
        }
        QuestionKind::File => Input::Files,
        QuestionKind::Text => Input::Long { rows: 4, code: false },
        QuestionKind::ApiRequest | QuestionKind::ApiResponse => {
            Input::Long { rows: 10, code: true }
        }
        QuestionKind::Tx | QuestionKind::Address | QuestionKind::Order | QuestionKind::Uid => {
            Input::Line { code: true }
        }
        QuestionKind::Asset | QuestionKind::Amount | QuestionKind::Time => {
            Input::Line { code: false }
        }
    }
}

/// Where to find a hash: of the platform that was named, else of all of them.
fn help(page: &Page, writing: &Writing, question: &Question) -> Vec<String> {
    let find = |platform: &&str| page.t(&format!("find-hash-{platform}"));
    match (question.kind, question.key.as_str()) {
        (QuestionKind::Tx, _) => builtin::PLATFORMS.iter().map(find).collect(),
        (QuestionKind::File, "recording") => {
            let named = writing.content.answers.get("platform").cloned().flatten();
            let named =
                builtin::PLATFORMS.iter().find(|platform| named.as_deref() == Some(**platform));
            named.iter().map(|platform| find(platform)).collect()
        }
        _ => Vec::new(),
    }
}
