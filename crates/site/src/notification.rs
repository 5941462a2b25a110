//! What a customer is told of: the list, and what else they are sent.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_desk::id::{NotificationId, PushSubscriptionId};
use proofdesk_desk::notification::{Channel, Notice as Told, NotificationKind, Preference, Topic};
use proofdesk_desk::notification::{actions, view};
use proofdesk_desk::push_subscription::{self, Device};
use proofdesk_desk::{Timestamp, customer, limits};
use proofdesk_http::{Form, Page as Pages, Path, Query, Result};
use proofdesk_locale::{FluentArgs, Locale};
use serde::Deserialize;

use crate::ticket::lang;
use crate::view::{
    DeviceRow, Live, NotificationList, NotificationRow, NotificationSettings, PushSettings,
    TopicBox, TopicRow,
};
use crate::visit::{Visit, YesIn, html, ok};
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

/// What a settings page sent. A box that is not ticked is not sent, so that the page says which ones it had: whatever was not
/// on it, because it is newer than the page, stays as it is.
struct Chosen(BTreeMap<String, String>);

const LOCALE: &str = "locale";
const OFFERED: &str = "offered";

/// A box's name is the topic's and the road's.
fn box_name(topic: Topic, road: Channel) -> String {
    format!("{topic}.{road}")
}

/// Every box that any page has.
fn boxes() -> impl Iterator<Item = (Topic, Channel)> {
    let topics = Topic::ALL.iter().filter(|topic| topic.is_chosen());
    topics.flat_map(|topic| Channel::ALL.iter().map(|road| (*topic, *road)))
}

impl Chosen {
    /// The boxes that the page had, ticked or not; `None` when it has fields that this version does not know, or does not
    /// say what it had: then nobody knows what an absent box means.
    fn wishes(&self) -> Option<Vec<Preference>> {
        let offered: Vec<&str> = self.0.get(OFFERED)?.split_whitespace().collect();
        let known = |name: &str| boxes().any(|(topic, road)| box_name(topic, road) == name);
        let fine = |name: &str| name == LOCALE || name == OFFERED || known(name);
        if !self.0.keys().all(|name| fine(name)) || !offered.iter().all(|name| known(name)) {
            return None;
        }
        let wish = |(topic, channel)| {
            let name = box_name(topic, channel);
            let is_offered = offered.contains(&name.as_str());
            let is_on = self.0.contains_key(&name);
            is_offered.then_some(Preference { topic, channel, is_on })
        };
        Some(boxes().filter_map(wish).collect())
    }

    fn locale(&self) -> Option<Locale> {
        self.0.get(LOCALE)?.parse().ok()
    }

    fn is_ticked(&self, topic: Topic, channel: Channel) -> bool {
        self.0.contains_key(&box_name(topic, channel))
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
        NotificationKind::Opened => page.t("notice-kind-opened"),
        // Nobody answers who was not asked.
        NotificationKind::Reply if told.is_of_desk => page.t("notice-kind-wrote"),
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
    let notice = input.notice.as_deref().and_then(|code| Notice::parse(code, None));
    settings_page(&visit, notice, None).await
}

/// The page, with what is chosen; `older` is what a page sent that was made by another version, kept as far as it still
/// means something.
async fn settings_page(
    visit: &Visit,
    notice: Option<Notice>,
    older: Option<&Chosen>,
) -> Result<Response> {
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
    let (mut preferences, roads, is_failing, push) = read.await?;
    for preference in &mut preferences {
        let ticked =
            older.is_some_and(|chosen| chosen.is_ticked(preference.topic, preference.channel));
        preference.is_on |= ticked;
    }
    let page = visit.page(Here::Elsewhere, SETTINGS, notice)?;
    let offered = boxes().filter(|(_, road)| roads.contains(road));
    let status = if older.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    html(
        status,
        &NotificationSettings {
            address: visit.own.as_ref().and_then(|own| own.email.clone()),
            is_failing,
            is_older: older.is_some(),
            language: older.and_then(Chosen::locale).unwrap_or(page.locale),
            has_mail: roads.contains(&Channel::Mail),
            has_app: roads.contains(&Channel::App),
            roads: roads.iter().map(|road| page.t(road_key(*road))).collect(),
            offered: offered
                .map(|(topic, road)| box_name(topic, road))
                .collect::<Vec<_>>()
                .join(" "),
            topics: Topic::ALL
                .iter()
                .map(|topic| row_of(&page, *topic, &roads, &preferences))
                .collect(),
            push: push.map(|(key, devices)| PushSettings {
                key: URL_SAFE_NO_PAD.encode(key),
                devices: devices.into_iter().map(device).collect(),
            }),
            page,
        },
    )
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
            name: box_name(topic, *road),
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
pub(crate) async fn choose(
    visit: Visit,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response> {
    let sent = Chosen(fields);
    let (Some(wishes), Some(locale)) = (sent.wishes(), sent.locale()) else {
        return settings_page(&visit, None, Some(&sent)).await;
    };
    let me = visit.asker.viewer.customer()?.clone();
    visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            let roads = view::roads(tx, &me).await?;
            let open = wishes.iter().filter(|wish| roads.contains(&wish.channel));
            let chosen: Vec<Preference> = open.cloned().collect();
            actions::set_preferences(tx, cx, &chosen).await?;
            customer::actions::set_preferences(tx, cx, Some(locale), None).await
        })
        .await?;
    let there = Redirect::to(&format!("{SETTINGS}?notice={}", Notice::SettingsSaved.code()));
    let cookie = AppendHeaders([(header::SET_COOKIE, language::cookie(locale))]);
    Ok((cookie, there).into_response())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Chosen {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Chosen(fields.iter().map(owned).collect())
    }

    #[test]
    fn only_what_a_page_had_is_chosen_by_it() {
        let offered = ("offered", "tickets.mail account.mail");
        let wishes = sent(&[offered, ("tickets.mail", "on"), ("locale", "ar")]).wishes().unwrap();
        let wish = |topic, is_on| Preference { topic, channel: Channel::Mail, is_on };
        assert_eq!(wishes, [wish(Topic::Tickets, true), wish(Topic::Account, false)]);
        assert!(sent(&[("offered", ""), ("locale", "ar")]).wishes().unwrap().is_empty());
    }

    #[test]
    fn a_page_of_another_version_is_known_by_its_fields() {
        let all = [
            &[("locale", "ar"), ("tickets.mail", "on")][..],
            &[("offered", "tickets.mail"), ("mail", "on")],
            &[("offered", "tickets.fax")],
            &[("offered", "security.mail")],
        ];
        for fields in all {
            assert!(sent(fields).wishes().is_none(), "{fields:?}");
        }
    }
}
