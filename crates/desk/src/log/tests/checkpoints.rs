#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
use super::exec;
use proofdesk_sealing::Keyring;

use crate::error::Error;
use crate::id::EventId;
use crate::log::checkpoint::{self, anchor, anchors, signing_key};
use crate::log::note::SignedCheckpoint;
use crate::log::proof::{self, Payloads, ProofError};
use crate::log::testing::{self, SHAPE, cx};
use crate::log::{Stream, view};

#[tokio::test]
async fn every_event_is_proven_and_every_checkpoint_continues_the_ones_before() {
    for desk in testing::both().await {
        desk.fill().await;
        // Enough for tiles of tiles of tiles, signed at many sizes.
        for n in 100..160 {
            desk.note(n, Stream::Organisation, "more").await;
            if n % 7 == 0 {
                desk.checkpoints().await;
            }
        }
        desk.checkpoints().await;
        let key = signing_key(desk.desk.keyring()).verifying_key();
        let read = desk.desk.read(async |rx| {
            let events = view::feed_page(rx, 0, 1_000).await?;
            let mut proofs = Vec::new();
            for event in &events {
                proofs.push(proof::prove_shaped(rx, event.event.id, Payloads::Shown, SHAPE).await?);
            }
            let sizes: Vec<(i64,)> =
                rx.query("select size from checkpoint order by size", &[]).await?;
            let mut continuations = Vec::new();
            for (old,) in &sizes {
                for (new,) in sizes.iter().filter(|(new,)| new >= old) {
                    continuations
                        .push(proof::prove_consistency_shaped(rx, *old, *new, SHAPE).await?);
                }
            }
            Ok((events, proofs, continuations))
        });
        let (events, proofs, continuations) = read.await.unwrap();
        assert!(events.len() > 64 && continuations.len() > 50);
        for (event, proof) in events.iter().zip(proofs) {
            let proof = proof.unwrap();
            assert_eq!(proof.pos, event.pos);
            let signed = proof::verify_proof(&proof, key.as_bytes()).unwrap();
            assert!(signed.checkpoint.size >= event.pos);
            let json = serde_json::to_string(&proof).unwrap();
            assert_eq!(serde_json::from_str::<proof::InclusionProof>(&json).unwrap(), proof);
        }
        for proof in continuations {
            let (old, new) = proof::verify_consistency_proof(&proof, key.as_bytes()).unwrap();
            assert!(old.checkpoint.size <= new.checkpoint.size);
        }
        assert_eq!(desk.verify().await.findings, []);
    }
}

#[tokio::test]
async fn a_proof_that_was_changed_does_not_hold() {
    let desk = testing::sqlite().await;
    let made = desk.fill().await;
    let key = signing_key(desk.desk.keyring()).verifying_key();
    let prove = async move |rx: &proofdesk_store::Rx<'_>| {
        let first = view::stream_page(rx, &Stream::Ticket(made.ticket_id).name(), 0, 1).await?;
        proof::prove_shaped(rx, first[0].id, Payloads::Shown, SHAPE).await
    };
    let good = desk.desk.read(prove).await.unwrap().unwrap();
    assert!(proof::verify_proof(&good, key.as_bytes()).is_ok());
    let check = |change: &dyn Fn(&mut proof::InclusionProof)| {
        let mut changed = good.clone();
        change(&mut changed);
        proof::verify_proof(&changed, key.as_bytes()).unwrap_err()
    };
    assert_eq!(check(&|p| p.v = 2), ProofError::Malformed);
    assert_eq!(check(&|p| p.event.actor.push('x')), ProofError::Event);
    assert_eq!(check(&|p| p.event.hash.0[0] ^= 1), ProofError::Event);
    assert_eq!(check(&|p| p.event.prev.0.truncate(3)), ProofError::Malformed);
    assert_eq!(check(&|p| p.event.payload.as_mut().unwrap().0[0] ^= 1), ProofError::Payload);
    assert_eq!(check(&|p| p.event.payload = None), ProofError::Payload);
    assert_eq!(check(&|p| p.pos += 1), ProofError::Path);
    assert_eq!(check(&|p| p.pos = i64::MIN), ProofError::Malformed);
    assert_eq!(check(&|p| p.path[0].0[0] ^= 1), ProofError::Path);
    assert_eq!(check(&|p| _ = p.path.pop()), ProofError::Path);
    assert_eq!(
        check(&|p| p.checkpoint = p.checkpoint.replace("\n6\n", "\n5\n")),
        ProofError::Signature
    );
    assert_eq!(check(&|p| p.checkpoint.clear()), ProofError::Malformed);
    let mut withheld = good.clone();
    (withheld.event.payload, withheld.event.salt) = (None, None);
    assert!(proof::verify_proof(&withheld, key.as_bytes()).is_ok());
    assert_eq!(proof::verify_proof(&good, &[1; 32]), Err(ProofError::Signature));
}

#[tokio::test]
async fn what_no_checkpoint_covers_has_no_proof_yet() {
    let desk = testing::sqlite().await;
    let event_id = desk.note(1, Stream::Organisation, "founded").await;
    let prove = async move |rx: &proofdesk_store::Rx<'_>| {
        proof::prove_shaped(rx, event_id, Payloads::Shown, SHAPE).await
    };
    assert_eq!(desk.desk.read(prove).await.unwrap(), None);
    let unknown: EventId = cx(9).id();
    let prove = async move |rx: &proofdesk_store::Rx<'_>| {
        proof::prove_shaped(rx, unknown, Payloads::Shown, SHAPE).await
    };
    assert!(desk.desk.read(prove).await.is_err());
}

#[tokio::test]
async fn a_changed_history_is_never_signed() {
    for desk in testing::both().await {
        desk.fill().await;
        desk.note(9, Stream::Organisation, "later").await;
        desk.settle().await;
        exec(&desk, "update event set hash = prev where stream like 'customer:%' and seq = 3")
            .await;
        let advanced = checkpoint::advance_shaped(&desk.desk, cx(10), SHAPE).await;
        assert!(matches!(advanced, Err(Error::Broken { .. })), "{advanced:?}");
    }
}

#[tokio::test]
async fn long_histories_are_signed_in_steps() {
    let desk = testing::sqlite().await;
    assert_eq!(checkpoint::advance(&desk.desk, cx(1)).await.unwrap(), None);
    let events = i64::try_from(crate::limits::CHECKPOINT_EVENTS).unwrap() + 300;
    let fill = desk.desk.write(cx(1), async move |tx, cx| {
        let noted = || crate::log::NewEvent::of(&testing::Noted { text: "many".to_owned() });
        let many = (0..events).map(|_| noted()).collect::<crate::Result<Vec<_>>>()?;
        crate::log::append(tx, cx, &Stream::Organisation, &many).await
    });
    fill.await.unwrap();
    let others = Keyring::generate(&[99; 64]);
    let is_ours = async |keyring: &Keyring| {
        let keyring = keyring.clone();
        let read = desk.desk.read(async move |rx| checkpoint::is_ours(rx, &keyring).await);
        read.await.unwrap()
    };
    assert!(is_ours(&others).await);
    let first = checkpoint::advance(&desk.desk, cx(2)).await.unwrap().unwrap();
    assert!(first.more);
    assert!(is_ours(desk.desk.keyring()).await && !is_ours(&others).await);
    let second = checkpoint::advance(&desk.desk, cx(3)).await.unwrap().unwrap();
    assert!(!second.more);
    // The key's announcement came with the first.
    assert_eq!(second.checkpoint.checkpoint.size, events + 1);
    assert_eq!(checkpoint::advance(&desk.desk, cx(4)).await.unwrap(), None);
    let report = crate::log::verify::verify_live(&desk.desk, &[], &mut |_| {}).await.unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.tiles, report.checkpoints), (18, 2));
}

#[tokio::test]
async fn anchors_survive_a_torn_line() {
    let desk = testing::sqlite().await;
    let path = desk.db.folder().join("anchors.jsonl");
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let signed = |size| {
        let checkpoint = crate::log::note::Checkpoint {
            origin: "proofdesk.log/test".to_owned(),
            size,
            root: [3; 32],
            at: testing::now(),
        };
        SignedCheckpoint::sign(checkpoint, &key)
    };
    anchor(&path, &signed(1)).unwrap();
    let torn = std::fs::read(&path).unwrap();
    std::fs::write(&path, [&torn[..], &torn[..20]].concat()).unwrap();
    anchor(&path, &signed(2)).unwrap();
    let read = anchors(&path).unwrap();
    assert_eq!(read.checkpoints, [signed(1), signed(2)]);
    assert_eq!(read.unreadable, 1);
}
