#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;
use crate::args;

/// The languages in which staff read; customers' words may be missing in none, which `tests/customers.rs` sees to.
const COMPLETE: [Locale; 2] = [Locale::En, Locale::ZhHans];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales")
}

/// The text of one file, `None` where the language has not begun it.
fn source(locale: Locale, file: &str) -> Option<String> {
    std::fs::read_to_string(folder().join(locale.code()).join(file)).ok()
}

/// The names of all Fluent files, which are those that English has.
fn files() -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder().join("en"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert!(files.iter().all(|file| file.ends_with(".ftl")), "{files:?}");
    files
}

/// Every key of one file with the arguments that its text uses.
fn keys(locale: Locale, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(locale, file).unwrap_or_default();
    let resource = fluent_syntax::parser::parse(source.as_str())
        .map_err(|(_, errors)| format!("locales/{locale}/{file}: {errors:?}"))
        .unwrap();
    let mut keys = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut variables = BTreeSet::new();
            collect(message.value.as_ref().expect("a message has a text"), &mut variables);
            let twice = keys.insert(message.id.name.to_owned(), variables);
            assert!(twice.is_none(), "locales/{locale}/{file}: {} twice", message.id.name);
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            for variant in variants {
                collect(&variant.value, variables);
            }
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                if let InlineExpression::VariableReference { id } = argument {
                    variables.insert(id.name.to_owned());
                }
            }
        }
        _ => {}
    }
}

#[test]
fn translations_invent_neither_keys_nor_arguments() {
    for file in files() {
        let english = keys(Locale::En, &file);
        for locale in Locale::ALL {
            for (key, variables) in keys(locale, &file) {
                let known = english.get(&key);
                let known =
                    known.unwrap_or_else(|| panic!("{locale}/{file}: {key} is not English"));
                assert!(
                    variables.is_subset(known),
                    "{locale}/{file}: {key} uses {variables:?}, English has {known:?}"
                );
            }
        }
    }
}

/// `locales/MISSING.md` says what is still read in English. Run the test with
/// `PROOFDESK_WRITE_MISSING=1` to write it anew.
#[test]
fn the_list_of_missing_translations_is_true() {
    let path = folder().join("MISSING.md");
    let list = missing_list();
    #[expect(
        clippy::disallowed_methods,
        reason = "a person asks this test by a variable to write the list anew"
    )]
    if std::env::var_os("PROOFDESK_WRITE_MISSING").is_some() {
        std::fs::write(&path, &list).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written == list, "locales/MISSING.md is out of date: {list}");
}

fn missing_list() -> String {
    let mut list = String::from(
        "# Translations that are missing\n\n\
         Written by a test of `proofdesk-locale`; staff read English in these places. What customers read is missing nowhere.\n",
    );
    for locale in Locale::ALL {
        for file in files() {
            if source(locale, &file).is_none() {
                assert!(!COMPLETE.contains(&locale), "{locale}/{file} is missing");
                writeln!(list, "\n## {locale}/{file}: not begun").unwrap();
                continue;
            }
            let own = keys(locale, &file);
            let english = keys(Locale::En, &file);
            let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            if missing.is_empty() {
                continue;
            }
            assert!(!COMPLETE.contains(&locale), "{locale}/{file} lacks {missing:?}");
            writeln!(list, "\n## {locale}/{file}: {} of {}\n", missing.len(), english.len())
                .unwrap();
            for key in missing {
                writeln!(list, "- {key}").unwrap();
            }
        }
    }
    list
}

/// A ticket has a 类别 and an article stands in a 栏目; 分类 could be either (docs/locales/zh-Hans.md).
#[test]
fn categories_and_sections_are_told_apart_in_chinese() {
    for file in files() {
        let text = source(Locale::ZhHans, &file).unwrap_or_default();
        assert!(!text.contains("分类"), "locales/zh-Hans/{file}");
    }
}

#[test]
fn a_missing_key_falls_back_to_english_then_to_itself() {
    let messages = Messages::embedded();
    assert!(!messages.has(Locale::Ja, "no-such-key"));
    assert_eq!(messages.t(Locale::Ja, "no-such-key", None), "no-such-key");
    for locale in Locale::ALL {
        assert!(!messages.t(locale, "error-internal", None).contains("error-"), "{locale}");
    }
}

#[test]
fn arguments_are_isolated_and_numbers_are_local() {
    let messages = Messages::embedded();
    let english =
        messages.t(Locale::En, "error-rate-limited", Some(&args! { "seconds" => 12_500 }));
    assert!(english.contains("\u{2068}12,500\u{2069}"), "{english}");
    let arabic = messages.t(Locale::Ar, "error-rate-limited", Some(&args! { "seconds" => 12_500 }));
    assert!(arabic.contains("12,500"), "{arabic}");
    let russian =
        messages.t(Locale::Ru, "error-rate-limited", Some(&args! { "seconds" => 12_500 }));
    assert!(russian.contains("12\u{a0}500"), "{russian}");
}

#[test]
fn keys_are_found_without_a_parser() {
    for locale in Locale::ALL {
        for file in files() {
            let parsed = keys(locale, &file);
            let source = source(locale, &file).unwrap_or_default();
            let found = keys_of_source(&source);
            assert!(found.iter().copied().eq(parsed.keys().map(String::as_str)), "{locale}/{file}");
        }
    }
}
