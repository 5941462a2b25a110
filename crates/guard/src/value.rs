//! Finds the values that a label announces: "password: x", `"passphrase":"x"`, "my secret key is x", "密码是x",
//! "I changed my password to x".
//!
//! What stands behind a label is cut into words, each with how it is linked to the label. Which of them is a value, the
//! rule of each kind says: behind a colon nearly everything can be, in the middle of a sentence only what looks it.

use std::ops::Range;

use crate::labels::{Label, Says};
use crate::mask;
use crate::script::{self, Script};
use crate::text::{Text, is_invisible};

mod before;
mod clause;
mod head;
mod table;

/// How a value stands beside its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// Behind a colon or an equals sign.
    Assigned,
    /// Behind a word like "is".
    Said,
    /// Directly behind.
    Bare,
    /// Later in the sentence.
    Near,
}

#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub range: Range<usize>,
    pub link: Link,
    pub quoted: bool,
}

/// How many bytes behind a label a value may begin.
const REACH: usize = 72;
const MOST_WORDS: usize = 9;
/// A longer value is no password and no key of an exchange.
const LONGEST: usize = 256;

/// Words that a value may stand behind, whatever it is the value of.
const NO_NAMES: [Says; 12] = [
    Says::Api,
    Says::Exchange,
    Says::Token,
    Says::Session,
    Says::Card,
    Says::Kdf,
    Says::Seed,
    Says::Verify,
    Says::Fails,
    Says::Phone,
    Says::Command,
    Says::Link,
];

/// Words that say that the value follows.
const IS: [&str; 37] = [
    "says",
    "reads",
    "вот",
    "is",
    "was",
    "are",
    "ist",
    "es",
    "era",
    "son",
    "là",
    "это",
    "является",
    "был",
    "هو",
    "هي",
    "是",
    "为",
    "為",
    "は",
    "が",
    "은",
    "는",
    "이",
    "가",
    "-",
    "—",
    "–",
    "equals",
    "如下",
    "olarak",
    "şu",
    "şudur",
    "كان",
    "как",
    "to",
    "改成",
];

impl Text<'_> {
    /// Gives the words behind a label up to the end of the sentence or the next name of a secret, and what a clause
    /// behind a comma gives as its value; for the heading of a column, its cells.
    pub fn values_after(&self, label: &Label) -> impl Iterator<Item = Value> {
        let cells = self.cells_under(label);
        let (head, from) = self.head_end(label);
        let words = |at: usize, limit: Range<usize>| {
            let link = Link::Bare;
            Words { text: self, at, limit, link, words: 0, label: *label }
        };
        let behind = words(from, self.next_name(label, from, from + REACH));
        // What stands in brackets is the value when nothing behind them is.
        let inside = words(if self.is_masked_behind(from) { from } else { head }, from..from);
        let is_heading = cells.is_some();
        let cell = |range| Value { range, link: Link::Assigned, quoted: true };
        let said = behind.chain(inside).filter(move |_| !is_heading);
        cells.into_iter().flatten().map(cell).chain(said)
    }

    /// Gives the first of them that is assigned, or else directly linked.
    pub fn value_after(&self, label: &Label) -> Option<Value> {
        let mut values = self.values_after(label);
        let first = values.next()?;
        if first.link == Link::Assigned {
            return Some(first);
        }
        Some(values.find(|value| value.link == Link::Assigned).unwrap_or(first))
    }

    /// Gives where the next name of a secret begins, up to a limit: no value of this one begins behind it.
    fn next_name(&self, label: &Label, from: usize, limit: usize) -> Range<usize> {
        let is_name = |next: &&Label| {
            !NO_NAMES.contains(&next.says)
                && next.says != label.says
                && !self.is_purpose(label, next)
        };
        let mut near = self.labels_after(from).iter().take_while(|label| label.start < limit);
        near.find(is_name).map_or(limit..limit, |label| label.start..label.end)
    }

    /// Gives what begins at a place, and so much of it that what is too long for a value is seen to be.
    fn longest_word(&self, at: usize) -> &str {
        self.get(at, self.source.ceil_char_boundary(at + LONGEST + 1))
    }

    /// Moves a place back to the boundary of a character.
    pub fn boundary(&self, at: usize) -> usize {
        self.source.floor_char_boundary(at)
    }
}

/// Cuts what stands behind a label into words.
struct Words<'a> {
    text: &'a Text<'a>,
    at: usize,
    /// The next name, or where the reach of this one ends: no word begins here or behind.
    limit: Range<usize>,
    link: Link,
    words: usize,
    label: Label,
}

impl Iterator for Words<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        loop {
            let quote = self.skip_gap()?;
            let rest = self.text.longest_word(self.at);
            let first = rest.chars().next()?;
            self.words += 1;
            if self.words > MOST_WORDS || first == mask::OPEN {
                return None;
            }
            if is_ideograph(first) {
                self.pass_ideographs(rest);
            } else if let Some(value) = self.word(rest, quote) {
                return Some(value);
            }
        }
    }
}

impl Words<'_> {
    /// Moves to the next word; gives the mark that closes it if it is quoted, and `None` at the end of a sentence.
    fn skip_gap(&mut self) -> Option<Option<char>> {
        let mut quote = None;
        let mut lines = 0;
        for c in self.text.after(self.at).chars() {
            match c {
                ':' | '=' | '：' | '＝' | '→' => self.link = Link::Assigned,
                '\n' => lines += 1,
                ',' if self.is_argument() => {
                    self.link = Link::Assigned;
                    self.at += c.len_utf8();
                    continue;
                }
                '.' | '?' | '!' | ';' if self.begins_word() => break,
                ',' | '，' | '、' | '،'
                    if self.link != Link::Assigned && self.at < self.limit.start =>
                {
                    let (length, link) = clause::given(self.text.after(self.at))?;
                    self.at += length;
                    self.link = link;
                    return self.skip_gap();
                }
                ',' | ';' | '!' | '?' | '。' | '，' | '；' | '、' | '！' | '？' | '،' | '؟'
                | '.' | '…' => return None,
                _ if is_blank(c) => {}
                _ if is_opening(c) => quote = closing(c).or(quote),
                _ => break,
            }
            if matches!(c, ':' | '=' | '：' | '＝' | '→' | ' ') {
                quote = None;
            }
            self.at += c.len_utf8();
        }
        // A value stands on the next line only behind a colon or directly, and behind one empty line at most.
        let is_far = lines > 2 || lines > 0 && !matches!(self.link, Link::Assigned | Link::Bare);
        (!is_far && (self.at < self.limit.start || self.is_longer_than_name())).then_some(quote)
    }

    /// Tells whether a comma stands between the two strings of a call: `add("password", "x")`.
    fn is_argument(&self) -> bool {
        let name = self.text.before(self.label.start);
        let rest = self.text.after(self.at);
        let quote = |open: &str, next: &[&str]| {
            name.ends_with(open)
                && self.at == self.label.end + 1
                && next.iter().any(|next| rest.starts_with(*next))
        };
        let is_pair = quote("(\"", &[", \"", ",\""]) || quote("('", &[", '", ",'"]);
        let most = rest.floor_char_boundary(LONGEST);
        let line = rest.get(..most).unwrap_or_default().split('\n').next().unwrap_or_default();
        let mut strings = line.get(1..).unwrap_or_default().trim_start().split(['"', '\'']);
        is_pair && strings.nth(2).is_some_and(|behind| behind.starts_with(')'))
    }

    /// Tells whether a mark begins a word and ends no sentence: " ..Name1990".
    fn begins_word(&self) -> bool {
        let last = self.text.before(self.at).chars().next_back();
        let rest = self.text.after(self.at);
        let behind = rest.trim_start_matches(['.', '?', '!', ';']);
        let marks = rest.len() - behind.len();
        marks <= 2
            && last.is_some_and(|c| c.is_whitespace() || "=\"'“«「：".contains(c))
            && behind.starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// Tells whether what is assigned only begins with a name: "password: code4711".
    fn is_longer_than_name(&self) -> bool {
        let rest = self.text.longest_word(self.at);
        self.at == self.limit.start
            && self.link == Link::Assigned
            && self.at + self.text.bare_length(self.at, rest) > self.limit.end
    }

    /// Passes words of Chinese, Japanese and Korean, which are no values; one for "is" may be among them.
    fn pass_ideographs(&mut self, rest: &str) {
        let length = rest.find(|c: char| !is_ideograph(c)).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let is_short = word.chars().count() <= 8;
        if self.link != Link::Assigned {
            let said = is_short && word.chars().any(|c| "是为為はが은는이가成".contains(c));
            self.link = if said { Link::Said } else { Link::Near };
        }
        self.at += length;
    }

    /// Reads a word; `None` for a word that links.
    fn word(&mut self, rest: &str, quote: Option<char>) -> Option<Value> {
        let quoted = quote.map(|quote| quoted_length(rest, quote)).filter(|length| *length > 0);
        let length = quoted.unwrap_or_else(|| self.text.bare_length(self.at, rest));
        let word = rest.get(..length).unwrap_or_default();
        let range = self.at..self.at + length;
        self.at += length.max(rest.chars().next().map_or(1, char::len_utf8));
        if is_link(word) && self.link != Link::Assigned {
            let dashed = self.words == 1 && self.text.is_dashed(&self.label, &range);
            self.link = if dashed { Link::Assigned } else { Link::Said };
            return None;
        }
        let link = std::mem::replace(&mut self.link, Link::Near);
        (length > 0 && length <= LONGEST).then_some(Value { range, link, quoted: quoted.is_some() })
    }
}

fn is_link(word: &str) -> bool {
    IS.iter().any(|is| word.eq_ignore_ascii_case(is))
}

/// Gives the length of what the label's word goes on with: the endings of cases.
fn ending(after: &str) -> usize {
    let Some(first) = after.chars().next() else { return 0 };
    let Some(script) = script::of(first) else { return 0 };
    let most = match script {
        _ if first.is_ascii() => 1,
        Script::Cyrillic | Script::Latin => 5,
        _ => 0,
    };
    let is_same = |c: &char| script::of(*c) == Some(script) && !c.is_numeric();
    let word = after.chars().take(most + 1).take_while(is_same);
    let (letters, length) =
        word.fold((0, 0), |(letters, length), c| (letters + 1, length + c.len_utf8()));
    if letters > most { 0 } else { length }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '_' | '|' | '>' | '/')
}

fn is_opening(c: char) -> bool {
    closing(c).is_some()
        || matches!(c, '\\' | '[' | '(' | ')' | '（' | '）' | '【' | '】' | '{' | ']')
}

/// Gives the quotation mark that closes what this one opens.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' | '\'' | '`' => c,
        '“' | '„' => '”',
        '‘' => '’',
        '«' => '»',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

fn quoted_length(text: &str, quote: char) -> usize {
    let end = text.find([quote, '\n', mask::OPEN]);
    end.filter(|end| text.get(*end..).is_some_and(|rest| rest.starts_with(quote)))
        .map_or(0, |end| text.get(..end).unwrap_or_default().trim_end_matches('\\').len())
}

impl Text<'_> {
    /// Measures what begins at this place to the next space, quotation mark, sentence mark or letter of a script in which no
    /// password is typed.
    fn bare_length(&self, at: usize, text: &str) -> usize {
        // What is too long for a value does not become one when a piece behind is masked: the next pass would go on before that.
        let run = self.run_length(at, text);
        if run > LONGEST {
            return run;
        }
        let raw = text.get(..run).unwrap_or_default();
        let raw = raw.get(..raw.find(mask::OPEN).unwrap_or(run)).unwrap_or_default();
        // In a web address or a string to sign the next parameter begins here.
        let mut parameters = raw.match_indices('&').map(|(at, _)| at);
        let length = parameters.find(|at| is_parameter(raw, at + 1)).unwrap_or(raw.len());
        let raw = raw.get(..length).unwrap_or_default();
        let trimmed = raw.trim_end_matches(['.', ',', ';', ':', '\'', ')', ']', '}', '|']);
        if trimmed.is_empty() { raw.len() } else { trimmed.len() }
    }

    /// Gives how much of a text that begins at this place is one word. A word in which one label stands behind another is
    /// measured for each of them: what is known of it already is not read again.
    fn run_length(&self, at: usize, text: &str) -> usize {
        let (start, end) = self.word.get();
        let known = if (start..end).contains(&at) { end - at } else { 0 };
        let Some(rest) = text.get(known..) else { return text.len() };
        let run = known + rest.find(ends_value).unwrap_or(rest.len());
        self.word.set((if known > 0 { start } else { at }, at + run));
        run
    }
}

fn ends_value(c: char) -> bool {
    // Nearly everything is ASCII.
    if c.is_ascii() {
        return !c.is_ascii_graphic() || matches!(c, '"' | '<' | '\\' | '`');
    }
    c.is_whitespace()
        || is_invisible(c)
        || c.is_control()
        || matches!(c, '“' | '”' | '»' | '«' | '「' | '」')
        || is_ideograph(c)
        || "，。；、）】！？：…—،؛؟".contains(c)
}

fn is_parameter(text: &str, at: usize) -> bool {
    let name = text.get(at..).unwrap_or_default();
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0);
    length > 0 && name.get(length..).is_some_and(|rest| rest.starts_with('='))
}

fn is_ideograph(c: char) -> bool {
    matches!(script::of(c), Some(Script::Han | Script::Kana | Script::Hangul))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives the values behind the first label of a text.
    fn values(source: &str) -> Vec<(&str, Link)> {
        let text = Text::new(source);
        let values =
            text.labels().first().map(|label| text.values_after(label).collect::<Vec<_>>());
        let values = values.unwrap_or_default();
        values.iter().map(|value| (&source[value.range.clone()], value.link)).collect()
    }

    #[test]
    fn finds_what_is_assigned() {
        for (text, expected) in [
            ("password: Hunter2!x, thanks", "Hunter2!x"),
            ("Password=abc&user=1", "abc"),
            ("{\"passphrase\": \"my phrase 1\"}", "my phrase 1"),
            ("密码：abc123，谢谢", "abc123"),
            ("пароль: Qwerty12.", "Qwerty12"),
            ("contraseña:\nabc123", "abc123"),
            ("password (do not share): x1y2", "x1y2"),
        ] {
            assert!(
                values(text).contains(&(expected, Link::Assigned)),
                "{text} {:?}",
                values(text)
            );
        }
    }

    #[test]
    fn finds_what_is_said() {
        for (text, expected) in [
            ("my password is Hunter2!x ok", "Hunter2!x"),
            ("密码是abc#123，好", "abc#123"),
            ("パスワードは abc123 です", "abc123"),
            ("비밀번호는 abc123 입니다", "abc123"),
            ("mi contraseña es abc123", "abc123"),
            ("mật khẩu là abc123", "abc123"),
            ("كلمة المرور هي abc123", "abc123"),
            ("password for my account is abc123", "abc123"),
        ] {
            assert!(values(text).contains(&(expected, Link::Said)), "{text} {:?}", values(text));
        }
    }

    #[test]
    fn finds_what_stands_near() {
        assert_eq!(values("password x1 is right").first(), Some(&("x1", Link::Bare)));
        assert_eq!(values("mật khẩu của tôi abc123").last(), Some(&("abc123", Link::Near)));
    }

    #[test]
    fn a_word_that_is_longer_than_any_value_is_none() {
        for text in ["password: §", "пароль: §", "pwd=§", "passphrase §"] {
            for letter in ["a", "ж", "ab1", "ا", "a§", "⟦"] {
                let word = letter.repeat(LONGEST / letter.len() + 2);
                assert_eq!(values(&text.replace('§', &word)), [], "{text} {letter}");
            }
        }
        let longest = "ж".repeat(LONGEST / 2);
        assert_eq!(values(&format!("пароль: {longest}")), [(&*longest, Link::Assigned)]);
    }

    #[test]
    fn a_word_is_measured_the_same_from_every_place_in_it() {
        let long = "pwd=".repeat(90);
        for source in ["pwd=aбв§ pwd=x", "a,b.\"pwd=c\"d", "是pwd=是x", &long] {
            let text = Text::new(source);
            let places: Vec<_> = source.char_indices().map(|(at, _)| at).collect();
            for at in places.iter().chain(places.iter().rev()).copied() {
                let word = text.longest_word(at);
                let whole = word.find(ends_value).unwrap_or(word.len());
                assert_eq!(text.run_length(at, word), whole, "{source} {at}");
            }
        }
    }

    #[test]
    fn stops_at_masks_sentences_and_other_names() {
        for text in ["password: ⟦password⟧ x", "password", "password, code: 123", "password. x"]
        {
            assert_eq!(values(text), [], "{text}");
        }
        assert_eq!(values("password x. y"), [("x", Link::Bare)]);
    }
}
