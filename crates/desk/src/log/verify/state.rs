//! `--state`: rows against what their events fold to.

use std::fmt::Display;

use proofdesk_store::{Rx, params};
use uuid::Uuid;

use super::finding::{Problem, Report};
use super::pages::unless_unreadable;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{CustomerId, TicketId};
use crate::log::Stream;
use crate::log::view::{self, Event};
use crate::ticket::{self, Change};
use crate::{article, attachment, customer, evidence, form, limits, organisation, verification};

/// A row that is not what the events give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Differs {
    table: &'static str,
    row: String,
    column: &'static str,
}

impl Differs {
    pub fn new(table: &'static str, row: impl Display, column: &'static str) -> Self {
        Self { table, row: row.to_string(), column }
    }

    /// The columns of a row that are not the same.
    pub fn of(
        table: &'static str,
        row: impl Display,
        columns: impl IntoIterator<Item = (&'static str, bool)>,
    ) -> Vec<Self> {
        differing(columns).map(|column| Self::new(table, &row, column)).collect()
    }
}

/// Which of some columns are not the same.
pub(crate) fn differing(
    columns: impl IntoIterator<Item = (&'static str, bool)>,
) -> impl Iterator<Item = &'static str> {
    columns.into_iter().filter(|(_, same)| !same).map(|(column, _)| column)
}

/// The nouns whose rows their events reproduce. A new one registers here.
#[derive(Clone, Copy)]
enum Noun {
    Ticket,
    Article,
    Customer,
}

impl Noun {
    const ALL: [Self; 3] = [Self::Ticket, Self::Article, Self::Customer];

    fn table(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Article => "article",
            Self::Customer => "customer",
        }
    }
}

/// Folds a stream's events, all of them in order, and names the rows that differ.
async fn check(rx: &Rx<'_>, stream: &str, events: &[Event]) -> Result<Vec<Differs>> {
    Ok(match Stream::parse(stream) {
        Some(Stream::Ticket(id)) => check_ticket(rx, stream, id, events).await?,
        Some(Stream::Article(id)) => {
            named("article", stream, article::state::check_state(rx, id, events).await?)
        }
        Some(Stream::Customer(id)) => customer::state::check_state(rx, id, events).await?,
        Some(Stream::Organisation) => organisation::state::check_state(rx, events).await?,
        Some(Stream::Staff(..)) => Vec::new(),
        None => vec![Differs::new("stream_head", stream, "stream")],
    })
}

/// Columns of the rows that a whole stream folds to.
fn named(table: &'static str, stream: &str, columns: Vec<&'static str>) -> Vec<Differs> {
    columns.into_iter().map(|column| Differs::new(table, stream, column)).collect()
}

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[STREAMS, IDENTITIES, HAS_STREAM];

const STREAMS: &str =
    "select stream from stream_head where stream > $1 and stream < $2 order by stream limit $3";

const IDENTITIES: &str = "select id, customer_id from identity where id > $1 order by id limit $2";
const HAS_STREAM: &str = "select seq from stream_head where stream = $1";

async fn check_ticket(
    rx: &Rx<'_>,
    stream: &str,
    ticket_id: TicketId,
    events: &[Event],
) -> Result<Vec<Differs>> {
    // Without every payload there is nothing to fold; the chain still stands. Evidence and answers that were erased are gone
    // from rows and payloads alike, and what a masked or erased subject took with it is said anew by a later event.
    let is_gone = |event: &&Event| event.payload.is_none();
    let is_said = |kind: &str| ticket::WORDY.contains(&kind) || ticket::SAID_ANEW.contains(&kind);
    if events.iter().filter(is_gone).any(|event| !is_said(&event.kind)) {
        return Ok(Vec::new());
    }
    let changes = events.iter().map(|event| {
        let payload = event.payload.as_deref().unwrap_or_default();
        (event.seq, event.at, Change::read(&event.kind, event.v, payload).ok().flatten())
    });
    let Some(state) = ticket::fold(ticket_id, changes) else {
        let is_first_gone = events.first().is_some_and(|event| event.payload.is_none());
        return Ok(if is_first_gone { Vec::new() } else { named("ticket", stream, vec!["id"]) });
    };
    let columns = ticket::view::check_state(rx, ticket_id, &state).await?;
    let mut differ = named("ticket", stream, columns);
    differ.extend(evidence::state::check_state(rx, ticket_id, events).await?);
    differ.extend(form::state::check_state(rx, ticket_id, events).await?);
    differ.extend(attachment::state::check_state(rx, ticket_id, events).await?);
    differ.extend(verification::state::check_state(rx, ticket_id, events).await?);
    Ok(differ)
}

/// Compares every row of the registered nouns, and those of the organisation, with what their events fold to. `progress` hears how
/// many streams were compared.
///
/// # Errors
/// Only those of the store.
pub async fn verify_state(
    desk: &Desk,
    report: &mut Report,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<()> {
    for noun in Noun::ALL {
        let prefix = format!("{}:", noun.table());
        let mut after = prefix.clone();
        while let Some(streams) = page(desk, &after, &format!("{prefix}\u{7f}")).await? {
            for stream in streams {
                compare(desk, report, noun.table(), stream.clone()).await?;
                after = stream;
            }
            progress(report.states);
        }
    }
    compare(desk, report, "organisation", Stream::Organisation.name()).await?;
    loose_identities(desk, report).await
}

/// The names of the streams between two, in order; `None` at the end.
async fn page(desk: &Desk, after: &str, end: &str) -> Result<Option<Vec<String>>> {
    let (after, end) = (after.to_owned(), end.to_owned());
    let page = desk.read(async move |rx: &Rx<'_>| streams(rx, &after, &end).await).await?;
    Ok((!page.is_empty()).then_some(page))
}

/// The names of streams between two, in order.
async fn streams(rx: &Rx<'_>, from: &str, end: &str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = rx.query(STREAMS, params![from, end, limits::AUDIT_PAGE]).await?;
    Ok(rows.into_iter().map(|(stream,)| stream).collect())
}

async fn compare(
    desk: &Desk,
    report: &mut Report,
    table: &'static str,
    stream: String,
) -> Result<()> {
    let name = stream.clone();
    let compared = desk
        .read(async move |rx: &Rx<'_>| {
            // Events and row from one snapshot; a stream longer than a page is read on within it.
            let mut events = Vec::new();
            loop {
                let after = events.last().map_or(0, |event: &Event| event.seq);
                let page = view::stream_page(rx, &stream, after, limits::AUDIT_PAGE).await?;
                if page.is_empty() {
                    return check(rx, &stream, &events).await;
                }
                events.extend(page);
            }
        })
        .await;
    report.states += 1;
    let Some(differ) = unless_unreadable(compared)? else {
        report.find(table, &name, None, Problem::Unreadable);
        return Ok(());
    };
    for Differs { table, row, column } in differ {
        report.find(table, row, Some(column), Problem::StateDiffers);
    }
    Ok(())
}

/// Names identities of customers who have no stream, so that no event can speak of them.
async fn loose_identities(desk: &Desk, report: &mut Report) -> Result<()> {
    let mut after = Uuid::nil();
    loop {
        let read = desk.read(async move |rx: &Rx<'_>| identities(rx, after).await);
        let (loose, last) = read.await?;
        for id in loose {
            report.find("identity", id, Some("id"), Problem::StateDiffers);
        }
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}

/// The identities of the next page that stand alone, and the last one that was looked at.
async fn identities(rx: &Rx<'_>, after: Uuid) -> Result<(Vec<Uuid>, Option<Uuid>)> {
    let page: Vec<(Uuid, CustomerId)> =
        rx.query(IDENTITIES, params![after, limits::AUDIT_PAGE]).await?;
    let (mut loose, last) = (Vec::new(), page.last().map(|(id, _)| *id));
    for (id, customer_id) in page {
        let stream = Stream::Customer(customer_id).name();
        if rx.query_opt::<(i64,)>(HAS_STREAM, params![stream]).await?.is_none() {
            loose.push(id);
        }
    }
    Ok((loose, last))
}
