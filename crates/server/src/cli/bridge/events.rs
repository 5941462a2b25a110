//! Whether the exchange tells by itself, as the desk's own database knows it: what a call to the exchange cannot show.

use std::time::Duration;

use anyhow::Result;
use proofdesk_channels::bridge::Finding;
use proofdesk_desk::exchange_event::{ExchangeEvent, Gap, Standing, view};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Timestamp, brand, system_clock};
use proofdesk_store::Rx;
use tokio::time::Instant;

use crate::config::Config;
use crate::start;

/// What is known of one brand's stream; the standing is missing where nothing ever came.
type Stream = (String, Option<Standing>, Option<ExchangeEvent>);

/// A line for each brand. None where there is no desk yet: a check makes none.
///
/// # Errors
/// When there is a database and it cannot be read.
pub async fn told(config: &Config) -> Result<Vec<Finding>> {
    if !start::is_there(&config.database_url()?) {
        return Ok(Vec::new());
    }
    let begun = Instant::now();
    let desk = start::open(config).await?;
    let read = desk.read(async move |rx: &Rx<'_>| {
        let standings = view::streams(rx, &Viewer::Operator).await?;
        let mut streams: Vec<Stream> = Vec::new();
        for brand in brand::view::list(rx).await? {
            let standing = standings.iter().find(|one| one.brand_id == brand.id).copied();
            streams.push((
                brand.slug,
                standing,
                view::newest(rx, &Viewer::Operator, brand.id).await?,
            ));
        }
        Ok(streams)
    });
    let streams = read.await?;
    let duration_ms = begun.elapsed().as_millis();
    desk.db().close().await;
    let now = system_clock()();
    Ok(streams.iter().map(|stream| finding(stream, now, duration_ms)).collect())
}

fn finding((slug, standing, newest): &Stream, now: Timestamp, duration_ms: u128) -> Finding {
    let (result, detail) = match (standing, newest) {
        (Some(standing), Some(newest)) => (judged(standing), detail(standing, newest, now)),
        _ => ("skipped", "no event has come yet".to_owned()),
    };
    let detail = Some(format!("{slug}: {detail}"));
    Finding { call: "events".to_owned(), result: result.to_owned(), detail, duration_ms }
}

fn judged(standing: &Standing) -> &'static str {
    match standing {
        Standing { gap: Some(_), .. } => "gap",
        Standing { failed: 1.., .. } => "failed",
        _ => "ok",
    }
}

fn detail(standing: &Standing, newest: &ExchangeEvent, now: Timestamp) -> String {
    let age = age(newest.received_at, now);
    let Standing { head, waiting, failed, gap, .. } = standing;
    let missing = match gap {
        Some(Gap { from, to }) => {
            format!("; {from} to {to} did not come, and what is after them waits")
        }
        None => String::new(),
    };
    format!(
        "the newest event accepted is number {} ({}), {age} ago; worked up to {head}, {waiting} wait, {failed} failed{missing}",
        newest.seq, newest.kind
    )
}

/// In the largest unit that says enough.
fn age(since: Timestamp, now: Timestamp) -> String {
    let micros = u64::try_from(now.micros().saturating_sub(since.micros())).unwrap_or(0);
    let seconds = Duration::from_micros(micros).as_secs();
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use proofdesk_desk::exchange_event::{EventKind, EventState};
    use proofdesk_desk::id::{BrandId, ExchangeEventId, Id as _};

    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_789_302_400_000_000);

    fn event(seq: i64, age: Duration) -> ExchangeEvent {
        ExchangeEvent {
            id: ExchangeEventId::from_uuid(uuid::Uuid::nil()),
            brand_id: BrandId::from_uuid(uuid::Uuid::nil()),
            seq,
            event_id: "e-1".to_owned(),
            kind: EventKind::DepositSeen,
            account: None,
            occurred_at: NOW - age,
            received_at: NOW - age,
            state: EventState::Handled,
            attempts: 0,
            last_error: None,
            tickets: Some(0),
            is_sealed: false,
            handled_at: Some(NOW),
        }
    }

    fn standing(head: i64, gap: Option<Gap>, failed: i64) -> Standing {
        let brand_id = BrandId::from_uuid(uuid::Uuid::nil());
        Standing { brand_id, head, gap, waiting: i64::from(gap.is_some()), failed }
    }

    fn said(standing: Option<Standing>, newest: Option<ExchangeEvent>) -> (String, String) {
        let told = finding(&("acme".to_owned(), standing, newest), NOW, 3);
        (told.result, told.detail.unwrap())
    }

    #[test]
    fn a_stream_says_what_came_last_and_what_is_missing() {
        let fine = said(Some(standing(42, None, 0)), Some(event(42, Duration::from_secs(180))));
        assert_eq!(fine.0, "ok");
        assert!(fine.1.contains("number 42 (deposit_seen), 3 min ago"), "{}", fine.1);
        let gap = Gap { from: 43, to: 44 };
        let holds = said(Some(standing(42, Some(gap), 0)), Some(event(45, Duration::from_secs(5))));
        assert_eq!(holds.0, "gap");
        assert!(holds.1.contains("43 to 44 did not come"), "{}", holds.1);
        let failed =
            said(Some(standing(42, None, 2)), Some(event(42, Duration::from_secs(90_000))));
        assert_eq!(failed.0, "failed");
        assert!(failed.1.contains("25 h ago") && failed.1.contains("2 failed"), "{}", failed.1);
        assert_eq!(said(None, None).0, "skipped");
    }
}
