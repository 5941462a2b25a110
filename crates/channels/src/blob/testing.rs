//! A real S3 server on this machine, of another house: s3s, which keeps objects as files.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use super::Bucket;

/// The bucket that there is: a folder of this name in the root.
pub const BUCKET: &str = "blobs";
const ACCESS_KEY: &str = "AKIAPROOFDESKTEST";
const SECRET_KEY: &str = "velvet/anchor/71/velvet/anchor/71/velvet";

/// It serves the folders in its root as buckets.
pub struct Server {
    /// Where it listens, also after it was killed.
    pub address: SocketAddr,
    service: S3Service,
    serving: JoinHandle<()>,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Server {
    /// Starts it on a free port, with one bucket.
    pub async fn start(root: &Path) -> Self {
        std::fs::create_dir_all(root.join(BUCKET)).unwrap();
        let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).unwrap());
        builder.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
        let service = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(serve(listener, service.clone()));
        Self { address, service, serving }
    }

    /// Takes it away, with every connection that there is.
    pub async fn kill(&mut self) {
        self.serving.abort();
        drop((&mut self.serving).await);
    }

    /// Brings it back where it was.
    pub async fn start_again(&mut self) {
        let listener = loop {
            match TcpListener::bind(self.address).await {
                // Somebody's connection was given the port meanwhile.
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
                bound => break bound.unwrap(),
            }
            // Delay because a port that is taken can only be asked for again.
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        self.serving = tokio::spawn(serve(listener, self.service.clone()));
    }

    /// What a file store is told of it.
    pub fn bucket(&self) -> Bucket {
        Bucket {
            endpoint: format!("http://{}", self.address),
            region: "us-east-1".to_owned(),
            name: BUCKET.to_owned(),
            access_key: ACCESS_KEY.to_owned(),
            secret_key: SECRET_KEY.to_owned(),
            in_host: false,
            allow_http: true,
            authorities: None,
        }
    }
}

async fn serve(listener: TcpListener, service: S3Service) {
    // Dropped with the task that serves, and all connections with it.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let service = service.clone();
        connections.spawn(async move {
            let builder = Builder::new(TokioExecutor::new());
            drop(builder.serve_connection(TokioIo::new(stream), service).await);
        });
    }
}
