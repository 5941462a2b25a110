//! Holds deploy/proofdesk.service to what systemd itself says about it.

use crate::command::{self, find_program};
use crate::steps::Outcome;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;

const UNIT: &str = "deploy/proofdesk.service";
const INSTALLED: &str = "/usr/local/bin/proofdesk";
/// In tenths, of `systemd-analyze security`'s scale from 0 (locked in) to 10 (exposed).
const MOST_EXPOSED: &str = "20";

/// Skipped where systemd-analyze is not installed: the unit does not differ from machine to machine.
pub fn check(workspace: &Workspace) -> Result<Outcome> {
    if find_program("systemd-analyze").is_none() {
        return Ok(Outcome::Skipped("systemd-analyze is not installed".into()));
    }
    // `verify` looks for the program, which is not installed here; any program will do.
    let program = find_program("true").context("there is no program `true`")?;
    let unit = with_program(&workspace.read(UNIT)?, program.to_str().unwrap_or("/bin/true"))?;
    let folder = workspace.scratch().join("unit-file");
    fs::create_dir_all(&folder)?;
    let copy = folder.join("proofdesk.service");
    fs::write(&copy, unit)?;
    command::run(workspace.command("systemd-analyze").args(["verify", "--man=no"]).arg(&copy))?;
    let judgement = command::output(
        workspace
            .command("systemd-analyze")
            .args(["security", "--no-pager", "--offline=true"])
            .arg(format!("--threshold={MOST_EXPOSED}"))
            .arg(&copy),
    )?;
    println!("{}", judgement.lines().next_back().unwrap_or_default());
    Ok(Outcome::Passed)
}

fn with_program(unit: &str, program: &str) -> Result<String> {
    if !unit.contains(INSTALLED) {
        bail!("{UNIT} does not start {INSTALLED}");
    }
    Ok(unit.replace(INSTALLED, program))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_program_is_replaced_by_one_that_exists() {
        let unit = "[Service]\nExecStart=/usr/local/bin/proofdesk serve\n";
        assert_eq!(
            with_program(unit, "/bin/true").unwrap(),
            "[Service]\nExecStart=/bin/true serve\n"
        );
        assert!(with_program("[Service]\nExecStart=/opt/other\n", "/bin/true").is_err());
    }
}
