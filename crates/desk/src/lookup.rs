//! Where words are looked up: in the indexes of this process, or at a node that has them.
//!
//! What a node says is no more believed than what an index of our own says: it is judged again in SQL, inside of the asker's
//! scope. The node knows whom it answers by a signature under the master keys, which all nodes share.

pub mod signature;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use proofdesk_search::{ArticleStore, TicketStore};

use crate::code::Code;
use crate::error::{Error, Result};

pub use proofdesk_search::{Answer, ArticleAsk, FoundTicket, TicketAsk};

/// Why a node did not answer, for the log: whoever asked is told that search is not ready.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NodeError(pub String);

/// What a node answers.
pub type NodeFuture<T> = Pin<Box<dyn Future<Output = std::result::Result<T, NodeError>> + Send>>;

/// A node that has the indexes. Every answer comes within [`crate::limits::SEARCH_NODE_DEADLINE`].
pub trait SearchNode: Send + Sync + fmt::Debug {
    fn articles(&self, ask: &ArticleAsk) -> NodeFuture<Answer>;
    fn tickets(&self, ask: &TicketAsk) -> NodeFuture<Vec<FoundTicket>>;
}

/// The indexes of this process, and the node that is asked where there are none, or none that is whole.
#[derive(Clone, Debug, Default)]
pub struct Lookup {
    pub(crate) tickets: Option<Arc<TicketStore>>,
    pub(crate) articles: Option<Arc<ArticleStore>>,
    pub(crate) node: Option<Arc<dyn SearchNode>>,
}

impl Lookup {
    /// The same without another node: what answers another one's question asks nobody else.
    #[must_use]
    pub fn own(&self) -> Self {
        Self { node: None, ..self.clone() }
    }

    /// Finds articles.
    ///
    /// # Errors
    /// `search-not-ready` where nobody has a whole index.
    pub async fn articles(&self, ask: &ArticleAsk) -> Result<Answer> {
        if let Some(index) = self.articles.as_ref().and_then(|store| store.serving()) {
            return ask.of(&index).map_err(|error| broken(&error));
        }
        match &self.node {
            Some(node) => node.articles(ask).await.map_err(|error| silent(&error)),
            None => Err(not_ready()),
        }
    }

    /// Finds tickets.
    ///
    /// # Errors
    /// `search-not-ready` where nobody has a whole index.
    pub async fn tickets(&self, ask: &TicketAsk) -> Result<Vec<FoundTicket>> {
        if let Some(index) = self.tickets.as_ref().and_then(|store| store.serving()) {
            return ask.of(&index).map_err(|error| broken(&error));
        }
        match &self.node {
            Some(node) => node.tickets(ask).await.map_err(|error| silent(&error)),
            None => Err(not_ready()),
        }
    }
}

fn not_ready() -> Error {
    Error::refused(Code::SearchNotReady)
}

fn broken(error: &proofdesk_search::Error) -> Error {
    tracing::error!(%error, "the search index does not answer");
    not_ready()
}

fn silent(error: &NodeError) -> Error {
    tracing::warn!(%error, "the node with the search index does not answer");
    not_ready()
}
