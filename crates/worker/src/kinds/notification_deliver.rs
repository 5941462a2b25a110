use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End as MailEnd, Failure, Mail, Mailer, Places, write};
use proofdesk_channels::webhook::Sender;
use proofdesk_desk::id::NotificationDeliveryId;
use proofdesk_desk::notification::{self, Channel, DeliveryState, Letter, Withheld, actions};
use proofdesk_desk::ticket_link;
use proofdesk_locale::{Locale, Zone};

use super::app_push::{self, End};
use crate::kind::{JobError, Kind, Run};

/// Sends one delivery of a notification and writes down what came of it.
#[derive(Debug)]
pub struct NotificationDeliver {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// Calls the exchanges' apps.
    pub sender: Sender,
    /// The address under which customers reach the desk, without a slash at its end.
    pub origin: String,
    /// The same of brands that have a host of their own, by their slugs.
    pub brand_origins: BTreeMap<String, String>,
    /// The address to which mails come back, without a token; `None`: to where they come from.
    pub bounces: Option<String>,
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
        let id: NotificationDeliveryId = run.about("delivery id")?;
        let Some(letter) = load(run, id).await? else { return Ok(()) };
        if letter.channel == Channel::App {
            return self.push(run, &letter).await;
        }
        // What was true when the mail was made may not be any more.
        if !letter.is_proven && !letter.kind.tells_nothing() {
            let rule = Withheld::Unproven.as_str();
            return record(run, id, DeliveryState::Withheld, Some(rule)).await;
        }
        let sent = match (&self.mailer, letter.address.as_deref()) {
            (Some(mailer), Some(address)) => self.send(run, mailer, &letter, address).await?,
            (None, _) => Err(Failure { end: MailEnd::Later, code: "no-mail-server".to_owned() }),
            (_, None) => Err(Failure { end: MailEnd::Bounced, code: "no-address".to_owned() }),
        };
        let Err(Failure { end, code }) = sent else {
            return record(run, id, DeliveryState::Sent, None).await;
        };
        let state = match end {
            MailEnd::Later if !run.is_last() => DeliveryState::Queued,
            MailEnd::Later | MailEnd::Failed => DeliveryState::Failed,
            MailEnd::Bounced => DeliveryState::Bounced,
        };
        record(run, id, state, Some(&code)).await?;
        match end {
            MailEnd::Later => Err(JobError::Retry(code)),
            MailEnd::Failed => Err(JobError::Fail(code)),
            // Nothing of ours is broken, and nothing can be done again: the ticket shows it.
            MailEnd::Bounced => Ok(()),
        }
    }

    /// Calls the exchange's app, and writes down what came of it.
    async fn push(&self, run: &Run, letter: &Letter) -> Result<(), JobError> {
        let url = &self.places(run, letter)?.ticket;
        let (end, code) = app_push::call(run, &self.sender, letter, url).await?;
        let state = match end {
            End::Taken => DeliveryState::Sent,
            End::Later(_) if !run.is_last() => DeliveryState::Queued,
            End::Later(_) | End::Never => DeliveryState::Failed,
            End::NoApp => DeliveryState::Bounced,
        };
        record(run, letter.delivery_id, state, code.as_deref()).await?;
        let code = code.unwrap_or_default();
        match end {
            End::Taken | End::NoApp => Ok(()),
            End::Never => Err(JobError::Fail(code)),
            End::Later(Some(pause)) => Err(JobError::RetryAfter(pause, code)),
            End::Later(None) => Err(JobError::Retry(code)),
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
        let return_to = self.return_to(run, letter.delivery_id)?;
        let mail = Mail {
            brand_slug: &letter.brand_slug,
            brand_name: &letter.brand_name,
            to: address,
            written: &written,
            mail_id: &letter.mail_id,
            references: &letter.references,
            settings_url: places.settings.as_deref(),
            return_to: return_to.as_deref(),
            at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
        };
        Ok(mailer.send(&mail).await)
    }

    /// The envelope's sender, which names the delivery.
    fn return_to(&self, run: &Run, id: NotificationDeliveryId) -> Result<Option<String>, JobError> {
        let Some((local, domain)) = self.bounces.as_deref().and_then(|a| a.rsplit_once('@')) else {
            return Ok(None);
        };
        let token = notification::returned::token(run.desk.keyring(), id)?;
        Ok(Some(format!("{local}+{token}@{domain}")))
    }

    /// Who has an account signs in on the way; who has none comes in by the link.
    fn places(&self, run: &Run, letter: &Letter) -> Result<Places, JobError> {
        let origin = self.brand_origins.get(&letter.brand_slug).unwrap_or(&self.origin);
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
