//! How the desk is, for whoever looks after its jobs: what waits and since when, what was given up, how far those are who follow the
//! feed, and whether writing works. No text of anybody's, no address and no path is in it. docs/operation.md says what to do.

mod elsewhere;
#[cfg(test)]
mod tests;
mod view;

use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::permission::Permission;
use crate::readiness;
use crate::time::Timestamp;
use crate::words::words;

pub(crate) use view::ALL;

words! {
    /// What is looked at.
    pub enum CheckName {
        /// Whether a transaction comes to rest on its disk.
        Database = "database",
        /// Whether the store of files answers.
        Files = "files",
        /// Whether jobs whose time has come are taken.
        Workers = "workers",
        DeadJobs = "dead-jobs",
        Mail = "mail",
        Webhooks = "webhooks",
        /// The index of tickets on the node that was asked, or that it asks.
        TicketIndex = "ticket-index",
        /// The index of articles on the node that was asked, or that it asks.
        ArticleIndex = "article-index",
        Checkpoints = "checkpoints",
    }
}

words! {
    /// How serious it is.
    pub enum Level {
        Ok = "ok",
        /// Works, but somebody should look.
        Warning = "warning",
        Error = "error",
        /// There is none, here or at all.
        Off = "off",
    }
}

/// One thing that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    pub name: CheckName,
    pub level: Level,
    /// What waits, was given up, or is behind; `None` where nothing is counted.
    pub count: Option<i64>,
    /// Since when the oldest of it waits, or when the last one was; `None` for nothing.
    pub at: Option<Timestamp>,
    /// The stable code of what went wrong.
    pub error: Option<&'static str>,
    /// There is none here, and another node is asked.
    pub is_elsewhere: bool,
}

/// The jobs of one lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    /// Those whose time has come.
    pub waiting: i64,
    /// When the time of the oldest of them came.
    pub oldest_at: Option<Timestamp>,
    pub running: i64,
    /// Those whose time is to come: recurring ones, and those that are tried again.
    pub later: i64,
}

/// How the desk is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// In the order of their names' list.
    pub checks: Vec<Check>,
    /// Those that have a job, by name.
    pub lanes: Vec<Lane>,
}

impl Check {
    const fn of(name: CheckName, level: Level) -> Self {
        Self { name, level, count: None, at: None, error: None, is_elsewhere: false }
    }

    fn tried(name: CheckName, outcome: Result<()>) -> Self {
        match outcome {
            Ok(()) => Self::of(name, Level::Ok),
            Err(error) => {
                Self { error: Some(error.code().as_str()), ..Self::of(name, Level::Error) }
            }
        }
    }
}

/// Looks at everything. Writes a little, as whoever asks whether a node is ready does.
///
/// # Errors
/// `no-permission` without `job.manage`; those of the store when it cannot even be read.
pub async fn look(desk: &Desk, cx: Cx) -> Result<Health> {
    cx.viewer.require(Permission::JobManage)?;
    let now = cx.now;
    let write = desk.write(cx, async |tx, cx| readiness::write(tx, cx).await).await;
    let files = desk.blob().look().await;
    let files = match files {
        Ok(()) => Check::of(CheckName::Files, Level::Ok),
        Err(error) => Check {
            error: Some(error.code().as_str()),
            ..Check::of(CheckName::Files, Level::Error)
        },
    };
    let mut checks = vec![Check::tried(CheckName::Database, write), files];
    let (lanes, read) = desk.read(async move |rx| view::read(rx, now).await).await?;
    checks.extend(read.checks);
    let tickets = desk.search().map(|store| (store.serving().is_some(), store.followed()));
    let articles = desk.article_search().map(|store| (store.serving().is_some(), store.followed()));
    let index = |name, state| view::index(name, state, read.head);
    checks.push(match tickets.is_none().then(|| elsewhere::tickets(desk)).flatten() {
        Some(answer) => elsewhere::told(CheckName::TicketIndex, answer.await),
        None => index(CheckName::TicketIndex, tickets),
    });
    checks.push(match articles.is_none().then(|| elsewhere::articles(desk)).flatten() {
        Some(answer) => elsewhere::told(CheckName::ArticleIndex, answer.await),
        None => index(CheckName::ArticleIndex, articles),
    });
    checks.sort_by_key(|check| check.name);
    Ok(Health { checks, lanes })
}
