//! What a customer is told of: the list, and what else they are sent.

use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofdesk_desk::code::Code;
use proofdesk_desk::id::{NotificationId, PushSubscriptionId};
use proofdesk_desk::notification::{Channel, Notice as Told, NotificationKind, Preference};
use proofdesk_desk::notification::{actions, view};
use proofdesk_desk::push_subscription::{self, Device};
use proofdesk_desk::{Timestamp, bridge, customer, limits};
use proofdesk_http::{Form, Page as Pages, Path, Problem, Query, Result};
use proofdesk_locale::Locale;
use serde::Deserialize;

use crate::ticket::lang;
use crate::view::{
    DeviceRow, Live, NotificationList, NotificationRow, NotificationSettings, PushSettings,
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

/// A box that is not ticked is not sent.
#[derive(Deserialize)]
pub(crate) struct ChosenIn {
    mail: Option<String>,
    app: Option<String>,
    locale: String,
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
        let has_account = bridge::view::own_account(rx, &me).await?.is_some();
        let has_app = has_account && view::has_app(rx, me.brand_id).await?;
        let is_failing = view::is_failing(rx, me.customer_id, now).await?;
        Ok((preferences, view::is_open(rx, Channel::Mail).await?, is_failing, push, has_app))
    });
    let (preferences, has_mail, is_failing, push, has_app) = read.await?;
    let is_on = |channel| preferences.iter().any(|p| p.channel == channel && p.is_on);
    let notice = input.notice.as_deref().and_then(|code| Notice::parse(code, None));
    ok(&NotificationSettings {
        page: visit.page(Here::Elsewhere, SETTINGS, notice)?,
        address: visit.own.as_ref().and_then(|own| own.email.clone()),
        is_failing,
        mail: has_mail.then(|| is_on(Channel::Mail)),
        push: push.map(|(key, devices)| PushSettings {
            key: URL_SAFE_NO_PAD.encode(key),
            devices: devices.into_iter().map(device).collect(),
        }),
        app: has_app.then(|| is_on(Channel::App)),
    })
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
    let (mail, app) = (input.mail.is_some(), input.app.is_some());
    visit
        .app
        .desk()
        .write(visit.cx(), async move |tx, cx| {
            // Where there is no such road the form has no box, and what was chosen before stays.
            let mut chosen = Vec::new();
            if view::is_open(tx, Channel::Mail).await? {
                chosen.push(Preference { channel: Channel::Mail, is_on: mail });
            }
            let has_account = bridge::view::own_account(tx, &me).await?.is_some();
            if has_account && view::has_app(tx, me.brand_id).await? {
                chosen.push(Preference { channel: Channel::App, is_on: app });
            }
            actions::set_preferences(tx, cx, &chosen).await?;
            customer::actions::set_preferences(tx, cx, Some(locale), None).await
        })
        .await?;
    let there = Redirect::to(&format!("{SETTINGS}?notice={}", Notice::SettingsSaved.code()));
    let cookie = AppendHeaders([(header::SET_COOKIE, language::cookie(locale))]);
    Ok((cookie, there).into_response())
}
