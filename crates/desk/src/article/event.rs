//! Frozen payloads. The texts are in the versions, which never change; the log has their digests.

use super::Status;
use crate::id::{ArticleId, BrandId};
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    ArticleCreated = "article.created" v 1 { article_id: ArticleId, brand_id: BrandId, slug: String }

    /// `fields` are the names of what changed; `slug` is the new one, where that did.
    ArticleChanged = "article.changed" v 1 { article_id: ArticleId, fields: Vec<String>, slug: Option<String> }

    /// A version was written. `digest` is SHA-256 of title, summary, tags and body, each after its length.
    ArticleWritten = "article.written" v 1 { article_id: ArticleId, lang: String, number: i64, source_number: Option<i64>, digest: String }

    /// Newer rules of the guard masked something in a version. `digest` is that of what is left, as of [`ArticleWritten`].
    ArticleMasked = "article.masked" v 1 { article_id: ArticleId, lang: String, number: i64, digest: String }

    /// A text stands elsewhere now. `publish_at` of a scheduled one.
    ArticleMoved = "article.moved" v 1 { article_id: ArticleId, lang: String, number: i64, status: Status, publish_at: Option<Timestamp> }

    /// The words by which it is found besides were set: so many. They are in the rows.
    ArticleWordsSet = "article.words_set" v 1 { article_id: ArticleId, lang: String, n: i64 }

    /// Somebody read it again and found that it holds.
    ArticleReviewed = "article.reviewed" v 1 { article_id: ArticleId }
}
