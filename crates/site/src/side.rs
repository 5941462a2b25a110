//! The page behind a link that was mailed to a department: what it is asked about one ticket, and its answer. It shows that and
//! nothing else, and is in the department's language.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use proofdesk_desk::code::Code;
use proofdesk_desk::id::SideLinkId;
use proofdesk_desk::limits;
use proofdesk_desk::render::Body;
use proofdesk_desk::side_conversation::{
    self, SideAuthor, SideMessage as DeskMessage, SidePage, Standing, actions, view,
};
use proofdesk_desk::text::Clean;
use proofdesk_desk::viewer::Viewer;
use proofdesk_http::{Form, IdempotencyKey, Path, Query, Result};
use proofdesk_locale::FluentArgs;
use serde::Deserialize;

use crate::home::NoticeIn;
use crate::ticket::own;
use crate::view::{Field, Side, SideMessage, SideOver, SideWay};
use crate::visit::{Visit, YesIn, html};
use crate::{Brand, Here, Notice, Page};

/// `GET /side/{token}`
pub(crate) async fn show(
    visit: Visit,
    Path(token): Path<String>,
    Query(query): Query<NoticeIn>,
) -> Result<Response> {
    let id = side_conversation::read(visit.app.desk().keyring(), &token)?;
    let notice = query.notice().and_then(|code| Notice::parse(code, None));
    let key = visit.message_form().key;
    let shown = Shown { id, token, typed: Field::default(), key, status: StatusCode::OK };
    shown.page(visit, notice.filter(|notice| *notice == Notice::SideSent)).await
}

#[derive(Deserialize)]
pub(crate) struct SideIn {
    #[serde(default)]
    body: String,
    /// The idempotency key.
    #[serde(default)]
    key: String,
}

/// `POST /side/{token}`: the department answers.
pub(crate) async fn send(
    visit: Visit,
    Path(token): Path<String>,
    Form(SideIn { body: typed, key }): Form<SideIn>,
) -> Result<Response> {
    let keyring = visit.app.desk().keyring();
    let id = side_conversation::read(keyring, &token)?;
    let text = match Clean::field("body", &typed, limits::SIDE_CHARS) {
        Ok(text) => text,
        Err(error) => {
            let visit = in_language_of(visit, id).await?;
            let typed = Field { value: typed, error: visit.field_error("side", Some(error)) };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Shown { id, token, typed, key, status }.page(visit, None).await;
        }
    };
    // Every character stands for itself, whoever else this browser is signed in as.
    let body = Body::by(&Viewer::Anonymous, keyring, text);
    let once = IdempotencyKey::of_open_form(&format!("/side/{token}"), &key, &[&typed]);
    let cx = visit.app.cx(&visit.edge, Viewer::Anonymous);
    let answered = once
        .judged(&visit.app, cx, StatusCode::OK, async move |tx, cx| {
            Ok(actions::answer(tx, cx, id, &body).await?.map(|()| true))
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
        _ => return Err(problem),
    };
    let visit = in_language_of(visit, id).await?;
    let page = visit.page(Here::Elsewhere, "/", None)?;
    let typed = Field { value: typed, error: why.map(|key| page.t(key)) };
    Shown { id, token, typed, key, status }.page(visit, None).await
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
                let (typed, status) = (Field::default(), StatusCode::GONE);
                Shown { id, token, typed, key: String::new(), status }.page(visit, None).await
            }
            _ => Err(error.into()),
        },
    }
}

/// A look at what a link leads to, with what was typed there.
struct Shown {
    id: SideLinkId,
    token: String,
    typed: Field,
    key: String,
    status: StatusCode,
}

impl Shown {
    async fn page(self, visit: Visit, notice: Option<Notice>) -> Result<Response> {
        let Some(read) = find(&visit, self.id).await? else {
            return over(&visit, StatusCode::GONE, self.token, SideWay::Void, self.typed.value);
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
            Some(way) => over(&visit, StatusCode::GONE, self.token, way, self.typed.value),
        }
    }

    fn open(self, visit: &Visit, read: SidePage, notice: Option<Notice>) -> Result<Response> {
        let page = visit.page(Here::Elsewhere, format!("/side/{}", self.token), notice)?;
        // Of the brand whose ticket it is, by whatever host the page was reached.
        let page = Page { brand: Brand { name: read.brand }, ..page };
        let mut args = FluentArgs::new();
        args.set("name", read.started_by.clone());
        args.set("department", read.department.clone());
        args.set("number", read.ticket.to_string());
        let intro = page.t_with("side-intro", &args);
        let draft = read.messages.first().map(|first| first.id.to_string()).unwrap_or_default();
        let messages = read.messages.into_iter();
        let messages = messages.map(|one| message(&page, one, &read.department)).collect();
        html(
            self.status,
            &Side {
                token: self.token,
                department: read.department,
                subject: read.subject,
                intro,
                messages,
                until_us: read.link_until.micros(),
                body: self.typed,
                limit: u32::try_from(limits::SIDE_CHARS).unwrap_or(u32::MAX),
                key: self.key,
                draft,
                page,
            },
        )
    }
}

fn message(page: &Page, one: DeskMessage, department: &str) -> SideMessage {
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
