//! The only connection that writes, and its protocol.
//!
//! 1. `begin immediate`, and take what waits and what comes meanwhile, at most [`BATCH`] closures.
//! 2. Run each closure in a savepoint. A closure that fails, panics or breaks a rule is rolled back
//!    to its savepoint and harms no other. One that succeeded and published gets its feed positions
//!    before its savepoint is released.
//! 3. One commit for all of them; then every answer, also the failures: they may rest on what the
//!    batch had written.
//!
//! `SQLITE_FULL`, I/O errors, lack of memory and interrupts inside a savepoint make SQLite roll
//! back the *whole* transaction, silently, and leave autocommit on, in which the next statement
//! would commit by itself. So after every closure (and in [`Rx`](crate::Rx), which lets nothing
//! follow a failed statement) we look at autocommit. If the batch is gone, nothing of it was
//! acknowledged, and each of its closures runs again in a transaction of its own. The same happens
//! when the commit fails, be it by a deferred foreign key of just one closure.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::time::Instant;

use super::Conn;
use super::queue::{Entry, Work};
use crate::feed::Hints;
use crate::limits::{BATCH, BATCH_TIME, WRITE_QUEUE, WRITE_TIME};
use crate::tx;
use crate::{Error, Result, Tx, Value, feed};

/// How often an idle writer looks whether another process (a command line tool) has written.
const LOOK: Duration = Duration::from_millis(250);

/// The handle to the thread.
pub(crate) struct Writer {
    pub entry: Entry,
}

/// What became of one closure inside a batch.
enum Ran {
    Kept {
        published: bool,
        enqueued: bool,
    },
    Undone,
    /// The whole transaction is gone, for this reason.
    BatchLost(Error),
}

struct Thread {
    conn: Conn,
    hints: Arc<Hints>,
    waiting: VecDeque<Box<dyn Work>>,
    data_version: i64,
}

impl Writer {
    pub(crate) fn start(conn: Connection, hints: Arc<Hints>) -> Result<Self> {
        let (entry, from) = Entry::new(WRITE_QUEUE);
        let mut thread =
            Thread { conn: Conn::new(conn)?, hints, waiting: VecDeque::new(), data_version: 0 };
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || thread.run(&from))
            .map_err(|e| Error::Unavailable(format!("no thread for the writer: {e}")))?;
        entry.served_by(thread);
        Ok(Writer { entry })
    }
}

impl Thread {
    /// Lives until the database is closed, or every handle to it is gone.
    fn run(&mut self, from: &Receiver<Box<dyn Work>>) {
        self.look_for_others();
        loop {
            if self.waiting.is_empty() {
                match from.recv_timeout(LOOK) {
                    Ok(work) => self.waiting.push_back(work),
                    Err(RecvTimeoutError::Timeout) => {
                        self.look_for_others();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            self.batch(from);
        }
    }

    /// Who comes while the batch runs still gets into it: a commit costs its sync and the pages that every ticket touches,
    /// however many share it.
    fn batch(&mut self, from: &Receiver<Box<dyn Work>>) {
        let started = Instant::now();
        let mut ran: Vec<Box<dyn Work>> = Vec::new();
        if let Err(error) = self.conn.control("begin immediate") {
            self.abandon();
            return refuse(self.waiting.drain(..), &error);
        }
        let mut hint = (false, false);
        while ran.len() < BATCH
            && let Some(mut work) = self.waiting.pop_front().or_else(|| from.try_recv().ok())
        {
            let outcome = self.in_savepoint(work.as_mut());
            ran.push(work);
            match outcome {
                Ran::Kept { published, enqueued } => {
                    hint = (hint.0 || published, hint.1 || enqueued)
                }
                Ran::Undone => {}
                Ran::BatchLost(error) => return self.one_by_one(ran, &error),
            }
            if started.elapsed() > BATCH_TIME {
                break;
            }
        }
        let committing = Instant::now();
        if let Err(error) = self.conn.control("commit") {
            return self.one_by_one(ran, &error);
        }
        metrics::histogram!("proofdesk_store_commit_seconds").record(committing.elapsed());
        metrics::histogram!("proofdesk_store_batch_closures")
            .record(u32::try_from(ran.len()).unwrap_or(u32::MAX));
        self.tell(hint);
        ran.into_iter().for_each(Work::answer);
    }

    fn in_savepoint(&self, work: &mut dyn Work) -> Ran {
        if let Err(error) = self.conn.control("savepoint closure") {
            return self.lost(error);
        }
        self.conn.limit(WRITE_TIME);
        let tx = Tx::new(tx::Conn::Sqlite(&self.conn));
        let mut commit = work.run(&tx);
        self.conn.unlimited();
        if self.conn.is_autocommit() {
            return Ran::BatchLost(reason(&tx));
        }
        let published = commit
            && match append(&self.conn, &tx) {
                Ok(any) => any,
                Err(error) => {
                    if self.conn.is_autocommit() {
                        return Ran::BatchLost(error);
                    }
                    commit = false;
                    work.fail(error);
                    false
                }
            };
        let undo = if commit { Ok(()) } else { self.conn.control("rollback to closure") };
        match undo.and_then(|()| self.conn.control("release closure")) {
            Err(error) => self.lost(error),
            Ok(()) if commit => Ran::Kept { published, enqueued: tx.has_enqueued() },
            Ok(()) => Ran::Undone,
        }
    }

    /// The store's own statement failed: whatever state that left, none of this batch may be
    /// committed.
    fn lost(&self, error: Error) -> Ran {
        self.abandon();
        Ran::BatchLost(error)
    }

    fn one_by_one(&mut self, ran: Vec<Box<dyn Work>>, error: &Error) {
        tracing::warn!(%error, closures = ran.len(), "a batch was rolled back; its closures run again one by one");
        metrics::counter!("proofdesk_store_batches_lost_total").increment(1);
        self.abandon();
        for mut work in ran {
            self.alone(work.as_mut());
            work.answer();
        }
    }

    fn alone(&self, work: &mut dyn Work) {
        if let Err(error) = self.conn.control("begin immediate") {
            self.abandon();
            return work.fail(error);
        }
        self.conn.limit(WRITE_TIME);
        let tx = Tx::new(tx::Conn::Sqlite(&self.conn));
        let commit = work.run(&tx);
        self.conn.unlimited();
        if !commit {
            return self.abandon();
        }
        if self.conn.is_autocommit() {
            return work.fail(reason(&tx));
        }
        match append(&self.conn, &tx).and_then(|any| self.conn.control("commit").map(|()| any)) {
            Ok(published) => self.tell((published, tx.has_enqueued())),
            Err(error) => {
                self.abandon();
                work.fail(error);
            }
        }
    }

    /// Ends whatever transaction is open.
    fn abandon(&self) {
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.control("rollback")
        {
            tracing::error!(%error, "a rollback failed");
        }
    }

    fn tell(&self, (published, enqueued): (bool, bool)) {
        if published && let Ok(head) = head(&self.conn) {
            self.hints.raise_head(head);
        }
        if enqueued {
            self.hints.jobs_added();
        }
    }

    /// A hint only: failing here just means that the next look tells.
    fn look_for_others(&mut self) {
        let version = self.conn.query::<(i64,)>("pragma data_version", &[], tx::Prepare::Kept);
        let Some((version,)) = version.ok().and_then(|rows| rows.first().copied()) else { return };
        if version != self.data_version {
            self.data_version = version;
            self.tell((true, true));
        }
    }
}

fn refuse(all: impl Iterator<Item = Box<dyn Work>>, error: &Error) {
    for mut work in all {
        work.fail(error.clone());
        work.answer();
    }
}

/// Why the transaction is gone, as the statement that lost it saw it.
fn reason(tx: &Tx<'_>) -> Error {
    tx.verdict().err().unwrap_or(Error::Misuse("the transaction ended inside the closure"))
}

fn head(conn: &Conn) -> Result<i64> {
    let rows = conn.query::<(i64,)>(feed::HEAD, &[], tx::Prepare::Kept)?;
    Ok(rows.first().map_or(0, |row| row.0))
}

/// Numbers what the closure published: dense, because only this thread (or another process, under
/// the same write lock) does it. True when there was anything.
fn append(conn: &Conn, tx: &Tx<'_>) -> Result<bool> {
    let published = tx.take_published();
    if published.is_empty() {
        return Ok(false);
    }
    let mut pos = head(conn)?;
    for event in published {
        pos = pos.saturating_add(1);
        conn.exec(
            feed::APPEND,
            &[Value::Int(pos), Value::Uuid(event.event_id)],
            tx::Prepare::Kept,
        )?;
    }
    Ok(true)
}
