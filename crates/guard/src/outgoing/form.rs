//! Forms: lines with a name and nothing behind it, which the reader is to fill in and send back; and lists of what the reader
//! is to hand over, one thing a line.

use super::Ask;
use super::cue::{Act, Cue};
use super::letters::is_ignored;
use super::search::Found;
use super::sentence::Topics;
use super::squeeze::Squeezed;
use super::work;

/// So many empty fields make a form; a single one is a heading.
const FIELDS: usize = 2;
/// How many bytes the name of a field has at most. What is longer is a sentence.
const LONGEST_NAME: usize = 120;

/// So many lines with a mark before them make a list.
const ITEMS: usize = 2;
/// Marks before the items of a list, besides a number.
const BULLETS: [char; 9] = ['-', '*', '•', '・', '·', '–', '—', '▪', '●'];

/// A line that is an empty field or an item, in bytes of the source.
struct Field {
    start: usize,
    end: usize,
}

/// Appends the secrets for which a text has an empty field.
pub(super) fn asks(source: &str, text: &Squeezed, cues: &[Found], asks: &mut Vec<Ask>) {
    let fields = fields(source);
    if fields.len() >= FIELDS {
        append(text, cues, fields, asks);
    }
    for list in lists(source) {
        // The same list may say what to bring and what to cover: only its heading tells.
        if is_request(within(text, cues, &list.heading)) {
            append(text, cues, list.items, asks);
        }
    }
}

/// Appends the secrets that are named in lines which ask for what they name.
fn append(text: &Squeezed, cues: &[Found], lines: Vec<Field>, asks: &mut Vec<Ask>) {
    let topics = Topics::of(cues);
    for field in lines {
        let names = within(text, cues, &field);
        work::steps(1 + names.len());
        if names.iter().any(|cue| is_of_its_own(cue.cue)) {
            continue;
        }
        let wanted = names.iter().filter_map(|cue| topics.wanted(cue.cue));
        asks.extend(wanted.map(|wanted| Ask { wanted, start: field.start, end: field.end }));
    }
}

/// Gives the cues of a line.
fn within<'a>(text: &Squeezed, cues: &'a [Found], line: &Field) -> &'a [Found] {
    let before = |at: usize| cues.partition_point(|cue| text.source_start(cue.start) < at);
    cues.get(before(line.start)..before(line.end)).unwrap_or_default()
}

/// Tells whether a heading asks for what stands below it.
fn is_request(cues: &[Found]) -> bool {
    work::steps(cues.len());
    let asks = |cue: Cue| matches!(cue, Cue::Verb(Act::Hand | Act::Require, _) | Cue::Wish);
    let denies = |cue: Cue| is_of_its_own(cue) || matches!(cue, Cue::Without | Cue::Others);
    cues.iter().any(|cue| asks(cue.cue)) && !cues.iter().any(|cue| denies(cue.cue))
}

/// A line, and the items of the list below it.
struct List {
    heading: Field,
    items: Vec<Field>,
}

fn lists(source: &str) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut heading = None;
    let mut open = false;
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        work::steps(line.len());
        let end = start + line.len();
        let text = line.trim_matches(is_unseen);
        if let Some(item) = item(text) {
            let item = Field { start: end - line.len() + line.find(item).unwrap_or(0), end };
            match lists.last_mut().filter(|_| open) {
                Some(list) => list.items.push(item),
                None => {
                    lists.extend(heading.take().map(|heading| List { heading, items: vec![item] }))
                }
            }
            open = true;
        } else if !text.is_empty() {
            heading = Some(Field { start, end });
            open = false;
        }
        start = end;
    }
    lists.retain(|list| list.items.len() >= ITEMS);
    lists
}

/// Gives what stands behind the mark of an item: a bullet, or a number with a point or a bracket.
fn item(line: &str) -> Option<&str> {
    let behind = line.strip_prefix(BULLETS).or_else(|| {
        let numbered = line.starts_with(|c: char| c.is_ascii_digit());
        let marked = line.trim_start_matches(|c: char| c.is_ascii_digit() || is_ignored(c));
        marked.strip_prefix(['.', ')', '、', '）', '．']).filter(|_| numbered)
    });
    let name = behind?.trim_matches(is_unseen);
    (!name.is_empty() && visible(name) <= LONGEST_NAME).then_some(name)
}

/// Counts the bytes of the characters that somebody sees.
fn visible(name: &str) -> usize {
    name.chars().filter(|c| !is_ignored(*c)).map(char::len_utf8).sum()
}

/// "Password changed on:", "no password:" ask for something else.
fn is_of_its_own(cue: Cue) -> bool {
    matches!(cue, Cue::Not | Cue::Verb(Act::Own | Act::Have | Act::Refuse, _) | Cue::Warning)
}

fn fields(source: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let name = line.trim_end_matches(is_blank);
        let empty = line.get(name.len()..).is_some_and(|blank| blank.contains(is_filled_in));
        let letters = name.trim_start_matches(is_unseen);
        if empty && !letters.is_empty() && visible(letters) <= LONGEST_NAME {
            let indent = name.len() - letters.len();
            fields.push(Field { start: start + indent, end: start + name.len() });
        }
        start += line.len();
    }
    fields
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || is_ignored(c)
}

/// What stands where the answer is to be written.
fn is_blank(c: char) -> bool {
    is_unseen(c)
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
            "E-mail:\u{200B}\nPassword:\u{200B}\n",
            "姓名：\n密码：",
            "氏名：\nパスワード：",
            "الاسم:\nكلمة المرور:",
        ] {
            assert_eq!(wanted(text), [Wanted::Password], "{text}");
        }
    }

    #[test]
    fn items_are_asked_for_by_the_line_above_them() {
        for text in [
            "To go on we need the following:\n- your UID\n- your password\n",
            "Please send us:\n\n1. the hash\n2. your account password",
            "Please send us:\n\n1\u{200B}. the hash\n2\u{200B}. your account password",
            "金曜日までに次のものをご提出ください。\n・住所証明\n・パスワード",
            "请提供以下资料。\n1、交易哈希\n2、登录密码",
        ] {
            assert!(wanted(text).contains(&Wanted::Password), "{text}");
        }
        for text in [
            "Never send us:\n- your password\n- your codes",
            "You can change these in the settings:\n- your e-mail\n- your password",
            "Please send us:\n- the hash\n- a screenshot with your password covered",
        ] {
            assert_eq!(wanted(text), [], "{text}");
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
