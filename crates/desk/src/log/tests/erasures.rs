#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
use proofdesk_store::{Rx, Tx};

use super::exec;
use crate::code::Code;
use crate::log::erasure::{erase_attachment, erase_message, erase_payload};
use crate::log::ledger::{self, LedgerLine, Replayed};
use crate::log::testing::{self, cx};
use crate::log::{Stream, view};
use crate::viewer::Viewer;

#[tokio::test]
async fn erasing_leaves_the_history_whole_and_says_so_once() {
    for desk in testing::both().await {
        let made = desk.fill().await;
        let before = desk.verify().await;
        assert_eq!((before.findings, before.erasures), (vec![], 3));
        let again = desk.desk.write(cx(20), async move |tx: &Tx<'_>, cx| {
            erase_message(tx, cx, made.erased_id).await?;
            erase_payload(tx, cx, made.event_id).await?;
            erase_attachment(tx, cx, made.attachment_id).await?;
            erase_attachment(tx, cx, made.attachment_id).await
        });
        again.await.unwrap();
        desk.checkpoints().await;
        let after = desk.verify().await;
        assert_eq!((after.findings, after.erasures), (vec![], 4));
        let row = desk.desk.read(async move |rx: &Rx<'_>| {
            let row: (i64, i64) = rx
                .query_one(
                    "select t.version, h.seq from ticket t, stream_head h where h.stream like 'ticket:%'",
                    &[],
                )
                .await?;
            Ok(row)
        });
        let (version, seq) = row.await.unwrap();
        assert_eq!(version, seq, "a ticket's version is the seq of its last event");
    }
}

#[tokio::test]
async fn erasing_needs_the_right_and_spares_the_log_itself() {
    let desk = testing::sqlite().await;
    let made = desk.fill().await;
    for viewer in [Viewer::Anonymous, Viewer::Staff(crate::testing::member(Default::default()))] {
        let mut cx = cx(30);
        cx.viewer = viewer;
        let erase = async move |tx: &Tx<'_>, cx: &mut crate::Cx| {
            erase_message(tx, cx, made.message_id).await
        };
        assert!(desk.desk.write(cx.clone(), erase).await.is_err());
        let erase =
            async move |tx: &Tx<'_>, cx: &mut crate::Cx| erase_payload(tx, cx, made.event_id).await;
        assert_eq!(desk.desk.write(cx, erase).await.unwrap_err().code(), Code::NoPermission);
    }
    let own = desk.desk.write(cx(31), async move |tx: &Tx<'_>, cx| {
        let events = view::stream_page(tx, &Stream::Ticket(made.ticket_id).name(), 0, 100).await?;
        let erased = events.iter().find(|event| event.kind == "log.erased").map(|event| event.id);
        erase_payload(tx, cx, erased.unwrap()).await
    });
    assert_eq!(own.await.unwrap_err().code(), Code::FieldInvalid);
    assert_eq!(desk.verify().await.findings, []);
}

/// The backup was made before the erasure; the ledger lay elsewhere.
#[tokio::test]
async fn a_restored_backup_is_erased_again_by_the_ledger() {
    for desk in testing::both().await {
        let made = desk.fill().await;
        let path = desk.db.folder().join("erasures.jsonl");
        while ledger::extend(&desk.desk, cx(40), path.clone()).await.unwrap() {}
        let mut exported = Vec::new();
        assert_eq!(ledger::export(&desk.desk, &mut exported).await.unwrap(), 3);
        assert_eq!(std::fs::read(&path).unwrap(), exported);

        // What the restore brings back: the content, and a history without the erasures. The chains end where the
        // backup was made, so the events of the erasures are gone too.
        exec(&desk, "delete from erasure").await;
        exec(&desk, "update message_body set body = 'my name is Alice' where body is null").await;
        exec(&desk, "update attachment set sealed_key = sha256, erased_at = null").await;
        exec(&desk, "update event set payload = hash, salt = prev where payload is null").await;
        let replayed = replay(&desk, &exported).await;
        assert_eq!(replayed, Replayed { erased: 3, absent: 0, refused: 0 });
        let gone = desk.desk.read(async move |rx: &Rx<'_>| {
            let body = crate::log::rows::body(rx, crate::id::Id::uuid(made.erased_id)).await?;
            let payload = view::payload(rx, crate::id::Id::uuid(made.event_id)).await?;
            Ok((body.unwrap().body, payload))
        });
        assert_eq!(gone.await.unwrap(), (None, None));
        assert_eq!(replay(&desk, &exported).await, Replayed { erased: 3, absent: 0, refused: 0 });
    }
}

#[tokio::test]
async fn a_forged_ledger_erases_nothing() {
    let (desk, other) = (testing::sqlite().await, testing::sqlite().await);
    desk.fill().await;
    other.note(77, Stream::Organisation, "another log").await;
    let mut exported = Vec::new();
    ledger::export(&desk.desk, &mut exported).await.unwrap();
    let lines: Vec<LedgerLine> = exported
        .split(|b| *b == b'\n')
        .filter_map(|line| serde_json::from_slice(line).ok())
        .collect();
    let mut forged = lines[0].clone();
    forged.erased.subject_id = uuid::Uuid::from_u128(9);
    let text = format!("no line\n\n{}\n", serde_json::to_string(&forged).unwrap());
    assert_eq!(replay(&desk, text.as_bytes()).await, Replayed { erased: 0, absent: 0, refused: 3 });
    // Signed by the same installation, but for a log that began otherwise.
    let refused = Replayed { erased: 0, absent: 0, refused: 3 };
    assert_eq!(replay(&other, &exported).await, refused);
    assert_eq!(desk.verify().await.findings, []);
}

async fn replay(desk: &testing::TestDesk, mut lines: &[u8]) -> Replayed {
    ledger::replay(&desk.desk, &cx(50), &mut lines).await.unwrap()
}
