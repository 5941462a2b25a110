//! `--state`: rows against what their events fold to.

use proofdesk_store::{Rx, params};

use super::finding::{Problem, Report};
use super::pages::unless_unreadable;
use crate::desk::Desk;
use crate::error::Result;
use crate::limits;
use crate::log::Stream;
use crate::log::view::{self, Event};
use crate::ticket::{self, Change};
use crate::{article, evidence, form};

/// The nouns whose rows their events reproduce. A new one registers here.
#[derive(Clone, Copy)]
enum Noun {
    Ticket,
    Article,
}

impl Noun {
    const ALL: [Self; 2] = [Self::Ticket, Self::Article];

    /// How the names of its streams begin.
    fn prefix(self) -> &'static str {
        match self {
            Self::Ticket => "ticket:",
            Self::Article => "article:",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Article => "article",
        }
    }

    /// Folds a stream's events, all of them in order, and names the columns that differ in the row.
    async fn check(self, rx: &Rx<'_>, stream: &str, events: &[Event]) -> Result<Vec<&'static str>> {
        match self {
            Self::Ticket => check_ticket(rx, stream, events).await,
            Self::Article => match Stream::parse(stream) {
                Some(Stream::Article(id)) => article::state::check_state(rx, id, events).await,
                _ => Ok(vec!["id"]),
            },
        }
    }
}

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[STREAMS];

const STREAMS: &str =
    "select stream from stream_head where stream > $1 and stream < $2 order by stream limit $3";

async fn check_ticket(rx: &Rx<'_>, stream: &str, events: &[Event]) -> Result<Vec<&'static str>> {
    let Some(Stream::Ticket(ticket_id)) = Stream::parse(stream) else { return Ok(vec!["id"]) };
    // Without every payload there is nothing to fold; the chain still stands. Evidence and answers of an erased message are
    // gone from rows and payloads alike, and what a masked subject erased is said anew by a later event.
    let is_gone = |event: &&Event| event.payload.is_none();
    let is_said = |kind: &str| {
        evidence::KINDS.contains(&kind)
            || kind == form::ANSWERED
            || ticket::SAID_ANEW.contains(&kind)
    };
    if events.iter().filter(is_gone).any(|event| !is_said(&event.kind)) {
        return Ok(Vec::new());
    }
    let changes = events.iter().map(|event| {
        let payload = event.payload.as_deref().unwrap_or_default();
        (event.seq, event.at, Change::read(&event.kind, event.v, payload).ok().flatten())
    });
    match ticket::fold(ticket_id, changes) {
        Some(state) => ticket::view::check_state(rx, ticket_id, &state).await,
        None if events.iter().take(1).any(|event| event.payload.is_none()) => Ok(Vec::new()),
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
    for noun in Noun::ALL {
        let mut after = noun.prefix().to_owned();
        while let Some(streams) = page(desk, noun, &after).await? {
            for stream in streams {
                compare(desk, report, noun, stream.clone()).await?;
                after = stream;
            }
            progress(report.states);
        }
    }
    Ok(())
}

/// The names of a noun's streams after one, in order; `None` at the end.
async fn page(desk: &Desk, noun: Noun, after: &str) -> Result<Option<Vec<String>>> {
    let (after, end) = (after.to_owned(), format!("{}\u{7f}", noun.prefix()));
    let page = desk.read(async move |rx: &Rx<'_>| streams(rx, &after, &end).await).await?;
    Ok((!page.is_empty()).then_some(page))
}

/// The names of streams between two, in order.
async fn streams(rx: &Rx<'_>, from: &str, end: &str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = rx.query(STREAMS, params![from, end, limits::AUDIT_PAGE]).await?;
    Ok(rows.into_iter().map(|(stream,)| stream).collect())
}

async fn compare(desk: &Desk, report: &mut Report, noun: Noun, stream: String) -> Result<()> {
    let name = stream.clone();
    let compared = desk
        .read(async move |rx: &Rx<'_>| {
            // Events and row from one snapshot; a stream longer than a page is read on within it.
            let mut events = Vec::new();
            loop {
                let after = events.last().map_or(0, |event: &Event| event.seq);
                let page = view::stream_page(rx, &stream, after, limits::AUDIT_PAGE).await?;
                if page.is_empty() {
                    return noun.check(rx, &stream, &events).await;
                }
                events.extend(page);
            }
        })
        .await;
    report.states += 1;
    let Some(columns) = unless_unreadable(compared)? else {
        report.find(noun.table(), &name, None, Problem::Unreadable);
        return Ok(());
    };
    for column in columns {
        report.find(noun.table(), &name, Some(column), Problem::StateDiffers);
    }
    Ok(())
}
