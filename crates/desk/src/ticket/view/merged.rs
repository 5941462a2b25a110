//! Where tickets go on, and what goes on in them.

use proofdesk_store::{FromRow, Row, Rx, params};

use crate::error::Result;
use crate::id::{PublicId, TicketId};
use crate::ticket::merge::Merge;
use crate::ticket::{LastWord, Snooze, WakeOn};
use crate::time::Timestamp;

/// Every statement of this file.
pub const ALL: &[&str] = &[ASIDE, END, MERGE, PARTS, LAST_WORD];

const ASIDE: &str = "select z.wake_on, z.until_at, g.into_id from ticket t \
    left join ticket_snooze z on z.ticket_id = t.id left join ticket_merge g on g.ticket_id = t.id where t.id = $1";
const END: &str = "select r.id, r.public_id from ticket_merge g join ticket r on r.id = g.root_id \
    where g.ticket_id = $1";
const MERGE: &str = "select into_id, root_id, merged_at, status_id, status_category, solved_at, wake_on, until_at, \
    into_status_id from ticket_merge where ticket_id = $1";
const PARTS: &str = "select t.id, t.public_id from ticket_merge g join ticket t on t.id = g.ticket_id \
    where g.root_id = $1 order by t.id";
const LAST_WORD: &str = "select said.created_at, said.author_kind from \
    (select m.created_at, m.author_kind, m.id from message m where m.visibility = 'public' and \
    (m.ticket_id = $1 or m.ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $1)) \
    and not exists (select 1 from split_message x where x.message_id = m.id) \
    union all select m.created_at, m.author_kind, m.id from split_message x join message m on m.id = x.message_id \
    where x.into_id = $1 or x.into_id in (select g.ticket_id from ticket_merge g where g.root_id = $1)) as said \
    order by said.created_at desc, said.id desc limit 1";

/// For how long a ticket is put aside, and which one it was merged into.
pub(in crate::ticket) async fn aside(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<(Option<Snooze>, Option<TicketId>)> {
    type Aside = (Option<WakeOn>, Option<Timestamp>, Option<TicketId>);
    let row: Option<Aside> = rx.query_opt(ASIDE, params![ticket_id]).await?;
    let (wake_on, until, into) = row.unwrap_or_default();
    Ok((wake_on.map(|wake_on| Snooze { wake_on, until }), into))
}

/// The ticket at the end of the chain that this one was merged into; `None` for one that stands for itself. For whoever has
/// found this one visible: the other is of the same customer and brand.
pub async fn goes_on_in(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<(TicketId, PublicId)>> {
    Ok(rx.query_opt(END, params![ticket_id]).await?)
}

/// The tickets that go on in this one, in the order in which they were opened. For whoever has found this one visible.
pub async fn merged_into(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<(TicketId, PublicId)>> {
    Ok(rx.query(PARTS, params![ticket_id]).await?)
}

pub(in crate::ticket) async fn merge_of(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Option<Merge>> {
    Ok(rx.query_opt(MERGE, params![ticket_id]).await?)
}

/// The last public message of a ticket and of all that goes on in it: those that are shown there, not those that were split off.
pub(in crate::ticket) async fn last_word(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<Option<LastWord>> {
    let row: Option<(Timestamp, crate::ticket::Author)> =
        rx.query_opt(LAST_WORD, params![ticket_id]).await?;
    Ok(row.map(|(at, by)| LastWord { at, by }))
}

impl FromRow for Merge {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (into_id, root_id, merged_at) = (row.next()?, row.next()?, row.next()?);
        let (status_id, status_category, solved_at) = (row.next()?, row.next()?, row.next()?);
        let (wake_on, until): (Option<WakeOn>, _) = (row.next()?, row.next()?);
        Ok(Self {
            into_id,
            root_id,
            merged_at,
            status_id,
            status_category,
            solved_at,
            snooze: wake_on.map(|wake_on| Snooze { wake_on, until }),
            into_status_id: row.next()?,
        })
    }
}
