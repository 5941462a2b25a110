//! Every figure of docs/performance.md, each beside its raw limit of the same run.
//!
//! `proofdesk-bench [FIGURE…] [--json] [--seconds N] [--tickets N] [--wait]`: without names, all of them; `--help` lists them.

mod asked;
mod desk;
mod drive;
mod guard;
mod pages;
mod program;
mod report;
mod rows;
mod search;
mod seeded;
mod sockets;
mod store;
mod tickets;
mod wire;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result};
use asked::{Asked, Figure, Wanted};
use report::{Line, Rate};

/// Demo tickets behind the pages: one customer's page does not read the others'.
const PAGES_TICKETS: u32 = 10_000;

/// Filling an index goes on for so long, or until it has `--tickets`.
const SEARCH_FILLING: Duration = Duration::from_secs(60);

#[tokio::main]
async fn main() -> ExitCode {
    let ended = match asked::read(std::env::args().skip(1)) {
        Ok(Asked::Figures(wanted)) => measure(&wanted).await,
        Ok(Asked::BareSockets) => sockets::serve_bare().await,
        Ok(Asked::Usage) => {
            print!("{}", asked::usage());
            Ok(())
        }
        Err(wrong) => {
            eprintln!("error: {wrong}");
            return ExitCode::from(2);
        }
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(wanted: &Wanted) -> Result<()> {
    for figure in &wanted.figures {
        for line in Box::pin(run(*figure, wanted)).await.with_context(|| figure.name())? {
            line.print(wanted.json)?;
        }
    }
    Ok(())
}

async fn run(figure: Figure, wanted: &Wanted) -> Result<Vec<Line>> {
    let time = wanted.time;
    match figure {
        Figure::Guard => Ok(guard::scan()),
        Figure::StoreSqlite => store::sqlite(time).await,
        Figure::StorePostgres => store::postgres(time).await,
        Figure::TicketsSqlite => Ok(vec![tickets_sqlite(time).await?]),
        Figure::TicketsPostgres => Ok(vec![tickets_postgres(time).await?]),
        Figure::Reading => seeded::reading(wanted.tickets, None, wanted.wait, time).await,
        Figure::ReadingPostgres => {
            let cluster = proofdesk_store::testing::Cluster::start_durable()?;
            let url = store::database(&cluster, "desk").await?;
            seeded::reading(wanted.tickets, Some(url), wanted.wait, time).await
        }
        Figure::Pages => pages::pages(wanted.tickets.min(PAGES_TICKETS), time).await,
        Figure::Search => search::search(wanted.tickets, time.max(SEARCH_FILLING)),
        Figure::Sockets => sockets::sockets(None, time).await,
        Figure::SocketsPostgres => {
            let cluster = proofdesk_store::testing::Cluster::start_durable()?;
            let url = store::database(&cluster, "desk").await?;
            sockets::sockets(Some(url), time).await
        }
    }
}

/// Limit and desk by turns, each time on fresh data, so that a slow minute of the disk falls on both.
const ROUNDS: u32 = 3;

async fn tickets_sqlite(time: Duration) -> Result<Line> {
    let (mut limits, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let folder = tempfile::tempdir()?;
        limits.push(store::sqlite_limit(&folder.path().join("raw.db"), 64, time).await?);
        ours.push(tickets::creation(&folder.path().join("desk"), None, time).await?);
    }
    Ok(together("tickets-http-sqlite-64", ours, limits))
}

async fn tickets_postgres(time: Duration) -> Result<Line> {
    let cluster = proofdesk_store::testing::Cluster::start_durable()?;
    let (mut limits, mut ours) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let folder = tempfile::tempdir()?;
        let raw = store::database(&cluster, &format!("raw_{round}")).await?;
        limits.push(store::postgres_limit(&raw, 64, time).await?);
        let own = store::database(&cluster, &format!("desk_{round}")).await?;
        ours.push(tickets::creation(folder.path(), Some(own), time).await?);
    }
    Ok(together("tickets-http-postgres-64", ours, limits))
}

fn together(name: &str, ours: Vec<Rate>, limits: Vec<Rate>) -> Line {
    Line::rate(name, &Rate::together(ours), &Rate::together(limits))
}
