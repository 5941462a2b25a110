//! What customers do not see of a ticket: departments that are asked, notes that mention colleagues, and who follows it.
//!
//! No script has any of it. While a desk is filled, [`Planner`] adds it between the steps of some tickets; its texts are
//! those of `inside/*.story`, in the language of whoever reads them.

use std::sync::LazyLock;
use std::time::Duration;

use proofdesk_desk::Timestamp;
use proofdesk_desk::ticket::{Priority, StatusCategory};
use proofdesk_locale::Locale;

use super::cast::{Area, CAST, DEPARTMENTS, answering};
use super::script::{Act, Step};
use super::story::{Lines, Story};
use super::tale::Tale;

const FILES: &[(Locale, &str)] = &[
    (Locale::En, include_str!("inside/en.story")),
    (Locale::ZhHans, include_str!("inside/zh-Hans.story")),
    (Locale::ZhHant, include_str!("inside/zh-Hant.story")),
    (Locale::Es, include_str!("inside/es.story")),
];

static STORIES: LazyLock<Vec<Story>> =
    LazyLock::new(|| FILES.iter().map(|(locale, text)| Story::parse(*locale, text).0).collect());

/// What is said in a language; `None` where the desk writes English among itself.
pub fn lines(locale: Locale) -> Option<&'static Lines> {
    STORIES.iter().find(|story| story.locale == locale).map(|story| &story.common)
}

/// One thing that happens beside the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// The agent asks a department; the ticket may wait for it.
    Ask {
        topic: Topic,
        pauses: bool,
    },
    /// The agent asks it one thing more.
    AskMore(Topic),
    /// It answers what it was asked last: the first thing, or the other one.
    Answer {
        topic: Topic,
        is_second: bool,
    },
    /// The agent closes the conversation.
    Close,
    Mention(Whom),
    /// A member, by their place in [`CAST`], reads the ticket.
    Read(usize),
    /// A member follows it.
    Follow(usize),
}

/// Whom a note mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// A member, by their place in [`CAST`].
    Member(usize),
    /// The team of the ticket.
    Team,
}

/// What a department is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Node,
    Engine,
    Risk,
    Legal,
}

impl Topic {
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Node, Self::Engine, Self::Risk, Self::Legal];

    /// What the agent of a ticket asks about it. Risk is asked by those who speak its language.
    fn of(tale: &Tale, turn: u64) -> Self {
        let speaks = |place: usize| {
            let locale = Self::Risk.locale();
            CAST.get(place).is_some_and(|member| member.languages.contains(&locale))
        };
        match tale.area {
            Area::Security if speaks(tale.agent) => Self::Risk,
            Area::Money if speaks(tale.agent) && turn.is_multiple_of(2) => Self::Risk,
            Area::Money => Self::Node,
            Area::Trade => match tale.scenario.category {
                "liquidation-dispute" | "settlement-question" => Self::Legal,
                _ => Self::Engine,
            },
            Area::Security | Area::People => Self::Legal,
        }
    }

    /// The department's place in [`DEPARTMENTS`].
    pub const fn department(self) -> usize {
        match self {
            Self::Node | Self::Engine => 0,
            Self::Risk => 1,
            Self::Legal => 2,
        }
    }

    /// The department's language.
    pub fn locale(self) -> Locale {
        DEPARTMENTS.get(self.department()).map_or(Locale::En, |department| department.locale)
    }

    /// The key of what is said about it: `s` the subject, `q` the question, and so on.
    pub fn key(self, what: &str) -> String {
        let topic = match self {
            Self::Node => "node",
            Self::Engine => "engine",
            Self::Risk => "risk",
            Self::Legal => "legal",
        };
        format!("{topic}.{what}")
    }
}

/// The language in which a ticket's agent writes to a colleague about it: the customer's if another one speaks it.
pub fn language(tale: &Tale) -> Locale {
    let locale = tale.story.locale;
    let is_shared = answering(locale, tale.area).iter().any(|place| *place != tale.agent);
    if is_shared && lines(locale).is_some() { locale } else { Locale::En }
}

/// The administrator, with whom the demo is looked at first: their place in [`CAST`].
const FIRST: usize = 0;
/// The team leads.
const LEADS: [usize; 2] = [1, 2];
/// What is added has places of its own, so that the words of the script stay what they are.
const PLACES: u64 = 100;
const MINUTE: Duration = Duration::from_secs(60);
/// Whoever has less time than this before the next step asks nobody.
const LEAST: Duration = Duration::from_secs(45 * 60);
/// A mention of one's own that is younger was not read yet.
const RECENT: Duration = Duration::from_secs(14 * 24 * 3_600);

/// One in so many of what comes by.
struct Turns {
    every: u64,
    seen: u64,
}

impl Turns {
    /// About `wanted` of `of`.
    fn new(of: u64, wanted: u64) -> Self {
        Self { every: of.checked_div(wanted).unwrap_or(1).max(1), seen: 0 }
    }

    /// The number of the turn, when it is one.
    fn take(&mut self) -> Option<u64> {
        let seen = self.seen;
        self.seen += 1;
        match seen.checked_rem(self.every) {
            Some(0) => seen.checked_div(self.every),
            _ => None,
        }
    }
}

/// Chooses the tickets of a filling to which something is added: some dozens of each, however many tickets there are.
pub struct Planner {
    now: Timestamp,
    /// Tickets that wait for a department now.
    waiting: Turns,
    /// Tickets that did for a while.
    passed: Turns,
    recent: Turns,
    earlier: Turns,
    followed: Turns,
}

impl Planner {
    pub fn new(tickets: u64, now: Timestamp) -> Self {
        Self {
            now,
            // One in so many of these tickets alone, so the numbers that come of it are smaller.
            waiting: Turns::new(tickets, 1_500),
            passed: Turns::new(tickets, 250),
            recent: Turns::new(tickets, 150),
            earlier: Turns::new(tickets, 75),
            followed: Turns::new(tickets, 300),
        }
    }

    /// Adds to a ticket's steps what happens inside, in order of time.
    pub fn add(&mut self, tale: &Tale, steps: &mut Vec<Step>) {
        let mut added = Added(Vec::new());
        self.ask(tale, steps, &mut added);
        self.mention(tale, steps, &mut added);
        self.follow(tale, steps, &mut added);
        steps.extend(added.0);
        steps.sort_by_key(|step| step.at);
    }

    /// Where a ticket was handed to a department, that one is asked.
    fn ask(&mut self, tale: &Tale, steps: &[Step], added: &mut Added) {
        let handed = |step: &Step| {
            matches!(step.act, Act::Say { then: Some(StatusCategory::WaitingOnInternal), .. })
        };
        let Some(place) = steps.iter().rposition(handed) else { return };
        let Some(from) = steps.get(place).map(|step| step.at) else { return };
        let next = steps.iter().skip(place + 1).find(|step| !is_note(step));
        let turns = if next.is_some() { &mut self.passed } else { &mut self.waiting };
        let Some(turn) = turns.take() else { return };
        let gap = Gap { from, length: between(from, next.map_or(self.now, |step| step.at)) };
        let waits = next.is_none();
        if !waits && gap.length < LEAST {
            return;
        }
        let (topic, pauses) = (Topic::of(tale, turn), waits || turn % 5 != 4);
        added.push(gap.at(50, 20 * MINUTE), Inside::Ask { topic, pauses });
        if waits && turn % 4 != 3 {
            return;
        }
        let mut dice = tale.dice("inside");
        added.push(gap.part(dice.between(250, 450)), Inside::Answer { topic, is_second: false });
        if !waits && turn % 4 == 1 {
            added.push(gap.part(dice.between(470, 520)), Inside::AskMore(topic));
            let again = Inside::Answer { topic, is_second: true };
            added.push(gap.part(dice.between(600, 720)), again);
        }
        if !waits && turn % 4 != 2 {
            added.push(gap.part(dice.between(750, 900)), Inside::Close);
        }
    }

    /// Before an agent writes to the customer, they write to a colleague.
    fn mention(&mut self, tale: &Tale, steps: &[Step], added: &mut Added) {
        let taken = |step: &Step| step.act == Act::Assign { to_agent: true };
        let Some(place) = steps.iter().position(taken) else { return };
        let triage = steps.iter().skip(place).take_while(|step| is_triage(step)).last();
        let Some(from) = triage.map(|step| step.at) else { return };
        let next = steps.iter().skip(place).find(|step| !is_triage(step));
        let gap = Gap { from, length: between(from, next.map_or(self.now, |step| step.at)) };
        let is_recent = tale.opened_at > self.now - RECENT;
        let turns = if is_recent { &mut self.recent } else { &mut self.earlier };
        let Some(turn) = turns.take() else { return };
        let whom = whom(tale, turn, is_recent);
        added.push(gap.at(100, 15 * MINUTE), Inside::Mention(whom));
        if let Whom::Member(place) = whom
            && !is_recent
        {
            added.push(gap.at(600, 300 * MINUTE), Inside::Read(place));
        }
    }

    /// What is urgent is followed by the administrator or by a lead.
    fn follow(&mut self, tale: &Tale, steps: &[Step], added: &mut Added) {
        let raised =
            |step: &&Step| matches!(step.act, Act::Priority(Priority::High | Priority::Urgent));
        let Some(from) = steps.iter().find(raised).map(|step| step.at) else { return };
        let next = steps.iter().find(|step| step.at > from);
        let gap = Gap { from, length: between(from, next.map_or(self.now, |step| step.at)) };
        let Some(turn) = self.followed.take() else { return };
        let [one, other] = LEADS;
        let lead = if one == tale.agent || turn.is_multiple_of(2) { other } else { one };
        let place = if turn.is_multiple_of(3) { FIRST } else { lead };
        added.push(gap.at(300, 10 * MINUTE), Inside::Follow(place));
    }
}

/// Whom the agent of a ticket mentions: the administrator, who speaks English; somebody who knows the customer's
/// language; or the team.
fn whom(tale: &Tale, turn: u64, is_recent: bool) -> Whom {
    if is_recent && turn % 4 == 3 {
        return Whom::Team;
    }
    let locale = language(tale);
    let colleagues = answering(locale, tale.area);
    let others: Vec<usize> = colleagues.into_iter().filter(|place| *place != tale.agent).collect();
    match tale.dice("colleague").pick(&others) {
        Some(place) if locale != Locale::En || turn % 2 == 1 => Whom::Member(*place),
        _ => Whom::Member(FIRST),
    }
}

fn is_note(step: &Step) -> bool {
    matches!(step.act, Act::Say { part, .. } if part.is_internal())
}

fn is_triage(step: &Step) -> bool {
    matches!(step.act, Act::Assign { .. } | Act::Tag | Act::Priority(_)) || is_note(step)
}

/// The time until the next step of the script.
struct Gap {
    from: Timestamp,
    length: Duration,
}

impl Gap {
    /// So many thousandths of it are over.
    fn part(&self, per_mille: u64) -> Timestamp {
        self.at(per_mille, Duration::MAX)
    }

    /// The same, but no later than `most` after it began.
    fn at(&self, per_mille: u64, most: Duration) -> Timestamp {
        let micros = u64::try_from(self.length.as_micros()).unwrap_or(0);
        let part = u128::from(micros) * u128::from(per_mille) / 1_000;
        let part = Duration::from_micros(u64::try_from(part).unwrap_or(0));
        self.from + part.min(most)
    }
}

fn between(from: Timestamp, to: Timestamp) -> Duration {
    Duration::from_micros(u64::try_from(to.micros() - from.micros()).unwrap_or(0))
}

struct Added(Vec<Step>);

impl Added {
    fn push(&mut self, at: Timestamp, inside: Inside) {
        let place = PLACES + u64::try_from(self.0.len()).unwrap_or(0);
        self.0.push(Step { at, place, act: Act::Inside(inside) });
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use std::collections::HashSet;

    use super::*;
    use crate::demo::letter::{Teller, inside_line};
    use crate::demo::script::{Length, script};
    use crate::demo::tale::Person;

    fn now() -> Timestamp {
        Timestamp::from_micros(1_789_302_400_000_000)
    }

    fn tales(count: u64) -> (Vec<Person>, Vec<Tale>) {
        let people: Vec<Person> = (0..60).map(|n| Person::of(5, n)).collect();
        let opened = |n: u64| now() - Duration::from_secs((count - n) * 90 * 24 * 3_600 / count);
        let tales = (0..count).map(|n| Tale::of(5, n, opened(n), &people).unwrap()).collect();
        (people, tales)
    }

    /// Every key with the language it is said in.
    fn keys() -> Vec<(Locale, String)> {
        let mut keys = Vec::new();
        for (locale, _) in FILES {
            keys.push((*locale, "mention".to_owned()));
        }
        for topic in Topic::ALL {
            keys.extend(["s", "q", "a", "w", "b"].map(|what| (topic.locale(), topic.key(what))));
        }
        keys
    }

    #[test]
    fn every_line_is_read_and_every_key_is_there() {
        for (locale, text) in FILES {
            let (_, misread) = Story::parse(*locale, text);
            assert!(misread.is_empty(), "{locale:?}: {misread:?}");
            assert!(lines(*locale).unwrap().has("stamp.agent"), "{locale:?}");
        }
        for (locale, key) in keys() {
            assert!(lines(locale).unwrap().has(&key), "{locale:?} has no {key}");
        }
    }

    #[test]
    fn no_text_is_like_another_and_none_asks_for_a_secret() {
        let (people, tales) = tales(150);
        let (mut teller, mut seen) = (Teller::default(), HashSet::new());
        let mut masked = Vec::new();
        for tale in &tales {
            let person = people.get(tale.customer).unwrap();
            for (place, (locale, key)) in (PLACES..).zip(keys()) {
                let tale = tale.told_in(locale);
                let at = (place, tale.opened_at);
                let body = teller.inside((&tale, person), &key, at, "Ingrid Solheim");
                assert!(!body.contains(['{', '}', '[', ']', '|', '\\']), "{key}: {body}");
                assert!(!body.contains("  ") && !body.contains(" ,"), "{key}: {body}");
                assert_eq!(body.contains("@Ingrid Solheim"), key == "mention", "{key}: {body}");
                assert!(proofdesk_guard::outgoing::asks(&body).is_empty(), "{key}: {body}");
                if !proofdesk_guard::scan(&body).is_clean() {
                    masked.push(body.clone());
                }
                assert!(seen.insert(body.clone()), "{key} twice: {body}");
                let subject = inside_line((&tale, person), &key, at);
                assert!(!subject.is_empty() && subject.chars().count() < 1_000, "{subject}");
            }
        }
        // The guard takes a cut-off value or a UID for a password now and then; in a desk such a note stands with a mask.
        assert!(masked.len() * 200 < seen.len(), "{} of {}: {masked:#?}", masked.len(), seen.len());
    }

    #[test]
    fn some_dozens_are_added_in_their_time() {
        let (_, tales) = tales(3_000);
        let mut planner = Planner::new(3_000, now());
        let mut all = Vec::new();
        for tale in &tales {
            let plain = script(tale, Length::Threads, now());
            let mut steps = plain.clone();
            planner.add(tale, &mut steps);
            assert_eq!(steps.first(), plain.first());
            assert!(steps.iter().zip(steps.iter().skip(1)).all(|(a, b)| a.at <= b.at), "{steps:?}");
            assert!(steps.iter().all(|step| step.at <= now()), "{steps:?}");
            let inside = |step: &&Step| matches!(step.act, Act::Inside(_));
            assert_eq!(steps.iter().filter(|step| !inside(step)).count(), plain.len());
            all.extend(steps.into_iter().filter(|step| inside(&step)).map(|step| step.act));
        }
        let count = |is: fn(&Inside) -> bool| {
            all.iter().filter(|act| matches!(act, Act::Inside(inside) if is(inside))).count()
        };
        let asked = count(|inside| matches!(inside, Inside::Ask { .. }));
        assert!((30..200).contains(&asked), "{asked}");
        assert!(count(|inside| matches!(inside, Inside::Close)) > 10);
        let mine = |inside: &Inside| *inside == Inside::Mention(Whom::Member(FIRST));
        assert!((10..100).contains(&count(mine)));
        assert!(count(|inside| *inside == Inside::Mention(Whom::Team)) > 2);
        assert!((10..100).contains(&count(|inside| matches!(inside, Inside::Follow(_)))));
        for topic in Topic::ALL {
            let about = |act: &Act| matches!(act, Act::Inside(Inside::Ask { topic: of, .. }) if *of == topic);
            assert!(all.iter().any(about), "{topic:?}");
        }
    }
}
