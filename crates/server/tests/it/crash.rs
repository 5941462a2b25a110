//! Killed in the middle of its work, again and again, on the same data: what was acknowledged is there once, nothing is
//! there by half, the feed has neither gap nor double, and `audit verify --state` says so.
//!
//! The real binary takes tickets and messages over HTTP, each under an idempotency key, until it gets SIGKILL at a random
//! moment (PostgreSQL: every other time its server is stopped without mercy first). What had no answer by then is sent
//! again under the same key to the next process. `PROOFDESK_CRASH_ROUNDS` sets how often (20 unless told);
//! `PROOFDESK_CRASH_REPORT` names a file that gets a line of JSON for each engine and way to die.

pub mod check;
pub mod load;
pub mod process;

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use proofdesk_store::testing::Cluster;
use proofdesk_testkit::until;
use serde_json::json;

use check::Tally;
use load::Load;
use process::Process;

/// Writes that a round must have acknowledged before anybody dies, so that each kill hits a desk at work.
const WARM: usize = 12;
/// The kill comes at a random moment in so many microseconds after that.
const SPREAD_US: u64 = 400_000;

fn rounds() -> usize {
    #[expect(
        clippy::disallowed_methods,
        reason = "`cargo xtask torture` says how long it should be"
    )]
    std::env::var("PROOFDESK_CRASH_ROUNDS")
        .map_or(20, |rounds| rounds.parse().expect("a number of rounds"))
}

async fn a_while(load: &Load) {
    let before = load.acknowledged();
    until("writes are acknowledged", async || load.acknowledged() >= before + WARM).await;
    let random = RandomState::new().build_hasher().finish() % SPREAD_US;
    // Delay because a kill must hit any moment, and nothing tells which.
    tokio::time::sleep(Duration::from_micros(random)).await;
}

/// Appends the result of one way to die.
fn report(engine: &str, kill: &str, rounds: usize, tally: &Tally) {
    let line = json!({
        "engine": engine, "kill": kill, "rounds": rounds, "acknowledged": tally.acknowledged, "lost": tally.lost,
        "half": tally.half, "feed_gaps": tally.feed_gaps, "feed_doubles": tally.feed_doubles,
    });
    #[expect(
        clippy::disallowed_methods,
        reason = "`cargo xtask torture` says where the result goes"
    )]
    if let Ok(path) = std::env::var("PROOFDESK_CRASH_REPORT") {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        writeln!(file.expect("the report"), "{line}").expect("a line in the report");
    }
    println!("{line}");
}

async fn finish(process: Process, load: Load, data: &Path, url: &str) {
    // Everything that was ever sent without an answer has one now, and is there once.
    load.settle(process.address()).await;
    check::numbered(url).await;
    process.stop().await;
    let tally = check::verify(url, &load).await;
    assert!(tally.is_clean(), "{tally:?}");
    assert_eq!(load.unanswered(), 0);
    process::command(data, url, &["audit", "verify", "--state"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_desks_survive_crashes() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let url = format!("sqlite:{}", data.join("proofdesk.db").display());
    let load = Load::prepare(&data, &url).await;
    let mut tally = Tally::default();
    for round in 0..rounds() {
        let (before, process) = (load.acknowledged(), Process::start(&data, &url).await);
        let working = load.start(process.address(), round);
        a_while(&load).await;
        process.kill();
        working.stop().await;
        tally.add(load.acknowledged() - before, &check::verify(&url, &load).await);
    }
    report("sqlite", "SIGKILL of proofdesk", rounds(), &tally);
    assert!(tally.is_clean(), "{tally:?}");
    finish(Process::start(&data, &url).await, load, &data, &url).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_desks_survive_crashes_of_their_own_and_of_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    // Without fsync: whoever is killed, the machine goes on and keeps what was written.
    let cluster = tokio::task::block_in_place(|| Cluster::start().expect("a cluster"));
    let url = cluster.url();
    let load = Load::prepare(&data, &url).await;
    let (mut own, mut servers) = ((0, Tally::default()), (0, Tally::default()));
    for round in 0..rounds() {
        let (before, process) = (load.acknowledged(), Process::start(&data, &url).await);
        let working = load.start(process.address(), round);
        a_while(&load).await;
        let ends_server = round % 2 == 1;
        if ends_server {
            tokio::task::block_in_place(|| cluster.stop_immediate().expect("the server stops"));
            tokio::task::block_in_place(|| cluster.start_again().expect("the server starts"));
            // The desk goes on by itself, on new connections.
            a_while(&load).await;
        }
        process.kill();
        working.stop().await;
        let (count, tally) = if ends_server { &mut servers } else { &mut own };
        *count += 1;
        tally.add(load.acknowledged() - before, &check::verify(&url, &load).await);
    }
    report("postgres", "SIGKILL of proofdesk", own.0, &own.1);
    report("postgres", "pg_ctl stop -m immediate", servers.0, &servers.1);
    assert!(own.1.is_clean() && servers.1.is_clean(), "{own:?} {servers:?}");
    finish(Process::start(&data, &url).await, load, &data, &url).await;
}

/// The judge is judged: what is broken on purpose it sees.
#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_crashed_badly_would_be_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let url = format!("sqlite:{}", data.join("proofdesk.db").display());
    let load = Load::prepare(&data, &url).await;
    let process = Process::start(&data, &url).await;
    let working = load.start(process.address(), 0);
    a_while(&load).await;
    working.finish().await;
    process.stop().await;
    assert!(check::verify(&url, &load).await.is_clean());
    let spoil = async |sql: &'static str| {
        let db = check::open(&url).await;
        let spoilt = db.write(async move |tx| tx.exec(sql, &[]).await.map(drop)).await;
        let done: proofdesk_store::Result<()> = spoilt;
        done.expect("a spoilt row");
        db.close().await;
        check::verify(&url, &load).await
    };
    let tally = spoil(
        "delete from message_body where message_id = (select min(message_id) from message_body)",
    )
    .await;
    assert!(tally.half > 0, "{tally:?}");
    let tally = spoil("delete from feed where pos = 3").await;
    assert!(tally.feed_gaps > 0, "{tally:?}");
    load.with_known(|known| known.messages.insert("never there".to_owned()));
    assert!(check::verify(&url, &load).await.lost > 0);
}
