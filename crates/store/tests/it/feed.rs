//! The feed: every committed event once, in the order of its stream, without a gap.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;
use proofdesk_store::{Db, Engine, Error, Migration, Result, params, testing};
use uuid::Uuid;

use crate::{PATIENCE, until, whole_feed};

const WRITERS: u128 = 32;
const EVENTS: u128 = 12;
const STREAMS: u128 = 8;

const HEADS: &[Migration] = &[Migration {
    version: 1,
    name: "stream heads",
    sql: "create table head (stream text not null primary key, seq bigint not null)",
}];

/// A number that looks like chance and is the same in every run.
fn scatter(n: u128) -> u128 {
    (n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 29) % 997
}

/// Writers append to shared streams with a random delay before the commit, so commits come in
/// another order than inserts.
async fn write_events(db: &Db) {
    let writers = (0..WRITERS).map(|writer| {
        let db = db.clone();
        async move {
            for n in 0..EVENTS {
                let id = Uuid::from_u128(writer * 1_000 + n);
                let stream = format!("s{}", scatter(writer * 31 + n) % STREAMS);
                let delay =
                    Duration::from_millis(u64::try_from(scatter(writer + n * 7) % 12).unwrap());
                let postgres = db.engine() == Engine::Postgres;
                let done: Result<()> = db
                    .write(async move |tx| {
                        let next = "insert into head (stream, seq) values ($1, 1)
                            on conflict (stream) do update set seq = head.seq + 1 returning seq";
                        let (seq,) = tx.query_one::<(i64,)>(next, params![stream]).await?;
                        tx.publish(id, &stream, seq).await?;
                        if postgres {
                            // Delay because random time between append and commit is what reorders commits.
                            tokio::time::sleep(delay).await;
                        }
                        Ok(())
                    })
                    .await;
                done.unwrap();
                if !postgres {
                    // Delay because random time between writes is what interleaves the writers.
                    tokio::time::sleep(delay).await;
                }
            }
        }
    });
    join_all(writers).await;
}

/// Follows the feed as the live protocol does: wakes at the head, reads on from its own position.
async fn consume(db: Db, total: usize) -> Vec<Uuid> {
    let mut head = db.feed_head();
    let (mut seen, mut pos) = (Vec::new(), 0);
    while seen.len() < total {
        let page: Result<_> = db.read(async move |rx| rx.feed_after(pos, 50).await).await;
        let page = page.unwrap();
        if page.is_empty() {
            tokio::time::timeout(PATIENCE, head.wait_for(|head| *head > pos))
                .await
                .expect("the head moves")
                .unwrap();
        }
        for (at, event) in page {
            assert_eq!(at, pos + 1, "a gap");
            pos = at;
            seen.push(event);
        }
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn every_consumer_sees_every_event_once_and_in_the_order_of_its_stream() {
    for db in testing::both(HEADS).await {
        // Two nodes: the other one also wants to number, and follows without writing.
        let other = db.open_again(HEADS).await.unwrap();
        let sequencers = (db.start_sequencer(), other.start_sequencer());
        let total = usize::try_from(WRITERS * EVENTS).unwrap();
        let consumers: Vec<_> = [&*db, &*db, &other, &other]
            .into_iter()
            .map(|db| tokio::spawn(consume(db.clone(), total)))
            .collect();
        write_events(&db).await;
        let mut views = Vec::new();
        for consumer in consumers {
            views.push(consumer.await.unwrap());
        }
        let feed = whole_feed(&db).await;
        assert_eq!(feed.len(), total);
        assert!(views.iter().all(|view| *view == feed));
        let mut once = feed.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), total, "an event twice");
        drop(sequencers);
    }
}

/// Within a stream, positions follow `seq`.
#[tokio::test(flavor = "multi_thread")]
async fn positions_follow_seq_within_a_stream() {
    for db in testing::both(&[Migration { sql: "create table head (stream text not null primary key, seq bigint not null);
        create table event (id uuid not null primary key, stream text not null, seq bigint not null)", ..HEADS[0] }]).await {
        let sequencer = db.start_sequencer();
        let writers = (0..WRITERS).map(|n| {
            let db = &db;
            async move {
                for round in 0..4_u128 {
                    // Ids that do not follow time, so that their order cannot help.
                    let id = Uuid::from_u128(u128::MAX - scatter(n * 100 + round) * 1_000_000 - n * 100 - round);
                    let done: Result<()> = db.write(async move |tx| {
                        let stream = format!("s{}", n % 4);
                        let next = "insert into head (stream, seq) values ($1, 1)
                            on conflict (stream) do update set seq = head.seq + 1 returning seq";
                        let (seq,) = tx.query_one::<(i64,)>(next, params![stream]).await?;
                        tx.exec("insert into event (id, stream, seq) values ($1, $2, $3)", params![id, stream, seq]).await?;
                        tx.publish(id, &stream, seq).await
                    }).await;
                    done.unwrap();
                }
            }
        });
        join_all(writers).await;
        until("all numbered", async || whole_feed(&db).await.len() == 128).await;
        let rows: Result<Vec<(String, i64)>> = db.read(async |rx| {
            rx.query("select e.stream, e.seq from feed f join event e on e.id = f.event_id order by f.pos", &[]).await
        }).await;
        let mut last: BTreeMap<String, i64> = BTreeMap::new();
        for (stream, seq) in rows.unwrap() {
            let before = last.insert(stream.clone(), seq).unwrap_or(0);
            assert_eq!(seq, before + 1, "{stream} out of order");
        }
        sequencer.stop().await;
    }
}

#[tokio::test]
async fn what_is_rolled_back_never_reaches_the_feed() {
    for db in testing::both(&[]).await {
        let sequencer = db.start_sequencer();
        let publish = async |n: u128, fail: bool| -> Result<()> {
            db.write(async move |tx| {
                tx.publish(Uuid::from_u128(n), "s", 1).await?;
                if fail { Err(Error::NoRow) } else { Ok(()) }
            })
            .await
        };
        publish(1, false).await.unwrap();
        publish(2, true).await.unwrap_err();
        publish(3, false).await.unwrap();
        let mut head = db.feed_head();
        head.wait_for(|head| *head == 2).await.unwrap();
        assert_eq!(whole_feed(&db).await, [1, 3].map(Uuid::from_u128));
        let twice = publish(3, false).await;
        if db.engine() == Engine::Sqlite {
            assert!(twice.unwrap_err().is_unique("feed.event_id"));
        }
        // Whoever publishes an event twice must not stop the feed.
        publish(4, false).await.unwrap();
        head.wait_for(|head| *head == 3).await.unwrap();
        assert_eq!(whole_feed(&db).await, [1, 3, 4].map(Uuid::from_u128));
        sequencer.stop().await;
    }
}

/// The lease: a sequencer that is gone without a word is replaced, one that says goodbye at once.
#[tokio::test(flavor = "multi_thread")]
async fn another_node_takes_over() {
    let db = testing::postgres(&[]).await;
    let other = db.open_again(&[]).await.unwrap();
    let publish = async |n: u128| {
        let done: Result<()> =
            db.write(async move |tx| tx.publish(Uuid::from_u128(n), "s", 1).await).await;
        done.unwrap();
    };
    let first = db.start_sequencer();
    publish(1).await;
    until("the first numbers", async || whole_feed(&db).await.len() == 1).await;
    let second = other.start_sequencer();
    drop(first);
    publish(2).await;
    until("the second numbers", async || whole_feed(&db).await.len() == 2).await;
    second.stop().await;
    let held: Result<(i64,)> = db
        .read(async |rx| {
            rx.query_one("select count(*) from sequencer_lease where expires_at > 0", &[]).await
        })
        .await;
    assert_eq!(held.unwrap(), (0,), "the lease was let go of");
    let third = db.start_sequencer();
    publish(3).await;
    until("the third numbers", async || whole_feed(&db).await.len() == 3).await;
    third.stop().await;
}

/// More than one batch waits, with ids that say nothing about the order in each stream.
#[tokio::test]
async fn a_long_queue_is_numbered_in_the_order_of_each_stream() {
    let db = testing::postgres(&[]).await;
    let waiting: Result<u64> = db
        .write(async |tx| {
            tx.exec("create table copy (event_id uuid not null, stream text not null, seq bigint not null)", &[]).await?;
            let make = "insert into copy (event_id, stream, seq)
                select cast(md5(concat(stream, ':', seq)) as uuid), concat('s', stream), seq
                from generate_series(1, 40) as stream, generate_series(1, 150) as seq";
            tx.exec(make, &[]).await?;
            tx.exec("insert into feed_inbox (event_id, stream, seq) select * from copy", &[]).await
        })
        .await;
    assert_eq!(waiting.unwrap(), 6_000);
    let sequencer = db.start_sequencer();
    until("all numbered", async || whole_feed(&db).await.len() == 6_000).await;
    let wrong: Result<(i64,)> = db
        .read(async |rx| {
            let disorder = "select count(*) from (select c.seq, row_number() over (partition by c.stream order by f.pos) as place
                from feed f join copy c on c.event_id = f.event_id) as placed where seq <> place";
            rx.query_one(disorder, &[]).await
        })
        .await;
    assert_eq!(wrong.unwrap(), (0,));
    sequencer.stop().await;
}

/// Gives the lease to a holder that is not there, until so many microseconds from now. Returns how often it was taken.
async fn lend(db: &Db, us: i64) -> i64 {
    let done: Result<(i64,)> = db
        .write(async move |tx| {
            let sql = "update sequencer_lease set holder = null, fence = fence + 1,
                expires_at = cast(extract(epoch from clock_timestamp()) * 1000000 as bigint) + $1
                returning fence";
            tx.query_one(sql, params![us]).await
        })
        .await;
    done.unwrap().0
}

/// The server's clock was a day ahead when the lease was taken, and its holder is gone: the feed does not stand still for a day.
#[tokio::test]
async fn a_lease_of_a_clock_that_was_ahead_is_taken() {
    let db = testing::postgres(&[]).await;
    lend(&db, 86_400_000_000).await;
    let done: Result<()> = db.write(async |tx| tx.publish(Uuid::from_u128(1), "s", 1).await).await;
    done.unwrap();
    let sequencer = db.start_sequencer();
    until("it numbers", async || whole_feed(&db).await.len() == 1).await;
    sequencer.stop().await;
}

/// A holder that slept while another took the lease numbers nothing any more, and takes part again
/// later.
#[tokio::test]
async fn a_sequencer_that_lost_its_lease_numbers_nothing() {
    let db = testing::postgres(&[]).await;
    let publish = async |n: u128| {
        let done: Result<()> =
            db.write(async move |tx| tx.publish(Uuid::from_u128(n), "s", 1).await).await;
        done.unwrap();
    };
    let sequencer = db.start_sequencer();
    publish(1).await;
    until("it numbers", async || whole_feed(&db).await.len() == 1).await;
    // A machine that was held up for longer than the lease was lent for has seen it taken, and rightly so: it begins again.
    let mut published = 1;
    let mut lent = Vec::new();
    while lent.len() < 6 {
        lent.push(lend(&db, 2_500_000).await);
        if lent.len() == 1 {
            published += 1;
            publish(published).await;
        }
        // Delay because what must not happen needs time in which it could: a hundred times what it would take.
        tokio::time::sleep(Duration::from_millis(100)).await;
        let seen: Result<(i64, i64)> = db
            .read(async |rx| {
                let sql =
                    "select (select max(fence) from sequencer_lease), (select count(*) from feed)";
                rx.query_one(sql, &[]).await
            })
            .await;
        let (fence, numbered) = seen.unwrap();
        let only_lent = lent.iter().rev().zip(0..).all(|(lent, before)| *lent == fence - before);
        if only_lent {
            assert_eq!(numbered, i64::try_from(published).unwrap() - 1);
            continue;
        }
        lent.clear();
        lend(&db, 0).await;
        let all = usize::try_from(published).unwrap();
        until("it numbers", async || whole_feed(&db).await.len() == all).await;
    }
    lend(&db, 0).await;
    let all = usize::try_from(published).unwrap();
    until("it numbers again", async || whole_feed(&db).await.len() == all).await;
    sequencer.stop().await;
}

/// Another process (a command line tool) publishes while this one serves.
#[tokio::test]
async fn events_of_another_process_raise_the_head() {
    let db = testing::sqlite(&[]).await;
    let tool = db.open_again(&[]).await.unwrap();
    let done: Result<()> =
        tool.write(async |tx| tx.publish(Uuid::from_u128(1), "s", 1).await).await;
    done.unwrap();
    let mut head = db.feed_head();
    tokio::time::timeout(PATIENCE, head.wait_for(|head| *head == 1)).await.unwrap().unwrap();
}
