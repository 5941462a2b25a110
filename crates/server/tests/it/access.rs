//! Every route as everybody. The routes come from the route table, what is asked of them from `cases`, and what must come
//! back from the access that the route declares.

mod cases;
mod repeats;

pub use cases::solved;

use std::collections::{BTreeMap, BTreeSet};

use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::{Builtin, takes_reach};
use proofdesk_http::{Access, Body, Route};
use proofdesk_server::serve::routes;
use proofdesk_testkit::{Answer, Client, Engine, NewMember, Setup, TestApp, until};

use cases::{By, Case, Fixtures};

/// What stands in nothing that an outsider is shown.
pub const SUBJECT: &str = "Zanzibar deposit";
pub const BODY: &str = "Quokka account";
pub const NOTE: &str = "Narwhal suspicion";

/// What who only reads may send: how far they have read, and that they look. The list may only shrink.
const READERS_MAY: [&str; 2] = ["PUT /api/v1/tickets/{id}/read-mark", "POST /api/v1/live/signals"];

/// Writes that every member whom the gate lets in may make: what comes of them is their own. Every other one is about what belongs
/// to others, and its verb refuses whoever does not reach that far. A new route is held to that without being asked.
const FOR_ONESELF: [&str; 7] = [
    "PUT /api/v1/me/availability",
    "POST /api/v1/session/step-up",
    "POST /api/v1/views",
    "POST /api/v1/macros",
    "POST /api/v1/macro-previews",
    "DELETE /api/v1/article-review-reminders",
    "DELETE /api/v1/article-handovers",
];

/// Acts on many tickets, which answer for each by itself.
const BY_TICKET: [&str; 4] = [
    "POST /api/v1/tickets/bulk",
    "POST /api/v1/tickets/bulk/merge",
    "POST /api/v1/tickets/bulk/link",
    "POST /api/v1/tickets/bulk/undo",
];

/// Somebody who is not meant.
struct Outsider {
    name: &'static str,
    client: Client,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Anonymous,
    Customer,
    /// A member with these permissions.
    Staff(Holds),
    /// A member whose second factor is missing.
    Limited,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Nothing,
    /// Whatever takes a reach, over things of others than the fixtures' owner.
    ElsewhereOnly,
    /// The auditor's: sees all, changes nothing.
    Reading,
}

impl Holds {
    fn holds(self, permission: Permission) -> bool {
        match self {
            Self::Nothing => false,
            Self::ElsewhereOnly => takes_reach(permission),
            Self::Reading => Builtin::Auditor.grants().contains_key(&permission),
        }
    }
}

/// One on each engine.
async fn desks() -> [TestApp; 2] {
    [desk(Engine::Sqlite).await, desk(Engine::Postgres).await]
}

/// A desk with whole indexes, so that a route that asks one has an answer.
async fn desk(engine: Engine) -> TestApp {
    let app = Setup::on(engine).searching().start().await;
    until("the indexes are whole", async || app.is_indexed().await).await;
    app
}

fn name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

/// The refusal at the gate, or `None` for who comes through.
fn gate(access: Access, kind: Kind) -> Option<(u16, &'static str)> {
    match (access, kind) {
        (Access::Public, _) => None,
        (_, Kind::Anonymous) => Some((401, "signed-out")),
        (Access::AnySession, _) => None,
        (_, Kind::Limited) => Some((403, "second-factor-enrolment")),
        (Access::Customer | Access::CustomerOr(_), Kind::Customer) => None,
        (Access::Customer, Kind::Staff(_)) => Some((403, "customers-only")),
        (Access::Staff | Access::Permission(_), Kind::Customer) => Some((403, "staff-only")),
        (Access::Staff, Kind::Staff(_)) => None,
        (Access::Permission(permission) | Access::CustomerOr(permission), Kind::Staff(holds)) => {
            (!holds.holds(permission)).then_some((403, "no-permission"))
        }
    }
}

/// Whether an act on many tickets did something to one of them, or told how it stands.
fn touched(answer: &Answer) -> bool {
    let answer = answer.json();
    let items = answer["items"].as_array().expect("an item for each ticket");
    let left_alone = |item: &serde_json::Value| {
        matches!(item["outcome"].as_str(), Some("not_found" | "not_allowed" | "refused"))
    };
    items.is_empty() || !items.iter().all(left_alone)
}

/// Says whether a verb has to refuse what the gate lets through: a member's write about what belongs to others.
fn is_the_verbs(kind: Kind, route: &Route) -> bool {
    let Kind::Staff(holds) = kind else { return false };
    let by_verb = match route.access {
        Access::Staff => true,
        // Who reads all of it may be shown what a text would look like.
        Access::Permission(_) => holds != Holds::Reading,
        Access::Public | Access::AnySession | Access::Customer | Access::CustomerOr(_) => false,
    };
    let name = name(route);
    by_verb && !FOR_ONESELF.iter().chain(&BY_TICKET).any(|own| *own == name)
}

async fn outsiders(app: &TestApp) -> Vec<Outsider> {
    let everywhere = |reach| {
        Permission::ALL.iter().copied().filter(|p| takes_reach(*p)).map(move |p| (p, reach))
    };
    let team = app.team("Elsewhere").await;
    let (brand, other_exchange) = app.brand("other").await;
    let mallory = app.customer("mallory").await;
    let oscar = app.customer_of(&other_exchange, "oscar").await;
    // They have things of their own, so that an empty list is not what makes the test pass.
    app.ticket(&mallory, "Mine").await;
    app.ticket(&oscar, "Mine too").await;
    let powerless = app.member(NewMember::named("powerless")).await;
    let team_mate =
        app.member(NewMember::named("elsewhere").grants(everywhere(Reach::Team)).team(team)).await;
    let brand_mate = app
        .member(NewMember::named("otherbrand").grants(everywhere(Reach::Brand)).brand(brand))
        .await;
    let reader = app.member(NewMember::named("reader").role(Builtin::Auditor)).await;
    let limited = NewMember::named("limited").role(Builtin::Administrator).requires_totp();
    let limited = app.member(limited).await;
    let staff = |name, member: &Client, holds| Outsider {
        name,
        client: member.clone(),
        kind: Kind::Staff(holds),
    };
    vec![
        Outsider { name: "anonymous", client: app.anonymous(), kind: Kind::Anonymous },
        Outsider { name: "another customer", client: mallory.client.clone(), kind: Kind::Customer },
        Outsider {
            name: "another brand's customer",
            client: oscar.client.clone(),
            kind: Kind::Customer,
        },
        staff("a member without roles", &powerless, Holds::Nothing),
        staff("another team", &team_mate, Holds::ElsewhereOnly),
        staff("another brand", &brand_mate, Holds::ElsewhereOnly),
        staff("who may only read", &reader, Holds::Reading),
        Outsider {
            name: "without the required second factor",
            client: limited.client.clone(),
            kind: Kind::Limited,
        },
    ]
}

#[track_caller]
fn same(routes: &BTreeMap<String, Route>, cases: &[Case]) {
    let told: BTreeSet<&str> = cases.iter().map(|case| case.route).collect();
    let missing: Vec<_> = routes.keys().filter(|route| !told.contains(route.as_str())).collect();
    let gone: Vec<_> = told.iter().filter(|route| !routes.contains_key(**route)).collect();
    assert!(missing.is_empty(), "routes without a case in access/cases.rs: {missing:#?}");
    assert!(gone.is_empty(), "cases of routes that do not exist: {gone:#?}");
    assert!(
        READERS_MAY
            .iter()
            .chain(&FOR_ONESELF)
            .chain(&BY_TICKET)
            .all(|route| routes.contains_key(*route)),
        "an exception of a route that does not exist"
    );
}

fn table() -> BTreeMap<String, Route> {
    let rows = routes().table();
    let by_name: BTreeMap<String, Route> = rows.iter().map(|route| (name(route), *route)).collect();
    assert_eq!(by_name.len(), rows.len(), "a route stands in the table twice");
    by_name
}

/// Whoever the route is not for is refused with its own words; who comes through finds nothing of others.
#[tokio::test(flavor = "multi_thread")]
async fn every_route_refuses_whom_it_is_not_for() {
    for app in desks().await {
        let routes = table();
        let fixtures = Fixtures::new(&app).await;
        let cases = fixtures.cases();
        same(&routes, &cases);
        let mut wrong = Vec::new();
        for outsider in outsiders(&app).await {
            for case in &cases {
                let route = &routes[case.route];
                if let Some(fault) = tried(&outsider, case, route, &fixtures).await {
                    wrong.push(format!("{} as {}: {fault}", case.route, outsider.name));
                }
            }
        }
        app.step().await;
        assert!(wrong.is_empty(), "on {:?}:\n{}", app.engine, wrong.join("\n"));
    }
}

/// What is wrong with the answer, if anything.
async fn tried(
    outsider: &Outsider,
    case: &Case,
    route: &Route,
    fixtures: &Fixtures,
) -> Option<String> {
    let gate = gate(route.access, outsider.kind);
    let reads_all = outsider.kind == Kind::Staff(Holds::Reading);
    let is_read = route.method == "GET";
    let by_verb = gate.is_none() && !is_read && is_the_verbs(outsider.kind, route);
    let by_ticket = gate.is_none() && BY_TICKET.contains(&case.route);
    // What is allowed and changes something is not done here.
    if gate.is_none() && !is_read && !case.scoped && !by_verb && !by_ticket {
        return None;
    }
    // A connection that stays open is tested where its frames are.
    if gate.is_none() && route.body == Body::Stream && is_read {
        return None;
    }
    // A page that signs somebody in must not make another of them for the cases that follow.
    let answer = case.call(&outsider.client.copy()).send().await;
    let came = format!("{} {}", answer.status, answer.text().chars().take(200).collect::<String>());
    match gate {
        Some((status, code)) if answer.status != status || answer.code() != code => {
            Some(format!("expected {status} {code}, came {came}"))
        }
        None if case.scoped && !reads_all && answer.status != 404 => {
            Some(format!("expected 404, came {came}"))
        }
        // They repeat the numbers that were sent, which shows nothing.
        None if by_ticket && answer.status == 200 => {
            touched(&answer).then(|| format!("acted on a ticket: {came}"))
        }
        None if by_verb && !case.scoped && !matches!(answer.status, 403 | 404) => {
            Some(format!("expected a refusal by the verb, came {came}"))
        }
        None if reads_all
            && !is_read
            && !matches!(answer.status, 403 | 404)
            && !READERS_MAY.contains(&case.route) =>
        {
            Some(format!("a reader changed something: {came}"))
        }
        None if answer.status >= 500 => Some(came),
        None if !reads_all => {
            fixtures.leak(&answer.text()).map(|what| format!("shows {what}: {came}"))
        }
        _ => None,
    }
}

/// Somebody whom a route is for.
async fn meant(app: &TestApp, fixtures: &Fixtures, by: By) -> Client {
    match by {
        By::Admin => app.admin.client.clone(),
        By::Owner => fixtures.owner.client.clone(),
        By::Anonymous => app.anonymous(),
        By::Fresh => {
            let fresh = NewMember::named(&fixtures.fresh_name()).role(Builtin::Agent);
            app.member(fresh).await.client.clone()
        }
        By::FreshCustomer => app.customer(&fixtures.fresh_name()).await.client.clone(),
    }
}

/// The cases are right: whoever they are for gets what they ask for. Without this the test above would prove nothing.
#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_whom_it_is_for() {
    for app in desks().await {
        let fixtures = Fixtures::new(&app).await;
        let routes = table();
        let mut wrong = Vec::new();
        for case in fixtures.cases() {
            let route = routes.get(case.route);
            if route.is_some_and(|route| route.body == Body::Stream && route.method == "GET") {
                continue;
            }
            let client = meant(&app, &fixtures, case.by).await;
            let answer = case.call(&client).send().await;
            if answer.status != case.status {
                wrong.push(format!(
                    "{}: expected {}, came {} {}",
                    case.route,
                    case.status,
                    answer.status,
                    answer.text()
                ));
            }
        }
        app.step().await;
        assert!(wrong.is_empty(), "on {:?}:\n{}", app.engine, wrong.join("\n"));
    }
}

/// A request that another site makes a browser send carries the cookie, and nothing else that opens a door.
#[tokio::test(flavor = "multi_thread")]
async fn no_other_site_acts_in_anybodys_name() {
    let app = desk(Engine::Sqlite).await;
    let fixtures = Fixtures::new(&app).await;
    let routes = table();
    for case in fixtures.cases() {
        let Some(route) = routes.get(case.route) else { continue };
        let client = match case.by {
            By::Admin | By::Fresh => &app.admin.client,
            By::Owner | By::FreshCustomer => &fixtures.owner.client,
            By::Anonymous => continue,
        };
        if route.method == "GET" {
            continue;
        }
        let foreign = case.call(client).header("origin", "https://evil.example").send().await;
        assert_eq!(
            foreign.code(),
            "csrf-missing",
            "{} from another site: {}",
            case.route,
            foreign.text()
        );
        let (address, token) = (client.address(), client.token().expect("a session"));
        let blind = Client::new(address);
        blind.set_cookie("proofdesk", &token);
        let blind = case.call_without_field(&blind).send().await;
        assert_eq!(
            blind.code(),
            "csrf-missing",
            "{} without the token: {}",
            case.route,
            blind.text()
        );
    }
    app.step().await;
}
