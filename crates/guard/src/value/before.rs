//! Values that stand before what names them: "I entered x as the passphrase", "x is my password", 把x设为密码.

use super::{Link, Value, is_ideograph};
use crate::labels::Label;
use crate::mask;
use crate::text::Text;

/// How many bytes before a label such a value may end, and how long what joins them and the value are.
const REACH: usize = 160;
const MOST_WORDS: usize = 4;
const MOST_IDEOGRAPHS: usize = 6;

/// Words between a value and its name, at least one of which says that it is that.
#[rustfmt::skip]
const AS: &[&str] = &[
    "as", "is", "was", "como", "es", "era", "en", "качестве", "как", "это", "был", "làm", "là", "olarak", "هي", "هو", "كـ", "=", "->", "→",
    "—", "–", "<-", "←", "<--", "qua", "be", "called", "equals", "якобы", "служит", "для",
];
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "my", "the", "a", "an", "your", "our", "his", "her", "new", "old", "mi", "la", "el", "su", "una", "un", "nueva", "в", "мой", "моя", "моего",
    "новый", "новая", "benim", "yeni", "của", "cái", "api", "current", "login",
];

impl Text<'_> {
    /// Gives what stands before a label as its value, with words like "as" and "is" between.
    pub fn value_before(&self, label: &Label) -> Option<Value> {
        let from = self.boundary(label.start.saturating_sub(REACH));
        let front = self.get(from, label.start);
        let end = from + joined(front)?;
        let front = self.get(from, end);
        let open =
            |c: char| c.is_whitespace() || is_ideograph(c) || "\"'“「«`(（:：,，。、".contains(c);
        let start = front.rfind(|c: char| open(c) || c == mask::CLOSE);
        let start = start.and_then(|at| front.get(at..)?.chars().next().map(|c| at + c.len_utf8()));
        let range = from + start.unwrap_or(0)..end;
        // What begins before the reach is longer than any value.
        (range.start > from || from == 0)
            .then_some(Value { range, link: Link::Said, quoted: false })
            .filter(|value| !value.range.is_empty())
    }
}

/// Gives where the words that join a value to the label behind it begin.
fn joined(front: &str) -> Option<usize> {
    let mut rest = front.trim_end_matches(['"', '\'', '`', ' ']);
    let mut links = false;
    for _ in 0..MOST_WORDS {
        let bare = rest.trim_end_matches(' ');
        let word = bare.rsplit(' ').next().unwrap_or_default();
        // In small letters only: a capital begins another sentence.
        let is_as = AS.contains(&word);
        if !is_as && !ARTICLES.contains(&word) {
            break;
        }
        links |= is_as;
        rest = bare.get(..bare.len() - word.len())?;
    }
    let bare = rest.trim_end_matches(' ');
    let core = bare.trim_end_matches(is_ideograph);
    let ideographs = bare.get(core.len()..)?;
    links |= ideographs.contains([
        '是', '为', '為', '作', '当', '當', '成', 'が', 'を', 'は', '를', '을', '이', '가',
    ]);
    let is_short = ideographs.chars().count() <= MOST_IDEOGRAPHS;
    let end = core.trim_end_matches([' ', '"', '\'', '”', '」', '»', '`', ')', '）']);
    (links && is_short && !end.is_empty()).then_some(end.len())
}
