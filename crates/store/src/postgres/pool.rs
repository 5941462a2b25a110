//! Connections: how they are made, what is set on each, and addresses that may be shown.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{
    ClientWrapper, Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError,
    RecyclingMethod, Runtime, TimeoutType,
};
use futures_util::FutureExt;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::{connecting, reason};
use crate::limits::QUEUE_WAIT;
use crate::{Error, Options, Result};

/// Of every connection: nothing hangs for ever, and what is acknowledged is on disk (or further, if
/// the server says so).
const SESSION: &str = "set statement_timeout = 30000; set lock_timeout = 10000; \
    set idle_in_transaction_session_timeout = 60000; set timezone = 'UTC'; \
    select set_config('synchronous_commit', 'on', false) \
    where current_setting('synchronous_commit') in ('off', 'local')";
/// A server that answers nothing for so long is gone.
const SILENCE: Duration = Duration::from_secs(30);

/// Waits for a connection of the pool.
pub(super) async fn connection(pool: &Pool) -> Result<Object> {
    pool.get().await.map_err(|e| match e {
        PoolError::Backend(e) => connecting(e),
        PoolError::PostCreateHook(HookError::Backend(e)) => connecting(e),
        PoolError::Timeout(TimeoutType::Wait) => Error::Busy,
        PoolError::Closed => Error::Closed,
        other => Error::Unavailable(other.to_string()),
    })
}

/// Makes the pool. Connecting comes later.
pub(super) fn pool(url: &str, options: &Options, size: usize) -> Result<Pool> {
    // The driver knows no `verify-full`, and always verifies: `require` means the same here.
    let url = url.replace("sslmode=verify-full", "sslmode=require");
    let mut config = Config::from_str(&url).map_err(|e| Error::Address(reason(&e)))?;
    config.connect_timeout(QUEUE_WAIT).keepalives_idle(SILENCE).tcp_user_timeout(SILENCE);
    if config.get_application_name().is_none() {
        config.application_name("proofdesk");
    }
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match config.get_ssl_mode() {
        SslMode::Require => {
            Manager::from_config(config, tls(options.ca_file.as_deref())?, recycling)
        }
        _ => Manager::from_config(config.ssl_mode(SslMode::Disable).clone(), NoTls, recycling),
    };
    let prepare = Hook::async_fn(|client: &mut ClientWrapper, _| {
        async move { client.batch_execute(SESSION).await.map_err(HookError::Backend) }.boxed()
    });
    Pool::builder(manager)
        .max_size(size)
        .post_create(prepare)
        .wait_timeout(Some(QUEUE_WAIT))
        .create_timeout(Some(QUEUE_WAIT))
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|e| Error::Address(e.to_string()))
}

fn tls(ca_file: Option<&Path>) -> Result<MakeRustlsConnect> {
    let mut roots = rustls::RootCertStore::empty();
    match ca_file {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let unreadable =
                |e: &dyn std::fmt::Display| Error::Address(format!("{}: {e}", path.display()));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|e| unreadable(&e))? {
                let certificate = certificate.map_err(|e| unreadable(&e))?;
                roots.add(certificate).map_err(|e| unreadable(&e))?;
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| Error::Address(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// For PostgreSQL's programs: the address as it is, without the password.
pub(crate) fn for_programs(url: &str) -> String {
    let options = url.split_once('?').map_or("", |(_, options)| options);
    let open =
        options.split('&').filter(|option| !option.is_empty() && !option.starts_with("password="));
    let open: Vec<&str> = open.collect();
    format!("{}?{}", without_password(url), open.join("&"))
}

/// `postgres://user@host/name` of `postgres://user:secret@host/name?options`.
pub(crate) fn without_password(url: &str) -> String {
    let (address, _options) = url.split_once('?').unwrap_or((url, ""));
    let Some((scheme, rest)) = address.split_once("://") else { return "postgres://".into() };
    match rest.rsplit_once('@') {
        Some((who, place)) => {
            let user = who.split_once(':').map_or(who, |(user, _)| user);
            format!("{scheme}://{user}@{place}")
        }
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{for_programs, without_password};

    #[test]
    fn addresses_are_shown_without_the_password() {
        let url = "postgres://ann:s3cret@db.example/desk?sslmode=require&password=s3cret";
        assert_eq!(without_password(url), "postgres://ann@db.example/desk");
        assert_eq!(for_programs(url), "postgres://ann@db.example/desk?sslmode=require");
        assert_eq!(without_password("postgres://db.example/desk"), "postgres://db.example/desk");
        assert_eq!(without_password("postgres://a:p@ss@db/x"), "postgres://a@db/x");
    }
}
