//! Files for those who may see them: whole or in part, never as anything that runs.

use std::ops::Range;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use proofdesk_desk::Desk;
use proofdesk_desk::attachment::{Attachment, Scan, Scanning};
use proofdesk_desk::code::Code;

use crate::edge::text;
use crate::etag::is_known;
use crate::problem::{Problem, Result};

/// What a browser may show in place. Everything else is only ever saved; PDFs too, because browsers do not open their
/// viewer inside a sandbox and would show an empty page.
const SHOWN: &[&str] = &[
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "image/avif",
    "video/mp4",
    "video/webm",
    "video/quicktime",
    "text/plain",
];
/// Whatever a file is, it runs nothing and loads nothing.
const SANDBOX: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox";

/// Answers with a file that the caller found visible, honouring `Range`, `If-Range` and `If-None-Match`.
/// `disposition` is the header's value for saving; the type decides whether it may be shown instead.
///
/// # Errors
/// `not-found` once erased, `attachment-infected`, `attachment-unscanned`, `header-invalid`, `range-invalid`; `internal` when the
/// stored bytes were changed.
pub async fn serve(
    desk: &Desk,
    headers: &HeaderMap,
    file: &Attachment,
    disposition: &str,
) -> Result<Response> {
    let Some(sealed_key) = &file.sealed_key else { return Err(Problem::new(Code::NotFound)) };
    refuse_unsafe(desk.scanning(), file)?;
    let size = u64::try_from(file.size).unwrap_or(0);
    let tag = format!("\"{}\"", hex::encode(&file.sha256));
    if is_known(headers, &tag)? {
        return Ok(dressed(StatusCode::NOT_MODIFIED, &tag, file, disposition, Body::empty()));
    }
    let wanted = wanted(headers, size, &tag)?;
    let range = wanted.clone().unwrap_or(0..size);
    let bytes = desk
        .blob()
        .get(file.blob_id, sealed_key, size, range.clone())
        .await
        .map_err(proofdesk_desk::Error::from)?;
    let body = Body::from_stream(bytes.map(|chunk| chunk.map_err(std::io::Error::other)));
    let status = if wanted.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
    let mut response = dressed(status, &tag, file, disposition, body);
    let length = HeaderValue::from(range.end - range.start);
    response.headers_mut().insert(header::CONTENT_LENGTH, length);
    if wanted.is_some() {
        let text = format!("bytes {}-{}/{size}", range.start, range.end.saturating_sub(1));
        response.headers_mut().insert(header::CONTENT_RANGE, value(&text));
    }
    Ok(response)
}

/// Nobody gets an infected file, its sender and the agents included: whoever must have it asks the operator.
fn refuse_unsafe(scanning: Scanning, file: &Attachment) -> Result<()> {
    match (file.scan, scanning) {
        (Scan::Infected, _) => Err(Problem::new(Code::AttachmentInfected)),
        (Scan::Unscanned | Scan::Failed, Scanning::Hold) => {
            Err(Problem::new(Code::AttachmentUnscanned))
        }
        _ => Ok(()),
    }
}

fn dressed(
    status: StatusCode,
    tag: &str,
    file: &Attachment,
    disposition: &str,
    body: Body,
) -> Response {
    let is_shown = SHOWN.contains(&file.content_type.as_str());
    let kind = if is_shown { file.content_type.as_str() } else { "application/octet-stream" };
    let kind = if kind == "text/plain" { "text/plain; charset=utf-8" } else { kind };
    let disposition = if is_shown {
        disposition.replacen("attachment", "inline", 1)
    } else {
        disposition.to_owned()
    };
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(kind));
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition));
    headers.insert(header::ETAG, value(tag));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::try_from(text).unwrap_or_else(|_odd| HeaderValue::from_static(""))
}

/// The part that is asked for, or `None` for the whole: no range, several, or one of another version of the file.
fn wanted(headers: &HeaderMap, size: u64, tag: &str) -> Result<Option<Range<u64>>> {
    let range = text(headers, &header::RANGE);
    let only_if = text(headers, &header::IF_RANGE);
    if range.is_empty() || (!only_if.is_empty() && only_if != tag) {
        return Ok(None);
    }
    parse_range(range, size).map_err(|Unsatisfiable| {
        Problem::new(Code::RangeInvalid)
            .with_header(header::CONTENT_RANGE, value(&format!("bytes */{size}")))
    })
}

#[derive(Debug, PartialEq, Eq)]
struct Unsatisfiable;

/// RFC 9110, section 14. Several ranges and other units are ignored, as the RFC allows.
fn parse_range(header: &str, size: u64) -> std::result::Result<Option<Range<u64>>, Unsatisfiable> {
    let Some(spec) = header.strip_prefix("bytes=") else { return Ok(None) };
    let Some((first, last)) = spec.split_once('-') else { return Ok(None) };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let range = match (first.trim(), last.trim()) {
        ("", suffix) => match number(suffix) {
            Some(0) => return Err(Unsatisfiable),
            Some(n) => size.saturating_sub(n)..size,
            None => return Ok(None),
        },
        (first, "") => match number(first) {
            Some(start) => start..size,
            None => return Ok(None),
        },
        (first, last) => match (number(first), number(last)) {
            (Some(start), Some(end)) if start <= end => start..size.min(end.saturating_add(1)),
            _ => return Ok(None),
        },
    };
    if range.start >= size { Err(Unsatisfiable) } else { Ok(Some(range)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_as_the_rfc_has_them() {
        for (header, size, expected) in [
            ("bytes=0-0", 10, Ok(Some(0..1))),
            ("bytes=2-", 10, Ok(Some(2..10))),
            ("bytes=-3", 10, Ok(Some(7..10))),
            ("bytes=-30", 10, Ok(Some(0..10))),
            ("bytes=5-100", 10, Ok(Some(5..10))),
            ("bytes=10-", 10, Err(Unsatisfiable)),
            ("bytes=-0", 10, Err(Unsatisfiable)),
            ("bytes=0-0", 0, Err(Unsatisfiable)),
            ("bytes=5-2", 10, Ok(None)),
            ("bytes=0-1,3-4", 10, Ok(None)),
            ("lines=0-1", 10, Ok(None)),
            ("bytes=a-b", 10, Ok(None)),
            ("bytes=18446744073709551615-18446744073709551615", 10, Err(Unsatisfiable)),
        ] {
            assert_eq!(parse_range(header, size), expected, "{header} of {size}");
        }
    }
}
