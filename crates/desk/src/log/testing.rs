//! A small desk with a history that has everything in it: messages, files, erasures, checkpoints.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::ops::Range;
use std::sync::Arc;

use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::{self, TestDb};
use proofdesk_store::{Sequencer, Tx, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::checkpoint::{self, Advanced};
use super::tree::Shape;
use super::verify::{self, Report};
use super::{NewEvent, Payload, Stream, erasure, hash};
use crate::blob::{Blob, BlobError, BlobFuture, ByteStream, StoredBlob};
use crate::cx::Cx;
use crate::desk::{Desk, MIGRATIONS};
use crate::error::Result;
use crate::id::{
    AttachmentId, BrandId, CategoryId, CustomerId, EventId, Id as _, MessageId, StatusId, TicketId,
};
use crate::identity::Level;
use crate::status;
use crate::ticket::{
    AttachmentFact, Author, MessageAdded, MessageFact, Opened, Priority, PrioritySet, Risk,
    StatusCategory, Ticket, Visibility,
};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Four hashes a tile: a dozen events make a tree of tiles.
pub(in crate::log) const SHAPE: Shape = Shape::narrow(2);

/// A payload of no noun.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    pub text: String,
}

impl Payload for Noted {
    const KIND: &'static str = "test.noted";
    const V: i64 = 1;
}

/// Files are beside the point here.
#[derive(Debug)]
pub struct NoBlob;

impl Blob for NoBlob {
    fn put(&self, _: AttachmentId, _: ByteStream, _: u64) -> BlobFuture<'_, StoredBlob> {
        Box::pin(std::future::ready(Err(BlobError::Missing)))
    }

    fn get<'a>(
        &'a self,
        _: AttachmentId,
        _: &'a [u8],
        _: u64,
        _: Range<u64>,
    ) -> BlobFuture<'a, ByteStream> {
        Box::pin(std::future::ready(Err(BlobError::Missing)))
    }

    fn list_before(&self, _: Timestamp) -> BlobFuture<'_, Vec<AttachmentId>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn delete(&self, _: AttachmentId) -> BlobFuture<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }
}

pub struct TestDesk {
    pub desk: Desk,
    pub db: TestDb,
    _sequencer: Sequencer,
}

pub fn now() -> Timestamp {
    Timestamp::from_micros(1_789_302_400_000_123)
}

pub fn cx(seed: u8) -> Cx {
    Cx::new(now(), Viewer::Operator, Locale::En, "test".to_owned(), [seed; 32])
}

pub async fn sqlite() -> TestDesk {
    TestDesk::of(testing::sqlite(MIGRATIONS).await)
}

/// An empty desk on each engine.
pub async fn both() -> Vec<TestDesk> {
    testing::both(MIGRATIONS).await.into_iter().map(TestDesk::of).collect()
}

/// What the fixture made.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    pub ticket_id: TicketId,
    /// With one file, both there.
    pub message_id: MessageId,
    pub attachment_id: AttachmentId,
    /// With one file, both erased.
    pub erased_id: MessageId,
    /// Its payload was erased.
    pub event_id: EventId,
}

impl TestDesk {
    pub fn of(db: TestDb) -> Self {
        let sequencer = db.start_sequencer();
        let desk = Desk::new((*db).clone(), Arc::new(NoBlob), Keyring::generate(&[7; 64]));
        Self { desk, db, _sequencer: sequencer }
    }

    /// Appends one event to a stream.
    pub async fn note(&self, seed: u8, stream: Stream, text: &str) -> EventId {
        let noted = Noted { text: text.to_owned() };
        let appended = self
            .desk
            .write(cx(seed), async move |tx: &Tx<'_>, cx: &mut Cx| {
                super::append(tx, cx, &stream, &[NewEvent::of(&noted)?]).await
            })
            .await;
        appended.unwrap().event_id
    }

    /// Waits until the feed has every event.
    pub async fn settle(&self) -> i64 {
        let count = async |rx: &proofdesk_store::Rx<'_>| -> Result<(i64,)> {
            Ok(rx.query_one("select count(*) from event", params![]).await?)
        };
        let (events,) = self.desk.read(count).await.unwrap();
        self.db.feed_head().wait_for(|head| *head >= events).await.unwrap();
        events
    }

    /// Runs the checkpointer until it has nothing to do.
    pub async fn checkpoints(&self) -> Vec<Advanced> {
        let mut all = Vec::new();
        loop {
            self.settle().await;
            let seed = u8::try_from(all.len()).unwrap() + 200;
            match checkpoint::advance_shaped(&self.desk, cx(seed), SHAPE).await.unwrap() {
                Some(advanced) => all.push(advanced),
                None => return all,
            }
        }
    }

    pub async fn verify(&self) -> Report {
        verify::verify_shaped(&self.desk, &[], &mut |_| {}, SHAPE).await.unwrap()
    }

    /// A dozen events of every sort, checkpoints over them.
    pub async fn fill(&self) -> Made {
        self.note(1, Stream::Organisation, "founded").await;
        let customer = Stream::Customer(CustomerId::from_uuid(Uuid::from_u128(0xc)));
        let event_id = self.note(2, customer.clone(), "lives in Wonderland").await;
        let made = self
            .desk
            .write(cx(3), async move |tx: &Tx<'_>, cx: &mut Cx| ticket(tx, cx, event_id).await);
        let made = made.await.unwrap();
        self.checkpoints().await;
        let erase = self.desk.write(cx(4), async move |tx: &Tx<'_>, cx: &mut Cx| {
            erasure::erase_message(tx, cx, made.erased_id).await?;
            erasure::erase_payload(tx, cx, made.event_id).await
        });
        erase.await.unwrap();
        self.note(5, customer, "moved").await;
        self.checkpoints().await;
        made
    }
}

/// A ticket with its opening event, as the noun itself makes it, and rows to refer to.
pub async fn open_ticket(desk: &TestDesk) -> TicketId {
    let open = desk.desk.write(cx(70), async |tx: &Tx<'_>, cx: &mut Cx| {
        let ticket_id: TicketId = cx.id();
        let places = places(tx, cx).await?;
        let opened = Opened {
            public_id: cx.public_id(),
            brand_id: places.brand_id,
            customer_id: places.customer_id,
            category_id: places.category_id,
            subject: "Money".to_owned(),
            status_id: places.status_id,
            status_category: StatusCategory::Open,
            priority: Priority::Normal,
            risk: Risk::None,
            channel: "portal".to_owned(),
            lang: "en".to_owned(),
            message: message(tx, cx, (places.brand_id, ticket_id, 1), "Help", Author::Customer)
                .await?,
        };
        let ticket = opened.ticket(ticket_id, cx.now);
        insert_ticket(tx, &ticket).await?;
        super::begin(tx, cx, &Stream::Ticket(ticket_id), &[NewEvent::of(&opened)?]).await?;
        Ok(ticket_id)
    });
    open.await.unwrap()
}

struct Places {
    brand_id: BrandId,
    customer_id: CustomerId,
    category_id: CategoryId,
    status_id: StatusId,
}

async fn places(tx: &Tx<'_>, cx: &mut Cx) -> Result<Places> {
    let (brand_id, category_id): (BrandId, CategoryId) = (cx.id(), cx.id());
    let status_id = status::builtin(StatusCategory::Open);
    tx.exec(
        "insert into brand (id, slug, name, locales, created_at, version) \
         values ($1, 'main', 'Main', 'en', $2, 1)",
        params![brand_id, cx.now],
    )
    .await?;
    tx.exec(
        "insert into category (id, brand_id, slug, position) values ($1, $2, 'other', 1)",
        params![category_id, brand_id],
    )
    .await?;
    tx.exec(
        "insert into status (id, name, category, builtin, position) \
         values ($1, 'open', 'open', true, 1)",
        params![status_id],
    )
    .await?;
    let customer_id = insert_customer(tx, cx, brand_id).await?;
    Ok(Places { brand_id, customer_id, category_id, status_id })
}

/// A customer without events.
pub async fn insert_customer(tx: &Tx<'_>, cx: &mut Cx, brand_id: BrandId) -> Result<CustomerId> {
    let (id, now): (CustomerId, Timestamp) = (cx.id(), cx.now);
    tx.exec(
        "insert into customer (id, brand_id, locale, time_zone, created_at, updated_at, version) \
         values ($1, $2, 'en', 'UTC', $3, $3, 1)",
        params![id, brand_id, now],
    )
    .await?;
    Ok(id)
}

async fn insert_ticket(tx: &Tx<'_>, t: &Ticket) -> Result<()> {
    tx.exec(
        "insert into ticket (id, public_id, brand_id, customer_id, category_id, subject, status_id, \
         status_category, priority, risk, channel, lang, created_at, updated_at, last_message_at, last_message_by, \
         message_count, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'portal', 'en', \
         $11, $11, $11, 'customer', $12, $13)",
        params![
            t.id,
            t.public_id,
            t.brand_id,
            t.customer_id,
            t.category_id,
            t.subject,
            t.status_id,
            t.status_category,
            t.priority.rank(),
            t.risk,
            t.created_at,
            t.message_count,
            t.version
        ],
    )
    .await?;
    Ok(())
}

async fn ticket(tx: &Tx<'_>, cx: &mut Cx, event_id: EventId) -> Result<Made> {
    let ticket_id: TicketId = cx.id();
    let places = places(tx, cx).await?;
    let brand_id = places.brand_id;
    let first =
        message(tx, cx, (brand_id, ticket_id, 2), "Wo ist mein Geld? ₿", Author::Customer).await?;
    let second =
        message(tx, cx, (brand_id, ticket_id, 3), "my name is Alice", Author::Customer).await?;
    tx.exec(
        "insert into ticket (id, public_id, brand_id, customer_id, category_id, subject, status_id, \
         status_category, priority, risk, channel, lang, created_at, updated_at, last_message_at, last_message_by, \
         message_count, version) values ($1, 'PD-TEST', $2, $3, $4, 'Money', $5, 'open', 1, 'none', 'portal', 'en', \
         $6, $6, $6, 'customer', 2, 4)",
        params![ticket_id, brand_id, places.customer_id, places.category_id, places.status_id, cx.now],
    )
    .await?;
    let made = Made {
        ticket_id,
        message_id: first.id,
        attachment_id: first.attachments.first().unwrap().id,
        erased_id: second.id,
        event_id,
    };
    let events = [
        NewEvent::of(&Noted { text: "opened".to_owned() })?,
        NewEvent::of(&MessageAdded { message: first })?,
        NewEvent::of(&MessageAdded { message: second })?,
        NewEvent::of(&PrioritySet { priority: Priority::High })?,
    ];
    super::begin(tx, cx, &Stream::Ticket(ticket_id), &events).await?;
    Ok(made)
}

async fn message(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (brand_id, ticket_id, seq): (BrandId, TicketId, i64),
    body: &str,
    author: Author,
) -> Result<MessageFact> {
    let (id, attachment_id, author_id): (MessageId, AttachmentId, EventId) =
        (cx.id(), cx.id(), cx.id());
    let (salt, sha256): ([u8; 16], [u8; 32]) = (cx.bytes(), cx.bytes());
    let (html, findings) = (format!("<p>{body}</p>"), "[]");
    let (visibility, now) = (Visibility::Public, cx.now);
    let verification = (author == Author::Customer).then_some(Level::SignedIn);
    tx.exec(
        "insert into message (id, ticket_id, seq, visibility, author_kind, author_id, channel, lang, created_at, \
         verification) values ($1, $2, $3, $4, $5, $6, 'portal', 'de', $7, $8)",
        params![id, ticket_id, seq, visibility, author, author_id, now, verification],
    )
    .await?;
    tx.exec(
        "insert into message_body (message_id, salt, body, html, findings) values ($1, $2, $3, $4, $5)",
        params![id, salt, body, html, findings],
    )
    .await?;
    tx.exec(
        "insert into attachment (id, brand_id, uploader_kind, uploader_id, ticket_id, message_id, file_name, \
         content_type, size, sha256, sealed_key, created_at) \
         values ($1, $2, 'customer', $3, $4, $5, 'a.png', 'image/png', 7, $6, $7, $8)",
        params![attachment_id, brand_id, author_id, ticket_id, id, sha256, sha256, now],
    )
    .await?;
    Ok(MessageFact {
        id,
        visibility,
        author,
        author_id: Some(author_id.uuid()),
        channel: "portal".to_owned(),
        lang: "de".to_owned(),
        body_digest: hex::encode(hash::body_digest(&salt, body, &html, findings)),
        attachments: vec![AttachmentFact {
            id: attachment_id,
            sha256: hex::encode(sha256),
            size: 7,
            label_digest: Some(hex::encode(hash::file_label_digest(
                attachment_id.uuid(),
                "a.png",
                "image/png",
            ))),
            leaks_digest: None,
            metadata: None,
        }],
        written_at: None,
        verification,
    })
}
