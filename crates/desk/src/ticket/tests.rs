//! A ticket's life on both engines: rows, events, counts, scopes, and the fold that must give the row back.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod linking;
mod mentioning;
mod merging;
mod proving;
mod searching;
mod side;
mod splitting;
mod starting;

use std::collections::BTreeMap;

use proofdesk_locale::Locale;
use proofdesk_store::testing::{self, TestDb};
use proofdesk_store::{Rx, Tx, params};

use super::actions::{self, NewMessage, NewTicket};
use super::view::{self, Filter, Moment, Queue};
use super::{Change, Priority, Risk, StatusCategory, Ticket, Visibility, fold};
use crate::code::Code;
use crate::evidence::{self, Evidence};
use crate::id::{BrandId, CustomerId, Id as _, IdentityId, SessionId, StaffId, TeamId};
use crate::log::Stream;
use crate::permission::{Permission, Reach};
use crate::render::Body;
use crate::text::Clean;
use crate::viewer::{CustomerViewer, Scope, StaffViewer, Viewer};
use crate::{Cx, Error, MIGRATIONS, Result, Timestamp, category, limits, status};

const START: Timestamp = Timestamp::from_micros(1_790_000_000_000_000);

struct Fixture {
    db: TestDb,
    brand_id: BrandId,
    other_brand_id: BrandId,
    customer_id: CustomerId,
    other_customer_id: CustomerId,
    staff_id: StaffId,
    team_id: TeamId,
    step: std::cell::Cell<i64>,
}

impl Fixture {
    async fn on(db: TestDb) -> Self {
        let mut cx = cx(START, Viewer::Operator, 0);
        let fixture = Self {
            brand_id: cx.id(),
            other_brand_id: cx.id(),
            customer_id: cx.id(),
            other_customer_id: cx.id(),
            staff_id: cx.id(),
            team_id: cx.id(),
            db,
            step: std::cell::Cell::new(1),
        };
        let (a, b) = (fixture.brand_id, fixture.other_brand_id);
        let (c, d) = (fixture.customer_id, fixture.other_customer_id);
        let (s, t) = (fixture.staff_id, fixture.team_id);
        fixture
            .db
            .write(async move |tx: &Tx<'_>| -> Result<()> {
                let mut cx = cx.clone();
                for (id, slug) in [(a, "a"), (b, "b")] {
                    tx.exec(
                        "insert into brand (id, slug, name, locales, created_at, version) values ($1, $2, $3, 'en', 0, 1)",
                        params![id, slug, slug.to_uppercase()],
                    )
                    .await?;
                    category::actions::found(tx, &mut cx, id).await?;
                }
                for (id, brand) in [(c, a), (d, b)] {
                    tx.exec(
                        "insert into customer (id, brand_id, name, locale, time_zone, created_at, updated_at, version) \
                         values ($1, $2, 'Ada Example', 'en', 'UTC', 0, 0, 1)",
                        params![id, brand],
                    )
                    .await?;
                }
                tx.exec(
                    "insert into staff (id, email, name, locale, time_zone, state, created_at, updated_at, version) \
                     values ($1, 'mina@example.com', 'Mina', 'en', 'UTC', 'active', 0, 0, 1)",
                    params![s],
                )
                .await?;
                tx.exec("insert into team (id, name, created_at, version) values ($1, 'Deposits', 0, 1)", params![t])
                    .await?;
                tx.exec("insert into team_member (team_id, staff_id) values ($1, $2)", params![t, s]).await?;
                tx.exec("insert into staff_brand (staff_id, brand_id) values ($1, $2)", params![s, a]).await?;
                status::actions::found(tx).await
            })
            .await
            .unwrap();
        fixture
    }

    fn customer(&self) -> Viewer {
        Viewer::Customer(CustomerViewer {
            customer_id: self.customer_id,
            identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
            brand_id: self.brand_id,
            session_id: SessionId::from_uuid(uuid::Uuid::nil()),
        })
    }

    fn other_customer(&self) -> Viewer {
        Viewer::Customer(CustomerViewer {
            customer_id: self.other_customer_id,
            identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
            brand_id: self.other_brand_id,
            session_id: SessionId::from_uuid(uuid::Uuid::nil()),
        })
    }

    fn staff(&self, reach: Reach) -> Viewer {
        Viewer::Staff(StaffViewer {
            staff_id: self.staff_id,
            session_id: None,
            grants: Permission::ALL.iter().map(|p| (*p, reach)).collect::<BTreeMap<_, _>>(),
            teams: vec![self.team_id],
            brands: vec![self.brand_id],
            step_up_until: None,
        })
    }

    fn cx(&self, viewer: Viewer) -> Cx {
        let n = self.step.get();
        self.step.set(n + 1);
        cx(
            Timestamp::from_micros(START.micros() + n * 1_000_000),
            viewer,
            u8::try_from(n % 251).unwrap(),
        )
    }

    async fn act<R: Send + 'static>(
        &self,
        viewer: Viewer,
        verb: impl AsyncFn(&Tx<'_>, &mut Cx) -> Result<R> + Send + Sync + 'static,
    ) -> Result<R> {
        let cx = self.cx(viewer);
        self.db.write(async move |tx: &Tx<'_>| verb(tx, &mut cx.clone()).await).await
    }

    async fn open(&self, body: &str) -> Ticket {
        self.open_by(self.customer(), body).await
    }

    /// A ticket of the customer of the other brand.
    async fn open_elsewhere(&self) -> Ticket {
        self.open_by(self.other_customer(), "Mine too").await
    }

    async fn open_by(&self, customer: Viewer, body: &str) -> Ticket {
        let new = new_ticket(&customer, body);
        self.act(customer, async move |tx, cx| actions::open(tx, cx, &new).await).await.unwrap()
    }

    async fn post(&self, viewer: Viewer, ticket: &Ticket, new: NewMessage) -> Result<Ticket> {
        let id = ticket.public_id.clone();
        let posted =
            self.act(viewer, async move |tx, cx| actions::post(tx, cx, &id, &new).await).await;
        posted.map(|(ticket, _)| ticket)
    }

    async fn evidence(&self, viewer: Viewer, ticket: &Ticket) -> Vec<Evidence> {
        let id = ticket.id;
        self.db
            .read(async move |rx: &Rx<'_>| evidence::view::of_ticket(rx, &viewer, id).await)
            .await
            .unwrap()
    }

    /// Folds the events of the log and compares with the rows.
    async fn assert_state(&self, ticket: &Ticket) {
        let id = ticket.id;
        let stream = Stream::Ticket(id).name();
        let differing = self
            .db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let rows: Vec<(i64, Timestamp, String, i64, Vec<u8>)> = rx
                    .query(
                        "select seq, at, kind, v, payload from event where stream = $1 order by seq",
                        params![stream],
                    )
                    .await?;
                let changes = rows
                    .into_iter()
                    .map(|(seq, at, kind, v, payload)| (seq, at, Change::read(&kind, v, &payload).unwrap()));
                view::check_state(rx, id, &fold(id, changes).unwrap()).await
            })
            .await
            .unwrap();
        assert_eq!(differing, Vec::<&str>::new());
    }
}

fn cx(now: Timestamp, viewer: Viewer, seed: u8) -> Cx {
    Cx::new(now, viewer, Locale::En, "test".to_owned(), [seed; 32])
}

fn new_ticket(by: &Viewer, body: &str) -> NewTicket {
    NewTicket {
        customer_id: None,
        category: "deposit-not-credited".to_owned(),
        subject: Clean::new("Where is my deposit?").unwrap(),
        body: Body::by(by, &crate::testing::keyring(), Clean::new(body).unwrap()),
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: "en".to_owned(),
    }
}

fn message(body: &str, visibility: Visibility) -> NewMessage {
    NewMessage {
        body: Body::by(&Viewer::Operator, &crate::testing::keyring(), Clean::new(body).unwrap()),
        visibility,
        attachment_ids: Vec::new(),
        channel: "console",
        lang: "en".to_owned(),
        status_id: None,
        seen_version: None,
    }
}

fn code<T>(result: Result<T>) -> Code {
    match result {
        Err(error) => error.code(),
        Ok(_) => panic!("it was not refused"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_life_folds_to_its_row() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("0.5 BTC since yesterday").await;
        let solved = NewMessage {
            status_id: Some(status::builtin(StatusCategory::Solved)),
            ..message("It is **credited**.", Visibility::Public)
        };
        f.post(f.staff(Reach::All), &ticket, message("looks fine to me", Visibility::Internal))
            .await
            .unwrap();
        let after = f.post(f.staff(Reach::All), &ticket, solved).await.unwrap();
        assert_eq!((after.status_category, after.message_count), (StatusCategory::Solved, 3));
        assert!(after.solved_at.is_some());

        let id = ticket.public_id.clone();
        let (staff_id, team_id) = (f.staff_id, f.team_id);
        f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::assign(tx, cx, &id, Some(staff_id), Some(team_id), None).await?;
            actions::set_priority(tx, cx, &id, Priority::High, None).await?;
            actions::tag(tx, cx, &id, &Clean::new("Very  Urgent")?).await?;
            actions::tag(tx, cx, &id, &Clean::new("btc")?).await?;
            actions::untag(tx, cx, &id, "BTC").await
        })
        .await
        .unwrap();
        let reopened = f
            .post(f.customer(), &ticket, message("No, it is not", Visibility::Public))
            .await
            .unwrap();
        assert_eq!((reopened.status_category, reopened.solved_at), (StatusCategory::Open, None));
        f.assert_state(&reopened).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_what_is_not_theirs() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        f.post(f.staff(Reach::All), &ticket, message("secret note", Visibility::Internal))
            .await
            .unwrap();
        for (viewer, seen) in [
            (f.customer(), true),
            (f.other_customer(), false),
            (Viewer::Anonymous, false),
            (f.staff(Reach::All), true),
            (f.staff(Reach::Brand), true),
            (f.staff(Reach::Team), false),
            (f.staff(Reach::Own), false),
        ] {
            let scope = viewer.scope(Permission::TicketRead);
            assert_eq!(scope.admits(&ticket.placement()), seen, "{scope:?} in memory");
            let (id, name) = (ticket.public_id.clone(), format!("{viewer}"));
            let (row, listed) =
                f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                    let row = view::find(rx, &id, &scope).await?;
                    let all = Filter { limit: 10, ..Filter::default() };
                    Ok((row.is_some(), view::list(rx, &viewer, &scope, &all).await?.len()))
                })
                .await
                .unwrap();
            assert_eq!((row, listed), (seen, usize::from(seen)), "{name} by SQL");
        }
        assert_eq!(
            code(f.post(f.other_customer(), &ticket, message("hi", Visibility::Public)).await),
            Code::NotFound
        );
        assert_eq!(
            code(f.post(f.customer(), &ticket, message("hi", Visibility::Internal)).await),
            Code::NoPermission
        );
        let (customer, row) = (f.customer(), ticket.clone());
        let thread =
            f.db.read(async move |rx: &Rx<'_>| view::thread(rx, &customer, &row, 0, 50).await)
                .await
                .unwrap();
        assert_eq!((thread.moments.len(), thread.next), (1, None));
        assert!(
            matches!(&thread.moments[0], Moment::Message(m) if m.body.as_deref() == Some("hello"))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn queues_page_and_count() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let mut opened = Vec::new();
        for n in 0..7 {
            opened.push(f.open(&format!("number {n}")).await);
        }
        let (first, staff_id) = (opened[0].public_id.clone(), f.staff_id);
        f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::assign(tx, cx, &first, Some(staff_id), None, None).await
        })
        .await
        .unwrap();
        let viewer = f.staff(Reach::All);
        let (pages, counts, capped) =
            f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                let mut seen = Vec::new();
                let mut after = None;
                loop {
                    let filter = Filter {
                        queue: Some(Queue::Unassigned),
                        after,
                        limit: 4,
                        ..Filter::default()
                    };
                    let page = view::list(rx, &viewer, &Scope::Everything, &filter).await?;
                    let Some(last) = page.last() else { break };
                    after = Some(view::Position::of(last, view::Sort::Newest));
                    seen.extend(page.into_iter().map(|s| s.public_id));
                }
                let counts = view::counts(rx, &viewer, &Scope::Everything).await?;
                let brand = viewer.scope(Permission::TicketRead);
                Ok((seen, counts, view::counts(rx, &viewer, &brand).await?))
            })
            .await
            .unwrap();
        let newest_first: Vec<_> = opened[1..].iter().rev().map(|t| t.public_id.clone()).collect();
        assert_eq!(pages, newest_first);
        assert_eq!(counts, capped);
        let count = |queue| counts.iter().find(|c| c.queue == queue).map(|c| c.count);
        assert_eq!(count(Queue::Unassigned), Some(6));
        assert_eq!((count(Queue::Mine), count(Queue::All)), (Some(1), Some(7)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_counted_up_to_a_bound_whatever_its_page() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let mut opened = Vec::new();
        for n in 0..3 {
            opened.push(f.open(&format!("number {n}")).await);
        }
        let (viewer, id) = (f.staff(Reach::All), opened[0].id);
        let totals =
            f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                let end = Filter { limit: 1, from_end: true, ..Filter::default() };
                let rows = view::list(rx, &viewer, &Scope::Everything, &end).await?;
                let before = rows.first().map(|row| view::Position::of(row, view::Sort::Newest));
                let hit = view::Hit { id, at: START };
                let found = |n| Filter { found: Some(vec![hit; n]), ..end.clone() };
                let mut totals = Vec::new();
                for (filter, most) in [
                    (end.clone(), 3),
                    (Filter { before, ..end.clone() }, 3),
                    (end.clone(), 2),
                    (found(1), 9),
                    (found(0), 9),
                    // The index may know of more than it gave.
                    (found(limits::SEARCH_FOUND), 9),
                ] {
                    let total = view::total(rx, &viewer, &Scope::Everything, &filter, most);
                    totals.push(total.await?);
                }
                Ok(totals)
            })
            .await
            .unwrap();
        assert_eq!(totals, [Some(3), Some(3), None, Some(1), Some(0), None]);
    }
}

/// A page looks at the first that were found, and at the others where those are not enough.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_last_is_listed_where_nothing_before_it_is() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let mut newest = Vec::new();
        for n in 0..9 {
            newest.insert(0, f.open(&format!("number {n}")).await);
        }
        let (number, staff_id) = (newest[8].public_id.clone(), f.staff_id);
        f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::assign(tx, cx, &number, Some(staff_id), None, None).await
        })
        .await
        .unwrap();
        let hits: Vec<view::Hit> = (0..)
            .zip(&newest)
            .map(|(n, ticket)| view::Hit {
                id: ticket.id,
                at: Timestamp::from_micros(START.micros() - n),
            })
            .collect();
        let oldest: Vec<view::Hit> = hits.iter().rev().copied().collect();
        let of_a_moment: Vec<view::Hit> =
            oldest.iter().map(|hit| view::Hit { at: START, ..*hit }).collect();
        let viewer = f.staff(Reach::All);
        let listed = async |filter: Filter| {
            let viewer = viewer.clone();
            let rows = async move |rx: &Rx<'_>| -> Result<_> {
                view::list(rx, &viewer, &Scope::Everything, &filter).await
            };
            let rows = f.db.read(rows).await.unwrap();
            rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
        };
        for (sort, found) in [
            (view::Sort::Newest, &hits),
            (view::Sort::Oldest, &oldest),
            (view::Sort::Relevance, &hits),
            (view::Sort::Priority, &hits),
        ] {
            for from_end in [false, true] {
                let found = match from_end {
                    true if sort != view::Sort::Relevance => found.iter().rev().copied().collect(),
                    _ => found.clone(),
                };
                let one =
                    Filter { limit: 1, found: Some(found), sort, from_end, ..Filter::default() };
                let mine = Filter { queue: Some(Queue::Mine), ..one };
                assert_eq!(listed(mine).await, [newest[8].id], "{sort:?} {from_end}");
            }
        }
        let two = Filter { limit: 2, found: Some(hits), ..Filter::default() };
        assert_eq!(listed(two.clone()).await, [newest[0].id, newest[1].id]);
        // Of those of one moment the index knows no order.
        let together = Filter { found: Some(of_a_moment), ..two };
        assert_eq!(listed(together).await, [newest[0].id, newest[1].id]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_edits_conflict_and_closed_stays_closed() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        f.post(f.customer(), &ticket, message("one more thing", Visibility::Public)).await.unwrap();
        let stale = NewMessage { seen_version: Some(1), ..message("answer", Visibility::Public) };
        assert_eq!(code(f.post(f.staff(Reach::All), &ticket, stale).await), Code::VersionConflict);
        let id = ticket.public_id.clone();
        let stale = f
            .act(f.staff(Reach::All), async move |tx, cx| {
                actions::set_priority(tx, cx, &id, Priority::Low, Some(1)).await
            })
            .await;
        assert_eq!(code(stale), Code::VersionConflict);
        let id = ticket.public_id.clone();
        f.act(f.staff(Reach::All), async move |tx, cx| {
            actions::set_status(tx, cx, &id, status::builtin(StatusCategory::Closed), None).await
        })
        .await
        .unwrap();
        let late = f.post(f.customer(), &ticket, message("hello?", Visibility::Public)).await;
        assert_eq!(code(late), Code::TicketClosed);
        f.post(f.staff(Reach::All), &ticket, message("for the record", Visibility::Internal))
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leaked_key_raises_risk_and_never_rests() {
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open(&format!("my phrase is {phrase} please help")).await;
        assert_eq!((ticket.risk, ticket.priority), (Risk::SuspectedTheft, Priority::Urgent));
        f.assert_state(&ticket).await;
        let rests = f
            .db
            .read(async move |rx: &Rx<'_>| -> Result<_> {
                let (bodies,): (i64,) = rx
                    .query_one("select count(*) from message_body where body like '%sausage%' or html like '%sausage%'", params![])
                    .await?;
                Ok(bodies)
            })
            .await
            .unwrap();
        assert_eq!(rests, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_verb_leaves_nothing() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        let id = ticket.public_id.clone();
        let failed: Result<()> = f
            .act(f.staff(Reach::All), async move |tx, cx| {
                actions::set_priority(tx, cx, &id, Priority::High, None).await?;
                Err(Error::refused(Code::Internal))
            })
            .await;
        assert!(failed.is_err());
        f.assert_state(&ticket).await;
    }
}

const HASH: &str = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";

#[tokio::test(flavor = "multi_thread")]
async fn evidence_is_found_corrected_and_folds_to_its_rows() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open(&format!("I sent 250 USDT, hash {HASH}")).await;
        assert_eq!(ticket.version, 2);
        f.assert_state(&ticket).await;
        let found = f.evidence(f.customer(), &ticket).await;
        let kinds: Vec<&str> = found.iter().map(|row| row.fact.kind.as_str()).collect();
        assert_eq!(kinds, ["amount", "tx"]);

        let (id, amount, tx) = (ticket.public_id.clone(), found[0].fact.id, found[1].fact.id);
        let now = f
            .act(f.staff(Reach::All), async move |tx_, cx| {
                let more = Clean::new("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")?;
                evidence::actions::add(tx_, cx, &id, &more).await?;
                evidence::actions::change(tx_, cx, &id, tx, None, Some("bsc")).await?;
                evidence::actions::remove(tx_, cx, &id, amount).await
            })
            .await
            .unwrap();
        f.assert_state(&now).await;
        let rows = f.evidence(f.staff(Reach::All), &ticket).await;
        let values: Vec<(&str, Vec<&str>)> = rows
            .iter()
            .map(|row| {
                let networks = row.fact.networks.iter().map(String::as_str).collect();
                (row.fact.value.as_str(), networks)
            })
            .collect();
        assert_eq!(
            values,
            [(HASH, vec!["bsc"]), ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", vec!["tron"])]
        );
        // What agents add is theirs; what the customer wrote is the customer's.
        assert_eq!(f.evidence(f.customer(), &ticket).await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_found_in_whatever_form_it_was_given_and_by_nobody_else() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open(&format!("https://etherscan.io/tx/{HASH}")).await;
        for (viewer, typed, seen) in [
            (f.staff(Reach::All), HASH.to_owned(), true),
            (f.staff(Reach::All), HASH.to_uppercase().replace("0X", "0x"), true),
            (f.customer(), format!("my hash {HASH}"), true),
            (f.other_customer(), HASH.to_owned(), false),
            (f.staff(Reach::Own), HASH.to_owned(), false),
            (f.staff(Reach::All), "0.1 BTC".to_owned(), false),
        ] {
            let filter = Filter { evidence: Some(typed), limit: 5, ..Default::default() };
            let scope = viewer.scope(Permission::TicketRead);
            let rows =
                f.db.read(async move |rx: &Rx<'_>| view::list(rx, &viewer, &scope, &filter).await)
                    .await
                    .unwrap();
            assert_eq!(rows.iter().any(|row| row.public_id == ticket.public_id), seen);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_goes_with_its_message() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open(&format!("hash {HASH}")).await;
        let found = f.evidence(f.customer(), &ticket).await;
        let message_id = found[0].message_id.unwrap();
        f.act(Viewer::Operator, async move |tx, cx| {
            crate::log::erasure::erase_message(tx, cx, message_id).await
        })
        .await
        .unwrap();
        assert!(f.evidence(f.staff(Reach::All), &ticket).await.is_empty());
        let left: Vec<(i64,)> = f
            .db
            .read(async move |rx: &Rx<'_>| {
                let sql = "select seq from event where kind = 'ticket.evidence_found' and payload is not null";
                rx.query(sql, params![]).await
            })
            .await
            .unwrap();
        assert_eq!(left, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_recognised_becomes_evidence() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let ticket = f.open("hello").await;
        assert_eq!(ticket.version, 1);
        let id = ticket.public_id.clone();
        let refused = f
            .act(f.staff(Reach::All), async move |tx, cx| {
                evidence::actions::add(tx, cx, &id, &Clean::new("no such thing")?).await
            })
            .await;
        assert_eq!(code(refused), Code::EvidenceNotRecognised);
        let id = ticket.public_id.clone();
        let refused = f
            .act(f.customer(), async move |tx, cx| {
                evidence::actions::add(tx, cx, &id, &Clean::new("0.5 BTC")?).await
            })
            .await;
        assert_eq!(code(refused), Code::NoPermission);
    }
}
