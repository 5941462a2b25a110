#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_store::NewJob;

use super::{actions, view};
use crate::code::Code;
use crate::id::{Id as _, JobId};
use crate::testing::World;

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
        let dead =
            world.read(async move |rx| view::dead(rx, &viewer, None, 10).await).await.unwrap();
        let shown: Vec<_> = dead.iter().map(|job| (job.id, job.last_error.as_deref())).collect();
        assert_eq!(shown, [(id, Some("it broke"))]);
        let (viewer, last) =
            (admin.viewer.clone(), dead.first().map(|job| (job.finished_at, job.id)));
        let rest =
            world.read(async move |rx| view::dead(rx, &viewer, last, 10).await).await.unwrap();
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
