//! What stands for a person who is signed in: JSON Web Tokens (RFC 7519), bearer tokens, cookies.

use std::ops::Range;

use crate::kinds::{Kind, Span};
use crate::labels::{Label, Says};
use crate::shape::{Shape, is_placeholder, is_public};
use crate::text::Text;
use crate::value::{Link, Value};

const SHORTEST: usize = 16;
/// "Token" stands before coins and contracts too.
const SHORTEST_BY_TOKEN: usize = 20;
const SHORTEST_COOKIE: usize = 8;
/// How far before the header the fields of a signed request may stand.
const REACH_OF_SIGNED: usize = 240;
const SHORTEST_PART: usize = 10;
const LONGEST_COOKIES: usize = 8_192;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    find_jwts(text, spans);
    let mut covered = 0;
    for label in text.labels() {
        match label.says {
            Says::Session | Says::Token => find_value(text, label, spans),
            Says::Cookie if label.start >= covered => {
                let found = spans.len();
                covered = find_cookies(text, label, spans);
                // "My session cookie is x": no pair of a name and a value.
                if spans.len() == found {
                    find_value(text, label, spans);
                }
            }
            _ => {}
        }
    }
}

fn find_jwts(text: &Text<'_>, spans: &mut Vec<Span>) {
    let (mut covered, mut run) = (0, Run::default());
    for token in text.survey.tokens.iter().map(|token| token.start) {
        if token < covered {
            continue;
        }
        run.move_to(text, token);
        if run.is_jwt(token) {
            covered = run.end;
            spans.push(Span::new(Kind::SessionToken, token..covered, false));
        }
    }
}

/// Letters and digits joined by dots, in which header, payload and signature are looked for; a signature may be cut off.
///
/// What is measured from one token holds for the next: a run may be as long as the text.
#[derive(Default)]
struct Run {
    /// Behind the last part, and behind the dots there.
    end: usize,
    last: usize,
    /// Where the part that is looked at ends, and the one behind it.
    header: usize,
    payload: usize,
}

impl Run {
    fn move_to(&mut self, text: &Text<'_>, token: usize) {
        if token >= self.last {
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            let rest = text.after(token);
            let run = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
            let run = run.unwrap_or_default();
            self.last = token + run.len();
            self.end = token + run.trim_end_matches('.').len();
            (self.header, self.payload) = (token, token);
        }
        if token >= self.header {
            let dot = |from: usize| {
                let dot = text.get(from, self.end).find('.');
                dot.map_or(self.end, |dot| from + dot)
            };
            self.header = dot(token);
            self.payload = dot(self.header + 1);
        }
    }

    /// Tells whether header and payload are what begins at a token.
    fn is_jwt(&self, token: usize) -> bool {
        self.header >= token + SHORTEST_PART && self.payload > self.header + SHORTEST_PART
    }
}

fn find_value(text: &Text<'_>, label: &Label, spans: &mut Vec<Span>) {
    // Some interfaces want the signature of a request in the header of that name, without a scheme.
    let is_header = text.get(label.start, label.end).eq_ignore_ascii_case("authorization");
    let signed =
        is_header && text.has_before(label.start, REACH_OF_SIGNED, &[Says::ApiKey, Says::Other]);
    let is_token = |value: &Value| {
        let typed = text.get(value.range.start, value.range.end);
        let is_signature = signed && typed.bytes().all(|byte| byte.is_ascii_hexdigit());
        has_form(typed)
            && !is_signature
            && match (label.says, value.link) {
                (Says::Cookie, Link::Near) => false,
                (Says::Token | Says::Cookie, Link::Assigned) | (Says::Session, Link::Near) => {
                    typed.len() >= SHORTEST_BY_TOKEN
                }
                (Says::Token, _) => false,
                _ => typed.len() >= SHORTEST,
            }
    };
    let value = text.values_after(label).find(is_token);
    spans.extend(value.map(|value| Span::new(Kind::SessionToken, value.range, false)));
}

fn has_form(value: &str) -> bool {
    let shape = Shape::of(value);
    shape.digits > 0
        && shape.letters() > 0
        && shape.foreign == 0
        && !value.starts_with("0x")
        && !is_public(value)
        && !is_placeholder(value)
}

/// Reads `name=value; name=value` behind the name of the header and takes the values that sign somebody in; gives the
/// end of the line.
fn find_cookies(text: &Text<'_>, label: &Label, spans: &mut Vec<Span>) -> usize {
    let line = text.get(label.end, text.boundary(label.end + LONGEST_COOKIES));
    let line = line.get(..line.find('\n').unwrap_or(line.len())).unwrap_or_default();
    let mut start = label.end;
    for pair in line.split_inclusive(';') {
        if let Some(value) = cookie(pair) {
            spans.push(Span::new(
                Kind::SessionToken,
                start + value.start..start + value.end,
                false,
            ));
        }
        start += pair.len();
    }
    start
}

/// Gives where the value of a cookie stands, if its name is that of a session.
fn cookie(pair: &str) -> Option<Range<usize>> {
    let (name, value) = pair.split_once('=')?;
    let name_of_session = name.rsplit([' ', ':', '"', '\'']).next()?.to_ascii_lowercase();
    let is_session = ["sess", "sid", "token", "auth", "jwt", "login", "remember"]
        .iter()
        .any(|part| name_of_session.contains(part));
    let length = value
        .find(|c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\'' | crate::mask::OPEN));
    let length = length.unwrap_or(value.len());
    let start = name.len() + 1;
    (is_session && length >= SHORTEST_COOKIE).then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const JWT: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

    #[test]
    fn finds_tokens_in_a_row_of_dots() {
        for (text, masked) in [
            ("eyJ.eyJ.§", "eyJ.eyJ.⟦session-token⟧"),
            ("eyJ.§..", "eyJ.⟦session-token⟧.."),
            ("eyJhbGciOiJI.x.§", "eyJhbGciOiJI.x.⟦session-token⟧"),
            ("eyJ-eyJ_§, §", "⟦session-token⟧, ⟦session-token⟧"),
            ("eyJhbGciOiJI..eyJhbGciOiJI", "eyJhbGciOiJI..eyJhbGciOiJI"),
            ("eyJhbGciOiJI.eyJhbGciO", "eyJhbGciOiJI.eyJhbGciO"),
            ("eyJhbGciOiJI.eyJhbGciOi", "⟦session-token⟧"),
        ] {
            assert_eq!(scan(&text.replace('§', JWT)).masked, masked, "{text}");
        }
        // Each of these begins a row that goes on to the end of the text.
        for row in ["eyJ.", "eyJ-", "eyJhbGciOiJI..", "eyJ.a-eyJ_"] {
            assert!(scan(&row.repeat(400_000 / row.len())).is_clean(), "{row}");
        }
    }

    #[test]
    fn finds_tokens_by_their_form_and_by_their_name() {
        for (text, masked) in [
            ("here: §.", "here: ⟦session-token⟧."),
            ("Authorization: Bearer §", "Authorization: Bearer ⟦session-token⟧"),
            ("{\"token\":\"§\"}", "{\"token\":\"⟦session-token⟧\"}"),
        ] {
            assert_eq!(scan(&text.replace('§', JWT)).masked, masked);
        }
        for (text, masked) in [
            ("my session cookie is 9f8a7b6c5d4e3f2a1b0c", "my session cookie is ⟦session-token⟧"),
            ("session_token=9f8a7b6c5d4e3f2a1b0c", "session_token=⟦session-token⟧"),
            ("Authorization: Bearer 9f8a7b6c5d4e3f2a1b0c", "Authorization: Bearer ⟦session-token⟧"),
            (
                "Cookie: lang=en; session=9f8a7b6c5d; theme=dark",
                "Cookie: lang=en; session=⟦session-token⟧; theme=dark",
            ),
            (
                "Set-Cookie: auth_token=abcdefgh1; Path=/",
                "Set-Cookie: auth_token=⟦session-token⟧; Path=/",
            ),
        ] {
            assert_eq!(scan(text).masked, masked);
        }
    }

    #[test]
    fn leaves_coins_and_contracts() {
        for text in [
            "token: 0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "token TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "which token: USDT or USDC?",
            "my session expired 5 times",
            "accept all cookies",
            "access_id=74BB302D3E598394CA10C3A088ADFE37\nauthorization: CAAE1EB30AD276770CCB1695F02C73FA",
            "eyJ is how it begins",
        ] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
