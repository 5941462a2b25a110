//! `/api/v1/views`: saved, shared, changed, counted, put in order, and whose they are.

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{Client, Member, NewMember, TestApp};
use serde_json::{Value, json};

use crate::access::solved;

async fn save(client: &Client, view: Value) -> String {
    let made = client.post("/api/v1/views").json(&view).send().await.expect(201).json();
    made["id"].as_str().expect("an id").to_owned()
}

async fn names(client: &Client) -> Vec<String> {
    let list = client.get("/api/v1/views").send().await.expect(200).json();
    let items = list["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

fn own(name: &str, filter: &str) -> Value {
    json!({ "name": name, "filter": filter, "audience": "own" })
}

/// Two agents of one team and one of another, all of the same brand.
async fn three(app: &TestApp) -> (String, Member, Member, Member) {
    let (team, other) = (app.team("First line").await, app.team("Second line").await);
    let agent = |name: &str| NewMember::named(name).role(Builtin::Agent).brand(app.brand_id);
    let mina = app.member(agent("mina").team(team)).await;
    let omar = app.member(agent("omar").team(team)).await;
    let zoe = app.member(agent("zoe").team(other)).await;
    (team.to_string(), mina, omar, zoe)
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_view_is_for_sees_it() {
    for app in TestApp::both().await {
        let (team, mina, omar, zoe) = three(&app).await;
        save(&mina, own("Mine", "is:mine")).await;
        let teams =
            json!({ "name": "Ours", "filter": "team:mine", "audience": "team", "team_id": team });
        save(&mina, teams.clone()).await;
        let all =
            json!({ "name": "Theft", "filter": "is:theft", "audience": "all", "sort": "oldest" });
        let id = save(&app.admin, all.clone()).await;
        assert_eq!(names(&mina).await, ["Mine", "Ours", "Theft"]);
        assert_eq!(names(&omar).await, ["Ours", "Theft"]);
        assert_eq!(names(&zoe).await, ["Theft"]);
        let shown = zoe.get(&format!("/api/v1/views/{id}")).send().await.expect(200).json();
        assert_eq!((&shown["sort"], &shown["may_change"]), (&json!("oldest"), &json!(false)));
        assert_eq!(shown["shown"], json!(["status", "priority", "category", "assignee"]));
        // An agent shares with their own teams and no further.
        mina.post("/api/v1/views").json(&all).send().await.refused("no-permission").expect(403);
        zoe.post("/api/v1/views").json(&teams).send().await.refused("no-permission");
        let nobodys = json!({ "name": "x", "filter": "is:open", "audience": "team" });
        mina.post("/api/v1/views").json(&nobodys).send().await.refused("field-required");
        // Who may only read has no views of their own, and sees everybody's.
        let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
        assert_eq!(names(&reader).await, ["Theft"]);
        reader
            .post("/api/v1/views")
            .json(&own("x", "is:open"))
            .send()
            .await
            .refused("no-permission");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_changed_by_whom_it_belongs_to() {
    for app in TestApp::both().await {
        let (team, mina, omar, zoe) = three(&app).await;
        let id = save(&mina, own("Mine", "is:mine")).await;
        let path = format!("/api/v1/views/{id}");
        let rename = |name: &str| json!({ "name": name });
        omar.patch(&path).if_match(1).json(&rename("x")).send().await.refused("not-found");
        app.admin.patch(&path).if_match(1).json(&rename("x")).send().await.refused("not-found");
        mina.patch(&path).json(&rename("x")).send().await.refused("version-required");
        let share = json!({ "audience": "team", "team_id": team, "filter": "is:open -tag:none" });
        let shared = mina.patch(&path).if_match(1).json(&share).send().await;
        // There is no tag yet, and `none` is no tag's name but the word for having none.
        assert_eq!(shared.expect(200).json()["version"], 2);
        mina.patch(&path).if_match(1).json(&rename("x")).send().await.refused("version-conflict");
        // A team's view is the team's: another member may change it, but not take it for themself.
        omar.patch(&path).if_match(2).json(&rename("Ours")).send().await.expect(200);
        let take = json!({ "audience": "own" });
        omar.patch(&path).if_match(3).json(&take).send().await.refused("field-invalid");
        zoe.delete(&path).send().await.refused("not-found");
        mina.patch(&path).if_match(3).json(&take).send().await.expect(200);
        assert_eq!(names(&omar).await, Vec::<String>::new());
        mina.delete(&path).send().await.expect(204);
        mina.get(&path).send().await.refused("not-found");
        // The log tells of it without the filter's words.
        let events =
            app.admin.get("/api/v1/audit/events?limit=100").send().await.expect(200).text();
        for kind in ["view.created", "view.changed", "view.deleted"] {
            assert!(events.contains(kind), "{kind}");
        }
        assert!(!events.contains("is:mine"), "a filter's words in the log");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_means_nothing_is_not_saved() {
    for app in TestApp::both().await {
        let (_, mina, ..) = three(&app).await;
        for (filter, code) in [
            ("\"\"", "filter-word"),
            ("category:no-such", "filter-value"),
            ("is:open age:2h", "filter-comparison"),
            ("  ", "field-required"),
        ] {
            let answer = mina.post("/api/v1/views").json(&own("x", filter)).send().await;
            let answer = answer.refused(code).expect(422);
            assert_eq!(answer.fields()[0].0, "filter", "{filter}");
        }
        let secret = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let answer = mina.post("/api/v1/views").json(&own(secret, "is:open")).send().await;
        answer.expect(201);
        assert_eq!(names(&mina).await, ["⟦seed-phrase⟧"]);
        mina.post("/api/v1/views")
            .json(&own("x", &format!("tag:\"{secret}\"")))
            .send()
            .await
            .expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_follow_the_tickets_and_stop_at_their_bound() {
    for app in TestApp::both().await {
        let (_, mina, omar, _) = three(&app).await;
        let grace = app.customer("grace").await;
        let open = save(&mina, own("Open", "is:open")).await;
        let solved_ones = save(&mina, own("Solved", "is:solved")).await;
        let count = async |who: &Client| {
            let path = format!("/api/v1/views/counts?ids={open},{solved_ones}");
            let counts = who.get(&path).send().await.expect(200).json();
            let items = counts["items"].as_array().expect("items").clone();
            items
                .iter()
                .map(|one| (one["count"].clone(), one["capped"] == true))
                .collect::<Vec<_>>()
        };
        assert_eq!(count(&mina).await, [(json!(0), false), (json!(0), false)]);
        let mut last = String::new();
        for _ in 0..100 {
            last = app.ticket(&grace, "Deposit").await.to_string();
        }
        assert_eq!(count(&mina).await, [(json!(99), true), (json!(0), false)]);
        let status = json!({ "status_id": solved(&app).await });
        let path = format!("/api/v1/tickets/{last}/status");
        mina.put(&path).json(&status).send().await.expect(200);
        assert_eq!(count(&mina).await, [(json!(99), false), (json!(1), false)]);
        assert_eq!(count(&omar).await, [], "somebody else's views are not counted");
        mina.get("/api/v1/views/counts?ids=nonsense").send().await.expect(422);
    }
}

/// A team that was renamed is no longer what the view's words name: the view stays, and says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_view_of_what_is_gone_says_so_and_goes_with_its_team() {
    for app in TestApp::both().await {
        let (team, mina, ..) = three(&app).await;
        let view = json!({ "name": "Ours", "filter": "team:\"first line\"", "audience": "team", "team_id": team });
        let id = save(&mina, view).await;
        let path = format!("/api/v1/teams/{team}");
        let renamed = app.admin.patch(&path).if_match(1).json(&json!({ "name": "Vanguard" }));
        renamed.send().await.expect(200);
        let counts = mina.get(&format!("/api/v1/views/counts?ids={id}")).send().await.expect(200);
        assert_eq!(counts.json()["items"][0]["count"], Value::Null);
        app.admin.delete(&path).send().await.expect(204);
        assert_eq!(names(&mina).await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn views_stand_in_the_order_that_they_were_put_in() {
    for app in TestApp::both().await {
        let (_, mina, omar, _) = three(&app).await;
        let mut ids = Vec::new();
        for name in ["a", "b", "c"] {
            ids.push(save(&mina, own(name, "is:open")).await);
        }
        ids.reverse();
        let order = json!({ "ids": ids });
        mina.put("/api/v1/views/order").json(&order).send().await.expect(204);
        assert_eq!(names(&mina).await, ["c", "b", "a"]);
        save(&mina, own("d", "is:open")).await;
        assert_eq!(names(&mina).await, ["c", "b", "a", "d"], "a new one comes last");
        omar.put("/api/v1/views/order").json(&order).send().await.refused("not-found");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_narrow_reach_keeps_views_to_oneself() {
    for app in TestApp::both().await {
        let team = app.team("First line").await;
        let grants = [(Permission::TicketRead, Reach::All), (Permission::ViewManage, Reach::Own)];
        let nina = app.member(NewMember::named("nina").grants(grants).team(team)).await;
        save(&nina, own("Mine", "is:mine")).await;
        let teams =
            json!({ "name": "x", "filter": "is:open", "audience": "team", "team_id": team });
        nina.post("/api/v1/views").json(&teams).send().await.refused("no-permission").expect(403);
    }
}
