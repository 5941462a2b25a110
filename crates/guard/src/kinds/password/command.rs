//! Passwords on command lines and in web addresses: `curl -u name:password`, `https://name:password@host`.

use std::ops::Range;

use crate::labels::{Label, Says};
use crate::mask;
use crate::shape::is_placeholder;
use crate::text::Text;

const LONGEST_LINE: usize = 400;
const SHORTEST: usize = 3;

/// Gives the password that a program or the host of an address is given, if the label begins one.
pub(super) fn password(text: &Text<'_>, label: &Label) -> Option<Range<usize>> {
    let name = text.get(label.start, label.end);
    if !matches!(label.says, Says::Command | Says::Link) {
        return None;
    }
    let line = text.get(label.end, text.boundary(label.end + LONGEST_LINE));
    let line = line.get(..line.find('\n').unwrap_or(line.len()))?;
    if ["mysql", "mysqldump", "sshpass"].contains(&name) {
        return written_on(line).map(|it| label.end + it.start..label.end + it.end);
    }
    let pair = match label.says {
        Says::Command => argument(line)?,
        Says::Link => user_info(line)?,
        _ => return None,
    };
    let (name, typed) = line.get(pair.clone())?.split_once(':')?;
    let start = label.end + pair.start + name.len() + 1;
    let is_secret =
        typed.len() >= SHORTEST && !is_placeholder(typed) && !typed.contains(mask::OPEN);
    is_secret.then_some(start..start + typed.len())
}

/// Gives what is written on to `-p`.
fn written_on(line: &str) -> Option<Range<usize>> {
    let start = line.find(" -p")? + 3;
    let rest = line.get(start..)?;
    let typed = rest.get(..rest.find(char::is_whitespace).unwrap_or(rest.len()))?;
    let is_secret =
        typed.len() >= SHORTEST && !is_placeholder(typed) && !typed.contains(mask::OPEN);
    is_secret.then_some(start..start + typed.len())
}

/// Gives where the argument of `-u` or `--user` stands.
fn argument(line: &str) -> Option<Range<usize>> {
    let (at, option) = [" -u ", " --user ", " --user=", " -u", " --proxy-user "]
        .iter()
        .find_map(|option| line.find(option).map(|at| (at, option)))?;
    let start = at + option.len();
    let rest = line.get(start..)?;
    let bare = rest.trim_start_matches(['"', '\'']);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let end = bare.find(|c: char| quote.map_or(c.is_whitespace(), |quote| c == quote));
    let front = rest.len() - bare.len();
    Some(start + front..start + front + end.unwrap_or(bare.len()))
}

/// Gives where the name and the password before the host stand (RFC 3986, section 3.2.1).
fn user_info(line: &str) -> Option<Range<usize>> {
    let end =
        line.find(|c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '<' | '>'));
    let authority = line.get(..end.unwrap_or(line.len()))?;
    authority.rfind('@').map(|at| 0..at)
}
