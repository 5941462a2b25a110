//! `cargo xtask lint`: everything that can be said without running the product's tests.

use crate::command::environment;
use crate::steps::{self, Outcome, Step};
use crate::workspace::Workspace;
use crate::{command, licences, openapi, release, tidy, ui};
use anyhow::Result;

pub fn run(workspace: &Workspace) -> Result<()> {
    steps::run(
        "lint",
        vec![
            Step::new("format", &[], || {
                passed(command::run(workspace.command("cargo").args(["fmt", "--all", "--check"])))
            }),
            Step::new("tidy", &[], || passed(tidy::run(workspace))),
            Step::new("licences", &[], || passed(licences::run(workspace))),
            // The server embeds the built console, so even clippy needs it to be there.
            Step::new("console", &[], || ui::build(workspace)),
            Step::new("clippy", &["console"], || passed(clippy(workspace))),
            Step::new("ui", &["console"], || npm_lint(workspace, "ui")),
            Step::new("e2e", &[], || npm_lint(workspace, "e2e")),
            Step::new("openapi", &["console"], || openapi::check(workspace)),
        ],
    )
}

fn passed(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Passed)
}

fn clippy(workspace: &Workspace) -> Result<()> {
    // Where clippy compiles the workspace in any case, as in `.ci/run`, to build is to lint.
    if environment("RUSTC_WORKSPACE_WRAPPER").is_some_and(|wrapper| wrapper == "clippy-driver") {
        return release::debug_program(workspace).map(drop);
    }
    // Warnings are made errors here and not by RUSTFLAGS, which would build everything twice.
    let mut clippy = workspace.cargo(&["clippy", "--workspace", "--all-targets"]);
    command::run(clippy.args(["--", "--deny", "warnings"]))
}

fn npm_lint(workspace: &Workspace, folder: &str) -> Result<Outcome> {
    if !workspace.has(&format!("{folder}/package.json")) {
        return Ok(Outcome::Skipped(format!("there is no {folder}/package.json")));
    }
    ui::install(workspace, folder)?;
    command::run(&mut ui::script(workspace, folder, "lint")?)?;
    Ok(Outcome::Passed)
}
