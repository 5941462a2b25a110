use proofdesk_store::{FromRow, Row, Rx, params};
use uuid::Uuid;

use super::{Attachment, FileLeak, Metadata};
use crate::article_file;
use crate::error::Result;
use crate::id::{AttachmentId, Id as _, MessageId, PublicId, SideConversationId};
use crate::indexed::snapshot;
use crate::log::hash;
use crate::scope_sql::{Scoped, scoped};
use crate::ticket::{AttachmentFact, FileInfected};
use crate::time::Timestamp;
use crate::viewer::{Scope, Viewer};

/// A statement that reads whole files, as [`Attachment`] takes them.
macro_rules! whole {
    ($tail:literal) => {
        concat!(
            "select a.id, a.brand_id, a.uploader_kind, a.uploader_id, a.ticket_id, a.message_id, a.file_name, a.content_type, \
             a.size, a.sha256, coalesce(a.blob_id, a.id), a.sealed_key, a.created_at, a.erased_at, a.leaks, a.metadata, a.scan, \
             a.scan_note from attachment a ",
            $tail
        )
    };
}

const FACT: &str =
    "select sha256, size, file_name, content_type, leaks, metadata from attachment where id = $1";
const UNUSED: &str = "select id, coalesce(blob_id, id) from attachment where ticket_id is null and created_at <= $1 \
    and not exists (select 1 from reply_draft_file f where f.attachment_id = attachment.id) order by created_at limit $2";
const OWN: &str = whole!(
    "where a.id = $1 and a.ticket_id is null and a.uploader_kind = $2 and a.uploader_id = $3"
);
const LEAKS: &str = "select leaks from attachment where message_id = $1";
const BY_ID: &str = whole!("where a.id = $1");
// With a message of a side conversation, or given to its department with one that is not erased.
const OF_SIDE: &str = whole!(
    "where a.id = $1 and (a.message_id in (select x.message_id from side_message x where x.side_conversation_id = $2) \
     or exists (select 1 from side_file f join side_message y on y.message_id = f.message_id \
     join message_body b on b.message_id = f.message_id \
     where f.attachment_id = a.id and y.side_conversation_id = $2 and b.body is not null))"
);
const PENDING: &str = "select id, created_at from attachment where scan in ('unscanned', 'failed') \
    and (scan = 'unscanned' or scanned_at < $1) and erased_at is null and created_at > $2 order by created_at limit $3";
const TICKET: &str =
    "select t.public_id from attachment a join ticket t on t.id = a.ticket_id where a.id = $1";
const INFECTED: &str = "select id, sha256, scan_note from attachment where message_id = $1 and scan = 'infected' order by id";
const UNCLAIMED: &str = "select count(*), cast(coalesce(sum(size), 0) as bigint) from attachment \
    where uploader_id = $1 and uploader_kind = $2 and ticket_id is null";
const NEWEST: &str = whole!("where a.erased_at is null order by a.id desc limit $1");
// What no message took may have gone since, with its row.
const RESTING: &str = "select a.id, coalesce(a.blob_id, a.id), a.size, t.public_id from attachment a \
    join ticket t on t.id = a.ticket_id where a.id > $1 and a.sealed_key is not null order by a.id limit $2";
// Bytes without a key are nobody's any more.
const KNOWN: &str = "select count(*) from attachment where (id = $1 and blob_id is null or blob_id = $1) \
    and sealed_key is not null";

// A file of an internal note is as invisible to customers as the note: `$2` is the widest visibility allowed.
const FIND: Scoped = scoped!(
    3,
    whole!(
        "join ticket t on t.id = a.ticket_id join message m on m.id = a.message_id \
         where a.id = $1 and (m.visibility = 'public' or m.visibility = $2)"
    ),
    ""
);

// Whoever sees a ticket sees what goes on in it, files and all.
const FIND_JOINED: Scoped = scoped!(
    3,
    whole!(
        "join ticket_merge g on g.ticket_id = a.ticket_id join ticket t on t.id = g.root_id \
         join message m on m.id = a.message_id \
         where a.id = $1 and (m.visibility = 'public' or m.visibility = $2)"
    ),
    ""
);

// And what was split off for it.
const FIND_SPLIT: Scoped = scoped!(
    3,
    whole!(
        "join split_message x on x.message_id = a.message_id join ticket t on t.id = \
         coalesce((select g.root_id from ticket_merge g where g.ticket_id = x.into_id), x.into_id) \
         join message m on m.id = a.message_id \
         where a.id = $1 and (m.visibility = 'public' or m.visibility = $2)"
    ),
    ""
);

/// Every statement of a file's reads.
pub fn all() -> Vec<&'static str> {
    let mut all = vec![
        FACT, UNUSED, UNCLAIMED, NEWEST, RESTING, OWN, KNOWN, LEAKS, BY_ID, OF_SIDE, PENDING,
        TICKET, INFECTED,
    ];
    all.extend(FIND.texts());
    all.extend(FIND_JOINED.texts());
    all.extend(FIND_SPLIT.texts());
    all
}

impl FromRow for Attachment {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            uploader_kind: row.next()?,
            uploader_id: row.next()?,
            ticket_id: row.next()?,
            message_id: row.next()?,
            file_name: row.next()?,
            content_type: row.next()?,
            size: row.next()?,
            sha256: row.next()?,
            blob_id: row.next()?,
            sealed_key: row.next()?,
            created_at: row.next()?,
            erased_at: row.next()?,
            leaks: leaks(row.next()?)?,
            metadata: row.next()?,
            scan: row.next()?,
            scan_note: row.next()?,
        })
    }
}

/// The column `leaks`.
pub(crate) fn leaks(json: Option<String>) -> proofdesk_store::Result<Vec<FileLeak>> {
    let read = json.map(|json| serde_json::from_str(&json)).transpose();
    let read =
        read.map_err(|_not_json| proofdesk_store::Error::Decode("attachment.leaks".to_owned()))?;
    Ok(read.unwrap_or_default())
}

/// Says whether a file of a message, which took `files`, holds what is certainly a key or phrase. Most messages have none,
/// and ask nothing of the database.
pub(crate) async fn leaks_key(
    rx: &Rx<'_>,
    message_id: MessageId,
    files: &[AttachmentId],
) -> Result<bool> {
    if files.is_empty() {
        return Ok(false);
    }
    let rows: Vec<(Option<String>,)> = rx.query(LEAKS, params![message_id]).await?;
    for (json,) in rows {
        if leaks(json)?.iter().any(|leak| leak.certain) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A file that the viewer may see: of a visible message of a visible ticket, or their own upload that no message took yet.
pub async fn find(
    rx: &Rx<'_>,
    viewer: &Viewer,
    scope: &Scope,
    id: AttachmentId,
) -> Result<Option<Attachment>> {
    let (kind, uploader) = viewer.author();
    if let Some(own) = rx.query_opt(OWN, params![id, kind, uploader]).await? {
        return Ok(Some(own));
    }
    let widest = if matches!(viewer, Viewer::Customer(_)) { "public" } else { "internal" };
    for statement in [&FIND, &FIND_JOINED, &FIND_SPLIT] {
        let Some((sql, parameter)) = statement.text(scope) else { return Ok(None) };
        let found = match parameter {
            Some(scope_id) => rx.query_opt(sql, params![id, widest, scope_id]).await?,
            None => rx.query_opt(sql, params![id, widest]).await?,
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// What `FACT` reads.
type FactRow = (Vec<u8>, i64, String, String, Option<String>, Option<Metadata>);

/// What the log says of a file.
pub async fn fact(rx: &Rx<'_>, id: AttachmentId) -> Result<AttachmentFact> {
    let row: FactRow = rx.query_one(FACT, params![id]).await?;
    let (sha256, size, file_name, content_type, leaks, metadata) = row;
    let label = hash::file_label_digest(id.uuid(), &file_name, &content_type);
    let leaks = hash::file_leaks_digest(id.uuid(), leaks.as_deref().unwrap_or_default());
    Ok(AttachmentFact {
        id,
        sha256: hex::encode(sha256),
        size: u64::try_from(size).unwrap_or(0),
        label_digest: Some(hex::encode(label)),
        leaks_digest: Some(hex::encode(leaks)),
        metadata,
    })
}

/// Files that came until `before` and that no message took, oldest first, each with the id under which its bytes rest.
pub(crate) async fn unused(
    rx: &Rx<'_>,
    before: Timestamp,
    limit: u32,
) -> Result<Vec<(AttachmentId, AttachmentId)>> {
    Ok(rx.query(UNUSED, params![before, limit]).await?)
}

/// How many files of the viewer no message took yet, and how many bytes they are.
pub(crate) async fn unclaimed(rx: &Rx<'_>, viewer: &Viewer) -> Result<(i64, i64)> {
    let (kind, uploader) = viewer.author();
    Ok(rx.query_one(UNCLAIMED, params![uploader, kind]).await?)
}

/// The last files whoever's they are, for whoever looks whether they can be opened.
///
/// # Errors
/// Only those of the store.
pub async fn newest(rx: &Rx<'_>, limit: u32) -> Result<Vec<Attachment>> {
    Ok(rx.query(NEWEST, params![limit]).await?)
}

/// A file of a ticket whose bytes have to be there.
#[derive(Clone, Debug)]
pub struct Resting {
    pub id: AttachmentId,
    /// Under which its bytes rest.
    pub blob_id: AttachmentId,
    pub size: i64,
    pub ticket: PublicId,
}

impl FromRow for Resting {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { id: row.next()?, blob_id: row.next()?, size: row.next()?, ticket: row.next()? })
    }
}

/// The files of all tickets in the order of their ids, from the first or after one, for whoever looks whether all are there.
///
/// # Errors
/// Only those of the store.
pub async fn resting(rx: &Rx<'_>, after: Option<AttachmentId>, limit: u32) -> Result<Vec<Resting>> {
    let after = after.unwrap_or(AttachmentId::from_uuid(Uuid::nil()));
    Ok(rx.query(RESTING, params![after, limit]).await?)
}

/// Says whether a row speaks of these bytes at all; bytes without one are the rest of an upload cut off, or were masked.
pub async fn is_known(rx: &Rx<'_>, id: AttachmentId) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(KNOWN, params![id]).await?;
    Ok(n > 0 || article_file::view::is_known(rx, id).await? || snapshot::is_known(rx, id).await?)
}

/// A file whoever's it is, for the scanner and the guard.
pub async fn by_id(rx: &Rx<'_>, id: AttachmentId) -> Result<Option<Attachment>> {
    Ok(rx.query_opt(BY_ID, params![id]).await?)
}

/// A file that a side conversation shows, its own or one of the ticket. For whoever may read the conversation.
pub(crate) async fn of_side(
    rx: &Rx<'_>,
    id: AttachmentId,
    side: SideConversationId,
) -> Result<Option<Attachment>> {
    Ok(rx.query_opt(OF_SIDE, params![id, side]).await?)
}

/// Files made after `after` that no scanner looked at, or that one could not tell anything about before `failed_before`,
/// oldest first.
pub(crate) async fn pending(
    rx: &Rx<'_>,
    after: Timestamp,
    limit: u32,
    failed_before: Timestamp,
) -> Result<Vec<(AttachmentId, Timestamp)>> {
    Ok(rx.query(PENDING, params![failed_before, after, limit]).await?)
}

/// The ticket that a file belongs to.
pub(crate) async fn ticket(rx: &Rx<'_>, id: AttachmentId) -> Result<Option<PublicId>> {
    let found: Option<(PublicId,)> = rx.query_opt(TICKET, params![id]).await?;
    Ok(found.map(|(public_id,)| public_id))
}

/// The infected files of a message, which took `files`, as the log tells of them.
pub(crate) async fn infected(
    rx: &Rx<'_>,
    message_id: MessageId,
    files: &[AttachmentId],
) -> Result<Vec<FileInfected>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(AttachmentId, Vec<u8>, Option<String>)> =
        rx.query(INFECTED, params![message_id]).await?;
    let fact = |(attachment_id, sha256, signature): (_, Vec<u8>, Option<String>)| FileInfected {
        attachment_id,
        sha256: hex::encode(sha256),
        signature: signature.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(fact).collect())
}

/// The names of one's own uploads that no message took yet; others are left out.
pub(crate) async fn own_names(
    rx: &Rx<'_>,
    viewer: &Viewer,
    ids: &[AttachmentId],
) -> Result<Vec<String>> {
    let (kind, uploader) = viewer.author();
    let mut names = Vec::with_capacity(ids.len());
    for id in ids {
        let own: Option<Attachment> = rx.query_opt(OWN, params![id, kind, uploader]).await?;
        names.extend(own.map(|file| file.file_name));
    }
    Ok(names)
}
