use std::future::Future;
use std::pin::Pin;

use proofdesk_channels::mail::{Mailer, write_handover};
use proofdesk_desk::staff_mail;
use proofdesk_desk::staff_mail::handover::{self, HandoverErrand};

use super::member_mail;
use crate::kind::{JobError, Kind, Run};

/// Mails a member which text was handed over that they could publish.
#[derive(Debug)]
pub struct HandoverMail {
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which members reach the desk, without a slash at its end.
    pub origin: String,
}

impl Kind for HandoverMail {
    fn name(&self) -> &'static str {
        handover::JOB_KIND
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

impl HandoverMail {
    async fn mail(&self, run: &Run) -> Result<(), JobError> {
        let (errand, mailer) = member_mail::errand::<HandoverErrand>(run, self.mailer.as_ref())?;
        let viewer = run.cx().viewer;
        let asked = errand.clone();
        let read =
            run.desk.read(async move |rx| handover::letter(rx, &viewer, &asked).await).await?;
        let Some(letter) = read else { return Ok(()) };
        let HandoverErrand { staff_id, article_id, lang, at, .. } = errand;
        let url = format!("{}/console/help/{article_id}/{lang}", self.origin);
        let mail_id = format!("handover.{staff_id}.{article_id}.{lang}.{at}@{}", mailer.domain());
        let to = (letter.organisation.as_str(), letter.address.as_str());
        let mail = write_handover(&letter, &url);
        let sent = member_mail::send(run, mailer, to, &mail, &mail_id);
        sent.await.map_err(member_mail::not_taken)
    }
}
