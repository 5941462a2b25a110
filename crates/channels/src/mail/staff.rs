//! Mails to members of staff.

use proofdesk_desk::link::LinkPurpose;
use proofdesk_desk::staff_mail::StaffLetter;
use proofdesk_desk::staff_mail::handover::HandoverLetter;
use proofdesk_desk::staff_mail::mention::MentionLetter;
use proofdesk_desk::staff_mail::review::ReviewLetter;
use proofdesk_locale::{FluentArgs, Zone};

use super::Written;
use super::letter::{Layout, message, without_marks};

/// Writes the mail that tells a member who is away that a note mentions them: in which ticket, and who wrote it.
pub fn write_mention(letter: &MentionLetter, url: &str) -> Written {
    let locale = letter.locale;
    let mut args = FluentArgs::new();
    args.set("number", letter.number.to_string());
    args.set("name", letter.by.clone());
    let t = |key: &str| message(locale, key, &args);
    let subject = without_marks(&t("mail-staff-mention-subject"));
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.organisation,
        subject: &subject,
        paragraphs: &[t("mail-staff-mention")],
        open: t("mail-staff-mention-open"),
        open_url: url,
        notes: &[t("mail-staff-mention-off")],
        ..Layout::default()
    };
    layout.written()
}

/// Titles that a mail names; of more it says how many they are.
const TITLES: usize = 10;

/// Writes the mail that tells a member which articles of theirs are due for review.
pub fn write_review(letter: &ReviewLetter, url: &str) -> Written {
    let locale = letter.locale;
    let more = letter.titles.len().saturating_sub(TITLES);
    let mut args = FluentArgs::new();
    args.set("count", letter.titles.len());
    args.set("more", more);
    let t = |key: &str| message(locale, key, &args);
    let subject = without_marks(&t("mail-staff-review-subject"));
    let titles = letter.titles.iter().take(TITLES).map(|title| format!("– {title}"));
    let rest = (more > 0).then(|| t("mail-staff-review-more"));
    let paragraphs: Vec<String> =
        [t("mail-staff-review")].into_iter().chain(titles).chain(rest).collect();
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.organisation,
        subject: &subject,
        paragraphs: &paragraphs,
        open: t("mail-staff-review-open"),
        open_url: url,
        notes: &[t("mail-staff-review-off")],
        ..Layout::default()
    };
    layout.written()
}

/// Writes the mail that tells a member which text was handed over that they could publish.
pub fn write_handover(letter: &HandoverLetter, url: &str) -> Written {
    let locale = letter.locale;
    let mut args = FluentArgs::new();
    args.set("title", letter.title.clone());
    let t = |key: &str| message(locale, key, &args);
    let subject = without_marks(&t("mail-staff-handover-subject"));
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.organisation,
        subject: &subject,
        paragraphs: &[t("mail-staff-handover"), format!("– {}", letter.title)],
        open: t("mail-staff-handover-open"),
        open_url: url,
        notes: &[t("mail-staff-handover-off")],
        ..Layout::default()
    };
    layout.written()
}

/// Writes the mail that carries a member's one-time link.
pub fn write_staff(letter: &StaffLetter, zone: &Zone, url: &str) -> Written {
    let locale = letter.locale;
    let mut args = FluentArgs::new();
    args.set("organisation", letter.organisation.clone());
    args.set("time", locale.date_time(letter.link.expires_at.micros(), zone));
    let t = |key: &str| message(locale, key, &args);
    let [subject, what, open, who] = match letter.link.purpose {
        LinkPurpose::PasswordReset => [
            "mail-staff-reset-subject",
            "mail-staff-reset",
            "mail-staff-reset-open",
            "mail-staff-reset-unasked",
        ],
        LinkPurpose::Invitation | LinkPurpose::FirstAdministrator => [
            "mail-staff-invitation-subject",
            "mail-staff-invitation",
            "mail-staff-invitation-open",
            "mail-staff-invitation-unasked",
        ],
    }
    .map(t);
    let subject = without_marks(&subject);
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.organisation,
        subject: &subject,
        paragraphs: &[what],
        open,
        open_url: url,
        open_hint: Some(t("mail-staff-once")),
        notes: &[who],
        ..Layout::default()
    };
    layout.written()
}
