//! Why the disk said no. SQLite tells "disk I/O error" and "unable to open database file" where the operating system knew
//! better: a disk that the kernel made read-only after a fault looks like one that is broken. So it is asked once more.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use rusqlite::Connection;

use crate::room::{self, Lack};
use crate::{Error, look_for_room};

/// The failure of a connection, with the disk's reason where it has one.
pub(crate) fn of(conn: &Connection, error: Error) -> Error {
    match conn.path() {
        Some(path) if matches!(error, Error::Io(_)) => reason(Path::new(path)).unwrap_or(error),
        _ => error,
    }
}

/// The failure to open a file. Beside the file itself its folder is asked, in which the log and its index are to be made.
pub(crate) fn of_opening(path: &Path, error: Error) -> Error {
    match error {
        Error::Io(_) | Error::Unavailable(_) => {
            reason(path).or_else(|| reason_of_folder(path)).unwrap_or(error)
        }
        error => error,
    }
}

fn reason(path: &Path) -> Option<Error> {
    // Nothing is changed by this; a file that is not there has no reason of its own.
    read(&OpenOptions::new().append(true).open(path).err()?)
}

fn reason_of_folder(path: &Path) -> Option<Error> {
    match look_for_room(&room::folder_of(path)).err()? {
        Lack::Full => Some(Error::DiskFull),
        Lack::ReadOnly | Lack::Forbidden => Some(Error::ReadOnly),
        Lack::Failing => None,
    }
}

fn read(error: &io::Error) -> Option<Error> {
    match error.kind() {
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
            Some(Error::ReadOnly)
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(Error::DiskFull),
        _ => None,
    }
}
