//! Arabic is read from the right: styles say start and end, never left and right.

use super::Finding;
use super::scan::{before, blank_between, find_all, is_word_char};
use super::source::SourceFile;

/// Properties that name a side by themselves.
const SIDED: &[&str] = &[
    "left",
    "right",
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
    "scroll-padding-right",
    "border-top-left-radius",
    "border-top-right-radius",
    "border-bottom-left-radius",
    "border-bottom-right-radius",
];

/// Properties with a value that names one.
const WITH_SIDE: &[&str] = &["text-align", "float", "clear", "caption-side"];

/// Properties whose second of four values is the right and whose fourth is the left.
const FOUR_SIDES: &[&str] =
    &["margin", "padding", "inset", "border-width", "border-style", "border-color"];

pub fn only_logical_sides(file: &SourceFile) -> Vec<Finding> {
    if file.is_test_input() {
        return Vec::new();
    }
    match file.extension() {
        "css" => declarations(file, 0, file.text()),
        "svelte" | "html" => {
            let mut found = Vec::new();
            for (start, styles) in embedded(file.text()) {
                found.extend(declarations(file, start, styles));
            }
            found.extend(directives(file));
            found
        }
        _ => Vec::new(),
    }
}

/// The insides of `<style>` elements and `style` attributes, with their offsets.
fn embedded(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    for open in find_all(text, "<style") {
        let body = text.get(open..).and_then(|element| element.split_once('>'));
        if let Some((_, inner)) = body {
            let end = inner.find("</style").unwrap_or(inner.len());
            pieces.push((text.len() - inner.len(), inner.get(..end).unwrap_or(inner)));
        }
    }
    for open in find_all(text, " style=\"") {
        let start = open + " style=\"".len();
        let inner = text.get(start..).unwrap_or_default();
        let end = inner.find('"').unwrap_or(inner.len());
        pieces.push((start, inner.get(..end).unwrap_or(inner)));
    }
    pieces
}

/// Svelte's `style:left={…}`.
fn directives(file: &SourceFile) -> Vec<Finding> {
    let name = |offset: usize| {
        let tail = file.text().get(offset + "style:".len()..).unwrap_or_default();
        tail.split(|c: char| !is_name(c)).next().unwrap_or_default()
    };
    find_all(file.text(), "style:")
        .filter(|offset| names_side(name(*offset)))
        .map(|offset| complaint(file, offset, name(offset)))
        .collect()
}

fn declarations(file: &SourceFile, start: usize, styles: &str) -> Vec<Finding> {
    let styles = blank_between(styles, "/*", "*/");
    let mut found = Vec::new();
    for colon in find_all(&styles, ":") {
        let head = styles.get(..colon).unwrap_or_default().trim_end();
        let property = head.rsplit(|c: char| !is_name(c)).next().unwrap_or_default();
        let offset = head.len() - property.len();
        // A property stands at the head of a declaration; in `a:left` it would be a selector's state.
        if before(&styles, offset, |c| !c.is_whitespace() && c != '{' && c != ';') {
            continue;
        }
        let tail = styles.get(colon + 1..).unwrap_or_default();
        let value = tail.split([';', '}', '\n']).next().unwrap_or_default().trim();
        if names_side(property) || value_names_side(property, value) {
            found.push(complaint(file, start + offset, property));
        }
    }
    found
}

fn is_name(c: char) -> bool {
    is_word_char(c) || c == '-'
}

fn names_side(property: &str) -> bool {
    SIDED.contains(&property)
        || ["border-left-", "border-right-"].iter().any(|start| property.starts_with(start))
}

fn value_names_side(property: &str, value: &str) -> bool {
    let words: Vec<&str> = value.trim_end_matches("!important").split_whitespace().collect();
    if WITH_SIDE.contains(&property) {
        return words.iter().any(|word| ["left", "right"].contains(word));
    }
    // Values with brackets have spaces of their own; they are left to the reader.
    let four = FOUR_SIDES.contains(&property) && !value.contains('(');
    four && matches!(words.as_slice(), [_, right, _, left] if right != left)
}

fn complaint(file: &SourceFile, offset: usize, property: &str) -> Finding {
    let message = format!(
        "`{property}` names left or right: use its logical twin (inline-start, inline-end)"
    );
    file.finding(offset, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let findings = only_logical_sides(&SourceFile::new(path, text));
        findings.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn sides_are_refused() {
        for declaration in [
            "margin-left: 4px",
            "padding-right:0",
            "left: 0",
            "right : 0",
            "border-left-color: red",
            "border-top-left-radius: 4px",
            "text-align: left",
            "float: right",
            "margin: 0 4px 0 8px",
        ] {
            assert_eq!(
                lines("a.css", &format!("a {{\n  top: 0; {declaration};\n}}")),
                [2],
                "{declaration}"
            );
            let svelte = format!("<p>left: 1</p>\n<style>\n  a {{ {declaration} }}\n</style>");
            assert_eq!(lines("a.svelte", &svelte), [3], "{declaration}");
            let html = format!("<p style=\"{declaration}\">");
            assert_eq!(lines("a.html", &html), [1], "{declaration}");
        }
        assert_eq!(lines("a.svelte", "<p style:left={x}>"), [1]);
    }

    #[test]
    fn logical_sides_pass() {
        let text = "a:hover { margin-inline-start: 4px; inset-inline: 0; text-align: start; padding: 0 4px;\n\
                    margin: 0 4px 0 4px; transition: left 1s; --left: 3px; grid-area: left }";
        assert_eq!(lines("a.css", text), [0; 0]);
        assert_eq!(lines("a.svelte", "<script>const a = { left: 3 };</script>"), [0; 0]);
        assert_eq!(lines("a.css", "/* left: 0 */"), [0; 0]);
    }
}
