//! What customers of the demo answer to the questions of a form: the same facts that they write about, mostly whole. Now and
//! then something is left out, and said when an agent asks.

use proofdesk_desk::form::{Answers, Need, OTHER, Question, QuestionKind, builtin};

use super::facts::Facts;
use super::letter::Teller;

/// Of a thousand mandatory answers so many are there from the beginning.
const MANDATORY: u64 = 900;
/// The same of the helpful ones.
const HELPFUL: u64 = 550;

/// The answers with which a ticket is opened.
pub fn given(facts: &Facts<'_>, files: &[&str]) -> Answers {
    collect(facts, files, |question| is_given(facts, question))
}

/// Mandatory ones that were left out, as they are given later.
pub fn later(facts: &Facts<'_>) -> Answers {
    let first = given(facts, &[]);
    collect(facts, &[], |question| {
        question.need == Need::Mandatory && !first.contains_key(&question.key)
    })
}

fn collect(facts: &Facts<'_>, files: &[&str], is_wanted: impl Fn(&Question) -> bool) -> Answers {
    let mut answers = Answers::new();
    for question in builtin::form(facts.tale.scenario.category).questions {
        if !question.is_asked(&answers) || !is_wanted(&question) {
            continue;
        }
        let value = match question.kind {
            QuestionKind::File if files.is_empty() => None,
            QuestionKind::File => Some(files.join(", ")),
            _ => value(facts, &question.key),
        };
        match value {
            Some(value) => answers.insert(question.key, Some(value)),
            None if has_no(facts, &question) => answers.insert(question.key, None),
            None => None,
        };
    }
    answers
}

fn is_given(facts: &Facts<'_>, question: &Question) -> bool {
    let share = match (question.kind, question.need) {
        (QuestionKind::File, _) => 1_000,
        (_, Need::Mandatory) => MANDATORY,
        (_, Need::Helpful) => HELPFUL,
    };
    facts.tale.dice(&format!("answers {}", question.key)).chance(share)
}

/// Whether the customer says that they do not have it.
fn has_no(facts: &Facts<'_>, question: &Question) -> bool {
    question.can_lack && question.key == "memo" && facts.tale.scenario.name == "none"
}

fn value(facts: &Facts<'_>, key: &str) -> Option<String> {
    let scenario = facts.tale.scenario;
    let mentions = |slot: &str| scenario.lines.mention(slot);
    // What was not sent, or is held, has no hash yet.
    let was_sent = !scenario.category.starts_with("withdrawal") || scenario.name == "onchain";
    let has_hash = was_sent && (mentions("{tx}") || mentions("{link}"));
    let (over, expected) = facts.networks();
    match key {
        "asset" => facts.get("coin"),
        "network" if scenario.name == "unsupported" => Some(OTHER.to_owned()),
        "expected-network" if scenario.name == "unsupported" => Some(over.to_owned()),
        "network" => Some(over.to_owned()),
        "expected-network" => Some(expected.to_owned()),
        "tx" if has_hash => facts.get("tx"),
        "amount" if mentions("{amount}") => facts.get("amount"),
        "address" if scenario.category != "impersonation" => facts.get("addr"),
        // The one that was used.
        "memo" if scenario.name != "none" => facts.get("memo2"),
        "time" => facts.get("when"),
        "library" => facts.get("lib"),
        "market" => facts.get("pair"),
        "order" if mentions("{order}") => facts.get("order"),
        "expected" => facts.get("owed"),
        "handle" => facts.get("handle"),
        "request" | "response" => log(facts, key),
        "error" if scenario.code.is_some() => {
            Some(format!("{} {}", facts.get("err")?, facts.get("errmsg")?))
        }
        "disputed" => Some(Teller::subject(facts.tale, facts.person)),
        "wanted" => Some(wanted(facts)),
        _ => choice(scenario.name, key).map(str::to_owned),
    }
}

/// What a complaint is to lead to: the words with which the customer would answer an agent who asks, or those of the subject.
fn wanted(facts: &Facts<'_>) -> String {
    let mut dice = facts.tale.dice("wanted");
    match facts.tale.scenario.lines.pick("a", &mut dice) {
        Some(template) => facts.expand(template, &mut dice),
        None => Teller::subject(facts.tale, facts.person),
    }
}

/// A client's log is what was asked, and in its last line what the exchange answered.
fn log(facts: &Facts<'_>, key: &str) -> Option<String> {
    let log = facts.get("log")?;
    let (request, response) = log.rsplit_once('\n')?;
    Some(if key == "request" { request } else { response }.to_owned())
}

fn choice(scenario: &str, key: &str) -> Option<&'static str> {
    Some(match (key, scenario) {
        ("product", _) => "dual-investment",
        ("earning", _) => "staking",
        ("lost", "mail") => "email",
        ("lost", _) => "authenticator",
        ("change", _) => "email",
        ("old-access", _) => "no",
        ("check", _) => "rejected",
        ("taken", "drained") => "withdrawal",
        ("taken", _) => "other",
        ("fee", "tier") => "trading",
        ("fee", _) => "withdrawal",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use std::collections::BTreeMap;

    use proofdesk_desk::Timestamp;
    use proofdesk_desk::form::answer;

    use super::*;
    use crate::demo::facts::Voice;
    use crate::demo::tale::{Person, Tale};

    #[test]
    fn every_answer_is_one_that_its_form_takes_and_most_are_whole() {
        let people: Vec<Person> = (0..40).map(|n| Person::of(9, n)).collect();
        let at = Timestamp::from_micros(1_789_302_400_000_000);
        let mut whole: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for number in 0..3_000 {
            let tale = Tale::of(9, number, at, &people).unwrap();
            let person = people.get(tale.customer).unwrap();
            let voice = Voice::Customer;
            let facts = Facts { tale: &tale, person, voice, at, fresh: tale.seed };
            let form = builtin::form(tale.scenario.category);
            let mut answers = given(&facts, &["screen.png"]);
            let missing = form.completeness(&answers).missing;
            let late = later(&facts);
            for answers in [&answers, &late] {
                let read = answer::read_all(&form, &Answers::new(), answers);
                assert!(read.is_ok(), "{} {answers:?} {read:?}", tale.scenario.category);
            }
            answers.extend(late);
            assert_eq!(form.completeness(&answers).missing, Vec::<String>::new(), "{missing:?}");
            let (all, of) = whole.entry(tale.scenario.category).or_default();
            *all += usize::from(missing.is_empty());
            *of += 1;
        }
        let (all, of) = whole.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        assert!(all * 10 > of * 6 && all < of, "{whole:?}");
    }
}
