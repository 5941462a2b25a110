//! Frozen payloads. The texts are in the versions, which never change; the log has their digests.

use serde_json::Value;

use super::{Audience, Kind, Status};
use crate::id::{ArticleId, BrandId, HelpSectionId};
use crate::log::upcast::Upcaster;
use crate::payload::payloads;
use crate::time::Timestamp;

payloads! {
    /// What it is and who may read it is `None` in what version 1 of this said, which did not speak of it; from which tier on, and in
    /// which countries, in what version 2 said.
    ArticleCreated = "article.created" v 3 {
        article_id: ArticleId, brand_id: BrandId, slug: String, section_id: Option<HelpSectionId>, kind: Option<Kind>,
        audience: Option<Audience>, min_tier: Option<i64>, countries: Option<Vec<String>>,
    }

    /// `fields` are the names of what changed; the others are what it is from now on, where that did. Version 1 of this told the new slug
    /// alone, and version 2 nothing of tiers and countries.
    ArticleChanged = "article.changed" v 3 {
        article_id: ArticleId, fields: Vec<String>, slug: Option<String>, section_id: Option<HelpSectionId>, kind: Option<Kind>,
        audience: Option<Audience>, min_tier: Option<i64>, countries: Option<Vec<String>>,
    }

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

    /// A translation was let go though it does not say these terms of the glossary, by slug, as that does; and why.
    ArticleTermsWaived = "article.terms_waived" v 1 { article_id: ArticleId, lang: String, number: i64, terms: Vec<String>, reason: String }

    /// The words by which it is found besides were set: so many. They are in the rows.
    ArticleWordsSet = "article.words_set" v 1 { article_id: ArticleId, lang: String, n: i64 }

    /// Somebody read it again and found that it holds.
    ArticleReviewed = "article.reviewed" v 1 { article_id: ArticleId }
}

/// What makes today's payloads of older ones.
pub(super) const UPCASTERS: &[Upcaster] = &[
    Upcaster { kind: "article.created", from: 1, lift: |old| silent(old, &WHAT_IT_IS) },
    Upcaster { kind: "article.changed", from: 1, lift: |old| silent(old, &WHAT_IT_IS) },
    Upcaster { kind: "article.created", from: 2, lift: |old| silent(old, &WHO_OF_THEM) },
    Upcaster { kind: "article.changed", from: 2, lift: |old| silent(old, &WHO_OF_THEM) },
    Upcaster { kind: "article.written", from: 1, lift: |old| silent(old, &["html_digest"]) },
];

const WHAT_IT_IS: [&str; 3] = ["section_id", "kind", "audience"];
const WHO_OF_THEM: [&str; 2] = ["min_tier", "countries"];

/// A payload that does not speak of these fields.
fn silent(mut old: Value, fields: &[&str]) -> Option<Value> {
    let payload = old.as_object_mut()?;
    payload.extend(fields.iter().map(|field| ((*field).to_owned(), Value::Null)));
    Some(old)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::id::{EventId, Id as _};
    use crate::log::upcast::{Said, read};
    use crate::log::view::Event;

    // As the first versions of the payloads were frozen.
    const CREATED: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.created@1.snap");
    const CHANGED: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.changed@1.snap");
    const WRITTEN: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.written@1.snap");

    const CREATED_NEXT: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.created@2.snap");
    const CHANGED_NEXT: &str =
        include_str!("../snapshots/proofdesk_desk__payload__tests__article.changed@2.snap");

    fn first(kind: &str, frozen: &str) -> Event {
        Event {
            id: EventId::from_uuid(uuid::Uuid::nil()),
            stream: "article:x".to_owned(),
            seq: 1,
            at: Timestamp::from_micros(0),
            actor: "operator".to_owned(),
            kind: kind.to_owned(),
            v: 1,
            payload: Some(frozen.rsplit("---\n").next().unwrap().as_bytes().to_vec()),
        }
    }

    #[test]
    fn what_was_told_before_articles_said_what_they_are_still_speaks() {
        let created = first("article.created", CREATED);
        let Said::Known(created) = read::<ArticleCreated>(&created, UPCASTERS) else {
            panic!("{CREATED}");
        };
        assert_eq!(created.slug, "missing-memo");
        assert_eq!((created.section_id, created.kind, created.audience), (None, None, None));
        let changed = first("article.changed", CHANGED);
        let Said::Known(changed) = read::<ArticleChanged>(&changed, UPCASTERS) else {
            panic!("{CHANGED}");
        };
        assert_eq!(changed.slug.as_deref(), Some("missing-memo"));
        assert_eq!((changed.section_id, changed.kind, changed.audience), (None, None, None));
    }

    #[test]
    fn what_was_told_before_articles_were_for_some_customers_still_speaks() {
        let created = Event { v: 2, ..first("article.created", CREATED_NEXT) };
        let Said::Known(created) = read::<ArticleCreated>(&created, UPCASTERS) else {
            panic!("{CREATED_NEXT}");
        };
        assert_eq!(created.audience, Some(Audience::SignedIn));
        assert_eq!((created.min_tier, created.countries), (None, None));
        let changed = Event { v: 2, ..first("article.changed", CHANGED_NEXT) };
        let Said::Known(changed) = read::<ArticleChanged>(&changed, UPCASTERS) else {
            panic!("{CHANGED_NEXT}");
        };
        assert_eq!(changed.kind, Some(Kind::Troubleshooting));
        assert_eq!((changed.min_tier, changed.countries), (None, None));
    }

    #[test]
    fn what_was_written_before_the_html_had_a_digest_still_speaks() {
        let written = first("article.written", WRITTEN);
        let Said::Known(written) = read::<ArticleWritten>(&written, UPCASTERS) else {
            panic!("{WRITTEN}");
        };
        assert_eq!((written.number, written.html_digest), (2, None));
        assert_eq!(written.digest, "07".repeat(32));
    }
}
