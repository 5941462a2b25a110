//! Links that set up an authenticator: `otpauth://totp/…?secret=…` (Google Authenticator, "Key Uri Format") and
//! `otpauth-migration://`, which carries all accounts of a phone.

use crate::kinds::{Kind, Span};
use crate::labels::Says;
use crate::mask;
use crate::text::Text;

pub(crate) fn find(text: &Text<'_>, spans: &mut Vec<Span>) {
    let mut covered = 0;
    for label in text.labels().iter().filter(|label| label.says == Says::Uri) {
        if label.start < covered {
            continue;
        }
        let rest = text.after(label.end);
        let length = rest.find(ends).unwrap_or(rest.len());
        let address = rest.get(..length).unwrap_or_default().trim_end_matches(['.', ',', ')', ';']);
        covered = label.end + address.len();
        let holds_secret = address.contains("secret=") || address.contains("data=");
        if holds_secret {
            spans.push(Span::new(Kind::OtpauthUri, label.start..covered, true));
        }
    }
}

fn ends(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '"' | '\'' | '<' | '>' | '`' | '，' | '。' | '」' | '”' | mask::OPEN)
}

#[cfg(test)]
mod tests {
    use crate::scan;

    #[test]
    fn finds_links_with_a_secret() {
        for uri in [
            "otpauth://totp/OKX:alice@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OKX&algorithm=SHA1&digits=6&period=30",
            "OTPAUTH://hotp/x?counter=1&secret=JBSWY3DPEHPK3PXP",
            "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAB",
        ] {
            for (before, after) in [("", ""), ("QR: ", ", it"), ("\"", "\"")] {
                let scan = scan(&format!("{before}{uri}{after}"));
                assert_eq!(scan.masked, format!("{before}⟦otpauth-uri⟧{after}"));
                assert!(scan.findings.iter().all(|finding| finding.certain));
            }
        }
    }

    #[test]
    fn leaves_links_without_one() {
        for text in ["otpauth://", "what is otpauth://totp/ for?"] {
            assert_eq!(scan(text).masked, text);
        }
    }
}
