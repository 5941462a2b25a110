use proofdesk_store::{Tx, params};

use super::{MailState, SideAuthor, SideConversation};
use crate::error::Result;
use crate::id::{AttachmentId, MessageId, SideConversationId, SideLinkId};
use crate::notification::RecipientDigest;
use crate::time::Timestamp;

/// Every statement that writes, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    SET_WRITTEN,
    SET_CLOSED,
    SET_LINK,
    INSERT_MESSAGE,
    SHARE_FILE,
    ASK_MAIL,
    WITHHOLD_MAIL,
    SET_MAIL,
    SET_RETURNED,
];

const INSERT: &str = "insert into side_conversation \
    (id, ticket_id, department_id, pauses, started_by, created_at, last_at, last_by, link_id, recipient, link_until) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const SET_WRITTEN: &str = "update side_conversation set last_at = $1, last_by = $2 where id = $3";
const SET_CLOSED: &str = "update side_conversation set closed_at = $1 where id = $2";
const SET_LINK: &str =
    "update side_conversation set link_id = $1, recipient = $2, link_until = $3 where id = $4";
const INSERT_MESSAGE: &str = "insert into side_message (message_id, side_conversation_id, mail_state, mails) \
    values ($1, $2, 'none', 0)";
const SHARE_FILE: &str = "insert into side_file (message_id, attachment_id) values ($1, $2)";
const ASK_MAIL: &str = "update side_message set mail_state = 'queued', mail_code = null, mailed_at = null, \
    mails = mails + 1 where message_id = $1 returning mails";
const WITHHOLD_MAIL: &str = "update side_message set mail_state = 'withheld', mail_code = null, mailed_at = $1 \
    where message_id = $2";
// Another one may have been asked for while this one was being sent: that one's end is what counts.
const SET_MAIL: &str = "update side_message set mail_state = $1, mail_code = $2, mailed_at = $3 \
    where message_id = $4 and mails = $5";
// What never left cannot come back, and what came back once is not changed by another bounce.
const SET_RETURNED: &str = "update side_message set mail_state = $1, mail_code = $2, mailed_at = $3 \
    where message_id = $4 and mail_state = 'sent'";

pub async fn insert(tx: &Tx<'_>, s: &SideConversation) -> Result<()> {
    tx.exec(
        INSERT,
        params![
            s.id,
            s.ticket_id,
            s.side.department_id,
            s.side.pauses,
            s.started_by,
            s.side.created_at,
            s.side.last_at,
            s.side.last_by,
            s.link_id,
            s.recipient,
            s.link_until
        ],
    )
    .await?;
    Ok(())
}

pub async fn set_written(
    tx: &Tx<'_>,
    id: SideConversationId,
    at: Timestamp,
    by: SideAuthor,
) -> Result<()> {
    tx.exec(SET_WRITTEN, params![at, by, id]).await?;
    Ok(())
}

pub async fn set_closed(tx: &Tx<'_>, id: SideConversationId, at: Option<Timestamp>) -> Result<()> {
    tx.exec(SET_CLOSED, params![at, id]).await?;
    Ok(())
}

pub async fn set_link(
    tx: &Tx<'_>,
    id: SideConversationId,
    link_id: SideLinkId,
    recipient: &RecipientDigest,
    until: Timestamp,
) -> Result<()> {
    tx.exec(SET_LINK, params![link_id, recipient, until, id]).await?;
    Ok(())
}

/// Makes a note part of a conversation.
pub async fn insert_message(
    tx: &Tx<'_>,
    id: SideConversationId,
    message_id: MessageId,
) -> Result<()> {
    tx.exec(INSERT_MESSAGE, params![message_id, id]).await?;
    Ok(())
}

/// Gives a file of the ticket to a department with a message.
pub async fn share_file(tx: &Tx<'_>, message_id: MessageId, id: AttachmentId) -> Result<()> {
    tx.exec(SHARE_FILE, params![message_id, id]).await?;
    Ok(())
}

/// Returns how many mails of the message were asked for, this one included.
pub async fn ask_mail(tx: &Tx<'_>, message_id: MessageId) -> Result<i64> {
    let (mails,): (i64,) = tx.query_one(ASK_MAIL, params![message_id]).await?;
    Ok(mails)
}

pub async fn withhold_mail(tx: &Tx<'_>, message_id: MessageId, at: Timestamp) -> Result<()> {
    tx.exec(WITHHOLD_MAIL, params![at, message_id]).await?;
    Ok(())
}

/// Writes down what became of the mail of a message that was asked for as the one of this number. Returns whether it is the last.
pub async fn set_mail(
    tx: &Tx<'_>,
    (message_id, mails): (MessageId, i64),
    state: MailState,
    code: Option<&str>,
    at: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(SET_MAIL, params![state, code, at, message_id, mails]).await? > 0)
}

/// Returns how many mails it was about: one or none.
pub async fn set_returned(
    tx: &Tx<'_>,
    message_id: MessageId,
    state: MailState,
    code: &str,
    at: Timestamp,
) -> Result<u64> {
    Ok(tx.exec(SET_RETURNED, params![state, code, at, message_id]).await?)
}
