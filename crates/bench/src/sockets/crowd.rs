//! Ten thousand clients in one process: each reads its socket and tells when something came.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use futures_util::{SinkExt as _, StreamExt as _, TryStreamExt as _, stream};
use tokio::net::TcpStream;
use tokio::sync::{Mutex, mpsc};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, http};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::drive::now;

/// Connections that are being opened at the same time.
const AT_ONCE: usize = 64;
/// A frame that takes longer is missing.
const PATIENCE: Duration = Duration::from_secs(30);
/// Ten thousand clients share this process's memory.
const BUFFER_BYTES: usize = 4 * 1024;

/// Where a client sits: what it connects to, and as whom.
#[derive(Clone)]
pub struct Seat {
    pub path: String,
    pub token: String,
}

impl Seat {
    pub fn of_customer(token: String) -> Self {
        Self { path: "/api/v1/live".to_owned(), token }
    }

    /// An inbox asks for no more than one frame a second.
    pub fn of_agent(token: String) -> Self {
        Self { path: "/api/v1/live?coalesce=1s".to_owned(), token }
    }
}

type Arrivals = Mutex<mpsc::UnboundedReceiver<Instant>>;

/// Everybody connected. Dropping it closes all sockets.
pub struct Crowd {
    arrivals: Vec<Arrivals>,
    agents_heard: Arc<AtomicU64>,
    _readers: tokio::task::JoinSet<()>,
}

impl Crowd {
    /// Connects everybody and waits until each was told where it stands.
    ///
    /// # Errors
    /// When a connection is refused.
    pub async fn gather(address: SocketAddr, customers: &[Seat], agents: &[Seat]) -> Result<Self> {
        let mut readers = tokio::task::JoinSet::new();
        let mut arrivals = Vec::with_capacity(customers.len());
        let mut sockets = Box::pin(opened(address, customers));
        while let Some(socket) = sockets.try_next().await? {
            let (sender, receiver) = mpsc::unbounded_channel();
            arrivals.push(Mutex::new(receiver));
            readers.spawn(read(socket, "ticket.message_added", move || {
                // Nobody waits any more when the run is over.
                let _over = sender.send(now());
            }));
        }
        let agents_heard = Arc::new(AtomicU64::new(0));
        let mut sockets = Box::pin(opened(address, agents));
        while let Some(socket) = sockets.try_next().await? {
            let heard = agents_heard.clone();
            readers.spawn(read(socket, "\"changed\"", move || {
                heard.fetch_add(1, Ordering::Relaxed);
            }));
        }
        Ok(Self { arrivals, agents_heard, _readers: readers })
    }

    /// When the next message reached a customer.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn arrival(&self, customer: usize) -> Result<Instant> {
        let mut arrivals = self.arrivals.get(customer).context("a customer")?.lock().await;
        let came = tokio::time::timeout(PATIENCE, arrivals.recv()).await;
        came.context("a frame is missing")?.context("a socket was closed")
    }

    pub fn agents_heard(&self) -> u64 {
        self.agents_heard.load(Ordering::Relaxed)
    }
}

type Socket = WebSocketStream<TcpStream>;

/// Opens a socket for each seat, in their order.
fn opened(address: SocketAddr, seats: &[Seat]) -> impl stream::Stream<Item = Result<Socket>> {
    stream::iter(seats.to_vec()).map(move |seat| open(address, seat)).buffered(AT_ONCE)
}

async fn open(address: SocketAddr, seat: Seat) -> Result<Socket> {
    let mut request = format!("ws://{address}{}", seat.path).into_client_request()?;
    let bearer = format!("Bearer {}", seat.token).parse()?;
    request.headers_mut().insert(http::header::AUTHORIZATION, bearer);
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let config =
        WebSocketConfig::default().read_buffer_size(BUFFER_BYTES).write_buffer_size(BUFFER_BYTES);
    let (mut socket, _) = client_async_with_config(request, stream, Some(config)).await?;
    socket.send(Message::text("{\"v\":1}")).await?;
    let first =
        tokio::time::timeout(PATIENCE, socket.next()).await?.context("closed at once")??;
    ensure!(first.to_text()?.contains("\"live\""), "the first frame is {first}");
    Ok(socket)
}

async fn read(mut socket: Socket, wanted: &'static str, told: impl Fn()) {
    while let Some(Ok(message)) = socket.next().await {
        if matches!(&message, Message::Text(text) if text.contains(wanted)) {
            told();
        }
    }
}
