use std::collections::VecDeque;
use std::time::Duration;

use futures_util::{SinkExt as _, Stream, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

use crate::client::{Client, http};

/// How news travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    Socket,
    Events,
    Poll,
}

impl Transport {
    pub const ALL: [Self; 3] = [Self::Socket, Self::Events, Self::Poll];
}

/// Pause between two looks of a polling client that found nothing.
const POLL: Duration = Duration::from_millis(20);

/// A client of the live protocol, the same over each transport.
pub struct Live {
    wire: Wire,
    /// The last position that a frame carried.
    pub pos: Option<i64>,
    /// Why the other side closed a socket.
    pub closed: Option<u16>,
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Live")
            .field("pos", &self.pos)
            .field("closed", &self.closed)
            .finish_non_exhaustive()
    }
}

enum Wire {
    Socket(Box<WebSocketStream<TcpStream>>),
    Events { bytes: Chunks, buffer: Vec<u8> },
    Poll { client: Client, frames: VecDeque<Value>, after: Option<i64> },
}

type Chunks = std::pin::Pin<Box<dyn Stream<Item = reqwest::Result<bytes::Bytes>> + Send>>;

impl Live {
    /// Connects, and says after which position to go on; `None` to start with what comes next.
    ///
    /// # Errors
    /// The HTTP status of a refusal; 0 when the connection broke before there was an answer.
    pub async fn connect(
        client: &Client,
        transport: Transport,
        after: Option<i64>,
    ) -> Result<Self, u16> {
        let wire = match transport {
            Transport::Socket => socket(client, after).await?,
            Transport::Events => events(client, after).await?,
            Transport::Poll => {
                Wire::Poll { client: client.clone(), frames: VecDeque::new(), after }
            }
        };
        Ok(Self { wire, pos: after, closed: None })
    }

    /// The next frame; `None` when the other side closed.
    pub async fn next(&mut self) -> Option<Value> {
        let frame = match &mut self.wire {
            Wire::Socket(socket) => loop {
                match socket.next().await {
                    Some(Ok(Message::Text(text))) => break serde_json::from_str(&text).ok(),
                    Some(Ok(Message::Close(frame))) => {
                        self.closed = frame.map(|frame| frame.code.into());
                        break None;
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break None,
                }
            },
            Wire::Events { bytes, buffer } => next_event(bytes, buffer).await,
            Wire::Poll { client, frames, after } => next_polled(client, frames, after).await,
        };
        if let Some(pos) = frame.as_ref().and_then(|frame| frame["pos"].as_i64()) {
            self.pos = Some(pos);
        }
        frame
    }

    /// Reads until a frame of this kind (`t`) came, and returns everything up to it.
    pub async fn until(&mut self, t: &str) -> Vec<Value> {
        let mut frames = Vec::new();
        loop {
            let frame =
                self.next().await.unwrap_or_else(|| panic!("closed before `{t}`: {frames:?}"));
            let done = frame["t"] == t;
            frames.push(frame);
            if done {
                return frames;
            }
        }
    }

    /// Reads until this many events came.
    pub async fn events(&mut self, count: usize) -> Vec<Value> {
        let mut events = Vec::new();
        while events.len() < count {
            let frame =
                self.next().await.unwrap_or_else(|| panic!("closed after {} events", events.len()));
            if frame["t"] == "event" {
                events.push(frame);
            }
        }
        events
    }
}

async fn socket(client: &Client, after: Option<i64>) -> Result<Wire, u16> {
    let mut request =
        format!("ws://{}/api/v1/live", client.address()).into_client_request().expect("a request");
    request.headers_mut().extend(client.headers(false));
    let stream = TcpStream::connect(client.address()).await.expect("a connection");
    let (mut socket, _) = client_async(request, stream).await.map_err(|error| match error {
        Error::Http(response) => response.status().as_u16(),
        _broken => 0,
    })?;
    let hello = json!({ "v": 1, "after": after }).to_string();
    // One that is closed already is seen by whoever reads.
    let _closed = socket.send(Message::text(hello)).await;
    Ok(Wire::Socket(Box::new(socket)))
}

async fn events(client: &Client, after: Option<i64>) -> Result<Wire, u16> {
    let query = after.map_or_else(String::new, |after| format!("?after={after}"));
    let url = format!("http://{}/api/v1/live/stream{query}", client.address());
    let asked = http().get(url).headers(client.headers(false)).send().await;
    let response = asked.map_err(|_broken| 0_u16)?;
    match response.status().as_u16() {
        200 => Ok(Wire::Events { bytes: Box::pin(response.bytes_stream()), buffer: Vec::new() }),
        status => Err(status),
    }
}

/// Reads server-sent events as far as the protocol uses them: each is one line of data.
async fn next_event(bytes: &mut Chunks, buffer: &mut Vec<u8>) -> Option<Value> {
    loop {
        if let Some(end) = buffer.windows(2).position(|pair| pair == b"\n\n") {
            let event: Vec<u8> = buffer.drain(..end + 2).collect();
            let event = String::from_utf8(event).expect("text");
            match event.lines().find_map(|line| line.strip_prefix("data:")) {
                Some(data) => return serde_json::from_str(data.trim()).ok(),
                None => continue,
            }
        }
        buffer.extend_from_slice(&bytes.next().await?.ok()?);
    }
}

async fn next_polled(
    client: &Client,
    frames: &mut VecDeque<Value>,
    after: &mut Option<i64>,
) -> Option<Value> {
    loop {
        if let Some(frame) = frames.pop_front() {
            return Some(frame);
        }
        let query = after.map_or_else(String::new, |after| format!("?after={after}"));
        let answer = client.get(&format!("/api/v1/feed{query}")).try_send().await.ok()?;
        if answer.status != 200 {
            return None;
        }
        let page = answer.json();
        frames.extend(page["events"].as_array().cloned().unwrap_or_default());
        *after = page["pos"].as_i64();
        if frames.is_empty() {
            // Delay because that is what a polling client does.
            tokio::time::sleep(POLL).await;
        }
    }
}
