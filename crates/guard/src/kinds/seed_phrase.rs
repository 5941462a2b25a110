//! Seed phrases: runs of words of the BIP-39 English list.
//!
//! The checksum is not required. Electrum, native TON and Algorand use the same list with another checksum or none,
//! and a phrase that is mistyped or cut short is a secret all the same. What tells a phrase from prose is the length
//! of the run. Counted over 25.5 million words of technical English and source code:
//!
//! | run | longest that was no phrase | rule |
//! | --- | --- | --- |
//! | words in full, white space between | 8 | 9 |
//! | the same, also words cut to four letters | 9 | 10 |
//! | 12 words with white space between, one of them unknown (a typing error) | none with fewer than two unknown | 11 of 12 |
//! | words in full, also punctuation, numbers and quotes between | 11 with eight different ones | 12, of them eight different ones, or a checksum that holds |
//! | 12 words with the same separator everywhere (a numbered list), cut or one unknown | none | 11 of 12, eight different ones |
//!
//! What is masked is the whole run, with prose at its ends if that happens to consist of list words: a word too
//! many costs nothing. One exception: a run between white space that as a whole is a valid phrase has its ends proved.

use std::collections::HashSet;
use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::text::{Gap, Text, Token};
use crate::words::{self, Word};

const STRICT_EXACT: usize = 9;
const STRICT_KNOWN: usize = 10;
const WINDOW: usize = 12;
const UNKNOWN_IN_WINDOW: usize = 1;
const LOOSE: usize = 12;
const LOOSE_DISTINCT: usize = 8;
/// Of a longer run only so many starts are tried for a checksum, which bounds the work that a hostile text can cause.
const WINDOW_STARTS: usize = 4_096;

/// A word of the text, whether of the list or not.
struct Item {
    start: usize,
    end: usize,
    word: Option<Word>,
    gap: Gap,
}

impl Item {
    fn known(&self) -> bool {
        self.word.is_some()
    }

    fn exact(&self) -> bool {
        self.word.is_some_and(|word| word.exact)
    }
}

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut items = Vec::new();
    let mut numbered = false;
    for token in &text.tokens {
        match piece(text, token) {
            Piece::Number if token.gap != Gap::Break => numbered = true,
            Piece::Number => {
                judge(text, &mut items, spans);
                numbered = true;
            }
            Piece::Word(mut item) => {
                if numbered {
                    item.gap = item.gap.max(Gap::List);
                }
                if item.gap == Gap::Break {
                    judge(text, &mut items, spans);
                }
                items.push(item);
                numbered = false;
            }
            Piece::Other => {
                judge(text, &mut items, spans);
                numbered = false;
            }
        }
    }
    judge(text, &mut items, spans);
}

enum Piece {
    /// The number of a list item, up to three digits, also `1st`.
    Number,
    Word(Item),
    Other,
}

/// Tells what a token is. Numbers may be written on to the word: `1abandon`.
fn piece(text: &Text<'_>, token: &Token) -> Piece {
    let whole = text.get(token.start, token.end);
    let front = whole.trim_start_matches(|c: char| c.is_numeric());
    let core = front.trim_end_matches(|c: char| c.is_numeric());
    let digits = whole.chars().count() - core.chars().count();
    if digits > 3 || core.contains(|c: char| c.is_numeric()) {
        return Piece::Other;
    }
    if core.is_empty() || (digits > 0 && matches!(core, "st" | "nd" | "rd" | "th")) {
        return Piece::Number;
    }
    let start = token.end - front.len();
    let gap = if digits > 0 { token.gap.max(Gap::List) } else { token.gap };
    Piece::Word(Item { start, end: start + core.len(), word: words::lookup(core), gap })
}

/// Decides on a sequence of words that nothing interrupts, and empties it.
fn judge(text: &Text<'_>, items: &mut Vec<Item>, spans: &mut Vec<Span>) {
    if is_dense(items) {
        let mut marks = Marks { items, marked: vec![false; items.len()] };
        marks.strict();
        marks.loose();
        marks.uniform(text);
        spans.extend(marks.spans());
    }
    items.clear();
}

/// Tells quickly, for the ordinary text, that no rule can apply.
fn is_dense(items: &[Item]) -> bool {
    items.windows(STRICT_EXACT).any(|window| window.iter().all(Item::known))
        || items.windows(WINDOW).any(has_few_unknown)
}

fn has_few_unknown(window: &[Item]) -> bool {
    window.first().is_some_and(Item::known)
        && window.last().is_some_and(Item::known)
        && window.iter().filter(|item| !item.known()).count() <= UNKNOWN_IN_WINDOW
}

struct Marks<'a> {
    items: &'a [Item],
    marked: Vec<bool>,
}

impl Marks<'_> {
    fn strict(&mut self) {
        let items = self.items;
        for piece in runs(items, |_| true, |item| item.gap == Gap::Space) {
            for window in windows(piece, WINDOW) {
                if has_few_unknown(part(items, &window)) {
                    self.mark(&window);
                }
            }
        }
        for run in runs(items, Item::known, |item| item.gap == Gap::Space) {
            let exact = runs(part(items, &run), Item::exact, |_| true);
            let enough = run.len() >= STRICT_KNOWN
                || exact.iter().any(|exact| exact.len() >= STRICT_EXACT)
                || run.clone().any(|at| self.is_marked(at));
            if enough {
                self.mark(&run);
            }
        }
    }

    fn loose(&mut self) {
        let items = self.items;
        let strict = |item: &Item| item.gap == Gap::Space;
        for run in runs(items, Item::exact, |_| true) {
            let proved = runs(part(items, &run), Item::exact, strict)
                .iter()
                .any(|inner| words::is_valid_phrase(&indices(part(part(items, &run), inner))));
            let indices = indices(part(items, &run));
            let enough = run.len() >= LOOSE
                && (distinct(&indices) >= LOOSE_DISTINCT || has_valid_window(&indices));
            if enough && !proved && !only_booleans(&indices) {
                self.mark(&run);
            }
        }
    }

    fn uniform(&mut self, text: &Text<'_>) {
        let items = self.items;
        for piece in uniform_runs(text, items) {
            for window in windows(piece, WINDOW) {
                let inside = part(items, &window);
                if has_few_unknown(inside) && distinct(&indices(inside)) >= LOOSE_DISTINCT {
                    self.mark(&window);
                }
            }
        }
    }

    fn mark(&mut self, run: &Range<usize>) {
        for mark in self.marked.get_mut(run.clone()).unwrap_or_default() {
            *mark = true;
        }
    }

    fn is_marked(&self, at: usize) -> bool {
        self.marked.get(at).is_some_and(|mark| *mark)
    }

    fn spans(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        for run in self.marked_runs() {
            let inside = part(self.items, &run);
            if let [first, ..] = inside
                && let [.., last] = inside
            {
                let certain = is_certain(inside);
                spans.push(Span {
                    kind: Kind::SeedPhrase,
                    start: first.start,
                    end: last.end,
                    certain,
                });
            }
        }
        spans
    }

    fn marked_runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, _) in self.marked.iter().enumerate().filter(|(_, marked)| **marked) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }
}

/// Tells whether it is a row of `true` and `false` out of a log: both are list words, and one row in sixteen has by
/// chance a window whose checksum holds.
fn only_booleans(indices: &[u16]) -> bool {
    let booleans = ["true", "false"].map(words::lookup).map(|word| word.map(|word| word.index));
    indices.iter().all(|index| booleans.contains(&Some(*index)))
}

/// Tells whether twelve words stand in a row with nothing but white space between, or some window has its checksum.
fn is_certain(items: &[Item]) -> bool {
    let strict = runs(items, Item::known, |item| item.gap == Gap::Space);
    let known = runs(items, Item::known, |_| true);
    strict.iter().any(|run| run.len() >= WINDOW)
        || known.iter().any(|run| has_valid_window(&indices(part(items, run))))
}

/// Gives the longest runs of items that `keep` takes, each joined to the one before it.
fn runs(
    items: &[Item],
    keep: impl Fn(&Item) -> bool,
    joined: impl Fn(&Item) -> bool,
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| keep(item)) {
        match runs.last_mut() {
            Some(run) if run.end == at && joined(item) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Gives the runs of at least a window whose separators are all alike but for the numbers in them.
fn uniform_runs(text: &Text<'_>, items: &[Item]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut run = 0..1;
    let mut separator = String::new();
    for (at, pair) in items.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let here = without_numbers(text.get(left.end, right.start));
        if run.len() > 1 && here != separator {
            found.push(run);
            run = at..at + 1;
        }
        run.end = at + 2;
        separator = here;
    }
    found.push(run);
    found.retain(|run| run.len() >= WINDOW);
    found
}

fn without_numbers(separator: &str) -> String {
    separator.chars().filter(|c| !c.is_numeric()).collect()
}

fn windows(range: Range<usize>, length: usize) -> impl Iterator<Item = Range<usize>> {
    let last = (range.end + 1).saturating_sub(length);
    (range.start..last).map(move |start| start..start + length)
}

fn part<'a>(items: &'a [Item], range: &Range<usize>) -> &'a [Item] {
    items.get(range.clone()).unwrap_or_default()
}

fn indices(items: &[Item]) -> Vec<u16> {
    items.iter().filter_map(|item| item.word).map(|word| word.index).collect()
}

fn distinct(indices: &[u16]) -> usize {
    indices.iter().collect::<HashSet<_>>().len()
}

/// Tries every window: in "seed all all … all" the phrase is the last twelve of thirteen words.
fn has_valid_window(indices: &[u16]) -> bool {
    let valid = |start: usize, length: usize| {
        indices.get(start..start + length).is_some_and(words::is_valid_phrase)
    };
    let starts = indices.len().min(WINDOW_STARTS);
    (0..starts).any(|start| words::LENGTHS.iter().any(|length| valid(start, *length)))
}

#[cfg(test)]
mod tests {
    use crate::{Kind, scan};

    const TREZOR: [&str; 6] = [
        "legal winner thank year wave sausage worth useful legal winner thank yellow",
        "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
        "gravity machine north sort system female filter attitude volume fold club stay feature office ecology stable narrow fog",
        "hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis maple dilemma loan word shrug inflict delay length",
        "cat swing flag economy stadium alone churn speed unique patch report train",
        "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten exist slush involve unfold",
    ];
    /// Electrum, native TON, and a phrase with a wrong last word: the checksum fails.
    const WITHOUT_CHECKSUM: [&str; 5] = [
        "wild father tree among universe such mobile favorite target dynamic credit identify",
        "cycle rocket west magnet parrot shuffle foot correct salt library feed song",
        "long bomb own void gravity orphan social suspect picture breeze ranch exotic friend enable heavy squeeze practice shuffle cruel feel great confirm wagon write",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
        "legal winner thank year wave sausage worth useful legal winner thank",
    ];
    const MASK: &str = "⟦seed-phrase⟧";

    /// Checks that the text is masked to `expected`.
    fn check(text: &str, expected: &str) {
        let scan = scan(text);
        assert_eq!(scan.masked, expected, "{text}");
        assert!(scan.findings.iter().all(|finding| finding.kind == Kind::SeedPhrase));
    }

    fn numbered(phrase: &str, item: impl Fn(usize, &str) -> String) -> String {
        phrase.split(' ').enumerate().map(|(at, word)| item(at + 1, word)).collect()
    }

    #[test]
    fn finds_phrases_with_a_checksum_and_is_certain() {
        for phrase in TREZOR {
            check(&format!("Это она: {phrase}. Спасибо"), &format!("Это она: {MASK}. Спасибо"));
            assert!(scan(phrase).findings.iter().all(|finding| finding.certain), "{phrase}");
        }
    }

    #[test]
    fn finds_phrases_without_a_checksum() {
        for phrase in WITHOUT_CHECKSUM {
            check(phrase, MASK);
        }
    }

    #[test]
    fn is_certain_of_twelve_words_in_a_row_and_of_checksums() {
        let certain = |text: &str| {
            scan(text).findings.iter().map(|finding| finding.certain).collect::<Vec<_>>()
        };
        let electrum =
            "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
        let bip39 = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        assert_eq!(certain(electrum), [true]);
        assert_eq!(certain(&electrum.replace(' ', ", ")), [false]);
        assert_eq!(certain(&bip39.replace(' ', ", ")), [true]);
        assert_eq!(
            certain("legal winner thank year wave sausage worth useful legal winner thank"),
            [false]
        );
    }

    #[test]
    fn finds_every_layout() {
        for phrase in TREZOR.into_iter().chain(WITHOUT_CHECKSUM) {
            for text in [
                phrase.to_uppercase(),
                phrase.replace(' ', "\n"),
                phrase.replace(' ', "  \r\n "),
                phrase.replace(' ', "\u{3000}"),
                phrase.replace(' ', "\u{A0}"),
                phrase.replace(' ', "\u{200B}\u{2067} "),
                phrase.replace(' ', "\t"),
            ] {
                check(&text, MASK);
            }
        }
        for phrase in TREZOR.into_iter().chain(WITHOUT_CHECKSUM).filter(|phrase| {
            // The rule for lists wants twelve words, eight of them different ones.
            let words: std::collections::HashSet<_> = phrase.split(' ').collect();
            words.len() >= 8 && phrase.split(' ').count() >= 12
        }) {
            let bare = |text: String| {
                scan(&text).masked.replace(|c: char| !c.is_alphabetic() && !"⟦⟧-".contains(c), "")
            };
            assert_eq!(bare(numbered(phrase, |n, word| format!("{n}. {word}\n"))), MASK);
            assert_eq!(bare(numbered(phrase, |n, word| format!("{n}){word} "))), MASK);
            assert_eq!(bare(numbered(phrase, |n, word| format!("{word}{n} "))), MASK);
            assert_eq!(bare(numbered(phrase, |n, word| format!("{n}{word},"))), MASK);
            assert_eq!(bare(numbered(phrase, |n, word| format!("{n}️⃣ {word} "))), MASK);
            assert_eq!(bare(phrase.replace(' ', ", ")), MASK);
            assert_eq!(bare(phrase.replace(' ', "、")), MASK);
            assert_eq!(bare(phrase.replace(' ', "，")), MASK);
            assert_eq!(bare(phrase.replace(' ', "\",\"")), MASK);
            assert_eq!(bare(phrase.replace(' ', "\\n")), MASK);
            assert_eq!(bare(phrase.replace(' ', "%20")), MASK);
            assert_eq!(bare(phrase.replace(' ', "+")), MASK);
            assert_eq!(bare(phrase.replace(' ', " | ")), MASK);
            assert!(
                scan(&numbered(phrase, |n, word| format!("- {word} ({n})\n")))
                    .masked
                    .contains(MASK)
            );
            check(
                &phrase
                    .split(' ')
                    .map(|word| word.get(..4).unwrap_or(word))
                    .collect::<Vec<_>>()
                    .join(" "),
                MASK,
            );
        }
    }

    #[test]
    fn finds_ordinals_and_chinese_numbers() {
        let phrase = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
        let ordinal = |n: usize| match n {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };
        check(
            &numbered(phrase, |n, word| format!("{n}{}: {word}\n", ordinal(n))),
            "1st: ⟦seed-phrase⟧\n",
        );
        check(&numbered(phrase, |n, word| format!("第{n}个 {word}，")), "第1个 ⟦seed-phrase⟧，");
    }

    #[test]
    fn finds_a_phrase_with_one_typing_error() {
        let phrase = "cycle rocket west magnet parrot shuffle foot correct salt library feed song";
        for word in phrase.split(' ').skip(1).take(10) {
            let wrong = format!("{}q", word.get(..word.len() - 1).unwrap_or_default());
            let text = phrase.replace(word, &wrong);
            check(&text, MASK);
            assert!(scan(&text.replace(' ', ", ")).masked.starts_with(MASK), "{text}");
        }
        check(
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage abov",
            MASK,
        );
    }

    #[test]
    fn tries_every_window_for_the_checksum() {
        let all = "seed all all all all all all all all all all all all";
        assert!(scan(all).findings.iter().all(|finding| finding.certain));
        // Fewer than eight different words, commas between: only the checksum tells.
        check(&all.replace(' ', ", "), MASK);
        check(&"code, ".repeat(20), &"code, ".repeat(20));
    }

    #[test]
    fn leaves_the_ends_of_a_proved_phrase() {
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        check(&format!("seed phrase: {phrase}, help"), &format!("seed phrase: {MASK}, help"));
    }

    #[test]
    fn leaves_prose_and_lists_of_names() {
        for text in [
            "same path more than once much better than before",
            "that they must include this license text. You can also",
            "label: raw public key; file: write all key pair, public key",
            "I sent 500 USDT from my wallet two days ago and it has not arrived, please check this address",
            "legal winner thank year wave sausage worth useful",
            "[true, false, true, true, true, true, true, true, false, false, false, false, false, true, true, true]",
            "{\"address\": 1, \"amount\": 2, \"chain\": 3, \"coin\": 4, \"fee\": 5, \"id\": 6, \"status\": 7}",
            "the abandon of ability is able to about the above of absent in absorb and abstract",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn finds_two_phrases_and_leaves_what_is_between() {
        let [one, two, ..] = TREZOR;
        check(&format!("{one} и {two}"), "⟦seed-phrase⟧ и ⟦seed-phrase⟧");
    }
}
