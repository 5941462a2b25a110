//! The customer's pages: what a first visit transfers, and how long the server needs for them.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use proofdesk_desk::brand::view::at_address;
use proofdesk_desk::exchange_token::DevelopmentCustomer;
use proofdesk_desk::exchange_token::actions::{sign_development, verify_and_spend};
use proofdesk_desk::exchange_token::view::development_customers;
use proofdesk_desk::id::PublicId;
use proofdesk_desk::session::Client;
use proofdesk_desk::{Desk, system_clock};
use proofdesk_server::start::operator_cx;
use proofdesk_server::{demo, help};
use proofdesk_store::{Rx, params};

use crate::desk::{Bench, listen, open_desk};
use crate::drive;
use crate::report::{Line, percentiles};
use crate::wire::Wires;

/// What a first visit of a page may transfer, with its own styles and scripts.
const BUDGET_KB: f64 = 60.0;
/// The same of an article, which is read by more people and on worse lines.
const ARTICLE_BUDGET_KB: f64 = 50.0;
/// The median of the server's time.
const BUDGET_US: f64 = 5_000.0;
const READERS: usize = 32;
const PER_SECOND: u32 = 200;

/// Demo customers among whom one with a ticket about a transfer is looked for.
const LOOKED_AT: u32 = 100;
/// Looks at a page for what the exchange says: it waits for that so shortly that a busy machine may do without it once.
const LOOKS: u32 = 3;
/// The ticket about a transfer that has the most messages, of the owner of an account at the sandbox.
const ABOUT_A_TRANSFER: &str = "select t.public_id from sandbox_account a \
    join identity i on i.subject = a.account join ticket t on t.customer_id = i.customer_id \
    join category c on c.id = t.category_id where a.account = $1 \
    and (c.slug like '%deposit%' or c.slug like '%withdrawal%') \
    and not exists (select 1 from ticket_merge m where m.ticket_id = t.id) \
    order by t.message_count desc, t.id limit 1";

/// The home page, the page of a ticket and an article, signed in, on a desk with `count` demo tickets and the shipped articles, which
/// has the sandbox for an exchange.
///
/// # Errors
/// When anything of it fails.
pub async fn pages(count: u32, time: Duration) -> Result<Vec<Line>> {
    let folder = tempfile::tempdir()?;
    let (config, desk) = open_desk(folder.path(), None).await?;
    let plan = demo::Plan::new(u64::from(count), system_clock()());
    let made = demo::seed(&desk, &plan, &mut |_, _| {}).await?;
    // What has happened at the exchange is told and done before anything is measured.
    Box::pin(demo::tell(&desk, plan.seed, &made.population, system_clock()())).await?;
    fill_help(&desk).await?;
    let mut bench = listen(&config, desk.with_sandbox(), String::new(), String::new()).await?;
    let (token, ticket) = reader(&bench).await?;
    bench.token = token;
    let mut lines = Vec::new();
    for (name, path, budget) in [
        ("home", "/".to_owned(), BUDGET_KB),
        ("ticket", ticket, BUDGET_KB),
        ("article", "/en/help/deposit-not-arrived".to_owned(), ARTICLE_BUDGET_KB),
    ] {
        lines.extend(page(&bench, (name, budget), path, time).await?);
    }
    bench.running.stop().await;
    Ok(lines)
}

/// The articles that are shipped, for the brand whose pages are read.
async fn fill_help(desk: &Desk) -> Result<()> {
    let brand_id = desk.read(async |rx| Ok(at_address(rx, None).await?.id)).await?;
    let (folder, _warnings) = help::read(&help::shipped())?;
    let mut cx = operator_cx("bench");
    Box::pin(help::import(desk, &mut cx, brand_id, &folder)).await?;
    Ok(())
}

/// The session of a demo customer with an account, and the page of a ticket of theirs beside which their transfers stand.
async fn reader(bench: &Bench) -> Result<(String, String)> {
    let wires = Wires::connect(bench.address, 1).await?;
    let known = bench.desk.read(async |rx| about_transfers(rx).await).await?;
    for (person, number) in known {
        let token = signed_in(&bench.desk, person).await?;
        let path = format!("/tickets/{number}");
        for _ in 0..LOOKS {
            let page = wires.ask(("GET", &path), &token, b"", 200).await?;
            if String::from_utf8_lossy(&page).contains("id=\"beside\"") {
                return Ok((token, path));
            }
        }
    }
    bail!("no ticket of the demo has a transfer beside it: ask for more of them with --tickets")
}

/// Demo customers with an account, each with their busiest ticket about a transfer.
async fn about_transfers(
    rx: &Rx<'_>,
) -> proofdesk_desk::Result<Vec<(DevelopmentCustomer, PublicId)>> {
    let mut found = Vec::new();
    for person in development_customers(rx, LOOKED_AT).await? {
        let about: Option<(PublicId,)> =
            rx.query_opt(ABOUT_A_TRANSFER, params![person.sub]).await?;
        found.extend(about.map(|(number,)| (person, number)));
    }
    Ok(found)
}

async fn signed_in(desk: &Desk, person: DevelopmentCustomer) -> Result<String> {
    let keyring = desk.clone();
    let entered = desk
        .write(operator_cx("bench"), async move |tx, cx| {
            let token = sign_development(tx, cx, keyring.keyring(), &person).await?;
            verify_and_spend(tx, cx, keyring.keyring(), &token, &Client::default()).await
        })
        .await?;
    Ok(entered.session.token.reveal().to_owned())
}

/// What a page transfers on a first visit, and the latencies of its HTML at an open loop of 200/s.
async fn page(
    bench: &Bench,
    (name, budget): (&str, f64),
    path: String,
    time: Duration,
) -> Result<Vec<Line>> {
    let wires = Arc::new(Wires::connect(bench.address, READERS).await?);
    let (bytes, html) = wires.transfer(&path, &bench.token).await?;
    let html = String::from_utf8(html).context("pages are not compressed: they hold secrets")?;
    let own = own_files(&html);
    ensure!(!own.is_empty(), "the page of {path} names no style");
    let mut transferred = bytes;
    for file in &own {
        transferred += wires.transfer(file, &bench.token).await?.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let kilobytes = transferred as f64 / 1e3;
    let mut weight = Line::amount(format!("page-{name}-first-visit"), kilobytes, budget, "kB");
    weight.n = u64::try_from(own.len() + 1).unwrap_or(u64::MAX);
    let token = bench.token.clone();
    let path = Arc::new(path);
    let samples = drive::open(PER_SECOND, time, move |_| {
        let (wires, token, path) = (wires.clone(), token.clone(), path.clone());
        async move { wires.ask(("GET", &path), &token, b"", 200).await.map(drop) }
    })
    .await?;
    let (p50, p99) = percentiles(&samples);
    let mut server = Line::amount(format!("page-{name}"), p50, BUDGET_US, "us p50");
    (server.p50, server.p99) = (p50, p99);
    server.n = u64::try_from(samples.len()).unwrap_or(u64::MAX);
    Ok(vec![weight, server])
}

/// The styles, scripts and icons that a page names, each once.
fn own_files(html: &str) -> BTreeSet<String> {
    let named = ["href=\"", "src=\""].into_iter().flat_map(|mark| html.split(mark).skip(1));
    let paths = named.filter_map(|rest| rest.split('"').next());
    paths.filter(|path| path.starts_with("/assets/")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_files_once() {
        let html = r#"<link href="/assets/a.css"><script src="/assets/b.js"></script>
            <script src="/assets/b.js"></script><a href="/tickets">x</a>"#;
        let own: Vec<String> = own_files(html).into_iter().collect();
        assert_eq!(own, ["/assets/a.css", "/assets/b.js"]);
    }
}
