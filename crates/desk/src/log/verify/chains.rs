//! Every chain from its first event to its head, with the rows that its events fix.

use std::fmt;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::check::{self, Link, Notes};
use super::finding::{Problem, Report};
use super::pages::{Page, Pages, Table, unless_unreadable};
use crate::desk::Desk;
use crate::error::Result;
use crate::log::rows::{
    self, AttachmentRow, BodyRow, EventRow, MaskedClaim, MaskedFileClaim, MessageClaim, Witness,
    event_columns,
};

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[EVENTS, EVENT_KEY, HEAD, HEADS, HEAD_KEY];

const EVENTS: &str = concat!(
    "select ",
    event_columns!(),
    ", f.pos, i.seq from event e left join feed f on f.event_id = e.id left join feed_inbox i on i.event_id = e.id \
     where (e.stream, e.seq) >= ($1, $2) order by e.stream, e.seq limit $3"
);
const EVENT_KEY: &str =
    "select stream, seq from event where (stream, seq) >= ($1, $2) order by stream, seq limit 1";
const HEAD: &str = "select seq, hash from stream_head where stream = $1";
const HEADS: &str = "select h.stream, h.seq, h.hash, e.hash from stream_head h \
    left join event e on e.stream = h.stream and e.seq = h.seq where h.stream > $1 order by h.stream limit $2";
const HEAD_KEY: &str = "select stream from stream_head where stream > $1 order by stream limit 1";

/// A place in the order of the chains.
#[derive(Clone)]
struct Place {
    stream: String,
    seq: i64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.stream, self.seq)
    }
}

enum Item {
    Event(Box<Placed>),
    /// The chain has no more events; its head in the same snapshot.
    End {
        stream: String,
        head: Head,
    },
}

enum Head {
    Read(Option<(i64, Vec<u8>)>),
    /// Left to the walk over the heads.
    Unread,
}

struct Placed {
    event: EventRow,
    pos: Option<i64>,
    /// Waits for the sequencer.
    waits: bool,
    fixed: Option<(MessageClaim, Option<Witness>)>,
    /// The body that it fixes anew, `None` inside while that is not read.
    masked: Option<(MaskedClaim, Option<Option<BodyRow>>)>,
    /// The same of a file.
    masked_file: Option<(MaskedFileClaim, Option<Option<AttachmentRow>>)>,
}

impl FromRow for Placed {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let event = EventRow::from_row(row)?;
        let pos = row.next()?;
        let waits = row.next::<Option<i64>>()?.is_some();
        Ok(Self { event, pos, waits, fixed: None, masked: None, masked_file: None })
    }
}

#[derive(Clone, Copy)]
struct Events {
    /// Without heads and the rows that events fix.
    alone: bool,
}

impl Table for Events {
    type Key = Place;
    type Item = Item;
    const NAME: &'static str = "event";

    async fn page(&self, rx: &Rx<'_>, from: &Place, limit: u32) -> Result<Page<Item, Place>> {
        let events: Vec<Placed> = rx.query(EVENTS, params![from.stream, from.seq, limit]).await?;
        let full = u32::try_from(events.len()).ok() == Some(limit);
        // Where the page before stopped: a chain that has no more events ended there.
        let mut chain = (!from.stream.is_empty()).then(|| from.stream.clone());
        let (mut items, mut next) = (Vec::with_capacity(events.len()), None);
        for mut placed in events {
            let stream = &placed.event.stream;
            if let Some(ended) = chain.take_if(|chain| chain != stream) {
                items.push(self.end(rx, ended).await?);
            }
            chain = Some(stream.clone());
            next = Some(Place { stream: stream.clone(), seq: placed.event.seq.saturating_add(1) });
            if let Some(claim) = placed.event.message() {
                let witness =
                    if self.alone { None } else { Some(rows::witness(rx, &claim).await?) };
                placed.fixed = Some((claim, witness));
            }
            if let Some(claim) = placed.event.masked() {
                let body = if self.alone { None } else { Some(rows::body(rx, claim.id).await?) };
                placed.masked = Some((claim, body));
            }
            if let Some(claim) = placed.event.masked_file() {
                let row = match self.alone {
                    true => None,
                    false => Some(rows::attachment(rx, claim.now.id).await?),
                };
                placed.masked_file = Some((claim, row));
            }
            items.push(Item::Event(Box::new(placed)));
        }
        if full {
            return Ok((items, next));
        }
        if let Some(ended) = chain {
            items.push(self.end(rx, ended).await?);
        }
        Ok((items, None))
    }

    fn alone(&self) -> Option<Self> {
        Some(Self { alone: true })
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &Place) -> Result<Option<Place>> {
        let key: Option<(String, i64)> =
            rx.query_opt(EVENT_KEY, params![from.stream, from.seq]).await?;
        Ok(key.map(|(stream, seq)| Place { stream, seq }))
    }

    fn after(key: &Place) -> Option<Place> {
        key.seq.checked_add(1).map(|seq| Place { stream: key.stream.clone(), seq })
    }
}

impl Events {
    async fn end(self, rx: &Rx<'_>, stream: String) -> Result<Item> {
        if self.alone {
            return Ok(Item::End { stream, head: Head::Unread });
        }
        let head = rx.query_opt(HEAD, params![stream]).await?;
        Ok(Item::End { stream, head: Head::Read(head) })
    }
}

/// Follows every chain. `progress` hears how many events were looked at.
pub(super) async fn run(
    desk: &Desk,
    report: &mut Report,
    notes: &mut Notes,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<()> {
    let start = Place { stream: String::new(), seq: i64::MIN };
    let mut pages = Pages::new(desk, Events { alone: false }, start);
    let mut link: Option<Link> = None;
    while let Some(items) = pages.next(report).await? {
        for item in items {
            match item {
                Item::Event(placed) => {
                    link = Some(follow(report, notes, link.as_ref(), &placed));
                    if let Some((claim, None)) = &placed.fixed {
                        one_by_one(desk, report, notes, &placed.event, claim).await?;
                    }
                    if let Some((claim, None)) = &placed.masked {
                        masked_alone(desk, report, notes, &placed.event, claim).await?;
                    }
                    if let Some((claim, None)) = &placed.masked_file {
                        masked_file_alone(desk, report, notes, &placed.event, claim).await?;
                    }
                }
                Item::End { stream, head } => {
                    if let Some(link) = link.take() {
                        end(report, &stream, &head, &link);
                    }
                }
            }
        }
        progress(report.events);
    }
    check::superseded(report, notes);
    heads(desk, report).await
}

fn follow(report: &mut Report, notes: &mut Notes, link: Option<&Link>, placed: &Placed) -> Link {
    let Placed { event, pos, waits, fixed, masked, masked_file } = placed;
    if pos.is_none() && !waits {
        report.find("event", event.id, None, Problem::NoPosition);
    }
    let link = check::event(report, notes, link, event, *pos);
    if let Some((claim, Some(witness))) = fixed {
        check::message(report, notes, event, claim, witness);
    }
    if let Some((claim, Some(body))) = masked {
        check::masked_body(report, notes, event, claim, body.as_ref());
    }
    if let Some((claim, Some(row))) = masked_file {
        check::masked_file(report, notes, event, claim, row.as_ref());
    }
    link
}

async fn masked_alone(
    desk: &Desk,
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MaskedClaim,
) -> Result<()> {
    let id = claim.id;
    let row = desk.read(async move |rx: &Rx<'_>| rows::body(rx, id).await).await;
    match unless_unreadable(row)? {
        Some(row) => check::masked_body(report, notes, event, claim, row.as_ref()),
        None => report.find("message_body", id, None, Problem::Unreadable),
    }
    Ok(())
}

async fn masked_file_alone(
    desk: &Desk,
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MaskedFileClaim,
) -> Result<()> {
    let id = claim.now.id;
    let row = desk.read(async move |rx: &Rx<'_>| rows::attachment(rx, id).await).await;
    match unless_unreadable(row)? {
        Some(row) => check::masked_file(report, notes, event, claim, row.as_ref()),
        None => report.find("attachment", id, None, Problem::Unreadable),
    }
    Ok(())
}

/// Checks the rows that an event fixes when not all of them can be read: those that cannot are named.
async fn one_by_one(
    desk: &Desk,
    report: &mut Report,
    notes: &mut Notes,
    event: &EventRow,
    claim: &MessageClaim,
) -> Result<()> {
    let id = claim.id;
    let row = desk.read(async move |rx: &Rx<'_>| rows::message(rx, id).await).await;
    match unless_unreadable(row)? {
        Some(row) => check::message_row(report, event, claim, row.as_ref()),
        None => report.find("message", id, None, Problem::Unreadable),
    }
    let row = desk.read(async move |rx: &Rx<'_>| rows::body(rx, id).await).await;
    match unless_unreadable(row)? {
        Some(row) => check::body_row(report, notes, event, claim, row.as_ref()),
        None => report.find("message_body", id, None, Problem::Unreadable),
    }
    for claimed in &claim.attachments {
        let id = claimed.id;
        let row = desk.read(async move |rx: &Rx<'_>| rows::attachment(rx, id).await).await;
        match unless_unreadable(row)? {
            Some(row) => {
                check::attachment_row(report, notes, event, (claim, claimed), row.as_ref())
            }
            None => report.find("attachment", id, None, Problem::Unreadable),
        }
    }
    Ok(())
}

fn end(report: &mut Report, stream: &str, head: &Head, last: &Link) {
    let hash = match head {
        Head::Read(Some((_, hash))) => Some(hash.as_slice()),
        Head::Read(None) | Head::Unread => None,
    };
    check::end(report, last, hash);
    if let Head::Read(head) = head {
        check_head(report, stream, head.as_ref(), last);
    }
}

fn check_head(report: &mut Report, stream: &str, head: Option<&(i64, Vec<u8>)>, last: &Link) {
    let Some((seq, hash)) = head else {
        let needed_by = format!("the chain {stream}");
        return report.find("stream_head", stream, None, Problem::Missing { needed_by });
    };
    if *seq != last.seq {
        let gap = Problem::Gap { expected: last.seq, found: *seq };
        report.find("stream_head", stream, Some("seq"), gap);
    } else if *hash != last.hash {
        report.find("stream_head", stream, Some("hash"), Problem::BrokenLink);
    }
}

struct HeadRow {
    stream: String,
    seq: i64,
    hash: Vec<u8>,
    event_hash: Option<Vec<u8>>,
}

impl FromRow for HeadRow {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            stream: row.next()?,
            seq: row.next()?,
            hash: row.next()?,
            event_hash: row.next()?,
        })
    }
}

#[derive(Clone, Copy)]
struct Heads;

impl Table for Heads {
    type Key = String;
    type Item = HeadRow;
    const NAME: &'static str = "stream_head";

    async fn page(&self, rx: &Rx<'_>, from: &String, limit: u32) -> Result<Page<HeadRow, String>> {
        let heads: Vec<HeadRow> = rx.query(HEADS, params![from, limit]).await?;
        let next = heads.last().map(|head| head.stream.clone());
        Ok((heads, next))
    }

    async fn first_key(&self, rx: &Rx<'_>, from: &String) -> Result<Option<String>> {
        let key: Option<(String,)> = rx.query_opt(HEAD_KEY, params![from]).await?;
        Ok(key.map(|(stream,)| stream))
    }

    fn after(key: &String) -> Option<String> {
        Some(key.clone())
    }
}

/// Heads without their event: the end of a chain is gone, or the head is of no chain.
async fn heads(desk: &Desk, report: &mut Report) -> Result<()> {
    let mut pages = Pages::new(desk, Heads, String::new());
    while let Some(heads) = pages.next(report).await? {
        for head in heads {
            // Locked for a first event that then was not written.
            let unused = head.seq == 0 && head.hash == crate::log::hash::GENESIS;
            if head.event_hash.is_none() && !unused {
                let needed_by = format!("stream_head {}", head.stream);
                let row = format!("{} {}", head.stream, head.seq);
                report.find("event", row, None, Problem::Missing { needed_by });
                report.find("stream_head", &head.stream, None, Problem::Unaccounted);
            }
        }
    }
    Ok(())
}
