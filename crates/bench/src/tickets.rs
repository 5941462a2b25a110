//! The product's own figures: tickets through HTTP beside the raw rows, pages of a queue beside the indexed read.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use proofdesk_desk::id::PublicId;
use proofdesk_desk::limits;
use proofdesk_search::{TicketIndex, TicketQuestion, Wanted};
use proofdesk_store::{Db, params};

use crate::desk::{Bench, start_desk};
use crate::drive;
use crate::report::{Line, Rate};
use crate::rows::{BODY_TEXT, CATEGORY};
use crate::wire::Wires;

const CLIENTS: usize = 64;
/// Connections of the open loops.
const READERS: usize = 32;
/// Requests per second of the open loop that latencies are measured at.
const PER_SECOND: u32 = 200;

/// Durable ticket creation through HTTP, 64 clients, on a fresh desk.
///
/// # Errors
/// When the desk cannot be started or refuses.
pub async fn creation(folder: &Path, postgres: Option<String>, time: Duration) -> Result<Rate> {
    let bench = start_desk(folder, postgres).await?;
    let ours = create(&bench, time).await?;
    bench.running.stop().await;
    Ok(ours)
}

async fn create(bench: &Bench, time: Duration) -> Result<Rate> {
    let wires = Arc::new(Wires::connect(bench.address, CLIENTS).await?);
    let (token, customer_id) = (bench.token.clone(), bench.customer_id.clone());
    drive::closed(CLIENTS, time, move |n| {
        let (wires, token, customer_id) = (wires.clone(), token.clone(), customer_id.clone());
        async move {
            let body = serde_json::json!({
                "customer_id": customer_id, "category": CATEGORY, "subject": "My deposit is not credited",
                "body": format!("{BODY_TEXT} {n}"),
            });
            let body = body.to_string();
            wires.ask(("POST", "/api/v1/tickets"), &token, body.as_bytes(), 201).await.map(drop)
        }
    })
    .await
}

/// A word that many tickets of the demo have.
const WORD: &str = "deposit";

/// The first page of the open queue, one ticket, and the newest tickets with a word, at an open loop of 200/s, each beside the
/// same reads without HTTP.
///
/// # Errors
/// When the desk refuses.
pub async fn reading(
    bench: &Bench,
    index: Arc<TicketIndex>,
    suffix: &str,
    time: Duration,
) -> Result<Vec<Line>> {
    let queue = get(bench, "/api/v1/tickets?queue=open&limit=50".to_owned(), time).await?;
    let raw_queue = raw(bench.desk.db().clone(), RawRead::Queue, time).await?;
    let public_id = first_id(bench).await?;
    let ticket = get(bench, format!("/api/v1/tickets/{public_id}/timeline?limit=50"), time).await?;
    let raw_ticket = raw(bench.desk.db().clone(), RawRead::Ticket(public_id), time).await?;
    let found = get(bench, format!("/api/v1/tickets?filter={WORD}&limit=50"), time).await?;
    let raw_found = raw(bench.desk.db().clone(), RawRead::Word(index), time).await?;
    Ok(vec![
        Line::latency(format!("open-queue-first-50-{suffix}"), &queue, &raw_queue),
        Line::latency(format!("one-ticket-{suffix}"), &ticket, &raw_ticket),
        Line::latency(format!("search-over-http-{suffix}"), &found, &raw_found),
    ])
}

async fn first_id(bench: &Bench) -> Result<PublicId> {
    let row = bench
        .desk
        .read(async |rx| {
            let busiest = "select public_id from ticket order by message_count desc, id limit 1";
            Ok(rx.query_opt::<(PublicId,)>(busiest, params![]).await?)
        })
        .await?;
    Ok(row.context("a ticket")?.0)
}

async fn get(bench: &Bench, path: String, time: Duration) -> Result<Vec<Duration>> {
    let wires = Arc::new(Wires::connect(bench.address, READERS).await?);
    let (token, path) = (bench.token.clone(), Arc::new(path));
    drive::open(PER_SECOND, time, move |_| {
        let (wires, token, path) = (wires.clone(), token.clone(), path.clone());
        async move { wires.ask(("GET", &path), &token, b"", 200).await.map(drop) }
    })
    .await
}

const RAW_QUEUE: &str = "select t.id, t.subject, t.last_message_at from ticket t where t.status_category = 'open' \
    order by t.last_message_at desc, t.id desc limit 50";
const RAW_TICKET: &str = "select m.id, b.html from ticket t join message m on m.ticket_id = t.id \
    join message_body b on b.message_id = m.id where t.public_id = $1 order by m.seq limit 50";

#[derive(Clone)]
enum RawRead {
    Queue,
    Ticket(PublicId),
    /// The index alone: no scope, no rows.
    Word(Arc<TicketIndex>),
}

fn ask(index: &TicketIndex) -> Result<()> {
    let wanted = [Wanted { text: WORD.to_owned(), is_negated: false, is_phrase: false }];
    let found = index.search(&TicketQuestion::of(&wanted, limits::SEARCH_FOUND))?;
    ensure!(!found.is_empty(), "a ticket with the word");
    Ok(())
}

/// The indexed read alone, as the limit: no HTTP, no session, no JSON.
async fn raw(db: Db, read: RawRead, time: Duration) -> Result<Vec<Duration>> {
    drive::open(PER_SECOND, time, move |_| {
        let (db, read) = (db.clone(), read.clone());
        async move {
            match read {
                RawRead::Queue => {
                    let rows: Vec<(uuid::Uuid, String, i64)> =
                        db.read(async move |rx| rx.query(RAW_QUEUE, params![]).await).await?;
                    ensure!(!rows.is_empty(), "an open ticket");
                }
                RawRead::Ticket(public_id) => {
                    let rows: Vec<(uuid::Uuid, Option<String>)> = db
                        .read(async move |rx| rx.query(RAW_TICKET, params![public_id]).await)
                        .await?;
                    ensure!(!rows.is_empty(), "a message");
                }
                RawRead::Word(index) => ask(&index)?,
            }
            Ok(())
        }
    })
    .await
}
