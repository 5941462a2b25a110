#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_store::{Engine, NewJob};

use super::{Job, Place, actions, view};
use crate::code::Code;
use crate::error::Result;
use crate::id::{Id as _, JobId};
use crate::role::Builtin;
use crate::testing::World;
use crate::viewer::Viewer;

#[tokio::test]
async fn a_dead_job_is_shown_and_runs_again() {
    for world in World::both().await {
        let mut cx = world.system_cx();
        let (id, now): (JobId, i64) = (cx.id(), cx.now.micros());
        let add = async move |tx: &proofdesk_store::Tx<'_>, _: &mut crate::Cx| {
            let new = NewJob {
                id: id.uuid(),
                kind: "test.work",
                lane: "test",
                dedupe_key: Some("one"),
                payload: "null",
                run_at: now,
                max_attempts: 1,
                now,
            };
            Ok(tx.enqueue(&new).await?)
        };
        world.write(cx, add).await.unwrap();
        let lease =
            world.db.lease_jobs("test", "w", now, now + 1_000_000, 1).await.unwrap().pop().unwrap();
        world.db.bury_job(&lease, now, "it broke").await.unwrap();
        let admin = world.admin_cx().await;
        let viewer = admin.viewer.clone();
        let dead = world
            .read(async move |rx| view::dead(rx, &viewer, None, None, 10).await)
            .await
            .unwrap();
        let shown: Vec<_> = dead.iter().map(|job| (job.id, job.last_error.as_deref())).collect();
        assert_eq!(shown, [(id, Some("it broke"))]);
        let (viewer, last) =
            (admin.viewer.clone(), dead.first().and_then(|job| Some((job.finished_at?, job.id))));
        let rest = world
            .read(async move |rx| view::dead(rx, &viewer, None, last, 10).await)
            .await
            .unwrap();
        assert!(rest.is_empty());
        world
            .write(admin.clone(), async move |tx, cx| actions::revive(tx, cx, id).await)
            .await
            .unwrap();
        let again = world.write(admin, async move |tx, cx| actions::revive(tx, cx, id).await).await;
        assert_eq!(again.unwrap_err().code(), Code::NotFound);
        assert_eq!(
            world.db.lease_jobs("test", "w", now, now + 1_000_000, 1).await.unwrap().len(),
            1
        );
        // It dies once more, and is let go.
        let mut cx = world.system_cx();
        let (later, at): (JobId, i64) = (cx.id(), cx.now.micros());
        let add = async move |tx: &proofdesk_store::Tx<'_>, _: &mut crate::Cx| {
            let new = NewJob {
                id: later.uuid(),
                kind: "test.work",
                lane: "test",
                dedupe_key: None,
                payload: "null",
                run_at: at,
                max_attempts: 1,
                now: at,
            };
            Ok(tx.enqueue(&new).await?)
        };
        world.write(cx, add).await.unwrap();
        let let_go = async |cx: crate::Cx| {
            let verb = async move |tx: &proofdesk_store::Tx<'_>, cx: &mut crate::Cx| {
                actions::drop_dead(tx, cx, later).await
            };
            world.write(cx, verb).await
        };
        let waits = let_go(world.admin_cx().await).await;
        assert_eq!(waits.unwrap_err().code(), Code::NotFound, "it waits for a worker");
        let lease =
            world.db.lease_jobs("test", "w", at, at + 1_000_000, 1).await.unwrap().pop().unwrap();
        assert_eq!(lease.id, later.uuid());
        world.db.bury_job(&lease, at, "it broke").await.unwrap();
        assert_eq!(let_go(world.anonymous_cx()).await.unwrap_err().code(), Code::SignedOut);
        let_go(world.admin_cx().await).await.unwrap();
        let gone = let_go(world.admin_cx().await).await;
        assert_eq!(gone.unwrap_err().code(), Code::NotFound);
        let kinds = world.kinds(&crate::log::Stream::Organisation).await;
        let kinds: Vec<&str> = kinds.iter().filter_map(|kind| kind.strip_prefix("job.")).collect();
        assert_eq!(kinds, ["revived", "dropped"]);
        let anonymous = world.anonymous_cx();
        let refused =
            world.write(anonymous, async move |tx, cx| actions::revive(tx, cx, id).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::SignedOut);
    }
}

/// Adds a job of a lane that is due so many seconds from now, before it where that is negative; returns its id.
async fn added(world: &World, lane: &'static str, seconds: i64) -> JobId {
    let mut cx = world.system_cx();
    let (id, now): (JobId, i64) = (cx.id(), cx.now.micros());
    let add = async move |tx: &proofdesk_store::Tx<'_>, _: &mut crate::Cx| {
        let new = NewJob {
            id: id.uuid(),
            kind: "test.work",
            lane,
            dedupe_key: None,
            payload: "\"what it is about\"",
            run_at: now + seconds * 1_000_000,
            max_attempts: 3,
            now,
        };
        Ok(tx.enqueue(&new).await?)
    };
    world.write(cx, add).await.unwrap();
    id
}

fn places(jobs: &[Job]) -> Vec<(JobId, String)> {
    jobs.iter().map(|job| (job.id, job.lane.clone())).collect()
}

#[tokio::test]
async fn what_waits_and_what_runs_is_listed_by_lane_as_workers_take_it() {
    for world in World::both().await {
        let later = added(&world, "test-a", 60).await;
        let early = added(&world, "test-a", -60).await;
        let other = added(&world, "test-b", -90).await;
        let viewer = world.admin_cx().await.viewer;
        let waiting = async |lane: Option<&'static str>, after: Option<Place>, limit| {
            let viewer = viewer.clone();
            let read = world.read(async move |rx| {
                view::waiting(rx, &viewer, lane, after.as_ref(), limit).await
            });
            let all = read.await.unwrap();
            // The desk has jobs of its own.
            all.into_iter().filter(|job| job.lane.starts_with("test-")).collect::<Vec<_>>()
        };
        let running = async |lane: Option<&'static str>| {
            let viewer = viewer.clone();
            let read = world.read(async move |rx| view::running(rx, &viewer, lane, None, 10).await);
            read.await.unwrap()
        };
        let of = |id, lane: &str| (id, lane.to_owned());
        let all = waiting(None, None, 100).await;
        let told = [of(early, "test-a"), of(later, "test-a"), of(other, "test-b")];
        assert_eq!(places(&all), told);
        assert!(all.iter().all(|job| job.finished_at.is_none() && job.held_until.is_none()));
        // Page by page it is the same, each job once.
        let mut after: Option<Place> = Some(("test-".to_owned(), world.now, later));
        let mut paged = Vec::new();
        loop {
            let page = waiting(None, after.take(), 1).await;
            let Some(last) = page.last() else { break };
            after = Some((last.lane.clone(), last.due_at, last.id));
            paged.extend(page);
        }
        assert_eq!(paged, all);
        let of_lane = waiting(Some("test-a"), None, 100).await;
        assert_eq!(places(&of_lane), [of(early, "test-a"), of(later, "test-a")]);
        let first = of_lane.first().map(|job| (job.lane.clone(), job.due_at, job.id));
        let rest = waiting(Some("test-a"), first, 100).await;
        assert_eq!(places(&rest), [of(later, "test-a")]);
        // A worker takes one of them.
        assert!(running(None).await.is_empty());
        let now = world.now.micros();
        let until = now + 1_000_000;
        let lease = world.db.lease_jobs("test-a", "w", now, until, 5).await.unwrap();
        assert_eq!(lease.iter().map(|one| one.id).collect::<Vec<_>>(), [early.uuid()]);
        for lane in [None, Some("test-a")] {
            let held = running(lane).await;
            assert_eq!(places(&held), [of(early, "test-a")]);
            let seen = held.first().map(|job| (job.attempts, job.held_until.map(|at| at.micros())));
            assert_eq!(seen, Some((1, Some(until))));
        }
        assert!(running(Some("test-b")).await.is_empty());
        let left = waiting(None, None, 100).await;
        assert_eq!(places(&left), [of(later, "test-a"), of(other, "test-b")]);
    }
}

#[tokio::test]
async fn dead_jobs_of_one_lane_are_listed_alone() {
    for world in World::both().await {
        let now = world.now.micros();
        for lane in ["test-a", "test-b"] {
            added(&world, lane, 0).await;
            let lease = world.db.lease_jobs(lane, "w", now, now + 1_000_000, 1).await.unwrap();
            world.db.bury_job(lease.first().unwrap(), now, "it broke").await.unwrap();
        }
        let viewer = world.admin_cx().await.viewer;
        for (lane, count) in [(None, 2), (Some("test-a"), 1), (Some("test-c"), 0)] {
            let viewer = viewer.clone();
            let read = world.read(async move |rx| view::dead(rx, &viewer, lane, None, 10).await);
            let dead = read.await.unwrap();
            assert_eq!(dead.len(), count, "{lane:?}");
            assert!(dead.iter().all(|job| lane.is_none_or(|lane| lane == job.lane)));
        }
    }
}

#[tokio::test]
async fn nobody_is_told_of_jobs_who_does_not_look_after_them() {
    for world in World::both().await {
        added(&world, "test-a", 0).await;
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let agent = world.cx(&mina.opened).await.viewer;
        for (viewer, wanted) in [(agent, Code::NoPermission), (Viewer::Anonymous, Code::SignedOut)]
        {
            let asked = viewer.clone();
            let waiting: Result<Vec<Job>> =
                world.read(async move |rx| view::waiting(rx, &asked, None, None, 10).await).await;
            assert_eq!(waiting.unwrap_err().code(), wanted);
            let running: Result<Vec<Job>> =
                world.read(async move |rx| view::running(rx, &viewer, None, None, 10).await).await;
            assert_eq!(running.unwrap_err().code(), wanted);
        }
    }
}

/// Rows by which PostgreSQL weighs its ways: few of many wait. SQLite goes by the indexes alone.
const MANY_JOBS: &str = "insert into job \
    (id, kind, lane, payload, run_at, attempts, max_attempts, fence, state, created_at, finished_at) \
    select gen_random_uuid(), 'test.work', 'test', 'null', n, 1, 1, 1, \
    case when n % 10 = 0 then 'ready' else 'done' end, n, case when n % 10 = 0 then null else n end \
    from generate_series(1, 20000) as s(n)";

/// Without an index of its own: the one by which workers take jobs has them in order.
#[tokio::test]
async fn a_page_of_what_waits_is_read_by_the_index_of_the_workers() {
    for world in World::both().await {
        if world.db.engine() == Engine::Postgres {
            let filled = world.write(world.system_cx(), async |tx, _| {
                tx.exec(MANY_JOBS, &[]).await?;
                tx.exec("analyze job", &[]).await?;
                Ok(())
            });
            filled.await.unwrap();
        }
        for sql in [view::WAITING, view::WAITING_OF_LANE] {
            let of_lane = sql == view::WAITING_OF_LANE;
            let nil = format!("'{}'", uuid::Uuid::nil());
            let sql = sql.replace("$1", if of_lane { "'test'" } else { "''" });
            let sql = sql.replace("$2", "0").replace("$3", &nil).replace("$4", "50");
            let explain = match world.db.engine() {
                Engine::Sqlite => format!("explain query plan {sql}"),
                Engine::Postgres => format!("explain {sql}"),
            };
            let is_sqlite = world.db.engine() == Engine::Sqlite;
            let steps = world.read(async move |rx| {
                Ok(if is_sqlite {
                    let rows: Vec<(i64, i64, i64, String)> = rx.query_dyn(&explain, &[]).await?;
                    rows.into_iter().map(|row| row.3).collect::<Vec<_>>()
                } else {
                    let rows: Vec<(String,)> = rx.query_dyn(&explain, &[]).await?;
                    rows.into_iter().map(|row| row.0).collect()
                })
            });
            let plan = steps.await.unwrap().join("\n");
            assert!(plan.contains("job_due"), "{plan}");
            let lower = plan.to_lowercase();
            assert!(!lower.contains("temp b-tree") && !lower.contains("sort"), "{plan}");
        }
    }
}
