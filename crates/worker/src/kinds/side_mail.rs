use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Failure, Mail, Mailer, write_department};
use proofdesk_desk::id::{Id as _, MessageId, NotificationDeliveryId};
use proofdesk_desk::notification;
use proofdesk_desk::side_conversation::{self, MailState, SideLetter, actions, view};

use crate::kind::{JobError, Kind, Run};

/// Mails a department the link to what it is asked, and writes down what came of it.
#[derive(Debug)]
pub struct SideMail {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which the pages are reached, without a slash at its end.
    pub origin: String,
    /// The same of brands that have a host of their own, by their slugs.
    pub brand_origins: BTreeMap<String, String>,
    /// The address to which mails come back, without a token; `None`: to where they come from.
    pub bounces: Option<String>,
}

impl Kind for SideMail {
    fn name(&self) -> &'static str {
        side_conversation::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        side_conversation::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(self.mail(run))
    }
}

impl SideMail {
    async fn mail(&self, run: &Run) -> Result<(), JobError> {
        let (id, asked) = side_conversation::mail_of(&run.lease.payload)
            .map_err(|_not_one| JobError::Fail("the payload names no mail".to_owned()))?;
        let read = run.desk.read(async move |rx| view::letter(rx, id).await).await?;
        // Sent already by a run whose worker died before it could say so; one that was given up is sent when its job is revived. Where
        // another one was asked for before this one began, that one stands for both.
        let is_due = |letter: &SideLetter| {
            matches!(letter.state, MailState::Queued | MailState::Failed)
                && asked.is_none_or(|mails| mails == letter.mails)
        };
        let Some(letter) = read.filter(is_due) else { return Ok(()) };
        if letter.is_closed {
            record(run, &letter, MailState::Withheld, None).await?;
            return Ok(());
        }
        let sent = match &self.mailer {
            Some(mailer) => self.send(run, mailer, &letter).await?,
            None => Err(Failure { end: End::Later, code: "no-mail-server".to_owned() }),
        };
        let Err(Failure { end, code }) = sent else {
            record(run, &letter, MailState::Sent, None).await?;
            return Ok(());
        };
        let state = match end {
            End::Later if !run.is_last() => MailState::Queued,
            End::Later | End::Failed => MailState::Failed,
            End::Bounced => MailState::Bounced,
        };
        // One that was asked for meanwhile has a job of its own, and this one is not tried again.
        if !record(run, &letter, state, Some(&code)).await? {
            return Ok(());
        }
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
        letter: &SideLetter,
    ) -> Result<Result<(), Failure>, JobError> {
        let origin = self.brand_origins.get(&letter.brand_slug).unwrap_or(&self.origin);
        let token = side_conversation::token(run.desk.keyring(), letter.link_id)?;
        let written = write_department(letter, &format!("{origin}/side/{token}"));
        // One that is asked for again is another mail, and has another name.
        let mail_id = format!("{}.{}@{}", letter.message_id, letter.mails, mailer.domain());
        let return_to = self.return_to(run, letter.message_id)?;
        let mail = Mail {
            brand_slug: &letter.brand_slug,
            brand_name: &letter.brand_name,
            to: &letter.address,
            written: &written,
            mail_id: &mail_id,
            references: &[],
            settings_url: None,
            return_to: return_to.as_deref(),
            at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
        };
        Ok(mailer.send(&mail).await)
    }

    /// The envelope's sender, which names the message as it would a delivery to a customer.
    fn return_to(&self, run: &Run, id: MessageId) -> Result<Option<String>, JobError> {
        let Some((local, domain)) = self.bounces.as_deref().and_then(|a| a.rsplit_once('@')) else {
            return Ok(None);
        };
        let named = NotificationDeliveryId::from_uuid(id.uuid());
        let token = notification::returned::token(run.desk.keyring(), named)?;
        Ok(Some(format!("{local}+{token}@{domain}")))
    }
}

/// Says whether the mail is the last that was asked for.
async fn record(
    run: &Run,
    letter: &SideLetter,
    state: MailState,
    code: Option<&str>,
) -> Result<bool, JobError> {
    let (letter, code) = (letter.clone(), code.map(str::to_owned));
    let write = run.desk.write(run.cx(), async move |tx, cx| {
        actions::record_mail(tx, cx, &letter, state, code.as_deref()).await
    });
    Ok(write.await?)
}
