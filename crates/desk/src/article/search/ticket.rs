//! Articles that fit a ticket.

use std::collections::BTreeSet;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::super::reader::Reader;
use super::{Asked, Found, find};
use crate::error::{OrNotFound as _, Result};
use crate::id::PublicId;
use crate::limits;
use crate::lookup::Lookup;
use crate::ticket::view::summary;
use crate::viewer::{Scope, Viewer};

// Of a ticket that was split off another one, the customer's words are older than ours.
pub(super) const FIRST_TEXT: &str = "select said.body from \
    (select m.created_at, m.id, b.body from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = $1 and b.body is not null \
    union all select m.created_at, m.id, b.body from split_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id where x.into_id = $1 and b.body is not null) as said \
    order by said.created_at, said.id limit 1";

/// Published articles, internal ones too where the viewer may read them, that fit what a ticket's customer wrote first: those
/// in the ticket's language, which can be sent, and then those in the reader's, which are to be read.
///
/// # Errors
/// `not-found` for a ticket outside the scope; `search-not-ready`.
pub async fn for_ticket(
    rx: &Rx<'_>,
    lookup: &Lookup,
    viewer: &Viewer,
    scope: &Scope,
    ticket: &PublicId,
    reader: Locale,
) -> Result<Found> {
    let summary = summary(rx, viewer, scope, ticket).await?.or_not_found()?;
    let first: Option<(String,)> = rx.query_opt(FIRST_TEXT, params![summary.id]).await?;
    let text = format!("{}\n{}", summary.subject, first.unwrap_or_default().0);
    let own: Locale = summary.lang.parse().unwrap_or(reader);
    let (mut all, mut seen) = (Found::default(), BTreeSet::new());
    let known = Reader::of(viewer);
    let both = if own == reader { vec![own] } else { vec![own, reader] };
    for lang in both {
        let asked = Asked {
            text: text.clone(),
            lang,
            section: None,
            is_typing: false,
            limit: limits::HELP_SUGGESTED,
        };
        let found = find(rx, lookup, &known, summary.brand.id, &asked).await?;
        all.items.extend(found.items.into_iter().filter(|item| seen.insert(item.id)));
    }
    all.total = all.items.len();
    Ok(all)
}
