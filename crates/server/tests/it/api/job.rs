//! `/api/v1/jobs`: what waits and what runs, for whoever looks after jobs. Dead ones are told beside webhooks.

use proofdesk_desk::role::Builtin;
use proofdesk_store::job::NewJob;
use proofdesk_testkit::{Client, NewMember, TestApp};
use serde_json::{Value, json};

/// A lane that no worker takes.
const LANE: &str = "nobody";
const HOUR_US: i64 = 3_600_000_000;

/// Adds jobs that are due in one hour, in two, and so on.
async fn added(app: &TestApp, count: u32) {
    let now = app.clock.now().micros();
    let enqueue = async move |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
        for number in 1..=count {
            let id = 0x0199_0000_0000_7000_8000_0000_0000_0000 + u128::from(number);
            let job = NewJob {
                id: uuid::Uuid::from_u128(id),
                kind: "nobody.knows",
                lane: LANE,
                dedupe_key: None,
                payload: "\"whose affair it is\"",
                run_at: now + i64::from(number) * HOUR_US,
                max_attempts: 3,
                now,
            };
            tx.enqueue(&job).await?;
        }
        Ok(())
    };
    app.desk().db().write(enqueue).await.expect("jobs");
}

async fn page(client: &Client, query: &str) -> Value {
    let answer = client.get(&format!("/api/v1/jobs?{query}")).send().await.expect(200);
    assert!(!answer.text().contains("affair"), "payloads stay inside: {}", answer.text());
    answer.json()
}

fn ids(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().expect("items").iter();
    items.map(|job| job["id"].as_str().expect("an id").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_and_what_runs_is_shown_page_by_page() {
    for app in TestApp::both().await {
        added(&app, 3).await;
        let of_lane = format!("lane={LANE}");
        let all = page(&app.admin, &format!("state=waiting&{of_lane}")).await;
        assert_eq!(ids(&all).len(), 3);
        assert_eq!(all.get("next_cursor"), None);
        let first = &all["items"][0];
        assert_eq!((&first["state"], &first["lane"]), (&json!("waiting"), &json!(LANE)));
        assert_eq!((&first["attempts"], &first["finished_at"]), (&json!(0), &Value::Null));
        assert!(first["due_at"].as_str() < all["items"][1]["due_at"].as_str(), "{all}");
        // Every lane's, and page by page.
        let every = ids(&page(&app.admin, "state=waiting").await);
        assert!(ids(&all).iter().all(|id| every.contains(id)), "{every:?}");
        let two = page(&app.admin, &format!("state=waiting&{of_lane}&limit=2")).await;
        let cursor = two["next_cursor"].as_str().expect("there is more");
        let next = format!("state=waiting&{of_lane}&limit=2&cursor={cursor}");
        let rest = page(&app.admin, &next).await;
        assert_eq!([ids(&two), ids(&rest)].concat(), ids(&all));
        assert_eq!(rest.get("next_cursor"), None);
        // A place in one list is none in another.
        for other in [format!("state=running&{of_lane}"), of_lane.clone(), "state=waiting".into()] {
            let path = format!("/api/v1/jobs?{other}&cursor={cursor}");
            app.admin.get(&path).send().await.refused("cursor-invalid").expect(400);
        }
        assert!(ids(&page(&app.admin, &format!("state=running&{of_lane}")).await).is_empty());
        let now = app.clock.now().micros() + HOUR_US;
        let lease = app.desk().db().lease_jobs(LANE, "worker-7", now, now + HOUR_US, 1);
        assert_eq!(lease.await.expect("a lease").len(), 1);
        let running = page(&app.admin, &format!("state=running&{of_lane}")).await;
        assert_eq!(ids(&running), ids(&all).into_iter().take(1).collect::<Vec<_>>());
        let held = &running["items"][0];
        assert_eq!((&held["state"], &held["attempts"]), (&json!("running"), &json!(1)));
        assert!(held["held_until"].is_string(), "{held}");
        assert_eq!(ids(&page(&app.admin, &format!("state=waiting&{of_lane}")).await).len(), 2);
        assert!(ids(&page(&app.admin, &of_lane).await).is_empty(), "none of them is dead");
        // What waits is neither tried again nor let go by hand.
        let waits = format!("/api/v1/jobs/{}", ids(&all).last().expect("one"));
        app.admin.delete(&waits).send().await.refused("not-found").expect(404);
        app.admin.post(&format!("{waits}/retry")).send().await.refused("not-found").expect(404);
        let agent = NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id);
        let mina = app.member(agent).await;
        for state in ["waiting", "running", "dead"] {
            let path = format!("/api/v1/jobs?state={state}");
            mina.get(&path).send().await.refused("no-permission").expect(403);
        }
    }
}
