//! The policy on both engines: who sets it, what it does to what lies here, and that the log proves it. What becomes of the exchange's
//! events is among their own tests.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use bytes::Bytes;
use proofdesk_store::{Tx, params};

use super::actions::{self, RetentionChange};
use super::{InputKind, JOB_KIND, Lying, Retention, view};
use crate::attachment::actions::NewAttachment;
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::AttachmentId;
use crate::log::Stream;
use crate::role::Builtin;
use crate::testing::World;
use crate::text::Clean;
use crate::upload::actions::NewUpload;
use crate::viewer::Viewer;
use crate::{attachment, upload};

const HOUR: Duration = Duration::from_secs(3600);

fn stored() -> StoredBlob {
    StoredBlob { size: 4, sha256: [7; 32], head: Bytes::new(), sealed_key: vec![1] }
}

fn hours(input_hours: i64, file_hours: i64) -> RetentionChange {
    RetentionChange { input_hours: Some(input_hours), file_hours: Some(file_hours) }
}

async fn set(world: &World, version: i64, change: RetentionChange) -> Result<i64> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| actions::set(tx, cx, version, &change).await).await
}

async fn look(world: &World) -> (Retention, Vec<Lying>) {
    world.read(async |rx| view::look(rx, &Viewer::Operator).await).await.unwrap()
}

/// What lies here of a kind.
async fn lying(world: &World, kind: InputKind) -> Lying {
    look(world).await.1.into_iter().find(|one| one.kind == kind).unwrap()
}

/// A piece of an upload that is not finished, and a file that no message took: under which ids their bytes rest.
async fn send(world: &World) -> (AttachmentId, AttachmentId) {
    let (cx, brand_id) = (world.admin_cx().await, world.brand_id);
    let sent = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
        let name = || Clean::line("file_name", "recording.bin", 180);
        let new = NewUpload {
            brand_id,
            file_name: name()?,
            declared_type: None,
            length: 10,
            sha256: None,
        };
        let begun = upload::actions::begin(tx, cx, &new).await?;
        let (piece, id): (AttachmentId, AttachmentId) = (cx.id(), cx.id());
        upload::actions::extend(tx, cx, begun.id, 0, piece, &stored()).await?;
        let file = NewAttachment {
            id,
            brand_id,
            file_name: name()?,
            content_type: "application/octet-stream".to_owned(),
            stored: stored(),
            leaks: Vec::new(),
            metadata: None,
            scan: false,
        };
        attachment::actions::record(tx, cx, &file).await?;
        Ok((piece, id))
    });
    sent.await.unwrap()
}

/// What the job destroys now, of uploads and of files.
async fn destroyed(world: &World) -> (Vec<AttachmentId>, Vec<AttachmentId>) {
    let gone = world.write(world.system_cx(), async |tx: &Tx<'_>, cx: &mut Cx| {
        let (_, pieces) = actions::destroy_uploads(tx, cx, 10).await?;
        let (_, files) = actions::destroy_files(tx, cx, 10).await?;
        Ok((pieces, files))
    });
    gone.await.unwrap()
}

/// Jobs that clear what deleted rows left in the file.
async fn clearings(world: &World) -> i64 {
    let read = world.read(async |rx| {
        let sql = "select count(*) from job where kind = 'erasure.settle'";
        Ok(rx.query_one::<(i64,)>(sql, &[]).await?.0)
    });
    read.await.unwrap()
}

#[tokio::test]
async fn what_nobody_took_is_destroyed_with_its_keys() {
    for mut world in World::both().await {
        let (piece, file) = send(&world).await;
        let upload = lying(&world, InputKind::Upload).await;
        assert_eq!((upload.count, upload.oldest_at), (1, Some(world.now)));
        assert_eq!(upload.goes_at, Some(world.now + 72 * HOUR));
        let loose = lying(&world, InputKind::File).await;
        assert_eq!((loose.count, loose.goes_at), (1, Some(world.now + 168 * HOUR)));
        assert_eq!(lying(&world, InputKind::EventFailed).await.oldest_at, None);

        world.wait(71 * HOUR);
        assert_eq!(destroyed(&world).await, (Vec::new(), Vec::new()));
        world.wait(HOUR);
        assert_eq!(clearings(&world).await, 0, "nothing was destroyed yet");
        assert_eq!(destroyed(&world).await, (vec![piece], Vec::new()));
        let is_file = world.db.engine() == proofdesk_store::Engine::Sqlite;
        assert_eq!(clearings(&world).await, i64::from(is_file));
        assert_eq!(lying(&world, InputKind::Upload).await.count, 0);
        let (rows,): (i64,) = world
            .read(async |rx| {
                Ok(rx.query_one("select count(*) from upload_part", params![]).await?)
            })
            .await
            .unwrap();
        assert_eq!(rows, 0, "the keys of the pieces");
        world.wait(96 * HOUR);
        assert_eq!(destroyed(&world).await, (Vec::new(), vec![file]));
        assert_eq!(destroyed(&world).await, (Vec::new(), Vec::new()));
        let kinds = world.kinds(&Stream::Organisation).await;
        let told = kinds.iter().filter(|kind| *kind == "sealed_input.destroyed").count();
        assert_eq!(told, 2, "nothing is told of nothing");
    }
}

#[tokio::test]
async fn an_administrator_says_for_how_long() {
    for mut world in World::both().await {
        assert_eq!(look(&world).await.0, Retention::FIRST);
        for wrong in [hours(0, 10), hours(73, 10), hours(10, 0), hours(10, 169), hours(-1, 1)] {
            assert_eq!(set(&world, 1, wrong).await.unwrap_err().code(), Code::FieldInvalid);
        }
        let (piece, file) = send(&world).await;
        world.wait(2 * HOUR);
        assert_eq!(destroyed(&world).await, (Vec::new(), Vec::new()));
        assert_eq!(set(&world, 1, hours(2, 3)).await.unwrap(), 2);
        let late = set(&world, 1, hours(5, 5)).await.unwrap_err();
        assert_eq!(late.code(), Code::VersionConflict);
        let jobs: (i64,) = world
            .read(async |rx| {
                let waiting = "select count(*) from job where kind = $1 and state = 'ready'";
                Ok(rx.query_one(waiting, params![JOB_KIND]).await?)
            })
            .await
            .unwrap();
        assert_eq!(jobs.0, 1, "nobody waits for the next turn of the schedule");
        // What was sent before counts by the new policy too, and what is left out stays.
        assert_eq!(destroyed(&world).await, (vec![piece], Vec::new()));
        let shorter = RetentionChange { file_hours: Some(1), ..RetentionChange::default() };
        assert_eq!(set(&world, 2, shorter).await.unwrap(), 3);
        assert_eq!(destroyed(&world).await, (Vec::new(), vec![file]));
        let (now, _) = look(&world).await;
        assert_eq!(now, Retention { input_hours: 2, file_hours: 1, version: 3 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_manages_the_brand_sees_and_sets_it() {
    for world in World::both().await {
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let viewer = cx.viewer.clone();
        let seen = world.read(async move |rx| view::look(rx, &viewer).await).await;
        assert_eq!(seen.unwrap_err().code(), Code::NoPermission);
        let tried = world.write(cx, async |tx: &Tx<'_>, cx: &mut Cx| {
            actions::set(tx, cx, 1, &hours(1, 1)).await
        });
        assert_eq!(tried.await.unwrap_err().code(), Code::NoPermission);
    }
}

/// Whoever turns the row without a verb is found out.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_knows_the_policy() {
    for world in World::both().await {
        assert!(world.state().await.findings.is_empty());
        set(&world, 1, hours(24, 48)).await.unwrap();
        assert!(world.state().await.findings.is_empty());
        let turned = world.write(world.system_cx(), async |tx: &Tx<'_>, _cx: &mut Cx| {
            Ok(tx.exec("update sealed_input set input_hours = 72", params![]).await?)
        });
        turned.await.unwrap();
        let findings = world.state().await.findings;
        assert!(
            findings
                .iter()
                .any(|one| one.table == "sealed_input" && one.column == Some("input_hours")),
            "{findings:?}"
        );
    }
}
