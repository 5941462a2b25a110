//! Mails to departments that have no seat at the desk.

use proofdesk_desk::side_conversation::SideLetter;
use proofdesk_locale::{FluentArgs, Zone};

use super::Written;
use super::letter::{Layout, message, without_marks};

/// Writes the mail that leads a department to what it is asked. Of the words that were written it has the subject alone: the
/// rest is read on the page, which is closed when it is over, and no mailbox keeps it.
pub fn write_department(letter: &SideLetter, url: &str) -> Written {
    let locale = letter.locale;
    let number = letter.ticket.to_string();
    let mut args = FluentArgs::new();
    args.set("number", number.clone());
    args.set("brand", letter.brand_name.clone());
    args.set("department", letter.department.clone());
    args.set("name", letter.author.clone());
    args.set("time", locale.date_time(letter.link_until.micros(), &Zone::UTC));
    let t = |key: &str| message(locale, key, &args);
    // What the guard masked in it is nothing for a subject.
    let shown = letter.subject.as_deref().filter(|subject| !subject.contains('⟦'));
    let subject = match shown {
        Some(subject) => format!("[{number}] {subject}"),
        None => without_marks(&t("mail-side-subject")),
    };
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.brand_name,
        subject: &subject,
        paragraphs: &[t("mail-side")],
        open: t("mail-side-open"),
        open_url: url,
        open_hint: Some(t("mail-side-hint")),
        notes: &[t("mail-answer-there"), t("mail-side-why")],
        ..Layout::default()
    };
    layout.written()
}
