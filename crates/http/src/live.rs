//! What happens, as it happens. One protocol over WebSocket, server-sent events and polling.
//!
//! A frame is `{v, t, pos, stream, seq, kind, at, data}`. A client says after which `pos` it wants to go on. It gets what it
//! missed, then a frame `live`, then everything new; each event once, in the order of the feed. One that missed
//! more than [`limits::LIVE_REPLAY_EVENTS`](proofdesk_desk::limits::LIVE_REPLAY_EVENTS) gets `resync` and loads its
//! lists anew. A client that is too slow is closed, never skipped: it comes back with its last `pos`. Signals (who is
//! typing, who is looking) have no `pos`, and may be lost.

mod connection;
mod event;
mod frame;
mod hub;
mod routes;

pub use frame::{Frame, FrameKind};
pub use hub::{Hub, follow};
pub use routes::{FeedOut, FeedQuery, SignalIn, feed, signals, socket, stream};
