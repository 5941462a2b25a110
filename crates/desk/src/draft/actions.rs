//! Writing drafts.

use proofdesk_evidence::Item;
use proofdesk_store::Tx;

use super::{Content, Draft, sql, view};
use crate::attachment::FileLeak;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::form::{self, Form, answer};
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
    Files(Vec<AttachmentId>),
    /// What the guard masked in the text before it came here.
    Masked(Vec<FileLeak>),
}

/// Changes one's own draft in a category, which is made when it is new.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for a category that is not offered.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    category: &str,
    changes: &[DraftChange],
) -> Result<Draft> {
    let me = cx.viewer.customer()?.clone();
    let (category_id, form) = form::view::find(tx, me.brand_id, category).await?.or_not_found()?;
    let kept = view::find(tx, &me, category).await?;
    let mut content = kept.map(|kept| kept.content).unwrap_or_default();
    for change in changes {
        content.apply(&form, change);
    }
    write(tx, cx, &me, category_id, category, content).await
}

/// Goes on with a draft in another category. What was written stays, and what both ask is answered.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for a category that is not offered.
pub async fn move_to(tx: &Tx<'_>, cx: &mut Cx, from: &str, to: &str) -> Result<()> {
    let me = cx.viewer.customer()?.clone();
    let (category_id, form) = form::view::find(tx, me.brand_id, to).await?.or_not_found()?;
    let Some(kept) = view::find(tx, &me, from).await? else { return Ok(()) };
    if kept.category_id == category_id {
        return Ok(());
    }
    let mut content = kept.content;
    if let Some(there) = view::find(tx, &me, to).await? {
        content.join(there.content);
    }
    let text = Clean::new(&content.body)?;
    let items = crate::evidence::find(text.as_str());
    content.apply(&form, &DraftChange::Body(text, items));
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
        let mut content = draft.content;
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
    fn apply(&mut self, form: &Form, change: &DraftChange) {
        match change {
            DraftChange::Body(text, items) => self.set_body(form, text, items),
            DraftChange::Answer(question, value) => {
                self.remember(value);
                self.answer(question, Some(value.as_str().to_owned()));
            }
            DraftChange::Lacking(question) => self.answer(question, None),
            DraftChange::Passed(question) => {
                self.answers.remove(question);
                self.picked.remove(question);
                self.passed.insert(question.clone());
            }
            DraftChange::Files(ids) => self.file_ids.clone_from(ids),
            DraftChange::Masked(leaks) => self.add_leaks(leaks.iter().cloned()),
        }
    }

    fn set_body(&mut self, form: &Form, text: &Clean, items: &[Item]) {
        self.remember(text);
        text.as_str().clone_into(&mut self.body);
        let picked = std::mem::take(&mut self.picked);
        self.answers.retain(|question, _| !picked.contains(question));
        for (question, value) in answer::pick(form, &self.answers, items) {
            self.picked.insert(question.clone());
            self.answers.insert(question, Some(value));
        }
    }

    fn answer(&mut self, question: &str, value: Option<String>) {
        self.picked.remove(question);
        self.passed.remove(question);
        self.answers.insert(question.to_owned(), value);
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
        self.body = super::joined(&other.body, &self.body);
        for (question, value) in other.answers {
            self.answers.entry(question).or_insert(value);
        }
        for id in other.file_ids {
            if !self.file_ids.contains(&id) {
                self.file_ids.push(id);
            }
        }
        self.add_leaks(other.leaks.into_iter());
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::{evidence, form::builtin};

    fn body(typed: &str) -> DraftChange {
        let text = Clean::new(typed).unwrap();
        let items = evidence::find(text.as_str());
        DraftChange::Body(text, items)
    }

    #[test]
    fn another_text_reads_anew_and_leaves_what_was_said() {
        let form = builtin::form("deposit-not-credited");
        let mut content = Content::default();
        content.apply(&form, &body("250 USDT on TRC20"));
        assert_eq!(content.answers.get("asset"), Some(&Some("USDT".to_owned())));
        content.apply(&form, &DraftChange::Answer("amount".to_owned(), Clean::new("251").unwrap()));
        content.apply(&form, &body("0.5 BTC"));
        assert_eq!(content.answers.get("asset"), Some(&Some("BTC".to_owned())));
        assert_eq!(content.answers.get("amount"), Some(&Some("251".to_owned())));
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
        let form = builtin::form("theft");
        let mut content = Content::default();
        content.apply(
            &form,
            &body("my words: legal winner thank year wave sausage worth useful legal winner thank yellow"),
        );
        assert!(!content.body.contains("sausage"));
        assert!(content.leaks.iter().any(|leak| leak.certain));
        let kept = content.body.clone();
        content.apply(&form, &body(&kept));
        assert!(content.leaks.iter().any(|leak| leak.certain));
    }
}
