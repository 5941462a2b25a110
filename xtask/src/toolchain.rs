//! The versions of Rust and Node that the project is built with.

use crate::command;
use anyhow::{Context, Result, bail};
use std::process::Command;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u32,
    minor: u32,
}

const RUST: Version = Version { major: 1, minor: 95 };
const NODE: Version = Version { major: 20, minor: 19 };

/// Refuses a compiler that is too old, in words.
pub fn require_rust() -> Result<()> {
    let hint = "install it with `rustup update stable`";
    require("Rust", RUST, hint, command::output(Command::new("rustc").arg("--version")))
}

/// Refuses a missing or too old Node, in words.
pub fn require_node() -> Result<()> {
    let hint =
        "the console is built with it; Debian's own may be older than that, so look at nodejs.org";
    let printed = command::output(Command::new("node").arg("--version"));
    if let Ok(printed) = &printed {
        refuse_gap(printed)?;
    }
    require("Node", NODE, hint, printed)
}

/// The console's build tool leaves out the odd releases and the first of 22.
fn refuse_gap(printed: &str) -> Result<()> {
    match parse(printed) {
        Some(Version { major: 21, .. } | Version { major: 22, minor: ..12 }) => bail!(
            "Proofdesk needs Node 20.19, 22.12 or newer, and {} is installed: look at nodejs.org",
            printed.trim()
        ),
        _ => Ok(()),
    }
}

fn require(what: &str, least: Version, hint: &str, printed: Result<String>) -> Result<()> {
    let Version { major, minor } = least;
    let printed = printed
        .with_context(|| format!("Proofdesk needs {what} {major}.{minor} or newer ({hint})"))?;
    let found =
        parse(&printed).with_context(|| format!("cannot read {what}'s version: {printed}"))?;
    if found < least {
        bail!(
            "Proofdesk needs {what} {major}.{minor} or newer, and {} is installed: {hint}",
            printed.trim()
        );
    }
    Ok(())
}

/// Reads the first `A.B` of `rustc 1.95.0 (…)` or `v20.19.1`.
fn parse(printed: &str) -> Option<Version> {
    let start = printed.find(|c: char| c.is_ascii_digit())?;
    let mut numbers = printed.get(start..)?.split(|c: char| !c.is_ascii_digit());
    Some(Version { major: numbers.next()?.parse().ok()?, minor: numbers.next()?.parse().ok()? })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn versions_are_read_as_printed() {
        let version = |major, minor| Some(Version { major, minor });
        assert_eq!(parse("rustc 1.95.0 (59807616e 2026-04-14)"), version(1, 95));
        assert_eq!(parse("v20.20.2\n"), version(20, 20));
        assert_eq!(parse("none"), None);
    }

    #[test]
    fn numbers_are_compared_as_numbers() {
        let judged = |printed: &str| require("Node", NODE, "hint", Ok(printed.into())).is_ok();
        assert!(judged("v20.19.0") && judged("v22.1.0") && judged("v100.0.0"));
        assert!(!judged("v20.9.0") && !judged("v18.20.4") && !judged("v2.99.0"));
    }

    #[test]
    fn releases_between_two_lines_are_refused() {
        assert!(["v20.19.0", "v22.12.0", "v24.0.0"].iter().all(|v| refuse_gap(v).is_ok()));
        assert!(["v21.7.3", "v22.0.0", "v22.11.0"].iter().all(|v| refuse_gap(v).is_err()));
    }

    #[test]
    fn the_message_says_what_is_needed() {
        let old = require("Rust", RUST, "do this", Ok("rustc 1.80.1".into())).unwrap_err();
        assert_eq!(
            old.to_string(),
            "Proofdesk needs Rust 1.95 or newer, and rustc 1.80.1 is installed: do this"
        );
        let none = require("Node", NODE, "do this", Err(anyhow!("not found"))).unwrap_err();
        assert_eq!(none.to_string(), "Proofdesk needs Node 20.19 or newer (do this)");
    }

    #[test]
    fn the_manifest_asks_for_the_same_compiler() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
        let manifest = std::fs::read_to_string(root).unwrap();
        let Version { major, minor } = RUST;
        assert!(manifest.contains(&format!("rust-version = \"{major}.{minor}\"")));
    }
}
