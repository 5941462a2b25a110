//! A small demo on both engines: what is made is what the desk would have made, and its log stands.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::time::Duration;

use proofdesk_channels::blob::Blobs;
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
        let languages = column(&desk, "select distinct lang from ticket").await;
        assert_eq!(languages.len(), Story::locales().count(), "{languages:?}");
        let late = "select count(*) from ticket where updated_at > 1789302400000000";
        assert_eq!(count(&desk, late).await, 0, "nothing happens after now");
        let mut report = verify::Report::default();
        verify::verify_state(&desk, &mut report, &mut |_| ()).await.unwrap();
        // The tickets, and people, roles and keys beside them.
        assert!(report.is_clean() && report.states > 200, "{report:?}");
        assert!(db.engine() == Engine::Sqlite || db.engine() == Engine::Postgres);
    }
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
