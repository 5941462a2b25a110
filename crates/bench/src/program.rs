//! The real program as a process of its own, so that its memory is its own too.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// A program that answers; killed when it is dropped.
pub struct Program {
    child: Child,
    pub address: SocketAddr,
}

impl Program {
    /// `proofdesk serve` on a data folder, and on PostgreSQL if an address is given; returned when it listens.
    ///
    /// # Errors
    /// When it cannot be started or ends before it listens.
    pub fn serve(folder: &Path, postgres: Option<&str>) -> Result<Self> {
        #[expect(clippy::disallowed_methods, reason = "the path is given by the environment")]
        let program = std::env::var("PROOFDESK_BIN").context("PROOFDESK_BIN is not set")?;
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder);
        command.envs(postgres.map(|url| ("PROOFDESK__DATABASE__URL", url)));
        Self::start(command.env("PROOFDESK__HTTP__REQUESTS_PER_SECOND", "0"))
    }

    /// Any program that prints `listening on http://ADDRESS`.
    ///
    /// # Errors
    /// As [`Program::serve`].
    pub fn start(command: &mut Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let out = child.stdout.take().context("its standard output")?;
        let address = BufReader::new(out)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("listening on http://")?.parse().ok());
        let mut program = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        program.address = address.context("the program ended before it listened")?;
        Ok(program)
    }

    /// Its anonymous memory now, in KiB, as the kernel counts it.
    ///
    /// # Errors
    /// When the kernel does not tell.
    pub fn anonymous_kib(&self) -> Result<f64> {
        let smaps = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let line = smaps.lines().find_map(|line| line.strip_prefix("Anonymous:"));
        let number = line.and_then(|rest| rest.split_whitespace().next());
        Ok(number.context("no line on anonymous memory")?.parse()?)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that is gone already needs neither.
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}
