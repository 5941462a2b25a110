//! Reading how long recent tickets waited.

use std::time::Duration;

use proofdesk_store::{Rx, params};

use super::{Measured, Past, Wait, measure};
use crate::error::Result;
use crate::id::CategoryId;
use crate::limits;
use crate::time::Timestamp;

/// Every statement of this noun.
pub const ALL: &[&str] = &[RECENT];

// Aggregates over all customers of a category: they name nobody, so no scope narrows them. What goes on in another ticket was
// answered there, and counts once.
const RECENT: &str = "select t.created_at, t.solved_at, t.lang, (select min(m.created_at) from message m \
    where m.ticket_id = t.id and m.visibility = 'public' and m.author_kind = 'staff') \
    from ticket t where t.category_id = $1 and t.created_at >= $2 \
    and not exists (select 1 from ticket_merge g where g.ticket_id = t.id) order by t.created_at desc limit $3";

/// When it was opened, solved, in which language, and when staff first answered.
type Row = (Timestamp, Option<Timestamp>, String, Option<Timestamp>);

/// How long the newest tickets of a category, of the last 28 days, waited for their first answer: those in this language, at
/// this hour, as far as there are enough.
/// How it narrows them: [`measure`].
///
/// # Errors
/// Only those of the store.
pub async fn recent(
    rx: &Rx<'_>,
    category_id: CategoryId,
    lang: &str,
    now: Timestamp,
) -> Result<Measured> {
    let since = now - limits::REACH_WINDOW;
    let rows: Vec<Row> =
        rx.query(RECENT, params![category_id, since, limits::REACH_TICKETS]).await?;
    let past = |(opened, solved, lang, answered): Row| {
        let end = answered.or(solved).unwrap_or(now);
        let micros = end.micros().saturating_sub(opened.micros());
        let took = Duration::from_micros(u64::try_from(micros).unwrap_or(0));
        Past { wait: Wait { took, answered: answered.is_some() }, opened, lang }
    };
    let past: Vec<Past> = rows.into_iter().map(past).collect();
    Ok(measure(&past, lang, now))
}
