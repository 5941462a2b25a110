//! What a customer is told of: the list, and what else they are sent.

use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{NotificationId, PushSubscriptionId};
use proofdesk_desk::notification::{Channel, Notice as Told, NotificationKind, Preference, Topic};
use proofdesk_desk::notification::{actions, view};
use proofdesk_desk::push_subscription::{self, Device};
use proofdesk_desk::{Timestamp, customer, limits};
use proofdesk_http::{Form, Page as Pages, Path, Problem, Query, Result};
use proofdesk_locale::{FluentArgs, Locale};
use serde::Deserialize;

use crate::ticket::lang;
use crate::view::{
    DeviceRow, Live, NotificationList, NotificationRow, NotificationSettings, PushSettings,
    TopicBox, TopicRow,
};
use crate::visit::{Visit, YesIn, ok};
use crate::{Here, Notice, Page, language};

/// What the cursor's seal is bound to.
const LIST: &str = "site:notifications";
const PATH: &str = "/notifications";
const SETTINGS: &str = "/notifications/settings";

#[derive(Deserialize)]
pub(crate) struct ListIn {
    after: Option<String>,
    notice: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct SettingsIn {
    notice: Option<String>,
}

/// A box that is not ticked is not sent. Its name is the topic's and the road's.
#[derive(Deserialize)]
pub(crate) struct ChosenIn {
    #[serde(rename = "tickets.mail")]
    tickets_mail: Option<String>,
    #[serde(rename = "tickets.push")]
    tickets_push: Option<String>,
    #[serde(rename = "tickets.app")]
    tickets_app: Option<String>,
    #[serde(rename = "account.mail")]
    account_mail: Option<String>,
    #[serde(rename = "account.push")]
    account_push: Option<String>,
    #[serde(rename = "account.app")]
    account_app: Option<String>,
    locale: String,
}

impl ChosenIn {
    fn is_on(&self, topic: Topic, channel: Channel) -> bool {
        let ticked = match (topic, channel) {
            (Topic::Tickets, Channel::Mail) => &self.tickets_mail,
            (Topic::Tickets, Channel::Push) => &self.tickets_push,
            (Topic::Tickets, Channel::App) => &self.tickets_app,
            (Topic::Account, Channel::Mail) => &self.account_mail,
            (Topic::Account, Channel::Push) => &self.account_push,
            (Topic::Account, Channel::App) => &self.account_app,
            (Topic::Security, _) => return true,
        };
        ticked.is_some()
    }
}

/// `GET /notifications`
pub(crate) async fn show(visit: Visit, Query(input): Query<ListIn>) -> Result<Response> {
    // Taken before the rows are read: what happens between the two arrives live.
    let pos = visit.app.hub().pos();
    let (me, key) = (visit.asker.viewer.customer()?.clone(), visit.app.cursor_key());
    let before: Option<NotificationId> =
        input.after.as_deref().map(|cursor| key.open(LIST, cursor)).transpose()?;
    let limit = limits::PAGE_DEFAULT;
    let read = visit.app.desk().read(async move |rx| view::list(rx, &me, before, limit + 1).await);
    let pages = Pages::cut(read.await?, limit, |last| key.seal(LIST, &last.id))?;
    let notice = input.notice.as_deref().and_then(|code| Notice::parse(code, None));
    let page = visit.page(Here::Notifications, PATH, notice)?;
    ok(&NotificationList {
        rows: pages.items.into_iter().map(|told| row(&page, told)).collect(),
        older: pages.next_cursor,
        live: before.is_none().then_some(Live { after: pos }),
        page,
    })
}

fn row(page: &Page, told: Told) -> NotificationRow {
    let what = match told.kind {
        NotificationKind::Receipt => page.t("notice-kind-receipt"),
        NotificationKind::Reply => page.t("notice-kind-reply"),
        NotificationKind::Waiting => page.t("notice-kind-waiting"),
        NotificationKind::Solved => page.t("notice-kind-solved"),
        NotificationKind::Link => page.t("notice-kind-link"),
        NotificationKind::DepositSeen
        | NotificationKind::WithdrawalHeld
        | NotificationKind::SettingChanged => told
            .told
            .as_ref()
            .map(|said| crate::ticket::told(page, said))
            .unwrap_or_else(|| page.t("notice-told-account")),
    };
    let has_ticket = told.ticket.is_some();
    NotificationRow {
        href: match &told.ticket {
            Some(number) => format!("/tickets/{number}"),
            None => "/account".to_owned(),
        },
        number: told.ticket.map(|number| number.to_string()),
        what,
        subject: if has_ticket { told.subject } else { page.t("notice-told-account") },
        lang: lang(told.lang),
        at_us: told.created_at.micros(),
        is_new: told.read_at.is_none(),
    }
}

/// `POST /notifications/reading`
pub(crate) async fn read_all(visit: Visit, Form(YesIn {}): Form<YesIn>) -> Result<Response> {
    visit
        .app
        .desk()
        .write(visit.cx(), async |tx, cx| actions::mark_read(tx, cx, None).await)
        .await?;
    Ok(Redirect::to(&format!("{PATH}?notice={}", Notice::AllRead.code())).into_response())
}

/// `GET /notifications/settings`
pub(crate) async fn settings(visit: Visit, Query(input): Query<SettingsIn>) -> Result<Response> {
    let (me, now) = (visit.asker.viewer.customer()?.clone(), visit.app.now());
    let read = visit.app.desk().read(async move |rx| {
        let preferences = view::preferences(rx, me.customer_id).await?;
        let push = match push_subscription::view::offer(rx, &me).await? {
            Some(key) => Some((key, push_subscription::view::list(rx, &me).await?)),
            None => None,
        };
        let is_failing = view::is_failing(rx, me.customer_id, now).await?;
        Ok((preferences, view::roads(rx, &me).await?, is_failing, push))
    });
    let (preferences, roads, is_failing, push) = read.await?;
    let notice = input.notice.as_deref().and_then(|code| Notice::parse(code, None));
    let page = visit.page(Here::Elsewhere, SETTINGS, notice)?;
    ok(&NotificationSettings {
        address: visit.own.as_ref().and_then(|own| own.email.clone()),
        is_failing,
        has_mail: roads.contains(&Channel::Mail),
        has_app: roads.contains(&Channel::App),
        roads: roads.iter().map(|road| page.t(road_key(*road))).collect(),
        topics: Topic::ALL
            .iter()
            .map(|topic| row_of(&page, *topic, &roads, &preferences))
            .collect(),
        push: push.map(|(key, devices)| PushSettings {
            key: URL_SAFE_NO_PAD.encode(key),
            devices: devices.into_iter().map(device).collect(),
        }),
        page,
    })
}

const fn road_key(road: Channel) -> &'static str {
    match road {
        Channel::Mail => "notify-mail",
        Channel::Push => "notify-push",
        Channel::App => "notify-app",
    }
}

fn row_of(page: &Page, topic: Topic, roads: &[Channel], chosen: &[Preference]) -> TopicRow {
    let key = format!("notify-topic-{topic}");
    let name = page.t(&key);
    let cell = |road: &Channel| {
        let mut args = FluentArgs::new();
        args.set("topic", name.as_str());
        args.set("channel", page.t(road_key(*road)));
        TopicBox {
            name: format!("{topic}.{road}"),
            label: page.t_with("notify-cell", &args),
            is_on: chosen.iter().any(|p| p.topic == topic && p.channel == *road && p.is_on),
        }
    };
    TopicRow {
        boxes: roads.iter().map(cell).collect(),
        hint: page.t(&format!("{key}-hint")),
        is_chosen: topic.is_chosen(),
        name,
    }
}

fn device(device: Device) -> DeviceRow {
    DeviceRow {
        id: device.id.to_string(),
        name: device.name,
        service: device.service,
        digest: hex::encode(device.endpoint_digest),
        since_us: device.created_at.micros(),
        sent_us: device.sent_at.map(Timestamp::micros),
    }
}

/// `POST /notifications/devices/{id}`: removes one. Adding one takes a script, which asks the API.
pub(crate) async fn remove_device(
    visit: Visit,
    Path(id): Path<PushSubscriptionId>,
    Form(YesIn {}): Form<YesIn>,
) -> Result<Response> {
    let write = visit.app.desk().write(visit.cx(), async move |tx, cx| {
        push_subscription::actions::remove(tx, cx, id).await
    });
    write.await?;
    let there = format!("{SETTINGS}?notice={}", Notice::DeviceRemoved.code());
    Ok(Redirect::to(&there).into_response())
}

/// `POST /notifications/settings`
pub(crate) async fn choose(visit: Visit, Form(input): Form<ChosenIn>) -> Result<Response> {
    let locale: Locale =
        input.locale.parse().map_err(|_unknown| Problem::new(Code::FieldInvalid))?;
    let me = visit.asker.viewer.customer()?.clone();
    visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            let roads = view::roads(tx, &me).await?;
            let chosen = |(topic, channel): (Topic, Channel)| Preference {
                topic,
                channel,
                is_on: input.is_on(topic, channel),
            };
            let topics = Topic::ALL.iter().filter(|topic| topic.is_chosen());
            let pairs = topics.flat_map(|topic| roads.iter().map(|road| (*topic, *road)));
            let chosen: Vec<Preference> = pairs.map(chosen).collect();
            actions::set_preferences(tx, cx, &chosen).await?;
            customer::actions::set_preferences(tx, cx, Some(locale), None).await
        })
        .await?;
    let there = Redirect::to(&format!("{SETTINGS}?notice={}", Notice::SettingsSaved.code()));
    let cookie = AppendHeaders([(header::SET_COOKIE, language::cookie(locale))]);
    Ok((cookie, there).into_response())
}
