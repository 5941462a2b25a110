use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Clock, Cx, Desk, Entropy, Timestamp};
use proofdesk_sealing::Purpose;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::cursor::CursorKey;
use crate::edge::Edge;
use crate::flood::FloodControl;
use crate::live::Hub;
use crate::principal::Asker;
use crate::problem::Problem;

/// What every handler stands on. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    desk: Desk,
    config: Config,
    clock: Clock,
    entropy: Entropy,
    hub: Hub,
    flood: FloodControl,
    cursor_key: CursorKey,
    shutdown: CancellationToken,
}

impl App {
    /// Puts a desk on the web. Nothing runs yet; see [`crate::live::follow`] for the task that feeds live connections.
    pub fn new(desk: Desk, config: Config, clock: Clock, entropy: Entropy) -> Self {
        let cursor_key = CursorKey::new(*desk.keyring().subkey(Purpose::CursorMac));
        let flood = FloodControl::new(config.flood);
        let hub = Hub::new(*desk.db().feed_head().borrow());
        let inner = Inner {
            desk,
            config,
            clock,
            entropy,
            hub,
            flood,
            cursor_key,
            shutdown: CancellationToken::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    pub fn desk(&self) -> &Desk {
        &self.inner.desk
    }

    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// Live connections and what reaches them.
    pub fn hub(&self) -> &Hub {
        &self.inner.hub
    }

    /// The key under which list positions are sealed.
    pub fn cursor_key(&self) -> &CursorKey {
        &self.inner.cursor_key
    }

    /// Cancelled when the process is asked to stop: live connections then end by themselves.
    pub fn shutdown(&self) -> &CancellationToken {
        &self.inner.shutdown
    }

    pub fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    /// Fresh random bytes.
    pub fn seed(&self) -> [u8; 32] {
        (self.inner.entropy)()
    }

    /// The context of one request.
    pub fn cx(&self, edge: &Edge, viewer: Viewer) -> Cx {
        Cx::new(self.now(), viewer, edge.locale, edge.request_id.clone(), self.seed())
    }

    pub(crate) fn flood(&self) -> &FloodControl {
        &self.inner.flood
    }
}

/// Handlers take the context of their request as an argument. The viewer in it passed the route's gate.
impl FromRequestParts<App> for Cx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let edge = Edge::of(parts);
        let viewer = Asker::of(parts).viewer.clone();
        Ok(app.cx(&edge, viewer))
    }
}
