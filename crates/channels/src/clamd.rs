//! The protocol of `clamd`, as far as a file is scanned by it (clamd(8), `INSTREAM` and `PING`).
//!
//! A command begins with `z` and ends with NUL, and so does the answer. `INSTREAM` is followed by chunks, each behind its
//! length in four bytes, big-endian, and by a length of zero. The answer is `stream: OK`, `stream: NAME FOUND`, or a text that
//! ends in `ERROR`. The scanner reads the bytes and keeps nothing; it must stand where nobody else listens in, because what
//! it gets is plain.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use futures_util::StreamExt as _;
use proofdesk_desk::attachment::scan::Verdict;
use proofdesk_desk::blob::ByteStream;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};

/// Longest answer that is read.
const ANSWER_BYTES: usize = 4096;

/// Why no verdict came. All of it may be better later.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody answers there, or the connection broke.
    #[error("the scanner cannot be reached")]
    Unreachable(#[source] std::io::Error),
    /// No answer in time.
    #[error("the scanner took too long")]
    TooSlow,
    /// What came back is no answer of the protocol.
    #[error("the scanner answered {0:?}")]
    Answer(String),
    /// The file itself could not be read.
    #[error("the file could not be read")]
    File(#[source] proofdesk_desk::blob::BlobError),
}

/// Where a scanner listens: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A socket file.
    Unix(PathBuf),
    /// Host and port.
    Tcp(String),
}

/// A text that names no scanner.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a scanner is named `unix:/path/to/socket` or `tcp:host:port`")]
pub struct NoAddress;

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        match text.split_once(':') {
            Some(("unix", path)) if path.starts_with('/') => Ok(Self::Unix(path.into())),
            Some(("tcp", at)) => {
                let has_port = at
                    .rsplit_once(':')
                    .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
                if has_port { Ok(Self::Tcp(at.to_owned())) } else { Err(NoAddress) }
            }
            _ => Err(NoAddress),
        }
    }
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        Self::Tcp(address.to_string())
    }
}

/// A scanner. Each question is a connection of its own.
#[derive(Clone, Debug)]
pub struct Clamd {
    address: Address,
    timeout: Duration,
}

trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

impl Clamd {
    /// A scanner that may take `timeout` for one question.
    pub fn new(address: Address, timeout: Duration) -> Self {
        Self { address, timeout }
    }

    /// Asks whether the scanner is there.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn ping(&self) -> Result<(), Error> {
        self.within(async {
            let mut wire = self.connect().await?;
            wire.write_all(b"zPING\0").await.map_err(Error::Unreachable)?;
            match answer(&mut wire).await?.as_str() {
                "PONG" => Ok(()),
                other => Err(Error::Answer(other.to_owned())),
            }
        })
        .await
    }

    /// Has a file scanned.
    ///
    /// # Errors
    /// [`Error`]. What the scanner says of the file, that it could not tell included, is a verdict.
    pub async fn scan(&self, file: ByteStream) -> Result<Verdict, Error> {
        self.within(async {
            let mut wire = self.connect().await?;
            let sent = send(&mut wire, file).await;
            if let Err(error @ Error::File(_)) = sent {
                return Err(error);
            }
            // A scanner that has had enough answers and hangs up, so its answer counts before the broken pipe.
            match (answer(&mut wire).await, sent) {
                (Ok(text), _) => verdict(&text),
                (Err(_silent), Err(broken)) => Err(broken),
                (Err(error), Ok(())) => Err(error),
            }
        })
        .await
    }

    async fn within<T>(&self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        tokio::time::timeout(self.timeout, work).await.unwrap_or(Err(Error::TooSlow))
    }

    async fn connect(&self) -> Result<Box<dyn Wire>, Error> {
        Ok(match &self.address {
            Address::Unix(path) => {
                Box::new(UnixStream::connect(path).await.map_err(Error::Unreachable)?)
            }
            Address::Tcp(at) => Box::new(TcpStream::connect(at).await.map_err(Error::Unreachable)?),
        })
    }
}

async fn send(wire: &mut Box<dyn Wire>, mut file: ByteStream) -> Result<(), Error> {
    wire.write_all(b"zINSTREAM\0").await.map_err(Error::Unreachable)?;
    while let Some(chunk) = file.next().await {
        let chunk = chunk.map_err(Error::File)?;
        // A length of zero would end the file.
        for part in chunk.chunks(64 * 1024) {
            let length = u32::try_from(part.len()).unwrap_or(0).to_be_bytes();
            wire.write_all(&length).await.map_err(Error::Unreachable)?;
            wire.write_all(part).await.map_err(Error::Unreachable)?;
        }
    }
    wire.write_all(&[0; 4]).await.map_err(Error::Unreachable)?;
    wire.flush().await.map_err(Error::Unreachable)
}

async fn answer(wire: &mut Box<dyn Wire>) -> Result<String, Error> {
    // Up to the NUL and no further: a scanner that hung up early leaves an error behind its answer.
    let mut bytes = Vec::new();
    while bytes.len() < ANSWER_BYTES {
        match wire.read_u8().await.map_err(Error::Unreachable)? {
            0 => break,
            byte => bytes.push(byte),
        }
    }
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

fn verdict(answer: &str) -> Result<Verdict, Error> {
    let said = answer.strip_prefix("stream: ").unwrap_or(answer);
    if said == "OK" {
        return Ok(Verdict::Clean);
    }
    if let Some(name) = said.strip_suffix(" FOUND") {
        return Ok(Verdict::Infected(name.to_owned()));
    }
    match said.strip_suffix(" ERROR").map(|reason| reason.trim_end_matches('.')) {
        Some(reason) => Ok(Verdict::Failed(reason.to_owned())),
        None => Err(Error::Answer(answer.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use bytes::Bytes;
    use futures_util::stream;
    use tokio::net::TcpListener;

    #[test]
    fn addresses() {
        for (text, right) in [
            ("unix:/run/clamav/clamd.ctl", true),
            ("tcp:127.0.0.1:3310", true),
            ("tcp:scanner.internal:3310", true),
            ("tcp:[::1]:3310", true),
            ("unix:relative", false),
            ("tcp:3310", false),
            ("tcp::3310", false),
            ("127.0.0.1:3310", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Address>().is_ok(), right, "{text}");
        }
    }

    #[test]
    fn answers_as_clamd_words_them() {
        assert_eq!(verdict("stream: OK").unwrap(), Verdict::Clean);
        let found = Verdict::Infected("Win.Test.EICAR_HDB-1".to_owned());
        assert_eq!(verdict("stream: Win.Test.EICAR_HDB-1 FOUND").unwrap(), found);
        let failed = Verdict::Failed("INSTREAM size limit exceeded".to_owned());
        assert_eq!(verdict("INSTREAM size limit exceeded. ERROR").unwrap(), failed);
        assert!(verdict("HTTP/1.1 400 Bad Request").is_err());
    }

    /// A scanner that has had enough answers before it has everything, and what it says is the verdict.
    #[tokio::test]
    async fn an_early_answer_counts() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut wire, _) = listener.accept().await.unwrap();
            let mut begin = [0; 1024];
            wire.read_exact(&mut begin).await.unwrap();
            wire.write_all(b"INSTREAM size limit exceeded. ERROR\0").await.unwrap();
            wire.shutdown().await.unwrap();
            // Everything that still comes is taken, so that the answer is not lost to a reset.
            let mut rest = Vec::new();
            wire.read_to_end(&mut rest).await.unwrap();
        });
        let file = stream::iter((0..64).map(|_| Ok(Bytes::from(vec![7; 64 * 1024]))));
        let clamd = Clamd::new(address.into(), Duration::from_secs(20));
        let failed = Verdict::Failed("INSTREAM size limit exceeded".to_owned());
        assert_eq!(clamd.scan(Box::pin(file)).await.unwrap(), failed);
    }

    #[tokio::test]
    async fn nobody_there() {
        let nobody = Address::Unix("/nonexistent/clamd.ctl".into());
        let clamd = Clamd::new(nobody, Duration::from_secs(5));
        assert!(matches!(clamd.ping().await, Err(Error::Unreachable(_))));
    }
}
