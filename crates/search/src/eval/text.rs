//! Headings and plain text of a Markdown body, as an index is given them.

/// Headings in their order, and everything else without marks of links and emphasis.
pub(super) fn read(body: &str) -> (Vec<String>, String) {
    let (mut headings, mut text) = (Vec::new(), String::with_capacity(body.len()));
    for line in body.lines() {
        let trimmed = line.trim_start();
        let heading = trimmed.trim_start_matches('#');
        if heading.len() < trimmed.len() && heading.starts_with(' ') {
            headings.push(plain(heading.trim()));
        } else {
            text.push_str(&plain(line));
            text.push('\n');
        }
    }
    (headings, text)
}

/// A line without targets of links, references and marks of emphasis.
pub(super) fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['[', ']', '{', '*', '`', '|']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        rest = if let Some(target) = from.strip_prefix("](") {
            target.split_once(')').map_or("", |(_, after)| after)
        } else if from.starts_with('{') {
            let end = from.find('}').map_or(from.len(), |end| end + 1);
            let after = from.get(end..).unwrap_or_default();
            after.strip_prefix('}').unwrap_or(after)
        } else {
            plain.push(' ');
            from.get(1..).unwrap_or_default()
        };
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_text() {
        let (headings, text) =
            read("One {{brand.name}} **two**\n## Wait for it {#wait}\n- [x](#y) z");
        assert_eq!(headings, ["Wait for it "]);
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["One", "two", "-", "x", "z"]);
        assert_eq!(read("#no heading").0.len(), 0);
        assert_eq!(plain("a [b](c"), "a  b");
    }
}
