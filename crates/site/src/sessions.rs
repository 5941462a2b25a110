use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use proofdesk_desk::id::SessionId;
use proofdesk_desk::session::{self, SessionFacts};
use proofdesk_http::{Form, Path, Query, Result, cookie};

use crate::home::NoticeIn;
use crate::view::{SessionRow, Sessions};
use crate::visit::{Visit, YesIn, ok};
use crate::{Here, Notice};

/// `GET /sessions`
pub(crate) async fn show(visit: Visit, Query(query): Query<NoticeIn>) -> Result<Response> {
    let notice = query.notice().and_then(|code| Notice::parse(code, None));
    let page = visit.page(Here::Elsewhere, "/sessions", notice)?;
    let (viewer, now) = (visit.asker.viewer.clone(), visit.app.now());
    let read = visit.app.desk().read(async move |rx| session::view::list(rx, &viewer, now).await);
    let current = visit.asker.session.as_ref().map(|session| session.id);
    let row = |facts: SessionFacts| SessionRow {
        current: current == Some(facts.id),
        id: facts.id.to_string(),
        agent: facts.user_agent,
        address: facts.address,
        since_us: facts.created_at.micros(),
        seen_us: facts.seen_at.micros(),
    };
    ok(&Sessions { sessions: read.await?.into_iter().map(row).collect(), page })
}

/// `POST /sessions/{id}`: ends one of them.
pub(crate) async fn end(
    visit: Visit,
    Path(id): Path<SessionId>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let write = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| session::actions::end(tx, cx, id).await);
    write.await?;
    Ok(Redirect::to("/sessions?notice=session-ended").into_response())
}

/// `POST /sessions`: signs out everywhere, here too.
pub(crate) async fn end_everywhere(visit: Visit, Form(YesIn {}): Form<YesIn>) -> Result<Response> {
    let write = visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| session::actions::end_everywhere(tx, cx).await);
    write.await?;
    let forget = cookie::clear_session(visit.app.config());
    let there = Redirect::to("/?notice=signed-out-everywhere");
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), there).into_response())
}
