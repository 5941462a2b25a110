use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Mail, Mailer, write_review};
use proofdesk_desk::staff_mail;
use proofdesk_desk::staff_mail::review::{self, ReviewErrand};

use crate::kind::{JobError, Kind, Run};

/// Mails a member which articles of theirs are due for review.
#[derive(Debug)]
pub struct ReviewMail {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which members reach the desk, without a slash at its end.
    pub origin: String,
}

impl Kind for ReviewMail {
    fn name(&self) -> &'static str {
        review::JOB_KIND
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

impl ReviewMail {
    async fn mail(&self, run: &Run) -> Result<(), JobError> {
        let errand: ReviewErrand = serde_json::from_str(&run.lease.payload)
            .map_err(|_no_errand| JobError::Fail("the payload is no errand".to_owned()))?;
        let Some(mailer) = &self.mailer else {
            return Err(JobError::Retry("no-mail-server".to_owned()));
        };
        let viewer = run.cx().viewer;
        let read = run.desk.read(async move |rx| review::letter(rx, &viewer, errand).await).await?;
        let Some(letter) = read else { return Ok(()) };
        let url = format!("{}/console/help/reviews", self.origin);
        // The same for each attempt: a mail that arrived although its server said otherwise is known again.
        let mail_id = format!("review.{}.{}@{}", errand.staff_id, errand.at, mailer.domain());
        let mail = Mail {
            brand_slug: "",
            brand_name: &letter.organisation,
            to: &letter.address,
            written: &write_review(&letter, &url),
            mail_id: &mail_id,
            references: &[],
            settings_url: None,
            return_to: None,
            at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
        };
        mailer.send(&mail).await.map_err(|failure| match failure.end {
            End::Later => JobError::Retry(failure.code),
            End::Failed | End::Bounced => JobError::Fail(failure.code),
        })
    }
}
