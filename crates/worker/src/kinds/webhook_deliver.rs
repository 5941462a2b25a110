use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;
use proofdesk_channels::webhook::{Secret, Sender, Target};
use proofdesk_desk::Cx;
use proofdesk_desk::id::WebhookDeliveryId;
use proofdesk_desk::webhook::actions::{self, Outcome};
use proofdesk_desk::webhook::{self, Delivery, DeliveryState, Webhook, WebhookState};
use proofdesk_store::Tx;

use crate::kind::{JobError, Kind, Run};

/// Pushes one webhook delivery and writes what came of it into the delivery log.
#[derive(Debug)]
pub struct WebhookDeliver {
    pub sender: Sender,
}

impl Kind for WebhookDeliver {
    fn name(&self) -> &'static str {
        webhook::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        webhook::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(self.deliver(run))
    }
}

impl WebhookDeliver {
    async fn deliver(&self, run: &Run) -> Result<(), JobError> {
        let id: WebhookDeliveryId = run.about("delivery id")?;
        let Some((delivery, webhook)) = load(run, id).await? else { return Ok(()) };
        if webhook.state == WebhookState::Paused {
            let give_up =
                async move |tx: &Tx<'_>, _cx: &mut Cx| actions::give_up_paused(tx, id).await;
            run.desk.write(run.cx(), give_up).await?;
            return Ok(());
        }
        let secret = open_secret(run, &webhook)?;
        let target = Target { url: &webhook.url, secret: &secret };
        let body = Bytes::from(delivery.body);
        let now = i64::try_from(run.cx().now.seconds()).unwrap_or(i64::MAX);
        let sent = self.sender.send(target, &id.to_string(), body, now).await;
        let failure = sent.failure;
        let is_last = run.is_last() || failure.is_some_and(|f| f.is_permanent());
        let outcome = Outcome {
            status: sent.status.map(i64::from),
            error: failure.map(|f| f.as_str().to_owned()),
            duration_us: i64::try_from(sent.duration.as_micros()).unwrap_or(i64::MAX),
        };
        run.desk
            .write(run.cx(), async move |tx, cx| {
                actions::record(tx, cx, id, &outcome, is_last).await
            })
            .await?;
        let Some(failure) = failure else { return Ok(()) };
        let reason = failure.as_str().to_owned();
        Err(match sent.retry_after {
            _ if failure.is_permanent() => JobError::Fail(reason),
            Some(pause) => JobError::RetryAfter(pause, reason),
            None => JobError::Retry(reason),
        })
    }
}

fn open_secret(run: &Run, webhook: &Webhook) -> Result<Secret, JobError> {
    let closed = || JobError::Fail("the signing secret does not open".to_owned());
    let text = run
        .desk
        .keyring()
        .open(webhook::SECRET_AAD, &webhook.sealed_secret)
        .map_err(|_forged| closed())?;
    let text = std::str::from_utf8(&text).map_err(|_not_text| closed())?;
    Secret::parse(text).map_err(|_no_secret| closed())
}

/// What is to be pushed, or `None` when there is nothing left to do: deleted, or done already by a run whose
/// worker died before it could say so. One that was given up is pushed again when somebody revived its job.
async fn load(run: &Run, id: WebhookDeliveryId) -> Result<Option<(Delivery, Webhook)>, JobError> {
    let found = run
        .desk
        .read(async move |rx| {
            let Some(delivery) = webhook::view::delivery(rx, id).await? else { return Ok(None) };
            let webhook = webhook::view::find(rx, delivery.webhook_id).await?;
            Ok(webhook.map(|webhook| (delivery, webhook)))
        })
        .await?;
    Ok(found.filter(|(delivery, _)| delivery.state != DeliveryState::Delivered))
}
