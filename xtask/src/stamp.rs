//! Remembers from which inputs something was made, so that it is made again only when they change.

use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A file that holds a digest of the inputs of the last success.
pub struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    /// Digests the inputs: files below `root` by name and content, and words such as a version.
    pub fn of(path: PathBuf, root: &Path, files: &[String], words: &[&str]) -> Result<Self> {
        // Not a cryptographic digest, and another compiler's may differ: the worst that happens is
        // one build too many.
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        for file in files {
            file.hash(&mut hasher);
            fs::read(root.join(file))
                .with_context(|| format!("cannot read {file}"))?
                .hash(&mut hasher);
        }
        Ok(Self { path, digest: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the last success was made from the same inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|text| text == self.digest)
    }

    /// Notes a success.
    pub fn set(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.path, &self.digest)
            .with_context(|| format!("cannot write {}", self.path.display()))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_stamp_is_current_until_an_input_changes() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "one").unwrap();
        let stamp = |word: &str| {
            Stamp::of(root.join("out/stamp"), root, &["a.txt".to_owned()], &[word]).unwrap()
        };
        assert!(!stamp("v1").is_current());
        stamp("v1").set().unwrap();
        assert!(stamp("v1").is_current());
        assert!(!stamp("v2").is_current());
        fs::write(root.join("a.txt"), "two").unwrap();
        assert!(!stamp("v1").is_current());
    }
}
