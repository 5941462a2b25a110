//! Nothing is committed that is true on one machine only: where its files lie, where it fetches packages.

use super::Finding;
use super::scan::{after, before, find_all};
use super::source::SourceFile;

/// Folders at the root in which people and their tools keep their own things.
const PERSONAL: &[&str] = &["work", "root", "home", "Users"];

/// The last two or three labels of hosts that hand out packages. A lock file that names one makes
/// everybody fetch from there, whatever they have set up.
const REGISTRIES: &[&[&str]] = &[
    &["registry", "npmjs", "org"],
    &["registry", "yarnpkg", "com"],
    &["pypi", "org"],
    &["files", "pythonhosted", "org"],
    &["index", "crates", "io"],
    &["static", "crates", "io"],
    &["deb", "debian", "org"],
    &["security", "debian", "org"],
];

/// How cargo itself names the one registry that every lock file means.
const CARGO_REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub fn no_machine_paths(file: &SourceFile) -> Vec<Finding> {
    if file.is_test_input() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for folder in PERSONAL {
        for offset in find_all(file.text(), &format!("/{folder}/")) {
            // In `a/work/b` and `https://example.com/home/` the folder is not at the root.
            let deeper = |c: char| c.is_alphanumeric() || "_-.})>$*".contains(c);
            if !before(file.text(), offset, deeper) {
                found
                    .push(file.finding(offset, format!("`/{folder}/…` is a place on one machine")));
            }
        }
    }
    found
}

pub fn no_registry_hosts(file: &SourceFile) -> Vec<Finding> {
    let mut found = Vec::new();
    for labels in REGISTRIES {
        let host = labels.join(".");
        for offset in find_all(file.text(), &host) {
            let end = offset + host.len();
            let longer = before(file.text(), offset, |c| c.is_alphanumeric() || c == '-')
                || after(file.text(), end, |c| c.is_alphanumeric() || c == '-');
            if !longer {
                found.push(file.finding(
                    offset,
                    "a registry's host: packages come from where each machine is set up to look",
                ));
            }
        }
    }
    if file.is_lock() {
        found.extend(pinned_sources(file));
    }
    found
}

/// Lines of a lock file that tie a package to an address.
fn pinned_sources(file: &SourceFile) -> Vec<Finding> {
    let pins = |line: &str| {
        let line = line.trim();
        if file.path().ends_with("Cargo.lock") {
            line.starts_with("source = ") && !line.contains(CARGO_REGISTRY)
        } else {
            line.starts_with("\"resolved\"") && line.contains("://")
        }
    };
    let mut offset = 0;
    let mut found = Vec::new();
    for line in file.text().split_inclusive('\n') {
        if pins(line) {
            found.push(file.finding(offset, "a lock file names versions and digests, no address (npm: `omit-lockfile-registry-resolved`)"));
        }
        offset += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rule: fn(&SourceFile) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
        rule(&SourceFile::new(path, text)).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn paths_of_one_machine_are_refused() {
        let at = |text: &str| lines(no_machine_paths, "docs/a.md", text);
        assert_eq!(at("see\n`/work/plan/a`: that"), [2]);
        assert_eq!(at("cd /home/mina/proofdesk"), [1]);
        assert_eq!(at("open(\"/root/.cargo\")"), [1]);
        assert_eq!(at("/Users/mina/x"), [1]);
    }

    #[test]
    fn paths_inside_of_the_project_pass() {
        let at = |text: &str| lines(no_machine_paths, "docs/a.md", text);
        assert_eq!(
            at("crates/work/src, https://example.com/home/, {base}/work/a, $HOME/work/"),
            [0; 0]
        );
        assert_eq!(lines(no_machine_paths, "crates/a/corpus/b.txt", "/root/x"), [0; 0]);
    }

    #[test]
    fn registry_hosts_are_refused() {
        for labels in REGISTRIES {
            let text = format!("fetch https://{}/simple", labels.join("."));
            assert_eq!(lines(no_registry_hosts, ".npmrc", &text), [1], "{text}");
        }
        assert_eq!(lines(no_registry_hosts, "docs/a.md", "mypypi.org pypi.organic"), [0; 0]);
    }

    #[test]
    fn lock_files_name_no_address() {
        let npm = "{\n\"resolved\": \"https://mirror.example/a.tgz\",\n\"resolved\": \"shared\"\n}";
        assert_eq!(lines(no_registry_hosts, "ui/package-lock.json", npm), [2]);
        let cargo =
            format!("source = \"{CARGO_REGISTRY}\"\nsource = \"git+https://example.com/a\"\n");
        assert_eq!(lines(no_registry_hosts, "Cargo.lock", &cargo), [2]);
    }
}
