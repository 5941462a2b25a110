//! The transcript as an HTML file that a person can read: the messages, the data inside, and a seal over every byte.
//!
//! The file loads nothing and runs nothing. It is cut into blocks by comments; the seal at its end names each block and
//! its digest, so that a change is found in the block where it was made.

use std::fmt::Write as _;

use ed25519_dalek::SigningKey;
use proofdesk_locale::{Locale, Messages, Zone, args};

use super::record::{exchange_told, other_ticket, tier};
use super::seal::{BLOCK, Fields, PAGE, PageSeal, digest, sign};
use super::{AnswerLine, AttachmentFact, Entry, MessageFact, Transcript, VERSION};
use crate::error::{Error, Result};
use crate::form::ANSWERED;
use crate::log::hash;
use crate::log::wire::Base64;
use crate::ticket::Tier;

const MARK: &str = "<!--proofdesk:";
const MARK_END: &str = "-->\n";
const DATA: &str = "<script type=\"application/json\" id=\"proofdesk-transcript\">";
const SEAL: &str = "<script type=\"application/json\" id=\"proofdesk-seal\">";
const SCRIPT_END: &str = "</script>";
const END: &str = "</script>\n</body>\n</html>\n";

/// System colours, because the file has to look right in whatever opens it.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:CanvasText;background:Canvas}\
h1{font-size:1.5rem;line-height:1.3}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}\
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}\
article{border:1px solid GrayText;border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0;overflow-wrap:anywhere}\
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem}\
.event{margin:1rem 0;opacity:.8}\
.small{font-size:.85rem}\
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}\
pre{white-space:pre-wrap}";

struct Writer<'a> {
    transcript: &'a Transcript,
    locale: Locale,
    text: String,
}

/// A sealed transcript as an HTML file in one language.
///
/// # Errors
/// Only `Broken`, when the transcript is no JSON, which none is.
pub fn html(transcript: &Transcript, locale: Locale, key: &SigningKey) -> Result<String> {
    let mut writer = Writer { transcript, locale, text: String::new() };
    writer.head();
    for entry in &transcript.entries {
        writer.mark(&format!("entries/{}", entry.event.seq));
        writer.entry(entry);
    }
    writer.mark("foot");
    writer.foot();
    writer.mark("data");
    let unreadable = |_unreachable| Error::Broken { what: "a transcript that is no JSON" };
    let json = serde_json::to_string(transcript).map_err(unreadable)?;
    // So that no text in it can end the element.
    let json = json.replace('<', "\\u003c");
    writer.text.push_str(DATA);
    writer.text.push_str(&json);
    writer.text.push_str(SCRIPT_END);
    writer.text.push('\n');
    let text = writer.text.replace("\r\n", "\n");
    let blocks = blocks(&text);
    let origin = transcript.log.origin.clone();
    let signature = sign(key, &digest(PAGE, &origin, &blocks));
    let public_key = transcript.seal.public_key.clone();
    let seal = PageSeal { v: VERSION, origin, public_key, blocks, signature };
    let seal = serde_json::to_string(&seal).map_err(unreadable)?;
    Ok(format!("{text}{SEAL}{seal}{END}"))
}

/// The blocks of everything before the seal, with their digests.
fn blocks(text: &str) -> Fields {
    let mut blocks = Vec::new();
    let mut name = "start";
    let mut rest = text;
    loop {
        let next = rest.find(MARK);
        let (block, after) = rest.split_at(next.unwrap_or(rest.len()));
        let bytes = digest_of(name, block);
        blocks.push((name.to_owned(), bytes));
        let Some(marked) = after.strip_prefix(MARK) else { return blocks };
        let Some((next_name, next_rest)) = marked.split_once(MARK_END) else {
            // A mark without an end stands in no file of ours.
            blocks.push((String::new(), digest_of("", marked)));
            return blocks;
        };
        (name, rest) = (next_name, next_rest);
    }
}

fn digest_of(name: &str, block: &str) -> Base64 {
    Base64::from(hash::framed(BLOCK, &[name.as_bytes(), block.as_bytes()]))
}

/// An HTML transcript taken apart.
pub struct Opened<'a> {
    pub seal: PageSeal,
    /// As they are in the file.
    pub blocks: Fields,
    pub json: &'a str,
}

/// Takes a file apart; `None` when it is none of ours. Line ends of another system are forgiven.
pub fn open(text: &str) -> Option<Opened<'_>> {
    let (visible, seal) = text.rsplit_once(SEAL)?;
    let (seal, end) = seal.split_once(SCRIPT_END)?;
    if end.trim_end() != END.strip_prefix(SCRIPT_END)?.trim_end().replace('\n', line_end(text)) {
        return None;
    }
    let seal: PageSeal = serde_json::from_str(seal).ok()?;
    let (_, data) = visible.split_once(DATA)?;
    let (json, _) = data.split_once(SCRIPT_END)?;
    Some(Opened { seal, blocks: blocks(&visible.replace("\r\n", "\n")), json })
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

impl Writer<'_> {
    fn t(&self, key: &str) -> String {
        escaped(&Messages::embedded().t(self.locale, key, None))
    }

    fn t1(&self, key: &str, name: &str, value: &str) -> String {
        let mut arguments = args! {};
        arguments.set(name.to_owned(), value.to_owned());
        escaped(&Messages::embedded().t(self.locale, key, Some(&arguments)))
    }

    fn time(&self, at_us: i64) -> String {
        escaped(&self.locale.date_time(at_us, &Zone::UTC))
    }

    /// A number as the page that verifies the file writes it.
    fn number(&self, number: i64) -> String {
        self.locale.integer(number)
    }

    /// A written time in the reader's words; as it is when it is none.
    fn moment(&self, text: &str) -> String {
        text.parse::<crate::Timestamp>().map_or_else(|_| escaped(text), |at| self.time(at.micros()))
    }

    fn mark(&mut self, name: &str) {
        self.line(&format!("{MARK}{name}{}", MARK_END.trim_end()));
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn head(&mut self) {
        let (code, dir) = (self.locale.code(), self.locale.dir().code());
        let ticket = &self.transcript.ticket;
        let (number, subject, lang) =
            (escaped(&ticket.number), escaped(&ticket.subject), escaped(&ticket.lang));
        let (heading, colon) = (self.t("transcript-title"), self.locale.colon());
        self.line("<!doctype html>");
        self.line(&format!(
            "<html lang=\"{code}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">"
        ));
        self.line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.line(&format!("<title>{heading} {number}</title>\n<style>{STYLE}</style>"));
        self.line(&format!(
            "</head>\n<body>\n<h1>{heading}{colon}<bdi lang=\"{lang}\">{subject}</bdi></h1>"
        ));
        self.facts();
        let how = self.t1("transcript-how", "brand", &self.transcript.brand.clone());
        self.line(&format!("<p>{how}</p>"));
    }

    fn facts(&mut self) {
        let Transcript { ticket, part, made_at, organisation, brand, .. } = self.transcript;
        let mut facts = vec![
            (self.t("transcript-number"), format!("<bdi>{}</bdi>", escaped(&ticket.number))),
            (self.t("transcript-opened"), self.moment(&ticket.opened_at)),
            (
                self.t("transcript-from"),
                match brand == organisation {
                    true => format!("<bdi>{}</bdi>", escaped(brand)),
                    false => {
                        format!(
                            "<bdi>{}</bdi> (<bdi>{}</bdi>)",
                            escaped(brand),
                            escaped(organisation)
                        )
                    }
                },
            ),
            (self.t("transcript-made"), self.moment(made_at)),
        ];
        if part.of > 1 {
            facts.push((
                self.t("transcript-part"),
                format!("{} / {}", self.number(part.number.into()), self.number(part.of.into())),
            ));
        }
        let mut list = String::from("<dl>");
        for (name, value) in facts {
            // Writing into a string cannot fail.
            let _written = write!(list, "<dt>{name}</dt><dd>{value}</dd>");
        }
        self.line(&format!("{list}</dl>"));
    }

    fn entry(&mut self, entry: &Entry) {
        if let Some(message) = &entry.message {
            return self.message(entry, message);
        }
        let (text, time) = (self.line_of(entry), self.time(entry.event.at_us));
        let seq = self.number(entry.event.seq);
        self.line(&format!(
            "<p class=\"event\"><time>{time}</time> {text} <span>#{seq}</span></p>"
        ));
        if let Some(answers) = &entry.answers {
            self.answers(answers);
        }
    }

    /// An event that brought no message, in words.
    fn line_of(&self, entry: &Entry) -> String {
        let status = entry.status.as_deref().map(|status| status.replace('_', "-"));
        match (entry.event.kind.as_str(), status) {
            (_, Some(status)) => self.t(&format!("status-{status}")),
            _ if entry.event.payload.is_none() => self.t("transcript-record-erased"),
            (ANSWERED, _) => self.t("transcript-answered"),
            ("ticket.nudged", _) => self.t("transcript-nudged"),
            ("ticket.escalated", _) => match tier(&entry.event) {
                Some(Tier::Lead) => self.t("transcript-escalated-lead"),
                _ => self.t("transcript-escalated"),
            },
            ("ticket.verification_asked", _) => self.t("transcript-verification-asked"),
            ("ticket.verification_proven", _) => self.t("transcript-verification-proven"),
            ("ticket.verification_withdrawn", _) => self.t("transcript-verification-withdrawn"),
            ("ticket.exchange_told", _) => match exchange_told(&entry.event) {
                Some(told) => escaped(&told.sentence(self.locale, &Zone::UTC)),
                None => self.t("transcript-record-erased"),
            },
            (kind, _) => self.line_of_two(entry, kind),
        }
    }

    /// An event that is about another ticket too.
    fn line_of_two(&self, entry: &Entry, kind: &str) -> String {
        let Some(number) = other_ticket(&entry.event) else { return escaped(kind) };
        let key = kind.replace("ticket.", "transcript-").replace('_', "-");
        self.t1(&key, "number", &number)
    }

    fn answers(&mut self, answers: &[AnswerLine]) {
        let lang = escaped(&self.transcript.ticket.lang);
        let lacking = self.t("step-lacking");
        let mut list = format!("<dl lang=\"{lang}\">");
        for line in answers {
            let label = escaped(&line.label);
            let shown = line.shown.as_deref().map(|shown| format!("<bdi>{}</bdi>", escaped(shown)));
            let shown = shown.unwrap_or_else(|| lacking.clone());
            // Writing into a string cannot fail.
            let _written = write!(list, "<dt>{label}</dt><dd>{shown}</dd>");
        }
        self.line(&format!("{list}</dl>"));
    }

    fn message(&mut self, entry: &Entry, message: &MessageFact) {
        let brand = &self.transcript.brand;
        let author = match (message.author.as_str(), &message.name) {
            ("customer", _) => self.t("transcript-customer"),
            ("staff", Some(name)) => {
                format!("<bdi>{}</bdi>, {}", escaped(name), self.t1("site-support", "brand", brand))
            }
            _ => self.t1("site-support", "brand", brand),
        };
        let written_at = message.written_at.as_deref();
        let written_at = written_at.and_then(|at| at.parse::<crate::Timestamp>().ok());
        let written_us = written_at.map_or(entry.event.at_us, crate::Timestamp::micros);
        let (time, seq) = (self.time(written_us), self.number(entry.event.seq));
        self.line(&format!(
            "<article>\n<header><strong>{author}</strong> <time>{time}</time> <span>#{seq}</span></header>"
        ));
        match &message.body {
            Some(body) => {
                let lang = escaped(&message.lang);
                // Sanitised when it was stored.
                self.line(&format!("<div dir=\"auto\" lang=\"{lang}\">{}</div>", body.html));
            }
            None => {
                let text = self.t("transcript-erased");
                self.line(&format!("<p>{text}</p>"));
            }
        }
        if let Some(mask) = message.masks.last() {
            let time = self.locale.date_time(mask.event.at_us, &Zone::UTC);
            let text = self.t1("transcript-masked", "time", &time);
            self.line(&format!("<p class=\"small\">{text}</p>"));
        }
        if !message.attachments.is_empty() {
            self.line("<ul>");
            message.attachments.iter().for_each(|file| self.file(file));
            self.line("</ul>");
        }
        let proof = match &entry.proof {
            Some(proof) => self.t1("transcript-proven", "pos", &self.number(proof.pos)),
            None => self.t("transcript-not-yet"),
        };
        let hash = hex::encode(&entry.event.hash.0);
        self.line(&format!(
            "<p class=\"small\">{proof} <code dir=\"ltr\">{hash}</code></p>\n</article>"
        ));
    }

    fn file(&mut self, file: &AttachmentFact) {
        let size = escaped(&self.locale.bytes(u64::try_from(file.size).unwrap_or(0)));
        let gone = if file.erased { format!(" ({})", self.t("file-gone")) } else { String::new() };
        let masked = self.masked(file);
        self.line(&format!(
            "<li><bdi>{}</bdi>, {size}{gone}{masked}<br><span class=\"small\">SHA-256 <code dir=\"ltr\">{}</code></span></li>",
            escaped(&file.name),
            escaped(&file.sha256)
        ));
    }

    /// That something secret was hidden in a file, and when, unless it was at once.
    fn masked(&self, file: &AttachmentFact) -> String {
        let text = match (file.masks.last(), &file.leaks) {
            (Some(mask), _) => {
                let time = self.locale.date_time(mask.event.at_us, &Zone::UTC);
                self.t1("transcript-file-masked-later", "time", &time)
            }
            (None, Some(_)) => self.t("transcript-file-masked"),
            (None, None) => return String::new(),
        };
        format!("<br><span class=\"small\">{text}</span>")
    }

    fn foot(&mut self) {
        let key = self.t("transcript-key");
        let public_key = escaped(&self.transcript.seal.public_key);
        let origin = escaped(&self.transcript.log.origin);
        self.line(&format!(
            "<footer class=\"small\"><p>{key}<br><code dir=\"ltr\">{public_key}</code><br><code dir=\"ltr\">{origin}</code></p></footer>"
        ));
    }
}
