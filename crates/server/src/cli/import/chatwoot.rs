//! Chatwoot's JSON, as its API gives it: a conversation a line with all of its messages under `messages`, and pages of contacts.
//! docs/import-export.md names the documentation that this follows.

use proofdesk_desk::ticket::{Author, Priority, StatusCategory, Visibility};
use proofdesk_desk::transfer::line::{
    AttachmentLine, Line, Malformed, MessageLine, StaffLine, TeamLine, TicketLine,
};
use serde_json::Value;

use super::foreign::{
    Fields, Notes, PersonNames, beginning, id, inner, list, moment, or_files, text, texts,
};

const CONVERSATION: &[&str] = &[
    "id",
    "uuid",
    "messages",
    "meta",
    "status",
    "priority",
    "labels",
    "created_at",
    "timestamp",
    "last_activity_at",
    "additional_attributes",
];
const MESSAGE: &[&str] = &[
    "id",
    "content",
    "conversation_id",
    "message_type",
    "created_at",
    "private",
    "sender",
    "sender_id",
    "sender_type",
    "attachments",
];
const CONTACT: &[&str] =
    &["id", "name", "email", "phone_number", "identifier", "created_at", "type"];
const NAMES: PersonNames = PersonNames { phone: "phone_number", external_id: "identifier" };

/// What a line says.
pub fn lines(fields: &Fields, notes: &mut Notes) -> Result<Vec<Line>, Malformed> {
    let mut lines = Vec::new();
    let page = inner(fields, "data").unwrap_or(fields);
    if page.get("payload").is_some_and(Value::is_array) {
        for one in list(page, "payload") {
            thing(one, notes, &mut lines)?;
        }
    } else {
        thing(fields, notes, &mut lines)?;
    }
    Ok(lines)
}

fn thing(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) -> Result<(), Malformed> {
    if fields.contains_key("messages") {
        conversation(fields, notes, lines);
    } else if ["phone_number", "identifier", "contact_inboxes"]
        .iter()
        .any(|name| fields.contains_key(*name))
    {
        contact(fields, notes, lines);
    } else {
        return Err(Malformed { field: Some("messages".to_owned()) });
    }
    Ok(())
}

fn contact(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) {
    notes.unknown.count_fields("contact", fields, CONTACT);
    match notes.customer("contact", fields, &NAMES) {
        Some(line) => lines.push(line),
        None => notes.pass_over("contact without an id"),
    }
}

fn agent(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) {
    let (Some(id), Some(email)) = (agent_id(fields), text(fields, "email")) else { return };
    if notes.meets(&id) {
        let name = text(fields, "name").or_else(|| text(fields, "available_name"));
        lines.push(Line::Staff(StaffLine { id, email, name, ..StaffLine::default() }));
    }
}

/// Colleagues and contacts are counted apart there: without the word a colleague who is not known would be the contact of the same number.
fn agent_id(fields: &Fields) -> Option<String> {
    id(fields, "id").map(|id| format!("user {id}"))
}

fn conversation(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) {
    let Some(own_id) = id(fields, "id") else {
        return notes.pass_over("conversation without an id");
    };
    notes.unknown.count_fields("conversation", fields, CONVERSATION);
    let none = Fields::new();
    let meta = inner(fields, "meta").unwrap_or(&none);
    let Some(sender) = inner(meta, "sender").filter(|sender| id(sender, "id").is_some()) else {
        return notes.pass_over("conversation of nobody");
    };
    contact(sender, notes, lines);
    let owner = id(sender, "id").unwrap_or_default();
    inner(meta, "assignee").into_iter().for_each(|one| agent(one, notes, lines));
    let team = inner(meta, "team").and_then(|team| Some((id(team, "id")?, text(team, "name")?)));
    if let Some((id, name)) = &team
        && notes.meets(&format!("team {id}"))
    {
        let (id, name) = (id.clone(), name.clone());
        lines.push(Line::Team(TeamLine { id, name, ..TeamLine::default() }));
    }
    let via = channel(meta);
    let mut messages = Vec::new();
    for one in list(fields, "messages") {
        if let Some(sender) = inner(one, "sender").filter(|sender| is_of_staff(one, sender)) {
            agent(sender, notes, lines);
        }
        messages.extend(message(one, (&own_id, &owner), via, notes));
    }
    let attributes = inner(fields, "additional_attributes");
    let subject = attributes.and_then(|one| text(one, "mail_subject"));
    let first = messages.iter().min_by_key(|one| one.created_at);
    let said = first.and_then(|one| one.body.as_deref());
    let status = status(text(fields, "status").as_deref());
    let solved_at = moment(fields, "last_activity_at").or_else(|| moment(fields, "timestamp"));
    lines.push(Line::Ticket(Box::new(TicketLine {
        id: own_id,
        customer: owner,
        subject: subject.unwrap_or_else(|| beginning(said)),
        status: Some(status),
        priority: text(fields, "priority").as_deref().and_then(priority),
        assignee: inner(meta, "assignee").and_then(agent_id),
        team: team.map(|(id, _)| id),
        channel: Some(via.to_owned()),
        created_at: moment(fields, "created_at"),
        solved_at: solved_at.filter(|_| !status.is_active()),
        tags: texts(fields, "labels"),
        ..TicketLine::default()
    })));
    lines.extend(messages.into_iter().map(|one| Line::Message(Box::new(one))));
}

/// `None` for what nobody said: that somebody was assigned, that a label was set.
fn message(
    fields: &Fields,
    (ticket, owner): (&str, &str),
    via: &str,
    notes: &mut Notes,
) -> Option<MessageLine> {
    notes.unknown.count_fields("message", fields, MESSAGE);
    let sender = inner(fields, "sender");
    let sent_by = sender.and_then(|sender| id(sender, "id")).or_else(|| id(fields, "sender_id"));
    let agent = || sent_by.as_ref().map(|id| format!("user {id}"));
    let (author, author_id) = match kind(fields) {
        Kind::Incoming => {
            (Author::Customer, Some(sent_by.clone().unwrap_or_else(|| owner.to_owned())))
        }
        Kind::Outgoing if sender.is_some_and(|sender| is_of_staff(fields, sender)) => {
            (Author::Staff, agent())
        }
        Kind::Outgoing if text(fields, "sender_type").as_deref() == Some("User") => {
            (Author::Staff, agent())
        }
        // A bot, a template, a campaign.
        Kind::Outgoing | Kind::Template => (Author::System, None),
        Kind::Activity => {
            notes.pass_over("activity");
            return None;
        }
    };
    let (Some(id), Some(created_at)) = (id(fields, "id"), moment(fields, "created_at")) else {
        notes.pass_over("message without an id or a moment");
        return None;
    };
    // What is not said plainly is no reason to show a note to a customer.
    let is_private = fields.get("private").is_some_and(|said| said.as_bool().unwrap_or(true));
    let attachments: Vec<AttachmentLine> =
        list(fields, "attachments").filter_map(attachment).collect();
    Some(MessageLine {
        id,
        ticket: ticket.to_owned(),
        visibility: if is_private { Visibility::Internal } else { Visibility::Public },
        author,
        author_id,
        verification: None,
        channel: Some(via.to_owned()),
        lang: None,
        created_at,
        body: or_files(text(fields, "content"), &attachments),
        attachments,
        mentions: None,
    })
}

enum Kind {
    Incoming,
    Outgoing,
    Activity,
    Template,
}

/// A number in the API, a word in webhooks and in some exports.
fn kind(fields: &Fields) -> Kind {
    match fields.get("message_type") {
        Some(Value::Number(number)) => match number.as_i64() {
            Some(0) => Kind::Incoming,
            Some(2) => Kind::Activity,
            Some(3) => Kind::Template,
            _ => Kind::Outgoing,
        },
        Some(Value::String(word)) => match word.as_str() {
            "incoming" => Kind::Incoming,
            "activity" => Kind::Activity,
            "template" => Kind::Template,
            _ => Kind::Outgoing,
        },
        _ => Kind::Outgoing,
    }
}

fn is_of_staff(message: &Fields, sender: &Fields) -> bool {
    let said = text(sender, "type").or_else(|| text(message, "sender_type"));
    said.is_some_and(|word| word.eq_ignore_ascii_case("user"))
}

fn attachment(fields: &Fields) -> Option<AttachmentLine> {
    let id = id(fields, "id")?;
    let url = text(fields, "data_url");
    let last = url.as_deref().and_then(|url| url.rsplit('/').next());
    let last = last.and_then(|last| last.split(['?', '#']).next()).filter(|last| !last.is_empty());
    Some(AttachmentLine {
        name: last.map_or_else(|| id.clone(), str::to_owned),
        content_type: None,
        size: fields.get("file_size").and_then(Value::as_i64),
        sha256: None,
        file: Some(id.clone()),
        id,
    })
}

fn status(word: Option<&str>) -> StatusCategory {
    match word {
        Some("resolved") => StatusCategory::Solved,
        Some("snoozed") => StatusCategory::WaitingOnInternal,
        // What a bot still has is to be looked at by somebody now.
        _ => StatusCategory::Open,
    }
}

fn priority(word: &str) -> Option<Priority> {
    match word {
        "medium" => Some(Priority::Normal),
        word => word.parse().ok(),
    }
}

fn channel(meta: &Fields) -> &'static str {
    match text(meta, "channel").as_deref() {
        Some("Channel::Email") => "email",
        Some("Channel::Api") => "api",
        _ => "chat",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::super::Format;
    use super::super::foreign::Foreign;
    use super::*;

    const EXPORT: &str = include_str!("../../../tests/fixtures/chatwoot.jsonl");

    fn read() -> (Vec<Line>, Foreign) {
        let mut foreign = Foreign::new(Format::Chatwoot, true);
        let lines = EXPORT.lines().flat_map(|line| foreign.lines(line.as_bytes()).unwrap());
        (lines.collect(), foreign)
    }

    #[test]
    fn conversations_become_tickets() {
        let (lines, foreign) = read();
        let tickets: Vec<&TicketLine> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Ticket(ticket) => Some(&**ticket),
                _ => None,
            })
            .collect();
        let [mail, chat] = tickets.as_slice() else { panic!("{tickets:?}") };
        assert_eq!((mail.id.as_str(), mail.subject.as_str()), ("501", "Withdrawal is stuck"));
        assert_eq!(
            (mail.status, mail.channel.as_deref()),
            (Some(StatusCategory::Solved), Some("email"))
        );
        assert_eq!(
            (mail.priority, mail.tags.as_slice()),
            (Some(Priority::Normal), &["vip".to_owned()][..])
        );
        assert_eq!(mail.solved_at.unwrap().to_string(), "2023-11-15T09:00:00Z");
        assert_eq!(
            (chat.subject.as_str(), chat.status),
            ("Hi, is anybody there?", Some(StatusCategory::WaitingOnInternal))
        );
        let messages: Vec<(&str, Author, Visibility, Option<&str>)> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Message(one) => {
                    Some((one.id.as_str(), one.author, one.visibility, one.author_id.as_deref()))
                }
                _ => None,
            })
            .collect();
        let expected = [
            ("9001", Author::Customer, Visibility::Public, Some("77")),
            ("9002", Author::Staff, Visibility::Internal, Some("user 4")),
            ("9003", Author::Staff, Visibility::Public, Some("user 4")),
            ("9101", Author::Customer, Visibility::Public, Some("78")),
            ("9102", Author::System, Visibility::Public, None),
        ];
        assert_eq!(messages, expected);
        assert_eq!(foreign.notes.passed_over.get("activity"), Some(&1));
        let staff = lines.iter().filter(|line| matches!(line, Line::Staff(_))).count();
        assert_eq!(staff, 1, "a colleague is told of once");
    }

    #[test]
    fn what_is_neither_is_told() {
        let mut foreign = Foreign::new(Format::Chatwoot, false);
        let odd = foreign.lines(br#"{"title":"Macros"}"#).unwrap_err();
        assert_eq!(odd.field.as_deref(), Some("messages"));
    }
}
