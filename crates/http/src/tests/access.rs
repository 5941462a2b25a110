#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use axum::http::Method;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role;

use super::{Told, ask, get};
use crate::testing::{SESSION, World};
use crate::{Access, Asker, Body, Routes};

const ALL: [(&str, Access); 6] = [
    ("/public", Access::Public),
    ("/any", Access::AnySession),
    ("/customer", Access::Customer),
    ("/staff", Access::Staff),
    ("/tags", Access::Permission(Permission::TicketTag)),
    ("/tickets", Access::CustomerOr(Permission::TicketRead)),
];

fn routes() -> Routes {
    ALL.iter().fold(Routes::new(), |routes, (path, access)| {
        routes.get(path, *access, async |asker: Asker| asker.viewer.to_string())
    })
}

fn outcome(told: &Told) -> String {
    if told.status.is_success() { "in".to_owned() } else { told.problem().1 }
}

#[tokio::test]
async fn every_access_admits_and_refuses_by_who_asks() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let customer = world.customer("mei").await;
    let reader = world.member("reader", &[Permission::TicketRead], Reach::All).await;
    let tagger = world.member("tagger", &[Permission::TicketTag], Reach::All).await;
    let strict = world.member("strict", &[Permission::TicketRead], Reach::All).await;
    let required = world.write(proofdesk_desk::viewer::Viewer::Operator, async |tx, cx| {
        let name =
            role::actions::create(tx, cx, "strict-too", &role::Grants::default(), true).await?;
        Ok(name)
    });
    let role_id = required.await.unwrap();
    let staff_id = strict.staff_id();
    let added = world.write(proofdesk_desk::viewer::Viewer::Operator, async move |tx, _| {
        let values = proofdesk_store::params![staff_id, role_id];
        Ok(tx.exec("insert into staff_role (staff_id, role_id) values ($1, $2)", values).await?)
    });
    added.await.unwrap();
    let matrix = [
        (None, ["in", "signed-out", "signed-out", "signed-out", "signed-out", "signed-out"]),
        (Some(&customer), ["in", "in", "in", "staff-only", "staff-only", "in"]),
        (Some(&reader), ["in", "in", "customers-only", "in", "no-permission", "in"]),
        (Some(&tagger), ["in", "in", "customers-only", "in", "in", "no-permission"]),
        (
            Some(&strict),
            [
                "in",
                "in",
                "second-factor-enrolment",
                "second-factor-enrolment",
                "second-factor-enrolment",
                "second-factor-enrolment",
            ],
        ),
    ];
    for (who, expected) in matrix {
        for ((path, _), expected) in ALL.iter().zip(expected) {
            let request = get(path);
            let request = if let Some(person) = who { request.bearer(person) } else { request };
            let told = request.of(&web).await;
            assert_eq!(
                outcome(&told),
                expected,
                "{path} for {:?}",
                who.map(|p| p.viewer.to_string())
            );
        }
    }
}

#[tokio::test]
async fn the_gate_knows_who_asks() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let customer = world.customer("mei").await;
    let me = customer.viewer.to_string();
    assert_eq!(get("/any").bearer(&customer).of(&web).await.body, me.as_bytes());
    assert_eq!(get("/any").cookie(&customer).of(&web).await.body, me.as_bytes());
    let lower = format!("bearer {}", customer.token);
    assert_eq!(get("/any").header("authorization", lower).of(&web).await.body, me.as_bytes());
}

#[tokio::test]
async fn a_session_that_is_over_is_told_apart_from_none() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let customer = world.customer("mei").await;
    assert!(get("/any").cookie(&customer).of(&web).await.status.is_success());
    world.wait(SESSION);
    assert_eq!(
        get("/any").cookie(&customer).of(&web).await.problem(),
        (401, "session-expired".into())
    );
    assert_eq!(get("/public").cookie(&customer).of(&web).await.status.as_u16(), 200);
    // A program that shows a wrong token is told, even where none is needed.
    let told = get("/public").bearer(&customer).of(&web).await;
    assert_eq!(told.problem(), (401, "session-expired".into()));
    assert_eq!(told.header("www-authenticate"), "Bearer");
    assert_eq!(get("/any").of(&web).await.problem(), (401, "signed-out".into()));
    // An API token's door does not open by cookie, nor one of neither kind.
    for token in ["pda_x", "x", "pds_x"] {
        let told = get("/any").header("authorization", format!("Bearer {token}")).of(&web).await;
        assert_eq!(told.status.as_u16(), 401, "{token}");
    }
}

#[test]
fn the_table_lists_every_route_with_its_access() {
    let post = Method::POST;
    let table = routes().route(&post, "/tags", Access::Staff, Body::Json, async || "").table();
    assert_eq!(table.len(), 7);
    assert!(table.iter().any(|r| r.path == "/tags" && r.method == "POST" && r.body == Body::Json));
}

#[tokio::test]
async fn head_is_a_get_without_a_body() {
    let world = World::sqlite().await;
    let web = world.web(routes());
    let told = ask("HEAD", "/public").of(&web).await;
    assert_eq!((told.status.as_u16(), told.body.len()), (200, 0));
    assert_eq!(told.header("content-length"), "9");
    let refused = ask("HEAD", "/staff").of(&web).await;
    assert_eq!((refused.status.as_u16(), refused.body.len()), (401, 0));
    assert_eq!(refused.header("content-type"), "application/problem+json");
}
