//! Frozen payloads. The texts are in the versions, which never change; the log has their digests.

use super::Status;
use crate::id::{ArticleId, BrandId};
use crate::log::upcast::Upcaster;
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    ArticleCreated = "article.created" v 1 { article_id: ArticleId, brand_id: BrandId, slug: String }

    /// `fields` are the names of what changed; `slug` is the new one, where that did.
    ArticleChanged = "article.changed" v 1 { article_id: ArticleId, fields: Vec<String>, slug: Option<String> }

    /// A version was written. `digest` is SHA-256 of title, summary, tags and body, each after its length; `html_digest` that of the HTML
    /// that was made of the body, `None` in what version 1 of this said, which did not speak of it.
    ArticleWritten = "article.written" v 2 {
        article_id: ArticleId, lang: String, number: i64, source_number: Option<i64>, digest: String, html_digest: Option<String>,
    }

    /// Newer rules of the guard masked something in a version. `digest` is that of what is left, as of [`ArticleWritten`].
    ArticleMasked = "article.masked" v 1 {
        article_id: ArticleId, lang: String, number: i64, digest: String, html_digest: String,
    }

    /// A text stands elsewhere now. `publish_at` of a scheduled one.
    ArticleMoved = "article.moved" v 1 { article_id: ArticleId, lang: String, number: i64, status: Status, publish_at: Option<Timestamp> }

    /// The words by which it is found besides were set: so many. They are in the rows.
    ArticleWordsSet = "article.words_set" v 1 { article_id: ArticleId, lang: String, n: i64 }

    /// Somebody read it again and found that it holds.
    ArticleReviewed = "article.reviewed" v 1 { article_id: ArticleId }
}

/// What makes today's payloads of older ones.
pub(super) const UPCASTERS: &[Upcaster] = &[Upcaster {
    kind: "article.written",
    from: 1,
    lift: |mut old| {
        old.as_object_mut()?.insert("html_digest".to_owned(), serde_json::Value::Null);
        Some(old)
    },
}];

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::{EventId, Id as _};
    use crate::log::upcast::{Said, read};
    use crate::log::view::Event;

    /// As the first version of the payload was frozen.
    const FIRST: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.written@1.snap");

    #[test]
    fn what_was_written_before_the_html_had_a_digest_still_speaks() {
        let payload = FIRST.rsplit("---\n").next().unwrap();
        let event = Event {
            id: EventId::from_uuid(uuid::Uuid::nil()),
            stream: "article:x".to_owned(),
            seq: 1,
            at: Timestamp::from_micros(0),
            actor: "operator".to_owned(),
            kind: "article.written".to_owned(),
            v: 1,
            payload: Some(payload.as_bytes().to_vec()),
        };
        let Said::Known(written) = read::<ArticleWritten>(&event, UPCASTERS) else {
            panic!("{payload}");
        };
        assert_eq!((written.number, written.html_digest), (2, None));
        assert_eq!(written.digest, "07".repeat(32));
    }
}
