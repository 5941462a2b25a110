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
        let anonymous = world.anonymous_cx();
        let refused =
            world.write(anonymous, async move |tx, cx| actions::revive(tx, cx, id).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::SignedOut);
    }
}
