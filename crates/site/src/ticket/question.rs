//! A question of a form as a page asks it, before a ticket is sent and after.

use proofdesk_desk::Error;
use proofdesk_desk::code::Code;
use proofdesk_desk::form::answer::{self, Fault};
use proofdesk_desk::form::{Answers, NETWORKS, Need, OTHER, Question, QuestionKind, builtin};
use proofdesk_desk::text::Clean;

use super::own;
use crate::incoming::Incoming;
use crate::view::{Asked, Choice, Input};
use crate::visit::Visit;
use crate::{Here, Page};

/// What was said to a question.
pub(super) enum Given {
    Value(Clean),
    /// "I do not have it".
    Lacking,
    /// Nothing, and it may be left out.
    Passed,
}

/// Reads what a page sent as the answer; of a question that wants files, their names. `elsewhere`: as [`answer::read`] has it.
pub(super) fn given(
    question: &Question,
    incoming: &Incoming,
    elsewhere: bool,
) -> Result<Given, Fault> {
    if !incoming.text("lacking").is_empty() && question.can_lack {
        return Ok(Given::Lacking);
    }
    if question.kind == QuestionKind::File {
        return files(question, incoming);
    }
    match answer::read(question, incoming.text("answer"), elsewhere) {
        Ok(read) => Ok(Given::Value(read.value)),
        Err(Fault::Refused(error))
            if error.code() == Code::FieldRequired && question.need == Need::Helpful =>
        {
            Ok(Given::Passed)
        }
        Err(fault) => Err(fault),
    }
}

fn files(question: &Question, incoming: &Incoming) -> Result<Given, Fault> {
    let is_needed = question.need == Need::Mandatory && incoming.refused.is_empty();
    if incoming.files.is_empty() && is_needed {
        return Err(Error::field(question.key.clone(), Code::FieldRequired).into());
    }
    if incoming.files.is_empty() {
        return Ok(Given::Passed);
    }
    let names: Vec<&str> = incoming.files.iter().map(|file| file.file_name.as_str()).collect();
    Ok(Given::Value(answer::read(question, &answer::file_names(&names), false)?.value))
}

/// What is wrong with an answer, in words.
pub(crate) fn sentence(visit: &Visit, question: &Question, fault: Fault) -> Option<String> {
    match fault {
        Fault::Problem(item) => {
            let page = visit.page(Here::Elsewhere, "/", None).ok()?;
            own::fault(&page, &item)
        }
        Fault::Refused(error) => {
            let is_missing = error.code() == Code::FieldRequired;
            let of_file = question.kind == QuestionKind::File && is_missing;
            if of_file {
                let page = visit.page(Here::Elsewhere, "/", None).ok()?;
                return Some(page.t("field-answer-file"));
            }
            visit.field_error(answer_field(question.kind), Some(error))
        }
    }
}

/// The field's name in the keys of its errors.
fn answer_field(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Amount => "amount",
        QuestionKind::Time => "time",
        QuestionKind::Asset => "asset",
        _ => "answer",
    }
}

impl Asked {
    /// A question in the reader's words, with what helps to answer it after what was answered already.
    pub(crate) fn new(page: &Page, question: &Question, answers: &Answers) -> Self {
        Self {
            label: question.label(page.locale),
            why: question.why(page.locale),
            optional: question.need == Need::Helpful,
            can_lack: question.can_lack,
            input: input(page, question),
            help: help(page, question, answers),
        }
    }
}

fn input(page: &Page, question: &Question) -> Input {
    let choice = |value: &str| Choice {
        label: question.spoken(page.locale, value),
        value: value.to_owned(),
    };
    match question.kind {
        QuestionKind::Choice => {
            Input::Choices(question.choices.iter().map(|value| choice(value)).collect())
        }
        QuestionKind::Network => {
            let known = NETWORKS.iter().map(|(value, _)| choice(value));
            Input::Menu(known.chain([choice(OTHER)]).collect())
        }
        QuestionKind::File => Input::Files,
        QuestionKind::Text => Input::Long { rows: 4, code: false },
        QuestionKind::ApiRequest | QuestionKind::ApiResponse => {
            Input::Long { rows: 10, code: true }
        }
        QuestionKind::Tx | QuestionKind::Address | QuestionKind::Order | QuestionKind::Uid => {
            Input::Line { code: true }
        }
        QuestionKind::Asset | QuestionKind::Amount | QuestionKind::Time => {
            Input::Line { code: false }
        }
    }
}

/// Where to find a hash: of the platform that was named, else of all of them.
fn help(page: &Page, question: &Question, answers: &Answers) -> Vec<String> {
    let find = |platform: &&str| page.t(&format!("find-hash-{platform}"));
    match (question.kind, question.key.as_str()) {
        (QuestionKind::Tx, _) => builtin::PLATFORMS.iter().map(find).collect(),
        (QuestionKind::File, "recording") => {
            let named = answers.get("platform").cloned().flatten();
            let named =
                builtin::PLATFORMS.iter().find(|platform| named.as_deref() == Some(**platform));
            named.iter().map(|platform| find(platform)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether an answer is compared character by character.
pub(super) const fn is_code(kind: QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Tx
            | QuestionKind::Address
            | QuestionKind::Order
            | QuestionKind::Uid
            | QuestionKind::ApiRequest
            | QuestionKind::ApiResponse
    )
}
