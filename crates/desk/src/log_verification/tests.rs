#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! What somebody asked for is verified, told and kept, and a forged row is named in it.

use proofdesk_store::params;

use super::*;
use crate::code::Code;
use crate::log::Stream;
use crate::role::Builtin;
use crate::testing::{World, cx_at};
use crate::viewer::Viewer;

async fn started(world: &World) -> Verification {
    let cx = world.admin_cx().await;
    world.write(cx, async |tx, cx| actions::start(tx, cx).await).await.unwrap()
}

/// As the job does it.
async fn verified(world: &World, desk: &Desk, id: LogVerificationId) -> (Vec<Stage>, Verification) {
    crate::testing::settle(desk, || cx_at(world.now, Viewer::System(JOB_KIND))).await;
    let mut stages = Vec::new();
    let outcome = verify(desk, &[], &mut |stage, _| stages.push(stage)).await.unwrap();
    let cx = world.system_cx();
    let finished = world.write(cx, async move |tx, cx| {
        actions::advance(tx, cx, id, (Stage::State, 7)).await?;
        let first = actions::finish(tx, cx, id, &outcome).await?;
        Ok((first, actions::finish(tx, cx, id, &outcome).await?))
    });
    assert_eq!(finished.await.unwrap(), (true, false));
    let viewer = world.admin_cx().await.viewer;
    let all = world.read(async move |rx| view::list(rx, &viewer, None, 10).await).await.unwrap();
    stages.dedup();
    (stages, all.into_iter().find(|one| one.id == id).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verification_keeps_what_it_found_and_names_what_was_forged() {
    for world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let first = started(&world).await;
        assert_eq!((first.stage, first.finished_at), (Stage::Chains, None));
        assert_eq!(started(&world).await.id, first.id, "one is enough");
        let jobs = world.read(async |rx| {
            let jobs = "select count(*) from job where kind = $1 and finished_at is null";
            Ok(rx.query_one::<(i64,)>(jobs, params![JOB_KIND]).await?.0)
        });
        assert_eq!(jobs.await.unwrap(), 1);
        let (stages, done) = verified(&world, &desk, first.id).await;
        assert_eq!(stages, Stage::ALL);
        let outcome = done.outcome.unwrap();
        assert_eq!((outcome.findings_total, outcome.findings), (0, Vec::new()));
        assert!(outcome.events > 0 && outcome.streams > 0 && !outcome.root.is_empty());
        assert_eq!((done.stage, done.looked, done.finished_at), (Stage::State, 7, Some(world.now)));

        let agent = world.role(Builtin::Agent).await;
        let forged = world.write(world.system_cx(), async move |tx, _| {
            let forge = "update role set requires_totp = true where id = $1";
            tx.exec(forge, params![agent]).await?;
            Ok(())
        });
        forged.await.unwrap();
        let second = started(&world).await;
        assert_ne!(second.id, first.id);
        let (_, done) = verified(&world, &desk, second.id).await;
        let outcome = done.outcome.unwrap();
        let named: Vec<_> = outcome
            .findings
            .iter()
            .map(|found| (found.table.as_str(), found.column.as_deref()))
            .collect();
        assert_eq!(named, [("role", Some("requires_totp"))]);
        assert_eq!(outcome.findings_total, 1);
        let told = world.kinds(&Stream::Organisation).await;
        let told: Vec<_> =
            told.iter().filter(|kind| kind.starts_with("log.verification")).collect();
        assert_eq!(
            told,
            [
                "log.verification_started",
                "log.verification_finished",
                "log.verification_started",
                "log.verification_finished",
            ]
        );
    }
}

#[tokio::test]
async fn nobody_verifies_who_may_not_read_the_log() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let viewer = cx.viewer.clone();
        let start = world.write(cx, async |tx, cx| actions::start(tx, cx).await);
        assert_eq!(start.await.unwrap_err().code(), Code::NoPermission);
        let list = world.read(async move |rx| view::list(rx, &viewer, None, 10).await);
        assert_eq!(list.await.unwrap_err().code(), Code::NoPermission);
    }
}
