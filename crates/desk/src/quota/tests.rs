#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::*;

const LIMIT: i64 = limits::SIGN_IN_FAILURES;
const WINDOW: Duration = Duration::from_secs(3600);

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(1_800_000_000_000_000 + seconds * 1_000_000)
}

#[test]
fn locks_double_to_an_hour() {
    let seconds: Vec<_> = (0..14).map(|n| lock_for(n, LIMIT).map(|d| d.as_secs())).collect();
    let none = [None; 5];
    assert_eq!(seconds.get(..5), Some(none.as_slice()));
    let locks = [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600].map(Some);
    assert_eq!(seconds.get(5..), Some(locks.as_slice()));
    assert_eq!(lock_for(i64::MAX, LIMIT), Some(limits::LOCK_OUT_MAX));
    assert_eq!(lock_for(i64::MIN, LIMIT), None);
}

#[test]
fn failures_lock_and_a_quiet_day_forgets_them() {
    let mut tally = Tally::start(at(0));
    for n in 0..4 {
        tally = tally.failed(LIMIT, at(n));
        assert_eq!(tally.standing(LIMIT, at(n)), Standing::Open);
    }
    let locked = tally.failed(LIMIT, at(4));
    assert_eq!(locked.standing(LIMIT, at(4)), Standing::Locked { until: at(64), moved: false });
    assert_eq!(locked.standing(LIMIT, at(64)), Standing::Open);
    assert_eq!(locked.failed(LIMIT, at(64)).locked_until, Some(at(64 + 120)));
    assert_eq!(tally.failed(LIMIT, at(3 + 24 * 3600)).used, 1);
}

#[test]
fn a_clock_that_was_far_ahead_locks_nobody_out_for_ever() {
    let years = 40 * 365 * 24 * 3600;
    let tally = (0..5).fold(Tally::start(at(years)), |tally, _| tally.failed(LIMIT, at(years)));
    assert_eq!(tally.standing(LIMIT, at(0)), Standing::Locked { until: at(60), moved: true });
}

#[test]
fn addresses_are_counted_by_network() {
    let of = |text: &str| network(text.parse().unwrap());
    assert_eq!(of("203.0.113.7"), "203.0.113.7");
    assert_eq!(of("::ffff:203.0.113.7"), "203.0.113.7");
    assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
    assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
}

#[test]
fn a_budget_comes_back_when_its_window_ends() {
    let mut tally = Tally::start(at(0));
    for used in 1..=3 {
        let Taken::Granted(next) = tally.taken(3, WINDOW, at(10)) else {
            panic!("refused number {used}")
        };
        tally = next;
    }
    assert_eq!(tally.taken(3, WINDOW, at(600)), Taken::Spent { tally, seconds: 3000 });
    assert!(matches!(tally.taken(3, WINDOW, at(3600)), Taken::Granted(Tally { used: 1, .. })));
}

#[test]
fn no_hour_has_more_than_its_budget() {
    let mut uses = Uses::default();
    let mut taken = Vec::new();
    // As many as the budget gives, at the end of one hour of the clock and at the beginning of the next.
    for second in (3590..3700).chain(7100..7300) {
        let (next, answer) = uses.take(20, WINDOW, at(second));
        uses = next;
        if answer.is_ok() {
            taken.push(second);
        }
    }
    assert_eq!(taken.len(), 40);
    assert_eq!((taken.first(), taken.get(20)), (Some(&3590), Some(&7190)));
    let (_, refused) = uses.clone().take(20, WINDOW, at(7300));
    assert_eq!(refused, Err(10_790 - 7300));
    assert_eq!(Uses::of_json(&uses.to_json()), Some(uses));
    assert_eq!(Uses::of_json("no list"), None);
    // Nothing is ever left of a budget of nothing.
    assert_eq!(Uses::default().take(0, WINDOW, at(0)).1, Err(3600));
}

/// A wall clock that runs with true time and is set back now and then.
fn steps() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((0i64..900, prop_oneof![4 => Just(0i64), 1 => 1i64..100_000]), 1..80)
}

proptest! {
    #[test]
    fn a_clock_set_back_never_unlocks_early_and_always_unlocks(steps in steps(), failures in 5i64..12) {
        let start = (0..failures).fold(Tally::start(at(0)), |tally, _| tally.failed(LIMIT, at(0)));
        let lock = lock_for(failures, LIMIT).unwrap();
        let lock = i64::try_from(lock.as_secs()).unwrap();
        let (mut tally, mut truth, mut wall, mut undisturbed) = (start, 0, 0, 0);
        for (passed, back) in steps {
            truth += passed;
            wall += passed - back;
            undisturbed = if back > 0 { 0 } else { undisturbed + passed };
            match tally.standing(LIMIT, at(wall)) {
                Standing::Open => {
                    prop_assert!(truth >= lock, "unlocked after {truth} of {lock} s");
                    return Ok(());
                }
                Standing::Locked { until, moved } => {
                    prop_assert!(undisturbed < lock, "still locked {undisturbed} s after the last jump");
                    prop_assert!(until > at(wall) && until <= at(wall + lock));
                    if moved {
                        tally.locked_until = Some(until);
                    }
                }
            }
        }
    }

    #[test]
    fn a_clock_set_back_never_refills_early_and_always_refills(steps in steps(), limit in 1i64..5) {
        let (mut tally, mut truth, mut wall) = (Tally::start(at(0)), 0, 0);
        let (mut refilled, mut undisturbed) = (0, 0);
        for (passed, back) in steps {
            truth += passed;
            wall += passed - back;
            undisturbed = if back > 0 { 0 } else { undisturbed + passed };
            match tally.taken(limit, WINDOW, at(wall)) {
                Taken::Granted(next) => {
                    if next.used <= tally.used {
                        prop_assert!(truth - refilled >= 3600, "refilled after {} s", truth - refilled);
                        refilled = truth;
                    }
                    tally = next;
                }
                Taken::Spent { tally: next, seconds } => {
                    prop_assert!(undisturbed < 3600 || truth - refilled < 3600);
                    prop_assert!(seconds <= 3600);
                    tally = next;
                }
            }
        }
    }

    #[test]
    fn a_sliding_budget_holds_in_every_window_and_comes_back(steps in steps(), limit in 1i64..5) {
        let (mut uses, mut truth, mut wall, mut undisturbed) = (Uses::default(), 0, 0, 0);
        let mut taken: Vec<i64> = Vec::new();
        for (passed, back) in steps {
            truth += passed;
            wall += passed - back;
            undisturbed = if back > 0 { 0 } else { undisturbed + passed };
            let (next, answer) = uses.take(limit, WINDOW, at(wall));
            uses = next;
            match answer {
                Ok(left) => {
                    taken.push(truth);
                    let recent = taken.iter().filter(|at| **at > truth - 3600).count();
                    prop_assert!(i64::try_from(recent).is_ok_and(|recent| recent <= limit), "{recent} of {limit} in an hour");
                    prop_assert!((0..limit).contains(&left));
                }
                Err(seconds) => {
                    prop_assert!((1..=3600).contains(&seconds));
                    let last = taken.last().copied().unwrap_or(0);
                    prop_assert!(undisturbed < 3600 || truth - last < 3600);
                }
            }
        }
    }
}
