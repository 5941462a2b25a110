//! The npm side: `ui` (an npm workspace) and `e2e`.
//!
//! What this tool counts on there: scripts `build`, `lint`, `test` and `openapi` in `ui/package.json`, each
//! member of the workspace that has a `build` writing into its own `dist`, and `lint` and `test` in
//! `e2e/package.json`.

use crate::command;
use crate::stamp::Stamp;
use crate::steps::Outcome;
use crate::toolchain;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::process::{Command, Stdio};

/// Installs and builds `ui` if its sources have changed since the last time.
pub fn build(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.has("ui/package.json") {
        return Ok(Outcome::Skipped("there is no ui/package.json".into()));
    }
    install(workspace, "ui")?;
    // The console's texts are the server's own Fluent files.
    let files = workspace.files(&["ui", "locales"])?;
    let node = command::output(Command::new("node").arg("--version"))?;
    let stamp = Stamp::of(workspace.scratch().join("ui-build"), &workspace.root, &files, &[&node])?;
    if stamp.is_current() && missing_output(workspace, &files).is_none() {
        return Ok(Outcome::Passed);
    }
    command::run(to_stderr(workspace.command("npm").args(["run", "build", "--prefix", "ui"])))?;
    if let Some(folder) = missing_output(workspace, &files) {
        bail!("`npm run build` in ui left no {folder}");
    }
    stamp.set()?;
    Ok(Outcome::Passed)
}

/// Installs the locked packages of a folder if they are not there yet.
pub fn install(workspace: &Workspace, folder: &str) -> Result<()> {
    toolchain::require_node()?;
    let lock = format!("{folder}/package-lock.json");
    if !workspace.has(&lock) {
        bail!("{lock} is missing: run `npm install` in {folder} and commit it");
    }
    let stamp = workspace.scratch().join(format!("{folder}-install"));
    let stamp = Stamp::of(stamp, &workspace.root, &[lock], &[])?;
    if stamp.is_current() && workspace.root.join(folder).join("node_modules").is_dir() {
        return Ok(());
    }
    // No package may run a program of its own while it is installed.
    command::run(to_stderr(workspace.command("npm").args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
        folder,
    ])))?;
    stamp.set()
}

/// A script of a folder's package.json, ready to run; an error if the folder has none of that name.
pub fn script(workspace: &Workspace, folder: &str, name: &str) -> Result<Command> {
    if !has_script(&workspace.read(&format!("{folder}/package.json"))?, name)? {
        bail!("{folder}/package.json has no script `{name}`");
    }
    let mut command = workspace.command("npm");
    command.args(["run", name, "--prefix", folder]);
    Ok(command)
}

/// Keeps a build's chatter off standard output, where figures may be read by a program.
fn to_stderr(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::from(std::io::stderr()))
}

fn has_script(manifest: &str, name: &str) -> Result<bool> {
    let manifest: Value = serde_json::from_str(manifest).context("a package.json is no JSON")?;
    Ok(manifest.get("scripts").and_then(|scripts| scripts.get(name)).is_some())
}

fn missing_output(workspace: &Workspace, files: &[String]) -> Option<String> {
    let members = files.iter().filter_map(|file| member(file));
    let built = members.filter(|member| {
        let manifest = workspace.read(&format!("ui/{member}/package.json"));
        manifest.is_ok_and(|text| has_script(&text, "build").unwrap_or(false))
    });
    let mut outputs = built.map(|member| format!("ui/{member}/dist"));
    outputs.find(|folder| !workspace.root.join(folder).is_dir())
}

/// `console` of `ui/console/package.json`.
fn member(file: &str) -> Option<&str> {
    let member = file.strip_prefix("ui/")?.strip_suffix("/package.json")?;
    (!member.contains('/')).then_some(member)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn scripts_are_found() {
        let manifest = r#"{"scripts": {"build": "vite build"}}"#;
        assert!(has_script(manifest, "build").unwrap());
        assert!(!has_script(manifest, "lint").unwrap());
        assert!(!has_script("{}", "lint").unwrap());
        assert!(has_script("{", "lint").is_err());
    }

    #[test]
    fn members_are_direct_folders() {
        assert_eq!(member("ui/console/package.json"), Some("console"));
        assert_eq!(member("ui/package.json"), None);
        assert_eq!(member("ui/console/src/package.json"), None);
    }
}
