use std::collections::BTreeMap;

use proofdesk_desk::brand::Accent;
use proofdesk_desk::sign_in_page::SignInPage;
use proofdesk_guard::Kind;
use proofdesk_locale::{FluentArgs, FluentValue, Locale, Messages, Zone};

use crate::asset;
use crate::visit::local;

/// What every page knows beside its own content: who looks, how they read, and where they are.
///
/// The templates speak through it, so each method is named as it reads there.
#[derive(Clone, Debug)]
pub struct Page {
    pub locale: Locale,
    /// The zone in which times are written; always with the offset, so a wrong guess misleads nobody.
    pub zone: Zone,
    /// Microseconds since 1970: the moment of the request, against which ages are told.
    pub now_us: i64,
    pub brand: Brand,
    /// What the brand calls categories by itself, by slug, in the reader's language.
    pub issues: BTreeMap<String, String>,
    pub visitor: Visitor,
    /// The hidden field of every form.
    pub csrf: String,
    pub here: Here,
    /// Path and query of this page, to come back to after changing the language.
    pub path: String,
    /// Notifications that the customer has not read, a hundred at most.
    pub unread: i64,
    /// What the act before this page did.
    pub notice: Option<Notice>,
    /// Whether the development page exists.
    pub development: bool,
    /// Where the exchange signs its customers in; `None` where nobody said, and for whoever is signed in.
    pub sign_in: Option<SignInPage>,
    /// Path and query to come back to after signing in.
    pub wanted: String,
}

/// How the exchange presents itself.
#[derive(Clone, Debug)]
pub struct Brand {
    pub name: String,
    /// The path of the style sheet with its colours; `None` for a brand that has none of its own.
    pub style: Option<String>,
}

impl Brand {
    /// A brand by its name, in its colours.
    pub fn of(name: String, accent: Option<Accent>) -> Self {
        Self { name, style: accent.map(asset::brand_path) }
    }

    /// The first letter of the name, for the mark in the header.
    pub fn initial(&self) -> String {
        self.name.chars().next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default()
    }
}

/// Who looks.
#[derive(Clone, Debug)]
pub enum Visitor {
    Anonymous,
    Customer(Person),
}

/// The customer who looks.
#[derive(Clone, Debug)]
pub struct Person {
    /// Tells apart whose drafts a browser keeps.
    pub id: String,
    pub name: String,
    /// Their number at the exchange, where it is known.
    pub uid: Option<String>,
    pub verification: Verification,
}

/// How sure the desk is that the customer is who they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Through the exchange's token, until this moment (microseconds since 1970).
    SignedIn {
        until_us: i64,
    },
    Email,
    None,
    Expired,
}

/// Which of the header's places the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    Tickets,
    /// The account at the exchange.
    Account,
    Help,
    Notifications,
    SignIn,
    Elsewhere,
}

/// One line above the page that says what the last act did. It travels as `?notice=` through the
/// redirect after the act, so it is one of a closed set and never a text from the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A new ticket with this number.
    TicketSent(String),
    /// A reply to the ticket with this number.
    ReplySent(String),
    /// A question of the ticket with this number was answered.
    AnswerSaved(String),
    Solved,
    Reopened,
    /// The exchange was asked to freeze the account.
    FreezeAsked,
    /// People freeze it.
    FreezeByHand,
    /// The desk was told that its customer waits.
    Nudged,
    /// It was told already, or it is too early to say so again.
    NudgedAlready,
    /// The tier above was asked.
    Escalated,
    /// The link that proves who somebody is was mailed once more.
    ProofMailed,
    SignedOut,
    SessionEnded,
    SignedOutEverywhere,
    /// All notifications are read.
    AllRead,
    /// What is sent beside the page was chosen.
    SettingsSaved,
    /// This browser is told from now on.
    DeviceAdded,
    DeviceRemoved,
    /// What somebody said of an article was kept.
    FeedbackGiven,
    /// A department's answer is with the desk.
    SideSent,
}

impl Notice {
    /// The notice of a `?notice=` value on the page of a ticket (`number`) or on another (`None`).
    pub fn parse(code: &str, number: Option<&str>) -> Option<Self> {
        match (code, number) {
            ("ticket-sent", Some(number)) => Some(Self::TicketSent(number.to_owned())),
            ("reply-sent", Some(number)) => Some(Self::ReplySent(number.to_owned())),
            ("answer-saved", Some(number)) => Some(Self::AnswerSaved(number.to_owned())),
            ("solved", Some(_)) => Some(Self::Solved),
            ("reopened", Some(_)) => Some(Self::Reopened),
            ("freeze-asked", Some(_)) => Some(Self::FreezeAsked),
            ("freeze-by-hand", Some(_)) => Some(Self::FreezeByHand),
            ("nudged", Some(_)) => Some(Self::Nudged),
            ("nudged-already", Some(_)) => Some(Self::NudgedAlready),
            ("escalated", Some(_)) => Some(Self::Escalated),
            ("proof-mailed", Some(_)) => Some(Self::ProofMailed),
            ("signed-out", None) => Some(Self::SignedOut),
            ("session-ended", None) => Some(Self::SessionEnded),
            ("signed-out-everywhere", None) => Some(Self::SignedOutEverywhere),
            ("all-read", None) => Some(Self::AllRead),
            ("settings-saved", None) => Some(Self::SettingsSaved),
            ("device-added", None) => Some(Self::DeviceAdded),
            ("device-removed", None) => Some(Self::DeviceRemoved),
            ("feedback-given", None) => Some(Self::FeedbackGiven),
            ("side-sent", None) => Some(Self::SideSent),
            _ => None,
        }
    }

    /// The value of `?notice=`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TicketSent(_) => "ticket-sent",
            Self::ReplySent(_) => "reply-sent",
            Self::AnswerSaved(_) => "answer-saved",
            Self::Solved => "solved",
            Self::Reopened => "reopened",
            Self::FreezeAsked => "freeze-asked",
            Self::FreezeByHand => "freeze-by-hand",
            Self::Nudged => "nudged",
            Self::NudgedAlready => "nudged-already",
            Self::Escalated => "escalated",
            Self::ProofMailed => "proof-mailed",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
            Self::SignedOutEverywhere => "signed-out-everywhere",
            Self::AllRead => "all-read",
            Self::SettingsSaved => "settings-saved",
            Self::DeviceAdded => "device-added",
            Self::DeviceRemoved => "device-removed",
            Self::FeedbackGiven => "feedback-given",
            Self::SideSent => "side-sent",
        }
    }
}

impl Page {
    /// The message `key` in the reader's language.
    pub fn t(&self, key: &str) -> String {
        Messages::embedded().t(self.locale, key, None)
    }

    /// A message with one argument.
    pub fn t1<'a>(&self, key: &str, name: &'a str, value: impl Into<FluentValue<'a>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        Messages::embedded().t(self.locale, key, Some(&args))
    }

    /// A message with two arguments.
    pub fn t2<'a>(
        &self,
        key: &str,
        name: &'a str,
        value: impl Into<FluentValue<'a>>,
        second_name: &'a str,
        second_value: impl Into<FluentValue<'a>>,
    ) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        args.set(second_name, second_value);
        Messages::embedded().t(self.locale, key, Some(&args))
    }

    /// A message with any arguments.
    pub fn t_with(&self, key: &str, args: &FluentArgs<'_>) -> String {
        Messages::embedded().t(self.locale, key, Some(args))
    }

    /// The name of a kind of secret; its stable name for one that nobody named.
    pub fn secret(&self, kind: &str) -> String {
        let key = format!("secret-{kind}");
        let name = self.t(&key);
        if name == key { kind.to_owned() } else { name }
    }

    /// The names of all kinds of secrets as JSON, for `check.js`.
    pub fn secrets(&self) -> String {
        let names: BTreeMap<&str, String> =
            Kind::ALL.iter().map(|kind| (kind.as_str(), self.secret(kind.as_str()))).collect();
        serde_json::to_string(&names).unwrap_or_default()
    }

    /// Several names as one phrase.
    pub fn list(&self, names: &[String]) -> String {
        self.locale.list(names)
    }

    /// Several sentences as one paragraph.
    pub fn sentences(&self, said: &[String]) -> String {
        said.join(self.locale.sentence_gap())
    }

    /// What stands between a name and its value.
    pub fn colon(&self) -> &'static str {
        self.locale.colon()
    }

    /// The page's title from a key.
    pub fn title(&self, key: &str) -> String {
        self.title_of(&self.t(key))
    }

    /// The title from a text.
    pub fn title_of(&self, title: &str) -> String {
        self.t2("site-title", "title", title, "brand", self.brand.name.as_str())
    }

    /// The title of a form with errors, so that a screen reader says so first.
    pub fn error_title(&self, key: &str) -> String {
        self.error_title_of(&self.t(key))
    }

    /// As [`Page::error_title`], from a text.
    pub fn error_title_of(&self, title: &str) -> String {
        self.t1("site-error-title", "title", self.title_of(title))
    }

    /// A moment in the reader's words and zone.
    pub fn time(&self, at_us: &i64) -> String {
        self.locale.date_time(*at_us, &self.zone)
    }

    /// A moment for machines: the `datetime` attribute.
    pub fn machine_time(&self, at_us: &i64) -> String {
        proofdesk_locale::rfc3339(*at_us)
    }

    /// "Updated 5 min ago".
    pub fn updated(&self, at_us: &i64) -> String {
        let age = Messages::embedded().age(self.locale, *at_us, self.now_us);
        self.t1("tickets-updated", "age", age)
    }

    /// "5 min ago".
    pub fn age(&self, at_us: &i64) -> String {
        Messages::embedded().age(self.locale, *at_us, self.now_us)
    }

    /// "3 new notifications", for who does not see the number in its place.
    pub fn unread_text(&self) -> String {
        self.t1("notices-unread", "count", self.unread)
    }

    /// "Kept 5 min ago".
    pub fn kept(&self, at_us: &i64) -> String {
        self.t1("choose-kept", "age", self.age(at_us))
    }

    /// The exchange's page that signs in and leads to `wanted`, one of our own paths.
    pub fn sign_in_to(&self, wanted: &str) -> Option<String> {
        self.sign_in.as_ref()?.link(local(wanted, "/"))
    }

    /// The same that leads back to where somebody wanted to go.
    pub fn sign_in_back(&self) -> Option<String> {
        self.sign_in_to(&self.wanted)
    }

    /// One of our own pages with the way back as `to`.
    pub fn leading_back(&self, path: &str) -> String {
        match local(&self.wanted, "/") {
            "/" => path.to_owned(),
            wanted => format!("{path}?{}", pairs(&[("to", wanted)])),
        }
    }

    /// The customer; `None` for whoever is not signed in.
    pub fn person(&self) -> Option<&Person> {
        match &self.visitor {
            Visitor::Anonymous => None,
            Visitor::Customer(person) => Some(person),
        }
    }

    /// The customer's own number at the exchange, against which others are told.
    pub fn own_uid(&self) -> Option<&str> {
        self.person()?.uid.as_deref()
    }

    /// The words of the badge.
    pub fn verification(&self, person: &Person) -> String {
        match person.verification {
            Verification::SignedIn { until_us } => {
                self.t1("verification-signed-in", "time", self.time(&until_us))
            }
            Verification::Email => self.t("verification-email"),
            Verification::None => self.t("verification-none"),
            Verification::Expired => self.t("verification-expired"),
        }
    }

    /// The path of a style sheet or script.
    pub fn asset(&self, name: &str) -> &'static str {
        asset::path(name)
    }

    /// The notice in words.
    pub fn notice_text(&self) -> Option<String> {
        Some(match self.notice.as_ref()? {
            Notice::TicketSent(number) => self.t1("notice-ticket-sent", "number", number.as_str()),
            Notice::ReplySent(_) => self.t("notice-reply-sent"),
            Notice::AnswerSaved(_) => self.t("notice-answer-saved"),
            Notice::Solved => self.t("notice-solved"),
            Notice::Reopened => self.t("notice-reopened"),
            Notice::FreezeAsked => self.t("notice-freeze-asked"),
            Notice::FreezeByHand => self.t("notice-freeze-by-hand"),
            Notice::Nudged => self.t("notice-nudged"),
            Notice::NudgedAlready => self.t("notice-nudged-already"),
            Notice::Escalated => self.t("notice-escalated"),
            Notice::ProofMailed => self.t("notice-proof-mailed"),
            Notice::SignedOut => self.t("notice-signed-out"),
            Notice::SessionEnded => self.t("notice-session-ended"),
            Notice::SignedOutEverywhere => self.t("notice-signed-out-everywhere"),
            Notice::AllRead => self.t("notice-all-read"),
            Notice::SettingsSaved => self.t("notice-notify-saved"),
            Notice::DeviceAdded => self.t("notice-device-added"),
            Notice::DeviceRemoved => self.t("notice-device-removed"),
            Notice::FeedbackGiven => self.t("notice-feedback-given"),
            Notice::SideSent => self.t("notice-side-sent"),
        })
    }

    /// The draft that the server has taken, by the name it has in `site.js`: it can be forgotten.
    /// Signing out forgets them all (every name begins with nothing).
    pub fn sent_draft(&self) -> Option<String> {
        match self.notice.as_ref()? {
            Notice::TicketSent(_) => Some("new:".to_owned()),
            Notice::ReplySent(number) => Some(format!("reply:{number}")),
            Notice::AnswerSaved(number) => Some(format!("answer:{number}:")),
            Notice::SignedOut | Notice::SignedOutEverywhere => Some(String::new()),
            Notice::Escalated => Some("escalate:".to_owned()),
            Notice::SideSent => Some("side:".to_owned()),
            Notice::Solved
            | Notice::Reopened
            | Notice::Nudged
            | Notice::NudgedAlready
            | Notice::ProofMailed
            | Notice::SessionEnded
            | Notice::FreezeAsked
            | Notice::FreezeByHand
            | Notice::AllRead
            | Notice::SettingsSaved
            | Notice::DeviceAdded
            | Notice::DeviceRemoved
            | Notice::FeedbackGiven => None,
        }
    }
}

fn pairs(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
