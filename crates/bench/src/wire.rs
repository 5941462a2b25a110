//! A client that costs next to nothing: one kept connection, one request at a time, HTTP/1.1 by hand.

use std::net::SocketAddr;

use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result, bail, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

/// What a browser adds that takes an answer compressed.
const BROWSER: &str = "accept-encoding: gzip\r\n";

/// Kept connections, of which a request takes any that is free.
#[derive(Debug)]
pub struct Wires {
    free: Mutex<Vec<Wire>>,
    permits: Semaphore,
}

impl Wires {
    /// # Errors
    /// When a connection is refused.
    pub async fn connect(address: SocketAddr, count: usize) -> Result<Self> {
        let mut free = Vec::with_capacity(count);
        for _ in 0..count {
            free.push(Wire::connect(address).await?);
        }
        Ok(Self { free: Mutex::new(free), permits: Semaphore::new(count) })
    }

    /// As [`Wire::ask`], and fails for any other status than `expected`. Returns the body.
    ///
    /// # Errors
    /// With what the desk said.
    pub async fn ask(
        &self,
        (method, path): (&str, &str),
        token: &str,
        body: &[u8],
        expected: u16,
    ) -> Result<Vec<u8>> {
        let Answer { status, body, .. } = self.request(method, path, token, body, "").await?;
        ensure!(status == expected, "{status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }

    /// Gets something as a browser does, which takes it compressed. Returns how many bytes came, headers included, and the
    /// body as it came.
    ///
    /// # Errors
    /// With what the desk said when it was not 200.
    pub async fn transfer(&self, path: &str, token: &str) -> Result<(usize, Vec<u8>)> {
        let Answer { status, body, bytes } = self.request("GET", path, token, b"", BROWSER).await?;
        ensure!(status == 200, "{status}: {}", String::from_utf8_lossy(&body));
        Ok((bytes, body))
    }

    async fn request(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: &[u8],
        more: &str,
    ) -> Result<Answer> {
        let _permit = self.permits.acquire().await?;
        let taken = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut wire = taken.context("as many connections as permits")?;
        let answer = wire.ask(method, path, token, body, more).await?;
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(wire);
        Ok(answer)
    }
}

/// A kept connection.
#[derive(Debug)]
struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer's status and body.
#[derive(Clone, Debug)]
struct Answer {
    status: u16,
    body: Vec<u8>,
    /// What came over the wire, with its head.
    bytes: usize,
}

impl Wire {
    async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Sends a request with a bearer token and `more` header lines, and reads its answer.
    async fn ask(
        &mut self,
        method: &str,
        path: &str,
        token: &str,
        body: &[u8],
        more: &str,
    ) -> Result<Answer> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\
             {more}content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        self.stream.write_all(&request).await?;
        self.answer().await
    }

    async fn answer(&mut self) -> Result<Answer> {
        self.buffer.clear();
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let head = std::str::from_utf8(self.buffer.get(..end).unwrap_or_default())?.to_owned();
        let status = head.split(' ').nth(1).context("a status")?.parse()?;
        let length = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, value)| value.trim().parse::<usize>().ok())
            .context("the bench reads answers of known length only")?;
        while self.buffer.len() < end + length {
            self.more().await?;
        }
        let body = self.buffer.get(end..end + length).unwrap_or_default().to_vec();
        Ok(Answer { status, body, bytes: end + length })
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the connection was closed");
        }
        Ok(())
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
