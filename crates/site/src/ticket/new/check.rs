use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use proofdesk_desk::article::gap::count_ticket;
use proofdesk_desk::code::Code;
use proofdesk_desk::draft::{Looked, Seen};
use proofdesk_desk::form::{Answers, QuestionKind, actions};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::render::Body;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewTicket as Opening;
use proofdesk_desk::{Error, category, evidence, limits};
use proofdesk_http::{IdempotencyKey, Path, Result};

use super::{Writing, carry, choose, question};
use crate::help::reading;
use crate::help::search::fitting;
use crate::incoming::Incoming;
use crate::reach::reached;
use crate::ticket::{choices, own, to_ticket};
use crate::view::{Check, Field, GivenFact, MessageForm, TicketForm};
use crate::visit::{Visit, html, sentence as problem_of};
use crate::{Here, Notice, Page, suspended};

/// `GET /tickets/new/{category}/check`
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response> {
    let Some(writing) = Writing::read(&visit, &slug).await? else {
        return choose(&visit, Some(slug)).await;
    };
    let page = visit.page(Here::Elsewhere, path(&slug), None)?;
    let subject = Field::of(suggested(&page, &writing));
    let message =
        MessageForm { body: Field::of(writing.content.body.clone()), ..visit.message_form() };
    let message = match writing.changed {
        Some(changed) => message.of_state(&[&slug, &changed.micros().to_string()]),
        None => message,
    };
    let ticket = TicketForm { category: Field::of(slug), subject, message };
    render(&visit, StatusCode::OK, Some(&writing), ticket, Told::default()).await
}

/// `POST /tickets`
pub(crate) async fn send(visit: Visit, request: Request) -> Result<Response> {
    let read = reading::read(request.headers());
    let incoming = Incoming::read(&visit, request).await?;
    let slug = incoming.text("category").to_owned();
    let writing = Writing::read(&visit, &slug).await?;
    if let Some(writing) = &writing
        && writing.would_lose(incoming.text("seen"), incoming.text("body"))
    {
        return Box::pin(crossed(&visit, &incoming, &slug)).await;
    }
    let opening = match (&writing, opening(&visit, &incoming, writing.as_ref())) {
        (Some(_), Ok(opening)) => opening,
        (_, read) => {
            let ticket = read.err().unwrap_or_else(|| form_again(&visit, &incoming, None));
            return refuse(&visit, &incoming, writing, *ticket, false).await;
        }
    };
    match Box::pin(commit(&visit, &incoming, opening, read)).await {
        Ok(number) => {
            let sent = to_ticket(&number, &Notice::TicketSent(number.to_string()));
            let counted = AppendHeaders([(header::SET_COOKIE, reading::forgotten())]);
            Ok((counted, sent).into_response())
        }
        Err(problem)
            if problem.code() == Code::FieldRequired || problem.code() == Code::InvalidInput =>
        {
            let ticket = form_again(&visit, &incoming, None);
            refuse(&visit, &incoming, writing, *ticket, true).await
        }
        Err(problem) if problem.code() == Code::VersionConflict => {
            Box::pin(crossed(&visit, &incoming, &slug)).await
        }
        Err(problem) => Err(problem),
    }
}

fn path(slug: &str) -> String {
    format!("/tickets/new/{slug}/check")
}

/// A subject that says what the answers say, for whoever has no better one.
fn suggested(page: &Page, writing: &Writing) -> String {
    subject_of(page, writing.category(page).label, &writing.content.answers)
}

/// The same of a category's name and answers.
pub(crate) fn subject_of(page: &Page, category: String, answers: &Answers) -> String {
    let said = ["amount", "asset", "market", "error"]
        .into_iter()
        .find_map(|key| answers.get(key).cloned().flatten());
    let said = said.and_then(|said| said.lines().next().map(str::to_owned));
    match said {
        Some(said) => page.t2("new-ticket-subject-of", "category", category, "what", said),
        None => category,
    }
    .chars()
    // Marks that isolate directions are for reading, and not for a field.
    .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
    .take(limits::SUBJECT_CHARS)
    .collect()
}

/// What was typed as a ticket, or as the form with every mistake at once.
fn opening(
    visit: &Visit,
    incoming: &Incoming,
    writing: Option<&Writing>,
) -> std::result::Result<Opening, Box<TicketForm>> {
    let subject = Clean::line("subject", incoming.text("subject"), limits::SUBJECT_CHARS);
    let body = Clean::field("body", incoming.text("body"), limits::BODY_CHARS);
    match (writing, subject, body) {
        (Some(writing), Ok(subject), Ok(body))
            if incoming.refused.is_empty() && !has_too_many(incoming) =>
        {
            let kinds: Vec<String> =
                writing.content.leaks.iter().map(|leak| leak.kind.clone()).collect();
            Ok(Opening {
                customer_id: None,
                category: writing.slug.clone(),
                subject,
                body: Body::by(&visit.asker.viewer, visit.app.desk().keyring(), body)
                    .masked_before(&kinds),
                attachment_ids: incoming.file_ids(),
                channel: "portal",
                lang: visit.edge.locale.code().to_owned(),
            })
        }
        (_, subject, body) => {
            let errors = Some((subject.err(), body.err(), writing.is_none()));
            Err(form_again(visit, incoming, errors))
        }
    }
}

type Mistakes = (Option<Error>, Option<Error>, bool);

/// The form as it was sent. `mistakes`: of the subject, of the body, and whether the category is none.
fn form_again(visit: &Visit, incoming: &Incoming, mistakes: Option<Mistakes>) -> Box<TicketForm> {
    let (subject, body, no_category) = mistakes.unwrap_or_default();
    let category = no_category.then(|| Error::field("category", Code::FieldRequired));
    let field =
        |name: &str, error| incoming.field(name, visit.edge.locale, visit.field_error(name, error));
    let mut message = visit.message_form_of(incoming, field("body", body));
    if has_too_many(incoming) {
        let limit = limits::ATTACHMENTS_PER_MESSAGE.to_string();
        let error = Error::refused_with(Code::TooManyAttachments, vec![("limit", limit)]);
        message.file_errors.push(problem_of(visit.edge.locale, &error));
    }
    Box::new(TicketForm {
        category: field("category", category),
        subject: field("subject", subject),
        message,
    })
}

/// Several devices can have brought more files together than one message takes.
fn has_too_many(incoming: &Incoming) -> bool {
    incoming.files.len() > limits::ATTACHMENTS_PER_MESSAGE
}

/// The mandatory questions that nothing was said to, files that came with the form included.
fn missing(writing: &Writing, incoming: &Incoming) -> Vec<String> {
    let is_file = |key: &String| {
        writing.form.question(key).is_some_and(|question| question.kind == QuestionKind::File)
    };
    let missing = writing.form.completeness(&writing.content.answers).missing;
    missing.into_iter().filter(|key| incoming.files.is_empty() || !is_file(key)).collect()
}

/// Gives everything back, and keeps it in the draft too. `incomplete`: a mandatory question is without an answer.
async fn refuse(
    visit: &Visit,
    incoming: &Incoming,
    writing: Option<Writing>,
    ticket: TicketForm,
    incomplete: bool,
) -> Result<Response> {
    let writing = match writing {
        Some(writing) => Some(keep(visit, incoming, writing).await?),
        None => None,
    };
    let missing = writing.as_ref().filter(|_| incomplete).map(|one| missing(one, incoming));
    let told = Told { missing: missing.unwrap_or_default(), meanwhile: false };
    render(visit, StatusCode::UNPROCESSABLE_ENTITY, writing.as_ref(), ticket, told).await
}

/// Shows what was changed elsewhere since the page was opened, and gives everything back. Sent again, the page holds.
async fn crossed(visit: &Visit, incoming: &Incoming, slug: &str) -> Result<Response> {
    let Some(writing) = Writing::read(visit, slug).await? else {
        return carry(visit, slug.to_owned(), incoming).await;
    };
    let mut ticket = form_again(visit, incoming, None);
    let meanwhile = writing.content.differs(&looked(incoming));
    if writing.would_lose(incoming.text("seen"), incoming.text("body")) {
        let error = visit.page(Here::Elsewhere, "/", None)?.t("answer-meanwhile");
        ticket.message.body.error = Some(error);
    }
    let writing = keep(visit, incoming, writing).await?;
    let told = Told { meanwhile, missing: Vec::new() };
    render(visit, StatusCode::CONFLICT, Some(&writing), *ticket, told).await
}

/// What the page showed of the draft.
fn looked(incoming: &Incoming) -> Looked {
    let text = |name: &str| incoming.text(name).to_owned();
    Looked { text: text("seen"), rest: text("looked") }
}

/// Keeps text and files in the draft, as far as they undo nothing that was written elsewhere.
async fn keep(visit: &Visit, incoming: &Incoming, writing: Writing) -> Result<Writing> {
    let mut changes = vec![super::files(incoming)];
    changes.extend(super::body(incoming.text("body")).ok());
    let seen = Seen::of(incoming.text("seen"), "");
    Ok(writing.save(visit, seen, changes).await?.0)
}

/// Opens the ticket, and counts it at the articles that were `read` before.
async fn commit(
    visit: &Visit,
    incoming: &Incoming,
    opening: Opening,
    read: Vec<String>,
) -> Result<PublicId> {
    let typed = ["category", "subject", "body"].map(|name| incoming.text(name));
    let key = IdempotencyKey::of_form(&visit.asker, "/tickets", incoming.text("key"), &typed);
    let from = incoming.text("from").to_owned();
    let from = if from.is_empty() { opening.category.clone() } else { from };
    let looked = looked(incoming);
    let brand_id = visit.brand.id;
    key.once(&visit.app, visit.cx(), async move |tx, cx| {
        let sent = Box::pin(actions::send(tx, cx, &opening, &from, &looked)).await?;
        count_ticket(tx, cx, brand_id, &read, &opening.category).await?;
        Ok(sent.public_id)
    })
    .await
}

/// What a page that comes back says beside what is wrong with its fields.
#[derive(Default)]
struct Told {
    /// Mandatory questions that nothing was said to.
    missing: Vec<String>,
    /// Answers or files were changed elsewhere.
    meanwhile: bool,
}

async fn render(
    visit: &Visit,
    status: StatusCode,
    writing: Option<&Writing>,
    mut ticket: TicketForm,
    Told { missing, meanwhile }: Told,
) -> Result<Response> {
    if let Some(writing) = writing {
        let kept = question::kept(visit, writing.content.file_ids.clone()).await?;
        ticket.message.kept_files = kept;
        ticket.message.shown_files = writing.shown_files();
    }
    let text_crossed = status == StatusCode::CONFLICT && ticket.message.body.error.is_some();
    let brand_id = visit.brand.id;
    let categories =
        visit.app.desk().read(async move |rx| category::view::list(rx, brand_id).await).await?;
    let slug = writing.map_or("other", |writing| writing.slug.as_str());
    let page = visit.page(Here::Elsewhere, path(slug), None)?;
    let reached = match writing {
        Some(writing) => reached(visit, &page, &writing.slug).await?,
        None => None,
    };
    let suspended = match writing {
        Some(writing) => {
            let all = suspended::all(visit).await?;
            let named = suspended::of_answers(&all, &writing.form, &writing.content.answers);
            named.iter().map(|one| suspended::line(&page, one)).collect()
        }
        None => Vec::new(),
    };
    html(
        status,
        &Check {
            category: writing.map(|writing| writing.category(&page)),
            categories: choices(&page, categories),
            back: writing.map_or_else(|| super::PATH.to_owned(), |one| one.before("check")),
            facts: writing.map(|writing| facts(&page, writing, &missing)).unwrap_or_default(),
            notes: notes(&page, writing, &ticket.message.body.value),
            fitting: fitting(visit, &ticket.message.body.value).await?,
            suspended,
            text: writing.map(|one| one.text(text_crossed)).unwrap_or_default(),
            looked: writing.map(|one| one.content.rest_mark()).unwrap_or_default(),
            meanwhile,
            ticket,
            reached,
            page,
        },
    )
}

/// What is asked, with what was answered.
fn facts(page: &Page, writing: &Writing, missing: &[String]) -> Vec<GivenFact> {
    let content = &writing.content;
    let asked = writing.form.asked(&content.answers).into_iter();
    let asked = asked
        .filter(|question| question.kind != QuestionKind::File || missing.contains(&question.key));
    asked
        .map(|question| GivenFact {
            label: question.label(page.locale),
            href: format!("/tickets/new/{}/questions/{}", writing.slug, question.key),
            lacking: content.answers.get(&question.key) == Some(&None),
            picked: content.picked.contains(&question.key),
            value: content
                .answers
                .get(&question.key)
                .cloned()
                .flatten()
                .map(|value| question.spoken(page.locale, &value)),
            code: matches!(
                question.kind,
                QuestionKind::Tx | QuestionKind::Address | QuestionKind::Order | QuestionKind::Uid
            ),
            wrong: missing.contains(&question.key),
            key: question.key.clone(),
        })
        .collect()
}

/// What is to be pointed out before it is sent: values with something wrong, and a UID that is another account's.
fn notes(page: &Page, writing: Option<&Writing>, body: &str) -> Vec<String> {
    let items = Clean::new(body).map(|clean| evidence::find(clean.as_str())).unwrap_or_default();
    let differs = items.iter().any(|item| evidence::is_not_own(item, page.own_uid()))
        || writing.is_some_and(|writing| answers_differ(page, writing));
    let mut notes: Vec<String> =
        differs.then(|| page.t("evidence-uid-not-yours")).into_iter().collect();
    notes.extend(items.iter().filter_map(|item| own::fault(page, item)));
    notes.dedup();
    notes
}

fn answers_differ(page: &Page, writing: &Writing) -> bool {
    let answers = &writing.content.answers;
    writing.form.asked(answers).into_iter().any(|question| {
        let answer = answers.get(&question.key).and_then(Option::as_deref);
        answer.is_some_and(|answer| own::uid_differs(page, question.kind, answer))
    })
}
