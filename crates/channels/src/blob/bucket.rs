//! Objects in a bucket of an S3-compatible store, named as the folder names its files: what is copied from one to the other
//! is found there.

use std::time::Duration;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{ClientOptions, HttpClient, HttpConnector};
use object_store::path::Path;
use object_store::{BackoffConfig, ObjectStore as _, ObjectStoreExt as _, RetryConfig};
use reqwest::{Client, Url};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject as _};

use super::Blobs;
use crate::client::{self, ClientError};

/// The least that S3 takes as a part of an upload, but for the last one. A part is held in memory until it is sent.
pub(super) const PART: usize = 5 * 1024 * 1024;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Silence on a connection that is not done.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
/// After this long a request is not made again: somebody waits.
const RETRY_TIMEOUT: Duration = Duration::from_secs(10);
const RETRIES: usize = 3;
/// Whoever asks whether the store is well wants to know soon.
const PROBE_TIMEOUT: Duration = Duration::from_secs(10);
/// No object's name, so that no list takes it for one.
const PROBE: &str = "proofdesk-probe";

/// Where the bucket is, and who we are there.
#[derive(Clone)]
pub struct Bucket {
    /// Such as `https://s3.eu-central-1.amazonaws.com` or `https://minio.example.com:9000`.
    pub endpoint: String,
    pub region: String,
    pub name: String,
    pub access_key: String,
    pub secret_key: String,
    /// The bucket's name stands in the host and not in the path. Most stores that are not Amazon's want the path.
    pub in_host: bool,
    /// The endpoint may be plain http. Objects are sealed all the same; names and sizes are not.
    pub allow_http: bool,
    /// PEM certificates of authorities to trust beside the public ones.
    pub authorities: Option<Vec<u8>>,
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bucket")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Why a bucket cannot be used; the operator reads it.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("{0:?} is no web address")]
    Endpoint(String),
    #[error("the endpoint is plain http: set allow_http, or better use https")]
    PlainHttp,
    #[error("the certificates of authorities cannot be read")]
    Authorities(#[source] pem::Error),
    #[error("the HTTP client could not be made")]
    Client(#[from] ClientError),
    #[error("the settings of the bucket do not fit together")]
    Store(#[from] object_store::Error),
}

/// What is wrong with a store that is asked how it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("there is no such bucket")]
    NoBucket,
    #[error("it refuses our keys")]
    Denied,
    #[error("it does not answer in time")]
    Silent,
    /// The innermost reason.
    #[error("it does not work: {0}")]
    Broken(String),
    #[error("it gave back something else than it was given")]
    Changed,
}

impl Bucket {
    fn store(&self) -> Result<AmazonS3, SetupError> {
        let endpoint = self.endpoint.trim_end_matches('/');
        let url = Url::parse(endpoint).map_err(|_odd| SetupError::Endpoint(endpoint.to_owned()))?;
        match url.scheme() {
            "https" => {}
            "http" if self.allow_http => {}
            "http" => return Err(SetupError::PlainHttp),
            _ => return Err(SetupError::Endpoint(endpoint.to_owned())),
        }
        let store = AmazonS3Builder::new()
            .with_endpoint(endpoint)
            .with_region(&self.region)
            .with_bucket_name(&self.name)
            .with_access_key_id(&self.access_key)
            .with_secret_access_key(&self.secret_key)
            .with_virtual_hosted_style_request(self.in_host)
            .with_allow_http(self.allow_http)
            .with_retry(RetryConfig {
                backoff: BackoffConfig::default(),
                max_retries: RETRIES,
                retry_timeout: RETRY_TIMEOUT,
            })
            .with_http_connector(Connector { client: self.client()? })
            .build()?;
        Ok(store)
    }

    /// The client that everything goes out by: our own TLS.
    fn client(&self) -> Result<Client, SetupError> {
        let pem = self.authorities.as_deref().unwrap_or_default();
        let roots = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
        let roots = roots.map_err(SetupError::Authorities)?;
        let builder = client::builder_trusting(&roots)?;
        let client = builder
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .user_agent("Proofdesk-Files/1")
            .build();
        Ok(client.map_err(ClientError::Http)?)
    }
}

/// Gives the store a client that is made already.
#[derive(Debug)]
struct Connector {
    client: Client,
}

impl HttpConnector for Connector {
    fn connect(&self, _options: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.client.clone()))
    }
}

impl Blobs {
    /// Opens the store in a bucket, which must be there. Connects to nothing yet.
    ///
    /// What a killed process leaves of an upload is nowhere visible, and is the bucket's to remove by a life-cycle rule.
    ///
    /// # Errors
    /// See [`SetupError`].
    pub fn in_bucket(
        bucket: &Bucket,
        keyring: proofdesk_sealing::Keyring,
    ) -> Result<Self, SetupError> {
        let store = std::sync::Arc::new(bucket.store()?);
        Ok(Blobs { store, keyring, part: PART, folder: None })
    }

    /// Writes, reads and deletes a few bytes, as an operator does who wants to know whether the store is well.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub async fn probe(&self) -> Result<(), Fault> {
        // Some stores make a bucket of whatever name is written to.
        self.look().await?;
        within(async {
            let (path, given) = (Path::from(PROBE), b"probe".as_slice());
            self.store.put(&path, given.to_vec().into()).await?;
            let got = self.store.get(&path).await?.bytes().await?;
            self.store.delete(&path).await?;
            Ok(got == given)
        })
        .await?
        .then_some(())
        .ok_or(Fault::Changed)
    }

    /// Asks the store for anything, and changes nothing.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub async fn look(&self) -> Result<(), Fault> {
        within(async { self.store.list_with_delimiter(Some(&Path::from(PROBE))).await.map(drop) })
            .await
    }
}

async fn within<T>(work: impl Future<Output = object_store::Result<T>>) -> Result<T, Fault> {
    match tokio::time::timeout(PROBE_TIMEOUT, work).await {
        Ok(done) => done.map_err(|error| fault(&error)),
        Err(_elapsed) => Err(Fault::Silent),
    }
}

fn fault(error: &object_store::Error) -> Fault {
    match error {
        object_store::Error::NotFound { .. } => Fault::NoBucket,
        object_store::Error::PermissionDenied { .. }
        | object_store::Error::Unauthenticated { .. } => Fault::Denied,
        error => match status(error) {
            Some(404) => Fault::NoBucket,
            Some(401 | 403) => Fault::Denied,
            Some(status) => Fault::Broken(format!("status {status}")),
            None => Fault::Broken(innermost(error)),
        },
    }
}

/// What lies behind an error, the last of it.
fn innermost(error: &object_store::Error) -> String {
    let first: &(dyn std::error::Error + 'static) = error;
    let last = std::iter::successors(Some(first), |error| error.source()).last();
    last.map(ToString::to_string).unwrap_or_default()
}

/// The status that the store answered with. It is told in words alone, where the kind of the error does not tell it.
fn status(error: &object_store::Error) -> Option<u16> {
    let text = innermost(error);
    let (_, rest) = text.split_once("status code: ")?;
    rest.get(..3)?.parse().ok()
}

/// Whether the store of a bucket failed, or does not let us in: what waits a little may go through.
pub(super) fn is_away(error: &object_store::Error) -> bool {
    match error {
        // An object that is shorter than it was written is there, and damaged.
        object_store::Error::Generic { store, .. } => *store == "S3" && status(error) != Some(416),
        object_store::Error::PermissionDenied { .. }
        | object_store::Error::Unauthenticated { .. } => true,
        _ => false,
    }
}
