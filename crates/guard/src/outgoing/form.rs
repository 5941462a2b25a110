//! Forms: lines with a name and nothing behind it, which the reader is to fill in and send back.

use super::Ask;
use super::cue::{Act, Cue};
use super::search::Found;
use super::sentence::Topics;
use super::squeeze::Squeezed;

/// So many empty fields make a form; a single one is a heading.
const FIELDS: usize = 2;
/// How many bytes the name of a field has at most. What is longer is a sentence.
const LONGEST_NAME: usize = 120;

/// An empty field, in bytes of the source.
struct Field {
    start: usize,
    end: usize,
}

/// Appends the secrets for which a text has an empty field.
pub(super) fn asks(source: &str, text: &Squeezed, cues: &[Found], asks: &mut Vec<Ask>) {
    let fields = fields(source);
    if fields.len() < FIELDS {
        return;
    }
    let topics = Topics::of(cues);
    let mut rest = cues;
    for field in fields {
        let before = rest.partition_point(|cue| text.source_start(cue.start) < field.start);
        rest = rest.get(before..).unwrap_or_default();
        let within = rest.partition_point(|cue| text.source_start(cue.start) < field.end);
        let names = rest.get(..within).unwrap_or_default();
        if names.iter().any(|cue| is_of_its_own(cue.cue)) {
            continue;
        }
        let wanted = names.iter().filter_map(|cue| topics.wanted(cue.cue));
        asks.extend(wanted.map(|wanted| Ask { wanted, start: field.start, end: field.end }));
    }
}

/// "Password changed on:", "no password:" ask for something else.
fn is_of_its_own(cue: Cue) -> bool {
    matches!(cue, Cue::Not | Cue::Verb(Act::Own | Act::Have | Act::Refuse, _) | Cue::Warning)
}

fn fields(source: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let text = line.trim_end();
        let name = text.trim_end_matches(is_blank);
        let empty = text.get(name.len()..).is_some_and(|blank| blank.contains(is_filled_in));
        if empty && !name.trim().is_empty() && name.len() <= LONGEST_NAME {
            let indent = name.len() - name.trim_start().len();
            fields.push(Field { start: start + indent, end: start + name.len() });
        }
        start += line.len();
    }
    fields
}

/// What stands where the answer is to be written.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || is_filled_in(c)
        || matches!(c, '.' | '[' | ']' | '(' | ')' | '【' | '】' | '（' | '）')
}

fn is_filled_in(c: char) -> bool {
    matches!(c, ':' | '：' | '=' | '＝' | '_' | '＿' | '…' | '→')
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, asks};

    fn wanted(text: &str) -> Vec<Wanted> {
        asks(text).into_iter().map(|ask| ask.wanted).collect()
    }

    #[test]
    fn empty_fields_ask_for_what_they_are_called() {
        for text in [
            "Claim sheet\nE-mail:\nPassword:\nReason:",
            "UID = \nPassword = \n",
            "1. Name: ____\n2. Password: ____",
            "姓名：\n密码：",
            "氏名：\nパスワード：",
            "الاسم:\nكلمة المرور:",
        ] {
            assert_eq!(wanted(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn what_is_filled_in_or_stands_alone_is_no_field() {
        for text in [
            "Password:\nat least ten characters.",
            "UID: 12\nPassword: unchanged",
            "UID:\nPassword changed on:",
            "Name:\nPublic key:",
        ] {
            assert_eq!(wanted(text), [], "{text}");
        }
    }

    #[test]
    fn the_span_is_the_name_of_the_field() {
        let text = "E-mail:\n  Password:\n";
        let [ask] = asks(text)[..] else { panic!("{:?}", asks(text)) };
        assert_eq!(&text[ask.start..ask.end], "Password");
    }
}
