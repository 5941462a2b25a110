//! Whether a disk takes anything in. It is asked by writing: what changes nothing needs no room, so that a disk without any would
//! still look well.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// What is written and taken away again. No name of a database or of what lies beside one.
const PROBE: &str = "proofdesk-room";
/// More than the smallest piece that SQLite writes beside its file.
const PROBE_BYTES: usize = 64 * 1024;

/// Why nothing can be written in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Lack {
    /// No byte is left, or none of a quota.
    #[error("the disk is full")]
    Full,
    /// It is mounted so, or the kernel made it so after a fault.
    #[error("the disk is read-only")]
    ReadOnly,
    /// It takes what others write.
    #[error("this user may not write there")]
    Forbidden,
    /// Any other reason.
    #[error("the disk does not write")]
    Failing,
}

impl Lack {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Failing,
        }
    }
}

/// Writes a little into a folder, and takes it away again.
///
/// # Errors
/// What is lacking.
pub fn look_for_room(folder: &Path) -> Result<(), Lack> {
    let probe = folder.join(PROBE);
    let written = write(&probe);
    // Also after one that ended half-way. What cannot be removed is written over by the next look.
    let _ = fs::remove_file(&probe);
    written.map_err(|error| Lack::of(&error))
}

fn write(probe: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(probe)?;
    file.write_all(&[0; PROBE_BYTES])?;
    // Some disks say only now that there was no room.
    file.sync_all()
}

/// The folder in which a file lies.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn what_is_written_is_taken_away_again() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look_for_room(folder.path()), Ok(()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert_eq!(look_for_room(&folder.path().join("gone")), Err(Lack::Failing));
    }

    #[test]
    fn what_the_system_says_is_told_apart() {
        for (number, lack) in
            [(28, Lack::Full), (30, Lack::ReadOnly), (13, Lack::Forbidden), (5, Lack::Failing)]
        {
            assert_eq!(Lack::of(&io::Error::from_raw_os_error(number)), lack);
        }
    }

    #[test]
    fn a_bare_name_lies_here() {
        assert_eq!(folder_of(Path::new("a/b.db")), Path::new("a"));
        assert_eq!(folder_of(Path::new("b.db")), Path::new("."));
    }
}
