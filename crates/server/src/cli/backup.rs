use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use proofdesk_desk::log::ledger;

use super::Settings;
use crate::config::Config;
use crate::start::{self, operator_cx};

/// What a backup folder holds.
const DATABASE: &str = "database";
const FILES: &str = "files";
const LEDGER: &str = "erasures.jsonl";

#[derive(Args, Debug)]
pub struct BackupArgs {
    /// A folder that does not exist yet.
    to: PathBuf,
}

#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// The folder that `proofdesk backup` made.
    from: PathBuf,
    /// A newer erasure ledger to replay, so that what was erased since the backup stays erased.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
}

/// Copies database, then files, then the erasure ledger. The keys are not copied: they must not lie beside what they open.
pub async fn backup(settings: &Settings, args: &BackupArgs) -> Result<()> {
    let config = settings.load()?;
    let desk = start::open(&config).await?;
    std::fs::create_dir(&args.to).with_context(|| {
        format!("cannot make {}: name a folder that does not exist yet", args.to.display())
    })?;
    eprintln!("copying the database…");
    let database = desk.db().backup(&args.to.join(DATABASE)).await?;
    let files = match &config.files.s3 {
        Some(s3) => format!(
            "no files: they rest in the bucket {} at {}, which you copy by its own means, after this",
            s3.bucket, s3.endpoint
        ),
        None => {
            eprintln!("copying files…");
            format!("{} files", copy_new(&config.blobs_path(), &args.to.join(FILES))?)
        }
    };
    let ledger_path = args.to.join(LEDGER);
    let mut out = BufWriter::new(File::create_new(&ledger_path)?);
    let lines = ledger::export(&desk, &mut out).await?;
    out.flush()?;
    println!(
        "{}: database {} bytes, {files}, {lines} erasures. The keys ({}) are not in it: keep a copy elsewhere.",
        args.to.display(),
        database.bytes,
        config.keys_path().display()
    );
    Ok(())
}

/// Puts a backup where nothing is yet, then erases again what the ledgers say was erased.
pub async fn restore(settings: &Settings, args: &RestoreArgs) -> Result<()> {
    let config = settings.load()?;
    std::fs::create_dir_all(&config.files.data)?;
    if !config.keys_path().exists() {
        bail!(
            "the key file {} is missing: put it back first, or nothing sealed can be opened",
            config.keys_path().display()
        );
    }
    let database = args.from.join(DATABASE);
    if !database.exists() {
        bail!("{} is no backup: it holds no `{DATABASE}`", args.from.display());
    }
    proofdesk_store::restore(&database, &config.database_url()?).await?;
    println!("restored database and {}", restore_files(&config, &args.from.join(FILES))?);
    replay(&config, &args.from.join(LEDGER)).await?;
    if let Some(newer) = &args.ledger {
        replay(&config, newer).await?;
    }
    Ok(())
}

/// Files go back to where they came from. Those of a folder do not go into a bucket by themselves.
fn restore_files(config: &Config, from: &Path) -> Result<String> {
    let Some(s3) = &config.files.s3 else {
        return Ok(format!("{} files", copy_new(from, &config.blobs_path())?));
    };
    let (bucket, from_folder) = (&s3.bucket, from.exists());
    Ok(match from_folder {
        true => format!(
            "no files: copy what lies in {} into the bucket {bucket}, under the same names",
            from.display()
        ),
        false => format!("no files: see that the bucket {bucket} has those of that time"),
    })
}

async fn replay(config: &Config, path: &Path) -> Result<()> {
    let desk = start::open(config).await?;
    let mut lines = BufReader::new(
        File::open(path).with_context(|| format!("cannot open {}", path.display()))?,
    );
    let replayed = ledger::replay(&desk, &operator_cx("restore"), &mut lines).await?;
    println!(
        "{}: {} erased again, {} not in this backup, {} refused",
        path.display(),
        replayed.erased,
        replayed.absent,
        replayed.refused
    );
    desk.db().close().await;
    Ok(())
}

/// Copies what is not there yet, folder by folder. Objects are immutable, so a name that is there is the same object.
fn copy_new(from: &Path, to: &Path) -> Result<u64> {
    let mut copied = 0;
    if !from.exists() {
        return Ok(copied);
    }
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in
        std::fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?
    {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copied += copy_new(&entry.path(), &target)?;
        } else if !target.exists() {
            std::fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot copy to {}", target.display()))?;
            copied += 1;
        }
    }
    Ok(copied)
}
