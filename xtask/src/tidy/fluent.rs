//! Every text that a page asks for by name is there in English. (That every language has every text is the
//! business of `proofdesk-locale`, which knows which may be missing.)

use super::Finding;
use super::scan::find_word;
use super::source::SourceFile;
use std::collections::BTreeSet;

const ENGLISH: &str = "locales/en/";

/// How pages ask for a text, with and without arguments.
const CALLS: &[&str] = &["t(", "t2("];

/// Looks at templates, their code, and the console; keys that are put together while running are not seen.
pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    let english = files.iter().filter(|file| file.path().starts_with(ENGLISH));
    let keys: BTreeSet<String> = english.flat_map(|file| defined(file.text())).collect();
    let pages = files.iter().filter(|file| is_page(file));
    pages
        .flat_map(|file| {
            let missing = used(file.text()).into_iter().filter(|(_, key)| !keys.contains(*key));
            let message = |key: &str| format!("the text `{key}` is not in {ENGLISH}");
            missing.map(|(offset, key)| file.finding(offset, message(key))).collect::<Vec<_>>()
        })
        .collect()
}

fn is_page(file: &SourceFile) -> bool {
    match file.extension() {
        "html" => file.is_below(&["templates"]),
        "rs" => file.path().starts_with("crates/site/src/"),
        "svelte" | "ts" => file.path().starts_with("ui/") && !file.path().contains(".test."),
        _ => false,
    }
}

/// Messages (`key = …`) and their attributes (`key.attribute`).
fn defined(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut message = String::new();
    for line in text.lines() {
        let Some((name, _)) = line.split_once('=') else { continue };
        let name = name.trim_end();
        if let Some(attribute) = name.trim_start().strip_prefix('.').filter(|name| is_key(name)) {
            keys.push(format!("{message}.{attribute}"));
        } else if is_key(name) {
            name.clone_into(&mut message);
            keys.push(message.clone());
        }
    }
    keys
}

fn used(text: &str) -> Vec<(usize, &str)> {
    let calls = CALLS.iter().flat_map(|call| find_word(text, call).map(|at| (at, at + call.len())));
    let mut keys: Vec<_> = calls
        .filter_map(|(offset, inside)| {
            let argument = text.get(inside..)?.trim_start().strip_prefix(['"', '\''])?;
            let key = argument.get(..argument.find(['"', '\''])?)?;
            key.split('.').all(is_key).then_some((offset, key))
        })
        .collect();
    keys.sort_unstable();
    keys
}

fn is_key(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(page: (&str, &str), english: &str) -> Vec<String> {
        let files =
            [SourceFile::new(page.0, page.1), SourceFile::new("locales/en/site.ftl", english)];
        check(&files).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_text_that_is_not_there_is_found() {
        let page = ("crates/site/templates/a.html", "{{ l.t(\"greeting\") }} {{ t('absent') }}");
        assert_eq!(
            missing(page, "greeting = Hello\n"),
            ["the text `absent` is not in locales/en/"]
        );
        let console = ("ui/console/src/A.svelte", "{t('field.label')}");
        assert_eq!(
            missing(console, "field = F\n"),
            ["the text `field.label` is not in locales/en/"]
        );
    }

    #[test]
    fn attributes_and_other_calls_are_no_trouble() {
        let english =
            "field =\n    .label = Label\n# absent = comment\nother = { $a ->\n   *[x] y = z\n }\n";
        let page = "{t('field.label')} {t('other')} it(\"works\") split(\"a\") t(name) t(`a-${b}`)";
        assert_eq!(missing(("ui/console/src/A.svelte", page), english), [""; 0]);
        assert_eq!(missing(("ui/console/src/a.test.ts", "t('absent')"), english), [""; 0]);
    }
}
