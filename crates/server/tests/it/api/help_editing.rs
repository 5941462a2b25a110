//! What editors do to a text by the API: versions, two at once, review and hour, translations and the glossary that they are held to,
//! and a ticket as the beginning of an article.

use std::time::Duration;

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

/// A desk with a section, and an article in English.
struct Written {
    app: TestApp,
    id: String,
}

impl Written {
    async fn both() -> Vec<Self> {
        let mut all = Vec::new();
        for app in TestApp::both().await {
            let names = json!({ "position": 1, "names": [{ "lang": "en", "name": "Fees" }] });
            app.admin.put("/api/v1/help-sections/fees").json(&names).send().await.expect(204);
            let new = json!({
                "slug": "costs", "section": "fees", "kind": "guide", "audience": "public", "lang": "en",
                "review_days": 90, "title": "Costs", "summary": "All.", "body": "Withdrawals cost a fee.",
            });
            let made = app.admin.post("/api/v1/articles").json(&new).send().await.expect(201);
            let id = made.json()["id"].as_str().expect("an id").to_owned();
            all.push(Self { app, id });
        }
        all
    }

    /// The glossary has a word for withdrawals in two languages.
    async fn define_withdrawal(&self) {
        let term = json!({ "texts": [
            { "lang": "en", "term": "withdrawal", "definition": "Coins that leave.", "forms": ["withdrawals"] },
            { "lang": "zh-Hans", "term": "提现", "definition": "币转出。", "forms": ["提币"] },
        ] });
        let set = self.app.admin.put("/api/v1/glossary-terms/withdrawal").json(&term).send();
        set.await.expect(200);
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/v1/articles/{}{rest}", self.id)
    }

    async fn save(&self, lang: &str, seen: Option<i64>, body: &str, source: Option<i64>) -> i64 {
        let text = text(body, source);
        let call = self.app.admin.put(&self.path(&format!("/texts/{lang}"))).json(&text);
        let call = match seen {
            Some(seen) => call.if_match(seen),
            None => call,
        };
        call.send().await.expect(200).version()
    }

    async fn stand(&self, lang: &str, seen: i64, to: &Value) -> i64 {
        let path = self.path(&format!("/texts/{lang}/status"));
        self.app.admin.put(&path).if_match(seen).json(to).send().await.expect(200).version()
    }

    /// Where the text of a language stands.
    async fn text(&self, lang: &str) -> Value {
        let article = self.app.admin.get(&self.path("")).send().await.expect(200).json();
        let texts = article["texts"].as_array().expect("texts");
        texts.iter().find(|text| text["lang"] == lang).expect("a text in the language").clone()
    }

    async fn version(&self, lang: &str, number: i64) -> Value {
        let path = self.path(&format!("/texts/{lang}/versions/{number}"));
        self.app.admin.get(&path).send().await.expect(200).json()
    }

    async fn is_read(&self, words: &str) -> bool {
        let page = self.app.anonymous().get("/en/help/costs").send().await;
        page.text().contains(words)
    }
}

fn text(body: &str, source: Option<i64>) -> Value {
    json!({ "title": "Costs", "summary": "All.", "body": body, "source_number": source })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_saving_is_a_version_that_can_be_taken_back() {
    for world in Written::both().await {
        let published = world.stand("en", 1, &json!({ "status": "published" })).await;
        let draft = world.save("en", Some(published), "Everything is free.", None).await;
        assert!(world.is_read("cost a fee").await, "what is public stays while a draft is written");
        let versions = world.app.admin.get(&world.path("/texts/en/versions")).send().await;
        let versions = versions.expect(200).json();
        let lines = versions["items"].as_array().expect("versions");
        assert_eq!(lines.iter().map(|line| line["number"].clone()).collect::<Vec<_>>(), [2, 1]);
        assert!(lines.iter().all(|line| line["author_id"].is_string()));
        // Taking a version back is saving its words again: no version ever changes.
        let first = world.version("en", 1).await;
        let body = first["body"].as_str().expect("a body").to_owned();
        world.save("en", Some(draft), &body, None).await;
        assert_eq!(world.version("en", 3).await["body"], first["body"]);
        assert_eq!(world.version("en", 2).await["body"], "Everything is free.");
        assert_eq!(world.text("en").await["head"], 3);
        assert_eq!(world.text("en").await["published"], 1);
        world.app.admin.get(&world.path("/texts/en/versions/9")).send().await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_write_at_once_the_slower_is_told_and_nothing_is_lost() {
    for world in Written::both().await {
        world.save("en", Some(1), "The faster.", None).await;
        let path = world.path("/texts/en");
        let slower = || world.app.admin.put(&path).json(&text("The slower.", None));
        slower().if_match(1).send().await.refused("version-conflict").expect(412);
        // Without a version it would be a first text, and there is one.
        slower().send().await.refused("version-conflict").expect(412);
        let any = slower().header("if-match", "*").send().await;
        any.refused("version-required").expect(428);
        let to = json!({ "status": "published" });
        let status = world.path("/texts/en/status");
        let late = world.app.admin.put(&status).if_match(1).json(&to).send().await;
        late.refused("version-conflict").expect(412);
        assert_eq!(world.version("en", 2).await["body"], "The faster.");
        world.app.admin.get(&world.path("/texts/en/versions/3")).send().await.expect(404);
        // The settings too.
        let days = |days: i64| json!({ "review_days": days });
        let article = world.path("");
        world.app.admin.patch(&article).if_match(1).json(&days(30)).send().await.expect(200);
        let late = world.app.admin.patch(&article).if_match(1).json(&days(60)).send().await;
        late.refused("version-conflict").expect(412);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_writes_and_another_who_may_publishes() {
    for world in Written::both().await {
        let grants =
            [(Permission::ArticleRead, Reach::All), (Permission::ArticleWrite, Reach::All)];
        let writer = world.app.member(NewMember::named("writer").grants(grants)).await;
        let status = world.path("/texts/en/status");
        let to = |client: &Client, seen: i64, to: &str| {
            client.put(&status).if_match(seen).json(&json!({ "status": to })).send()
        };
        let seen = to(&writer, 1, "in_review").await.expect(200).version();
        to(&writer, seen, "published").await.refused("no-permission").expect(403);
        assert!(!world.is_read("cost a fee").await);
        to(&world.app.admin, seen, "published").await.expect(200);
        assert!(world.is_read("cost a fee").await);
        // Nor may whoever writes take away what is public.
        to(&writer, seen + 1, "archived").await.refused("no-permission").expect(403);
        to(&world.app.admin, seen + 1, "archived").await.expect(200);
        assert!(!world.is_read("cost a fee").await);
        to(&world.app.admin, seen + 2, "scheduled").await.refused("article-state").expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wrote_a_version_leaves_it_to_another_while_there_is_one() {
    for world in Written::both().await {
        let status = world.path("/texts/en/status");
        let to = |client: &Client, seen: i64, to: Value| {
            client.put(&status).if_match(seen).json(&to).send()
        };
        let published = || json!({ "status": "published" });
        let who = async |client: &Client| {
            let path = world.path("/publishers");
            let all = client.get(&path).send().await.expect(200).json();
            let names = all["items"].as_array().expect("members").iter();
            names.map(|one| one["id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(who(&world.app.admin).await.len(), 1);
        let noor = NewMember::named("noor").role(Builtin::TeamLead).brand(world.app.brand_id);
        let noor = world.app.member(noor).await;
        let all = who(&noor).await;
        assert!(all.len() == 2 && all.contains(&noor.id.to_string()), "{all:?}");
        let refused = to(&world.app.admin, 1, published()).await.expect(409);
        refused.refused("review-by-another");
        let soon = world.app.operator().after(Duration::from_secs(3_600)).to_string();
        let hour = json!({ "status": "scheduled", "publish_at": soon });
        let refused = to(&world.app.admin, 1, hour).await.expect(409);
        refused.refused("review-by-another");
        assert_eq!(world.text("en").await["status"], "draft");
        let seen = to(&world.app.admin, 1, json!({ "status": "in_review" })).await;
        let seen = seen.expect(200).version();
        // She is told until she has looked; whoever wrote it knows.
        let path = "/api/v1/article-handovers";
        let told = async |client: &Client| {
            let told = client.get(path).send().await.expect(200).json();
            told["items"].as_array().expect("items").clone()
        };
        let waiting = told(&noor).await;
        let [one] = waiting.as_slice() else { panic!("{waiting:?}") };
        assert_eq!((&one["article_id"], &one["lang"]), (&json!(world.id), &json!("en")));
        assert_eq!(one["title"], "Costs");
        assert_eq!(told(&world.app.admin).await, Vec::<Value>::new());
        noor.delete(path).send().await.expect(204);
        assert_eq!(told(&noor).await, Vec::<Value>::new());
        to(&noor, seen, published()).await.expect(200);
        assert!(world.is_read("cost a fee").await);
        let elsewhere = NewMember::named("elsewhere").role(Builtin::TeamLead);
        let elsewhere = world.app.member(elsewhere.brand(world.app.brand("other").await.0)).await;
        elsewhere.get(&world.path("/publishers")).send().await.expect(404);
        assert_eq!(who(&noor).await.len(), 2, "who does not see it cannot publish it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_is_in_the_future_and_kept() {
    for world in Written::both().await {
        let status = world.path("/texts/en/status");
        let at = |moment: String| json!({ "status": "scheduled", "publish_at": moment });
        let past = at("2020-01-01T00:00:00Z".to_owned());
        let refused = world.app.admin.put(&status).if_match(1).json(&past).send().await.expect(422);
        assert_eq!(refused.fields(), [("publish_at".to_owned(), "field-invalid".to_owned())]);
        let soon = world.app.operator().after(Duration::from_secs(3_600)).to_string();
        world.stand("en", 1, &at(soon)).await;
        let text = world.text("en").await;
        assert_eq!((&text["status"], &text["published"]), (&json!("scheduled"), &Value::Null));
        assert!(text["publish_at"].is_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_out_of_date_until_somebody_says_that_it_follows() {
    for world in Written::both().await {
        let seen = world.save("zh-Hans", None, "提现要收费。", Some(1)).await;
        assert_eq!(world.text("zh-Hans").await["outdated"], false);
        world.save("en", Some(1), "Withdrawals cost two fees.", None).await;
        assert_eq!(world.text("zh-Hans").await["outdated"], true);
        // A slip is mended, and it says no more than before.
        let seen = world.save("zh-Hans", Some(seen), "提现需要收费。", Some(1)).await;
        assert_eq!(world.text("zh-Hans").await["outdated"], true);
        world.save("zh-Hans", Some(seen), "提现要收两笔费用。", Some(2)).await;
        assert_eq!(world.text("zh-Hans").await["outdated"], false);
        let path = world.path("/texts/ja");
        for source in [None, Some(9)] {
            let text = text("出金", source);
            let refused = world.app.admin.put(&path).json(&text).send().await.expect(422);
            assert_eq!(refused.fields().first().map(|(at, _)| at.as_str()), Some("source_number"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_held_to_the_glossary() {
    for world in Written::both().await {
        world.define_withdrawal().await;
        let unkept = async |lang: &str, body: &str, article: Option<&str>| {
            let ask = json!({ "lang": lang, "body": body, "article_id": article });
            let seen = world.app.admin.post("/api/v1/article-previews").json(&ask).send().await;
            seen.expect(200).json()["unkept"].clone()
        };
        let id = Some(world.id.as_str());
        let place = world.version("en", 1).await["body"].clone();
        let term = json!({ "slug": "withdrawal", "source": "Withdrawals", "term": "提现", "place": place });
        let told = json!([term]);
        assert_eq!(unkept("zh-Hans", "取钱要收费。", id).await, told);
        assert_eq!(unkept("zh-Hans", "提币要收费。", id).await, json!([]));
        // The glossary has no word for it there; the first language is held to nothing; and whoever names no article asks for nothing.
        assert_eq!(unkept("ja", "手数料がかかります。", id).await, json!([]));
        assert_eq!(unkept("en", "It costs.", id).await, json!([]));
        assert_eq!(unkept("zh-Hans", "取钱要收费。", None).await, json!([]));
        let elsewhere = NewMember::named("elsewhere")
            .grants([(Permission::ArticleRead, Reach::Brand)])
            .brand(world.app.brand("other").await.0);
        let elsewhere = world.app.member(elsewhere).await;
        let ask = json!({ "lang": "zh-Hans", "body": "x", "article_id": world.id });
        elsewhere.post("/api/v1/article-previews").json(&ask).send().await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_without_a_term_is_published_for_a_reason_alone() {
    for world in Written::both().await {
        world.define_withdrawal().await;
        // Saving is free.
        let seen = world.save("zh-Hans", None, "取钱要收费。", Some(1)).await;
        let status = world.path("/texts/zh-Hans/status");
        let to =
            |seen: i64, to: Value| world.app.admin.put(&status).if_match(seen).json(&to).send();
        let hour = world.app.operator().after(Duration::from_secs(3_600)).to_string();
        for there in
            [json!({ "status": "published" }), json!({ "status": "scheduled", "publish_at": hour })]
        {
            let refused = to(seen, there).await.refused("terms-unkept");
            assert_eq!(refused.fields(), [("terms_reason".to_owned(), "terms-unkept".to_owned())]);
            refused.expect(422);
        }
        let empty = json!({ "status": "published", "terms_reason": " " });
        to(seen, empty).await.expect(422);
        let named =
            json!({ "status": "published", "terms_reason": "The word would be said twice." });
        to(seen, named).await.expect(200);
        assert_eq!(world.text("zh-Hans").await["published"], 1);
        // One that keeps to the glossary needs none, and neither does the first language.
        let seen = world.save("zh-Hans", Some(seen + 1), "提币要收费。", Some(1)).await;
        to(seen, json!({ "status": "published" })).await.expect(200);
        world.stand("en", 1, &json!({ "status": "published" })).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answered_ticket_is_the_beginning_of_an_article() {
    for world in Written::both().await {
        let app = &world.app;
        let grace = app.customer("grace").await;
        let asked = "Write to grace@example.com\n250.5 USDT are missing";
        let number = app.ticket_with(&grace, "Ticket 5550100 of mine", asked).await;
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(agent).await;
        let reply = |visibility: &str, body: &str| {
            let path = format!("/api/v1/tickets/{number}/messages");
            let message = json!({ "visibility": visibility, "body": body });
            mina.post(&path).json(&message).send()
        };
        reply("internal", "She is rude.").await.expect(201);
        reply("public", "Add the memo.").await.expect(201);
        let path = format!("/api/v1/tickets/{number}/article-draft");
        let begun = mina.get(&path).send().await.expect(200).json();
        assert_eq!(begun["title"], "Ticket … of mine");
        assert_eq!(begun["body"], "> Write to …\n> … are missing\n\nAdd the memo.");
        assert_eq!(begun["brand_id"], app.brand_id.to_string());
        grace.get(&path).send().await.expect(403);
        let elsewhere = NewMember::named("elsewhere").role(Builtin::Agent);
        let elsewhere = app.member(elsewhere.brand(app.brand("other").await.0)).await;
        elsewhere.get(&path).send().await.expect(404);
    }
}
