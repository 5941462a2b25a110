use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Failure, Mail, Mailer, Written};
use serde::de::DeserializeOwned;

use crate::kind::{JobError, Run};

/// What a job that mails a member is about, and the server that takes the mail.
pub(super) fn errand<'a, T: DeserializeOwned>(
    run: &Run,
    mailer: Option<&'a Mailer>,
) -> Result<(T, &'a Mailer), JobError> {
    let errand = run.about("errand")?;
    let mailer = mailer.ok_or_else(|| JobError::Retry("no-mail-server".to_owned()))?;
    Ok((errand, mailer))
}

/// Mails a member: from no brand, in answer to nothing. `mail_id` is the same for each attempt, so that a mail which arrived
/// although its server said otherwise is known again.
pub(super) async fn send(
    run: &Run,
    mailer: &Mailer,
    (organisation, address): (&str, &str),
    written: &Written,
    mail_id: &str,
) -> Result<(), Failure> {
    let mail = Mail {
        brand_slug: "",
        brand_name: organisation,
        to: address,
        written,
        mail_id,
        references: &[],
        settings_url: None,
        return_to: None,
        at: SystemTime::UNIX_EPOCH + Duration::from_secs(run.cx().now.seconds()),
    };
    mailer.send(&mail).await
}

/// What becomes of a job whose mail was not taken.
pub(super) fn not_taken(failure: Failure) -> JobError {
    match failure.end {
        End::Later => JobError::Retry(failure.code),
        End::Failed | End::Bounced => JobError::Fail(failure.code),
    }
}
