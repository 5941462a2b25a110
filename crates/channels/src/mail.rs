//! Mail that goes out, over SMTP to one server of the operator's that takes it from there.
//!
//! The server's answer to our `DATA` is all that is known here: taken, refused, or try later. What a server further on
//! says later comes back as mail, to an address in the envelope that names the delivery ([`bounce`], [`mailbox`]).

pub mod bounce;
mod department;
mod judge;
mod letter;
pub mod mailbox;
mod staff;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::time::{Duration, SystemTime};

use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};

use crate::webhook::{Cause, cause_of};

pub use department::write_department;
pub use judge::{End, Failure};
pub(crate) use letter::message;
pub use letter::{Note, Places, Written, note, write};
pub use staff::{write_handover, write_mention, write_review, write_staff};

/// One command and its answer.
const TIMEOUT: Duration = Duration::from_secs(60);
/// Connections that a node keeps to the server.
const CONNECTIONS: u32 = 4;
/// A connection that nothing was sent over is closed after this.
const IDLE: Duration = Duration::from_secs(20);

/// How the connection to the server is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// STARTTLS, or nothing is sent.
    Start,
    /// TLS from the first byte on.
    Wrapped,
    /// None. For a server on this very machine.
    Plain,
}

/// The server and who we say we are.
#[derive(Clone)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// User and password.
    pub login: Option<(String, String)>,
    /// PEM certificates of authorities to trust beside the public ones.
    pub authorities: Option<Vec<u8>>,
    /// The address that mails come from; a name in it is replaced by the brand's.
    pub from: String,
    /// Addresses of brands that have their own, by slug.
    pub from_of: BTreeMap<String, String>,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("login", &self.login.is_some())
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

/// Why the mailer cannot be made; the operator reads it.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("{0:?} is no mail address")]
    Address(String),
    #[error("a password would cross the network in clear: set tls to \"start\" or \"wrapped\"")]
    PasswordInClear,
    #[error("the certificates of authorities cannot be read")]
    Authorities(#[source] lettre::transport::smtp::Error),
    #[error("TLS could not be set up")]
    Tls(#[source] lettre::transport::smtp::Error),
}

/// One mail, written and addressed.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// Whose address it comes from.
    pub brand_slug: &'a str,
    pub brand_name: &'a str,
    pub to: &'a str,
    pub written: &'a Written,
    /// Without angle brackets; so are the references.
    pub mail_id: &'a str,
    /// Oldest first.
    pub references: &'a [String],
    /// Where the reader chooses what they are mailed; `None` where there is nothing to choose.
    pub settings_url: Option<&'a str>,
    /// The envelope's sender, to which servers send it back; `None` for the address that it comes from.
    pub return_to: Option<&'a str>,
    pub at: SystemTime,
}

/// Sends mail. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    from_of: BTreeMap<String, Address>,
}

impl Mailer {
    /// Makes a mailer; connects to nothing.
    ///
    /// # Errors
    /// See [`SetupError`].
    pub fn new(settings: &Settings) -> Result<Self, SetupError> {
        let from = address(&settings.from)?;
        let from_of = settings.from_of.iter();
        let from_of = from_of.map(|(slug, text)| Ok((slug.clone(), address(text)?)));
        let from_of = from_of.collect::<Result<BTreeMap<_, _>, SetupError>>()?;
        if settings.login.is_some()
            && settings.security == Security::Plain
            && !is_this_machine(&settings.host)
        {
            return Err(SetupError::PasswordInClear);
        }
        let pool = PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE);
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls(settings)?)
            .timeout(Some(TIMEOUT))
            .hello_name(ClientId::Domain(from.domain().to_owned()))
            .pool_config(pool);
        if let Some((user, password)) = &settings.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build(), from, from_of })
    }

    /// What stands behind the @ of the address that mails come from.
    pub fn domain(&self) -> &str {
        self.from.domain()
    }

    /// Gets in and out again: connects, secures the connection and shows the login, if there is one.
    ///
    /// # Errors
    /// [`Failure`], with the server's code.
    pub async fn look(&self) -> Result<(), Failure> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::later("connection")),
            Err(error) => Err(failure_of(&error)),
        }
    }

    /// Makes one attempt.
    ///
    /// # Errors
    /// [`Failure`] says whether another attempt makes sense, and whether it was the address that was refused.
    pub async fn send(&self, mail: &Mail<'_>) -> Result<(), Failure> {
        let to: Address = mail.to.parse().map_err(|_odd| Failure::address())?;
        let message = self.message(mail, to).map_err(|_odd| Failure::broken())?;
        match self.transport.send(message).await {
            Ok(_taken) => Ok(()),
            Err(error) => Err(failure_of(&error)),
        }
    }

    fn message(&self, mail: &Mail<'_>, to: Address) -> Result<Message, lettre::error::Error> {
        let from = self.from_of.get(mail.brand_slug).unwrap_or(&self.from).clone();
        let bracketed: Vec<String> = mail.references.iter().map(|id| format!("<{id}>")).collect();
        let sender = mail.return_to.and_then(|address| address.parse().ok());
        let envelope =
            Envelope::new(Some(sender.unwrap_or_else(|| from.clone())), vec![to.clone()]);
        let mut builder = Message::builder()
            .envelope(envelope?)
            .from(Mailbox::new(Some(mail.brand_name.to_owned()), from))
            .to(Mailbox::new(None, to))
            .subject(mail.written.subject.clone())
            .date(mail.at)
            .message_id(Some(format!("<{}>", mail.mail_id)))
            // RFC 3834: no machine answers this, so no two machines talk to each other for ever.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("X-Auto-Response-Suppress", "All"))
            .raw_header(header("Content-Language", &mail.written.lang));
        if let Some(last) = bracketed.last() {
            builder = builder.in_reply_to(last.clone()).references(bracketed.join(" "));
        }
        if let Some(url) = mail.settings_url {
            builder = builder.raw_header(header("List-Unsubscribe", &format!("<{url}>")));
        }
        let Written { text, html, .. } = mail.written;
        builder.multipart(MultiPart::alternative_plain_html(text.clone(), html.clone()))
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn address(text: &str) -> Result<Address, SetupError> {
    let mailbox: Mailbox = text.parse().map_err(|_odd| SetupError::Address(text.to_owned()))?;
    Ok(mailbox.email)
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

fn tls(settings: &Settings) -> Result<Tls, SetupError> {
    if settings.security == Security::Plain {
        return Ok(Tls::None);
    }
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.authorities {
        let authority = Certificate::from_pem(pem).map_err(SetupError::Authorities)?;
        builder = builder.add_root_certificate(authority);
    }
    let parameters = builder.build_rustls().map_err(SetupError::Tls)?;
    Ok(match settings.security {
        Security::Wrapped => Tls::Wrapper(parameters),
        Security::Start | Security::Plain => Tls::Required(parameters),
    })
}

fn failure_of(error: &lettre::transport::smtp::Error) -> Failure {
    if let Some(code) = error.status() {
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        return Failure::answered(u16::from(code), &said);
    }
    Failure::later(if error.is_timeout() {
        "timeout"
    } else if error.is_tls() || is_about_tls(error) {
        "tls"
    } else {
        "connection"
    })
}

/// A certificate that is not trusted comes as a connection that failed; what lies behind it tells.
fn is_about_tls(error: &lettre::transport::smtp::Error) -> bool {
    let first: Cause<'_> = error;
    let mut causes = std::iter::successors(Some(first), |cause| cause_of(*cause));
    causes.any(|cause| cause.is::<rustls::Error>())
}

#[cfg(test)]
mod tests;
