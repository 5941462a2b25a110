//! Reads delivery status notifications (RFC 3464): which mail they are about, and what became of it.
//!
//! Only what has that form is taken for a bounce. Answers of people, out-of-office notes and bounces in words alone are left to
//! whoever reads the mailbox.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use proofdesk_desk::notification::returned::Verdict;

use super::judge::{Enhanced, enhanced};

/// Headers in which servers put the address that a mail was for.
const RECIPIENT_HEADERS: &[&str] = &["to", "delivered-to", "x-original-to", "envelope-to"];
/// In which parts of a report the mail is that came back, whole or by its headers.
const RETURNED: &[(&str, &str)] = &[
    ("message", "rfc822"),
    ("message", "global"),
    ("text", "rfc822-headers"),
    ("message", "rfc822-headers"),
];
/// Headers of a mail or of a part beyond this are nobody's.
const HEAD_BYTES: usize = 64 * 1024;
/// A report has three.
const MOST_PARTS: usize = 10;

/// A delivery status notification, as far as the desk needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// What stands behind the + of the address that it came to; not checked yet.
    pub tokens: Vec<String>,
    /// The Message-ID of the mail that it gives back, without angle brackets.
    pub mail_id: Option<String>,
    pub verdict: Verdict,
    /// `550 5.1.1`: codes, never words.
    pub code: String,
}

/// Reads a mail; `None` when it is no bounce, or says that all is well. `address` is ours for bounces, without a token.
pub fn read(raw: &[u8], address: &str) -> Option<Bounce> {
    let mail = Piece::read(raw)?;
    let kind = mail.headers.content_type()?;
    let is_report = kind.ctype() == "multipart" && kind.subtype() == Some("report");
    let report = kind.attribute("report-type").unwrap_or_default();
    if !is_report || !report.eq_ignore_ascii_case("delivery-status") {
        return None;
    }
    let parts = mail.parts();
    let status = parts.iter().find(|part| part.is("message", "delivery-status"))?;
    let (verdict, code) = verdict(&String::from_utf8_lossy(&status.contents()))?;
    let tokens = tokens(&mail.headers, address);
    Some(Bounce { tokens, mail_id: mail_id(&parts), verdict, code })
}

/// A mail, a part of one, or the mail in a part: its headers, and what stands behind them.
///
/// Anybody can send a mail to the address, so none is read as deep as its sender likes. Ten thousands of mails within each other would take the
/// stack of whoever lets go of them, and with it the desk; parts whose end never comes would be looked for again and again.
struct Piece<'a> {
    headers: Message<'a>,
    body: &'a [u8],
}

impl<'a> Piece<'a> {
    /// `None` without headers, or with more than anybody has.
    fn read(raw: &'a [u8]) -> Option<Self> {
        let mut end = 0;
        for line in lines(raw) {
            end += line.len();
            if end > HEAD_BYTES {
                return None;
            }
            if matches!(line, b"\n" | b"\r\n") {
                break;
            }
        }
        let (head, body) = raw.split_at_checked(end)?;
        let headers = MessageParser::default().parse_headers(head)?;
        Some(Self { headers, body })
    }

    fn is(&self, ctype: &str, subtype: &str) -> bool {
        self.headers.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case(ctype)
                && kind.subtype().is_some_and(|own| own.eq_ignore_ascii_case(subtype))
        })
    }

    /// What stands in it. What is not encoded as it says is taken as it stands there.
    fn contents(&self) -> Cow<'a, [u8]> {
        let encoding = self.headers.content_transfer_encoding().unwrap_or_default();
        let decoded = if encoding.eq_ignore_ascii_case("base64") {
            base64_decode(self.body)
        } else if encoding.eq_ignore_ascii_case("quoted-printable") {
            quoted_printable_decode(self.body)
        } else {
            None
        };
        decoded.map_or(Cow::Borrowed(self.body), Cow::Owned)
    }

    /// Its own parts, and none of theirs. The last may lack its end: of a long mail only the beginning is fetched.
    fn parts(&self) -> Vec<Self> {
        let kind = self.headers.content_type();
        let Some(boundary) = kind.and_then(|kind| kind.attribute("boundary")) else {
            return Vec::new();
        };
        let delimiter = format!("--{boundary}");
        let mut parts: Vec<&'a [u8]> = Vec::new();
        let (mut begin, mut at) = (None::<usize>, 0_usize);
        for line in lines(self.body) {
            let end = at + line.len();
            let behind = line.strip_prefix(delimiter.as_bytes()).map(<[u8]>::trim_ascii);
            if let Some(b"" | b"--") = behind {
                parts.extend(begin.and_then(|begin| self.body.get(begin..at)));
                let is_last = behind == Some(b"--".as_slice()) || parts.len() == MOST_PARTS;
                begin = (!is_last).then_some(end);
                if is_last {
                    break;
                }
            }
            at = end;
        }
        parts.extend(begin.and_then(|begin| self.body.get(begin..)));
        parts.into_iter().filter_map(Self::read).collect()
    }
}

/// The lines of a mail, each with its end.
fn lines(raw: &[u8]) -> impl Iterator<Item = &[u8]> {
    raw.split_inclusive(|byte| *byte == b'\n')
}

fn tokens(message: &Message<'_>, address: &str) -> Vec<String> {
    let address = address.to_lowercase();
    let Some((local, domain)) = address.rsplit_once('@') else { return Vec::new() };
    let (begin, end) = (format!("{local}+"), format!("@{domain}"));
    let headers = message
        .headers_raw()
        .filter(|(name, _)| RECIPIENT_HEADERS.iter().any(|known| name.eq_ignore_ascii_case(known)));
    let token = |value: &str| {
        let value = value.to_lowercase();
        let (_, rest) = value.split_once(&begin)?;
        rest.split_once(&end).map(|(token, _)| token.to_owned())
    };
    headers.filter_map(|(_, value)| token(value)).collect()
}

/// The Message-ID of the mail that comes back.
fn mail_id(parts: &[Piece<'_>]) -> Option<String> {
    let of = |part: &Piece<'_>| {
        let contents = part.contents();
        let mail = Piece::read(&contents)?;
        mail.headers.message_id().map(str::to_owned)
    };
    RETURNED.iter().find_map(|(ctype, subtype)| {
        parts.iter().filter(|part| part.is(ctype, subtype)).find_map(of)
    })
}

/// What is said of the recipient: our mails have one.
fn verdict(text: &str) -> Option<(Verdict, String)> {
    let blocks = blocks(text);
    let of_recipient = blocks.iter().find(|block| field(block, "action").is_some())?;
    let action = field(of_recipient, "action")?.to_lowercase();
    let status = enhanced(field(of_recipient, "status").unwrap_or_default());
    let code = code(reply(of_recipient), status);
    match action.as_str() {
        "delayed" => Some((Verdict::Delayed, code)),
        "failed" => Some((lost(status), code)),
        _ => None,
    }
}

/// Whether it is the address that takes no mail. What was tried for days and given up (4.4.7) is as lost as what was refused;
/// a policy (5.7) or our own address (5.1.7, 5.1.8) says nothing of the customer's.
const fn lost(status: Option<Enhanced>) -> Verdict {
    match status {
        Some((5, 7, _) | (5, 1, 7 | 8)) => Verdict::Failed,
        _ => Verdict::Bounced,
    }
}

fn code(reply: Option<u16>, status: Option<Enhanced>) -> String {
    let status = status.map(|(class, subject, detail)| format!("{class}.{subject}.{detail}"));
    match (reply, status) {
        (Some(reply), Some(status)) => format!("{reply} {status}"),
        (Some(reply), None) => reply.to_string(),
        (None, Some(status)) => status,
        (None, None) => "returned".to_owned(),
    }
}

/// The server's reply code, from `Diagnostic-Code: smtp; 550 5.1.1 …`.
fn reply(block: &[(String, String)]) -> Option<u16> {
    let text = field(block, "diagnostic-code").unwrap_or_default();
    let said = text.split_once(';').map_or("", |(_kind, said)| said).trim();
    let digits = said.get(..3).and_then(|code| code.parse().ok());
    digits.filter(|code| (400..600).contains(code))
}

fn field<'a>(block: &'a [(String, String)], name: &str) -> Option<&'a str> {
    block.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// The groups of fields, between empty lines; lines that go on are joined.
fn blocks(text: &str) -> Vec<Vec<(String, String)>> {
    let mut blocks: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            blocks.push(Vec::new());
            continue;
        }
        let Some(block) = blocks.last_mut() else { continue };
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = block.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            block.push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const ADDRESS: &str = "bounces@desk.example";

    fn dsn(to: &str, recipient: &str, returned: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: {to}\r\nSubject: Undelivered Mail\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n\
            --B\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n\
            --B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n{recipient}\r\n\
            --B\r\n{returned}\r\n--B--\r\n"
        )
    }

    const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <abc@desk.example>\r\nSubject: x\r\n\r\nBody";
    const HEADERS: &str =
        "Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-ID: <abc@desk.example>\r\n";

    fn failed(status: &str, diagnostic: &str) -> String {
        format!(
            "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: {status}\r\n{diagnostic}"
        )
    }

    #[test]
    fn a_bounce_is_read_by_its_codes() {
        let smtp = |text: &str| format!("Diagnostic-Code: smtp; {text}");
        for (recipient, verdict, code) in [
            (
                failed("5.1.1", &smtp("550 5.1.1 <a@b.example>: User unknown")),
                Verdict::Bounced,
                "550 5.1.1",
            ),
            (failed("5.2.2", &smtp("552\r\n mailbox full")), Verdict::Bounced, "552 5.2.2"),
            (failed("5.7.1", &smtp("554 5.7.1 policy")), Verdict::Failed, "554 5.7.1"),
            (failed("4.4.7", ""), Verdict::Bounced, "4.4.7"),
            (failed("5.1.1", "Diagnostic-Code: x-notes; no such user"), Verdict::Bounced, "5.1.1"),
            (
                "Final-Recipient: rfc822; a@b.example\r\nAction: delayed\r\nStatus: 4.4.1"
                    .to_owned(),
                Verdict::Delayed,
                "4.4.1",
            ),
        ] {
            let raw = dsn("bounces+0aFF@desk.example", &recipient, WHOLE);
            let bounce = read(raw.as_bytes(), ADDRESS).unwrap();
            assert_eq!((bounce.verdict, bounce.code.as_str()), (verdict, code), "{recipient}");
            assert_eq!(bounce.tokens, ["0aff"]);
            assert_eq!(bounce.mail_id.as_deref(), Some("abc@desk.example"));
        }
    }

    #[test]
    fn the_mail_is_known_by_the_address_or_by_its_headers() {
        let recipient = failed("5.1.1", "");
        let delivered = dsn("bounces@desk.example", &recipient, HEADERS).replacen(
            "From:",
            "Delivered-To: <Bounces+77@Desk.Example>\r\nFrom:",
            1,
        );
        let bounce = read(delivered.as_bytes(), ADDRESS).unwrap();
        assert_eq!(
            (bounce.tokens.as_slice(), bounce.mail_id.as_deref()),
            (["77".to_owned()].as_slice(), Some("abc@desk.example"))
        );
        let bare =
            dsn("other+77@desk.example", &recipient, "Content-Type: text/plain\r\n\r\nnothing");
        let bounce = read(bare.as_bytes(), ADDRESS).unwrap();
        assert_eq!((bounce.tokens.len(), bounce.mail_id), (0, None));
    }

    #[test]
    fn what_is_no_bounce_is_left_alone() {
        let fine = "Final-Recipient: rfc822; a@b.example\r\nAction: delivered\r\nStatus: 2.0.0";
        let receipt = dsn("bounces+0a@desk.example", &failed("5.1.1", ""), WHOLE)
            .replace("report-type=delivery-status", "report-type=disposition-notification");
        for raw in [
            "From: bea@b.example\r\nTo: bounces+0a@desk.example\r\nSubject: 550 5.1.1 failed\r\n\r\nAction: failed".to_owned(),
            dsn("bounces+0a@desk.example", fine, WHOLE),
            dsn("bounces+0a@desk.example", "Status: 5.1.1", WHOLE),
            receipt,
            String::new(),
        ] {
            assert_eq!(read(raw.as_bytes(), ADDRESS), None, "{raw}");
        }
    }

    #[test]
    fn what_is_encoded_is_read_as_it_was() {
        let headers = "Content-Type: text/rfc822-headers\r\nContent-Transfer-Encoding: base64\r\n\r\n\
            TWVzc2FnZS1JRDogPGFiY0BkZXNrLmV4YW1wbGU+DQo=\r\n";
        let recipient = failed("5.1.1", "");
        let raw = dsn("bounces+0a@desk.example", &recipient, headers);
        let raw = raw.replace(
            "message/delivery-status",
            "message/delivery-status\r\nContent-Transfer-Encoding: quoted-printable",
        );
        let raw = raw.replace("Action: failed", "Action: fai=\r\nl=65d");
        let bounce = read(raw.as_bytes(), ADDRESS).unwrap();
        assert_eq!(bounce.verdict, Verdict::Bounced);
        assert_eq!(bounce.mail_id.as_deref(), Some("abc@desk.example"));
    }

    /// Anybody can send one: it takes neither the stack nor a processor.
    #[test]
    fn a_mail_is_read_no_deeper_than_a_report_is() {
        let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(30_000);
        assert_eq!(read(nested.as_bytes(), ADDRESS), None);
        let report = dsn("bounces+0a@desk.example", &failed("5.1.1", ""), &nested);
        let bounce = read(report.as_bytes(), ADDRESS).unwrap();
        assert_eq!(
            (bounce.tokens.as_slice(), bounce.mail_id),
            (["0a".to_owned()].as_slice(), None)
        );

        // Before the parts of which a report is made there are no others.
        let endless = "--B\r\nContent-Type: multipart/mixed; boundary=\"never\"\r\n\r\n";
        let crowd = endless.repeat(MOST_PARTS) + "--B\r\n";
        assert_eq!(read(report.replacen("--B\r\n", &crowd, 1).as_bytes(), ADDRESS), None);

        let head = "X: y\r\n".repeat(HEAD_BYTES);
        assert_eq!(read(format!("{head}{report}").as_bytes(), ADDRESS), None);
    }
}
