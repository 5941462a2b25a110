use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use proofdesk_desk::limits;
use tokio::sync::broadcast;

use super::event::{LiveEvent, Signal, load};
use crate::app::App;

/// How often the feed is looked at even if nobody said that it moved.
const POLL: Duration = Duration::from_secs(1);

/// What reaches connections.
#[derive(Clone, Debug)]
pub enum News {
    Event(Arc<LiveEvent>),
    Signal(Arc<Signal>),
}

/// Hands every event of the feed to every connection of this node.
#[derive(Debug)]
pub struct Hub {
    // The position and the channel move together: whoever subscribes knows exactly what the channel will not bring.
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    pos: i64,
    sender: broadcast::Sender<News>,
}

/// A connection's end of the hub.
#[derive(Debug)]
pub struct Subscription {
    /// Everything up to here has happened already; the receiver brings what comes after.
    pub pos: i64,
    pub news: broadcast::Receiver<News>,
}

impl Default for Hub {
    fn default() -> Self {
        let (sender, _) = broadcast::channel(limits::LIVE_QUEUE_FRAMES);
        Self { state: Mutex::new(State { pos: 0, sender }) }
    }
}

impl Hub {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn subscribe(&self) -> Subscription {
        let state = self.state();
        Subscription { pos: state.pos, news: state.sender.subscribe() }
    }

    /// The last position that was handed out.
    pub fn pos(&self) -> i64 {
        self.state().pos
    }

    /// How many connections listen.
    pub fn listeners(&self) -> usize {
        self.state().sender.receiver_count()
    }

    pub fn signal(&self, signal: Signal) {
        // Nobody listening is no error.
        let _ = self.state().sender.send(News::Signal(Arc::new(signal)));
    }

    fn publish(&self, events: Vec<Arc<LiveEvent>>, reached: i64) {
        let mut state = self.state();
        for event in events {
            let _ = state.sender.send(News::Event(event));
        }
        state.pos = reached;
    }

    fn begin(&self, pos: i64) {
        self.state().pos = pos;
    }
}

/// Follows the feed for as long as the process lives. One per node.
pub async fn follow(app: App) {
    let mut feed = app.desk().db().feed_head();
    let start = *feed.borrow_and_update();
    app.hub().begin(start);
    while !app.shutdown().is_cancelled() {
        let after = app.hub().pos();
        let limit = u32::try_from(limits::FEED_PAGE).unwrap_or(u32::MAX);
        let loaded = app.desk().read(async move |rx| load(rx, after, limit).await).await;
        match loaded {
            Ok((events, reached)) if reached > after => {
                app.hub().publish(events, reached);
                metrics::gauge!("proofdesk_live_connections").set(f64::from(listeners(app.hub())));
                continue;
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "live connections wait: the feed could not be read"),
        }
        tokio::select! {
            () = app.shutdown().cancelled() => {}
            _ = feed.changed() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

fn listeners(hub: &Hub) -> u32 {
    u32::try_from(hub.listeners()).unwrap_or(u32::MAX)
}
