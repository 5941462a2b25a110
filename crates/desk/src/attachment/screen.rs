//! Text files are read by the guard before anybody can open them.
//!
//! What was uploaded rests already, sealed, and is shown to nobody yet. If the guard finds a secret in it, a masked copy takes
//! its place and the original is deleted. Files are read in windows, so that 100 MB of log need as much memory as one; a
//! window is cut at a place before its end that is inside of no finding, and what is behind the cut is read once more with
//! what follows it. Pictures, video and PDF cannot be read.

use futures_util::{StreamExt as _, stream};
use proofdesk_guard::Finding;
use serde::{Deserialize, Serialize};

use crate::blob::{Blob, StoredBlob};
use crate::error::Result;
use crate::id::AttachmentId;

const WINDOW: usize = 1024 * 1024;
/// No secret is longer but a key file, of which a window holds the whole.
const OVERLAP: usize = 64 * 1024;

/// A secret that was in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileLeak {
    pub kind: String,
    /// It is certainly a key or phrase.
    pub certain: bool,
}

/// A file as it will be kept.
#[derive(Clone, Debug)]
pub struct Screened {
    pub id: AttachmentId,
    pub stored: StoredBlob,
    /// What was masked, each kind once; empty for a file that is kept as it came.
    pub leaks: Vec<FileLeak>,
}

/// Reads a stored file and replaces it by a masked copy under `fresh` if there is anything to mask.
///
/// # Errors
/// Those of the file store; the original may be left behind then, without a row, and is collected.
pub async fn screen(
    blob: &dyn Blob,
    id: AttachmentId,
    stored: StoredBlob,
    content_type: &str,
    fresh: AttachmentId,
) -> Result<Screened> {
    if !is_text(content_type) {
        return Ok(Screened { id, stored, leaks: Vec::new() });
    }
    let mut masker = Masker::default();
    let mut body = blob.get(id, &stored.sealed_key, stored.size, 0..stored.size).await?;
    while let Some(chunk) = body.next().await {
        masker.feed(&chunk?);
    }
    masker.finish();
    if masker.leaks.is_empty() {
        return Ok(Screened { id, stored, leaks: Vec::new() });
    }
    // A mask may be longer than what it hides.
    let limit = stored.size.saturating_mul(4).saturating_add(64);
    let body = blob.get(id, &stored.sealed_key, stored.size, 0..stored.size).await?;
    let masked = stream::unfold(Some((body, Masker::default())), async |state| {
        let (mut body, mut masker) = state?;
        match body.next().await {
            Some(Ok(chunk)) => {
                let text = masker.feed(&chunk);
                Some((Ok(text.into()), Some((body, masker))))
            }
            Some(Err(error)) => Some((Err(error), None)),
            None => Some((Ok(masker.finish().into()), None)),
        }
    });
    let copy = blob.put(fresh, Box::pin(masked), limit).await?;
    blob.delete(id).await?;
    Ok(Screened { id: fresh, stored: copy, leaks: masker.leaks })
}

/// What the guard can read: text, and markup, which is text.
fn is_text(content_type: &str) -> bool {
    content_type.starts_with("text/")
        || ["json", "xml", "svg", "csv"].iter().any(|part| content_type.contains(part))
}

/// Masks a text that comes in pieces.
#[derive(Default)]
struct Masker {
    bytes: Vec<u8>,
    leaks: Vec<FileLeak>,
}

impl Masker {
    /// Takes a piece, and returns what is certain by now.
    fn feed(&mut self, piece: &[u8]) -> String {
        self.bytes.extend_from_slice(piece);
        if self.bytes.len() < WINDOW + OVERLAP { String::new() } else { self.cut(false) }
    }

    fn finish(&mut self) -> String {
        self.cut(true)
    }

    fn cut(&mut self, is_last: bool) -> String {
        let begun = if is_last { 0 } else { begun_character(&self.bytes) };
        let tail = self.bytes.split_off(self.bytes.len() - begun);
        let text = String::from_utf8_lossy(&self.bytes).into_owned();
        let scan = proofdesk_guard::scan_by_rules(&text);
        let end = if is_last { text.len() } else { place_to_cut(&text, &scan.findings) };
        let (ready, rest): (Vec<&Finding>, Vec<&Finding>) =
            scan.findings.iter().partition(|finding| finding.end <= end);
        for finding in &ready {
            let leak =
                FileLeak { kind: finding.kind.as_str().to_owned(), certain: finding.certain };
            if let Err(place) = self.leaks.binary_search(&leak) {
                self.leaks.insert(place, leak);
            }
        }
        // Up to the cut, masked and plain text differ by the masks before it alone.
        let masked_end = match rest.first() {
            Some(next) => next.masked_start - (next.start - end),
            None => scan.masked.len() - (text.len() - end),
        };
        self.bytes = text.get(end..).unwrap_or_default().as_bytes().to_vec();
        self.bytes.extend_from_slice(&tail);
        scan.masked.get(..masked_end).unwrap_or_default().to_owned()
    }
}

/// How many bytes at the end begin a character whose rest is still to come.
fn begun_character(bytes: &[u8]) -> usize {
    // A character has four bytes at most, of which the first is no continuation.
    let first = (bytes.len().saturating_sub(3)..bytes.len())
        .rev()
        .find(|at| bytes.get(*at).is_some_and(|byte| !(0x80..0xC0).contains(byte)));
    let last = first.and_then(|first| bytes.get(first..)).unwrap_or_default();
    match std::str::from_utf8(last) {
        Err(error) if error.error_len().is_none() => last.len() - error.valid_up_to(),
        Err(_) | Ok(_) => 0,
    }
}

fn place_to_cut(text: &str, findings: &[Finding]) -> usize {
    let wanted = text.len().saturating_sub(OVERLAP);
    let near = text.floor_char_boundary(wanted);
    let line = text.get(..near).and_then(|before| before.rfind('\n')).map(|at| at + 1);
    let at = line.filter(|line| near - line < OVERLAP).unwrap_or(near);
    match findings.iter().find(|finding| finding.start < at && at < finding.end) {
        // One that begins the window and goes beyond it is masked as far as it is known.
        Some(finding) if finding.start == 0 => finding.end,
        Some(finding) => finding.start,
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn masked(text: &[u8], piece: usize) -> (String, Vec<FileLeak>) {
        let mut masker = Masker::default();
        let mut out: String = text.chunks(piece).map(|piece| masker.feed(piece)).collect();
        out.push_str(&masker.finish());
        (out, masker.leaks)
    }

    #[test]
    fn a_short_file_is_masked() {
        let (out, leaks) = masked(format!("my words:\n{PHRASE}\nbye").as_bytes(), 7);
        assert_eq!(out, "my words:\n⟦seed-phrase⟧\nbye");
        assert_eq!(leaks, [FileLeak { kind: "seed-phrase".to_owned(), certain: true }]);
    }

    #[test]
    fn windows_lose_nothing_and_cut_no_secret() {
        let line = "2026-11-02 14:03 deposit seen, Größe 5 — 充值\n";
        for shift in 0..5 {
            let filler = line.repeat((WINDOW + shift * 11) / line.len());
            let text = format!("{filler}{PHRASE}\n{filler}{PHRASE}\n{filler}");
            let expected = format!("{filler}⟦seed-phrase⟧\n{filler}⟦seed-phrase⟧\n{filler}");
            let (out, leaks) = masked(text.as_bytes(), 60_001);
            assert!(out == expected, "shift {shift}");
            assert_eq!(leaks.len(), 1);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_such() {
        let (out, leaks) = masked(b"caf\xe9 \xff\xfe end", 3);
        assert_eq!(out, "caf\u{FFFD} \u{FFFD}\u{FFFD} end");
        assert_eq!(leaks, []);
    }
}
