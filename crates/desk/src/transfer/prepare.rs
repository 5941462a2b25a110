//! From lines to what can be written: texts pass the guard and become what people read, before any transaction. Whom a line names is
//! looked up in the transaction alone.

use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;

use super::line::{
    AnswerLine, BrandLine, CategoryLine, ConstraintLine, CustomerLine, DepartmentLine, FormLine,
    Line, LinkLine, MacroLine, MentionsLine, MergeLine, MessageLine, OrderLine, RoleLine,
    SkillLine, SplitLine, StaffLine, StatusLine, TagLine, TeamLine, TicketLine, ViewLine,
};
use crate::attachment::actions::BroughtFile;
use crate::code::Code;
use crate::error::{Error, Result};
use crate::form::actions::OldAnswer;
use crate::id::PublicId;
use crate::identity::{self, Level};
use crate::limits;
use crate::render::Body;
use crate::text::{Clean, name};
use crate::ticket::{Author, Priority, Risk, Snooze, StatusCategory, Visibility};
use crate::time::Timestamp;

/// Something to bring, and the line that it stood on.
#[derive(Debug)]
pub struct Unit {
    pub line: u64,
    pub what: What,
}

/// What is brought.
#[derive(Debug)]
pub enum What {
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
    Customer(Box<Person>),
    Constraint(Box<ConstraintLine>),
    Tag(Label),
    Ticket(Box<Case>),
    Link(LinkLine),
    Split(SplitLine),
    Merge(Box<MergeLine>),
}

impl What {
    /// What a line brings by itself; `None` for one that brings nothing, and for tickets and messages, which are read together.
    ///
    /// # Errors
    /// Those of [`Person::read`] and [`tag_name`].
    pub fn of(line: Line) -> Result<Option<Self>> {
        Ok(Some(match line {
            Line::Brand(line) => Self::Brand(line),
            Line::Status(line) => Self::Status(line),
            Line::Category(line) => Self::Category(line),
            Line::Form(line) => Self::Form(line),
            Line::Order(line) => Self::Order(line),
            Line::Skill(line) => Self::Skill(line),
            Line::Role(line) => Self::Role(line),
            Line::Staff(line) => Self::Staff(line),
            Line::Team(line) => Self::Team(line),
            Line::Department(line) => Self::Department(line),
            Line::Macro(line) => Self::Macro(line),
            Line::View(line) => Self::View(line),
            Line::Customer(line) => Self::Customer(Box::new(Person::read(*line)?)),
            Line::Constraint(line) => Self::Constraint(line),
            Line::Tag(line) => Self::Tag(Label::read(&line)?),
            Line::Link(line) => Self::Link(line),
            Line::Split(line) => Self::Split(line),
            Line::Merge(line) => Self::Merge(line),
            Line::Export(_)
            | Line::Organisation(_)
            | Line::Ticket(_)
            | Line::Message(_)
            | Line::End(_) => return Ok(None),
        }))
    }

    /// The kind of its line.
    pub const fn kind(&self) -> &'static str {
        match self {
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
            Self::Link(_) => "link",
            Self::Split(_) => "split",
            Self::Merge(_) => "merge",
        }
    }

    /// What it is called where it comes from.
    pub fn id(&self) -> &str {
        match self {
            Self::Brand(line) => &line.id,
            Self::Status(line) => &line.id,
            Self::Category(line) => &line.slug,
            Self::Form(line) => &line.category,
            Self::Order(line) => line.of.as_str(),
            Self::Skill(line) => &line.id,
            Self::Role(line) => &line.id,
            Self::Staff(line) => &line.id,
            Self::Team(line) => &line.id,
            Self::Department(line) => &line.id,
            Self::Macro(line) => &line.id,
            Self::View(line) => &line.id,
            Self::Customer(person) => &person.line.id,
            Self::Constraint(line) => &line.id,
            Self::Tag(label) => label.name.as_str(),
            Self::Ticket(case) => &case.id,
            Self::Link(line) => &line.ticket,
            Self::Split(line) => &line.ticket,
            Self::Merge(line) => &line.ticket,
        }
    }

    /// Messages in it.
    pub fn messages(&self) -> usize {
        match self {
            Self::Ticket(case) => case.letters.len(),
            _ => 0,
        }
    }
}

/// A tag with what it was called before.
#[derive(Debug)]
pub struct Label {
    pub(super) name: Clean,
    pub(super) former: Vec<Clean>,
}

impl Label {
    fn read(line: &TagLine) -> Result<Self> {
        let former = line.former.iter().map(|name| tag_name(name)).collect::<Result<Vec<_>>>()?;
        Ok(Self { name: tag_name(&line.name)?, former })
    }
}

/// A customer whose identities may be kept.
#[derive(Debug)]
pub struct Person {
    pub(super) line: CustomerLine,
    /// Kind and subject.
    pub(super) identities: Vec<(&'static str, Clean)>,
}

/// A ticket with its messages, in the order in which they were written.
#[derive(Debug)]
pub struct Case {
    pub(super) id: String,
    pub(super) number: Option<PublicId>,
    pub(super) customer: String,
    pub(super) category: Option<String>,
    pub(super) subject: Clean,
    /// A key stood in the subject, also where it was shortened.
    pub(super) leaks_key: bool,
    pub(super) status: StatusCategory,
    pub(super) own_status: Option<String>,
    pub(super) priority: Priority,
    pub(super) risk: Risk,
    pub(super) assignee: Option<String>,
    pub(super) team: Option<String>,
    pub(super) channel: &'static str,
    pub(super) lang: Option<Locale>,
    pub(super) solved_at: Option<Timestamp>,
    pub(super) tags: Vec<Clean>,
    pub(super) snooze: Option<Snooze>,
    pub(super) followers: Vec<String>,
    pub(super) form_version: i64,
    pub(super) answers: Vec<OldAnswer>,
    pub(super) letters: Vec<Letter>,
}

/// A message.
#[derive(Debug)]
pub struct Letter {
    pub(super) id: String,
    pub(super) visibility: Visibility,
    pub(super) author: Author,
    pub(super) author_id: Option<String>,
    pub(super) channel: &'static str,
    pub(super) lang: Option<Locale>,
    pub(super) written_at: Timestamp,
    pub(super) verification: Option<Level>,
    pub(super) body: Body,
    pub(super) files: Vec<BroughtFile>,
    pub(super) mentions: Option<MentionsLine>,
}

/// A message as it was read, with those of its files that were found and rest already.
#[derive(Debug)]
pub struct Read {
    pub line: u64,
    pub message: MessageLine,
    pub files: Vec<BroughtFile>,
}

/// A part of a ticket that is left out, and why.
#[derive(Debug)]
pub struct LeftOut {
    /// `None` for what stands on the ticket's own line.
    pub line: Option<u64>,
    /// `message`, or `answer`.
    pub kind: &'static str,
    pub id: String,
    pub error: Error,
}

/// What a thing is called elsewhere, as the log may say it.
///
/// # Errors
/// `field-required`, `field-too-long`; `holds-secret` for what is a key or a phrase.
pub fn external_id(field: &str, typed: &str) -> Result<()> {
    if typed.trim().is_empty() {
        return Err(Error::field(field, Code::FieldRequired));
    }
    if typed.chars().count() > limits::IMPORT_ID_CHARS {
        let limit = limits::IMPORT_ID_CHARS.to_string();
        return Err(Error::field_with(field, Code::FieldTooLong, vec![("limit", limit)]));
    }
    name::refuse_key(field, typed)
}

impl Person {
    /// # Errors
    /// Those of the id; `holds-secret` for a subject that the guard would change.
    pub fn read(line: CustomerLine) -> Result<Self> {
        external_id("id", &line.id)?;
        let mut identities = Vec::new();
        for identity in &line.identities {
            let known = [identity::PORTAL, identity::EMAIL];
            // Whoever wrote without a session gets one of the kind again, by the new id.
            let Some(kind) = known.into_iter().find(|kind| *kind == identity.kind) else {
                continue;
            };
            let subject =
                Clean::line("identities", &identity.subject, limits::EXCHANGE_NAME_CHARS)?;
            if !subject.findings().is_empty() {
                return Err(Error::field("identities", Code::HoldsSecret));
            }
            identities.push((kind, subject));
        }
        Ok(Self { line, identities })
    }
}

impl Case {
    /// Reads a ticket with its messages. Messages and answers of which nothing can be made are left out; tags too.
    ///
    /// # Errors
    /// Those of the id; `field-required` for a ticket of which no message is left, and for the subject; `limit-reached` for too many
    /// messages.
    pub fn read(
        line: TicketLine,
        messages: Vec<Read>,
        keyring: &Keyring,
    ) -> Result<(Self, Vec<LeftOut>)> {
        external_id("id", &line.id)?;
        if messages.len() > limits::IMPORT_MESSAGES {
            return Err(Error::limit_reached_at("messages", limits::IMPORT_MESSAGES));
        }
        let (subject, mut leaks_key) = shortened(&line.subject)?;
        let (mut letters, mut left_out) = (Vec::with_capacity(messages.len()), Vec::new());
        for read in messages {
            let (number, id) = (read.line, read.message.id.clone());
            match Letter::read(read, keyring) {
                Ok(letter) => letters.push(letter),
                Err(error) => {
                    left_out.push(LeftOut { line: Some(number), kind: "message", id, error });
                }
            }
        }
        if letters.is_empty() {
            return Err(Error::field("messages", Code::FieldRequired));
        }
        // Those of one moment stay as they came.
        letters.sort_by_key(|letter| letter.written_at);
        let mut answers = Vec::with_capacity(line.answers.len());
        for given in line.answers.into_iter().take(limits::QUESTIONS_PER_FORM) {
            let id = given.question.clone();
            match answer(given) {
                Ok(answer) => answers.push(answer),
                Err(error) => left_out.push(LeftOut { line: None, kind: "answer", id, error }),
            }
        }
        leaks_key |= answers.iter().filter_map(|one| one.value.as_ref()).any(Clean::leaks_key);
        let tags = line.tags.iter().filter_map(|tag| tag_name(tag).ok());
        let case = Self {
            number: line.number.as_deref().and_then(|number| number.parse().ok()),
            customer: line.customer,
            category: line.category,
            subject,
            leaks_key,
            status: line.status.unwrap_or(StatusCategory::Open),
            own_status: line.own_status,
            priority: line.priority.unwrap_or(Priority::Normal),
            risk: line.risk.unwrap_or(Risk::None),
            assignee: line.assignee,
            team: line.team,
            channel: channel(line.channel.as_deref()),
            lang: line.lang.as_deref().and_then(Locale::parse),
            solved_at: line.solved_at,
            tags: tags.take(limits::TAGS_PER_TICKET).collect(),
            snooze: line.snooze,
            followers: line.followers,
            form_version: line.form_version.unwrap_or(0),
            answers,
            letters,
            id: line.id,
        };
        Ok((case, left_out))
    }
}

impl Letter {
    fn read(read: Read, keyring: &Keyring) -> Result<Self> {
        let Read { message, files, .. } = read;
        external_id("id", &message.id)?;
        let typed = message.body.as_deref().unwrap_or_default();
        let text = Clean::field("body", typed, limits::BODY_CHARS)?;
        Ok(Self {
            visibility: message.visibility,
            author: message.author,
            author_id: message.author_id,
            channel: channel(message.channel.as_deref()),
            lang: message.lang.as_deref().and_then(Locale::parse),
            written_at: message.created_at,
            verification: message.verification,
            body: Body::brought(message.author, keyring, text),
            files,
            mentions: message.mentions,
            id: message.id,
        })
    }
}

/// An answer that may be kept. What it is an answer to was asked elsewhere, and may be asked here no more.
fn answer(line: AnswerLine) -> Result<OldAnswer> {
    let question = name::slug("question", &line.question, limits::QUESTION_KEY_CHARS)?;
    let read = |typed: &str| match line.about.is_long() {
        true => Clean::field("value", typed, limits::ANSWER_API_CHARS),
        false => Clean::line("value", typed, limits::ANSWER_CHARS),
    };
    let value = line.value.as_deref().map(read).transpose()?;
    Ok(OldAnswer { question, kind: line.about, value })
}

/// A tag's name.
///
/// # Errors
/// As [`Clean::line`].
pub fn tag_name(typed: &str) -> Result<Clean> {
    Clean::line("tag", typed, limits::TAG_CHARS)
}

/// A subject of bearable length, which the guard saw whole, and whether a key stood in it.
fn shortened(typed: &str) -> Result<(Clean, bool)> {
    let whole = Clean::line("subject", typed, usize::MAX)?;
    let leaks_key = whole.leaks_key();
    if whole.as_str().chars().count() <= limits::SUBJECT_CHARS {
        return Ok((whole, leaks_key));
    }
    let kept: String = whole.as_str().chars().take(limits::SUBJECT_CHARS - 1).collect();
    Ok((Clean::new(&format!("{kept}…"))?, leaks_key))
}

/// By which of our ways it came; the portal for what came by another one.
fn channel(word: Option<&str>) -> &'static str {
    let known = ["portal", "console", "api", "email", "chat"];
    word.and_then(|word| known.into_iter().find(|one| *one == word)).unwrap_or("portal")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const PHRASE: &str =
        "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[test]
    fn a_long_subject_is_shortened_behind_the_guard() {
        let (short, leaks) = shortened("Where is it?").unwrap();
        assert_eq!((short.as_str(), leaks), ("Where is it?", false));
        // The phrase is cut in two by the limit: it is masked all the same.
        let long = format!("{} {PHRASE} and so on", "x".repeat(150));
        let (short, leaks) = shortened(&long).unwrap();
        assert!(leaks && short.as_str().contains("⟦seed-phrase⟧"), "{}", short.as_str());
        let longer = format!("{} {PHRASE}", "y ".repeat(200));
        let (short, leaks) = shortened(&longer).unwrap();
        assert!(leaks && short.as_str().ends_with('…'));
        assert_eq!(short.as_str().chars().count(), limits::SUBJECT_CHARS);
    }

    #[test]
    fn an_id_is_no_key() {
        assert!(external_id("id", "35436").is_ok());
        let code = |typed: &str| external_id("id", typed).unwrap_err().code();
        assert_eq!(code(" "), Code::FieldRequired);
        assert_eq!(code(&"7".repeat(201)), Code::FieldTooLong);
        assert_eq!(code(&PHRASE.replace(' ', "-")), Code::HoldsSecret);
    }
}
