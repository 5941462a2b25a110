//! What the process is told: a file, then the environment. Business policy is in the database, never here.
//!
//! `PROOFDESK__HTTP__ORIGINS='["https://help.example.com"]'` sets `origins` in the table `[http]`. A key that is not known is
//! refused with its name. A text that begins with `file:` or `env:` stands for what is in that file or variable.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use proofdesk_channels::blob::Bucket;
use proofdesk_channels::clamd::{Address, Clamd};
use proofdesk_channels::mail::Security;
use proofdesk_channels::mail::mailbox::{Mailbox, MailboxSettings};
use proofdesk_desk::article::reference::house::{Channel, ComplaintBody, Deadline};
use proofdesk_desk::attachment::Scanning;
use proofdesk_desk::limits;
use proofdesk_desk::outward::Network;
use proofdesk_evidence::{Options, Pattern};
use proofdesk_store::DbUrl;
use serde::Deserialize;

/// Prefix of the environment variables that belong to the configuration.
const PREFIX: &str = "PROOFDESK__";

/// The whole configuration; every table has defaults, so an empty file is one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    pub node: Node,
    pub http: Http,
    pub database: Database,
    pub files: Files,
    pub scan: Scan,
    pub log: Log,
    pub telemetry: Telemetry,
    pub audit: Audit,
    pub webhooks: Webhooks,
    pub bridge: Bridge,
    pub mail: Mail,
    pub push: Push,
    pub evidence: Evidence,
    pub help: Help,
}

/// `[node]`: what this process does of what a desk does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Node {
    /// Default: everything.
    pub roles: Vec<Role>,
    /// PostgreSQL: the address of a node with the role `search` (`http://10.0.0.5:7070`), which this one asks for words while it has no
    /// whole index of its own.
    pub search_at: Option<String>,
}

/// What a process can do of a desk that runs on more than one. With the embedded database one process does everything.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers: pages, API, live connections.
    Web,
    /// Runs jobs and the schedule.
    Worker,
    /// Keeps an index of its own, and answers questions for words.
    Search,
    /// Numbers committed events (PostgreSQL); one of those that have the role does.
    Sequencer,
}

impl Default for Node {
    fn default() -> Self {
        let roles = vec![Role::Web, Role::Worker, Role::Search, Role::Sequencer];
        Self { roles, search_at: None }
    }
}

impl Node {
    pub fn does(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// `[http]`: where the desk is reached.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Http {
    pub listen: SocketAddr,
    /// Origins under which people reach the desk. Empty: the address that it listens on, plain http, for this machine.
    pub origins: Vec<String>,
    /// Brands that have a host of their own: the host of one of the origins, and the brand's slug.
    pub brand_hosts: BTreeMap<String, String>,
    /// The header in which a reverse proxy names the client's address.
    pub client_address_header: Option<String>,
    /// The page that issues tokens of the exchange for demo customers exists. Never in production.
    pub development: bool,
    /// Requests per second from one address before it must wait; 0 for no limit.
    pub requests_per_second: u32,
    /// Who may read `/metrics`: a bearer token. Without one only loopback addresses may.
    pub metrics_token: Option<String>,
    /// Seconds for which the sender of a file may send nothing before it is told so and let go.
    pub upload_stall_seconds: u64,
    /// The same of every other body.
    pub body_stall_seconds: u64,
    /// Seconds that the head of a request may take from its first byte on.
    pub header_seconds: u64,
}

/// `[database]`: the engine and its address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`. Default: `proofdesk.db` in the data folder.
    pub url: Option<String>,
    /// PostgreSQL: connections that this node keeps.
    pub connections: Option<usize>,
    /// PostgreSQL with `sslmode=require`: a PEM file of authorities to trust.
    pub ca_file: Option<PathBuf>,
}

/// `[files]`: the data folder and what is kept apart from it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    pub data: PathBuf,
    /// The master keys. Default: `keys` in the data folder; better on another disk than the backups.
    pub keys: Option<PathBuf>,
    /// `[files.s3]`: attachments rest in a bucket of an S3-compatible store, and not in the data folder.
    pub s3: Option<S3>,
}

/// `[files.s3]`: a bucket that is there already. It sees ciphertext only.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    pub endpoint: String,
    #[serde(default = "S3::region")]
    pub region: String,
    pub bucket: String,
    /// Best `file:PATH` or `env:NAME`, as the secret key.
    pub access_key: String,
    pub secret_key: String,
    /// The bucket's name is part of the host, as Amazon prefers it, and not of the path.
    #[serde(default)]
    pub bucket_in_host: bool,
    /// The endpoint may be plain http.
    #[serde(default)]
    pub allow_http: bool,
    /// A PEM file of authorities to trust beside the public ones.
    pub ca_file: Option<PathBuf>,
}

impl S3 {
    fn region() -> String {
        "us-east-1".to_owned()
    }

    /// What the file store is told of it.
    ///
    /// # Errors
    /// When the file of authorities cannot be read.
    pub fn bucket(&self) -> Result<Bucket> {
        let read = |path: &PathBuf| {
            std::fs::read(path)
                .with_context(|| format!("files.s3.ca_file: cannot read {}", path.display()))
        };
        Ok(Bucket {
            endpoint: self.endpoint.clone(),
            region: self.region.clone(),
            name: self.bucket.clone(),
            access_key: self.access_key.clone(),
            secret_key: self.secret_key.clone(),
            in_host: self.bucket_in_host,
            allow_http: self.allow_http,
            authorities: self.ca_file.as_ref().map(read).transpose()?,
        })
    }
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3")
            .field("endpoint", &self.endpoint)
            .field("bucket", &self.bucket)
            .finish_non_exhaustive()
    }
}

/// `[scan]`: the virus scanner that looks at every file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scan {
    /// Where clamd listens: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`. Without it no file is scanned.
    pub clamd: Option<String>,
    /// Files are held back until they are scanned. Otherwise they are served and marked as not scanned yet.
    pub hold: bool,
}

impl Scan {
    /// Whether files are scanned.
    pub fn scanning(&self) -> Scanning {
        match (&self.clamd, self.hold) {
            (None, _) => Scanning::Off,
            (Some(_), true) => Scanning::Hold,
            (Some(_), false) => Scanning::Serve,
        }
    }

    /// The scanner.
    ///
    /// # Errors
    /// When its address is none.
    pub fn scanner(&self) -> Result<Option<Clamd>> {
        let Some(text) = &self.clamd else { return Ok(None) };
        let address: Address = text.parse().with_context(|| format!("scan.clamd: {text:?}"))?;
        Ok(Some(Clamd::new(address, limits::SCAN_TIME)))
    }
}

/// `[log]`: what the process says about itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    pub format: LogFormat,
    /// A filter as `tracing` reads it: `info`, `proofdesk_http=debug,warn`.
    pub filter: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    Json,
    Text,
}

/// `[telemetry]`: traces for a collector. Without its address there are none.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Telemetry {
    /// Where a collector takes OTLP over HTTP: `http://127.0.0.1:4318`. `/v1/traces` is added.
    pub otlp_endpoint: Option<String>,
    /// Headers that it wants to see. Their values are best `file:PATH` or `env:NAME`.
    pub headers: BTreeMap<String, String>,
    /// What this desk is called there.
    pub service_name: String,
    /// How many of the traces that begin here are kept: 1 for all of them, 0.1 for each tenth.
    pub sample_ratio: f64,
    /// Networks of the proxies whose `traceparent` is believed. Empty: every trace begins here.
    pub trust_parent_from: Vec<String>,
}

impl Telemetry {
    /// The share of traces that is kept.
    ///
    /// # Errors
    /// When it is none.
    pub fn ratio(&self) -> Result<f64> {
        let ratio = self.sample_ratio;
        if !(0.0..=1.0).contains(&ratio) {
            bail!("telemetry.sample_ratio: {ratio} is not between 0 and 1");
        }
        Ok(ratio)
    }

    /// Who may say which trace a request belongs to.
    ///
    /// # Errors
    /// When a network is none.
    pub fn trusted(&self) -> Result<Vec<Network>> {
        let network = |text: &String| {
            text.parse::<Network>()
                .map_err(|e| anyhow!("telemetry.trust_parent_from: {text:?}: {e}"))
        };
        self.trust_parent_from.iter().map(network).collect()
    }
}

impl Default for Telemetry {
    fn default() -> Self {
        Self {
            otlp_endpoint: None,
            headers: BTreeMap::new(),
            service_name: "proofdesk".to_owned(),
            sample_ratio: 1.0,
            trust_parent_from: Vec::new(),
        }
    }
}

impl std::fmt::Debug for Telemetry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Telemetry")
            .field("otlp_endpoint", &self.otlp_endpoint)
            .field("headers", &self.headers.keys())
            .finish_non_exhaustive()
    }
}

/// `[audit]`: what is kept outside the database.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Audit {
    /// A file to which every signed checkpoint is appended; best on another machine's disk.
    pub anchor: Option<PathBuf>,
    /// A file to which every erasure is appended, to be replayed by `proofdesk restore --ledger`. Best there too.
    pub ledger: Option<PathBuf>,
}

/// `[webhooks]`: how far outgoing webhooks may reach.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Webhooks {
    /// Networks that webhooks may reach although they are not public, such as `10.1.2.0/24`. Empty: none.
    pub allow: Vec<String>,
    /// Plain http and loopback may be reached. For development.
    pub allow_http: bool,
}

/// `[bridge]`: how the desk reaches the exchange's accounts.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bridge {
    pub kind: BridgeKind,
    /// `http`: where the paths of docs/exchange-bridge.openapi.yaml begin.
    pub url: Option<String>,
    /// `http`: the bearer token that the exchange knows the desk by.
    pub token: Option<String>,
}

/// Which exchange stands behind the desk.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum BridgeKind {
    /// None: accounts are not known, and what would be asked of the exchange is done by people.
    #[default]
    None,
    /// A small invented exchange in the desk's own database. For a look around, never for customers.
    Sandbox,
    /// The exchange's own, by docs/exchange-bridge.openapi.yaml.
    Http,
}

impl std::fmt::Debug for Bridge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let token = self.token.as_ref().map(|_| "…");
        f.debug_struct("Bridge")
            .field("kind", &self.kind)
            .field("url", &self.url)
            .field("token", &token)
            .finish()
    }
}

/// `[mail]`: the server that takes our mail. Without a host no mail is sent, and none is made.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    pub host: Option<String>,
    /// Default: 587, for `wrapped` 465, for `none` 25.
    pub port: Option<u16>,
    pub tls: MailTls,
    pub user: Option<String>,
    /// Best `file:PATH` or `env:NAME`.
    pub password: Option<String>,
    /// A PEM file of authorities to trust beside the public ones.
    pub ca_file: Option<PathBuf>,
    /// The address that mails come from. Required with a host.
    pub from: Option<String>,
    /// Addresses of brands that have their own, by the brand's slug.
    pub from_of: BTreeMap<String, String>,
    pub bounces: Bounces,
}

/// `[mail.bounces]`: where mail comes back to, and how it is read there. Without an address it comes back to `mail.from`, and
/// nobody looks.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bounces {
    /// Our address for it. Its server must deliver `NAME+anything@…` to the same mailbox.
    pub address: Option<String>,
    /// The IMAP server that keeps that mailbox.
    pub host: Option<String>,
    /// Default: 993 for `wrapped`, else 143.
    pub port: Option<u16>,
    /// Default: `wrapped`.
    pub tls: Option<MailTls>,
    pub user: Option<String>,
    /// Best `file:PATH` or `env:NAME`.
    pub password: Option<String>,
    /// Default: `INBOX`.
    pub folder: Option<String>,
    /// A PEM file of authorities to trust beside the public ones.
    pub ca_file: Option<PathBuf>,
}

impl Bounces {
    /// The mailbox, where one is configured.
    ///
    /// # Errors
    /// In words that name the key.
    pub fn mailbox(&self) -> Result<Option<Mailbox>> {
        let Some(host) = &self.host else { return Ok(None) };
        let (security, port) = match self.tls.unwrap_or(MailTls::Wrapped) {
            MailTls::Wrapped => (Security::Wrapped, 993),
            MailTls::Start => (Security::Start, 143),
            MailTls::None => (Security::Plain, 143),
        };
        let read = |path: &PathBuf| {
            std::fs::read(path)
                .with_context(|| format!("mail.bounces.ca_file: cannot read {}", path.display()))
        };
        self.address
            .as_deref()
            .context("mail.bounces.address is needed beside mail.bounces.host")?;
        let settings = MailboxSettings {
            host: host.clone(),
            port: self.port.unwrap_or(port),
            security,
            user: self.user.clone().context("mail.bounces.user is needed")?,
            password: self.password.clone().context("mail.bounces.password is needed")?,
            authorities: self.ca_file.as_ref().map(read).transpose()?,
            folder: self.folder.clone().unwrap_or_else(|| "INBOX".to_owned()),
        };
        Mailbox::new(settings).context("mail.bounces").map(Some)
    }
}

impl std::fmt::Debug for Bounces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bounces")
            .field("address", &self.address)
            .field("host", &self.host)
            .finish_non_exhaustive()
    }
}

/// `[push]`: short messages to browsers. Without a contact none is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Push {
    /// Where the browsers' push services turn to when something is wrong: `mailto:ops@example.com` or an https address.
    pub contact: Option<String>,
}

impl Push {
    /// The contact, if one is set.
    ///
    /// # Errors
    /// When it is neither an address for mail nor a page.
    pub fn contact(&self) -> Result<Option<&str>> {
        let Some(contact) = self.contact.as_deref() else { return Ok(None) };
        let is_mail = contact.strip_prefix("mailto:").is_some_and(|rest| rest.contains('@'));
        let is_page = contact.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
        if !(is_mail || is_page) || !contact.chars().all(|c| c.is_ascii_graphic()) {
            bail!("push.contact: {contact:?} begins with neither mailto: nor https://");
        }
        Ok(Some(contact))
    }
}

/// How the connection to the mail server is secured.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum MailTls {
    /// STARTTLS, or nothing is sent.
    #[default]
    Start,
    /// TLS from the first byte on.
    Wrapped,
    /// None: for a server on this machine.
    None,
}

/// `[help]`: the help centre.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Help {
    /// Hosts whose films stand in articles as a card that leads there. Default: none.
    pub video_hosts: Vec<String>,
    /// The addresses by which readers tell the house from whoever pretends to be it. Default: none, and articles leave them out.
    pub official_channels: Vec<Channel>,
    /// How long complaints take, and who can be turned to after them, as your law and terms say it. Default: none.
    pub complaint_deadlines: Vec<Deadline>,
    pub complaint_bodies: Vec<ComplaintBody>,
}

/// `[evidence]`: what the exchange's own numbers look like. Patterns are sets with counts, as in `U[0-9]{8,12}`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Evidence {
    /// The form of a customer's number. Default: sixteen letters and digits.
    pub uid: Option<String>,
    /// Forms of order numbers that are known without a word for them beside.
    pub orders: Vec<String>,
    /// Tickers beside the common ones.
    pub tickers: Vec<String>,
}

impl Evidence {
    /// What texts are read by.
    ///
    /// # Errors
    /// When a pattern cannot be read, by its key.
    pub fn options(&self) -> Result<Options> {
        let pattern = |key: &str, text: &str| {
            Pattern::parse(text).map_err(|e| anyhow!("evidence.{key}: {e}"))
        };
        let mut options = Options::default().with_tickers(self.tickers.iter().map(String::as_str));
        if let Some(uid) = &self.uid {
            options.uid = pattern("uid", uid)?;
        }
        options.orders =
            self.orders.iter().map(|text| pattern("orders", text)).collect::<Result<_>>()?;
        Ok(options)
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail")
            .field("host", &self.host)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

impl Default for Http {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 7070)),
            origins: Vec::new(),
            brand_hosts: BTreeMap::new(),
            client_address_header: None,
            development: false,
            requests_per_second: 100,
            metrics_token: None,
            upload_stall_seconds: limits::UPLOAD_STALL.as_secs(),
            body_stall_seconds: limits::BODY_STALL.as_secs(),
            header_seconds: limits::HEADER_TIME.as_secs(),
        }
    }
}

impl Default for Files {
    fn default() -> Self {
        Self { data: PathBuf::from("data"), keys: None, s3: None }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info".to_owned() }
    }
}

impl Config {
    /// Reads the file, if one is named, and lays the environment over it.
    ///
    /// # Errors
    /// In words that name the key and where it stands.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self> {
        let mut root = match file {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                text.parse::<toml::Table>()
                    .with_context(|| format!("{} is no TOML", path.display()))?
            }
            None => toml::Table::new(),
        };
        let mut variables = BTreeMap::new();
        for (name, value) in environment {
            if let Some(path) = name.strip_prefix(PREFIX) {
                overlay(&mut root, path, &value)
                    .with_context(|| format!("environment variable {name}"))?;
            } else {
                variables.insert(name, value);
            }
        }
        let root = dereference(toml::Value::Table(root), &variables)?;
        root.try_into().context("the configuration has a mistake")
    }

    /// Where the database is.
    ///
    /// # Errors
    /// When the address has no known beginning.
    pub fn database_url(&self) -> Result<DbUrl> {
        match &self.database.url {
            Some(url) => url.parse().map_err(|e| anyhow!("database.url: {e}")),
            None => Ok(DbUrl::Sqlite { path: self.files.data.join("proofdesk.db") }),
        }
    }

    /// Where the master keys are.
    pub fn keys_path(&self) -> PathBuf {
        self.files.keys.clone().unwrap_or_else(|| self.files.data.join("keys"))
    }

    /// Where sealed files rest.
    pub fn blobs_path(&self) -> PathBuf {
        self.files.data.join("files")
    }
}

/// Sets the key `A__B` to a value: read as TOML if it is one, else as text.
fn overlay(root: &mut toml::Table, path: &str, value: &str) -> Result<()> {
    let keys: Vec<String> = path.split("__").map(str::to_ascii_lowercase).collect();
    let Some((last, tables)) = keys.split_last() else { bail!("names no key") };
    let mut table = root;
    for key in tables {
        let entry =
            table.entry(key.clone()).or_insert_with(|| toml::Value::Table(toml::Table::new()));
        table = entry.as_table_mut().with_context(|| format!("{key} is no table"))?;
    }
    let parsed = format!("v = {value}").parse::<toml::Table>().ok().and_then(|mut t| t.remove("v"));
    table.insert(last.clone(), parsed.unwrap_or_else(|| toml::Value::String(value.to_owned())));
    Ok(())
}

/// Replaces `file:PATH` and `env:NAME` by what they name, everywhere.
fn dereference(value: toml::Value, variables: &BTreeMap<String, String>) -> Result<toml::Value> {
    Ok(match value {
        toml::Value::String(text) => toml::Value::String(named(text, variables)?),
        toml::Value::Array(items) => toml::Value::Array(
            items.into_iter().map(|v| dereference(v, variables)).collect::<Result<_>>()?,
        ),
        toml::Value::Table(table) => {
            let entries = table
                .into_iter()
                .map(|(k, v)| Ok((k.clone(), dereference(v, variables).with_context(|| k)?)));
            toml::Value::Table(entries.collect::<Result<_>>()?)
        }
        other => other,
    })
}

fn named(text: String, variables: &BTreeMap<String, String>) -> Result<String> {
    if let Some(path) = text.strip_prefix("file:") {
        let content =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
        return Ok(content.trim_end_matches(['\r', '\n']).to_owned());
    }
    if let Some(name) = text.strip_prefix("env:") {
        return variables
            .get(name)
            .cloned()
            .with_context(|| format!("the variable {name} is not set"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> Result<Config> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("proofdesk.toml");
        std::fs::write(&file, text).unwrap();
        Config::load(
            Some(&file),
            environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        )
    }

    #[test]
    fn an_empty_file_is_a_configuration() {
        let config = load("", &[]).unwrap();
        assert_eq!(config.http.listen.port(), 7070);
        assert_eq!(
            config.database_url().unwrap(),
            DbUrl::Sqlite { path: PathBuf::from("data/proofdesk.db") }
        );
    }

    #[test]
    fn what_the_house_says_of_itself_is_by_language() {
        let text = "[[help.official_channels]]\nkind = \"site\"\naddress = \"www.acme.example\"\n\
            [[help.complaint_bodies]]\nplace.en = \"Acmeland\"\nname = { en = \"Ombudsman\", ja = \"調停機関\" }\n\
            address = \"ombudsman.example\"\n";
        let help = load(text, &[]).unwrap().help;
        assert_eq!((help.official_channels.len(), help.complaint_bodies.len()), (1, 1));
        for wrong in ["kind = \"pigeon\"", "kind = \"site\"\nadress = \"x\""] {
            assert!(
                load(&format!("[[help.official_channels]]\naddress = \"x\"\n{wrong}\n"), &[])
                    .is_err()
            );
        }
        let unknown = text.replace("ja =", "xx =");
        assert!(load(&unknown, &[]).is_err());
    }

    #[test]
    fn the_environment_lies_over_the_file() {
        let config = load(
            "[http]\nlisten = \"0.0.0.0:1\"\n",
            &[
                ("PROOFDESK__HTTP__LISTEN", "127.0.0.1:2"),
                ("PROOFDESK__HTTP__DEVELOPMENT", "true"),
                ("PATH", "/bin"),
            ],
        )
        .unwrap();
        assert_eq!(config.http.listen.port(), 2);
        assert!(config.http.development);
    }

    #[test]
    fn unknown_keys_are_refused_by_name() {
        let file = format!("{:#}", load("[http]\nlissten = 1\n", &[]).unwrap_err());
        assert!(file.contains("lissten"), "{file}");
        let variable = format!("{:#}", load("", &[("PROOFDESK__NOPE__X", "1")]).unwrap_err());
        assert!(variable.contains("nope"), "{variable}");
    }

    #[test]
    fn the_exchanges_numbers_have_the_form_that_is_set() {
        let text =
            "[evidence]\nuid = \"U[0-9]{8}\"\norders = [\"OD-[0-9]{6}\"]\ntickers = [\"NWT\"]\n";
        let options = load(text, &[]).unwrap().evidence.options().unwrap();
        let found = proofdesk_evidence::scan("U20261102 sold 5 NWT by OD-123456", &options);
        let kinds: Vec<_> = found.iter().map(|item| item.kind.as_str()).collect();
        assert_eq!(kinds, ["uid", "amount", "order"], "{found:?}");
        for (text, key) in
            [("uid = \"(a|b)\"", "evidence.uid"), ("orders = [\"\"]", "evidence.orders")]
        {
            let config = load(&format!("[evidence]\n{text}\n"), &[]).unwrap();
            let refused = config.evidence.options().unwrap_err().to_string();
            assert!(refused.starts_with(key), "{refused}");
        }
    }

    #[test]
    fn secrets_are_named_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("url");
        std::fs::write(&secret, "postgres://a:b@c/d\n").unwrap();
        let config =
            load(&format!("[database]\nurl = \"file:{}\"\n", secret.display()), &[]).unwrap();
        assert_eq!(config.database.url.as_deref(), Some("postgres://a:b@c/d"));
        let config = load("[http]\nmetrics_token = \"env:TOKEN\"\n", &[("TOKEN", "t")]).unwrap();
        assert_eq!(config.http.metrics_token.as_deref(), Some("t"));
        assert!(load("[http]\nmetrics_token = \"env:ABSENT\"\n", &[]).is_err());
    }

    #[test]
    fn a_collector_is_configured_with_its_secrets_unseen() {
        let text = "[telemetry]\notlp_endpoint = \"http://127.0.0.1:4318\"\nsample_ratio = 1\n\
            trust_parent_from = [\"10.0.0.0/8\"]\nheaders = { authorization = \"env:OTLP\" }\n";
        let config = load(text, &[("OTLP", "Bearer hush")]).unwrap().telemetry;
        assert_eq!(config.headers.get("authorization").unwrap(), "Bearer hush");
        assert_eq!((config.ratio().unwrap(), config.trusted().unwrap().len()), (1.0, 1));
        let printed = format!("{config:?}");
        assert!(printed.contains("authorization") && !printed.contains("hush"), "{printed}");
        for ratio in ["1.5", "-0.1", "nan"] {
            let odd = load(&format!("[telemetry]\nsample_ratio = {ratio}\n"), &[]).unwrap();
            let told = odd.telemetry.ratio().unwrap_err().to_string();
            assert!(told.starts_with("telemetry.sample_ratio"), "{told}");
        }
        let odd = load("[telemetry]\ntrust_parent_from = [\"proxy\"]\n", &[]).unwrap();
        let told = odd.telemetry.trusted().unwrap_err().to_string();
        assert!(told.starts_with("telemetry.trust_parent_from"), "{told}");
    }
}
