//! One case for each route: what to ask, who may, and what comes then. A route without a case fails the test.

mod api;
mod help;
mod site;
mod ticket;

use std::sync::atomic::{AtomicU32, Ordering};

use http::Method;
use proofdesk_desk::id::PublicId;
use proofdesk_testkit::{Call, Client, Customer, TestApp};
use serde_json::{Value, json};

use super::{BODY, NOTE, SUBJECT};

/// Who the route is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Admin,
    /// The customer whose things the fixtures are.
    Owner,
    Anonymous,
    /// A member made for this one request, who is changed or ended by it.
    Fresh,
    /// The same of customers.
    FreshCustomer,
}

#[derive(Clone, Debug)]
enum Sent {
    Nothing,
    Json(Value),
    /// With `If-Match`.
    Change(i64, Value),
    Form(Vec<(&'static str, String)>),
    /// As browsers send files.
    Parts(Vec<(&'static str, String)>),
    Bytes(&'static str, &'static [u8]),
}

#[derive(Clone, Debug)]
pub struct Case {
    pub route: &'static str,
    path: String,
    sent: Sent,
    header: Option<(&'static str, &'static str)>,
    pub by: By,
    pub status: u16,
    /// It names something of the owner's: who may not see that finds nothing there.
    pub scoped: bool,
}

impl Case {
    /// `route` is `METHOD /path` as in the table; `ids` take the places of its parameters.
    fn new(route: &'static str, ids: &[&str], status: u16) -> Self {
        let (_, template) = route.split_once(' ').expect("method and path");
        let mut ids = ids.iter();
        let filled = template.split('/').map(|part| match part.starts_with('{') {
            true => *ids.next().unwrap_or_else(|| panic!("{route}: an id is missing")),
            false => part,
        });
        let path = filled.collect::<Vec<_>>().join("/");
        assert!(ids.next().is_none(), "{route}: an id too many");
        Self {
            route,
            path,
            sent: Sent::Nothing,
            header: None,
            by: By::Admin,
            status,
            scoped: false,
        }
    }

    fn by(self, by: By) -> Self {
        Self { by, ..self }
    }

    fn scoped(self) -> Self {
        Self { scoped: true, ..self }
    }

    fn query(self, query: &str) -> Self {
        Self { path: format!("{}?{query}", self.path), ..self }
    }

    fn json(self, body: Value) -> Self {
        Self { sent: Sent::Json(body), ..self }
    }

    fn change(self, version: i64, body: Value) -> Self {
        Self { sent: Sent::Change(version, body), ..self }
    }

    fn form(self, fields: &[(&'static str, &str)]) -> Self {
        Self { sent: Sent::Form(owned(fields)), ..self }
    }

    fn parts(self, fields: &[(&'static str, &str)]) -> Self {
        Self { sent: Sent::Parts(owned(fields)), ..self }
    }

    fn bytes(self, kind: &'static str, bytes: &'static [u8]) -> Self {
        Self { sent: Sent::Bytes(kind, bytes), ..self }
    }

    fn header(self, name: &'static str, value: &'static str) -> Self {
        Self { header: Some((name, value)), ..self }
    }

    /// The request as this browser sends it, forms with their hidden field.
    pub fn call(&self, client: &Client) -> Call {
        self.made(client, client.csrf())
    }

    /// The request as another site's page would make the browser send it.
    pub fn call_without_field(&self, client: &Client) -> Call {
        self.made(client, None)
    }

    /// The same request with another body, where it has one that is JSON.
    pub fn call_with_other_body(&self, client: &Client) -> Option<Call> {
        match &self.sent {
            // A space more is another text, and the same to the verb.
            Sent::Json(body) => {
                Some(self.call(client).bytes("application/json", format!("{body} ")))
            }
            _ => None,
        }
    }

    fn made(&self, client: &Client, csrf: Option<String>) -> Call {
        let (method, _) = self.route.split_once(' ').expect("method and path");
        let call = client.call(method.parse::<Method>().expect("a method"), &self.path);
        let call = match self.header {
            Some((name, value)) => call.header(name, value),
            None => call,
        };
        let with_csrf = |fields: &[(&'static str, String)]| {
            let mut all = fields.to_vec();
            all.extend(csrf.clone().map(|token| ("csrf", token)));
            all
        };
        match &self.sent {
            Sent::Nothing => call,
            Sent::Json(body) => call.json(body),
            Sent::Change(version, body) => call.if_match(*version).json(body),
            Sent::Form(fields) => {
                let fields = with_csrf(fields);
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                call.form(&fields)
            }
            Sent::Parts(fields) => {
                call.bytes("multipart/form-data; boundary=BOUNDARY", parts(&with_csrf(fields)))
            }
            Sent::Bytes(kind, bytes) => call.bytes(kind, *bytes),
        }
    }
}

fn owned(fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// The hidden field first, as the pages have it.
fn parts(fields: &[(&'static str, String)]) -> String {
    let part = |(name, value): &(&str, String)| {
        format!("--BOUNDARY\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let (hidden, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| *name == "csrf");
    let text: String = hidden.into_iter().chain(rest).map(part).collect();
    text + "--BOUNDARY--\r\n"
}

/// What the cases name. Everything of it belongs to one customer of the first brand, or to the organisation.
pub struct Fixtures {
    pub owner: Customer,
    ticket: PublicId,
    /// A ticket of the owner that goes on in another one, and one that was split off.
    merged: PublicId,
    split_off: String,
    ids: Ids,
    fresh: AtomicU32,
}

/// Things made for the cases, by what they are for.
struct Ids {
    brand: String,
    team: String,
    doomed_team: String,
    view: String,
    doomed_view: String,
    reply_macro: String,
    doomed_macro: String,
    role: String,
    doomed_role: String,
    skill: String,
    member: String,
    doomed_member: String,
    /// An absence of the member's.
    doomed_absence: String,
    today: String,
    exchange_key: String,
    /// An event of the exchange that failed, before a gap.
    exchange_event: String,
    api_token: String,
    article: String,
    /// A file that the article names.
    article_file: String,
    /// Words that were looked for in vain.
    missed: String,
    doomed_missed: String,
    webhook: String,
    doomed_webhook: String,
    delivery: String,
    dead_job: String,
    doomed_job: String,
    /// A tag that no ticket has.
    free_tag: String,
    owners_session: String,
    owners_site_session: String,
    link: String,
    used_link: String,
    /// A mailed link to a ticket of somebody without an account.
    ticket_link: String,
    department: String,
    doomed_department: String,
    /// What the department was asked about the owner's ticket.
    side: String,
    /// A mailed link to what it was asked about somebody else's, and a file that it was given there.
    side_link: String,
    side_file: String,
    customer_token: String,
    site_tokens: [String; 2],
    asset: String,
    admin: String,
    solved: String,
    /// A status of the desk's own.
    own_status: String,
    /// A file of the owner's message.
    file: String,
    /// A message of the owner's to be erased, and a file of another one.
    doomed_message: String,
    doomed_file: String,
    doomed_customer: String,
    /// What is to be heeded about the owner.
    constraint: String,
    /// Uploads that the owner began.
    upload: String,
    doomed_upload: String,
    /// What agents added to the owner's ticket.
    evidence: String,
    doomed_evidence: String,
    event: String,
    /// Browsers of the owner, each for one case that removes it.
    push_subscriptions: Vec<String>,
}

/// A browser that subscribes, as it tells of itself.
pub fn push_subscription(name: &str) -> Value {
    json!({
        "endpoint": format!("http://127.0.0.1:9/{name}"),
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    })
}

async fn push_subscriptions(owner: &Customer) -> Vec<String> {
    let mut made = Vec::new();
    for name in ["page", "api"] {
        let add = owner.post("/api/v1/me/push-subscriptions").json(&push_subscription(name));
        let added = add.send().await.expect(201).json();
        made.push(added["id"].as_str().expect("an id").to_owned());
    }
    made
}

/// Makes something through the API and returns its id.
async fn made(app: &TestApp, path: &str, body: Value) -> String {
    let answer = app.admin.post(path).json(&body).send().await.expect(201).json();
    answer["id"].as_str().unwrap_or_else(|| panic!("no id in {answer}")).to_owned()
}

fn saved_view(name: &str) -> Value {
    json!({ "name": name, "filter": "is:open", "audience": "own" })
}

/// A macro of the administrator's own, which nobody else sees.
pub fn reply_macro(app: &TestApp, name: &str) -> Value {
    json!({
        "brand_id": app.brand_id, "name": name, "audience": "own",
        "texts": [{ "lang": "en", "text": "We are looking into {{ticket.number}}." }],
    })
}

async fn link(app: &TestApp, name: &str) -> String {
    let invitation = json!({ "email": format!("{name}@example.com") });
    let answer = app.admin.post("/api/v1/staff").json(&invitation).send().await.expect(201).json();
    let link = answer["link"].as_str().expect("a link");
    link.rsplit('/').next().expect("a token").to_owned()
}

/// The token of a link that would have been mailed, on a desk that otherwise sends no mail.
async fn ticket_link(app: &TestApp) -> String {
    use proofdesk_desk::notification::{Channel, actions::set_road};
    let road = async |domain: Option<&'static str>| {
        app.act(app.operator(), async move |tx, cx| set_road(tx, cx, Channel::Mail, domain).await)
            .await;
    };
    road(Some("desk.example")).await;
    let new = json!({ "brand_id": app.brand_id, "email": "mailed@example.com" });
    let customer = made(app, "/api/v1/customers", new).await;
    let new = json!({ "customer_id": customer, "category": "other", "subject": "By mail", "body": "Words" });
    app.admin.post("/api/v1/tickets").json(&new).send().await.expect(201);
    road(None).await;
    let link = app.look(async |rx| Ok(rx.query_one("select id from ticket_link", &[]).await?));
    let (id,): (proofdesk_desk::id::TicketLinkId,) = link.await;
    proofdesk_desk::ticket_link::token(app.desk().keyring(), id).expect("a token")
}

/// A department's id, and what it was asked about a ticket; on a desk that otherwise sends no mail.
async fn asked(app: &TestApp, department: &str, number: &str, files: &[&str]) -> String {
    use proofdesk_desk::notification::{Channel, actions::set_road};
    let road = async |domain: Option<&'static str>| {
        app.act(app.operator(), async move |tx, cx| set_road(tx, cx, Channel::Mail, domain).await)
            .await;
    };
    road(Some("desk.example")).await;
    let new = json!({
        "department_id": department, "subject": "A node", "body": "Is it behind?", "attachment_ids": files,
    });
    let side = made(app, &format!("/api/v1/tickets/{number}/side-conversations"), new).await;
    road(None).await;
    side
}

async fn side_of_owner(app: &TestApp, owner: &Customer, department: &str) -> String {
    let tickets = owner.get("/api/v1/tickets").send().await.expect(200).json();
    let number = tickets["items"][0]["id"].as_str().expect("a ticket").to_owned();
    asked(app, department, &number, &[]).await
}

/// The token of a link to what a department was asked about a ticket of somebody else, and a file that it was given with that.
async fn side_link(app: &TestApp, department: &str) -> (String, String) {
    let new = json!({ "brand_id": app.brand_id, "name": "Elsewhere" });
    let customer = made(app, "/api/v1/customers", new).await;
    let new = json!({ "customer_id": customer, "category": "other", "subject": "Aside", "body": "Words" });
    let number = made(app, "/api/v1/tickets", new).await;
    let sent = app.admin.post("/api/v1/attachments").header("x-file-name", "node.log");
    let sent = sent.bytes("text/plain", "behind").send().await.expect(201).json();
    let file = sent["id"].as_str().expect("an id").to_owned();
    let id = asked(app, department, &number, &[&file]).await;
    let id: proofdesk_desk::id::SideConversationId = id.parse().expect("an id");
    let row = app.look(async move |rx| {
        let sql = "select link_id from side_conversation where id = $1";
        Ok(rx.query_one(sql, proofdesk_store::params![id]).await?)
    });
    let (link,): (proofdesk_desk::id::SideLinkId,) = row.await;
    let token = proofdesk_desk::side_conversation::token(app.desk().keyring(), link);
    (token.expect("a token"), file)
}

/// A file that the start page refers to.
async fn asset(app: &TestApp) -> String {
    let page = app.anonymous().get("/").send().await.expect(200).text();
    let (_, name) = page.split_once("/assets/").expect("a page with a style");
    name.split('"').next().expect("a name").to_owned()
}

/// The id of the status that a solved ticket has.
pub async fn solved(app: &TestApp) -> String {
    let statuses = app.admin.get("/api/v1/statuses").send().await.expect(200).json();
    let statuses = statuses["items"].as_array().expect("statuses").clone();
    let solved =
        statuses.iter().find(|status| status["category"] == "solved").expect("a solved status");
    solved["id"].as_str().expect("an id").to_owned()
}

/// A file of a note on the owner's ticket is for nobody but staff; this one the owner sent.
async fn file(app: &TestApp, owner: &Customer) -> String {
    let upload = owner.post("/api/v1/attachments").header("x-file-name", "receipt.txt");
    let file = upload.bytes("text/plain", BODY).send().await.expect(201).json()["id"].clone();
    let tickets = owner.get("/api/v1/tickets").send().await.expect(200).json();
    let number = tickets["items"][0]["id"].as_str().expect("a ticket").to_owned();
    let messages = format!("/api/v1/tickets/{number}/messages");
    owner
        .post(&messages)
        .json(&json!({ "body": BODY, "attachment_ids": [file] }))
        .send()
        .await
        .expect(201);
    app.admin
        .post(&messages)
        .json(&json!({ "body": NOTE, "visibility": "internal" }))
        .send()
        .await
        .expect(201);
    file.as_str().expect("an id").to_owned()
}

/// A further message of the owner's ticket.
async fn message(owner: &Customer, body: Value) -> String {
    let tickets = owner.get("/api/v1/tickets").send().await.expect(200).json();
    let number = tickets["items"][0]["id"].as_str().expect("a ticket").to_owned();
    let path = format!("/api/v1/tickets/{number}/messages");
    let posted = owner.post(&path).json(&body).send().await.expect(201).json();
    posted["message_id"].as_str().expect("an id").to_owned()
}

/// A ticket that goes on in another one, and one that was split off that.
async fn goes_on(app: &TestApp, owner: &Customer) -> (PublicId, String) {
    let home = app.ticket(owner, "Home").await;
    let path = |rest: &str| format!("/api/v1/tickets/{home}/{rest}");
    let more = owner.post(&path("messages")).json(&json!({ "body": "Another matter" }));
    let more = more.send().await.expect(201).json()["message_id"].clone();
    let apart = json!({ "message_ids": [more], "subject": "Apart", "category": "other" });
    let apart = app.admin.post(&path("split")).json(&apart).send().await.expect(201).json();
    let split_off = apart["ticket"]["id"].as_str().expect("a number").to_owned();
    let merged = app.ticket(owner, "Merged").await;
    let merge = app.admin.post(&format!("/api/v1/tickets/{merged}/merge"));
    merge.json(&json!({ "into": home.as_str() })).send().await.expect(200);
    (merged, split_off)
}

async fn doomed_file(owner: &Customer) -> String {
    let upload = owner.post("/api/v1/attachments").header("x-file-name", "doomed.txt");
    let file = upload.bytes("text/plain", "doomed").send().await.expect(201).json()["id"].clone();
    message(owner, json!({ "body": "With a file", "attachment_ids": [file] })).await;
    file.as_str().expect("an id").to_owned()
}

async fn doomed_customer(app: &TestApp) -> String {
    made(app, "/api/v1/customers", json!({ "brand_id": app.brand_id, "name": "Doomed" })).await
}

/// An upload of the owner of which nothing came yet.
async fn upload(owner: &Customer) -> String {
    let begun = json!({ "file_name": "begun.txt", "length": 6 });
    let begun = owner.post("/api/v1/uploads").json(&begun).send().await.expect(201).json();
    begun["id"].as_str().expect("an id").to_owned()
}

/// Evidence that staff added to the owner's ticket.
async fn evidence(app: &TestApp, owner: &Customer, text: &str) -> String {
    let tickets = owner.get("/api/v1/tickets").send().await.expect(200).json();
    let number = tickets["items"][0]["id"].as_str().expect("a ticket").to_owned();
    let path = format!("/api/v1/tickets/{number}/evidence");
    let added = app.admin.post(&path).json(&json!({ "text": text })).send().await.expect(201);
    added.json()["evidence"][0]["id"].as_str().expect("an id").to_owned()
}

/// An event that a signed checkpoint covers.
async fn event(app: &TestApp) -> String {
    app.recur().await;
    let page = app
        .admin
        .get("/api/v1/audit/events?kind=organisation.founded")
        .send()
        .await
        .expect(200)
        .json();
    page["items"][0]["id"].as_str().unwrap_or_else(|| panic!("no such event: {page}")).to_owned()
}

/// An event that failed, and one behind a gap.
async fn exchange_event(app: &TestApp) -> String {
    let tier = |seq| {
        json!({
            "id": format!("ev-{seq}"), "seq": seq, "kind": "tier_changed", "account": "acc-nobody",
            "occurred_at": app.clock.now().to_string(), "data": { "from": 0, "to": 1 },
        })
    };
    app.exchange
        .tell(&app.anonymous(), app.clock.now(), &json!({ "events": [tier(1), tier(3)] }))
        .await
        .expect(202);
    app.step().await;
    let page = app.admin.get("/api/v1/exchange/events").send().await.expect(200).json();
    let items = page["items"].as_array().expect("events");
    let first = items.iter().find(|one| one["seq"] == 1).expect("the first");
    let id = first["id"].as_str().expect("an id").to_owned();
    // One of which nothing is left is not handled again.
    let failed = "update exchange_event set state = 'failed', \
        facts = (select e.facts from exchange_event e where e.seq = 3) where seq = 1";
    let spoil = async move |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
        tx.exec(failed, &[]).await?;
        Ok(())
    };
    app.desk().db().write(spoil).await.expect("a failed event");
    id
}

/// A delivery that came to an end, and a job that nobody can run.
async fn ended(app: &TestApp) -> (String, String, [String; 2]) {
    let receiver = proofdesk_testkit::Receiver::start().await;
    let new = json!({ "name": "hook", "url": receiver.url(), "kinds": ["team.*"] });
    let answer = app.admin.post("/api/v1/webhooks").json(&new).send().await.expect(201).json();
    let webhook = answer["webhook"]["id"].as_str().expect("an id").to_owned();
    made(app, "/api/v1/teams", json!({ "name": "told" })).await;
    let job = |id: u128| proofdesk_store::job::NewJob {
        id: uuid::Uuid::from_u128(id),
        kind: "nobody.knows",
        lane: "outward",
        dedupe_key: None,
        payload: "null",
        run_at: 0,
        max_attempts: 1,
        now: 0,
    };
    let enqueue = async move |tx: &proofdesk_store::Tx<'_>| -> proofdesk_desk::Result<()> {
        tx.enqueue(&job(0x0199_0000_0000_7000_8000_0000_0000_dead)).await?;
        tx.enqueue(&job(0x0199_0000_0000_7000_8000_0000_0001_dead)).await?;
        Ok(())
    };
    app.desk().db().write(enqueue).await.expect("a job");
    proofdesk_testkit::until("a delivery", async || {
        app.step().await;
        !receiver.received().is_empty()
    })
    .await;
    let path = format!("/api/v1/webhooks/{webhook}/deliveries");
    let page = app.admin.get(&path).send().await.expect(200).json();
    let delivery = page["items"][0]["id"].as_str().expect("a delivery").to_owned();
    let dead = app.admin.get("/api/v1/jobs").send().await.expect(200).json();
    let job = |at: usize| dead["items"][at]["id"].as_str().expect("a dead job").to_owned();
    (webhook, delivery, [job(0), job(1)])
}

impl Fixtures {
    pub async fn new(app: &TestApp) -> Self {
        let owner = app.customer("owner").await;
        let ticket = app.ticket_with(&owner, SUBJECT, BODY).await;
        let ids = Ids::new(app, &owner).await;
        // Last, because what was made before belongs to the owner's only ticket.
        let (merged, split_off) = goes_on(app, &owner).await;
        Self { owner, ticket, merged, split_off, ids, fresh: AtomicU32::new(0) }
    }

    pub fn fresh_name(&self) -> String {
        format!("fresh-{}", self.fresh.fetch_add(1, Ordering::Relaxed))
    }

    /// What of the owner's a text shows, if anything.
    pub fn leak(&self, text: &str) -> Option<&'static str> {
        let marks = [
            (self.ticket.as_str(), "the ticket's number"),
            (SUBJECT, "the ticket's subject"),
            (BODY, "the ticket's message"),
            (NOTE, "the ticket's note"),
            ("owner of exchange", "the customer's name"),
            ("owner@exchange.example.com", "the customer's address"),
            ("uid-owner", "the customer's account"),
        ];
        marks.into_iter().find(|(mark, _)| text.contains(mark)).map(|(_, what)| what)
    }
}

impl Ids {
    async fn new(app: &TestApp, owner: &Customer) -> Self {
        let named = |name: &str| json!({ "name": name });
        // The owner comes in again, twice: those sessions can be ended while the first one asks.
        let again = app.customer(&owner.sub).await;
        let once_more = app.customer(&owner.sub).await;
        let sessions = owner.get("/api/v1/sessions").send().await.expect(200).json();
        let others = sessions["items"].as_array().expect("sessions").iter();
        let mut others = others.filter(|one| one["current"] == false);
        let mut other =
            || others.next().expect("a session")["id"].as_str().expect("an id").to_owned();
        let (owners_session, owners_site_session) = (other(), other());
        drop((again, once_more));
        let key = json!({
            "brand_id": app.brand_id, "kid": "doomed", "audience": "https://x.example", "material": { "HS256": null },
        });
        let token = json!({
            "name": "doomed", "scopes": ["ticket.read"],
            "expires_at": (app.clock.now() + std::time::Duration::from_secs(86_400)).to_string(),
        });
        let hook = json!({ "name": "doomed", "url": "https://hooks.example.com/x", "kinds": ["ticket.*"] });
        let hook = app.admin.post("/api/v1/webhooks").json(&hook).send().await.expect(201).json();
        let article_file = help::file(app).await;
        let article = help::article(app, &article_file).await;
        let missed = help::missed(app, "how to stake").await;
        let doomed_missed = help::missed(app, "how to lend").await;
        let (webhook, delivery, [dead_job, doomed_job]) = ended(app).await;
        let named_department =
            |name: &str| json!({ "name": name, "email": "nodes@exchange.example", "lang": "ja" });
        let department =
            made(app, "/api/v1/departments", named_department("Node operations")).await;
        let (side_link, side_file) = side_link(app, &department).await;
        let member = made(app, "/api/v1/staff", json!({ "email": "someone@example.com" })).await;
        let absences = format!("/api/v1/staff/{member}/absences");
        let today = app.clock.now().date();
        let absence = json!({ "first_day": today, "last_day": today, "reason": "holiday" });
        let doomed_absence = made(app, &absences, absence).await;
        Self {
            article,
            article_file,
            missed,
            doomed_missed,
            brand: app.brand_id.to_string(),
            team: made(app, "/api/v1/teams", named("first line")).await,
            doomed_team: made(app, "/api/v1/teams", named("doomed")).await,
            view: made(app, "/api/v1/views", saved_view("kept")).await,
            doomed_view: made(app, "/api/v1/views", saved_view("doomed")).await,
            reply_macro: made(app, "/api/v1/macros", reply_macro(app, "kept")).await,
            doomed_macro: made(app, "/api/v1/macros", reply_macro(app, "doomed")).await,
            role: made(app, "/api/v1/roles", named("some role")).await,
            doomed_role: made(app, "/api/v1/roles", named("doomed")).await,
            skill: made(app, "/api/v1/skills", json!({ "name": "vi", "kind": "language" })).await,
            member,
            doomed_absence,
            today,
            doomed_member: made(app, "/api/v1/staff", json!({ "email": "doomed@example.com" }))
                .await,
            exchange_key: made(app, "/api/v1/exchange-keys", key).await,
            exchange_event: exchange_event(app).await,
            api_token: made(app, "/api/v1/api-tokens", token).await,
            webhook,
            doomed_webhook: hook["webhook"]["id"].as_str().expect("an id").to_owned(),
            delivery,
            dead_job,
            doomed_job,
            free_tag: made(app, "/api/v1/tags", named("free")).await,
            owners_session,
            owners_site_session,
            link: link(app, "linked").await,
            used_link: link(app, "used").await,
            ticket_link: ticket_link(app).await,
            side: side_of_owner(app, owner, &department).await,
            side_link,
            side_file,
            doomed_department: made(app, "/api/v1/departments", named_department("Doomed")).await,
            department,
            customer_token: app.exchange.token("newcomer", app.clock.now()),
            site_tokens: ["one", "two"].map(|sub| app.exchange.token(sub, app.clock.now())),
            asset: asset(app).await,
            admin: app.admin.id.to_string(),
            solved: solved(app).await,
            own_status: made(
                app,
                "/api/v1/statuses",
                json!({
                    "key": "with-bank", "category": "waiting_on_internal",
                    "names": [{ "lang": "en", "name": "With the bank" }],
                }),
            )
            .await,
            file: file(app, owner).await,
            upload: upload(owner).await,
            doomed_upload: upload(owner).await,
            evidence: evidence(app, owner, "0.5 BTC").await,
            doomed_evidence: evidence(app, owner, "0.6 BTC").await,
            event: event(app).await,
            // Behind the walk of the feed to the webhooks, whose receivers are nowhere.
            doomed_message: message(owner, json!({ "body": "Doomed" })).await,
            doomed_file: doomed_file(owner).await,
            doomed_customer: doomed_customer(app).await,
            constraint: made(
                app,
                &format!("/api/v1/customers/{}/constraints", owner.id),
                json!({ "kind": "known_fault", "text": "Deposits show late" }),
            )
            .await,
            push_subscriptions: push_subscriptions(owner).await,
        }
    }
}
