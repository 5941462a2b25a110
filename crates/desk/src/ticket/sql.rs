use std::collections::BTreeMap;

use proofdesk_store::{Tx, params};

use super::merge::Merge;
use super::{Attention, LinkKind, Mentioned, Message, Snooze, StatusCategory, Ticket};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{BrandId, EventId, MessageId, StaffId, TagId, TicketId};
use crate::limits;
use crate::text::Clean;
use crate::time::Timestamp;

/// Every statement of a ticket's writes.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    INSERT_TAG,
    DELETE_TAG,
    INSERT_MESSAGE,
    INSERT_BODY,
    SET_BODY,
    SET_SUBJECT,
    EMPTY_SUBJECT,
    OPENINGS,
    OPENED_AT,
    SHIFT_COUNT,
    SET_READ_MARK,
    CLEAR_READ_MARK,
    SET_ATTENTION,
    SET_SNOOZE,
    CLEAR_SNOOZE,
    INSERT_MERGE,
    DELETE_MERGE,
    MOVE_ROOT,
    SET_ROOT_BELOW,
    SET_LINK,
    CLEAR_LINK,
    INSERT_SPLIT,
    DELETE_SPLIT,
    INSERT_PARTICIPANT,
    DELETE_PARTICIPANT,
    INSERT_MENTION,
    INSERT_MENTION_TEAM,
    READ_MENTIONS,
    UNREAD_MENTIONS,
];

const INSERT: &str = "insert into ticket \
    (id, public_id, brand_id, customer_id, category_id, subject, status_id, status_category, priority, risk, \
     assignee_id, team_id, channel, lang, created_at, updated_at, last_message_at, last_message_by, solved_at, \
     message_count, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
const UPDATE: &str = "update ticket set status_id = $1, status_category = $2, priority = $3, risk = $4, \
    assignee_id = $5, team_id = $6, updated_at = $7, last_message_at = $8, last_message_by = $9, solved_at = $10, \
    message_count = $11, version = $12 where id = $13";
const INSERT_TAG: &str = "insert into ticket_tag (ticket_id, tag_id) values ($1, $2)";
const DELETE_TAG: &str = "delete from ticket_tag where ticket_id = $1 and tag_id = $2";
const INSERT_MESSAGE: &str = "insert into message \
    (id, ticket_id, seq, visibility, author_kind, author_id, channel, lang, created_at, verification) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const INSERT_BODY: &str =
    "insert into message_body (message_id, salt, body, html, findings) values ($1, $2, $3, $4, $5)";
const SET_BODY: &str =
    "update message_body set salt = $1, body = $2, html = $3, findings = $4 where message_id = $5";
const SET_SUBJECT: &str = "update ticket set subject = $1 where id = $2";
const EMPTY_SUBJECT: &str = "update ticket set subject = '' where id = $1";
const OPENINGS: &str = "select id, kind, payload from event \
    where stream = $1 and kind in ('ticket.opened', 'ticket.subject_masked') and payload is not null order by seq";
const OPENED_AT: &str = "select at from event where stream = $1 and seq = 1";
const SHIFT_COUNT: &str = "insert into ticket_count (brand_id, status_category, assigned, shard, n) \
    values ($1, $2, $3, $4, $5) \
    on conflict (brand_id, status_category, assigned, shard) do update set n = ticket_count.n + excluded.n";
const SET_READ_MARK: &str = "insert into read_mark (staff_id, ticket_id, seq) values ($1, $2, $3) \
    on conflict (staff_id, ticket_id) do update set seq = excluded.seq where excluded.seq > read_mark.seq";
// Nothing read at all is what "unread" says, also where a higher mark stood.
const CLEAR_READ_MARK: &str = "insert into read_mark (staff_id, ticket_id, seq) values ($1, $2, 0) \
    on conflict (staff_id, ticket_id) do update set seq = 0";
const SET_ATTENTION: &str = "insert into ticket_attention (ticket_id, tier, escalated_at, nudges, nudged_at) \
    values ($1, $2, $3, $4, $5) on conflict (ticket_id) do update set tier = excluded.tier, \
    escalated_at = excluded.escalated_at, nudges = excluded.nudges, nudged_at = excluded.nudged_at";

const SET_SNOOZE: &str = "insert into ticket_snooze (ticket_id, wake_on, until_at) values ($1, $2, $3) \
    on conflict (ticket_id) do update set wake_on = excluded.wake_on, until_at = excluded.until_at";
const CLEAR_SNOOZE: &str = "delete from ticket_snooze where ticket_id = $1";
const INSERT_MERGE: &str = "insert into ticket_merge (ticket_id, into_id, root_id, merged_at, status_id, \
    status_category, solved_at, wake_on, until_at, into_status_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const DELETE_MERGE: &str = "delete from ticket_merge where ticket_id = $1";
// Whatever ended in a ticket ends where that one goes on.
const MOVE_ROOT: &str = "update ticket_merge set root_id = $1 where root_id = $2";
const SET_ROOT_BELOW: &str = "with recursive below (id) as (select g.ticket_id from ticket_merge g where g.into_id = $1 \
    union select g.ticket_id from ticket_merge g join below on g.into_id = below.id) \
    update ticket_merge set root_id = $1 where ticket_id in (select id from below)";
const SET_LINK: &str = "insert into linked_ticket (ticket_id, other_id, kind) values ($1, $2, $3) \
    on conflict (ticket_id, other_id) do update set kind = excluded.kind";
const CLEAR_LINK: &str = "delete from linked_ticket where ticket_id = $1 and other_id = $2";
const INSERT_SPLIT: &str =
    "insert into split_message (message_id, ticket_id, into_id) values ($1, $2, $3)";
const DELETE_SPLIT: &str = "delete from split_message where into_id = $1";
const INSERT_PARTICIPANT: &str =
    "insert into ticket_participant (ticket_id, staff_id) values ($1, $2)";
const DELETE_PARTICIPANT: &str =
    "delete from ticket_participant where ticket_id = $1 and staff_id = $2";
const INSERT_MENTION: &str = "insert into mention (message_id, staff_id, ticket_id, seq, is_direct) \
    values ($1, $2, $3, $4, $5)";
const INSERT_MENTION_TEAM: &str =
    "insert into mention_team (message_id, team_id, ticket_id) values ($1, $2, $3)";
// Nothing is written any more in what goes on in the ticket, and all of it is read there.
const READ_MENTIONS: &str = "update mention set read_at = $1 where staff_id = $2 and read_at is null \
    and ((ticket_id = $3 and seq <= $4) or ticket_id in (select g.ticket_id from ticket_merge g where g.root_id = $3))";
const UNREAD_MENTIONS: &str =
    "update mention set read_at = null where staff_id = $1 and ticket_id = $2";

pub async fn insert(tx: &Tx<'_>, t: &Ticket) -> Result<()> {
    tx.send(
        INSERT,
        params![
            t.id,
            t.public_id,
            t.brand_id,
            t.customer_id,
            t.category_id,
            t.subject,
            t.status_id,
            t.status_category,
            t.priority.rank(),
            t.risk,
            t.assignee_id,
            t.team_id,
            t.channel,
            t.lang,
            t.created_at,
            t.updated_at,
            t.last_message_at,
            t.last_message_by,
            t.solved_at,
            t.message_count,
            t.version
        ],
    )
    .await?;
    Ok(())
}

pub async fn update(tx: &Tx<'_>, t: &Ticket) -> Result<()> {
    tx.send(
        UPDATE,
        params![
            t.status_id,
            t.status_category,
            t.priority.rank(),
            t.risk,
            t.assignee_id,
            t.team_id,
            t.updated_at,
            t.last_message_at,
            t.last_message_by,
            t.solved_at,
            t.message_count,
            t.version,
            t.id
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_tag(tx: &Tx<'_>, ticket_id: TicketId, tag_id: TagId) -> Result<()> {
    tx.exec(INSERT_TAG, params![ticket_id, tag_id]).await?;
    Ok(())
}

pub async fn delete_tag(tx: &Tx<'_>, ticket_id: TicketId, tag_id: TagId) -> Result<()> {
    tx.exec(DELETE_TAG, params![ticket_id, tag_id]).await?;
    Ok(())
}

pub async fn insert_message(tx: &Tx<'_>, m: &Message) -> Result<()> {
    tx.send(
        INSERT_MESSAGE,
        params![
            m.id,
            m.ticket_id,
            m.seq,
            m.visibility,
            m.author,
            m.author_id,
            m.channel,
            m.lang,
            m.created_at,
            m.verification
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_body(
    tx: &Tx<'_>,
    message_id: MessageId,
    salt: &[u8],
    body: &Clean,
    html: &str,
    findings: &str,
) -> Result<()> {
    tx.send(INSERT_BODY, params![message_id, salt, body, html, findings]).await?;
    Ok(())
}

pub async fn set_body(
    tx: &Tx<'_>,
    message_id: MessageId,
    salt: &[u8],
    body: &Clean,
    html: &str,
    findings: &str,
) -> Result<()> {
    tx.exec(SET_BODY, params![salt, body, html, findings, message_id]).await?;
    Ok(())
}

pub async fn set_subject(tx: &Tx<'_>, id: TicketId, subject: &Clean) -> Result<()> {
    tx.exec(SET_SUBJECT, params![subject, id]).await?;
    Ok(())
}

/// Leaves nothing of a subject.
pub async fn empty_subject(tx: &Tx<'_>, id: TicketId) -> Result<()> {
    tx.exec(EMPTY_SUBJECT, params![id]).await?;
    Ok(())
}

/// The events that say a ticket's subject, in order, with their kinds and payloads.
pub async fn openings(tx: &Tx<'_>, stream: &str) -> Result<Vec<(EventId, String, Vec<u8>)>> {
    Ok(tx.query(OPENINGS, params![stream]).await?)
}

/// When the first event of a ticket's chain was written.
pub async fn opened_at(tx: &Tx<'_>, stream: &str) -> Result<Option<Timestamp>> {
    Ok(tx.query_opt::<(Timestamp,)>(OPENED_AT, params![stream]).await?.map(|(at,)| at))
}

/// Moves a ticket from the queue it was counted in to the one it is in now.
pub async fn shift_counts(
    tx: &Tx<'_>,
    cx: &mut Cx,
    from: Option<&Ticket>,
    to: &Ticket,
) -> Result<()> {
    let mut shifts = BTreeMap::from([(queue(to), 1)]);
    if let Some(from) = from.map(queue) {
        if from == queue(to) {
            return Ok(());
        }
        shifts.insert(from, -1);
    }
    add_to_counts(tx, cx, &shifts).await
}

/// What a ticket is counted by: its brand, whose turn it is, and whether somebody has it.
pub type Queue = (BrandId, StatusCategory, bool);

pub fn queue(ticket: &Ticket) -> Queue {
    (ticket.brand_id, ticket.status_category, ticket.assignee_id.is_some())
}

/// Adds to what queues hold. All rows are of one shard and in one order, so that of two who add to the same queues one waits for the
/// other, and never each for each.
pub async fn add_to_counts(tx: &Tx<'_>, cx: &mut Cx, shifts: &BTreeMap<Queue, i64>) -> Result<()> {
    let shard = i64::from(cx.pick(limits::COUNT_SHARDS));
    for (&(brand_id, status_category, assigned), &n) in shifts {
        tx.send(SHIFT_COUNT, params![brand_id, status_category, assigned, shard, n]).await?;
    }
    Ok(())
}

pub async fn set_read_mark(
    tx: &Tx<'_>,
    staff_id: StaffId,
    ticket_id: TicketId,
    seq: i64,
) -> Result<()> {
    tx.exec(SET_READ_MARK, params![staff_id, ticket_id, seq]).await?;
    Ok(())
}

pub async fn clear_read_mark(tx: &Tx<'_>, staff_id: StaffId, ticket_id: TicketId) -> Result<()> {
    tx.exec(CLEAR_READ_MARK, params![staff_id, ticket_id]).await?;
    Ok(())
}

pub async fn set_attention(tx: &Tx<'_>, ticket_id: TicketId, a: &Attention) -> Result<()> {
    let tier = a.tier.rank();
    tx.exec(SET_ATTENTION, params![ticket_id, tier, a.escalated_at, a.nudges, a.nudged_at]).await?;
    Ok(())
}

pub async fn set_snooze(tx: &Tx<'_>, ticket_id: TicketId, snooze: Option<Snooze>) -> Result<()> {
    match snooze {
        Some(Snooze { wake_on, until }) => {
            tx.exec(SET_SNOOZE, params![ticket_id, wake_on, until]).await?;
        }
        None => {
            tx.exec(CLEAR_SNOOZE, params![ticket_id]).await?;
        }
    }
    Ok(())
}

pub async fn insert_merge(tx: &Tx<'_>, ticket_id: TicketId, m: &Merge) -> Result<()> {
    tx.send(MOVE_ROOT, params![m.root_id, ticket_id]).await?;
    let (wake_on, until) = (m.snooze.map(|s| s.wake_on), m.snooze.and_then(|s| s.until));
    tx.send(
        INSERT_MERGE,
        params![
            ticket_id,
            m.into_id,
            m.root_id,
            m.merged_at,
            m.status_id,
            m.status_category,
            m.solved_at,
            wake_on,
            until,
            m.into_status_id
        ],
    )
    .await?;
    Ok(())
}

/// Takes the pointer away; what went on in the ticket ends there again.
pub async fn delete_merge(tx: &Tx<'_>, ticket_id: TicketId) -> Result<()> {
    tx.exec(DELETE_MERGE, params![ticket_id]).await?;
    tx.exec(SET_ROOT_BELOW, params![ticket_id]).await?;
    Ok(())
}

/// Says beside both tickets what each is to the other: `kind` is what `other_id` is to `ticket_id`, `None` is nothing any more.
pub async fn set_link(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    other_id: TicketId,
    kind: Option<LinkKind>,
) -> Result<()> {
    let sides = [(ticket_id, other_id, kind), (other_id, ticket_id, kind.map(LinkKind::inverse))];
    for (one, other, kind) in sides {
        match kind {
            Some(kind) => tx.exec(SET_LINK, params![one, other, kind]).await?,
            None => tx.exec(CLEAR_LINK, params![one, other]).await?,
        };
    }
    Ok(())
}

pub async fn insert_split(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    into_id: TicketId,
    ids: &[MessageId],
) -> Result<()> {
    for id in ids {
        tx.send(INSERT_SPLIT, params![*id, ticket_id, into_id]).await?;
    }
    Ok(())
}

/// Shows all that was split off for a ticket where it was written again.
pub async fn delete_split(tx: &Tx<'_>, into_id: TicketId) -> Result<()> {
    tx.exec(DELETE_SPLIT, params![into_id]).await?;
    Ok(())
}

pub async fn insert_participant(tx: &Tx<'_>, ticket_id: TicketId, staff_id: StaffId) -> Result<()> {
    tx.send(INSERT_PARTICIPANT, params![ticket_id, staff_id]).await?;
    Ok(())
}

/// Says whether there was one.
pub async fn delete_participant(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    staff_id: StaffId,
) -> Result<bool> {
    Ok(tx.exec(DELETE_PARTICIPANT, params![ticket_id, staff_id]).await? > 0)
}

/// Writes whom a note mentions that stands at `seq` in its ticket's chain.
pub async fn insert_mentions(
    tx: &Tx<'_>,
    ticket_id: TicketId,
    seq: i64,
    mentioned: &Mentioned,
) -> Result<()> {
    let id = mentioned.message_id;
    for (staff_ids, is_direct) in [(&mentioned.staff_ids, true), (&mentioned.of_teams, false)] {
        for staff_id in staff_ids {
            tx.send(INSERT_MENTION, params![id, *staff_id, ticket_id, seq, is_direct]).await?;
        }
    }
    for team_id in &mentioned.team_ids {
        tx.send(INSERT_MENTION_TEAM, params![id, *team_id, ticket_id]).await?;
    }
    Ok(())
}

/// Notes that a member has read what mentions them up to a place in a ticket's chain, and in all that goes on in it.
pub async fn read_mentions(
    tx: &Tx<'_>,
    staff_id: StaffId,
    ticket_id: TicketId,
    seq: i64,
    now: Timestamp,
) -> Result<()> {
    tx.exec(READ_MENTIONS, params![now, staff_id, ticket_id, seq]).await?;
    Ok(())
}

pub async fn unread_mentions(tx: &Tx<'_>, staff_id: StaffId, ticket_id: TicketId) -> Result<()> {
    tx.exec(UNREAD_MENTIONS, params![staff_id, ticket_id]).await?;
    Ok(())
}
