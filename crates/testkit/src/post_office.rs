use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use proofdesk_server::config::{Bounces, Mail, MailTls};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufStream};
use tokio::net::TcpStream;

use crate::wait::until;

/// Everybody's password at the post office.
const PASSWORD: &str = "velvet-anchor-71";

/// Debian's postfix and dovecot, with a configuration, a spool and ports of their own: a server that takes the desk's mail
/// over STARTTLS with a login, and mailboxes that are read over IMAP. Both must be installed, and started by root.
///
/// The mailboxes are those of the addresses given; every other recipient is refused. One that begins with `lost@` is taken and
/// comes back a moment later.
#[derive(Debug)]
pub struct PostOffice {
    smtp_port: u16,
    imap_port: u16,
    imaps_port: u16,
    postfix: Option<Child>,
    dovecot: Child,
    folder: TempDir,
}

impl PostOffice {
    /// Starts both and waits until they answer. Mail from `refused@desk.test` is refused by policy.
    pub async fn start(addresses: &[&str]) -> Self {
        let folder = tempfile::Builder::new().prefix("pd-post-").tempdir().expect("a folder");
        let at = folder.path();
        // Postfix and dovecot look at it as users of their own.
        open_to_all(at);
        for name in ["etc", "queue", "data", "mail", "run", "state"] {
            std::fs::create_dir(at.join(name)).expect("a folder");
        }
        run(Command::new("chown").arg("postfix").arg(at.join("data")));
        run(Command::new("chown").arg("mail:mail").arg(at.join("mail")));
        certificate(at);
        let ports = Ports::free();
        std::fs::write(at.join("etc/main.cf"), main_cf(at, &ports, addresses)).expect("main.cf");
        std::fs::write(at.join("etc/master.cf"), master_cf(&ports)).expect("master.cf");
        std::fs::write(at.join("dovecot.conf"), dovecot_conf(at, &ports)).expect("dovecot.conf");
        let mut dovecot = quiet("/usr/sbin/dovecot", &at.join("dovecot.out"));
        let dovecot = dovecot.arg("-F").arg("-c").arg(at.join("dovecot.conf")).spawn();
        let dovecot = dovecot.expect("dovecot: `cargo xtask test` installs it on Debian");
        let mut office = Self {
            smtp_port: ports.smtp,
            imap_port: ports.imap,
            imaps_port: ports.imaps,
            postfix: None,
            dovecot,
            folder,
        };
        answers(ports.imap).await;
        office.open().await;
        office
    }

    /// What the desk is told of it.
    pub fn mail(&self, from: &str) -> Mail {
        Mail {
            host: Some("localhost".to_owned()),
            port: Some(self.smtp_port),
            tls: MailTls::Start,
            user: Some("desk".to_owned()),
            password: Some(PASSWORD.to_owned()),
            ca_file: Some(self.folder.path().join("cert.pem")),
            from: Some(from.to_owned()),
            ..Mail::default()
        }
    }

    /// What the desk is told of the mailbox to which its mails come back.
    pub fn bounces(&self, address: &str) -> Bounces {
        Bounces {
            address: Some(address.to_owned()),
            host: Some("localhost".to_owned()),
            port: Some(self.imaps_port),
            user: Some(address.to_owned()),
            password: Some(PASSWORD.to_owned()),
            ca_file: Some(self.folder.path().join("cert.pem")),
            ..Bounces::default()
        }
    }

    /// The same over the port that begins in clear and is secured by STARTTLS.
    pub fn bounces_over_starttls(&self, address: &str) -> Bounces {
        let port = Some(self.imap_port);
        Bounces { port, tls: Some(MailTls::Start), ..self.bounces(address) }
    }

    /// How somebody got into a mailbox, as dovecot noted it, oldest first.
    pub fn logins(&self, address: &str) -> Vec<String> {
        let log = std::fs::read_to_string(self.folder.path().join("dovecot.log"));
        let mark = format!("Login: user=<{address}>");
        let all = log.unwrap_or_default();
        all.lines().filter(|line| line.contains(&mark)).map(str::to_owned).collect()
    }

    /// Puts a mail into a mailbox that has some already, as whoever else may have sent it.
    pub fn put(&self, address: &str, name: &str, raw: &str) {
        let mailbox = self.folder.path().join("mail").join(address).join("new");
        let (made, there) = (self.folder.path().join(name), mailbox.join(name));
        std::fs::write(&made, raw).expect("a mail");
        run(Command::new("chown").arg("mail:mail").arg(&made));
        std::fs::rename(&made, there).expect("a mailbox");
    }

    /// How many mails of a mailbox somebody has marked in any way.
    pub async fn marked(&self, address: &str) -> usize {
        let mut imap = Imap::open(self.imap_port, address).await;
        imap.ask("examine INBOX").await;
        let answer = imap.ask("search OR OR SEEN FLAGGED OR DELETED ANSWERED").await;
        let line = answer.lines.iter().find_map(|line| line.strip_prefix("* SEARCH"));
        line.expect("an answer").split_whitespace().count()
    }

    /// Starts the server that takes mail, where it was stopped.
    pub async fn open(&mut self) {
        let etc = self.folder.path().join("etc");
        let mut postfix = quiet("/usr/sbin/postfix", &self.folder.path().join("postfix.out"));
        let postfix = postfix.arg("-c").arg(etc).arg("start-fg").spawn();
        self.postfix = Some(postfix.expect("postfix: `cargo xtask test` installs it on Debian"));
        answers(self.smtp_port).await;
    }

    /// Stops it; the mailboxes stay.
    pub async fn close(&mut self) {
        self.stop_postfix();
        let port = self.smtp_port;
        until("a closed post office", async || {
            TcpStream::connect(("127.0.0.1", port)).await.is_err()
        })
        .await;
    }

    fn stop_postfix(&mut self) {
        let Some(mut postfix) = self.postfix.take() else { return };
        let etc = self.folder.path().join("etc");
        let mut stop = quiet("/usr/sbin/postfix", &self.folder.path().join("postfix.out"));
        drop(stop.arg("-c").arg(etc).arg("stop").status());
        drop(postfix.wait());
    }

    /// The mails of a mailbox, oldest first, byte by byte.
    pub async fn mails(&self, address: &str) -> Vec<Vec<u8>> {
        let mut imap = Imap::open(self.imap_port, address).await;
        let found = imap.ask("select INBOX").await;
        if found.lines.iter().any(|line| line.starts_with("* 0 EXISTS")) {
            return Vec::new();
        }
        imap.ask("fetch 1:* (BODY.PEEK[])").await.literals
    }

    /// A mailbox with at least so many mails.
    pub async fn mails_when(&self, address: &str, count: usize) -> Vec<Vec<u8>> {
        until(&format!("{count} mails for {address}"), async || {
            self.mails(address).await.len() >= count
        })
        .await;
        self.mails(address).await
    }

    /// How the server threads a mailbox by its mails' references: `(1 2 3)` is one thread.
    pub async fn threads(&self, address: &str) -> String {
        let mut imap = Imap::open(self.imap_port, address).await;
        imap.ask("select INBOX").await;
        let answer = imap.ask("thread REFERENCES UTF-8 ALL").await;
        let line = answer.lines.iter().find_map(|line| line.strip_prefix("* THREAD "));
        line.expect("threads").trim().to_owned()
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        self.stop_postfix();
        run(Command::new("kill").arg(self.dovecot.id().to_string()));
        drop(self.dovecot.wait());
    }
}

struct Ports {
    smtp: u16,
    imap: u16,
    imaps: u16,
    lmtp: u16,
    auth: u16,
}

/// Ports of post offices. The system takes those of connections, and those that it is asked for, from a range above.
const PORTS: std::ops::Range<u32> = 10_000..20_000;

impl Ports {
    /// Ports that nobody listens on, and that nobody is given before the servers have them, or while one of them is closed.
    fn free() -> Self {
        static ASKED: AtomicU32 = AtomicU32::new(0);
        let held: Vec<(u16, TcpListener)> = std::iter::repeat_with(|| {
            // Processes that begin at the same moment begin at different ports.
            let asked = std::process::id().wrapping_mul(64) + ASKED.fetch_add(1, Ordering::Relaxed);
            u16::try_from(PORTS.start + asked % (PORTS.end - PORTS.start)).expect("a port")
        })
        .filter_map(|port| Some((port, TcpListener::bind(("127.0.0.1", port)).ok()?)))
        .take(5)
        .collect();
        let port = |n: usize| held[n].0;
        Self { smtp: port(0), imap: port(1), lmtp: port(2), auth: port(3), imaps: port(4) }
    }
}

fn open_to_all(folder: &Path) {
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder, all).expect("permissions");
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}; the post office is run by root");
}

fn quiet(program: &str, out: &Path) -> Command {
    let mut command = Command::new(program);
    let file = std::fs::File::options().create(true).append(true).open(out).expect("a file");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
    command
}

async fn answers(port: u16) {
    until("the post office opens", async || TcpStream::connect(("127.0.0.1", port)).await.is_ok())
        .await;
}

/// A key and a certificate of `localhost` that is its own authority.
fn certificate(at: &Path) {
    let mut make = Command::new("openssl");
    make.args([
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ])
    .args(["-addext", "subjectAltName=DNS:localhost"])
    .args(["-addext", "basicConstraints=critical,CA:FALSE"])
    .arg("-keyout")
    .arg(at.join("key.pem"))
    .arg("-out")
    .arg(at.join("cert.pem"))
    .stderr(Stdio::null());
    run(&mut make);
}

fn main_cf(at: &Path, ports: &Ports, addresses: &[&str]) -> String {
    let at = at.display();
    let domains: std::collections::BTreeSet<&str> =
        addresses.iter().filter_map(|address| address.rsplit_once('@')).map(|(_, d)| d).collect();
    let domains = domains.into_iter().collect::<Vec<_>>().join(", ");
    let mailboxes: Vec<String> = addresses.iter().map(|address| format!("{address}=ok")).collect();
    let mailboxes = mailboxes.join(", ");
    let Ports { lmtp, auth, .. } = ports;
    let lost = addresses.iter().filter(|address| address.starts_with("lost@"));
    let lost: Vec<String> = lost.map(|address| format!("{address}=nobody:")).collect();
    let lost = [lost.join(", "), "lost@nowhere.invalid=nobody:".to_owned()].join(", ");
    let lost = lost.trim_start_matches(", ");
    format!(
        "compatibility_level = 3.6
queue_directory = {at}/queue
data_directory = {at}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {at}/log
maillog_file_prefixes = {at}
myhostname = post.test
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks =
alias_maps =
alias_database =
smtp_dns_support_level = disabled
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = inline:{{ {mailboxes} }}
recipient_delimiter = +
transport_maps = inline:{{ {lost} }}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
smtpd_tls_cert_file = {at}/cert.pem
smtpd_tls_key_file = {at}/key.pem
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{auth}
smtpd_sender_restrictions = check_sender_access inline:{{ {{ refused@desk.test = 554 5.7.1 Refused by policy }} }}
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = yes
"
    )
}

fn master_cf(ports: &Ports) -> String {
    format!(
        "127.0.0.1:{} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
nobody unix - n n - - pipe flags=R user=nobody argv=/bin/sh -c {{exit 67}}
smtp unix - - n - - smtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
",
        ports.smtp
    )
}

fn dovecot_conf(at: &Path, ports: &Ports) -> String {
    let at = at.display();
    let Ports { imap, imaps, lmtp, auth, .. } = ports;
    format!(
        "base_dir = {at}/run
state_dir = {at}/state
log_path = {at}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{at}/cert.pem
ssl_key = <{at}/key.pem
disable_plaintext_auth = no
# A test that waits for a mail looks into its mailbox again and again, and each look ends a little later than it is over.
mail_max_userip_connections = 1000
mail_location = maildir:{at}/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={at}/mail/%u allow_all_users=yes
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener {{
    port = {auth}
  }}
}}
"
    )
}

/// As much IMAP as it takes to read a mailbox.
struct Imap {
    stream: BufStream<TcpStream>,
    asked: u32,
}

#[derive(Default)]
struct Told {
    lines: Vec<String>,
    literals: Vec<Vec<u8>>,
}

impl Imap {
    async fn open(port: u16, user: &str) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("the post office");
        let mut imap = Self { stream: BufStream::new(stream), asked: 0 };
        imap.line().await;
        imap.ask(&format!("login {user} {PASSWORD}")).await;
        imap
    }

    async fn ask(&mut self, command: &str) -> Told {
        self.asked += 1;
        let tag = format!("a{} ", self.asked);
        let line = format!("{tag}{command}\r\n");
        self.stream.write_all(line.as_bytes()).await.expect("a command is sent");
        self.stream.flush().await.expect("a command is sent");
        let mut told = Told::default();
        loop {
            let line = self.line().await;
            if let Some(ended) = line.strip_prefix(&tag) {
                assert!(ended.starts_with("OK"), "{command}: {ended}");
                return told;
            }
            if let Some(length) = literal(&line) {
                let mut bytes = vec![0; length];
                self.stream.read_exact(&mut bytes).await.expect("a literal");
                told.literals.push(bytes);
            }
            told.lines.push(line);
        }
    }

    async fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).await.expect("a line");
        assert!(!line.is_empty(), "the post office hung up");
        line.trim_end().to_owned()
    }
}

/// The length of the bytes that follow a line such as `* 1 FETCH (BODY[] {123}`.
fn literal(line: &str) -> Option<usize> {
    line.strip_suffix('}')?.rsplit_once('{')?.1.parse().ok()
}
