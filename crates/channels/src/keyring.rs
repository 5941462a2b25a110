//! The file of master keys: read at every start, made at the first one.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use proofdesk_sealing::{Keyring, KeyringError, SecretBytes};
use zeroize::Zeroizing;

/// Why there are no master keys. Without them the desk does not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file could not be read or written.
    #[error("the key file {path} cannot be used")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Others than the owner may read or write the file.
    #[error("the key file {path} can be read by others (mode {mode:03o}): run chmod 600 on it")]
    Open {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file is not a key file, or was damaged.
    #[error("the key file {path} is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where.
        #[source]
        source: KeyringError,
    },
    /// The system could not give random bytes.
    #[error("no random bytes for new keys")]
    Random(#[source] getrandom::Error),
}

/// Reads the key file, or makes it with new keys if there is none: mode 0600, synced before it is used.
///
/// Two processes that start at once agree on one file.
///
/// # Errors
/// See [`Error`]; in particular a file that others can read is refused.
pub fn load_or_create(path: &Path) -> Result<Keyring, Error> {
    if let Some(keyring) = load(path)? {
        return Ok(keyring);
    }
    let mut random = Zeroizing::new([0; 64]);
    fill(random.as_mut_slice())?;
    match write_new(path, &Keyring::generate(&random).to_text()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(source) => return Err(Error::File { path: path.to_owned(), source }),
    }
    load(path)?
        .ok_or_else(|| Error::File { path: path.to_owned(), source: ErrorKind::NotFound.into() })
}

/// Adds a new key to the file and makes it the current one. Running processes go on with the old one until they restart.
///
/// # Errors
/// See [`Error`]; [`Error::File`] too when there is no file yet.
pub fn rotate(path: &Path) -> Result<Keyring, Error> {
    let file_error = |source| Error::File { path: path.to_owned(), source };
    let keyring = load(path)?.ok_or_else(|| file_error(ErrorKind::NotFound.into()))?;
    let mut random = SecretBytes::default();
    fill(random.as_mut_slice())?;
    let rotated = keyring.rotated(&random);
    let new = beside(path);
    remove_if_there(&new).map_err(file_error)?;
    write_synced(&new, &rotated.to_text()).map_err(file_error)?;
    fs::rename(&new, path).and_then(|()| sync_folder(path)).map_err(file_error)?;
    Ok(rotated)
}

/// Reads the key file; `None` when there is none, and none is made.
///
/// # Errors
/// See [`Error`].
pub fn load(path: &Path) -> Result<Option<Keyring>, Error> {
    let file_error = |source| Error::File { path: path.to_owned(), source };
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(file_error(source)),
    };
    refuse_open_file(path)?;
    let keyring = Keyring::parse(&text);
    keyring.map(Some).map_err(|source| Error::Damaged { path: path.to_owned(), source })
}

#[cfg(unix)]
fn refuse_open_file(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata =
        fs::metadata(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(Error::Open { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_open_file(_path: &Path) -> Result<(), Error> {
    Ok(())
}

/// Writes the file so that it appears whole or not at all, and never over one that is already there.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let new = beside(path).with_extension(std::process::id().to_string());
    remove_if_there(&new)?;
    write_synced(&new, text)?;
    let linked = fs::hard_link(&new, path);
    fs::remove_file(&new)?;
    linked?;
    sync_folder(path)
}

fn write_synced(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn beside(path: &Path) -> PathBuf {
    path.with_added_extension("new")
}

fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[expect(clippy::disallowed_methods, reason = "master keys are made here, at the edge, once")]
fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(Error::Random)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_first_start_makes_the_file_and_the_next_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let made = load_or_create(&path).unwrap();
        let read = load_or_create(&path).unwrap();
        assert_eq!(*made.to_text(), *read.to_text());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let other = load_or_create(&folder.path().join("other")).unwrap();
        assert_ne!(*made.to_text(), *other.to_text());
    }

    #[test]
    fn starts_at_once_agree_on_one_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let text = fs::read_to_string(&path);
        assert!(text.is_err());
        // Another process wrote its file between the look and the link.
        write_new(&path, &Keyring::generate(&[1; 64]).to_text()).unwrap();
        let late = write_new(&path, &Keyring::generate(&[2; 64]).to_text()).unwrap_err();
        assert_eq!(late.kind(), ErrorKind::AlreadyExists);
        assert_eq!(load_or_create(&path).unwrap().current(), Keyring::generate(&[1; 64]).current());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn rotation_keeps_the_old_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        assert!(matches!(rotate(&path), Err(Error::File { .. })));
        let sealed = load_or_create(&path).unwrap().seal(b"place", b"value");
        let rotated = rotate(&path).unwrap();
        assert_eq!(rotated.is_outdated(&sealed), Ok(true));
        let read = load_or_create(&path).unwrap();
        assert_eq!(read.current(), rotated.current());
        assert_eq!(*read.open(b"place", &sealed).unwrap(), b"value");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_private_and_an_open_one_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        load_or_create(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        rotate(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = load_or_create(&path).unwrap_err();
        assert!(matches!(error, Error::Open { mode: 0o640, .. }), "{error}");
        assert!(error.to_string().contains("mode 640"), "{error}");
    }

    #[test]
    fn a_damaged_file_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        write_synced(&path, "nonsense").unwrap();
        assert!(matches!(load_or_create(&path), Err(Error::Damaged { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "nonsense");
    }
}
