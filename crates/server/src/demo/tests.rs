//! A small demo on both engines: what is made is what the desk would have made, and its log stands.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::time::Duration;

use proofdesk_channels::blob::Blobs;
use proofdesk_desk::assignment::Assignment;
use proofdesk_desk::constraint::Kind;
use proofdesk_desk::log::verify;
use proofdesk_desk::ticket::StatusCategory;
use proofdesk_desk::{Desk, MIGRATIONS, Timestamp, category};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::{self, TestDb};
use proofdesk_store::{Engine, Rx};

use super::*;
use crate::demo::story::Story;

fn now() -> Timestamp {
    Timestamp::from_micros(1_789_302_400_000_000)
}

fn desk(db: &TestDb) -> Desk {
    let keyring = Keyring::generate(&[7; 64]);
    let blob = Blobs::in_folder(&db.folder().join("files"), keyring.clone()).unwrap();
    Desk::new((**db).clone(), Arc::new(blob), keyring)
}

async fn column(desk: &Desk, sql: &'static str) -> Vec<String> {
    let read = desk.read(async move |rx: &Rx<'_>| {
        let rows: Vec<(String,)> = rx.query(sql, &[]).await?;
        Ok(rows.into_iter().map(|(value,)| value).collect())
    });
    read.await.unwrap()
}

async fn count(desk: &Desk, sql: &'static str) -> u64 {
    let read = desk.read(async move |rx: &Rx<'_>| Ok(rx.query_one::<(i64,)>(sql, &[]).await?.0));
    u64::try_from(read.await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_small_demo_stands_on_both_engines() {
    for db in testing::both(MIGRATIONS).await {
        let desk = desk(&db);
        let plan = Plan { customers: 40, ..Plan::new(200, now()) };
        let mut last = (0, 0);
        let facts = seed(&desk, &plan, &mut |done, total| last = (done, total)).await.unwrap();
        let Counts { tickets, messages, notes, files, leaks } = facts.counts;
        assert_eq!((tickets, last), (200, (200, 200)));
        assert!(files > 0 && notes > 0 && leaks > 0, "{:?}", facts.counts);
        assert_eq!(count(&desk, "select count(*) from ticket").await, tickets);
        assert_eq!(
            count(&desk, "select count(*) from message where visibility = 'public'").await,
            messages
        );
        assert_eq!(
            count(&desk, "select count(*) from attachment where message_id is not null").await,
            files
        );
        assert_eq!(
            count(&desk, "select count(*) from ticket where risk = 'suspected_theft'").await,
            leaks
        );
        let statuses = column(&desk, "select distinct status_category from ticket").await;
        assert_eq!(statuses.len(), StatusCategory::ALL.len(), "{statuses:?}");
        let vouched = "select count(*) from message where verification = 'signed-in'";
        let theirs = "select count(*) from message where author_kind = 'customer'";
        assert_eq!(count(&desk, vouched).await, count(&desk, theirs).await);
        let languages = column(&desk, "select distinct lang from ticket").await;
        assert_eq!(languages.len(), Story::locales().count(), "{languages:?}");
        let late = "select count(*) from ticket where updated_at > 1789302400000000";
        assert_eq!(count(&desk, late).await, 0, "nothing happens after now");
        stands_inside(&desk).await;
        let mut report = verify::Report::default();
        verify::verify_state(&desk, &mut report, &mut |_| ()).await.unwrap();
        // The tickets, and people, roles and keys beside them.
        assert!(report.is_clean() && report.states > 200, "{report:?}");
        assert!(db.engine() == Engine::Sqlite || db.engine() == Engine::Postgres);
    }
}

/// What customers do not see: departments, mentions, followers, hours, rules of teams, constraints.
async fn stands_inside(desk: &Desk) {
    let departments = "select distinct d.name from side_conversation s join department d on d.id = s.department_id";
    assert_eq!(column(desk, departments).await.len(), cast::DEPARTMENTS.len());
    let some = [
        // Asked and waiting, answered, asked once more, closed.
        "select count(*) from side_conversation s join ticket t on t.id = s.ticket_id where s.closed_at is null \
         and s.last_by = 'staff' and s.pauses and t.status_category = 'waiting_on_internal'",
        "select count(*) from side_conversation where closed_at is null and last_by = 'department'",
        "select count(*) from side_message m join side_conversation s on s.id = m.side_conversation_id \
         where s.closed_at is not null and m.mail_state = 'none'",
        "select count(*) from side_conversation where closed_at is not null",
        // The member who is printed first was mentioned and has not read it.
        "select count(*) from mention n join staff s on s.id = n.staff_id \
         where s.email = 'ingrid@larkspur.example' and n.read_at is null",
        "select count(*) from mention where read_at is not null",
        "select count(*) from mention_team",
        "select count(*) from ticket_participant p where not exists \
         (select 1 from mention n where n.ticket_id = p.ticket_id and n.staff_id = p.staff_id)",
        // Not all that waits has been given out.
        "select count(*) from ticket where assignee_id is null and status_category = 'open'",
        "select count(*) from member_capacity",
        "select count(*) from account_constraint where until_at is null",
        "select count(*) from account_constraint where until_at < 1789302400000000",
        "select count(*) from account_constraint where until_at > 1789302400000000",
    ];
    for sql in some {
        assert!(count(desk, sql).await > 0, "{sql}");
    }
    let of_kind = "select distinct kind from account_constraint";
    assert_eq!(column(desk, of_kind).await.len(), Kind::ALL.len());
    let rules = column(desk, "select distinct assignment from team").await;
    assert_eq!(rules.len(), Assignment::ALL.len(), "{rules:?}");
    let standings = column(desk, "select distinct availability from member_availability").await;
    assert_eq!(standings.len(), 3, "{standings:?}");
    assert_eq!(count(desk, "select count(distinct staff_id) from member_shift").await, 8);
    assert_eq!(count(desk, "select count(*) from member_absence").await, 3);
    // The past mails nobody any more, and neither does what comes.
    for sql in [
        "select count(*) from side_message where mail_state not in ('none', 'sent')",
        "select count(*) from outward_channel where is_open",
    ] {
        assert_eq!(count(desk, sql).await, 0, "{sql}");
    }
    // No two are alike.
    let notes = "select count(*) from message m join message_body b on b.message_id = m.id \
        where m.id in (select message_id from side_message union select message_id from mention)";
    let different = "select count(distinct b.body) from message m join message_body b on b.message_id = m.id \
        where m.id in (select message_id from side_message union select message_id from mention)";
    assert_eq!(count(desk, notes).await, count(desk, different).await);
}

#[tokio::test]
async fn everybody_of_the_desk_signs_in_with_the_demo_password() {
    let db = testing::sqlite(MIGRATIONS).await;
    let desk = desk(&db);
    seed(&desk, &Plan { customers: 20, ..Plan::new(5, now()) }, &mut |_, _| ()).await.unwrap();
    for member in &cast::CAST {
        let (email, at) = (member.email.to_owned(), now());
        let candidate = desk
            .read(async move |rx: &Rx<'_>| {
                proofdesk_desk::password::view::candidate(rx, &email, None, at).await
            })
            .await
            .unwrap();
        let checked = candidate.check(&proofdesk_desk::password::Plain::new(PASSWORD));
        let cx = found::cx_at(1, member.email, now(), proofdesk_desk::viewer::Viewer::Anonymous);
        let ring = desk.keyring().clone();
        let opened = desk
            .write(cx, async move |tx, cx| {
                let client = proofdesk_desk::session::Client::default();
                proofdesk_desk::session::actions::sign_in(tx, cx, &ring, &checked, None, &client)
                    .await
            })
            .await
            .unwrap();
        assert!(opened.is_ok(), "{}", member.email);
    }
}

#[tokio::test]
async fn two_founders_are_one_too_many() {
    let db = testing::sqlite(MIGRATIONS).await;
    let desk = desk(&db);
    let plan = Plan { customers: 10, ..Plan::new(1, now()) };
    seed(&desk, &plan, &mut |_, _| ()).await.unwrap();
    assert!(seed(&desk, &plan, &mut |_, _| ()).await.is_err());
}

#[tokio::test]
async fn the_people_are_found_again_and_go_on() {
    let db = testing::sqlite(MIGRATIONS).await;
    let desk = desk(&db);
    let plan = Plan { customers: 30, ..Plan::new(20, now()) };
    let filled = seed(&desk, &plan, &mut |_, _| ()).await.unwrap().population;
    let found = load::population(&desk, plan.seed, plan.customers).await.unwrap();
    assert_eq!(found.ground.brands, filled.ground.brands);
    assert_eq!(found.ground.teams, filled.ground.teams);
    let ids = |of: &Population| -> Vec<_> {
        let staff = of.ground.members.iter().map(|member| member.staff_id.to_string());
        staff.chain(of.customers.iter().map(|customer| customer.customer_id.to_string())).collect()
    };
    assert_eq!(ids(&found), ids(&filled));
    let mut traffic = live::Traffic::new(&desk, &found, now());
    for second in 0..80 {
        traffic.step(now() + Duration::from_secs(second)).await.unwrap();
    }
    let opened = "select count(*) from ticket where created_at >= 1789302400000000";
    assert!((10..60).contains(&count(&desk, opened).await));
    let said = "select count(*) from message where created_at >= 1789302400000000 and seq > 1";
    assert!(count(&desk, said).await > 10);
    let mut report = verify::Report::default();
    verify::verify_state(&desk, &mut report, &mut |_| ()).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
}

#[test]
fn there_are_ten_of_each() {
    assert_eq!(Story::locales().count(), Locale::ALL.len());
    assert_eq!(category::BUILTIN.len(), 19);
}
