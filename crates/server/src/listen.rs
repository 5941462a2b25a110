//! The listener. It takes connections one by one and gives each three clocks: one for a head that was begun, one for
//! connections on which nothing is asked, one for an answer that is not taken.
//!
//! axum's own `serve` has none of them, and hyper's limit for heads runs while a connection rests between two requests too: short
//! enough to be of use against somebody who dribbles, it would cut the connections that a reverse proxy keeps. So hyper's
//! clock is the one for rest, and [`Watched`] has those for heads and answers.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::StatusCode;
use axum::response::Response;
use hyper::body::{Body as HttpBody, Incoming};
use hyper::server::conn::http1;
use hyper::service::{HttpService, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt as _;

/// How long to wait before taking the next connection when none can be taken: no file handle is left, most likely.
const PAUSE: Duration = Duration::from_millis(200);

/// How long the other side may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// From the first byte of a request's head to its last.
    pub head: Duration,
    /// Between two requests, and before the first.
    pub rest: Duration,
    /// While nothing of an answer is taken.
    pub answer: Duration,
}

/// Answers until `stop`, then takes nothing new and returns when what was under way is answered.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    stop: CancellationToken,
) {
    let open = TaskTracker::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.rest);
    while let Some((stream, address)) = next(&listener, &stop).await {
        let phase = Arc::new(Phase::default());
        let watched = Watched::new(stream, phase.clone(), patience);
        let router = router.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            answer(router.clone(), phase.clone(), address, request.map(Body::new))
        });
        let connection = http.serve_connection(TokioIo::new(watched), service).with_upgrades();
        open.spawn(until_its_end(connection, stop.clone()));
    }
    drop(listener);
    open.close();
    open.wait().await;
}

type Served<S> = http1::UpgradeableConnection<TokioIo<Watched>, S>;

/// Runs a connection. Told to stop, it ends after the request under way.
async fn until_its_end<S, B>(connection: Served<S>, stop: CancellationToken)
where
    S: HttpService<Incoming, ResBody = B>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    B: HttpBody + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// The next connection, or `None` once it is time to stop.
async fn next(listener: &TcpListener, stop: &CancellationToken) -> Option<(TcpStream, SocketAddr)> {
    loop {
        let taken = tokio::select! {
            () = stop.cancelled() => return None,
            taken = listener.accept() => taken,
        };
        match taken {
            Ok(taken) => return Some(taken),
            // Whoever knocked has gone again.
            Err(error) if is_theirs(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                sleep(PAUSE).await;
            }
        }
    }
}

fn is_theirs(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

async fn answer(
    router: Router,
    phase: Arc<Phase>,
    address: SocketAddr,
    mut request: Request,
) -> Result<Response, Infallible> {
    phase.set(Phase::ASKED);
    request.extensions_mut().insert(ConnectInfo(address));
    let response = router.oneshot(request).await?;
    let is_other_protocol = response.status() == StatusCode::SWITCHING_PROTOCOLS;
    phase.set(if is_other_protocol { Phase::OTHER } else { Phase::REST });
    Ok(response)
}

/// What a connection is at. The service and the stream of one connection share it.
#[derive(Debug, Default)]
struct Phase(AtomicU8);

impl Phase {
    /// Nothing is asked.
    const REST: u8 = 0;
    /// A head was begun.
    const HEAD: u8 = 1;
    /// A request is being answered: its body has limits of its own.
    const ASKED: u8 = 2;
    /// It speaks something else than HTTP from now on.
    const OTHER: u8 = 3;

    fn set(&self, phase: u8) {
        self.0.store(phase, Ordering::Relaxed);
    }

    fn get(&self) -> u8 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A connection that breaks when a head that was begun does not end in time, and when nothing of an answer is taken for too long.
struct Watched {
    stream: TcpStream,
    phase: Arc<Phase>,
    patience: Patience,
    /// Runs while a head is read.
    clock: Option<Pin<Box<Sleep>>>,
    /// Runs while an answer waits to be taken.
    untaken: Option<Pin<Box<Sleep>>>,
}

impl Watched {
    fn new(stream: TcpStream, phase: Arc<Phase>, patience: Patience) -> Self {
        Self { stream, phase, patience, clock: None, untaken: None }
    }

    /// What came of writing: an error once nothing was taken for too long.
    fn taken(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.untaken = None;
            return written;
        }
        let patience = self.patience.answer;
        let clock = self.untaken.get_or_insert_with(|| Box::pin(sleep(patience)));
        clock.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    /// Says whether the head took too long. Begins to count with its first bytes.
    fn is_over(&mut self, cx: &mut Context<'_>, came: bool) -> bool {
        match (self.phase.get(), came) {
            (Phase::REST, true) => {
                self.phase.set(Phase::HEAD);
                self.clock = Some(Box::pin(sleep(self.patience.head)));
                false
            }
            (Phase::HEAD, false) => {
                self.clock.as_mut().is_some_and(|clock| clock.as_mut().poll(cx).is_ready())
            }
            (Phase::HEAD, true) => false,
            _ => {
                self.clock = None;
                false
            }
        }
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        let came = buffer.filled().len() > before;
        if self.is_over(cx, came) && read.is_pending() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.taken(cx, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.taken(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use tokio::io::AsyncWriteExt as _;

    #[tokio::test]
    async fn whoever_takes_nothing_of_an_answer_is_let_go() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (stream, _) = listener.accept().await.unwrap();
        let hour = Duration::from_secs(3600);
        let patience = Patience { head: hour, rest: hour, answer: Duration::from_millis(50) };
        let mut watched = Watched::new(stream, Arc::default(), patience);
        // Until no buffer between the two takes any more, however large they are.
        let ended = loop {
            if let Err(error) = watched.write_all(&[0; 64 * 1024]).await {
                break error;
            }
        };
        assert_eq!(ended.kind(), io::ErrorKind::TimedOut);
        drop(client);
    }
}
