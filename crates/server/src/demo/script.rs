//! What happens to one ticket, and when. A script is a short list of steps in order of time; the words are found when
//! a step runs.

use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_desk::ticket::{Priority, StatusCategory};

use super::dice::Dice;
use super::inside::Inside;
use super::letter::Part;
use super::story::Scenario;
use super::tale::Tale;

/// One thing that somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The customer opens the ticket, with so many files.
    Open {
        files: u8,
    },
    /// It is handed to its team, and to the agent unless it waits in the team's queue.
    Assign {
        to_agent: bool,
    },
    Tag,
    Priority(Priority),
    /// A message or note; an agent's reply may set the status with it.
    Say {
        part: Part,
        then: Option<StatusCategory>,
    },
    /// The customer says that it is solved.
    Solve,
    /// The agent sets the status.
    Status(StatusCategory),
    /// What customers do not see: departments, mentions and followers. No script has it; a desk that is filled adds it.
    Inside(Inside),
}

impl Act {
    /// The same, but nothing is attached.
    #[must_use]
    pub const fn without_files(self) -> Self {
        match self {
            Self::Open { .. } => Self::Open { files: 0 },
            other => other,
        }
    }
}

/// A step of a ticket's script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: Timestamp,
    /// Its place in the script, which makes its words its own.
    pub place: u64,
    pub act: Act,
}

/// How much people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Threads of one to nine messages.
    Threads,
    /// Mostly a single message: 1.3 on average, as in a desk of many small questions.
    Short,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 3_600;
/// What is younger may still be under way.
const RECENT: Duration = Duration::from_secs(14 * 24 * HOUR);

/// The script of a tale, up to `now`: what would happen later does not happen yet.
pub fn script(tale: &Tale, length: Length, now: Timestamp) -> Vec<Step> {
    let mut writer =
        Writer { steps: Vec::with_capacity(12), at: tale.opened_at, dice: tale.dice("script") };
    writer.write(tale, length);
    if tale.opened_at > now - RECENT && writer.dice.chance(350) {
        // Nobody came to it yet: a desk always has work that is under way.
        let done = writer.dice.between(1, u64::try_from(writer.steps.len()).unwrap_or(1));
        writer.steps.truncate(usize::try_from(done).unwrap_or(1));
    }
    writer.steps.retain(|step| step.at <= now);
    writer.steps
}

/// How a case ends for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// What did not work works.
    Mended,
    /// A question was answered.
    Told,
    /// The answer is not the one that was hoped for, or the harm is done.
    Regretted,
}

impl End {
    fn of(scenario: &Scenario) -> Self {
        match (scenario.category, scenario.name) {
            ("deposit-not-credited", "token")
            | ("wrong-network", "unsupported")
            | ("missing-memo", "wrong")
            | ("theft" | "liquidation-dispute" | "complaint" | "settlement-question", _) => {
                Self::Regretted
            }
            ("suggestion" | "fees" | "other" | "impersonation", _)
            | ("earn-and-staking" | "account-change", _) => Self::Told,
            _ => Self::Mended,
        }
    }
}

struct Writer {
    steps: Vec<Step>,
    at: Timestamp,
    dice: Dice,
}

impl Writer {
    fn write(&mut self, tale: &Tale, length: Length) {
        let files = if self.dice.chance(100) { 1 + u8::from(self.dice.chance(300)) } else { 0 };
        self.step(Act::Open { files });
        if length == Length::Short {
            return self.short();
        }
        self.triage(tale);
        let asks = tale.scenario.lines.has("q");
        let end = End::of(tale.scenario);
        match self.dice.below(100) {
            // Waits for the customer, who does not come back.
            0..8 if asks => self.unanswered(),
            // With another department; the customer grows impatient.
            8..26 if end != End::Told => self.long(asks, end),
            26..36 if end == End::Mended => self.reopened(),
            36..64 if asks => self.asked(end),
            _ => self.quick(end),
        }
        self.close();
    }

    fn short(&mut self) {
        match self.dice.below(10) {
            0..3 => {
                self.wait(20 * MINUTE, 20 * HOUR);
                self.say(Part::Verdict, Some(StatusCategory::Solved));
            }
            3 => {
                self.wait(5 * MINUTE, 4 * HOUR);
                self.step(Act::Assign { to_agent: true });
            }
            _ => {}
        }
    }

    /// Somebody looks at the new ticket and puts it where it belongs.
    fn triage(&mut self, tale: &Tale) {
        self.wait(2 * MINUTE, 3 * HOUR);
        let to_agent = !self.dice.chance(60);
        self.step(Act::Assign { to_agent });
        let priority = match tale.scenario.category {
            "theft" => Some(Priority::Urgent),
            "liquidation-dispute" | "impersonation" | "complaint" => Some(Priority::High),
            "withdrawal-pending" | "wrong-network" if self.dice.chance(300) => Some(Priority::High),
            "suggestion" => Some(Priority::Low),
            _ if self.dice.chance(40) => Some(Priority::Low),
            _ => None,
        };
        if let Some(priority) = priority {
            self.soon();
            self.step(Act::Priority(priority));
        }
        if self.dice.chance(450) {
            self.soon();
            self.step(Act::Tag);
        }
        if self.dice.chance(220) {
            self.soon();
            self.say(Part::Note, None);
        }
    }

    fn quick(&mut self, end: End) {
        self.wait(10 * MINUTE, 9 * HOUR);
        self.say(Part::Verdict, Some(StatusCategory::Solved));
        self.thanks(end);
    }

    fn asked(&mut self, end: End) {
        self.question();
        self.wait(6 * MINUTE, 12 * HOUR);
        self.say(Part::Answer, None);
        if self.dice.chance(300) {
            self.wait(5 * MINUTE, 2 * HOUR);
            self.say(Part::Look, Some(StatusCategory::WaitingOnInternal));
        }
        self.wait(15 * MINUTE, 8 * HOUR);
        self.say(Part::Verdict, Some(StatusCategory::Solved));
        self.thanks(end);
    }

    fn unanswered(&mut self) {
        self.question();
        self.wait(40 * HOUR, 80 * HOUR);
        self.say(Part::Remind, Some(StatusCategory::WaitingOnCustomer));
        self.wait(70 * HOUR, 120 * HOUR);
        self.step(Act::Status(StatusCategory::Solved));
    }

    fn long(&mut self, asks: bool, end: End) {
        if asks && self.dice.chance(400) {
            self.question();
            self.wait(6 * MINUTE, 6 * HOUR);
            self.say(Part::Answer, None);
        }
        self.wait(10 * MINUTE, 4 * HOUR);
        self.say(Part::Hand, None);
        self.soon();
        self.say(Part::Look, Some(StatusCategory::WaitingOnInternal));
        self.wait(8 * HOUR, 40 * HOUR);
        self.say(Part::Nudge, None);
        self.wait(10 * MINUTE, 5 * HOUR);
        self.say(Part::More, Some(StatusCategory::WaitingOnInternal));
        self.wait(10 * HOUR, 60 * HOUR);
        self.say(Part::Verdict, Some(StatusCategory::Solved));
        self.thanks(end);
    }

    fn reopened(&mut self) {
        self.wait(10 * MINUTE, 9 * HOUR);
        self.say(Part::Verdict, Some(StatusCategory::Solved));
        self.wait(2 * HOUR, 30 * HOUR);
        self.say(Part::Reopen, None);
        self.wait(10 * MINUTE, 4 * HOUR);
        self.say(Part::Again, Some(StatusCategory::WaitingOnInternal));
        if self.dice.chance(250) {
            self.soon();
            self.say(Part::Note, None);
        }
        self.wait(3 * HOUR, 30 * HOUR);
        self.say(Part::Done, Some(StatusCategory::Solved));
        self.thanks(End::Mended);
    }

    fn question(&mut self) {
        self.wait(8 * MINUTE, 5 * HOUR);
        self.say(Part::Question, Some(StatusCategory::WaitingOnCustomer));
    }

    /// Most just take the answer; some say so.
    fn thanks(&mut self, end: End) {
        let thanks = match end {
            End::Mended => Part::Thanks,
            End::Told => Part::Clear,
            End::Regretted => return,
        };
        match self.dice.below(100) {
            0..30 => {
                self.wait(5 * MINUTE, 20 * HOUR);
                self.say(thanks, None);
                self.wait(4 * MINUTE, 3 * HOUR);
                self.say(Part::Welcome, Some(StatusCategory::Solved));
            }
            30..38 => {
                self.wait(MINUTE, 20 * HOUR);
                self.say(thanks, None);
                self.soon();
                self.step(Act::Solve);
            }
            _ => {}
        }
    }

    /// What is solved is closed some days later.
    fn close(&mut self) {
        if self.dice.chance(850) {
            self.wait(96 * HOUR, 192 * HOUR);
            self.step(Act::Status(StatusCategory::Closed));
        }
    }

    fn say(&mut self, part: Part, then: Option<StatusCategory>) {
        self.step(Act::Say { part, then });
    }

    fn step(&mut self, act: Act) {
        let place = u64::try_from(self.steps.len()).unwrap_or(0);
        self.steps.push(Step { at: self.at, place, act });
    }

    /// Time passes: mostly nearer to the shorter wait.
    fn wait(&mut self, from: u64, to: u64) {
        let span = self.dice.between(from, to).min(self.dice.between(from, to));
        let micros = self.dice.below(1_000_000);
        self.at = self.at + Duration::from_secs(span) + Duration::from_micros(micros);
    }

    fn soon(&mut self) {
        self.wait(20, 6 * MINUTE);
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::demo::tale::Person;

    fn scripts(length: Length) -> Vec<Vec<Step>> {
        let people: Vec<Person> = (0..20).map(|n| Person::of(3, n)).collect();
        let at = Timestamp::from_micros(1_789_302_400_000_000);
        let far = at + Duration::from_secs(100 * 24 * HOUR);
        (0..2_000).map(|n| script(&Tale::of(3, n, at, &people).unwrap(), length, far)).collect()
    }

    fn messages(steps: &[Step]) -> usize {
        let told = |step: &&Step| match step.act {
            Act::Open { .. } => true,
            Act::Say { part, .. } => !part.is_internal(),
            _ => false,
        };
        steps.iter().filter(told).count()
    }

    #[test]
    fn threads_have_one_to_nine_messages_in_order_of_time() {
        let scripts = scripts(Length::Threads);
        let counts: Vec<usize> = scripts.iter().map(|steps| messages(steps)).collect();
        assert_eq!((counts.iter().min(), counts.iter().max()), (Some(&2), Some(&9)));
        for steps in scripts {
            assert!(steps.iter().zip(steps.iter().skip(1)).all(|(a, b)| a.at < b.at), "{steps:?}");
            assert!(matches!(steps.first().unwrap().act, Act::Open { .. }));
        }
    }

    #[test]
    fn short_ones_have_about_one_and_a_third() {
        let total: usize = scripts(Length::Short).iter().map(|steps| messages(steps)).sum();
        assert!((2_500..2_700).contains(&total), "{total}");
    }
}
