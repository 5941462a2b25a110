//! What is found is what a look at every text finds, by whichever way it is looked for.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use proptest::prelude::*;

use super::*;
use crate::token::{Kind, Token};

const WORDS: &[&str] = &[
    "has",
    "not",
    "arrived",
    "ＮＯＴ",
    "提币",
    "提幣未到帳",
    "币",
    "未到",
    "到账",
    "btc",
    "ＢＴＣ提币",
    "。",
    "出金",
    "20",
];
const PHRASES: &[&str] = &[
    "has not arrived",
    "not arrived has",
    "NOT 提币",
    "提币未到账",
    "未到账",
    "币 btc",
    "btc 币 not",
    "ｂｔｃ提币",
    "btc提币 has",
    "has has",
    "到账提币",
    "20 20",
    "出金btc",
];

/// A text of some words, by a number.
fn text(mut seed: u64) -> String {
    let mut words: Vec<&str> = Vec::new();
    for _ in 0..9 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(seed >> 40).unwrap_or_default() % WORDS.len();
        words.extend(WORDS.get(at));
    }
    words.join(" ")
}

/// Several parts, times that are the same or go back, tickets that changed, and one language of each way of stemming. Most tickets
/// were opened a while before their latest activity, some long before, and every fifth has a mark.
fn filled(index: &TicketIndex, seed: u64) -> Vec<TicketDocument> {
    let locales = [Locale::En, Locale::Es, Locale::Tr, Locale::Vi, Locale::ZhHans];
    let ticket = |n: u32, change: u64| TicketDocument {
        id: Uuid::from_u128(u128::from(n) + 1),
        locale: *locales.iter().cycle().nth(usize::try_from(n).unwrap_or_default()).expect("one"),
        text: text(seed.wrapping_add(u64::from(n) * 31 + change)),
        scope: vec![format!("brand:{}", n % 2)],
        facts: Vec::new(),
        marks: n.is_multiple_of(5).then(|| "chain:tron".to_owned()).into_iter().collect(),
        at: i64::from(n / 3 * 7 % 101),
        created: i64::from(n / 3 * 7 % 101) - i64::from(n % 13 * n % 40),
        updated: i64::from(n / 3 * 7 % 101) + i64::from(n % 4),
    };
    let mut all: Vec<TicketDocument> = (0..240).map(|n| ticket(n, 0)).collect();
    for part in all.chunks(60) {
        index.change(part, &[], &Progress::default()).expect("a change");
    }
    for (n, kept) in (0..240).zip(&mut all).step_by(9) {
        *kept = ticket(n, 7);
    }
    let changed: Vec<TicketDocument> = all.iter().step_by(9).cloned().collect();
    index.change(&changed, &[all[1].id], &Progress::default()).expect("a change");
    all.remove(1);
    all
}

/// Whether tokens stand side by side in a text; a letter that stands first may be the last one of a run.
fn has(text: &str, wanted: &[Token]) -> bool {
    let all = tokens(text);
    let is_same = |one: &Token, other: &Token| {
        one.plain == other.plain && (one.kind == Kind::Word) == (other.kind == Kind::Word)
    };
    let starts = |from: usize| {
        let here = all.get(from..from + wanted.len())?;
        let ends_run = all.get(from + 1).is_none_or(|next| next.run != all[from].run);
        let first = is_same(&here[0], &wanted[0])
            || wanted[0].kind == Kind::Single
                && here[0].kind == Kind::Gram
                && ends_run
                && here[0].plain.chars().skip(1).eq(wanted[0].plain.chars());
        let rest = here.iter().zip(wanted).skip(1);
        Some(first && rest.into_iter().all(|(one, other)| is_same(one, other)))
    };
    (0..all.len()).any(|from| starts(from).unwrap_or_default())
}

/// One of each shape.
fn each() -> [TicketIndex; 3] {
    [Shape::Marks, Shape::Neighbours, Shape::First]
        .map(|shape| TicketIndex::of_shapes(None, &schema(shape).0, &[]).expect("an index"))
}

fn check(index: &TicketIndex, all: &[TicketDocument], wanted: &[Wanted], limit: usize) {
    let holds = |ticket: &TicketDocument| {
        ticket.scope == ["brand:0"]
            && wanted
                .iter()
                .all(|wanted| has(&ticket.text, &tokens(&wanted.text)) != wanted.is_negated)
    };
    let scope = ["brand:0".to_owned()];
    for (since, until) in [(None, None), (None, Some(60)), (Some(40), None), (Some(40), Some(60))] {
        let is_in_time = |at: i64| {
            since.is_none_or(|since| at >= since) && until.is_none_or(|until| at <= until)
        };
        let mut expected: Vec<&TicketDocument> =
            all.iter().filter(|ticket| holds(ticket) && is_in_time(ticket.at)).collect();
        for best in [Best::Newest, Best::Oldest, Best::Relevance] {
            let words = TicketQuestion::of(wanted, limit);
            let question = TicketQuestion { scope: Some(&scope), since, until, best, ..words };
            for steps in [&Steps::USUAL, &Steps::SMALL] {
                let found = index.search_in_steps(&question, steps).expect("an answer");
                let said = format!("{wanted:?} {best:?} {since:?} {until:?} {limit} {steps:?}");
                assert_eq!(found.len(), expected.len().min(limit), "{said}");
                let ids: std::collections::BTreeSet<Uuid> =
                    found.iter().map(|ticket| ticket.id).collect();
                assert_eq!(ids.len(), found.len(), "{said}");
                assert!(ids.iter().all(|id| expected.iter().any(|of| of.id == *id)), "{said}");
                match best {
                    Best::Newest => expected.sort_by_key(|ticket| std::cmp::Reverse(ticket.at)),
                    Best::Oldest => expected.sort_by_key(|ticket| ticket.at),
                    Best::Relevance => continue,
                }
                let times = found.iter().map(|ticket| ticket.at);
                assert!(times.eq(expected.iter().take(limit).map(|of| of.at)), "{said}");
            }
        }
    }
}

fn phrase(text: &str, is_negated: bool) -> Wanted {
    Wanted { text: text.to_owned(), is_negated, is_phrase: true }
}

#[test]
fn a_phrase_is_found_where_it_stands_and_nowhere_else() {
    for index in each() {
        let all = filled(&index, 1);
        // An index from before neighbours has a letter at the end of a run where a letter alone would be.
        let is_exact = |text: &str| index.fields.neighbours.is_some() || text != "btc 币 not";
        for text in PHRASES.iter().filter(|text| is_exact(text)) {
            for limit in [1, 5, 1_000] {
                check(&index, &all, &[phrase(text, false)], limit);
                check(&index, &all, &[phrase(text, true)], limit);
                check(&index, &all, &[phrase(text, false), phrase("has not", true)], limit);
                check(&index, &all, &[phrase("not", false), phrase(text, false)], limit);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_words_side_by_side_are_found_where_they_stand(
        seed in any::<u64>(),
        words in proptest::collection::vec(0..WORDS.len(), 2..5),
        limit in 1_usize..40,
    ) {
        let index = TicketIndex::open(None).expect("an index");
        let all = filled(&index, seed);
        let text = words.into_iter().map(|at| WORDS[at]).collect::<Vec<_>>().join(" ");
        if tokens(&text).len() > 1 {
            check(&index, &all, &[phrase(&text, false)], limit);
            check(&index, &all, &[phrase(&text, true)], limit);
        }
    }
}

/// A run of Chinese is read as a phrase without quotation marks, in any width and in both kinds of Chinese.
#[test]
fn a_run_meets_its_other_spellings() {
    for index in each() {
        let texts =
            ["ＵＳＤＴ　提幣未到帳", "usdt提币未到账", "提币 未到账 usdt", "未到账提币usdt"];
        let put: Vec<TicketDocument> = (1..)
            .zip(texts)
            .map(|(n, text)| TicketDocument {
                id: Uuid::from_u128(n),
                locale: Locale::ZhHans,
                text: text.to_owned(),
                scope: Vec::new(),
                facts: Vec::new(),
                marks: Vec::new(),
                at: 0,
                created: 0,
                updated: 0,
            })
            .collect();
        index.change(&put, &[], &Progress::default()).expect("a change");
        let found = |text: &str, is_phrase| {
            let wanted = [Wanted { text: text.to_owned(), is_negated: false, is_phrase }];
            let question =
                TicketQuestion { best: Best::Relevance, ..TicketQuestion::of(&wanted, 10) };
            let found = index.search(&question).expect("an answer");
            let ids = found.into_iter().map(|ticket| ticket.id.as_u128());
            ids.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        assert_eq!(found("提币未到账", false), [1, 2]);
        assert_eq!(found("USDT提幣未到帳", true), [1, 2]);
        assert_eq!(found("USDT提幣未到帳", false), [1, 2]);
        assert_eq!(found("未到账", false), [1, 2, 3, 4]);
        assert_eq!(found("到账提", false), [4]);
        assert_eq!(found("账 usdt", true), [3]);
    }
}

/// What is opened, changed and marked is looked at before the newest, the oldest or the best are taken, by whichever way they are
/// looked for; an index from before passes over what it does not know.
#[test]
fn moments_and_marks_narrow_before_the_best_are_taken() {
    let wanted = [Wanted { text: "not".to_owned(), is_negated: false, is_phrase: false }];
    let none_of = [Wanted { is_negated: true, ..wanted[0].clone() }];
    let during = |of, from, until, is_negated| TimeFilter { of, from, until, is_negated };
    let mark = |is_negated| FactFilter { any_of: vec!["chain:tron".to_owned()], is_negated };
    let opened = |from, until| during(Moment::Created, from, until, false);
    let cases: [(Vec<TimeFilter>, Vec<FactFilter>); 10] = [
        (vec![opened(Some(20), Some(30))], Vec::new()),
        (vec![opened(None, Some(30))], Vec::new()),
        (vec![opened(Some(90), None)], Vec::new()),
        (vec![opened(None, Some(-35))], Vec::new()),
        (vec![opened(Some(30), Some(20))], Vec::new()),
        (vec![during(Moment::Created, Some(20), Some(70), true)], Vec::new()),
        (vec![opened(None, Some(40)), during(Moment::Updated, Some(35), None, false)], Vec::new()),
        (vec![during(Moment::Updated, None, Some(50), false)], vec![mark(true)]),
        (vec![opened(Some(10), Some(60))], vec![mark(false)]),
        (Vec::new(), vec![mark(false)]),
    ];
    for index in each() {
        let all = filled(&index, 3);
        for (times, marks) in &cases {
            let is_known = index.fields.marked.is_some();
            let meets = |time: &TimeFilter, ticket: &TicketDocument| {
                let at = match time.of {
                    Moment::Created => ticket.created,
                    Moment::Updated => ticket.updated,
                };
                let holds = time.from.is_none_or(|from| at >= from)
                    && time.until.is_none_or(|until| at < until);
                holds != time.is_negated
            };
            let holds = |ticket: &TicketDocument| {
                !is_known
                    || times.iter().all(|time| meets(time, ticket))
                        && marks.iter().all(|mark| ticket.marks.is_empty() == mark.is_negated)
            };
            for (wanted, until) in [(&wanted, None), (&none_of, None), (&wanted, Some(45))] {
                let has_word = |ticket: &TicketDocument| {
                    has(&ticket.text, &tokens(&wanted[0].text)) != wanted[0].is_negated
                };
                let is_in_time = |at: i64| until.is_none_or(|until| at <= until);
                let mut expected: Vec<&TicketDocument> = all
                    .iter()
                    .filter(|ticket| holds(ticket) && has_word(ticket) && is_in_time(ticket.at))
                    .collect();
                for best in [Best::Newest, Best::Oldest, Best::Relevance] {
                    match best {
                        Best::Newest => expected.sort_by_key(|ticket| std::cmp::Reverse(ticket.at)),
                        Best::Oldest | Best::Relevance => expected.sort_by_key(|ticket| ticket.at),
                    }
                    for (limit, steps) in [
                        (1_000, &Steps::USUAL),
                        (1_000, &Steps::SMALL),
                        (4, &Steps::USUAL),
                        (4, &Steps::SMALL),
                        (1, &Steps::SMALL),
                    ] {
                        let words = TicketQuestion::of(wanted, limit);
                        let question = TicketQuestion { marks, times, until, best, ..words };
                        let found = index.search_in_steps(&question, steps).expect("an answer");
                        let said =
                            format!("{times:?} {marks:?} {best:?} {until:?} {limit} {steps:?}");
                        assert_eq!(found.len(), expected.len().min(limit), "{said}");
                        let is_right =
                            |found: &FoundTicket| expected.iter().any(|of| of.id == found.id);
                        assert!(found.iter().all(is_right), "{said}");
                        if best != Best::Relevance {
                            let ats = found.iter().map(|ticket| ticket.at);
                            assert!(ats.eq(expected.iter().take(limit).map(|of| of.at)), "{said}");
                        }
                    }
                }
            }
        }
    }
}

/// Where a ticket stands narrows as its marks do, in an index from before too.
#[test]
fn where_it_stands_narrows_in_every_shape() {
    let wanted = [Wanted { text: "not".to_owned(), is_negated: false, is_phrase: false }];
    for index in each() {
        let all = filled(&index, 5);
        for is_negated in [false, true] {
            let standing = [FactFilter { any_of: vec!["brand:1".to_owned()], is_negated }];
            let question =
                TicketQuestion { standing: &standing, ..TicketQuestion::of(&wanted, 1_000) };
            let found = index.search(&question).expect("an answer");
            let expected = all.iter().filter(|ticket| {
                has(&ticket.text, &tokens("not")) && (ticket.scope == ["brand:1"]) != is_negated
            });
            assert_eq!(found.len(), expected.count(), "{is_negated}");
        }
    }
}

/// The index of a program from before answers and follows while one of today's shape is built, and again after a crash.
#[test]
fn an_index_from_before_answers_while_it_is_built_anew() {
    for shape in [Shape::First, Shape::Neighbours] {
        an_index_of_a_shape_answers(shape);
    }
}

fn an_index_of_a_shape_answers(shape: Shape) {
    let folder = tempfile::tempdir().expect("a folder");
    let old = folder.path().join("tickets-3");
    let done = |request| Progress { position: 8, building_after: None, request };
    let ticket = |n: u128, text: &str| TicketDocument {
        id: Uuid::from_u128(n),
        locale: Locale::En,
        text: text.to_owned(),
        scope: Vec::new(),
        facts: Vec::new(),
        marks: Vec::new(),
        at: 0,
        created: 0,
        updated: 0,
    };
    {
        let index = TicketIndex::of_shapes(Some(&old), &schema(shape).0, &[]).expect("an index");
        index.change(&[ticket(1, "has not arrived")], &[], &done(3)).expect("a change");
    }
    let found = |index: &TicketIndex| {
        let wanted = [phrase("not arrived", false)];
        let found = index.search(&TicketQuestion::of(&wanted, 10)).expect("an answer");
        found.into_iter().map(|ticket| ticket.id.as_u128()).collect::<Vec<_>>()
    };
    for round in 0..2 {
        let store = TicketStore::open(Some(folder.path())).expect("a store");
        let serving = store.serving().expect("one that answers");
        assert!(serving.is_outdated() && found(&serving).contains(&1), "round {round}");
        let put = ticket(2 + round, "it has not arrived");
        serving.change(&[put], &[], &done(3)).expect("it follows");
        assert_eq!(found(&serving).len(), 2 + usize::try_from(round).expect("small"));
        assert!(!store.building().expect("one that is built").is_outdated());
        assert_eq!(store.request(), 4);
    }
    let store = TicketStore::open(Some(folder.path())).expect("a store");
    let built = store.building().expect("one that is built");
    built.change(&[ticket(1, "has not arrived")], &[], &done(4)).expect("a change");
    store.finish().expect("it takes over");
    assert_eq!(found(&store.serving().expect("one that answers")), [1]);
    drop((store, built));
    assert!(!old.exists());
    let store = TicketStore::open(Some(folder.path())).expect("a store");
    assert!(store.building().is_none());
}
