//! The node with the search indexes, as one without them asks it: signed questions in JSON, over HTTP, within a deadline.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::StreamExt as _;
use proofdesk_desk::lookup::{
    Answer, ArticleAsk, FoundTicket, NodeError, NodeFuture, SearchNode, TicketAsk, signature,
};
use proofdesk_desk::{Clock, limits};
use proofdesk_sealing::Keyring;
use reqwest::{Client, StatusCode, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::client::{self, ClientError};

/// Where questions are answered, below the node's address.
pub const PATH: &str = "/internal/search";
/// What is asked for, as the last part of the address and in the signature.
pub const ARTICLES: &str = "articles";
pub const TICKETS: &str = "tickets";
/// The headers of a signature.
pub const SECONDS: &str = "proofdesk-timestamp";
pub const SIGNATURE: &str = "proofdesk-signature";

const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);

/// Why a node cannot be asked at all.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("node.search_at is no web address")]
    Url,
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// A node that is reached over HTTP.
#[derive(Clone)]
pub struct HttpSearchNode {
    client: Client,
    base: Url,
    keyring: Arc<Keyring>,
    clock: Clock,
    /// Until when nobody waits for it again, in microseconds: a page that asks fifty times shall not wait fifty times.
    silent_until: Arc<AtomicI64>,
}

impl std::fmt::Debug for HttpSearchNode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("HttpSearchNode").field(&self.base.as_str()).finish()
    }
}

impl HttpSearchNode {
    /// The node at an address: scheme, host and port. Plain http is for a network that nobody else is in.
    ///
    /// # Errors
    /// [`SetupError`] for what is no such address.
    pub fn new(address: &str, keyring: Keyring, clock: Clock) -> Result<Self, SetupError> {
        let base = Url::parse(address).map_err(|_odd| SetupError::Url)?;
        let is_whole = ["http", "https"].contains(&base.scheme())
            && base.has_host()
            && base.path() == "/"
            && base.query().is_none();
        if !is_whole {
            return Err(SetupError::Url);
        }
        let client = client::builder()?
            .connect_timeout(CONNECT_TIMEOUT)
            .user_agent("Proofdesk-Node/1")
            .build()
            .map_err(ClientError::Http)?;
        let silent_until = Arc::new(AtomicI64::new(i64::MIN));
        Ok(Self { client, base, keyring: Arc::new(keyring), clock, silent_until })
    }

    fn ask<Q: Serialize, A: DeserializeOwned + Send + 'static>(
        &self,
        what: &'static str,
        question: &Q,
    ) -> NodeFuture<A> {
        let (node, body) = (self.clone(), serde_json::to_vec(question));
        Box::pin(async move {
            let body = body.map_err(failed)?;
            let now = (node.clock)();
            if now.micros() < node.silent_until.load(Ordering::Relaxed) {
                return Err(NodeError("it did not answer a moment ago".to_owned()));
            }
            let asked = tokio::time::timeout(limits::SEARCH_NODE_DEADLINE, node.send(what, body));
            let Ok(answer) = asked.await else {
                let until = (now + limits::SEARCH_NODE_SILENCE).micros();
                node.silent_until.store(until, Ordering::Relaxed);
                return Err(NodeError("no answer in time".to_owned()));
            };
            serde_json::from_slice(&answer?).map_err(failed)
        })
    }

    /// The whole body of a good answer.
    async fn send(&self, what: &str, body: Vec<u8>) -> Result<Vec<u8>, NodeError> {
        let seconds = (self.clock)().seconds();
        let signature = signature::sign(&self.keyring, what, seconds, &body).map_err(failed)?;
        let url = self.base.join(&format!("{PATH}/{what}")).map_err(failed)?;
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .header(SECONDS, seconds.to_string())
            .header(SIGNATURE, signature)
            .body(body);
        let response = request.send().await.map_err(failed)?;
        if response.status() != StatusCode::OK {
            return Err(NodeError(format!("it answered {}", response.status())));
        }
        let (mut chunks, mut body) = (response.bytes_stream(), Vec::new());
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(failed)?;
            if body.len() + chunk.len() > limits::SEARCH_NODE_ANSWER_BYTES {
                return Err(NodeError("its answer is too large".to_owned()));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}

fn failed(error: impl std::fmt::Display) -> NodeError {
    NodeError(error.to_string())
}

impl SearchNode for HttpSearchNode {
    fn articles(&self, ask: &ArticleAsk) -> NodeFuture<Answer> {
        self.ask(ARTICLES, ask)
    }

    fn tickets(&self, ask: &TicketAsk) -> NodeFuture<Vec<FoundTicket>> {
        self.ask(TICKETS, ask)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use proofdesk_desk::Timestamp;
    use proofdesk_locale::Locale;
    use serde_json::json;
    use wiremock::matchers::{method, path};
    use wiremock::{Mock, MockServer, Request, ResponseTemplate};

    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_795_251_600_000_000);

    fn node(address: &str) -> Result<HttpSearchNode, SetupError> {
        HttpSearchNode::new(address, Keyring::generate(&[7; 64]), Arc::new(|| NOW))
    }

    fn ask() -> ArticleAsk {
        ArticleAsk {
            text: "提币".to_owned(),
            locale: Locale::ZhHans,
            audience: vec!["public:1".to_owned()],
            section: None,
            limit: 3,
            is_typing: false,
        }
    }

    async fn answering(answer: ResponseTemplate) -> MockServer {
        let server = MockServer::start().await;
        let route = Mock::given(method("POST")).and(path("/internal/search/articles"));
        route.respond_with(answer).mount(&server).await;
        server
    }

    #[tokio::test]
    async fn a_question_is_signed_and_its_answer_read() {
        let answer = json!({ "hits": [], "total": 4, "tags": [], "sections": [] });
        let server = answering(ResponseTemplate::new(200).set_body_json(answer)).await;
        let told = node(&server.uri()).unwrap().articles(&ask()).await.unwrap();
        assert_eq!(told.total, 4);
        let asked: Vec<Request> = server.received_requests().await.unwrap();
        let [asked] = asked.as_slice() else { panic!("one question") };
        let header = |name: &str| asked.headers.get(name).unwrap().to_str().unwrap().to_owned();
        let (seconds, signed) = (header(SECONDS), header(SIGNATURE));
        let keyring = Keyring::generate(&[7; 64]);
        let what = (ARTICLES, asked.body.as_slice());
        assert!(signature::is_ours(&keyring, what, (&seconds, &signed), NOW));
        assert_eq!(serde_json::from_slice::<ArticleAsk>(&asked.body).unwrap(), ask());
    }

    #[tokio::test]
    async fn whatever_goes_wrong_is_no_answer() {
        for answer in [
            ResponseTemplate::new(503),
            ResponseTemplate::new(302).insert_header("location", "/internal/search/articles"),
            ResponseTemplate::new(200).set_body_string("<html>"),
            ResponseTemplate::new(200).set_body_bytes(vec![b' '; 5 * 1024 * 1024]),
        ] {
            let server = answering(answer).await;
            assert!(node(&server.uri()).unwrap().articles(&ask()).await.is_err());
        }
        assert!(node("http://127.0.0.1:1").unwrap().articles(&ask()).await.is_err());
    }

    #[tokio::test]
    async fn who_waited_in_vain_does_not_wait_again_at_once() {
        let late = ResponseTemplate::new(200).set_delay(Duration::from_secs(30));
        let server = answering(late).await;
        let node = node(&server.uri()).unwrap();
        let why = node.articles(&ask()).await.unwrap_err();
        assert_eq!(why.to_string(), "no answer in time");
        let why = node.articles(&ask()).await.unwrap_err();
        assert_eq!(why.to_string(), "it did not answer a moment ago");
        assert_eq!(server.received_requests().await.unwrap().len(), 1);
    }

    #[test]
    fn only_an_address_is_one() {
        assert!(node("http://10.0.0.5:7070").is_ok() && node("https://search.internal/").is_ok());
        for odd in ["", "10.0.0.5:7070", "ftp://a", "http://a/b", "http://a/?b", "unix:/x"] {
            assert!(matches!(node(odd), Err(SetupError::Url)), "{odd}");
        }
    }
}
