//! `cargo xtask test`: installs what the tests need and runs all of them.

use crate::cli::Selection;
use crate::command::{self, find_program};
use crate::stamp::Stamp;
use crate::steps::{self, Outcome, Step};
use crate::workspace::Workspace;
use crate::{debian, release, ui, unit_file};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

pub fn run(workspace: &Workspace, selection: &Selection) -> Result<()> {
    let filter = selection.filter.as_deref();
    let names = match filter {
        Some(_) => vec!["rust".to_owned()],
        None => selection.steps.clone(),
    };
    let steps = vec![
        Step::new("system", &[], debian::prepare),
        Step::new("console", &[], || ui::build(workspace)),
        Step::new("rust", &["system", "console"], || rust(workspace, filter)),
        Step::new("examples", &["console"], || examples(workspace)),
        Step::new("ui", &["console"], || ui_tests(workspace)),
        Step::new("unit-file", &["system"], || unit_file::check(workspace)),
        Step::new("e2e", &["system", "console"], || journeys(workspace)),
        Step::new("api", &["system", "console"], || api(workspace)),
    ];
    steps::run("test", steps::choose(steps, &names)?)
}

/// What the property tests begin from.
const PROPERTY_SEED: &str = "20261128";

fn rust(workspace: &Workspace, filter: Option<&str>) -> Result<Outcome> {
    let runner: &[&str] = match find_program("cargo-nextest") {
        Some(_) => &["nextest", "run", "--workspace"],
        // The examples in the documentation are a step of their own.
        None => &["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"],
    };
    // The same invented inputs each time, so that a run can be repeated; a runner started by hand invents new ones.
    command::run(workspace.cargo(runner).args(filter).env("PROPTEST_RNG_SEED", PROPERTY_SEED))?;
    Ok(Outcome::Passed)
}

fn examples(workspace: &Workspace) -> Result<Outcome> {
    command::run(&mut workspace.cargo(&["test", "--workspace", "--doc", "--no-fail-fast"]))?;
    Ok(Outcome::Passed)
}

fn ui_tests(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.has("ui/package.json") {
        return Ok(Outcome::Skipped("there is no ui/package.json".into()));
    }
    command::run(&mut ui::script(workspace, "ui", "test")?)?;
    Ok(Outcome::Passed)
}

/// The journeys of `e2e`, in a real browser against the real program.
fn journeys(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.has("e2e/package.json") {
        return Ok(Outcome::Skipped("there is no e2e/package.json".into()));
    }
    let chromium = debian::chromium().context("chromium is not installed")?;
    let program = release::debug_program(workspace)?;
    ui::install(workspace, "e2e")?;
    let mut journeys = ui::script(workspace, "e2e", "test")?;
    command::run(journeys.env("PROOFDESK_BIN", program).env("PROOFDESK_CHROMIUM", chromium))?;
    Ok(Outcome::Passed)
}

/// schemathesis asks the real server everything that its description allows, and more.
fn api(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.has("e2e/schemathesis.sh") {
        return Ok(Outcome::Skipped("there is no e2e/schemathesis.sh".into()));
    }
    let program = release::debug_program(workspace)?;
    let python = python(workspace, "e2e/requirements.txt")?;
    let mut script = workspace.command("bash");
    script.arg("e2e/schemathesis.sh").env("PROOFDESK_BIN", program);
    command::run(script.env("SCHEMATHESIS", python.join("schemathesis")))?;
    Ok(Outcome::Passed)
}

/// Installs a list of Python packages away from the system's own; returns where their programs lie.
fn python(workspace: &Workspace, requirements: &str) -> Result<PathBuf> {
    let home = workspace.scratch().join("python");
    let programs = home.join("bin");
    let version = command::output(Command::new("python3").arg("--version"))?;
    let stamp = Stamp::of(
        workspace.scratch().join("python-install"),
        &workspace.root,
        &[requirements.to_owned()],
        &[&version],
    )?;
    if !(stamp.is_current() && programs.is_dir()) {
        install_python(workspace, &home, requirements)?;
        stamp.set()?;
    }
    Ok(programs)
}

fn install_python(workspace: &Workspace, home: &Path, requirements: &str) -> Result<()> {
    command::run(workspace.command("python3").args(["-m", "venv", "--clear"]).arg(home))?;
    let mut pip = Command::new(home.join("bin/python3"));
    command::run(pip.current_dir(&workspace.root).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        requirements,
    ]))
}
