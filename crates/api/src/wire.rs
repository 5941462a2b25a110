//! What several nouns share on the wire: moments, numbers, closed sets of words, things by id and name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proofdesk_desk::id::{Id, PublicId};
use proofdesk_desk::names::{Names, each_once};
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::ticket::view::{Named, Queue, Sort};
use proofdesk_desk::ticket::{
    Author, LinkKind, Priority, Risk, StatusCategory, Tier, Visibility, WakeOn,
};
use proofdesk_desk::{
    Timestamp, account_act, article, assignment, attachment, availability, bridge, constraint,
    customer, exchange_event, exchange_key, filter, form, health, identity, limits, link,
    notification, reply_macro, role, saved_view, sealed_input, shift, side_conversation, skill,
    staff, verification, webhook,
};
use proofdesk_locale::Locale;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

/// Something is written, and no U+0000, which no engine can store.
const WRITTEN: &str = r"^[^\x00]*[^\s\x00][^\x00]*$";
const TICKET_NUMBER: &str = "^PD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$";

/// A moment, RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub Timestamp);

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self(at)
    }
}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some("A moment, RFC 3339; the server writes UTC with up to six decimals."))
            .examples(["2026-11-21T01:23:45.678901Z"])
            .into()
    }
}

impl ToSchema for Moment {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Timestamp")
    }
}

/// Bytes as they are.
#[derive(Debug)]
pub struct Binary;

impl PartialSchema for Binary {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
    }
}

impl ToSchema for Binary {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Binary")
    }
}

/// A ticket's public number. What people type is read generously; what is written has one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TicketNumber(pub PublicId);

impl<'de> Deserialize<'de> for TicketNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_slip| D::Error::custom("no ticket's number"))
    }
}

impl From<PublicId> for TicketNumber {
    fn from(id: PublicId) -> Self {
        Self(id)
    }
}

impl PartialSchema for TicketNumber {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(TICKET_NUMBER))
            .description(Some(
                "A ticket's number, as people quote it. The last character checks the others.",
            ))
            .examples(["PD-1C9K-7QXM-4"])
            .into()
    }
}

impl ToSchema for TicketNumber {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("TicketNumber")
    }
}

/// Gives closed sets of words their place in the document. The text of each word is the domain's.
macro_rules! words {
    ($($name:ident, $title:literal, $of:ty, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub $of);

        impl From<$of> for $name {
            fn from(word: $of) -> Self {
                Self(word)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map(Self).map_err(|_unknown| D::Error::custom("unknown word"))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some($doc))
                    .enum_values(Some(<$of>::ALL.iter().map(ToString::to_string)))
                    .into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($title)
            }
        }
    )*};
}

words! {
    AbsenceReasonWord, "AbsenceReason", shift::AbsenceReason, "Why somebody is absent. The log does not tell it.";
    ActKindWord, "ActKind", bridge::ActKind, "What the exchange can be asked to do.";
    ActStateWord, "ActState", account_act::ActState, "What became of an act.";
    ApiPermissionWord, "AccountApiPermission", bridge::facts::ApiPermission, "What a key of an account may do.";
    BridgeErrorWord, "UnknownReason", bridge::BridgeError, "Why a fact of the exchange is not known.";
    DepositStateWord, "DepositState", bridge::facts::DepositState, "Where a deposit stands.";
    EarnKindWord, "EarnKind", bridge::facts::EarnKind, "A kind of Earn product.";
    FiatMeansWord, "FiatMeans", bridge::facts::FiatMeans, "How ordinary money comes and goes.";
    HealthCheckWord, "HealthCheckName", health::CheckName, "What is looked at.";
    HealthLevelWord, "HealthLevel", health::Level, "How serious it is; `off` where there is none.";
    HoldReasonWord, "HoldReason", bridge::facts::HoldReason, "Why a withdrawal is held.";
    InputKindWord, "SealedInputKind", sealed_input::InputKind, "What lies here sealed: pieces of uploads under way, files that no message took, what events of the exchange say that wait, and that could not be handled.";
    KycProofWord, "KycProof", bridge::facts::KycProof, "What somebody shows of themself to reach a level.";
    KycUseWord, "KycUse", bridge::facts::KycUse, "What a level of verified identity lets somebody do.";
    OrderKindWord, "OrderKind", bridge::facts::OrderKind, "At which price an order trades.";
    OrderStateWord, "OrderState", bridge::facts::OrderState, "Where an order stands.";
    RateScopeWord, "RateScope", bridge::facts::RateScope, "What requests to the exchange's API are counted by.";
    RejectReasonWord, "RejectReason", bridge::facts::RejectReason, "Why an order was not taken.";
    SecondFactorKindWord, "SecondFactorKind", bridge::facts::SecondFactorKind, "A second factor of an account.";
    SecurityChangeKindWord, "SecurityChangeKind", bridge::facts::SecurityChangeKind, "What changed of an account's locks.";
    SideWord, "Side", bridge::facts::Side, "Which way a trade goes.";
    WithdrawalStateWord, "WithdrawalState", bridge::facts::WithdrawalState, "Where a withdrawal stands.";
    AlgorithmWord, "Algorithm", exchange_key::Algorithm, "How a key of the exchange signs.";
    ArticleAudienceWord, "ArticleAudience", article::Audience, "Who may read an article once it is published.";
    ArticleKindWord, "ArticleKind", article::Kind, "How an article is built.";
    LeadFaultWord, "LostLinkFault", article::lead::Fault, "What is wrong with where a text leads.";
    ArticleStatusWord, "ArticleStatus", article::Status, "Where the newest version of a text stands.";
    FeedbackReasonWord, "ArticleFeedbackReason", article::feedback::Reason, "Why an article did not help.";
    AssignmentWord, "TeamAssignment", assignment::Assignment, "How the tickets of a team find whom they are for: whoever comes first takes one, whoever was given one longest ago is given it, or whoever has the least to do for what they can take.";
    AvailabilityWord, "Availability", availability::Availability, "Whether a member takes tickets just now. With `away_and_reassign` they give back what is open.";
    CapacityChannelWord, "CapacityChannel", availability::Channel, "On what work comes that somebody can have enough of.";
    AuthorWord, "Author", Author, "Whose message it is.";
    ConstraintKindWord, "ConstraintKind", constraint::Kind, "What a constraint on a customer's account is about.";
    ConstraintStandingWord, "ConstraintStanding", constraint::Standing, "How a constraint stands at the moment.";
    BuiltinWord, "BuiltinRole", role::Builtin, "A role that every desk begins with.";
    ChannelWord, "NotificationChannel", notification::Channel, "A road to a customer beside the page.";
    DeliveryStateWord, "DeliveryState", webhook::DeliveryState, "What became of a webhook's delivery.";
    EventKindWord, "ExchangeEventKind", exchange_event::EventKind, "What an event of the exchange is about.";
    EventStateWord, "ExchangeEventState", exchange_event::EventState, "How an event of the exchange stands.";
    FieldWord, "CustomerField", customer::Field, "A personal field of a customer.";
    LevelWord, "VerificationLevel", identity::Level, "How far an identity is proven.";
    VerificationStandingWord, "VerificationStanding", verification::Standing, "How it stands that a customer was asked to prove who they are.";
    LinkKindWord, "LinkKind", LinkKind, "What the other ticket is to the one that is asked about.";
    LinkPurposeWord, "LinkPurpose", link::LinkPurpose, "What a one-time link is good for.";
    LocaleWord, "Locale", Locale, "One of the ten languages, as a BCP 47 tag.";
    MetadataWord, "Metadata", attachment::Metadata, "What became of what a picture says of place, device and time.";
    NeedWord, "QuestionNeed", form::Need, "How much an answer matters.";
    NotificationKindWord, "NotificationKind", notification::NotificationKind, "What a customer is told of.";
    NotificationStateWord, "NotificationState", notification::DeliveryState, "What became of something that a customer was sent.";
    TopicWord, "NotificationTopic", notification::Topic, "What notifications are about.";
    PermissionWord, "Permission", Permission, "One power, `noun.verb`.";
    PriorityWord, "Priority", Priority, "How soon, the lowest first.";
    QuestionKindWord, "QuestionKind", form::QuestionKind, "What kind of answer a question wants.";
    QueueWord, "Queue", Queue, "A built-in queue.";
    ReachWord, "Reach", Reach, "How far a permission goes; each reach includes the ones before it.";
    RiskWord, "Risk", Risk, "What the desk fears for the account behind a ticket.";
    AudienceWord, "ViewAudience", saved_view::Audience, "Whom a view is for.";
    MacroAudienceWord, "MacroAudience", reply_macro::Audience, "Whom a macro is for.";
    MacroVariableWord, "MacroVariable", reply_macro::text::Variable, "What a macro's text may speak of, between double braces.";
    FilterKeyWord, "FilterKeyName", filter::Key, "What can stand before the colon of a filter's word.";
    ShownWord, "ShownFact", saved_view::Shown, "A fact that the rows of a list can show.";
    SortWord, "TicketSort", Sort, "In which order tickets are listed: `waiting` has those first whose customer waits for an answer, `priority` the most urgent ones; within both, first come first.";
    ScanWord, "Scan", attachment::Scan, "What the virus scanner says of a file. An infected one is served to nobody.";
    SideAuthorWord, "SideAuthor", side_conversation::SideAuthor, "Whose message of a side conversation it is.";
    SideMailStateWord, "SideMailState", side_conversation::MailState, "What became of a mail to a department; `none` where none was sent.";
    SkillKindWord, "SkillKind", skill::SkillKind, "What kind of skill it is.";
    StaffStateWord, "StaffState", staff::StaffState, "Whether a member may come in.";
    StatusCategoryWord, "StatusCategory", StatusCategory, "The fixed category behind a status: whose turn it is.";
    TierWord, "Tier", Tier, "Who is asked to look at a ticket; each tier may do more than the one before it.";
    WakeOnWord, "WakeOn", WakeOn, "What brings a ticket back that is put aside.";
    VisibilityWord, "Visibility", Visibility, "Who may read a message.";
    WebhookStateWord, "WebhookState", webhook::WebhookState, "Whether a webhook's deliveries are made.";
}

/// Texts that people type, with the limits that the domain holds them to.
macro_rules! texts {
    ($($name:ident, $title:literal, $min:expr, $max:expr, $pattern:expr, $doc:literal, $example:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some($doc))
                    .min_length(Some($min))
                    .max_length(Some($max))
                    .pattern($pattern)
                    .examples([$example])
                    .into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($title)
            }
        }
    )*};
}

const HYPHENATED: Option<&str> = Some("^[a-z0-9]+(-[a-z0-9]+)*$");
const ANY: Option<&str> = None;

texts! {
    NameText, "Name", 1, limits::NAME_CHARS, Some(WRITTEN),
        "A name of one line. The ends are trimmed.", "Deposits";
    SubjectText, "Subject", 1, limits::SUBJECT_CHARS, Some(WRITTEN),
        "One line. What looks like a secret is masked.", "My USDT deposit has not arrived";
    BodyText, "Body", 1, limits::BODY_CHARS, Some(WRITTEN),
        "A message. Staff write CommonMark; customers' text stands for itself. What looks like a secret is masked.",
        "I sent 250 USDT on TRC-20 two hours ago.";
    SideText, "SideBody", 1, limits::SIDE_CHARS, Some(WRITTEN),
        "What is asked, in CommonMark. What looks like a secret is masked.", "Block 41,220,918 is missing. When is it back?";
    TextSoFar, "TextSoFar", 0, limits::BODY_CHARS, ANY,
        "A message as far as it is written.", "I sent 250 USDT on TRC-20 two hours ago.";
    MacroText, "MacroBody", 1, limits::MACRO_CHARS, Some(WRITTEN),
        "CommonMark with variables, `{{ticket.number}}`; where there may be nothing to know with what is said then, `{{customer.name|there}}`.",
        "Hello {{customer.name|there}}, we are looking into it.";
    TitleText, "ArticleTitle", 1, limits::ARTICLE_TITLE_CHARS, Some(WRITTEN),
        "An article's title, one line.", "You left out the Memo";
    SummaryText, "ArticleSummary", 1, limits::ARTICLE_SUMMARY_CHARS, Some(WRITTEN),
        "What an article is about, one line.", "Why some coins need a Memo, and what can be done without one.";
    ArticleText, "ArticleBody", 1, limits::ARTICLE_CHARS, Some(WRITTEN),
        "CommonMark with tables. Raw HTML is dropped; references stand in double braces.", "Send it to {{brand.name}}.";
    ReasonText, "Reason", 1, limits::REASON_CHARS, Some(WRITTEN),
        "Why. It is kept in the log.", "Calling back about the withdrawal";
    ConstraintText, "ConstraintText", 1, limits::CONSTRAINT_CHARS, Some(WRITTEN),
        "What is to be heeded, in a few lines. What looks like a secret is masked.",
        "Sub-accounts of this account cannot withdraw.";
    EmailText, "EmailAddress", 3, limits::EMAIL_CHARS, Some(r"^\S[^\x00]*@[^\x00]*\S$"),
        "An e-mail address. Case does not matter.", "ada@example.com";
    PasswordText, "NewPassword", limits::PASSWORD_CHARS_MIN, limits::PASSWORD_CHARS_MAX, ANY,
        "A new password. One's own address and the passwords that everybody tries first are refused.",
        "velvet-anchor-71";
    SlugText, "Slug", 1, limits::SLUG_CHARS, HYPHENATED,
        "Lower-case words with hyphens between them.", "deposit-not-credited";
    TagText, "Tag", 1, limits::TAG_CHARS, Some(WRITTEN),
        "A tag's name. Case does not matter; spaces become hyphens.", "vip";
    EvidenceText, "EvidenceText", 1, limits::EVIDENCE_CHARS, Some(WRITTEN),
        "A transaction id, an address, a link, an amount: whatever was written.",
        "0x4acb15506b7696a2dfac4258f3f86392b4b2b717a3f316a8aa78509b2c3b6ab4";
    KindText, "EventKinds", 1, 80, Some(r"^[a-z._-]*[a-z._*-]$"),
        "A kind of event: `*` for all, `ticket.*` for all that begin so, or an exact one.", "ticket.*";
    UrlText, "HttpsUrl", 9, 2_000,
        Some(r"^https://([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?([/?#][!-~]*)?$"),
        "An https address, without user name.", "https://hooks.example.com/proofdesk";
    ZoneText, "TimeZone", 1, 64, Some(r"^[A-Za-z][A-Za-z0-9_+\-/]*$"),
        "An IANA time zone.", "Asia/Singapore";
}

/// Somebody or something by id and name.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Named)]
pub struct NamedOut {
    pub id: Uuid,
    #[schema(examples("Deposits"))]
    pub name: String,
}

impl NamedOut {
    pub fn new(id: impl Id, name: impl Into<String>) -> Self {
        Self { id: id.uuid(), name: name.into() }
    }
}

impl<T: Id> From<Named<T>> for NamedOut {
    fn from(named: Named<T>) -> Self {
        Self::new(named.id, named.name)
    }
}

/// What something of the desk's own is called in one language.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OwnName)]
pub struct OwnNameIn {
    pub lang: LocaleWord,
    pub name: NameText,
}

/// Names as the domain knows them.
///
/// # Errors
/// `field-taken` for a language that stands twice.
pub fn names(typed: Vec<OwnNameIn>) -> proofdesk_desk::Result<Names> {
    each_once(typed.into_iter().map(|one| (one.lang.0, one.name.0)))
}

/// Names as the wire knows them.
pub fn by_language(names: Names) -> BTreeMap<String, String> {
    names.into_iter().map(|(lang, name)| (lang.code().to_owned(), name)).collect()
}

/// What was made, by its id.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Created)]
pub struct CreatedOut {
    pub id: Uuid,
}

impl<T: Id> From<T> for CreatedOut {
    fn from(id: T) -> Self {
        Self { id: id.uuid() }
    }
}

/// The version that a change led to: what the next change insists on by `If-Match`.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = Version)]
pub struct VersionOut {
    #[schema(minimum = 1, examples(2))]
    pub version: i64,
}

/// Ids as rows know them.
pub fn uuids<T: Id>(ids: &[T]) -> Vec<Uuid> {
    ids.iter().map(|id| id.uuid()).collect()
}

/// Ids as the domain knows them.
pub fn ids<T: Id>(uuids: Vec<Uuid>) -> Vec<T> {
    uuids.into_iter().map(T::from_uuid).collect()
}
