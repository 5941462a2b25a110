use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use futures_util::future::join_all;
use proofdesk_channels::blob::{Blobs, Kept};
use proofdesk_channels::keyring;
use proofdesk_desk::attachment::view::Resting;
use proofdesk_desk::id::{AttachmentId, Id as _};
use proofdesk_desk::log::ledger;
use proofdesk_desk::{Desk, MIGRATIONS, article_file, attachment, limits};
use proofdesk_sealing::Keyring;
use proofdesk_store::Level;

use super::{Settings, doctor};
use crate::config::Config;
use crate::start::{self, operator_cx};

/// What a backup folder holds.
const DATABASE: &str = "database";
const FILES: &str = "files";
const LEDGER: &str = "erasures.jsonl";

/// So many files that are not whole are named after a restore; the others are counted.
const NAMED: u64 = 10;
/// So many files are looked for at the same time: a bucket takes its time for each.
const LOOKED_AT_ONCE: usize = 16;

#[derive(Args, Debug)]
pub struct BackupArgs {
    /// A folder that does not exist yet.
    to: PathBuf,
    /// Also copy the files out of the bucket of `[files.s3]`. They stay sealed.
    #[arg(long)]
    with_bucket: bool,
}

#[derive(Args, Debug)]
pub struct RestoreArgs {
    /// The folder that `proofdesk backup` made.
    from: PathBuf,
    /// A newer erasure ledger to replay, so that what was erased since the backup stays erased.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// Also put the backup's files into the bucket of `[files.s3]`, those that it lacks.
    #[arg(long)]
    with_bucket: bool,
}

/// Copies database, then files, then the erasure ledger. The keys are not copied: they must not lie beside what they open.
pub async fn backup(settings: &Settings, args: &BackupArgs) -> Result<()> {
    let config = settings.load()?;
    let desk = start::look(&config).await?;
    std::fs::create_dir(&args.to).with_context(|| {
        format!("cannot make {}: name a folder that does not exist yet", args.to.display())
    })?;
    eprintln!("copying the database…");
    let database = desk.db().backup(&args.to.join(DATABASE)).await?;
    let files = copy_files(&config, desk.keyring(), args).await?;
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

/// After the database, so that every file of which it knows is there.
async fn copy_files(config: &Config, keyring: &Keyring, args: &BackupArgs) -> Result<String> {
    let to = args.to.join(FILES);
    let Some(s3) = &config.files.s3 else {
        ensure!(
            !args.with_bucket,
            "--with-bucket is for files in a bucket: there is no [files.s3]"
        );
        eprintln!("copying files…");
        return Ok(format!("{} files", copy_new(&config.blobs_path(), &to)?));
    };
    let (bucket, endpoint) = (&s3.bucket, &s3.endpoint);
    if !args.with_bucket {
        return Ok(format!(
            "NO FILES: they rest in the bucket {bucket} at {endpoint}. Turn on its versions and replication, or copy them with --with-bucket"
        ));
    }
    eprintln!("copying files out of the bucket {bucket}…");
    let copied = start::blobs(config, keyring.clone())?.copy_to_folder(&to).await;
    let copied = copied.with_context(|| format!("the bucket {bucket} at {endpoint}"))?;
    Ok(format!("{copied} files"))
}

/// Puts a backup where nothing is yet (that of an SQLite database also into PostgreSQL), then erases again what the ledgers say was erased.
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
    // Before anything is restored: a desk without its ledgers has what was erased, and cannot be restored a second time.
    let of_backup = args.from.join(LEDGER);
    let ledgers = std::iter::once(&of_backup).chain(&args.ledger);
    let ledgers =
        ledgers.map(|path| Ok((path, ledger_lines(path)?))).collect::<Result<Vec<_>>>()?;
    eprintln!("restoring the database…");
    proofdesk_store::restore(&database, &start::database(&config)?, MIGRATIONS).await?;
    println!("restored database and {}", restore_files(&config, args).await?);
    let mut foreign = None;
    for (path, lines) in ledgers {
        if !replay(&config, path, lines).await? {
            foreign = Some(path);
        }
    }
    if config.files.s3.is_none() || args.with_bucket {
        let lost = opens(&config).await?;
        ensure!(
            lost.is_empty(),
            "everything else was restored, but {} of {} files are not whole in this backup ({} missing, {} cut short): look for them in \
             another backup's `{FILES}`, put them where they lie there into {}, and ask `proofdesk doctor`",
            lost.missing + lost.cut,
            lost.files,
            lost.missing,
            lost.cut,
            where_files_rest(&config)
        );
    }
    if let Some(path) = foreign {
        bail!(
            "everything was restored, but no line of {} is one that this desk signed, so what it says was erased may be there again: look \
             whose ledger and whose keys these are, and restore into an empty place once more",
            path.display()
        );
    }
    Ok(())
}

fn where_files_rest(config: &Config) -> String {
    match &config.files.s3 {
        Some(s3) => format!("the bucket {}", s3.bucket),
        None => config.blobs_path().display().to_string(),
    }
}

/// Looks whether the restored desk opens, and which files of its tickets it lacks. The keys of another desk are a key file too, and
/// open nothing of this one.
async fn opens(config: &Config) -> Result<Lost> {
    let desk = start::open(config).await.context("everything was restored, but does not open")?;
    let blobs = start::blobs(config, desk.keyring().clone())?;
    let lost = lost(&desk, &blobs).await?;
    let [_, (_, level, found)] = doctor::stored(&desk, &blobs).await?;
    desk.db().close().await;
    ensure!(
        level != Level::Error,
        "everything was restored, but {found}: put the key file of this desk at {}",
        config.keys_path().display()
    );
    Ok(lost)
}

/// Files of tickets whose bytes are not as the database says.
#[derive(Default)]
struct Lost {
    /// All that were looked at.
    files: u64,
    missing: u64,
    cut: u64,
}

impl Lost {
    fn is_empty(&self) -> bool {
        self.missing + self.cut == 0
    }
}

/// A file that has to be there.
struct Stored {
    /// What it belongs to.
    of: String,
    blob_id: AttachmentId,
    size: i64,
}

/// Looks at every file of every ticket and of the help centre, and names the first that are not whole on standard error.
async fn lost(desk: &Desk, blobs: &Blobs) -> Result<Lost> {
    let (mut lost, mut after) = (Lost::default(), None);
    loop {
        let page = desk
            .read(async move |rx| attachment::view::resting(rx, after, limits::AUDIT_PAGE).await)
            .await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        let stored = |file: Resting| Stored {
            of: format!("ticket {}", file.ticket),
            blob_id: file.blob_id,
            size: file.size,
        };
        look(blobs, &mut lost, page.into_iter().map(stored).collect()).await?;
    }
    let mut after = None;
    loop {
        let page = desk
            .read(async move |rx| article_file::view::resting(rx, after, limits::AUDIT_PAGE).await)
            .await?;
        let Some((last, _)) = page.last() else { return Ok(lost) };
        after = Some(*last);
        let stored = |(blob_id, size)| Stored { of: "help centre".to_owned(), blob_id, size };
        look(blobs, &mut lost, page.into_iter().map(stored).collect()).await?;
    }
}

/// Looks at some files.
async fn look(blobs: &Blobs, lost: &mut Lost, files: Vec<Stored>) -> Result<()> {
    for files in files.chunks(LOOKED_AT_ONCE) {
        let look = |file: &Stored| blobs.kept(file.blob_id.uuid(), file.size.unsigned_abs());
        for (file, kept) in files.iter().zip(join_all(files.iter().map(look)).await) {
            lost.files += 1;
            let what = match kept.context("a stored file")? {
                Kept::Whole => continue,
                Kept::Missing => {
                    lost.missing += 1;
                    "is missing"
                }
                Kept::Cut => {
                    lost.cut += 1;
                    "is cut short"
                }
            };
            match lost.missing + lost.cut {
                n if n <= NAMED => eprintln!("{}: file {} {what}", file.of, file.blob_id),
                n if n == NAMED + 1 => eprintln!("… and more"),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Files go back to where they came from. Those of a folder go into a bucket only when that was said.
async fn restore_files(config: &Config, args: &RestoreArgs) -> Result<String> {
    let from = args.from.join(FILES);
    let Some(s3) = &config.files.s3 else {
        return Ok(format!("{} files", copy_new(&from, &config.blobs_path())?));
    };
    let bucket = &s3.bucket;
    if !from.exists() {
        return Ok(format!("no files: see that the bucket {bucket} has those of that time"));
    }
    if !args.with_bucket {
        return Ok(format!(
            "NO FILES: what lies in {} goes into the bucket {bucket} with --with-bucket",
            from.display()
        ));
    }
    let store = start::blobs(config, keyring::load_or_create(&config.keys_path())?)?;
    let copied =
        store.copy_from_folder(&from).await.with_context(|| format!("the bucket {bucket}"))?;
    Ok(format!("{copied} files, into the bucket {bucket}"))
}

/// A ledger that can be read.
fn ledger_lines(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut lines = BufReader::new(file);
    lines.fill_buf().with_context(|| format!("cannot read {}", path.display()))?;
    Ok(lines)
}

/// Says whether the ledger is one of this desk, as an empty one is. A line that a crash cut off does not make it another's.
async fn replay(config: &Config, path: &Path, mut lines: BufReader<File>) -> Result<bool> {
    let desk = start::open(config).await?;
    let replayed = ledger::replay(&desk, &operator_cx("restore"), &mut lines).await?;
    println!(
        "{}: {} erased again, {} not in this backup, {} refused",
        path.display(),
        replayed.erased,
        replayed.absent,
        replayed.refused
    );
    desk.db().close().await;
    Ok(replayed.refused == 0 || replayed.erased + replayed.absent > 0)
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
