use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// How long a connection holds, and how long each piece of it is underway, at most. Each connection may hold a little longer than the
/// one before, so that what takes a slow machine longer than any of them would hold comes through in the end.
const LIFE_MS: u64 = 600;
const LONGER_MS: u64 = 2;
const DELAY_MS: u64 = 40;
/// Small, so that most of what is said comes in pieces, and breaks between them.
const PIECE_BYTES: usize = 512;

/// A line to a desk over which connections break at random moments, and each is slow by a measure of its own: what went over one is
/// overtaken by what went over a later one.
#[derive(Debug)]
pub struct BadLine {
    address: SocketAddr,
    listening: JoinHandle<()>,
}

impl BadLine {
    pub async fn to(desk: SocketAddr) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let listening = tokio::spawn(async move {
            let mut life_ms = LIFE_MS;
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(carry(near, desk, life_ms));
                life_ms += LONGER_MS;
            }
        });
        Self { address, listening }
    }

    /// Where the desk is reached over it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for BadLine {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn carry(near: TcpStream, desk: SocketAddr, life_ms: u64) {
    let Ok(far) = TcpStream::connect(desk).await else { return };
    let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
    let slowness_ms = 1 + random(DELAY_MS);
    let there = hand_on(from_near, to_far, slowness_ms);
    let back = hand_on(from_far, to_near, slowness_ms);
    // Running out of time is how it breaks, wherever it is.
    let life = Duration::from_millis(random(life_ms));
    let _broken = timeout(life, async { tokio::join!(there, back) }).await;
}

async fn hand_on(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, slowness_ms: u64) {
    let mut piece = [0; PIECE_BYTES];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        // Delay because slowness is what this is for.
        sleep(Duration::from_millis(random(slowness_ms))).await;
        if to.write_all(&piece[..length]).await.is_err() {
            return;
        }
    }
    // What ends on one side ends on the other.
    let _gone = to.shutdown().await;
}

fn random(below: u64) -> u64 {
    RandomState::new().build_hasher().finish() % below
}
