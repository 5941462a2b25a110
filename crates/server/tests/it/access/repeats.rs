//! The same request sent again. What happens then stands in the route table; every POST of the API is held to it.

use proofdesk_http::Repeat;
use proofdesk_testkit::{Answer, Client};

use super::cases::{Case, Fixtures};
use super::{desks, meant, table};

/// POSTs whose case is a refusal, so that it says nothing of a repeat: their own tests below `api` hold these to it.
const TESTED_ELSEWHERE: [&str; 9] = [
    "POST /api/v1/me/totp/confirmation",
    "POST /api/v1/me/totp/removal",
    "POST /api/v1/me/recovery-codes",
    "POST /api/v1/tickets/{id}/nudges",
    "POST /api/v1/tickets/{id}/merge",
    "POST /api/v1/tickets/{id}/split",
    "POST /api/v1/tickets/{id}/side-conversations",
    "POST /api/v1/tickets/{id}/side-conversations/{side_id}/messages",
    "POST /api/v1/tickets/{id}/side-conversations/{side_id}/reminders",
];

/// What is wrong with how a route takes a key, if anything.
async fn tried(case: &Case, client: &Client, repeat: Repeat) -> Option<String> {
    // The administrator's keys are one drawer.
    let key = case.route.replace(' ', "-");
    let send = || async { case.call(client).key(&key).send().await };
    let first = send().await;
    if repeat == Repeat::Refused {
        let told = (first.status, first.code());
        return (told != (422, "idempotency-refused".to_owned())).then(|| told_of("first", &first));
    }
    if first.status != case.status || !first.header("idempotency-replayed").is_empty() {
        return Some(told_of("first", &first));
    }
    if matches!(repeat, Repeat::NoEffect(_)) {
        let again = send().await;
        let marked = !again.header("idempotency-replayed").is_empty();
        return marked.then(|| told_of("a repeat that is answered as one", &again));
    }
    let again = send().await;
    let fits = match repeat {
        Repeat::ShownOnce => again.code() == "answer-shown-once" && again.status == 409,
        _ => again.header("idempotency-replayed") == "true" && same(&first, &again),
    };
    if !fits {
        return Some(told_of("again", &again));
    }
    let other = case.call_with_other_body(client)?.key(&key).send().await;
    (other.code() != "idempotency-mismatch").then(|| told_of("another body", &other))
}

/// Transcripts are read afresh, and sealed at another moment.
fn same(first: &Answer, again: &Answer) -> bool {
    let etags = (first.header("etag"), again.header("etag"));
    let bodies = first.body == again.body || first.json()["seal"].is_object();
    first.status == again.status && etags.0 == etags.1 && bodies
}

fn told_of(which: &str, answer: &Answer) -> String {
    format!("{which}: {} {}", answer.status, answer.text().chars().take(200).collect::<String>())
}

/// No POST of the API takes a key in silence: it is honoured, has no effect for a reason that is told, or is refused.
#[tokio::test(flavor = "multi_thread")]
async fn every_post_does_with_a_key_what_the_table_says() {
    for app in desks().await {
        let routes = table();
        let fixtures = Fixtures::new(&app).await;
        let (mut wrong, mut honoured) = (Vec::new(), 0);
        let is_meant = |case: &Case| {
            case.route.starts_with("POST /api/") && !TESTED_ELSEWHERE.contains(&case.route)
        };
        for case in fixtures.cases().into_iter().filter(is_meant) {
            let repeat = routes[case.route].repeat;
            let client = meant(&app, &fixtures, case.by).await;
            if let Some(fault) = tried(&case, &client, repeat).await {
                wrong.push(format!("{} ({repeat:?}): {fault}", case.route));
            }
            honoured += u32::from(repeat.is_keyed());
        }
        assert!(wrong.is_empty(), "on {:?}:\n{}", app.engine, wrong.join("\n"));
        assert!(honoured >= 30, "{honoured}");
        app.step().await;
    }
}
