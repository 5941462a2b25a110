//! Reading conversations. Whoever asks for those of a ticket has found that one visible; whoever shows a link's token may read what is
//! behind it.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_store::{FromRow, Row, Rx, params};

use super::{
    MailState, Side, SideAuthor, SideConversation, SideLetter, SideMark, SideMessage, SidePage,
    SideSummary, Standing, subject_of,
};
use crate::attachment::{self, Attachment, Scan};
use crate::brand::Accent;
use crate::department::{self, Department};
use crate::error::{Error, OrNotFound as _, Result};
use crate::id::{
    AttachmentId, DepartmentId, Id as _, MessageId, PublicId, SideConversationId, SideLinkId,
    TicketId,
};
use crate::limits;
use crate::notification::RecipientDigest;
use crate::render::MaskedSpan;
use crate::ticket::Author;
use crate::ticket::view::AttachmentView;
use crate::time::Timestamp;

/// Every statement that reads, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    BESIDE,
    BY_LINK,
    LIST,
    FIND,
    MESSAGES,
    FILES,
    FILES_OF,
    SCAN_OF,
    MARKS,
    NAMES,
    STATE,
    MESSAGES_OF,
    COUNT,
    COUNT_MESSAGES,
    HOLDING,
    LAST_ASKED,
    LETTER,
    PAGE,
];

macro_rules! rows {
    ($tail:literal) => {
        concat!(
            "select s.id, s.ticket_id, s.started_by, s.department_id, s.pauses, s.created_at, s.last_at, s.last_by, \
             s.closed_at, s.link_id, s.recipient, s.link_until from side_conversation s ",
            $tail
        )
    };
}

macro_rules! summaries {
    ($tail:literal) => {
        concat!(
            "select s.id, t.public_id, d.name, d.archived_at, a.name, s.started_by, s.department_id, s.pauses, \
             s.created_at, s.last_at, s.last_by, s.closed_at, s.link_until, \
             (select count(*) from side_message x where x.side_conversation_id = s.id), \
             (select substr(b.body, 1, 1000) from side_message x join message m on m.id = x.message_id \
             join message_body b on b.message_id = m.id where x.side_conversation_id = s.id order by m.seq limit 1) \
             from side_conversation s join department d on d.id = s.department_id \
             join staff a on a.id = s.started_by join ticket t on t.id = s.ticket_id ",
            $tail
        )
    };
}

const BESIDE: &str = rows!(
    "where s.id = $1 and (s.ticket_id = $2 or s.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $2))"
);
const BY_LINK: &str = rows!("where s.link_id = $1");
const LIST: &str = summaries!(
    "where s.ticket_id = $1 or s.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $1) \
     order by s.created_at, s.id limit 1000"
);
const FIND: &str = summaries!(
    "where s.id = $1 and (s.ticket_id = $2 or s.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $2))"
);
const MESSAGES: &str = "select m.id, m.author_kind, a.name, m.seq, m.lang, m.created_at, b.body, b.html, b.findings, \
    x.mail_state, x.mail_code, x.mailed_at from side_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id left join staff a on a.id = m.author_id \
    where x.side_conversation_id = $1 order by m.seq limit $2";
// What came with a message, and what of the ticket was given along with one that is not erased.
const FILES: &str = "select a.id, x.message_id, a.file_name, a.content_type, a.size, a.erased_at, a.leaks, a.metadata, a.scan, \
    a.scan_note from side_message x join attachment a on a.message_id = x.message_id where x.side_conversation_id = $1 \
    union all select a.id, y.message_id, a.file_name, a.content_type, a.size, a.erased_at, a.leaks, a.metadata, a.scan, \
    a.scan_note from side_message y join side_file f on f.message_id = y.message_id \
    join message_body b on b.message_id = y.message_id join attachment a on a.id = f.attachment_id \
    where y.side_conversation_id = $1 and b.body is not null order by 1, 2";
const FILES_OF: &str = "select f.message_id, f.attachment_id from side_file f \
    join side_message x on x.message_id = f.message_id join side_conversation s on s.id = x.side_conversation_id \
    where s.ticket_id = $1";
// Its message is shown in the ticket that it was split off for, or in the one that this or its own goes on in.
const SCAN_OF: &str = "select a.scan from attachment a where a.id = $1 and a.message_id is not null and a.erased_at is null \
    and coalesce((select coalesce(h.root_id, p.into_id) from split_message p \
    left join ticket_merge h on h.ticket_id = p.into_id where p.message_id = a.message_id), \
    (select g.root_id from ticket_merge g where g.ticket_id = a.ticket_id), a.ticket_id) = $2";
const MARKS: &str = "select x.message_id, s.id, s.department_id, d.name from side_conversation s \
    join side_message x on x.side_conversation_id = s.id join department d on d.id = s.department_id \
    where s.ticket_id = $1";
const NAMES: &str = "select s.id, d.name from side_conversation s join department d on d.id = s.department_id \
    where s.ticket_id = $1 or s.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $1)";
const STATE: &str = "select id, department_id, pauses, created_at, last_at, last_by, closed_at \
    from side_conversation where ticket_id = $1";
const MESSAGES_OF: &str = "select x.message_id, x.side_conversation_id from side_message x \
    join side_conversation s on s.id = x.side_conversation_id where s.ticket_id = $1";
const COUNT: &str = "select count(*) from side_conversation where ticket_id = $1";
const COUNT_MESSAGES: &str = "select count(*) from side_message where side_conversation_id = $1";
// What else the ticket waits for.
const HOLDING: &str = "select count(*) from side_conversation s where s.id <> $1 and s.pauses and s.closed_at is null \
    and s.last_by = 'staff' and (s.ticket_id = $2 or s.ticket_id in \
    (select g.ticket_id from ticket_merge g where g.root_id = $2))";
const LAST_ASKED: &str = "select m.id from side_message x join message m on m.id = x.message_id \
    where x.side_conversation_id = $1 and m.author_kind = 'staff' order by m.seq desc limit 1";
const LETTER: &str = "select x.mail_state, x.mails, s.link_id, s.link_until, s.closed_at, s.recipient, d.email, d.lang, d.name, \
    b.slug, b.name, t.public_id, a.name, \
    (select substr(f.body, 1, 1000) from side_message y join message n on n.id = y.message_id \
    join message_body f on f.message_id = n.id where y.side_conversation_id = s.id order by n.seq limit 1) \
    from side_message x join side_conversation s on s.id = x.side_conversation_id \
    join department d on d.id = s.department_id join ticket t on t.id = s.ticket_id join brand b on b.id = t.brand_id \
    join message m on m.id = x.message_id left join staff a on a.id = m.author_id where x.message_id = $1";
const PAGE: &str = "select t.public_id, b.name, b.hue, b.chroma, a.name from side_conversation s join ticket t on t.id = s.ticket_id \
    join brand b on b.id = t.brand_id join staff a on a.id = s.started_by where s.id = $1";

/// The conversations beside a ticket and those of all that goes on in it, the oldest first.
pub async fn list(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<SideSummary>> {
    Ok(rx.query(LIST, params![ticket_id]).await?)
}

/// One of them with its messages; `None` for one of another ticket.
pub async fn find(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    id: SideConversationId,
) -> Result<Option<(SideSummary, Vec<SideMessage>)>> {
    let Some(summary) = rx.query_opt::<SideSummary>(FIND, params![id, ticket_id]).await? else {
        return Ok(None);
    };
    Ok(Some((summary, messages(rx, id).await?)))
}

async fn messages(rx: &Rx<'_>, id: SideConversationId) -> Result<Vec<SideMessage>> {
    let mut messages: Vec<SideMessage> =
        rx.query(MESSAGES, params![id, limits::SIDE_MESSAGES]).await?;
    let files: Vec<AttachmentView> = rx.query(FILES, params![id]).await?;
    for message in &mut messages {
        let own = |file: &&AttachmentView| file.message_id == message.id;
        message.files = files.iter().filter(own).cloned().collect();
    }
    Ok(messages)
}

/// A file that the page behind a link shows.
///
/// # Errors
/// `not-found`; `link-expired`, `side-closed` for a link that opens nothing.
pub async fn file(
    rx: &Rx<'_>,
    link_id: SideLinkId,
    id: AttachmentId,
    now: Timestamp,
) -> Result<Attachment> {
    let (row, department) = by_link(rx, link_id).await?.or_not_found()?;
    row.standing(&department.email, now).require_open()?;
    attachment::view::of_side(rx, id, row.id).await?.or_not_found()
}

/// What a link leads to. Whoever shows its token may know.
///
/// # Errors
/// `not-found`, also for a link that another one took the place of.
pub async fn page(rx: &Rx<'_>, link_id: SideLinkId, now: Timestamp) -> Result<SidePage> {
    let (row, department) = by_link(rx, link_id).await?.or_not_found()?;
    let (ticket, brand, hue, chroma, started_by): (
        PublicId,
        String,
        Option<i64>,
        Option<i64>,
        String,
    ) = rx.query_one(PAGE, params![row.id]).await?;
    let standing = row.standing(&department.email, now);
    let messages = match standing {
        Standing::Open => messages(rx, row.id).await?,
        _ => Vec::new(),
    };
    Ok(SidePage {
        standing,
        brand,
        accent: Accent::stored(hue, chroma),
        locale: department.locale(),
        department: department.name,
        ticket,
        subject: subject_of(messages.first().and_then(|first| first.body.as_deref())),
        started_by,
        link_until: row.link_until,
        messages,
    })
}

/// The mail of a message; `None` for a message that is part of no conversation.
pub async fn letter(rx: &Rx<'_>, message_id: MessageId) -> Result<Option<SideLetter>> {
    let row: Option<LetterRow> = rx.query_opt(LETTER, params![message_id]).await?;
    Ok(row.map(|row| SideLetter { message_id, ..row.0 }))
}

/// The conversations that the notes of a ticket are part of.
pub(crate) async fn marks(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<MessageId, SideMark>> {
    let rows: Vec<(MessageId, SideConversationId, DepartmentId, String)> =
        rx.query(MARKS, params![ticket_id]).await?;
    let mark = |(message_id, id, department_id, department)| {
        (message_id, SideMark { id, department_id, department })
    };
    Ok(rows.into_iter().map(mark).collect())
}

/// Whom each conversation of a ticket, and of all that goes on in it, is with.
pub async fn names(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<SideConversationId, String>> {
    let rows: Vec<(SideConversationId, String)> = rx.query(NAMES, params![ticket_id]).await?;
    Ok(rows.into_iter().collect())
}

/// What the rows say of a ticket's own conversations.
pub(crate) async fn state_of(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<SideConversationId, Side>> {
    let rows: Vec<StateRow> = rx.query(STATE, params![ticket_id]).await?;
    Ok(rows.into_iter().map(|StateRow(id, side)| (id, side)).collect())
}

/// The notes of a ticket that are part of one.
pub(crate) async fn messages_of(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<MessageId, SideConversationId>> {
    let rows: Vec<(MessageId, SideConversationId)> =
        rx.query(MESSAGES_OF, params![ticket_id]).await?;
    Ok(rows.into_iter().collect())
}

/// The files of a ticket that were given to departments in its own conversations.
pub(crate) async fn files_of(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeSet<(MessageId, AttachmentId)>> {
    let rows: Vec<(MessageId, AttachmentId)> = rx.query(FILES_OF, params![ticket_id]).await?;
    Ok(rows.into_iter().collect())
}

/// What the scanner says of a file that is shown in a ticket; `None` for every other, and for one that is erased.
pub(super) async fn scan_of(
    rx: &Rx<'_>,
    id: AttachmentId,
    ticket_id: TicketId,
) -> Result<Option<Scan>> {
    let row: Option<(Scan,)> = rx.query_opt(SCAN_OF, params![id, ticket_id]).await?;
    Ok(row.map(|(scan,)| scan))
}

/// A conversation that is shown beside a ticket.
pub(super) async fn beside(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    id: SideConversationId,
) -> Result<Option<SideConversation>> {
    Ok(rx.query_opt(BESIDE, params![id, ticket_id]).await?)
}

/// The conversation of a link, with its department as it is now.
pub(super) async fn by_link(
    rx: &Rx<'_>,
    link_id: SideLinkId,
) -> Result<Option<(SideConversation, Department)>> {
    let row: Option<SideConversation> = rx.query_opt(BY_LINK, params![link_id]).await?;
    let Some(row) = row else { return Ok(None) };
    let department = department::view::load(rx, row.side.department_id).await?;
    let department = department.ok_or(Error::Broken { what: "a department that vanished" })?;
    Ok(Some((row, department)))
}

pub(super) async fn count(rx: &Rx<'_>, ticket_id: TicketId) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(COUNT, params![ticket_id]).await?.0)
}

pub(super) async fn count_messages(rx: &Rx<'_>, id: SideConversationId) -> Result<i64> {
    Ok(rx.query_one::<(i64,)>(COUNT_MESSAGES, params![id]).await?.0)
}

/// Says whether a ticket waits for what a department was asked in another conversation.
pub(super) async fn is_held(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    but: SideConversationId,
) -> Result<bool> {
    Ok(rx.query_one::<(i64,)>(HOLDING, params![but, ticket_id]).await?.0 > 0)
}

/// The last message of an agent.
pub(super) async fn last_asked(rx: &Rx<'_>, id: SideConversationId) -> Result<Option<MessageId>> {
    let row: Option<(MessageId,)> = rx.query_opt(LAST_ASKED, params![id]).await?;
    Ok(row.map(|(id,)| id))
}

struct StateRow(SideConversationId, Side);

/// All of a letter but the message, which whoever asks knows.
struct LetterRow(SideLetter);

impl FromRow for Side {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            department_id: row.next()?,
            pauses: row.next()?,
            created_at: row.next()?,
            last_at: row.next()?,
            last_by: row.next()?,
            closed_at: row.next()?,
        })
    }
}

impl FromRow for StateRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self(row.next()?, Side::from_row(row)?))
    }
}

impl FromRow for SideConversation {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            ticket_id: row.next()?,
            started_by: row.next()?,
            side: Side::from_row(row)?,
            link_id: row.next()?,
            recipient: row.next()?,
            link_until: row.next()?,
        })
    }
}

impl FromRow for SideSummary {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            ticket: row.next()?,
            department: row.next()?,
            is_archived: row.next::<Option<Timestamp>>()?.is_some(),
            started_by_name: row.next()?,
            started_by: row.next()?,
            side: Side::from_row(row)?,
            link_until: row.next()?,
            messages: row.next()?,
            subject: subject_of(row.next::<Option<String>>()?.as_deref()),
        })
    }
}

impl FromRow for SideMessage {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id = row.next()?;
        let by = match row.next::<Author>()? {
            Author::Staff => SideAuthor::Staff,
            Author::System | Author::Customer => SideAuthor::Department,
        };
        let author_name = row.next()?;
        let (seq, lang, created_at) = (row.next()?, row.next()?, row.next()?);
        let (body, html) = (row.next()?, row.next()?);
        let findings = MaskedSpan::of_row(row.next()?)?;
        Ok(Self {
            id,
            by,
            author_name,
            seq,
            lang,
            created_at,
            body,
            html,
            findings,
            files: Vec::new(),
            mail: row.next::<MailState>()?,
            mail_code: row.next()?,
            mailed_at: row.next()?,
        })
    }
}

impl FromRow for LetterRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (state, mails) = (row.next()?, row.next()?);
        let (link_id, link_until) = (row.next()?, row.next()?);
        let is_closed = row.next::<Option<Timestamp>>()?.is_some();
        let recipient: RecipientDigest = row.next()?;
        let address: String = row.next()?;
        let lang: String = row.next()?;
        Ok(Self(SideLetter {
            message_id: MessageId::from_uuid(uuid::Uuid::nil()),
            state,
            mails,
            link_id,
            link_until,
            // The address was changed after the mail was asked for: its link would open nothing.
            is_closed: is_closed || department::address_digest(&address) != recipient,
            address,
            locale: lang.parse().unwrap_or_default(),
            department: row.next()?,
            brand_slug: row.next()?,
            brand_name: row.next()?,
            ticket: row.next()?,
            author: row.next::<Option<String>>()?.unwrap_or_default(),
            subject: subject_of(row.next::<Option<String>>()?.as_deref()),
        }))
    }
}
