//! Which categories fit what somebody wrote: by the words that customers have for their trouble, in ten languages
//! (`data/category-words`; docs/question-words.md is what their editor needs to know).

use std::sync::OnceLock;

use proofdesk_locale::Locale;
use proofdesk_search::Topics;

use super::BUILTIN;
use crate::limits;

const TEXTS: [(Locale, &str); 10] = [
    (Locale::En, include_str!("../../data/category-words/en.txt")),
    (Locale::ZhHans, include_str!("../../data/category-words/zh-Hans.txt")),
    (Locale::ZhHant, include_str!("../../data/category-words/zh-Hant.txt")),
    (Locale::Ja, include_str!("../../data/category-words/ja.txt")),
    (Locale::Ko, include_str!("../../data/category-words/ko.txt")),
    (Locale::Ru, include_str!("../../data/category-words/ru.txt")),
    (Locale::Es, include_str!("../../data/category-words/es.txt")),
    (Locale::Tr, include_str!("../../data/category-words/tr.txt")),
    (Locale::Vi, include_str!("../../data/category-words/vi.txt")),
    (Locale::Ar, include_str!("../../data/category-words/ar.txt")),
];

/// What is said for a category by so much less than for the first is not offered beside it.
const BESIDE: f32 = 0.3;
/// Less than this is no more than a guess.
const FAINT: f32 = 0.5;
/// From this on one category may stand alone.
const CERTAIN: f32 = 3.5;
/// From this on somebody may speak of a theft, which stands before whatever else was said.
const GRAVE: f32 = 2.0;

/// What a category is mistaken for, the likeliest first: who said little of one may mean another.
const NEAR: &[(&str, [&str; 2])] = &[
    ("deposit-not-credited", ["wrong-network", "withdrawal-pending"]),
    ("withdrawal-pending", ["withdrawal-failed", "deposit-not-credited"]),
    ("withdrawal-failed", ["withdrawal-pending", "wrong-network"]),
    ("wrong-network", ["deposit-not-credited", "missing-memo"]),
    ("missing-memo", ["deposit-not-credited", "wrong-network"]),
    ("api-error", ["order-rejected", "other"]),
    ("order-rejected", ["api-error", "liquidation-dispute"]),
    ("liquidation-dispute", ["order-rejected", "settlement-question"]),
    ("settlement-question", ["earn-and-staking", "liquidation-dispute"]),
    ("earn-and-staking", ["settlement-question", "fees"]),
    ("login-or-2fa", ["account-change", "theft"]),
    ("account-change", ["login-or-2fa", "kyc"]),
    ("kyc", ["account-change", "login-or-2fa"]),
    ("theft", ["impersonation", "login-or-2fa"]),
    ("impersonation", ["theft", "complaint"]),
    ("fees", ["withdrawal-pending", "complaint"]),
    ("suggestion", ["complaint", "other"]),
    ("complaint", ["suggestion", "other"]),
    ("other", ["suggestion", "complaint"]),
];

/// The words of all categories.
pub struct Words(Topics);

/// Those that the program has with it. A list that cannot be read would offer nothing; a test reads them all.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        Words::read(&TEXTS).unwrap_or_else(|error| {
            tracing::error!(%error, "the words of the categories cannot be read");
            Words(Topics::default())
        })
    })
}

impl Words {
    /// Reads the lists of languages, as [`Topics::read`] tells.
    ///
    /// # Errors
    /// Names language and line of what is no list, or speaks of a category that there is not.
    pub fn read(texts: &[(Locale, &str)]) -> Result<Self, proofdesk_search::Error> {
        Ok(Self(Topics::read(BUILTIN, texts)?))
    }

    /// The offered categories that fit a text, the likeliest first, at most [`limits::FITTING_CATEGORIES`]; empty where it
    /// says nothing. `known` is what was recognised beside the words: a category and how much that weighs, where one word
    /// that no other category has weighs three.
    pub fn fit<'a>(
        &self,
        text: &str,
        locale: Locale,
        known: &[(&str, f32)],
        offered: &[&'a str],
    ) -> Vec<&'a str> {
        let told = self.0.find(text, locale);
        let weigh = |slug: &str| {
            let of_words = told.iter().find(|topic| topic.name == slug).map(|topic| topic.weight);
            let of_known = known.iter().filter(|(known, _)| *known == slug);
            of_words.unwrap_or_default() + of_known.map(|(_, weight)| weight).sum::<f32>()
        };
        let weighed = offered.iter().map(|slug| (*slug, weigh(slug)));
        let mut weighed: Vec<(&str, f32)> =
            weighed.filter(|(_, weight)| *weight >= FAINT).collect();
        // Stable: what fits alike stays in the order in which it is offered.
        weighed.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        choose(&weighed, offered)
    }
}

/// What is offered of categories with their weights, the heaviest first.
fn choose<'a>(weighed: &[(&'a str, f32)], offered: &[&'a str]) -> Vec<&'a str> {
    let Some((first, best)) = weighed.first() else { return Vec::new() };
    let beside = weighed.iter().filter(|(_, weight)| *weight >= best * BESIDE);
    let mut chosen: Vec<&str> = beside.map(|(slug, _)| *slug).collect();
    if let [only] = chosen.as_slice()
        && *best < CERTAIN
    {
        let near = NEAR.iter().find(|(slug, _)| slug == only).map(|(_, near)| near);
        let fainter = weighed.iter().skip(1).map(|(slug, _)| *slug);
        let near = near.into_iter().flatten();
        let near = near.filter_map(|slug| offered.iter().find(|offered| *offered == slug));
        let mut others: Vec<&str> = fainter.collect();
        others.extend(near.filter(|slug| *slug != first));
        for other in others {
            if !chosen.contains(&other) {
                chosen.push(other);
            }
        }
    }
    if let Some(at) = weighed.iter().position(|(slug, weight)| *slug == "theft" && *weight >= GRAVE)
        && let Some((theft, _)) = weighed.get(at)
    {
        chosen.retain(|slug| slug != theft);
        chosen.insert(0, theft);
    }
    chosen.truncate(limits::FITTING_CATEGORIES);
    chosen
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn every_category_has_words_in_every_language() {
        let words = Words::read(&TEXTS).unwrap();
        for locale in Locale::ALL {
            let told: Vec<&str> = words.0.told(locale).collect();
            let missing: Vec<_> = BUILTIN.iter().filter(|slug| !told.contains(slug)).collect();
            assert!(missing.is_empty(), "{locale:?} {missing:?}");
        }
    }

    #[test]
    fn a_category_that_there_is_not_is_refused() {
        let read =
            |text: &str| Words::read(&[(Locale::En, text)]).map(|_| ()).map_err(|e| e.to_string());
        assert_eq!(read("[theft]\nhacked\n"), Ok(()));
        let refused = read("[theft]\nhacked\n[plunder]\nrobbed\n").unwrap_err();
        assert_eq!(refused, "en, line 3: there is no topic plunder");
    }

    #[test]
    fn every_category_has_neighbours_that_there_are() {
        assert!(BUILTIN.iter().all(|slug| NEAR.iter().any(|(of, _)| of == slug)));
        let mut all = NEAR.iter().flat_map(|(of, near)| near.iter().chain([of]));
        assert!(all.all(|slug| BUILTIN.contains(slug)));
    }

    #[test]
    fn a_faint_word_is_never_answered_by_one_category_alone() {
        let offered = ["theft", "deposit-not-credited", "withdrawal-pending", "withdrawal-failed"];
        let chosen = |weighed: &[(&'static str, f32)]| choose(weighed, &offered);
        assert_eq!(chosen(&[]), [""; 0]);
        assert_eq!(
            chosen(&[("withdrawal-pending", 1.0)]),
            ["withdrawal-pending", "withdrawal-failed", "deposit-not-credited"]
        );
        assert_eq!(chosen(&[("withdrawal-pending", 9.0)]), ["withdrawal-pending"]);
        assert_eq!(
            chosen(&[("withdrawal-pending", 9.0), ("theft", 2.5)]),
            ["theft", "withdrawal-pending"]
        );
        // What is not offered is no neighbour either.
        assert_eq!(chosen(&[("theft", 2.5)]), ["theft"]);
    }

    #[test]
    fn what_a_brand_withdrew_is_not_named() {
        let with = ["fees", "theft", "other"];
        let fits = |offered: &[&'static str]| words().fit("I was hacked", Locale::En, &[], offered);
        assert_eq!(fits(&with).first(), Some(&"theft"));
        assert!(fits(&["fees", "other"]).is_empty());
    }
}
