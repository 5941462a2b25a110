//! Reading notifications: a customer's own, what agents see of a ticket's deliveries, and what a mail says.

use proofdesk_store::{FromRow, Row, Rx, params};

use super::returned::Place;
use super::{
    AppReach, Channel, Delivery, Letter, LetterReply, MailReach, Notice, Preference, Promise,
    RecipientDigest, Road, Topic, rule,
};
use crate::error::Result;
use crate::exchange_event::ExchangeTold;
use crate::id::{
    BrandId, CustomerId, Id as _, MessageId, NotificationDeliveryId, NotificationId, TicketId,
};
use crate::ticket::Author;
use crate::time::Timestamp;
use crate::viewer::CustomerViewer;
use crate::{app_push, bridge, limits, push_subscription};

pub(super) const ROAD: &str = "select is_open, domain from outward_channel where channel = $1";
// The exchange vouches for the address that it names; an address alone is proven by whoever opened a link sent there.
pub(super) const MAIL_REACH: &str = "select c.email, coalesce(w.is_on, p.is_on), \
    (select count(*) from identity i where i.customer_id = c.id and i.kind = 'portal' and i.level = 'signed-in'), \
    (select count(*) from identity i where i.customer_id = c.id and i.level = 'email' \
     and (i.kind = 'email' and i.subject = c.email or i.kind = 'stranger') and (i.level_until is null or i.level_until > $1)) \
    from customer c left join notification_preference p on p.customer_id = c.id and p.channel = 'mail' \
    left join notification_wish w on w.customer_id = c.id and w.channel = 'mail' and w.topic = $2 \
    where c.id = $3";
pub(super) const APP_REACH: &str = "select (select i.subject from identity i where i.customer_id = c.id \
    and i.kind = 'portal' order by i.id limit 1), coalesce(w.is_on, p.is_on) \
    from customer c left join notification_preference p on p.customer_id = c.id and p.channel = 'app' \
    left join notification_wish w on w.customer_id = c.id and w.channel = 'app' and w.topic = $1 \
    where c.id = $2";
// A bounce may come days after its mail, when others have left already: the moment at which it came counts.
pub(super) const HAS_BOUNCED: &str = "select count(*) from (select 1 as one from notification_delivery \
    where recipient = $1 and state = 'bounced' and attempted_at > $2 limit 1) as bounced";
pub(super) const PLACE: &str = "select validity, last_uid from mail_mailbox where name = $1";
// A wish without a topic is one for the whole road, from before there were topics.
pub(super) const PREFERENCES: &str = "select topic, channel, is_on from notification_wish where customer_id = $1 \
    union all select '', channel, is_on from notification_preference where customer_id = $1";
pub(super) const PROMISE: &str =
    "select answer_within_min from receipt_promise where brand_id = $1";
pub(super) const PROMISED: &str = "select max(n.expected_at) from notification n \
    where n.customer_id = $1 and n.ticket_id = $2 and n.kind = 'receipt' and not exists (select 1 from message m \
    where m.ticket_id = n.ticket_id and m.visibility = 'public' and m.author_kind = 'staff')";
pub(super) const LIST: &str = "select n.id, n.kind, t.public_id, \
    (select m.author_kind from message m where m.ticket_id = t.id and m.seq = 1), \
    t.subject, t.lang, f.fact, n.created_at, n.read_at \
    from notification n left join ticket t on t.id = n.ticket_id and t.customer_id = n.customer_id \
    left join notification_fact f on f.notification_id = n.id \
    where n.customer_id = $1 and n.id < $2 and (t.id is not null or f.fact is not null) order by n.id desc limit $3";
pub(super) const UNREAD: &str = "select count(*) from (select 1 from notification \
    where customer_id = $1 and read_at is null limit 100) as capped";
pub(super) const OF_TICKET: &str = "select d.id, n.message_id, n.kind, d.channel, d.state, d.attempts, d.last_error, \
    d.created_at, d.attempted_at from notification_delivery d join notification n on n.id = d.notification_id \
    where d.ticket_id = $1 order by d.id desc limit $2";
pub(super) const LETTER: &str = "select d.channel, d.state, d.created_at, b.id, n.kind, d.mail_id, n.expected_at, c.id, c.email, c.locale, \
    c.time_zone, n.ticket_id, t.public_id, t.subject, f.fact, b.slug, b.name, n.message_id, l.id, \
    (select m.author_kind from message m where m.ticket_id = n.ticket_id and m.seq = 1) \
    from notification_delivery d join notification n on n.id = d.notification_id \
    left join ticket t on t.id = n.ticket_id join customer c on c.id = n.customer_id \
    join brand b on b.id = c.brand_id left join ticket_link l on l.id = d.id \
    left join notification_fact f on f.notification_id = n.id where d.id = $1";
pub(super) const REFERENCES: &str = "select d.mail_id from notification_delivery d \
    join notification n on n.id = d.notification_id where d.ticket_id = $1 and n.customer_id = $2 \
    and d.id < $3 and d.channel = 'mail' and d.state <> 'withheld' order by d.id limit $4";
pub(super) const REPLY: &str = "select s.name, m.lang, b.body, b.html, b.findings, \
    (select count(*) from attachment a where a.message_id = m.id) \
    from message m join message_body b on b.message_id = m.id left join staff s on s.id = m.author_id \
    where m.id = $1 and m.visibility = 'public' and m.author_kind = 'staff'";

/// Ids of earlier mails that a mail names: RFC 5322 sets no limit, some servers do.
const REFERENCES_KEPT: u32 = 20;

impl FromRow for Road {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { is_open: row.next()?, domain: row.next()? })
    }
}

impl FromRow for MailReach {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let address: Option<String> = row.next()?;
        let is_wanted: Option<bool> = row.next()?;
        let accounts: i64 = row.next()?;
        let proofs: i64 = row.next()?;
        Ok(Self {
            address,
            is_proven: accounts > 0 || proofs > 0,
            has_account: accounts > 0,
            is_wanted: is_wanted.unwrap_or(true),
        })
    }
}

impl FromRow for Notice {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            kind: row.next()?,
            ticket: row.next()?,
            is_of_desk: row.next::<Option<Author>>()?.is_some_and(|by| by != Author::Customer),
            subject: row.next::<Option<String>>()?.unwrap_or_default(),
            lang: row.next::<Option<String>>()?.unwrap_or_default(),
            told: told(row.next()?)?,
            created_at: row.next()?,
            read_at: row.next()?,
        })
    }
}

impl FromRow for Delivery {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            message_id: row.next()?,
            kind: row.next()?,
            channel: row.next()?,
            state: row.next()?,
            attempts: row.next()?,
            error: row.next()?,
            created_at: row.next()?,
            attempted_at: row.next()?,
        })
    }
}

/// The road as the installation has it; `None` where no node was ever configured for it.
pub(crate) async fn road(rx: &Rx<'_>, channel: Channel) -> Result<Option<Road>> {
    Ok(rx.query_opt(ROAD, params![channel]).await?)
}

/// Says whether the installation sends on a road.
pub async fn is_open(rx: &Rx<'_>, channel: Channel) -> Result<bool> {
    Ok(road(rx, channel).await?.is_some_and(|road| road.is_open))
}

pub(crate) async fn mail_reach(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    topic: Topic,
    now: Timestamp,
) -> Result<Option<MailReach>> {
    let reach: Option<MailReach> =
        rx.query_opt(MAIL_REACH, params![now, topic, customer_id]).await?;
    Ok(reach.map(|reach| MailReach { is_wanted: reach.is_wanted || !topic.is_chosen(), ..reach }))
}

pub(crate) async fn app_reach(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    topic: Topic,
) -> Result<Option<AppReach>> {
    let row: Option<(Option<String>, Option<bool>)> =
        rx.query_opt(APP_REACH, params![topic, customer_id]).await?;
    let reach = |(account, is_on): (_, Option<bool>)| AppReach {
        account,
        is_wanted: is_on.unwrap_or(true) || !topic.is_chosen(),
    };
    Ok(row.map(reach))
}

/// Says whether a brand's exchange has an app that is told.
pub async fn has_app(rx: &Rx<'_>, brand_id: BrandId) -> Result<bool> {
    Ok(app_push::view::find(rx, brand_id).await?.is_some())
}

/// Says whether a mail to a recipient was refused or came back after `since`.
pub(crate) async fn has_bounced(
    rx: &Rx<'_>,
    recipient: &RecipientDigest,
    since: Timestamp,
) -> Result<bool> {
    let (n,): (i64,) = rx.query_one(HAS_BOUNCED, params![recipient, since]).await?;
    Ok(n > 0)
}

/// Says whether mail to the address of a customer has come back a short while ago, so that none is sent.
pub async fn is_failing(rx: &Rx<'_>, customer_id: CustomerId, now: Timestamp) -> Result<bool> {
    let reach = mail_reach(rx, customer_id, Topic::Tickets, now).await?;
    let Some(address) = reach.and_then(|reach| reach.address) else { return Ok(false) };
    has_bounced(rx, &rule::recipient(&address), now - limits::MAIL_BOUNCE_MEMORY).await
}

/// Up to where a mailbox was read; the beginning where it never was.
pub async fn place(rx: &Rx<'_>, mailbox: &str) -> Result<Place> {
    let row: Option<(i64, i64)> = rx.query_opt(PLACE, params![mailbox]).await?;
    let place = row.map(|(validity, last_uid)| Place { validity, last_uid });
    Ok(place.unwrap_or_default())
}

/// A customer's choice for every topic on every road there is in this version.
pub async fn preferences(rx: &Rx<'_>, customer_id: CustomerId) -> Result<Vec<Preference>> {
    let rows: Vec<(String, String, bool)> = rx.query(PREFERENCES, params![customer_id]).await?;
    let said = |topic: &str, channel: Channel| {
        let named = |(of, on, _): &&(String, String, bool)| of == topic && on == channel.as_str();
        rows.iter().find(named).map(|(_, _, is_on)| *is_on)
    };
    let preference = |(topic, channel): (Topic, Channel)| {
        let chosen = said(topic.as_str(), channel).or_else(|| said("", channel));
        Preference { topic, channel, is_on: chosen.unwrap_or(true) || !topic.is_chosen() }
    };
    let pairs = Topic::ALL.iter().flat_map(|topic| Channel::ALL.iter().map(|road| (*topic, *road)));
    Ok(pairs.map(preference).collect())
}

/// The roads on which a signed-in customer can be told: those that the installation has, and they.
pub async fn roads(rx: &Rx<'_>, me: &CustomerViewer) -> Result<Vec<Channel>> {
    let mut roads = Vec::new();
    if is_open(rx, Channel::Mail).await? {
        roads.push(Channel::Mail);
    }
    let is_offered = push_subscription::view::offer(rx, me).await?.is_some();
    if is_offered && !push_subscription::view::list(rx, me).await?.is_empty() {
        roads.push(Channel::Push);
    }
    let has_account = bridge::view::own_account(rx, me).await?.is_some();
    if has_account && has_app(rx, me.brand_id).await? {
        roads.push(Channel::App);
    }
    Ok(roads)
}

/// What a brand promises in its receipts.
pub async fn promise(rx: &Rx<'_>, brand_id: BrandId) -> Result<Promise> {
    let row: Option<(i64,)> = rx.query_opt(PROMISE, params![brand_id]).await?;
    Ok(Promise { brand_id, answer_within_min: row.map(|(minutes,)| minutes) })
}

/// By when the receipt of a ticket's first message said that it is answered; `None` where it promised nothing, none was sent, or the
/// answer is there.
pub async fn promised(
    rx: &Rx<'_>,
    customer_id: CustomerId,
    ticket_id: TicketId,
) -> Result<Option<Timestamp>> {
    let row: (Option<Timestamp>,) = rx.query_one(PROMISED, params![customer_id, ticket_id]).await?;
    Ok(row.0)
}

/// The customer's own notifications, newest first, older than `before`.
pub async fn list(
    rx: &Rx<'_>,
    me: &CustomerViewer,
    before: Option<NotificationId>,
    limit: u32,
) -> Result<Vec<Notice>> {
    let before = before.unwrap_or_else(|| NotificationId::from_uuid(uuid::Uuid::max()));
    Ok(rx.query(LIST, params![me.customer_id, before, limit]).await?)
}

/// How many of the customer's own notifications are unread, a hundred at most.
pub async fn unread(rx: &Rx<'_>, me: &CustomerViewer) -> Result<i64> {
    let (n,): (i64,) = rx.query_one(UNREAD, params![me.customer_id]).await?;
    Ok(n)
}

/// What became of the newest deliveries about a ticket that the caller found visible to staff, oldest first.
pub async fn of_ticket(rx: &Rx<'_>, ticket_id: TicketId) -> Result<Vec<Delivery>> {
    let mut rows: Vec<Delivery> =
        rx.query(OF_TICKET, params![ticket_id, limits::DELIVERIES_SHOWN]).await?;
    rows.reverse();
    Ok(rows)
}

/// What the exchange told, as its row holds it.
fn told(fact: Option<String>) -> proofdesk_store::Result<Option<ExchangeTold>> {
    let odd = |_| proofdesk_store::Error::Decode("notification_fact.fact".to_owned());
    fact.map(|json| serde_json::from_str(&json)).transpose().map_err(odd)
}

/// A letter's row, before the words of others are added.
struct Found {
    letter: Letter,
    customer_id: CustomerId,
    ticket_id: TicketId,
    message_id: Option<MessageId>,
}

impl FromRow for Found {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        let (channel, state, created_at) = (row.next()?, row.next()?, row.next()?);
        let (brand_id, kind, mail_id) = (row.next()?, row.next()?, row.next()?);
        let (expected_at, customer_id, address) = (row.next()?, row.next()?, row.next()?);
        let (locale, time_zone, ticket_id) = (row.next()?, row.next()?, row.next()?);
        let (ticket, subject): (_, Option<String>) = (row.next()?, row.next()?);
        let told = told(row.next()?)?;
        let (brand_slug, brand_name) = (row.next()?, row.next()?);
        let (message_id, link) = (row.next()?, row.next()?);
        let opened_by: Option<Author> = row.next()?;
        let letter = Letter {
            delivery_id: NotificationDeliveryId::from_uuid(uuid::Uuid::nil()),
            channel,
            state,
            kind,
            mail_id,
            references: Vec::new(),
            expected_at,
            address,
            account: None,
            created_at,
            brand_id,
            is_proven: false,
            locale,
            time_zone,
            ticket,
            subject: subject.unwrap_or_default(),
            is_of_desk: opened_by.is_some_and(|by| by != Author::Customer),
            told,
            brand_slug,
            brand_name,
            reply: None,
            link,
        };
        Ok(Self { letter, customer_id, ticket_id, message_id })
    }
}

/// Everything that a mail says; `None` when the delivery is gone. For the desk's own use: the address is in clear.
pub async fn letter(
    rx: &Rx<'_>,
    id: NotificationDeliveryId,
    now: Timestamp,
) -> Result<Option<Letter>> {
    let Some(found) = rx.query_opt::<Found>(LETTER, params![id]).await? else { return Ok(None) };
    let Found { mut letter, customer_id, ticket_id, message_id } = found;
    let topic = letter.kind.topic();
    let reach = mail_reach(rx, customer_id, topic, now).await?;
    let earlier = params![ticket_id, customer_id, id, REFERENCES_KEPT];
    let references: Vec<(String,)> = rx.query(REFERENCES, earlier).await?;
    letter.delivery_id = id;
    letter.account = app_reach(rx, customer_id, topic).await?.and_then(|reach| reach.account);
    letter.is_proven = reach.is_some_and(|reach| reach.is_proven);
    letter.references = references.into_iter().map(|(mail_id,)| mail_id).collect();
    // The words go to proven addresses only, whatever was thought when the mail was made.
    if let Some(message_id) = message_id.filter(|_| letter.is_proven) {
        letter.reply = reply(rx, message_id).await?;
    }
    Ok(Some(letter))
}

type ReplyRow = (Option<String>, String, Option<String>, Option<String>, Option<String>, i64);

async fn reply(rx: &Rx<'_>, message_id: MessageId) -> Result<Option<LetterReply>> {
    let row: Option<ReplyRow> = rx.query_opt(REPLY, params![message_id]).await?;
    Ok(row.and_then(|(author, lang, text, html, findings, files)| {
        // Where something was masked, the page shows it with what to do about it; a mail cannot.
        let is_plain = findings.is_none_or(|findings| findings.trim() == "[]");
        let (text, html) = (text.filter(|_| is_plain)?, html?);
        Some(LetterReply { author: author.unwrap_or_default(), lang, text, html, files })
    }))
}
