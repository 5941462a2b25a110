//! What a demo's data folder says of itself: a file that is there from the first moment of the filling, so that no other
//! folder is ever taken for a demo's, and that says when the filling is done.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

/// The version of what is filled in. A change of the stories or of the tables raises it.
const CONTENT: u32 = 2;
const FILE: &str = "demo.json";
/// Everything that a desk keeps in its data folder, and that goes when it is made anew.
const KEPT: &[&str] = &["proofdesk.db", "proofdesk.db-wal", "proofdesk.db-shm", "files", "keys"];

/// The file's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    content: u32,
    pub tickets: u64,
    pub customers: u64,
    /// The filling came to its end.
    complete: bool,
}

/// What is found in a data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// A filling that did not come to its end.
    Half,
    Demo(Marker),
}

impl Marker {
    pub fn new(tickets: u64, customers: u64) -> Self {
        Self { content: CONTENT, tickets, customers, complete: false }
    }

    /// Writes that the filling begins.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin(self, data: &Path) -> Result<()> {
        self.write(data)
    }

    /// Writes that the filling is done.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self, data: &Path) -> Result<()> {
        Self { complete: true, ..self }.write(data)
    }

    /// Written beside and renamed, so that it is never half a file.
    fn write(self, data: &Path) -> Result<()> {
        let (path, beside) = (data.join(FILE), data.join("demo.json.new"));
        let written = std::fs::write(&beside, serde_json::to_string(&self)?);
        written
            .and_then(|()| std::fs::rename(&beside, &path))
            .with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Looks into a data folder.
///
/// # Errors
/// When it is a desk's that is no demo, or a demo of another version.
pub fn look(data: &Path) -> Result<Found> {
    let path = data.join(FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if data.join("proofdesk.db").exists() {
                bail!(
                    "{} holds a desk that is no demo: choose another folder with --data",
                    data.display()
                );
            }
            return Ok(Found::Nothing);
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    let Ok(marker) = serde_json::from_str::<Marker>(&text) else { return Ok(Found::Half) };
    if !marker.complete {
        return Ok(Found::Half);
    }
    if marker.content != CONTENT {
        bail!("the demo in {} is of another version: make it anew with --fresh", data.display());
    }
    Ok(Found::Demo(marker))
}

/// Empties a demo's data folder. Another folder's is left alone.
///
/// # Errors
/// When it is no demo's, or something cannot be deleted.
pub fn clear(data: &Path) -> Result<()> {
    if !data.join(FILE).exists() {
        // Says so if there is a desk in it.
        look(data)?;
        return Ok(());
    }
    for name in KEPT {
        let path: PathBuf = data.join(name);
        let deleted = if path.is_dir() {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        };
        match deleted {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot delete {}", path.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_demo_is_known_by_its_marker() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path();
        assert_eq!(look(data).unwrap(), Found::Nothing);
        let marker = Marker::new(3_000, 300);
        marker.begin(data).unwrap();
        assert_eq!(look(data).unwrap(), Found::Half);
        marker.finish(data).unwrap();
        assert!(matches!(
            look(data).unwrap(),
            Found::Demo(Marker { tickets: 3_000, complete: true, .. })
        ));
        std::fs::write(data.join("proofdesk.db"), "x").unwrap();
        clear(data).unwrap();
        assert!(!data.join("proofdesk.db").exists());
        Marker { content: 0, ..marker }.finish(data).unwrap();
        assert!(look(data).unwrap_err().to_string().contains("--fresh"));
        std::fs::write(data.join(FILE), "{").unwrap();
        assert_eq!(look(data).unwrap(), Found::Half);
    }

    #[test]
    fn a_real_desk_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("proofdesk.db");
        std::fs::write(&database, "a desk").unwrap();
        assert!(look(folder.path()).is_err());
        assert!(clear(folder.path()).is_err());
        assert!(database.exists());
    }
}
