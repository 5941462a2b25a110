//! A desk that moves to another one, on both engines: what arrives is what left, once, in silence, and the log proves itself.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use proofdesk_store::{Rx, Tx, params};
use serde_json::Value;
use tokio::sync::Notify;

use super::actions::{Batch, Outcome, Told, begin_export, bring, finish, place};
use super::line::{Line, MessageLine, TagLine, TicketLine};
use super::prepare::{Case, LeftOut, Read, Unit, What};
use super::view::Export;
use super::{Lines, is_quiet};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::customer_erasure::carry_out_all;
use crate::desk::Desk;
use crate::error::{OrNotFound as _, Result};
use crate::id::{CustomerId, Id, PublicId, WebhookId};
use crate::identity::{self, Level, PORTAL};
use crate::log::Stream;
use crate::log::checkpoint::signing_key;
use crate::log::export::{Contents, export, verify_export};
use crate::log::verify::{verify_live, verify_state};
use crate::render::Body;
use crate::role::Builtin;
use crate::testing::{World, cx_at, keyring, settle};
use crate::text::Clean;
use crate::ticket::actions::{NewMessage, NewTicket, assign, open, post, tag};
use crate::ticket::{Author, Priority, Risk, StatusCategory, Ticket, Visibility};
use crate::time::Timestamp;
use crate::transcript::verify::{Trusted, Verdict, verify};
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::webhook::actions::fan_out;
use crate::{
    Cx, MIGRATIONS, category, customer, customer_erasure, log, status, team, ticket, transcript,
};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
/// A word of it that stands nowhere else.
const TRACE: &[u8] = b"sausage";
const LONG_AGO: Timestamp = Timestamp::from_micros(1_614_592_800_000_000);

fn minutes(n: u64) -> std::time::Duration {
    std::time::Duration::from_secs(n * 60)
}

fn viewer_of(world: &World, customer_id: CustomerId) -> Viewer {
    Viewer::Customer(CustomerViewer {
        customer_id,
        identity_id: Id::from_uuid(uuid::Uuid::nil()),
        brand_id: world.brand_id,
        session_id: Id::from_uuid(uuid::Uuid::nil()),
    })
}

/// A customer whom the exchange knows, with a ticket of four messages that is solved, and one that nobody answered.
async fn lived_in(world: &World) -> CustomerId {
    let brand_id = world.brand_id;
    let customer_id = world
        .write(world.system_cx(), async move |tx, cx| {
            let new = NewCustomer {
                brand_id,
                name: Some("Grace Hopper".to_owned()),
                email: Some("grace@example.com".to_owned()),
                phone: Some("+44 20 7946 0958".to_owned()),
                uid: Some("UID-77".to_owned()),
                locale: None,
                time_zone: Some("Europe/Berlin".to_owned()),
            };
            let id = customer::actions::create(tx, cx, &new).await?;
            identity::actions::add(tx, cx, id, PORTAL, "acc-7").await?;
            Ok(id)
        })
        .await
        .unwrap();
    let number = opened(world, customer_id, "I sent 2.5 USDT yesterday").await;
    let agent = world.admin_cx().await.viewer;
    said(world, &agent, &number, "We **look** into it", Visibility::Public, None).await;
    said(world, &agent, &number, "looks fine to me", Visibility::Internal, None).await;
    let solved = Some(StatusCategory::Solved);
    said(world, &agent, &number, "It is credited", Visibility::Public, solved).await;
    let admin_id = world.admin.id;
    let cx = cx_at(world.now + minutes(9), Viewer::Operator);
    let assigned = world.write(cx, async move |tx, cx| {
        let team_id = team::actions::create(tx, cx, "Deposits").await?;
        assign(tx, cx, &number, Some(admin_id), Some(team_id), None).await?;
        tag(tx, cx, &number, &Clean::new("Very Urgent")?).await?;
        let tag_id = crate::tag::view::find(tx, "very-urgent").await?.or_not_found()?;
        crate::tag::actions::rename(tx, cx, tag_id, "At once").await
    });
    assert!(assigned.await.unwrap(), "the tag is called otherwise now");
    opened(world, customer_id, "And where is the rest?").await;
    customer_id
}

async fn opened(world: &World, customer_id: CustomerId, text: &'static str) -> PublicId {
    let cx = cx_at(world.now, viewer_of(world, customer_id));
    let ticket = world.write(cx, async move |tx, cx| {
        let new = NewTicket {
            customer_id: None,
            category: "deposit-not-credited".to_owned(),
            subject: Clean::new("Where is my deposit?")?,
            body: Body::by(&cx.viewer, &keyring(), Clean::new(text)?),
            attachment_ids: Vec::new(),
            channel: "portal",
            lang: "ja".to_owned(),
        };
        open(tx, cx, &new).await
    });
    ticket.await.unwrap().public_id
}

async fn said(
    world: &World,
    by: &Viewer,
    number: &PublicId,
    text: &'static str,
    visibility: Visibility,
    status: Option<StatusCategory>,
) {
    let (cx, number) = (cx_at(world.now + minutes(5), by.clone()), number.clone());
    let posted = world.write(cx, async move |tx, cx| {
        let new = NewMessage {
            body: Body::by(&cx.viewer, &keyring(), Clean::new(text)?),
            visibility,
            attachment_ids: Vec::new(),
            channel: "console",
            lang: "ja".to_owned(),
            status_id: status.map(status::builtin),
            seen_version: None,
        };
        post(tx, cx, &number, &new).await
    });
    posted.await.unwrap();
}

async fn written_out(desk: &Desk) -> Vec<Line> {
    let (mut export, mut lines) = (Export::new(LONG_AGO, None, false), Vec::new());
    while let Some(page) = export.next(desk).await.unwrap() {
        lines.extend(page);
    }
    lines
}

/// What a reader of a file makes of its lines.
fn units(lines: &[Line]) -> (Vec<Arc<Unit>>, Vec<LeftOut>) {
    let (mut units, mut left_out) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(lines) {
        let what = match line {
            Line::Ticket(line) => {
                let (case, left) = case(line, lines).unwrap();
                left_out.extend(left);
                What::Ticket(Box::new(case))
            }
            line => match What::of(line.clone()).unwrap() {
                Some(what) => what,
                None => continue,
            },
        };
        units.push(Arc::new(Unit { line: number, what }));
    }
    (units, left_out)
}

fn case(ticket: &TicketLine, lines: &[Line]) -> Result<(Case, Vec<LeftOut>)> {
    let messages = (1..).zip(lines).filter_map(|(line, one)| match one {
        Line::Message(message) if message.ticket == ticket.id => {
            Some(Read { line, message: (**message).clone(), files: Vec::new() })
        }
        _ => None,
    });
    Case::read(ticket.clone(), messages.collect(), &keyring())
}

fn batch(world: &World, units: Vec<Arc<Unit>>) -> Batch {
    let (source, category) = ("old-desk".to_owned(), "other".to_owned());
    Batch { source, brand_id: world.brand_id, category, units, place: None }
}

async fn brought(world: &World, batch: &Batch) -> Result<Vec<Outcome>> {
    let batch = batch.clone();
    let cx = cx_at(world.now, Viewer::Operator);
    world.write(cx, async move |tx, cx| bring(tx, cx, &batch).await).await
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let counted = world.read(async move |rx: &Rx<'_>| Ok(rx.query_one::<(i64,)>(sql, &[]).await?));
    counted.await.unwrap().0
}

/// The lines without what is another one on every desk: ids by what they name, in an order of their own.
fn told(lines: &[Line]) -> Vec<String> {
    let mut names = BTreeMap::new();
    for line in lines {
        let (id, name) = match line {
            Line::Brand(line) => (&line.id, format!("brand {}", line.slug)),
            Line::Status(line) => (&line.id, format!("status {}", line.key)),
            Line::Staff(line) => (&line.id, line.email.clone()),
            Line::Team(line) => (&line.id, format!("team {}", line.name)),
            Line::Skill(line) => (&line.id, format!("skill {}", line.name)),
            Line::Role(line) => (&line.id, format!("role {}", line.name)),
            Line::Department(line) => (&line.id, format!("department {}", line.name)),
            Line::Macro(line) => (&line.id, format!("macro {}", line.name)),
            Line::View(line) => (&line.id, format!("view {}", line.name)),
            Line::Constraint(line) => (&line.id, format!("constraint {}", line.text)),
            Line::Customer(line) => (&line.id, line.email.clone().unwrap_or_default()),
            Line::Ticket(line) => (&line.id, line.number.clone().unwrap_or_default()),
            Line::Message(line) => {
                (&line.id, format!("message {}", line.body.as_deref().unwrap_or_default()))
            }
            _ => continue,
        };
        names.insert(id.clone(), name);
    }
    let kept = lines.iter().filter(|one| !matches!(one, Line::Export(_) | Line::Organisation(_)));
    let mut told: Vec<String> =
        kept.map(|line| named(serde_json::to_value(line).unwrap(), &names).to_string()).collect();
    told.sort();
    told
}

/// A value with names in the place of ids. Sets of ids have an order of their own on every desk.
fn named(value: Value, names: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(names.get(&text).cloned().unwrap_or(text)),
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(|one| named(one, names)).collect();
            if items.iter().all(Value::is_string) {
                items.sort_by_key(Value::to_string);
            }
            Value::Array(items)
        }
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, named(value, names))).collect()
        }
        other => other,
    }
}

async fn assert_proven(world: &World, desk: &Desk) {
    settle(desk, || world.system_cx()).await;
    let mut report = verify_live(desk, &[], &mut |_| {}).await.unwrap();
    verify_state(desk, &mut report, &mut |_| {}).await.unwrap();
    assert_eq!(report.findings, [], "{:?}", desk.db().engine());
    let mut out = Vec::new();
    export(desk, Contents::Included, &mut out, &mut |_| {}).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    let key = signing_key(desk.keyring()).verifying_key().as_bytes().to_vec();
    assert_eq!(verify_export(&mut text.as_bytes(), &[key], &[]).unwrap().findings, []);
}

async fn ticket_of(world: &World, number: &str) -> Ticket {
    let number: PublicId = number.parse().unwrap();
    let read = async move |rx: &Rx<'_>| ticket::view::find(rx, &number, &Scope::Everything).await;
    world.read(read).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_is_what_left_and_comes_once() {
    for (old, mut new) in World::both().await.into_iter().zip(World::both().await) {
        lived_in(&old).await;
        let (old_desk, _numbers) = old.desk();
        let left = written_out(&old_desk).await;
        assert_eq!(told(&left), told(&written_out(&old_desk).await), "the same again");
        new.wait(minutes(60));
        let (units, left_out) = units(&left);
        assert!(left_out.is_empty());
        let all = batch(&new, units);
        let outcomes = brought(&new, &all).await.unwrap();
        // The brand with its categories, the statuses, their orders, the roles and the administrator are there on both; the team, the
        // customer, the tag and the tickets are not.
        let made = outcomes.iter().filter(|outcome| **outcome == Outcome::Made).count();
        let there = category::BUILTIN.len() + StatusCategory::ALL.len() + Builtin::ALL.len() + 4;
        assert_eq!((outcomes.len(), made), (there + 5, 5), "{outcomes:?}");
        let (new_desk, _sequencer) = new.desk();
        let arrived = written_out(&new_desk).await;
        assert_eq!(told(&left), told(&arrived));
        let tag = |line: &Line| match line {
            Line::Tag(line) => Some((line.name.clone(), line.former.clone())),
            _ => None,
        };
        let tags: Vec<_> = arrived.iter().filter_map(tag).collect();
        assert_eq!(tags, [("at-once".to_owned(), vec!["very-urgent".to_owned()])]);
        let counted = "select cast(sum(n) as bigint) from ticket_count";
        assert_eq!(count(&new, counted).await, 2, "each ticket is counted once");
        // Silence: nobody is told, nobody is asked, nothing waits.
        for table in ["select count(*) from notification", "select count(*) from job"] {
            assert_eq!(count(&new, table).await, 0, "{table}");
        }
        let events = count(&new, "select count(*) from event").await;
        let again = brought(&new, &all).await.unwrap();
        assert!(again.iter().all(|outcome| *outcome == Outcome::There), "{again:?}");
        assert_eq!(count(&new, "select count(*) from event").await, events);
        assert_eq!(told(&left), told(&written_out(&new_desk).await));
        assert_proven(&new, &new_desk).await;
    }
}

/// A name that means another tag here goes on meaning that one.
#[tokio::test(flavor = "multi_thread")]
async fn former_names_of_a_tag_lead_to_it_where_they_are_free() {
    for world in World::both().await {
        let made = world.write(world.admin_cx().await, async move |tx, cx| {
            crate::tag::actions::create(tx, cx, "fraud").await
        });
        let own = made.await.unwrap();
        let former = ["Fraud", "Gone Missing"].map(str::to_owned).to_vec();
        let line = Line::Tag(TagLine { name: "theft".to_owned(), former });
        let all = batch(&world, units(&[line]).0);
        assert_eq!(brought(&world, &all).await.unwrap(), [Outcome::Made]);
        let find = async |name: &'static str| {
            let read = async move |rx: &Rx<'_>| crate::tag::view::find(rx, name).await;
            world.read(read).await.unwrap()
        };
        let theft = find("theft").await;
        assert!(theft.is_some() && theft != Some(own), "{theft:?}");
        assert_eq!(find("gone-missing").await, theft);
        assert_eq!(find("fraud").await, Some(own));
        assert_eq!(brought(&world, &all).await.unwrap(), [Outcome::There]);
    }
}

fn ticket_line(id: &str) -> TicketLine {
    TicketLine {
        id: id.to_owned(),
        customer: "c".to_owned(),
        category: Some("no-such-category".to_owned()),
        subject: "It is gone".to_owned(),
        status: Some(StatusCategory::Closed),
        priority: Some(Priority::Low),
        assignee: Some("s".to_owned()),
        channel: Some("carrier pigeon".to_owned()),
        solved_at: Some(LONG_AGO + minutes(30)),
        tags: vec!["old".to_owned(), "x".repeat(99)],
        ..TicketLine::default()
    }
}

fn message_line(ticket: &str, id: &str, at: u64, author: (Author, &str), body: &str) -> Line {
    Line::Message(Box::new(MessageLine {
        id: id.to_owned(),
        ticket: ticket.to_owned(),
        visibility: Visibility::Public,
        author: author.0,
        author_id: Some(author.1.to_owned()),
        verification: None,
        channel: None,
        lang: None,
        created_at: LONG_AGO + minutes(at),
        body: Some(body.to_owned()),
        attachments: Vec::new(),
        mentions: None,
    }))
}

fn people() -> Vec<Line> {
    let mut unknown = super::line::Unknown::default();
    let texts = [
        r#"{"kind":"staff","id":"s","email":"Mina@old.example","name":"Mina","time_zone":"Asia/Tokyo"}"#,
        r#"{"kind":"customer","id":"c","name":"Grace","email":"grace@example.com"}"#,
        r#"{"kind":"customer","id":"d","name":"Somebody else"}"#,
    ];
    texts.map(|text| Line::read(text.as_bytes(), &mut unknown).unwrap().unwrap()).into()
}

/// A ticket of long ago with everybody who may have written in one, and a phrase in it.
fn old_case() -> Vec<Line> {
    let typed = format!("it is {PHRASE}");
    let mut lines = people();
    lines.push(Line::Ticket(Box::new(ticket_line("t"))));
    lines.push(message_line("t", "m2", 10, (Author::Staff, "s"), "We **look**"));
    lines.push(message_line("t", "m1", 0, (Author::Customer, "c"), &typed));
    lines.push(message_line("t", "m3", 20, (Author::Staff, "d"), "I am **in copy**"));
    lines.push(message_line("t", "m4", 25, (Author::Staff, "nobody"), "I have left"));
    lines.push(message_line("t", "m5", 26, (Author::System, "robot"), "Beep"));
    lines.push(message_line("t", "m6", 27, (Author::Customer, "c"), " "));
    lines
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_ticket_keeps_its_moments_and_hides_its_secrets() {
    for world in World::both().await {
        let (units, left_out) = units(&old_case());
        let left: Vec<_> =
            left_out.iter().map(|one| (one.line, one.id.as_str(), one.error.code())).collect();
        assert_eq!(left, [(Some(10), "m6", Code::FieldRequired)]);
        brought(&world, &batch(&world, units)).await.unwrap();
        let number = world.read(async |rx: &Rx<'_>| {
            Ok(rx.query_one::<(String,)>("select public_id from ticket", &[]).await?)
        });
        let ticket = ticket_of(&world, &number.await.unwrap().0).await;
        assert_eq!(ticket.created_at, LONG_AGO);
        assert_eq!(ticket.last_message_at, LONG_AGO + minutes(26));
        assert_eq!(ticket.solved_at, Some(LONG_AGO + minutes(30)));
        assert_eq!((ticket.updated_at, ticket.message_count), (world.now, 5));
        assert_eq!(
            (ticket.status_category, ticket.channel.as_str()),
            (StatusCategory::Closed, "portal")
        );
        // A key that was leaked is leaked.
        assert_eq!((ticket.risk, ticket.priority), (Risk::SuspectedTheft, Priority::Urgent));
        let (desk, _sequencer) = world.desk();
        let lines = written_out(&desk).await;
        let messages: Vec<_> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Message(message) => {
                    let body = message.body.as_deref().unwrap_or_default();
                    Some((message.author, message.author_id.is_some(), body))
                }
                _ => None,
            })
            .collect();
        let expected = [
            (Author::Customer, true, "it is ⟦seed-phrase⟧"),
            (Author::Staff, true, "We **look**"),
            // Whoever stood in copy is not taken for the customer.
            (Author::System, false, "I am **in copy**"),
            (Author::Staff, false, "I have left"),
            (Author::System, false, "Beep"),
        ];
        assert_eq!(messages, expected);
        // Nor do they write markup, which is for staff.
        let marked = world.read(async |rx: &Rx<'_>| {
            let sql = "select body from message_body where html like '%<strong>%'";
            Ok(rx.query::<(String,)>(sql, &[]).await?)
        });
        assert_eq!(marked.await.unwrap(), [("We **look**".to_owned(),)]);
        let barred = lines.iter().find_map(|line| match line {
            Line::Staff(member) if member.email == "mina@old.example" => member.state.clone(),
            _ => None,
        });
        assert_eq!(barred.as_deref(), Some("disabled"));
        let told = log_of(&world, &Stream::Ticket(ticket.id).name()).await;
        let kinds: Vec<&str> = told.iter().map(|(kind, _)| kind.as_str()).collect();
        let message = "ticket.message_added";
        let expected = ["ticket.opened", message, message, message, message, "ticket.tagged"];
        assert_eq!(kinds.get(..6).unwrap(), expected);
        assert_eq!(kinds.get(6..).unwrap(), ["ticket.assignment_set", "ticket.imported"]);
        assert!(told.iter().all(|(_, actor)| is_quiet(actor)), "{told:?}");
        assert_proven(&world, &desk).await;
        assert_eq!(rests(&world).await, Vec::<String>::new());
    }
}

/// The kinds of a chain's events, with who did it.
async fn log_of(world: &World, stream: &str) -> Vec<(String, String)> {
    let stream = stream.to_owned();
    let read = world.read(async move |rx: &Rx<'_>| {
        let sql = "select kind, actor from event where stream = $1 order by seq";
        Ok(rx.query(sql, params![stream]).await?)
    });
    read.await.unwrap()
}

/// Files of an embedded database in which the phrase can be found.
async fn rests(world: &World) -> Vec<String> {
    let mut found = Vec::new();
    if world.db.engine() == proofdesk_store::Engine::Sqlite {
        for entry in std::fs::read_dir(world.db.folder()).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            if bytes.windows(TRACE.len()).any(|window| window.eq_ignore_ascii_case(TRACE)) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_brought_can_be_proven_and_erased() {
    for world in World::both().await {
        let (units, _) = units(&old_case());
        brought(&world, &batch(&world, units)).await.unwrap();
        let (desk, _sequencer) = world.desk();
        settle(&desk, || world.system_cx()).await;
        let row = world.read(async |rx: &Rx<'_>| {
            let sql = "select public_id, customer_id from ticket";
            Ok(rx.query_one::<(String, CustomerId)>(sql, &[]).await?)
        });
        let (number, customer_id) = row.await.unwrap();
        let ticket = ticket_of(&world, &number).await;
        let (ring, now) = (keyring(), world.now);
        let taken = world.read(async move |rx: &Rx<'_>| {
            transcript::view::transcript(rx, &ring, &ticket, 1, now).await
        });
        let taken = taken.await.unwrap();
        let first = taken.entries.first().and_then(|entry| entry.message.as_ref()).unwrap();
        assert_eq!(first.written_at.as_deref(), Some("2021-03-01T10:00:00Z"));
        assert_eq!(taken.ticket.opened_at, "2021-03-01T10:00:00Z");
        let key = signing_key(&keyring()).verifying_key();
        let trusted: Trusted =
            log::note::verifier_key(&taken.log.origin, key.as_bytes()).parse().unwrap();
        let verdict = |text: &str| {
            let report = verify(text.as_bytes(), std::slice::from_ref(&trusted));
            (report.verdict, report.findings.len())
        };
        let text = serde_json::to_string(&taken).unwrap();
        assert_eq!(verdict(&text), (Verdict::Genuine, 0), "{text}");
        // Another moment than the one that the record holds is noticed.
        let other =
            text.replace("\"written_at\":\"2021-03-01T10:10", "\"written_at\":\"2021-03-01T09:10");
        assert_ne!(other, text);
        assert_eq!(verdict(&other).0, Verdict::Changed);
        // Erasing its customer says the opening anew, of the moment at which it was brought.
        let asked = world.write(world.system_cx(), async move |tx, cx| {
            customer_erasure::actions::ask(tx, cx, customer_id, "They asked for it").await
        });
        asked.await.unwrap();
        carry_out_all(&desk, &mut || world.system_cx()).await.unwrap();
        assert_proven(&world, &desk).await;
        // And whoever is erased does not come back.
        let mut more = people();
        more.push(Line::Ticket(Box::new(ticket_line("t2"))));
        more.push(message_line("t2", "m9", 0, (Author::Customer, "c"), "Hello again"));
        let (units, _) = self::units(&more);
        let refused = brought(&world, &batch(&world, units)).await.unwrap_err();
        assert_eq!(refused.code(), Code::NotFound);
    }
}

/// How far a customer had proven there who they are stands beside what they wrote, and beside nobody else's words.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_proven_elsewhere_comes_along() {
    let said = [
        (r#""author":"customer","author_id":"c","verification":"email""#, "10:00"),
        (r#""author":"staff","author_id":"s","verification":"signed-in""#, "10:01"),
        (r#""author":"customer","author_id":"d","verification":"signed-in""#, "10:02"),
        (r#""author":"customer","author_id":"c","verification":"none""#, "10:03"),
        (r#""author":"customer","author_id":"c""#, "10:04"),
    ];
    for world in World::both().await {
        let mut lines = people();
        lines.push(Line::Ticket(Box::new(ticket_line("t"))));
        for (who, at) in said {
            let text = format!(
                r#"{{"kind":"message","id":"m{at}","ticket":"t","visibility":"public",{who},"created_at":"2021-03-01T{at}:00Z","body":"Hello"}}"#
            );
            let mut unknown = super::line::Unknown::default();
            lines.push(Line::read(text.as_bytes(), &mut unknown).unwrap().unwrap());
            assert_eq!(unknown, super::line::Unknown::default());
        }
        brought(&world, &batch(&world, units(&lines).0)).await.unwrap();
        let (desk, _sequencer) = world.desk();
        let told = |line: Line| match line {
            Line::Message(message) => Some((message.author, message.verification)),
            _ => None,
        };
        let out: Vec<_> = written_out(&desk).await.into_iter().filter_map(told).collect();
        let expected = [
            (Author::Customer, Some(Level::Email)),
            (Author::Staff, None),
            (Author::System, None),
            (Author::Customer, Some(Level::None)),
            (Author::Customer, None),
        ];
        assert_eq!(out, expected);
        assert_proven(&world, &desk).await;
    }
}

/// On PostgreSQL transactions run beside each other.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_brought_beside_an_erasure() {
    let world = World::new(proofdesk_store::testing::postgres(MIGRATIONS).await).await;
    let (units, _) = units(&old_case());
    brought(&world, &batch(&world, units)).await.unwrap();
    let row = world.read(async |rx: &Rx<'_>| {
        Ok(rx.query_one::<(CustomerId,)>("select customer_id from ticket", &[]).await?)
    });
    let (customer_id,) = row.await.unwrap();
    let mut more = people();
    more.push(Line::Ticket(Box::new(ticket_line("t2"))));
    more.push(message_line("t2", "m9", 0, (Author::Customer, "c"), "Hello again"));
    let (units, _) = self::units(&more);
    let has_asked = Arc::new(Notify::new());
    let told = has_asked.clone();
    let erasing = world.write(world.system_cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
        customer_erasure::actions::ask(tx, cx, customer_id, "They asked for it").await?;
        told.notify_one();
        // Delay because the import must have come to the chain while the erasure holds it.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        Ok(())
    });
    let bringing = async {
        has_asked.notified().await;
        brought(&world, &batch(&world, units)).await
    };
    let (erased, refused) = tokio::join!(erasing, bringing);
    erased.unwrap();
    assert_eq!(refused.unwrap_err().code(), Code::NotFound);
    assert_eq!(count(&world, "select count(*) from ticket").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_brought_whole_with_its_place_or_not_at_all() {
    for world in World::both().await {
        let mut lines = people();
        lines.push(Line::Ticket(Box::new(TicketLine {
            customer: "nobody".to_owned(),
            ..ticket_line("t")
        })));
        lines.push(message_line("t", "m1", 0, (Author::Customer, "c"), "Hello"));
        let mut read = Lines::default();
        read.take(b"first");
        let (units, _) = units(&lines);
        let whole = Batch { place: Some(read.place()), ..batch(&world, units.clone()) };
        let refused = brought(&world, &whole).await.unwrap_err();
        assert_eq!(refused.code(), Code::FieldInvalid);
        let at =
            async || world.read(async |rx: &Rx<'_>| place(rx, "old-desk").await).await.unwrap();
        assert_eq!((at().await, count(&world, "select count(*) from customer").await), (None, 0));
        // Without the broken one it goes on, and knows how far it came.
        let people = units.into_iter().filter(|unit| unit.what.kind() != "ticket").collect();
        let rest = Batch { units: people, ..whole };
        brought(&world, &rest).await.unwrap();
        assert_eq!(at().await, Some(read.place()));
        assert_eq!(read.place().line, 1);
        let mut other = Lines::default();
        other.take(b"another first");
        assert_ne!(other.place(), read.place());
        let told = Told { format: "proofdesk".to_owned(), customers: 2, ..Told::default() };
        let cx = cx_at(world.now, Viewer::Operator);
        let done = world.write(cx, async move |tx, cx| finish(tx, cx, "old-desk", &told).await);
        done.await.unwrap();
        assert_eq!(at().await, None);
        let kinds = world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.last().map(String::as_str), Some("desk.imported"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn webhooks_hear_of_the_living_alone() {
    for world in World::both().await {
        let hooked = world.write(world.system_cx(), async |tx, cx| {
            let id: WebhookId = cx.id();
            let sql = "insert into webhook (id, name, url, secret, kinds, state, cursor_pos, created_at, version) \
                values ($1, 'all', 'https://hooks.example/x', $2, '*', 'active', 0, 0, 1)";
            tx.exec(sql, params![id, vec![7u8; 8]]).await?;
            Ok(())
        });
        hooked.await.unwrap();
        lived_in(&world).await;
        let (units, _) = units(&old_case());
        brought(&world, &batch(&world, units)).await.unwrap();
        let (desk, _sequencer) = world.desk();
        settle(&desk, || world.system_cx()).await;
        let walk = async || {
            let page = world.write(world.system_cx(), async |tx, cx| fan_out(tx, cx).await);
            page.await.unwrap()
        };
        while walk().await {}
        let told = "select count(*) from webhook_delivery d join event e on e.id = d.event_id \
            where e.kind = 'ticket.opened' and e.actor <> 'system:import'";
        assert_eq!(count(&world, told).await, 2);
        let quiet = "select count(*) from webhook_delivery d join event e on e.id = d.event_id \
            where e.actor = 'system:import'";
        assert_eq!(count(&world, quiet).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_of_the_operator_and_says_why() {
    for world in World::both().await {
        let begin = async |cx: Cx, reason: &'static str| {
            let begun = async move |tx: &Tx<'_>, cx: &mut Cx| {
                begin_export(tx, cx, reason, None, false).await
            };
            world.write(cx, begun).await.map_err(|error| error.code())
        };
        assert_eq!(begin(world.admin_cx().await, "I may").await, Err(Code::NoPermission));
        let operator = || cx_at(world.now, Viewer::Operator);
        assert_eq!(begin(operator(), " ").await, Err(Code::FieldRequired));
        begin(operator(), "Moving to another machine").await.unwrap();
        let kinds = world.kinds(&Stream::Organisation).await;
        assert_eq!(kinds.last().map(String::as_str), Some("desk.exported"));
        // The bystander who holds every permission of the console brings nothing either.
        let nothing = batch(&world, Vec::new());
        let cx = world.admin_cx().await;
        let refused = world.write(cx, async move |tx, cx| bring(tx, cx, &nothing).await).await;
        assert_eq!(refused.unwrap_err().code(), Code::NoPermission);
    }
}

#[test]
fn only_what_is_brought_is_quiet() {
    assert!(is_quiet(&super::viewer().to_string()));
    for actor in ["system:importer", "operator", "system:webhooks", "staff:import", "import"] {
        assert!(!is_quiet(actor), "{actor}");
    }
}
