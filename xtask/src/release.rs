//! Building the program `proofdesk`, with the console inside.

use crate::steps::Outcome;
use crate::workspace::Workspace;
use crate::{command, toolchain, ui};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// `cargo xtask build`.
pub fn run(workspace: &Workspace) -> Result<()> {
    let program = build(workspace, "release", &["proofdesk-server"])?;
    let size = std::fs::metadata(&program).context("cargo built no program")?.len();
    println!("{} ({} MiB)", program.display(), size.div_ceil(1024 * 1024));
    Ok(())
}

/// Builds the console and these packages with a profile; returns where `proofdesk` lies.
pub fn build(workspace: &Workspace, profile: &str, packages: &[&str]) -> Result<PathBuf> {
    toolchain::require_node()?;
    if let Outcome::Skipped(why) = ui::build(workspace)? {
        eprintln!("The program is built without the console: {why}.");
    }
    let mut cargo = workspace.cargo(&["build", "--profile", profile]);
    for package in packages {
        cargo.args(["--package", package]);
    }
    command::run(&mut cargo)?;
    Ok(workspace.program(profile, "proofdesk"))
}

/// The program as the tests use it: with the features that a run of all tests builds it with, so
/// that nothing is compiled a second time.
pub fn debug_program(workspace: &Workspace) -> Result<PathBuf> {
    if !workspace.builds("proofdesk") {
        bail!("no member of the workspace builds `proofdesk`");
    }
    command::run(&mut workspace.cargo(&["build", "--workspace", "--all-targets"]))?;
    Ok(workspace.program("debug", "proofdesk"))
}
