//! Text files are read by the guard before anybody can open them.
//!
//! What was uploaded rests already, sealed, and is shown to nobody yet. If the guard finds a secret in it, a masked copy takes
//! its place and the original is deleted. Files are read in windows, so that 100 MB of log need as much memory as one; a
//! window is cut at a place before its end that is inside of no finding, and what is behind the cut is read once more with
//! what follows it. A text that is not UTF-8 is read once more in the letters that it is written in (`letters`), and its masked
//! copy is UTF-8. Pictures, video and PDF cannot be read.

mod letters;

use bytes::{Bytes, BytesMut};
use encoding_rs::{Decoder, Encoding, UTF_8};
use futures_util::{StreamExt as _, stream};
use proofdesk_guard::Finding;
use serde::{Deserialize, Serialize};

use crate::blob::{Blob, StoredBlob};
use crate::error::Result;
use crate::id::AttachmentId;
use letters::Sense;

const WINDOW: usize = 1024 * 1024;
/// No secret is longer but a key file, of which a window holds the whole.
const OVERLAP: usize = 64 * 1024;
/// As many as [`StoredBlob::head`] has at most.
const HEAD: u64 = 8 * 1024;

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
    let Some((copy, leaks)) = masked_copy(blob, id, &stored, content_type, fresh).await? else {
        return Ok(Screened { id, stored, leaks: Vec::new() });
    };
    blob.delete(id).await?;
    Ok(Screened { id: fresh, stored: copy, leaks })
}

/// Reads a stored file and stores a masked copy under `fresh` beside it, with what was masked; `None` if there is nothing to
/// mask.
///
/// # Errors
/// Those of the file store.
pub(super) async fn masked_copy(
    blob: &dyn Blob,
    id: AttachmentId,
    stored: &StoredBlob,
    content_type: &str,
    fresh: AttachmentId,
) -> Result<Option<(StoredBlob, Vec<FileLeak>)>> {
    let is_unread = content_type == UNKNOWN && !letters::look_like_text(&stored.head);
    if is_unread || !may_be_text(content_type) {
        return Ok(None);
    }
    let Some((letters, leaks)) = read(blob, id, stored).await? else { return Ok(None) };
    // A mask may be longer than what it hides, and a letter of two bytes may have three in UTF-8.
    let limit = stored.size.saturating_mul(6).saturating_add(64);
    let body = blob.get(id, &stored.sealed_key, stored.size, 0..stored.size).await?;
    let masked = stream::unfold(Some((body, Masker::new(letters))), async |state| {
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
    Ok(Some((copy, leaks)))
}

/// The first bytes of a stored file, by which it is told whether one of no known kind is text.
pub(super) async fn head(
    blob: &dyn Blob,
    id: AttachmentId,
    sealed_key: &[u8],
    size: u64,
) -> Result<Bytes> {
    let mut body = blob.get(id, sealed_key, size, 0..size.min(HEAD)).await?;
    let mut head = BytesMut::new();
    while let Some(chunk) = body.next().await {
        head.extend_from_slice(&chunk?);
    }
    Ok(head.freeze())
}

/// Reads a stored file to its end; `None` when there is nothing to mask, else in which letters it was found.
async fn read(
    blob: &dyn Blob,
    id: AttachmentId,
    stored: &StoredBlob,
) -> Result<Option<(&'static Encoding, Vec<FileLeak>)>> {
    let mut sense = Sense::default();
    let mut masker = Masker::new(UTF_8);
    let mut body = blob.get(id, &stored.sealed_key, stored.size, 0..stored.size).await?;
    while let Some(chunk) = body.next().await {
        let chunk = chunk?;
        sense.feed(&chunk);
        masker.feed(&chunk);
    }
    masker.finish();
    if let Some(letters) = sense.letters() {
        let mut other = Masker::new(letters);
        let mut body = blob.get(id, &stored.sealed_key, stored.size, 0..stored.size).await?;
        while let Some(chunk) = body.next().await {
            other.feed(&chunk?);
        }
        other.finish();
        // Whoever guessed wrongly about the letters may see less than who reads what all of them share.
        if !other.leaks.is_empty() && other.leaks.len() >= masker.leaks.len() {
            return Ok(Some((letters, other.leaks)));
        }
    }
    Ok((!masker.leaks.is_empty()).then_some((UTF_8, masker.leaks)))
}

/// What a file is that is of no kind by its first bytes, such as a text in other letters.
const UNKNOWN: &str = "application/octet-stream";

/// Says whether the guard reads files of the type, as far as the type tells.
pub(super) fn may_be_text(content_type: &str) -> bool {
    is_text(content_type) || content_type == UNKNOWN
}

/// What a masked copy is, which is UTF-8 whatever the file was before.
pub(super) fn masked_type(content_type: &str) -> &str {
    if content_type == UNKNOWN { "text/plain" } else { content_type }
}

/// What the guard can read: text, and markup, which is text.
fn is_text(content_type: &str) -> bool {
    content_type.starts_with("text/")
        || ["json", "xml", "svg", "csv"].iter().any(|part| content_type.contains(part))
}

/// Masks a text that comes in pieces.
struct Masker {
    decoder: Decoder,
    text: String,
    leaks: Vec<FileLeak>,
}

impl Masker {
    fn new(letters: &'static Encoding) -> Self {
        // A mark of the order of bytes says something of the old letters only.
        let decoder = match letters == UTF_8 {
            true => letters.new_decoder_without_bom_handling(),
            false => letters.new_decoder_with_bom_removal(),
        };
        Self { decoder, text: String::new(), leaks: Vec::new() }
    }

    /// Takes a piece, and returns what is certain by now.
    fn feed(&mut self, piece: &[u8]) -> String {
        self.decode(piece, false);
        if self.text.len() < WINDOW + OVERLAP { String::new() } else { self.cut(false) }
    }

    fn finish(&mut self) -> String {
        self.decode(&[], true);
        self.cut(true)
    }

    /// What is no text in these letters becomes U+FFFD.
    fn decode(&mut self, piece: &[u8], is_last: bool) {
        let room = self.decoder.max_utf8_buffer_length(piece.len());
        self.text.reserve(room.unwrap_or(piece.len()));
        let (_result, _read, _replaced) =
            self.decoder.decode_to_string(piece, &mut self.text, is_last);
    }

    fn cut(&mut self, is_last: bool) -> String {
        let text = std::mem::take(&mut self.text);
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
        self.text.push_str(text.get(end..).unwrap_or_default());
        scan.masked.get(..masked_end).unwrap_or_default().to_owned()
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
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use bip39::Language;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn masked(text: &[u8], piece: usize) -> (String, Vec<FileLeak>) {
        masked_as(UTF_8, text, piece)
    }

    fn masked_as(letters: &'static Encoding, text: &[u8], piece: usize) -> (String, Vec<FileLeak>) {
        let mut masker = Masker::new(letters);
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

    #[test]
    fn phrases_are_found_in_other_letters() {
        let russian = "шинель хаос туман ядро трамвай тигр узел фонарь цирк шкаф якорь юмор";
        let of = |language| {
            let entropy: Vec<u8> = (1..=16).map(|byte: u8| byte.wrapping_mul(157)).collect();
            bip39::Mnemonic::from_entropy_in(language, &entropy).expect("a phrase").to_string()
        };
        for (label, before, phrase, after) in [
            (
                "gb18030",
                "我的助记词在下面：\n",
                of(Language::SimplifiedChinese),
                "\n请帮我看看账户\n",
            ),
            (
                "big5",
                "我的助記詞在下面：\n",
                of(Language::TraditionalChinese),
                "\n請幫我看看帳戶\n",
            ),
            (
                "shift_jis",
                "お世話になっております。\n",
                of(Language::Japanese),
                "\n出金が届きません。\n",
            ),
            ("euc-kr", "제 복구 구문입니다:\n", of(Language::Korean), "\n도와주세요.\n"),
            ("windows-1251", "Вот мои слова:\n", russian.to_owned(), "\nпроверьте, пожалуйста\n"),
        ] {
            // Some lists are decomposed, which older letters cannot write.
            let phrase: String = phrase.nfc().collect();
            let text = format!("{before}{phrase}{after}");
            let letters = Encoding::for_label(label.as_bytes()).expect("known letters");
            let (bytes, _, is_lossy) = letters.encode(&text);
            assert!(!is_lossy, "{label}");
            let mut sense = Sense::default();
            sense.feed(&bytes);
            let sensed = sense.letters().expect("a text");
            // The words of Chinese phrases are characters of sentences too: one before may be masked with them.
            let is_masked = |out: &str| {
                out.contains("⟦seed-phrase⟧") && out.ends_with(after) && !out.contains(&phrase)
            };
            let (out, leaks) = masked_as(sensed, &bytes, 5);
            assert!(is_masked(&out), "{label} as {sensed:?}: {out}");
            assert_eq!(leaks.len(), 1, "{label}");
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let (out, _) = masked_as(encoding_rs::UTF_16BE, &wide, 3);
            assert!(is_masked(&out), "{label}: {out}");
        }
    }
}
