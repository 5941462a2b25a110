//! Zendesk's JSON: tickets with their comments, users, groups. A line is one of them, as in its full export, or a page of its API, in which
//! they stand in lists. docs/import-export.md names the documentation that this follows.

use proofdesk_desk::ticket::{Author, Priority, StatusCategory, Visibility};
use proofdesk_desk::transfer::line::{
    AttachmentLine, Line, Malformed, MessageLine, StaffLine, TeamLine, TicketLine,
};

use super::foreign::{
    Fields, Notes, PersonNames, beginning, id, inner, list, moment, or_files, text, texts,
};

const TICKET: &[&str] = &[
    "id",
    "subject",
    "raw_subject",
    "description",
    "status",
    "priority",
    "requester_id",
    "requester",
    "assignee_id",
    "assignee",
    "submitter_id",
    "submitter",
    "group_id",
    "group",
    "via",
    "tags",
    "created_at",
    "updated_at",
    "metric_set",
    "comments",
];
const COMMENT: &[&str] = &[
    "id",
    "type",
    "author_id",
    "body",
    "plain_body",
    "html_body",
    "public",
    "attachments",
    "via",
    "created_at",
];
const USER: &[&str] =
    &["id", "name", "email", "phone", "external_id", "locale", "role", "created_at"];
/// Around the lists of a page.
const PAGE: &[&str] = &[
    "users",
    "groups",
    "tickets",
    "organizations",
    "count",
    "next_page",
    "previous_page",
    "end_time",
    "end_of_stream",
    "after_url",
    "after_cursor",
    "before_url",
    "before_cursor",
    "meta",
    "links",
];
const NAMES: PersonNames = PersonNames { phone: "phone", external_id: "external_id" };

/// What a line says.
pub fn lines(fields: &Fields, notes: &mut Notes) -> Result<Vec<Line>, Malformed> {
    let mut lines = Vec::new();
    let lists = ["users", "groups", "tickets", "organizations"];
    if lists.iter().any(|name| fields.get(*name).is_some_and(serde_json::Value::is_array))
        && !fields.contains_key("id")
    {
        notes.unknown.count_fields("page", fields, PAGE);
        list(fields, "users").for_each(|one| user(one, notes, &mut lines));
        list(fields, "groups").for_each(|one| group(one, &mut lines));
        list(fields, "tickets").for_each(|one| ticket(one, notes, &mut lines));
        list(fields, "organizations").for_each(|_| notes.pass_over("organization"));
    } else if fields.contains_key("requester_id") || fields.contains_key("requester") {
        ticket(fields, notes, &mut lines);
    } else if fields.contains_key("role") {
        user(fields, notes, &mut lines);
    } else if fields.contains_key("domain_names") {
        notes.pass_over("organization");
    } else {
        return Err(Malformed { field: Some("requester_id".to_owned()) });
    }
    Ok(lines)
}

fn user(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) {
    let role = text(fields, "role");
    let Some(id) = id(fields, "id") else { return notes.pass_over("user without an id") };
    if role.as_deref().is_none_or(|role| role == "end-user") {
        notes.unknown.count_fields("user", fields, USER);
        lines.extend(notes.customer("user", fields, &NAMES));
        return;
    }
    if !notes.meets(&id) {
        return;
    }
    notes.unknown.count_fields("user", fields, USER);
    let Some(email) = text(fields, "email") else {
        return notes.pass_over("agent without an address");
    };
    lines.push(Line::Staff(StaffLine {
        id,
        email,
        name: text(fields, "name"),
        locale: text(fields, "locale"),
        ..StaffLine::default()
    }));
}

fn group(fields: &Fields, lines: &mut Vec<Line>) {
    if let (Some(id), Some(name)) = (id(fields, "id"), text(fields, "name")) {
        lines.push(Line::Team(TeamLine { id, name, ..TeamLine::default() }));
    }
}

fn ticket(fields: &Fields, notes: &mut Notes, lines: &mut Vec<Line>) {
    let Some(own_id) = id(fields, "id") else { return notes.pass_over("ticket without an id") };
    let Some(status) = status(text(fields, "status").as_deref()) else {
        return notes.pass_over("deleted ticket");
    };
    notes.unknown.count_fields("ticket", fields, TICKET);
    for name in ["requester", "submitter", "assignee"] {
        inner(fields, name).into_iter().for_each(|one| user(one, notes, lines));
    }
    if let Some(one) = inner(fields, "group").filter(|one| met_group(one, notes)) {
        group(one, lines);
    }
    let of = |name: &str| {
        let by_id = id(fields, &format!("{name}_id"));
        by_id.or_else(|| inner(fields, name).and_then(|one| id(one, "id")))
    };
    let Some(requester) = of("requester") else {
        return notes.pass_over("ticket of nobody");
    };
    let description = text(fields, "description");
    let subject = text(fields, "subject").or_else(|| text(fields, "raw_subject"));
    let metrics = inner(fields, "metric_set");
    let solved_at = metrics.and_then(|one| moment(one, "solved_at"));
    lines.push(Line::Ticket(Box::new(TicketLine {
        id: own_id.clone(),
        customer: requester.clone(),
        subject: subject.unwrap_or_else(|| beginning(description.as_deref())),
        status: Some(status),
        priority: text(fields, "priority").as_deref().and_then(priority),
        assignee: of("assignee"),
        team: of("group"),
        channel: channel(fields),
        created_at: moment(fields, "created_at"),
        // What is solved was changed last when it was, or later.
        solved_at: solved_at
            .or_else(|| moment(fields, "updated_at").filter(|_| !status.is_active())),
        tags: texts(fields, "tags"),
        ..TicketLine::default()
    })));
    let before = lines.len();
    for one in list(fields, "comments") {
        comment(one, (&own_id, &requester), notes, lines);
    }
    // An export without comments has the first one all the same.
    if let Some(created_at) = moment(fields, "created_at").filter(|_| lines.len() == before) {
        lines.push(Line::Message(Box::new(MessageLine {
            id: format!("{own_id}-description"),
            ticket: own_id,
            visibility: Visibility::Public,
            author: Author::Customer,
            author_id: Some(requester),
            verification: None,
            channel: channel(fields),
            lang: None,
            created_at,
            body: description,
            attachments: Vec::new(),
            mentions: None,
        })));
    }
}

fn met_group(fields: &Fields, notes: &mut Notes) -> bool {
    id(fields, "id").is_some_and(|id| notes.meets(&format!("group {id}")))
}

fn comment(
    fields: &Fields,
    (ticket, requester): (&str, &str),
    notes: &mut Notes,
    lines: &mut Vec<Line>,
) {
    notes.unknown.count_fields("comment", fields, COMMENT);
    let (Some(own_id), Some(created_at)) = (id(fields, "id"), moment(fields, "created_at")) else {
        return notes.pass_over("comment without an id or a moment");
    };
    let author_id = id(fields, "author_id");
    let author = match author_id.as_deref() {
        Some(id) if id == requester => Author::Customer,
        // Whether they worked there is known by their line.
        Some(id) if id != "-1" => Author::Staff,
        _ => Author::System,
    };
    let attachments: Vec<AttachmentLine> =
        list(fields, "attachments").filter_map(attachment).collect();
    let body = text(fields, "plain_body").or_else(|| text(fields, "body"));
    // What is not said plainly is no reason to show a note to a customer.
    let is_public = fields.get("public").is_none_or(|said| said.as_bool().unwrap_or(false));
    lines.push(Line::Message(Box::new(MessageLine {
        id: own_id,
        ticket: ticket.to_owned(),
        visibility: if is_public { Visibility::Public } else { Visibility::Internal },
        author,
        author_id,
        verification: None,
        channel: channel(fields),
        lang: None,
        created_at,
        body: or_files(body.or_else(|| text(fields, "html_body")), &attachments),
        attachments,
        mentions: None,
    })));
}

fn attachment(fields: &Fields) -> Option<AttachmentLine> {
    let id = id(fields, "id")?;
    Some(AttachmentLine {
        name: text(fields, "file_name").unwrap_or_else(|| id.clone()),
        content_type: text(fields, "content_type"),
        size: fields.get("size").and_then(serde_json::Value::as_i64),
        sha256: None,
        file: Some(id.clone()),
        id,
    })
}

/// `None` for one that was deleted there.
fn status(word: Option<&str>) -> Option<StatusCategory> {
    Some(match word {
        Some("pending") => StatusCategory::WaitingOnCustomer,
        Some("hold") => StatusCategory::WaitingOnInternal,
        Some("solved") => StatusCategory::Solved,
        Some("closed") => StatusCategory::Closed,
        Some("deleted") => return None,
        _ => StatusCategory::Open,
    })
}

fn priority(word: &str) -> Option<Priority> {
    word.parse().ok()
}

fn channel(fields: &Fields) -> Option<String> {
    let via = inner(fields, "via").and_then(|via| text(via, "channel"))?;
    let ours = match via.as_str() {
        "email" => "email",
        "api" => "api",
        "chat" | "chat_transcript" | "native_messaging" | "messaging" => "chat",
        _ => "portal",
    };
    Some(ours.to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::super::Format;
    use super::super::foreign::Foreign;
    use super::*;

    const EXPORT: &str = include_str!("../../../tests/fixtures/zendesk.jsonl");

    fn read(portal_ids: bool) -> (Vec<Line>, Foreign) {
        let mut foreign = Foreign::new(Format::Zendesk, portal_ids);
        let lines = EXPORT.lines().flat_map(|line| foreign.lines(line.as_bytes()).unwrap());
        (lines.collect(), foreign)
    }

    #[test]
    fn an_export_becomes_our_lines() {
        let (lines, foreign) = read(false);
        let kinds: Vec<&str> = lines
            .iter()
            .map(|line| match line {
                Line::Customer(_) => "customer",
                Line::Staff(_) => "staff",
                Line::Team(_) => "team",
                Line::Ticket(_) => "ticket",
                Line::Message(_) => "message",
                _ => "other",
            })
            .collect();
        let expected = [
            "customer", "customer", "staff", "staff", "team", "ticket", "message", "message",
            "message", "message", "ticket", "message", "ticket", "message",
        ];
        assert_eq!(kinds, expected);
        let passed: Vec<_> =
            foreign.notes.passed_over.iter().map(|(k, n)| (k.as_str(), *n)).collect();
        assert_eq!(passed, [("deleted ticket", 1), ("organization", 1)]);
        let unknown: Vec<&str> = foreign.notes.unknown.iter().map(|(name, _)| name).collect();
        for counted in
            ["ticket.satisfaction_rating", "ticket.custom_fields", "user.notes", "user.phone"]
        {
            assert!(unknown.contains(&counted), "{counted} in {unknown:?}");
        }
    }

    #[test]
    fn statuses_people_and_moments_are_mapped() {
        let (lines, _) = read(true);
        let tickets: Vec<&TicketLine> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Ticket(ticket) => Some(&**ticket),
                _ => None,
            })
            .collect();
        let [solved, held, without_comments] = tickets.as_slice() else { panic!("{tickets:?}") };
        assert_eq!((solved.id.as_str(), solved.customer.as_str()), ("35436", "20978392"));
        assert_eq!(solved.status, Some(StatusCategory::Solved));
        assert_eq!(
            (solved.priority, solved.channel.as_deref()),
            (Some(Priority::High), Some("email"))
        );
        assert_eq!(solved.solved_at.unwrap().to_string(), "2021-03-02T09:30:00Z");
        assert_eq!(
            (solved.assignee.as_deref(), solved.team.as_deref()),
            (Some("235323"), Some("98738"))
        );
        assert_eq!(held.status, Some(StatusCategory::WaitingOnInternal));
        assert_eq!(without_comments.subject, "Is there an app?");
        let messages: Vec<(&str, Author, Visibility)> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Message(one) => Some((one.id.as_str(), one.author, one.visibility)),
                _ => None,
            })
            .collect();
        let expected = [
            ("1274", Author::Customer, Visibility::Public),
            ("1275", Author::Staff, Visibility::Internal),
            ("1276", Author::Staff, Visibility::Public),
            // Somebody in copy: their line says that they never worked there.
            ("1277", Author::Staff, Visibility::Public),
            ("1290", Author::Customer, Visibility::Public),
            ("35440-description", Author::Customer, Visibility::Public),
        ];
        assert_eq!(messages, expected);
        let subjects: Vec<_> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Customer(one) => one.identities.first().map(|one| one.subject.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(subjects, ["acc-7"]);
    }
}
