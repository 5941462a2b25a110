use proofdesk_channels::mail::write_mention;
use proofdesk_desk::staff_mail::mention::{self, MentionErrand};

use super::member_mail::{self, MemberMail};
use crate::kind::{JobError, Run};

/// Mails a member who is away that a note mentions them.
pub(super) async fn mail(kind: &MemberMail, run: &Run) -> Result<(), JobError> {
    let (errand, mailer) = kind.errand::<MentionErrand>(run)?;
    let viewer = run.cx().viewer;
    let read = run.desk.read(async move |rx| mention::letter(rx, &viewer, errand).await).await?;
    let Some(letter) = read else { return Ok(()) };
    let url = format!("{}/console/tickets/{}", kind.origin, letter.number);
    let mail_id = format!("{}.{}@{}", errand.message_id, errand.staff_id, mailer.domain());
    let to = (letter.organisation.as_str(), letter.address.as_str());
    let sent = member_mail::send(run, mailer, to, &write_mention(&letter, &url), &mail_id).await;
    sent.map_err(member_mail::not_taken)
}
