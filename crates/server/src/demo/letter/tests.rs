#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::{BTreeSet, HashSet};

use proofdesk_locale::Locale;

use super::*;
use crate::demo::story::Story;

const PARTS: &[Part] = &[
    Part::Opening,
    Part::Question,
    Part::Answer,
    Part::Verdict,
    Part::Look,
    Part::Nudge,
    Part::More,
    Part::Remind,
    Part::Thanks,
    Part::Clear,
    Part::Welcome,
    Part::Reopen,
    Part::Again,
    Part::Done,
    Part::Note,
    Part::Hand,
];

fn people() -> Vec<Person> {
    (0..300).map(|number| Person::of(1, number)).collect()
}

fn tale(people: &[Person], number: u64) -> Tale {
    let at = Timestamp::from_micros(1_789_302_400_000_000);
    Tale::of(1, number, at, people).unwrap()
}

/// The parts that the scenario has a line for.
fn parts(tale: &Tale) -> impl Iterator<Item = (u64, Part)> {
    let lines = &tale.scenario.lines;
    (0..)
        .zip(PARTS.iter().copied())
        .filter(|(_, part)| !matches!(part, Part::Question | Part::Answer) || lines.has(part.key()))
}

/// Runs over every message of so many tickets.
fn each(tickets: u64, mut check: impl FnMut(&Tale, Part, &str)) {
    let people = people();
    let mut teller = Teller::default();
    for number in 0..tickets {
        let tale = tale(&people, number);
        let person = people.get(tale.customer).unwrap();
        for (place, part) in parts(&tale) {
            let body = teller.tell(&tale, person, part, place, tale.opened_at);
            check(&tale, part, &body);
        }
    }
}

#[test]
fn nobody_of_the_desk_asks_for_a_secret() {
    each(6_000, |tale, part, body| {
        if part.voice() == Voice::Customer || part.is_internal() {
            return;
        }
        let asks = proofdesk_guard::outgoing::asks(body);
        assert!(asks.is_empty(), "{} {} {part:?}: {body:?}", tale.story.locale, tale.scenario.name);
    });
}

#[test]
fn no_two_messages_are_alike() {
    let mut seen = HashSet::new();
    each(3_000, |tale, part, body| {
        assert!(!body.trim().is_empty(), "{:?} {part:?}", tale.scenario);
        let rests = proofdesk_guard::scan(body).masked;
        assert!(seen.insert(rests), "{part:?} twice: {body}");
    });
}

/// The same scenario to the same person, over and over: the templates have soon told all that they know.
#[test]
fn the_same_message_again_is_another_message() {
    let people = people();
    let mut teller = Teller::default();
    let tale = tale(&people, 3);
    let person = people.get(tale.customer).unwrap();
    let mut seen = HashSet::new();
    for number in 0..2_000 {
        let again = Tale { seed: mix(number), ..tale };
        let body = teller.tell(&again, person, Part::Verdict, 4, tale.opened_at);
        assert!(seen.insert(body.clone()), "{body}");
    }
}

#[test]
fn nothing_of_the_grammar_is_left_over() {
    let mut seen = BTreeSet::new();
    each(3_000, |tale, part, body| {
        seen.insert((tale.story.locale, tale.scenario.category));
        // What an API answers is JSON, with braces and quotes of its own.
        let prose = body.lines().filter(|line| !line.contains("{\"")).collect::<String>();
        assert!(!prose.contains(['{', '}', '[', ']', '|', '\\']), "{part:?}: {body}");
        assert!(!prose.contains("  ") && !prose.contains(" ,"), "{part:?}: {body}");
    });
    assert_eq!(seen.len(), Story::locales().count() * proofdesk_desk::category::BUILTIN.len());
}

#[test]
fn the_guard_finds_what_was_leaked_and_nothing_else() {
    let people = people();
    let mut teller = Teller::default();
    for number in 0..2_000 {
        let tale = tale(&people, number);
        let person = people.get(tale.customer).unwrap();
        let subject = Teller::subject(&tale, person);
        assert!(proofdesk_guard::scan(&subject).findings.is_empty(), "{subject}");
        assert!(!subject.contains(['{', '[', '|']) && subject.chars().count() <= 200, "{subject}");
        for (place, part) in parts(&tale) {
            let body = teller.tell(&tale, person, part, place, tale.opened_at);
            let findings = proofdesk_guard::scan(&body).findings;
            let leaks = tale.scenario.kind == Kind::Leak && part == Part::Opening;
            assert_eq!(findings.iter().any(|f| f.certain), leaks, "{body}");
            assert!(leaks || findings.is_empty(), "{body}");
        }
    }
}

#[test]
fn every_choice_of_every_line_resolves() {
    let people = people();
    for locale in Story::locales() {
        let person = people.iter().find(|person| person.locale == locale).unwrap();
        let story = Story::of(locale).unwrap();
        for scenario in &story.scenarios {
            let tale = Tale { story, scenario, ..tale(&people, 1) };
            for (key, template) in scenario.lines.all().chain(story.common.all()) {
                for seed in 0..12 {
                    let facts = Facts {
                        tale: &tale,
                        person,
                        voice: Voice::Agent,
                        at: tale.opened_at,
                        fresh: seed,
                    };
                    let text = facts.expand(template, &mut Dice::of(seed));
                    assert!(
                        !text.contains("{") || text.contains("{\""),
                        "{locale:?} {key}: {text}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_thread_reads_like_one() {
    let people = people();
    let mut teller = Teller::default();
    let first = (0..).map(|n| tale(&people, n)).find(|t| t.story.locale == Locale::En).unwrap();
    let person = people.get(first.customer).unwrap();
    let opening = teller.tell(&first, person, Part::Opening, 0, first.opened_at);
    let again = Teller::default().tell(&first, person, Part::Opening, 0, first.opened_at);
    assert_eq!(opening, again, "the same seed tells the same");
}
