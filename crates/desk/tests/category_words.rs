//! How often the question box understands a sentence: tables of sentences in ten languages, in blocks by when they were
//! written. The figures are printed, and held; docs/question-words.md says what they are worth.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

use std::collections::BTreeMap;
use std::path::Path;

use proofdesk_desk::category::BUILTIN;
use proofdesk_desk::category::words::words;
use proofdesk_locale::Locale;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Of each block, in the order of the tables, how many of a hundred are answered by the right category first, and by one
/// of those that are offered.
const FLOORS: [(usize, usize); 4] = [(98, 99), (95, 99), (98, 99), (90, 98)];

struct Sentence {
    locale: Locale,
    block: usize,
    slug: String,
    text: String,
}

#[derive(Clone, Copy, Default)]
struct Found {
    all: usize,
    first: usize,
    offered: usize,
    /// One category alone, and another was meant.
    misled: usize,
}

impl Found {
    fn percent(self) -> (usize, usize) {
        (self.first * 100 / self.all.max(1), self.offered * 100 / self.all.max(1))
    }
}

fn sentences() -> Vec<Sentence> {
    Locale::ALL.into_iter().flat_map(read).collect()
}

fn read(locale: Locale) -> Vec<Sentence> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/category_words");
    let text = std::fs::read_to_string(folder.join(format!("{}.txt", locale.code()))).unwrap();
    let mut blocks = 0;
    let mut sentences = Vec::new();
    for line in text.lines() {
        if line.starts_with('#') {
            blocks += 1;
            continue;
        }
        let (slug, text) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
        assert!(BUILTIN.contains(&slug), "{line}");
        let (slug, text) = (slug.to_owned(), text.to_owned());
        sentences.push(Sentence { locale, block: blocks - 1, slug, text });
    }
    sentences
}

fn ask(found: &mut Found, sentence: &Sentence, text: &str) -> bool {
    let fit = words().fit(text, sentence.locale, &[], BUILTIN);
    let is_offered = fit.contains(&sentence.slug.as_str());
    found.all += 1;
    found.first += usize::from(fit.first() == Some(&sentence.slug.as_str()));
    found.offered += usize::from(is_offered);
    found.misled += usize::from(fit.len() == 1 && !is_offered);
    is_offered
}

#[test]
fn the_box_understands_what_customers_write() {
    let mut of_block = [Found::default(); FLOORS.len()];
    let mut of_locale: BTreeMap<&str, Found> = BTreeMap::new();
    for sentence in sentences() {
        let block = &mut of_block[sentence.block];
        if !ask(block, &sentence, &sentence.text) {
            println!("{} {}: {}", sentence.locale.code(), sentence.slug, sentence.text);
        }
        ask(of_locale.entry(sentence.locale.code()).or_default(), &sentence, &sentence.text);
    }
    for (name, found) in &of_locale {
        println!("{name}: {} sentences, first and offered {:?} %", found.all, found.percent());
        assert!(found.percent().1 >= 95, "{name}");
    }
    for (block, (found, floor)) in of_block.iter().zip(FLOORS).enumerate() {
        let (first, offered) = found.percent();
        println!("block {block}: {} sentences, {first} % first, {offered} % offered", found.all);
        assert!(first >= floor.0 && offered >= floor.1, "block {block}: {first} {offered}");
        assert_eq!(found.misled, 0, "block {block}");
    }
}

/// Every language and every group of categories has its sentences.
#[test]
fn the_tables_are_whole() {
    const GROUPS: [&[&str]; 6] = [
        &["deposit-not-credited", "wrong-network", "missing-memo"],
        &["withdrawal-pending", "withdrawal-failed"],
        &["api-error", "order-rejected", "liquidation-dispute", "settlement-question"],
        &["login-or-2fa", "account-change", "kyc"],
        &["theft", "impersonation"],
        &["earn-and-staking", "fees", "suggestion", "complaint", "other"],
    ];
    assert_eq!(GROUPS.iter().map(|group| group.len()).sum::<usize>(), BUILTIN.len());
    for locale in Locale::ALL {
        let sentences = read(locale);
        for group in GROUPS {
            let count = sentences.iter().filter(|one| group.contains(&one.slug.as_str())).count();
            assert!(count >= 10, "{locale:?} {group:?} {count}");
        }
    }
}

/// In capitals, without accents, with a slip of the fingers: nearly as often.
#[test]
fn it_does_not_mind_how_they_are_typed() {
    type Typed = fn(&str) -> String;
    let variants: [(&str, Typed, usize); 3] =
        [("capitals", |text| text.to_uppercase(), 95), ("plain", plain, 95), ("slip", slip, 85)];
    for (name, change, floor) in variants {
        let mut found = Found::default();
        for sentence in sentences() {
            let text = change(&sentence.text);
            if text != sentence.text {
                ask(&mut found, &sentence, &text);
            }
        }
        let (first, offered) = found.percent();
        println!("{name}: {} sentences, {first} % first, {offered} % offered", found.all);
        assert!(offered >= floor, "{name} {offered}");
    }
}

/// As who has no accents on the keyboard; of scripts whose marks are no accents nothing is taken.
fn plain(text: &str) -> String {
    let is_accented = |c: char| c < '\u{0400}' || matches!(c, '\u{1e00}'..='\u{1fff}');
    let fold = |c: char| match c {
        'đ' => vec!['d'],
        'ı' => vec!['i'],
        c if is_accented(c) => {
            std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).collect()
        }
        c => vec![c],
    };
    text.nfc().flat_map(fold).collect()
}

/// Two letters in the middle of the longest word change their places.
fn slip(text: &str) -> String {
    let is_spaced = |word: &&str| {
        word.chars().all(|c| c.is_alphabetic() && c < '\u{3000}') && word.chars().count() >= 6
    };
    let words = text.split_whitespace().filter(is_spaced);
    let Some(word) = words.max_by_key(|word| word.chars().count()) else {
        return text.to_owned();
    };
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    letters.swap(middle - 1, middle);
    text.replacen(word, &letters.into_iter().collect::<String>(), 1)
}

/// Who reads the pages in one language and writes another is understood too.
#[test]
fn another_language_than_that_of_the_page_is_read() {
    let first = |text: &str, locale| words().fit(text, locale, &[], BUILTIN).first().copied();
    for (text, locale) in [
        ("somebody hacked me", Locale::Ja),
        ("меня взломали", Locale::En),
        ("تم اختراق حسابي", Locale::En),
        ("我的账号被盗了", Locale::Vi),
        ("ハッキングされた", Locale::Es),
    ] {
        assert_eq!(first(text, locale), Some("theft"), "{text}");
    }
}

/// What says nothing is not guessed at.
#[test]
fn greetings_are_no_trouble() {
    for (text, locale) in [
        ("hello", Locale::En),
        ("thanks a lot", Locale::En),
        ("asdf qwer", Locale::En),
        ("what is the meaning of life", Locale::En),
        ("你好", Locale::ZhHans),
        ("謝謝", Locale::ZhHant),
        ("こんにちは", Locale::Ja),
        ("안녕하세요", Locale::Ko),
        ("привет", Locale::Ru),
        ("buenos días", Locale::Es),
        ("teşekkürler, iyi günler", Locale::Tr),
        ("xin chào", Locale::Vi),
        ("السلام عليكم", Locale::Ar),
    ] {
        assert_eq!(words().fit(text, locale, &[], BUILTIN), [""; 0], "{text}");
    }
}
