//! From what the desk knows to what a page shows.

use proofdesk_desk::attachment::{Metadata, Scan, Scanning};
use proofdesk_desk::exchange_event::ExchangeTold;
use proofdesk_desk::id::CategoryId;
use proofdesk_desk::log::Payload as _;
use proofdesk_desk::ticket::view::{
    AttachmentView, EventView, MessageView, Moment, OpenTicket, Summary,
};
use proofdesk_desk::ticket::{Author as DeskAuthor, StatusCategory, StatusCause};

use super::own;
use crate::Page;
use crate::view::{
    Attachment, Author, Body, Choice, Entry, EventLine, FileKind, Message, Status, TicketRow,
};

/// Larger pictures are not shown in place: a phone would load them all with the page.
const PREVIEW_BYTES: u64 = 8_000_000;
/// Films that browsers play. They load their beginning alone until somebody plays them.
const PLAYED: &[&str] = &["video/mp4", "video/webm", "video/quicktime", "video/x-m4v"];
const PREVIEWED: &[&str] = &["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/// The name of an issue category: what the brand calls it, else what the program does; the slug for one that nobody named.
pub(crate) fn category(page: &Page, slug: &str) -> String {
    if let Some(own) = page.issues.get(slug) {
        return own.clone();
    }
    let key = format!("issue-{slug}");
    let name = page.t(&key);
    if name == key { slug.to_owned() } else { name }
}

/// The categories of a brand as choices.
pub(crate) fn choices(page: &Page, categories: Vec<(CategoryId, String)>) -> Vec<Choice> {
    let choice =
        |(_, slug): (CategoryId, String)| Choice { label: category(page, &slug), value: slug };
    categories.into_iter().map(choice).collect()
}

pub(crate) fn status(category: StatusCategory) -> Status {
    match category {
        StatusCategory::Open => Status::Open,
        StatusCategory::WaitingOnCustomer => Status::WaitingOnCustomer,
        StatusCategory::WaitingOnInternal => Status::WaitingOnInternal,
        StatusCategory::Solved => Status::Solved,
        StatusCategory::Closed => Status::Closed,
    }
}

/// A ticket in a list.
pub(crate) fn row(summary: Summary) -> TicketRow {
    TicketRow {
        number: summary.public_id.to_string(),
        subject: summary.subject,
        lang: lang(summary.lang),
        status: status(summary.status_category),
        updated_us: summary.last_message_at.micros(),
    }
}

/// The same on the start page.
pub(crate) fn open_row(ticket: OpenTicket) -> TicketRow {
    TicketRow {
        number: ticket.public_id.to_string(),
        subject: ticket.subject,
        lang: lang(ticket.lang),
        status: status(ticket.status_category),
        updated_us: ticket.last_message_at.micros(),
    }
}

pub(crate) fn lang(tag: String) -> Option<String> {
    Some(tag).filter(|tag| !tag.is_empty())
}

/// One entry of the thread; `None` for an event of a kind that this version cannot tell. `theft`: whether the ticket is
/// treated as one.
pub(crate) fn entry(page: &Page, moment: Moment, theft: bool, scanning: Scanning) -> Option<Entry> {
    match moment {
        Moment::Message(view) => Some(Entry::Message(message(page, *view, theft, scanning))),
        Moment::Event(view) => event(page, &view).map(Entry::Event),
    }
}

fn message(page: &Page, view: MessageView, theft: bool, scanning: Scanning) -> Message {
    let is_own = view.message.author == DeskAuthor::Customer;
    let origin = view.origin.map(|number| number.to_string());
    let (findings, evidence) =
        if is_own { (view.findings, view.evidence) } else { Default::default() };
    let own_files = if is_own { view.attachments.as_slice() } else { &[] };
    Message {
        id: view.message.id.to_string(),
        author: match view.message.author {
            DeskAuthor::Customer => Author::You,
            DeskAuthor::Staff => Author::Staff { name: view.author_name.unwrap_or_default() },
            DeskAuthor::System => Author::Desk,
        },
        at_us: view.message.created_at.micros(),
        lang: lang(view.message.lang),
        body: view
            .html
            .map_or(Body::Erased, |html| Body::Html { html: own::named(page, html, &findings) }),
        leak: own::leak(page, &findings, own_files, theft),
        facts: own::facts(page, evidence),
        files: view
            .attachments
            .into_iter()
            .map(|file| attachment(file, scanning, "/attachments"))
            .collect(),
        origin,
    }
}

/// A file beside a message. `place` is the path below which whoever reads the page gets it.
pub(crate) fn attachment(view: AttachmentView, scanning: Scanning, place: &str) -> Attachment {
    let bytes = u64::try_from(view.size).unwrap_or(0);
    let gone = view.erased_at.is_some();
    let (closed, note) = looked_at(&view, scanning);
    let is_open = !gone && !closed;
    let content_type = view.content_type.as_str();
    Attachment {
        id: view.id.to_string(),
        href: format!("{place}/{}", view.id),
        name: view.file_name,
        bytes,
        kind: FileKind::of(&view.content_type),
        preview: is_open && bytes <= PREVIEW_BYTES && PREVIEWED.contains(&content_type),
        plays: is_open && PLAYED.contains(&content_type),
        gone,
        masked: !view.leaks.is_empty(),
        closed,
        note: note.filter(|_| !gone),
    }
}

/// Whether a file is held back, and what is to be said of it.
fn looked_at(view: &AttachmentView, scanning: Scanning) -> (bool, Option<&'static str>) {
    let kept = (view.metadata == Some(Metadata::Kept)).then_some("file-metadata-kept");
    match (view.scan, scanning) {
        (Scan::Infected, _) => (true, Some("file-infected")),
        (Scan::Unscanned | Scan::Failed, Scanning::Hold) => (true, Some("file-held")),
        (Scan::Unscanned, Scanning::Serve) => (false, Some("file-not-scanned")),
        (Scan::Failed, Scanning::Serve) => (false, Some("file-scan-failed")),
        _ => (false, kept),
    }
}

/// What the exchange told, with the moment it was true.
pub(crate) fn told(page: &Page, said: &ExchangeTold) -> String {
    let (what, time) = (said.sentence(page.locale, &page.zone), page.time(&said.as_of.micros()));
    page.t2("told-as-of", "what", what, "time", time)
}

/// Where a ticket goes on, what goes on in it, or what was split off it or for it, in a line, with the number in it; `None` for an event
/// of another kind. Only tickets of one customer and brand are merged or split, so whoever reads the line may follow it.
pub(super) fn merged(page: &Page, view: &EventView) -> Option<(String, String)> {
    let (key, name) = match view.kind.as_str() {
        "ticket.merged" => ("step-merged", "into"),
        "ticket.unmerged" => ("step-unmerged", "from"),
        "ticket.joined" => ("step-joined", "number"),
        "ticket.parted" => ("step-parted", "number"),
        "ticket.split_off" => ("step-split-off", "number"),
        "ticket.split_from" => ("step-split-from", "number"),
        "ticket.taken_back" => ("step-taken-back", "number"),
        "ticket.given_back" => ("step-given-back", "number"),
        _ => return None,
    };
    let number = view.payload.as_ref()?.get(name)?.as_str()?;
    Some((page.t1(key, "number", number), number.to_owned()))
}

fn event(page: &Page, view: &EventView) -> Option<EventLine> {
    let word = |name: &str| view.payload.as_ref()?.get(name)?.as_str();
    // Chains of several tickets may meet in one thread, so a place in a chain names no line.
    let (id, at_us) = (view.id.to_string(), view.at.micros());
    if let Some((text, number)) = merged(page, view) {
        return Some(EventLine { id, text, number: Some(number), at_us });
    }
    let line = |text| Some(EventLine { id, text, number: None, at_us });
    let told = match view.kind.as_str() {
        "ticket.nudged" => Some("step-nudged"),
        "ticket.escalated" if word("tier") == Some("lead") => Some("step-escalated-lead"),
        "ticket.escalated" => Some("step-escalated"),
        "ticket.verification_asked" => Some("step-verification-asked"),
        "ticket.verification_proven" => Some("step-verification-proven"),
        "ticket.verification_withdrawn" => Some("step-verification-withdrawn"),
        _ => None,
    };
    if let Some(key) = told {
        return line(page.t(key));
    }
    if view.kind == ExchangeTold::KIND {
        let said: ExchangeTold = serde_json::from_value(view.payload.clone()?).ok()?;
        return line(self::told(page, &said));
    }
    let category: StatusCategory = word("status_category")?.parse().ok()?;
    let reopened = word("cause") == Some(StatusCause::CustomerReopened.as_str());
    let text = if reopened {
        page.t("ticket-event-reopened")
    } else {
        page.t1("ticket-event-status", "status", page.t(status(category).sentence()))
    };
    line(text)
}
