//! The HTTP client that goes out of the desk: our own TLS, no proxy, no redirect, and it tells nobody where it came from.

use std::sync::Arc;

use reqwest::tls::Version;
use reqwest::{Client, ClientBuilder, redirect};
use rustls::pki_types::CertificateDer;

/// Why a client could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The TLS library refused its settings.
    #[error("TLS could not be set up")]
    Tls(#[from] rustls::Error),
    /// The HTTP client refused its settings.
    #[error("the HTTP client could not be set up")]
    Http(#[from] reqwest::Error),
}

/// A client to be completed with its deadlines.
pub(crate) fn builder() -> Result<ClientBuilder, ClientError> {
    builder_trusting(&[])
}

/// One that trusts these authorities beside the public ones.
pub(crate) fn builder_trusting(
    own: &[CertificateDer<'static>],
) -> Result<ClientBuilder, ClientError> {
    let tls = tls(own)?;
    Ok(Client::builder()
        .tls_backend_preconfigured(tls)
        .tls_version_min(Version::TLS_1_2)
        .redirect(redirect::Policy::none())
        .no_proxy()
        .referer(false))
}

/// Our own TLS: the public authorities and these.
pub(crate) fn tls(own: &[CertificateDer<'static>]) -> Result<rustls::ClientConfig, rustls::Error> {
    let mut roots =
        rustls::RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    for authority in own {
        roots.add(authority.clone())?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
