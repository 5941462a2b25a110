//! The mail that leads a department to a conversation. No token rests: the job names the message, and the link is made when the mail is.

use proofdesk_store::Tx;

use super::{MailState, SideConversation, sql};
use crate::code::Code;
use crate::cx::Cx;
use crate::department::address_digest;
use crate::error::{Error, Result};
use crate::id::MessageId;
use crate::job;
use crate::limits;
use crate::notification::{self, Channel, rule};
use crate::quota::{self, Kind as Counted};

/// The job that sends one. Its payload is the message's id as JSON.
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
        return sql::set_mail(tx, message_id, MailState::Withheld, None, cx.now).await;
    }
    sql::ask_mail(tx, message_id).await?;
    let (job, attempts) = ((JOB_KIND, JOB_LANE), limits::MAIL_ATTEMPTS);
    job::actions::enqueue_for(tx, cx, job, message_id, attempts).await
}
