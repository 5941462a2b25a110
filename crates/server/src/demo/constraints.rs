//! What is to be heeded about some of the demo's customers: one in twenty, of every kind, and not all of it holds any more.

use std::time::Duration;

use proofdesk_desk::constraint::Kind;
use proofdesk_desk::constraint::actions::{ConstraintDraft, add, end};
use proofdesk_desk::id::{ConstraintId, CustomerId};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, Error, Result, Timestamp};
use proofdesk_locale::Locale;

use super::cast::{Area, answering};
use super::dice::{Dice, mix};
use super::found::cx_at;
use super::letter::Teller;
use super::seed::Population;
use super::tale::Tale;

const DAY: u64 = 24 * 3_600;
/// After so many days one is over, or somebody ends it.
const OVER: u64 = 12;

/// How one ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Endless,
    /// It holds until a moment that has not come yet.
    Holds,
    /// Its time is over.
    Expired,
    /// Somebody ends it.
    Ended,
}

/// One that will be added.
struct Planned {
    number: u64,
    /// The customer's place among the people.
    customer: usize,
    kind: Kind,
    fate: Fate,
    day: u64,
    added: Option<ConstraintId>,
}

/// All of a demo, each at its day.
pub struct Constraints {
    seed: u64,
    planned: Vec<Planned>,
    teller: Teller,
}

impl Constraints {
    /// One in twenty customers has one, at least one customer for each kind; every third of them has a second one.
    pub fn new(seed: u64, population: &Population) -> Self {
        let people = population.people.len();
        let with = (people / 20).max(Kind::ALL.len()).min(people);
        let mut planned = Vec::new();
        for nth in 0..with {
            let customer = (nth * people).checked_div(with).unwrap_or(0);
            for kind in [Some(nth), (nth % 3 == 2).then_some(nth + 2)].into_iter().flatten() {
                let number = u64::try_from(planned.len()).unwrap_or(0);
                let Some(kind) = Kind::ALL.iter().cycle().nth(kind) else { continue };
                let day = Dice::named(seed ^ number, "constraint").between(5, 70);
                let fate = match number % 4 {
                    0 | 2 => Fate::Endless,
                    1 => Fate::Holds,
                    _ if number % 8 == 7 => Fate::Ended,
                    _ => Fate::Expired,
                };
                planned.push(Planned { number, customer, kind: *kind, fate, day, added: None });
            }
        }
        Self { seed, planned, teller: Teller::default() }
    }

    /// Adds and ends what is to be on a day.
    ///
    /// # Errors
    /// Those of the verbs.
    pub async fn of_day(
        &mut self,
        desk: &Desk,
        people: &Population,
        day: u64,
        at: Timestamp,
    ) -> Result<()> {
        for one in &mut self.planned {
            let ends = one.fate == Fate::Ended && one.day + OVER == day;
            if one.day != day && !ends {
                continue;
            }
            let (customer_id, tale) = whose(self.seed, people, one, at)?;
            let agent = people.ground.members.get(tale.agent).cloned();
            let agent = agent.ok_or(Error::Broken { what: "a constraint of nobody" })?;
            let (purpose, viewer) = (format!("constraint {}", one.number), Viewer::Staff(agent));
            if let (true, Some(id)) = (ends, one.added) {
                let cx = cx_at(self.seed, &format!("{purpose} ends"), at, viewer);
                desk.write(cx, async move |tx, cx| end(tx, cx, customer_id, id).await).await?;
                continue;
            }
            let person = people.people.get(one.customer);
            let person = person.ok_or(Error::Broken { what: "a constraint of nobody" })?;
            let key = format!("constraint.{}", one.kind);
            let text = self.teller.inside((&tale, person), &key, (one.number, at), "");
            let until = match one.fate {
                Fate::Endless | Fate::Ended => None,
                Fate::Holds => Some(at + Duration::from_secs(200 * DAY)),
                Fate::Expired => Some(at + Duration::from_secs(OVER * DAY)),
            };
            let draft = ConstraintDraft { kind: one.kind, text, from: None, until };
            let cx = cx_at(self.seed, &purpose, at, viewer);
            let added = desk.write(cx, async move |tx, cx| add(tx, cx, customer_id, &draft).await);
            one.added = Some(Box::pin(added).await?);
        }
        Ok(())
    }
}

/// The customer, and what their constraint is told from: whoever answers them writes it, Chinese among those who speak it.
fn whose(
    seed: u64,
    people: &Population,
    one: &Planned,
    at: Timestamp,
) -> Result<(CustomerId, Tale)> {
    let nobody = || Error::Broken { what: "a constraint of nobody" };
    let customer = people.customers.get(one.customer).ok_or_else(nobody)?;
    let locale = people.people.get(one.customer).ok_or_else(nobody)?.locale;
    let agent = answering(locale, Area::Trade).first().copied().ok_or_else(nobody)?;
    let tale = Tale::of(mix(seed), one.number, at, &people.people).ok_or_else(nobody)?;
    let told = if locale == Locale::ZhHans { locale } else { Locale::En };
    Ok((customer.customer_id, Tale { customer: one.customer, agent, ..tale.told_in(told) }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::demo::inside::lines;

    #[test]
    fn every_kind_has_words() {
        for locale in [Locale::En, Locale::ZhHans] {
            for kind in Kind::ALL {
                assert!(lines(locale).unwrap().has(&format!("constraint.{kind}")), "{kind}");
            }
        }
    }
}
