//! Colours have one home, so that a theme is one file and its contrasts can be computed.

use super::Finding;
use super::scan::{blank_between, find_all, find_word};
use super::source::SourceFile;

const HOME: &str = "ui/shared/tokens.css";

const FUNCTIONS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

pub fn only_in_tokens(file: &SourceFile) -> Vec<Finding> {
    let styled = ["css", "svelte", "html"].contains(&file.extension());
    let ours = file.path() != HOME && !file.is_test_input() && !file.is_below(&["tests"]);
    if !styled || !ours {
        return Vec::new();
    }
    let text = blank_between(&blank_between(file.text(), "/*", "*/"), "<!--", "-->");
    let hexes = find_all(&text, "#").filter(|offset| is_hex_colour(&text, *offset));
    let calls = FUNCTIONS.iter().flat_map(|function| find_word(&text, function));
    // What is mixed or made lighter from a token is still the token's.
    let calls = calls.filter(|offset| !text.get(*offset..).is_some_and(is_made_from_token));
    hexes
        .chain(calls)
        .map(|offset| file.finding(offset, format!("a colour outside of {HOME}: use a token")))
        .collect()
}

fn is_hex_colour(text: &str, offset: usize) -> bool {
    let (above, below) = text.split_at_checked(offset).unwrap_or((text, ""));
    let word: String =
        below.chars().skip(1).take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
    let shaped = [3, 4, 6, 8].contains(&word.len()) && word.chars().all(|c| c.is_ascii_hexdigit());
    // A link to a place on the page, a character reference, a template's block, a private field, part of a word.
    let otherwise = above.ends_with("href=\"")
        || above.ends_with(|c: char| "&{.".contains(c) || c.is_alphanumeric());
    // `#fade { … }` selects an element.
    let selector =
        below.get(1 + word.len()..).is_some_and(|rest| rest.trim_start().starts_with('{'));
    shaped && !otherwise && !selector
}

fn is_made_from_token(call: &str) -> bool {
    call.split_once('(').is_some_and(|(_, inner)| inner.trim_start().starts_with("from var("))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let findings = only_in_tokens(&SourceFile::new(path, text));
        findings.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn colours_elsewhere_are_refused() {
        assert_eq!(lines("ui/console/a.css", "a {\n  color: #fff;\n}"), [2]);
        assert_eq!(lines("ui/console/a.svelte", "<path fill=\"#8a2a7a\" />"), [1]);
        assert_eq!(lines("crates/site/templates/a.html", "<p style=\"color:#0003\">"), [1]);
        assert_eq!(lines("ui/console/a.css", "a { border: 1px solid rgb(0 0 0 / 50%) }"), [1]);
        assert_eq!(
            lines("ui/console/a.css", "a { background: linear-gradient(#abc, #DEF) }"),
            [1, 1]
        );
    }

    #[test]
    fn tokens_are_their_home() {
        assert_eq!(lines(HOME, ":root { --text: #1e1b23 }"), [0; 0]);
        let mixed = "a { color: oklch(from var(--accent) l c h / 50%) }";
        assert_eq!(lines("ui/console/a.css", mixed), [0; 0]);
    }

    #[test]
    fn what_only_looks_like_a_colour_passes() {
        let text =
            "<a href=\"#add\">&#8230;</a>{#each a as b}{/each}<!-- #fff --> this.#add x#123 #12345";
        assert_eq!(lines("ui/console/a.svelte", text), [0; 0]);
        assert_eq!(
            lines("ui/console/a.css", "#fade { top: 0 } /* #fff */ a { color: var(--text) }"),
            [0; 0]
        );
    }
}
