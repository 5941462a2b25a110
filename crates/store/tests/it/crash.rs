//! Killed in the middle of writing, again and again: what was acknowledged is there once, nothing
//! is there by half, and the feed has neither gap nor double.
//!
//! The test starts its own binary again as the writer, reads its acknowledgements from a pipe, and
//! kills it at a random moment. `PROOFDESK_CRASH_ROUNDS` sets how often (3 unless told).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proofdesk_store::testing::Cluster;
use proofdesk_store::{Db, DbUrl, Level, Migration, Options, Result, params};
use uuid::Uuid;

use crate::{until, whole_feed};

const URL: &str = "PROOFDESK_CRASH_URL";
const FIRST: &str = "PROOFDESK_CRASH_FIRST";
const TASKS: i64 = 12;
/// After so many rounds a new database: each round verifies all that is there.
const ROUNDS_OF_ONE: i64 = 20;
/// Numbers that one task of one round may use.
const SHARE: i64 = 1_000_000;

/// No keys: a closure that took effect twice must be seen, not refused.
const MARKS: &[Migration] = &[Migration {
    version: 1,
    name: "marks",
    sql: "create table mark (n bigint not null, event_id uuid not null);
        create table twin (n bigint not null);
        create index mark_n on mark (n);
        create index twin_n on twin (n)",
}];

/// The child's half. As a test of its own it has nothing to do.
#[test]
fn the_writer_that_is_killed() {
    let Ok(url) = std::env::var(URL) else { return };
    let first: i64 = std::env::var(FIRST).unwrap().parse().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(Options::new(url.parse().unwrap()), MARKS).await.unwrap();
        let _sequencer = db.start_sequencer();
        let tasks = (0..TASKS).map(|task| write_for_ever(db.clone(), first + task * SHARE));
        futures_util::future::join_all(tasks).await;
    });
}

/// Failures are expected (the server is stopped, too); only a success is told.
async fn write_for_ever(db: Db, first: i64) {
    for n in first.. {
        let event = Uuid::from_u128(u128::try_from(n).unwrap());
        let done: Result<()> = db
            .write(async move |tx| {
                tx.exec("insert into mark (n, event_id) values ($1, $2)", params![n, event])
                    .await?;
                tx.publish(event, "s", n).await?;
                tx.exec("insert into twin (n) values ($1)", params![n]).await.map(drop)
            })
            .await;
        match done {
            Ok(()) => {
                let mut out = std::io::stdout().lock();
                writeln!(out, "ack {n}").and_then(|()| out.flush()).unwrap();
            }
            // Delay because a server that is down is asked again, not hammered.
            Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    }
}

/// A running child and what it has acknowledged.
struct Writer {
    child: Child,
    acknowledged: Arc<Mutex<BTreeSet<i64>>>,
    reader: std::thread::JoinHandle<()>,
}

impl Writer {
    fn start(url: &str, round: i64) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::the_writer_that_is_killed", "--nocapture"])
            .env(URL, url)
            .env(FIRST, (round * TASKS * SHARE).to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
        let (lines, to) =
            (BufReader::new(child.stdout.take().unwrap()).lines(), acknowledged.clone());
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(std::io::Result::ok) {
                if let Some(n) = line.strip_prefix("ack ").and_then(|n| n.parse().ok()) {
                    to.lock().unwrap().insert(n);
                }
            }
        });
        Writer { child, acknowledged, reader }
    }

    fn count(&self) -> usize {
        self.acknowledged.lock().unwrap().len()
    }

    /// Lets it write for a random while after its first words.
    async fn run_a_while(&self) {
        let before = self.count();
        until("an acknowledgement", async || self.count() > before + 5).await;
        let random = RandomState::new().build_hasher().finish();
        // Delay because the moment of the kill is the random thing under test.
        tokio::time::sleep(Duration::from_micros(random % 250_000)).await;
    }

    /// SIGKILL, then everything that it had said before.
    fn kill(mut self) -> BTreeSet<i64> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.reader.join().unwrap();
        std::mem::take(&mut *self.acknowledged.lock().unwrap())
    }
}

async fn counts(db: &Db, sql: &'static str) -> BTreeMap<i64, i64> {
    // Numbers of all rounds, in pages.
    let mut all = BTreeMap::new();
    loop {
        let after = all.last_key_value().map_or(-1, |(n, _)| *n);
        let page: Result<Vec<(i64, i64)>> =
            db.read(async move |rx| rx.query(sql, params![after]).await).await;
        let page = page.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

async fn verify(url: &str, acknowledged: &BTreeSet<i64>) {
    let db = Db::open(Options::new(url.parse().unwrap()), MARKS).await.unwrap();
    let sequencer = db.start_sequencer();
    let marks =
        counts(&db, "select n, count(*) from mark where n > $1 group by n order by n limit 5000")
            .await;
    let twins =
        counts(&db, "select n, count(*) from twin where n > $1 group by n order by n limit 5000")
            .await;
    for n in acknowledged {
        assert_eq!(marks.get(n), Some(&1), "{n} was acknowledged");
    }
    assert!(marks.values().all(|count| *count == 1), "a write took effect twice");
    assert_eq!(marks, twins, "a write is there by half");
    until("all is numbered", async || whole_feed(&db).await.len() >= marks.len()).await;
    let feed = whole_feed(&db).await;
    let events: BTreeSet<Uuid> = feed.iter().copied().collect();
    assert_eq!(events.len(), feed.len(), "an event is in the feed twice");
    let expected = marks.keys().map(|n| Uuid::from_u128(u128::try_from(*n).unwrap()));
    assert_eq!(events, expected.collect(), "the feed and the writes differ");
    sequencer.stop().await;
    db.close().await;
}

fn rounds() -> i64 {
    std::env::var("PROOFDESK_CRASH_ROUNDS").map_or(3, |rounds| rounds.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_survives_kills() {
    for first in (0..rounds()).step_by(usize::try_from(ROUNDS_OF_ONE).unwrap()) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("crash.db").display());
        let mut acknowledged = BTreeSet::new();
        for round in first..rounds().min(first + ROUNDS_OF_ONE) {
            let writer = Writer::start(&url, round);
            writer.run_a_while().await;
            acknowledged.extend(writer.kill());
            verify(&url, &acknowledged).await;
        }
        let options = Options::new(url.parse::<DbUrl>().unwrap());
        let checks = Db::open(options, MARKS).await.unwrap().doctor().await.unwrap();
        assert!(checks.iter().all(|check| check.level == Level::Ok), "{checks:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_survives_kills_of_the_client_and_of_the_server() {
    for first in (0..rounds()).step_by(usize::try_from(ROUNDS_OF_ONE).unwrap()) {
        let cluster = tokio::task::block_in_place(|| Cluster::start_durable().unwrap());
        let url = cluster.url();
        let mut acknowledged = BTreeSet::new();
        for round in first..rounds().min(first + ROUNDS_OF_ONE) {
            let writer = Writer::start(&url, round);
            writer.run_a_while().await;
            if round % 2 == 0 {
                tokio::task::block_in_place(|| cluster.stop_immediate().unwrap());
                tokio::task::block_in_place(|| cluster.start_again().unwrap());
                // It goes on by itself, with new connections.
                writer.run_a_while().await;
            }
            acknowledged.extend(writer.kill());
            verify(&url, &acknowledged).await;
        }
    }
}
