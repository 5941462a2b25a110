use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use proofdesk_desk::Error;
use proofdesk_desk::code::Code;

use crate::problem::Problem;

/// The entity tag of a version: `"7"`.
pub fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// Says whether a request has what carries this tag already, by `If-None-Match`. A proxy on the way may have made the tag a weak
/// one, which changes nothing here (RFC 9110, section 13.1.2).
///
/// # Errors
/// `header-invalid` when the header cannot be read.
pub fn is_known(headers: &HeaderMap, tag: &str) -> Result<bool, Problem> {
    Ok(match named(headers, &header::IF_NONE_MATCH)? {
        None => false,
        Some(Named::Anything) => true,
        Some(Named::Tags(tags)) => tags.iter().any(|known| known.quoted == tag.as_bytes()),
    })
}

/// The version that a request insists on by `If-Match: "7"`; `None` when it does not (no header, or `*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub Option<i64>);

impl IfMatch {
    /// The version, for requests that must name one.
    ///
    /// # Errors
    /// `version-required`.
    pub fn required(self) -> Result<i64, Problem> {
        self.0.ok_or_else(|| Problem::new(Code::VersionRequired))
    }

    fn read(headers: &HeaderMap) -> Result<Self, Problem> {
        match named(headers, &header::IF_MATCH)? {
            None | Some(Named::Anything) => Ok(Self(None)),
            Some(Named::Tags(tags)) => only_version(&tags).map(|version| Self(Some(version))),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Self::read(&parts.headers)
    }
}

/// The version that a request goes on from by `If-Match: "7"` where it may also make what was not there; `None` for that, without the
/// header. `*` is whatever is there (RFC 9110, section 13.1.1), which nobody overwrites unseen: it is `version-required`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatchOrNew(pub Option<i64>);

impl IfMatchOrNew {
    fn read(headers: &HeaderMap) -> Result<Self, Problem> {
        match named(headers, &header::IF_MATCH)? {
            None => Ok(Self(None)),
            Some(Named::Anything) => Err(Problem::new(Code::VersionRequired)),
            Some(Named::Tags(tags)) => only_version(&tags).map(|version| Self(Some(version))),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatchOrNew {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Self::read(&parts.headers)
    }
}

/// A tag that we never gave out (a weak one, another's, one among several) matches no version, so it is a conflict.
fn only_version(tags: &[Tag<'_>]) -> Result<i64, Problem> {
    let version = match tags {
        [only] => only.version(),
        _ => None,
    };
    version.ok_or_else(|| Problem::new(Code::VersionConflict))
}

/// What a condition names.
#[derive(Debug, PartialEq, Eq)]
enum Named<'a> {
    /// `*`
    Anything,
    Tags(Vec<Tag<'a>>),
}

/// An entity tag (RFC 9110, section 8.8.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tag<'a> {
    is_weak: bool,
    /// With its quotation marks.
    quoted: &'a [u8],
}

impl<'a> Tag<'a> {
    /// The tag at the beginning of a text, and what stands behind it.
    fn first(text: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (is_weak, tag) = match text.strip_prefix(b"W/") {
            Some(tag) => (true, tag),
            None => (false, text),
        };
        let inner = tag.strip_prefix(b"\"")?;
        let length = inner.iter().position(|byte| *byte == b'"')?;
        let (opaque, _) = inner.split_at_checked(length)?;
        let is_plain = opaque.iter().all(|byte| *byte > b' ' && *byte != 0x7f);
        // Both marks are beside it.
        let (quoted, rest) = tag.split_at_checked(length + 2)?;
        is_plain.then_some((Self { is_weak, quoted }, rest))
    }

    /// The version, of a tag as we write them.
    fn version(&self) -> Option<i64> {
        let text = std::str::from_utf8(self.quoted).ok().filter(|_| !self.is_weak)?;
        text.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
    }
}

/// What a header of conditions names; `None` without one. One that is there and says nothing is no wish to go without: a client
/// that lost its version would overwrite what it never saw.
fn named<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<Named<'a>>, Problem> {
    let lines: Vec<&[u8]> = headers.get_all(name).iter().map(HeaderValue::as_bytes).collect();
    if lines.is_empty() {
        return Ok(None);
    }
    listed(&lines).map(Some).ok_or_else(|| {
        let args = vec![("header", name.as_str().to_owned())];
        Error::refused_with(Code::HeaderInvalid, args).into()
    })
}

/// `*`, or a list of tags with commas between them, over as many lines as there are.
fn listed<'a>(lines: &[&'a [u8]]) -> Option<Named<'a>> {
    if let [only] = lines
        && only.trim_ascii() == b"*"
    {
        return Some(Named::Anything);
    }
    let mut tags = Vec::new();
    for line in lines {
        let mut rest = line.trim_ascii();
        while !rest.is_empty() {
            // A list may have places with nothing in them (RFC 9110, section 5.6.1.2).
            if let Some(behind) = rest.strip_prefix(b",") {
                rest = behind.trim_ascii_start();
                continue;
            }
            let (tag, behind) = Tag::first(rest)?;
            rest = behind.trim_ascii_start();
            if !rest.is_empty() && !rest.starts_with(b",") {
                return None;
            }
            tags.push(tag);
        }
    }
    (!tags.is_empty()).then_some(Named::Tags(tags))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn with(name: &HeaderName, lines: &[&[u8]]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(name, HeaderValue::from_bytes(line).unwrap());
        }
        headers
    }

    /// The version that is insisted on, or the code of the refusal.
    fn read(lines: &[&[u8]]) -> Result<Option<i64>, Code> {
        let read = IfMatch::read(&with(&header::IF_MATCH, lines));
        read.map(|seen| seen.0).map_err(|problem| problem.code())
    }

    #[test]
    fn reads_its_own_tags() {
        assert_eq!(read(&[]), Ok(None));
        for (line, expected) in [
            (&b"\"7\""[..], Ok(Some(7))),
            (b" \"7\" ,", Ok(Some(7))),
            (b"*", Ok(None)),
            (b"W/\"7\"", Err(Code::VersionConflict)),
            (b"\"seven\"", Err(Code::VersionConflict)),
            (b"\"\"", Err(Code::VersionConflict)),
            (b"\"\xff\"", Err(Code::VersionConflict)),
            (b"\"7\", \"8\"", Err(Code::VersionConflict)),
        ] {
            assert_eq!(read(&[line]), expected, "{}", String::from_utf8_lossy(line));
        }
        assert_eq!(read(&[b"\"7\"", b""]), Ok(Some(7)));
        assert_eq!(etag(7), "\"7\"");
    }

    #[test]
    fn what_may_be_new_takes_no_star_for_a_version() {
        let read = |lines: &[&[u8]]| {
            let read = IfMatchOrNew::read(&with(&header::IF_MATCH, lines));
            read.map(|seen| seen.0).map_err(|problem| problem.code())
        };
        assert_eq!(read(&[]), Ok(None));
        assert_eq!(read(&[b"\"7\""]), Ok(Some(7)));
        assert_eq!(read(&[b"*"]), Err(Code::VersionRequired));
        assert_eq!(read(&[b"\"7\", \"8\""]), Err(Code::VersionConflict));
        assert_eq!(read(&[b""]), Err(Code::HeaderInvalid));
    }

    #[test]
    fn what_is_no_tag_is_refused_and_not_left_out() {
        for line in [
            &b""[..],
            b" ",
            b",",
            b"7",
            b"\"7",
            b"7\"",
            b"\"7\" \"8\"",
            b"\"a b\"",
            b"w/\"7\"",
            b"W/7",
            b"*, \"7\"",
            b"\xff",
        ] {
            assert_eq!(
                read(&[line]),
                Err(Code::HeaderInvalid),
                "{}",
                String::from_utf8_lossy(line)
            );
        }
        assert_eq!(read(&[b"*", b"*"]), Err(Code::HeaderInvalid));
    }

    #[test]
    fn what_is_there_already_is_known_by_its_tag() {
        let known = |lines: &[&[u8]]| {
            let known = is_known(&with(&header::IF_NONE_MATCH, lines), "\"abc\"");
            known.map_err(|problem| problem.code())
        };
        assert_eq!(known(&[]), Ok(false));
        for (line, expected) in [
            (&b"\"abc\""[..], Ok(true)),
            (b"\"x\", W/\"abc\"", Ok(true)),
            (b"\"x,\"abc\"", Err(Code::HeaderInvalid)),
            (b"\"x\"", Ok(false)),
            (b"*", Ok(true)),
            (b"", Err(Code::HeaderInvalid)),
            (b"abc", Err(Code::HeaderInvalid)),
        ] {
            assert_eq!(known(&[line]), expected, "{}", String::from_utf8_lossy(line));
        }
        assert_eq!(known(&[b"\"x\"", b"\"abc\""]), Ok(true));
    }
}
