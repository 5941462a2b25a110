use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Failure, Mail, Mailer, Places, write};
use proofdesk_desk::id::NotificationDeliveryId;
use proofdesk_desk::notification::{
    self, DeliveryState, Letter, NotificationKind, Withheld, actions,
};
use proofdesk_desk::ticket_link;
use proofdesk_locale::{Locale, Zone};

use crate::kind::{JobError, Kind, Run};

/// Sends one delivery of a notification and writes down what came of it.
#[derive(Debug)]
pub struct NotificationDeliver {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which customers reach the desk, without a slash at its end.
    pub origin: String,
}

impl Kind for NotificationDeliver {
    fn name(&self) -> &'static str {
        notification::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        notification::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(self.deliver(run))
    }
}

impl NotificationDeliver {
    async fn deliver(&self, run: &Run) -> Result<(), JobError> {
        let id: NotificationDeliveryId = serde_json::from_str(&run.lease.payload)
            .map_err(|_not_an_id| JobError::Fail("the payload is no delivery id".to_owned()))?;
        let Some(letter) = load(run, id).await? else { return Ok(()) };
        // What was true when the mail was made may not be any more.
        if !letter.is_proven && letter.kind != NotificationKind::Receipt {
            let rule = Withheld::Unproven.as_str();
            return record(run, id, DeliveryState::Withheld, Some(rule)).await;
        }
        let sent = match (&self.mailer, letter.address.as_deref()) {
            (Some(mailer), Some(address)) => self.send(run, mailer, &letter, address).await?,
            (None, _) => Err(Failure { end: End::Later, code: "no-mail-server".to_owned() }),
            (_, None) => Err(Failure { end: End::Bounced, code: "no-address".to_owned() }),
        };
        let Err(Failure { end, code }) = sent else {
            return record(run, id, DeliveryState::Sent, None).await;
        };
        let state = match end {
            End::Later if !run.is_last() => DeliveryState::Queued,
            End::Later | End::Failed => DeliveryState::Failed,
            End::Bounced => DeliveryState::Bounced,
        };
        record(run, id, state, Some(&code)).await?;
        match end {
            End::Later => Err(JobError::Retry(code)),
            End::Failed => Err(JobError::Fail(code)),
            // Nothing of ours is broken, and nothing can be done again: the ticket shows it.
            End::Bounced => Ok(()),
        }
    }

    async fn send(
        &self,
        run: &Run,
        mailer: &Mailer,
        letter: &Letter,
        address: &str,
    ) -> Result<Result<(), Failure>, JobError> {
        let locale: Locale = letter.locale.parse().unwrap_or_default();
        let zone = Zone::parse(&letter.time_zone).unwrap_or(Zone::UTC);
        let places = self.places(run, letter)?;
        let written = write(letter, locale, &zone, &places);
        let mail = Mail {
            brand_slug: &letter.brand_slug,
            brand_name: &letter.brand_name,
            to: address,
            written: &written,
            mail_id: &letter.mail_id,
            references: &letter.references,
            settings_url: places.settings.as_deref(),
            at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
        };
        Ok(mailer.send(&mail).await)
    }

    /// Who has an account signs in on the way; who has none comes in by the link.
    fn places(&self, run: &Run, letter: &Letter) -> Result<Places, JobError> {
        let origin = &self.origin;
        Ok(match letter.link {
            Some(link) => {
                let token = ticket_link::token(run.desk.keyring(), link)?;
                Places { ticket: format!("{origin}/link/{token}"), settings: None }
            }
            None => Places {
                ticket: match &letter.ticket {
                    Some(number) => format!("{origin}/tickets/{number}"),
                    None => format!("{origin}/account"),
                },
                settings: Some(format!("{origin}/notifications/settings")),
            },
        })
    }
}

async fn record(
    run: &Run,
    id: NotificationDeliveryId,
    state: DeliveryState,
    error: Option<&str>,
) -> Result<(), JobError> {
    let error = error.map(str::to_owned);
    run.desk
        .write(run.cx(), async move |tx, cx| {
            actions::record(tx, cx, id, state, error.as_deref()).await
        })
        .await?;
    Ok(())
}

/// What is to be sent, or `None` when there is nothing left to do: deleted, or sent already by a run whose worker died
/// before it could say so. One that was given up is sent again when somebody revived its job.
async fn load(run: &Run, id: NotificationDeliveryId) -> Result<Option<Letter>, JobError> {
    let now = run.cx().now;
    let read = run.desk.read(async move |rx| notification::view::letter(rx, id, now).await).await?;
    Ok(read.filter(|letter| matches!(letter.state, DeliveryState::Queued | DeliveryState::Failed)))
}
