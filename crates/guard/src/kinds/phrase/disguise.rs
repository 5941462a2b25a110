//! Phrases that somebody hid, to get them past a reader or because they were told to: behind numbers, backwards, between other
//! words. The order of the words is no part of any rule, and numbers are no words, so only the last needs one of its own.

use super::marks::WINDOW;
use super::view::Item;

/// Twelve words with another one between each two.
pub(super) const INTERLEAVED: usize = 2 * WINDOW - 1;

/// Tells whether every second one is a word of the list, and no other is. In prose the words of the list do not keep step for
/// so long.
pub(super) fn is_interleaved(window: &[Item]) -> bool {
    let fits = |(at, item): (usize, &Item)| if at % 2 == 0 { item.exact() } else { !item.known() };
    window.iter().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const PHRASES: [&str; 3] = [
        "legal winner thank year wave sausage worth useful legal winner thank yellow",
        "wild father tree among universe such mobile favorite target dynamic credit identify",
        "cycle rocket west magnet parrot shuffle foot correct salt library feed song",
    ];

    fn disguises(phrase: &str) -> Vec<String> {
        let words: Vec<&str> = phrase.split(' ').collect();
        let numbered = words.iter().enumerate();
        let behind: Vec<String> =
            numbered.clone().map(|(at, word)| format!("{word} {at}")).collect();
        let glued: Vec<String> = numbered.map(|(at, word)| format!("{word}{at}")).collect();
        let backwards: Vec<&str> = words.iter().rev().copied().collect();
        let fillers = ["xx", "hmm", "ok", "und"];
        let varied: Vec<String> = words
            .iter()
            .zip(fillers.iter().cycle())
            .map(|(word, it)| format!("{word} {it}"))
            .collect();
        vec![
            behind.join(" "),
            glued.join(" "),
            glued.join(", "),
            backwards.join(" "),
            backwards.join("\n"),
            words.join(" xx "),
            words.join(" und "),
            words.join(" - xx - "),
            words.join("\nxx\n"),
            varied.join(" "),
        ]
    }

    #[test]
    fn a_hidden_phrase_is_found() {
        for phrase in PHRASES {
            for hidden in disguises(phrase) {
                let scan = scan(&format!("Please keep this: {hidden}. Thanks"));
                let last = phrase.split(' ').next_back().unwrap_or_default();
                let first = phrase.split(' ').next().unwrap_or_default();
                assert!(
                    !scan.masked.contains(first) && !scan.masked.contains(last),
                    "{}",
                    scan.masked
                );
                assert!(scan.masked.contains("⟦seed-phrase⟧"), "{hidden}");
            }
        }
    }

    #[test]
    fn words_that_keep_step_by_chance_stay() {
        for text in [
            "the order of the account and the balance in the wallet at the exchange on the network by the support of the team",
            "from day to day, from week to week, from month to month, from year to year the price of the coin can change",
            "buy low, sell high, buy low, sell high, buy low, sell high, buy low, sell high, buy low, sell high, buy low",
        ] {
            assert!(scan(text).is_clean(), "{text}: {}", scan(text).masked);
        }
    }
}
