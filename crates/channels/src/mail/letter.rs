//! What a mail says, in the reader's language: once as text, once as HTML, the same words.

use askama::Template;
use proofdesk_desk::exchange_event::ExchangeTold;
use proofdesk_desk::notification::{Letter, LetterReply, NotificationKind};
use proofdesk_locale::{FluentArgs, FluentValue, Locale, Messages, Zone};

/// Where a mail leads to.
#[derive(Clone, Debug)]
pub struct Places {
    /// The ticket, the link by which a customer without an account comes in, or the account of which something is told.
    pub ticket: String,
    /// Where customers choose what they are mailed; `None` for those who cannot sign in.
    pub settings: Option<String>,
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// BCP 47 tag.
    pub lang: String,
}

/// Days that a mailed link works.
const LINK_DAYS: u64 = proofdesk_desk::limits::TICKET_LINK_LIFETIME.as_secs() / (24 * 3600);

/// The words of one mail, apart from its layout.
#[derive(Default, Template)]
#[template(path = "mail.html")]
pub(super) struct Layout<'a> {
    pub lang: &'a str,
    pub dir: &'a str,
    pub brand: &'a str,
    pub subject: &'a str,
    pub paragraphs: &'a [String],
    pub reply: Option<&'a LetterReply>,
    pub files: Option<String>,
    pub open: String,
    pub open_url: &'a str,
    pub open_hint: Option<String>,
    pub notes: &'a [String],
    pub settings: Option<(String, &'a str)>,
}

/// Writes a mail.
///
/// An address that nobody has proven gets a number, a time and a link, and no word that anybody typed.
pub fn write(letter: &Letter, locale: Locale, zone: &Zone, places: &Places) -> Written {
    let words = Words { letter, locale, zone };
    let subject = words.subject();
    let paragraphs = words.paragraphs();
    let notes = words.notes();
    let layout = Layout {
        lang: locale.code(),
        dir: locale.dir().code(),
        brand: &letter.brand_name,
        subject: &subject,
        paragraphs: &paragraphs,
        reply: letter.reply.as_ref(),
        files: words.files(),
        open: words.t(if letter.ticket.is_some() { "mail-open" } else { "mail-open-account" }, &[]),
        open_url: &places.ticket,
        open_hint: letter
            .link
            .is_some()
            .then(|| words.t("mail-open-hint", &[("days", LINK_DAYS.into())])),
        notes: &notes,
        settings: places.settings.as_deref().map(|url| (words.t("mail-settings", &[]), url)),
    };
    layout.written()
}

/// What an app shows on a locked screen: no word that anybody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub title: String,
    pub text: String,
    /// BCP 47 tag.
    pub lang: String,
}

/// Writes what the exchange's app shows.
pub fn note(letter: &Letter, locale: Locale, zone: &Zone) -> Note {
    let words = Words { letter, locale, zone };
    let text = match letter.kind {
        NotificationKind::Receipt => words.t("mail-receipt", &[]),
        NotificationKind::Opened => words.t("mail-opened", &[]),
        NotificationKind::Reply if letter.is_of_desk => words.t("app-wrote", &[]),
        NotificationKind::Reply => words.t("app-reply", &[]),
        NotificationKind::Waiting => words.t("mail-waiting", &[]),
        NotificationKind::Solved => words.t("mail-solved", &[]),
        // A link goes to the address that has the old one, by mail alone.
        NotificationKind::Link => words.t("mail-link", &[]),
        NotificationKind::DepositSeen
        | NotificationKind::WithdrawalHeld
        | NotificationKind::SettingChanged => match &letter.told {
            Some(told) => bare(locale, told.sentence(locale, zone)),
            None => words.t("mail-told-subject", &[]),
        },
    };
    Note { title: letter.brand_name.clone(), text, lang: locale.code().to_owned() }
}

impl Layout<'_> {
    pub fn written(&self) -> Written {
        // A template that is compiled in writes into a String: nothing there can fail.
        let html = self.render().unwrap_or_default();
        let (subject, lang) = (self.subject.to_owned(), self.lang.to_owned());
        Written { text: text(self), html, subject, lang }
    }
}

struct Words<'a> {
    letter: &'a Letter,
    locale: Locale,
    zone: &'a Zone,
}

impl Words<'_> {
    fn t(&self, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut all = FluentArgs::new();
        let number = self.letter.ticket.as_ref().map(ToString::to_string);
        all.set("number", number.unwrap_or_default());
        all.set("brand", self.letter.brand_name.clone());
        for (name, value) in args {
            all.set(*name, value.clone());
        }
        message(self.locale, key, &all)
    }

    /// The same for every mail about a ticket, so that programs which go by it thread them too.
    fn subject(&self) -> String {
        let line = match (&self.letter.ticket, self.shown_subject()) {
            (None, _) => self.t("mail-told-subject", &[]),
            (Some(number), Some(subject)) => format!("[{number}] {subject}"),
            (Some(_), None) => self.t("mail-subject", &[]),
        };
        without_marks(&line)
    }

    /// The ticket's subject, where it may be read: by whom the address is proven, and with nothing masked in it.
    fn shown_subject(&self) -> Option<&str> {
        let subject = self.letter.subject.as_str();
        let is_shown = self.letter.is_proven && !subject.contains('⟦') && !subject.is_empty();
        is_shown.then_some(subject)
    }

    fn paragraphs(&self) -> Vec<String> {
        match self.letter.kind {
            NotificationKind::Receipt => vec![self.t("mail-receipt", &[]), self.expected()],
            NotificationKind::Opened => self.opened(),
            NotificationKind::Reply => vec![self.reply()],
            NotificationKind::Waiting => self.with_reply("mail-waiting"),
            NotificationKind::Solved => self.with_reply("mail-solved"),
            NotificationKind::Link => vec![self.t("mail-link", &[])],
            NotificationKind::DepositSeen => self.told(false),
            NotificationKind::WithdrawalHeld | NotificationKind::SettingChanged => self.told(true),
        }
    }

    /// What the exchange told. What may have been a thief's doing says what to do then.
    fn told(&self, may_be_theft: bool) -> Vec<String> {
        let said = |told: &ExchangeTold| {
            let time = self.locale.date_time(told.as_of.micros(), self.zone);
            let what = told.sentence(self.locale, self.zone);
            self.t("mail-told", &[("what", what.into()), ("time", time.into())])
        };
        let told = self.letter.told.as_ref().map(said);
        let otherwise = || self.t("mail-told-subject", &[]);
        let mut paragraphs = vec![told.unwrap_or_else(otherwise)];
        if may_be_theft {
            paragraphs.push(self.t("mail-told-not-you", &[]));
        }
        paragraphs
    }

    /// That the desk opened a ticket, and what it is about. What was written in it follows, as behind an answer.
    fn opened(&self) -> Vec<String> {
        let mut paragraphs = vec![self.t("mail-opened", &[])];
        if let Some(subject) = self.shown_subject() {
            paragraphs.push(self.t("mail-opened-about", &[("subject", subject.into())]));
        }
        paragraphs
    }

    fn expected(&self) -> String {
        match self.letter.expected_at {
            Some(at) => {
                let time = self.locale.date_time(at.micros(), self.zone);
                self.t("mail-receipt-expected", &[("time", time.into())])
            }
            None => self.t("mail-receipt-no-time", &[]),
        }
    }

    /// Whose words follow. Nobody answers who was not asked: in a ticket that the desk opened, it wrote.
    fn reply(&self) -> String {
        let [named, desk, elsewhere] = match self.letter.is_of_desk {
            true => ["mail-wrote", "mail-wrote-desk", "mail-wrote-elsewhere"],
            false => ["mail-reply", "mail-reply-desk", "mail-reply-elsewhere"],
        };
        match &self.letter.reply {
            Some(reply) => {
                let first = reply.author.split_whitespace().next().unwrap_or_default();
                match first {
                    "" => self.t(desk, &[]),
                    name => self.t(named, &[("name", name.into())]),
                }
            }
            None => self.t(elsewhere, &[]),
        }
    }

    fn with_reply(&self, key: &str) -> Vec<String> {
        let mut paragraphs = vec![self.t(key, &[])];
        if self.letter.reply.is_some() {
            paragraphs.push(self.reply());
        }
        paragraphs
    }

    fn files(&self) -> Option<String> {
        let files = self.letter.reply.as_ref()?.files;
        (files > 0).then(|| self.t("mail-files", &[("count", files.into())]))
    }

    fn notes(&self) -> Vec<String> {
        let is_of_desk = self.letter.is_of_desk;
        let why = match (self.letter.is_proven, &self.letter.told) {
            (_, Some(_)) => "mail-told-why",
            (true, None) if is_of_desk => "mail-why-opened",
            (false, None) if is_of_desk => "mail-why-opened-unproven",
            (true, None) => "mail-why",
            (false, None) => "mail-why-unproven",
        };
        ["mail-answer-there", why, "site-safety"].map(|key| self.t(key, &[])).to_vec()
    }
}

/// The same as the layout, for who reads text.
fn text(layout: &Layout<'_>) -> String {
    let mut blocks: Vec<String> = layout.paragraphs.to_vec();
    if let Some(reply) = layout.reply {
        blocks.push(reply.text.trim().to_owned());
    }
    blocks.extend(layout.files.clone());
    blocks.push(format!("{}\n{}", layout.open, layout.open_url));
    blocks.extend(layout.open_hint.clone());
    blocks.push("-- ".to_owned());
    blocks.push(layout.notes.join("\n"));
    blocks.extend(layout.settings.as_ref().map(|(words, url)| format!("{words}\n{url}")));
    // RFC 3676: the line above a signature, with nothing between.
    blocks.join("\n\n").replace("\n\n-- \n\n", "\n\n-- \n") + "\n"
}

/// A message as it is sent.
pub(crate) fn message(locale: Locale, key: &str, args: &FluentArgs<'_>) -> String {
    bare(locale, Messages::embedded().t(locale, key, Some(args)))
}

/// The marks that keep directions apart stay where directions meet, and are left out elsewhere: some programs that show
/// mail draw them.
fn bare(locale: Locale, text: String) -> String {
    if locale == Locale::Ar { text } else { without_marks(&text) }
}

/// Without the marks that set an argument apart from its sentence.
pub(super) fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}
