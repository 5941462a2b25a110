//! A mailbox that is read over IMAP (RFC 3501): what is new in it, without changing it.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_imap::{Client, Session};
use futures_util::TryStreamExt as _;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::{Security, is_this_machine};

/// One question and its answer, and the way there.
const TIMEOUT: Duration = Duration::from_secs(60);
/// What is read of a mail: codes stand at the beginning, the mail that comes back at the end.
const BYTES: u32 = 1024 * 1024;

/// Where the mailbox is, and how we get in.
#[derive(Clone)]
pub struct MailboxSettings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub user: String,
    pub password: String,
    /// PEM certificates of authorities to trust beside the public ones.
    pub authorities: Option<Vec<u8>>,
    /// `INBOX`, most of the time.
    pub folder: String,
}

impl fmt::Debug for MailboxSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailboxSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// Why a mailbox cannot be used; the operator reads it.
#[derive(Debug, thiserror::Error)]
pub enum MailboxSetupError {
    #[error("a password would cross the network in clear: set tls to \"start\" or \"wrapped\"")]
    PasswordInClear,
    #[error("{0:?} is no name of a server")]
    Host(String),
    #[error("the certificates of authorities cannot be read")]
    Authorities(#[source] rustls::pki_types::pem::Error),
    #[error("TLS could not be set up")]
    Tls(#[from] rustls::Error),
}

/// Why a mailbox was not read. No text of the server is repeated.
#[derive(Debug, thiserror::Error)]
pub enum MailboxError {
    #[error("the mail server does not answer")]
    Connection(#[source] std::io::Error),
    #[error("the mail server is too slow")]
    Timeout,
    #[error("the mail server refuses the login")]
    Login(#[source] async_imap::error::Error),
    #[error("the mail server does not speak as it should")]
    Protocol(#[from] async_imap::error::Error),
}

impl MailboxError {
    /// A word for a job's row.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Connection(_) => "connection",
            Self::Timeout => "timeout",
            Self::Login(_) => "login",
            Self::Protocol(_) => "protocol",
        }
    }
}

trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}

/// A mailbox. Cheap to clone.
#[derive(Clone)]
pub struct Mailbox {
    settings: Arc<MailboxSettings>,
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Mailbox").field(&self.settings).finish()
    }
}

/// A mail as it lies in a mailbox.
#[derive(Debug)]
pub struct Fetched {
    pub uid: u32,
    /// At most a mebibyte of it.
    pub raw: Vec<u8>,
}

/// What is new, the oldest first.
#[derive(Debug)]
pub struct News {
    /// By which the numbers of mails count; with another one they count anew.
    pub validity: u32,
    pub mails: Vec<Fetched>,
    /// Up to where the mailbox is read now.
    pub last_uid: u32,
    /// There is more.
    pub has_more: bool,
}

impl Mailbox {
    /// A mailbox to be read; connects to nothing.
    ///
    /// # Errors
    /// See [`MailboxSetupError`].
    pub fn new(settings: MailboxSettings) -> Result<Self, MailboxSetupError> {
        if settings.security == Security::Plain && !is_this_machine(&settings.host) {
            return Err(MailboxSetupError::PasswordInClear);
        }
        let name = ServerName::try_from(settings.host.clone())
            .map_err(|_odd| MailboxSetupError::Host(settings.host.clone()))?;
        let pem = settings.authorities.as_deref().unwrap_or_default();
        let own = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
        let own = own.map_err(MailboxSetupError::Authorities)?;
        let config = crate::client::tls(&own)?;
        let connector = TlsConnector::from(Arc::new(config));
        Ok(Self { settings: Arc::new(settings), connector, name })
    }

    /// Gets in and out again.
    ///
    /// # Errors
    /// See [`MailboxError`].
    pub async fn look(&self) -> Result<(), MailboxError> {
        within(async {
            let mut session = self.enter().await?;
            session.examine(&self.settings.folder).await?;
            Ok(session.logout().await?)
        })
        .await
    }

    /// Reads at most `limit` mails beyond `last_uid`, if that still counts by `validity`; from the beginning otherwise.
    /// Nothing in the mailbox changes.
    ///
    /// # Errors
    /// See [`MailboxError`].
    pub async fn after(
        &self,
        validity: i64,
        last_uid: i64,
        limit: usize,
    ) -> Result<News, MailboxError> {
        let mut session = within(self.enter()).await?;
        let folder = &self.settings.folder;
        let opened = within(async { Ok(session.examine(folder).await?) }).await?;
        let now = opened.uid_validity.unwrap_or(0);
        let known = u32::try_from(last_uid).unwrap_or(0);
        let last = if i64::from(now) == validity { known } else { 0 };
        let range = format!("UID {}:*", last.saturating_add(1));
        let found = within(async { Ok(session.uid_search(&range).await?) }).await?;
        // `9:*` names the last mail even where that is number 8.
        let all: BTreeSet<u32> = found.into_iter().filter(|uid| *uid > last).collect();
        let mut news =
            News { validity: now, mails: Vec::new(), last_uid: last, has_more: all.len() > limit };
        for uid in all.into_iter().take(limit) {
            news.mails.extend(within(fetch(&mut session, uid)).await?);
            news.last_uid = uid;
        }
        // Everything is read: a goodbye that is not heard harms nobody.
        drop(within(async { Ok(session.logout().await?) }).await);
        Ok(news)
    }

    async fn enter(&self) -> Result<Session<Box<dyn Wire>>, MailboxError> {
        let MailboxSettings { host, port, security, user, password, .. } = self.settings.as_ref();
        let stream = TcpStream::connect((host.as_str(), *port)).await;
        let stream = stream.map_err(MailboxError::Connection)?;
        let mut client = match security {
            Security::Wrapped => Client::new(self.secured(stream).await?),
            Security::Start | Security::Plain => Client::new(Box::new(stream) as Box<dyn Wire>),
        };
        let greeting = client.read_response().await.map_err(MailboxError::Connection)?;
        if greeting.is_none() {
            return Err(MailboxError::Connection(std::io::ErrorKind::UnexpectedEof.into()));
        }
        if *security == Security::Start {
            client.run_command_and_check_ok("STARTTLS", None).await?;
            client = Client::new(self.secured(client.into_inner()).await?);
        }
        client.login(user, password).await.map_err(|(error, _client)| MailboxError::Login(error))
    }

    async fn secured(&self, stream: impl Wire + 'static) -> Result<Box<dyn Wire>, MailboxError> {
        let secured = self.connector.connect(self.name.clone(), stream).await;
        Ok(Box::new(secured.map_err(MailboxError::Connection)?))
    }
}

/// A mail by its number; `None` when it was deleted meanwhile.
async fn fetch(
    session: &mut Session<Box<dyn Wire>>,
    uid: u32,
) -> Result<Option<Fetched>, MailboxError> {
    let what = format!("(UID BODY.PEEK[]<0.{BYTES}>)");
    let answers = session.uid_fetch(uid.to_string(), what).await?;
    let answers: Vec<_> = answers.try_collect().await?;
    let own = answers.iter().find(|answer| answer.uid == Some(uid));
    Ok(own.and_then(|answer| answer.body()).map(|body| Fetched { uid, raw: body.to_vec() }))
}

async fn within<T>(work: impl Future<Output = Result<T, MailboxError>>) -> Result<T, MailboxError> {
    tokio::time::timeout(TIMEOUT, work).await.unwrap_or(Err(MailboxError::Timeout))
}
