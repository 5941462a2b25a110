//! Jobs: once while unfinished, one holder at a time, nothing forgotten.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use proofdesk_store::{Db, Error, Lease, NewJob, Result, Retried, backoff_us, testing};
use proptest::prelude::*;
use uuid::Uuid;

async fn add(db: &Db, n: u128, key: Option<&'static str>) -> Option<Uuid> {
    let added: Result<_> = db
        .write(async move |tx| {
            tx.enqueue(&NewJob {
                id: Uuid::from_u128(n),
                kind: "send",
                lane: "mail",
                dedupe_key: key,
                payload: "{}",
                run_at: 100,
                max_attempts: 3,
                now: 50,
            })
            .await
        })
        .await;
    added.unwrap()
}

async fn lease(db: &Db, now: i64, count: u32) -> Vec<Lease> {
    db.lease_jobs("mail", "w", now, now + 10, count).await.unwrap()
}

#[tokio::test]
async fn a_second_job_with_the_same_key_is_added_only_after_the_first_is_finished() {
    for db in testing::both(&[]).await {
        assert_eq!(add(&db, 1, Some("k")).await, Some(Uuid::from_u128(1)));
        assert_eq!(add(&db, 2, Some("k")).await, None);
        assert!(add(&db, 3, None).await.is_some());
        assert!(add(&db, 4, None).await.is_some());
        let first = lease(&db, 100, 1).await.remove(0);
        assert_eq!(add(&db, 5, Some("k")).await, None, "a job that runs is unfinished");
        db.finish_job(&first, 105).await.unwrap();
        assert!(add(&db, 6, Some("k")).await.is_some());
    }
}

#[tokio::test]
async fn jobs_wait_for_their_time_and_lane() {
    for db in testing::both(&[]).await {
        add(&db, 1, None).await;
        assert!(lease(&db, 99, 10).await.is_empty());
        assert!(db.lease_jobs("other", "w", 100, 110, 10).await.unwrap().is_empty());
        assert_eq!(lease(&db, 100, 10).await.len(), 1);
        assert!(lease(&db, 105, 10).await.is_empty(), "it is leased");
    }
}

#[tokio::test]
async fn a_worker_that_slept_through_its_lease_changes_nothing() {
    for db in testing::both(&[]).await {
        add(&db, 1, None).await;
        let old = lease(&db, 100, 1).await.remove(0);
        assert_eq!((old.attempts, old.fence), (1, 1));
        db.extend_job(&old, 130).await.unwrap();
        assert!(lease(&db, 129, 1).await.is_empty());
        let new = lease(&db, 130, 1).await.remove(0);
        assert_eq!((new.attempts, new.fence), (2, 2));
        assert!(matches!(db.finish_job(&old, 131).await, Err(Error::LeaseLost)));
        assert!(matches!(db.retry_job(&old, 131, 200, "x").await, Err(Error::LeaseLost)));
        assert!(matches!(db.bury_job(&old, 131, "x").await, Err(Error::LeaseLost)));
        assert!(matches!(db.extend_job(&old, 500).await, Err(Error::LeaseLost)));
        db.finish_job(&new, 132).await.unwrap();
        assert!(matches!(db.finish_job(&new, 133).await, Err(Error::LeaseLost)));
    }
}

#[tokio::test]
async fn a_job_dies_after_its_last_attempt_and_can_be_revived() {
    for db in testing::both(&[]).await {
        add(&db, 1, Some("k")).await;
        let a = lease(&db, 100, 1).await.remove(0);
        assert_eq!(db.retry_job(&a, 101, 200, "no").await.unwrap(), Retried::Later);
        assert!(lease(&db, 199, 1).await.is_empty());
        // The second lease runs out without a word, as of a worker that was killed; so does the
        // third.
        assert_eq!(lease(&db, 200, 1).await.len(), 1);
        assert_eq!(lease(&db, 300, 1).await.remove(0).attempts, 3);
        assert!(lease(&db, 400, 1).await.is_empty(), "it killed three workers");
        let revived: Result<bool> =
            db.write(async |tx| tx.revive_job(Uuid::from_u128(1), 500).await).await;
        assert!(revived.unwrap());
        let b = lease(&db, 500, 1).await.remove(0);
        assert_eq!(b.attempts, 1);
        db.bury_job(&b, 501, &"é".repeat(5_000)).await.unwrap();
        assert!(add(&db, 2, Some("k")).await.is_some(), "a dead job holds no key");
        let twice: Result<bool> =
            db.write(async |tx| tx.revive_job(Uuid::from_u128(1), 600).await).await;
        assert!(!twice.unwrap(), "the key is taken");
        let let_go = async |id: u128| -> Result<bool> {
            db.write(async move |tx| tx.drop_job(Uuid::from_u128(id)).await).await
        };
        assert!(!let_go(2).await.unwrap(), "it waits for a worker");
        assert!(let_go(1).await.unwrap());
        assert!(!let_go(1).await.unwrap());
        assert_eq!(lease(&db, 600, 9).await.remove(0).id, Uuid::from_u128(2));
    }
}

/// Adds one at a time of a clock's own.
async fn add_at(db: &Db, n: u128, now: i64, run_at: i64) {
    let added: Result<_> = db
        .write(async move |tx| {
            tx.enqueue(&NewJob {
                id: Uuid::from_u128(n),
                kind: "send",
                lane: "mail",
                dedupe_key: None,
                payload: "{}",
                run_at,
                max_attempts: 3,
                now,
            })
            .await
        })
        .await;
    assert!(added.unwrap().is_some());
}

fn ids(leases: &[Lease]) -> BTreeSet<u128> {
    leases.iter().map(|lease| lease.id.as_u128()).collect()
}

/// The clock was two weeks ahead for a while, and is set right: nothing waits for the two weeks but what was meant to.
#[tokio::test]
async fn what_a_clock_that_was_ahead_left_behind_is_taken_up_again() {
    const AHEAD: i64 = 14 * 86_400 * 1_000_000;
    let furthest = 1_000 + 6 * 3_600 * 1_000_000;
    for db in testing::both(&[]).await {
        // Tried then, and to be tried again soon.
        add_at(&db, 1, 0, 0).await;
        let tried = lease(&db, AHEAD, 1).await.remove(0);
        db.retry_job(&tried, AHEAD, AHEAD + 5, "no").await.unwrap();
        // Leased then by a worker that was killed.
        add_at(&db, 2, 0, 0).await;
        assert_eq!(ids(&lease(&db, AHEAD, 1).await), BTreeSet::from([2]));
        // Added then, to run at once; and long before, for that very moment.
        add_at(&db, 3, AHEAD, AHEAD).await;
        add_at(&db, 4, 0, AHEAD).await;

        let taken_back = lease(&db, 1_000, 10).await;
        assert_eq!(ids(&taken_back), BTreeSet::from([2]), "its lease is of another time");
        assert_eq!(db.settle_jobs(1_000, furthest).await.unwrap(), 2);
        assert_eq!(ids(&lease(&db, 1_000, 10).await), BTreeSet::from([1, 3]));
        assert!(
            lease(&db, 1_005, 10).await.is_empty(),
            "they are leased, and the fourth is not due"
        );
        assert_eq!(db.settle_jobs(1_000, furthest).await.unwrap(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_workers_lease_each_job_once() {
    for db in testing::both(&[]).await {
        for n in 0..60 {
            add(&db, n, None).await;
        }
        let mut seen = BTreeSet::new();
        for leases in join_all((0..8).map(|_| lease(&db, 100, 10))).await {
            for lease in leases {
                assert!(seen.insert(lease.id), "leased twice");
            }
        }
        while let Some(lease) = lease(&db, 100, 1).await.pop() {
            assert!(seen.insert(lease.id), "leased twice");
        }
        assert_eq!(seen.len(), 60);
    }
}

#[tokio::test]
async fn finishing_is_part_of_the_transaction_and_adding_tells_workers() {
    for db in testing::both(&[]).await {
        let mut added = db.jobs_added();
        added.mark_unchanged();
        add(&db, 1, None).await;
        assert!(added.has_changed().unwrap());
        let held = lease(&db, 100, 1).await.remove(0);
        let copy = held.clone();
        let rolled_back: Result<()> = db
            .write(async move |tx| {
                tx.finish_job(&copy, 101).await?;
                Err(Error::NoRow)
            })
            .await;
        assert!(rolled_back.is_err());
        db.finish_job(&held, 102).await.unwrap();
        assert_eq!(db.purge_jobs(102, 10).await.unwrap(), 0);
        assert_eq!(db.purge_jobs(103, 10).await.unwrap(), 1);
    }
}

proptest! {
    #[test]
    fn the_pause_grows_to_its_cap_and_is_never_less_than_half(attempts in 0_u32..200, random: u64) {
        let pause = backoff_us(attempts, 1_000, 60_000, random);
        let whole = (1_000_i64 << attempts.saturating_sub(1).min(20)).min(60_000);
        prop_assert!(pause >= whole / 2 && pause <= whole, "{} of {}", pause, whole);
    }
}
