use proofdesk_channels::mail::write_handover;
use proofdesk_desk::staff_mail::handover::{self, HandoverErrand};

use super::member_mail::{self, MemberMail};
use crate::kind::{JobError, Run};

/// Mails a member which text was handed over that they could publish.
pub(super) async fn mail(kind: &MemberMail, run: &Run) -> Result<(), JobError> {
    let (errand, mailer) = kind.errand::<HandoverErrand>(run)?;
    let viewer = run.cx().viewer;
    let asked = errand.clone();
    let read = run.desk.read(async move |rx| handover::letter(rx, &viewer, &asked).await).await?;
    let Some(letter) = read else { return Ok(()) };
    let HandoverErrand { staff_id, article_id, lang, at, .. } = errand;
    let url = format!("{}/console/help/{article_id}/{lang}", kind.origin);
    let mail_id = format!("handover.{staff_id}.{article_id}.{lang}.{at}@{}", mailer.domain());
    let to = (letter.organisation.as_str(), letter.address.as_str());
    let sent = member_mail::send(run, mailer, to, &write_handover(&letter, &url), &mail_id).await;
    sent.map_err(member_mail::not_taken)
}
