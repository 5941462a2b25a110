use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use proofdesk_desk::code::Code;

use crate::edge::text;
use crate::problem::Problem;

/// The entity tag of a version: `"7"`.
pub fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
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

    fn parse(value: &str) -> Option<Self> {
        match value.trim() {
            "" | "*" => Some(Self(None)),
            tag => {
                let version = tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()?;
                Some(Self(Some(version)))
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    /// A tag that we never gave out (a weak one, another's) matches no version, so it is a conflict.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Self::parse(text(&parts.headers, &header::IF_MATCH))
            .ok_or_else(|| Problem::new(Code::VersionConflict))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_own_tags() {
        for (header, read) in [
            ("\"7\"", Some(IfMatch(Some(7)))),
            ("", Some(IfMatch(None))),
            ("*", Some(IfMatch(None))),
            ("W/\"7\"", None),
            ("7", None),
            ("\"seven\"", None),
        ] {
            assert_eq!(IfMatch::parse(header), read, "{header}");
        }
        assert_eq!(etag(7), "\"7\"");
    }
}
