//! Writing drafts.

use proofdesk_evidence::Item;
use proofdesk_store::Tx;

use super::{Content, Draft, Seen, joined, merged_files, sql, text_mark, view};
use crate::attachment::FileLeak;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::form::{self, Form, QuestionKind, answer};
use crate::id::{AttachmentId, CategoryId, CustomerId};
use crate::text::Clean;
use crate::viewer::CustomerViewer;
use crate::{category, limits};

/// What to change of a draft.
#[derive(Clone, Debug)]
pub enum DraftChange {
    /// What happened, with the evidence in it: questions that it answers are not asked.
    Body(Clean, Vec<Item>),
    Answer(String, Clean),
    /// "I do not have it."
    Lacking(String),
    /// Left without an answer.
    Passed(String),
    /// The files that a page sent, and those that it had shown.
    Files {
        shown: Vec<AttachmentId>,
        sent: Vec<AttachmentId>,
    },
    /// What the guard masked in the text before it came here.
    Masked(Vec<FileLeak>),
}

/// A draft after a change.
#[derive(Clone, Debug)]
pub struct Saved {
    pub draft: Draft,
    /// The text or the answer was changed elsewhere since the page showed it, and stands as it was written there.
    pub crossed: bool,
}

/// What becomes of something that a page sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meeting {
    Write,
    /// It is what the page showed, so that what was written elsewhere since then holds.
    Leave,
    /// It was changed here and elsewhere.
    Cross,
}

/// Changes one's own draft in a category, which is made when it is new. `seen` is what the page showed of what it changes: what is
/// as it was shown is not written over what came since, and what both changed stands as it is, for whoever typed to decide.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for a category that is not offered.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    category: &str,
    seen: &Seen,
    changes: &[DraftChange],
) -> Result<Saved> {
    let me = cx.viewer.customer()?.clone();
    let (category_id, form) = form::view::find(tx, me.brand_id, category).await?.or_not_found()?;
    let mut content = sql::begin(tx, me.customer_id, category_id, cx.now).await?;
    let mut crossed = false;
    for change in changes {
        crossed |= content.apply(&form, seen, change) == Meeting::Cross;
    }
    let draft = write(tx, cx, &me, category_id, category, content).await?;
    Ok(Saved { draft, crossed })
}

/// One's own draft in a category, until the end of the transaction: what is saved at the same moment comes before or after.
pub(crate) async fn hold(
    tx: &Tx<'_>,
    me: &CustomerViewer,
    category: &str,
) -> Result<Option<Draft>> {
    let Some(kept) = view::find(tx, me, category).await? else { return Ok(None) };
    let content = sql::lock(tx, me.customer_id, kept.category_id).await?;
    Ok(content.map(|content| Draft { content, ..kept }))
}

/// Goes on with a draft in another category. What was written stays, and what both ask is answered.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for a category that is not offered.
pub async fn move_to(tx: &Tx<'_>, cx: &mut Cx, from: &str, to: &str) -> Result<()> {
    let me = cx.viewer.customer()?.clone();
    let (category_id, form) = form::view::find(tx, me.brand_id, to).await?.or_not_found()?;
    let Some(kept) = hold(tx, &me, from).await? else { return Ok(()) };
    if kept.category_id == category_id {
        return Ok(());
    }
    let mut content = kept.content;
    content.join(sql::begin(tx, me.customer_id, category_id, cx.now).await?);
    let text = Clean::new(&content.body)?;
    let items = crate::evidence::find(text.as_str());
    content.apply(&form, &Seen::default(), &DraftChange::Body(text, items));
    write(tx, cx, &me, category_id, to, content).await?;
    sql::delete(tx, me.customer_id, kept.category_id).await
}

/// Throws one's own draft away.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for an unknown category.
pub async fn discard(tx: &Tx<'_>, cx: &mut Cx, category: &str) -> Result<()> {
    let me = cx.viewer.customer()?.clone();
    let category_id = category::view::find_any(tx, me.brand_id, category).await?.or_not_found()?;
    forget(tx, &me, category_id).await
}

pub(crate) async fn forget(
    tx: &Tx<'_>,
    me: &CustomerViewer,
    category_id: CategoryId,
) -> Result<()> {
    sql::delete(tx, me.customer_id, category_id).await
}

/// Masks what today's rules find in a customer's drafts. Returns whether there was anything to mask.
pub(crate) async fn mask(tx: &Tx<'_>, customer_id: CustomerId) -> Result<bool> {
    let mut is_masked = false;
    for draft in view::of_customer(tx, customer_id).await? {
        let held = sql::lock(tx, customer_id, draft.category_id).await?;
        let Some(mut content) = held else { continue };
        if content.mask()? {
            sql::set(tx, customer_id, draft.category_id, &content, draft.updated_at).await?;
            is_masked = true;
        }
    }
    Ok(is_masked)
}

/// Deletes up to `limit` drafts that nobody went on with. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    sql::prune(tx, cx.now - limits::DRAFT_AGE, limit).await
}

async fn write(
    tx: &Tx<'_>,
    cx: &Cx,
    me: &CustomerViewer,
    category_id: CategoryId,
    category: &str,
    content: Content,
) -> Result<Draft> {
    sql::set(tx, me.customer_id, category_id, &content, cx.now).await?;
    Ok(Draft { category_id, category: category.to_owned(), content, updated_at: cx.now })
}

impl Content {
    fn apply(&mut self, form: &Form, seen: &Seen, change: &DraftChange) -> Meeting {
        match change {
            DraftChange::Body(text, items) => {
                self.remember(text);
                let meeting = self.meet_text(seen, text.as_str());
                if meeting == Meeting::Write {
                    self.set_body(form, text, items);
                    self.body_by.clone_from(&seen.page);
                }
                meeting
            }
            DraftChange::Answer(question, value) => {
                self.remember(value);
                self.settle(form, seen, question, Some(Some(value.as_str().to_owned())))
            }
            DraftChange::Lacking(question) => self.settle(form, seen, question, Some(None)),
            DraftChange::Passed(question) => self.settle(form, seen, question, None),
            DraftChange::Files { shown, sent } => {
                self.set_files(seen, shown, sent);
                Meeting::Write
            }
            DraftChange::Masked(leaks) => {
                self.add_leaks(leaks.iter().cloned());
                Meeting::Write
            }
        }
    }

    fn set_body(&mut self, form: &Form, text: &Clean, items: &[Item]) {
        text.as_str().clone_into(&mut self.body);
        let picked = std::mem::take(&mut self.picked);
        self.answers.retain(|question, _| !picked.contains(question));
        for (question, value) in answer::pick(form, &self.answers, items) {
            self.answers_by.remove(&question);
            self.picked.insert(question.clone());
            self.answers.insert(question, Some(value));
        }
    }

    /// What a page brought itself it has shown too: whoever goes back to it takes that away there.
    fn set_files(&mut self, seen: &Seen, shown: &[AttachmentId], sent: &[AttachmentId]) {
        let is_own =
            |id: &AttachmentId| !seen.page.is_empty() && self.files_by.get(id) == Some(&seen.page);
        let own = self.file_ids.iter().copied().filter(is_own);
        let shown: Vec<AttachmentId> = shown.iter().copied().chain(own).collect();
        let merged = merged_files(&self.file_ids, &shown, sent);
        self.files_by.retain(|id, _| merged.contains(id));
        for id in merged.iter().filter(|id| !self.file_ids.contains(id)) {
            self.files_by.insert(*id, seen.page.clone());
        }
        self.file_ids = merged;
    }

    /// Whether a text may take the place of the one that stands.
    fn meet_text(&self, seen: &Seen, typed: &str) -> Meeting {
        let is_own = !seen.page.is_empty() && seen.page == self.body_by;
        if seen.mark.is_empty()
            || seen.mark == self.text_mark()
            || is_own
            || joined(&self.body, typed) == typed
        {
            return Meeting::Write;
        }
        if text_mark(typed) == seen.mark { Meeting::Leave } else { Meeting::Cross }
    }

    /// Answers a question, or leaves it without an answer (`None`), as far as nothing is undone by it.
    fn settle(
        &mut self,
        form: &Form,
        seen: &Seen,
        question: &str,
        said: Option<Option<String>>,
    ) -> Meeting {
        let kind = form.question(question).map(|question| question.kind);
        // Of files each is kept or taken away by itself.
        let is_of_files = kind == Some(QuestionKind::File);
        let meeting =
            if is_of_files { Meeting::Write } else { self.meet(seen, question, said.as_ref()) };
        if meeting != Meeting::Write {
            return meeting;
        }
        self.picked.remove(question);
        self.answers_by.insert(question.to_owned(), seen.page.clone());
        if let Some(value) = said {
            self.passed.remove(question);
            self.answers.insert(question.to_owned(), value);
        } else {
            self.answers.remove(question);
            self.passed.insert(question.to_owned());
        }
        meeting
    }

    /// Whether an answer may take the place of the one that stands.
    fn meet(&self, seen: &Seen, question: &str, said: Option<&Option<String>>) -> Meeting {
        let stands = self.answers.get(question);
        let is_own = !seen.page.is_empty() && self.answers_by.get(question) == Some(&seen.page);
        let (now, said) = (form::mark(stands), form::mark(said));
        if seen.mark.is_empty() || seen.mark == now || said == now || is_own {
            return Meeting::Write;
        }
        // One that went away with another text was taken out by nobody.
        let nothing_said = stands.is_none() && !self.passed.contains(question);
        match said == seen.mark && !nothing_said {
            true => Meeting::Leave,
            false if stands.is_none() => Meeting::Write,
            false => Meeting::Cross,
        }
    }

    fn remember(&mut self, text: &Clean) {
        let leaks = text.findings().iter().map(|finding| FileLeak {
            kind: finding.kind.as_str().to_owned(),
            certain: finding.certain,
        });
        self.add_leaks(leaks);
    }

    fn mask(&mut self) -> Result<bool> {
        let mut found = Vec::new();
        let answers = self.answers.values_mut().filter_map(Option::as_mut);
        for text in std::iter::once(&mut self.body).chain(answers) {
            let clean = Clean::new(text)?;
            if !clean.findings().is_empty() {
                clean.as_str().clone_into(text);
                found.push(clean);
            }
        }
        found.iter().for_each(|clean| self.remember(clean));
        Ok(!found.is_empty())
    }

    fn add_leaks(&mut self, leaks: impl Iterator<Item = FileLeak>) {
        self.leaks.extend(leaks);
        self.leaks.sort_unstable();
        self.leaks.dedup();
    }

    /// Adds what another draft has and this one has not.
    fn join(&mut self, other: Self) {
        self.body = joined(&other.body, &self.body);
        for (question, value) in other.answers {
            self.answers.entry(question).or_insert(value);
        }
        for id in other.file_ids {
            if !self.file_ids.contains(&id) {
                self.file_ids.push(id);
            }
        }
        self.file_ids.truncate(limits::DRAFT_FILES);
        self.add_leaks(other.leaks.into_iter());
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::Id as _;
    use crate::{evidence, form::builtin};

    fn body(typed: &str) -> DraftChange {
        let text = Clean::new(typed).unwrap();
        let items = evidence::find(text.as_str());
        DraftChange::Body(text, items)
    }

    fn told(question: &str, typed: &str) -> DraftChange {
        DraftChange::Answer(question.to_owned(), Clean::new(typed).unwrap())
    }

    /// A page that was opened when `content` was as it is.
    fn page(content: &Content, question: &str, name: &str) -> Seen {
        Seen::of(&form::mark(content.answers.get(question)), name)
    }

    #[test]
    fn another_text_reads_anew_and_leaves_what_was_said() {
        let (form, any) = (builtin::form("deposit-not-credited"), Seen::default());
        let mut content = Content::default();
        content.apply(&form, &any, &body("250 USDT on TRC20"));
        assert_eq!(content.answers.get("asset"), Some(&Some("USDT".to_owned())));
        content.apply(&form, &any, &told("amount", "251"));
        content.apply(&form, &any, &body("0.5 BTC"));
        assert_eq!(content.answers.get("asset"), Some(&Some("BTC".to_owned())));
        assert_eq!(content.answers.get("amount"), Some(&Some("251".to_owned())));
    }

    #[test]
    fn answers_of_two_pages_meet_question_by_question() {
        let form = builtin::form("deposit-not-credited");
        let mut content = Content::default();
        content.apply(&form, &Seen::default(), &told("amount", "250"));
        let (phone, laptop) =
            (page(&content, "amount", "phone"), page(&content, "amount", "laptop"));
        let stands = |content: &Content| content.answers.get("amount").cloned().flatten();

        // Another question is none of its business.
        let network = page(&content, "network", "laptop");
        assert_eq!(content.apply(&form, &network, &told("network", "tron")), Meeting::Write);
        assert_eq!(content.apply(&form, &phone, &told("amount", "251")), Meeting::Write);
        // What the laptop only sent on is not what it said; what it changed crosses.
        assert_eq!(content.apply(&form, &laptop, &told("amount", "250")), Meeting::Leave);
        for crosses in [
            told("amount", "252"),
            DraftChange::Lacking("amount".to_owned()),
            DraftChange::Passed("amount".to_owned()),
        ] {
            assert_eq!(content.apply(&form, &laptop, &crosses), Meeting::Cross);
            assert_eq!(stands(&content).as_deref(), Some("251"));
        }
        // The same is no conflict, and whoever goes back knows what they wrote themselves.
        assert_eq!(content.apply(&form, &laptop, &told("amount", "251")), Meeting::Write);
        assert_eq!(content.apply(&form, &laptop, &told("amount", "252")), Meeting::Write);
        assert_eq!(content.apply(&form, &phone, &told("amount", "253")), Meeting::Cross);
        assert_eq!(stands(&content).as_deref(), Some("252"));
    }

    #[test]
    fn an_answer_that_was_taken_out_elsewhere_stays_out_unless_another_is_given() {
        let form = builtin::form("deposit-not-credited");
        let mut content = Content::default();
        content.apply(&form, &Seen::default(), &told("source", "Kraken"));
        let late = page(&content, "source", "late");
        let passed = DraftChange::Passed("source".to_owned());
        content.apply(&form, &Seen::default(), &passed);
        assert_eq!(content.apply(&form, &late, &told("source", "Kraken")), Meeting::Leave);
        assert!(!content.answers.contains_key("source"));
        assert_eq!(content.apply(&form, &late, &told("source", "OKX")), Meeting::Write);
        // One that was read out of a text that is another now was not taken out by anybody.
        content.apply(&form, &Seen::default(), &body("250 USDT"));
        let asset = page(&content, "asset", "asset");
        content.apply(&form, &Seen::default(), &body("It has not come"));
        assert_eq!(content.apply(&form, &asset, &told("asset", "USDT")), Meeting::Write);
    }

    #[test]
    fn texts_of_two_pages_meet_too() {
        let form = builtin::form("other");
        let mut content = Content::default();
        content.apply(&form, &Seen::default(), &body("Late."));
        let page = |name: &str| Seen::of(&text_mark("Late."), name);
        assert_eq!(content.apply(&form, &page("phone"), &body("Gone.")), Meeting::Write);
        assert_eq!(content.apply(&form, &page("laptop"), &body("Late.")), Meeting::Leave);
        assert_eq!(content.apply(&form, &page("laptop"), &body("Stolen.")), Meeting::Cross);
        assert_eq!(content.body, "Gone.");
        assert_eq!(content.apply(&form, &page("phone"), &body("Back.")), Meeting::Write);
        assert_eq!(content.apply(&form, &page("laptop"), &body("Back. Late.")), Meeting::Write);
        assert_eq!(content.body, "Back. Late.");
    }

    #[test]
    fn files_are_taken_away_and_added_one_by_one() {
        let id = |n: u128| AttachmentId::from_uuid(uuid::Uuid::from_u128(n));
        let (kept, mine, theirs, gone) = (id(1), id(2), id(3), id(4));
        // Shown were the first and the last, which was taken away; the third came from elsewhere meanwhile.
        let merged = merged_files(&[kept, gone, theirs], &[kept, gone], &[kept, mine]);
        assert_eq!(merged, [kept, theirs, mine]);
        // What was taken away elsewhere does not come back with a page that showed it.
        assert_eq!(merged_files(&[kept], &[kept, gone], &[kept, gone]), [kept]);
        let many: Vec<_> = (0..300).map(id).collect();
        assert_eq!(merged_files(&many, &[], &many).len(), limits::DRAFT_FILES);
    }

    #[test]
    fn a_page_takes_away_again_what_it_brought_itself() {
        let form = builtin::form("other");
        let id = |n: u128| AttachmentId::from_uuid(uuid::Uuid::from_u128(n));
        let files =
            |sent: &[AttachmentId]| DraftChange::Files { shown: Vec::new(), sent: sent.to_vec() };
        let mut content = Content::default();
        content.apply(&form, &Seen::of("", "phone"), &files(&[id(1)]));
        content.apply(&form, &Seen::of("", "laptop"), &files(&[id(2)]));
        // Whoever goes back has a page that showed none of them, and another file by now.
        content.apply(&form, &Seen::of("", "phone"), &files(&[id(3)]));
        assert_eq!(content.file_ids, [id(2), id(3)]);
        assert_eq!(content.files_by.keys().copied().collect::<Vec<_>>(), [id(2), id(3)]);
        // One without a name takes nothing away.
        content.apply(&form, &Seen::default(), &files(&[id(4)]));
        content.apply(&form, &Seen::default(), &files(&[]));
        assert_eq!(content.file_ids, [id(2), id(3), id(4)]);
        let json = serde_json::to_string(&content).unwrap();
        assert_eq!(Content::read(&json).unwrap(), content);
    }

    #[test]
    fn a_text_that_moves_loses_none_of_either() {
        let draft = |body: &str| Content { body: body.to_owned(), ..Content::default() };
        let moved = |body: &str, there: &str| {
            let mut content = draft(body);
            content.join(draft(there));
            content.body
        };
        assert_eq!(moved("", "It has not come."), "It has not come.");
        assert_eq!(moved("It has not come.", ""), "It has not come.");
        assert_eq!(moved("Late.\nVery late.", "Late.\r\nVery"), "Late.\nVery late.");
        assert_eq!(moved("Late.", "It has not come."), "It has not come.\n\nLate.");
    }

    #[test]
    fn what_was_masked_is_remembered_when_the_text_no_longer_tells() {
        let (form, any) = (builtin::form("theft"), Seen::default());
        let mut content = Content::default();
        content.apply(
            &form,
            &any,
            &body("my words: legal winner thank year wave sausage worth useful legal winner thank yellow"),
        );
        assert!(!content.body.contains("sausage"));
        assert!(content.leaks.iter().any(|leak| leak.certain));
        let kept = content.body.clone();
        content.apply(&form, &any, &body(&kept));
        assert!(content.leaks.iter().any(|leak| leak.certain));
    }
}
