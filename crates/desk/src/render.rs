//! Typed text becomes the HTML that everybody reads, once, on the server.

mod nested;

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use proofdesk_evidence::Item;
use proofdesk_guard::Finding;
use proofdesk_guard::outgoing::{self, Wanted};
use proofdesk_sealing::Keyring;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::error::{Error, Result};
use crate::evidence;
use crate::text::Clean;
use crate::ticket::Author;
use crate::viewer::Viewer;

pub(crate) use nested::flatten;

/// How a text was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Markup {
    /// Every character stands for itself; blank lines part paragraphs.
    Plain,
    /// CommonMark with autolinks and tables; raw HTML is dropped.
    Markdown,
}

/// What was masked, as rows and the wire tell it. Spans are UTF-8 bytes of the masked text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskedSpan {
    pub kind: String,
    pub start: usize,
    pub end: usize,
    /// By which the same secret is known again elsewhere; absent in rows that are older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

impl MaskedSpan {
    /// What was masked, of the JSON array that a body's row holds; nothing where it holds none.
    ///
    /// # Errors
    /// `Decode` for what is no such array.
    pub(crate) fn of_row(findings: Option<String>) -> proofdesk_store::Result<Vec<Self>> {
        let Some(json) = findings else { return Ok(Vec::new()) };
        serde_json::from_str(&json)
            .map_err(|_not_json| proofdesk_store::Error::Decode("message_body.findings".to_owned()))
    }
}

/// A message's text in all its forms. Made before the transaction: there is one writer, and rendering is its time.
#[derive(Clone, Debug)]
pub struct Body {
    text: Clean,
    html: String,
    masked: Vec<MaskedSpan>,
    evidence: Vec<Item>,
    /// What a member of staff asks for and must not.
    asks: Option<Wanted>,
}

impl Body {
    /// Renders a text as its author means it (Markdown of staff, every character of everybody else), and reads the
    /// evidence in it.
    pub fn by(viewer: &Viewer, keyring: &Keyring, text: Clean) -> Self {
        let (markup, asks) = match viewer {
            Viewer::Staff(_) => (Markup::Markdown, outgoing::asks(text.as_str())),
            _ => (Markup::Plain, Vec::new()),
        };
        Self {
            html: html(&text, markup),
            masked: masked(&text, keyring),
            evidence: evidence::find(text.as_str()),
            asks: asks.first().map(|ask| ask.wanted),
            text,
        }
    }

    /// Renders a text that was written elsewhere as its author meant it there. It was sent long ago, so it is not asked whether it asks
    /// for a secret.
    pub fn brought(author: Author, keyring: &Keyring, text: Clean) -> Self {
        let markup = if author == Author::Staff { Markup::Markdown } else { Markup::Plain };
        Self {
            html: html(&text, markup),
            masked: masked(&text, keyring),
            evidence: evidence::find(text.as_str()),
            asks: None,
            text,
        }
    }

    /// The same text with every character standing for itself, whoever wrote it.
    pub(crate) fn as_plain(&self) -> Self {
        Self { html: html(&self.text, Markup::Plain), ..self.clone() }
    }

    /// Reads a stored text once more; `None` when the guard finds nothing in it that is not masked already. `known` is what
    /// was masked before, in spans of the stored text.
    ///
    /// # Errors
    /// As [`Clean::new`].
    pub(crate) fn again(
        author: Author,
        keyring: &Keyring,
        stored: &str,
        known: &[MaskedSpan],
    ) -> Result<Option<Self>> {
        let text = Clean::new(stored)?;
        if text.findings().is_empty() {
            return Ok(None);
        }
        let markup = if author == Author::Staff { Markup::Markdown } else { Markup::Plain };
        let mut spans: Vec<MaskedSpan> = known
            .iter()
            .filter_map(|span| {
                let (start, end) = moved(text.findings(), span.start, span.end)?;
                Some(MaskedSpan { start, end, ..span.clone() })
            })
            .chain(masked(&text, keyring))
            .collect();
        spans.sort_by_key(|span| span.start);
        let html = html(&text, markup);
        Ok(Some(Self { text, html, masked: spans, evidence: Vec::new(), asks: None }))
    }

    /// The same text, of which the guard hid something of these kinds when it was typed: the masks in it are told as if
    /// that were now.
    #[must_use]
    pub fn masked_before(mut self, kinds: &[String]) -> Self {
        for kind in kinds {
            let mask = format!("⟦{kind}⟧");
            let found = self.text.as_str().match_indices(&mask).map(|(start, _)| MaskedSpan {
                kind: kind.clone(),
                start,
                end: start + mask.len(),
                fingerprint: None,
            });
            let known = &self.masked;
            let new: Vec<MaskedSpan> =
                found.filter(|span| known.iter().all(|one| one.start != span.start)).collect();
            self.masked.extend(new);
        }
        self.masked.sort_by_key(|span| span.start);
        self
    }

    pub fn text(&self) -> &Clean {
        &self.text
    }

    /// Sanitised.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// What was masked, as the JSON array that a body's row holds.
    ///
    /// # Errors
    /// `Broken`, which cannot happen.
    pub(crate) fn findings_json(&self) -> Result<String> {
        serde_json::to_string(&self.masked)
            .map_err(|_unreachable| Error::Broken { what: "findings that are no JSON" })
    }

    /// Refuses a text of staff that asks for a password, code, phrase or key. Never before a customer's eyes: whoever is
    /// used to being asked by us gives it to the one who pretends to be us.
    ///
    /// # Errors
    /// `asks-for-secret` at `body`, which names what.
    pub(crate) fn refuse_asking(&self) -> Result<()> {
        match self.asks {
            Some(wanted) => {
                let args = vec![("wanted", wanted.as_str().to_owned())];
                Err(Error::field_with("body", Code::AsksForSecret, args))
            }
            None => Ok(()),
        }
    }

    /// What the text says of money; spans are of the text.
    pub fn evidence(&self) -> &[Item] {
        &self.evidence
    }
}

/// Where a span of a text stands once `findings` are masked in it; `None` for one that is masked in part or whole.
pub(crate) fn moved(findings: &[Finding], start: usize, end: usize) -> Option<(usize, usize)> {
    if findings.iter().any(|finding| finding.start < end && start < finding.end) {
        return None;
    }
    let before = findings.iter().take_while(|finding| finding.end <= start).last();
    let (from, to) = before.map_or((0, 0), |finding| (finding.end, finding.masked_end));
    Some((start - from + to, end - from + to))
}

/// Renders to sanitised HTML.
///
/// A customer's links are text, never clickable: a link in a customer's message is evidence or bait.
fn html(text: &Clean, markup: Markup) -> String {
    match markup {
        Markup::Plain => plain(text.as_str()),
        Markup::Markdown => markdown(text.as_str()),
    }
}

fn masked(text: &Clean, keyring: &Keyring) -> Vec<MaskedSpan> {
    let fingerprints = text.fingerprints(keyring);
    let spans = text.findings().iter().zip(fingerprints).map(|(found, fingerprint)| MaskedSpan {
        kind: found.kind.as_str().to_owned(),
        start: found.masked_start,
        end: found.masked_end,
        fingerprint: Some(fingerprint),
    });
    spans.collect()
}

fn plain(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8 + 16);
    for paragraph in text.split("\n\n").filter(|p| !p.trim().is_empty()) {
        html.push_str("<p>");
        for (i, line) in paragraph.trim_matches('\n').split('\n').enumerate() {
            if i > 0 {
                html.push_str("<br>");
            }
            escape(line, &mut html);
        }
        html.push_str("</p>");
    }
    html
}

/// Escapes what HTML would read as markup, in text and in double-quoted attributes.
pub(crate) fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

fn markdown(text: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.render.hardbreaks = true;
    // Whoever writes `<txid>` means these words, and not a mark that the sanitiser takes away with what is in it.
    options.render.escape = true;
    let (arena, mut html) = (comrak::Arena::new(), String::new());
    let root = comrak::parse_document(&arena, text, &options);
    flatten(root);
    // Writing into a string cannot fail.
    let _written = comrak::format_html(root, &options, &mut html);
    SANITISER.clean(&html).to_string()
}

static SANITISER: LazyLock<Builder<'static>> =
    LazyLock::new(|| sanitiser("noopener noreferrer nofollow"));

/// Lets through what Markdown makes, and nothing else. `rel` is what stands at links.
pub(crate) fn sanitiser(rel: &'static str) -> Builder<'static> {
    let tags: HashSet<&str> = [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
    .into();
    let mut builder = Builder::new();
    builder.tags(tags).url_schemes(HashSet::from(["https", "http", "mailto"])).link_rel(Some(rel));
    builder
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn check(markup: Markup, text: &str, expected: &str) {
        assert_eq!(html(&Clean::new(text).unwrap(), markup).trim(), expected);
    }

    #[test]
    fn plain_text_stands_for_itself() {
        check(Markup::Plain, "a <b>&\nc\n\nd", "<p>a &lt;b&gt;&amp;<br>c</p><p>d</p>");
        check(Markup::Plain, "https://evil.example", "<p>https://evil.example</p>");
    }

    #[test]
    fn what_was_masked_before_moves_with_the_text() {
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let stored = format!("{phrase} and ⟦password⟧, done");
        let start = stored.find('⟦').unwrap();
        let known = MaskedSpan {
            kind: "password".to_owned(),
            start,
            end: start + "⟦password⟧".len(),
            fingerprint: None,
        };
        let keyring = crate::testing::keyring();
        let body = Body::again(Author::Customer, &keyring, &stored, &[known]).unwrap().unwrap();
        assert_eq!(body.text().as_str(), "⟦seed-phrase⟧ and ⟦password⟧, done");
        let shown: Vec<&str> =
            body.masked.iter().map(|s| &body.text().as_str()[s.start..s.end]).collect();
        assert_eq!(shown, ["⟦seed-phrase⟧", "⟦password⟧"]);
        let again = Body::again(Author::Customer, &keyring, body.text().as_str(), &body.masked);
        assert!(again.unwrap().is_none());
    }

    #[test]
    fn markdown_is_sanitised() {
        check(
            Markup::Markdown,
            "**hi** <script>alert(1)</script>",
            "<p><strong>hi</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>",
        );
        // No word of a message is lost for looking like HTML.
        check(
            Markup::Markdown,
            "Reply with <txid>, if a<b and c>d. <!-- noted --> http://a.example",
            "<p>Reply with &lt;txid&gt;, if a&lt;b and c&gt;d. &lt;!-- noted --&gt; \
            <a href=\"http://a.example\" rel=\"noopener noreferrer nofollow\">http://a.example</a></p>",
        );
        check(
            Markup::Markdown,
            "<img src=x onerror=alert(1)>",
            "&lt;img src=x onerror=alert(1)&gt;",
        );
        check(
            Markup::Markdown,
            "[x](javascript:alert(1)) [y](https://a.example/)",
            "<p><a href=\"\" rel=\"noopener noreferrer nofollow\">x</a> <a href=\"https://a.example/\" rel=\"noopener noreferrer nofollow\">y</a></p>",
        );
    }
}
