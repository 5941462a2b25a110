//! What an uploaded file is, told from its bytes and not from what its sender says.
//!
//! Two rules keep a stranger's file from acting in an agent's browser: what can carry script (HTML, SVG, other XML) is
//! never served under its own type, and only types that browsers show without running anything are shown in the page at
//! all. Served beside `X-Content-Type-Options: nosniff`, a mistake here costs a preview, not an account.

/// The families that the product treats differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// A picture that browsers show.
    Image,
    /// A film or screen recording.
    Video,
    /// Sound.
    Audio,
    /// A PDF.
    Pdf,
    /// Plain text: logs, JSON, CSV.
    Text,
    /// An office document, an e-book, a picture of a kind that browsers do not show.
    Document,
    /// A packed file.
    Archive,
    /// A program.
    Executable,
    /// Markup that can carry script: HTML, SVG, XML.
    Active,
    /// None of these.
    Unknown,
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sniffed {
    /// The content type that the bytes show; never a claim.
    pub content_type: &'static str,
    /// The content type under which it is served.
    pub served_as: &'static str,
    /// What it is.
    pub family: Family,
    /// May be shown in the page; otherwise it is a download.
    pub inline: bool,
    /// The sender's type or the name's extension speaks of something else.
    pub lies: bool,
}

const BINARY: &str = "application/octet-stream";
const TEXT: &str = "text/plain; charset=utf-8";

/// Tells what a file is from its first bytes (8 KiB are enough), and whether sender and name agree.
///
/// `declared` is the content type that the sender gave, if any; `name` the file's name.
pub fn sniff(head: &[u8], declared: Option<&str>, name: &str) -> Sniffed {
    let (content_type, family) = recognised(head);
    let served_as = match family {
        Family::Active | Family::Executable | Family::Unknown => BINARY,
        _ => content_type,
    };
    let inline = match family {
        Family::Image | Family::Video | Family::Audio | Family::Pdf | Family::Text => true,
        Family::Document
        | Family::Archive
        | Family::Executable
        | Family::Active
        | Family::Unknown => false,
    };
    let extension = mime_guess::from_path(name).first_raw();
    let lies = [declared, extension]
        .into_iter()
        .flatten()
        .any(|claim| contradicts(claim, content_type, family));
    Sniffed { content_type, served_as, family, inline, lies }
}

fn recognised(head: &[u8]) -> (&'static str, Family) {
    if head.is_empty() {
        return (TEXT, Family::Text);
    }
    if let Some(markup) = markup(head) {
        return (markup, Family::Active);
    }
    if let Some(found) = infer::get(head).and_then(|found| known(found.mime_type())) {
        return found;
    }
    if is_text(head) { (TEXT, Family::Text) } else { (BINARY, Family::Unknown) }
}

/// Finds markup that a browser could run, in UTF-8 or UTF-16, behind whatever spaces and comments.
fn markup(head: &[u8]) -> Option<&'static str> {
    let text = folded_text(head)?;
    let begins_with_tag =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').starts_with('<');
    let found = |tags: &[&str]| tags.iter().any(|tag| text.contains(tag));
    if found(&["<svg", ":svg"]) && begins_with_tag {
        Some("image/svg+xml")
    } else if found(&["<!doctype html", "<html", "<script", "<iframe", "<body", "<head>"])
        || (found(&HTML) && begins_with_tag)
    {
        Some("text/html")
    } else if begins_with_tag && found(&["<?xml", "<!doctype", "xmlns", "<!entity"]) {
        Some("application/xml")
    } else {
        None
    }
}

/// Elements by which browsers take a text that begins with a tag for HTML.
const HTML: [&str; 20] = [
    "<!--", "<a ", "<b>", "<br", "<div", "<font", "<form", "<h1", "<img", "<input", "<link",
    "<math", "<meta", "<object", "<p>", "<style", "<svg", "<table", "<title", "<video",
];

/// Gives text in lower case with what a browser leaves out (NUL) left out; `None` when it is clearly binary.
fn folded_text(head: &[u8]) -> Option<String> {
    let utf16 = |from: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.as_chunks::<2>().0.iter().map(|unit| from(*unit));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
    };
    let text = match head {
        [0xFF, 0xFE, rest @ ..] => utf16(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => utf16(u16::from_be_bytes, rest),
        _ if infer::get(head).is_some_and(|found| known(found.mime_type()).is_some()) => {
            return None;
        }
        _ => String::from_utf8_lossy(head).replace('\0', ""),
    };
    Some(text.to_lowercase())
}

fn known(mime: &'static str) -> Option<(&'static str, Family)> {
    let family = match mime {
        // Found by `markup` with more care, or not to be trusted to a few letters at the beginning of a text.
        "text/html" | "text/xml" | "text/x-shellscript" => return None,
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp" => {
            Family::Image
        }
        "video/mp4" | "video/webm" | "video/quicktime" | "video/x-m4v" => Family::Video,
        "audio/mpeg" | "audio/ogg" | "audio/opus" | "audio/x-wav" | "audio/x-flac"
        | "audio/aac" | "audio/m4a" => Family::Audio,
        "application/pdf" => Family::Pdf,
        "application/zip"
        | "application/gzip"
        | "application/vnd.rar"
        | "application/x-7z-compressed"
        | "application/x-bzip2"
        | "application/x-xz"
        | "application/x-tar"
        | "application/zstd"
        | "application/x-compress"
        | "application/x-lzip"
        | "application/x-lz4"
        | "application/vnd.ms-cab-compressed"
        | "application/x-cpio"
        | "application/x-unix-archive"
        | "application/vnd.bzip3" => Family::Archive,
        "application/wasm"
        | "application/x-executable"
        | "application/vnd.microsoft.portable-executable"
        | "application/java"
        | "application/x-llvm"
        | "application/x-mach-binary"
        | "application/vnd.android.dex"
        | "application/vnd.android.dey"
        | "application/x-google-chrome-extension"
        | "application/vnd.debian.binary-package"
        | "application/x-rpm"
        | "application/x-shockwave-flash" => Family::Executable,
        _ => Family::Document,
    };
    Some((mime, family))
}

/// Tells whether it is UTF-8 without control characters; the last character may be cut by the end of the head.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            let valid = head.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
        Err(_) => return false,
    };
    // Escape begins the colours of terminal logs.
    !text.is_empty()
        && text
            .chars()
            .all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{1B}'))
}

/// Tells whether a claim speaks of another thing than the bytes.
fn contradicts(claim: &str, found: &str, family: Family) -> bool {
    let claim = claim.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if claim.is_empty() || claim == BINARY || claim == found {
        return false;
    }
    let claimed = claim.as_str();
    match family {
        // Browsers and systems have several names for the same film or sound.
        Family::Image => aliased(claimed) != found,
        Family::Video => !claimed.starts_with("video/"),
        Family::Audio => !claimed.starts_with("audio/") && !claimed.starts_with("video/"),
        Family::Text => !claims_text(claimed),
        // Office documents and e-books are packed files, and are told apart by more than their beginning.
        Family::Archive => claims_rendered(claimed) || claimed.starts_with("text/"),
        Family::Document => claims_rendered(claimed) && aliased(claimed) != found,
        Family::Active => !(claims_markup(claimed) && same_markup(claimed, found)),
        Family::Pdf => claimed != "application/x-pdf",
        Family::Executable => claims_rendered(claimed) || claims_text(claimed),
        Family::Unknown => claims_rendered(claimed) || claimed.starts_with("text/"),
    }
}

fn aliased(claim: &str) -> &str {
    match claim {
        "image/jpg" | "image/pjpeg" => "image/jpeg",
        "image/x-png" => "image/png",
        "image/x-ms-bmp" | "image/x-bmp" => "image/bmp",
        "image/heic" => "image/heif",
        other => other,
    }
}

/// What is shown as picture, film, sound or PDF.
fn claims_rendered(claim: &str) -> bool {
    ["image/", "video/", "audio/"].iter().any(|family| claim.starts_with(family))
        || claim == "application/pdf"
}

fn claims_text(claim: &str) -> bool {
    let source = [
        "json",
        "javascript",
        "ecmascript",
        "yaml",
        "toml",
        "sql",
        "x-sh",
        "x-log",
        "csv",
        "typescript",
        "x-httpd-php",
        "xml",
    ];
    (claim.starts_with("text/") && claim != "text/html")
        || claim.strip_prefix("application/").is_some_and(|kind| source.iter().any(|source| kind.contains(source)))
        // The extension of TypeScript is also that of a film format.
        || claim == "video/vnd.dlna.mpeg-tts"
        || claim == "application/vnd.ms-excel"
}

fn claims_markup(claim: &str) -> bool {
    claim.contains("xml") || claim == "text/html"
}

fn same_markup(claim: &str, found: &str) -> bool {
    match found {
        "text/html" => matches!(claim, "text/html" | "application/xhtml+xml"),
        "image/svg+xml" => claim != "text/html",
        _ => claim.contains("xml") && claim != "image/svg+xml",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0";
    const GIF: &[u8] = b"GIF89a\x01\0\x01\0";
    const MP4: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
    const PDF: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\x08\0";
    const EXE: &[u8] = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0";
    const ELF: &[u8] = b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    #[test]
    fn tells_types_from_bytes() {
        for (head, content_type, family, inline) in [
            (PNG, "image/png", Family::Image, true),
            (JPEG, "image/jpeg", Family::Image, true),
            (GIF, "image/gif", Family::Image, true),
            (MP4, "video/mp4", Family::Video, true),
            (PDF, "application/pdf", Family::Pdf, true),
            (ZIP, "application/zip", Family::Archive, false),
            (EXE, "application/vnd.microsoft.portable-executable", Family::Executable, false),
            (ELF, "application/x-executable", Family::Executable, false),
            (b"", TEXT, Family::Text, true),
            (b"{\"code\": 3008}\n", TEXT, Family::Text, true),
            ("2024-01-01 \x1b[31mошибка\x1b[0m: 你好\n".as_bytes(), TEXT, Family::Text, true),
            (
                "cut in the middle é".as_bytes().split_last().map_or(b"", |(_, rest)| rest),
                TEXT,
                Family::Text,
                true,
            ),
            (b"#!/bin/sh\nrm -rf /\n", TEXT, Family::Text, true),
            (b"\0\x01\x02\x03", BINARY, Family::Unknown, false),
            (b"text with\0NUL", BINARY, Family::Unknown, false),
            (b"latin1 \xE4\xF6\xFC text", BINARY, Family::Unknown, false),
        ] {
            let found = sniff(head, None, "");
            assert_eq!(
                (found.content_type, found.family, found.inline),
                (content_type, family, inline),
                "{head:?}"
            );
            assert!(!found.lies);
        }
    }

    #[test]
    fn what_can_carry_script_is_a_download_of_no_type() {
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("<svg onload=alert(1)>".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let big_endian: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain("<html><script>".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        for (head, content_type) in [
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".as_slice(), "image/svg+xml"),
            (b"<?xml version=\"1.0\"?>\n<!-- c -->\n<SVG></SVG>", "image/svg+xml"),
            (b"\xEF\xBB\xBF  \n<?xml version=\"1.0\"?><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml"),
            (&utf16, "image/svg+xml"),
            (b"<!DOCTYPE html><p>", "text/html"),
            (b"\n\t <HTML>", "text/html"),
            (b"<h1>hello</h1>", "text/html"),
            (b"<img src=x onerror=alert(1)>", "text/html"),
            (b"hello <script>alert(1)</script>", "text/html"),
            (b"<\0h\0t\0m\0l\0>", "text/html"),
            (&big_endian, "text/html"),
            (b"<?xml version=\"1.0\"?><note/>", "application/xml"),
            (b"<a:note xmlns:a=\"urn:x\"/>", "application/xml"),
        ] {
            let found = sniff(head, None, "");
            let expected = Sniffed { content_type, served_as: BINARY, family: Family::Active, inline: false, lies: false };
            assert_eq!(found, expected, "{:?}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn names_a_lie() {
        for (head, declared, name) in [
            (PNG, Some("text/plain"), ""),
            (PNG, Some("image/jpeg"), "photo.jpg"),
            (PNG, None, "photo.jpg"),
            (EXE, Some("image/png"), "a.png"),
            (EXE, None, "invoice.pdf"),
            (ZIP, Some("image/png"), ""),
            (PDF, None, "photo.png"),
            (b"<svg/>", Some("image/png"), "a.png"),
            (b"<html>", Some("text/plain"), "a.txt"),
            (b"<html>", Some("image/svg+xml"), "a.svg"),
            (b"just text", Some("image/png"), ""),
            (b"just text", None, "film.mp4"),
            (b"\0\x01\x02", Some("video/mp4"), "film.mp4"),
        ] {
            assert!(sniff(head, declared, name).lies, "{declared:?} {name}");
        }
    }

    #[test]
    fn honest_senders_are_believed() {
        for (head, declared, name) in [
            (PNG, Some("image/png"), "a.PNG"),
            (JPEG, Some("image/jpg"), "a.jpeg"),
            (JPEG, Some("image/jpeg; charset=binary"), "a.jpg"),
            (MP4, Some("video/quicktime"), "a.mov"),
            (PDF, Some("application/octet-stream"), "a.pdf"),
            (ZIP, Some("application/x-zip-compressed"), "a.zip"),
            (
                ZIP,
                Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                "a.docx",
            ),
            (EXE, Some("application/x-msdownload"), "setup.exe"),
            (b"a,b\n1,2\n", Some("text/csv"), "a.csv"),
            (b"a,b\n1,2\n", Some("application/vnd.ms-excel"), "a.csv"),
            (b"{}", Some("application/json"), "a.json"),
            (b"fn main() {}", None, "main.rs"),
            (b"let a = 1", Some("text/javascript"), "a.ts"),
            (b"log line", Some(""), "app.log"),
            (b"<svg/>", Some("image/svg+xml"), "a.svg"),
            (b"<!doctype html>", Some("text/html; charset=utf-8"), "a.html"),
            (b"\0\x01", None, "memo.dat"),
        ] {
            let found = sniff(head, declared, name);
            assert!(!found.lies, "{declared:?} {name} {found:?}");
        }
    }

    proptest! {
        #[test]
        fn never_serves_markup_under_a_type_that_runs(head in prop::collection::vec(any::<u8>(), 0..200), tail in "(<svg|<script|<html|<!doctype html)?.{0,20}") {
            let found = sniff(&[head, tail.into_bytes()].concat(), Some("text/html"), "a.svg");
            prop_assert!(!found.served_as.contains("html") && !found.served_as.contains("xml"));
        }
    }
}
