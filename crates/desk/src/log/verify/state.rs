//! `--state`: rows against what their events fold to.

use std::pin::Pin;

use proofdesk_store::Rx;

use super::finding::{Problem, Report};
use crate::desk::Desk;
use crate::error::Result;
use crate::limits;
use crate::log::Stream;
use crate::log::view::{self, Event};
use crate::ticket::{self, Change};

/// A stream's events of one page; the columns whose row differs from the fold of all of them.
type Differences<'a> = Pin<Box<dyn Future<Output = Result<Vec<&'static str>>> + Send + 'a>>;

/// A noun whose rows its events reproduce. Nouns register in [`NOUNS`].
struct Noun {
    /// How the names of its streams begin.
    prefix: &'static str,
    table: &'static str,
    /// Folds the stream's events, all of them in order, and names the columns that differ in the row.
    check: for<'a> fn(&'a Rx<'_>, &'a str, &'a [Event]) -> Differences<'a>,
}

const NOUNS: &[Noun] = &[Noun {
    prefix: "ticket:",
    table: "ticket",
    check: |rx, stream, events| Box::pin(check_ticket(rx, stream, events)),
}];

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[STREAMS];

const STREAMS: &str =
    "select stream from stream_head where stream > $1 and stream < $2 order by stream limit $3";

async fn check_ticket(rx: &Rx<'_>, stream: &str, events: &[Event]) -> Result<Vec<&'static str>> {
    let Some(Stream::Ticket(ticket_id)) = Stream::parse(stream) else { return Ok(vec!["id"]) };
    // Without every payload there is nothing to fold; the chain still stands.
    if events.iter().any(|event| event.payload.is_none()) {
        return Ok(Vec::new());
    }
    let changes = events.iter().map(|event| {
        let payload = event.payload.as_deref().unwrap_or_default();
        (event.seq, event.at, Change::read(&event.kind, event.v, payload).ok().flatten())
    });
    match ticket::fold(ticket_id, changes) {
        Some(state) => ticket::view::check_state(rx, ticket_id, &state).await,
        None => Ok(vec!["id"]),
    }
}

/// Compares every row of the registered nouns with what its events fold to. `progress` hears how many were compared.
///
/// # Errors
/// Only those of the store.
pub async fn verify_state(
    desk: &Desk,
    report: &mut Report,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<()> {
    for noun in NOUNS {
        let mut after = noun.prefix.to_owned();
        loop {
            let from = after.clone();
            let streams: Vec<(String,)> = desk
                .read(async move |rx: &Rx<'_>| {
                    let end = format!("{}\u{7f}", noun.prefix);
                    Ok(rx.query(STREAMS, proofdesk_store::params![from, end, limits::AUDIT_PAGE]).await?)
                })
                .await?;
            let Some((last,)) = streams.last() else { break };
            after = last.clone();
            for (stream,) in streams {
                compare(desk, report, noun, stream).await?;
            }
            progress(report.states);
        }
    }
    Ok(())
}

async fn compare(desk: &Desk, report: &mut Report, noun: &'static Noun, stream: String) -> Result<()> {
    let name = stream.clone();
    let columns = desk
        .read(async move |rx: &Rx<'_>| {
            // Events and row from one snapshot; a stream longer than a page is read on within it.
            let mut events = Vec::new();
            loop {
                let after = events.last().map_or(0, |event: &Event| event.seq);
                let page = view::stream_page(rx, &stream, after, limits::AUDIT_PAGE).await?;
                if page.is_empty() {
                    return (noun.check)(rx, &stream, &events).await;
                }
                events.extend(page);
            }
        })
        .await?;
    report.states += 1;
    for column in columns {
        report.find(noun.table, &name, Some(column), Problem::StateDiffers);
    }
    Ok(())
}
