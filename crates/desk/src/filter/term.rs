//! Reading words.

use std::str::FromStr;

use proofdesk_evidence::{Kind, Network};
use proofdesk_locale::Locale;

use super::key::{ANY, CHANNELS, Comparing, Key, Takes};
use super::lex::{Piece, words};
use super::moment::When;
use super::near::offer;
use super::{Clock, Comparison, Fault, Name, Term, Test};
use crate::code::Code;
use crate::constraint;
use crate::email::EmailAddress;
use crate::evidence;
use crate::id::PublicId;
use crate::limits;
use crate::ticket::{Priority, Tier};

/// What is told of lengths and moments, which are too many to list.
const LENGTHS: &str = "30m, 2h, 3d, 1w";
const MOMENTS: &str = "2h, 3d, today, yesterday, 2026-11-21, 2026-11-01..2026-11-30";

/// Reads a filter. One of spaces only is a filter that everything passes.
///
/// # Errors
/// Every word that cannot be understood, in the order of the text; never an empty list.
pub fn parse(text: &str) -> Result<Vec<Term>, Vec<Fault>> {
    let words = words(text).map_err(|fault| vec![fault])?;
    if let Some(beyond) = words.get(limits::FILTER_TERMS) {
        let takes = limits::FILTER_TERMS.to_string();
        return Err(vec![Fault::new(beyond.span(), Code::FilterLong, vec![("takes", takes)])]);
    }
    let (mut terms, mut faults) = (Vec::with_capacity(words.len()), Vec::new());
    for word in words {
        match term(word) {
            Ok(term) => terms.push(term),
            Err(mut more) => faults.append(&mut more),
        }
    }
    if faults.is_empty() { Ok(terms) } else { Err(faults) }
}

type Read<T> = Result<T, Vec<Fault>>;

fn term(word: Piece<'_>) -> Read<Term> {
    let (negated, rest) = match word.strip("-") {
        Some(rest) => (true, rest),
        None => (false, word),
    };
    let test = match separator(rest) {
        Some(at) => keyed(rest, at)?,
        None => bare(rest)?,
    };
    Ok(Term { negated, span: word.span(), test })
}

/// Where the key ends; `None` for a word without one. Addresses of pages have colons of their own.
fn separator(word: Piece<'_>) -> Option<usize> {
    let lower = word.text.get(..8).unwrap_or(word.text).to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with('"') {
        return None;
    }
    word.text.find(|c| colon(c) || relation(c).is_some())
}

/// Also the wide ones of Chinese and Japanese keyboards.
fn colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

fn relation(c: char) -> Option<Comparison> {
    match c {
        '<' | '＜' => Some(Comparison::Less),
        '>' | '＞' => Some(Comparison::More),
        '=' | '＝' => Some(Comparison::Is),
        '≤' => Some(Comparison::AtMost),
        '≥' => Some(Comparison::AtLeast),
        _ => None,
    }
}

fn comma(c: char) -> bool {
    matches!(c, ',' | '，' | '、')
}

/// A number, a hash, an address or a link names tickets by itself; anything else is looked for in their texts.
fn bare(word: Piece<'_>) -> Read<Test> {
    let pieces: Vec<Piece<'_>> = word.cut(comma).into_iter().map(Piece::unquoted).collect();
    let numbers = pieces.iter().map(|piece| piece.text.parse::<PublicId>().ok());
    if let Some(numbers) = numbers.collect::<Option<Vec<_>>>() {
        return Ok(Test::Number(limited(word, numbers)?));
    }
    if pieces.iter().all(|piece| names_tickets(piece.text)) {
        let values = pieces.iter().map(|piece| piece.text.to_owned()).collect();
        return Ok(Test::Evidence(limited(word, values)?));
    }
    let text = word.unquoted();
    if text.text.is_empty() {
        let takes = offer("", Key::ALL.iter().map(|key| key.as_str()));
        let args = vec![("word", word.text.to_owned()), ("takes", takes)];
        return Err(vec![Fault::new(word.span(), Code::FilterWord, args)]);
    }
    let is_phrase = text.text.len() < word.text.len();
    Ok(Test::Text { text: text.text.to_owned(), is_phrase })
}

/// An amount or a time is said in too many tickets to be meant by itself.
fn names_tickets(text: &str) -> bool {
    let items = evidence::find(text);
    let telling = |kind| matches!(kind, Kind::Tx | Kind::Address | Kind::Link | Kind::Order);
    items.iter().any(|item| telling(item.kind))
}

fn keyed(word: Piece<'_>, at: usize) -> Read<Test> {
    let (name, rest) = word.split(at);
    let key = Key::from_str(&name.text.to_lowercase()).map_err(|_unknown| {
        let takes = offer(name.text, Key::ALL.iter().map(|key| key.as_str()));
        let args = vec![("word", name.text.to_owned()), ("takes", takes)];
        vec![Fault::new(name.span(), Code::FilterKey, args)]
    })?;
    let (comparison, values) = compared(rest);
    if !allowed(key, comparison) {
        let takes = match key.comparing() {
            Comparing::Length => "> <",
            Comparing::Equal | Comparing::Ordered => ":",
        };
        return Err(vec![fault(key, word, Code::FilterComparison, takes)]);
    }
    let values: Vec<Piece<'_>> =
        values.cut(comma).into_iter().map(|value| value.trim().unquoted()).collect();
    if values.iter().any(|value| value.text.is_empty()) {
        return Err(vec![fault(key, word, Code::FilterUnfinished, &takes(key, ""))]);
    }
    test(key, comparison, word, &limited(word, values)?)
}

fn fault(key: Key, at: Piece<'_>, code: Code, takes: &str) -> Fault {
    let args = vec![
        ("key", key.as_str().to_owned()),
        ("word", at.text.to_owned()),
        ("takes", takes.to_owned()),
    ];
    Fault::new(at.span(), code, args)
}

fn limited<T>(word: Piece<'_>, values: Vec<T>) -> Read<Vec<T>> {
    if values.len() > limits::FILTER_VALUES {
        let takes = limits::FILTER_VALUES.to_string();
        return Err(vec![Fault::new(word.span(), Code::FilterLong, vec![("takes", takes)])]);
    }
    Ok(values)
}

/// The comparison in front, and what is after it: `:`, `<`, `>=`, `:>=`.
fn compared(rest: Piece<'_>) -> (Comparison, Piece<'_>) {
    let mut rest = rest;
    let mut found = Comparison::Is;
    for _ in 0..3 {
        let Some(c) = rest.text.chars().next() else { break };
        found = match (found, relation(c)) {
            (Comparison::Less, Some(Comparison::Is)) => Comparison::AtMost,
            (Comparison::More, Some(Comparison::Is)) => Comparison::AtLeast,
            (_, Some(comparison)) => comparison,
            (_, None) if colon(c) => found,
            (_, None) => break,
        };
        rest = rest.split(c.len_utf8()).1;
    }
    (found, rest)
}

fn allowed(key: Key, comparison: Comparison) -> bool {
    match key.comparing() {
        Comparing::Equal => comparison == Comparison::Is,
        Comparing::Ordered => true,
        Comparing::Length => comparison != Comparison::Is,
    }
}

/// What could stand there instead, in words.
fn takes(key: Key, typed: &str) -> String {
    match key.takes() {
        Takes::Words(words) => offer(typed, words),
        Takes::Names(words) => offer(typed, words.iter().copied()),
        Takes::Length => LENGTHS.to_owned(),
        Takes::Moment => MOMENTS.to_owned(),
        Takes::Text => match key {
            Key::Asset => "USDT, BTC, ETH".to_owned(),
            Key::From => "ada@example.com, UID".to_owned(),
            _ => "0x…, TQ…, https://…".to_owned(),
        },
    }
}

fn test(key: Key, comparison: Comparison, word: Piece<'_>, values: &[Piece<'_>]) -> Read<Test> {
    Ok(match key {
        Key::Is => Test::Is(each(key, values, |text| text.to_lowercase().parse().ok())?),
        Key::Status => Test::Status(names(values)),
        Key::Category => Test::Category(names(values)),
        Key::Assignee => Test::Assignee(names(values)),
        Key::Participant => Test::Participant(names(values)),
        Key::Team => Test::Team(names(values)),
        Key::Tag => Test::Tag(names(values)),
        Key::Brand => Test::Brand(names(values)),
        Key::Priority => {
            let values = each(key, values, |text| text.to_lowercase().parse().ok())?;
            Test::Priority(compare(&values, comparison, Priority::ALL, |one| one.rank()))
        }
        Key::Tier => {
            let values = each(key, values, |text| text.to_lowercase().parse().ok())?;
            Test::Tier(compare(&values, comparison, Tier::ALL, |one| one.rank()))
        }
        Key::Lang => Test::Lang(each(key, values, lang)?),
        Key::Channel => Test::Channel(each(key, values, |text| {
            let known = CHANNELS.iter().find(|one| one.eq_ignore_ascii_case(text));
            known.map(|one| (*one).to_owned())
        })?),
        Key::Chain => {
            Test::Chain(each(key, values, |text| Network::parse(&text.to_ascii_lowercase()))?)
        }
        Key::Constraint => {
            let kinds = each(key, values, |text| match text.to_lowercase().as_str() {
                ANY => Some(constraint::Kind::ALL.to_vec()),
                text => text.parse::<constraint::Kind>().ok().map(|kind| vec![kind]),
            })?;
            Test::Constraint(kinds.concat())
        }
        Key::Asset => Test::Asset(each(key, values, asset)?),
        Key::Evidence => Test::Evidence(values.iter().map(|value| value.text.to_owned()).collect()),
        Key::From => from(key, values)?,
        Key::Age => time(key, Clock::Created, comparison, word, values)?,
        Key::Created => time(key, Clock::Created, comparison, word, values)?,
        Key::Updated => time(key, Clock::Updated, comparison, word, values)?,
        Key::Waiting => time(key, Clock::Waiting, comparison, word, values)?,
    })
}

fn names(values: &[Piece<'_>]) -> Vec<Name> {
    values.iter().map(|value| Name { text: value.text.to_owned(), span: value.span() }).collect()
}

/// Each value read, or every one that cannot be.
fn each<T>(key: Key, values: &[Piece<'_>], read: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
    let (mut done, mut faults) = (Vec::with_capacity(values.len()), Vec::new());
    for value in values {
        match read(value.text) {
            Some(one) => done.push(one),
            None => faults.push(fault(key, *value, Code::FilterValue, &takes(key, value.text))),
        }
    }
    if faults.is_empty() { Ok(done) } else { Err(faults) }
}

/// The words of an order for which the comparison holds with any of the values.
fn compare<T: Copy>(
    values: &[T],
    comparison: Comparison,
    all: &[T],
    rank: impl Fn(T) -> i64,
) -> Vec<T> {
    let holds = |one: T, value: T| match comparison {
        Comparison::Is => rank(one) == rank(value),
        Comparison::Less => rank(one) < rank(value),
        Comparison::AtMost => rank(one) <= rank(value),
        Comparison::More => rank(one) > rank(value),
        Comparison::AtLeast => rank(one) >= rank(value),
    };
    all.iter().copied().filter(|one| values.iter().any(|value| holds(*one, *value))).collect()
}

/// A language by its tag in any case; `zh` alone is neither of the two.
fn lang(typed: &str) -> Option<Locale> {
    Locale::ALL.into_iter().find(|one| one.code().eq_ignore_ascii_case(typed))
}

fn asset(typed: &str) -> Option<String> {
    let fine = typed.len() <= limits::ANSWER_TICKER_CHARS
        && typed.chars().all(|c| c.is_ascii_alphanumeric());
    fine.then(|| typed.to_ascii_uppercase())
}

fn from(key: Key, values: &[Piece<'_>]) -> Read<Test> {
    let (mut emails, mut uids, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        let text = value.text;
        let is_uid = text.len() <= limits::UID_CHARS
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        match EmailAddress::parse("filter", text) {
            Ok(email) => emails.push(email.as_str().to_owned()),
            Err(_no_address) if is_uid => uids.push(text.to_ascii_lowercase()),
            Err(_neither) => faults.push(fault(key, *value, Code::FilterValue, &takes(key, text))),
        }
    }
    if faults.is_empty() { Ok(Test::From { emails, uids }) } else { Err(faults) }
}

fn time(
    key: Key,
    clock: Clock,
    comparison: Comparison,
    word: Piece<'_>,
    values: &[Piece<'_>],
) -> Read<Test> {
    let [value] = values else {
        return Err(vec![fault(key, word, Code::FilterValue, &takes(key, ""))]);
    };
    let when = match key.comparing() {
        Comparing::Length => When::length(value.text),
        _ => When::read(value.text),
    };
    let Some(when) = when else {
        return Err(vec![fault(key, *value, Code::FilterValue, &takes(key, value.text))]);
    };
    if !when.takes(comparison) {
        let takes = if matches!(when, When::Days(..)) { ":" } else { "> <" };
        return Err(vec![fault(key, word, Code::FilterComparison, takes)]);
    }
    Ok(Test::Time { clock, comparison, when })
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "tests fail by panicking"
    )]
    use proptest::prelude::*;

    use super::super::Is;
    use super::*;

    fn one(text: &str) -> Test {
        let mut terms = parse(text).unwrap();
        assert_eq!(terms.len(), 1, "{text}");
        terms.remove(0).test
    }

    /// What is wrong, each as the part of the text and the code.
    fn wrong(text: &str) -> Vec<(&str, &'static str)> {
        let faults = parse(text).unwrap_err();
        let part = |fault: &Fault| text.get(fault.span.start..fault.span.end).unwrap();
        faults.iter().map(|fault| (part(fault), fault.code.as_str())).collect()
    }

    #[test]
    fn the_example_of_the_brief_is_read() {
        let terms = parse("is:unassigned category:deposit chain:tron age>2h").unwrap();
        let Test::Is(is) = &terms[0].test else { panic!("{terms:?}") };
        assert_eq!(is, &[Is::Unassigned]);
        let Test::Category(names) = &terms[1].test else { panic!("{terms:?}") };
        assert_eq!((names[0].text.as_str(), names[0].span.start), ("deposit", 23));
        assert_eq!(terms[2].test, Test::Chain(vec![Network::parse("tron").unwrap()]));
        let Test::Time { clock: Clock::Created, comparison: Comparison::More, .. } = terms[3].test
        else {
            panic!("{terms:?}")
        };
        assert!(terms.iter().all(|term| !term.negated));
    }

    #[test]
    fn values_are_alternatives_and_a_minus_negates() {
        assert_eq!(one("is:open,solved"), Test::Is(vec![Is::Open, Is::Solved]));
        assert_eq!(one("is:SPLIT,split_off"), Test::Is(vec![Is::Split, Is::SplitOff]));
        assert!(parse("-tag:spam").unwrap()[0].negated);
        let Test::Team(names) = one("team:\"First, line\",none") else { panic!() };
        let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!(texts, ["First, line", "none"]);
    }

    #[test]
    fn orders_become_sets() {
        use Priority::{High, Low, Normal, Urgent};
        for (text, expected) in [
            ("priority:high", vec![High]),
            ("priority>normal", vec![High, Urgent]),
            ("priority>=high", vec![High, Urgent]),
            ("priority:<=normal", vec![Low, Normal]),
            ("priority<low", vec![]),
            ("priority:LOW,urgent", vec![Low, Urgent]),
            ("priority≥urgent", vec![Urgent]),
        ] {
            assert_eq!(one(text), Test::Priority(expected), "{text}");
        }
    }

    #[test]
    fn wide_signs_are_signs() {
        assert_eq!(one("is：open，solved"), one("is:open,solved"));
        assert_eq!(one("age＞2h"), one("age>2h"));
    }

    #[test]
    fn numbers_and_values_need_no_key() {
        let id = PublicId::from_bits(7);
        assert_eq!(one(id.as_str()), Test::Number(vec![id.clone()]));
        assert_eq!(one(&id.as_str().to_lowercase()), Test::Number(vec![id]));
        let hash = "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
        assert_eq!(one(hash), Test::Evidence(vec![hash.to_owned()]));
        let link = format!("https://etherscan.io/tx/{hash}");
        assert_eq!(one(&link), Test::Evidence(vec![link]));
    }

    #[test]
    fn words_without_a_key_are_looked_for_in_texts() {
        let text = |text: &str, is_phrase| Test::Text { text: text.to_owned(), is_phrase };
        assert_eq!(one("deposit"), text("deposit", false));
        assert_eq!(one("提币,未到账"), text("提币,未到账", false));
        assert_eq!(one("\"not arrived\""), text("not arrived", true));
        let negated = parse("-spam").unwrap();
        assert!(negated[0].negated && negated[0].test == text("spam", false));
    }

    #[test]
    fn customers_are_named_exactly() {
        let both = Test::From {
            emails: vec!["ada@example.com".to_owned()],
            uids: vec!["ab12".to_owned()],
        };
        assert_eq!(one("from:Ada@Example.com,AB12"), both);
    }

    #[test]
    fn what_is_to_be_heeded_is_of_a_kind_or_of_any() {
        use constraint::Kind::{OldApi, Other};
        assert_eq!(one("constraint:Old_API,other"), Test::Constraint(vec![OldApi, Other]));
        assert_eq!(one("constraint:any"), Test::Constraint(constraint::Kind::ALL.to_vec()));
        assert_eq!(wrong("constraint:new_api"), [("new_api", "filter-value")]);
        assert_eq!(wrong("constraint>other"), [("constraint>other", "filter-comparison")]);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        for (text, expected) in [
            ("catgory:deposit", vec![("catgory", "filter-key")]),
            ("is:opn", vec![("opn", "filter-value")]),
            ("is:open,opn,closd", vec![("opn", "filter-value"), ("closd", "filter-value")]),
            ("priority>", vec![("priority>", "filter-unfinished")]),
            ("tag:a,,b", vec![("tag:a,,b", "filter-unfinished")]),
            ("tag:\"", vec![("\"", "filter-unfinished")]),
            ("tag>a", vec![("tag>a", "filter-comparison")]),
            ("age:2h", vec![("age:2h", "filter-comparison")]),
            ("age>soon", vec![("soon", "filter-value")]),
            ("created:2h", vec![("created:2h", "filter-comparison")]),
            (
                "created>2026-11-01..2026-11-02",
                vec![("created>2026-11-01..2026-11-02", "filter-comparison")],
            ),
            ("lang:zh", vec![("zh", "filter-value")]),
            ("chain:trno", vec![("trno", "filter-value")]),
            ("asset:u$d", vec![("u$d", "filter-value")]),
            ("из:открыт", vec![("из", "filter-key")]),
            (":x", vec![("", "filter-key")]),
            ("-", vec![("", "filter-word")]),
            ("\"\"", vec![("\"\"", "filter-word")]),
        ] {
            assert_eq!(wrong(text), expected, "{text}");
        }
        let faults = parse("chain:trno").unwrap_err();
        let takes = faults[0].args.iter().find(|(name, _)| *name == "takes");
        assert!(takes.is_some_and(|(_, takes)| takes.starts_with("tron, ")), "{faults:?}");
    }

    #[test]
    fn too_much_is_refused() {
        let many = "is:open ".repeat(limits::FILTER_TERMS + 1);
        assert_eq!(parse(&many).unwrap_err()[0].code, Code::FilterLong);
        let many = format!("tag:{}", vec!["a"; limits::FILTER_VALUES + 1].join(","));
        assert_eq!(parse(&many).unwrap_err()[0].code, Code::FilterLong);
    }

    proptest! {
        /// Whatever is typed is read or refused, and every place lies on characters of the text.
        #[test]
        fn nothing_breaks_it(text in "(\\PC|[ :<>=,\"-]|is:|age>|created:|tag:|PD-){0,30}") {
            match parse(&text) {
                Ok(terms) => for term in terms {
                    prop_assert!(text.get(term.span.start..term.span.end).is_some());
                },
                Err(faults) => {
                    prop_assert!(!faults.is_empty());
                    for fault in faults {
                        prop_assert!(text.get(fault.span.start..fault.span.end).is_some(), "{:?}", fault);
                    }
                }
            }
        }
    }
}
