//! Files for those who may see them: whole or in part, never as anything that runs.

use std::ops::Range;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use proofdesk_desk::Desk;
use proofdesk_desk::attachment::{Attachment, Scan, Scanning};
use proofdesk_desk::code::Code;

use crate::edge::text;
use crate::etag::is_known;
use crate::problem::{Problem, Result};

/// Whatever a file is, it runs nothing and loads nothing.
const SANDBOX: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox";
/// The same for a PDF in a frame of ours, without the word by which browsers refuse to open their viewer and show an empty page. The
/// viewer is a part of the browser with an origin of its own: what a PDF brings to run has no way into the page around it.
const FRAMED: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'self'";
/// What the browser wants the answer for. No page can claim another purpose than its own.
const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Where a file is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a page of its own, or as a part of another. PDFs are saved.
    Anywhere,
    /// In a frame of one of our pages. PDFs are shown.
    Frame,
}

impl Place {
    /// A frame, unless the browser says that it opens a page: whoever follows a link to a stranger's PDF is not led to one at our
    /// address, which would look like ours.
    pub fn framed(headers: &HeaderMap) -> Self {
        if text(headers, &SEC_FETCH_DEST) == "document" { Self::Anywhere } else { Self::Frame }
    }
}

/// The type under which a browser may show a file in place, which may be the more common name of the same; `None` for what is only
/// ever saved.
fn shown_as(content_type: &str, place: Place) -> Option<&'static str> {
    Some(match content_type {
        "image/png" => "image/png",
        "image/jpeg" => "image/jpeg",
        "image/gif" => "image/gif",
        "image/webp" => "image/webp",
        "image/avif" => "image/avif",
        "video/mp4" | "video/x-m4v" => "video/mp4",
        "video/webm" => "video/webm",
        "video/quicktime" => "video/quicktime",
        "audio/mpeg" => "audio/mpeg",
        "audio/ogg" | "audio/opus" => "audio/ogg",
        "audio/x-wav" => "audio/wav",
        "audio/x-flac" => "audio/flac",
        "audio/aac" => "audio/aac",
        "audio/m4a" => "audio/mp4",
        "text/plain" => "text/plain; charset=utf-8",
        "application/pdf" if place == Place::Frame => "application/pdf",
        _ => return None,
    })
}

/// Answers with a file that the caller found visible, honouring `Range`, `If-Range` and `If-None-Match`.
/// `disposition` is the header's value for saving; the type and the place decide whether it may be shown instead.
///
/// # Errors
/// `not-found` once erased, `attachment-infected`, `attachment-unscanned`, `header-invalid`, `range-invalid`; `internal` when the
/// stored bytes were changed.
pub async fn serve(
    desk: &Desk,
    headers: &HeaderMap,
    file: &Attachment,
    place: Place,
    disposition: &str,
) -> Result<Response> {
    let Some(sealed_key) = &file.sealed_key else { return Err(Problem::new(Code::NotFound)) };
    refuse_unsafe(desk.scanning(), file)?;
    let size = u64::try_from(file.size).unwrap_or(0);
    let tag = format!("\"{}\"", hex::encode(&file.sha256));
    if is_known(headers, &tag)? {
        let dress = Dress::of(file, place, disposition);
        return Ok(dress.on(StatusCode::NOT_MODIFIED, &tag, Body::empty()));
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
    let mut response = Dress::of(file, place, disposition).on(status, &tag, body);
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

/// How a file looks to a browser.
struct Dress {
    kind: &'static str,
    disposition: String,
    policy: &'static str,
}

impl Dress {
    fn of(file: &Attachment, place: Place, disposition: &str) -> Self {
        let kind = shown_as(&file.content_type, place);
        let policy = if kind == Some("application/pdf") { FRAMED } else { SANDBOX };
        let disposition = match kind {
            Some(_) => disposition.replacen("attachment", "inline", 1),
            None => disposition.to_owned(),
        };
        Self { kind: kind.unwrap_or("application/octet-stream"), disposition, policy }
    }

    fn on(&self, status: StatusCode, tag: &str, body: Body) -> Response {
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        headers.insert(header::CONTENT_DISPOSITION, value(&self.disposition));
        headers.insert(header::ETAG, value(tag));
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(self.policy));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        // What is a page to one and a file to another is not kept for the other.
        headers.insert(header::VARY, HeaderValue::from_name(SEC_FETCH_DEST));
        response
    }
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
