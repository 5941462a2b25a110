//! Rows that hang on a ticket, changed by hand: each is found by `--state`, and named.

use proofdesk_store::{Tx, params};
use uuid::Uuid;

use super::people::{forge, state};
use crate::attachment::actions::NewAttachment;
use crate::attachment::scan::{self, Verdict};
use crate::attachment::{FileLeak, Metadata};
use crate::blob::StoredBlob;
use crate::error::Result;
use crate::id::{AttachmentId, BrandId, CustomerId, Id as _, IdentityId, SessionId};
use crate::log::testing::{TestDesk, insert_customer};
use crate::render::Body;
use crate::testing::{World, keyring};
use crate::text::Clean;
use crate::ticket::actions::NewTicket;
use crate::viewer::{CustomerViewer, Viewer};
use crate::{Cx, attachment, evidence, form};

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
const SENT: &str = "I sent 2.5 USDT to TQLCsShbQNXMTVCjprY64qZmEA4rBarpQp";

fn customer(customer_id: CustomerId, brand_id: BrandId) -> Viewer {
    Viewer::Customer(CustomerViewer {
        customer_id,
        identity_id: IdentityId::from_uuid(Uuid::nil()),
        brand_id,
        session_id: SessionId::from_uuid(Uuid::nil()),
    })
}

/// A ticket with answers, with evidence that its customer wrote and some that was added, and with files: a text in which something
/// was masked, a picture without its metadata, and one with a virus.
async fn asked(world: &World) {
    let brand_id = world.brand_id;
    let asked = world.write(world.system_cx(), async move |tx, cx| {
        let customer_id = insert_customer(tx, cx, brand_id).await?;
        cx.viewer = customer(customer_id, brand_id);
        let words = upload(tx, cx, brand_id, "words.txt").await?;
        let picture = upload(tx, cx, brand_id, "picture.png").await?;
        let virus = upload(tx, cx, brand_id, "virus.png").await?;
        let new = NewTicket {
            customer_id: None,
            category: "deposit-not-credited".to_owned(),
            subject: Clean::new("Where is my deposit?")?,
            body: Body::by(&cx.viewer, &keyring(), Clean::new(SENT)?),
            attachment_ids: vec![words, picture, virus],
            channel: "portal",
            lang: "en".to_owned(),
        };
        let answers = [("tx".to_owned(), Some(HASH.to_owned()))].into();
        let ticket = form::actions::open_answered(tx, cx, &new, &answers).await?;
        cx.viewer = Viewer::System("test");
        evidence::actions::add(tx, cx, &ticket.public_id, &Clean::new("0.5 BTC")?).await?;
        let found = Verdict::Infected("Win.Test.EICAR_HDB-1".to_owned());
        scan::record(tx, cx, virus, &found).await?;
        // A second look takes nothing back.
        scan::record(tx, cx, virus, &Verdict::Clean).await?;
        scan::record(tx, cx, picture, &Verdict::Clean).await
    });
    asked.await.unwrap();
}

async fn upload(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    name: &'static str,
) -> Result<AttachmentId> {
    let id: AttachmentId = cx.id();
    let is_text = name.ends_with(".txt");
    let leak = FileLeak { kind: "password".to_owned(), certain: false };
    let stored =
        StoredBlob { sealed_key: vec![7; 60], size: 3, sha256: [9; 32], head: Default::default() };
    let file = NewAttachment {
        id,
        brand_id,
        file_name: Clean::new(name)?,
        content_type: if is_text { "text/plain" } else { "image/png" }.to_owned(),
        stored,
        leaks: if is_text { vec![leak] } else { Vec::new() },
        metadata: (!is_text).then_some(Metadata::Kept),
        scan: false,
    };
    attachment::actions::record(tx, cx, &file).await?;
    Ok(id)
}

/// What is done by hand, and the table and column that have to be named.
const FORGED: &[(&str, &str, &str)] = &[
    // Evidence: what was found, and what was added.
    ("update evidence set network = 'ethereum' where kind = 'address'", "evidence", "network"),
    ("update evidence set network = 'tron' where kind = 'tx'", "evidence", "network"),
    ("update evidence set asset = 'btc' where asset = 'usdt'", "evidence", "asset"),
    ("update evidence set message_id = null where kind = 'address'", "evidence", "message_id"),
    (
        "update evidence set message_id = ticket_id where message_id is null",
        "evidence",
        "message_id",
    ),
    (
        "update evidence set author_kind = 'system' where kind = 'address'",
        "evidence",
        "author_kind",
    ),
    ("update evidence set author_id = null where kind = 'address'", "evidence", "author_id"),
    ("update evidence set author_id = ticket_id where asset = 'btc'", "evidence", "author_id"),
    (
        "update evidence set created_at = created_at + 1 where kind = 'address'",
        "evidence",
        "created_at",
    ),
    // Answers.
    ("update answer set form_version = form_version + 1", "answer", "form_version"),
    ("update answer set message_id = ticket_id", "answer", "message_id"),
    // Files.
    (
        "update attachment set uploader_kind = 'staff' where file_name = 'words.txt'",
        "attachment",
        "uploader_kind",
    ),
    (
        "update attachment set uploader_id = ticket_id where file_name = 'words.txt'",
        "attachment",
        "uploader_id",
    ),
    ("update attachment set leaks = null where file_name = 'words.txt'", "attachment", "leaks"),
    (
        "update attachment set metadata = 'removed' where file_name = 'picture.png'",
        "attachment",
        "metadata",
    ),
    (
        "update attachment set metadata = 'removed' where file_name = 'words.txt'",
        "attachment",
        "metadata",
    ),
    (
        "update attachment set scan_note = 'Nothing' where file_name = 'virus.png'",
        "attachment",
        "scan_note",
    ),
    ("update attachment set scan = 'clean' where file_name = 'virus.png'", "attachment", "scan"),
    (
        "update attachment set scan = 'infected' where file_name = 'picture.png'",
        "attachment",
        "scan",
    ),
];

#[tokio::test]
async fn rows_of_a_ticket_that_differ_from_its_events_are_found_by_state() {
    for world in World::both().await {
        asked(&world).await;
        let engine = world.db.engine();
        let desk = TestDesk::of(world.db);
        assert_eq!(state(&desk).await.findings, [], "{engine:?}");
        for (sql, table, column) in FORGED {
            forge(&desk, (*sql).to_owned(), table, column).await;
        }
    }
}

/// What events do not tell is not held against a row: those that are older than a fact, and a file that nobody found anything in.
#[tokio::test]
async fn what_no_event_tells_is_no_difference() {
    for world in World::both().await {
        asked(&world).await;
        let desk = TestDesk::of(world.db);
        let run = async |tx: &Tx<'_>| -> Result<()> {
            let (id, payload): (Uuid, Vec<u8>) = tx
                .query_one("select id, payload from event where kind = 'ticket.opened'", &[])
                .await?;
            let mut opened: serde_json::Value = serde_json::from_slice(&payload).unwrap();
            for file in opened["message"]["attachments"].as_array_mut().unwrap() {
                let file = file.as_object_mut().unwrap();
                assert!(file.remove("leaks_digest").is_some());
                file.remove("metadata");
            }
            let older = serde_json::to_vec(&opened).unwrap();
            tx.exec("update event set payload = $1 where id = $2", params![older, id]).await?;
            tx.exec("update attachment set leaks = null, metadata = null", &[]).await?;
            tx.exec("update attachment set scan = 'failed' where scan = 'clean'", &[]).await?;
            Ok(())
        };
        desk.db.write(run).await.unwrap();
        assert_eq!(state(&desk).await.findings, []);
    }
}
