use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use proofdesk_channels::mail::{End, Failure, Mail, Mailer, Written};
use proofdesk_desk::staff_mail::{self, handover, mention, review};
use serde::de::DeserializeOwned;

use super::{handover_mail, link_mail, mention_mail, review_mail};
use crate::kind::{JobError, Kind, Run};

/// Mails a member of staff about one thing: each has jobs of its own.
#[derive(Debug)]
pub struct MemberMail {
    pub about: MailAbout,
    /// `None` where no server for mail is configured.
    pub mailer: Option<Mailer>,
    /// The address under which members reach the desk, without a slash at its end.
    pub origin: String,
}

/// What a member is mailed about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailAbout {
    /// The one-time link by which they come in.
    Link,
    /// A note that mentions them.
    Mention,
    /// Articles of theirs that are due for review.
    Review,
    /// A text that was handed over and that they could publish.
    Handover,
}

impl Kind for MemberMail {
    fn name(&self) -> &'static str {
        match self.about {
            MailAbout::Link => staff_mail::JOB_KIND,
            MailAbout::Mention => mention::JOB_KIND,
            MailAbout::Review => review::JOB_KIND,
            MailAbout::Handover => handover::JOB_KIND,
        }
    }

    fn lane(&self) -> &'static str {
        staff_mail::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        match self.about {
            MailAbout::Link => Box::pin(link_mail::mail(self, run)),
            MailAbout::Mention => Box::pin(mention_mail::mail(self, run)),
            MailAbout::Review => Box::pin(review_mail::mail(self, run)),
            MailAbout::Handover => Box::pin(handover_mail::mail(self, run)),
        }
    }
}

impl MemberMail {
    /// What a job is about, and the server that takes the mail.
    pub(super) fn errand<T: DeserializeOwned>(&self, run: &Run) -> Result<(T, &Mailer), JobError> {
        let errand = run.about("errand")?;
        let mailer = self.mailer.as_ref();
        Ok((errand, mailer.ok_or_else(|| JobError::Retry("no-mail-server".to_owned()))?))
    }
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
