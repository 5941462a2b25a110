use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Sends bytes as they are and reads what comes until the other side closes: for requests that no client would send.
/// With `then_hang_up` our half is closed after the last byte, as when a connection breaks in the middle of an upload.
pub async fn raw_request(address: SocketAddr, bytes: &[u8], then_hang_up: bool) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    // A connection that is reset, at whichever of these moments, has said what it had to say.
    let _reset = stream.write_all(bytes).await;
    if then_hang_up {
        let _reset = stream.shutdown().await;
    }
    let mut answer = Vec::new();
    let _reset = stream.read_to_end(&mut answer).await;
    answer
}
