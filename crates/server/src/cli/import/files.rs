//! The files that messages name, from a folder into the file store.

use std::path::{Component, Path};

use anyhow::{Context as _, Result};
use bytes::Bytes;
use futures_util::stream;
use proofdesk_channels::file_name::{LONGEST_CHARS, safe_file_name};
use proofdesk_channels::intake;
use proofdesk_desk::attachment::actions::BroughtFile;
use proofdesk_desk::blob::{BlobError, ByteStream};
use proofdesk_desk::id::AttachmentId;
use proofdesk_desk::text::Clean;
use proofdesk_desk::transfer::line::AttachmentLine;
use proofdesk_desk::{Cx, Desk, limits};

/// Pieces in which a file is read.
const PIECE: usize = 1 << 16;

/// What came of looking for a file.
pub enum Found {
    File(Box<BroughtFile>),
    /// It does not lie there, or nobody said where to look.
    Missing,
    /// It is too large, or empty.
    Refused,
}

/// Stores a file as it may rest: its text read by the guard, its picture without what it says beside its pixels.
///
/// # Errors
/// Those of the file store, and of a folder that cannot be read.
pub async fn take(
    desk: &Desk,
    cx: &mut Cx,
    folder: Option<&Path>,
    line: &AttachmentLine,
) -> Result<Found> {
    let (Some(folder), Some(name)) = (folder, &line.file) else { return Ok(Found::Missing) };
    // What stands in a line leads nowhere but into the folder.
    let is_plain = Path::new(name).components().count() == 1
        && matches!(Path::new(name).components().next(), Some(Component::Normal(_)));
    let path = folder.join(name);
    if !is_plain || !path.is_file() {
        return Ok(Found::Missing);
    }
    let file = tokio::fs::File::open(&path);
    let file = file.await.with_context(|| format!("cannot open {}", path.display()))?;
    let id: AttachmentId = cx.id();
    let stored = match desk.blob().put(id, pieces(file), limits::ATTACHMENT_BYTES).await {
        Ok(stored) if stored.size > 0 => stored,
        Ok(_) | Err(BlobError::TooLarge { .. }) => return Ok(Found::Refused),
        Err(error) => return Err(error.into()),
    };
    let shown = safe_file_name(&line.name);
    let declared = line.content_type.as_deref();
    let fresh = cx.id();
    let taken = intake::take(desk.blob(), id, stored, declared, &shown, fresh).await?;
    let file_name = Clean::line("file_name", &shown, LONGEST_CHARS)?;
    Ok(Found::File(Box::new(BroughtFile {
        id: taken.id,
        file_name,
        content_type: taken.content_type,
        stored: taken.stored,
        leaks: taken.leaks,
        metadata: taken.metadata,
    })))
}

fn pieces(file: tokio::fs::File) -> ByteStream {
    use tokio::io::AsyncReadExt as _;
    let next = |mut file: tokio::fs::File| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await.map_err(|error| BlobError::Io(Box::new(error)))?;
        piece.truncate(read);
        Ok::<_, BlobError>((read > 0).then(|| (Bytes::from(piece), file)))
    };
    Box::pin(stream::try_unfold(file, next))
}
