use proofdesk_channels::mail::{Failure, Mailer, write_staff};
use proofdesk_desk::staff_mail::{Errand, StaffLetter, actions};
use proofdesk_locale::Zone;

use super::member_mail::{self, MemberMail};
use crate::kind::{JobError, Run};

/// Makes a member's one-time link and mails it.
pub(super) async fn mail(kind: &MemberMail, run: &Run) -> Result<(), JobError> {
    let (errand, mailer) = kind.errand::<Errand>(run)?;
    let issued =
        run.desk.write(run.cx(), async move |tx, cx| actions::issue(tx, cx, errand).await).await?;
    let Some(letter) = issued else { return Ok(()) };
    let Err(failure) = send(kind, run, mailer, &letter).await else { return Ok(()) };
    let id = letter.link.id;
    run.desk.write(run.cx(), async move |tx, cx| actions::forget(tx, cx, id).await).await?;
    Err(member_mail::not_taken(failure))
}

async fn send(
    kind: &MemberMail,
    run: &Run,
    mailer: &Mailer,
    letter: &StaffLetter,
) -> Result<(), Failure> {
    let zone = Zone::parse(&letter.time_zone).unwrap_or(Zone::UTC);
    let url = format!("{}/console/link/{}", kind.origin, letter.link.token.reveal());
    let mail_id = format!("{}@{}", letter.link.id, mailer.domain());
    let to = (letter.organisation.as_str(), letter.address.as_str());
    member_mail::send(run, mailer, to, &write_staff(letter, &zone, &url), &mail_id).await
}
