use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Mail, Mailer, write_staff};
use proofdesk_desk::staff_mail::{self, Errand, StaffLetter, actions};
use proofdesk_locale::Zone;

use crate::kind::{JobError, Kind, Run};

/// Makes a member's one-time link and mails it.
#[derive(Debug)]
pub struct StaffMail {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which members reach the desk, without a slash at its end.
    pub origin: String,
}

impl Kind for StaffMail {
    fn name(&self) -> &'static str {
        staff_mail::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        staff_mail::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(self.mail(run))
    }
}

impl StaffMail {
    async fn mail(&self, run: &Run) -> Result<(), JobError> {
        let errand: Errand = serde_json::from_str(&run.lease.payload)
            .map_err(|_no_errand| JobError::Fail("the payload is no errand".to_owned()))?;
        let Some(mailer) = &self.mailer else {
            return Err(JobError::Retry("no-mail-server".to_owned()));
        };
        let issued = run
            .desk
            .write(run.cx(), async move |tx, cx| actions::issue(tx, cx, errand).await)
            .await?;
        let Some(letter) = issued else { return Ok(()) };
        let Err(failure) = self.send(run, mailer, &letter).await else { return Ok(()) };
        let id = letter.link.id;
        run.desk.write(run.cx(), async move |tx, cx| actions::forget(tx, cx, id).await).await?;
        Err(match failure.end {
            End::Later => JobError::Retry(failure.code),
            End::Failed | End::Bounced => JobError::Fail(failure.code),
        })
    }

    async fn send(
        &self,
        run: &Run,
        mailer: &Mailer,
        letter: &StaffLetter,
    ) -> Result<(), proofdesk_channels::mail::Failure> {
        let zone = Zone::parse(&letter.time_zone).unwrap_or(Zone::UTC);
        let url = format!("{}/console/link/{}", self.origin, letter.link.token.reveal());
        let mail_id = format!("{}@{}", letter.link.id, mailer.domain());
        let mail = Mail {
            brand_slug: "",
            brand_name: &letter.organisation,
            to: &letter.address,
            written: &write_staff(letter, &zone, &url),
            mail_id: &mail_id,
            references: &[],
            settings_url: None,
            // Who invites is told by the form, and nothing is noted of it.
            return_to: None,
            at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
        };
        mailer.send(&mail).await
    }
}
