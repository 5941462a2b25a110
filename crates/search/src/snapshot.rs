//! A whole index as one row of bytes, for another node or another disk.
//!
//! First the mark, then the length of the head, the head (what index it is, of which shape, how far it has come, which files
//! follow), then the files, one behind the other, and a sum of all that. An index does not change the files that it has: those
//! of one commit are held while they are read, whatever is written meanwhile. The engine is shown none of them before the sum
//! is right: it trusts its files.

use std::io::{Read, Write};
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::hash::Sum;
use crate::store::Progress;

const MARK: &[u8; 8] = b"pdindex1";
/// No head is longer.
const HEAD_BYTES: u32 = 1 << 20;
/// Which files the engine made, so that it removes those that it needs no more.
const MANAGED: &str = ".managed.json";
const META: &str = "meta.json";

/// What a snapshot says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// What the folders of this index begin with.
    pub noun: String,
    pub shape: String,
    pub progress: Progress,
    /// With their lengths, in the order in which they follow.
    pub files: Vec<(String, u64)>,
}

/// Whether a snapshot would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SnapshotTerms {
    /// The feed's head: what has come further is of another past.
    pub head: i64,
    /// The latest wish to build anew: what was built for an earlier one holds what should be gone.
    pub request: i64,
}

/// Writes the head and the files of a folder; `meta` in place of the folder's own, which may be of a later commit.
pub(crate) fn write(mut head: Head, meta: &[u8], folder: &Path, to: &mut dyn Write) -> Result<()> {
    let mut to = Summed::new(to);
    let meta_length = u64::try_from(meta.len()).unwrap_or(u64::MAX);
    for (name, length) in &mut head.files {
        *length = std::fs::metadata(folder.join(name))?.len();
    }
    // Behind all others: with it an index is there.
    let mut told = head.clone();
    told.files.push((META.to_owned(), meta_length));
    let json = serde_json::to_vec(&told).map_err(std::io::Error::from)?;
    let length = u32::try_from(json.len()).ok().filter(|length| *length <= HEAD_BYTES);
    let length = length.ok_or(Error::Snapshot("has too many files"))?;
    to.write_all(MARK)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&json)?;
    for (name, length) in &head.files {
        let copied = std::io::copy(&mut std::fs::File::open(folder.join(name))?, &mut to)?;
        if copied != *length {
            return Err(Error::Snapshot("has a file that changed"));
        }
    }
    to.write_all(meta)?;
    let sum = to.sum.0.to_le_bytes();
    to.write_all(&sum)?;
    Ok(to.flush()?)
}

pub(crate) fn read_head(from: &mut Summed<'_, dyn Read + '_>) -> Result<Head> {
    let (mut mark, mut length) = ([0; MARK.len()], [0; 4]);
    from.read_exact(&mut mark)?;
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if mark != *MARK || length > HEAD_BYTES {
        return Err(Error::Snapshot("is none"));
    }
    let mut json = Vec::new();
    Read::take(&mut *from, u64::from(length)).read_to_end(&mut json)?;
    let head: Head =
        serde_json::from_slice(&json).map_err(|_unread| Error::Snapshot("has no head"))?;
    let is_name = |name: &str| {
        let mut parts = Path::new(name).components();
        matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
            && !name.starts_with('.')
            && !name.contains(['/', '\\'])
    };
    if head.files.iter().any(|(name, _)| !is_name(name)) {
        return Err(Error::Snapshot("has a file that is none of an index"));
    }
    Ok(head)
}

/// Writes the files that follow a head into a folder, which is made anew. On the disk when it returns.
pub(crate) fn unpack(
    head: &Head,
    from: &mut Summed<'_, dyn Read + '_>,
    folder: &Path,
) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let names: Vec<&str> = head.files.iter().map(|(name, _)| name.as_str()).collect();
    let managed = serde_json::to_vec(&names).map_err(std::io::Error::from)?;
    put(&folder.join(MANAGED), &mut managed.as_slice())?;
    for (name, length) in &head.files {
        let copied = put(&folder.join(name), &mut Read::take(&mut *from, *length))?;
        if copied != *length {
            return Err(Error::Snapshot("was cut"));
        }
    }
    let (sum, mut told) = (from.sum.0, [0; 8]);
    from.read_exact(&mut told)?;
    if u64::from_le_bytes(told) != sum {
        return Err(Error::Snapshot("is damaged"));
    }
    if from.read(&mut [0])? != 0 {
        return Err(Error::Snapshot("is longer than it says"));
    }
    sync(folder)
}

/// Sums what passes.
pub(crate) struct Summed<'a, T: ?Sized> {
    inner: &'a mut T,
    sum: Sum,
}

impl<'a, T: ?Sized> Summed<'a, T> {
    pub fn new(inner: &'a mut T) -> Self {
        Self { inner, sum: Sum::default() }
    }
}

impl<T: Read + ?Sized> Read for Summed<'_, T> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.sum.add(bytes.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<T: Write + ?Sized> Write for Summed<'_, T> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.add(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

fn put(path: &Path, from: &mut dyn Read) -> Result<u64> {
    let mut file = std::fs::File::create_new(path)?;
    let copied = std::io::copy(from, &mut file)?;
    file.sync_all()?;
    Ok(copied)
}

/// What was made or named in a folder is there after a power cut too.
pub(crate) fn sync(folder: &Path) -> Result<()> {
    Ok(std::fs::File::open(folder)?.sync_all()?)
}
