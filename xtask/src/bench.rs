//! `cargo xtask bench`: every figure beside its raw limit, from the same run.

use crate::command;
use crate::release;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::Command;

/// Builds server and load generator in release, then becomes the load generator.
///
/// It finds the server's program in `PROOFDESK_BIN`; standard output holds nothing but its own.
pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<()> {
    if !workspace.builds("proofdesk-bench") {
        bail!("no member of the workspace builds `proofdesk-bench`");
    }
    let server = release::build(workspace, "release", &["proofdesk-server", "proofdesk-bench"])?;
    let mut bench = Command::new(workspace.program("release", "proofdesk-bench"));
    command::become_program(
        bench.current_dir(&workspace.root).env("PROOFDESK_BIN", server).args(args),
    )
}
