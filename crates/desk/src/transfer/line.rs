//! The lines of an export, each an object with its `kind`, and how one is read.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text::name::holds_secret;
use crate::ticket::{Author, Priority, Risk, StatusCategory, Visibility};
use crate::time::Timestamp;

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Line {
    Export(ExportLine),
    Organisation(OrganisationLine),
    Brand(BrandLine),
    Staff(StaffLine),
    Team(TeamLine),
    Customer(Box<CustomerLine>),
    Tag(TagLine),
    Ticket(Box<TicketLine>),
    Message(Box<MessageLine>),
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
}

/// A member, without anything by which they come in or may do something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffLine {
    pub id: String,
    pub email: String,
    pub name: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub state: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamLine {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub members: Vec<String>,
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagLine {
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketLine {
    pub id: String,
    pub number: Option<String>,
    pub customer: String,
    pub category: Option<String>,
    pub subject: String,
    pub status: Option<StatusCategory>,
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
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageLine {
    pub id: String,
    pub ticket: String,
    pub visibility: Visibility,
    pub author: Author,
    pub author_id: Option<String>,
    pub channel: Option<String>,
    pub lang: Option<String>,
    pub created_at: Timestamp,
    /// `None` once erased.
    pub body: Option<String>,
    #[serde(default)]
    pub attachments: Vec<AttachmentLine>,
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
            "staff" => Self::Staff(fill(kind, fields, unknown)?),
            "team" => Self::Team(fill(kind, fields, unknown)?),
            "customer" => Self::Customer(Box::new(fill(kind, fields, unknown)?)),
            "tag" => Self::Tag(fill(kind, fields, unknown)?),
            "ticket" => Self::Ticket(Box::new(fill(kind, fields, unknown)?)),
            "message" => Self::Message(Box::new(fill(kind, fields, unknown)?)),
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
            channel: Some("email".to_owned()),
            lang: None,
            created_at: Timestamp::from_micros(1_700_490_703_564_123),
            body: Some("looks fine".to_owned()),
            attachments: Vec::new(),
        }));
        let text = serde_json::to_string(&line).unwrap();
        assert!(
            text.starts_with(r#"{"kind":"message","id":"m","ticket":"t","visibility":"internal""#)
        );
        assert_eq!(read(&text), (Ok(Some(line)), Unknown::default()));
    }

    #[test]
    fn what_nobody_knows_is_counted_and_passed_over() {
        let (line, unknown) = read(r#"{"kind":"tag","name":"vip","colour":"red"}"#);
        assert_eq!(line, Ok(Some(Line::Tag(TagLine { name: "vip".to_owned() }))));
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
