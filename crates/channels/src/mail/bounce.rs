//! Reads delivery status notifications (RFC 3464): which mail they are about, and what became of it.
//!
//! Only what has that form is taken for a bounce. Answers of people, out-of-office notes and bounces in words alone are left to
//! whoever reads the mailbox.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use proofdesk_desk::notification::returned::Verdict;

use super::judge::{Enhanced, enhanced};

/// Headers in which servers put the address that a mail was for.
const RECIPIENT_HEADERS: &[&str] = &["to", "delivered-to", "x-original-to", "envelope-to"];

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
    let message = MessageParser::default().parse(raw)?;
    let kind = message.content_type()?;
    let is_report = kind.ctype() == "multipart" && kind.subtype() == Some("report");
    let report = kind.attribute("report-type").unwrap_or_default();
    if !is_report || !report.eq_ignore_ascii_case("delivery-status") {
        return None;
    }
    let status = message.parts.iter().find(|part| is_kind(part, "message", "delivery-status"))?;
    let text = String::from_utf8_lossy(status.contents());
    let (verdict, code) = verdict(&text)?;
    Some(Bounce { tokens: tokens(&message, address), mail_id: mail_id(&message), verdict, code })
}

fn is_kind(part: &MessagePart<'_>, ctype: &str, subtype: &str) -> bool {
    let is = |kind: &mail_parser::ContentType<'_>| {
        kind.ctype().eq_ignore_ascii_case(ctype)
            && kind.subtype().is_some_and(|own| own.eq_ignore_ascii_case(subtype))
    };
    part.content_type().is_some_and(is)
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

/// The Message-ID of the mail that comes back, whole or by its headers.
fn mail_id(message: &Message<'_>) -> Option<String> {
    let whole = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().map(str::to_owned),
        _ => None,
    });
    let of_headers = || {
        let kinds = [("text", "rfc822-headers"), ("message", "rfc822-headers")];
        let is_headers = |part: &&MessagePart<'_>| {
            kinds.iter().any(|(ctype, subtype)| is_kind(part, ctype, subtype))
        };
        let part = message.parts.iter().find(is_headers)?;
        let inner = MessageParser::default().parse_headers(part.contents())?;
        inner.message_id().map(str::to_owned)
    };
    whole.or_else(of_headers)
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
}
