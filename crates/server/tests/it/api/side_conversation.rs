//! Departments are asked once, however often a request for it arrives.

use proofdesk_desk::notification::Channel;
use proofdesk_desk::notification::actions::set_road;
use proofdesk_testkit::{Answer, TestApp};
use serde_json::json;

fn replayed(answer: &Answer) -> bool {
    answer.header("idempotency-replayed") == "true"
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_again_under_a_key_is_written_once() {
    for app in TestApp::both().await {
        let road = async |tx: &proofdesk_store::Tx<'_>, cx: &mut proofdesk_desk::Cx| {
            set_road(tx, cx, Channel::Mail, Some("desk.example")).await
        };
        app.act(app.operator(), road).await;
        let grace = app.customer("grace").await;
        let number = app.ticket(&grace, "My deposit").await;
        let department =
            json!({ "name": "Nodes", "email": "nodes@exchange.example", "lang": "ja" });
        let made = app.admin.post("/api/v1/departments").json(&department).send().await;
        let department = made.expect(201).json()["id"].clone();
        let all = format!("/api/v1/tickets/{number}/side-conversations");
        let new =
            json!({ "department_id": department, "subject": "A node", "body": "Is it behind?" });
        let start = async || app.admin.post(&all).json(&new).key("start").send().await.expect(201);
        let (first, again) = (start().await, start().await);
        assert!(!replayed(&first) && replayed(&again));
        assert_eq!(first.json(), again.json());
        let one = format!("{all}/{}", first.json()["id"].as_str().expect("an id"));
        let more = json!({ "body": "Still?" });
        let path = format!("{one}/messages");
        for is_again in [false, true] {
            let sent = app.admin.post(&path).json(&more).key("more").send().await.expect(201);
            assert_eq!(replayed(&sent), is_again);
        }
        let path = format!("{one}/reminders");
        for is_again in [false, true] {
            let sent = app.admin.post(&path).key("remind").send().await.expect(201);
            assert_eq!(replayed(&sent), is_again);
        }
        for (path, key) in [(&all, "start"), (&path, "more")] {
            let other = json!({ "department_id": department, "subject": "B", "body": "Another" });
            let call = app.admin.post(path).key(key);
            let call = if path == &all { call.json(&other) } else { call };
            assert_eq!(call.send().await.code(), "idempotency-mismatch");
        }
        let list = app.admin.get(&all).send().await.expect(200).json();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
        let thread = app.admin.get(&one).send().await.expect(200).json();
        assert_eq!(thread["messages"].as_array().map(Vec::len), Some(2));
        app.step().await;
    }
}
