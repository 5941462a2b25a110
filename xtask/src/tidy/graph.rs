//! The house, ground floor first: a crate uses only what stands before it.

use super::Finding;
use crate::workspace::{Dependency, Package};
use anyhow::Result;

/// Folders in `crates/`, in order; those that have not been built yet have their place already.
const HOUSE: &[&str] = &[
    "evidence",
    "guard",
    "sealing",
    "settlement",
    "service-level",
    "api-doctor",
    "mail",
    "locale",
    "diagnosis",
    "store",
    "search",
    "chain",
    "desk",
    "channels",
    "worker",
    "http",
    "api",
    "site",
    "server",
    "testkit",
    "bench",
];

/// Crates that compute and do nothing else: no sockets, no files, no clock.
const PURE: &[&str] = &[
    "evidence",
    "guard",
    "sealing",
    "settlement",
    "service-level",
    "api-doctor",
    "mail",
    "diagnosis",
];

/// What no pure crate has a use for.
const IMPURE: &[&str] = &[
    "tokio",
    "tokio-util",
    "axum",
    "hyper",
    "reqwest",
    "rusqlite",
    "tokio-postgres",
    "object_store",
];

/// Checks every package; `manifest` reads a file of the project.
pub fn check(packages: &[Package], manifest: impl Fn(&str) -> Result<String>) -> Vec<Finding> {
    packages
        .iter()
        .flat_map(|package| {
            let path = format!("{}/Cargo.toml", package.folder);
            let text = manifest(&path).unwrap_or_default();
            let messages = name(package).into_iter().chain(order(package)).chain(lints(&text));
            messages.map(move |message| Finding { path: path.clone(), line: 0, message })
        })
        .collect()
}

fn name(package: &Package) -> Option<String> {
    let expected = match package.folder.strip_prefix("crates/") {
        Some(folder) if HOUSE.contains(&folder) => format!("proofdesk-{folder}"),
        Some(folder) => {
            return Some(format!("`{folder}` has no place in the house (tidy/graph.rs)"));
        }
        None if package.folder == "xtask" => "xtask".to_owned(),
        None => return Some("a crate lies in crates/".to_owned()),
    };
    (package.name != expected).then(|| format!("is named `{}`, not `{expected}`", package.name))
}

fn order(package: &Package) -> Vec<String> {
    let crate_of =
        |name: &str| HOUSE.iter().position(|it| name.strip_prefix("proofdesk-") == Some(it));
    let floor = crate_of(&package.name);
    let pure = PURE.iter().any(|it| package.name.strip_prefix("proofdesk-") == Some(it));
    let mut messages = Vec::new();
    for dependency in &package.dependencies {
        let above = match (floor, crate_of(&dependency.name)) {
            (Some(floor), Some(used)) => used >= floor,
            _ => dependency.name.starts_with("proofdesk-"),
        };
        if above && !is_excepted(package, dependency) {
            messages.push(format!("uses `{}`, which does not stand below it", dependency.name));
        }
        if pure && !dependency.dev && IMPURE.contains(&dependency.name.as_str()) {
            messages.push(format!("is pure and cannot use `{}`", dependency.name));
        }
    }
    messages
}

/// Tests of a crate may turn on features of the crate itself, and the server's tests are written with the
/// testkit, which builds the server. No crate above the server may do that: cargo would build it twice.
fn is_excepted(package: &Package, dependency: &Dependency) -> bool {
    let itself = package.name == dependency.name;
    let testkit = package.name == "proofdesk-server" && dependency.name == "proofdesk-testkit";
    dependency.dev && (itself || testkit)
}

fn lints(manifest: &str) -> Option<String> {
    let own = manifest.split("[lints]").nth(1).unwrap_or_default().trim_start();
    (!own.starts_with("workspace = true")).then(|| "lacks `[lints] workspace = true`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\n\n[lints]\nworkspace = true\n";

    fn package(folder: &str, name: &str, dependencies: &[(&str, bool)]) -> Package {
        let dependency =
            |(name, dev): &(&str, bool)| Dependency { name: (*name).into(), dev: *dev };
        Package {
            name: name.into(),
            folder: folder.into(),
            dependencies: dependencies.iter().map(dependency).collect(),
            programs: vec![],
        }
    }

    fn messages(package: Package, manifest: &str) -> Vec<String> {
        let findings = check(&[package], |_| Ok(manifest.to_owned()));
        findings.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_crate_uses_only_what_stands_below_it() {
        let desk = |uses: &str| package("crates/desk", "proofdesk-desk", &[(uses, false)]);
        assert_eq!(messages(desk("proofdesk-store"), MANIFEST), [""; 0]);
        assert_eq!(messages(desk("tokio"), MANIFEST), [""; 0]);
        for above in ["proofdesk-http", "proofdesk-desk", "proofdesk-unheard-of"] {
            let message = format!("uses `{above}`, which does not stand below it");
            assert_eq!(messages(desk(above), MANIFEST), [message]);
        }
    }

    #[test]
    fn only_the_servers_tests_use_the_testkit() {
        let server =
            |dev| package("crates/server", "proofdesk-server", &[("proofdesk-testkit", dev)]);
        assert_eq!(messages(server(true), MANIFEST), [""; 0]);
        assert_eq!(messages(server(false), MANIFEST).len(), 1);
        let api = package("crates/api", "proofdesk-api", &[("proofdesk-testkit", true)]);
        assert_eq!(messages(api, MANIFEST).len(), 1);
    }

    #[test]
    fn pure_crates_stay_pure() {
        let guard = |dev| package("crates/guard", "proofdesk-guard", &[("tokio", dev)]);
        assert_eq!(messages(guard(false), MANIFEST), ["is pure and cannot use `tokio`"]);
        assert_eq!(messages(guard(true), MANIFEST), [""; 0]);
    }

    #[test]
    fn names_follow_folders() {
        let wrong = package("crates/desk", "desk", &[]);
        assert_eq!(messages(wrong, MANIFEST), ["is named `desk`, not `proofdesk-desk`"]);
        let unknown = package("crates/attic", "proofdesk-attic", &[]);
        assert_eq!(
            messages(unknown, MANIFEST),
            ["`attic` has no place in the house (tidy/graph.rs)"]
        );
        assert_eq!(messages(package("tools", "tools", &[]), MANIFEST), ["a crate lies in crates/"]);
        assert_eq!(messages(package("xtask", "xtask", &[]), MANIFEST), [""; 0]);
    }

    #[test]
    fn every_crate_takes_the_lints_of_the_workspace() {
        let guard = || package("crates/guard", "proofdesk-guard", &[]);
        assert_eq!(messages(guard(), "[package]\n"), ["lacks `[lints] workspace = true`"]);
        assert_eq!(messages(guard(), "[lints]\nunused = \"warn\"\n").len(), 1);
    }
}
