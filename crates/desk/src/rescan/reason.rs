//! What the guard's newer rules find in the reasons that people gave: for looking at a customer's data, taking a transcript or the whole desk
//! away, erasing, letting a translation go without a term of the glossary. A reason stands in the payload of an event and nowhere else;
//! that payload is erased, and said anew by another event.

use proofdesk_store::{Rx, Tx, params};
use serde_json::Value;
use uuid::Uuid;

use super::Stored;
use super::event::ReasonMasked;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{EventId, Id as _};
use crate::log::erasure::{self, Subject};
use crate::log::{self, NewEvent, Payload as _, Stream};
use crate::look;
use crate::permission::Permission;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[PAGE, BY_ID];

/// Under what name a payload has it.
const REASON: &str = "reason";

// As the index of migration 44 says it, word for word.
const PAGE: &str = "select id, kind, payload from event where kind in ('article.terms_waived', 'customer.erasure_asked', 'customer.field_revealed', \
    'desk.exported', 'guard.reason_masked', 'ticket.erasure_asked', 'ticket.transcript_exported') \
    and id > $1 and payload is not null order by id limit $2";
const BY_ID: &str = "select stream, kind, payload from event where id = $1 and payload is not null";

/// The next reasons of a walk, in the order of their events' ids.
pub(super) async fn page(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<Stored>> {
    let rows: Vec<(Uuid, String, Vec<u8>)> = rx.query(PAGE, params![after, limit]).await?;
    let stored = |(id, kind, payload): (Uuid, String, Vec<u8>)| {
        // What cannot be read here is a matter of whoever verifies the log.
        let said = read(kind, &payload).ok();
        let reason = said.and_then(|(_, said)| said.get(REASON)?.as_str().map(str::to_owned));
        Stored::of(id, reason.into_iter().collect())
    };
    Ok(rows.into_iter().map(stored).collect())
}

/// What an event said, and of which kind the one was that said it first.
fn read(kind: String, payload: &[u8]) -> serde_json::Result<(String, Value)> {
    if kind != ReasonMasked::KIND {
        return Ok((kind, serde_json::from_slice(payload)?));
    }
    let ReasonMasked { told, said, .. } = serde_json::from_slice(payload)?;
    Ok((told, said))
}

/// Reads a reason once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(super) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: EventId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let Some((stream, ..)) = find(tx, id).await? else { return Ok(false) };
    let Some(stream) = Stream::parse(&stream) else { return Ok(false) };
    let chain = log::lock(tx, &stream).await?;
    // Again behind the lock: it may have been erased meanwhile.
    let Some((_, kind, payload)) = find(tx, id).await? else { return Ok(false) };
    let (told, mut said) = read(kind, &payload)
        .map_err(|_not_json| Error::Broken { what: "a reason that is no JSON" })?;
    let Some(Value::String(reason)) = said.get_mut(REASON) else { return Ok(false) };
    let Some(clean) = Clean::again(reason)? else { return Ok(false) };
    clean.as_str().clone_into(reason);
    let masked = ReasonMasked { event_id: id, told, said, kinds: clean.kinds() };
    let appended = chain.append(tx, cx, &[NewEvent::of(&masked)?]).await?;
    look::sql::told_by(tx, id, appended.event_id).await?;
    erasure::erase_all(tx, cx, stream.name(), [(Subject::Payload, id.uuid())]).await?;
    Ok(true)
}

/// An event's stream, kind and payload; `None` when there is none, or it was erased.
async fn find(rx: &Rx<'_>, id: EventId) -> Result<Option<(String, String, Vec<u8>)>> {
    Ok(rx.query_opt(BY_ID, params![id]).await?)
}
