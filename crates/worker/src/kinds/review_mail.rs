use proofdesk_channels::mail::write_review;
use proofdesk_desk::staff_mail::review::{self, ReviewErrand};

use super::member_mail::{self, MemberMail};
use crate::kind::{JobError, Run};

/// Mails a member which articles of theirs are due for review.
pub(super) async fn mail(kind: &MemberMail, run: &Run) -> Result<(), JobError> {
    let (errand, mailer) = kind.errand::<ReviewErrand>(run)?;
    let viewer = run.cx().viewer;
    let read = run.desk.read(async move |rx| review::letter(rx, &viewer, errand).await).await?;
    let Some(letter) = read else { return Ok(()) };
    let url = format!("{}/console/help/reviews", kind.origin);
    let mail_id = format!("review.{}.{}@{}", errand.staff_id, errand.at, mailer.domain());
    let to = (letter.organisation.as_str(), letter.address.as_str());
    let sent = member_mail::send(run, mailer, to, &write_review(&letter, &url), &mail_id).await;
    sent.map_err(member_mail::not_taken)
}
