//! Where things lie, as cargo and git know it.

use crate::command::{self, environment};
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The work tree this tool was started in.
pub struct Workspace {
    pub root: PathBuf,
    /// Where cargo builds, which need not be inside of the tree.
    pub target: PathBuf,
    pub packages: Vec<Package>,
}

/// One member of the workspace.
#[derive(Debug, Clone)]
pub struct Package {
    pub name: String,
    /// Relative to the root, with `/`.
    pub folder: String,
    pub dependencies: Vec<Dependency>,
    /// Names of the programs it builds.
    pub programs: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    pub name: String,
    /// Used by tests only.
    pub dev: bool,
}

impl Workspace {
    /// Asks cargo about the workspace.
    pub fn load() -> Result<Self> {
        let manifest_dir = environment("CARGO_MANIFEST_DIR")
            .context("start this tool as `cargo xtask`, which tells it where the project lies")?;
        let text = command::output(Command::new("cargo").current_dir(manifest_dir).args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
        ]))?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata is no JSON")?;
        Self::from_metadata(&metadata).context("cargo metadata lacks a part that was counted on")
    }

    fn from_metadata(metadata: &Value) -> Option<Self> {
        let root = PathBuf::from(metadata.get("workspace_root")?.as_str()?);
        let target = PathBuf::from(metadata.get("target_directory")?.as_str()?);
        let packages = metadata.get("packages")?.as_array()?;
        let packages = packages.iter().map(|package| Package::from_metadata(package, &root));
        Some(Self { packages: packages.collect::<Option<_>>()?, root, target })
    }

    /// A program that starts in the root of the project.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, on a locked set of dependencies: a check never changes what it checks. It does not hear of which package this tool
    /// is, as it would from `cargo xtask`: a build script that reads such names (`ring` has one) is run again when they change,
    /// and everything behind it is compiled anew, each time somebody goes from this tool to cargo and back.
    pub fn cargo(&self, subcommand: &[&str]) -> Command {
        let mut command = self.command("cargo");
        for name in command::environment_of_package() {
            command.env_remove(name);
        }
        command.args(subcommand).arg("--locked");
        command
    }

    /// Whether some member builds a program of this name.
    pub fn builds(&self, program: &str) -> bool {
        self.packages.iter().any(|package| package.programs.iter().any(|name| name == program))
    }

    /// Where cargo puts a program that it builds with this profile's folder (`debug`, `release`, `demo`).
    pub fn program(&self, folder: &str, name: &str) -> PathBuf {
        self.target.join(folder).join(name)
    }

    /// This tool's own corner of the build folder.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    pub fn read(&self, path: &str) -> Result<String> {
        std::fs::read_to_string(self.root.join(path)).with_context(|| format!("cannot read {path}"))
    }

    /// Every file that is or would be committed below these paths (all, if none), sorted.
    pub fn files(&self, below: &[&str]) -> Result<Vec<String>> {
        let listing = command::output(
            self.command("git")
                .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"])
                .args(below),
        )?;
        let mut files: Vec<String> = listing
            .split('\0')
            .filter(|path| !path.is_empty() && Path::new(&self.root).join(path).is_file())
            .map(str::to_owned)
            .collect();
        files.sort();
        files.dedup();
        Ok(files)
    }
}

impl Package {
    fn from_metadata(package: &Value, root: &Path) -> Option<Self> {
        let manifest = Path::new(package.get("manifest_path")?.as_str()?);
        let folder = manifest.parent()?.strip_prefix(root).ok()?.to_str()?.to_owned();
        let dependencies = package.get("dependencies")?.as_array()?.iter();
        let targets = package.get("targets")?.as_array()?.iter();
        Some(Self {
            name: package.get("name")?.as_str()?.to_owned(),
            folder,
            dependencies: dependencies.map(Dependency::from_metadata).collect::<Option<_>>()?,
            programs: targets.filter_map(program_name).collect(),
        })
    }
}

impl Dependency {
    fn from_metadata(dependency: &Value) -> Option<Self> {
        let kind = dependency.get("kind")?.as_str();
        Some(Self { name: dependency.get("name")?.as_str()?.to_owned(), dev: kind == Some("dev") })
    }
}

fn program_name(target: &Value) -> Option<String> {
    let kinds = target.get("kind")?.as_array()?;
    let program = kinds.iter().any(|kind| kind.as_str() == Some("bin"));
    program.then(|| target.get("name")?.as_str().map(str::to_owned)).flatten()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
    use super::*;
    use serde_json::json;

    #[test]
    fn metadata_is_read() {
        let metadata = json!({
            "workspace_root": "/p",
            "target_directory": "/p/target",
            "packages": [{
                "name": "proofdesk-server",
                "manifest_path": "/p/crates/server/Cargo.toml",
                "dependencies": [
                    {"name": "proofdesk-desk", "kind": null},
                    {"name": "proofdesk-testkit", "kind": "dev"},
                ],
                "targets": [
                    {"name": "proofdesk_server", "kind": ["lib"]},
                    {"name": "proofdesk", "kind": ["bin"]},
                ],
            }],
        });
        let workspace = Workspace::from_metadata(&metadata).unwrap();
        assert!(workspace.builds("proofdesk"));
        assert!(!workspace.builds("proofdesk_server"));
        assert_eq!(workspace.program("debug", "proofdesk"), Path::new("/p/target/debug/proofdesk"));
        let package = &workspace.packages[0];
        assert_eq!(package.folder, "crates/server");
        assert_eq!(package.dependencies.iter().filter(|it| it.dev).count(), 1);
    }

    #[test]
    fn the_real_workspace_holds_this_tool() {
        let workspace = Workspace::load().unwrap();
        assert!(workspace.builds("xtask"));
        assert!(
            workspace.files(&["xtask"]).unwrap().contains(&"xtask/src/workspace.rs".to_owned())
        );
    }
}
