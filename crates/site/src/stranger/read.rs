//! What was typed into the form of somebody without a session: a letter, or the form with every mistake at once.

use std::collections::BTreeMap;

use proofdesk_desk::code::Code;
use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::form::answer::{self, Fault};
use proofdesk_desk::form::{Answers, Form, Need, Question, QuestionKind};
use proofdesk_desk::render::Body;
use proofdesk_desk::stranger::Letter;
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::NewTicket;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Error, evidence, limits};
use proofdesk_guard::Kind;

use crate::incoming::Incoming;
use crate::ticket::new::check::subject_of;
use crate::ticket::{category_name, question};
use crate::view::{Asked, Field, WriteQuestion};
use crate::visit::Visit;
use crate::{Here, Page};

/// What the form holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub email: Field,
    pub body: Field,
    /// What could be read, and what the text says by itself.
    pub answers: Answers,
    /// What was typed as an answer, by question, readable or not.
    raw: BTreeMap<String, String>,
    errors: BTreeMap<String, String>,
    /// Kinds of keys that were hidden before the text came here, with commas between them.
    pub leaked: String,
    pub file_errors: Vec<String>,
    /// The key of a sentence about why it was not taken although nothing is wrong with it.
    pub too_many: Option<&'static str>,
}

impl Typed {
    /// A form that begins with a text.
    pub fn begun(text: String, leaked: String, form: &Form) -> Self {
        let mut typed = Self { body: Field::of(text), leaked, ..Self::default() };
        typed.pick(form);
        typed
    }

    /// Answers what the text says by itself.
    fn pick(&mut self, form: &Form) {
        let Ok(text) = Clean::new(&self.body.value) else { return };
        for (key, value) in answer::pick(form, &self.answers, &evidence::find(text.as_str())) {
            // A mistake in what was typed is not put right behind its writer's back.
            if !self.errors.contains_key(&key) {
                self.answers.insert(key, Some(value));
            }
        }
    }

    /// The questions that are asked after the answers so far, files apart: they have a place of their own.
    pub fn questions(&self, page: &Page, form: &Form) -> Vec<WriteQuestion> {
        let asked = form.asked(&self.answers).into_iter();
        let asked = asked.filter(|question| question.kind != QuestionKind::File);
        asked.map(|question| self.shown(page, question)).collect()
    }

    fn shown(&self, page: &Page, question: &Question) -> WriteQuestion {
        let key = &question.key;
        let answered = self.answers.get(key).cloned().flatten();
        let typed = self.raw.get(key).filter(|typed| !typed.is_empty()).cloned();
        WriteQuestion {
            asked: Asked::new(page, question, &self.answers),
            field: Field {
                value: typed.or(answered).unwrap_or_default(),
                error: self.errors.get(key).cloned(),
            },
            lacking: self.answers.get(key) == Some(&None),
            key: key.clone(),
        }
    }

    /// Whether a file is something that must come.
    pub fn needs_files(&self, form: &Form) -> bool {
        let asked = form.asked(&self.answers).into_iter();
        asked.filter(|one| one.kind == QuestionKind::File).any(|one| one.need == Need::Mandatory)
    }
}

/// Reads a letter. The form comes back in its place when anything is wrong with it.
pub(super) fn letter(
    visit: &Visit,
    slug: &str,
    form: &Form,
    incoming: &Incoming,
) -> Result<(Letter, Typed), Box<Typed>> {
    let mut typed = Typed { leaked: incoming.text("leaked").to_owned(), ..Typed::default() };
    let locale = visit.edge.locale;
    let (email, wrong) = split(EmailAddress::parse("email", incoming.text("email")));
    typed.email = incoming.field("email", locale, visit.field_error("email", wrong));
    let (body, wrong) = split(Clean::field("body", incoming.text("body"), limits::BODY_CHARS));
    typed.body = incoming.field("body", locale, visit.field_error("body", wrong));
    for question in &form.questions {
        typed.read(visit, form, question, incoming);
    }
    typed.pick(form);
    typed.require(visit, form, incoming);
    let is_fine = typed.errors.is_empty() && incoming.refused.is_empty();
    let (Some(email), Some(body), true) = (email, body, is_fine) else {
        return Err(Box::new(typed));
    };
    let hidden = Kind::ALL.iter().map(|kind| kind.as_str());
    let hidden = hidden.filter(|kind| typed.leaked.split(',').any(|one| one == *kind));
    let hidden: Vec<String> = hidden.map(str::to_owned).collect();
    let Ok(page) = visit.page(Here::Elsewhere, "/", None) else { return Err(Box::new(typed)) };
    let Ok(subject) = Clean::new(&subject_of(&page, category_name(&page, slug), &typed.answers))
    else {
        return Err(Box::new(typed));
    };
    let body = Body::by(&Viewer::Anonymous, visit.app.desk().keyring(), body);
    let ticket = NewTicket {
        customer_id: None,
        category: slug.to_owned(),
        subject,
        body: body.masked_before(&hidden),
        attachment_ids: Vec::new(),
        channel: "portal",
        lang: locale.code().to_owned(),
    };
    let letter = Letter {
        brand_id: visit.brand.id,
        email,
        time_zone: Some(visit.zone_name()),
        address: visit.edge.address,
        ticket,
        answers: typed.answers.clone(),
        leaked_before: !hidden.is_empty(),
        files: incoming.unrecorded.clone(),
    };
    Ok((letter, typed))
}

fn split<T>(read: proofdesk_desk::Result<T>) -> (Option<T>, Option<Error>) {
    match read {
        Ok(read) => (Some(read), None),
        Err(error) => (None, Some(error)),
    }
}

impl Typed {
    /// Takes what was said to one question; nothing said is judged when all of them are read.
    fn read(&mut self, visit: &Visit, form: &Form, question: &Question, incoming: &Incoming) {
        let key = &question.key;
        let is_asked = question.is_asked(&self.answers);
        if !is_asked || question.kind == QuestionKind::File {
            return;
        }
        let raw = incoming.text(&format!("answer-{key}")).to_owned();
        let lacking = !incoming.text(&format!("lacking-{key}")).is_empty();
        if raw.trim().is_empty() {
            if lacking && question.can_lack {
                self.answers.insert(key.clone(), None);
            }
            return;
        }
        match answer::read(question, &raw, form.is_elsewhere(&self.answers)) {
            Ok(read) => {
                self.answers.insert(key.clone(), Some(read.value.as_str().to_owned()));
            }
            Err(fault) => {
                self.fault(visit, question, fault);
                self.raw.insert(key.clone(), raw);
            }
        }
    }

    fn fault(&mut self, visit: &Visit, question: &Question, fault: Fault) {
        let said = question::sentence(visit, question, fault).unwrap_or_default();
        self.errors.insert(question.key.clone(), said);
    }

    /// Notes every mandatory question to which nothing was said.
    fn require(&mut self, visit: &Visit, form: &Form, incoming: &Incoming) {
        for key in form.completeness(&self.answers).missing {
            let Some(question) = form.question(&key) else { continue };
            let is_file = question.kind == QuestionKind::File;
            let came = is_file && !(incoming.unrecorded.is_empty() && incoming.refused.is_empty());
            if came || self.errors.contains_key(&key) {
                continue;
            }
            let nothing = Error::field(key.clone(), Code::FieldRequired);
            self.fault(visit, question, nothing.into());
        }
    }

    /// What is wrong with the files as an answer.
    pub fn file_error(&self, form: &Form) -> Option<String> {
        let of_files = form.questions.iter().filter(|one| one.kind == QuestionKind::File);
        of_files.filter_map(|one| self.errors.get(&one.key)).next().cloned()
    }
}
