//! The mail to a member whom a note mentions while they are away. It says in which ticket and who wrote it, and nothing of the note.

use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Rx, Tx, params};
use serde::{Deserialize, Serialize};

use super::actions;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{MessageId, PublicId, StaffId, TicketId};
use crate::notification::{self, Channel, Topic};
use crate::quota::{self, Kind as Counted};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{limits, organisation, ticket};

/// Every statement of this file.
pub const ALL: &[&str] = &[AWAY, LETTER];

/// The job that sends one. Its payload is a [`MentionErrand`] as JSON.
pub const JOB_KIND: &str = "staff_mail.mention";

const AWAY: &str = "select s.id, s.email from mention n join staff s on s.id = n.staff_id \
    where n.message_id = $1 and s.state = 'active' and s.mention_mails and not exists \
    (select 1 from session x where x.staff_id = s.id and x.ended_at is null and x.seen_at > $2) order by s.id";
const LETTER: &str = "select n.ticket_id, t.public_id, s.email, s.locale, a.name from mention n \
    join ticket t on t.id = n.ticket_id join staff s on s.id = n.staff_id \
    join message m on m.id = n.message_id left join staff a on a.id = m.author_id \
    where n.message_id = $1 and n.staff_id = $2 and n.read_at is null and s.state = 'active' and s.mention_mails";

/// Which mention is to be mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionErrand {
    pub message_id: MessageId,
    pub staff_id: StaffId,
}

/// What the mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionLetter {
    pub address: String,
    pub locale: Locale,
    pub organisation: String,
    pub number: PublicId,
    /// Who wrote the note, by name.
    pub by: String,
}

/// Asks for mails to those whom a note mentions, who are away and want them, where mail is sent at all. In the transaction of the
/// note. Of one ticket a member is mailed once in a while, however often they are mentioned in it.
pub(crate) async fn ask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket_id: TicketId,
    message_id: MessageId,
) -> Result<()> {
    if !notification::view::is_open(tx, Channel::Mail).await? {
        return Ok(());
    }
    let me = cx.viewer.staff().ok().map(|me| me.staff_id);
    let since: Timestamp = cx.now - limits::HERE;
    let away: Vec<(StaffId, String)> = tx.query(AWAY, params![message_id, since]).await?;
    for (staff_id, address) in away.into_iter().filter(|(id, _)| Some(*id) != me) {
        if may_mail(tx, cx.now, ticket_id, staff_id, &address).await? {
            let key = format!("{message_id} {staff_id}");
            let errand = MentionErrand { message_id, staff_id };
            actions::enqueue(tx, cx, (JOB_KIND, &key), &errand).await?;
        }
    }
    Ok(())
}

/// Counts a mail in the ticket and to the address, where both have room for it.
async fn may_mail(
    tx: &Tx<'_>,
    now: Timestamp,
    ticket_id: TicketId,
    staff_id: StaffId,
    address: &str,
) -> Result<bool> {
    let subject = format!("{staff_id} {ticket_id}");
    let every = limits::MENTION_MAIL_EVERY;
    let taken = quota::actions::take(tx, Counted::MentionMail, &subject, 1, every, now);
    if taken.await?.is_err() {
        return Ok(false);
    }
    actions::has_room(tx, address, Topic::Tickets, now).await
}

/// What a mail says; `None` when the member needs none any more: they have read the note, may not see the ticket, or want no mail.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn letter(
    rx: &Rx<'_>,
    viewer: &Viewer,
    errand: MentionErrand,
) -> Result<Option<MentionLetter>> {
    viewer.require_inside()?;
    let MentionErrand { message_id, staff_id } = errand;
    let row: Option<Facts> = rx.query_opt(LETTER, params![message_id, staff_id]).await?;
    let Some(facts) = row else { return Ok(None) };
    if !ticket::view::may_see(rx, facts.ticket_id, staff_id).await? {
        return Ok(None);
    }
    let organisation = organisation::view::find(rx).await?;
    Ok(Some(MentionLetter {
        address: facts.address,
        locale: facts.locale.parse().unwrap_or_default(),
        organisation: organisation.map(|found| found.name).unwrap_or_default(),
        number: facts.number,
        by: facts.by.unwrap_or_default(),
    }))
}

struct Facts {
    ticket_id: TicketId,
    number: PublicId,
    address: String,
    locale: String,
    by: Option<String>,
}

impl FromRow for Facts {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            ticket_id: row.next()?,
            number: row.next()?,
            address: row.next()?,
            locale: row.next()?,
            by: row.next()?,
        })
    }
}
