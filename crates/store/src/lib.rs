//! Proofdesk's data layer: one small API over SQLite (embedded, the default) and PostgreSQL.
//!
//! - [`Db::write`] and [`Db::read`] run an async closure in a transaction; [`Tx`] and [`Rx`] say
//!   what it may do.
//! - [`Tx::publish`] and [`Rx::feed_after`] are the feed (`feed.rs` tells how it loses nothing).
//! - [`Tx::enqueue`] and [`Db::lease_jobs`] are the jobs.
//! - [`Migration`] tells how a schema is written once for both engines.
//! - [`Db::backup`], [`restore`] and [`Db::doctor`] are for the operator; [`Db::look`] opens what
//!   is there without a write, for a disk that takes none.
//!
//! What is not here, on purpose: models, query building, LISTEN/NOTIFY, advisory locks, sequences,
//! triggers. The same SQL text must run on either engine and on servers that speak PostgreSQL's
//! protocol.
//!
//! # Writing a closure
//!
//! ```no_run
//! # use proofdesk_store::{Db, Result, params};
//! # async fn rename(db: &Db, id: uuid::Uuid, name: String) -> Result<()> {
//! let touched: u64 = db
//!     .write(async move |tx| -> Result<_> {
//!         tx.exec("update team set name = $1 where id = $2", params![name, id]).await
//!     })
//!     .await?;
//! # Ok(()) }
//! ```
//!
//! A closure may run more than once and waits for nothing but its transaction.

mod backup;
mod db;
mod doctor;
mod error;
mod feed;
pub mod job;
pub mod limits;
pub mod migration;
mod postgres;
mod room;
mod row;
mod sqlite;
mod statement;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

pub use backup::{Backup, restore};
pub use db::{Db, DbUrl, Engine, Options};
pub use doctor::{Check, Level};
pub use error::{ConstraintKind, Error, Result, StoreFailure};
pub use job::{Lease, NewJob, Retried, backoff_us};
pub use migration::{Applied, Migration};
pub use postgres::sequencer::Sequencer;
pub use room::{Lack, look_for_room};
pub use row::{FromRow, Row};
pub use tx::{Rx, Tx};
pub use value::{FromValue, ToValue, Value, ValueRef};

/// Locks, also after a panic elsewhere: what these locks guard is valid at every moment.
pub(crate) fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
