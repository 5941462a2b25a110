//! The page behind a link that was mailed to a department: what it is asked about one ticket, and its answer. It shows that and
//! nothing else, and is in the department's language.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_channels::file_name::disposition;
use proofdesk_desk::attachment::Scanning;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{AttachmentId, SideLinkId};
use proofdesk_desk::limits;
use proofdesk_desk::render::Body;
use proofdesk_desk::side_conversation::{
    self, SideAuthor, SideMessage as DeskMessage, SidePage, Standing, actions, view,
};
use proofdesk_desk::text::Clean;
use proofdesk_desk::viewer::Viewer;
use proofdesk_http::file::{self, Place};
use proofdesk_http::{App, Form, IdempotencyKey, Path, Query, Result};
use proofdesk_locale::FluentArgs;

use crate::home::NoticeIn;
use crate::incoming::{Guest, Incoming};
use crate::ticket::{attachment, own};
use crate::view::{MessageForm, Side, SideMessage, SideOver, SideWay};
use crate::visit::{MIB, Visit, YesIn, html};
use crate::{Brand, Here, Notice, Page};

/// `GET /side/{token}`
pub(crate) async fn show(
    visit: Visit,
    Path(token): Path<String>,
    Query(query): Query<NoticeIn>,
) -> Result<Response> {
    let id = side_conversation::read(visit.app.desk().keyring(), &token)?;
    let notice = query.notice().and_then(|code| Notice::parse(code, None));
    let form = visit.message_form();
    let shown = Shown { id, token, form, status: StatusCode::OK };
    shown.page(visit, notice.filter(|notice| *notice == Notice::SideSent)).await
}

/// `GET /side/{token}/files/{id}`: a file that the page shows.
pub(crate) async fn serve(
    State(app): State<App>,
    Path((token, file_id)): Path<(String, AttachmentId)>,
    headers: HeaderMap,
) -> Result<Response> {
    let id = side_conversation::read(app.desk().keyring(), &token)?;
    let now = app.now();
    let found = app.desk().read(async move |rx| view::file(rx, id, file_id, now).await).await?;
    let disposition = disposition(false, &found.file_name);
    file::serve(app.desk(), &headers, &found, Place::Anywhere, &disposition).await
}

/// `POST /side/{token}`: the department answers. Files alone are an answer too.
pub(crate) async fn send(
    visit: Visit,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response> {
    let id = side_conversation::read(visit.app.desk().keyring(), &token)?;
    let read = find(&visit, id).await?;
    let guest = match read.is_some_and(|page| page.standing == Standing::Open) {
        true => Guest::Department(id),
        false => Guest::Late,
    };
    let mut incoming = Incoming::read_of(&visit, guest, request).await?;
    let typed = incoming.text("body");
    let text = match typed.trim().is_empty() && !incoming.unrecorded.is_empty() {
        true => Clean::new(""),
        false => Clean::field("body", typed, limits::SIDE_CHARS),
    };
    let text = match text {
        Ok(text) if incoming.refused.is_empty() => text,
        text => {
            let visit = in_language_of(visit, id).await?;
            // A refused file is said beside the files; an empty text beside it is no second mistake.
            let error = text
                .err()
                .filter(|error| incoming.refused.is_empty() || error.code() != Code::FieldRequired);
            let error = visit.field_error("side", error);
            let form = again(&visit, &mut incoming, error).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Shown { id, token, form, status }.page(visit, None).await;
        }
    };
    // Every character stands for itself, whoever else this browser is signed in as.
    let body = Body::by(&Viewer::Anonymous, visit.app.desk().keyring(), text);
    let sent = [&[incoming.text("body")], incoming.unrecorded_names().as_slice()].concat();
    let target = format!("/side/{token}");
    let once = IdempotencyKey::of_open_form(&target, incoming.text("key"), &sent);
    let cx = visit.app.cx(&visit.edge, Viewer::Anonymous);
    let files = incoming.unrecorded.clone();
    let answered = once
        .judged(&visit.app, cx, StatusCode::OK, async move |tx, cx| {
            Ok(actions::answer(tx, cx, id, &body, &files).await?.map(|()| true))
        })
        .await;
    let Err(problem) = answered else {
        let code = Notice::SideSent.code();
        return Ok(Redirect::to(&format!("/side/{token}?notice={code}")).into_response());
    };
    let (status, why) = match problem.code() {
        // Why it opens nothing is what the page looks up.
        Code::NotFound | Code::LinkExpired | Code::SideClosed => (StatusCode::GONE, None),
        Code::RateLimited => (StatusCode::TOO_MANY_REQUESTS, Some("side-too-many")),
        Code::LimitReached => (StatusCode::CONFLICT, Some("side-full")),
        _ => {
            incoming.forget_files(&visit).await;
            return Err(problem);
        }
    };
    let visit = in_language_of(visit, id).await?;
    let page = visit.page(Here::Elsewhere, "/", None)?;
    let form = again(&visit, &mut incoming, why.map(|key| page.t(key))).await?;
    let mut response = Shown { id, token, form, status }.page(visit, None).await?;
    if status == StatusCode::TOO_MANY_REQUESTS {
        let seconds = HeaderValue::from(limits::SIDE_WINDOW.as_secs());
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    Ok(response)
}

/// The form once more with what was typed, in the language of the page. Its files have to be chosen again.
async fn again(
    visit: &Visit,
    incoming: &mut Incoming,
    error: Option<String>,
) -> Result<MessageForm> {
    let mut file_errors = incoming.file_errors(visit.edge.locale);
    if !incoming.unrecorded.is_empty() {
        let page = visit.page(Here::Elsewhere, "/", None)?;
        file_errors.push(page.t("write-files-again"));
    }
    incoming.forget_files(visit).await;
    Ok(MessageForm {
        body: incoming.field("body", visit.edge.locale, error),
        file_errors,
        key: incoming.text("key").to_owned(),
        ..MessageForm::default()
    })
}

/// `POST /side/{token}/renewal`: mails the link once more, to the department's address.
pub(crate) async fn renew(
    visit: Visit,
    Path(token): Path<String>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let id = side_conversation::read(visit.app.desk().keyring(), &token)?;
    let cx = visit.app.cx(&visit.edge, Viewer::Anonymous);
    let desk = visit.app.desk();
    let written = desk.write(cx, async move |tx, cx| actions::renew(tx, cx, id).await).await;
    match written {
        Ok(true) => {
            let visit = in_language_of(visit, id).await?;
            over(&visit, StatusCode::OK, token, SideWay::Sent, String::new())
        }
        Ok(false) => Ok(Redirect::to(&format!("/side/{token}")).into_response()),
        Err(error) => match error.code() {
            Code::NotFound | Code::LinkExpired | Code::SideClosed => {
                let (form, status) = (MessageForm::default(), StatusCode::GONE);
                Shown { id, token, form, status }.page(visit, None).await
            }
            _ => Err(error.into()),
        },
    }
}

/// A look at what a link leads to, with what was typed there.
struct Shown {
    id: SideLinkId,
    token: String,
    form: MessageForm,
    status: StatusCode,
}

impl Shown {
    async fn page(self, visit: Visit, notice: Option<Notice>) -> Result<Response> {
        let typed = self.form.body.value.clone();
        let Some(read) = find(&visit, self.id).await? else {
            return over(&visit, StatusCode::GONE, self.token, SideWay::Void, typed);
        };
        let visit = spoken(visit, &read);
        let way = match read.standing {
            Standing::Open => None,
            Standing::Expired => Some(SideWay::Expired),
            Standing::Closed => Some(SideWay::Closed),
            Standing::Void => Some(SideWay::Void),
        };
        match way {
            None => self.open(&visit, read, notice),
            Some(way) => over(&visit, StatusCode::GONE, self.token, way, typed),
        }
    }

    fn open(self, visit: &Visit, read: SidePage, notice: Option<Notice>) -> Result<Response> {
        let page = visit.page(Here::Elsewhere, format!("/side/{}", self.token), notice)?;
        // Of the brand whose ticket it is, by whatever host the page was reached.
        let page = Page { brand: Brand::of(read.brand, read.accent), ..page };
        let mut args = FluentArgs::new();
        args.set("name", read.started_by.clone());
        args.set("department", read.department.clone());
        args.set("number", read.ticket.to_string());
        let intro = page.t_with("side-intro", &args);
        let draft = read.messages.first().map(|first| first.id.to_string()).unwrap_or_default();
        let files = (visit.app.desk().scanning(), format!("/side/{}/files", self.token));
        let messages = read.messages.into_iter();
        let messages = messages.map(|one| message(&page, one, &read.department, &files)).collect();
        html(
            self.status,
            &Side {
                token: self.token,
                department: read.department,
                subject: read.subject,
                intro,
                messages,
                until_us: read.link_until.micros(),
                answer: MessageForm {
                    max_files: u32::try_from(limits::SIDE_FILES).unwrap_or(u32::MAX),
                    max_file_bytes: limits::SIDE_FILE_BYTES / MIB * 1_000_000,
                    carries_files: true,
                    ..self.form
                },
                limit: u32::try_from(limits::SIDE_CHARS).unwrap_or(u32::MAX),
                draft,
                page,
            },
        )
    }
}

/// A message as the page shows it, with how files are scanned and the path below which they are served.
fn message(
    page: &Page,
    one: DeskMessage,
    department: &str,
    (scanning, place): &(Scanning, String),
) -> SideMessage {
    let shown = |file| attachment(file, *scanning, place);
    let is_desk = one.by == SideAuthor::Staff;
    let author = match is_desk {
        true => one.author_name.unwrap_or_default(),
        false => department.to_owned(),
    };
    SideMessage {
        id: one.id.to_string(),
        is_desk,
        author,
        at_us: one.created_at.micros(),
        lang: Some(one.lang).filter(|tag| !tag.is_empty()),
        html: one.html.map(|html| own::named(page, html, &one.findings)),
        files: one.files.into_iter().map(shown).collect(),
    }
}

fn over(
    visit: &Visit,
    status: StatusCode,
    token: String,
    way: SideWay,
    typed: String,
) -> Result<Response> {
    let page = visit.page(Here::Elsewhere, format!("/side/{token}"), None)?;
    html(status, &SideOver { page, token, way, typed })
}

/// What a link leads to; `None` for one that another one took the place of.
async fn find(visit: &Visit, id: SideLinkId) -> Result<Option<SidePage>> {
    let now = visit.app.now();
    let read = visit.app.desk().read(async move |rx| view::page(rx, id, now).await).await;
    match read {
        Ok(page) => Ok(Some(page)),
        Err(error) if error.code() == Code::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The same visit in the language of the department whose link it is.
async fn in_language_of(visit: Visit, id: SideLinkId) -> Result<Visit> {
    Ok(match find(&visit, id).await? {
        Some(read) => spoken(visit, &read),
        None => visit,
    })
}

fn spoken(mut visit: Visit, read: &SidePage) -> Visit {
    visit.edge.locale = read.locale;
    visit
}
