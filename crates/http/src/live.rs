//! What happens, as it happens. One protocol over WebSocket, server-sent events and polling.
//!
//! A frame is `{v, t, pos, stream, seq, kind, at, data}`; customers get neither `stream` nor `seq`. A client says after
//! which `pos` it wants to go on. It gets what it missed, then a frame `live`, then everything new; each event once, in
//! the order of the feed. `live` comes again now and then, so that the position of a quiet client does not grow old. One
//! that missed more than [`limits::LIVE_REPLAY_EVENTS`](proofdesk_desk::limits::LIVE_REPLAY_EVENTS), or stands where the
//! feed has never been, gets `resync` and loads its lists anew. A client that is too slow is closed, never skipped: it
//! comes back with its last `pos`. Signals (who is typing, who is looking) have no `pos`, and may be lost; neither have the
//! frames that tell staff how members stand, about whom something is kept, and that a department answered.
//!
//! [`follow`] reads the feed once for this node, and the [`Hub`] puts each event, written once, into the queues of those
//! connections that may hear of it; nobody else is woken. The last events stay in memory for those who come back.

mod connection;
mod event;
mod frame;
mod hub;
pub(crate) mod load;
mod presence;
mod ring;
mod routes;
mod socket;
#[cfg(test)]
mod tests;

pub use frame::{Frame, FrameKind, Written};
pub use hub::{Hub, follow};
pub use routes::{FeedOut, FeedQuery, SignalIn, feed, signals, stream};
pub use socket::socket;
