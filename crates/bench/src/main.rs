//! Every figure of docs/performance.md, each beside its raw limit of the same run.
//!
//! `proofdesk-bench [NAME…] [--json] [--seconds N] [--tickets N] [--wait]`: without names, all of them.

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

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use report::{Line, Rate};

const NAMES: &[&str] = &[
    "guard",
    "store-sqlite",
    "store-postgres",
    "tickets-sqlite",
    "tickets-postgres",
    "reading",
    "reading-postgres",
    "pages",
    "search",
    "sockets",
    "sockets-postgres",
];

/// Demo tickets behind the pages: one customer's page does not read the others'.
const PAGES_TICKETS: u32 = 10_000;

/// Filling an index goes on for so long, or until it has `--tickets`.
const SEARCH_FILLING: Duration = Duration::from_secs(60);

struct Wanted {
    names: Vec<String>,
    json: bool,
    time: Duration,
    tickets: u32,
    /// Between filling a desk and reading it, wait for a line on standard input: until the machine is quiet.
    wait: bool,
    /// This process is the server that sockets are compared with.
    bare_sockets: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let wanted = wanted()?;
    if wanted.bare_sockets {
        return sockets::serve_bare().await;
    }
    for name in &wanted.names {
        for line in Box::pin(run(name, &wanted)).await.with_context(|| name.clone())? {
            line.print(wanted.json)?;
        }
    }
    Ok(())
}

async fn run(name: &str, wanted: &Wanted) -> Result<Vec<Line>> {
    let time = wanted.time;
    match name {
        "guard" => Ok(guard::scan()),
        "store-sqlite" => store::sqlite(time).await,
        "store-postgres" => store::postgres(time).await,
        "tickets-sqlite" => Ok(vec![tickets_sqlite(time).await?]),
        "tickets-postgres" => Ok(vec![tickets_postgres(time).await?]),
        "reading" => seeded::reading(wanted.tickets, None, wanted.wait, time).await,
        "reading-postgres" => {
            let cluster = proofdesk_store::testing::Cluster::start_durable()?;
            let url = store::database(&cluster, "desk").await?;
            seeded::reading(wanted.tickets, Some(url), wanted.wait, time).await
        }
        "pages" => pages::pages(wanted.tickets.min(PAGES_TICKETS), time).await,
        "search" => search::search(wanted.tickets, time.max(SEARCH_FILLING)),
        "sockets" => sockets::sockets(None, time).await,
        "sockets-postgres" => {
            let cluster = proofdesk_store::testing::Cluster::start_durable()?;
            let url = store::database(&cluster, "desk").await?;
            sockets::sockets(Some(url), time).await
        }
        _ => bail!("no figure is called {name}; there are {}", NAMES.join(", ")),
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

fn wanted() -> Result<Wanted> {
    let mut wanted = Wanted {
        names: Vec::new(),
        json: false,
        time: Duration::from_secs(5),
        tickets: 100_000,
        wait: false,
        bare_sockets: false,
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--json" => wanted.json = true,
            "--wait" => wanted.wait = true,
            sockets::BARE_ARGUMENT => wanted.bare_sockets = true,
            "--seconds" => wanted.time = Duration::from_secs(number(args.next())?.into()),
            "--tickets" => wanted.tickets = number(args.next())?,
            name => wanted.names.push(name.to_owned()),
        }
    }
    if wanted.names.is_empty() {
        wanted.names = NAMES.iter().map(|name| (*name).to_owned()).collect();
    }
    Ok(wanted)
}

fn number(text: Option<String>) -> Result<u32> {
    text.context("a number is missing")?.parse().context("this is no number")
}
