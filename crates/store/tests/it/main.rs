//! The store on both engines, from outside. One binary: linking it once is most of what it costs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and their world is the real one"
)]

mod backup;
mod crash;
mod disk;
mod feed;
mod job;
mod lost;
mod migration;
mod read;
mod remnants;
mod send;
mod texts;
mod tls;
mod value;
mod write;

use proofdesk_store::{Db, Migration, Result, Tx, params};
use uuid::Uuid;

/// What most tests write to.
pub const NOTES: &[Migration] = &[Migration {
    version: 1,
    name: "notes",
    sql: "create table note (
            id bigint not null primary key,
            body text not null unique,
            owner bigint references note (id),
            stars bigint not null default 0 constraint note_stars check (stars >= 0)
        );
        create table counter (name text not null primary key, value bigint not null);
        insert into counter (name, value) values ('all', 0), ('other', 0);",
}];

pub async fn insert(tx: &Tx<'_>, id: i64) -> Result<u64> {
    tx.exec("insert into note (id, body) values ($1, $2)", params![id, format!("note {id}")]).await
}

pub async fn ids(db: &Db) -> Vec<i64> {
    let rows: Result<Vec<(i64,)>> =
        db.read(async |rx| rx.query("select id from note order by id", &[]).await).await;
    rows.unwrap().into_iter().map(|row| row.0).collect()
}

/// The whole feed, checked to be 1, 2, 3, …
pub async fn whole_feed(db: &Db) -> Vec<Uuid> {
    let mut events = Vec::new();
    loop {
        let after = i64::try_from(events.len()).unwrap();
        let page: Result<_> = db.read(async move |rx| rx.feed_after(after, 1_000).await).await;
        let page = page.unwrap();
        if page.is_empty() {
            return events;
        }
        for (pos, event) in page {
            events.push(event);
            assert_eq!(pos, i64::try_from(events.len()).unwrap(), "the feed has a gap");
        }
    }
}

/// Only what never comes is to fail, however slow the machine is.
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(180);

/// Waits for what must come, without a guess at how long it takes.
pub async fn until(what: &str, mut reached: impl AsyncFnMut() -> bool) {
    let limit = tokio::time::Instant::now() + PATIENCE;
    while !reached().await {
        assert!(tokio::time::Instant::now() < limit, "never came: {what}");
        // Delay because this is the one place that polls.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
