//! What readers looked for in the help centre and did not find: how often, by brand, language and words, so that editors
//! see what is missing.
//!
//! Nothing of whoever asked is kept, and words that may be somebody's own are not counted at all. A count is no act of
//! anybody and goes by itself, so no event tells of it; what an editor does about it is told where it is done, at the
//! article.

pub mod actions;
mod sql;
pub mod view;

use proofdesk_locale::Locale;

use crate::evidence;
use crate::id::{BrandId, MissedSearchId};
use crate::limits;
use crate::text::Clean;
use crate::time::Timestamp;

pub use sql::ALL;

/// Words that found nothing in the language that they were asked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedSearch {
    pub id: MissedSearchId,
    pub brand_id: BrandId,
    pub lang: Locale,
    /// As they are counted: small letters, single spaces.
    pub words: String,
    /// How often since `first_at`.
    pub n: i64,
    pub first_at: Timestamp,
    pub last_at: Timestamp,
}

/// Kinds of evidence that are about one person's money; a ticker or an amount is not.
const OWN: &[&str] = &["tx", "address", "link", "order", "uid"];
/// Digits that a telephone number, a code or an id has.
const OWN_DIGITS: usize = 6;

/// What was typed as it is counted; `None` for what tells an editor nothing (a single letter, a whole letter to us), and for
/// what may be somebody's own: a secret, an address, a hash, a mail address, a number.
pub fn counted(typed: &str) -> Option<String> {
    let clean = Clean::line("q", typed, limits::MISSED_SEARCH_CHARS).ok()?;
    let text = clean.as_str();
    let is_own = !clean.findings().is_empty()
        || text.contains('@')
        || text.chars().filter(|c| c.is_numeric()).count() >= OWN_DIGITS
        || evidence::find(text).iter().any(|item| OWN.contains(&item.kind.as_str()));
    if is_own {
        return None;
    }
    let is_edge = |c: char| !c.is_alphanumeric();
    let words = text.split_whitespace().map(|word| word.trim_matches(is_edge).to_lowercase());
    let words = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (words.chars().count() > 1).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn words_are_counted_alike() {
        for (typed, words) in [
            ("  How do I STAKE?\n", "how do i stake"),
            ("狗狗币 质押？", "狗狗币 质押"),
            ("«Çekim» limiti…", "çekim limiti"),
            ("2fa code", "2fa code"),
        ] {
            assert_eq!(counted(typed).as_deref(), Some(words), "{typed}");
        }
    }

    #[test]
    fn what_may_be_somebodys_own_is_not_counted() {
        for typed in [
            "",
            "a",
            "?!",
            "grace@example.com",
            "call me +44 20 7946 0958",
            "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            "legal winner thank year wave sausage worth useful legal winner thank yellow",
            "my password is hunter2hunter2",
        ] {
            assert_eq!(counted(typed), None, "{typed}");
        }
        assert_eq!(counted(&"word ".repeat(60)), None);
    }
}
