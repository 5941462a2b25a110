//! `/api/v1/article-files` and `/{lang}/help/files`: pictures and files of the help centre, for whom the texts that name them are.

use std::path::Path;

use bytes::Bytes;
use proofdesk_desk::article::import::export;
use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_desk::viewer::Viewer;
use proofdesk_server::help::{self, carried};
use proofdesk_testkit::{Answer, Client, Engine, NewMember, Setup, TestApp};
use serde_json::{Value, json};

fn chunk(kind: &[u8; 4], contents: &[u8]) -> Vec<u8> {
    let size = u32::try_from(contents.len()).expect("a short one").to_be_bytes();
    [size.as_slice(), kind, contents, &[0; 4]].concat()
}

/// A picture that is followed to its end, and says where it was taken.
fn png() -> Vec<u8> {
    let mut head = Vec::new();
    head.extend(640_u32.to_be_bytes());
    head.extend(480_u32.to_be_bytes());
    head.extend([8, 6, 0, 0, 0]);
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"tEXt", b"Location\0at home"),
        chunk(b"IDAT", &[]),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

async fn both() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = Setup::on(engine).start().await;
        section(&app).await;
        apps.push(app);
    }
    apps
}

async fn section(app: &TestApp) {
    let names = json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] });
    app.admin.put("/api/v1/help-sections/fees").json(&names).send().await.expect(204);
}

async fn sent(client: &Client, name: &str, kind: &str, bytes: impl Into<Bytes>) -> Answer {
    let call = client.post("/api/v1/article-files").header("x-file-name", name);
    call.bytes(kind, bytes).send().await
}

fn id_of(file: &Value) -> &str {
    file["id"].as_str().expect("an id")
}

async fn begun(app: &TestApp, slug: &str, audience: &str, body: &str) -> String {
    let new = json!({
        "slug": slug, "section": "fees", "kind": "guide", "audience": audience, "lang": "en",
        "review_days": 90, "title": slug, "summary": slug, "body": body,
    });
    let made = app.admin.post("/api/v1/articles").json(&new).send().await.expect(201).json();
    id_of(&made).to_owned()
}

async fn publish(app: &TestApp, id: &str) {
    let path = format!("/api/v1/articles/{id}/texts/en/status");
    let to = json!({ "status": "published" });
    app.admin.put(&path).if_match(1).json(&to).send().await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_shown_to_whom_its_article_is() {
    for app in both().await {
        let file = sent(&app.admin, "a%20shot.png", "image/png", png()).await.expect(201).json();
        assert_eq!(file["content_type"], "image/png");
        assert_eq!((&file["width"], &file["height"]), (&json!(640), &json!(480)));
        let id = id_of(&file);
        // Editors see it before any text does.
        let own = app.admin.get(&format!("/api/v1/article-files/{id}")).send().await.expect(200);
        assert!(!own.text().contains("at home"), "it says where it was taken");
        assert_eq!(own.header("cache-control"), "private, no-cache");
        let shown = format!("![A shot](image:{id})");
        let preview = json!({ "lang": "en", "body": format!("{shown} ![x](image:nothing)") });
        let preview = app.admin.post("/api/v1/article-previews").json(&preview).send().await;
        let preview = preview.expect(200).json();
        let html = preview["html"].as_str().expect("a text");
        assert!(html.contains(&format!("/api/v1/article-files/{id}?brand_id=")), "{html}");
        assert_eq!(preview["broken"], json!(["image:nothing"]));

        let article = begun(&app, "shown", "public", &shown).await;
        let (nobody, grace) = (app.anonymous(), app.customer("grace").await);
        let path = format!("/en/help/files/{id}/a%20shot.png");
        nobody.get(&path).send().await.expect(404);
        publish(&app, &article).await;
        let page = nobody.get("/en/help/shown").header("accept", "text/html").send().await;
        let page = page.expect(200).text();
        assert!(
            page.contains(&format!("src=\"{path}\" width=\"640\" height=\"480\" alt=\"A shot\"")),
            "{page}"
        );
        let whole = nobody.get(&path).send().await.expect(200);
        assert_eq!(whole.header("content-type"), "image/png");
        assert_eq!(whole.header("cache-control"), "public, max-age=300");
        assert!(whole.header("content-security-policy").contains("sandbox"));
        let tag = whole.header("etag").to_owned();
        nobody.get(&path).header("if-none-match", &tag).send().await.expect(304);
        let part = nobody.get(&path).header("range", "bytes=1-3").send().await.expect(206);
        assert_eq!(part.text(), "PNG");

        // What is for customers who are signed in is nobody else's, and no cache between keeps it.
        let form = sent(&app.admin, "form.txt", "text/plain", "Words.").await.expect(201).json();
        let id = id_of(&form);
        let body = format!("[The form](file:{id})");
        publish(&app, &begun(&app, "inside", "signed_in", &body).await).await;
        let path = format!("/en/help/files/{id}/form.txt");
        nobody.get(&path).send().await.expect(404);
        let own = grace.get(&path).send().await.expect(200);
        assert_eq!(
            (own.text().as_str(), own.header("cache-control")),
            ("Words.", "private, no-cache")
        );
        grace.get(&format!("/api/v1/article-files/{id}")).send().await.expect(403);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_articles_do_not_take_leaves_nothing() {
    let app = TestApp::sqlite().await;
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    sent(&app.admin, "x.png", "image/png", svg).await.refused("article-file-type");
    sent(&app.admin, "x.html", "text/html", "<!doctype html><p>x</p>")
        .await
        .refused("article-file-type");
    // A picture that ends in the middle may still say where it was taken.
    let cut = png().into_iter().take(60).collect::<Vec<u8>>();
    sent(&app.admin, "x.png", "image/png", cut).await.refused("article-file-type");
    sent(&app.admin, "x.txt", "text/plain", "").await.refused("attachment-empty");
    let large = usize::try_from(limits::ARTICLE_FILE_BYTES).expect("a length") + 1;
    sent(&app.admin, "x.txt", "text/plain", vec![b'a'; large])
        .await
        .refused("attachment-too-large");
    let new = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
    sent(&app.member(new).await.client, "x.png", "image/png", png()).await.refused("no-permission");
    section(&app).await;
    let new = json!({
        "slug": "silent", "section": "fees", "kind": "guide", "audience": "public", "lang": "en",
        "review_days": 90, "title": "Silent", "summary": "Silent", "body": "![](image:0190a)",
    });
    let refused = app.admin.post("/api/v1/articles").json(&new).send().await;
    refused.refused("image-without-words");
}

/// A help centre as a folder has it: texts by path, and files by their ids.
async fn carried_out(app: &TestApp, root: &Path) -> Vec<(String, Vec<u8>)> {
    let brand_id = app.brand_id;
    let texts = app.desk().read(async move |rx| export(rx, &Viewer::Operator, brand_id).await);
    let mut all = Vec::new();
    for (path, text) in texts.await.expect("they are read") {
        let to = root.join(&path);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("room");
        std::fs::write(&to, &text).expect("room");
        all.push((path, text.into_bytes()));
    }
    for path in carried::carry(app.desk(), brand_id, root).await.expect("they are written") {
        let bytes = std::fs::read(&path).expect("it is there");
        let path = path.strip_prefix(root).expect("below it").display().to_string();
        all.push((path, bytes));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_carries_pictures_from_one_desk_to_another() {
    for (from, into) in both().await.into_iter().zip(both().await) {
        let file = sent(&from.admin, "a%20shot.png", "image/png", png()).await.expect(201).json();
        let unused = sent(&from.admin, "b.png", "image/png", png()).await.expect(201).json();
        let body = format!("![A shot](image:{})", id_of(&file));
        publish(&from, &begun(&from, "shown", "public", &body).await).await;
        let folder = tempfile::tempdir().expect("a folder");
        let first = carried_out(&from, folder.path()).await;
        let name = format!("files/{}/a shot.png", id_of(&file));
        assert!(first.iter().any(|(path, _)| *path == name), "it is carried");
        assert!(!first.iter().any(|(path, _)| path.contains(id_of(&unused))));

        let files = help::files(folder.path()).expect("they are read");
        let (read, _) = help::read(&files).expect("it is sound");
        let places = carried::places(folder.path()).expect("they are found");
        assert!(carried::lacking(&read, &places).is_empty());
        let mut cx = into.operator();
        let bring = carried::bring(into.desk(), &mut cx, into.brand_id, &places);
        assert_eq!(bring.await.expect("they go in"), 1);
        help::import(into.desk(), &mut cx, into.brand_id, &read).await.expect("it goes in");
        let again = carried::bring(into.desk(), &mut cx, into.brand_id, &places);
        assert_eq!(again.await.expect("they are there"), 0);
        let path = format!("/en/help/files/{}/x", id_of(&file));
        into.anonymous().get(&path).send().await.expect(200);
        let other = tempfile::tempdir().expect("a folder");
        assert_eq!(carried_out(&into, other.path()).await, first);
        // A folder whose picture still says where it was taken has the same one: here it came in without.
        let place = places.values().next().expect("one");
        std::fs::write(place, png()).expect("room");
        let spoken = carried::bring(into.desk(), &mut cx, into.brand_id, &places);
        assert_eq!(spoken.await.expect("it is the same"), 0);
        // Other bytes under the same id are somebody's slip.
        std::fs::write(place, b"other words").expect("room");
        carried::bring(into.desk(), &mut cx, into.brand_id, &places).await.expect_err("another");
        std::fs::remove_file(place).expect("it was there");
        std::fs::remove_dir(place.parent().expect("its folder")).expect("it is empty");
        let none = carried::places(folder.path()).expect("they are found");
        assert_eq!(carried::lacking(&read, &none).len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_is_a_card_where_its_host_is_configured() {
    let setup = Setup::on(Engine::Sqlite)
        .config(|config| config.help.video_hosts = vec!["Films.example".to_owned()]);
    let app = setup.start().await;
    section(&app).await;
    let body = "[How it works](https://films.example/1)\n\n[Not here](https://other.example/1)";
    publish(&app, &begun(&app, "film", "public", body).await).await;
    let page = app.anonymous().get("/en/help/film").header("accept", "text/html").send().await;
    let page = page.expect(200).text();
    assert_eq!(page.matches("<p class=\"film\">").count(), 1, "{page}");
    assert!(page.contains("Video, opens in a new tab"), "{page}");
    let preview = json!({ "lang": "en", "body": body });
    let preview = app.admin.post("/api/v1/article-previews").json(&preview).send().await;
    let html = preview.expect(200).json()["html"].as_str().expect("a text").to_owned();
    assert_eq!(html.matches("<p class=\"film\">").count(), 1, "{html}");
}
