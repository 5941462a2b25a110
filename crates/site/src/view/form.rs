use sha2::{Digest as _, Sha256};

/// One field of a form: what was typed and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Kept whatever happens.
    pub value: String,
    /// A sentence in the reader's language.
    pub error: Option<String>,
}

impl Field {
    /// A field with a value and no error.
    pub fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), error: None }
    }
}

/// An entry of the error summary: the same words as beside the field, with a link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormProblem {
    /// The field's id in the page.
    pub field: &'static str,
    pub text: String,
}

/// A file that was uploaded before the form came back with an error. It stays ticked.
#[derive(Clone, Debug)]
pub struct KeptFile {
    pub id: String,
    pub name: String,
    pub bytes: u64,
}

/// A choice of a list: what is sent and what is read.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// A message on its way: the text and its files.
#[derive(Clone, Debug, Default)]
pub struct MessageForm {
    pub body: Field,
    pub kept_files: Vec<KeptFile>,
    /// The ids of those that a draft has, with commas between them, for a form that changes one.
    pub shown_files: String,
    /// One sentence for each file that was refused.
    pub file_errors: Vec<String>,
    /// Files are what is asked for, and not something that may come along.
    pub needs_files: bool,
    pub max_files: u32,
    pub max_file_bytes: u64,
    /// The idempotency key: pressing twice, or going back and sending again, makes one message.
    pub key: String,
    /// The UID of another account stands in what was typed.
    pub uid_differs: bool,
    /// The form carries its files itself, with the script too: whoever sends it has no session to send them in before.
    pub carries_files: bool,
}

impl MessageForm {
    /// The same form with a key that belongs to what it is about, as it stands: sent from two tabs, the same words are one message,
    /// until something has changed there.
    #[must_use]
    pub fn of_state(self, state: &[&str]) -> Self {
        let mut key = hex::encode(Sha256::digest(state.join("\n").as_bytes()));
        key.truncate(32);
        Self { key, ..self }
    }

    /// What is wrong, in the order of the page.
    pub fn problems(&self) -> Vec<FormProblem> {
        let body = self.body.error.iter().map(|text| problem("body", text));
        body.chain(self.file_errors.iter().map(|text| problem("files", text))).collect()
    }

    /// Whether anything is wrong.
    pub fn has_problems(&self) -> bool {
        self.body.error.is_some() || !self.file_errors.is_empty()
    }
}

/// A new ticket on its way.
#[derive(Clone, Debug, Default)]
pub struct TicketForm {
    pub category: Field,
    pub subject: Field,
    pub message: MessageForm,
}

impl TicketForm {
    /// What is wrong, in the order of the page.
    pub fn problems(&self) -> Vec<FormProblem> {
        let category = self.category.error.iter().map(|text| problem("category", text));
        let subject = self.subject.error.iter().map(|text| problem("subject", text));
        category.chain(subject).chain(self.message.problems()).collect()
    }

    /// Whether anything is wrong.
    pub fn has_problems(&self) -> bool {
        self.category.error.is_some() || self.subject.error.is_some() || self.message.has_problems()
    }
}

fn problem(field: &'static str, text: &str) -> FormProblem {
    FormProblem { field, text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_follows_the_page() {
        let wrong = |text: &str| Field { value: String::new(), error: Some(text.to_owned()) };
        let form = TicketForm {
            category: wrong("a"),
            subject: wrong("b"),
            message: MessageForm {
                body: wrong("c"),
                file_errors: vec!["d".to_owned(), "e".to_owned()],
                ..MessageForm::default()
            },
        };
        let found = form.problems();
        let fields: Vec<_> = found.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["category", "subject", "body", "files", "files"]);
        assert!(form.has_problems());
        assert!(!TicketForm::default().has_problems());
        assert!(TicketForm::default().problems().is_empty());
    }
}
