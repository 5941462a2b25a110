//! A question in the words of a language: the organisation's own, or those of the Fluent messages.

use proofdesk_locale::{Locale, Messages};

use super::{OTHER, OwnWords, Question, QuestionKind, network_name};

impl Question {
    /// What is asked.
    pub fn label(&self, locale: Locale) -> String {
        match self.own_words(locale) {
            Some(own) => own.label.clone(),
            None => message(locale, &format!("form-{}", self.key)),
        }
    }

    /// Why it is asked.
    pub fn why(&self, locale: Locale) -> String {
        match self.own_words(locale) {
            Some(own) => own.why.clone(),
            None => message(locale, &format!("form-{}-why", self.key)),
        }
    }

    /// An answer as people read it: a choice or network by its name, everything else as it is.
    pub fn spoken(&self, locale: Locale, value: &str) -> String {
        match self.kind {
            QuestionKind::Choice => match self.own_words(locale) {
                Some(own) => own.choices.get(value).map_or(value, String::as_str).to_owned(),
                None => message(locale, &format!("form-{}-{value}", self.key)),
            },
            QuestionKind::Network if value == OTHER => message(locale, "form-network-other"),
            QuestionKind::Network => network_name(value).to_owned(),
            _ => value.to_owned(),
        }
    }

    /// Those of the language, else of English, else of any.
    fn own_words(&self, locale: Locale) -> Option<&OwnWords> {
        let of = |locale: Locale| self.own.get(locale.code());
        of(locale).or_else(|| of(Locale::En)).or_else(|| self.own.values().next())
    }
}

fn message(locale: Locale, key: &str) -> String {
    Messages::embedded().t(locale, key, None)
}
