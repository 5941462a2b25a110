//! Who a customer is, and what hangs on them besides their tickets.

use std::collections::BTreeMap;

use proofdesk_store::{Tx, params};

use crate::cx::Cx;
use crate::error::Result;
use crate::id::{AttachmentId, CustomerId, EventId, Id as _};
use crate::limits;
use crate::log::erasure;
use crate::time::Timestamp;

// The number of the row changes only where there was something, so that erasing twice is erasing once.
pub(super) const NAMELESS: &str = "update customer set name = null, email = null, phone = null, uid = null, \
    time_zone = 'UTC', updated_at = $1, version = version + 1 where id = $2 and (name is not null \
    or email is not null or phone is not null or uid is not null or time_zone <> 'UTC')";
pub(super) const ACTS: &str =
    "update account_act set account = null where customer_id = $1 and account is not null";
// What failed does nothing any more without its account; what waits is handled by doing nothing, and gone then.
pub(super) const EXCHANGE_EVENTS: &str = "update exchange_event set account = null, \
    facts = case when state = 'failed' then null else facts end \
    where account in (select subject from identity where customer_id = $1 and kind = 'portal') \
    and brand_id in (select brand_id from identity where customer_id = $1 and kind = 'portal')";
pub(super) const IDENTITIES: &str = "delete from identity where customer_id = $1";
// Rows of sessions that are over stay until they are pruned: nobody's browser and address are in them any more.
pub(super) const SESSIONS: &str = "update session set ended_at = coalesce(ended_at, $1), user_agent = '', address = '' \
    where customer_id = $2";
pub(super) const PUSHES: &str = "delete from push_subscription where customer_id = $1";
pub(super) const LINKS: &str = "delete from ticket_link where customer_id = $1";
pub(super) const CONSTRAINTS: &str = "delete from account_constraint where customer_id = $1";
pub(super) const PREFERENCES: &str = "delete from notification_preference where customer_id = $1";
pub(super) const WISHES: &str = "delete from notification_wish where customer_id = $1";
pub(super) const ANSWERS_KEPT: &str = "delete from idempotency where principal = $1";
pub(super) const DRAFTS: &str = "delete from ticket_draft where customer_id = $1";
// What staff have begun to write about them.
pub(super) const REPLY_DRAFT_FILES: &str = "delete from reply_draft_file where ticket_id in (select id from ticket where customer_id = $1)";
pub(super) const REPLY_DRAFTS: &str =
    "delete from reply_draft where ticket_id in (select id from ticket where customer_id = $1)";

pub(super) const PUSH_ATTEMPTS: &str = "delete from push_attempt where delivery_id in \
    (select d.id from notification_delivery d where d.notification_id in \
    (select id from notification where customer_id = $1 order by id limit $2))";
pub(super) const DELIVERIES: &str = "delete from notification_delivery where notification_id in \
    (select id from notification where customer_id = $1 order by id limit $2)";
pub(super) const FACTS: &str = "delete from notification_fact where notification_id in \
    (select id from notification where customer_id = $1 order by id limit $2)";
pub(super) const NOTIFICATIONS: &str = "delete from notification where id in \
    (select id from notification where customer_id = $1 order by id limit $2)";
// Their bytes are collected like those of every upload that has no row.
pub(super) const UPLOAD_PARTS: &str = "delete from upload_part where upload_id in \
    (select id from upload where uploader_kind = 'customer' and uploader_id = $1)";
pub(super) const UPLOADS: &str =
    "delete from upload where uploader_kind = 'customer' and uploader_id = $1";
pub(super) const LOOSE_FILES: &str = "select id, coalesce(blob_id, id) from attachment where uploader_kind = 'customer' \
    and uploader_id = $1 and ticket_id is null order by id limit $2";
pub(super) const FORGET_FILE: &str = "delete from attachment where id = $1 and ticket_id is null";
// What staff wrote when they looked at somebody's data may say who that is.
pub(super) const LOOKS: &str = "select e.id, e.stream from look l join event e on e.id = l.event_id \
    where l.customer_id = $1 and e.kind <> 'customer.account_read' and e.payload is not null \
    order by e.stream, e.id limit $2";

/// Takes out of the rows who somebody is and by what they come in.
pub(super) async fn forget(tx: &Tx<'_>, id: CustomerId, now: Timestamp) -> Result<()> {
    tx.exec(NAMELESS, params![now, id]).await?;
    // Before the identities, which say what account it is.
    for sql in [
        EXCHANGE_EVENTS,
        ACTS,
        IDENTITIES,
        PUSHES,
        LINKS,
        CONSTRAINTS,
        PREFERENCES,
        WISHES,
        DRAFTS,
        REPLY_DRAFT_FILES,
        REPLY_DRAFTS,
    ] {
        tx.exec(sql, params![id]).await?;
    }
    tx.exec(SESSIONS, params![now, id]).await?;
    tx.exec(ANSWERS_KEPT, params![format!("customer:{id}")]).await?;
    Ok(())
}

/// Deletes a page of what was kept for or of a customer beside their tickets. Returns the files whose bytes are of no use any
/// more; `None` when nothing was left.
pub(super) async fn forget_page(
    tx: &Tx<'_>,
    cx: &mut Cx,
    id: CustomerId,
) -> Result<Option<Vec<AttachmentId>>> {
    let limit = limits::ERASURE_PAGE;
    for sql in [PUSH_ATTEMPTS, DELIVERIES, FACTS] {
        tx.exec(sql, params![id, limit]).await?;
    }
    let told = tx.exec(NOTIFICATIONS, params![id, limit]).await?;
    // The drafts of staff once more: whoever had one open may have gone on with it.
    for sql in [UPLOAD_PARTS, UPLOADS, REPLY_DRAFT_FILES, REPLY_DRAFTS] {
        tx.exec(sql, params![id]).await?;
    }
    let files: Vec<(AttachmentId, AttachmentId)> =
        tx.query(LOOSE_FILES, params![id, limit]).await?;
    for (file, _) in &files {
        tx.exec(FORGET_FILE, params![file]).await?;
    }
    let looks = forget_looks(tx, cx, id).await?;
    if told == 0 && files.is_empty() && !looks {
        return Ok(None);
    }
    Ok(Some(files.into_iter().map(|(_, blob_id)| blob_id).collect()))
}

/// Erases why members looked at a customer's data. That they did, and when, stays.
async fn forget_looks(tx: &Tx<'_>, cx: &mut Cx, id: CustomerId) -> Result<bool> {
    let rows: Vec<(EventId, String)> = tx.query(LOOKS, params![id, limits::ERASURE_PAGE]).await?;
    // By stream, in the order of their names: so are several chains locked.
    let mut streams: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
    for (event_id, stream) in rows {
        streams.entry(stream).or_default().push(event_id);
    }
    let any = !streams.is_empty();
    for (stream, events) in streams {
        let payloads = events.iter().map(|id| (erasure::Subject::Payload, id.uuid()));
        erasure::erase_all(tx, cx, stream, payloads).await?;
    }
    Ok(any)
}
