//! Whether an export of ours was read to its end: it says itself how many lines it has of each kind.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proofdesk_desk::transfer::line::EndLine;
use serde::Deserialize;

/// What was seen of a file so far.
#[derive(Debug, Default)]
pub struct Whole {
    /// Lines of ours are read, and not what another desk writes.
    is_ours: bool,
    /// It begins as an export of ours does. Other lines come to an end where they end.
    is_export: bool,
    counts: BTreeMap<String, u64>,
    end: Option<EndLine>,
}

#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
}

impl Whole {
    /// Of a file of which nothing was seen yet.
    pub fn of(is_ours: bool) -> Self {
        Self { is_ours, ..Self::default() }
    }

    /// One more line. One that is broken counts as none.
    pub fn take(&mut self, text: &[u8]) {
        let Ok(Kind { kind }) = serde_json::from_slice::<Kind<'_>>(text) else { return };
        match &*kind {
            "export" => *self = Self { is_export: true, ..Self::of(self.is_ours) },
            "end" if self.is_export => {
                self.end = serde_json::from_slice(text).ok();
                return;
            }
            _ => {}
        }
        *self.counts.entry(kind.into_owned()).or_insert(0) += 1;
    }

    /// An export of ours without its last line; or not one line, as of an export that was cut off before its first one was written.
    pub fn is_cut_off(&self) -> bool {
        let is_nothing = self.is_ours && self.counts.is_empty();
        (self.is_export || is_nothing) && self.end.is_none()
    }

    /// Whether everything is there; `None` for lines that do not say.
    pub fn verdict(&self) -> Option<bool> {
        let says = self.is_export || self.is_cut_off();
        says.then(|| self.end.as_ref().is_some_and(|end| end.counts == self.counts))
    }

    /// The kinds of which there are more or fewer lines than the last one says.
    pub fn differing(&self) -> Vec<String> {
        let Some(end) = &self.end else { return Vec::new() };
        let mut kinds: Vec<&String> = end.counts.keys().chain(self.counts.keys()).collect();
        kinds.sort();
        kinds.dedup();
        let differs = |kind: &&String| end.counts.get(*kind) != self.counts.get(*kind);
        kinds.into_iter().filter(differs).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(lines: &[&str]) -> Whole {
        let mut whole = Whole::of(true);
        lines.iter().for_each(|line| whole.take(line.as_bytes()));
        whole
    }

    const HEAD: &str = r#"{"kind":"export","format":"proofdesk.export","v":1}"#;
    const END: &str = r#"{"kind":"end","counts":{"export":1,"tag":2}}"#;
    const TAG: &str = r#"{"kind":"tag","name":"vip"}"#;

    #[test]
    fn an_export_says_where_it_ends() {
        let all = whole(&[HEAD, TAG, TAG, END]);
        assert_eq!((all.is_cut_off(), all.verdict()), (false, Some(true)));
        assert!(all.differing().is_empty());
        for cut in [&[HEAD, TAG, TAG][..], &[HEAD], &[HEAD, TAG, TAG, r#"{"kind":"end","cou"#]] {
            let cut = whole(cut);
            assert_eq!((cut.is_cut_off(), cut.verdict()), (true, Some(false)));
        }
        let holed = whole(&[HEAD, TAG, END]);
        assert_eq!((holed.is_cut_off(), holed.verdict()), (false, Some(false)));
        assert_eq!(holed.differing(), ["tag"]);
    }

    /// What is brought of it is nothing, and that is no success.
    #[test]
    fn one_that_was_cut_off_in_its_first_line_says_so_too() {
        for cut in [&[""][..], &[], &[r#"{"kind":"expo"#]] {
            let cut = whole(cut);
            assert_eq!((cut.is_cut_off(), cut.verdict()), (true, Some(false)));
        }
        // What another desk writes says nothing of it.
        let other = Whole::of(false);
        assert_eq!((other.is_cut_off(), other.verdict()), (false, None));
    }

    #[test]
    fn lines_that_somebody_wrote_end_where_they_end() {
        let own = whole(&[TAG, TAG, "no json"]);
        assert_eq!((own.is_cut_off(), own.verdict()), (false, None));
        assert!(own.differing().is_empty());
    }
}
