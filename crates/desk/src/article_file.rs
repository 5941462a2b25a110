//! Pictures and files that articles show and lead to: sealed bytes in the blob store, named in texts by their id. A reader gets
//! one while a published text that they may read names it.

pub mod actions;
pub mod event;
pub(crate) mod mask;
pub(crate) mod sql;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub mod view;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::article::fill::{Image, Known};
use crate::attachment::{Attachment, Metadata, Scan};
use crate::id::{ArticleFileId, AttachmentId, BrandId};
use crate::time::Timestamp;

pub use sql::ALL;

/// What stands before the id of a picture among the names of references.
const IMAGE: &str = "image.";
/// The same of a file that a link leads to.
const FILE: &str = "file.";

/// A file's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    /// By which texts name it. It comes along with a folder.
    pub id: ArticleFileId,
    pub brand_id: BrandId,
    /// Under which its bytes rest.
    pub blob_id: AttachmentId,
    /// Made safe: no path, no control or direction characters.
    pub file_name: String,
    /// Told from the bytes.
    pub content_type: String,
    /// Plain bytes.
    pub size: i64,
    /// Of the plain bytes.
    pub sha256: Vec<u8>,
    /// The object's own key, sealed.
    pub sealed_key: Vec<u8>,
    /// Of a picture, in pixels as it is shown; `None` where it does not say.
    pub width: Option<i64>,
    pub height: Option<i64>,
    pub uploader_kind: String,
    pub uploader_id: Option<uuid::Uuid>,
    pub created_at: Timestamp,
    pub scan: Scan,
    /// What the scanner calls what it found, or why it could not tell.
    pub scan_note: Option<String>,
}

impl ArticleFile {
    /// Says whether a text can show it in place.
    pub fn is_picture(&self) -> bool {
        is_picture(&self.content_type)
    }

    /// As whoever serves, scans and looks for files takes one.
    pub fn as_attachment(&self) -> Attachment {
        Attachment {
            id: self.blob_id,
            brand_id: self.brand_id,
            uploader_kind: self.uploader_kind.clone(),
            uploader_id: self.uploader_id,
            ticket_id: None,
            message_id: None,
            file_name: self.file_name.clone(),
            content_type: self.content_type.clone(),
            size: self.size,
            sha256: self.sha256.clone(),
            blob_id: self.blob_id,
            sealed_key: Some(self.sealed_key.clone()),
            created_at: self.created_at,
            erased_at: None,
            leaks: Vec::new(),
            metadata: None,
            scan: self.scan,
            scan_note: self.scan_note.clone(),
        }
    }

    /// Its id and name as the end of an address.
    pub fn path(&self) -> String {
        let mut path = format!("{}/", self.id);
        for byte in self.file_name.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
                path.push(char::from(byte));
            } else {
                // Writing into a string cannot fail.
                let _written = write!(path, "%{byte:02X}");
            }
        }
        path
    }
}

/// Says whether a browser shows such a file in place.
pub fn is_picture(content_type: &str) -> bool {
    matches!(content_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif")
}

/// Says whether articles take files of a type, which was told from their bytes.
fn is_taken(content_type: &str) -> bool {
    is_picture(content_type) || matches!(content_type, "application/pdf" | "text/plain")
}

/// Says whether articles take a file: of such a type, and no picture whose metadata nobody could take out.
pub fn is_usable(content_type: &str, metadata: Option<Metadata>) -> bool {
    is_taken(content_type) && metadata != Some(Metadata::Kept)
}

/// What a name says of a file: whether it is to be shown in place, and its id as it was typed.
pub(crate) fn named(name: &str) -> Option<(bool, &str)> {
    let image = name.strip_prefix(IMAGE).map(|id| (true, id));
    image.or_else(|| name.strip_prefix(FILE).map(|id| (false, id)))
}

/// The ids of files among the names of references.
pub fn named_in(names: &BTreeSet<String>) -> BTreeSet<ArticleFileId> {
    names.iter().filter_map(|name| named(name)?.1.parse().ok()).collect()
}

/// Adds to what is known of references the files that are there.
pub fn show(
    known: &mut Known,
    names: &BTreeSet<String>,
    files: &[ArticleFile],
    address: impl Fn(&ArticleFile) -> String,
) {
    for name in names {
        let Some((is_image, id)) = named(name) else { continue };
        let Ok(id) = id.parse::<ArticleFileId>() else { continue };
        let Some(file) = files.iter().find(|file| file.id == id) else { continue };
        if !is_image {
            known.links.insert(name.clone(), address(file));
        } else if file.is_picture() {
            let (width, height) = (file.width, file.height);
            known.images.insert(name.clone(), Image { address: address(file), width, height });
        }
    }
}

/// The pictures and files among the names that nothing is known of, as a text writes them.
pub fn missing(names: &BTreeSet<String>, known: &Known) -> Vec<String> {
    let is_missing = |name: &&String| {
        named(name).is_some_and(|(is_image, _)| match is_image {
            true => !known.images.contains_key(*name),
            false => !known.links.contains_key(*name),
        })
    };
    names.iter().filter(is_missing).map(|name| name.replacen('.', ":", 1)).collect()
}
