//! `cargo xtask openapi`: the API's description as the server tells it, and the console's client made
//! from that. Both are committed, so that a change of the API is seen in its review.

use crate::steps::Outcome;
use crate::workspace::Workspace;
use crate::{command, release, ui};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

const SHARED: &str = "ui/shared";
const DESCRIPTION: &str = "ui/shared/openapi.json";

pub fn run(workspace: &Workspace, check_only: bool) -> Result<()> {
    if !check_only {
        return write(workspace);
    }
    match check(workspace)? {
        Outcome::Passed => Ok(()),
        Outcome::Skipped(why) => bail!("there is nothing to check: {why}"),
    }
}

/// Fails if the committed description or client is not what the server would give; changes nothing.
pub fn check(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.has(DESCRIPTION) {
        return Ok(Outcome::Skipped(format!("there is no {DESCRIPTION}")));
    }
    let before = contents(workspace)?;
    let written = write(workspace);
    let after = contents(workspace)?;
    restore(workspace, &before, &after)?;
    written?;
    match difference(&before, &after) {
        None => Ok(Outcome::Passed),
        Some(path) => {
            bail!("{path} is out of date: run `cargo xtask openapi` and commit the result")
        }
    }
}

fn write(workspace: &Workspace) -> Result<()> {
    let program = release::debug_program(workspace)?;
    let description = command::output(Command::new(program).arg("openapi"))?;
    fs::write(workspace.root.join(DESCRIPTION), description)
        .with_context(|| format!("cannot write {DESCRIPTION}"))?;
    ui::install(workspace, "ui")?;
    command::run(&mut ui::script(workspace, "ui", "openapi")?)
}

type Contents = BTreeMap<String, Vec<u8>>;

fn contents(workspace: &Workspace) -> Result<Contents> {
    let read = |path: String| {
        let bytes = fs::read(workspace.root.join(&path))?;
        Ok((path, bytes))
    };
    workspace.files(&[SHARED])?.into_iter().map(read).collect()
}

fn restore(workspace: &Workspace, before: &Contents, after: &Contents) -> Result<()> {
    for (path, bytes) in before {
        if after.get(path) != Some(bytes) {
            fs::write(workspace.root.join(path), bytes)?;
        }
    }
    for path in after.keys().filter(|path| !before.contains_key(*path)) {
        fs::remove_file(workspace.root.join(path))?;
    }
    Ok(())
}

fn difference<'a>(before: &'a Contents, after: &'a Contents) -> Option<&'a str> {
    let paths = before.keys().chain(after.keys());
    paths.map(String::as_str).find(|path| before.get(*path) != after.get(*path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> Contents {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_owned())).collect()
    }

    #[test]
    fn a_change_an_addition_and_a_loss_are_all_differences() {
        let before = folder(&[("a", "1"), ("b", "2")]);
        assert_eq!(difference(&before, &before.clone()), None);
        assert_eq!(difference(&before, &folder(&[("a", "1"), ("b", "3")])), Some("b"));
        assert_eq!(difference(&before, &folder(&[("a", "1"), ("b", "2"), ("c", "")])), Some("c"));
        assert_eq!(difference(&before, &folder(&[("b", "2")])), Some("a"));
    }
}
