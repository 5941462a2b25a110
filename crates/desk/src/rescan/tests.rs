//! Texts that older rules let through are masked wherever they rest, and the log still proves itself, on both engines.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod columns;
mod files;
mod names;
mod settings;

use std::path::Path;

use proofdesk_store::{Engine, Rx, Sequencer, Tx, params};

use super::{Rescan, Stage, actions, rules, view};
use crate::desk::Desk;
use crate::id::{CustomerId, IdentityId, MessageId, PublicId, SessionId};
use crate::log::checkpoint::signing_key;
use crate::log::export::{Contents, export, verify_export};
use crate::log::testing::insert_customer;
use crate::log::verify::{Problem, Report, verify_live, verify_state};
use crate::log::{erasure, rows};
use crate::render::Body;
use crate::testing::{World, cx_at, keyring, settle};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket};
use crate::ticket::view::{MessageView, Moment};
use crate::ticket::{Priority, Risk, Ticket, Visibility};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{Cx, evidence, form, id::Id as _, ticket};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
const KEY: &str = "e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262";

struct Old {
    world: World,
    desk: Desk,
    public_id: PublicId,
    customer: Viewer,
    _sequencer: Sequencer,
}

async fn both() -> Vec<Old> {
    World::each(Old::of).await
}

impl Old {
    /// A ticket with a phrase in its subject, its message, a reply and a note, as they were kept before the guard knew phrases.
    async fn of(world: World) -> Self {
        let (desk, sequencer) = world.desk();
        let brand_id = world.brand_id;
        let customer_id: CustomerId = world
            .write(world.system_cx(), async move |tx, cx| insert_customer(tx, cx, brand_id).await)
            .await
            .unwrap();
        let customer = Viewer::Customer(CustomerViewer {
            customer_id,
            identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
            brand_id,
            session_id: SessionId::from_uuid(uuid::Uuid::nil()),
        });
        let old =
            |viewer: &Viewer, text: &str| Body::by(viewer, &keyring(), Clean::unguarded(text));
        let new = NewTicket {
            customer_id: None,
            category: "other".to_owned(),
            subject: Clean::unguarded(&format!("Lost {PHRASE}")),
            body: old(
                &customer,
                &format!("my words: {PHRASE}.\nprivate key: {KEY}\ntx hash: {HASH}, 2.5 ETH"),
            ),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "en".to_owned(),
        };
        let mut cx = world.system_cx();
        cx.viewer = customer.clone();
        let ticket = world
            .write(cx, async move |tx, cx| ticket::actions::open(tx, cx, &new).await)
            .await
            .unwrap();
        let admin = world.admin_cx().await;
        let harmless = old(&admin.viewer, "We look into it.");
        let note = old(&admin.viewer, &format!("They **sent** {PHRASE}"));
        for (body, visibility) in [(harmless, Visibility::Public), (note, Visibility::Internal)] {
            let new = NewMessage {
                body,
                visibility,
                attachment_ids: Vec::new(),
                channel: "console",
                lang: "en".to_owned(),
                status_id: None,
                seen_version: None,
            };
            let public_id = ticket.public_id.clone();
            let cx = world.admin_cx().await;
            world
                .write(cx, async move |tx, cx| {
                    ticket::actions::post(tx, cx, &public_id, &new).await
                })
                .await
                .unwrap();
        }
        let old =
            Self { world, desk, public_id: ticket.public_id, customer, _sequencer: sequencer };
        old.deliver().await;
        old.fill_in().await;
        old
    }

    /// Another ticket of harmless words, in whose form the phrase was answered, and a draft with the phrase in both places; and a note that an administrator has begun.
    async fn fill_in(&self) {
        let mut cx = self.world.system_cx();
        cx.viewer = self.customer.clone();
        let admin_id = self.world.admin.id;
        self.world
            .write(cx, async move |tx, cx| {
                let new = NewTicket {
                    customer_id: None,
                    category: "other".to_owned(),
                    subject: Clean::unguarded("A question"),
                    body: Body::by(&cx.viewer, &keyring(), Clean::unguarded("How does it work?")),
                    attachment_ids: Vec::new(),
                    channel: "portal",
                    lang: "en".to_owned(),
                };
                let ticket = ticket::actions::open(tx, cx, &new).await?;
                form::testing::answer_unguarded(tx, cx, &ticket, "wallet", PHRASE).await?;
                let content = format!(r#"{{"body":"{PHRASE}","answers":{{"wallet":"{PHRASE}"}},"picked":[],"passed":[],"file_ids":[],"leaks":[]}}"#);
                tx.exec(
                    "insert into ticket_draft (customer_id, category_id, content, updated_at) values ($1, $2, $3, 0)",
                    params![ticket.customer_id, ticket.category_id, content],
                )
                .await?;
                let begun = format!(r#"{{"body":"Is it {PHRASE}","acts":"","macro_ids":[],"staff_ids":[],"team_ids":[],"seen_until":null}}"#);
                tx.exec(
                    "insert into reply_draft (staff_id, ticket_id, visibility, content, updated_at) values ($1, $2, 'internal', $3, 0)",
                    params![admin_id, ticket.id, begun],
                )
                .await?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// What is left of the answer, of the draft and of the note that was begun.
    async fn filled_in(&self) -> (String, String, String) {
        let read = self.desk.read(async |rx: &Rx<'_>| {
            let (answer,): (String,) = rx.query_one("select value from answer", &[]).await?;
            let (draft,) = rx.query_one("select content from ticket_draft", &[]).await?;
            let (begun,) = rx.query_one("select content from reply_draft", &[]).await?;
            Ok((answer, draft, begun))
        });
        read.await.unwrap()
    }

    /// What a webhook was sent repeats the subject. The desk is of a time before there were walks.
    async fn deliver(&self) {
        self.world
            .write(self.world.system_cx(), async move |tx, cx| {
                tx.exec("delete from rescan where finished_at is not null", &[]).await?;
                let (hook, delivery): (MessageId, MessageId) = (cx.id(), cx.id());
                tx.exec(
                    "insert into webhook (id, name, url, secret, kinds, state, cursor_pos, created_at, version) \
                     values ($1, 'x', 'https://example.com', $2, '*', 'active', 0, 0, 1)",
                    params![hook, [0_u8; 4]],
                )
                .await?;
                let (opened,): (MessageId,) = tx
                    .query_one("select id from event where kind = 'ticket.opened'", &[])
                    .await?;
                tx.exec(
                    "insert into webhook_delivery (id, webhook_id, event_id, pos, body, state, attempts, created_at) \
                     values ($1, $2, $3, 1, $4, 'delivered', 1, 0)",
                    params![delivery, hook, opened, PHRASE],
                )
                .await?;
                Ok(())
            })
            .await
            .unwrap();
    }

    fn cx(&self) -> Cx {
        let mut cx = self.world.system_cx();
        cx.viewer = Viewer::System("guard.rescan");
        cx
    }

    /// Walks as the job does, a row a page, to its end.
    async fn walk(&self) {
        assert!(self.step_until(false).await.is_none());
    }

    /// `is_killed` ends it as a kill would: after the first mask, before it is written down how far it came.
    async fn step_until(&self, is_killed: bool) -> Option<Rescan> {
        loop {
            let due = self
                .desk
                .write(self.cx(), async |tx: &Tx<'_>, cx: &mut Cx| actions::due(tx, cx).await);
            let walk = due.await.unwrap()?;
            let at = walk.clone();
            let read = self.desk.read(async move |rx: &Rx<'_>| view::page(rx, &at, 1).await);
            let stored = read.await.unwrap();
            let last = stored.last().map(|stored| stored.id);
            for row in stored.iter().filter(|row| row.may_have_secret()) {
                let (now, at) = (self.world.now, (walk.id, walk.stage));
                let mut fresh = || cx_at(now, Viewer::System("guard.rescan"));
                let masked = super::mask(&self.desk, &mut fresh, at, row.id).await.unwrap();
                assert!(masked || row.is_file);
            }
            if is_killed && stored.iter().any(super::Stored::may_have_secret) {
                return Some(walk);
            }
            let looked = i64::try_from(stored.len()).unwrap();
            let advance = self.desk.write(self.cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
                actions::advance(tx, cx, &walk, last, looked).await
            });
            assert!(advance.await.unwrap());
        }
    }

    async fn walks(&self) -> Vec<Rescan> {
        let read =
            self.desk.read(async |rx: &Rx<'_>| view::list(rx, &Viewer::Operator, None, 10).await);
        read.await.unwrap()
    }

    /// How many things have a name that somebody gave when they set the desk up.
    async fn named(&self) -> i64 {
        let read = self
            .desk
            .read(async |rx: &Rx<'_>| super::setting::page(rx, uuid::Uuid::nil(), 1_000).await);
        i64::try_from(read.await.unwrap().len()).unwrap()
    }

    async fn start(&self) -> Rescan {
        let start = self
            .desk
            .write(self.cx(), async |tx: &Tx<'_>, cx: &mut Cx| actions::start(tx, cx).await);
        start.await.unwrap()
    }

    async fn ticket(&self) -> Ticket {
        let id = self.public_id.clone();
        let read = self.desk.read(async move |rx: &Rx<'_>| {
            ticket::view::find(rx, &id, &crate::viewer::Scope::Everything).await
        });
        read.await.unwrap().unwrap()
    }

    async fn messages(&self) -> Vec<MessageView> {
        let ticket = self.ticket().await;
        let read = self.desk.read(async move |rx: &Rx<'_>| {
            ticket::view::thread(rx, &Viewer::Operator, &ticket, 0, 100).await
        });
        let messages = read.await.unwrap().moments.into_iter().filter_map(|moment| match moment {
            Moment::Message(message) => Some(*message),
            Moment::Event(_) => None,
        });
        messages.collect()
    }

    /// The log live, with the rows that events fold to, and on an export.
    async fn verified(&self) -> Report {
        settle(&self.desk, || self.cx()).await;
        let mut live = verify_live(&self.desk, &[], &mut |_| {}).await.unwrap();
        let mut out = Vec::new();
        export(&self.desk, Contents::Included, &mut out, &mut |_| {}).await.unwrap();
        let key = signing_key(self.desk.keyring()).verifying_key().as_bytes().to_vec();
        let exported = verify_export(&mut out.as_slice(), &[key], &[]).unwrap();
        assert_eq!(exported, Report { tiles: 0, ..live.clone() });
        verify_state(&self.desk, &mut live, &mut |_| {}).await.unwrap();
        live
    }

    /// Where the words or the key still rest: files of the data folder, or rows.
    async fn traces(&self) -> Vec<String> {
        match self.desk.db().engine() {
            Engine::Sqlite => files_with_trace(self.world.db.folder()),
            Engine::Postgres => self.rows_with_trace().await,
        }
    }

    async fn rows_with_trace(&self) -> Vec<String> {
        let tables = [
            "event",
            "account_act",
            "account_constraint",
            "api_token",
            "brand",
            "department",
            "exchange_event",
            "form",
            "help_section",
            "identity",
            "organisation",
            "role",
            "skill",
            "staff",
            "status",
            "team",
            "webhook",
            "article_file",
            "message_body",
            "ticket",
            "evidence",
            "answer",
            "ticket_draft",
            "reply_draft",
            "reply_macro",
            "reply_macro_text",
            "saved_view",
            "article_text",
            "article_version",
            "article_word",
            "article_feedback",
            "attachment",
            "customer",
            "glossary_term",
            "missed_search",
            "tag",
            "webhook_delivery",
            "job",
        ];
        let mut found = Vec::new();
        for table in tables {
            let sql = format!(
                "select count(*) from {table} t where t::text ilike '%sausage%' or t::text like '%{}%' \
                 or t::text like '%{KEY}%' or t::text like '%{}%'",
                hex::encode("sausage"),
                hex::encode(KEY)
            );
            let count = self.world.write(self.cx(), async move |tx, _| {
                Ok(tx.query_dyn::<(i64,)>(&sql, &[]).await?[0].0)
            });
            if count.await.unwrap() > 0 {
                found.push(table.to_owned());
            }
        }
        found
    }
}

fn files_with_trace(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        let has = |trace: &[u8]| bytes.windows(trace.len()).any(|w| w.eq_ignore_ascii_case(trace));
        if has(b"sausage") || has(KEY.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test]
async fn old_texts_are_masked_wherever_they_rest() {
    for old in both().await {
        let before = old.verified().await;
        assert_eq!((before.findings, before.superseded), (vec![], 0));
        assert_ne!(old.traces().await, Vec::<String>::new());
        assert_eq!(old.ticket().await.risk, Risk::None);

        old.walk().await;

        let ticket = old.ticket().await;
        assert_eq!(ticket.subject, "Lost ⟦seed-phrase⟧");
        assert_eq!((ticket.risk, ticket.priority), (Risk::SuspectedTheft, Priority::Urgent));
        let messages = old.messages().await;
        let bodies: Vec<&str> = messages.iter().map(|m| m.body.as_deref().unwrap()).collect();
        let first = format!(
            "my words: ⟦seed-phrase⟧.\nprivate key: ⟦hex-private-key⟧\ntx hash: {HASH}, 2.5 ETH"
        );
        assert_eq!(bodies, [&first, "We look into it.", "They **sent** ⟦seed-phrase⟧"]);
        let note = messages[2].html.as_deref().unwrap().trim();
        assert_eq!(note, "<p>They <strong>sent</strong> ⟦seed-phrase⟧</p>");
        let kinds: Vec<&str> = messages[0].findings.iter().map(|f| f.kind.as_str()).collect();
        assert_eq!(kinds, ["seed-phrase", "hex-private-key"]);
        let evidence: Vec<(&str, &str)> = messages[0]
            .evidence
            .iter()
            .map(|e| {
                (
                    e.fact.value.as_str(),
                    &first[e.fact.span.unwrap().start..e.fact.span.unwrap().end],
                )
            })
            .collect();
        assert_eq!(evidence, [(HASH, HASH), ("2.5 ETH", "2.5 ETH")]);

        let after = old.verified().await;
        assert_eq!(after.findings, []);
        // The note's. The opening's own digest went with its payload; what says it anew speaks of the masked body.
        assert_eq!((after.superseded, after.states), (1, 3));
        old.desk.db().clear_deleted().await.unwrap();
        assert_eq!(old.traces().await, Vec::<String>::new());

        let (answer, draft, begun) = old.filled_in().await;
        assert_eq!(answer, "⟦seed-phrase⟧");
        assert_eq!(draft.matches("⟦seed-phrase⟧").count(), 2, "{draft}");
        assert!(begun.contains("Is it ⟦seed-phrase⟧"), "{begun}");

        let walks = old.walks().await;
        assert_eq!(walks.len(), 1);
        let looked = 9 + old.named().await;
        assert_eq!((walks[0].looked, walks[0].masked, walks[0].rules), (looked, 6, rules()));
        assert!(walks[0].finished_at.is_some());
    }
}

#[tokio::test]
async fn a_walk_that_was_killed_goes_on_and_a_second_one_finds_nothing() {
    for old in both().await {
        let killed = old.step_until(true).await.unwrap();
        assert_eq!(killed.stage, Stage::Messages);
        let now = &old.walks().await[0];
        assert_eq!((now.after_id, now.looked), (killed.after_id, killed.looked));
        assert_eq!(now.masked, 1, "the mask is there although the page was not written down");
        old.walk().await;
        let walks = old.walks().await;
        let looked = 9 + old.named().await;
        assert_eq!((walks.len(), walks[0].looked, walks[0].masked), (1, looked, 6));
        let ticket = old.ticket().await;

        old.walk().await; // By the same rules nothing is due.
        assert_eq!(old.walks().await.len(), 1);
        let again = old.start().await;
        assert_eq!(old.start().await.id, again.id, "one at a time");
        old.walk().await;
        let walks = old.walks().await;
        let second = walks.iter().find(|walk| walk.id == again.id).unwrap();
        assert_eq!((walks.len(), second.looked, second.masked), (2, looked, 0));
        assert_eq!(old.ticket().await, ticket);
        assert_eq!(old.verified().await.findings, []);
    }
}

#[tokio::test]
async fn what_was_masked_is_held_against_its_new_digest_and_can_be_erased() {
    for old in both().await {
        old.walk().await;
        let id = old.messages().await[0].message.id;
        let stored = old.desk.read(async move |rx: &Rx<'_>| rows::body(rx, id.uuid()).await);
        let body = stored.await.unwrap().unwrap().body.unwrap();
        let put = |text: String| {
            old.desk.write(old.cx(), async move |tx: &Tx<'_>, _: &mut Cx| {
                let sql = "update message_body set body = $1 where message_id = $2";
                tx.exec(sql, params![text, id]).await?;
                Ok(())
            })
        };
        put(body.replace("⟦seed-phrase⟧", PHRASE)).await.unwrap();
        let live = verify_live(&old.desk, &[], &mut |_| {}).await.unwrap();
        let found: Vec<_> = live.findings.iter().map(|f| (f.table, &f.problem)).collect();
        assert_eq!(found, [("message_body", &Problem::DigestMismatch)]);
        put(body).await.unwrap();

        let erase = old.desk.write(old.cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
            erasure::erase_message(tx, cx, id).await
        });
        erase.await.unwrap();
        assert_eq!(old.verified().await.findings, []);
        let ticket_id = old.ticket().await.id;
        let left = old.desk.read(async move |rx: &Rx<'_>| {
            evidence::view::of_ticket(rx, &Viewer::Operator, ticket_id).await
        });
        assert_eq!(left.await.unwrap(), []);
    }
}

#[tokio::test]
async fn only_who_may_starts_a_walk() {
    for old in both().await {
        let mut cx = old.cx();
        cx.viewer = old.customer.clone();
        let start =
            old.desk.write(cx, async |tx: &Tx<'_>, cx: &mut Cx| actions::start(tx, cx).await);
        assert!(start.await.is_err());
        let viewer = old.customer.clone();
        let read = old.desk.read(async move |rx: &Rx<'_>| view::list(rx, &viewer, None, 1).await);
        assert!(read.await.is_err());
    }
}
