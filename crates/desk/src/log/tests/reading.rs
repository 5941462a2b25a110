#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
use std::time::Duration;

use proofdesk_store::{Rx, Tx};

use crate::log::testing::{self, Noted, TestDesk, cx, now};
use crate::log::view::{self, AuditFilter, AuditPage, Event};
use crate::log::{NewEvent, Stream, follower};
use crate::viewer::Viewer;

async fn fill(desk: &TestDesk) {
    for n in 0..10u8 {
        let mut cx = cx(n);
        cx.now = now() + Duration::from_secs(u64::from(n));
        cx.viewer = if n % 2 == 0 { Viewer::Operator } else { Viewer::System("clock") };
        let customer = Stream::Customer(crate::id::Id::from_uuid(uuid::Uuid::from_u128(1)));
        let stream = if n < 5 { Stream::Organisation } else { customer };
        let write = desk.desk.write(cx, async move |tx: &Tx<'_>, cx| {
            let noted = NewEvent::of(&Noted { text: format!("{n}") })?;
            crate::log::append(tx, cx, &stream, &[noted]).await
        });
        write.await.unwrap();
    }
    desk.settle().await;
}

async fn audit(desk: &TestDesk, filter: &AuditFilter, limit: u32) -> Vec<Event> {
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let filter = filter.clone();
        let read = async move |rx: &Rx<'_>| view::audit_page(rx, &filter, before, limit).await;
        let AuditPage { events, next } = desk.desk.read(read).await.unwrap();
        all.extend(events);
        match next {
            Some(next) => before = Some(next),
            None => return all,
        }
    }
}

fn texts(events: &[Event]) -> String {
    let text = |event: &Event| {
        let payload = event.payload.as_deref().unwrap();
        serde_json::from_slice::<Noted>(payload).unwrap().text
    };
    events.iter().map(text).collect()
}

#[tokio::test]
async fn the_audit_list_narrows_and_pages_newest_first() {
    for desk in testing::both().await {
        fill(&desk).await;
        let at = |s: u64| Some(now() + Duration::from_secs(s));
        let organisation = Some("organisation".to_owned());
        for (filter, expected) in [
            (AuditFilter::default(), "9876543210"),
            (AuditFilter { actor: Some("system:clock".to_owned()), ..Default::default() }, "97531"),
            (
                AuditFilter { kind: Some("test.noted".to_owned()), ..Default::default() },
                "9876543210",
            ),
            (AuditFilter { kind: Some("test.other".to_owned()), ..Default::default() }, ""),
            (AuditFilter { stream: organisation.clone(), ..Default::default() }, "43210"),
            (AuditFilter { from: at(3), until: at(7), ..Default::default() }, "6543"),
            (
                AuditFilter {
                    stream: organisation,
                    from: at(1),
                    until: at(4),
                    ..Default::default()
                },
                "321",
            ),
            (AuditFilter { until: at(0), ..Default::default() }, ""),
        ] {
            for limit in [1, 2, 3, 100] {
                let events = audit(&desk, &filter, limit).await;
                assert_eq!(texts(&events), expected, "{:?} {filter:?} {limit}", desk.db.engine());
            }
        }
    }
}

#[tokio::test]
async fn chains_and_feed_are_read_in_order() {
    for desk in testing::both().await {
        fill(&desk).await;
        let read = desk.desk.read(async |rx: &Rx<'_>| {
            let chain = view::stream_page(rx, "organisation", 2, 2).await?;
            let feed = view::feed_page(rx, 4, 3).await?;
            Ok((chain, feed))
        });
        let (chain, feed) = read.await.unwrap();
        assert_eq!(texts(&chain), "23");
        assert_eq!(feed.iter().map(|event| event.pos).collect::<Vec<_>>(), [5, 6, 7]);
        let events: Vec<Event> = feed.into_iter().map(|event| event.event).collect();
        assert_eq!(texts(&events), "456");
    }
}

#[tokio::test]
async fn followers_never_go_back() {
    for desk in testing::both().await {
        let follow = desk.desk.write(cx(1), async |tx: &Tx<'_>, cx| {
            let mut seen = vec![follower::position(tx, "test").await?];
            for pos in [3, 7, 5] {
                follower::remember(tx, "test", pos, cx.now).await?;
                seen.push(follower::position(tx, "test").await?);
            }
            Ok(seen)
        });
        assert_eq!(follow.await.unwrap(), [0, 3, 7, 7]);
    }
}

#[test]
fn streams_have_one_name() {
    for name in [
        "organisation",
        "customer:00000000-0000-0000-0000-000000000001",
        "staff:00000000-0000-0000-0000-000000000001:2026-09-13",
        "ticket:00000000-0000-0000-0000-000000000001",
        "article:00000000-0000-0000-0000-000000000001",
    ] {
        assert_eq!(Stream::parse(name).unwrap().name(), name);
    }
    for name in [
        "",
        "organisation:",
        "organisations",
        "ticket:1",
        "ticket:{00000000-0000-0000-0000-000000000001}",
        "staff:x",
    ] {
        assert_eq!(Stream::parse(name), None, "{name}");
    }
}
