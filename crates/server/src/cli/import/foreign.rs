//! What the lines of a file are, whoever wrote it, as lines of ours; and what is read of other programs' JSON, which is never quite as their
//! documentation says.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_desk::email::EmailAddress;
use proofdesk_desk::transfer::line::{
    AttachmentLine, CustomerLine, IdentityLine, Line, Malformed, Unknown,
};
use proofdesk_desk::{Timestamp, identity, limits};
use serde_json::{Map, Value};

use super::{Format, chatwoot, zendesk};

/// An object of another program.
pub type Fields = Map<String, Value>;

/// Reads lines of one format.
#[derive(Debug)]
pub struct Foreign {
    format: Format,
    pub notes: Notes,
}

/// What came that nothing was made of, and what a reader has to remember.
#[derive(Debug, Default)]
pub struct Notes {
    pub unknown: Unknown,
    /// Whole things that are of no use here, by what they are.
    pub passed_over: BTreeMap<String, u64>,
    /// Colleagues that were told of already.
    met: BTreeSet<String>,
    portal_ids: bool,
}

impl Foreign {
    pub fn new(format: Format, portal_ids: bool) -> Self {
        Self { format, notes: Notes { portal_ids, ..Notes::default() } }
    }

    /// What a line says.
    ///
    /// # Errors
    /// When it is no object of the format.
    pub fn lines(&mut self, text: &[u8]) -> Result<Vec<Line>, Malformed> {
        if self.format == Format::Proofdesk {
            return Ok(Line::read(text, &mut self.notes.unknown)?.into_iter().collect());
        }
        let no_object = || Malformed { field: None };
        let value: Value = serde_json::from_slice(text).map_err(|_not_json| no_object())?;
        let Value::Object(fields) = value else { return Err(no_object()) };
        match self.format {
            Format::Chatwoot => chatwoot::lines(&fields, &mut self.notes),
            Format::Zendesk | Format::Proofdesk => zendesk::lines(&fields, &mut self.notes),
        }
    }
}

impl Notes {
    pub fn pass_over(&mut self, what: &str) {
        *self.passed_over.entry(what.to_owned()).or_insert(0) += 1;
    }

    /// Whether this is the first time that a colleague is told of.
    pub fn meets(&mut self, id: &str) -> bool {
        self.met.insert(id.to_owned())
    }

    /// A customer of whom only that is kept which may be: an odd number or address is no reason to lose somebody.
    pub fn customer(&mut self, of: &str, fields: &Fields, names: &PersonNames) -> Option<Line> {
        let id = id(fields, "id")?;
        let mut kept = |name: &str, fits: &dyn Fn(&str) -> bool| {
            let value = text(fields, name)?;
            if fits(&value) {
                return Some(value);
            }
            self.unknown.count(of, name);
            None
        };
        let within = |most: usize| move |value: &str| value.chars().count() <= most;
        let name = kept("name", &within(limits::NAME_CHARS));
        let email = kept("email", &|value: &str| EmailAddress::parse("email", value).is_ok());
        let phone = kept(names.phone, &is_phone);
        let uid = kept(names.external_id, &within(limits::UID_CHARS));
        let identities = uid.iter().filter(|_| self.portal_ids).map(|subject| IdentityLine {
            kind: identity::PORTAL.to_owned(),
            subject: subject.clone(),
        });
        Some(Line::Customer(Box::new(CustomerLine {
            id,
            name,
            email,
            phone,
            identities: identities.collect(),
            uid,
            locale: text(fields, "locale"),
            created_at: moment(fields, "created_at"),
            ..CustomerLine::default()
        })))
    }
}

/// What a program calls fields of people.
pub struct PersonNames {
    pub phone: &'static str,
    pub external_id: &'static str,
}

fn is_phone(value: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || "+-()/. ".contains(c);
    value.chars().all(allowed) && value.len() <= limits::PHONE_CHARS
}

/// A text that is not empty.
pub fn text(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// An id, which is a number or a text.
pub fn id(fields: &Fields, name: &str) -> Option<String> {
    match fields.get(name)? {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// An object inside of another one.
pub fn inner<'a>(fields: &'a Fields, name: &str) -> Option<&'a Fields> {
    fields.get(name)?.as_object()
}

/// The objects of a list.
pub fn list<'a>(fields: &'a Fields, name: &str) -> impl Iterator<Item = &'a Fields> {
    let items = fields.get(name).and_then(Value::as_array);
    items.into_iter().flatten().filter_map(Value::as_object)
}

/// The texts of a list.
pub fn texts(fields: &Fields, name: &str) -> Vec<String> {
    let items = fields.get(name).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A moment, as RFC 3339 or in seconds since 1970.
pub fn moment(fields: &Fields, name: &str) -> Option<Timestamp> {
    match fields.get(name)? {
        Value::String(text) => match text.parse::<i64>() {
            Ok(seconds) => of_seconds(seconds),
            Err(_no_number) => text.parse().ok(),
        },
        Value::Number(number) => of_seconds(number.as_i64()?),
        _ => None,
    }
}

fn of_seconds(seconds: i64) -> Option<Timestamp> {
    let micros = seconds.checked_mul(1_000_000).filter(|micros| *micros > 0);
    micros.map(Timestamp::from_micros)
}

/// The text of a message; of one that is nothing but files, their names.
pub fn or_files(text: Option<String>, files: &[AttachmentLine]) -> Option<String> {
    let named = || {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    text.or_else(named)
}

/// The first line of a text, of bearable length, for what has no subject.
pub fn beginning(text: Option<&str>) -> String {
    const CHARS: usize = 80;
    let line = text.and_then(|text| text.lines().map(str::trim).find(|line| !line.is_empty()));
    match line {
        // A line that is cut could hide from the guard what it would find in the whole of it.
        Some(line) if line.chars().count() <= CHARS => line.to_owned(),
        _ => "(no subject)".to_owned(),
    }
}
