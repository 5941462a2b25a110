use askama::Template;
use proofdesk_locale::Locale;

use super::{
    ArticleLink, Choice, Field, FormProblem, FoundLink, MessageForm, Reached, Status, TicketForm,
};
use crate::{Here, Page};

/// What a new ticket is about, and the drafts that can be gone on with.
#[derive(Template)]
#[template(path = "choose.html")]
pub struct Choose {
    pub page: Page,
    pub categories: Vec<Choice>,
    /// The latest first.
    pub drafts: Vec<DraftRow>,
    /// The category of a draft that is no longer offered: another one takes it over.
    pub from: Option<String>,
    /// Its name.
    pub withdrawn: Option<String>,
    pub carried: Carried,
}

/// What was written already and goes into the ticket that is begun; empty where there is nothing.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    pub text: String,
    /// Kinds of keys that were hidden in it, with commas between them.
    pub leaked: String,
    /// Ids of files that are stored, with commas between them.
    pub files: String,
}

impl Choose {
    /// Says whether the choice takes something along, so that it is a form.
    fn is_form(&self) -> bool {
        let Carried { text, files, .. } = &self.carried;
        self.from.is_some() || !text.is_empty() || !files.is_empty()
    }
}

/// A draft in the list.
#[derive(Clone, Debug)]
pub struct DraftRow {
    pub category: Choice,
    /// Its first words.
    pub begins: String,
    pub updated_us: i64,
}

/// The text of a draft, beside what a page was sent with that showed it.
#[derive(Clone, Debug, Default)]
pub struct SeenText {
    /// What the draft has, by a name that the form brings back.
    pub seen: String,
    /// A name of the page, by which it knows its own writing again.
    pub key: String,
    /// What was written on another page or device since the one that was sent.
    pub meanwhile: Option<String>,
}

/// What happened, in the customer's words.
#[derive(Template)]
#[template(path = "text_step.html")]
pub struct TextStep {
    pub page: Page,
    pub category: Choice,
    /// What may answer it before it is written.
    pub articles: Vec<ArticleLink>,
    /// What may answer what was written already.
    pub fitting: Vec<FoundLink>,
    pub body: Field,
    pub text: SeenText,
    /// Whether there is a draft that could be thrown away.
    pub begun: bool,
    /// Pages before the last one, as far as is known.
    pub steps: usize,
    /// How long first answers took, and the customer's own tickets of this kind.
    pub reached: Option<Reached>,
}

impl TextStep {
    fn problems(&self) -> Vec<FormProblem> {
        let error = self.body.error.iter();
        error.map(|text| FormProblem { field: "body", text: text.clone() }).collect()
    }
}

/// How a question is answered.
#[derive(Clone, Debug)]
pub enum Input {
    Line {
        /// Compared character by character: fixed width, from left to right.
        code: bool,
    },
    Long {
        rows: u32,
        code: bool,
    },
    Choices(Vec<Choice>),
    Menu(Vec<Choice>),
    Files,
}

/// A question in the reader's words.
#[derive(Clone, Debug)]
pub struct Asked {
    pub label: String,
    pub why: String,
    pub optional: bool,
    /// Whether "I do not have it" is an answer.
    pub can_lack: bool,
    pub input: Input,
    /// Where to find the answer, one way a line.
    pub help: Vec<String>,
}

/// Where a question is asked.
#[derive(Clone, Debug)]
pub struct Place {
    /// What it belongs to, in short phrases.
    pub belongs: Vec<String>,
    /// Where the form goes.
    pub action: String,
    /// The name under which the browser keeps what is typed.
    pub draft: String,
    /// The page before this one.
    pub back: String,
    pub known: Known,
    /// The ticket has been sent already.
    pub late: bool,
}

/// What is known of a question's answer.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// What the page shows as its answer, by a name that the form brings back.
    pub seen: String,
    /// What somebody else answered since then; the inner `None` for "I do not have it".
    pub meanwhile: Option<Option<String>>,
    /// Compared character by character.
    pub code: bool,
}

/// One question.
#[derive(Template)]
#[template(path = "question_step.html")]
pub struct QuestionStep {
    pub page: Page,
    pub asked: Asked,
    /// Networks that stand still and that the question or the answers so far name, a sentence each.
    pub suspended: Vec<String>,
    pub place: Place,
    pub field: Field,
    /// What was uploaded already, for questions that want files.
    pub files: MessageForm,
}

impl QuestionStep {
    fn problems(&self) -> Vec<FormProblem> {
        let error = self.field.error.iter();
        let own = error.map(|text| FormProblem { field: self.field_id(), text: text.clone() });
        let files = self.files.file_errors.iter();
        own.chain(files.map(|text| FormProblem { field: "files", text: text.clone() })).collect()
    }

    /// Where the error summary leads.
    fn field_id(&self) -> &'static str {
        if matches!(self.asked.input, Input::Files) { "files" } else { "answer" }
    }
}

/// A question with its answer, before the ticket is sent.
#[derive(Clone, Debug)]
pub struct GivenFact {
    pub key: String,
    pub label: String,
    pub value: Option<String>,
    /// The customer said that they do not have it.
    pub lacking: bool,
    /// It was read out of the text.
    pub picked: bool,
    pub code: bool,
    /// The page that asks it.
    pub href: String,
    /// It must be answered, and is not.
    pub wrong: bool,
}

/// Everything once more, before it is sent.
#[derive(Template)]
#[template(path = "check.html")]
pub struct Check {
    pub page: Page,
    /// `None` where none was chosen, or it is no longer offered.
    pub category: Option<Choice>,
    pub categories: Vec<Choice>,
    pub facts: Vec<GivenFact>,
    /// Sentences about what should be looked at again.
    pub notes: Vec<String>,
    /// What may answer it before it is sent.
    pub fitting: Vec<FoundLink>,
    /// Networks that stand still and that the answers name, a sentence each.
    pub suspended: Vec<String>,
    pub back: String,
    pub ticket: TicketForm,
    pub text: SeenText,
    /// A name of the answers and files that the page shows, which the form brings back.
    pub looked: String,
    /// They were changed on another page or device since the one that was sent.
    pub meanwhile: bool,
    /// How long first answers took, and the customer's own tickets of this kind.
    pub reached: Option<Reached>,
}

/// A line of the error summary that leads to a question.
#[derive(Clone, Debug)]
pub struct LinkedProblem {
    pub href: String,
    pub text: String,
}

impl Check {
    fn has_problems(&self) -> bool {
        self.meanwhile || self.ticket.has_problems() || self.facts.iter().any(|fact| fact.wrong)
    }

    /// What is wrong, in the order of the page, each with where it is put right.
    fn problems(&self) -> Vec<LinkedProblem> {
        let changed = self.meanwhile.then(|| LinkedProblem {
            href: if self.facts.is_empty() { "#files" } else { "#facts-title" }.to_owned(),
            text: self.page.t("check-meanwhile"),
        });
        let missing = self.facts.iter().filter(|fact| fact.wrong).map(|fact| LinkedProblem {
            href: fact.href.clone(),
            text: self.page.t1("check-missing", "question", fact.label.as_str()),
        });
        let fields = self.ticket.problems().into_iter().map(|problem| LinkedProblem {
            href: format!("#{}", problem.field),
            text: problem.text,
        });
        changed.into_iter().chain(missing).chain(fields).collect()
    }
}

/// An answer that a ticket takes no longer, with what was typed.
#[derive(Template)]
#[template(path = "answer_late.html")]
pub struct AnswerLate {
    pub page: Page,
    pub number: String,
    pub subject: String,
    /// Why, in a sentence.
    pub why: String,
    /// The question, where it is still known.
    pub label: Option<String>,
    /// Nothing where the page was only opened.
    pub typed: String,
    /// Another ticket can take it: the category, and what was typed with its question.
    pub elsewhere: Option<(String, String)>,
}
