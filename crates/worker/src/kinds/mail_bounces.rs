use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use proofdesk_channels::mail::bounce;
use proofdesk_channels::mail::mailbox::{Mailbox, MailboxError, News};
use proofdesk_desk::notification;
use proofdesk_desk::notification::returned::{self, About, Place, Returned};

use crate::kind::{JobError, Kind, Run};

/// Mails that one step reads.
const PAGE: usize = 100;
/// Steps of one turn; what is left waits for the next.
const STEPS: usize = 20;
const EVERY: Duration = Duration::from_secs(60);
/// Under this name the desk remembers up to where it has read.
const NAME: &str = "bounces";

/// Reads the mailbox to which mails of ours come back, and notes on the deliveries what it finds.
#[derive(Debug)]
pub struct MailBounces {
    pub mailbox: Mailbox,
    /// The address without a token.
    pub address: String,
}

impl Kind for MailBounces {
    fn name(&self) -> &'static str {
        "mail.bounces"
    }

    fn lane(&self) -> &'static str {
        notification::JOB_LANE
    }

    fn every(&self) -> Option<Duration> {
        Some(EVERY)
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(async move {
            for _ in 0..STEPS {
                if !self.step(run).await? {
                    break;
                }
            }
            Ok(())
        })
    }
}

impl MailBounces {
    /// Reads a page, and says whether there is more.
    async fn step(&self, run: &Run) -> Result<bool, JobError> {
        let read = run.desk.read(async |rx| notification::view::place(rx, NAME).await);
        let place = read.await?;
        let news = self.mailbox.after(place.validity, place.last_uid, PAGE).await;
        let news = news.map_err(|error: MailboxError| {
            tracing::warn!(%error, "the mailbox of bounces was not read");
            JobError::Retry(error.as_str().to_owned())
        })?;
        let returned = self.returned(run, &news)?;
        let has_more = news.has_more;
        let place =
            Place { validity: i64::from(news.validity), last_uid: i64::from(news.last_uid) };
        run.desk
            .write(run.fresh_cx(), async move |tx, cx| {
                returned::record(tx, cx, NAME, &returned, place).await
            })
            .await?;
        Ok(has_more)
    }

    fn returned(&self, run: &Run, news: &News) -> Result<Vec<Returned>, JobError> {
        let mut all = Vec::new();
        for mail in &news.mails {
            let Some(bounce) = bounce::read(&mail.raw, &self.address) else { continue };
            let mut about = bounce.mail_id.map(About::MailId);
            for token in &bounce.tokens {
                if let Some(id) = returned::read(run.desk.keyring(), token)? {
                    about = Some(About::Delivery(id));
                }
            }
            let (verdict, code) = (bounce.verdict, bounce.code);
            all.extend(about.map(|about| Returned { about, verdict, code }));
        }
        Ok(all)
    }
}
