//! Finds what interrupted processes left of uploads into a folder: files named `UUID#n`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use uuid::Uuid;

use super::Error;

pub(super) async fn remove(folder: PathBuf, older_than: SystemTime) -> Result<usize, Error> {
    let path = folder.clone();
    let removed = tokio::task::spawn_blocking(move || remove_now(&folder, older_than)).await;
    removed
        .map_err(std::io::Error::other)
        .flatten()
        .map_err(|source| Error::Folder { path, source })
}

fn remove_now(folder: &Path, older_than: SystemTime) -> std::io::Result<usize> {
    let mut removed = 0;
    for shard in fs::read_dir(folder)? {
        let shard = shard?;
        if !shard.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(shard.path())? {
            let file = file?;
            if is_partial(&file.file_name().to_string_lossy())
                && file.metadata()?.modified()? < older_than
            {
                fs::remove_file(file.path())?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

fn is_partial(name: &str) -> bool {
    name.split_once('#').is_some_and(|(key, number)| {
        key.parse::<Uuid>().is_ok() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
