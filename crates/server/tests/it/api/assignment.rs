//! Members who are there or not, and tickets that find whom they are for.

use std::time::Duration;

use proofdesk_desk::id::{PublicId, TeamId};
use proofdesk_desk::limits;
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{
    Answer, Client, Customer, Live, Member, NewMember, TestApp, Transport, until,
};
use serde_json::{Value, json};

struct Floor {
    app: TestApp,
    grace: Customer,
    mina: Member,
    omar: Member,
    team: TeamId,
}

impl Floor {
    /// Two agents of one team that gives tickets out, both online.
    async fn on(app: TestApp, assignment: &str) -> Self {
        let team = app.team("Deposits").await;
        let agent =
            |name| NewMember::named(name).role(Builtin::Agent).brand(app.brand_id).team(team);
        let (mina, omar) = (app.member(agent("mina")).await, app.member(agent("omar")).await);
        let path = format!("/api/v1/teams/{team}");
        let seen = app.admin.get(&path).send().await.expect(200);
        assert_eq!(seen.json()["assignment"], "first_come");
        let change = json!({ "assignment": assignment });
        app.admin.patch(&path).if_match(seen.version()).json(&change).send().await.expect(200);
        for who in [&mina, &omar] {
            says(who, "online").await.expect(200);
        }
        let grace = app.customer("grace").await;
        Self { app, grace, mina, omar, team }
    }

    /// A ticket that comes to the team, and whose it is then.
    async fn comes(&self) -> (PublicId, Value) {
        let id = self.app.ticket(&self.grace, "Late").await;
        let path = format!("/api/v1/tickets/{id}/assignment");
        let to = json!({ "assignee_id": null, "team_id": self.team });
        self.app.admin.put(&path).json(&to).send().await.expect(200);
        self.app.step().await;
        let whose = self.whose(&id).await;
        (id, whose)
    }

    async fn whose(&self, id: &PublicId) -> Value {
        let path = format!("/api/v1/tickets/{id}");
        let ticket = self.app.admin.get(&path).send().await.expect(200).json();
        ticket["assignee"]["name"].clone()
    }

    async fn name(&self, who: &Member) -> Value {
        let all = self.app.admin.get("/api/v1/colleagues").send().await.expect(200).json();
        let all = all["items"].as_array().expect("items").clone();
        let id = json!(who.id);
        all.iter().find(|one| one["id"] == id).expect("a colleague")["name"].clone()
    }
}

async fn says(who: &Client, availability: &str) -> Answer {
    let to = json!({ "availability": availability });
    who.put("/api/v1/me/availability").json(&to).send().await
}

async fn stands(who: &Client) -> Value {
    who.get("/api/v1/me/availability").send().await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn tickets_go_round_and_who_leaves_gives_theirs_back() {
    for app in TestApp::both().await {
        let f = Floor::on(app, "round_robin").await;
        let (mina, omar) = (f.name(&f.mina).await, f.name(&f.omar).await);
        let mut held = Vec::new();
        for _ in 0..4 {
            held.push(f.comes().await);
        }
        let names: Vec<&Value> = held.iter().map(|(_, name)| name).collect();
        assert!([&mina, &omar].contains(&names[0]), "{names:?}");
        assert!(names[0] != names[1] && names[0] == names[2] && names[1] == names[3], "{names:?}");
        let path = format!("/api/v1/tickets/{}/timeline", held[0].0);
        let timeline = f.app.admin.get(&path).send().await.expect(200).json();
        let items = timeline["items"].as_array().expect("items").clone();
        let last = items.last().expect("an event");
        assert_eq!(
            (&last["kind"], &last["actor"]["kind"]),
            (&json!("ticket.assignment_set"), &json!("system"))
        );
        assert_eq!(last["data"]["rule"], "round_robin");
        let customers = f.grace.get(&path).send().await.expect(200).text();
        assert!(!customers.contains("round_robin"), "{customers}");

        says(&f.mina, "away").await.expect(200);
        assert_eq!(f.comes().await.1, omar);
        assert_eq!(f.comes().await.1, omar);

        assert_eq!(stands(&f.mina).await["open"], 2);
        says(&f.mina, "online").await.expect(200);
        let left = says(&f.omar, "away_and_reassign").await.expect(200).json();
        assert_eq!(
            (&left["availability"], &left["reassigned"]),
            (&json!("away_and_reassign"), &json!(4))
        );
        f.app.step().await;
        assert_eq!(stands(&f.omar).await["open"], 0);
        assert_eq!(stands(&f.mina).await["open"], 6);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_given_more_than_they_take() {
    for app in TestApp::both().await {
        let f = Floor::on(app, "least_load").await;
        for (who, most) in [(&f.mina, json!(1)), (&f.omar, json!(1))] {
            let path = format!("/api/v1/staff/{}/capacity", who.id);
            let to = json!({ "channel": "ticket", "capacity": most });
            f.app.admin.put(&path).json(&to).send().await.expect(204);
            who.put(&path).json(&to).send().await.refused("no-permission");
        }
        let (first, _) = f.comes().await;
        f.comes().await;
        let (third, nobody) = f.comes().await;
        assert_eq!(nobody, Value::Null);
        let solved = json!({ "status_id": crate::access::solved(&f.app).await });
        let path = format!("/api/v1/tickets/{first}/status");
        f.app.admin.put(&path).json(&solved).send().await.expect(200);
        f.app.step().await;
        assert_ne!(f.whose(&third).await, Value::Null);
        let path = format!("/api/v1/staff/{}/availability", f.mina.id);
        let seen = f.app.admin.get(&path).send().await.expect(200).json();
        assert_eq!(seen["capacities"], json!([{ "channel": "ticket", "capacity": 1 }]));
        f.omar.get(&path).send().await.refused("no-permission");
        for wrong in [-1, limits::CAPACITY + 1] {
            let to = json!({ "channel": "ticket", "capacity": wrong });
            let path = format!("/api/v1/staff/{}/capacity", f.mina.id);
            f.app.admin.put(&path).json(&to).send().await.refused("field-invalid");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_console_open_is_offline_and_colleagues_are_told() {
    for app in TestApp::both().await {
        let mina = app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id));
        let mina = mina.await;
        assert_eq!(stands(&mina).await["since"], Value::Null);
        let mut colleague =
            Live::connect(&app.admin, Transport::Socket, None).await.expect("a connection");
        colleague.until("live").await;
        let mut own = Live::connect(&mina, Transport::Socket, None).await.expect("a connection");
        own.until("live").await;
        until("they are online", async || stands(&mina).await["availability"] == "online").await;
        let told = loop {
            let frame = colleague.until("member").await.pop().expect("a frame");
            if frame["data"]["staff_id"] == json!(mina.id) {
                break frame;
            }
        };
        assert_eq!((&told["data"]["availability"], told.get("pos")), (&json!("online"), None));
        drop(own);
        app.clock.advance(limits::UNSEEN_OFFLINE + Duration::from_secs(60));
        app.recur().await;
        let gone = stands(&mina).await;
        assert_eq!(
            (&gone["availability"], &gone["is_automatic"]),
            (&json!("offline"), &json!(true))
        );
        // A customer has no such thing, and an API token is nobody who works.
        app.customer("grace")
            .await
            .get("/api/v1/me/availability")
            .send()
            .await
            .refused("staff-only");
        app.step().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_absent_is_given_nothing_and_colleagues_are_told_until_when() {
    for app in TestApp::both().await {
        let f = Floor::on(app, "round_robin").await;
        let omar = f.name(&f.omar).await;
        let path = |who: &Member, rest: &str| format!("/api/v1/staff/{}/{rest}", who.id);
        let today = f.app.clock.now().date();
        let day = json!({ "first_day": today, "last_day": today, "reason": "sick" });
        f.mina.post(&path(&f.omar, "absences")).json(&day).send().await.refused("no-permission");
        let wrong = json!({ "first_day": "2026-1-1", "last_day": today, "reason": "sick" });
        f.mina.post(&path(&f.mina, "absences")).json(&wrong).send().await.expect(422);
        let made = f.mina.post(&path(&f.mina, "absences")).json(&day).send().await.expect(201);
        let absence = made.json()["id"].as_str().expect("an id").to_owned();
        for _ in 0..2 {
            assert_eq!(f.comes().await.1, omar);
        }
        let colleagues = f.omar.get("/api/v1/colleagues").send().await.expect(200).json();
        let of = |who: &Member| {
            let all = colleagues["items"].as_array().expect("items").clone();
            all.into_iter().find(|one| one["id"] == json!(who.id)).expect("a colleague")
        };
        assert_eq!(of(&f.mina)["is_off"], true);
        assert!(of(&f.mina)["off_until"].as_str().is_some_and(|at| !at.starts_with(&today)));
        assert_eq!(
            (of(&f.omar)["is_off"].clone(), of(&f.omar)["off_until"].clone()),
            (json!(false), Value::Null)
        );
        assert!(!colleagues.to_string().contains("sick"));

        let away = path(&f.mina, &format!("absences/{absence}"));
        f.mina.delete(&away).send().await.expect(204);
        f.mina.delete(&away).send().await.refused("not-found");
        let week = json!({ "shifts": [{ "weekday": 3, "from_minute": 600, "to_minute": 540 }] });
        f.app.admin.put(&path(&f.mina, "shifts")).json(&week).send().await.expect(422);
        let week = json!({ "shifts": [{ "weekday": 3, "from_minute": 540, "to_minute": 600 }] });
        f.mina.put(&path(&f.mina, "shifts")).json(&week).send().await.refused("no-permission");
        f.app.admin.put(&path(&f.mina, "shifts")).json(&week).send().await.expect(204);
        let own = f.mina.get(&path(&f.mina, "shifts")).send().await.expect(200).json();
        assert_eq!((&own["shifts"], &own["absences"]), (&week["shifts"], &json!([])));
        f.mina.get(&path(&f.omar, "shifts")).send().await.refused("no-permission");
        f.mina.get("/api/v1/shifts").send().await.refused("no-permission");
        let all = f.app.admin.get("/api/v1/shifts").send().await.expect(200).json();
        let all = all["items"].as_array().expect("items").clone();
        let mina = all.iter().find(|one| one["staff_id"] == json!(f.mina.id)).expect("mina");
        assert_eq!(mina["shifts"], week["shifts"]);
    }
}
