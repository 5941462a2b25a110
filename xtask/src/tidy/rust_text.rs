//! Takes Rust source apart into code, strings and comments, as far as the rules need it: no tree, no
//! names, but no word of a comment is ever taken for code.

use super::scan::{is_word_char, push_blank};

/// A Rust file taken apart. Offsets are those of the file.
pub struct RustText {
    /// The file with comments and the insides of literals blanked.
    pub code: String,
    /// String literals, without their quotes and with escapes as written.
    pub strings: Vec<Literal>,
}

pub struct Literal {
    pub offset: usize,
    pub text: String,
}

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub offset: usize,
    /// From `fn` to the closing brace.
    pub lines: usize,
    pub is_async: bool,
}

enum Piece {
    Code,
    Hidden,
    /// With the length of what opens and of what closes the string.
    Text {
        open: usize,
        close: usize,
    },
}

pub fn split(text: &str) -> RustText {
    let mut code = String::with_capacity(text.len());
    let mut strings = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let offset = text.len() - rest.len();
        let inside_word = code.ends_with(is_word_char);
        let (piece, length) = next_piece(rest, inside_word);
        let (this, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match piece {
            Piece::Code => code.push_str(this),
            Piece::Hidden => push_blank(&mut code, this),
            Piece::Text { open, close } => {
                let end = this.len().saturating_sub(close);
                let inner = this.get(open..end).unwrap_or_default();
                strings.push(Literal { offset: offset + open, text: inner.to_owned() });
                // One quote stays, so that the code still shows that something stood there.
                code.push('"');
                push_blank(&mut code, this.get(1..).unwrap_or_default());
            }
        }
        rest = after;
    }
    RustText { code, strings }
}

fn next_piece(rest: &str, inside_word: bool) -> (Piece, usize) {
    if rest.starts_with("//") {
        return (Piece::Hidden, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Piece::Hidden, block_comment(rest));
    }
    if let Some(open) = if inside_word { None } else { raw_string_opening(rest) } {
        let hashes = rest.get(..open).unwrap_or_default().matches('#').count();
        let closing = format!("\"{}", "#".repeat(hashes));
        let body = rest.get(open..).unwrap_or_default();
        let length = body.find(&closing).map_or(body.len(), |at| at + closing.len());
        return (Piece::Text { open, close: closing.len() }, open + length);
    }
    if rest.starts_with('"') {
        return (Piece::Text { open: 1, close: 1 }, quoted(rest));
    }
    if rest.starts_with('\'') {
        return character(rest);
    }
    (Piece::Code, rest.chars().next().map_or(1, char::len_utf8))
}

/// Comments nest in Rust.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        let step = if tail.starts_with("/*") {
            depth += 1;
            2
        } else if tail.starts_with("*/") {
            depth -= 1;
            2
        } else {
            tail.chars().next().map_or(1, char::len_utf8)
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of `r"`, `br##"` and their like.
fn raw_string_opening(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix(['b', 'c']).unwrap_or(rest).strip_prefix('r')?;
    let opened = body.trim_start_matches('#').strip_prefix('"')?;
    Some(rest.len() - opened.len())
}

fn quoted(rest: &str) -> usize {
    let mut escaped = true;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character literal, or the tick of a lifetime.
fn character(rest: &str) -> (Piece, usize) {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escape))) => {
            let tail = rest.get(at + escape.len_utf8()..).unwrap_or_default();
            let end = tail.find('\'').map_or(rest.len(), |end| rest.len() - tail.len() + end + 1);
            (Piece::Hidden, end)
        }
        (Some(_), Some((at, '\''))) => (Piece::Hidden, at + 1),
        _ => (Piece::Code, 1),
    }
}

/// Every function of a file, in order, nested ones included.
pub fn functions(code: &str) -> Vec<Function> {
    super::scan::find_word(code, "fn").filter_map(|offset| function(code, offset)).collect()
}

fn function(code: &str, offset: usize) -> Option<Function> {
    let item = code.get(offset..)?;
    let name: String =
        item.get(2..)?.trim_start().chars().take_while(|c| is_word_char(*c)).collect();
    // A type such as `fn(u8)` has no name, a declaration in a trait no body.
    let opening = item.find(['{', ';']).filter(|_| !name.is_empty())?;
    let body = item.get(opening..)?;
    let mut depth = 0_usize;
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let whole = item.get(..opening + at + 1)?;
            let lines = whole.matches('\n').count() + 1;
            let is_async = code.get(..offset)?.trim_end().ends_with("async");
            return (c == '}').then_some(Function { name, offset, lines, is_async });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        split(text).code
    }

    fn strings(text: &str) -> Vec<String> {
        split(text).strings.into_iter().map(|literal| literal.text).collect()
    }

    #[test]
    fn comments_are_hidden() {
        assert_eq!(code("a // b\nc"), "a     \nc");
        assert_eq!(code("a /* b /* c */ d */ e"), "a                   e");
        assert_eq!(strings("// \"not a string\""), [""; 0]);
    }

    #[test]
    fn strings_are_taken_out() {
        assert_eq!(strings(r#"f("a\"b", "c")"#), [r#"a\"b"#, "c"]);
        assert_eq!(strings(r###"f(r#"a"b"#, br"c")"###), [r#"a"b"#, "c"]);
        assert_eq!(strings("\"// no comment\" + x"), ["// no comment"]);
        assert_eq!(code(r#"f("ab")"#), r#"f("   )"#);
    }

    #[test]
    fn a_word_that_ends_in_r_is_no_raw_string() {
        assert_eq!(strings(r##"for"#" x"##), ["#"]);
    }

    #[test]
    fn characters_and_lifetimes_differ() {
        assert_eq!(code("'\"' 'a' x"), "        x");
        assert_eq!(code(r"'\'' '\u{1F600}' x").trim_start(), "x");
        assert_eq!(code("fn f<'a>(x: &'a str)"), "fn f<'a>(x: &'a str)");
        assert_eq!(strings("('\"', \"b\")"), ["b"]);
    }

    #[test]
    fn offsets_are_those_of_the_file() {
        let text = "// é\nlet a = \"bc\"; // é\n'é' x";
        assert_eq!(split(text).code.len(), text.len());
        assert_eq!(text.find("bc"), split(text).strings.first().map(|literal| literal.offset));
    }

    #[test]
    fn functions_are_measured() {
        let text = "trait T { fn declared(&self); }\nasync fn long() {\n  if a { b }\n}\nfn short() {}\ntype F = fn(u8);";
        let found = functions(text).into_iter().map(|f| (f.name, f.lines, f.is_async));
        let expected = [("long".to_owned(), 3, true), ("short".to_owned(), 1, false)];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}
