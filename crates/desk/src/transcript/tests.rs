//! A correspondence on both engines, taken away, and every way to change it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod changes;
mod genuine;
mod late;
mod pages;

use std::sync::Arc;
use std::time::Duration;

use proofdesk_store::testing::TestDb;
use proofdesk_store::{Rx, Sequencer, params};
use uuid::Uuid;

use super::verify::{Trusted, verify};
use super::{Transcript, view};
use crate::desk::Desk;
use crate::id::{AttachmentId, CustomerId, Id as _, IdentityId, MessageId, PublicId, SessionId};
use crate::log::testing::{NoBlob, insert_customer};
use crate::log::{checkpoint, erasure, note};
use crate::permission::Permission;
use crate::render::Body;
use crate::testing::{self, World};
use crate::text::Clean;
use crate::ticket::actions::{self, NewMessage, NewTicket};
use crate::ticket::{self, StatusCategory, Visibility};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{Cx, Result, status};

pub const SAID: &str = "Wo ist mein Geld? ₿ 0.5 <script>alert(1)</script>";
pub const REPLY: &str = "We **look** into it.";
pub const NOTE: &str = "Smells of fraud";
pub const GONE: &str = "My name is Alice";
pub const LAST: &str = "Thank you";

/// A desk with one ticket: opened with a file, answered, noted on, a message erased, solved, a message that no
/// checkpoint covers yet.
pub struct Case {
    pub world: World,
    pub desk: Desk,
    pub me: Viewer,
    pub number: PublicId,
    _sequencer: Sequencer,
}

impl Case {
    pub async fn both() -> Vec<Self> {
        let mut cases = Vec::new();
        for db in testing::both().await {
            cases.push(Self::on(db).await);
        }
        cases
    }

    pub async fn sqlite() -> Self {
        Self::on(proofdesk_store::testing::sqlite(crate::MIGRATIONS).await).await
    }

    async fn on(db: TestDb) -> Self {
        let sequencer = db.start_sequencer();
        let desk = Desk::new((*db).clone(), Arc::new(NoBlob), testing::keyring());
        let world = World::new(db).await;
        let brand_id = world.brand_id;
        let customer: Result<CustomerId> = world
            .write(world.system_cx(), async move |tx, cx| insert_customer(tx, cx, brand_id).await)
            .await;
        let me = Viewer::Customer(CustomerViewer {
            customer_id: customer.unwrap(),
            identity_id: IdentityId::from_uuid(Uuid::nil()),
            brand_id,
            session_id: SessionId::from_uuid(Uuid::nil()),
        });
        let number = PublicId::from_bits(0);
        let mut case = Self { world, desk, me, number, _sequencer: sequencer };
        case.live().await;
        case
    }

    async fn live(&mut self) {
        self.number = self.open().await;
        self.post(self.world.admin_cx().await, REPLY, Visibility::Public, None).await;
        self.post(self.world.admin_cx().await, NOTE, Visibility::Internal, None).await;
        let gone = self.post(self.cx(), GONE, Visibility::Public, None).await;
        let solved = status::builtin(StatusCategory::Solved);
        self.post(self.world.admin_cx().await, "Done.", Visibility::Public, Some(solved)).await;
        self.erase(gone).await;
        self.sign().await;
        self.world.wait(Duration::from_secs(60));
        self.post(self.cx(), LAST, Visibility::Public, None).await;
        self.settle().await;
    }

    pub fn cx(&self) -> Cx {
        testing::cx_at(self.world.now, self.me.clone())
    }

    fn body(&self, text: &str) -> Body {
        Body::by(&self.me, &testing::keyring(), Clean::new(text).unwrap())
    }

    async fn open(&self) -> PublicId {
        let brand_id = self.world.brand_id;
        let Viewer::Customer(CustomerViewer { customer_id, .. }) = self.me else { panic!() };
        let body = self.body(SAID);
        let opened = self.world.write(self.cx(), async move |tx, cx| {
            let id: AttachmentId = cx.id();
            tx.exec(
                "insert into attachment (id, brand_id, uploader_kind, uploader_id, file_name, content_type, size, \
                 sha256, sealed_key, created_at) values ($1, $2, 'customer', $3, 'a.png', 'image/png', 7, $4, $4, $5)",
                params![id, brand_id, customer_id, vec![9u8; 32], cx.now],
            )
            .await?;
            let new = NewTicket {
                customer_id: None,
                category: "other".to_owned(),
                subject: Clean::new("Money")?,
                body: body.clone(),
                attachment_ids: vec![id],
                channel: "portal",
                lang: "de".to_owned(),
            };
            actions::open(tx, cx, &new).await
        });
        opened.await.unwrap().public_id
    }

    pub async fn post(
        &self,
        cx: Cx,
        text: &str,
        visibility: Visibility,
        status_id: Option<crate::id::StatusId>,
    ) -> MessageId {
        let new = NewMessage {
            body: Body::by(&cx.viewer, &testing::keyring(), Clean::new(text).unwrap()),
            visibility,
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "de".to_owned(),
            status_id,
            seen_version: None,
        };
        let number = self.number.clone();
        let posted =
            self.world.write(cx, async move |tx, cx| actions::post(tx, cx, &number, &new).await);
        posted.await.unwrap().1
    }

    async fn erase(&self, message_id: MessageId) {
        let erased = self.world.write(self.world.system_cx(), async move |tx, cx| {
            erasure::erase_message(tx, cx, message_id).await
        });
        erased.await.unwrap();
    }

    /// Waits until the feed has every event.
    async fn settle(&self) {
        let count = async |rx: &Rx<'_>| -> Result<(i64,)> {
            Ok(rx.query_one("select count(*) from event", params![]).await?)
        };
        let (events,) = self.desk.read(count).await.unwrap();
        self.world.db.feed_head().wait_for(|head| *head >= events).await.unwrap();
    }

    pub async fn sign(&self) {
        self.settle().await;
        while checkpoint::advance(&self.desk, self.world.system_cx()).await.unwrap().is_some() {
            self.settle().await;
        }
    }

    pub async fn take(&self) -> Transcript {
        self.take_part(1).await.unwrap()
    }

    pub async fn take_part(&self, part: u32) -> Result<Transcript> {
        let (me, number, now) = (self.me.clone(), self.number.clone(), self.world.now);
        let ring = testing::keyring();
        self.desk
            .read(async move |rx| {
                let scope = me.scope(Permission::TicketRead);
                let ticket = ticket::view::find(rx, &number, &scope).await?.unwrap();
                view::transcript(rx, &ring, &ticket, part, now).await
            })
            .await
    }
}

/// The key of the desks above, as its operator would publish it.
pub fn key(transcript: &Transcript) -> Trusted {
    let key = checkpoint::signing_key(&testing::keyring()).verifying_key();
    note::verifier_key(&transcript.log.origin, key.as_bytes()).parse().unwrap()
}

pub fn json(transcript: &Transcript) -> String {
    serde_json::to_string(transcript).unwrap()
}
