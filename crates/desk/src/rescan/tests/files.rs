//! Names of files and the texts in them are masked where they rest, and the log goes on proving itself.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use bytes::Bytes;
use futures_util::{TryStreamExt as _, stream};

use super::*;
use crate::article_file;
use crate::attachment::actions::NewAttachment;
use crate::attachment::{self, Attachment, FileLeak};
use crate::blob::BlobError;
use crate::id::{ArticleFileId, AttachmentId};
use crate::log::Stream;

const TEXT: &str = "It is all in here.\n";

/// A text file of the customer's, as it was kept when the guard knew less.
async fn upload(old: &Old, name: &str, text: &str) -> AttachmentId {
    let (id, brand_id): (AttachmentId, _) = (old.cx().id(), old.world.brand_id);
    let body = Box::pin(stream::iter([Ok(Bytes::from(text.to_owned()))]));
    let new = NewAttachment {
        id,
        brand_id,
        file_name: Clean::unguarded(name),
        content_type: "text/plain".to_owned(),
        stored: old.desk.blob().put(id, body, 1_000_000).await.unwrap(),
        leaks: Vec::new(),
        metadata: None,
        scan: false,
    };
    let record = old
        .world
        .write(customer(old), async move |tx, cx| attachment::actions::record(tx, cx, &new).await);
    record.await.unwrap().id
}

fn customer(old: &Old) -> Cx {
    cx_at(old.world.now, old.customer.clone())
}

/// Sends it in a reply.
async fn send(old: &Old, id: AttachmentId) {
    let number = old.public_id.clone();
    let send = old.world.write(customer(old), async move |tx, cx| {
        let reply = NewMessage {
            body: Body::by(&cx.viewer, &keyring(), Clean::unguarded("See the file.")),
            visibility: Visibility::Public,
            attachment_ids: vec![id],
            channel: "portal",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        ticket::actions::post(tx, cx, &number, &reply).await
    });
    send.await.unwrap();
}

async fn file(old: &Old, id: AttachmentId) -> Attachment {
    let read = old.desk.read(async move |rx: &Rx<'_>| attachment::view::by_id(rx, id).await);
    read.await.unwrap().unwrap()
}

async fn text(old: &Old, file: &Attachment) -> String {
    let (key, size) = (file.sealed_key.as_deref().unwrap(), file.size.unsigned_abs());
    let body = old.desk.blob().get(file.blob_id, key, size, 0..size).await.unwrap();
    let pieces: Vec<Bytes> = body.try_collect().await.unwrap();
    String::from_utf8(pieces.concat()).unwrap()
}

/// The bytes that jobs are to delete.
async fn to_forget(old: &Old) -> Vec<String> {
    let read = old.desk.read(async |rx: &Rx<'_>| {
        let sql = "select payload from job where kind = 'attachment.forget' order by payload";
        Ok(rx.query::<(String,)>(sql, params![]).await?)
    });
    read.await.unwrap().into_iter().map(|(payload,)| payload).collect()
}

async fn events(old: &Old, kind: &str) -> usize {
    let kinds = old.world.kinds(&Stream::Ticket(old.ticket().await.id)).await;
    kinds.iter().filter(|one| *one == kind).count()
}

#[tokio::test]
async fn names_and_texts_of_files_are_masked() {
    for old in both().await {
        let secret = format!("my words:\n{PHRASE}\nbye\n");
        let id = upload(&old, &format!("{PHRASE} (1).txt"), &secret).await;
        send(&old, id).await;
        let fine = upload(&old, "notes.txt", TEXT).await;
        send(&old, fine).await;
        let untouched = file(&old, fine).await;
        assert_eq!(old.verified().await.findings, []);

        old.walk().await;

        let masked = file(&old, id).await;
        assert_eq!(masked.file_name, "⟦seed-phrase⟧ (1).txt");
        assert_eq!(masked.leaks, [FileLeak { kind: "seed-phrase".to_owned(), certain: true }]);
        assert_ne!(masked.blob_id, id);
        assert_eq!(text(&old, &masked).await, "my words:\n⟦seed-phrase⟧\nbye\n");
        assert_eq!(file(&old, fine).await, untouched);
        assert_eq!(text(&old, &untouched).await, TEXT);
        assert_eq!(events(&old, "ticket.file_masked").await, 2);
        let after = old.verified().await;
        // The note's body, and what two events said of the file: its row is as the last one says.
        assert_eq!((after.findings, after.superseded), (vec![], 3));
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());

        assert_eq!(to_forget(&old).await, [format!("\"{id}\"")]);
        for blob_id in [id, masked.blob_id] {
            attachment::mask::delete_unknown(&old.desk, blob_id).await.unwrap();
        }
        let size = u64::try_from(secret.len()).unwrap();
        let gone = old.desk.blob().get(id, id.uuid().as_bytes(), size, 0..size).await;
        assert!(matches!(gone, Err(BlobError::Missing)));
        assert_eq!(text(&old, &masked).await, "my words:\n⟦seed-phrase⟧\nbye\n");

        old.start().await;
        old.walk().await;
        assert_eq!(file(&old, id).await, masked, "a second walk finds nothing");
        assert_eq!(events(&old, "ticket.file_masked").await, 2);
    }
}

/// Nothing in the log speaks of a file before a message takes it: what it says then is of the masked one.
#[tokio::test]
async fn a_file_that_no_message_took_is_masked_too() {
    for old in both().await {
        let id = upload(&old, &format!("{PHRASE} (1).txt"), PHRASE).await;
        old.walk().await;
        let masked = file(&old, id).await;
        assert_eq!(masked.file_name, "⟦seed-phrase⟧ (1).txt");
        assert_eq!(text(&old, &masked).await, "⟦seed-phrase⟧");
        send(&old, id).await;
        assert_eq!(events(&old, "ticket.file_masked").await, 0);
        assert_eq!(old.verified().await.findings, []);
    }
}

#[tokio::test]
async fn a_copy_of_a_file_that_was_erased_meanwhile_takes_no_place() {
    for old in both().await {
        let id = upload(&old, "notes.txt", PHRASE).await;
        send(&old, id).await;
        let copy_id: AttachmentId = old.cx().id();
        let copy = attachment::mask::copy(&old.desk, id, copy_id).await.unwrap().unwrap();
        let late = old.desk.write(old.cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
            erasure::erase_attachment(tx, cx, id).await?;
            ticket::mask_file(tx, cx, id, &copy).await
        });
        assert!(!late.await.unwrap());
        assert_eq!(file(&old, id).await.sealed_key, None);
        assert_eq!(old.verified().await.findings, []);
        old.walk().await;
        assert_eq!(old.verified().await.findings, []);
    }
}

/// Its bytes are lost, and the walk goes on.
#[tokio::test]
async fn a_file_without_its_bytes_is_passed_over() {
    for old in both().await {
        let id = upload(&old, "notes.txt", PHRASE).await;
        send(&old, id).await;
        old.desk.blob().delete(id).await.unwrap();
        old.walk().await;
        assert!(old.walks().await[0].finished_at.is_some());
        assert_eq!(file(&old, id).await.blob_id, id);
    }
}

#[tokio::test]
async fn an_opening_said_anew_speaks_of_its_files_as_they_are() {
    for old in both().await {
        let id = upload(&old, &format!("{PHRASE} (1).txt"), PHRASE).await;
        let open = old.world.write(customer(&old), async move |tx, cx| {
            let new = NewTicket {
                customer_id: None,
                category: "other".to_owned(),
                subject: Clean::unguarded(&format!("Lost {PHRASE}")),
                body: Body::by(&cx.viewer, &keyring(), Clean::unguarded("See the file.")),
                attachment_ids: vec![id],
                channel: "portal",
                lang: "en".to_owned(),
            };
            ticket::actions::open(tx, cx, &new).await
        });
        let ticket_id = open.await.unwrap().id;
        let mask = old.desk.write(old.cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
            let is_masked = ticket::mask_file_name(tx, cx, id).await?;
            Ok(is_masked && ticket::mask_subject(tx, cx, ticket_id).await?)
        });
        assert!(mask.await.unwrap());
        assert_eq!(old.verified().await.findings, []);
    }
}

#[tokio::test]
async fn a_masked_file_is_held_against_what_the_last_event_says() {
    for old in both().await {
        let id = upload(&old, &format!("{PHRASE} (1).txt"), PHRASE).await;
        send(&old, id).await;
        old.walk().await;
        assert_eq!(old.verified().await.findings, []);
        for (sql, column) in [
            ("update attachment set file_name = 'other' where id = $1", None),
            ("update attachment set content_type = 'other' where id = $1", None),
            ("update attachment set size = size + 1 where id = $1", Some("size")),
        ] {
            let was = file(&old, id).await;
            let change = old.world.write(old.cx(), async move |tx, _| {
                tx.exec(sql, params![id]).await?;
                Ok(())
            });
            change.await.unwrap();
            let live = verify_live(&old.desk, &[], &mut |_| {}).await.unwrap();
            let found: Vec<_> = live.findings.iter().map(|f| (f.table, f.column)).collect();
            assert_eq!(found, [("attachment", column)], "{sql}");
            let back = old
                .world
                .write(old.cx(), async move |tx, _| attachment::actions::replace(tx, &was).await);
            assert!(back.await.unwrap());
        }
        assert_eq!(old.verified().await.findings, []);
    }
}

/// A text that the help centre leads to, and a picture, as they were kept when the guard knew less.
async fn file_articles(old: &Old) -> [AttachmentId; 2] {
    let brand_id = old.world.brand_id;
    let mut blobs = Vec::new();
    for content_type in ["text/plain", "image/png"] {
        let (id, blob_id): (ArticleFileId, AttachmentId) = (old.cx().id(), old.cx().id());
        let bytes = Bytes::from(format!("my words:\n{PHRASE}\nbye\n"));
        let body = Box::pin(stream::iter([Ok(bytes)]));
        let new = article_file::actions::NewFile {
            id,
            brand_id,
            blob_id,
            file_name: Clean::unguarded(&format!("{PHRASE} (1).txt")),
            content_type: content_type.to_owned(),
            stored: old.desk.blob().put(blob_id, body, 1_000_000).await.unwrap(),
            pixels: None,
            scan: false,
        };
        let cx = old.world.admin_cx().await;
        let add =
            old.world.write(cx, async move |tx, cx| article_file::actions::add(tx, cx, &new).await);
        add.await.unwrap();
        blobs.push(blob_id);
    }
    [blobs[0], blobs[1]]
}

#[tokio::test]
async fn files_of_articles_are_masked_in_name_and_text() {
    for old in both().await {
        let [words, picture] = file_articles(&old).await;
        assert_eq!(old.verified().await.findings, []);
        old.walk().await;
        let read = old.desk.read(async move |rx: &Rx<'_>| {
            let sql = "select blob_id from article_file where content_type = 'text/plain'";
            let (blob_id,): (AttachmentId,) = rx.query_one(sql, &[]).await?;
            let masked = article_file::view::by_blob(rx, blob_id).await?.unwrap();
            Ok((masked, article_file::view::by_blob(rx, picture).await?.unwrap()))
        });
        let (masked, picture) = read.await.unwrap();
        assert_eq!(masked.file_name, "⟦seed-phrase⟧ (1).txt");
        assert_ne!(masked.blob_id, words);
        let shown = text(&old, &masked.as_attachment()).await;
        assert_eq!(shown, "my words:\n⟦seed-phrase⟧\nbye\n");
        // Nobody reads what is in a picture.
        assert_eq!(picture.file_name, "⟦seed-phrase⟧ (1).txt");
        let kinds = old.world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.iter().filter(|kind| *kind == "article_file.masked").count(), 2);
        assert_eq!(to_forget(&old).await, [format!("\"{words}\"")]);
        // The rows are as the log says they are by now, and a change by hand is found.
        assert_eq!(old.verified().await.findings, []);
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());
        let change = old.world.write(old.cx(), async |tx, _| {
            tx.exec("update article_file set size = size + 1", &[]).await?;
            Ok(())
        });
        change.await.unwrap();
        let found: Vec<_> =
            old.verified().await.findings.iter().map(|f| (f.table, f.column)).collect();
        assert_eq!(found, [("article_file", Some("size")); 2]);
    }
}
