//! What the index is made of, and the texts that snippets are cut from.

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_locale::Locale;
use proofdesk_search::{Excerpts, Segment, TicketDocument, Wanted};
use proofdesk_store::{Engine, FromRow, Row, Rx, params};

use super::{NONE, fact, known, standing, summed};
use crate::error::Result;
use crate::id::{
    BrandId, CategoryId, CustomerId, Id as _, StaffId, StatusId, TagId, TeamId, TicketId,
};
use crate::limits;
use crate::sql_list;
use crate::ticket::view::Summary;
use crate::time::Timestamp;
use crate::viewer::Placement;

/// Every statement of this folder that both engines run.
pub const ALL: &[&str] =
    &[TICKETS, TEXTS, ANSWERS, TAGS, EVIDENCE, CHOSEN, NEWEST_TEXTS, known::CATEGORIES, known::TAG];

const TICKETS: &str = "select t.id, t.brand_id, t.customer_id, t.category_id, t.status_id, t.status_category, \
    t.assignee_id, t.team_id, t.priority, t.risk, t.channel, t.lang, t.subject, t.last_message_at, \
    t.last_message_by, t.created_at, t.updated_at from ticket t where t.id >= $1 and t.id <= $2 order by t.id limit $3";
// Words are found in the ticket that shows them.
const TEXTS: &str = "select said.ticket_id, said.body from \
    (select m.ticket_id, m.seq, b.body from message m join message_body b on b.message_id = m.id \
    where m.ticket_id >= $1 and m.ticket_id <= $2 and b.body is not null \
    and not exists (select 1 from split_message x where x.message_id = m.id) \
    union all select x.into_id, m.seq, b.body from split_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id \
    where x.into_id >= $1 and x.into_id <= $2 and b.body is not null) as said order by said.ticket_id, said.seq";
// What customers wrote into a form. Choices and networks are stored as slugs, coins and times have keys of their own, and of files
// nothing is looked for.
const ANSWERS: &str = "select a.ticket_id, a.value from answer a where a.ticket_id >= $1 and a.ticket_id <= $2 \
    and a.value is not null and a.kind in ('text', 'order', 'uid', 'amount', 'tx', 'address', 'api_request', 'api_response') \
    order by a.ticket_id, a.position";
const TAGS: &str =
    "select g.ticket_id, g.tag_id from ticket_tag g where g.ticket_id >= $1 and g.ticket_id <= $2";
// What a message says goes with it where it is split off, as a filter has it.
const EVIDENCE: &str = "select e.ticket_id, e.key, e.network, e.asset from evidence e \
    where e.ticket_id >= $1 and e.ticket_id <= $2 \
    and not exists (select 1 from split_message x where x.message_id = e.message_id) \
    union all select x.into_id, e.key, e.network, e.asset from split_message x join message m on m.id = x.message_id \
    join evidence e on e.ticket_id = m.ticket_id and e.message_id = m.id where x.into_id >= $1 and x.into_id <= $2";
const CHOSEN: &str = "select a.ticket_id, a.kind, a.value from answer a where a.ticket_id >= $1 and a.ticket_id <= $2 \
    and a.value is not null and a.kind in ('network', 'asset')";
const NEWEST_TEXTS: &str = "select said.ticket_id, said.body from \
    (select m.ticket_id, m.created_at, m.id, b.body from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = $1 and b.body is not null \
    and not exists (select 1 from split_message x where x.message_id = m.id) \
    union all select x.into_id, m.created_at, m.id, b.body from split_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id where x.into_id = $1 and b.body is not null) as said \
    order by said.created_at desc, said.id desc limit $2";
// The same of some tickets: a server is waited for once for all of them. In the process itself the one above is twice as fast.
const NEWEST_TEXTS_OF_MANY: &str = "select newest.ticket_id, b.body from \
    (select said.ticket_id, said.id, \
    row_number() over (partition by said.ticket_id order by said.created_at desc, said.id desc) as place from \
    (select m.ticket_id, m.created_at, m.id from message m join message_body b on b.message_id = m.id \
    where m.ticket_id = any (cast($1 as uuid[])) and b.body is not null \
    and not exists (select 1 from split_message x where x.message_id = m.id) \
    union all select x.into_id, m.created_at, m.id from split_message x join message m on m.id = x.message_id \
    join message_body b on b.message_id = m.id \
    where x.into_id = any (cast($1 as uuid[])) and b.body is not null) as said) as newest \
    join message_body b on b.message_id = newest.id \
    where newest.place <= $2 order by newest.ticket_id, newest.place";

/// Tickets whose texts are read at once for snippets. Not those of a whole page: their texts may be long.
const ASKED_TOGETHER: usize = 10;

struct Indexed {
    id: TicketId,
    lang: String,
    subject: String,
    at: Timestamp,
    scope: Vec<String>,
    facts: Vec<String>,
    by: String,
    created: Timestamp,
    updated: Timestamp,
}

impl FromRow for Indexed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let id: TicketId = row.next()?;
        let brand_id: BrandId = row.next()?;
        let customer_id: CustomerId = row.next()?;
        let category_id: CategoryId = row.next()?;
        let status_id: StatusId = row.next()?;
        let turn: String = row.next()?;
        let assignee_id: Option<StaffId> = row.next()?;
        let team_id: Option<TeamId> = row.next()?;
        let priority: i64 = row.next()?;
        let risk: String = row.next()?;
        let channel: String = row.next()?;
        let lang: String = row.next()?;
        let assignee = assignee_id.map(|id| id.to_string());
        let team = team_id.map(|id| id.to_string());
        let scope = standing(&Placement { brand_id, customer_id, assignee_id, team_id });
        let facts = vec![
            fact("turn", &turn),
            fact("status", &status_id.to_string()),
            fact("category", &category_id.to_string()),
            fact("brand", &brand_id.to_string()),
            fact("assignee", assignee.as_deref().unwrap_or(NONE)),
            fact("team", team.as_deref().unwrap_or(NONE)),
            fact("priority", &priority.to_string()),
            fact("risk", &risk),
            fact("channel", &channel),
            fact("lang", &lang),
        ];
        Ok(Self {
            id,
            lang,
            subject: row.next()?,
            at: row.next()?,
            scope,
            facts,
            by: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}

/// Tickets as the index has them: those from one id to another, in order, at most `limit`. For the index alone: nobody's
/// scope is asked.
///
/// # Errors
/// Only those of the store.
pub(super) async fn documents(
    rx: &Rx<'_>,
    from: TicketId,
    until: TicketId,
    limit: u32,
) -> Result<Vec<TicketDocument>> {
    let tickets: Vec<Indexed> = rx.query(TICKETS, params![from, until, limit]).await?;
    let Some(last) = tickets.last().map(|ticket| ticket.id) else { return Ok(Vec::new()) };
    let rows: Vec<(TicketId, String)> = rx.query(TEXTS, params![from, last]).await?;
    let answers: Vec<(TicketId, String)> = rx.query(ANSWERS, params![from, last]).await?;
    let mut texts: BTreeMap<TicketId, String> = BTreeMap::new();
    for (ticket_id, body) in rows.into_iter().chain(answers) {
        let text = texts.entry(ticket_id).or_default();
        if text.len() < limits::SEARCH_TICKET_BYTES {
            text.push('\n');
            text.push_str(&body);
        }
    }
    let tags: Vec<(TicketId, TagId)> = rx.query(TAGS, params![from, last]).await?;
    let mut shown = marks(rx, from, last).await?;
    let document = |ticket: Indexed| {
        let own = tags.iter().filter(|(of, _)| *of == ticket.id);
        let tagged: Vec<String> = own.map(|(_, tag)| fact("tag", &tag.to_string())).collect();
        let mut marks = shown.remove(&ticket.id).unwrap_or_default();
        marks.insert(fact("by", &ticket.by));
        marks.extend(tagged.iter().cloned());
        marks.extend(tagged.is_empty().then(|| fact("tag", NONE)));
        let body = texts.remove(&ticket.id).unwrap_or_default();
        TicketDocument {
            id: ticket.id.uuid(),
            locale: locale(&ticket.lang),
            text: ticket.subject + &body,
            scope: ticket.scope,
            facts: ticket.facts.into_iter().chain(tagged).collect(),
            marks: marks.into_iter().collect(),
            at: ticket.at.micros(),
            created: ticket.created.micros(),
            updated: ticket.updated.micros(),
        }
    };
    Ok(tickets.into_iter().map(document).collect())
}

/// What tickets show: their evidence by sums of its values, and the networks and coins that it and the answers name.
async fn marks(
    rx: &Rx<'_>,
    from: TicketId,
    last: TicketId,
) -> Result<BTreeMap<TicketId, BTreeSet<String>>> {
    let mut marks: BTreeMap<TicketId, BTreeSet<String>> = BTreeMap::new();
    let evidence: Vec<(TicketId, String, Option<String>, Option<String>)> =
        rx.query(EVIDENCE, params![from, last]).await?;
    for (ticket_id, key, network, asset) in evidence {
        let own = marks.entry(ticket_id).or_default();
        own.insert(fact("evidence", &summed(&key)));
        own.extend(network.map(|network| fact("chain", &network)));
        own.extend(asset.map(|asset| fact("asset", &asset)));
    }
    let chosen: Vec<(TicketId, String, String)> = rx.query(CHOSEN, params![from, last]).await?;
    for (ticket_id, kind, value) in chosen {
        let key = if kind == "network" { "chain" } else { "chosen_asset" };
        marks.entry(ticket_id).or_default().insert(fact(key, &value));
    }
    Ok(marks)
}

fn locale(lang: &str) -> Locale {
    Locale::ALL.into_iter().find(|locale| locale.code() == lang).unwrap_or_default()
}

/// What of a ticket's messages was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    pub ticket_id: TicketId,
    pub segments: Vec<Segment>,
}

/// A piece of the newest message of each ticket that has one of the words; none for a ticket whose subject alone has them.
/// The summaries are of tickets that the caller found visible to staff, who read notes too.
///
/// # Errors
/// Only those of the store.
pub async fn snippets(
    rx: &Rx<'_>,
    wanted: &[Wanted],
    summaries: &[Summary],
) -> Result<Vec<Snippet>> {
    let mut snippets = Vec::new();
    if wanted.is_empty() {
        return Ok(snippets);
    }
    let mut excerpts = Excerpts::of(wanted, limits::SEARCH_SNIPPET_CHARS);
    for some in summaries.chunks(ASKED_TOGETHER) {
        let texts = newest_texts(rx, some).await?;
        for summary in some {
            let locale = locale(&summary.lang);
            let mut own = texts.iter().filter(|(of, _)| *of == summary.id);
            let segments = own.find_map(|(_, body)| excerpts.cut(body, locale));
            snippets.extend(segments.map(|segments| Snippet { ticket_id: summary.id, segments }));
        }
    }
    Ok(snippets)
}

/// What is shown in these tickets, the newest of each first, at most [`limits::SEARCH_SNIPPET_MESSAGES`] of each.
async fn newest_texts(rx: &Rx<'_>, of: &[Summary]) -> Result<Vec<(TicketId, String)>> {
    let most = limits::SEARCH_SNIPPET_MESSAGES;
    let engine = rx.engine();
    if engine == Engine::Postgres {
        let ids = sql_list::listed(engine, of.iter().map(|summary| summary.id.uuid()));
        return Ok(rx.query_dyn(NEWEST_TEXTS_OF_MANY, params![ids, most]).await?);
    }
    let mut texts = Vec::new();
    for summary in of {
        texts.extend(rx.query(NEWEST_TEXTS, params![summary.id, most]).await?);
    }
    Ok(texts)
}
