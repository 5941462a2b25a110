//! A step made ready: its words are found, its files rest, its context is made. What remains is one verb.

use bytes::Bytes;
use proofdesk_channels::sniff::sniff;
use proofdesk_desk::attachment::actions::NewAttachment;
use proofdesk_desk::form::{self, Answers};
use proofdesk_desk::id::{AttachmentId, BrandId, PublicId, StaffId, StatusId, TeamId};
use proofdesk_desk::identity::{self, Level};
use proofdesk_desk::text::Clean;
use proofdesk_desk::ticket::actions::{Along, NewMessage, NewTicket};
use proofdesk_desk::ticket::{Priority, Ticket, participant};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, Error, Result, attachment, limits, ticket};
use proofdesk_store::Tx;

use super::file::File;
use super::sides::{self, Turn};

/// One verb with all that it takes.
#[derive(Clone, Debug)]
pub enum Deed {
    Open {
        ticket: NewTicket,
        answers: Answers,
        files: Vec<NewAttachment>,
    },
    /// A message, and answers that come with it to what was asked before.
    Say(NewMessage, Answers),
    Assign {
        agent: Option<StaffId>,
        team: Option<TeamId>,
    },
    Tag(Clean),
    Priority(Priority),
    Solve,
    Status(StatusId),
    /// A note that mentions colleagues.
    Mention(NewMessage, Along),
    /// A member reads the ticket to its end.
    Read,
    /// A member follows it.
    Follow(StaffId),
    /// A department is talked to.
    Side(Turn),
}

/// A deed with who does it and when, of the ticket of a number.
#[derive(Clone, Debug)]
pub struct Ready {
    pub number: u64,
    /// `None` until the ticket is open.
    pub public_id: Option<PublicId>,
    pub cx: Cx,
    pub deed: Deed,
}

/// Does deeds in their order, in one transaction. Returns the ids of the tickets that were opened.
///
/// # Errors
/// Those of the verbs; then nothing of it happened.
pub async fn run(desk: &Desk, batch: Vec<Ready>) -> Result<Vec<(u64, PublicId)>> {
    desk.db()
        .write::<_, Error, _>(async move |tx: &Tx<'_>| {
            let mut opened: Vec<(u64, PublicId)> = Vec::new();
            for ready in &batch {
                let new = opened.iter().rev().find(|(number, _)| *number == ready.number);
                let public_id = ready.public_id.clone().or_else(|| new.map(|(_, id)| id.clone()));
                let ticket = Box::pin(ready.deed.run(tx, &mut ready.cx.clone(), public_id)).await?;
                if matches!(ready.deed, Deed::Open { .. }) {
                    opened.push((ready.number, ticket.public_id));
                }
            }
            Ok(opened)
        })
        .await
}

impl Deed {
    async fn run(&self, tx: &Tx<'_>, cx: &mut Cx, public_id: Option<PublicId>) -> Result<Ticket> {
        if matches!(self, Self::Open { .. } | Self::Say(..)) {
            Box::pin(come_in(tx, cx)).await?;
        }
        if let Self::Open { ticket, answers, files } = self {
            for file in files {
                attachment::actions::record(tx, cx, file).await?;
            }
            return form::actions::open_answered(tx, cx, ticket, answers).await;
        }
        let id = &public_id.ok_or(Error::Broken { what: "a step before its ticket was opened" })?;
        match self {
            Self::Open { .. } => Err(Error::Broken { what: "a ticket opened twice" }),
            Self::Say(message, answers) => {
                let (ticket, _) = ticket::actions::post(tx, cx, id, message).await?;
                match answers.is_empty() {
                    true => Ok(ticket),
                    false => form::actions::complete(tx, cx, id, answers).await,
                }
            }
            Self::Assign { agent, team } => {
                ticket::actions::assign(tx, cx, id, *agent, *team, None).await
            }
            Self::Tag(name) => ticket::actions::tag(tx, cx, id, name).await,
            Self::Priority(priority) => {
                ticket::actions::set_priority(tx, cx, id, *priority, None).await
            }
            Self::Solve => ticket::actions::solve_own(tx, cx, id).await,
            Self::Status(status) => ticket::actions::set_status(tx, cx, id, *status, None).await,
            Self::Mention(note, along) => {
                let posted = Box::pin(ticket::actions::post_along(tx, cx, id, note, along));
                posted.await.map(|(ticket, _)| ticket)
            }
            Self::Read => {
                let ticket = sides::ticket(tx, id).await?;
                ticket::actions::mark_read(tx, cx, id, ticket.version).await?;
                Ok(ticket)
            }
            Self::Follow(staff_id) => participant::add(tx, cx, id, *staff_id).await,
            Self::Side(turn) => {
                Box::pin(turn.take(tx, cx, id)).await?;
                sides::ticket(tx, id).await
            }
        }
    }
}

/// The exchange vouches for a customer who is about to write, unless it did so lately.
async fn come_in(tx: &Tx<'_>, cx: &mut Cx) -> Result<()> {
    let Viewer::Customer(me) = &cx.viewer else { return Ok(()) };
    let (customer_id, identity_id) = (me.customer_id, me.identity_id);
    if identity::view::level(tx, customer_id, cx.now).await? > Level::None {
        return Ok(());
    }
    let until = Some(cx.after(limits::CUSTOMER_SESSION_MAX));
    let viewer = std::mem::replace(&mut cx.viewer, Viewer::Operator);
    let vouched = identity::actions::verify(tx, cx, identity_id, Level::SignedIn, until).await;
    cx.viewer = viewer;
    vouched
}

/// Seals a file and stores it, as an upload would.
///
/// # Errors
/// Those of the file store.
pub async fn store(
    desk: &Desk,
    cx: &mut Cx,
    brand_id: BrandId,
    file: File,
) -> Result<NewAttachment> {
    let id: AttachmentId = cx.id();
    let body = futures_util::stream::iter([Ok(Bytes::from(file.bytes))]);
    let stored = desk.blob().put(id, Box::pin(body), limits::ATTACHMENT_BYTES).await?;
    Ok(NewAttachment {
        id,
        brand_id,
        content_type: sniff(&stored.head, None, &file.name).content_type.to_owned(),
        file_name: Clean::line("file_name", &file.name, limits::FILE_NAME_CHARS)?,
        stored,
        leaks: Vec::new(),
        metadata: None,
        scan: false,
    })
}
