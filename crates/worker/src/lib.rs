//! What happens later: the job loop, the schedule, one file per job kind.
//!
//! A job is a row that was written in the transaction which wanted it. It runs at least once: a worker that dies loses its
//! lease, and another takes the job. Effects inside the database go into the transaction that finishes the job.

mod kind;
mod kinds;
mod lane;
mod schedule;
mod worker;

pub use kind::{JobError, Kind, Run};
pub use kinds::account_act::AccountActs;
pub use kinds::article_publish::ArticlePublish;
pub use kinds::assignment::{MemberHandBack, MemberPresence, TeamAssign, TicketHandBack};
pub use kinds::attachment_scan::AttachmentScan;
pub use kinds::evidence_narrow::EvidenceNarrow;
pub use kinds::exchange_events::ExchangeEvents;
pub use kinds::log_checkpoint::Outside;
pub use kinds::mail_bounces::MailBounces;
pub use kinds::member_mail::{MailAbout, MemberMail};
pub use kinds::notification_deliver::NotificationDeliver;
pub use kinds::push_deliver::PushDeliver;
pub use kinds::review_remind::ReviewRemind;
pub use kinds::side_mail::SideMail;
pub use kinds::ticket_wake::TicketWake;
pub use kinds::webhook_deliver::WebhookDeliver;
pub use worker::{Worker, Workers};
