//! The help centre's routes of the API.

use proofdesk_desk::id::MissedSearchId;
use proofdesk_desk::missed_search::actions::note;
use proofdesk_locale::Locale;
use proofdesk_store::params;
use proofdesk_testkit::TestApp;
use serde_json::{Value, json};

use super::{By, Case, Fixtures, made};

fn term() -> Value {
    json!({ "see": [], "texts": [
        { "lang": "en", "term": "memo", "definition": "Says whose deposit it is.", "forms": ["memo"] }
    ] })
}

fn section() -> Value {
    json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] })
}

fn new(slug: &str) -> Value {
    json!({
        "slug": slug, "section": "fees", "kind": "guide", "audience": "public", "lang": "en", "review_days": 90,
        "title": "What it costs", "summary": "All fees.", "body": "Ask for a memo.",
    })
}

/// A file for articles.
pub(super) async fn file(app: &TestApp) -> String {
    let upload = app.admin.post("/api/v1/article-files").header("x-file-name", "form.txt");
    let file = upload.bytes("text/plain", "a form").send().await.expect(201).json();
    file["id"].as_str().expect("an id").to_owned()
}

/// A public article in a section, which names a file, and a term. Several brands come later, so each names none.
pub(super) async fn article(app: &TestApp, file: &str) -> String {
    for slug in ["fees", "doomed"] {
        let path = format!("/api/v1/help-sections/{slug}");
        app.admin.put(&path).json(&section()).send().await.expect(204);
    }
    for slug in ["memo", "doomed"] {
        let path = format!("/api/v1/glossary-terms/{slug}");
        app.admin.put(&path).json(&term()).send().await.expect(200);
    }
    let mut new = new("what-it-costs");
    new["body"] = json!(format!("Ask for a memo, or fill in [the form](file:{file})."));
    let id = made(app, "/api/v1/articles", new).await;
    let path = format!("/api/v1/articles/{id}/texts/en/status");
    let published = json!({ "status": "published" });
    app.admin.put(&path).if_match(1).json(&published).send().await.expect(200);
    id
}

/// Words that were looked for in vain.
pub(super) async fn missed(app: &TestApp, words: &'static str) -> String {
    let brand_id = app.brand_id;
    app.act(app.operator(), async move |tx, cx| {
        note(tx, cx, brand_id, Locale::En, words, "127.0.0.1").await
    })
    .await;
    let row = app.look(async move |rx| {
        let sql = "select id from missed_search where words = $1";
        Ok(rx.query_one::<(MissedSearchId,)>(sql, params![words]).await?)
    });
    row.await.0.to_string()
}

impl Fixtures {
    pub(super) fn of_help(&self) -> Vec<Case> {
        let (id, brand) = (self.ids.article.as_str(), self.ids.brand.as_str());
        let file = self.ids.article_file.as_str();
        let (missed, doomed) = (self.ids.missed.as_str(), self.ids.doomed_missed.as_str());
        let with_brand = |mut body: Value| {
            body["brand_id"] = json!(brand);
            body
        };
        let of_brand = format!("brand_id={brand}");
        let text = json!({ "title": "费用", "summary": "全部费用。", "body": "全部。", "source_number": 1 });
        vec![
            Case::new("GET /api/v1/articles", &[], 200).query("limit=2"),
            Case::new("POST /api/v1/articles", &[], 201).json(with_brand(new("another"))),
            Case::new("GET /api/v1/articles/{id}", &[id], 200).scoped(),
            Case::new("PATCH /api/v1/articles/{id}", &[id], 200)
                .change(1, json!({ "review_days": 30 }))
                .scoped(),
            Case::new("PUT /api/v1/articles/{id}/review", &[id], 200)
                .header("if-match", "\"2\"")
                .scoped(),
            Case::new("GET /api/v1/articles/{id}/publishers", &[id], 200).scoped(),
            Case::new("GET /api/v1/articles/{id}/feedback", &[id], 200).scoped(),
            Case::new("PUT /api/v1/articles/{id}/texts/{lang}", &[id, "zh-Hans"], 200)
                .json(text)
                .scoped(),
            Case::new("PUT /api/v1/articles/{id}/texts/{lang}/status", &[id, "zh-Hans"], 200)
                .change(1, json!({ "status": "in_review" }))
                .scoped(),
            Case::new("GET /api/v1/articles/{id}/texts/{lang}/versions", &[id, "en"], 200).scoped(),
            Case::new(
                "GET /api/v1/articles/{id}/texts/{lang}/versions/{number}",
                &[id, "en", "1"],
                200,
            )
            .scoped(),
            Case::new("POST /api/v1/article-previews", &[], 200)
                .json(json!({ "lang": "en", "brand_id": brand, "body": "Words" })),
            Case::new("POST /api/v1/article-files", &[], 201)
                .query(&of_brand)
                .bytes("text/plain", b"a file"),
            Case::new("GET /api/v1/article-files/{id}", &[file], 200).scoped(),
            Case::new("GET /api/v1/help-sections", &[], 200).query(&of_brand),
            Case::new("PUT /api/v1/help-sections/{slug}", &["fees"], 204)
                .change(1, with_brand(section())),
            Case::new("PUT /api/v1/help-section-order", &[], 204)
                .json(with_brand(json!({ "slugs": ["fees"] }))),
            Case::new("DELETE /api/v1/help-sections/{slug}", &["doomed"], 204).query(&of_brand),
            Case::new("GET /api/v1/glossary-terms", &[], 200).query(&of_brand),
            Case::new("PUT /api/v1/glossary-terms/{slug}", &["memo"], 200)
                .change(1, with_brand(term())),
            Case::new("DELETE /api/v1/glossary-terms/{slug}", &["doomed"], 204)
                .query(&of_brand)
                .header("if-match", "\"1\""),
            Case::new("GET /api/v1/help/search", &[], 200).query("q=fees").by(By::Anonymous),
            Case::new("POST /api/v1/help/suggestions", &[], 200)
                .json(json!({ "text": "What are the fees?", "lang": "en" }))
                .by(By::Anonymous),
            Case::new("GET /api/v1/tickets/{id}/articles", &[self.ticket.as_str()], 200).scoped(),
            Case::new("GET /api/v1/tickets/{id}/article-draft", &[self.ticket.as_str()], 200)
                .scoped(),
            Case::new("GET /api/v1/help/gaps", &[], 200).query(&of_brand),
            Case::new("GET /api/v1/help/lost-links", &[], 200).query(&of_brand),
            Case::new("GET /api/v1/article-reviews", &[], 200).query("soon=true"),
            Case::new("GET /api/v1/article-review-reminders", &[], 200),
            Case::new("DELETE /api/v1/article-review-reminders", &[], 204),
            Case::new("GET /api/v1/article-handovers", &[], 200),
            Case::new("DELETE /api/v1/article-handovers", &[], 204),
            Case::new("PUT /api/v1/missed-searches/{id}/article", &[missed], 204)
                .json(json!({ "article_id": id }))
                .scoped(),
            Case::new("DELETE /api/v1/missed-searches/{id}", &[doomed], 204).scoped(),
            Case::new("GET /api/v1/articles/{id}/words", &[id], 200).scoped(),
            // The words that were missed are its own by now.
            Case::new("PUT /api/v1/articles/{id}/words/{lang}", &[id, "en"], 204)
                .change(1, json!({ "words": ["cost"] }))
                .scoped(),
            Case::new("GET /{lang}/help/search", &["en"], 200).query("q=fees").by(By::Anonymous),
            Case::new("GET /help", &[], 303).by(By::Anonymous),
            Case::new("GET /{lang}/help", &["ja"], 200).by(By::Anonymous),
            Case::new("GET /{lang}/help/glossary", &["en"], 200).by(By::Anonymous),
            Case::new("GET /{lang}/help/glossary/{slug}", &["en", "memo"], 200).by(By::Anonymous),
            Case::new("GET /{lang}/help/sections/{section}", &["en", "fees"], 200)
                .by(By::Anonymous),
            Case::new("GET /{lang}/help/tables/{name}", &["en", "nothing"], 404).by(By::Anonymous),
            Case::new("GET /{lang}/help/files/{id}/{name}", &["en", file, "form.txt"], 200)
                .by(By::Anonymous),
            Case::new("GET /{lang}/help/{slug}", &["en", "what-it-costs"], 200).by(By::Anonymous),
            Case::new("POST /{lang}/help/{slug}/feedback", &["en", "what-it-costs"], 303)
                .form(&[("helpful", "yes")])
                .by(By::Anonymous),
            Case::new("GET /robots.txt", &[], 200).by(By::Anonymous),
            Case::new("GET /sitemap.xml", &[], 200).by(By::Anonymous),
        ]
    }
}
