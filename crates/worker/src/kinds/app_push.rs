//! A notification on its way to the exchange's own app.

use std::time::Duration;

use bytes::Bytes;
use proofdesk_channels::mail::note;
use proofdesk_channels::webhook::{Secret, Sender, Target};
use proofdesk_desk::Timestamp;
use proofdesk_desk::app_push::{self, AppPush};
use proofdesk_desk::id::{NotificationDeliveryId, PublicId};
use proofdesk_desk::notification::{Letter, NotificationKind};
use proofdesk_locale::{Locale, Zone};
use serde::Serialize;

use crate::kind::{JobError, Run};

/// The receiver knows no app of that account: nothing is tried again.
const GONE: u16 = 410;

/// How a call ended.
pub(super) enum End {
    Taken,
    /// It may work later, after that pause if the other side named one.
    Later(Option<Duration>),
    /// Trying again is in vain until somebody changes the address.
    Never,
    /// There is no app of that account.
    NoApp,
}

/// What the exchange gets. Its names are promises: docs/exchange-app.md.
#[derive(Serialize)]
struct Call<'a> {
    id: NotificationDeliveryId,
    kind: NotificationKind,
    account: &'a str,
    lang: &'a str,
    title: &'a str,
    text: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket: Option<&'a PublicId>,
    at: Timestamp,
}

/// Calls the exchange once. The code beside the end is what agents see of it.
///
/// # Errors
/// Those of the store; `Fail` for a secret that does not open.
pub(super) async fn call(
    run: &Run,
    sender: &Sender,
    letter: &Letter,
    url: &str,
) -> Result<(End, Option<String>), JobError> {
    let brand_id = letter.brand_id;
    let read = run.desk.read(async move |rx| app_push::view::find(rx, brand_id).await);
    let (Some(push), Some(account)) = (read.await?, &letter.account) else {
        return Ok((End::NoApp, Some("no-app".to_owned())));
    };
    let secret = open_secret(run, &push)?;
    let locale: Locale = letter.locale.parse().unwrap_or_default();
    let zone = Zone::parse(&letter.time_zone).unwrap_or(Zone::UTC);
    let note = note(letter, locale, &zone);
    let call = Call {
        id: letter.delivery_id,
        kind: letter.kind,
        account,
        lang: &note.lang,
        title: &note.title,
        text: &note.text,
        url,
        ticket: letter.ticket.as_ref(),
        at: letter.created_at,
    };
    let body = serde_json::to_vec(&call)
        .map_err(|_never| JobError::Fail("a call that is no JSON".to_owned()))?;
    let target = Target { url: &push.url, secret: &secret };
    let now = i64::try_from(run.cx().now.seconds()).unwrap_or(i64::MAX);
    let id = letter.delivery_id.to_string();
    let sent = sender.send(target, &id, Bytes::from(body), now).await;
    let Some(failure) = sent.failure else { return Ok((End::Taken, None)) };
    let code = sent.status.map_or_else(|| failure.as_str().to_owned(), |status| status.to_string());
    let end = match sent.status {
        Some(GONE) => End::NoApp,
        _ if failure.is_permanent() => End::Never,
        _ => End::Later(sent.retry_after),
    };
    Ok((end, Some(code)))
}

fn open_secret(run: &Run, push: &AppPush) -> Result<Secret, JobError> {
    let closed = || JobError::Fail("the signing secret does not open".to_owned());
    let opened = run.desk.keyring().open(app_push::SECRET_AAD, &push.sealed_secret);
    let opened = opened.map_err(|_forged| closed())?;
    let text = std::str::from_utf8(&opened).map_err(|_not_text| closed())?;
    Secret::parse(text).map_err(|_no_secret| closed())
}
