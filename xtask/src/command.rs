//! Running other programs, each shown as it would be typed.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Shows the command and runs it to its end. It reads no input: nothing here may wait for a person.
pub fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    eprintln!("$ {line}");
    let status =
        command.stdin(Stdio::null()).status().with_context(|| format!("cannot start `{line}`"))?;
    if status.success() { Ok(()) } else { bail!("`{line}` failed ({status})") }
}

/// Runs the command without showing it and returns what it printed; an error carries everything it said.
pub fn output(command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stdout);
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` failed ({}): {}", output.status, format!("{said}{complaint}").trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` printed no UTF-8"))
}

/// Becomes the command: signals, input and exit code are its own. Returns only if it cannot start.
pub fn become_program(command: &mut Command) -> Result<()> {
    let line = shown(command);
    eprintln!("$ {line}");
    Err(command.exec()).with_context(|| format!("cannot start `{line}`"))
}

/// Where the program lies that a shell would run, if there is one.
pub fn find_program(name: &str) -> Option<PathBuf> {
    search(name, std::env::split_paths(&environment("PATH")?))
}

/// One variable of the environment this tool was started in.
#[expect(clippy::disallowed_methods, reason = "this tool is an edge: its environment is its input")]
pub fn environment(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name)
}

/// The variables by which cargo tells a program that it runs which package it is of.
#[expect(clippy::disallowed_methods, reason = "this tool is an edge: its environment is its input")]
pub fn environment_of_package() -> Vec<std::ffi::OsString> {
    let is_of_package =
        |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    let names = std::env::vars_os().map(|(name, _)| name);
    names.filter(|name| name.to_str().is_some_and(is_of_package)).collect()
}

fn search(name: &str, folders: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
    folders.into_iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=+:./,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["nextest", "run", "-E", "test(/it's/)", ""]);
        assert_eq!(shown(&command), r"cargo nextest run -E 'test(/it'\''s/)' ''");
    }

    #[test]
    fn failure_names_the_command_and_its_complaint() {
        let error = output(Command::new("sh").args(["-c", "echo no such thing >&2; exit 3"]));
        let text = format!("{:#}", error.unwrap_err());
        assert!(text.contains("no such thing") && text.contains("exit status: 3"), "{text}");
        assert!(run(&mut Command::new("false")).is_err());
        assert!(run(&mut Command::new("no-such-program-anywhere")).is_err());
    }

    #[test]
    fn output_is_what_was_printed() {
        assert_eq!(output(Command::new("echo").arg("hello")).unwrap(), "hello\n");
    }

    #[test]
    fn a_program_is_looked_for_in_order() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tool"), "").unwrap();
        let folders = || [PathBuf::from("/nowhere"), folder.path().to_owned()];
        assert_eq!(search("tool", folders()), Some(folder.path().join("tool")));
        assert_eq!(search("other", folders()), None);
    }
}
