#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
use proofdesk_store::Tx;

use super::{Contents, Line, export, verify_export};
use crate::log::Stream;
use crate::log::checkpoint::signing_key;
use crate::log::testing::{self, TestDesk, cx};
use crate::log::verify::{Problem, Report};

async fn written(desk: &TestDesk, contents: Contents) -> Vec<u8> {
    let mut out = Vec::new();
    export(&desk.desk, contents, &mut out, &mut |_| {}).await.unwrap();
    out
}

fn key(desk: &TestDesk) -> Vec<Vec<u8>> {
    vec![signing_key(desk.desk.keyring()).verifying_key().as_bytes().to_vec()]
}

fn check(desk: &TestDesk, mut export: &[u8]) -> Report {
    verify_export(&mut export, &key(desk), &[]).unwrap()
}

#[tokio::test]
async fn an_export_verifies_as_the_live_log_does() {
    for desk in testing::both().await {
        let empty = written(&desk, Contents::Included).await;
        assert!(check(&desk, &empty).is_clean());
        desk.fill().await;
        let live = desk.verify().await;
        let full = check(&desk, &written(&desk, Contents::Included).await);
        assert_eq!(full.findings, []);
        assert_eq!(Report { tiles: 0, ..live }, full);
        let lean = check(&desk, &written(&desk, Contents::Omitted).await);
        assert_eq!((lean.findings, lean.messages), (vec![], 0));
        let outside = desk.checkpoints().await;
        assert!(outside.is_empty());
    }
}

#[tokio::test]
async fn what_is_erased_while_an_export_runs_is_no_finding() {
    for desk in testing::both().await {
        let made = desk.fill().await;
        let mut out = Vec::new();
        let mut progress = |_| {};
        let (exported, ()) =
            tokio::join!(export(&desk.desk, Contents::Included, &mut out, &mut progress), async {
                desk.note(90, Stream::Organisation, "meanwhile").await;
                let erase = desk.desk.write(cx(60), async move |tx: &Tx<'_>, cx| {
                    crate::log::erasure::erase_message(tx, cx, made.message_id).await
                });
                erase.await.unwrap();
            });
        exported.unwrap();
        assert_eq!(check(&desk, &out).findings, [], "{:?}", desk.db.engine());
    }
}

#[tokio::test]
async fn another_key_or_an_outside_checkpoint_beyond_the_end_is_found() {
    let desk = testing::sqlite().await;
    desk.fill().await;
    let early = written(&desk, Contents::Included).await;
    let report = verify_export(&mut early.as_slice(), &[vec![1; 32]], &[]).unwrap();
    assert!(report.findings.iter().any(|f| f.problem == Problem::KeyUntrusted), "{report:?}");
    desk.note(91, Stream::Organisation, "later").await;
    let outside: Vec<_> = desk.checkpoints().await.into_iter().map(|a| a.checkpoint).collect();
    let report = verify_export(&mut early.as_slice(), &key(&desk), &outside).unwrap();
    let truncated = Problem::Truncated { size: 12, found: 11 };
    assert!(report.findings.iter().any(|f| f.problem == truncated), "{report:?}");
}

#[tokio::test]
async fn every_changed_byte_of_an_export_is_found() {
    let desk = testing::sqlite().await;
    desk.fill().await;
    let good = written(&desk, Contents::Included).await;
    assert!(check(&desk, &good).is_clean());
    // Each seventh byte, from each start in turn over the lines: every field of every line is met.
    for at in (0..good.len()).step_by(7) {
        let mut changed = good.clone();
        changed[at] ^= 1;
        let around = at.saturating_sub(30)..(at + 30).min(good.len());
        let text = String::from_utf8_lossy(&good[around]).into_owned();
        assert!(!check(&desk, &changed).is_clean(), "byte {at}: {text}");
    }
}

#[tokio::test]
async fn lines_that_are_missing_moved_or_doubled_are_found() {
    let desk = testing::sqlite().await;
    desk.fill().await;
    let good = written(&desk, Contents::Included).await;
    let lines: Vec<&[u8]> = good.split_inclusive(|b| *b == b'\n').collect();
    for at in 0..lines.len() {
        let mut missing = lines.clone();
        missing.remove(at);
        assert!(!check(&desk, &missing.concat()).is_clean(), "without line {}", at + 1);
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at]);
        assert!(!check(&desk, &doubled.concat()).is_clean(), "line {} twice", at + 1);
    }
    assert!(!check(&desk, &[]).is_clean());
    assert!(!check(&desk, b"\xff\xfe\n").is_clean());
    let first: Line = serde_json::from_slice(lines[0]).unwrap();
    assert!(matches!(first, Line::Log { v: 1, contents: true, .. }));
}
