//! How to reach us: how long tickets of a kind waited for their first answer, measured and not promised.

pub mod view;

use std::time::Duration;

pub use view::ALL;

/// One ticket: how long until staff first answered, or how long it has gone without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    pub took: Duration,
    /// `false`: no answer yet, or it ended without one. It may have taken any longer than this.
    pub answered: bool,
}

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
