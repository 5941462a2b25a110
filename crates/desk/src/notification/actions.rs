//! Making notifications, noting what became of their deliveries, and what customers choose.

use std::time::Duration;

use proofdesk_store::Tx;

use super::rule::{self, Standing};
use super::{
    Channel, DeliveryState, JOB_KIND, JOB_LANE, MailReach, Means, Notification, NotificationKind,
    RecipientDigest, Road, Topic, Withheld, sql, view,
};
use crate::code::Code;
use crate::customer::event::CustomerChanged;
use crate::cx::Cx;
use crate::error::{Error, OrNotFound as _, Result};
use crate::exchange_event::{EventKind, ExchangeTold};
use crate::id::{
    BrandId, CustomerId, MessageId, NotificationDeliveryId, NotificationId, PushSubscriptionId,
    TicketId,
};
use crate::job::actions::enqueue_for;
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::quota::{self, Kind as Counted};
use crate::ticket::{Risk, StatusCategory, Ticket};
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::{brand, limits, push_subscription, ticket_link};

/// Tells of the first message of a ticket, by mail where there is such a road: its customer that theirs has arrived, with the brand's
/// promise, or that the desk opened a ticket for them. In the transaction that opens it.
pub(crate) async fn receipt(
    tx: &Tx<'_>,
    cx: &mut Cx,
    ticket: &Ticket,
    message_id: MessageId,
    by: Means,
) -> Result<()> {
    let is_theirs = matches!(cx.viewer, Viewer::Customer(_));
    // Who wrote nothing waits for no answer.
    let promised = by.promise.answer_within_min.filter(|_| is_theirs);
    let minutes = promised.and_then(|minutes| u64::try_from(minutes).ok());
    let news = News {
        kind: if is_theirs { NotificationKind::Receipt } else { NotificationKind::Opened },
        message_id: Some(message_id),
        expected_at: minutes.map(|min| cx.now + Duration::from_secs(min.saturating_mul(60))),
        told: None,
    };
    let about = About { of_theft: by.of_theft, ..About::of(ticket) };
    make(tx, cx, &about, &news, by.mail).await
}

/// Tells of what the desk did to a ticket that stood at `from` before. In the transaction that does it.
pub(crate) async fn change(
    tx: &Tx<'_>,
    cx: &mut Cx,
    from: StatusCategory,
    ticket: &Ticket,
    message_id: Option<MessageId>,
) -> Result<()> {
    if matches!(cx.viewer, Viewer::Customer(_)) {
        return Ok(());
    }
    match rule::kind_of(from, ticket.status_category, message_id.is_some()) {
        Some(kind) => {
            let road = view::road(tx, Channel::Mail).await?;
            let news = News { kind, message_id, expected_at: None, told: None };
            make(tx, cx, &About::of(ticket), &news, road).await
        }
        None => Ok(()),
    }
}

/// Mails a new link to a ticket's customer.
pub(crate) async fn renew_link(tx: &Tx<'_>, cx: &mut Cx, ticket: &Ticket) -> Result<()> {
    let road = view::road(tx, Channel::Mail).await?;
    let news =
        News { kind: NotificationKind::Link, message_id: None, expected_at: None, told: None };
    make(tx, cx, &About::of(ticket), &news, road).await
}

/// Tells a customer what the exchange told: of their account, and of the ticket that is about it, if there is one.
pub(crate) async fn told(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (customer_id, brand_id): (CustomerId, BrandId),
    ticket: Option<&Ticket>,
    told: &ExchangeTold,
) -> Result<()> {
    let kind = match told.about {
        EventKind::DepositSeen => NotificationKind::DepositSeen,
        EventKind::WithdrawalHeld => NotificationKind::WithdrawalHeld,
        EventKind::SettingChanged => NotificationKind::SettingChanged,
        _ => return Ok(()),
    };
    let road = view::road(tx, Channel::Mail).await?;
    let about = About { customer_id, brand_id, ticket, of_theft: false };
    let news = News { kind, message_id: None, expected_at: None, told: Some(told) };
    make(tx, cx, &about, &news, road).await
}

/// Whom and what a notification is about.
struct About<'a> {
    customer_id: CustomerId,
    brand_id: BrandId,
    ticket: Option<&'a Ticket>,
    /// It is about an account that was taken: nothing else may use up what is sent of that.
    of_theft: bool,
}

impl<'a> About<'a> {
    fn of(ticket: &'a Ticket) -> Self {
        let Ticket { customer_id, brand_id, risk, .. } = *ticket;
        let of_theft = risk == Risk::SuspectedTheft;
        Self { customer_id, brand_id, ticket: Some(ticket), of_theft }
    }

    fn ticket_id(&self) -> Option<TicketId> {
        self.ticket.map(|ticket| ticket.id)
    }
}

/// What there is to tell.
struct News<'a> {
    kind: NotificationKind,
    message_id: Option<MessageId>,
    expected_at: Option<Timestamp>,
    told: Option<&'a ExchangeTold>,
}

async fn make(
    tx: &Tx<'_>,
    cx: &mut Cx,
    about: &About<'_>,
    news: &News<'_>,
    road: Option<Road>,
) -> Result<()> {
    let mail = match road.filter(|road| road.is_open) {
        Some(road) => plan_mail(tx, cx, about, news.kind, road).await?,
        None => None,
    };
    // Who sends a message in the page sees there that it has arrived, and who asks for a link is told that it comes: nothing
    // is new to them, and no row is needed.
    let is_own = matches!(cx.viewer, Viewer::Customer(_)) || news.kind == NotificationKind::Link;
    if is_own && mail.is_none() {
        return Ok(());
    }
    let push = match news.kind.is_pushed() && !is_own {
        true => plan_push(tx, cx, about.customer_id, news.kind.topic()).await?,
        false => None,
    };
    let app = if is_own { None } else { plan_app(tx, cx, about, news.kind.topic()).await? };
    let notification = Notification {
        id: cx.id(),
        customer_id: about.customer_id,
        ticket_id: about.ticket_id(),
        message_id: news.message_id,
        kind: news.kind,
        expected_at: news.expected_at,
        created_at: cx.now,
        read_at: is_own.then_some(cx.now),
    };
    sql::insert(tx, &notification).await?;
    if let Some(told) = news.told {
        sql::insert_fact(tx, notification.id, told).await?;
    }
    if let Some(mail) = mail {
        send_mail(tx, cx, about, notification.id, mail).await?;
    }
    if let Some(app) = app {
        send_app(tx, cx, about, notification.id, app).await?;
    }
    match push {
        Some(push) => send_push(tx, cx, about, notification.id, &push).await,
        None => Ok(()),
    }
}

/// A push that is about to have its row.
struct Push {
    to: Vec<PushSubscriptionId>,
    withheld: Option<Withheld>,
}

/// The push that goes with a notification; `None` where there is no browser, or no wish.
async fn plan_push(
    tx: &Tx<'_>,
    cx: &Cx,
    customer_id: CustomerId,
    topic: Topic,
) -> Result<Option<Push>> {
    let to = push_subscription::view::reached(tx, customer_id, topic).await?;
    if to.is_empty() {
        return Ok(None);
    }
    let ((kind, limit), window) = (rule::cap(Channel::Push, topic), limits::MAIL_WINDOW);
    let whose = customer_id.to_string();
    let taken = quota::actions::take(tx, kind, &whose, limit, window, cx.now).await?;
    let withheld = taken.err().map(|_spent| Withheld::TooMany);
    Ok(Some(Push { to, withheld }))
}

async fn send_push(
    tx: &Tx<'_>,
    cx: &mut Cx,
    about: &About<'_>,
    notification_id: NotificationId,
    push: &Push,
) -> Result<()> {
    let delivery = Outgoing {
        channel: Channel::Push,
        recipient: push_subscription::recipient(about.customer_id),
        domain: Channel::Push.as_str(),
        withheld: push.withheld,
    };
    match deliver(tx, cx, about, notification_id, delivery).await? {
        Some(id) => push_subscription::actions::plan(tx, cx, id, &push.to).await,
        None => Ok(()),
    }
}

/// A delivery that is about to have its row.
struct Outgoing<'a> {
    channel: Channel,
    recipient: RecipientDigest,
    /// What stands behind the `@` of its id: for mail a domain, for others only that nobody else has it.
    domain: &'a str,
    withheld: Option<Withheld>,
}

/// Writes the row, and returns its id when there is something to send.
async fn deliver(
    tx: &Tx<'_>,
    cx: &mut Cx,
    about: &About<'_>,
    notification_id: NotificationId,
    outgoing: Outgoing<'_>,
) -> Result<Option<NotificationDeliveryId>> {
    let Outgoing { channel, recipient, domain, withheld } = outgoing;
    let id: NotificationDeliveryId = cx.id();
    let token: [u8; 16] = cx.bytes();
    let state = match withheld {
        Some(_) => DeliveryState::Withheld,
        None => DeliveryState::Queued,
    };
    let new = sql::NewDelivery {
        id,
        notification_id,
        ticket_id: about.ticket_id(),
        channel,
        state,
        recipient,
        mail_id: format!("{}@{domain}", hex::encode(token)),
        error: withheld.map(|rule| rule.as_str().to_owned()),
        created_at: cx.now,
    };
    sql::insert_delivery(tx, &new).await?;
    Ok(withheld.is_none().then_some(id))
}

/// A call to the app that is about to have its row.
struct App {
    recipient: RecipientDigest,
    withheld: Option<Withheld>,
}

/// The call to the exchange's app that goes with a notification; `None` where there is no app, no account, or no wish.
async fn plan_app(tx: &Tx<'_>, cx: &Cx, about: &About<'_>, topic: Topic) -> Result<Option<App>> {
    if !view::has_app(tx, about.brand_id).await? {
        return Ok(None);
    }
    let reach =
        view::app_reach(tx, about.customer_id, topic).await?.filter(|reach| reach.is_wanted);
    let Some(account) = reach.and_then(|reach| reach.account) else { return Ok(None) };
    let recipient = rule::app_recipient(&account);
    let ((kind, limit), window) = (rule::cap(Channel::App, topic), limits::MAIL_WINDOW);
    let subject = hex::encode(recipient);
    let taken = quota::actions::take(tx, kind, &subject, limit, window, cx.now);
    let withheld = taken.await?.err().map(|_spent| Withheld::TooMany);
    Ok(Some(App { recipient, withheld }))
}

async fn send_app(
    tx: &Tx<'_>,
    cx: &mut Cx,
    about: &About<'_>,
    notification_id: NotificationId,
    app: App,
) -> Result<()> {
    let App { recipient, withheld } = app;
    let domain = Channel::App.as_str();
    let delivery = Outgoing { channel: Channel::App, recipient, domain, withheld };
    match deliver(tx, cx, about, notification_id, delivery).await? {
        Some(id) => enqueue(tx, cx, id).await,
        None => Ok(()),
    }
}

/// A mail that is about to have its row.
struct Mail {
    recipient: RecipientDigest,
    domain: String,
    withheld: Option<Withheld>,
    needs_link: bool,
}

/// The mail that goes with a notification; `None` where there is no address, or no wish.
async fn plan_mail(
    tx: &Tx<'_>,
    cx: &Cx,
    about: &About<'_>,
    kind: NotificationKind,
    road: Road,
) -> Result<Option<Mail>> {
    let topic = kind.topic();
    let reach = view::mail_reach(tx, about.customer_id, topic, cx.now).await?.or_not_found()?;
    let Some(address) = reach.address.as_deref().filter(|_| reach.is_wanted) else {
        return Ok(None);
    };
    let recipient = rule::recipient(address);
    let withheld = withheld(tx, cx, about, kind, &reach, &recipient).await?;
    Ok(Some(Mail { recipient, domain: road.domain, withheld, needs_link: !reach.has_account }))
}

/// Counts the mail and says by which rule it may not go.
async fn withheld(
    tx: &Tx<'_>,
    cx: &Cx,
    about: &About<'_>,
    kind: NotificationKind,
    reach: &MailReach,
    recipient: &RecipientDigest,
) -> Result<Option<Withheld>> {
    let since = cx.now - limits::MAIL_BOUNCE_MEMORY;
    let has_bounced = view::has_bounced(tx, recipient, since).await?;
    let (subject, now) = (hex::encode(recipient), cx.now);
    Ok(match rule::standing(&reach.facts(has_bounced), kind) {
        Standing::Refused(rule) => Some(rule),
        Standing::Proven => {
            let (counted, limit) = rule::cap(Channel::Mail, kind.topic());
            quota::actions::take(tx, counted, &subject, limit, limits::MAIL_WINDOW, now)
                .await?
                .err()
                .map(|_spent| Withheld::TooMany)
        }
        Standing::Unproven => {
            let (of_address, of_brand) = match about.of_theft {
                true => (Counted::MailTheft, Counted::MailTheftOfBrand),
                false => (Counted::MailUnproven, Counted::MailUnprovenOfBrand),
            };
            let window = limits::MAIL_UNPROVEN_WINDOW;
            let once = quota::actions::take(tx, of_address, &subject, 1, window, now);
            if once.await?.is_err() {
                return Ok(Some(Withheld::Unproven));
            }
            let (limit, window) = (limits::MAILS_TO_UNPROVEN, limits::MAIL_WINDOW);
            let brand = about.brand_id.to_string();
            quota::actions::take(tx, of_brand, &brand, limit, window, now)
                .await?
                .err()
                .map(|_spent| Withheld::TooMany)
        }
    })
}

async fn send_mail(
    tx: &Tx<'_>,
    cx: &mut Cx,
    about: &About<'_>,
    notification_id: NotificationId,
    mail: Mail,
) -> Result<()> {
    let Mail { recipient, domain, withheld, needs_link } = mail;
    let delivery = Outgoing { channel: Channel::Mail, recipient, domain: &domain, withheld };
    let Some(id) = deliver(tx, cx, about, notification_id, delivery).await? else {
        return Ok(());
    };
    if needs_link && let Some(ticket) = about.ticket {
        ticket_link::actions::make(tx, cx, ticket, id, &recipient).await?;
    }
    enqueue(tx, cx, id).await
}

async fn enqueue(tx: &Tx<'_>, cx: &mut Cx, id: NotificationDeliveryId) -> Result<()> {
    enqueue_for(tx, cx, (JOB_KIND, JOB_LANE), id, limits::MAIL_ATTEMPTS).await
}

/// Notes what came of an attempt: `error` is a code of the other side or of ours, never its text.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn record(
    tx: &Tx<'_>,
    cx: &Cx,
    id: NotificationDeliveryId,
    state: DeliveryState,
    error: Option<&str>,
) -> Result<()> {
    cx.viewer.require_inside()?;
    sql::set_outcome(tx, id, state, error, cx.now).await
}

/// Opens or closes a road, as the node that starts was configured. `domain` is what stands behind the @ of message ids.
///
/// # Errors
/// `no-permission` for everybody but the desk itself.
pub async fn set_road(tx: &Tx<'_>, cx: &Cx, channel: Channel, domain: Option<&str>) -> Result<()> {
    cx.viewer.require_inside()?;
    let known = view::road(tx, channel).await?;
    let is_same = match (&known, domain) {
        (Some(road), Some(domain)) => road.is_open && road.domain == domain,
        (Some(road), None) => !road.is_open,
        (None, None) => true,
        (None, Some(_)) => false,
    };
    if is_same {
        return Ok(());
    }
    let kept = known.map(|road| road.domain).unwrap_or_default();
    sql::set_road(tx, channel, domain.is_some(), domain.unwrap_or(&kept), cx.now).await
}

/// Marks the signed-in customer's notifications as read: those of one ticket, or all. Returns how many that were.
///
/// # Errors
/// `signed-out`, `customers-only`; `not-found` for a ticket that is not theirs.
pub async fn mark_read(tx: &Tx<'_>, cx: &Cx, ticket: Option<&crate::id::PublicId>) -> Result<u64> {
    let me = cx.viewer.customer()?;
    match ticket {
        None => sql::mark_all_read(tx, me.customer_id, cx.now).await,
        Some(number) => {
            let scope = cx.viewer.scope(Permission::TicketRead);
            let id = crate::ticket::view::find_id(tx, number, &scope).await?.or_not_found()?;
            sql::mark_read(tx, me.customer_id, id, cx.now).await
        }
    }
}

/// Sets on which roads the signed-in customer wants to hear of what. What is not named stays.
///
/// # Errors
/// `signed-out`, `customers-only`; `field-invalid` at `items[n].is_on` for news of their account's security, which always go.
pub async fn set_preferences(tx: &Tx<'_>, cx: &mut Cx, chosen: &[super::Preference]) -> Result<()> {
    let me = cx.viewer.customer()?.clone();
    let is_refused = |chosen: &super::Preference| !chosen.is_on && !chosen.topic.is_chosen();
    if let Some(n) = chosen.iter().position(is_refused) {
        return Err(Error::field(format!("items[{n}].is_on"), Code::FieldInvalid));
    }
    let chain = log::lock(tx, &Stream::Customer(me.customer_id)).await?;
    let current = view::preferences(tx, me.customer_id).await?;
    let changed = chosen.iter().filter(|preference| !current.contains(preference));
    let mut fields = Vec::new();
    for preference in changed {
        sql::set_preference(tx, me.customer_id, preference, cx.now).await?;
        fields.push(format!("notify.{}.{}", preference.topic, preference.channel));
    }
    if fields.is_empty() {
        return Ok(());
    }
    let event = CustomerChanged { customer_id: me.customer_id, fields };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

/// Keeps the wish to hear of everything on a road, which another choice of the customer's implies that has an event of its own.
pub(crate) async fn want_all(tx: &Tx<'_>, cx: &Cx, of: CustomerId, channel: Channel) -> Result<()> {
    for topic in Topic::ALL.iter().copied().filter(|topic| topic.is_chosen()) {
        let wish = super::Preference { topic, channel, is_on: true };
        sql::set_preference(tx, of, &wish, cx.now).await?;
    }
    Ok(())
}

/// Sets what a brand promises in its receipts; `None` promises nothing.
///
/// # Errors
/// `no-permission` without `brand.manage`; `not-found`; `field-invalid` for less than a minute or more than thirty days.
pub async fn set_promise(
    tx: &Tx<'_>,
    cx: &mut Cx,
    brand_id: BrandId,
    answer_within_min: Option<i64>,
) -> Result<()> {
    cx.viewer.require(Permission::BrandManage)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    brand::view::find(tx, brand_id).await?.or_not_found()?;
    match answer_within_min {
        None => sql::delete_promise(tx, brand_id).await?,
        Some(minutes) if (1..=limits::PROMISE_MAX_MIN).contains(&minutes) => {
            sql::set_promise(tx, brand_id, minutes, cx.now).await?;
        }
        Some(_) => return Err(Error::field("answer_within_min", Code::FieldInvalid)),
    }
    let event = brand::event::BrandChanged { brand_id };
    chain.append(tx, cx, &[NewEvent::of(&event)?]).await?;
    Ok(())
}

/// Deletes up to `limit` notifications that are old, with what became of their deliveries. Returns how many.
pub async fn prune(tx: &Tx<'_>, cx: &Cx, limit: u32) -> Result<u64> {
    let before = cx.now - limits::NOTIFICATION_AGE;
    push_subscription::actions::prune_attempts(tx, before, limit).await?;
    sql::prune(tx, before, limit).await
}
