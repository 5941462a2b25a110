//! Where the name of a secret ends: "the secret of my API key (the public id) is …" names one thing, in one breath.

use super::{ending, is_link};
use crate::labels::{Label, Says};
use crate::text::Text;

/// A name has so many parts at most, and so many bytes between two of them.
const MOST_PARTS: usize = 3;
const LONGEST_OF: usize = 32;
const LONGEST_ASIDE: usize = 120;
/// No word for "is" is longer, in bytes.
const LONGEST_LINK: usize = 32;
/// Before a label that begins its line: "my", "мой", a bullet.
const LONGEST_FRONT: usize = 12;

/// Words that join the parts of a name.
#[rustfmt::skip]
const OF: &[&str] = &[
    "of", "for", "to", "my", "the", "our", "your", "this", "from", "an", "a", "de", "del", "la", "el", "mi", "tu", "su",
    "para", "nuestra", "моего", "моей", "моему", "мой", "нашего", "этого", "для", "от", "к", "на", "cho", "của", "tôi",
    "mình", "từ", "için", "olan", "的", "之", "の", "用", "用の", "의", "용", "لـ", "ل", "الـ", "للـ", "لواجهة", "واجهة", "في", "على", "عن",
    "الخاص", "الخاصة", "بـ", "-",
];

impl Text<'_> {
    /// Gives where the name that a label begins ends, and where what is said beside it in brackets does.
    pub(super) fn head_end(&self, label: &Label) -> (usize, usize) {
        let mut end = label.end + ending(self.after(label.end));
        for part in self.labels_after(end).iter().take(MOST_PARTS) {
            let joins =
                matches!(part.says, Says::ApiKey | Says::Api | Says::Exchange | Says::Place);
            let far = part.start.saturating_sub(end) > LONGEST_OF;
            if !joins || far || !is_of(self.get(end, part.start)) {
                break;
            }
            let longer = part.end + ending(self.after(part.end));
            if !leads_on(self.after(longer)) && aside(self.after(longer)).is_none() {
                break;
            }
            end = longer;
        }
        (end, end + aside(self.after(end)).unwrap_or(0))
    }

    /// Tells whether a word says what the secret before it is for: "password for withdrawal: …".
    pub(super) fn is_purpose(&self, label: &Label, place: &Label) -> bool {
        let end = place.end + ending(self.after(place.end));
        let from = label.end + ending(self.after(label.end));
        let joins = || place.start <= from + LONGEST_OF && is_of(self.get(from, place.start));
        place.says == Says::Place && (joins() || is_linked(self.after(end)))
    }

    /// Tells whether a label and the names behind it are one name: "secret of my API key".
    pub fn is_compound(&self, label: &Label) -> bool {
        self.head_end(label).0 > label.end + ending(self.after(label.end))
    }

    /// Tells whether the value behind a name was masked already, so that what stands in brackets is none.
    pub(super) fn is_masked_behind(&self, from: usize) -> bool {
        let next = self.masks.partition_point(|mask| mask.start < from);
        self.masks.get(next).is_some_and(|mask| mask.start <= from + LONGEST_OF)
    }

    /// Tells whether a dash stands for a colon: "pass - x", alone on their line.
    pub(super) fn is_dashed(&self, label: &Label, dash: &std::ops::Range<usize>) -> bool {
        // A line may be as long as the text: only the part of it that decides is looked at.
        let from = self.boundary(label.start.saturating_sub(LONGEST_FRONT + 1));
        let front = self.get(from, label.start);
        let line = front.rsplit('\n').next().unwrap_or_default();
        let begins = (from == 0 || line.len() < front.len()) && line.len() <= LONGEST_FRONT;
        let rest = self.get(dash.end, self.boundary(dash.end + super::LONGEST));
        let rest = rest.trim_start_matches([' ', '-', '—', '–']);
        let rest = rest.split('\n').next().unwrap_or_default().trim_end();
        self.get(dash.start, dash.end).starts_with(['-', '—', '–'])
            && begins
            && !rest.is_empty()
            && !rest.contains(char::is_whitespace)
    }
}

fn is_of(between: &str) -> bool {
    between.split_whitespace().all(|word| OF.contains(&word.to_lowercase().as_str()))
}

/// Tells whether a colon, a word for "is", or a line break follows.
fn leads_on(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t']).starts_with('\n') || is_linked(rest)
}

fn is_linked(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t', '"', '\'', '*', '_', '`']);
    let most = rest.floor_char_boundary(LONGEST_LINK);
    let word = rest.get(..most).unwrap_or_default().split(char::is_whitespace).next();
    let word = word.unwrap_or_default();
    rest.starts_with([':', '：', '=', '＝', '→', '是', '为', '為', 'は', '은', '는', '이', '가'])
        || is_link(word)
}

/// Measures what stands in brackets, if the value follows behind them: "(shown only once!)".
fn aside(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start_matches([' ', '\t']);
    let first = trimmed.chars().next()?;
    let close = match first {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        '【' => '】',
        _ => return None,
    };
    let most = trimmed.floor_char_boundary(LONGEST_ASIDE);
    let length = trimmed.get(..most)?.find([close, '\n'])?;
    let inside = trimmed.get(first.len_utf8()..length)?;
    let behind = trimmed.get(length..)?.strip_prefix(close)?;
    let skipped = rest.len() - behind.len();
    (!inside.is_empty() && leads_on(behind)).then_some(skipped)
}
