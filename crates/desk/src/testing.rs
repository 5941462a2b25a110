//! What the tests of several nouns share.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::TestDb;
use proofdesk_store::{Db, Rx, Sequencer};
use sha2::{Digest as _, Sha256};

use crate::blob::{Blob, BlobError, BlobFuture, ByteStream, StoredBlob};
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::desk::{Desk, MIGRATIONS};
use crate::error::Result;
use crate::id::{AttachmentId, BrandId, Id as _, PublicId, RoleId, StaffId};
use crate::link::actions::Acceptance;
use crate::log::verify::{Report, verify_live, verify_state};
use crate::log::{Stream, checkpoint};
use crate::password::{NewPassword, PasswordHash, Plain};
use crate::render::Body;
use crate::role::{Builtin, Grants};
use crate::session::{Client, Opened, SecondFactor};
use crate::staff::actions::Invitation;
use crate::text::Clean;
use crate::ticket::actions::NewTicket;
use crate::time::Timestamp;
use crate::token;
use crate::viewer::{CustomerViewer, StaffViewer, Viewer};
use crate::{
    customer, email, identity, link, organisation, password, role, session, staff, ticket,
};

/// The password of every member in tests.
pub const PASSWORD: &str = "velvet-anchor-71";

/// 2026-09-13T12:26:40Z.
pub fn start() -> Timestamp {
    Timestamp::from_micros(1_789_302_400_000_000)
}

/// A context of the desk itself with randomness of its own.
pub fn cx() -> Cx {
    cx_at(start(), Viewer::System("test"))
}

pub fn cx_at(now: Timestamp, viewer: Viewer) -> Cx {
    static SEED: AtomicU64 = AtomicU64::new(1);
    let mut seed = [0; 32];
    let n = SEED.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    seed.iter_mut().zip(n).for_each(|(to, from)| *to = from);
    Cx::new(now, viewer, Locale::En, "test".to_owned(), seed)
}

/// A member who holds `grants` and no rows.
pub fn member(grants: Grants) -> StaffViewer {
    StaffViewer {
        staff_id: StaffId::from_uuid(uuid::Uuid::from_u128(7)),
        session_id: None,
        grants,
        teams: Vec::new(),
        brands: Vec::new(),
        step_up_until: None,
    }
}

pub fn keyring() -> Keyring {
    Keyring::generate(&[7; 64])
}

pub fn client() -> Client {
    Client { address: Some(IpAddr::from([203, 0, 113, 7])), user_agent: "Test/1.0".to_owned() }
}

/// A real hash of [`PASSWORD`], made once: hashing is slow on purpose.
pub fn password() -> PasswordHash {
    static HASH: std::sync::LazyLock<PasswordHash> = std::sync::LazyLock::new(|| hash(PASSWORD));
    HASH.clone()
}

pub fn hash(plain: &str) -> PasswordHash {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    let email = email::EmailAddress::parse("email", "nobody@example.com").expect("an address");
    let password = NewPassword::new("password", plain, &email).expect("a good password");
    password.hash([7; 16]).expect("a hash")
}

pub fn plain(text: &str) -> Plain {
    Plain::new(text)
}

/// A desk in a test: a database with its clock.
pub struct World {
    pub db: TestDb,
    pub now: Timestamp,
    pub brand_id: BrandId,
    /// The first administrator.
    pub admin: Person,
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: StaffId,
    pub opened: Opened,
}

impl World {
    /// A desk with an organisation and its first administrator.
    pub async fn new(db: TestDb) -> Self {
        let now = start();
        let (brand_id, admin) = write(&db, cx_at(now, Viewer::Operator), async |tx, cx| {
            let founded = organisation::actions::found(tx, cx, "Acme").await?;
            let link = founded.first_link.ok_or(crate::Error::Broken { what: "no first link" })?;
            cx.viewer = Viewer::Anonymous;
            let token_hash = link.token.hash();
            let ada = acceptance(token_hash, Some("ada@example.com"), Some("Ada Lovelace"));
            let accepted = link::actions::accept(tx, cx, &ada).await?;
            let opened = accepted.session.ok_or(crate::Error::Broken { what: "no session" })?;
            Ok((founded.brand_id, Person { id: accepted.staff_id, opened }))
        })
        .await
        .unwrap_or_else(|e| panic!("the first administrator: {e:?}"));
        Self { db, now, brand_id, admin }
    }

    pub fn wait(&mut self, duration: Duration) {
        self.now = self.now + duration;
    }

    /// A context of whoever shows this session's token.
    pub async fn cx(&self, opened: &Opened) -> Cx {
        let (hash, now) = (token::hash(opened.token.reveal()), self.now);
        let resolved = read(&self.db, async move |rx| session::resolve(rx, &hash, now).await).await;
        let viewer = resolved.ok().flatten().map_or(Viewer::Anonymous, |(viewer, _)| viewer);
        cx_at(self.now, viewer)
    }

    pub async fn admin_cx(&self) -> Cx {
        self.cx(&self.admin.opened).await
    }

    pub fn system_cx(&self) -> Cx {
        cx_at(self.now, Viewer::System("test"))
    }

    pub fn anonymous_cx(&self) -> Cx {
        cx_at(self.now, Viewer::Anonymous)
    }
}

pub fn acceptance(
    token_hash: token::TokenHash,
    email: Option<&str>,
    name: Option<&str>,
) -> Acceptance {
    Acceptance {
        token_hash,
        password: password(),
        email: email.map(str::to_owned),
        name: name.map(str::to_owned),
        locale: Locale::En,
        time_zone: "Europe/London".to_owned(),
        client: client(),
    }
}

impl World {
    /// One world on each engine.
    pub async fn both() -> Vec<Self> {
        let mut worlds = Vec::new();
        for db in both().await {
            worlds.push(Self::new(db).await);
        }
        worlds
    }

    /// What `make` makes of one on each engine.
    pub async fn each<T>(make: impl AsyncFn(Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for world in Self::both().await {
            all.push(make(world).await);
        }
        all
    }

    /// A desk over the database with files in memory, and who numbers its events.
    pub fn desk(&self) -> (Desk, Sequencer) {
        let files = Arc::new(Memory::default());
        (Desk::new((*self.db).clone(), files, keyring()), self.db.start_sequencer())
    }

    /// The rows against what their events fold to.
    pub async fn state(&self) -> Report {
        let (desk, _sequencer) = self.desk();
        let mut report = Report::default();
        let compared = verify_state(&desk, &mut report, &mut |_| {}).await;
        compared.unwrap_or_else(|e| panic!("the rows are compared: {e:?}"));
        report
    }

    /// The log live, and the rows as [`World::state`].
    pub async fn verified(&self) -> Report {
        let (desk, _sequencer) = self.desk();
        settle(&desk, || self.system_cx()).await;
        let live = verify_live(&desk, &[], &mut |_| {}).await;
        let mut report = live.unwrap_or_else(|e| panic!("the log is verified: {e:?}"));
        let compared = verify_state(&desk, &mut report, &mut |_| {}).await;
        compared.unwrap_or_else(|e| panic!("the rows are compared: {e:?}"));
        report
    }

    pub async fn write<R, F>(&self, cx: Cx, verb: F) -> Result<R>
    where
        F: AsyncFn(&proofdesk_store::Tx<'_>, &mut Cx) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        write(&self.db, cx, verb).await
    }

    pub async fn read<R, F>(&self, view: F) -> Result<R>
    where
        F: AsyncFn(&Rx<'_>) -> Result<R> + Send + Sync + 'static,
        R: Send + 'static,
    {
        read(&self.db, view).await
    }

    /// Invites a member with these roles and brands and lets them come in.
    pub async fn join(&self, email: &str, roles: &[RoleId], brands: &[BrandId]) -> Person {
        let invitation = Invitation {
            email: email.to_owned(),
            name: None,
            locale: Locale::En,
            time_zone: "UTC".to_owned(),
            roles: roles.to_vec(),
            teams: Vec::new(),
            brands: brands.to_vec(),
            skills: Vec::new(),
        };
        let joined = self.write(self.admin_cx().await, async move |tx, cx| {
            let invited = staff::actions::invite(tx, cx, &invitation).await?;
            cx.viewer = Viewer::Anonymous;
            let acceptance = acceptance(invited.link.token.hash(), None, None);
            let accepted = link::actions::accept(tx, cx, &acceptance).await?;
            let opened = accepted.session.ok_or(crate::Error::Broken { what: "no session" })?;
            Ok(Person { id: accepted.staff_id, opened })
        });
        joined.await.unwrap_or_else(|e| panic!("{email} joins: {e:?}"))
    }

    /// A customer who came in by this account at the exchange.
    pub async fn account_holder(&self, account: &str) -> CustomerViewer {
        let (brand_id, account) = (self.brand_id, account.to_owned());
        let made = self.write(self.system_cx(), async move |tx, cx| {
            let new = NewCustomer { name: Some("Grace".to_owned()), ..NewCustomer::of(brand_id) };
            let id = customer::actions::create(tx, cx, &new).await?;
            let identity_id =
                identity::actions::add(tx, cx, id, identity::PORTAL, &account).await?;
            Ok(CustomerViewer { customer_id: id, identity_id, brand_id, session_id: cx.id() })
        });
        made.await.unwrap_or_else(|e| panic!("a customer comes in: {e:?}"))
    }

    /// A ticket that the administrator opened for a customer.
    pub async fn ticket(&self) -> PublicId {
        let brand_id = self.brand_id;
        let opened = self.write(self.admin_cx().await, async move |tx, cx| {
            let new = NewCustomer { name: Some("Grace".to_owned()), ..NewCustomer::of(brand_id) };
            let customer_id = customer::actions::create(tx, cx, &new).await?;
            let ticket = NewTicket {
                customer_id: Some(customer_id),
                category: "other".to_owned(),
                subject: Clean::new("Mine")?,
                body: Body::by(&cx.viewer, &keyring(), Clean::new("Where is it?")?),
                attachment_ids: Vec::new(),
                channel: "api",
                lang: "en".to_owned(),
            };
            ticket::actions::open(tx, cx, &ticket).await.map(|opened| opened.public_id)
        });
        opened.await.unwrap_or_else(|e| panic!("a ticket is opened: {e:?}"))
    }

    /// A built-in role.
    pub async fn role(&self, builtin: Builtin) -> RoleId {
        let roles = self.read(async |rx| role::view::list(rx, &Viewer::Operator).await).await;
        let role = roles.unwrap_or_default().into_iter().find(|role| role.builtin == Some(builtin));
        role.unwrap_or_else(|| panic!("no {builtin}")).id
    }

    /// Tries to sign in, as the edge does it.
    pub async fn sign_in(
        &self,
        email: &str,
        typed: &str,
        second: Option<SecondFactor>,
        client: Client,
    ) -> Result<Opened> {
        let (address, now) = (client.address, self.now);
        let email = email.to_owned();
        let candidate = self
            .read(async move |rx| password::view::candidate(rx, &email, address, now).await)
            .await?;
        let checked = candidate.check(&plain(typed));
        let ring = keyring();
        self.write(self.anonymous_cx(), async move |tx, cx| {
            session::actions::sign_in(tx, cx, &ring, &checked, second.as_ref(), &client).await
        })
        .await?
    }

    /// The kinds of a chain's events, in order.
    pub async fn kinds(&self, stream: &Stream) -> Vec<String> {
        let name = stream.name();
        let kinds = self.read(async move |rx| {
            let rows: Vec<(String,)> = rx.query(KINDS, proofdesk_store::params![name]).await?;
            Ok(rows.into_iter().map(|(kind,)| kind).collect())
        });
        kinds.await.unwrap_or_default()
    }

    /// What one member did today.
    pub async fn day(&self, staff_id: StaffId) -> Vec<String> {
        self.kinds(&Stream::staff_day(staff_id, self.now)).await
    }
}

const KINDS: &str = "select kind from event where stream = $1 order by seq";

/// Waits until the feed has every event, and checkpoints cover them.
pub async fn settle(desk: &Desk, cx: impl Fn() -> Cx) {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    let count = async |rx: &Rx<'_>| {
        Ok(rx
            .query_one::<(i64,)>("select count(*) from event", proofdesk_store::params![])
            .await?
            .0)
    };
    // The first checkpoint writes an event of its own, that of its key, which is to be in the feed as well.
    loop {
        let events = desk.read(count).await.unwrap();
        desk.db().feed_head().wait_for(|head| *head >= events).await.unwrap();
        while checkpoint::advance(desk, cx()).await.unwrap().is_some() {}
        if desk.read(count).await.unwrap() == events {
            return;
        }
    }
}

/// Files in memory. The key of each is its id, so that one is not opened under another's.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<AttachmentId, Bytes>>);

impl Memory {
    fn objects(&self) -> MutexGuard<'_, BTreeMap<AttachmentId, Bytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Blob for Memory {
    fn put(
        &self,
        key: AttachmentId,
        mut body: ByteStream,
        limit: u64,
    ) -> BlobFuture<'_, StoredBlob> {
        Box::pin(async move {
            let mut bytes = BytesMut::new();
            while let Some(piece) = body.next().await {
                bytes.extend_from_slice(&piece?);
            }
            let bytes = bytes.freeze();
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            if size > limit {
                return Err(BlobError::TooLarge { limit });
            }
            let stored = StoredBlob {
                size,
                sha256: Sha256::digest(&bytes).into(),
                head: bytes.slice(..bytes.len().min(8 * 1024)),
                sealed_key: key.uuid().as_bytes().to_vec(),
            };
            self.objects().insert(key, bytes);
            Ok(stored)
        })
    }

    fn get<'a>(
        &'a self,
        key: AttachmentId,
        sealed_key: &'a [u8],
        _size: u64,
        range: Range<u64>,
    ) -> BlobFuture<'a, ByteStream> {
        let found = self.objects().get(&key).cloned();
        Box::pin(async move {
            let bytes = found.ok_or(BlobError::Missing)?;
            if sealed_key != key.uuid().as_bytes() {
                return Err(BlobError::Tampered);
            }
            let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX).min(bytes.len());
            let part = bytes.slice(at(range.start)..at(range.end));
            let body: ByteStream = Box::pin(stream::iter([Ok(part)]));
            Ok(body)
        })
    }

    fn list_before(&self, _: Timestamp) -> BlobFuture<'_, Vec<AttachmentId>> {
        let all = self.objects().keys().copied().collect();
        Box::pin(std::future::ready(Ok(all)))
    }

    fn is_shared(&self) -> bool {
        true
    }

    fn delete(&self, key: AttachmentId) -> BlobFuture<'_, ()> {
        self.objects().remove(&key);
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Runs a verb in a transaction, as [`crate::Desk::write`] does.
pub async fn write<R, F>(db: &Db, cx: Cx, verb: F) -> Result<R>
where
    F: AsyncFn(&proofdesk_store::Tx<'_>, &mut Cx) -> Result<R> + Send + Sync + 'static,
    R: Send + 'static,
{
    db.write(async move |tx: &proofdesk_store::Tx<'_>| {
        let mut cx = cx.clone();
        verb(tx, &mut cx).await
    })
    .await
}

pub async fn read<R, F>(db: &Db, view: F) -> Result<R>
where
    F: AsyncFn(&Rx<'_>) -> Result<R> + Send + Sync + 'static,
    R: Send + 'static,
{
    db.read::<R, crate::Error, F>(view).await
}

/// Fresh databases of both engines.
pub async fn both() -> Vec<TestDb> {
    proofdesk_store::testing::both(MIGRATIONS).await
}
