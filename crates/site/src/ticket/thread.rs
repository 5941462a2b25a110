use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::form::view::TicketAnswers;
use proofdesk_desk::form::{Need, Question, QuestionKind};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::notification::Channel;
use proofdesk_desk::notification::view::promised;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::render::Body;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{NewMessage, post, reopen_own, solve_own};
use proofdesk_desk::ticket::attention::{Leave, may_escalate, may_nudge};
use proofdesk_desk::ticket::view::{Moment, Tail, attention, find, goes_on_in, opened_by, tail};
use proofdesk_desk::ticket::{Attention, Author, Risk, Ticket as DeskTicket, Visibility};
use proofdesk_desk::transcript::parts;
use proofdesk_desk::verification::{self, VerificationAsk};
use proofdesk_desk::{Error, OrNotFound as _, Timestamp, category, form, limits, notification};
use proofdesk_http::{Form, IdempotencyKey, Path, Query, Result};
use serde::Deserialize;

use super::answer::answer_path;
use super::beside::beside;
use super::own::uid_differs;
use super::proof::proof;
use super::question::is_code;
use super::shape::{category as category_name, entry, lang, status};
use super::steps::{Beginning, steps};
use super::{number, to_ticket};
use crate::incoming::Incoming;
use crate::view::{
    Carried, Given, Live, MessageForm, Missing, ReplyLate, Status, Ticket, TicketHead, Waiting,
};
use crate::visit::{Visit, YesIn, html};
use crate::{Here, Notice, Page};

/// Entries of a thread on one page.
const WINDOW: u32 = 200;
/// `live.js` says that it fetched a page which nobody looks at right now.
const UNSEEN: &str = "x-unseen";

#[derive(Deserialize)]
pub(crate) struct ThreadIn {
    /// Shows what stands before this place in the thread.
    before: Option<i64>,
    notice: Option<String>,
}

/// `GET /tickets/{number}`
pub(crate) async fn show(
    visit: Visit,
    Path(typed): Path<String>,
    Query(input): Query<ThreadIn>,
    headers: HeaderMap,
) -> Result<Response> {
    let number = number(&typed)?;
    let visit = if headers.contains_key(UNSEEN) { visit } else { visit.reading(&number).await? };
    let form = visit.message_form();
    let notice = input.notice.as_deref().and_then(|code| Notice::parse(code, Some(&typed)));
    page(&visit, StatusCode::OK, number, input.before, notice, form).await
}

/// `POST /tickets/{number}/messages`
pub(crate) async fn reply(
    visit: Visit,
    Path(typed): Path<String>,
    request: Request,
) -> Result<Response> {
    let number = number(&typed)?;
    let incoming = Incoming::read(&visit, request).await?;
    match message(&visit, &incoming) {
        Ok(message) => {
            match commit(&visit, &incoming, &number, message).await {
                // Where the ticket goes on in another one, the message is there.
                Ok(number) => {
                    let sent = Notice::ReplySent(number.to_string());
                    Ok(to_ticket(&number, &sent).into_response())
                }
                Err(problem) if problem.code() == Code::TicketClosed => {
                    late(&visit, &incoming, found(&visit, &number).await?)
                }
                Err(problem) => Err(problem),
            }
        }
        Err(form) => {
            let found = found(&visit, &number).await?;
            if found.is_closed {
                return late(&visit, &incoming, found);
            }
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, number, None, None, *form).await
        }
    }
}

/// The ticket that a reply was refused for.
struct Found {
    ticket: DeskTicket,
    category: String,
    /// It takes no more replies, and no other ticket does in its place.
    is_closed: bool,
}

async fn found(visit: &Visit, number: &PublicId) -> Result<Found> {
    let (viewer, number) = (visit.asker.viewer.clone(), number.clone());
    let read = visit.app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = find(rx, &number, &scope).await?.or_not_found()?;
        let goes_on = goes_on_in(rx, ticket.id).await?;
        let category = category::view::slug(rx, ticket.category_id).await?.unwrap_or_default();
        let is_closed = goes_on.is_none() && status(ticket.status_category) == Status::Closed;
        Ok::<_, Error>(Found { ticket, category, is_closed })
    });
    Ok(read.await?)
}

/// The page of a reply that came when its ticket was closed. What was typed and sent along can go into a new one.
fn late(visit: &Visit, incoming: &Incoming, found: Found) -> Result<Response> {
    let Found { ticket, category, .. } = found;
    let number = ticket.public_id.to_string();
    let page = visit.page(Here::Elsewhere, format!("/tickets/{number}"), None)?;
    let typed = incoming.text("body").to_owned();
    let ids: Vec<String> = incoming.files.iter().map(|file| file.id.to_string()).collect();
    let carried =
        Carried { text: format!("{number}\n{typed}"), files: ids.join(","), ..Carried::default() };
    let files = incoming.files.iter().map(|file| file.file_name.clone()).collect();
    let subject = ticket.subject;
    html(
        StatusCode::CONFLICT,
        &ReplyLate { page, number, subject, category, typed, files, carried },
    )
}

/// `POST /tickets/{number}/solution`
pub(crate) async fn solve(
    visit: Visit,
    Path(typed): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let number = number(&typed)?;
    let ticket = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| solve_own(tx, cx, &number).await)
        .await?;
    Ok(to_ticket(&ticket.public_id, &Notice::Solved).into_response())
}

/// `POST /tickets/{number}/reopening`
pub(crate) async fn reopen(
    visit: Visit,
    Path(typed): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let number = number(&typed)?;
    let ticket = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| reopen_own(tx, cx, &number).await)
        .await?;
    Ok(to_ticket(&ticket.public_id, &Notice::Reopened).into_response())
}

/// A message of the customer's, with the files that came along.
pub(super) fn written(visit: &Visit, incoming: &Incoming, body: Clean) -> NewMessage {
    NewMessage {
        body: Body::by(&visit.asker.viewer, visit.app.desk().keyring(), body),
        visibility: Visibility::Public,
        attachment_ids: incoming.file_ids(),
        channel: "portal",
        lang: visit.edge.locale.code().to_owned(),
        status_id: None,
        seen_version: None,
    }
}

/// What was typed as a message, or as the form with what is wrong. Files alone are a message too.
fn message(
    visit: &Visit,
    incoming: &Incoming,
) -> std::result::Result<NewMessage, Box<MessageForm>> {
    let typed = incoming.text("body");
    let body = if typed.trim().is_empty() && !incoming.files.is_empty() {
        Clean::new("")
    } else {
        Clean::field("body", typed, limits::BODY_CHARS)
    };
    match body {
        Ok(body) if incoming.refused.is_empty() => Ok(written(visit, incoming, body)),
        body => {
            // A refused file is said beside the files; an empty text beside it is no second mistake.
            let error = body
                .err()
                .filter(|error| incoming.refused.is_empty() || error.code() != Code::FieldRequired);
            let error = visit.field_error("reply", error);
            let body = incoming.field("body", visit.edge.locale, error);
            Err(Box::new(visit.message_form_of(incoming, body)))
        }
    }
}

async fn commit(
    visit: &Visit,
    incoming: &Incoming,
    number: &PublicId,
    message: NewMessage,
) -> Result<PublicId> {
    let names: Vec<&str> = incoming.files.iter().map(|file| file.file_name.as_str()).collect();
    let typed = [&[incoming.text("body")], names.as_slice()].concat();
    let key =
        IdempotencyKey::of_form(&visit.asker, &number.to_string(), incoming.text("key"), &typed);
    let to = number.clone();
    let write = key.once(&visit.app, visit.cx(), async move |tx, cx| {
        let (ticket, _) = post(tx, cx, &to, &message).await?;
        Ok(Some(ticket.public_id))
    });
    let written: Option<PublicId> = write.await?;
    Ok(written.unwrap_or_else(|| number.clone()))
}

/// Everything that the page of a ticket shows.
struct Seen {
    ticket: DeskTicket,
    /// The desk opened it for its customer.
    is_of_desk: bool,
    category: Option<String>,
    answers: TicketAnswers,
    attention: Attention,
    /// When the receipt said that there is an answer.
    promised: Option<Timestamp>,
    /// The ticket that it goes on in.
    goes_on: Option<PublicId>,
    /// What its customer was asked to prove, and whether the desk could mail them for it.
    asked: (Option<VerificationAsk>, bool),
    tail: Tail,
}

async fn read(visit: &Visit, number: PublicId, before: Option<i64>) -> Result<Seen> {
    let (viewer, now) = (visit.asker.viewer.clone(), visit.cx().now);
    let seen = visit.app.desk().read(async move |rx| {
        let scope = viewer.scope(Permission::TicketRead);
        let ticket = find(rx, &number, &scope).await?.or_not_found()?;
        let tail = tail(rx, &viewer, &ticket, before, WINDOW).await?;
        let opened_by = opened_by(rx, ticket.id).await?;
        let goes_on = goes_on_in(rx, ticket.id).await?.map(|(_, number)| number);
        let category = category::view::slug(rx, ticket.category_id).await?;
        let answers = form::view::asked_of(rx, &ticket).await?;
        let attention = attention(rx, ticket.id).await?;
        let promised = promised(rx, ticket.customer_id, ticket.id).await?;
        let latest = verification::view::latest(rx, ticket.id, now).await?;
        let mails = latest.is_some() && notification::view::is_open(rx, Channel::Mail).await?;
        let asked = (latest, mails);
        Ok::<_, Error>(Seen {
            is_of_desk: opened_by.is_some_and(|by| by != Author::Customer),
            category,
            answers,
            attention,
            promised,
            ticket,
            goes_on,
            asked,
            tail,
        })
    });
    Ok(seen.await?)
}

async fn page(
    visit: &Visit,
    answer: StatusCode,
    number: PublicId,
    before: Option<i64>,
    notice: Option<Notice>,
    reply: MessageForm,
) -> Result<Response> {
    // Taken before the rows are read: an event between the two arrives live, and is then nothing new.
    let pos = visit.app.hub().pos();
    let page = visit.page(Here::Elsewhere, format!("/tickets/{number}"), notice)?;
    let seen = read(visit, number, before).await?;
    let Seen { ticket, is_of_desk, category, answers, attention, promised, goes_on, asked, tail } =
        seen;
    let (latest_ask, mails) = asked;
    // Where it goes on in another ticket, that one's page says it.
    let is_over = goes_on.is_some() || status(ticket.status_category) == Status::Closed;
    let proof = proof(visit, &page, latest_ask.filter(|_| !is_over), mails);
    let Tail { thread, earlier, is_latest: latest, joined } = tail;
    let parts = parts(ticket.version);
    let reply = match answer {
        StatusCode::OK => reply.of_state(&[ticket.public_id.as_str(), &ticket.version.to_string()]),
        _ => reply,
    };
    let theft = ticket.risk == Risk::SuspectedTheft;
    let beginning = Beginning { is_of_desk, is_shown: earlier.is_none() };
    let steps = if latest { steps(&page, &ticket, beginning, &thread.moments) } else { Vec::new() };
    let promise = promised.and_then(|by| promise(visit, &page, &ticket, &thread.moments, by));
    let waiting = waiting(visit, &page, &ticket, &attention);
    let (needed, helpful) = missing(&page, &ticket, &answers);
    let beside = if latest {
        beside(visit, &page, category.as_deref(), &thread.moments, &answers).await?
    } else {
        None
    };
    let given = given(&page, &ticket, answers);
    let scanning = visit.app.desk().scanning();
    let shown = |moment| entry(&page, moment, theft, scanning);
    let thread = thread.moments.into_iter().filter_map(shown);
    html(
        answer,
        &Ticket {
            thread: thread.collect(),
            ticket: TicketHead {
                promise,
                goes_on: goes_on.map(|number| number.to_string()),
                ..head(&page, ticket, category)
            },
            joined: joined.iter().map(PublicId::to_string).collect(),
            steps,
            given,
            beside,
            needed,
            helpful,
            waiting,
            proof,
            earlier,
            latest,
            reply,
            parts,
            live: latest.then_some(Live { after: pos }),
            page,
        },
    )
}

/// The promise of the receipt, in words, as long as nobody has answered.
fn promise(
    visit: &Visit,
    page: &Page,
    ticket: &DeskTicket,
    moments: &[Moment],
    by: Timestamp,
) -> Option<String> {
    let answered = |moment: &Moment| matches!(moment, Moment::Message(view) if view.message.author == Author::Staff);
    let waits = matches!(status(ticket.status_category), Status::Open | Status::WaitingOnInternal);
    if !waits || moments.iter().any(answered) {
        return None;
    }
    let late = by < visit.cx().now;
    let key = if late { "status-next-late" } else { "status-next-promised" };
    Some(page.t1(key, "time", page.time(&by.micros())))
}

fn head(page: &Page, ticket: DeskTicket, category: Option<String>) -> TicketHead {
    let status = status(ticket.status_category);
    TicketHead {
        number: ticket.public_id.to_string(),
        subject: ticket.subject,
        lang: lang(ticket.lang),
        category: category.map(|slug| category_name(page, &slug)),
        opened_us: ticket.created_at.micros(),
        can_reply: status != Status::Closed,
        can_solve: ticket.status_category.is_active(),
        can_reopen: status == Status::Solved,
        status,
        promise: None,
        goes_on: None,
    }
}

/// What a customer who waits can do now.
fn waiting(visit: &Visit, page: &Page, ticket: &DeskTicket, attention: &Attention) -> Waiting {
    let now = visit.cx().now;
    let nudge = may_nudge(ticket, attention, now);
    Waiting {
        can_nudge: nudge == Leave::Now,
        nudge_from: match nudge {
            Leave::From(at) => Some(page.t1("nudge-from", "time", page.time(&at.micros()))),
            _ => None,
        },
        can_escalate: may_escalate(ticket, attention, now) == Leave::Now,
    }
}

/// The answers as the customer gave them.
fn given(page: &Page, ticket: &DeskTicket, found: TicketAnswers) -> Vec<Given> {
    let open = ticket.status_category.is_active();
    let answers = found.answers.into_iter().map(|(fact, question)| {
        // Files came with a message, and more of them come with another.
        let changes = open && question.is_some() && fact.kind != QuestionKind::File;
        Given {
            href: changes.then(|| answer_path(&ticket.public_id, &fact.question)),
            code: is_code(fact.kind),
            uid_differs: fact
                .value
                .as_ref()
                .is_some_and(|value| uid_differs(page, fact.kind, value)),
            label: question.as_ref().map_or(fact.question, |question| question.label(page.locale)),
            value: fact.value.map(|value| match &question {
                Some(question) => question.spoken(page.locale, &value),
                None => value,
            }),
        }
    });
    answers.collect()
}

/// The questions without an answer: those that must have one, and those that help. None of a ticket that is done.
fn missing(
    page: &Page,
    ticket: &DeskTicket,
    found: &TicketAnswers,
) -> (Vec<Missing>, Vec<Missing>) {
    if !ticket.status_category.is_active() {
        return Default::default();
    }
    let (needed, helpful): (Vec<_>, Vec<_>) =
        found.open().into_iter().partition(|question| question.need == Need::Mandatory);
    let shown = |question: &Question| Missing {
        label: question.label(page.locale),
        why: question.why(page.locale),
        href: answer_path(&ticket.public_id, &question.key),
    };
    (needed.into_iter().map(shown).collect(), helpful.into_iter().map(shown).collect())
}
