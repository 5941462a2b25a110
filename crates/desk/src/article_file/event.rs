//! Frozen payloads. Name and bytes of a file are in its row and the blob store; the log has their digests.

use crate::id::{ArticleFileId, BrandId};
use crate::payload::payloads;

payloads! {
    /// `label_digest` is that of name and type, as of a ticket's file.
    ArticleFileAdded = "article_file.added" v 1 {
        file_id: ArticleFileId, brand_id: BrandId, sha256: String, size: i64, label_digest: String,
    }

    /// No version of any text had named it for its time.
    ArticleFileForgotten = "article_file.forgotten" v 1 { file_id: ArticleFileId, brand_id: BrandId }

    /// The guard's newer rules masked its name or the text in it: what it is from now on.
    ArticleFileMasked = "article_file.masked" v 1 {
        file_id: ArticleFileId, brand_id: BrandId, sha256: String, size: i64, label_digest: String,
        kinds: Vec<String>,
    }
    /// The virus scanner found something in it.
    ArticleFileInfected = "article_file.infected" v 1 {
        file_id: ArticleFileId, brand_id: BrandId, sha256: String, signature: String,
    }
}
