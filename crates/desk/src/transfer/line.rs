//! The lines of an export, each an object with its `kind`, and how one is read.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::assignment::Assignment;
use crate::audience::Audience;
use crate::constraint;
use crate::form::{Question, QuestionKind};
use crate::identity::Level;
use crate::skill::SkillKind;
use crate::text::name::holds_secret;
use crate::ticket::view::Sort;
use crate::ticket::{Author, LinkKind, Priority, Risk, Snooze, StatusCategory, Visibility};
use crate::time::Timestamp;
use crate::words::words;

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Line {
    Export(ExportLine),
    Organisation(OrganisationLine),
    Brand(BrandLine),
    Status(StatusLine),
    Category(CategoryLine),
    Form(Box<FormLine>),
    Order(OrderLine),
    Skill(SkillLine),
    Role(RoleLine),
    Staff(StaffLine),
    Team(TeamLine),
    Department(DepartmentLine),
    Macro(Box<MacroLine>),
    View(Box<ViewLine>),
    Customer(Box<CustomerLine>),
    Constraint(Box<ConstraintLine>),
    Tag(TagLine),
    Ticket(Box<TicketLine>),
    Message(Box<MessageLine>),
    Link(LinkLine),
    Split(SplitLine),
    Merge(Box<MergeLine>),
    End(EndLine),
}

/// The head: what this is and where it is from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExportLine {
    pub format: String,
    pub v: u32,
    /// Which desk: the id of its organisation.
    pub source: String,
    pub made_at: Timestamp,
    /// Only what changed since then is in it.
    pub since: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganisationLine {
    pub id: String,
    pub name: String,
    pub created_at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BrandLine {
    pub id: String,
    pub slug: String,
    pub name: String,
    /// The default first.
    pub locales: Vec<String>,
    /// The colours of its pages: degrees, and thousandths.
    #[serde(default)]
    pub hue: Option<i64>,
    #[serde(default)]
    pub chroma: Option<i64>,
}

/// What tickets are set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusLine {
    pub id: String,
    /// Its stable word.
    pub key: String,
    /// Whose turn it is.
    pub category: StatusCategory,
    /// One of those that every desk begins with.
    #[serde(default)]
    pub builtin: bool,
    /// Of the organisation's own, by language.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    #[serde(default)]
    pub retired: bool,
}

/// What a brand's tickets are about, and whether it offers that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CategoryLine {
    pub brand: String,
    pub slug: String,
    pub offered: bool,
    /// Of the brand's own, by language.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
}

words! {
    /// What an order is one of.
    pub enum Ordered {
        Status = "status",
        Category = "category",
    }
}

/// The order in which people choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderLine {
    pub of: Ordered,
    /// Of categories: whose.
    pub brand: Option<String>,
    /// All of them: statuses by their ids, categories by their slugs.
    pub items: Vec<String>,
}

/// A version of what a category asks. Every one of the organisation's own is told, the oldest first: tickets were answered under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormLine {
    pub brand: String,
    /// The slug.
    pub category: String,
    pub version: i64,
    /// `None` where the built-in questions held again.
    pub questions: Option<Vec<Question>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SkillLine {
    pub id: String,
    pub about: SkillKind,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleLine {
    pub id: String,
    pub name: String,
    /// Which of those that every desk begins with.
    pub builtin: Option<String>,
    #[serde(default)]
    pub requires_totp: bool,
    /// Permission to reach.
    #[serde(default)]
    pub grants: BTreeMap<String, String>,
}

/// A member, without anything by which they come in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StaffLine {
    pub id: String,
    pub email: String,
    pub name: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub state: Option<String>,
    /// Whether they want mail of notes that mention them, and of articles that are due for review.
    pub mention_mails: Option<bool>,
    pub review_mails: Option<bool>,
    #[serde(default)]
    pub roles: Vec<String>,
    #[serde(default)]
    pub brands: Vec<String>,
    #[serde(default)]
    pub skills: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamLine {
    pub id: String,
    pub name: String,
    /// How its tickets find whom they are for.
    pub assignment: Option<Assignment>,
    #[serde(default)]
    pub members: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepartmentLine {
    pub id: String,
    pub name: String,
    pub email: String,
    pub lang: Option<String>,
    #[serde(default)]
    pub archived: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MacroLine {
    pub id: String,
    pub brand: String,
    pub name: String,
    pub folder: Option<String>,
    pub audience: Audience,
    pub owner: String,
    /// Of a team's: whose.
    pub team: Option<String>,
    pub min_level: Option<Level>,
    #[serde(default)]
    pub as_note: bool,
    #[serde(default)]
    pub archived: bool,
    #[serde(default)]
    pub acts: ActsLine,
    /// By language.
    pub texts: BTreeMap<String, String>,
}

/// What a macro does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActsLine {
    pub status: Option<StatusCategory>,
    /// One of the organisation's own; whose turn it is says `status`.
    pub own_status: Option<String>,
    pub priority: Option<Priority>,
    #[serde(default)]
    pub takes: bool,
    pub assignee: Option<String>,
    pub team: Option<String>,
    #[serde(default)]
    pub add_tags: Vec<String>,
    #[serde(default)]
    pub remove_tags: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewLine {
    pub id: String,
    pub name: String,
    pub filter: String,
    pub sort: Sort,
    #[serde(default)]
    pub shown: Vec<String>,
    pub audience: Audience,
    pub owner: String,
    /// Of a team's: whose.
    pub team: Option<String>,
    /// By which views are put in order.
    pub position: i64,
}

/// A customer in clear.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerLine {
    pub id: String,
    pub brand: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub uid: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub created_at: Option<Timestamp>,
    #[serde(default)]
    pub identities: Vec<IdentityLine>,
}

/// By what a customer is known. How far that is proven is not carried over: it is proven anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdentityLine {
    pub kind: String,
    pub subject: String,
}

/// What is to be heeded about a customer's account. Of those that somebody ended nothing is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConstraintLine {
    pub id: String,
    pub customer: String,
    pub about: constraint::Kind,
    pub text: String,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
    /// A member.
    pub made_by: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagLine {
    pub name: String,
    /// What it was called before, which leads to it.
    #[serde(default)]
    pub former: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TicketLine {
    pub id: String,
    pub number: Option<String>,
    pub customer: String,
    pub category: Option<String>,
    pub subject: String,
    /// Whose turn it is.
    pub status: Option<StatusCategory>,
    /// One of the organisation's own.
    pub own_status: Option<String>,
    pub priority: Option<Priority>,
    pub risk: Option<Risk>,
    pub assignee: Option<String>,
    pub team: Option<String>,
    pub channel: Option<String>,
    pub lang: Option<String>,
    pub created_at: Option<Timestamp>,
    pub solved_at: Option<Timestamp>,
    #[serde(default)]
    pub tags: Vec<String>,
    /// For how long it is put aside.
    pub snooze: Option<Snooze>,
    /// Members who follow it.
    #[serde(default)]
    pub followers: Vec<String>,
    /// The version of the form that was answered; 0 for the built-in questions.
    pub form_version: Option<i64>,
    #[serde(default)]
    pub answers: Vec<AnswerLine>,
}

/// What was answered to a question of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerLine {
    pub question: String,
    pub about: QuestionKind,
    /// `None` where the customer said that they do not have it.
    pub value: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageLine {
    pub id: String,
    pub ticket: String,
    pub visibility: Visibility,
    pub author: Author,
    pub author_id: Option<String>,
    /// How far the customer had proven who they are who wrote it; `None` for everybody else, and where nobody knows.
    pub verification: Option<Level>,
    pub channel: Option<String>,
    pub lang: Option<String>,
    pub created_at: Timestamp,
    /// `None` once erased.
    pub body: Option<String>,
    #[serde(default)]
    pub attachments: Vec<AttachmentLine>,
    /// Whom a note mentions.
    pub mentions: Option<MentionsLine>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MentionsLine {
    /// Members by their own names.
    #[serde(default)]
    pub staff: Vec<String>,
    #[serde(default)]
    pub teams: Vec<String>,
    /// Members by the name of a team alone.
    #[serde(default)]
    pub of_teams: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttachmentLine {
    pub id: String,
    pub name: String,
    pub content_type: Option<String>,
    pub size: Option<i64>,
    /// Of the plain bytes, lower-case hex.
    pub sha256: Option<String>,
    /// Under which its bytes lie beside the lines; `None` where they do not.
    pub file: Option<String>,
}

/// Two tickets that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkLine {
    pub ticket: String,
    pub other: String,
    /// What the other one is to the ticket.
    pub is: LinkKind,
}

/// Messages of a ticket that go on in one of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SplitLine {
    pub ticket: String,
    pub into: String,
    pub messages: Vec<String>,
}

/// A ticket that goes on in another one, with what comes back when the two are taken apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergeLine {
    pub ticket: String,
    pub into: String,
    pub merged_at: Timestamp,
    pub status: StatusCategory,
    pub own_status: Option<String>,
    pub solved_at: Option<Timestamp>,
    pub snooze: Option<Snooze>,
    /// What the other one had before it took this one's status over.
    pub into_status: Option<StatusCategory>,
    pub into_own_status: Option<String>,
}

/// The last line: how many there are of each kind before it. A file without it was cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndLine {
    pub counts: BTreeMap<String, u64>,
}

/// A line that is none of ours. Nothing of what stands in it is told: it may be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The field that is missing or of another type; `None` where the line is no object.
    pub field: Option<String>,
}

/// Fields and kinds that nobody here knows, with how often they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(BTreeMap<String, u64>);

impl Unknown {
    /// More names than these are told as one.
    const NAMES: usize = 200;
    const NAME_CHARS: usize = 80;

    /// Counts one. A name that is none is told as another one.
    pub fn count(&mut self, of: &str, name: &str) {
        let full = if name.is_empty() { of.to_owned() } else { format!("{of}.{name}") };
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        let is_name = full.len() <= Self::NAME_CHARS
            && full.chars().all(plain)
            && !holds_secret(&full)
            && (self.0.len() < Self::NAMES || self.0.contains_key(&full));
        let key = if is_name { full } else { "another name".to_owned() };
        *self.0.entry(key).or_insert(0) += 1;
    }

    /// Counts the fields of an object that are not among those known.
    pub fn count_fields(&mut self, of: &str, fields: &Map<String, Value>, known: &[&str]) {
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            self.count(of, name);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(name, n)| (name.as_str(), *n))
    }
}

impl Line {
    /// What its `kind` says.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Export(_) => "export",
            Self::Organisation(_) => "organisation",
            Self::Brand(_) => "brand",
            Self::Status(_) => "status",
            Self::Category(_) => "category",
            Self::Form(_) => "form",
            Self::Order(_) => "order",
            Self::Skill(_) => "skill",
            Self::Role(_) => "role",
            Self::Staff(_) => "staff",
            Self::Team(_) => "team",
            Self::Department(_) => "department",
            Self::Macro(_) => "macro",
            Self::View(_) => "view",
            Self::Customer(_) => "customer",
            Self::Constraint(_) => "constraint",
            Self::Tag(_) => "tag",
            Self::Ticket(_) => "ticket",
            Self::Message(_) => "message",
            Self::Link(_) => "link",
            Self::Split(_) => "split",
            Self::Merge(_) => "merge",
            Self::End(_) => "end",
        }
    }

    /// Reads a line; `None` for one of a kind that nobody here knows, which is counted.
    ///
    /// # Errors
    /// When it is no object of its kind.
    pub fn read(text: &[u8], unknown: &mut Unknown) -> Result<Option<Self>, Malformed> {
        let no_object = || Malformed { field: None };
        let value: Value = serde_json::from_slice(text).map_err(|_not_json| no_object())?;
        let Value::Object(mut fields) = value else { return Err(no_object()) };
        let kind = fields.remove("kind");
        let kind = kind.as_ref().and_then(Value::as_str);
        let Some(kind) = kind else { return Err(Malformed { field: Some("kind".to_owned()) }) };
        Ok(Some(match kind {
            "export" => Self::Export(fill(kind, fields, unknown)?),
            "organisation" => Self::Organisation(fill(kind, fields, unknown)?),
            "brand" => Self::Brand(fill(kind, fields, unknown)?),
            "status" => Self::Status(fill(kind, fields, unknown)?),
            "category" => Self::Category(fill(kind, fields, unknown)?),
            "form" => Self::Form(Box::new(fill(kind, fields, unknown)?)),
            "order" => Self::Order(fill(kind, fields, unknown)?),
            "skill" => Self::Skill(fill(kind, fields, unknown)?),
            "role" => Self::Role(fill(kind, fields, unknown)?),
            "staff" => Self::Staff(fill(kind, fields, unknown)?),
            "team" => Self::Team(fill(kind, fields, unknown)?),
            "department" => Self::Department(fill(kind, fields, unknown)?),
            "macro" => Self::Macro(Box::new(fill(kind, fields, unknown)?)),
            "view" => Self::View(Box::new(fill(kind, fields, unknown)?)),
            "customer" => Self::Customer(Box::new(fill(kind, fields, unknown)?)),
            "constraint" => Self::Constraint(Box::new(fill(kind, fields, unknown)?)),
            "tag" => Self::Tag(fill(kind, fields, unknown)?),
            "ticket" => Self::Ticket(Box::new(fill(kind, fields, unknown)?)),
            "message" => Self::Message(Box::new(fill(kind, fields, unknown)?)),
            "link" => Self::Link(fill(kind, fields, unknown)?),
            "split" => Self::Split(fill(kind, fields, unknown)?),
            "merge" => Self::Merge(Box::new(fill(kind, fields, unknown)?)),
            "end" => Self::End(fill(kind, fields, unknown)?),
            other => {
                unknown.count("kind", other);
                return Ok(None);
            }
        }))
    }
}

fn fill<T: DeserializeOwned + Serialize>(
    kind: &str,
    fields: Map<String, Value>,
    unknown: &mut Unknown,
) -> Result<T, Malformed> {
    let names: Vec<String> = fields.keys().cloned().collect();
    let read: T = serde_path_to_error::deserialize(Value::Object(fields))
        .map_err(|error| Malformed { field: Some(error.path().to_string()) })?;
    // What is written again is what is known: every field is, whether or not it holds anything.
    if let Ok(Value::Object(known)) = serde_json::to_value(&read) {
        for name in names.iter().filter(|name| !known.contains_key(*name)) {
            unknown.count(kind, name);
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn read(text: &str) -> (Result<Option<Line>, Malformed>, Unknown) {
        let mut unknown = Unknown::default();
        (Line::read(text.as_bytes(), &mut unknown), unknown)
    }

    #[test]
    fn what_is_written_is_read() {
        let line = Line::Message(Box::new(MessageLine {
            id: "m".to_owned(),
            ticket: "t".to_owned(),
            visibility: Visibility::Internal,
            author: Author::Staff,
            author_id: None,
            verification: None,
            channel: Some("email".to_owned()),
            lang: None,
            created_at: Timestamp::from_micros(1_700_490_703_564_123),
            body: Some("looks fine".to_owned()),
            attachments: Vec::new(),
            mentions: None,
        }));
        let text = serde_json::to_string(&line).unwrap();
        assert!(
            text.starts_with(r#"{"kind":"message","id":"m","ticket":"t","visibility":"internal""#)
        );
        assert_eq!(read(&text), (Ok(Some(line)), Unknown::default()));
    }

    /// What an export of an earlier build has not is not asked for.
    #[test]
    fn what_came_later_may_be_missing() {
        let (line, unknown) =
            read(r#"{"kind":"ticket","id":"t","customer":"c","subject":"Where is it?"}"#);
        let ticket = TicketLine {
            id: "t".to_owned(),
            customer: "c".to_owned(),
            subject: "Where is it?".to_owned(),
            ..TicketLine::default()
        };
        assert_eq!(line, Ok(Some(Line::Ticket(Box::new(ticket)))));
        assert_eq!(unknown, Unknown::default());
        let (line, _) = read(r#"{"kind":"team","id":"w","name":"Deposits","members":[]}"#);
        assert_eq!(line.unwrap().unwrap().kind(), "team");
        let (line, unknown) =
            read(r#"{"kind":"category","brand":"b","slug":"fees","offered":true}"#);
        let category = CategoryLine {
            brand: "b".to_owned(),
            slug: "fees".to_owned(),
            offered: true,
            names: BTreeMap::new(),
        };
        assert_eq!(line, Ok(Some(Line::Category(category))));
        assert_eq!(unknown, Unknown::default());
        let (line, _) = read(r#"{"kind":"end","counts":{"ticket":2}}"#);
        let counts = BTreeMap::from([("ticket".to_owned(), 2)]);
        assert_eq!(line, Ok(Some(Line::End(EndLine { counts }))));
    }

    #[test]
    fn what_nobody_knows_is_counted_and_passed_over() {
        let (line, unknown) = read(r#"{"kind":"tag","name":"vip","colour":"red"}"#);
        let tag = TagLine { name: "vip".to_owned(), former: Vec::new() };
        assert_eq!(line, Ok(Some(Line::Tag(tag))));
        assert_eq!(unknown.iter().collect::<Vec<_>>(), [("tag.colour", 1)]);
        let (line, unknown) = read(r#"{"kind":"forum","name":"vip"}"#);
        assert_eq!(line, Ok(None));
        assert_eq!(unknown.iter().collect::<Vec<_>>(), [("kind.forum", 1)]);
        // A name may be anything, and nothing of that kind is told.
        let (_, unknown) =
            read(r#"{"kind":"tag","name":"vip","legal winner thank":1,"\u001b[2J":2}"#);
        assert_eq!(unknown.iter().collect::<Vec<_>>(), [("another name", 2)]);
    }

    #[test]
    fn what_is_wrong_is_told_by_its_field_alone() {
        let field = |text: &str| read(text).0.unwrap_err().field;
        assert_eq!(field("no json"), None);
        assert_eq!(field("[]"), None);
        assert_eq!(field(r#"{"name":"vip"}"#).as_deref(), Some("kind"));
        assert_eq!(field(r#"{"kind":"tag","name":7}"#).as_deref(), Some("name"));
        let odd = r#"{"kind":"message","id":"m","ticket":"t","visibility":"legal winner","author":"staff"}"#;
        assert_eq!(field(odd).as_deref(), Some("visibility"));
    }
}
