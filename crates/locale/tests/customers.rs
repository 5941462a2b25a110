//! What customers read: whole in every language, and written as each language is.
//!
//! A key is for customers unless its file says otherwise, so that who adds one need not think of this test.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use proofdesk_locale::{Locale, Messages};

/// Files of which customers meet nothing: the console, refusals of what only members do, the development page.
const STAFF: [&str; 2] = ["console.ftl", "staff.ftl"];

/// Nouns of the desk on which customers, strangers and the pages act themselves: what refuses there has customers' words.
const CUSTOMERS_NOUNS: [&str; 18] = [
    "account_act",
    "article/feedback.rs",
    "article/search",
    "attachment",
    "blob.rs",
    "bridge",
    "draft",
    "evidence",
    "exchange_token",
    "form/answer.rs",
    "look",
    "notification",
    "push_subscription",
    "stranger",
    "ticket/actions",
    "ticket/attention",
    "ticket_link",
    "upload",
];

/// What the gate of all requests says to members alone.
const MEMBERS_AT_THE_GATE: [&str; 1] = ["second-factor-enrolment"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder(locale: Locale) -> PathBuf {
    root().join("locales").join(locale.code())
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// The files of which customers read, by name.
fn customers_files() -> Vec<String> {
    let names = std::fs::read_dir(folder(Locale::En)).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !STAFF.contains(&name.as_str())).collect();
    names.sort();
    assert!(names.len() > 3, "{names:?}");
    names
}

/// One message: its text as it is written, the arguments in it, and the forms that each of its choices offers.
#[derive(Default)]
struct Message {
    source: String,
    arguments: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
}

fn messages(locale: Locale, file: &str) -> BTreeMap<String, Message> {
    let source = read(&folder(locale).join(file));
    let sources = by_key(&source);
    let resource = fluent_syntax::parser::parse(source.as_str());
    let resource = resource.map_err(|(_, errors)| format!("{locale}/{file}: {errors:?}")).unwrap();
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(parsed) = entry else { continue };
        let mut message = Message::default();
        message.collect(parsed.value.as_ref().unwrap());
        message.source = sources.get(parsed.id.name).cloned().unwrap_or_default();
        messages.insert(parsed.id.name.to_owned(), message);
    }
    messages
}

/// Every message as it stands in the file.
fn by_key(source: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines() {
        match line.split_once('=') {
            Some((name, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                name.trim_end().clone_into(&mut key);
                found.insert(key.clone(), text.to_owned());
            }
            _ if line.starts_with('#') => key.clear(),
            _ => found.entry(key.clone()).or_default().push_str(&format!("\n{line}")),
        }
    }
    found
}

impl Message {
    fn collect(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => self.argument(inline),
                Expression::Select { selector, variants } => {
                    self.argument(selector);
                    let names = variants.iter().filter_map(|variant| match variant.key {
                        VariantKey::Identifier { name } => Some(name.to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    });
                    self.choices.push(names.collect());
                    for variant in variants {
                        self.collect(&variant.value);
                    }
                }
            }
        }
    }

    fn argument(&mut self, inline: &InlineExpression<&str>) {
        if let InlineExpression::VariableReference { id } = inline {
            self.arguments.insert(id.name.to_owned());
        }
    }
}

fn of_customers(mut check: impl FnMut(Locale, &str, &str, &Message)) {
    for file in customers_files() {
        for locale in Locale::ALL {
            for (key, message) in messages(locale, &file) {
                check(locale, &file, &key, &message);
            }
        }
    }
}

#[test]
fn no_customer_reads_english_for_want_of_a_translation() {
    for file in customers_files() {
        let english = messages(Locale::En, &file);
        for locale in Locale::ALL {
            let own = messages(locale, &file);
            let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            assert!(missing.is_empty(), "locales/{locale}/{file} lacks {missing:?}");
        }
    }
}

/// A sentence that forgets its time or its amount says something else.
#[test]
fn translations_say_all_that_english_says() {
    let mut english = BTreeMap::new();
    of_customers(|locale, file, key, message| {
        if locale == Locale::En {
            english.insert(key.to_owned(), message.arguments.clone());
        }
        let lost: Vec<_> = english[key].difference(&message.arguments).collect();
        assert!(lost.is_empty(), "locales/{locale}/{file}: {key} does not say {lost:?}");
    });
}

/// The plural forms of whole numbers (CLDR). Spanish has one more, for millions, which nothing here counts.
fn forms(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En | Locale::Es | Locale::Tr => &["one", "other"],
        Locale::Ru => &["one", "few", "many", "other"],
        Locale::Ar => &["zero", "one", "two", "few", "many", "other"],
        Locale::ZhHans | Locale::ZhHant | Locale::Ja | Locale::Ko | Locale::Vi => &["other"],
    }
}

/// A form that a language does not have is never chosen, and one that is left out is said with the wrong word.
#[test]
fn what_is_counted_has_every_form_of_its_language() {
    let words = ["zero", "one", "two", "few", "many"];
    for file in [customers_files(), STAFF.map(str::to_owned).to_vec()].concat() {
        for locale in Locale::ALL {
            if !folder(locale).join(&file).exists() {
                continue;
            }
            for (key, message) in messages(locale, &file) {
                let counts = |choice: &&BTreeSet<String>| {
                    choice.iter().any(|form| words.contains(&form.as_str()))
                };
                for choice in message.choices.iter().filter(counts) {
                    let mut choice: Vec<_> = choice.iter().map(String::as_str).collect();
                    choice.retain(|form| !(locale == Locale::Es && *form == "many"));
                    choice.sort_unstable();
                    let mut expected = forms(locale).to_vec();
                    expected.sort_unstable();
                    assert_eq!(choice, expected, "locales/{locale}/{file}: {key}");
                }
            }
        }
    }
}

const fn is_square(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Chinese and Japanese punctuation fills a square.
#[test]
fn punctuation_beside_squares_is_square() {
    of_customers(|locale, file, key, message| {
        if !matches!(locale, Locale::ZhHans | Locale::ZhHant | Locale::Ja) {
            return;
        }
        let characters: Vec<char> = message.source.chars().collect();
        for pair in characters.windows(2) {
            let [left, right] = pair else { continue };
            let is_latin = |c: &char| matches!(c, ':' | ';' | ',' | '!' | '?' | '(' | ')');
            let wrong = is_square(*left) && is_latin(right) || is_latin(left) && is_square(*right);
            assert!(!wrong, "locales/{locale}/{file}: {key} has {left}{right}");
        }
    });
}

/// After Arabic letters the parts of `250 USDT` or `2026-11-28` change places unless they are set apart.
#[test]
fn latin_examples_in_arabic_are_set_apart() {
    for file in customers_files() {
        for (key, message) in messages(Locale::Ar, &file) {
            // What stands between the marks is safe, and arguments are set apart by Fluent.
            let apart = message.source.split("{ \"\\u2066\" }").enumerate();
            let rest: String = apart
                .map(|(at, text)| match at {
                    0 => text,
                    _ => text.split_once("{ \"\\u2069\" }").map_or("", |(_, rest)| rest),
                })
                .collect();
            let words: Vec<&str> = rest.split_whitespace().collect();
            for pair in words.windows(2) {
                let [left, right] = pair else { continue };
                let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
                let is_latin = |word: &str| word.starts_with(|c: char| c.is_ascii_alphanumeric());
                let loose = is_number(left) && is_latin(right);
                assert!(!loose, "locales/ar/{file}: {key} has {left} {right}");
            }
            let dated = words.iter().find(|word| {
                let digits = word.split('-').filter(|part| part.parse::<u16>().is_ok());
                digits.count() > 2
            });
            assert!(dated.is_none(), "locales/ar/{file}: {key} has {dated:?}");
        }
    }
}

/// A kind of Earn is called the same in a form and in an article. Endings differ, so its first letters count.
#[test]
fn a_product_has_one_name_in_forms_and_articles() {
    for locale in Locale::ALL {
        let t = |key: &str| Messages::embedded().t(locale, key, None).to_lowercase();
        for kind in ["flexible", "fixed", "staking"] {
            let stem: String = t(&format!("help-earn-{kind}")).chars().take(4).collect();
            let form = t(&format!("form-earning-{kind}"));
            assert!(form.contains(&stem), "{locale}: {stem} is not in {form}");
        }
    }
}

/// The stable text of every refusal by its name in the code.
fn codes() -> BTreeMap<String, String> {
    let table = read(&root().join("crates/desk/src/code.rs"));
    let lines = table.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let (text, rest) = rest.split_once("\", ")?;
        rest.ends_with(';').then(|| (name.to_owned(), text.to_owned()))
    });
    lines.collect()
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// The refusals that a source names, without what its tests name.
fn named(source: &str) -> BTreeSet<&str> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let names = source.split("Code::").skip(1);
    names.filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next()).collect()
}

/// Every refusal has words, in one file or the other, and no third place.
#[test]
fn every_refusal_has_words() {
    let known: BTreeSet<String> =
        codes().into_values().map(|code| format!("error-{code}")).collect();
    let files = ["errors.ftl", "staff.ftl"].map(|file| messages(Locale::En, file));
    let written = files.iter().flat_map(BTreeMap::keys).filter(|key| key.starts_with("error-"));
    let written: BTreeSet<String> = written.cloned().collect();
    assert_eq!(known, written);
}

/// What stands in `staff.ftl` may be read in English by others, so nothing there may be said to a customer: by the machinery
/// that all requests go through, by the pages, or by the nouns that customers act on.
#[test]
fn what_customers_are_refused_with_is_in_their_words() {
    let (codes, staff) = (codes(), messages(Locale::En, "staff.ftl"));
    assert!(codes.len() > 90, "{codes:?}");
    let desk = root().join("crates/desk/src");
    let mut files = Vec::new();
    for folder in ["crates/http/src", "crates/site/src", "crates/desk/src"] {
        sources(&root().join(folder), &mut files);
    }
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for path in files {
        if path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        let noun = path.strip_prefix(&desk).ok().map(|path| path.to_str().unwrap().to_owned());
        if let Some(noun) = &noun {
            let Some(meant) = CUSTOMERS_NOUNS.iter().find(|one| noun.starts_with(*one)) else {
                continue;
            };
            seen.insert(*meant);
        }
        for name in named(&read(&path)) {
            let Some(code) = codes.get(name) else { continue };
            let key = format!("error-{code}");
            if staff.contains_key(&key) && !MEMBERS_AT_THE_GATE.contains(&code.as_str()) {
                wrong.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "in staff.ftl, and said to customers: {wrong:#?}");
    assert_eq!(seen.len(), CUSTOMERS_NOUNS.len(), "a noun has moved: {seen:?}");
}
