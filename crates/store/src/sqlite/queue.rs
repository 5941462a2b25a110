//! The way of a closure from its async caller to a thread and back.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::error::panicked;
use crate::limits::QUEUE_WAIT;
use crate::{Error, Result, StoreFailure, Tx, lock};

/// A closure with the place where its answer goes, as the threads see it.
pub(crate) trait Work: Send {
    /// Runs the closure once and keeps its result. True when it wants to commit.
    fn run(&mut self, tx: &Tx<'_>) -> bool;
    /// Replaces the result that is kept.
    fn fail(&mut self, error: Error);
    /// Sends the kept result to whoever waits.
    fn answer(self: Box<Self>);
    /// Tells whether nobody waits for the answer any more.
    fn is_abandoned(&self) -> bool;
}

/// A [`Work`] made of a function that runs the closure. Dropping it gives the place in the queue
/// back.
struct Closure<F, R, E> {
    run: F,
    kept: Option<Result<R, E>>,
    to: oneshot::Sender<Result<R, E>>,
    _place: OwnedSemaphorePermit,
}

impl<F, R, E> Work for Closure<F, R, E>
where
    F: FnMut(&Tx<'_>) -> Result<R, E> + Send,
    R: Send,
    E: StoreFailure + Send,
{
    fn run(&mut self, tx: &Tx<'_>) -> bool {
        let result = (self.run)(tx).and_then(|value| tx.verdict().map(|()| value).map_err(E::from));
        let wants_commit = result.is_ok();
        self.kept = Some(result);
        wants_commit
    }

    fn fail(&mut self, error: Error) {
        self.kept = Some(Err(E::from(error)));
    }

    fn answer(self: Box<Self>) {
        if let Some(result) = self.kept {
            // Nobody waiting any more is no failure: the work is done either way.
            let _ = self.to.send(result);
        }
    }

    fn is_abandoned(&self) -> bool {
        self.to.is_closed()
    }
}

/// The entry to a queue of closures: waits for a place, hands over, waits for the answer.
pub(crate) struct Entry {
    places: Arc<Semaphore>,
    /// Gone once the queue is closed, which is how its threads learn of it.
    to: Mutex<Option<Sender<Box<dyn Work>>>>,
    /// Those that take from the queue. Each holds a connection until it ends.
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Entry {
    pub(super) fn new(places: usize) -> (Self, Receiver<Box<dyn Work>>) {
        let (to, from) = channel();
        let entry = Entry {
            places: Arc::new(Semaphore::new(places)),
            to: Mutex::new(Some(to)),
            threads: Mutex::default(),
        };
        (entry, from)
    }

    /// Notes who takes from the queue.
    pub(super) fn served_by(&self, thread: JoinHandle<()>) {
        lock(&self.threads).push(thread);
    }

    pub(crate) async fn submit<F, R, E>(&self, run: F) -> Result<R, E>
    where
        F: FnMut(&Tx<'_>) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: StoreFailure + Send + 'static,
    {
        let place = tokio::time::timeout(QUEUE_WAIT, self.places.clone().acquire_owned());
        let place = match place.await {
            Ok(Ok(place)) => place,
            Ok(Err(_closed)) => return Err(Error::Closed.into()),
            Err(_elapsed) => return Err(Error::Busy.into()),
        };
        let (to, answer) = oneshot::channel();
        let work: Box<dyn Work> = Box::new(Closure { run, kept: None, to, _place: place });
        let is_sent = lock(&self.to).as_ref().is_some_and(|to| to.send(work).is_ok());
        if !is_sent {
            return Err(Error::Closed.into());
        }
        answer.await.unwrap_or_else(|_dropped| Err(Error::Closed.into()))
    }

    /// Refuses what comes from now on and waits until every place is free again, which is when all
    /// is answered, and then until the threads have ended and their connections are closed.
    pub(crate) async fn drain(&self, places: usize) {
        let all = u32::try_from(places).unwrap_or(u32::MAX);
        if let Ok(all) = self.places.acquire_many(all).await {
            self.places.close();
            all.forget();
        }
        drop(lock(&self.to).take());
        let threads = std::mem::take(&mut *lock(&self.threads));
        let ended = tokio::task::spawn_blocking(move || {
            for thread in threads {
                // One that panicked has ended too, and what it held went with it.
                let _ = thread.join();
            }
        });
        if ended.await.is_err() {
            tracing::error!("the end of the database's threads could not be waited for");
        }
    }
}

/// Polls a closure's future the one time that it needs: nothing it may wait for is ever pending
/// here.
pub(crate) fn once<R, E: StoreFailure>(future: impl Future<Output = Result<R, E>>) -> Result<R, E> {
    let future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    match catch_unwind(AssertUnwindSafe(|| future.poll(&mut cx))) {
        Ok(Poll::Ready(result)) => result,
        Ok(Poll::Pending) => {
            Err(Error::Misuse("it waited for something other than its transaction").into())
        }
        Err(panic) => Err(panicked(panic.as_ref()).into()),
    }
}
