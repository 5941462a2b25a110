//! Connections that only read, each on its own thread: a slow read never holds up the threads of
//! the async runtime.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use super::Conn;
use super::queue::{Entry, Work};
use crate::limits::{READ_QUEUE, READ_TIME};
use crate::tx;
use crate::{Error, Result, Tx, lock};

/// The handle to the threads.
pub(crate) struct Readers {
    pub entry: Entry,
}

impl Readers {
    /// `open` gives each its connection.
    pub(crate) fn start(count: usize, open: impl Fn() -> Result<Connection>) -> Result<Self> {
        let (entry, from) = Entry::new(READ_QUEUE);
        let from = Arc::new(Mutex::new(from));
        for _ in 0..count.max(1) {
            let conn = Conn::new(open()?)?;
            let from = from.clone();
            let thread = std::thread::Builder::new()
                .name("store-reader".into())
                .spawn(move || run(&conn, &from))
                .map_err(|e| Error::Unavailable(format!("no thread for a reader: {e}")))?;
            entry.served_by(thread);
        }
        Ok(Readers { entry })
    }
}

fn run(conn: &Conn, from: &Mutex<Receiver<Box<dyn Work>>>) {
    loop {
        // The lock is held while waiting: the others queue behind it, which is all that they would
        // do anyway.
        let next = lock(from).recv();
        let Ok(mut work) = next else { return };
        if work.is_abandoned() {
            continue;
        }
        read(conn, work.as_mut());
        work.answer();
    }
}

/// One deferred transaction is one snapshot, taken by the first statement.
fn read(conn: &Conn, work: &mut dyn Work) {
    conn.limit(READ_TIME);
    match conn.control("begin deferred") {
        Ok(()) => drop(work.run(&Tx::new(tx::Conn::Sqlite(conn)))),
        Err(error) => work.fail(error),
    }
    conn.unlimited();
    if !conn.is_autocommit()
        && let Err(error) = conn.control("rollback")
    {
        tracing::error!(%error, "a read transaction could not be ended");
    }
}
