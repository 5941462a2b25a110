//! Every dependency's licence must be one that an Apache-2.0 program can be shipped with, and some
//! packages are kept out whatever their licence.

mod expression;

use crate::command;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;

/// SPDX names; no other licence is accepted, and none is inferred from a file.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    // The name of the same terms before 2023.
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// What npm packages may carry beside those; none of it is compiled into the server.
const ALLOWED_NPM: &[&str] = &[
    // Fonts.
    "OFL-1.1",
    // Data about browsers, used while building.
    "CC-BY-4.0",
    "BlueOak-1.0.0",
    // A parser of command lines inside of build tools.
    "Python-2.0",
];

/// npm packages that name no licence in their manifest, and the one that a person read in their LICENSE.
const READ_BY_HAND: &[(&str, &str)] = &[("svelte-toolbelt", "MIT")];

/// Rust packages that may not come in, and why.
const BANNED: &[(&str, &str)] = &[
    ("openssl-sys", "TLS is rustls with ring, so that the program needs nothing of the machine"),
    ("native-tls", "TLS is rustls with ring, so that the program needs nothing of the machine"),
    (
        "aws-lc-sys",
        "rustls uses ring; a second library of ciphers would be built and watched for nothing",
    ),
];

pub fn run(workspace: &Workspace) -> Result<()> {
    let mut complaints = judge_rust(&rust_packages(workspace)?);
    for lock in workspace.files(&["*package-lock.json"])? {
        let text = workspace.read(&lock)?;
        complaints.extend(judge_npm(&lock, &text)?);
    }
    if complaints.is_empty() {
        return Ok(());
    }
    for complaint in &complaints {
        println!("{complaint}");
    }
    bail!("{} dependencies cannot be shipped", complaints.len())
}

struct RustPackage {
    name: String,
    version: String,
    licence: Option<String>,
}

/// What is compiled on the platform that is shipped; crates for other systems are not even fetched.
fn rust_packages(workspace: &Workspace) -> Result<Vec<RustPackage>> {
    let text = command::output(&mut workspace.cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        "x86_64-unknown-linux-gnu",
    ]))?;
    let metadata: Value = serde_json::from_str(&text)?;
    parse_packages(&metadata).context("cargo metadata lacks a part that was counted on")
}

fn parse_packages(metadata: &Value) -> Option<Vec<RustPackage>> {
    let used = metadata.get("resolve")?.get("nodes")?.as_array()?;
    let used: BTreeSet<_> = used.iter().filter_map(|node| node.get("id")?.as_str()).collect();
    let text = |package: &Value, field: &str| package.get(field)?.as_str().map(str::to_owned);
    let packages = metadata.get("packages")?.as_array()?.iter();
    packages
        .filter(|package| package.get("source").is_some_and(|source| !source.is_null()))
        .filter(|package| text(package, "id").is_some_and(|id| used.contains(id.as_str())))
        .map(|package| {
            Some(RustPackage {
                name: text(package, "name")?,
                version: text(package, "version")?,
                licence: text(package, "license"),
            })
        })
        .collect()
}

fn judge_rust(packages: &[RustPackage]) -> Vec<String> {
    let allowed = |name: &str| ALLOWED.contains(&name);
    let mut complaints = Vec::new();
    for RustPackage { name, version, licence } in packages {
        if let Some((_, why)) = BANNED.iter().find(|(banned, _)| banned == name) {
            complaints.push(format!("{name} {version} may not be used: {why}"));
        }
        if let Some(problem) = problem(licence.as_deref(), allowed) {
            complaints.push(format!("{name} {version}: {problem}"));
        }
    }
    complaints
}

fn judge_npm(lock: &str, text: &str) -> Result<Vec<String>> {
    let lock_file: Value =
        serde_json::from_str(text).with_context(|| format!("{lock} is no JSON"))?;
    let packages = lock_file.get("packages").and_then(Value::as_object);
    let packages = packages.with_context(|| format!("{lock} has no list of packages"))?;
    let allowed = |name: &str| ALLOWED.contains(&name) || ALLOWED_NPM.contains(&name);
    // What does not lie in node_modules is our own.
    let foreign = packages
        .iter()
        .filter(|(path, package)| path.contains("node_modules/") && package.get("link").is_none());
    let complaint = |(path, package): (&String, &Value)| {
        let name = path.rsplit_once("node_modules/").map_or(path.as_str(), |(_, name)| name);
        let read = READ_BY_HAND.iter().find(|(it, _)| *it == name).map(|(_, licence)| *licence);
        let licence = package.get("license").and_then(Value::as_str);
        problem(licence.or(read), allowed).map(|problem| format!("{lock}: {path}: {problem}"))
    };
    Ok(foreign.filter_map(complaint).collect())
}

fn problem(licence: Option<&str>, allowed: impl Fn(&str) -> bool) -> Option<String> {
    let Some(licence) = licence else { return Some("names no licence".into()) };
    match expression::is_satisfied(licence, allowed) {
        Ok(true) => None,
        Ok(false) => Some(format!("`{licence}` is not an allowed licence")),
        Err(error) => Some(format!("`{licence}` cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use serde_json::json;

    fn package(name: &str, licence: Option<&str>) -> RustPackage {
        let licence = licence.map(str::to_owned);
        RustPackage { name: name.into(), version: "1.0.0".into(), licence }
    }

    #[test]
    fn a_foreign_licence_is_a_complaint() {
        assert_eq!(judge_rust(&[package("itoa", Some("MIT OR Apache-2.0"))]), [""; 0]);
        assert_eq!(
            judge_rust(&[package("x", Some("GPL-3.0-only")), package("y", None)]),
            ["x 1.0.0: `GPL-3.0-only` is not an allowed licence", "y 1.0.0: names no licence"]
        );
    }

    #[test]
    fn a_banned_package_is_a_complaint() {
        let complaints = judge_rust(&[package("native-tls", Some("MIT"))]);
        assert!(complaints.iter().any(|it| it.contains("may not be used")), "{complaints:?}");
    }

    #[test]
    fn only_used_foreign_packages_are_judged() {
        let metadata = json!({
            "resolve": {"nodes": [{"id": "ours"}, {"id": "used"}]},
            "packages": [
                {"id": "ours", "name": "ours", "version": "1.0.0", "source": null, "license": null},
                {"id": "used", "name": "used", "version": "1.0.0", "source": "registry", "license": "MIT"},
                {"id": "other", "name": "other", "version": "1.0.0", "source": "registry", "license": "X"},
            ],
        });
        let names: Vec<_> =
            parse_packages(&metadata).unwrap().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["used"]);
    }

    #[test]
    fn npm_packages_are_judged_too() {
        let lock = json!({"packages": {
            "": {"name": "ui"},
            "console": {"name": "console"},
            "node_modules/console": {"link": true},
            "node_modules/good": {"license": "MIT"},
            "node_modules/font": {"license": "OFL-1.1"},
            "node_modules/bad": {"license": "AGPL-3.0"},
            "node_modules/svelte-toolbelt": {"version": "1.0.0"},
            "console/node_modules/mute": {"version": "1.0.0"},
        }});
        assert_eq!(
            judge_npm("ui/package-lock.json", &lock.to_string()).unwrap(),
            [
                "ui/package-lock.json: console/node_modules/mute: names no licence",
                "ui/package-lock.json: node_modules/bad: `AGPL-3.0` is not an allowed licence",
            ]
        );
    }
}
