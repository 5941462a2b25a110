//! A desk full of demo tickets: how fast it is filled, how fast it starts, how much it holds, how fast it reads.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use proofdesk_desk::{Desk, MIGRATIONS, system_clock};
use proofdesk_search::TicketIndex;
use proofdesk_server::config::Config;
use proofdesk_server::demo;
use proofdesk_store::{DbUrl, Options, Rx};

use crate::desk::{Bench, listen, open_desk, token_of};
use crate::drive::now;
use crate::program::Program;
use crate::report::Line;
use crate::tickets;

/// Seeding a million tickets may take fifteen minutes.
const SEEDED_PER_SECOND: f64 = 1_000_000.0 / 900.0;
const START_BUDGET_MS: f64 = 1_000.0;
const MEMORY_BUDGET_MIB: f64 = 120.0;

/// Seeds a desk, reads from it, starts it anew, and asks the kernel what it holds.
///
/// # Errors
/// When anything of it fails.
pub async fn reading(
    count: u32,
    postgres: Option<String>,
    wait: bool,
    time: Duration,
) -> Result<Vec<Line>> {
    let folder = tempfile::tempdir()?;
    let suffix = if postgres.is_some() { format!("postgres-{count}") } else { count.to_string() };
    let (mut config, mut desk) = open_desk(folder.path(), None).await?;
    let plan = demo::Plan::new(u64::from(count), system_clock()());
    let begun = now();
    let facts = demo::seed(&desk, &plan, &mut |_, _| {}).await?;
    if let Some(url) = &postgres {
        (config, desk) = moved(folder.path(), desk, url).await?;
    }
    let rate = f64::from(count) / begun.elapsed().as_secs_f64();
    if wait {
        eprintln!("{count} tickets are there; reading after the next line of input");
        std::io::stdin().read_line(&mut String::new())?;
    }
    eprintln!("{count} tickets are there; reading");
    let filled = if postgres.is_some() { "seeding-and-moving" } else { "seeding" };
    let filled = format!("{filled}-{suffix}");
    let mut lines = vec![Line::amount(filled, rate, SEEDED_PER_SECOND, "1/s")];
    let administrator =
        facts.population.ground.members.first().context("the demo has an administrator")?;
    let token = token_of(&desk, administrator.staff_id).await?;
    let bench = listen(&config, desk.clone(), token, String::new()).await?;
    settled(&bench, postgres.is_some()).await?;
    let index = indexed(&bench).await?;
    lines.extend(tickets::reading(&bench, index, &suffix, time).await?);
    bench.running.stop().await;
    lines.extend(start_again(folder.path(), postgres.as_deref(), &suffix)?);
    Ok(lines)
}

/// Filling PostgreSQL ticket by ticket takes twelve times as long as filling a file and moving it there, as an operator
/// moves a desk that has outgrown its file.
async fn moved(folder: &Path, desk: Desk, url: &str) -> Result<(Config, Desk)> {
    let copy = folder.join("copy");
    desk.db().backup(&copy).await?;
    desk.db().close().await;
    let to = Options::new(DbUrl::Postgres { url: url.to_owned() });
    proofdesk_store::restore(&copy, &to, MIGRATIONS).await?;
    std::fs::remove_file(copy)?;
    open_desk(folder, Some(url.to_owned())).await
}

/// Waits until the events of the seeding have their numbers, which the first node of a desk on PostgreSQL gives them, and
/// until that node has read them.
async fn settled(bench: &Bench, is_postgres: bool) -> Result<()> {
    const LEFT: &str = "select count(*) from feed_inbox";
    let read = async |rx: &Rx<'_>| -> Result<i64, proofdesk_desk::Error> {
        Ok(rx.query_one::<(i64,)>(LEFT, &[]).await?.0)
    };
    let head = bench.desk.db().feed_head();
    while (is_postgres && bench.desk.read(read).await? > 0)
        || bench.running.app.hub().pos() < *head.borrow()
    {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

/// Waits until the index of tickets is built, which slows whatever is read meanwhile.
async fn indexed(bench: &Bench) -> Result<Arc<TicketIndex>> {
    let store = bench.running.app.desk().search().context("an index of tickets")?;
    loop {
        if let (Some(index), None) = (store.serving(), store.building()) {
            return Ok(index);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// The real program on the seeded folder: until it listens, and its anonymous memory at rest.
fn start_again(folder: &Path, postgres: Option<&str>, suffix: &str) -> Result<Vec<Line>> {
    let begun = now();
    let program = Program::serve(folder, postgres)?;
    let started = begun.elapsed().as_secs_f64() * 1e3;
    let memory = program.anonymous_kib()? / 1024.0;
    Ok(vec![
        Line::amount(format!("start-{suffix}"), started, START_BUDGET_MS, "ms"),
        Line::amount(format!("idle-memory-{suffix}"), memory, MEMORY_BUDGET_MIB, "MiB"),
    ])
}
