//! Writing to us without a session: one page with everything that its category asks, because there is nobody whose draft could be
//! kept, and the same answer whoever the address belongs to.

mod read;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::form::Form as Questions;
use proofdesk_desk::notification::{self, Channel};
use proofdesk_desk::stranger::{Letter, actions};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{category, form, limits};
use proofdesk_http::{Form, IdempotencyKey, Path, Result};
use serde::Deserialize;

use self::read::{Typed, letter};
use crate::incoming::{Guest, Incoming};
use crate::ticket::new::is_slug;
use crate::ticket::{category_name, choices, own};
use crate::view::{
    Carried, Choice, Field, Gone, LeakGroup, MessageForm, Write, WriteTopics, Written,
};
use crate::visit::{Visit, html, ok};
use crate::{Here, Page, suspended};

const PATH: &str = "/write";
/// A network's messages are counted by the hour, an address's by the day.
const TOO_MANY: [(Code, &str, u64); 2] = [
    (Code::RateLimited, "write-too-many", 3_600),
    (Code::AddressSpent, "write-too-many-of", 86_400),
];

/// `GET /write`
pub(crate) async fn topics(visit: Visit) -> Result<Response> {
    if visit.own.is_some() {
        return Ok(Redirect::to("/tickets/new").into_response());
    }
    choose(&visit, None).await
}

#[derive(Deserialize)]
pub(crate) struct BeginIn {
    category: String,
    /// Typed for a category that was withdrawn meanwhile.
    #[serde(default)]
    email: String,
    /// What was typed there, or into the question box.
    #[serde(default)]
    text: String,
    /// Kinds of keys that were hidden in it, with commas between them.
    #[serde(default)]
    leaked: String,
}

/// `POST /write`: begins in a category with what was written already. Nothing is kept.
pub(crate) async fn begin(visit: Visit, Form(input): Form<BeginIn>) -> Result<Response> {
    let BeginIn { category, email, text, leaked } = input;
    let Some(form) = find(&visit, &category).await? else {
        let carried = Carried { text, leaked, ..Carried::default() };
        let gone = Gone { category, email, carried, had_files: false };
        return choose(&visit, Some(gone)).await;
    };
    let mut typed = Typed::begun(text, leaked, &form);
    typed.email = Field::of(email);
    show(&visit, StatusCode::OK, &category, &form, typed).await
}

/// `GET /write/{category}`
pub(crate) async fn enter(visit: Visit, Path(slug): Path<String>) -> Result<Response> {
    if visit.own.is_some() {
        let path =
            if is_slug(&slug) { format!("/tickets/new/{slug}") } else { "/tickets/new".into() };
        return Ok(Redirect::to(&path).into_response());
    }
    let Some(form) = find(&visit, &slug).await? else { return choose(&visit, None).await };
    show(&visit, StatusCode::OK, &slug, &form, Typed::default()).await
}

/// `POST /write/{category}`
pub(crate) async fn send(
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response> {
    let mut incoming = Incoming::read_of(&visit, Guest::Stranger, request).await?;
    let Some(form) = find(&visit, &slug).await? else {
        let gone = gone(slug, &incoming);
        incoming.forget_files(&visit).await;
        return choose(&visit, Some(gone)).await;
    };
    let (letter, mut typed) = match letter(&visit, &slug, &form, &incoming) {
        Ok(read) => read,
        Err(typed) => return again(&visit, &slug, &form, incoming, *typed).await,
    };
    let leaks = leaks(&visit, &letter)?;
    match commit(&visit, &incoming, letter).await {
        Ok(number) => sent(&visit, &slug, number, leaks).await,
        Err(problem) => {
            let told = TOO_MANY.iter().find(|(code, _, _)| *code == problem.code());
            let Some((_, key, seconds)) = told else {
                incoming.forget_files(&visit).await;
                return Err(problem);
            };
            typed.too_many = Some(key);
            let mut response = again(&visit, &slug, &form, incoming, typed).await?;
            *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
            Ok(response)
        }
    }
}

async fn commit(visit: &Visit, incoming: &Incoming, letter: Letter) -> Result<String> {
    let answers = format!("{:?}", letter.answers);
    let names = incoming.unrecorded_names();
    let typed = [&[incoming.text("email"), incoming.text("body"), &answers], &names[..]].concat();
    let target = format!("{PATH}/{}", letter.ticket.category);
    let key = IdempotencyKey::of_open_form(&target, incoming.text("key"), &typed);
    // A member of staff who looks at the page writes as anybody does.
    let cx = visit.app.cx(&visit.edge, Viewer::Anonymous);
    let answer = key.judged(&visit.app, cx, StatusCode::OK, async move |tx, cx| {
        let written = Box::pin(actions::write(tx, cx, &letter)).await?;
        Ok(written.map(|number| number.to_string()))
    });
    answer.await?.read()
}

async fn find(visit: &Visit, slug: &str) -> Result<Option<Questions>> {
    let (brand_id, slug) = (visit.brand.id, slug.to_owned());
    let read =
        visit.app.desk().read(async move |rx| form::view::find(rx, brand_id, &slug).await).await?;
    Ok(read.map(|(_, form)| form))
}

/// What was typed for a category that was withdrawn meanwhile. Answers become text, in which they are found again; a choice is a
/// word of the form's, which nobody typed.
fn gone(slug: String, incoming: &Incoming) -> Gone {
    let typed = |text: &&str| !is_slug(text) || text.contains(|c: char| c.is_ascii_digit());
    let answers = incoming.texts_of("answer-").filter(typed);
    let texts = std::iter::once(incoming.text("body")).chain(answers);
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    let leaked = incoming.text("leaked").to_owned();
    Gone {
        category: slug,
        email: incoming.text("email").to_owned(),
        carried: Carried { text: texts.join("\n"), leaked, ..Carried::default() },
        had_files: !incoming.unrecorded.is_empty(),
    }
}

/// The choice of a category, for what `gone` has if anything.
async fn choose(visit: &Visit, gone: Option<Gone>) -> Result<Response> {
    let brand_id = visit.brand.id;
    let read = visit.app.desk().read(async move |rx| category::view::list(rx, brand_id).await);
    let categories = read.await?;
    let page = visit.page(Here::Elsewhere, PATH, None)?;
    let gone = gone.map(|gone| Gone { category: category_name(&page, &gone.category), ..gone });
    ok(&WriteTopics { topics: choices(&page, categories), gone, page })
}

/// The form once more, with everything but the files, which have to be chosen again.
async fn again(
    visit: &Visit,
    slug: &str,
    form: &Questions,
    mut incoming: Incoming,
    mut typed: Typed,
) -> Result<Response> {
    typed.file_errors = incoming.file_errors(visit.edge.locale);
    typed.file_errors.extend(typed.file_error(form));
    if !incoming.unrecorded.is_empty() {
        let page = visit.page(Here::Elsewhere, PATH, None)?;
        typed.file_errors.push(page.t("write-files-again"));
    }
    incoming.forget_files(visit).await;
    show(visit, StatusCode::UNPROCESSABLE_ENTITY, slug, form, typed).await
}

async fn show(
    visit: &Visit,
    status: StatusCode,
    slug: &str,
    form: &Questions,
    typed: Typed,
) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, format!("{PATH}/{slug}"), None)?;
    let mails = mails(visit).await?;
    let all = suspended::all(visit).await?;
    let named = suspended::of_answers(&all, form, &typed.answers);
    let files = MessageForm {
        max_files: u32::try_from(limits::STRANGER_FILES).unwrap_or(u32::MAX),
        max_file_bytes: limits::STRANGER_FILE_BYTES / (1024 * 1024) * 1_000_000,
        file_errors: typed.file_errors.clone(),
        carries_files: true,
        ..visit.message_form()
    };
    html(
        status,
        &Write {
            category: Choice { label: category_name(&page, slug), value: slug.to_owned() },
            is_theft: slug == category::THEFT,
            mails,
            suspended: named.iter().map(|one| suspended::line(&page, one)).collect(),
            questions: typed.questions(&page, form),
            needs_files: typed.needs_files(form),
            too_many: typed.too_many,
            email: typed.email,
            body: typed.body,
            leaked: typed.leaked,
            files,
            page,
        },
    )
}

/// What is answered to everybody, whoever the address belongs to.
async fn sent(visit: &Visit, slug: &str, number: String, leak: Leaks) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, format!("{PATH}/{slug}"), None)?;
    let brand_id = visit.brand.id;
    let read =
        visit.app.desk().read(async move |rx| notification::view::promise(rx, brand_id).await);
    let promise = read.await?.answer_within_min.map(|minutes| {
        let by = visit.app.now().micros().saturating_add(minutes.saturating_mul(60_000_000));
        page.time(&by)
    });
    let mails = mails(visit).await?;
    ok(&Written { number, is_theft: slug == category::THEFT, mails, promise, leak, page })
}

/// Whether anybody can be written to at all.
async fn mails(visit: &Visit) -> Result<bool> {
    let read =
        visit.app.desk().read(async |rx| notification::view::is_open(rx, Channel::Mail).await);
    Ok(read.await?)
}

type Leaks = Option<(String, Vec<&'static str>)>;

/// What to do about secrets that were typed; they were hidden before anything read the text.
fn leaks(visit: &Visit, letter: &Letter) -> Result<Leaks> {
    let page: Page = visit.page(Here::Elsewhere, PATH, None)?;
    let found = letter.ticket.body.text().findings().iter().map(|finding| finding.kind.as_str());
    let told = own::secrets(&page, found);
    Ok(told.map(|(what, groups)| (what, groups.into_iter().map(LeakGroup::advice).collect())))
}
