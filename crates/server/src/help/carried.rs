//! Pictures and files of articles beside their Markdown: `files/ID/NAME`, the id being what texts name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt as _, stream};
use proofdesk_channels::file_name::safe_file_name;
use proofdesk_channels::intake::{Taken, pixels, take};
use proofdesk_desk::article::fill::wanted;
use proofdesk_desk::article::import::Folder;
use proofdesk_desk::article::{folder, markdown};
use proofdesk_desk::article_file::actions::{NewFile, add};
use proofdesk_desk::article_file::{ArticleFile, is_usable, named_in, view};
use proofdesk_desk::attachment::Scanning;
use proofdesk_desk::id::{ArticleFileId, AttachmentId, BrandId};
use proofdesk_desk::text::Clean;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, limits};

/// The folder beside `help` and `glossary`.
const TOP: &str = "files";

/// Where the files of a folder lie, by their ids.
///
/// # Errors
/// When it cannot be read, and for what is neither a folder with the id of a file for its name nor one file in such a folder.
pub fn places(root: &Path) -> Result<BTreeMap<ArticleFileId, PathBuf>> {
    let (top, mut places) = (root.join(TOP), BTreeMap::new());
    if !top.is_dir() {
        return Ok(places);
    }
    for folder in entries(&top)? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let id = name.parse::<ArticleFileId>();
        let id = id.ok().with_context(|| format!("{}: no id of a file", folder.display()))?;
        match entries(&folder)?.as_slice() {
            [file] if file.is_file() => places.insert(id, file.clone()),
            _ => bail!("{}: one file belongs into it", folder.display()),
        };
    }
    Ok(places)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(cannot)? {
        paths.push(entry.with_context(cannot)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// What texts of a folder name that is not beside them, a line each.
pub fn lacking(folder: &Folder, places: &BTreeMap<ArticleFileId, PathBuf>) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &folder.articles {
        let path = folder::path(file.lang, &file.section, &file.slug);
        let names = wanted(&markdown::render(&file.body).html);
        let lacking = named_in(&names).into_iter().filter(|id| !places.contains_key(id));
        lines.extend(lacking.map(|id| format!("{path}: {TOP}/{id} is not in the folder")));
    }
    lines
}

/// Brings a folder's files into a brand's help centre. What is there already stays; returns how many were not.
///
/// # Errors
/// For a file that articles do not take, and one that differs from the one of its id in the desk; what the desk refuses.
pub async fn bring(
    desk: &Desk,
    cx: &mut Cx,
    brand_id: BrandId,
    places: &BTreeMap<ArticleFileId, PathBuf>,
) -> Result<usize> {
    let mut n = 0;
    for (id, path) in places {
        let bytes = read(path)?;
        let ids = BTreeSet::from([*id]);
        let known = desk.read(async move |rx| view::among(rx, brand_id, &ids).await).await?;
        match known.first() {
            None => {
                bring_one(desk, cx, (brand_id, *id), path, bytes).await?;
                n += 1;
            }
            Some(file) => ensure!(
                is_same(desk, cx, file, path, bytes).await?,
                "{}: the desk has another file of this id",
                path.display()
            ),
        }
    }
    Ok(n)
}

async fn bring_one(
    desk: &Desk,
    cx: &mut Cx,
    (brand_id, id): (BrandId, ArticleFileId),
    path: &Path,
    bytes: Bytes,
) -> Result<()> {
    let blob = desk.blob();
    let (name, taken) = store(desk, cx, path, bytes).await?;
    if !is_usable(&taken.content_type, taken.metadata) {
        blob.delete(taken.id).await?;
        bail!("{}: articles take pictures, PDF files and plain text", path.display());
    }
    let pixels = pixels(blob, &taken).await?;
    let new = NewFile {
        id,
        brand_id,
        blob_id: taken.id,
        file_name: name,
        content_type: taken.content_type,
        stored: taken.stored,
        pixels,
        scan: desk.scanning() != Scanning::Off,
    };
    desk.write(cx.fork(), async move |tx, cx| add(tx, cx, &new).await)
        .await
        .with_context(|| path.display().to_string())?;
    Ok(())
}

/// Says whether a file of a folder is the one that the desk has. What holds metadata or secrets rests without them.
async fn is_same(
    desk: &Desk,
    cx: &mut Cx,
    file: &ArticleFile,
    path: &Path,
    bytes: Bytes,
) -> Result<bool> {
    if whole(desk, file).await? == bytes {
        return Ok(true);
    }
    let (_name, taken) = store(desk, cx, path, bytes).await?;
    desk.blob().delete(taken.id).await?;
    Ok(file.sha256 == taken.stored.sha256)
}

/// Stores a file of a folder as one that is uploaded.
async fn store(desk: &Desk, cx: &mut Cx, path: &Path, bytes: Bytes) -> Result<(Clean, Taken)> {
    let (blob, blob_id, fresh): (_, AttachmentId, AttachmentId) = (desk.blob(), cx.id(), cx.id());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = Clean::line("file_name", &safe_file_name(&name), limits::FILE_NAME_CHARS)?;
    let body = stream::iter([Ok(bytes)]).boxed();
    let stored = blob.put(blob_id, body, limits::ARTICLE_FILE_BYTES).await?;
    let taken = take(blob, blob_id, stored, None, name.as_str(), fresh).await?;
    Ok((name, taken))
}

fn read(path: &Path) -> Result<Bytes> {
    let cannot = || format!("cannot read {}", path.display());
    let size = std::fs::metadata(path).with_context(cannot)?.len();
    let most = limits::ARTICLE_FILE_BYTES;
    ensure!((1..=most).contains(&size), "{}: of 1 to {most} bytes", path.display());
    Ok(std::fs::read(path).with_context(cannot)?.into())
}

/// Writes the files that public texts of a brand name into a folder, and returns where.
///
/// # Errors
/// When one cannot be read or written.
pub async fn carry(desk: &Desk, brand_id: BrandId, root: &Path) -> Result<BTreeSet<PathBuf>> {
    let read = desk.read(async move |rx| view::published(rx, &Viewer::Operator, brand_id).await);
    let mut written = BTreeSet::new();
    for file in read.await? {
        let folder = root.join(TOP).join(file.id.to_string());
        let path = folder.join(&file.file_name);
        let cannot = || format!("cannot write {}", path.display());
        std::fs::create_dir_all(&folder).with_context(cannot)?;
        std::fs::write(&path, whole(desk, &file).await?).with_context(cannot)?;
        written.insert(path);
    }
    Ok(written)
}

async fn whole(desk: &Desk, file: &ArticleFile) -> Result<Bytes> {
    let size = file.size.unsigned_abs();
    let mut body = desk.blob().get(file.blob_id, &file.sealed_key, size, 0..size).await?;
    let mut bytes = BytesMut::new();
    while let Some(piece) = body.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(bytes.freeze())
}
