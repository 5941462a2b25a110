//! How to reach us: how long tickets of a kind waited for their first answer, measured and not promised.

pub mod view;

use std::time::Duration;

pub use view::ALL;

use crate::time::Timestamp;

/// One ticket: how long until staff first answered, or how long it has gone without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    pub took: Duration,
    /// `false`: no answer yet, or it ended without one. It may have taken any longer than this.
    pub answered: bool,
}

/// A ticket that was waited for, and what it has in common with the one at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub wait: Wait,
    pub opened: Timestamp,
    /// BCP 47 tag of the language that it was written in.
    pub lang: String,
}

/// How long first answers took, and of which tickets that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub times: AnswerTimes,
    /// Only tickets in the same language were looked at.
    pub by_language: bool,
    /// Only tickets that were opened at about this time of day.
    pub by_hour: bool,
}

/// Measures over the tickets that are most like one in this language at this hour, as far as there are enough of them: those
/// that share both, then the language, then the hour, then all.
pub fn measure(past: &[Past], lang: &str, now: Timestamp) -> Measured {
    for (by_language, by_hour) in [(true, true), (true, false), (false, true)] {
        let fits = |one: &&Past| {
            (!by_language || is_same_language(&one.lang, lang))
                && (!by_hour || is_near_hour(one.opened, now))
        };
        let waits: Vec<Wait> = past.iter().filter(fits).map(|one| one.wait).collect();
        // What narrows nothing is not said.
        if waits.len() >= FEWEST && waits.len() < past.len() {
            return Measured { times: answer_times(waits), by_language, by_hour };
        }
    }
    let times = answer_times(past.iter().map(|one| one.wait).collect());
    Measured { times, by_language: false, by_hour: false }
}

fn is_same_language(tag: &str, lang: &str) -> bool {
    tag == lang || tag.split('-').next() == Some(lang)
}

/// Whether a moment lies within three hours of another one by the clock, whatever the day.
fn is_near_hour(at: Timestamp, now: Timestamp) -> bool {
    const DAY_US: i64 = 24 * 3600 * 1_000_000;
    let apart = (at.micros() - now.micros()).rem_euclid(DAY_US);
    apart.min(DAY_US - apart) <= NEAR_US
}

/// Hours that count as the same time of day, before and after.
const NEAR_US: i64 = 3 * 3600 * 1_000_000;

/// The times in which first answers came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerTimes {
    /// Tickets that it rests on, answered or not.
    pub tickets: usize,
    pub answered: usize,
    /// Half of the tickets had an answer within this; `None` when too few have one to say so.
    pub median: Option<Duration>,
    /// Nine out of ten.
    pub p90: Option<Duration>,
}

/// With fewer tickets nothing is said.
pub const FEWEST: usize = 20;

/// Estimates the times of first answers (Kaplan and Meier, 1958): tickets that still wait count for as long as they have
/// waited, so that a queue nobody answers does not look quick.
pub fn answer_times(mut waits: Vec<Wait>) -> AnswerTimes {
    // At the same moment, answers come before those that were last seen waiting.
    waits.sort_by_key(|wait| (wait.took, !wait.answered));
    let answered = waits.iter().filter(|wait| wait.answered).count();
    let mut times = AnswerTimes { tickets: waits.len(), answered, median: None, p90: None };
    if waits.len() < FEWEST {
        return times;
    }
    let mut waiting = 1.0;
    for (wait, left) in waits.iter().zip((1..=waits.len()).rev()) {
        if !wait.answered {
            continue;
        }
        // Tickets are counted in hundreds, which floats hold exactly.
        let left = f64::from(u32::try_from(left).unwrap_or(u32::MAX));
        waiting *= 1.0 - 1.0 / left;
        if waiting <= 0.5 + ROUNDING {
            times.median.get_or_insert(wait.took);
        }
        if waiting <= 0.1 + ROUNDING {
            times.p90.get_or_insert(wait.took);
        }
    }
    times
}

const ROUNDING: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(minutes: u64, answered: bool) -> Wait {
        Wait { took: Duration::from_secs(60 * minutes), answered }
    }

    fn minutes(times: Option<Duration>) -> Option<u64> {
        times.map(|time| time.as_secs() / 60)
    }

    #[test]
    fn with_every_ticket_answered_it_is_the_plain_quantile() {
        let times = answer_times((1..=100).rev().map(|n| wait(n, true)).collect());
        assert_eq!((minutes(times.median), minutes(times.p90)), (Some(50), Some(90)));
        assert_eq!((times.tickets, times.answered), (100, 100));
    }

    #[test]
    fn too_few_tickets_say_nothing() {
        let times = answer_times((1..=19).map(|n| wait(n, true)).collect());
        assert_eq!((times.tickets, times.median, times.p90), (19, None, None));
    }

    #[test]
    fn tickets_that_wait_make_it_longer_and_never_shorter() {
        let answered = (1..=30).map(|n| wait(n, true));
        let all = answer_times(answered.clone().collect());
        let with_waiting = answered.chain((0..30).map(|_| wait(100, false)));
        let times = answer_times(with_waiting.collect());
        assert_eq!(minutes(all.median), Some(15));
        assert_eq!(minutes(times.median), Some(30));
        assert_eq!(times.p90, None);
    }

    fn past(hour: i64, lang: &str, minutes: u64) -> Past {
        let opened = Timestamp::from_micros((20_000 * 24 + hour) * 3600 * 1_000_000);
        Past { wait: wait(minutes, true), opened, lang: lang.to_owned() }
    }

    #[test]
    fn tickets_most_like_the_one_at_hand_are_measured() {
        let now = Timestamp::from_micros((30_000 * 24 + 23) * 3600 * 1_000_000);
        let ours = |n: usize| (0..n).map(|_| past(1, "ja", 5));
        let noon = |n: usize| (0..n).map(|_| past(12, "ja-JP", 50));
        let others = |n: usize| (0..n).map(|_| past(22, "en", 90));
        let told = |all: Vec<Past>| {
            let Measured { times, by_language, by_hour } = measure(&all, "ja", now);
            (minutes(times.median), by_language, by_hour)
        };
        assert_eq!(
            told(ours(20).chain(noon(30)).chain(others(9)).collect()),
            (Some(5), true, true)
        );
        assert_eq!(
            told(ours(9).chain(noon(30)).chain(others(9)).collect()),
            (Some(50), true, false)
        );
        assert_eq!(
            told(ours(9).chain(noon(9)).chain(others(30)).collect()),
            (Some(90), false, true)
        );
        // All of them are alike: that says nothing about any of them.
        assert_eq!(told(ours(40).collect()), (Some(5), false, false));
        assert_eq!(told(ours(9).chain(others(9)).collect()), (None, false, false));
    }

    #[test]
    fn a_queue_that_nobody_answers_has_no_time() {
        let times = answer_times((1..=50).map(|n| wait(n, false)).collect());
        assert_eq!((times.answered, times.median), (0, None));
    }

    #[test]
    fn tickets_of_a_moment_ago_hold_nothing_back() {
        let answered = (0..40).map(|_| wait(10, true));
        let times = answer_times(answered.chain((0..40).map(|_| wait(0, false))).collect());
        assert_eq!(minutes(times.median), Some(10));
    }
}
