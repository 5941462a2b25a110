//! `cargo xtask demo`: from a fresh clone to a desk with customers in it, in one command.

use crate::command;
use crate::release;
use crate::workspace::Workspace;
use anyhow::Result;
use std::ffi::OsString;
use std::process::Command;

/// Builds, then becomes `proofdesk demo`, which fills its database, serves, and prints where to look.
pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<()> {
    let program = release::build(workspace, "demo", &["proofdesk-server"])?;
    let mut demo = Command::new(program);
    command::become_program(demo.current_dir(&workspace.root).arg("demo").args(args))
}
