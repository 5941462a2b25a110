use std::future::Future;
use std::pin::Pin;

use proofdesk_channels::mail::{Mailer, write_mention};
use proofdesk_desk::staff_mail;
use proofdesk_desk::staff_mail::mention::{self, MentionErrand};

use super::member_mail;
use crate::kind::{JobError, Kind, Run};

/// Mails a member who is away that a note mentions them.
#[derive(Debug)]
pub struct MentionMail {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which members reach the desk, without a slash at its end.
    pub origin: String,
}

impl Kind for MentionMail {
    fn name(&self) -> &'static str {
        mention::JOB_KIND
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

impl MentionMail {
    async fn mail(&self, run: &Run) -> Result<(), JobError> {
        let (errand, mailer) = member_mail::errand::<MentionErrand>(run, self.mailer.as_ref())?;
        let viewer = run.cx().viewer;
        let read =
            run.desk.read(async move |rx| mention::letter(rx, &viewer, errand).await).await?;
        let Some(letter) = read else { return Ok(()) };
        let url = format!("{}/console/tickets/{}", self.origin, letter.number);
        let mail_id = format!("{}.{}@{}", errand.message_id, errand.staff_id, mailer.domain());
        let to = (letter.organisation.as_str(), letter.address.as_str());
        let sent =
            member_mail::send(run, mailer, to, &write_mention(&letter, &url), &mail_id).await;
        sent.map_err(member_mail::not_taken)
    }
}
