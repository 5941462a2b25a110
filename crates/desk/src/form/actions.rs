//! Writing forms, and opening and completing tickets with answers.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_evidence::Item;
use proofdesk_locale::Locale;
use proofdesk_store::Tx;

use super::answer::{self, Read};
use super::view::TicketAnswers;
use super::{
    AnswerFact, Answered, Answers, CategoryOffered, Form, FormChanged, OwnWords, Question,
    QuestionKind, builtin, sql, view,
};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, FieldError, OrNotFound as _, Result};
use crate::id::{BrandId, MessageId, PublicId, TicketId};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::text::{Clean, name};
use crate::ticket::actions::{Edit, NewMessage, NewTicket, open, post};
use crate::ticket::{Change, StatusCategory, Ticket};
use crate::viewer::Viewer;
use crate::{attachment, category, draft, evidence, limits};

/// Gives a category its own questions, or the built-in ones back (`None`), and returns the new version. `version` is the
/// one that the viewer saw.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `version-conflict`; what is wrong with a question, at its place.
pub async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    version: i64,
    questions: Option<&[Question]>,
) -> Result<i64> {
    cx.viewer.require(Permission::BrandManage)?;
    let questions = questions.map(check_questions).transpose()?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let category_id = category::view::find_any(tx, brand_id, slug).await?.or_not_found()?;
    let now = view::current(tx, category_id, slug).await?.version;
    let next = version + 1;
    if now != version || !sql::insert(tx, category_id, next, questions.as_deref(), cx.now).await? {
        return Err(Error::refused(Code::VersionConflict));
    }
    let changed = FormChanged { category_id, version: next, questions };
    chain.append(tx, cx, &[NewEvent::of(&changed)?]).await?;
    Ok(next)
}

/// Offers a category to customers, or no longer. Its tickets stay what they are.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `category-last` for the only one that the brand offers.
pub async fn offer(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    slug: &str,
    offered: bool,
) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let category_id = category::view::find_any(tx, brand_id, slug).await?.or_not_found()?;
    if category::actions::set_offered(tx, cx, brand_id, category_id, offered).await? {
        let event = CategoryOffered { category_id, offered };
        chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    }
    Ok(())
}

/// Refuses questions that no form can have, and returns them with their words cleaned.
///
/// # Errors
/// `field-invalid`, `field-taken`, `field-required`, `field-too-long`, `limit-reached`, `holds-secret`, `asks-for-secret`, at
/// `questions[n].…`.
pub(crate) fn check_questions(questions: &[Question]) -> Result<Vec<Question>> {
    if questions.len() > limits::QUESTIONS_PER_FORM {
        return Err(Error::limit_reached_at("questions", limits::QUESTIONS_PER_FORM));
    }
    let mut keys = BTreeSet::new();
    let mut checked = Vec::with_capacity(questions.len());
    for (n, question) in questions.iter().enumerate() {
        let at = |part: &str| format!("questions[{n}].{part}");
        read_name(&question.key).map_err(|code| Error::field(at("key"), code))?;
        if !keys.insert(question.key.as_str()) {
            return Err(Error::field(at("key"), Code::FieldTaken));
        }
        let is_second_file = question.kind == QuestionKind::File
            && questions.iter().take(n).any(|earlier| earlier.kind == QuestionKind::File);
        if is_second_file {
            return Err(Error::field(at("kind"), Code::FieldInvalid));
        }
        check_choices(question).map_err(|code| Error::field(at("choices"), code))?;
        check_condition(question, questions.get(..n).unwrap_or_default())
            .map_err(|code| Error::field(at("when"), code))?;
        checked.push(Question { own: own_words(question, &at("own"))?, ..question.clone() });
    }
    Ok(checked)
}

/// Keys of questions and choices are slugs.
fn read_name(typed: &str) -> std::result::Result<(), Code> {
    name::slug("key", typed, limits::QUESTION_KEY_CHARS).map(drop).map_err(|wrong| {
        // Length and emptiness are matters of the form here.
        match wrong.code() {
            Code::HoldsSecret => Code::HoldsSecret,
            _ => Code::FieldInvalid,
        }
    })
}

fn read_names(typed: &[String]) -> std::result::Result<(), Code> {
    typed.iter().try_for_each(|name| read_name(name))?;
    // Words of a phrase, each a choice of its own.
    if name::holds_secret(&typed.join(" ")) { Err(Code::HoldsSecret) } else { Ok(()) }
}

fn check_choices(question: &Question) -> std::result::Result<(), Code> {
    let distinct: BTreeSet<_> = question.choices.iter().collect();
    let is_choice = question.kind == QuestionKind::Choice;
    if is_choice == question.choices.is_empty() {
        return Err(if is_choice { Code::FieldRequired } else { Code::FieldInvalid });
    }
    let fits = question.choices.len() <= limits::CHOICES_PER_QUESTION
        && distinct.len() == question.choices.len();
    if fits { read_names(&question.choices) } else { Err(Code::FieldInvalid) }
}

/// A condition speaks of an earlier question, and of answers that it can have.
fn check_condition(question: &Question, earlier: &[Question]) -> std::result::Result<(), Code> {
    let Some(condition) = &question.when else { return Ok(()) };
    let asked = earlier.iter().find(|one| one.key == condition.question);
    let Some(asked) = asked else { return Err(Code::FieldInvalid) };
    let fits = match condition.is.as_slice() {
        [] => asked.can_lack,
        values if asked.kind == QuestionKind::Choice => {
            values.iter().all(|value| asked.choices.contains(value))
        }
        values => {
            read_names(values)?;
            values.len() <= limits::CHOICES_PER_QUESTION
        }
    };
    if fits { Ok(()) } else { Err(Code::FieldInvalid) }
}

fn own_words(question: &Question, at: &str) -> Result<BTreeMap<String, OwnWords>> {
    if question.own.is_empty() {
        let builtin = builtin::question(&question.key);
        let same = builtin.is_some_and(|builtin| {
            builtin.kind == question.kind
                && question.choices.iter().all(|choice| builtin.choices.contains(choice))
        });
        // Words that nobody wrote cannot be shown.
        return if same {
            Ok(Default::default())
        } else {
            Err(Error::field(at, Code::FieldRequired))
        };
    }
    let mut clean = BTreeMap::new();
    for (lang, words) in &question.own {
        let field = format!("{at}.{lang}");
        if lang.parse::<Locale>().is_err() {
            return Err(Error::field(field, Code::FieldInvalid));
        }
        let line = |part: &str, typed: &str, max: usize| {
            let shown = Clean::shown(&format!("{field}.{part}"), typed, max);
            shown.map(|text| text.as_str().to_owned())
        };
        let mut choices = BTreeMap::new();
        for choice in &question.choices {
            let named = words.choices.get(choice).map_or("", String::as_str);
            choices.insert(choice.clone(), line("choices", named, limits::NAME_CHARS)?);
        }
        let own = OwnWords {
            label: line("label", &words.label, limits::QUESTION_CHARS)?,
            why: line("why", &words.why, limits::REASON_CHARS)?,
            choices,
        };
        clean.insert(lang.clone(), own);
    }
    Ok(clean)
}

/// Opens a ticket with answers, as a program gives them. What is missing is missing; the ticket says so.
///
/// # Errors
/// As [`open`]; `field-unknown` and the faults of answers, at `answers.<question>`.
pub async fn open_answered(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewTicket,
    given: &Answers,
) -> Result<Ticket> {
    let ticket = open(tx, cx, new).await?;
    if given.is_empty() {
        return Ok(ticket);
    }
    let form = view::current(tx, ticket.category_id, &new.category).await?;
    let answers = answer::read_all(&form, &Answers::new(), given)?;
    keep(tx, cx, &ticket.public_id, &form, answers, false).await
}

/// Opens a customer's ticket with what they answered in their draft, which is gone then. `draft_of` is the category under
/// which the draft was written, `looked` what the page showed of it.
///
/// # Errors
/// As [`open`]; `field-required` for each mandatory question without an answer, by its key; `version-conflict` when the draft was
/// changed elsewhere since the page was shown.
pub async fn send(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewTicket,
    draft_of: &str,
    looked: &draft::Looked,
) -> Result<Ticket> {
    let me = cx.viewer.customer()?.clone();
    let (_, form) = view::find(tx, me.brand_id, &new.category)
        .await?
        .ok_or_else(|| Error::field("category", Code::FieldInvalid))?;
    let kept = draft::actions::hold(tx, &me, draft_of).await?;
    let is_news = |content: &draft::Content| {
        content.differs(looked) || content.would_lose(&looked.text, new.body.text())
    };
    if kept.as_ref().is_some_and(|kept| is_news(&kept.content)) {
        return Err(Error::refused(Code::VersionConflict));
    }
    let (content, category_id) = kept.map(|kept| (kept.content, kept.category_id)).unzip();
    let content = content.unwrap_or_default();
    let leaks = content.leaks.iter().any(|leak| leak.certain);
    let ticket = open_complete(tx, cx, new, &form, content.answers, leaks).await?;
    // A draft that was written under another category goes too.
    for category_id in category_id.into_iter().chain([ticket.category_id]) {
        draft::actions::forget(tx, &me, category_id).await?;
    }
    Ok(ticket)
}

/// Opens a customer's ticket with everything that its form must have. `leaked_before`: a key was masked in it already.
///
/// # Errors
/// As [`open`]; `field-required` for each mandatory question without an answer, by its key.
pub(crate) async fn open_complete(
    tx: &Tx<'_>,
    cx: &mut Cx,
    new: &NewTicket,
    form: &Form,
    mut answers: Answers,
    leaked_before: bool,
) -> Result<Ticket> {
    let names = attachment::view::own_names(tx, &cx.viewer, &new.attachment_ids).await?;
    // What the text says by now is not asked again.
    for (question, value) in answer::pick(form, &answers, new.body.evidence()) {
        answers.insert(question, Some(value));
    }
    let given = with_files(form, answers, &names);
    require_complete(form, &given)?;
    let ticket = open(tx, cx, new).await?;
    let answers = readable(form, &given);
    keep(tx, cx, &ticket.public_id, form, answers, leaked_before).await
}

/// Answers questions of a ticket that is open already, in place of what was said before.
///
/// A customer's answer is a word of theirs: a ticket that waited for it is open again.
///
/// # Errors
/// `not-found`, `no-permission`, `ticket-closed`; `field-unknown` and the faults of answers, at `answers.<question>`.
pub async fn complete(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    given: &Answers,
) -> Result<Ticket> {
    let (_, found) = open_answers(tx, cx, public_id).await?;
    let answers = answer::read_all(&found.form, &found.by_question(), given)?;
    keep(tx, cx, public_id, &found.form, answers, false).await
}

/// One question of an open ticket, answered on a page.
#[derive(Clone, Debug)]
pub struct LateAnswer {
    pub question: String,
    /// `None` for "I do not have it".
    pub value: Option<String>,
    /// A key was masked in it already.
    pub leaks_key: bool,
    /// The [`mark`](super::mark) of what the page showed.
    pub seen: String,
    /// The files of a question that wants some; they come as a message.
    pub files: Option<NewMessage>,
}

/// Answers one question of a ticket that is open already, unless somebody else has answered it since the page was shown. The
/// same answer again is no change.
///
/// # Errors
/// As [`complete`]; `version-conflict` when the answer is not the one that was seen.
pub async fn complete_one(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    late: &LateAnswer,
) -> Result<Ticket> {
    let (ticket, found) = open_answers(tx, cx, public_id).await?;
    let given = Answers::from([(late.question.clone(), late.value.clone())]);
    let before = found.by_question();
    let answers = answer::read_all(&found.form, &before, &given)?;
    let stands = before.get(&late.question);
    let same = answers
        .iter()
        .all(|(_, read)| stands == Some(&read.as_ref().map(|read| read.value.as_str().to_owned())));
    if same && late.files.is_none() {
        return Ok(ticket);
    }
    if super::mark(stands) != late.seen {
        return Err(Error::refused(Code::VersionConflict));
    }
    if let Some(message) = &late.files {
        post(tx, cx, public_id, message).await?;
    }
    keep(tx, cx, public_id, &found.form, answers, late.leaks_key).await
}

/// A ticket that can still be answered, and what was. Its chain is locked, so that nobody answers in between.
async fn open_answers(
    tx: &Tx<'_>,
    cx: &Cx,
    public_id: &PublicId,
) -> Result<(Ticket, TicketAnswers)> {
    let edit = Edit::begin(tx, cx, public_id, permission(&cx.viewer), None).await?;
    let ticket = edit.ticket().clone();
    if ticket.status_category == StatusCategory::Closed {
        return Err(Error::refused(Code::TicketClosed));
    }
    let found = view::asked_of(tx, &ticket).await?;
    Ok((ticket, found))
}

/// Whoever may correct a ticket's evidence may correct its answers.
fn permission(viewer: &Viewer) -> Permission {
    match viewer {
        Viewer::Customer(_) => Permission::TicketReply,
        _ => Permission::TicketEvidence,
    }
}

/// The file question is answered by the files that came.
fn with_files(form: &Form, answers: Answers, names: &[String]) -> Answers {
    let mut given: Answers =
        answers.into_iter().filter(|(key, _)| form.question(key).is_some()).collect();
    let asks = form.questions.iter().find(|question| question.kind == QuestionKind::File);
    if let Some(question) = asks.filter(|_| !names.is_empty()) {
        given.insert(question.key.clone(), Some(answer::file_names(names)));
    }
    given
}

fn require_complete(form: &Form, given: &Answers) -> Result<()> {
    let missing = form.completeness(given).missing;
    if missing.is_empty() {
        return Ok(());
    }
    let required =
        |key: String| FieldError { field: key, code: Code::FieldRequired, args: Vec::new() };
    Err(Error::fields(missing.into_iter().map(required).collect()))
}

/// The answers that are asked for and can still be read: a form may have changed since they were given.
fn readable(form: &Form, given: &Answers) -> Vec<(String, Option<Read>)> {
    let mut answers = Vec::new();
    for question in form.asked(given) {
        match given.get(&question.key) {
            Some(Some(value)) => {
                // What was taken when it was answered is not refused because the network was changed since.
                let read = answer::read(question, value, true).ok();
                answers.extend(read.map(|read| (question.key.clone(), Some(read))));
            }
            Some(None) => answers.push((question.key.clone(), None)),
            None => {}
        }
    }
    answers
}

/// Writes answers, and what they say of money as evidence.
async fn keep(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    form: &Form,
    answers: Vec<(String, Option<Read>)>,
    leaked_before: bool,
) -> Result<Ticket> {
    // Whoever opened it may write it; no other permission is asked of them here.
    let mut edit = Edit::begin(tx, cx, public_id, Permission::TicketRead, None).await?;
    let ticket_id = edit.ticket().id;
    let message_id = view::first_message(tx, ticket_id).await?.or_not_found()?;
    let mut leaks = leaked_before;
    let mut items: Vec<Item> = Vec::new();
    let mut facts = Vec::with_capacity(answers.len());
    for (key, read) in answers {
        let Some((position, question)) = place(form, &key) else { continue };
        leaks |= read.as_ref().is_some_and(|read| read.value.leaks_key());
        let value = read.as_ref().map(|read| read.value.as_str().to_owned());
        items.extend(read.and_then(|read| read.item));
        let fact = AnswerFact { question: key, kind: question.kind, value };
        sql::set_answer(tx, ticket_id, position, &fact, form.version, message_id).await?;
        facts.push(fact);
    }
    if !facts.is_empty() {
        let answered = Answered { message_id, form_version: form.version, answers: facts };
        edit.apply(cx, Change::Answered(answered));
    }
    let found = evidence::actions::keep_answered(tx, cx, ticket_id, message_id, &items).await?;
    found.into_iter().for_each(|found| edit.apply(cx, found));
    edit.suspect_theft(cx, leaks);
    edit.hear_customer(cx);
    edit.save(tx, cx).await
}

/// An answer that was given at another desk.
#[derive(Clone, Debug)]
pub(crate) struct OldAnswer {
    pub question: String,
    pub kind: QuestionKind,
    /// `None` where the customer said that they do not have it.
    pub value: Option<Clean>,
}

/// Writes the answers of a ticket that is being brought, and returns what the log is to say of them.
pub(crate) async fn bring(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (ticket_id, message_id): (TicketId, MessageId),
    form_version: i64,
    answers: &[OldAnswer],
) -> Result<Vec<Change>> {
    if answers.is_empty() {
        return Ok(Vec::new());
    }
    let (mut facts, mut items) = (Vec::with_capacity(answers.len()), Vec::new());
    for (position, OldAnswer { question, kind, value }) in (0..).zip(answers) {
        let value = value.as_ref().map(|value| value.as_str().to_owned());
        items.extend(value.as_deref().and_then(|value| answer::said(*kind, value)));
        let fact = AnswerFact { question: question.clone(), kind: *kind, value };
        sql::set_answer(tx, ticket_id, position, &fact, form_version, message_id).await?;
        facts.push(fact);
    }
    let answered = Answered { message_id, form_version, answers: facts };
    let mut changes = vec![Change::Answered(answered)];
    let found = evidence::actions::keep_old_answered(tx, cx, ticket_id, message_id, &items);
    changes.extend(found.await?);
    Ok(changes)
}

fn place<'a>(form: &'a Form, key: &str) -> Option<(i64, &'a Question)> {
    (0..).zip(&form.questions).find(|(_, question)| question.key == key)
}

/// Masks what today's rules find in the answers that were given with a message, and returns what the log is to say of all of
/// them anew, and whether a key leaked; `None` where there are no answers.
pub(crate) async fn follow_mask(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<(Option<Answered>, bool)> {
    if view::first_message(tx, ticket_id).await? != Some(message_id) {
        return Ok((None, false));
    }
    let mut answers = view::facts(tx, ticket_id).await?;
    let mut leaks = false;
    for fact in &mut answers {
        let Some(value) = &mut fact.value else { continue };
        let clean = Clean::new(value)?;
        if !clean.findings().is_empty() {
            leaks |= clean.leaks_key();
            clean.as_str().clone_into(value);
            sql::mask_answer(tx, ticket_id, &fact.question, value).await?;
        }
    }
    if answers.is_empty() {
        return Ok((None, false));
    }
    let form_version = view::version_of(tx, ticket_id).await?;
    Ok((Some(Answered { message_id, form_version, answers }), leaks))
}

/// Deletes all answers of a ticket, when its customer is erased.
pub(crate) async fn forget_ticket(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    sql::delete_of_ticket(tx, ticket_id).await
}

/// Deletes the answers that were given with a message that is being erased.
pub(crate) async fn forget(tx: &Tx<'_>, message_id: MessageId) -> Result<()> {
    sql::delete_of_message(tx, message_id).await
}
