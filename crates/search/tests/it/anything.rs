//! Whatever is asked has an answer.

use std::sync::LazyLock;

use proofdesk_locale::Locale;
use proofdesk_search::{
    ArticleIndex, Best, Excerpts, Progress, Question, TicketDocument, TicketIndex, TicketQuestion,
    Wanted,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::article::{document, index};

/// What engines read signs into, and what people's keyboards do.
const ODD: &[&str] = &[
    "",
    " ",
    "\0",
    "?",
    "…!?。、",
    "\"",
    "\"a",
    "a AND",
    "NOT",
    "title:x",
    "a* b~2 c^9",
    "(((",
    "[a TO b]",
    "/.*/",
    "+-+",
    "\\",
    "a\\",
    "' OR 1=1 --",
    "%_%",
    "🙂",
    "👩‍👩‍👧",
    "\u{202e}abc",
    "e\u{301}\u{301}\u{301}",
    "ｱﾞ",
    "ـــ",
    "َََ",
    "值",
    "あ",
    "한",
    "ก",
    "x",
    "İ",
    "ﬃ",
    "㍿",
    "𠮷野家",
    "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4",
];

fn ask(index: &ArticleIndex, text: &str, locale: Locale, is_typing: bool) {
    let question =
        Question { text, locale, audience: &["public"], section: None, limit: 10, is_typing };
    let answer = index.search(&question).expect("an answer");
    assert!(answer.hits.len() <= 10);
    for hit in &answer.hits {
        assert!(hit.score.is_finite(), "{text}");
    }
}

fn tickets() -> TicketIndex {
    let index = TicketIndex::open(None).expect("an index");
    let ticket = |n: u128, text: &str| TicketDocument {
        id: Uuid::from_u128(n),
        locale: Locale::En,
        text: text.to_owned(),
        scope: vec!["brand:1".to_owned()],
        facts: Vec::new(),
        marks: Vec::new(),
        at: 0,
        created: 0,
        updated: 0,
    };
    let put = [ticket(1, "USDT 提币 не пришёл, withdrawal"), ticket(2, "출금이 안돼요 a b c")];
    index.change(&put, &[], &Progress::default()).expect("a change");
    index
}

fn ask_tickets(index: &TicketIndex, text: &str) {
    for (is_phrase, is_negated) in [(false, false), (true, false), (false, true), (true, true)] {
        let wanted = [Wanted { text: text.to_owned(), is_negated, is_phrase }];
        let question = TicketQuestion { best: Best::Relevance, ..TicketQuestion::of(&wanted, 10) };
        index.search(&question).expect("an answer");
        Excerpts::of(&wanted, 40).cut(text, Locale::Ja);
    }
}

#[test]
fn odd_and_long_questions_are_answered() {
    let (articles, tickets) = (index(), tickets());
    let long =
        ["a ", "提币", "withdrawel ", "?", "출금", "\u{301}"].map(|piece| piece.repeat(10_000));
    for text in ODD.iter().copied().chain(long.iter().map(String::as_str)) {
        for locale in Locale::ALL {
            ask(&articles, text, locale, true);
            ask(&articles, text, locale, false);
        }
        ask_tickets(&tickets, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_a_question(text in "(\\PC|[ \"*~^:()\\[\\]/+-]|提币|withdraw|출금|çek|السحب){0,30}", at in 0_usize..10) {
        static BOTH: LazyLock<(ArticleIndex, TicketIndex)> = LazyLock::new(|| (index(), tickets()));
        let (articles, tickets) = &*BOTH;
        ask(articles, &text, Locale::ALL[at], true);
        ask_tickets(tickets, &text);
    }

    /// A word of a text finds the text, in whatever case and width it is typed.
    #[test]
    fn every_word_finds_its_text(words in prop::collection::vec("[a-zçñüа-яёا-غف-ي提币到账充值]{2,9}", 1..5), at in 0_usize..10) {
        let locale = Locale::ALL[at];
        let articles = ArticleIndex::open(None).expect("an index");
        articles.replace(&[document("one", locale, "title", &words.join(" "))]).expect("a change");
        for word in &words {
            let text = word.to_uppercase();
            let question = Question { text: &text, locale, audience: &["public"], section: None, limit: 1, is_typing: false };
            let answer = articles.search(&question).expect("an answer");
            prop_assert_eq!(answer.hits.len(), 1, "{} in {:?} of {:?}", word, locale, &words);
        }
    }
}
