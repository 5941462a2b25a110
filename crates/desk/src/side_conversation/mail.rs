//! The mail that leads a department to a conversation. No token rests: the job names the message, and the link is made when the mail is.

use proofdesk_store::Tx;

use super::{SideConversation, sql};
use crate::code::Code;
use crate::cx::Cx;
use crate::department::address_digest;
use crate::error::{Error, Result};
use crate::id::MessageId;
use crate::job::actions::{Due, enqueue};
use crate::limits;
use crate::notification::{self, Channel, rule};
use crate::quota::{self, Kind as Counted};

/// The job that sends one. Its payload says which message and which of its mails: one that is asked for while another is being sent
/// has a job of its own.
pub const JOB_KIND: &str = "side_conversation.mail";
/// With the other mails.
pub const JOB_LANE: &str = crate::webhook::JOB_LANE;

/// # Errors
/// `mail-required` where no mail is sent: a department would hear of nothing.
pub(super) async fn require_road(tx: &Tx<'_>) -> Result<()> {
    match notification::view::is_open(tx, Channel::Mail).await? {
        true => Ok(()),
        false => Err(Error::refused(Code::MailRequired)),
    }
}

/// Has the department told of a message at the address that it has now, and renews the link. One that went to another address, or is
/// too old, does not come to life again: whoever has kept it gets nothing of the new one. A department that has had as many mails as
/// it may is left alone, and the agent is shown that.
pub(super) async fn ask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    row: &SideConversation,
    email: &str,
    message_id: MessageId,
) -> Result<()> {
    let recipient = address_digest(email);
    let still_opens = recipient == row.recipient && row.link_until > cx.now;
    let (kind, subject) = (Counted::MailDepartment, hex::encode(rule::recipient(email)));
    let (limit, window) = (limits::MAILS_PER_DEPARTMENT, limits::MAIL_WINDOW);
    let is_mailed = quota::actions::take(tx, kind, &subject, limit, window, cx.now).await?.is_ok();
    // Another link is of no use where no mail brings it.
    if still_opens || is_mailed {
        let link_id = if still_opens { row.link_id } else { cx.id() };
        let until = cx.after(limits::SIDE_LINK_LIFETIME);
        sql::set_link(tx, row.id, link_id, &recipient, until).await?;
    }
    if !is_mailed {
        return sql::withhold_mail(tx, message_id, cx.now).await;
    }
    let mails = sql::ask_mail(tx, message_id).await?;
    let payload = serde_json::to_string(&(message_id, mails))
        .map_err(|_never| Error::Broken { what: "a mail that is no JSON" })?;
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: &format!("{message_id}.{mails}"),
        payload: &payload,
        max_attempts: limits::MAIL_ATTEMPTS,
    };
    enqueue(tx, cx, &due).await
}

/// Reads the payload of a job: the message, and which of its mails. Jobs of before mails were told apart name the message alone.
///
/// # Errors
/// `Broken` for what names no message.
pub fn mail_of(payload: &str) -> Result<(MessageId, Option<i64>)> {
    if let Ok((id, mails)) = serde_json::from_str::<(MessageId, i64)>(payload) {
        return Ok((id, Some(mails)));
    }
    let id = serde_json::from_str(payload)
        .map_err(|_not_an_id| Error::Broken { what: "a mail of no message" })?;
    Ok((id, None))
}
