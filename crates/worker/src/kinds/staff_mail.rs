use std::future::Future;
use std::pin::Pin;

use proofdesk_channels::mail::{Failure, Mailer, write_staff};
use proofdesk_desk::staff_mail::{self, Errand, StaffLetter, actions};
use proofdesk_locale::Zone;

use super::member_mail;
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
        let (errand, mailer) = member_mail::errand::<Errand>(run, self.mailer.as_ref())?;
        let issued = run
            .desk
            .write(run.cx(), async move |tx, cx| actions::issue(tx, cx, errand).await)
            .await?;
        let Some(letter) = issued else { return Ok(()) };
        let Err(failure) = self.send(run, mailer, &letter).await else { return Ok(()) };
        let id = letter.link.id;
        run.desk.write(run.cx(), async move |tx, cx| actions::forget(tx, cx, id).await).await?;
        Err(member_mail::not_taken(failure))
    }

    async fn send(&self, run: &Run, mailer: &Mailer, letter: &StaffLetter) -> Result<(), Failure> {
        let zone = Zone::parse(&letter.time_zone).unwrap_or(Zone::UTC);
        let url = format!("{}/console/link/{}", self.origin, letter.link.token.reveal());
        let mail_id = format!("{}@{}", letter.link.id, mailer.domain());
        let to = (letter.organisation.as_str(), letter.address.as_str());
        member_mail::send(run, mailer, to, &write_staff(letter, &zone, &url), &mail_id).await
    }
}
