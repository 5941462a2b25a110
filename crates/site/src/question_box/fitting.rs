//! Which forms fit what was put into the box: by what was recognised in it, and by its words.

use proofdesk_desk::category::words::words;
use proofdesk_desk::evidence::Item;
use proofdesk_desk::text::Clean;

use crate::Page;
use crate::view::Choice;

/// What leaves no doubt weighs more than any words.
const SURE: f32 = 100.0;
/// What most often stands in such a text.
const LIKELY: f32 = 4.0;
/// What stands in texts about one of a few things.
const POSSIBLE: f32 = 2.0;
/// What stands in almost any text about money.
const FAINT: f32 = 1.0;
/// So much less each next category of a list weighs than the one before it.
const NEXT: f32 = 0.85;

/// The categories that fit, best first, and all others.
pub(super) fn part(
    page: &Page,
    text: &Clean,
    items: &[Item],
    offered: Vec<Choice>,
) -> (Vec<Choice>, Vec<Choice>) {
    let known = by_evidence(text, items);
    let slugs: Vec<&str> = offered.iter().map(|choice| choice.value.as_str()).collect();
    let fit = words().fit(text.as_str(), page.locale, &known, &slugs);
    let place = |choice: &Choice| fit.iter().position(|slug| *slug == choice.value);
    let mut placed: Vec<(Option<usize>, Choice)> =
        offered.iter().map(|choice| (place(choice), choice.clone())).collect();
    // Stable: those that do not fit stay in the order in which they are offered.
    placed.sort_by_key(|(place, _)| place.unwrap_or(usize::MAX));
    let fits = fit.len();
    let mut fitting: Vec<Choice> = placed.into_iter().map(|(_, choice)| choice).collect();
    let others = fitting.split_off(fits);
    (fitting, others)
}

/// The categories that what was recognised speaks for, with how much that weighs beside words.
fn by_evidence(text: &Clean, items: &[Item]) -> Vec<(&'static str, f32)> {
    let has = |kind: &str| items.iter().any(|item| item.kind.as_str() == kind);
    let is_phishing = |item: &Item| item.problem.as_ref().is_some_and(|one| one.is_phishing());
    let typed = text.as_str();
    let (weight, slugs): (f32, &[&str]) = if text.leaks_key() {
        (SURE, &["theft"])
    } else if items.iter().any(is_phishing) {
        (SURE, &["impersonation", "theft"])
    } else if typed.contains('{') && typed.contains('"') || typed.contains("ACCESS-") {
        (LIKELY, &["api-error", "order-rejected"])
    } else if has("tx") || has("link") || has("address") {
        (POSSIBLE, &["deposit-not-credited", "withdrawal-pending", "wrong-network", "missing-memo"])
    } else if has("order") {
        (POSSIBLE, &["order-rejected", "settlement-question", "liquidation-dispute", "fees"])
    } else if has("amount") || has("ticker") {
        (FAINT, &["deposit-not-credited", "withdrawal-pending", "fees"])
    } else {
        (0.0, &[])
    };
    let weights = std::iter::successors(Some(weight), |weight| Some(weight * NEXT));
    slugs.iter().copied().zip(weights).collect()
}
