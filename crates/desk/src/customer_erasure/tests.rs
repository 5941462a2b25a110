//! Nothing of an erased customer is left in any row, the log still proves itself, and a restored backup is erased again: on both
//! engines.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::path::Path;
use std::sync::Arc;

use proofdesk_store::{Db, DbUrl, Engine, Options, Rx, Sequencer, Tx, params};

use super::{Walked, actions, carry_out, view};
use crate::attachment::actions::NewAttachment;
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::constraint::actions::ConstraintDraft;
use crate::customer::actions::NewCustomer;
use crate::desk::Desk;
use crate::id::{AttachmentId, CustomerId, Id, PublicId};
use crate::identity::{self, PORTAL};
use crate::log::checkpoint::signing_key;
use crate::log::export::{Contents, export, verify_export};
use crate::log::verify::{Report, verify_live, verify_state};
use crate::log::{Stream, ledger};
use crate::permission::{Permission, Reach};
use crate::render::Body;
use crate::reply_draft::actions::NewReplyDraft;
use crate::role::Builtin;
use crate::testing::{Memory, World, keyring, member, settle};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket};
use crate::ticket::view::Moment;
use crate::ticket::{Ticket, Visibility};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{Cx, attachment, constraint, customer, evidence, form, reply_draft, reveal, ticket};

const NAME: &str = "Zebedee Quince";
const EMAIL: &str = "zebedee.quince@example.org";
const ACCOUNT: &str = "acct-zebedee-77";
const SENTENCE: &str = "my aunt Petronella sent the coins";
const SUBJECT: &str = "Petronella is waiting";
const FILE: &str = "petronella-passport.png";
const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
/// Whatever of the above is found anywhere.
const TRACES: [&str; 4] = ["zebedee", "quince", "petronella", "4acb15506b76"];

struct Left {
    world: World,
    desk: Desk,
    customer_id: CustomerId,
    numbers: Vec<PublicId>,
    _sequencer: Sequencer,
}

async fn both() -> Vec<Left> {
    World::each(Left::of).await
}

impl Left {
    /// A customer with three tickets: words, evidence, answers, a file, a note, and a look at their address.
    async fn of(world: World) -> Self {
        let (desk, sequencer) = world.desk();
        let customer_id = Self::customer(&world).await;
        let mut left =
            Self { world, desk, customer_id, numbers: Vec::new(), _sequencer: sequencer };
        for _ in 0..3 {
            let number = left.ticket().await;
            left.numbers.push(number);
        }
        left.look().await;
        left.constrain().await;
        left.begin().await;
        left
    }

    async fn customer(world: &World) -> CustomerId {
        let brand_id = world.brand_id;
        let made = world.write(world.system_cx(), async move |tx, cx| {
            let new = NewCustomer {
                brand_id,
                name: Some(NAME.to_owned()),
                email: Some(EMAIL.to_owned()),
                phone: Some("+49 30 7654321".to_owned()),
                uid: Some("ZEBEDEE-UID-1".to_owned()),
                locale: None,
                time_zone: Some("Europe/Berlin".to_owned()),
            };
            let id = customer::actions::create(tx, cx, &new).await?;
            identity::actions::add(tx, cx, id, PORTAL, ACCOUNT).await?;
            Ok(id)
        });
        made.await.unwrap()
    }

    fn viewer(&self) -> Viewer {
        Viewer::Customer(CustomerViewer {
            customer_id: self.customer_id,
            identity_id: Id::from_uuid(uuid::Uuid::nil()),
            brand_id: self.world.brand_id,
            session_id: Id::from_uuid(uuid::Uuid::nil()),
        })
    }

    fn cx(&self, viewer: Viewer) -> Cx {
        crate::testing::cx_at(self.world.now, viewer)
    }

    async fn ticket(&self) -> PublicId {
        let (cx, brand_id) = (self.cx(self.viewer()), self.world.brand_id);
        let opened = self.world.write(cx, async move |tx, cx| {
            let file_id: AttachmentId = cx.id();
            let file = NewAttachment {
                id: file_id,
                brand_id,
                file_name: Clean::new(FILE)?,
                content_type: "image/png".to_owned(),
                stored: StoredBlob {
                    sealed_key: vec![7; 60],
                    size: 3,
                    sha256: [9; 32],
                    head: Default::default(),
                },
                leaks: Vec::new(),
                metadata: None,
                scan: false,
            };
            attachment::actions::record(tx, cx, &file).await?;
            let body = Clean::new(&format!("{SENTENCE}: {HASH}"))?;
            let new = NewTicket {
                customer_id: None,
                category: "deposit-not-credited".to_owned(),
                subject: Clean::new(SUBJECT)?,
                body: Body::by(&cx.viewer, &keyring(), body),
                attachment_ids: vec![file_id],
                channel: "portal",
                lang: "en".to_owned(),
            };
            let answers = [("tx".to_owned(), Some(HASH.to_owned()))].into();
            let ticket = form::actions::open_answered(tx, cx, &new, &answers).await?;
            cx.viewer = Viewer::System("test");
            evidence::actions::add(tx, cx, &ticket.public_id, &Clean::new("0.5 BTC")?).await?;
            let note = NewMessage {
                body: Body::by(&cx.viewer, &keyring(), Clean::new(&format!("Note: {SENTENCE}"))?),
                visibility: Visibility::Internal,
                attachment_ids: Vec::new(),
                channel: "console",
                lang: "en".to_owned(),
                status_id: None,
                seen_version: None,
            };
            ticket::actions::post(tx, cx, &ticket.public_id, &note).await?;
            Ok(ticket.public_id)
        });
        opened.await.unwrap()
    }

    async fn look(&self) {
        let (id, cx) = (self.customer_id, self.world.admin_cx().await);
        let looked = self.world.write(cx, async move |tx, cx| {
            let reason = "Petronella calls";
            reveal::actions::reveal(tx, cx, id, customer::Field::Email, reason).await?
        });
        looked.await.unwrap();
    }

    async fn constrain(&self) {
        let (id, cx) = (self.customer_id, self.world.admin_cx().await);
        let added = self.world.write(cx, async move |tx, cx| {
            let draft = ConstraintDraft {
                kind: constraint::Kind::Other,
                text: "Petronella may not call for them".to_owned(),
                from: None,
                until: None,
            };
            constraint::actions::add(tx, cx, id, &draft).await
        });
        added.await.unwrap();
    }

    /// A reply that is not sent yet.
    async fn begin(&self) {
        let (number, cx) = (self.numbers[0].clone(), self.world.admin_cx().await);
        let kept = self.world.write(cx, async move |tx, cx| {
            let new = NewReplyDraft {
                body: Clean::new("Dear Petronella")?,
                acts: Clean::new("")?,
                macro_ids: Vec::new(),
                staff_ids: Vec::new(),
                team_ids: Vec::new(),
                seen_until: None,
                file_ids: Vec::new(),
            };
            reply_draft::actions::keep(tx, cx, &number, Visibility::Public, None, &new).await
        });
        kept.await.unwrap();
    }

    async fn ask(&self, cx: Cx) -> crate::Result<super::Asked> {
        let id = self.customer_id;
        let ask = async move |tx: &Tx<'_>, cx: &mut Cx| {
            actions::ask(tx, cx, id, "Asked for it in writing").await
        };
        self.world.write(cx, ask).await
    }

    async fn walk(&self) -> Walked {
        let (now, id) = (self.world.now, self.customer_id);
        let mut fresh = || crate::testing::cx_at(now, Viewer::System("customer.erase"));
        carry_out(&self.desk, &mut fresh, id).await.unwrap()
    }

    async fn erase(&self) {
        self.ask(self.world.admin_cx().await).await.unwrap();
        assert_eq!(self.walk().await, Walked::Finished);
    }

    /// The log live, each row against its events, and an export with all contents.
    async fn verify(&self) -> Report {
        settle(&self.desk, || self.world.system_cx()).await;
        let mut report = verify_live(&self.desk, &[], &mut |_| {}).await.unwrap();
        verify_state(&self.desk, &mut report, &mut |_| {}).await.unwrap();
        let mut out = Vec::new();
        export(&self.desk, Contents::Included, &mut out, &mut |_| {}).await.unwrap();
        let text = String::from_utf8(out).unwrap();
        let key = signing_key(self.desk.keyring()).verifying_key().as_bytes().to_vec();
        let exported = verify_export(&mut text.as_bytes(), &[key], &[]).unwrap();
        assert_eq!(exported.findings, []);
        report
    }

    async fn open(&self, number: &PublicId) -> Ticket {
        let number = number.clone();
        let read =
            async move |rx: &Rx<'_>| ticket::view::find(rx, &number, &Scope::Everything).await;
        self.world.read(read).await.unwrap().unwrap()
    }
}

/// Where any of the words still rests: files of a folder, or tables.
async fn traces(left: &Left) -> Vec<String> {
    match left.desk.db().engine() {
        Engine::Sqlite => files_with_traces(left.world.db.folder()),
        Engine::Postgres => tables_with_traces(left).await,
    }
}

fn files_with_traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        for trace in TRACES {
            if bytes.windows(trace.len()).any(|w| w.eq_ignore_ascii_case(trace.as_bytes())) {
                found.push(format!("{trace} in {}", path.display()));
            }
        }
    }
    found
}

async fn tables_with_traces(left: &Left) -> Vec<String> {
    let cx = left.world.system_cx();
    let find = left.world.write(cx, async move |tx, _| {
        let tables: Vec<(String,)> = tx
            .query_dyn(
                "select relname::text from pg_class where relkind = 'r' \
                and relnamespace = current_schema()::regnamespace",
                &[],
            )
            .await?;
        let mut found = Vec::new();
        for (table,) in tables {
            for trace in TRACES {
                // Bytes are shown as hex, in which a capital is another letter.
                let (first, rest) = trace.split_at(1);
                let hex = hex::encode(trace);
                let capital = hex::encode(first.to_uppercase() + rest);
                let sql = format!(
                    "select count(*) from {table} t where t::text ilike '%{trace}%' \
                     or t::text ilike '%{hex}%' or t::text ilike '%{capital}%'"
                );
                if tx.query_dyn::<(i64,)>(&sql, &[]).await?[0].0 > 0 {
                    found.push(format!("{trace} in {table}"));
                }
            }
        }
        Ok(found)
    });
    find.await.unwrap()
}

#[tokio::test]
async fn nothing_of_an_erased_customer_is_left() {
    for left in both().await {
        assert_eq!(left.verify().await.findings, []);
        assert_ne!(traces(&left).await, Vec::<String>::new(), "the search finds what is there");
        let asked = left.ask(left.world.admin_cx().await).await.unwrap().erasure;
        assert_eq!((asked.finished_at, asked.tickets), (None, 0));
        // Who they are is gone at once.
        let id = left.customer_id;
        let read = left.world.read(async move |rx| {
            let (all, now) = (Scope::Everything, Timestamp::from_micros(0));
            let facts = customer::view::masked(rx, &all, id, now).await?;
            Ok((facts, identity::view::list(rx, id).await?))
        });
        let (facts, identities) = read.await.unwrap();
        let facts = facts.unwrap();
        assert_eq!((facts.fields, identities), (vec![], vec![]));
        assert_eq!(facts.erasure.map(|e| (e.tickets, e.erasure.finished_at)), Some((3, None)));
        // In the middle the history stands too.
        assert_eq!(left.verify().await.findings, []);

        assert_eq!(left.walk().await, Walked::Finished);
        assert_eq!(traces(&left).await, Vec::<String>::new(), "{:?}", left.desk.db().engine());
        let report = left.verify().await;
        assert_eq!(report.findings, []);
        let done =
            left.world.read(async move |rx| view::find(rx, id).await).await.unwrap().unwrap();
        assert_eq!((done.tickets, done.messages, done.files), (3, 6, 3));
        assert!(done.finished_at.is_some());
        assert_eq!(left.walk().await, Walked::Finished, "a second run does nothing");
        assert_eq!(left.verify().await.erasures, report.erasures);
        for number in &left.numbers {
            let ticket = left.open(number).await;
            assert_eq!((ticket.subject.as_str(), ticket.message_count), ("", 2));
        }
        let kinds = left.world.kinds(&Stream::Customer(id)).await;
        assert_eq!(
            kinds[kinds.len() - 3..],
            ["customer.erasure_asked", "log.erased", "customer.erased"]
        );
    }
}

#[tokio::test]
async fn what_is_left_can_be_read() {
    for left in both().await {
        left.erase().await;
        let ticket = left.open(&left.numbers[0]).await;
        let read = left.world.read(async move |rx| {
            ticket::view::thread(rx, &Viewer::Operator, &ticket, 0, 200).await
        });
        let thread = read.await.unwrap();
        let messages: Vec<_> = thread
            .moments
            .iter()
            .filter_map(|moment| match moment {
                Moment::Message(message) => Some(message),
                Moment::Event(_) => None,
            })
            .collect();
        assert_eq!(messages.len(), 2);
        assert!(messages.iter().all(|m| m.html.is_none() && m.evidence.is_empty()));
        let file = &messages[0].attachments[0];
        assert_eq!((file.file_name.as_str(), file.size, file.erased_at.is_some()), ("", 3, true));
    }
}

/// What came in between is erased too by asking again; whoever asks while it walks asks for nothing new.
#[tokio::test]
async fn a_draft_that_staff_went_on_with_meanwhile_goes_too() {
    for left in both().await {
        left.ask(left.world.admin_cx().await).await.unwrap();
        let drafts = async || {
            let count = "select count(*) from reply_draft";
            let read =
                left.world.read(async move |rx| Ok(rx.query_one::<(i64,)>(count, &[]).await?));
            read.await.unwrap().0
        };
        assert_eq!(drafts().await, 0);
        left.begin().await;
        assert_eq!(drafts().await, 1);
        assert_eq!(left.walk().await, Walked::Finished);
        assert_eq!(drafts().await, 0);
    }
}

#[tokio::test]
async fn asking_again_erases_what_came_since() {
    for mut left in both().await {
        let first = left.ask(left.world.admin_cx().await).await.unwrap();
        left.world.wait(std::time::Duration::from_secs(60));
        let second = left.ask(left.world.admin_cx().await).await.unwrap();
        assert_eq!((first.begins, second.begins), (true, false));
        assert_eq!(second.erasure, first.erasure, "the one that is under way since then");
        let asked = |kinds: &[String]| {
            kinds.iter().filter(|kind| *kind == "customer.erasure_asked").count()
        };
        let stream = Stream::Customer(left.customer_id);
        assert_eq!(asked(&left.world.kinds(&stream).await), 1);
        left.walk().await;
        let number = left.ticket().await;
        left.numbers.push(number);
        left.constrain().await;
        assert_ne!(traces(&left).await, Vec::<String>::new());
        left.erase().await;
        assert_eq!(asked(&left.world.kinds(&stream).await), 2);
        assert_eq!(traces(&left).await, Vec::<String>::new());
        assert_eq!(left.verify().await.findings, []);
    }
}

/// On SQLite each ends with a look through the whole file, which those that wait share. Elsewhere each has its own end.
#[tokio::test]
async fn erasures_that_wait_share_the_look_through_the_file() {
    for mut left in both().await {
        let first = left.customer_id;
        left.ask(left.world.admin_cx().await).await.unwrap();
        left.customer_id = Left::customer(&left.world).await;
        let number = left.ticket().await;
        left.numbers.push(number);
        left.erase().await;
        let is_finished = async |id: CustomerId| {
            let found = left.world.read(async move |rx| view::find(rx, id).await).await;
            found.unwrap().unwrap().finished_at.is_some()
        };
        let is_file = left.desk.db().engine() == Engine::Sqlite;
        assert!(is_finished(left.customer_id).await);
        assert_eq!(is_finished(first).await, is_file);
        let now = left.world.now;
        let mut fresh = || crate::testing::cx_at(now, Viewer::System("customer.erase"));
        assert_eq!(carry_out(&left.desk, &mut fresh, first).await.unwrap(), Walked::Finished);
        assert!(is_finished(first).await);
        assert_eq!(traces(&left).await, Vec::<String>::new());
        assert_eq!(left.verify().await.findings, []);
        for id in [first, left.customer_id] {
            let kinds = left.world.kinds(&Stream::Customer(id)).await;
            let erased = kinds.iter().filter(|kind| *kind == "customer.erased").count();
            assert_eq!(erased, 1, "whoever comes second finishes nothing again");
        }
    }
}

#[tokio::test]
async fn erasing_takes_the_permission_and_a_reason() {
    let left =
        Left::of(World::new(proofdesk_store::testing::sqlite(crate::MIGRATIONS).await).await).await;
    let seen = [(Permission::CustomerRead, Reach::All)];
    for (grants, code) in [
        (Default::default(), Code::NotFound),
        (seen.into(), Code::NoPermission),
        (Builtin::Auditor.grants(), Code::NoPermission),
    ] {
        let cx = left.cx(Viewer::Staff(member(grants)));
        assert_eq!(left.ask(cx).await.unwrap_err().code(), code);
    }
    assert_eq!(left.ask(left.cx(left.viewer())).await.unwrap_err().code(), Code::NotFound);
    let id = left.customer_id;
    let blank = left.world.write(left.world.admin_cx().await, async move |tx, cx| {
        actions::ask(tx, cx, id, " ").await
    });
    assert_eq!(blank.await.unwrap_err().code(), Code::FieldRequired);
    let kinds = left.world.kinds(&Stream::Customer(id)).await;
    assert!(!kinds.contains(&"customer.erasure_asked".to_owned()));
}

async fn freeze(tx: &Tx<'_>, id: CustomerId, state: &'static str) -> crate::Result<()> {
    let sql = "insert into account_act (id, kind, customer_id, account, ticket_id, state, requested_by, requested_at, \
        attempts, updated_at) values ($1, 'freeze', $1, 'acct-zebedee-77', $1, $2, 'x', 0, 0, 0) \
        on conflict (id) do update set state = excluded.state";
    tx.exec(sql, params![id, state]).await?;
    Ok(())
}

/// A freeze that the exchange has not confirmed could not be asked for any more.
#[tokio::test]
async fn a_freeze_under_way_comes_first() {
    let left =
        Left::of(World::new(proofdesk_store::testing::sqlite(crate::MIGRATIONS).await).await).await;
    let (id, system) = (left.customer_id, left.world.system_cx());
    let wished = async move |tx: &Tx<'_>, _: &mut Cx| freeze(tx, id, "pending").await;
    left.world.write(system.clone(), wished).await.unwrap();
    let refused = left.ask(left.world.admin_cx().await).await.unwrap_err();
    assert_eq!(refused.code(), Code::AccountActPending);
    let done = async move |tx: &Tx<'_>, _: &mut Cx| freeze(tx, id, "done").await;
    left.world.write(system, done).await.unwrap();
    left.erase().await;
    assert_eq!(traces(&left).await, Vec::<String>::new());
}

/// The backup was made before; the ledger lay elsewhere. In the restored folder no byte tells who they were.
#[tokio::test]
async fn a_restored_backup_is_erased_again() {
    let left =
        Left::of(World::new(proofdesk_store::testing::sqlite(crate::MIGRATIONS).await).await).await;
    let elsewhere = proofdesk_store::testing::sqlite(crate::MIGRATIONS).await;
    let (kept, new) = (elsewhere.folder().join("backup"), elsewhere.folder().join("new"));
    std::fs::create_dir(&new).unwrap();
    left.desk.db().backup(&kept).await.unwrap();
    left.erase().await;
    assert_eq!(left.verify().await.findings, []);
    let mut lines = Vec::new();
    ledger::export(&left.desk, &mut lines).await.unwrap();

    let url = DbUrl::Sqlite { path: new.join("proofdesk.db") };
    let options = Options::new(url);
    proofdesk_store::restore(&kept, &options, crate::MIGRATIONS).await.unwrap();
    let db = Db::open(options, crate::MIGRATIONS).await.unwrap();
    let sequencer = db.start_sequencer();
    let restored = Desk::new(db, Arc::new(Memory::default()), keyring());
    assert_ne!(files_with_traces(&new), Vec::<String>::new());
    let replayed =
        ledger::replay(&restored, &left.world.system_cx(), &mut lines.as_slice()).await.unwrap();
    assert_eq!((replayed.absent, replayed.refused), (0, 0));
    assert_eq!(files_with_traces(&new), Vec::<String>::new());
    let mut report = verify_live(&restored, &[], &mut |_| {}).await.unwrap();
    verify_state(&restored, &mut report, &mut |_| {}).await.unwrap();
    assert_eq!(report.findings, []);
    drop(sequencer);
}
