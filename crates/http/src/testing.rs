//! A desk on the web in a test: a real database, people with sessions, a clock that moves when it is told to.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use proofdesk_desk::blob::{Blob, BlobError, BlobFuture, ByteStream, StoredBlob};
use proofdesk_desk::id::{AttachmentId, BrandId, CustomerId, PublicId, SessionId, StaffId};
use proofdesk_desk::link::actions::{Acceptance, accept};
use proofdesk_desk::password::PasswordHash;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::render::Body;
use proofdesk_desk::role::Grants;
use proofdesk_desk::session::Client;
use proofdesk_desk::staff::actions::{Invitation, invite};
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::Visibility;
use proofdesk_desk::ticket::actions::{NewMessage, NewTicket};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{
    Cx, Desk, MIGRATIONS, Result, Timestamp, customer, identity, organisation, role, ticket, token,
};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::TestDb;
use proofdesk_store::{FromValue as _, Rx, Sequencer, Tx, Value, params};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::config::Config;
use crate::principal::Asker;
use crate::{Routes, layer};

/// How long a customer's session lives here.
pub const SESSION: Duration = Duration::from_secs(3 * 24 * 3600);
pub const ORIGIN: &str = "http://127.0.0.1:8080";

/// Files in memory, unsealed.
#[derive(Debug, Default)]
struct Memory(Mutex<HashMap<AttachmentId, Bytes>>);

impl Blob for Memory {
    fn put(&self, key: AttachmentId, mut body: ByteStream, _: u64) -> BlobFuture<'_, StoredBlob> {
        Box::pin(async move {
            let mut bytes = BytesMut::new();
            while let Some(chunk) = body.next().await {
                bytes.extend_from_slice(&chunk?);
            }
            let bytes = bytes.freeze();
            let stored = StoredBlob {
                size: u64::try_from(bytes.len()).unwrap(),
                sha256: Sha256::digest(&bytes).into(),
                head: bytes.slice(..bytes.len().min(8192)),
                sealed_key: vec![1],
            };
            self.0.lock().unwrap().insert(key, bytes);
            Ok(stored)
        })
    }

    fn get<'a>(
        &'a self,
        key: AttachmentId,
        _: &'a [u8],
        _: u64,
        range: Range<u64>,
    ) -> BlobFuture<'a, ByteStream> {
        Box::pin(async move {
            let bytes = self.0.lock().unwrap().get(&key).cloned().ok_or(BlobError::Missing)?;
            let range = usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap();
            Ok(Box::pin(stream::iter([Ok(bytes.slice(range))])) as ByteStream)
        })
    }

    fn list_before(&self, _: Timestamp) -> BlobFuture<'_, Vec<AttachmentId>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn delete(&self, _: AttachmentId) -> BlobFuture<'_, ()> {
        Box::pin(std::future::ready(Ok(())))
    }
}

pub struct World {
    pub app: App,
    pub db: TestDb,
    pub brand_id: BrandId,
    clock: Arc<AtomicI64>,
    _sequencer: Sequencer,
}

/// Somebody with a session.
#[derive(Clone, Debug)]
pub struct Person {
    pub token: String,
    pub viewer: Viewer,
}

impl World {
    pub async fn sqlite() -> Self {
        Self::of(proofdesk_store::testing::sqlite(MIGRATIONS).await, Config::of_origin(ORIGIN))
            .await
    }

    pub async fn both() -> [Self; 2] {
        let config = || Config::of_origin(ORIGIN);
        let postgres = proofdesk_store::testing::postgres(MIGRATIONS).await;
        [Self::sqlite().await, Self::of(postgres, config()).await]
    }

    pub async fn of(db: TestDb, config: Config) -> Self {
        let sequencer = db.start_sequencer();
        let desk =
            Desk::new((*db).clone(), Arc::new(Memory::default()), Keyring::generate(&[7; 64]));
        let clock = Arc::new(AtomicI64::new(1_789_302_400_000_000));
        let app = app(desk, config, clock.clone());
        let cx = cx(&app, Viewer::Operator);
        let found = async |tx: &Tx<'_>, cx: &mut Cx| {
            Ok(organisation::actions::found(tx, cx, "Acme").await?.brand_id)
        };
        let brand_id = app.desk().write(cx, found).await.unwrap();
        Self { app, db, brand_id, clock, _sequencer: sequencer }
    }

    /// The same desk as another node of it would have it.
    pub fn another_node(&self) -> App {
        app(self.app.desk().clone(), self.app.config().clone(), self.clock.clone())
    }

    pub fn wait(&self, duration: Duration) {
        let micros = i64::try_from(duration.as_micros()).unwrap();
        self.clock.fetch_add(micros, Ordering::Relaxed);
    }

    /// The whole stack around a route table.
    pub fn web(&self, routes: Routes) -> Router {
        layer(routes.into_router(&self.app), self.app.clone(), None)
    }

    pub async fn write<R, F>(&self, viewer: Viewer, verb: F) -> Result<R>
    where
        F: AsyncFn(&Tx<'_>, &mut Cx) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        self.app.desk().write(cx(&self.app, viewer), verb).await
    }

    pub async fn read<R, F>(&self, view: F) -> Result<R>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        self.app.desk().read(view).await
    }

    /// A member who holds these permissions with this reach, by a role of their own.
    pub async fn member(&self, name: &str, permissions: &[Permission], reach: Reach) -> Person {
        let grants: Grants = permissions.iter().map(|permission| (*permission, reach)).collect();
        let invitation = Invitation {
            email: format!("{name}@example.com"),
            name: None,
            locale: Locale::En,
            time_zone: "UTC".to_owned(),
            roles: Vec::new(),
            teams: Vec::new(),
            brands: vec![self.brand_id],
            skills: Vec::new(),
        };
        let name = name.to_owned();
        let joined = self.write(Viewer::Operator, async move |tx, cx| {
            let role_id = role::actions::create(tx, cx, &name, &grants, false).await?;
            let invitation = Invitation { roles: vec![role_id], ..invitation.clone() };
            let invited = invite(tx, cx, &invitation).await?;
            cx.viewer = Viewer::Anonymous;
            let acceptance = Acceptance {
                token_hash: token::hash(invited.link.token.reveal()),
                // Nobody signs in with it, so nothing has to be hashed.
                password: PasswordHash::from_value(Value::Text("none"))?,
                email: None,
                name: None,
                locale: Locale::En,
                time_zone: "UTC".to_owned(),
                client: Client::default(),
            };
            Ok(accept(tx, cx, &acceptance).await?.session.unwrap().token.reveal().to_owned())
        });
        self.person(joined.await.unwrap()).await
    }

    /// A new customer with a session.
    pub async fn customer(&self, name: &str) -> Person {
        let new = customer::actions::NewCustomer {
            name: Some(name.to_owned()),
            ..customer::actions::NewCustomer::of(self.brand_id)
        };
        let subject = name.to_owned();
        let made = self.write(Viewer::Operator, async move |tx, cx| {
            let customer_id = customer::actions::create(tx, cx, &new).await?;
            let identity_id =
                identity::actions::add(tx, cx, customer_id, "exchange", &subject).await?;
            let (session_id, token): (SessionId, String) = (cx.id(), format!("pds_{subject}"));
            let (hash, until) = (token::hash(&token), cx.after(SESSION));
            let values = params![session_id, hash, customer_id, identity_id, cx.now, until];
            tx.exec(OPEN_SESSION, values).await?;
            Ok(token)
        });
        self.person(made.await.unwrap()).await
    }

    async fn person(&self, token: String) -> Person {
        let headers = [("authorization", format!("Bearer {token}"))];
        let headers =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        let asker = Asker::identify(&self.app, &headers.collect()).await.unwrap();
        Person { token, viewer: asker.viewer }
    }

    /// Opens a ticket in a customer's name.
    pub async fn ticket(&self, customer: &Person) -> PublicId {
        let new = NewTicket {
            customer_id: None,
            category: "deposit-not-credited".to_owned(),
            subject: Clean::new("My deposit").unwrap(),
            body: Body::by(
                &customer.viewer,
                self.app.desk().keyring(),
                Clean::new("It has not arrived.").unwrap(),
            ),
            attachment_ids: Vec::new(),
            channel: "api",
            lang: "en".to_owned(),
        };
        let opened = self.write(customer.viewer.clone(), async move |tx, cx| {
            ticket::actions::open(tx, cx, &new).await
        });
        opened.await.unwrap().public_id
    }

    /// Writes a message, or a note.
    pub async fn post(&self, who: &Person, ticket: &PublicId, visibility: Visibility) {
        let new = NewMessage {
            body: Body::by(&who.viewer, self.app.desk().keyring(), Clean::new("A word.").unwrap()),
            visibility,
            attachment_ids: Vec::new(),
            channel: "api",
            lang: "en".to_owned(),
            status_id: None,
            seen_version: None,
        };
        let ticket = ticket.clone();
        let posted = self.write(who.viewer.clone(), async move |tx, cx| {
            ticket::actions::post(tx, cx, &ticket, &new).await.map(|_| ())
        });
        posted.await.unwrap();
    }

    pub async fn assign(&self, by: &Person, ticket: &PublicId, to: Option<StaffId>) {
        let ticket = ticket.clone();
        let assigned = self.write(by.viewer.clone(), async move |tx, cx| {
            ticket::actions::assign(tx, cx, &ticket, to, None, None).await.map(|_| ())
        });
        assigned.await.unwrap();
    }
}

const OPEN_SESSION: &str = "insert into session (id, token_hash, kind, customer_id, identity_id, created_at, seen_at, \
    idle_expires_at, expires_at, user_agent, address) values ($1, $2, 'customer', $3, $4, $5, $5, $6, $6, '', '')";

impl Person {
    pub fn staff_id(&self) -> StaffId {
        self.viewer.staff().unwrap().staff_id
    }

    pub fn customer_id(&self) -> CustomerId {
        match &self.viewer {
            Viewer::Customer(customer) => customer.customer_id,
            other => panic!("{other} is no customer"),
        }
    }
}

fn app(desk: Desk, config: Config, clock: Arc<AtomicI64>) -> App {
    let clock = Arc::new(move || Timestamp::from_micros(clock.load(Ordering::Relaxed)));
    App::new(desk, config, clock, Arc::new(seed))
}

/// Other bytes each time, the same in each run.
fn seed() -> [u8; 32] {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    Sha256::digest(COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes()).into()
}

fn cx(app: &App, viewer: Viewer) -> Cx {
    Cx::new(app.now(), viewer, Locale::En, "test".to_owned(), seed())
}
