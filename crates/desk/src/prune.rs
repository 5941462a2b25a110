//! What has served its time goes: rows that protect a window, once the window is over.

use proofdesk_store::{Tx, params};

use crate::cx::Cx;
use crate::error::Result;
use crate::{
    article, draft, exchange_event, limits, link, missed_search, notification, quota, reply_draft,
    ticket_link, webhook,
};

/// Every statement of this file.
pub const ALL: &[&str] = &[SPENT_TOKENS, IDEMPOTENCY, SESSIONS];

const SPENT_TOKENS: &str = "delete from spent_token where digest in \
    (select digest from spent_token where expires_at < $1 order by expires_at limit $2)";
const IDEMPOTENCY: &str = "delete from idempotency where (principal, key) in \
    (select principal, key from idempotency where created_at < $1 order by created_at limit $2)";
const SESSIONS: &str = "delete from session where id in \
    (select id from session where expires_at < $1 limit $2)";

/// Deletes up to `limit` rows of each kind, and says whether there may be more.
///
/// # Errors
/// Only those of the store.
pub async fn page(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<bool> {
    let day_old = cx.now - limits::IDEMPOTENCY_AGE;
    // A token is remembered for a day past its expiry, so that a clock that was ahead for a moment brings none back.
    let spent = tx.exec(SPENT_TOKENS, params![day_old, limit]).await?;
    let idempotent = tx.exec(IDEMPOTENCY, params![day_old, limit]).await?;
    let ended = tx.exec(SESSIONS, params![cx.now - limits::STAFF_SESSION_MAX, limit]).await?;
    let counted = quota::actions::prune(tx, cx.now, limit).await?;
    let links = link::actions::prune(tx, cx, limit).await?;
    let told = notification::actions::prune(tx, cx, limit).await?;
    let mailed = ticket_link::actions::prune(tx, cx, limit).await?;
    let drafts = draft::actions::prune(tx, cx, limit).await?;
    let unsent = reply_draft::actions::prune(tx, cx, limit).await?;
    let events = exchange_event::actions::prune(tx, cx, limit).await?;
    let pushed = webhook::actions::prune(tx, cx, limit).await?;
    let missed = missed_search::actions::prune(tx, cx, limit).await?;
    let read = article::gap::prune(tx, cx, limit).await?;
    let all = [
        spent, idempotent, ended, counted, links, told, mailed, drafts, unsent, events, pushed,
        missed, read,
    ];
    Ok(all.contains(&u64::from(limit)))
}
