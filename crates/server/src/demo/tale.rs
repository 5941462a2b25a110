//! One ticket's course in outline: whose it is, what it is about, who answers. It follows from the demo's seed and the
//! ticket's number alone, so nothing of it has to be kept between its messages.

use proofdesk_desk::Timestamp;
use proofdesk_locale::Locale;

use super::cast::{self, Area};
use super::dice::{Dice, mix};
use super::names;
use super::story::{Scenario, Story};

/// How often an issue category comes up, in parts of their sum.
#[rustfmt::skip]
const CATEGORIES: &[(&str, u64)] = &[
    ("deposit-not-credited", 210), ("withdrawal-pending", 130), ("withdrawal-failed", 60), ("wrong-network", 55),
    ("missing-memo", 45), ("api-error", 60), ("order-rejected", 45), ("liquidation-dispute", 40),
    ("settlement-question", 32), ("earn-and-staking", 40), ("login-or-2fa", 80), ("account-change", 35), ("kyc", 60),
    ("theft", 30), ("impersonation", 25), ("fees", 40), ("suggestion", 25), ("complaint", 22), ("other", 40),
];

/// How many customers speak a language, in parts of their sum.
const fn speakers(locale: Locale) -> u64 {
    match locale {
        Locale::En => 26,
        Locale::ZhHans => 22,
        Locale::ZhHant | Locale::Ja | Locale::Ko | Locale::Ru | Locale::Es => 7,
        Locale::Tr | Locale::Vi | Locale::Ar => 6,
    }
}

/// A customer before they are a row.
#[derive(Clone, Debug)]
pub struct Person {
    pub name: names::Name,
    pub locale: Locale,
    /// IANA name.
    pub zone: &'static str,
    pub email: String,
    pub phone: Option<String>,
    /// 16 letters and digits.
    pub uid: String,
    /// The account's stable id at the exchange.
    pub sub: String,
    /// The place of the brand in [`cast::BRANDS`].
    pub brand: usize,
    /// VIP tier, 0 for none.
    pub tier: u64,
}

impl Person {
    /// The customer of a number. The first of them speak one language each.
    pub fn of(seed: u64, number: u64) -> Self {
        let mut dice = Dice::named(seed ^ mix(number), "person");
        let spoken: Vec<Locale> = Story::locales().collect();
        let chosen = dice.weighted(spoken.iter().map(|locale| speakers(*locale)));
        let place = usize::try_from(number).ok().filter(|n| *n < spoken.len()).unwrap_or(chosen);
        let locale = spoken.get(place).copied().unwrap_or_default();
        Self {
            name: names::name(locale, &mut dice),
            locale,
            zone: names::zone(locale, &mut dice),
            email: names::email(&mut dice),
            phone: dice.chance(700).then(|| names::phone(locale, &mut dice)),
            uid: dice.letters(b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16),
            sub: format!("demo-{:05}", number + 1),
            brand: usize::from(dice.chance(200)),
            tier: if dice.chance(150) { dice.between(1, 5) } else { 0 },
        }
    }
}

/// A ticket in outline.
#[derive(Clone, Copy, Debug)]
pub struct Tale {
    /// What everything about it follows from.
    pub seed: u64,
    pub opened_at: Timestamp,
    pub story: &'static Story,
    pub scenario: &'static Scenario,
    /// The customer's number.
    pub customer: usize,
    /// Who answers, by place in [`cast::CAST`].
    pub agent: usize,
    pub area: Area,
}

impl Tale {
    /// The ticket of a number, opened by one of these customers. `None` when there is nobody, or nothing to tell.
    pub fn of(seed: u64, number: u64, opened_at: Timestamp, people: &[Person]) -> Option<Self> {
        let seed = mix(seed ^ mix(number.wrapping_add(0x7461_6c65)));
        let mut dice = Dice::named(seed, "tale");
        let count = u64::try_from(people.len()).unwrap_or(0);
        let customer = usize::try_from(dice.below(count)).ok()?;
        let story = Story::of(people.get(customer)?.locale)?;
        let (category, _) =
            CATEGORIES.get(dice.weighted(CATEGORIES.iter().map(|(_, weight)| *weight)))?;
        let scenario = story.pick(category, &mut dice)?;
        let area = Area::of(category);
        let agent = *dice.pick(&cast::answering(story.locale, area))?;
        Some(Self { seed, opened_at, story, scenario, customer, agent, area })
    }

    /// The same ticket in the words of another language, for who writes of it among themselves.
    pub fn told_in(&self, locale: Locale) -> Self {
        Self { story: Story::of(locale).unwrap_or(self.story), ..*self }
    }

    /// Dice that fall the same way in every message of the ticket.
    pub fn dice(&self, purpose: &str) -> Dice {
        Dice::named(self.seed, purpose)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proofdesk_desk::category;

    use super::*;

    #[test]
    fn every_category_has_a_share() {
        let named: BTreeSet<&str> = CATEGORIES.iter().map(|(slug, _)| *slug).collect();
        assert_eq!(named, category::BUILTIN.iter().copied().collect());
    }

    #[test]
    fn the_first_customers_speak_one_language_each() {
        let first: BTreeSet<Locale> = (0..10).map(|number| Person::of(7, number).locale).collect();
        assert_eq!(first, Story::locales().collect());
        let person = Person::of(7, 11);
        assert_eq!(person.uid.len(), 16);
        assert_eq!(person.sub, "demo-00012");
    }
}
