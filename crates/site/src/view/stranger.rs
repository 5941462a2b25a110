use askama::Template;
use proofdesk_locale::Locale;

use super::{Asked, Carried, Choice, Field, Input, LinkedProblem, MessageForm};
use crate::{Here, Page};

/// What somebody without a session can write about.
#[derive(Template)]
#[template(path = "write_topics.html")]
pub struct WriteTopics {
    pub page: Page,
    pub topics: Vec<Choice>,
    /// What somebody wrote for a category that is no longer offered, and takes along into another.
    pub gone: Option<Gone>,
}

/// What was typed for a category that is no longer offered.
#[derive(Clone, Debug)]
pub struct Gone {
    /// What the category was called.
    pub category: String,
    pub email: String,
    pub carried: Carried,
    /// There were files too, and none is kept.
    pub had_files: bool,
}

/// A question of the form.
#[derive(Clone, Debug)]
pub struct WriteQuestion {
    pub key: String,
    pub asked: Asked,
    pub field: Field,
    /// "I do not have it" was ticked.
    pub lacking: bool,
}

/// Everything that a category asks of somebody without a session, on one page.
#[derive(Template)]
#[template(path = "write.html")]
pub struct Write {
    pub page: Page,
    pub category: Choice,
    /// What to do now stands above the form.
    pub is_theft: bool,
    /// Whether this desk sends mail: without it nobody who is not signed in can be answered.
    pub mails: bool,
    /// Networks that stand still and that the answers name, a sentence each.
    pub suspended: Vec<String>,
    pub email: Field,
    pub body: Field,
    pub questions: Vec<WriteQuestion>,
    /// A file is something that must come.
    pub needs_files: bool,
    pub files: MessageForm,
    /// Kinds of keys that were hidden in the text already, with commas between them.
    pub leaked: String,
    /// The key of a sentence about why it was not taken although nothing is wrong with it.
    pub too_many: Option<&'static str>,
}

impl Write {
    /// What is wrong, in the order of the page.
    fn problems(&self) -> Vec<LinkedProblem> {
        let line = |href: String, text: &String| LinkedProblem { href, text: text.clone() };
        let email = self.email.error.iter().map(|text| line("#email".to_owned(), text));
        let body = self.body.error.iter().map(|text| line("#body".to_owned(), text));
        let questions = self.questions.iter().filter_map(|question| {
            let error = question.field.error.as_ref()?;
            let text = format!("{}{}{error}", question.asked.label, self.page.colon());
            Some(LinkedProblem { href: format!("#answer-{}", question.key), text })
        });
        let files = self.files.file_errors.iter().map(|text| line("#files".to_owned(), text));
        email.chain(body).chain(questions).chain(files).collect()
    }

    const fn has_written(&self) -> bool {
        false
    }

    /// The form of the files, which says whether some must come.
    fn files(&self) -> MessageForm {
        MessageForm { needs_files: self.needs_files, ..self.files.clone() }
    }
}

/// It is there. The same page for everybody, whoever the address belongs to.
#[derive(Template)]
#[template(path = "written.html")]
pub struct Written {
    pub page: Page,
    pub number: String,
    pub is_theft: bool,
    pub mails: bool,
    /// By when an answer is promised.
    pub promise: Option<String>,
    /// The names of secrets that were hidden, and keys of what to do now.
    pub leak: Option<(String, Vec<&'static str>)>,
}

impl Written {
    const fn has_written(&self) -> bool {
        true
    }
}
