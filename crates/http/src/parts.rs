//! Forms that come in parts, as long as what stands in front of each part has an end.
//!
//! Whoever reads the parts keeps the head of one until it is whole, and looks through all of it whenever more comes. A head without end would
//! take as much memory as a form may have files, and more time with each byte; so the bytes are followed before they get there.

use axum::RequestExt as _;
use axum::body::Body;
use axum::extract::{Multipart, Request};
use axum::http::{HeaderMap, header};
use futures_util::StreamExt as _;
use mime_guess::{Mime, mime};
use proofdesk_desk::code::Code;
use proofdesk_desk::limits;

use crate::problem::{Problem, Result};

/// No delimiter is longer, says RFC 2046, 5.1.1.
const LONGEST_BOUNDARY: usize = 70;

/// The parts of a form. What its files may be together is set at the request before.
///
/// # Errors
/// `unsupported-media-type` for everything else. The parts end with an error where a head is longer than any form of ours has.
pub async fn multipart(request: Request) -> Result<Multipart> {
    let unsupported = || Problem::new(Code::UnsupportedMediaType);
    let boundary = boundary(request.headers()).ok_or_else(unsupported)?;
    let mut heads = Heads::new(&boundary);
    let request = request.map(|body| {
        Body::from_stream(body.into_data_stream().map(move |came| {
            came.and_then(|chunk| {
                if heads.have_an_end(&chunk) {
                    Ok(chunk)
                } else {
                    Err(axum::Error::new("what stands in front of a part is too long"))
                }
            })
        }))
    });
    request.extract::<Multipart, _>().await.map_err(|_other_type| unsupported())
}

/// What stands between the parts. It is read as whoever reads them does, so that both see the same ones.
fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind: Mime = headers.get(header::CONTENT_TYPE)?.to_str().ok()?.parse().ok()?;
    if kind.type_() != mime::MULTIPART || kind.subtype() != mime::FORM_DATA {
        return None;
    }
    let boundary = kind.get_param(mime::BOUNDARY)?.as_str();
    (boundary.len() <= LONGEST_BOUNDARY).then(|| boundary.to_owned())
}

/// Where in a form the next byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// In front of the first delimiter, where nothing is taken but the end of a line.
    Start,
    /// In the line of a delimiter, behind it.
    Line,
    /// Between that line and the empty one.
    Head,
    Data,
}

/// Follows a form, in whatever pieces it comes.
struct Heads {
    delimiter: Vec<u8>,
    at: At,
    /// How much of what ends this place came last.
    matched: usize,
    /// Bytes since the last data of a part.
    waiting: usize,
}

impl Heads {
    /// The delimiter begins with the end of the line before, which the first one need not have.
    fn new(boundary: &str) -> Self {
        let delimiter = format!("\r\n--{boundary}").into_bytes();
        Self { delimiter, at: At::Start, matched: 2, waiting: 0 }
    }

    /// Whether nothing in front of a part is too long so far.
    fn have_an_end(&mut self, chunk: &[u8]) -> bool {
        let mut rest = chunk;
        loop {
            if self.at == At::Data && self.matched == 0 {
                // Files are long, and nothing but this byte can end them.
                let next = memchr::memchr(b'\r', rest).unwrap_or(rest.len());
                rest = rest.get(next..).unwrap_or_default();
            }
            let Some((byte, after)) = rest.split_first() else { return true };
            if !self.takes(*byte) {
                return false;
            }
            rest = after;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        let sought: &[u8] = match self.at {
            At::Start | At::Data => &self.delimiter,
            At::Line => b"\r\n",
            At::Head => b"\r\n\r\n",
        };
        let (is_next, is_first) = (sought.get(self.matched) == Some(&byte), byte == b'\r');
        let is_whole = is_next && self.matched + 1 == sought.len();
        if self.at == At::Start && !is_next && !(is_first && self.waiting == 0) {
            return false;
        }
        // A delimiter has that byte in front alone, and in the other two each that does not fit begins them again.
        self.matched = if is_next { self.matched + 1 } else { usize::from(is_first) };
        if self.at != At::Data {
            self.waiting += 1;
        }
        if is_whole {
            self.matched = 0;
            self.at = match self.at {
                At::Start | At::Data => At::Line,
                At::Line => At::Head,
                At::Head => At::Data,
            };
            if self.at == At::Data {
                self.waiting = 0;
            }
        }
        self.waiting <= limits::FORM_HEAD_BYTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "--b\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\n";

    /// Whether a form that comes in pieces of so many bytes is let through.
    fn passes(form: &[u8], piece: usize) -> bool {
        let mut heads = Heads::new("b");
        form.chunks(piece).all(|piece| heads.have_an_end(piece))
    }

    fn check(form: &str, expected: bool) {
        for piece in [1, 2, 3, 5, 16 * 1024, usize::MAX] {
            assert_eq!(passes(form.as_bytes(), piece), expected, "in pieces of {piece}");
        }
    }

    #[test]
    fn files_are_as_long_as_they_like_and_hold_what_looks_like_a_head() {
        let long = "x\r\n-\r\r\n--\r\n\r\n".repeat(limits::FORM_HEAD_BYTES);
        check(
            &format!("{HEAD}{long}\r\n{HEAD}\r\n--b \t\r\nA: b\r\n\r\n{long}\r\n--b--\r\n"),
            true,
        );
        check(&format!("\r\n{HEAD}{long}\r\n--b--\r\n"), true);
    }

    #[test]
    fn what_stands_in_front_of_a_part_has_an_end() {
        let endless = "A: b\r\n".repeat(limits::FORM_HEAD_BYTES);
        check(&format!("--b\r\n{endless}"), false);
        check(&format!("{HEAD}x\r\n--b\r\n{endless}"), false);
        check(&format!("{HEAD}x\r\n--b{}", " ".repeat(limits::FORM_HEAD_BYTES + 1)), false);
        // The empty line that ends a head is another than the end of the delimiter's line.
        check(&format!("--b\r\n\r\n{endless}"), false);
    }

    /// Whoever reads the parts would find the delimiter within a line too, and take another part of the form for the head of one.
    #[test]
    fn nothing_stands_in_front_of_the_first_delimiter() {
        for front in ["x", "\r", "\n", "\r\n\r\n", "-", "preamble\r\n"] {
            check(&format!("{front}{HEAD}x\r\n--b--\r\n"), false);
        }
    }

    #[test]
    fn a_delimiter_has_an_end_too() {
        let of = |kind: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, kind.parse().ok()?);
            boundary(&headers)
        };
        assert_eq!(of("multipart/form-data; boundary=----x").as_deref(), Some("----x"));
        assert_eq!(of("Multipart/Form-Data; Boundary=\"x y\"").as_deref(), Some("x y"));
        let longest = "b".repeat(LONGEST_BOUNDARY);
        assert_eq!(of(&format!("multipart/form-data; boundary={longest}")), Some(longest.clone()));
        for none in ["text/plain; boundary=x", "multipart/mixed; boundary=x", "multipart/form-data"]
        {
            assert_eq!(of(none), None, "{none}");
        }
        assert_eq!(of(&format!("multipart/form-data; boundary={longest}b")), None);
    }
}
