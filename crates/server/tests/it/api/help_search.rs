//! `GET /api/v1/help/search` and what editors see of what is missing: what is found, by whom, and that the index follows what
//! happens.

use proofdesk_desk::indexed;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Engine, NewMember, Setup, TestApp, until};
use serde_json::{Value, json};

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// A desk with an index and two sections.
struct World {
    app: TestApp,
}

impl World {
    async fn on(engine: Engine) -> Self {
        let app = Setup::on(engine).searching().start().await;
        for (position, slug) in [(1, "deposits"), (2, "fees")] {
            let names = json!({ "position": position, "names": [{ "lang": "en", "name": slug }] });
            let path = format!("/api/v1/help-sections/{slug}");
            app.admin.put(&path).json(&names).send().await.expect(204);
        }
        let world = Self { app };
        world.article("fees", "public", "fees", "What trading costs", "Makers pay less.").await;
        world
            .article("stuck", "public", "deposits", "Your withdrawal is stuck", "It is checked.")
            .await;
        world.article("vip", "signed_in", "fees", "Fees of VIP tiers", "Withdrawal limits.").await;
        world
            .article("runbook", "internal", "fees", "Withdrawal runbook", "Ask the node team.")
            .await;
        world.is_indexed().await;
        world
    }

    async fn is_indexed(&self) {
        until("everything is in the index", async || self.app.is_indexed().await).await;
    }

    /// Writes and publishes an article; returns its id.
    async fn article(
        &self,
        slug: &str,
        audience: &str,
        section: &str,
        title: &str,
        body: &str,
    ) -> String {
        let new = json!({
            "slug": slug, "section": section, "kind": "guide", "audience": audience, "lang": "en",
            "review_days": 90, "title": title, "summary": title, "body": body,
        });
        let made = self.app.admin.post("/api/v1/articles").json(&new).send().await.expect(201);
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        self.publish(&id, "en", 1).await;
        id
    }

    async fn publish(&self, id: &str, lang: &str, version: i64) {
        self.stand(id, lang, version, "published").await;
    }

    async fn stand(&self, id: &str, lang: &str, version: i64, status: &str) {
        let path = format!("/api/v1/articles/{id}/texts/{lang}/status");
        let to = json!({ "status": status });
        self.app.admin.put(&path).if_match(version).json(&to).send().await.expect(200);
    }

    async fn id_of(&self, slug: &str) -> String {
        let path = format!("/api/v1/articles?words={slug}");
        let list = self.app.admin.get(&path).send().await.expect(200).json();
        list["items"][0]["id"].as_str().expect("an article").to_owned()
    }

    async fn gaps(&self) -> Value {
        self.app.admin.get("/api/v1/help/gaps").send().await.expect(200).json()
    }
}

async fn both() -> [World; 2] {
    [World::on(Engine::Sqlite).await, World::on(Engine::Postgres).await]
}

async fn ask(client: &Client, text: &str, more: &str) -> Value {
    let path = format!("/api/v1/help/search?q={}{more}", encoded(text));
    client.get(&path).send().await.expect(200).json()
}

async fn found(client: &Client, text: &str) -> Vec<String> {
    slugs(&ask(client, text, "&lang=en").await)
}

fn slugs(answer: &Value) -> Vec<String> {
    let items = answer["items"].as_array().expect("items");
    let mut slugs: Vec<String> =
        items.iter().map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect();
    slugs.sort();
    slugs
}

/// At a brand's own host its help centre is asked, unless another one is named.
#[tokio::test(flavor = "multi_thread")]
async fn at_the_host_of_a_brand_its_articles_are_found() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let hosts = |config: &mut proofdesk_server::config::Config| {
            let origins = ["http://127.0.0.1", "http://localhost"];
            config.http.origins = origins.map(str::to_owned).to_vec();
            config.http.brand_hosts = [("localhost".to_owned(), "north".to_owned())].into();
        };
        let world = World { app: Setup::on(engine).config(hosts).searching().start().await };
        let app = &world.app;
        let north = json!({ "slug": "north", "name": "North", "locales": ["en"] });
        let north = app.admin.post("/api/v1/brands").json(&north).send().await.expect(201).json();
        for (brand, slug) in [(json!(app.brand_id), "here"), (north["id"].clone(), "there")] {
            let names = [json!({ "lang": "en", "name": slug })];
            let section = json!({ "brand_id": brand, "position": 1, "names": names });
            let path = format!("/api/v1/help-sections/{slug}");
            app.admin.put(&path).json(&section).send().await.expect(204);
            let new = json!({
                "brand_id": brand, "slug": slug, "section": slug, "kind": "guide", "audience": "public",
                "lang": "en", "review_days": 90, "title": "Trading fees", "summary": "All of them",
                "body": "Makers pay less.",
            });
            let made = app.admin.post("/api/v1/articles").json(&new).send().await.expect(201);
            world.publish(made.json()["id"].as_str().expect("an id"), "en", 1).await;
        }
        world.is_indexed().await;
        let nobody = app.anonymous();
        let named = format!("&brand_id={}", app.brand_id);
        for (host, more, expected) in [
            ("elsewhere.example", "", "here"),
            ("localhost", "", "there"),
            ("localhost:8080", "", "there"),
            ("localhost", named.as_str(), "here"),
        ] {
            let path = format!("/api/v1/help/search?q=fees&lang=en{more}");
            let answer = nobody.get(&path).header("host", host).send().await.expect(200).json();
            assert_eq!(slugs(&answer), [expected], "{host}{more}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_finds_what_they_may_read() {
    for world in both().await {
        let app = &world.app;
        let (nobody, grace) = (app.anonymous(), app.customer("grace").await);
        let (other, other_exchange) = app.brand("other").await;
        let oscar = app.customer_of(&other_exchange, "oscar").await;
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(agent).await;
        let elsewhere = NewMember::named("elsewhere")
            .grants([(Permission::ArticleRead, Reach::Brand)])
            .brand(other);
        let elsewhere = app.member(elsewhere).await;
        assert_eq!(found(&nobody, "witdrawals").await, ["stuck"]);
        assert_eq!(found(&grace, "withdrawal").await, ["stuck", "vip"]);
        assert_eq!(found(&mina, "withdrawal").await, ["runbook", "stuck", "vip"]);
        let here = format!("&brand_id={}", app.brand_id);
        for outsider in [&oscar.client, &elsewhere.client] {
            assert_eq!(slugs(&ask(outsider, "withdrawal", &here).await), ["stuck"]);
        }
        assert_eq!(found(&oscar, "withdrawal").await, [""; 0]);
        let nowhere = "&brand_id=00000000-0000-7000-8000-000000000000";
        let path = format!("/api/v1/help/search?q=x{nowhere}");
        nobody.get(&path).send().await.refused("not-found").expect(404);
        // Taken away: at once, whether the index has heard of it or not.
        let id = world.id_of("vip").await;
        let inside = json!({ "audience": "internal" });
        let path = format!("/api/v1/articles/{id}");
        app.admin.patch(&path).if_match(1).json(&inside).send().await.expect(200);
        assert_eq!(found(&grace, "withdrawal").await, ["stuck"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_shows_where_narrows_by_section_and_tells_of_other_languages() {
    let world = World::on(Engine::Sqlite).await;
    let nobody = world.app.anonymous();
    let answer = ask(&nobody, "withdrawal costs", "&lang=en").await;
    assert_eq!(slugs(&answer), ["fees", "stuck"]);
    let counted = answer["sections"].as_array().expect("sections").len();
    assert_eq!((counted, answer["total"].as_u64()), (2, Some(2)));
    let title = answer["items"].as_array().expect("items").iter().find(|i| i["slug"] == "stuck");
    let pieces = title.expect("it")["title"].as_array().expect("pieces").clone();
    let marked: Vec<_> = pieces.iter().filter(|piece| piece["is_match"] == true).collect();
    assert_eq!((marked.len(), &marked[0]["text"]), (1, &json!("withdrawal")));
    let inside = ask(&nobody, "withdrawal costs", "&lang=en&section=deposits").await;
    assert_eq!(
        (slugs(&inside), inside["sections"].as_array().expect("all").len()),
        (vec!["stuck".to_owned()], 2)
    );
    // The word is known in every language, and only English has an article.
    let abroad = ask(&nobody, "提现", "&lang=zh-Hans").await;
    assert_eq!(abroad["items"][0]["slug"], "stuck");
    assert_eq!(
        (&abroad["items"][0]["lang"], &abroad["items"][0]["is_foreign"]),
        (&json!("en"), &json!(true))
    );
    assert_eq!(slugs(&ask(&nobody, "withdr", "&lang=en&typing=true&limit=1").await), ["stuck"]);
    // What only words of questions have is no answer.
    assert_eq!(found(&nobody, "how is the weather").await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_index_follows_what_editors_do() {
    for world in both().await {
        let (app, nobody) = (&world.app, world.app.anonymous());
        let id = world.id_of("stuck").await;
        let path = format!("/api/v1/articles/{id}/texts/en");
        let text = json!({ "title": "Quokkas", "summary": "x", "body": "A quokka." });
        app.admin.put(&path).if_match(2).json(&text).send().await.expect(200);
        world.is_indexed().await;
        // A draft is nobody's to find, and what is public stays so.
        assert_eq!(found(&nobody, "quokka").await, [""; 0]);
        assert_eq!(found(&nobody, "stuck").await, ["stuck"]);
        world.publish(&id, "en", 3).await;
        let renamed = json!({ "slug": "cash-out" });
        let article = format!("/api/v1/articles/{id}");
        app.admin.patch(&article).if_match(1).json(&renamed).send().await.expect(200);
        world.is_indexed().await;
        assert_eq!(found(&nobody, "quokka").await, ["cash-out"]);
        assert_eq!(found(&nobody, "stuck").await, [""; 0]);
        // A form of the glossary finds what is about its term.
        let term = json!({ "see": [], "texts": [{
            "lang": "en", "term": "maker", "definition": "Who waits in the book.", "forms": ["makers", "limitorderperson"]
        }] });
        app.admin.put("/api/v1/glossary-terms/maker").json(&term).send().await.expect(200);
        let text = json!({ "title": "What a maker pays", "summary": "Costs.", "body": "Less." });
        let fees = world.id_of("fees").await;
        let path = format!("/api/v1/articles/{fees}/texts/en");
        app.admin.put(&path).if_match(2).json(&text).send().await.expect(200);
        world.publish(&fees, "en", 3).await;
        world.is_indexed().await;
        assert_eq!(found(&nobody, "limitorderperson").await, ["fees"]);
        app.admin.delete("/api/v1/glossary-terms/maker").if_match(1).send().await.expect(204);
        // The index is built anew for it, beside the one that answers.
        until("the form is forgotten", async || {
            found(&nobody, "limitorderperson").await.is_empty()
        })
        .await;
        world.stand(&id, "en", 4, "archived").await;
        assert_eq!(found(&nobody, "quokka").await, [""; 0]);
        // The brand's name stands in the texts of its articles.
        world.article("house", "public", "fees", "Our house", "This is {{brand.name}}.").await;
        let path = format!("/api/v1/brands/{}", app.brand_id);
        let brand = app.admin.get(&path).send().await.expect(200).json();
        let seen = brand["version"].as_i64().expect("a version");
        let name = json!({ "name": "Zanzibar" });
        app.admin.patch(&path).if_match(seen).json(&name).send().await.expect(200);
        until("the new name is found", async || found(&nobody, "zanzibar").await == ["house"])
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_after_a_stop_and_is_built_anew_while_it_answers() {
    let mut world = World::on(Engine::Sqlite).await;
    world.app.restart().await;
    assert_eq!(found(&world.app.anonymous(), "stuck").await, ["stuck"]);
    let cx = world.app.operator();
    let asked = cx.now.micros();
    world.app.act(cx, async |tx, cx| indexed::ask_rebuild(tx, cx).await).await;
    let (store, nobody) =
        (world.app.desk().article_search().expect("an index"), world.app.anonymous());
    until("it is built anew", async || {
        assert_eq!(found(&nobody, "stuck").await, ["stuck"]);
        let index = store.serving().expect("an index that answers");
        index.progress().is_some_and(|progress| progress.request == asked)
    })
    .await;
    world.article("late", "public", "fees", "Zanzibar fees", "New.").await;
    world.is_indexed().await;
    assert_eq!(found(&nobody, "zanzibar").await, ["late"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_found_is_counted_without_whoever_asked() {
    for world in both().await {
        let (app, nobody) = (&world.app, world.app.anonymous());
        for text in
            ["How do I STAKE?", "how do i stake", "grace@example.com stake", "stake 1234567"]
        {
            found(&nobody, text).await;
        }
        ask(&nobody, "stak", "&lang=en&typing=true").await;
        found(&app.admin, "stake by staff").await;
        found(&nobody, "withdrawal").await;
        let gaps = world.gaps().await;
        let missed = gaps["missed_searches"].as_array().expect("a list").clone();
        assert_eq!(missed.len(), 1, "{gaps}");
        assert_eq!(
            (&missed[0]["words"], &missed[0]["n"], &missed[0]["lang"]),
            (&json!("how do i stake"), &json!(2), &json!("en"))
        );
        // It is linked to an article, and found by its words from then on.
        let (id, article) = (missed[0]["id"].as_str().expect("an id"), world.id_of("fees").await);
        let path = format!("/api/v1/missed-searches/{id}/article");
        let link = json!({ "article_id": article });
        app.admin.put(&path).json(&link).send().await.expect(204);
        app.admin.put(&path).json(&link).send().await.expect(404);
        world.is_indexed().await;
        assert_eq!(found(&nobody, "how to stake").await, ["fees"]);
        let words = format!("/api/v1/articles/{article}/words");
        let told = app.admin.get(&words).send().await.expect(200).json();
        let there = json!([{ "lang": "en", "words": ["how do i stake"], "version": 1 }]);
        assert_eq!(told["items"], there);
        // No version was made by it, so nothing is out of date.
        let of = app.admin.get(&format!("/api/v1/articles/{article}")).send().await.expect(200);
        assert_eq!(of.json()["texts"][0]["head"], 1);
        let none = json!({ "words": [] });
        let in_english = format!("{words}/en");
        app.admin.put(&in_english).json(&none).send().await.refused("version-required");
        app.admin.put(&in_english).if_match(0).json(&none).send().await.refused("version-conflict");
        let told = app.admin.get(&words).send().await.expect(200).json();
        assert_eq!(told["items"], there, "nothing of what was refused is done");
        let set = app.admin.put(&in_english).if_match(1).json(&none).send().await.expect(204);
        assert_eq!(set.version(), 2);
        app.admin.put(&in_english).if_match(1).json(&none).send().await.refused("version-conflict");
        let told = app.admin.get(&words).send().await.expect(200).json();
        assert_eq!(told["items"], json!([{ "lang": "en", "words": [], "version": 2 }]));
        app.admin.put(&format!("{words}/ja")).if_match(0).json(&none).send().await.expect(404);
        world.is_indexed().await;
        assert_eq!(found(&nobody, "how to stake").await, [""; 0]);
        let again = world.gaps().await["missed_searches"][0]["id"].as_str().map(str::to_owned);
        let path = format!("/api/v1/missed-searches/{}", again.expect("counted again"));
        app.admin.delete(&path).send().await.expect(204);
        assert_eq!(world.gaps().await["missed_searches"], json!([]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_finds_something_by_now_is_missing_no_more_and_counts_are_forgotten() {
    for world in both().await {
        let nobody = world.app.anonymous();
        for text in ["zanzibar", "tasmania"] {
            assert_eq!(found(&nobody, text).await, [""; 0]);
        }
        world.article("new", "public", "fees", "Zanzibar", "It is an island.").await;
        world.is_indexed().await;
        let left = world.gaps().await["missed_searches"].clone();
        assert_eq!(
            (left.as_array().expect("a list").len(), &left[0]["words"]),
            (1, &json!("tasmania"))
        );
        world.app.clock.advance(std::time::Duration::from_secs(91 * 24 * 3600));
        world.app.recur().await;
        let kept = world.app.look(async |rx| {
            Ok(rx.query_one::<(i64,)>("select count(*) from missed_search", &[]).await?.0)
        });
        assert_eq!(kept.await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_counted_up_to_a_limit_and_answered_beyond_it() {
    let world = World::on(Engine::Sqlite).await;
    let nobody = world.app.anonymous();
    for n in 0..35_u8 {
        let word: String =
            format!("qq{}zz", char::from(b'a' + n % 26)).repeat(1 + usize::from(n / 26));
        found(&nobody, &word).await;
    }
    let kept = world.app.look(async |rx| {
        Ok(rx.query_one::<(i64,)>("select count(*) from missed_search", &[]).await?.0)
    });
    assert_eq!(kept.await, 30);
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_fit_a_text_and_a_ticket() {
    for world in both().await {
        let app = &world.app;
        let grace = app.customer("grace").await;
        let text = json!({ "text": "Hello, since Monday my withdrawels are stuck", "lang": "en" });
        let fits = grace.post("/api/v1/help/suggestions").json(&text).send().await.expect(200);
        assert!(slugs(&fits.json()).contains(&"stuck".to_owned()));
        assert_eq!(world.gaps().await["missed_searches"], json!([]));
        let number = app.ticket_with(&grace, "Help", "My withdrawal is stuck").await;
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(agent).await;
        let path = format!("/api/v1/tickets/{number}/articles");
        let fits = mina.get(&path).send().await.expect(200).json();
        assert_eq!(slugs(&fits), ["runbook", "stuck", "vip"]);
        assert_eq!(fits["items"][0]["slug"], "stuck");
        let without = NewMember::named("reader").grants([(Permission::TicketRead, Reach::All)]);
        let without = app.member(without).await;
        assert_eq!(slugs(&without.get(&path).send().await.expect(200).json()), ["stuck"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_the_role_says_so() {
    let app = TestApp::sqlite().await;
    let nobody = app.anonymous();
    nobody.get("/api/v1/help/search?q=fees").send().await.refused("search-not-ready").expect(503);
    // What is missing can be looked at all the same.
    app.admin.get("/api/v1/help/gaps").send().await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_who_are_not_helped_show() {
    for world in both().await {
        let (app, nobody) = (&world.app, world.app.anonymous());
        let rate = async |helpful: &str| {
            let path = "/en/help/stuck/feedback";
            nobody
                .call(http::Method::POST, path)
                .form(&[("helpful", helpful)])
                .send()
                .await
                .expect(303);
        };
        for helpful in ["no", "no", "no", "yes"] {
            rate(helpful).await;
        }
        assert_eq!(world.gaps().await["unhelpful"], json!([]), "four say too little");
        rate("no").await;
        let told = world.gaps().await["unhelpful"].clone();
        assert_eq!(
            (&told[0]["slug"], &told[0]["helpful"], &told[0]["unhelpful"]),
            (&json!("stuck"), &json!(1), &json!(4))
        );
        let elsewhere = NewMember::named("elsewhere")
            .grants([(Permission::ArticleRead, Reach::Brand)])
            .brand(app.brand("other").await.0);
        let elsewhere = app.member(elsewhere).await;
        let path = format!("/api/v1/help/gaps?brand_id={}", app.brand_id);
        elsewhere.get(&path).send().await.expect(404);
    }
}

/// What helped others goes before what fits as well, and behind again once it helps nobody; what fits better stays before it.
#[tokio::test(flavor = "multi_thread")]
async fn what_helped_others_goes_first_among_equals() {
    for world in both().await {
        let nobody = world.app.anonymous();
        for slug in ["one", "two"] {
            world.article(slug, "public", "fees", "Zebra fees", "About zebras.").await;
        }
        world.article("best", "public", "fees", "Zebra stripes", "Zebra stripes cost more.").await;
        world.is_indexed().await;
        let order = async |text: &str| -> Vec<String> {
            let answer = ask(&nobody, text, "&lang=en").await;
            let items = answer["items"].as_array().expect("items").iter();
            items.map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect()
        };
        let rate = async |slug: &str, helpful: &str| {
            let path = format!("/en/help/{slug}/feedback");
            let said = nobody.call(http::Method::POST, &path).form(&[("helpful", helpful)]);
            said.send().await.expect(303);
        };
        let equal = async || {
            let mut equal = order("zebra fees").await;
            equal.retain(|slug| ["one", "two"].contains(&slug.as_str()));
            equal
        };
        let before = equal().await;
        let [first, second] = before.as_slice() else { panic!("{before:?}") };
        for _ in 0..5 {
            rate(second, "yes").await;
        }
        assert_eq!(equal().await, [second.as_str(), first.as_str()]);
        assert_eq!(order("zebra stripes").await[0], "best");
        for _ in 0..8 {
            rate(second, "no").await;
        }
        assert_eq!(equal().await, before);
    }
}
