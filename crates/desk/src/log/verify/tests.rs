#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod every_byte;
mod people;
mod tickets;

use proofdesk_store::Tx;

use super::{Finding, Problem, Report, verify_shaped, verify_state};
use crate::error::Result;
use crate::log::Stream;
use crate::log::testing::{self, SHAPE, TestDesk, cx};
use crate::render::Body;
use crate::text::Clean;
use crate::ticket::{
    self,
    actions::{NewMessage, NewTicket},
};

async fn exec(desk: &TestDesk, sql: &'static str) -> u64 {
    let run = async move |tx: &Tx<'_>| -> Result<u64> { Ok(tx.exec(sql, &[]).await?) };
    desk.db.write(run).await.unwrap_or_else(|e| panic!("{sql}: {e:?}"))
}

/// Says whether a finding names this table and satisfies the rest.
fn found(report: &Report, table: &str, is: impl Fn(&Finding) -> bool) -> bool {
    report.findings.iter().any(|finding| finding.table == table && is(finding))
}

#[tokio::test]
async fn a_whole_history_has_no_findings() {
    for desk in testing::both().await {
        let empty = desk.verify().await;
        assert!(empty.is_clean() && empty.events == 0, "{empty:?}");
        desk.fill().await;
        let report = desk.verify().await;
        assert_eq!(report.findings, [], "{:?}", desk.db.engine());
        assert_eq!(
            (report.events, report.positions, report.messages, report.attachments),
            (11, 11, 2, 2)
        );
        assert_eq!((report.streams, report.erasures, report.signed_size), (3, 3, 11));
        assert_eq!((report.tiles, report.checkpoints > 2), (3, true));
    }
}

/// What the nouns themselves write: a first start, a member, a session, a ticket with two messages, one of them erased.
#[tokio::test]
async fn what_the_nouns_write_has_no_findings() {
    for db in proofdesk_store::testing::both(crate::MIGRATIONS).await {
        let world = crate::testing::World::new(db).await;
        let brand_id = world.brand_id;
        let desk = TestDesk::of(world.db);
        let keyring = desk.desk.keyring().clone();
        let life = desk.desk.write(cx(80), async move |tx: &Tx<'_>, cx| {
            let customer_id = testing::insert_customer(tx, cx, brand_id).await?;
            let body = Clean::new("Where is my deposit?")?;
            let new = NewTicket {
                customer_id: Some(customer_id),
                category: "deposit-not-credited".to_owned(),
                subject: body.clone(),
                body: Body::by(&cx.viewer, &keyring, body.clone()),
                attachment_ids: Vec::new(),
                channel: "portal",
                lang: "en".to_owned(),
            };
            let ticket = ticket::actions::open(tx, cx, &new).await?;
            let reply = NewMessage {
                body: Body::by(&cx.viewer, &keyring, body),
                visibility: ticket::Visibility::Public,
                attachment_ids: Vec::new(),
                channel: "portal",
                lang: "en".to_owned(),
                status_id: None,
                seen_version: None,
            };
            let (_, id) = ticket::actions::post(tx, cx, &ticket.public_id, &reply).await?;
            crate::log::erasure::erase_message(tx, cx, id).await
        });
        life.await.unwrap();
        desk.checkpoints().await;
        let mut report = desk.verify().await;
        verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
        assert_eq!(report.findings, [], "{:?}", desk.db.engine());
        assert_eq!((report.messages, report.erasures, report.states), (2, 1, 2));
        assert!(report.signed_size > 8, "{report:?}");
    }
}

/// What is taken away or slipped in as a whole row, on both engines.
#[tokio::test]
async fn rows_that_vanish_or_appear_are_found() {
    let missing = |finding: &Finding| matches!(finding.problem, Problem::Missing { .. });
    let unaccounted = |finding: &Finding| finding.problem == Problem::Unaccounted;
    let erased = |finding: &Finding| finding.problem == Problem::ErasedWithoutLedger;
    type Is<'a> = &'a dyn Fn(&Finding) -> bool;
    let cases: &[(&'static str, &str, Is<'_>)] = &[
        ("delete from event where kind = 'ticket.priority_set'", "event", &missing),
        ("delete from message where seq = 2", "message", &missing),
        ("delete from message_body where body is not null", "message_body", &missing),
        ("delete from attachment where erased_at is null", "attachment", &missing),
        ("delete from stream_head where stream = 'organisation'", "stream_head", &missing),
        ("delete from merkle_tile where level = 0 and idx = 1", "merkle_tile", &missing),
        ("delete from merkle_tile where level = 1", "merkle_tile", &missing),
        ("delete from log_key", "log_key", &missing),
        ("delete from erasure where subject = 'payload'", "erasure", &missing),
        ("delete from feed where pos = 11", "event", &|f| f.problem == Problem::NoPosition),
        ("delete from feed where pos = 4", "feed", &|f| matches!(f.problem, Problem::Gap { .. })),
        (
            "update event set payload = null, salt = null where kind = 'ticket.priority_set'",
            "event",
            &erased,
        ),
        (
            "update message_body set salt = null, body = null, html = null, findings = null",
            "message_body",
            &erased,
        ),
        ("update attachment set sealed_key = null, erased_at = 5", "attachment", &erased),
        ("update attachment set sealed_key = null where erased_at is null", "attachment", &erased),
        ("update message_body set body = 'x' where body is null", "message_body", &erased),
        (
            "update message_body set salt = x'00', body = 'x', html = 'x', findings = '[]' where body is null",
            "message_body",
            &|f| f.problem == Problem::NotErased,
        ),
        (
            "insert into stream_head (stream, seq, hash) select 'z', 1, hash from event where kind = 'ticket.priority_set'",
            "stream_head",
            &unaccounted,
        ),
        (
            "insert into merkle_tile (level, idx, hashes) select 0, 9, root from checkpoint where size = 11",
            "merkle_tile",
            &unaccounted,
        ),
        (
            "insert into log_key (id, public_key, created_at) values ('00', x'00', 1)",
            "log_key",
            &unaccounted,
        ),
        (
            "insert into message_body (message_id) select id from ticket",
            "message_body",
            &unaccounted,
        ),
        (
            "insert into attachment (id, brand_id, uploader_kind, ticket_id, message_id, file_name, content_type, \
             size, sha256, created_at) select event_id, brand_id, 'staff', ticket_id, message_id, 'b', 'b', 1, sha256, 1 \
             from attachment, erasure where erased_at is null and subject = 'payload'",
            "attachment",
            &unaccounted,
        ),
        (
            "insert into message (id, ticket_id, seq, visibility, author_kind, channel, lang, created_at) \
             select id, id, 4, 'public', 'staff', 'portal', 'en', 1 from ticket",
            "message",
            &unaccounted,
        ),
        ("update feed set event_id = (select id from brand) where pos = 5", "feed", &unaccounted),
        (
            "insert into ticket (id, public_id, brand_id, customer_id, category_id, subject, status_id, status_category, \
             priority, risk, channel, lang, created_at, updated_at, last_message_at, last_message_by, message_count, version) \
             select e.event_id, 'slipped in', brand_id, customer_id, category_id, t.subject, status_id, status_category, \
             priority, risk, channel, lang, created_at, updated_at, last_message_at, last_message_by, 0, 1 \
             from ticket t, erasure e where e.subject = 'payload'",
            "ticket",
            &unaccounted,
        ),
    ];
    for (sql, table, is) in cases {
        for desk in testing::both().await {
            // `x'00'` is a bit string on PostgreSQL; the one text for both is decoded from hex there.
            let sql = match desk.db.engine() {
                proofdesk_store::Engine::Sqlite => (*sql).to_owned(),
                proofdesk_store::Engine::Postgres => sql.replace("x'00'", "'\\x00'::bytea"),
            };
            desk.fill().await;
            assert!(desk.verify().await.is_clean());
            let run = sql.clone();
            let changed: Result<u64> =
                desk.db.write(async move |tx: &Tx<'_>| Ok(tx.exec_dyn(&run, &[]).await?)).await;
            assert!(changed.unwrap() > 0, "{sql}");
            let report = desk.verify().await;
            assert!(
                found(&report, table, is),
                "{:?} {sql}: {:#?}",
                desk.db.engine(),
                report.findings
            );
        }
    }
}

/// The end of the history is cut off, with the checkpoints over it: only a checkpoint kept elsewhere tells.
#[tokio::test]
async fn a_cut_end_is_found_back_to_the_last_outside_checkpoint() {
    for desk in testing::both().await {
        desk.note(1, Stream::Organisation, "first").await;
        let mut outside: Vec<_> =
            desk.checkpoints().await.into_iter().map(|a| a.checkpoint).collect();
        let customer = Stream::Customer(crate::id::Id::from_uuid(uuid::Uuid::from_u128(1)));
        desk.note(2, customer, "last").await;
        outside.extend(desk.checkpoints().await.into_iter().map(|a| a.checkpoint));
        let verify =
            async || verify_shaped(&desk.desk, &outside, &mut |_| {}, SHAPE).await.unwrap();
        let whole = verify().await;
        assert_eq!(whole.findings, []);
        assert_eq!(whole.checkpoints, 6, "each of three, here and outside");

        for sql in [
            "delete from checkpoint where size = 3",
            "delete from feed where pos = 3",
            "delete from event where stream like 'customer:%'",
            "delete from stream_head where stream like 'customer:%'",
        ] {
            exec(&desk, sql).await;
        }
        assert!(desk.verify().await.is_clean(), "inside there is no trace");
        let cut = verify().await;
        let truncated = Problem::Truncated { size: 3, found: 2 };
        assert!(found(&cut, "anchor", |f| f.problem == truncated), "{:?}", cut.findings);
    }
}

/// Whoever can write everything can make up a history that fits itself, but cannot sign it.
#[tokio::test]
async fn a_made_up_history_is_signed_by_another_key() {
    let (desk, forger) = (testing::sqlite().await, testing::sqlite().await);
    forger.fill().await;
    let forged = crate::log::checkpoint::latest;
    let signed = forger.desk.read(async move |rx| forged(rx).await).await.unwrap().unwrap();
    desk.fill().await;
    let outside = [signed];
    let report = verify_shaped(&desk.desk, &outside, &mut |_| {}, SHAPE).await.unwrap();
    assert_eq!(report.findings, [], "the same seeds make the same history");
    let other = crate::Desk::new(
        (*desk.db).clone(),
        std::sync::Arc::new(testing::NoBlob),
        proofdesk_sealing::Keyring::generate(&[8; 64]),
    );
    let report = verify_shaped(&other, &[], &mut |_| {}, SHAPE).await.unwrap();
    assert!(found(&report, "checkpoint", |f| f.problem == Problem::KeyUntrusted), "{report:?}");
}

/// A row whose key can be read is named and passed over; what comes after it is looked at.
#[tokio::test]
async fn a_row_that_cannot_be_read_is_named_and_the_rest_is_looked_at() {
    let desk = testing::sqlite().await;
    desk.fill().await;
    let before = desk.verify().await;
    exec(&desk, "update event set actor = x'ff' where kind = 'ticket.priority_set'").await;
    let report = desk.verify().await;
    let unreadable = |f: &Finding| f.problem == Problem::Unreadable && f.row.ends_with(" 4");
    assert!(found(&report, "event", unreadable), "{:#?}", report.findings);
    assert_eq!((report.events, report.erasures), (before.events - 1, before.erasures));
}

/// A row that holds what no ticket can is named like one that differs, and ends nothing.
#[tokio::test]
async fn tickets_that_cannot_be_read_are_named_by_state() {
    for desk in testing::both().await {
        let opened = testing::open_ticket(&desk).await.to_string();
        for sql in
            ["update ticket set risk = 'zzz'", "update ticket set risk = 'none', priority = 9"]
        {
            exec(&desk, sql).await;
            let mut report = Report::default();
            verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
            let named = |f: &Finding| f.problem == Problem::Unreadable && f.row.contains(&opened);
            assert!(found(&report, "ticket", named) && report.states == 2, "{sql}: {report:?}");
        }
    }
}

#[tokio::test]
async fn rows_that_differ_from_their_events_are_found_by_state() {
    for desk in testing::both().await {
        let opened = testing::open_ticket(&desk).await;
        let mut report = Report::default();
        verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
        assert_eq!((report.findings.as_slice(), report.states), (&[][..], 2));
        exec(&desk, "update ticket set priority = 3, subject = 'Other'").await;
        verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
        let columns: Vec<_> =
            report.findings.iter().map(|f| (f.table, f.column.unwrap())).collect();
        assert_eq!(columns, [("ticket", "subject"), ("ticket", "priority")]);
        assert!(report.findings[0].row.contains(&opened.to_string()));
        // An erased payload leaves nothing to fold, which is no finding.
        exec(&desk, "update event set payload = null, salt = null where seq = 1").await;
        let mut report = Report::default();
        verify_state(&desk.desk, &mut report, &mut |_| {}).await.unwrap();
        assert_eq!(report.findings, []);
    }
}

#[tokio::test]
async fn progress_is_told_and_the_desk_goes_on_meanwhile() {
    for desk in testing::both().await {
        desk.fill().await;
        let mut told = Vec::new();
        let mut tell = |progress: super::Progress| told.push(progress.stage);
        let (verified, ()) =
            tokio::join!(verify_shaped(&desk.desk, &[], &mut tell, SHAPE), async {
                for n in 100..110 {
                    desk.note(n, Stream::Organisation, "meanwhile").await;
                }
                let erase = desk.desk.write(cx(60), async |tx: &Tx<'_>, cx| {
                    let (id,): (uuid::Uuid,) =
                        tx.query_one("select id from message where seq = 2", &[]).await?;
                    crate::log::erasure::erase_message(tx, cx, crate::id::Id::from_uuid(id)).await
                });
                erase.await.unwrap();
                desk.checkpoints().await;
            });
        assert_eq!(verified.unwrap().findings, [], "{:?}", desk.db.engine());
        assert!(told.contains(&super::Stage::Chains) && told.contains(&super::Stage::Erasures));
        assert_eq!(desk.verify().await.findings, []);
    }
}
