//! What lies in the database after a kill, compared with what was acknowledged and with itself.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_desk::MIGRATIONS;
use proofdesk_desk::id::{Id as _, TicketId};
use proofdesk_store::{Db, FromRow, Options, Result, Value};
use proofdesk_testkit::until;
use uuid::Uuid;

use super::load::Load;

/// What was found wrong in the rounds looked at, and how much they acknowledged.
#[derive(Debug, Default)]
pub struct Tally {
    pub acknowledged: usize,
    /// Acknowledged, and not there once.
    pub lost: usize,
    /// There in one place and not in another that belongs to it.
    pub half: usize,
    pub feed_gaps: usize,
    pub feed_doubles: usize,
    details: Vec<String>,
}

impl Tally {
    pub fn is_clean(&self) -> bool {
        self.lost + self.half + self.feed_gaps + self.feed_doubles == 0
    }

    /// Adds a round that acknowledged so many writes.
    pub fn add(&mut self, acknowledged: usize, round: &Self) {
        self.acknowledged += acknowledged;
        self.lost += round.lost;
        self.half += round.half;
        self.feed_gaps += round.feed_gaps;
        self.feed_doubles += round.feed_doubles;
        self.details.extend(round.details.iter().take(5).cloned());
    }

    fn half(&mut self, count: usize, what: impl FnOnce() -> String) {
        if count > 0 {
            self.half += count;
            self.details.push(what());
        }
    }
}

/// Opens the database as a second process would, and looks at everything.
pub async fn verify(url: &str, load: &Load) -> Tally {
    look(url, load, true).await
}

/// The same for a database that may hold more than is known.
pub async fn verify_at_least(url: &str, load: &Load) -> Tally {
    look(url, load, false).await
}

async fn look(url: &str, load: &Load, all_is_known: bool) -> Tally {
    let db = open(url).await;
    let mut tally = Tally::default();
    acknowledged(&db, load, all_is_known, &mut tally).await;
    whole(&db, &mut tally).await;
    feed(&db, &mut tally).await;
    db.close().await;
    tally
}

pub async fn open(url: &str) -> Db {
    let options = Options::new(url.parse().expect("an address"));
    Db::open(options, MIGRATIONS).await.expect("the database opens")
}

/// Waits until the desk that runs has given every event its position.
pub async fn numbered(url: &str) {
    let db = open(url).await;
    until("everything is numbered", async || {
        one(&db, "select count(*) from feed_inbox").await == 0
    })
    .await;
    db.close().await;
}

async fn rows<T: FromRow + Send + 'static>(
    db: &Db,
    sql: &'static str,
    after: Value<'static>,
) -> Vec<T> {
    let read: Result<Vec<T>> = db.read(async move |rx| rx.query(sql, &[after]).await).await;
    read.expect("rows")
}

async fn all<T: FromRow + Send + 'static>(db: &Db, sql: &'static str) -> Vec<T> {
    let read: Result<Vec<T>> = db.read(async move |rx| rx.query(sql, &[]).await).await;
    read.expect("rows")
}

async fn one(db: &Db, sql: &'static str) -> usize {
    let (n,): (i64,) = all(db, sql).await.remove(0);
    usize::try_from(n).expect("a count")
}

/// Everything that was told to be there is there once; what never got an answer at most once.
async fn acknowledged(db: &Db, load: &Load, all_is_known: bool, tally: &mut Tally) {
    let tickets: Vec<(String, i64)> =
        all(db, "select subject, count(*) from ticket group by subject").await;
    let bodies: Vec<(String, i64)> =
        all(db, "select body, count(*) from message_body group by body").await;
    let (tickets, bodies): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (tickets.into_iter().collect(), bodies.into_iter().collect());
    load.with_known(|known| {
        let lost_tickets = known.tickets.keys().filter(|key| tickets.get(*key) != Some(&1));
        let lost_messages = known.messages.iter().filter(|key| bodies.get(*key) != Some(&1));
        let lost: Vec<&String> = lost_tickets.chain(lost_messages).collect();
        tally.lost += lost.len();
        if !lost.is_empty() {
            tally.details.push(format!("lost or double: {lost:?}"));
        }
        let known_at_all =
            |key: &&String| known.tickets.contains_key(*key) || known.unknown.contains_key(*key);
        let doubled: Vec<_> =
            tickets.iter().filter(|(_, n)| **n != 1).map(|(key, _)| key).collect();
        tally.half(doubled.len(), || format!("there twice: {doubled:?}"));
        let nobodys: Vec<_> =
            tickets.keys().filter(|key| all_is_known && !known_at_all(key)).collect();
        tally.half(nobodys.len(), || format!("nobody sent {nobodys:?}"));
    });
}

/// Statements that count what is there by half.
const HALVES: [(&str, &str); 7] = [
    (
        "messages without a body",
        "select count(*) from message where id not in (select message_id from message_body)",
    ),
    (
        "bodies without a message",
        "select count(*) from message_body where message_id not in (select id from message)",
    ),
    (
        "messages without a ticket",
        "select count(*) from message where ticket_id not in (select id from ticket)",
    ),
    (
        "tickets whose messages are miscounted",
        "select count(*) from ticket where message_count <> (select count(*) from message where ticket_id = ticket.id)",
    ),
    ("keys claimed without an answer", "select count(*) from idempotency where status = 0"),
    (
        "stream heads that are not their last event",
        "select count(*) from stream_head h left join event e on e.stream = h.stream and e.seq = h.seq \
         where e.hash is null or e.hash <> h.hash",
    ),
    (
        "events beyond their stream's head",
        "select count(*) from event e join stream_head h on h.stream = e.stream where e.seq > h.seq",
    ),
];

async fn whole(db: &Db, tally: &mut Tally) {
    for (what, sql) in HALVES {
        let count = one(db, sql).await;
        tally.half(count, || format!("{count} {what}"));
    }
    let tickets: Vec<(Uuid, i64, i64)> =
        all(db, "select id, version, message_count from ticket").await;
    let streams: Vec<(String, i64, i64)> = all(
        db,
        "select stream, count(*), max(seq) from event where stream like 'ticket:%' group by stream",
    )
    .await;
    let streams: BTreeMap<String, (i64, i64)> =
        streams.into_iter().map(|(stream, n, last)| (stream, (n, last))).collect();
    let odd: Vec<Uuid> = tickets
        .iter()
        .filter(|(id, version, _)| {
            let stream = proofdesk_desk::log::Stream::Ticket(TicketId::from_uuid(*id)).name();
            streams.get(&stream) != Some(&(*version, *version))
        })
        .map(|(id, ..)| *id)
        .collect();
    tally.half(odd.len(), || format!("tickets and their events differ: {odd:?}"));
    tally.half(tickets.len().abs_diff(streams.len()), || {
        "events of tickets that are not there".to_owned()
    });
    let counted: Vec<(String, i64)> = all(
        db,
        "select status_category, cast(sum(n) as bigint) from ticket_count group by status_category",
    )
    .await;
    let real: Vec<(String, i64)> =
        all(db, "select status_category, count(*) from ticket group by status_category").await;
    let counters = |rows: Vec<(String, i64)>| {
        rows.into_iter().filter(|(_, n)| *n != 0).collect::<BTreeSet<_>>()
    };
    let (counted, real) = (counters(counted), counters(real));
    tally.half(usize::from(counted != real), || format!("counters {counted:?}, tickets {real:?}"));
}

/// Positions are 1, 2, 3, …, and each event has one, or waits for it (on PostgreSQL, where a sequencer gives them; it
/// died with the desk).
async fn feed(db: &Db, tally: &mut Tally) {
    let (mut last, mut seen) = (0, BTreeSet::new());
    loop {
        let sql = "select pos, event_id from feed where pos > $1 order by pos limit 5000";
        let page: Vec<(i64, Uuid)> = rows(db, sql, Value::Int(last)).await;
        if page.is_empty() {
            break;
        }
        for (pos, event) in page {
            tally.feed_gaps += usize::from(pos != last + 1);
            tally.feed_doubles += usize::from(!seen.insert(event));
            last = pos;
        }
    }
    let events: BTreeSet<Uuid> =
        all::<(Uuid,)>(db, "select id from event").await.into_iter().map(|(id,)| id).collect();
    let waiting: BTreeSet<Uuid> = all::<(Uuid,)>(db, "select event_id from feed_inbox")
        .await
        .into_iter()
        .map(|(id,)| id)
        .collect();
    tally.feed_doubles += seen.intersection(&waiting).count();
    tally.feed_gaps += events.difference(&seen).filter(|id| !waiting.contains(id)).count();
    tally.half(seen.difference(&events).count(), || {
        "the feed names events that are not there".to_owned()
    });
}
