//! What the desk refuses, for the person at the terminal: its sentence, what it is about, and its code for whoever looks it up.

use anyhow::{Error, anyhow};
use proofdesk_desk::{Error as DeskError, Refusal};
use proofdesk_locale::{FluentArgs, Locale, Messages};

/// The error as it is printed. What is no refusal stays as it is, with what caused it.
pub fn told(error: DeskError) -> Error {
    match error {
        DeskError::Refused(refusal) => anyhow!(sentence(&refusal)),
        other => other.into(),
    }
}

fn sentence(refusal: &Refusal) -> String {
    let code = refusal.code.as_str();
    let mut args = FluentArgs::new();
    for (name, value) in &refusal.args {
        args.set(*name, value.clone());
    }
    let text = Messages::embedded().t(Locale::En, &format!("error-{code}"), Some(&args));
    // The marks around arguments are for pages; a terminal shows them as boxes.
    let text: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    match refusal.fields.first() {
        Some(field) => format!("{}: {text} ({code})", field.field),
        None => format!("{text} ({code})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proofdesk_desk::code::Code;

    #[test]
    fn a_refusal_is_a_sentence_with_its_code() {
        let text = told(DeskError::field("reason", Code::FieldRequired)).to_string();
        assert_eq!(text, "reason: This is needed. Fill it in. (field-required)");
        let text = told(DeskError::refused(Code::LastAdministrator)).to_string();
        assert!(text.ends_with("(last-administrator)") && !text.contains(':'), "{text}");
    }
}
