//! Runs the detectors over a text and writes the masked one.

use crate::guess;
use crate::kinds::{DETECTORS, Kind, Span};
use crate::plain::Plain;
use crate::text::Text;

/// What [`scan`] found and what is safe to keep.
///
/// It holds nothing of the secrets: it may be logged and stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// The text with every finding replaced by the mask of its kind; equal to the input when nothing was found.
    pub masked: String,
    /// In the order of the text, not overlapping.
    pub findings: Vec<Finding>,
}

impl Scan {
    fn clean(input: &str) -> Self {
        Scan { masked: input.to_owned(), findings: Vec::new() }
    }

    /// Tells whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

/// One secret that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// First byte in the input; always on a character boundary.
    pub start: usize,
    /// First byte after it in the input.
    pub end: usize,
    /// First byte of its mask in [`Scan::masked`].
    pub masked_start: usize,
    /// First byte after its mask in [`Scan::masked`].
    pub masked_end: usize,
    /// A theft must be assumed: a checksum proves what it is, its form is one that nothing else was found to have, or
    /// the form of a key or phrase stands beside its name. Passwords, codes, tokens, cards and accounts never are.
    pub certain: bool,
}

/// Finds the secrets in a text and masks them.
///
/// Masking shortens a text, which can bring a label within reach of what it labels. So the masked text is scanned
/// again until nothing more is found: that is what makes the result stable under another scan. A text with no
/// finding, the ordinary case, is scanned once. Every further pass has to find at least one more secret beside a
/// mask of the pass before it; a text that is made so that this goes on and on is masked as a whole in the end.
pub fn scan(input: &str) -> Scan {
    find(input).unwrap_or_else(|| Scan::clean(input))
}

/// Finds what the rules find, without the guess at what only words give away: for text that programs write.
///
/// Lines of logs and tables are full of strings that look like passwords, and what was learnt is how people write.
pub fn scan_by_rules(input: &str) -> Scan {
    find_by_rules(input).unwrap_or_else(|| Scan::clean(input))
}

/// The same as [`scan`], but `None` for a text without a secret. Where nothing in it looks like one, nothing is allocated.
pub fn find(input: &str) -> Option<Scan> {
    scanned(input, |text| {
        let mut spans = by_rule(text);
        // A guess is worth less than what the rules make of the text around it, so it waits until they have nothing to say.
        if spans.is_empty() {
            guess::find(text, &mut spans);
        }
        spans
    })
}

/// The same as [`scan_by_rules`], but `None` for a text without a secret. Where nothing in it looks like one, nothing is allocated.
pub fn find_by_rules(input: &str) -> Option<Scan> {
    scanned(input, by_rule)
}

fn scanned(input: &str, find: impl Fn(&Text<'_>) -> Vec<Span>) -> Option<Scan> {
    let first = find(&Text::new(input));
    if first.is_empty() {
        return None;
    }
    let mut scan = masked(input, merged(Vec::new(), first));
    let most = most_passes(input.len());
    for pass in 2.. {
        let spans = find(&Text::new(&scan.masked));
        if spans.is_empty() {
            break;
        }
        let spans = spans.into_iter().map(|span| in_input(span, &scan.findings)).collect();
        let mut spans = merged(known(&scan.findings), spans);
        if pass == most {
            spans = as_one(spans, None);
        } else if pass >= most + PASSES_AFTER {
            spans = as_one(spans, Some(input.len()));
        }
        scan = masked(input, spans);
    }
    Some(scan)
}

/// Ordinary texts need three passes at most. One that is made for it needs a pass for every few hundred bytes, so the longer
/// it is, the fewer it is given.
const MOST_PASSES: usize = 12;
const FEWEST_PASSES: usize = 6;
/// When the findings were joined, and what stands outside of them still goes on.
const PASSES_AFTER: usize = 2;
/// So many bytes are read before the findings are joined, unless the text is long: twelve passes over five thousand bytes.
const MOST_READ: usize = 64 * 1024;

fn most_passes(length: usize) -> usize {
    (MOST_READ / length.max(1)).clamp(FEWEST_PASSES, MOST_PASSES)
}

/// Joins all findings with what stands between them, or all of the text.
fn as_one(spans: Vec<Span>, whole: Option<usize>) -> Vec<Span> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return spans };
    let range = whole.map_or(first.start..last.end, |length| 0..length);
    vec![Span::new(first.kind, range, spans.iter().any(|span| span.certain))]
}

/// Reads a text as it stands there and, if that is something else, as it looks.
fn by_rule(text: &Text<'_>) -> Vec<Span> {
    let mut spans = detected(text);
    if let Some(plain) = Plain::of(text.source) {
        spans.extend(plain.in_source(detected(&Text::new(plain.text()))));
    }
    spans
}

fn detected(text: &Text<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for detector in DETECTORS {
        detector(text, &mut spans);
    }
    // So every pass finds letters that no mask covers, and the passes come to an end.
    spans.retain(|span| span.start < span.end && !touches_mask(text, span));
    spans
}

fn touches_mask(text: &Text<'_>, span: &Span) -> bool {
    let next = text.masks.partition_point(|mask| mask.end <= span.start);
    text.masks.get(next).is_some_and(|mask| mask.start < span.end)
}

fn known(findings: &[Finding]) -> Vec<Span> {
    let span = |f: &Finding| Span { kind: f.kind, start: f.start, end: f.end, certain: f.certain };
    findings.iter().map(span).collect()
}

/// Moves a span from the masked text to the input. No rule reaches into a mask, so both its ends lie outside of all.
fn in_input(span: Span, findings: &[Finding]) -> Span {
    let moved = |at: usize| {
        let next = findings.partition_point(|finding| finding.masked_end <= at);
        let before = next.checked_sub(1).and_then(|last| findings.get(last));
        before.map_or(at, |finding| finding.end + (at - finding.masked_end))
    };
    Span { start: moved(span.start), end: moved(span.end), ..span }
}

/// Puts spans in order and joins those that overlap, so that no part of a secret is left beside the mask of another.
fn merged(mut spans: Vec<Span>, new: Vec<Span>) -> Vec<Span> {
    spans.extend(new);
    spans.sort_by_key(|span| (span.start, span.kind));
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => {
                last.end = last.end.max(span.end);
                last.certain |= span.certain;
            }
            _ => merged.push(span),
        }
    }
    merged
}

fn masked(input: &str, spans: Vec<Span>) -> Scan {
    let mut masked = String::with_capacity(input.len());
    let mut copied = 0;
    let mut findings = Vec::with_capacity(spans.len());
    for Span { kind, start, end, certain } in spans {
        masked.push_str(input.get(copied..start).unwrap_or_default());
        let masked_start = masked.len();
        masked.push_str(kind.mask());
        let masked_end = masked.len();
        findings.push(Finding { kind, start, end, masked_start, masked_end, certain });
        copied = end;
    }
    masked.push_str(input.get(copied..).unwrap_or_default());
    Scan { masked, findings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_fewer_times() {
        let passes = [0, 2_000, 5_000, 8_000, 1_000_000].map(most_passes);
        assert_eq!(passes, [12, 12, 12, 8, 6]);
    }

    /// Each pass masks what the mask of the one before it brought near.
    #[test]
    fn what_goes_on_and_on_is_masked_as_a_whole() {
        for piece in ["pwd=", "password-frozen-2-0079"] {
            let scan = scan(&piece.repeat(40_000 / piece.len()));
            assert_eq!(scan.masked, "⟦password⟧", "{piece}");
        }
        // What ends by itself is not.
        let scan = scan(&"pwd=".repeat(200));
        assert!(scan.findings.len() > 2, "{:?}", scan.findings);
    }
}
