//! Links to block explorers: host, chain and target are read from the text. Nothing is ever fetched.

mod hosts;
mod imitation;
mod path;

use std::borrow::Cow;

use crate::item::{Item, Kind, Link, Target, TargetKind};
use crate::link::hosts::Shows;
use crate::link::path::Path;
use crate::lookalike::latin;
use crate::network::{Network, Networks};
use crate::problem::Problem;

/// The longest link that is looked at, in bytes.
const LONGEST: usize = 2_048;
/// The longest host: a name in the DNS has 253 characters.
const LONGEST_HOST: usize = 253;

/// What stands at a place where a link could begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// An explorer, or what imitates one.
    Explorer(Box<Item>),
    /// Another page, which ends here and is no evidence. Its host is behind `host_end`.
    Other { host_end: usize, end: usize },
    /// No link.
    Nothing { host_end: usize },
}

/// Where the parts of a link stand in the text.
struct Parts<'a> {
    /// What stands before `@`, if anything.
    user: Option<&'a str>,
    host: &'a str,
    port: Option<&'a str>,
    host_end: usize,
    /// A browser would read the host on, as it is written with escapes: `etherscan.io%2eevil.example`.
    is_escaped: bool,
    /// Path, query and fragment.
    rest: &'a str,
    end: usize,
}

/// Reads a link that begins with the token at this place.
pub(crate) fn at(text: &str, start: usize, token_end: usize) -> Read {
    let scheme = scheme_end(text, start, token_end);
    let parts = match parts(text, scheme.unwrap_or(start), scheme.is_some()) {
        Ok(parts) => parts,
        Err(host_end) => return Read::Nothing { host_end: host_end.max(token_end) },
    };
    if scheme.is_none() && !has_form_of_host(parts.host) {
        return Read::Nothing { host_end: parts.host_end };
    }
    let host = lower(parts.host);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    match read(text, start, host, &parts) {
        Some(item) => Read::Explorer(Box::new(item)),
        None if scheme.is_some() || parts.rest.starts_with('/') => {
            Read::Other { host_end: parts.host_end, end: parts.end }
        }
        None => Read::Nothing { host_end: parts.host_end },
    }
}

/// Nearly every host is in lower case already.
fn lower(host: &str) -> Cow<'_, str> {
    if host.chars().any(char::is_uppercase) {
        Cow::Owned(host.to_lowercase())
    } else {
        Cow::Borrowed(host)
    }
}

fn scheme_end(text: &str, start: usize, token_end: usize) -> Option<usize> {
    let word = text.get(start..token_end)?;
    let is_scheme = word.eq_ignore_ascii_case("http") || word.eq_ignore_ascii_case("https");
    let behind = text.get(token_end..)?.starts_with("://");
    (is_scheme && behind).then_some(token_end + 3)
}

/// Takes a link apart; an error says how far it looked for a host.
fn parts(text: &str, start: usize, has_scheme: bool) -> Result<Parts<'_>, usize> {
    let all = text.get(start..).unwrap_or_default();
    let user = if has_scheme { user(all) } else { None };
    let host_start = user.map_or(0, |user| user.len() + 1);
    let behind = all.get(host_start..).unwrap_or_default();
    let host_len = behind
        .chars()
        .take(LONGEST_HOST + 1)
        .take_while(|c| is_of_host(*c))
        .map(char::len_utf8)
        .sum();
    let host = behind.get(..host_len).unwrap_or_default();
    if host.len() > LONGEST_HOST {
        return Err(start + host_start + host_len);
    }
    let whole = host;
    let host = whole.trim_end_matches(['.', '-']);
    // The point of the root belongs to the name: etherscan.io./tx/…
    let behind_host = behind.get(whole.len()..).unwrap_or_default();
    let is_rooted =
        whole.len() == host.len() + 1 && whole.ends_with('.') && behind_host.starts_with('/');
    let is_escaped = has_scheme && whole.len() == host.len() && behind_host.starts_with('%');
    let host_end = start + host_start + host.len() + usize::from(is_rooted);
    let port = port(text.get(host_end..).unwrap_or_default());
    let rest_start = host_end + port.map_or(0, |port| port.len() + 1);
    let rest = text.get(rest_start..).unwrap_or_default();
    let rest = rest.get(..rest_len(rest)).unwrap_or_default();
    Ok(Parts { user, host, port, host_end, is_escaped, rest, end: rest_start + rest.len() })
}

/// What stands before `@` in front of the path.
fn user(all: &str) -> Option<&str> {
    let len = all.bytes().take(LONGEST_HOST).take_while(|byte| !ends_authority(*byte)).count();
    all.get(..len)?.rsplit_once('@').map(|(user, _)| user)
}

fn port(behind: &str) -> Option<&str> {
    let digits = behind.strip_prefix(':')?;
    let len = digits.bytes().take(6).take_while(u8::is_ascii_digit).count();
    digits.get(..len).filter(|port| !port.is_empty())
}

fn ends_authority(byte: u8) -> bool {
    matches!(byte, b'/' | b'?' | b'#' | b'\\' | b'<' | b'>' | b'"') || byte <= b' '
}

/// Letters of hosts: of ASCII, and those of other scripts that could pass for them.
fn is_of_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-') || (!c.is_ascii() && latin(c).is_some())
}

/// Path, query and fragment reach to white space, quotes, brackets and whatever is not ASCII; punctuation at their end
/// belongs to the sentence.
fn rest_len(rest: &str) -> usize {
    if !rest.starts_with(['/', '?', '#']) {
        return 0;
    }
    let inside = |byte: &u8| {
        byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'<' | b'>' | b'"' | b'`' | b'|' | b'{' | b'}' | b'\\' | b'^' | b'\''
            )
    };
    let len = rest.bytes().take(LONGEST).take_while(inside).count();
    let text = rest.get(..len).unwrap_or_default();
    let closing = if text.contains('(') {
        &['.', ',', ';', ':', '!', '?', '*'][..]
    } else {
        &['.', ',', ';', ':', '!', '?', '*', ')', ']'][..]
    };
    text.trim_end_matches(closing).len()
}

/// Two labels at least, the last of letters.
fn has_form_of_host(host: &str) -> bool {
    let top = host.rsplit_once('.').map(|(_, top)| top).unwrap_or_default();
    top.chars().count() >= 2 && !top.chars().any(|c| c.is_ascii_digit())
}

fn read(text: &str, start: usize, host: &str, parts: &Parts<'_>) -> Option<Item> {
    let known = hosts::find(host);
    let attack = attack(host, known.map(|it| it.0), parts);
    if known.is_none() && attack.is_none() {
        return None;
    }
    let trusted = known.filter(|_| attack.is_none()).map(|(_, shows)| shows);
    let path = Path::read(parts.rest, trusted);
    let target = path.target.map(|(kind, value)| Target { kind, value: value.to_owned() });
    let problem = attack.or_else(|| path.problem.clone());
    let link = Link {
        host: host.to_owned(),
        network: path.network,
        chain_id: path.network.and_then(Network::chain_id).or(chain_id(trusted)),
        target,
    };
    Some(Item {
        kind: Kind::Link,
        value: text.get(start..parts.end)?.to_owned(),
        start,
        end: parts.end,
        networks: link.network.map_or(Networks::EMPTY, Networks::of),
        valid: problem.as_ref().is_none_or(Problem::leaves_valid),
        check: path.check,
        problem,
        memo: path.memo,
        link: Some(link),
        amount: None,
    })
}

fn chain_id(shows: Option<Shows>) -> Option<u64> {
    match shows {
        Some(Shows::Chain(id)) => Some(id),
        _ => None,
    }
}

/// The standard ports say nothing; any other is no explorer's.
fn attack(host: &str, known: Option<&'static str>, parts: &Parts<'_>) -> Option<Problem> {
    let shown = parts.user.map(str::to_lowercase);
    let hides = shown.is_some_and(|user| {
        let name = user.split([':', '/']).next().unwrap_or_default();
        known.is_some() || hosts::find(name).is_some() || imitation::imitated(name).is_some()
    });
    if hides {
        return Some(Problem::UserInfo);
    }
    if let Some(real) = known {
        if parts.is_escaped {
            return Some(Problem::LookAlikeHost { real });
        }
        let odd = parts.port.is_some_and(|port| !matches!(port, "443" | "80"));
        return odd.then_some(Problem::Port);
    }
    imitation::imitated(host).map(|real| Problem::LookAlikeHost { real })
}

impl TargetKind {
    /// What an id behind this part of a path is, as an item.
    pub(crate) const fn as_kind(self) -> Option<Kind> {
        match self {
            Self::Tx => Some(Kind::Tx),
            Self::Address => Some(Kind::Address),
            Self::Block => None,
        }
    }
}
