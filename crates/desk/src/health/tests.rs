#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! What waits is told with since when, and nobody is told who does not look after jobs.

use std::sync::Arc;
use std::time::Duration;

use proofdesk_store::{Engine, Rx, params};

use super::*;
use crate::code::Code;
use crate::lookup::{
    Answer, ArticleAsk, FoundTicket, NodeError, NodeFuture, SearchNode, TicketAsk,
};
use crate::role::Builtin;
use crate::testing::World;

async fn looked(world: &World, desk: &Desk) -> Health {
    look(desk, world.admin_cx().await).await.unwrap()
}

fn of(health: &Health, name: CheckName) -> Check {
    health.checks.iter().copied().find(|check| check.name == name).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_too_long_and_what_was_given_up_is_told() {
    for mut world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let forget = world.write(world.system_cx(), async |tx, _| {
            tx.exec("delete from job", &[]).await?;
            Ok(())
        });
        forget.await.unwrap();
        let health = looked(&world, &desk).await;
        assert_eq!(health.checks.iter().map(|one| one.name).collect::<Vec<_>>(), CheckName::ALL);
        for check in &health.checks {
            assert!([Level::Ok, Level::Off].contains(&check.level), "{check:?}");
        }
        assert_eq!(health.lanes, []);
        assert_eq!(of(&health, CheckName::Mail).level, Level::Off);

        let begun = world.now;
        let started = world.write(world.admin_cx().await, async |tx, cx| {
            crate::log_verification::actions::start(tx, cx).await.map(|_| ())
        });
        started.await.unwrap();
        let waiting = of(&looked(&world, &desk).await, CheckName::Workers);
        assert_eq!((waiting.level, waiting.count, waiting.at), (Level::Ok, Some(1), Some(begun)));
        desk.db().feed_head().wait_for(|head| *head >= 1).await.unwrap();
        world.wait(Duration::from_secs(301));
        let health = looked(&world, &desk).await;
        assert_eq!(of(&health, CheckName::Workers).level, Level::Warning);
        let lane = health.lanes.first().unwrap();
        assert_eq!(
            (lane.name.as_str(), lane.waiting, lane.running, lane.later),
            ("audit", 1, 0, 0)
        );
        world.wait(Duration::from_secs(3_600));
        let health = looked(&world, &desk).await;
        assert_eq!(of(&health, CheckName::Workers).level, Level::Error);
        // An hour in which nothing was signed, although something happened.
        let signed = of(&health, CheckName::Checkpoints);
        assert_eq!((signed.level, signed.at), (Level::Warning, None));

        let now = world.now;
        let given_up = world.write(world.system_cx(), async move |tx, _| {
            tx.exec("update job set state = 'dead', finished_at = $1", params![now]).await?;
            Ok(())
        });
        given_up.await.unwrap();
        let health = looked(&world, &desk).await;
        let dead = of(&health, CheckName::DeadJobs);
        assert_eq!((dead.level, dead.count, dead.at), (Level::Warning, Some(1), Some(now)));
        assert_eq!(of(&health, CheckName::Workers).level, Level::Ok);
    }
}

/// A node that answers, or does not.
#[derive(Debug)]
struct Node(bool);

impl Node {
    fn says<T: Default + Send + 'static>(&self) -> NodeFuture<T> {
        let answer = match self.0 {
            true => Ok(T::default()),
            false => Err(NodeError("no answer in time".to_owned())),
        };
        Box::pin(async move { answer })
    }
}

impl SearchNode for Node {
    fn articles(&self, _ask: &ArticleAsk) -> NodeFuture<Answer> {
        self.says()
    }

    fn tickets(&self, _ask: &TicketAsk) -> NodeFuture<Vec<FoundTicket>> {
        self.says()
    }
}

/// A node without an index is not without search while another one answers for it.
#[tokio::test]
async fn an_index_elsewhere_is_well_while_its_node_answers() {
    for world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let indexes = [CheckName::TicketIndex, CheckName::ArticleIndex];
        let alone = looked(&world, &desk).await;
        let desk = desk.with_search_node(Arc::new(Node(true)));
        let well = looked(&world, &desk).await;
        let desk = desk.with_search_node(Arc::new(Node(false)));
        let silent = looked(&world, &desk).await;
        let why = Some(Code::SearchNotReady.as_str());
        for name in indexes {
            for (health, told) in [
                (&alone, (Level::Off, false, None)),
                (&well, (Level::Ok, true, None)),
                (&silent, (Level::Warning, true, why)),
            ] {
                let check = of(health, name);
                assert_eq!((check.level, check.is_elsewhere, check.error), told, "{check:?}");
            }
        }
        let mut others = silent.checks.iter().filter(|check| !indexes.contains(&check.name));
        assert!(others.all(|check| !check.is_elsewhere));
    }
}

/// Rows by which PostgreSQL weighs its ways: two of two thousand are dead. SQLite goes by the indexes alone.
const MANY_JOBS: &str = "insert into job \
    (id, kind, lane, payload, run_at, attempts, max_attempts, fence, state, created_at, finished_at) \
    select gen_random_uuid(), 'test.work', 'test', 'null', n, 1, 1, 1, \
    case when n % 1000 = 0 then 'dead' else 'done' end, n, n from generate_series(1, 2000) as s(n)";

async fn plan(rx: &Rx<'_>, sql: &str) -> Result<String> {
    let steps: Vec<String> = match rx.engine() {
        Engine::Sqlite => {
            let sql = format!("explain query plan {sql}");
            let rows: Vec<(i64, i64, i64, String)> = rx.query_dyn(&sql, &[]).await?;
            rows.into_iter().map(|row| row.3).collect()
        }
        Engine::Postgres => {
            let rows: Vec<(String,)> = rx.query_dyn(&format!("explain {sql}"), &[]).await?;
            rows.into_iter().map(|row| row.0).collect()
        }
    };
    Ok(steps.join("\n"))
}

#[tokio::test]
async fn dead_jobs_are_counted_without_reading_those_that_ended_well() {
    for world in World::both().await {
        if world.db.engine() == Engine::Postgres {
            let filled = world.write(world.system_cx(), async |tx, _| {
                tx.exec(MANY_JOBS, &[]).await?;
                tx.exec("analyze job", &[]).await?;
                Ok(())
            });
            filled.await.unwrap();
        }
        let plan = world.read(async |rx| plan(rx, view::DEAD).await).await.unwrap();
        assert!(plan.contains("job_dead"), "{plan}");
    }
}

#[tokio::test]
async fn nobody_is_told_who_does_not_look_after_jobs() {
    for world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let refused = look(&desk, world.cx(&mina.opened).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::NoPermission);
    }
}
