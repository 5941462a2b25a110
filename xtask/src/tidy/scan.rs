//! Finding words in text.

/// Where a string stands in a text.
pub fn find_all<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(needle).map(|(offset, _)| offset)
}

/// Where a string stands that is no part of a longer word.
pub fn find_word<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    find_all(text, word).filter(move |offset| {
        let joins_before = word.starts_with(is_word_char) && before(text, *offset, is_word_char);
        let joins_after =
            word.ends_with(is_word_char) && after(text, offset + word.len(), is_word_char);
        !joins_before && !joins_after
    })
}

/// Whether the character before an offset is of a kind.
pub fn before(text: &str, offset: usize, kind: impl Fn(char) -> bool) -> bool {
    text.get(..offset).and_then(|text| text.chars().next_back()).is_some_and(kind)
}

/// Whether the character at an offset is of a kind.
pub fn after(text: &str, offset: usize, kind: impl Fn(char) -> bool) -> bool {
    text.get(offset..).and_then(|text| text.chars().next()).is_some_and(kind)
}

pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The text with what stands between two marks replaced by spaces (lines and offsets stay).
pub fn blank_between(text: &str, open: &str, close: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, tail)) = rest.split_once(open) {
        let inner = tail.split_once(close).map_or(tail, |(inner, _)| inner);
        let end = plain.len() + open.len() + inner.len() + close.len();
        let hidden = rest.get(plain.len()..end).unwrap_or(rest.get(plain.len()..).unwrap_or(""));
        blanked.push_str(plain);
        push_blank(&mut blanked, hidden);
        rest = rest.get(end..).unwrap_or_default();
    }
    blanked.push_str(rest);
    blanked
}

/// Adds as many bytes of spaces, with the line breaks where they were.
pub fn push_blank(blanked: &mut String, hidden: &str) {
    blanked.extend(hidden.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_parts_of_words() {
        let found = |text, word| find_word(text, word).collect::<Vec<_>>();
        assert_eq!(found("left: 0; margin-left: 0; leftover", "left"), [0, 16]);
        assert_eq!(found("a_left left_b", "left"), [0; 0]);
        assert_eq!(found("nextval('x')", "nextval("), [0]);
    }

    #[test]
    fn blanking_keeps_places() {
        assert_eq!(blank_between("a /* é\n */ b", "/*", "*/"), "a      \n    b");
        assert_eq!(blank_between("a /* open", "/*", "*/"), "a        ");
        assert_eq!(blank_between("plain", "/*", "*/"), "plain");
    }
}
