//! What deleted rows leave behind in the pages of a database, and when that is cleared.
//!
//! Clearing looks through the whole file (`Db::clear_deleted`), so those who ask for it share a turn: each stretch of time has one job,
//! and it begins when the stretch is over. None is left out for having asked while it ran. Only SQLite's files are looked through; what
//! a PostgreSQL server does with old versions of rows is in docs/erasure.md.

use std::time::Duration;

use proofdesk_store::{Engine, Tx};

use crate::cx::Cx;
use crate::error::Result;
use crate::job::actions::{Due, enqueue_at};
use crate::time::Timestamp;

/// The kind of the job that clears.
pub const JOB_KIND: &str = "erasure.settle";
/// The lane of that job, and of those that clear at their end. It looks through the file once at a time.
pub const JOB_LANE: &str = "erasure";
/// Attempts of the job: readers may hold old pages for a while, and a full disk needs somebody.
const ATTEMPTS: u32 = 20;
/// How long after a stretch its job begins, for transactions that asked at its very end and are not committed yet.
const GRACE: Duration = Duration::from_secs(60);

/// Has what this transaction deletes cleared soon after the stretch of this length that is under way.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn clear_within(tx: &Tx<'_>, cx: &mut Cx, stretch: Duration) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        return Ok(());
    }
    let end = end_of(cx.now, stretch);
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: &format!("until-{}", end.micros()),
        payload: "null",
        max_attempts: ATTEMPTS,
    };
    enqueue_at(tx, cx, &due, end + GRACE).await
}

fn end_of(now: Timestamp, stretch: Duration) -> Timestamp {
    let length = i64::try_from(stretch.as_micros()).unwrap_or(i64::MAX).max(1);
    Timestamp::from_micros(now.micros().div_euclid(length).saturating_add(1).saturating_mul(length))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::testing::World;

    const STRETCH: Duration = Duration::from_secs(600);

    async fn ask(world: &World) {
        let asked = world.write(world.system_cx(), async |tx: &Tx<'_>, cx: &mut Cx| {
            clear_within(tx, cx, STRETCH).await
        });
        asked.await.unwrap();
    }

    /// When the jobs are due, and in which lane.
    async fn jobs(world: &World) -> Vec<(Timestamp, String)> {
        let read = world.read(async |rx| {
            let sql = "select run_at, lane from job where kind = 'erasure.settle' order by run_at";
            Ok(rx.query(sql, &[]).await?)
        });
        read.await.unwrap()
    }

    #[tokio::test]
    async fn those_who_ask_within_a_stretch_share_its_job() {
        for mut world in World::both().await {
            let first = end_of(world.now, STRETCH);
            ask(&world).await;
            ask(&world).await;
            let is_file = world.db.engine() == Engine::Sqlite;
            let job = |end: Timestamp| (end + GRACE, JOB_LANE.to_owned());
            let expected = if is_file { vec![job(first)] } else { Vec::new() };
            assert_eq!(jobs(&world).await, expected);
            world.wait(STRETCH);
            ask(&world).await;
            let expected =
                if is_file { vec![job(first), job(first + STRETCH)] } else { Vec::new() };
            assert_eq!(jobs(&world).await, expected);
        }
    }

    #[test]
    fn a_stretch_ends_after_whoever_asks_in_it() {
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        for (now, end) in [(0, 600), (1, 600), (599, 600), (600, 1_200), (-1, 0)] {
            assert_eq!(end_of(at(now), STRETCH), at(end), "{now}");
        }
    }
}
