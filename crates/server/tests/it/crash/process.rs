//! The real binary.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const BINARY: &str = env!("CARGO_BIN_EXE_proofdesk");
/// How long a desk may take to stop in good order.
const DRAIN: Duration = Duration::from_secs(240);

/// A desk in a process of its own. Dropping it kills it.
pub struct Process {
    child: Child,
    address: SocketAddr,
}

/// The binary with a configuration that lies in the environment alone.
pub fn binary(data: &Path, url: &str) -> Command {
    let mut command = Command::new(BINARY);
    command
        .arg("--data")
        .arg(data)
        .env("PROOFDESK__DATABASE__URL", url)
        .env("PROOFDESK__HTTP__REQUESTS_PER_SECOND", "0")
        .env("PROOFDESK__LOG__FILTER", "off")
        .stdin(Stdio::null());
    command
}

impl Process {
    /// Starts it, and waits until it says where it listens.
    pub async fn start(data: &Path, url: &str) -> Self {
        let mut command = binary(data, url);
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        let started = tokio::task::spawn_blocking(move || {
            let mut child = command.spawn().expect("the binary starts");
            let mut line = String::new();
            let mut lines = BufReader::new(child.stdout.take().expect("its output"));
            lines.read_line(&mut line).expect("a first line");
            // Nobody reads on, and nothing more of any length is said.
            drop(lines);
            let address = line.trim().strip_prefix("listening on http://").map(str::parse);
            let address =
                address.and_then(Result::ok).unwrap_or_else(|| panic!("no address in {line:?}"));
            Self { child, address }
        });
        started.await.expect("a desk that listens")
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// SIGKILL: it learns of nothing.
    pub fn kill(mut self) {
        self.child.kill().expect("a kill");
        self.child.wait().expect("its end");
    }

    /// SIGTERM, and waits until it has finished what was under way.
    pub async fn stop(mut self) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().expect("kill");
        assert!(sent.success());
        let begun = tokio::time::Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                assert!(status.success(), "it stopped with {status}");
                return;
            }
            assert!(begun.elapsed() < DRAIN, "it does not stop");
            // Delay because a child's end can only be asked for.
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Runs a command to its good end.
pub async fn command(data: &Path, url: &str, args: &[&str]) {
    let mut command = binary(data, url);
    command.args(args);
    let told = format!("{args:?}");
    let output = tokio::task::spawn_blocking(move || command.output().expect("the binary runs"));
    let output = output.await.expect("its output");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{told}: {}\n{}", text(&output.stdout), text(&output.stderr));
}
