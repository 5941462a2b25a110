#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_search::TicketStore;
use proofdesk_store::params;

use super::*;
use crate::id::{AttachmentId, Id as _};
use crate::testing::{World, settle};
use crate::ticket::search::Tickets;

async fn whole(desk: &Desk, store: &Arc<TicketStore>) -> Follower<Tickets> {
    let mut follower = Follower::new(store.clone());
    while follower.step(desk).await.unwrap() {}
    assert!(store.serving().is_some());
    follower
}

fn opened(folder: &tempfile::TempDir) -> Arc<TicketStore> {
    Arc::new(TicketStore::open(Some(folder.path())).unwrap())
}

async fn snapshots(world: &World) -> Vec<(AttachmentId, i64)> {
    let sql = "select blob_id, pos from search_snapshot order by noun";
    world.read(async move |rx| Ok(rx.query(sql, params![]).await?)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_an_index_begins_with_the_snapshot_of_another() {
    for mut world in World::both().await {
        let (desk, sequencer) = world.desk();
        settle(&desk, || world.system_cx()).await;
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = opened(&one);
        // One that is not whole has no snapshot.
        let keep = async |cx| snapshot::keep::<Tickets>(&desk, cx, &store).await;
        assert!(!keep(world.system_cx()).await.unwrap());
        whole(&desk, &store).await;
        assert!(keep(world.system_cx()).await.unwrap());
        let kept = snapshots(&world).await;
        let [(blob_id, pos)] = kept.as_slice() else { panic!("{kept:?}") };
        assert_eq!(*pos, store.serving().unwrap().progress().unwrap().position);
        let (blob_id, other_id) = (*blob_id, AttachmentId::from_uuid(Uuid::from_u128(1)));
        assert!(world.read(async move |rx| snapshot::is_known(rx, blob_id).await).await.unwrap());
        assert!(!world.read(async move |rx| snapshot::is_known(rx, other_id).await).await.unwrap());
        // Nothing new is there, however late it is.
        assert!(!keep(world.system_cx()).await.unwrap());
        world.wait(limits::SEARCH_SNAPSHOT_EVERY * 2);
        assert!(!keep(world.system_cx()).await.unwrap());

        let taken = opened(&other);
        assert!(snapshot::take::<Tickets>(&desk, &taken).await.unwrap());
        assert_eq!(taken.serving().unwrap().progress(), store.serving().unwrap().progress());
        // One that answers takes none.
        assert!(!snapshot::take::<Tickets>(&desk, &taken).await.unwrap());
        whole(&desk, &taken).await;
        drop(sequencer);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_from_before_a_wish_or_whose_bytes_are_gone_is_not_taken() {
    for mut world in World::both().await {
        let (desk, sequencer) = world.desk();
        settle(&desk, || world.system_cx()).await;
        let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
        let [one, late, gone] = folders.as_slice() else { panic!("three folders") };
        let store = opened(one);
        whole(&desk, &store).await;
        assert!(snapshot::keep::<Tickets>(&desk, world.system_cx(), &store).await.unwrap());
        let first = snapshots(&world).await;
        let asked = world.write(world.system_cx(), async |tx, cx| {
            cx.viewer = crate::viewer::Viewer::Operator;
            ask_rebuild(tx, cx).await
        });
        asked.await.unwrap();
        let taken = opened(late);
        assert!(!snapshot::take::<Tickets>(&desk, &taken).await.unwrap());
        whole(&desk, &taken).await;
        // The node that has been there builds anew; its next snapshot takes the place of the first, whose bytes go.
        whole(&desk, &store).await;
        world.wait(limits::SEARCH_SNAPSHOT_EVERY * 2);
        assert!(snapshot::keep::<Tickets>(&desk, world.system_cx(), &store).await.unwrap());
        let second = snapshots(&world).await;
        assert_eq!(second.len(), 1);
        assert_ne!(first, second);
        let rest = desk.blob().list_before(world.now).await.unwrap();
        assert_eq!(rest, second.iter().map(|(blob_id, _)| *blob_id).collect::<Vec<_>>());
        for (blob_id, _) in second {
            desk.blob().delete(blob_id).await.unwrap();
        }
        let taken = opened(gone);
        snapshot::take::<Tickets>(&desk, &taken).await.unwrap_err();
        whole(&desk, &taken).await;
        drop(sequencer);
    }
}
