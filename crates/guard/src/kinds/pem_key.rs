//! Private keys between PEM lines (RFC 7468): `-----BEGIN … PRIVATE KEY-----`, also of OpenSSH and PGP, also in one line
//! with `\n` written out. Certificates and public keys stay.

use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::text::Text;

const LONGEST_HEADER: usize = 80;
const DASHES: &str = "-----";
const END: &str = "-----END";

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut covered = 0;
    for label in text.labels().iter().filter(|label| label.says == Says::Pem) {
        if label.start < covered {
            continue;
        }
        if let Some(end) = end_of_block(text, label.end) {
            covered = end;
            spans.push(Span::new(Kind::PemKey, label.start..end, true));
        }
    }
}

fn end_of_block(text: &Text<'_>, header: usize) -> Option<usize> {
    let line = text.get(header, text.boundary(header + LONGEST_HEADER));
    let length = line.find(DASHES)?;
    let name = line.get(..length)?.to_ascii_uppercase();
    if !name.contains("PRIVATE KEY") {
        return None;
    }
    let body = header + length + DASHES.len();
    let rest = text.after(body);
    // The body ends where the next line of dashes begins, or where it stops being Base64.
    let next = rest.find(|c: char| !is_body(c)).unwrap_or(rest.len());
    let tail = rest.get(next..).unwrap_or_default();
    let closing = footer_length(tail);
    let trimmed = rest.get(..next).unwrap_or_default().trim_end().len();
    let end = body + if closing > 0 { next + closing } else { trimmed };
    (end > body).then_some(end)
}

/// Measures `-----END … PRIVATE KEY-----` at the beginning of a text.
fn footer_length(text: &str) -> usize {
    if !text.get(..END.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(END)) {
        return 0;
    }
    let behind = text.get(END.len()..).unwrap_or_default();
    let behind = behind.get(..behind.floor_char_boundary(2 * LONGEST_HEADER)).unwrap_or_default();
    let line = behind.find('\n').and_then(|end| behind.get(..end)).unwrap_or(behind);
    line.find(DASHES)
        .filter(|at| *at <= LONGEST_HEADER)
        .map_or(END.len(), |at| END.len() + at + DASHES.len())
}

/// Base64, the headers of old formats ("Proc-Type: 4,ENCRYPTED"), and escapes.
fn is_body(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '+' | '/' | '=' | '\n' | '\r' | ' ' | '\\' | ':' | ',' | '.' | '\t' | '>' | '|'
        )
}

#[cfg(test)]
mod tests {
    use crate::scan;

    const BODY: &str = "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF";

    #[test]
    fn finds_blocks_of_every_kind() {
        for name in [
            "PRIVATE KEY",
            "RSA PRIVATE KEY",
            "EC PRIVATE KEY",
            "OPENSSH PRIVATE KEY",
            "ENCRYPTED PRIVATE KEY",
            "PGP PRIVATE KEY BLOCK",
        ] {
            for line in ["\n", "\\n", "\r\n", " "] {
                let block = format!("-----BEGIN {name}-----{line}{BODY}{line}-----END {name}-----");
                let scan = scan(&format!("see:\n{block}\nthanks"));
                assert_eq!(scan.masked, "see:\n⟦pem-private-key⟧\nthanks");
                assert!(scan.findings.iter().all(|finding| finding.certain));
            }
        }
    }

    #[test]
    fn finds_a_block_without_its_end() {
        assert_eq!(
            scan(&format!("-----BEGIN PRIVATE KEY-----\n{BODY}\n")).masked,
            "⟦pem-private-key⟧\n"
        );
    }

    #[test]
    fn leaves_certificates_and_public_keys() {
        for name in ["CERTIFICATE", "PUBLIC KEY"] {
            let block = format!("-----BEGIN {name}-----\n{BODY}\n-----END {name}-----");
            assert_eq!(scan(&block).masked, block);
        }
    }
}
