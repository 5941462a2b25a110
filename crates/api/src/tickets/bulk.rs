//! One act on many tickets, and turning it back. Each ticket is a transaction of its own and has an answer of its own: whoever
//! was cut off in the middle sends the same request again, and nothing is done twice.

mod shape;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use futures_util::future::join_all;
use proofdesk_desk::code::Code;
use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::bulk::{self, Done};
use proofdesk_desk::ticket::linked;
use proofdesk_desk::ticket::merge::{self, Seen};
use proofdesk_desk::{Cx, Error, limits};
use proofdesk_http::{
    Access, Answer, App, Body, IdempotencyKey, Idempotent, Problem, Reply, Result, Routes,
};
use proofdesk_store::Tx;
use utoipa::OpenApi;

use crate::wire::TicketNumber;
pub use shape::{ActIn, UndoShape};
use shape::{BulkIn, BulkItemOut, BulkLinkIn, BulkMergeIn, BulkOut, BulkUndoIn, DoneOut};

#[derive(OpenApi)]
#[openapi(paths(act, merge_all, link_all, undo))]
pub struct Document;

pub fn routes() -> Routes {
    // What the act itself needs is asked for at each ticket.
    let access = Access::permission(Permission::TicketRead);
    Routes::new()
        .route(&Method::POST, "/api/v1/tickets/bulk", access, Body::Json, act)
        .route(&Method::POST, "/api/v1/tickets/bulk/merge", access, Body::Json, merge_all)
        .route(&Method::POST, "/api/v1/tickets/bulk/link", access, Body::Json, link_all)
        .route(&Method::POST, "/api/v1/tickets/bulk/undo", access, Body::Json, undo)
}

/// Does the same to many tickets, each in a transaction of its own and under the rules of the single act.
///
/// The answer says for each ticket what became of it, in the order asked. A ticket whose `version` has moved on is left
/// alone. The same request with the same idempotency key goes on where an earlier one was cut off, and does nothing twice.
#[utoipa::path(
    post, path = "/api/v1/tickets/bulk", tag = "tickets", operation_id = "act_on_tickets",
    request_body = BulkIn,
    responses((status = 200, description = "What became of each ticket.", body = BulkOut))
)]
async fn act(State(app): State<App>, cx: Cx, once: Idempotent<BulkIn>) -> Result<Response> {
    let BulkIn { tickets, act } = once.input;
    refuse_count(tickets.len())?;
    let act = act.read()?;
    all(&app, cx, &once.key, &tickets, |ticket| {
        let (id, seen, act) = (ticket.id.clone(), ticket.version, act.clone());
        let verb = async move |tx: &Tx<'_>, cx: &mut Cx| {
            let done = bulk::act(tx, cx, &id.0, seen.map(|seq| seq.0), &act).await?;
            Ok(DoneOut::from(done))
        };
        (ticket.id.clone(), verb)
    })
    .await
}

/// Lets many tickets of one customer go on in one of them, or in another one, each under the rules of the single merge.
///
/// The answer says for each ticket what became of it, in the order asked.
#[utoipa::path(
    post, path = "/api/v1/tickets/bulk/merge", tag = "tickets", operation_id = "merge_tickets",
    request_body = BulkMergeIn,
    responses((status = 200, description = "What became of each ticket.", body = BulkOut))
)]
async fn merge_all(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<BulkMergeIn>,
) -> Result<Response> {
    let BulkMergeIn { tickets, into } = once.input;
    refuse_count(tickets.len())?;
    all(&app, cx, &once.key, &tickets, |ticket| {
        let (id, into) = (ticket.id.clone(), into.clone());
        let seen = Seen { ticket: ticket.version.as_ref().map(|seq| seq.0), into: None };
        let verb = async move |tx: &Tx<'_>, cx: &mut Cx| {
            let both = merge::merge(tx, cx, &id.0, &into.0, seen).await?;
            Ok(DoneOut::from(Done::from(both)))
        };
        (ticket.id.clone(), verb)
    })
    .await
}

/// Says of many tickets what another one is to each of them, whosever they are, each under the rules of the single link.
///
/// The answer says for each ticket what became of it, in the order asked. A link changes nothing else of a ticket, so that none is
/// left alone because somebody wrote meanwhile.
#[utoipa::path(
    post, path = "/api/v1/tickets/bulk/link", tag = "tickets", operation_id = "link_tickets",
    request_body = BulkLinkIn,
    responses((status = 200, description = "What became of each ticket.", body = BulkOut))
)]
async fn link_all(
    State(app): State<App>,
    cx: Cx,
    once: Idempotent<BulkLinkIn>,
) -> Result<Response> {
    let BulkLinkIn { tickets, other, kind } = once.input;
    refuse_count(tickets.len())?;
    all(&app, cx, &once.key, &tickets, |number| {
        let (id, other, kind) = (number.clone(), other.clone(), kind.0);
        let verb = async move |tx: &Tx<'_>, cx: &mut Cx| {
            let done = linked::link_one_of_many(tx, cx, &id.0, &other.0, kind).await?;
            Ok(DoneOut::from(done))
        };
        (number.clone(), verb)
    })
    .await
}

/// Turns an act back: what each ticket had before comes back where nobody has changed the same thing since.
///
/// `undo` is what the act answered for the ticket.
#[utoipa::path(
    post, path = "/api/v1/tickets/bulk/undo", tag = "tickets", operation_id = "undo_act_on_tickets",
    request_body = BulkUndoIn,
    responses((status = 200, description = "What became of each ticket.", body = BulkOut))
)]
async fn undo(State(app): State<App>, cx: Cx, once: Idempotent<BulkUndoIn>) -> Result<Response> {
    let tickets = once.input.tickets;
    refuse_count(tickets.len())?;
    let read = tickets.into_iter().map(|ticket| Ok((ticket.id, ticket.undo.read()?)));
    let tickets = read.collect::<proofdesk_desk::Result<Vec<_>>>()?;
    all(&app, cx, &once.key, &tickets, |(number, back)| {
        let (id, back) = (number.clone(), back.clone());
        let verb = async move |tx: &Tx<'_>, cx: &mut Cx| {
            Ok(DoneOut::from(bulk::undo(tx, cx, &id.0, &back).await?))
        };
        (number.clone(), verb)
    })
    .await
}

fn refuse_count(tickets: usize) -> proofdesk_desk::Result<()> {
    match tickets {
        0 => Err(Error::field("tickets", Code::FieldRequired)),
        n if n > limits::BULK_TICKETS => Err(Error::too_many("tickets", limits::BULK_TICKETS)),
        _ => Ok(()),
    }
}

/// Takes the key for the request as a whole, so that another request under it is refused before anything is done.
async fn claim(app: &App, cx: Cx, key: &IdempotencyKey) -> Result<Answer> {
    key.clone().write(app, cx, StatusCode::OK, async |_tx, _cx| Ok(())).await
}

fn told(claimed: &Answer, items: Vec<BulkItemOut>) -> Response {
    let mut response = Reply::ok(BulkOut { items }).into_response();
    claimed.mark(&mut response);
    response
}

/// Does to each ticket what `one` gives for it, some at a time, and tells of all in the order asked.
async fn all<T, F>(
    app: &App,
    mut cx: Cx,
    key: &IdempotencyKey,
    tickets: &[T],
    one: impl Fn(&T) -> (TicketNumber, F),
) -> Result<Response>
where
    F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<DoneOut> + Send + Sync + 'static,
{
    let claimed = claim(app, cx.fork(), key).await?;
    let mut items = Vec::with_capacity(tickets.len());
    for lane in tickets.chunks(limits::BULK_LANES) {
        let lane = lane.iter().map(|ticket| {
            let (number, verb) = one(ticket);
            each(app, cx.fork(), key, number, verb)
        });
        items.extend(join_all(lane).await);
    }
    Ok(told(&claimed, items))
}

/// What becomes of one ticket. A refusal is its answer, and no reason to leave the others undone.
async fn each<F>(app: &App, cx: Cx, key: &IdempotencyKey, id: TicketNumber, verb: F) -> BulkItemOut
where
    F: AsyncFn(&Tx<'_>, &mut Cx) -> proofdesk_desk::Result<DoneOut> + Send + Sync + 'static,
{
    let done: Result<DoneOut> = key.part(id.0.as_str()).once(app, cx, verb).await;
    match done {
        Ok(done) => BulkItemOut::done(id, done),
        Err(problem) => BulkItemOut::refused(id, Problem::code(&problem)),
    }
}
