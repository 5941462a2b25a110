//! `/api/v1/live`, `/api/v1/live/stream`, `/api/v1/feed`: what happened, over every transport, whatever becomes of the
//! connections.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::time::Duration;

use proofdesk_desk::limits;
use proofdesk_desk::permission::{Permission, Reach};
use proofdesk_desk::role::Builtin;
use proofdesk_testkit::{
    BadLine, Client, Engine, Live, Member, NewMember, Setup, TestApp, Transport, until,
};
use serde_json::{Value, json};
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::task::JoinSet;

async fn agent(app: &TestApp) -> Member {
    app.member(NewMember::named("mina").role(Builtin::Agent).brand(app.brand_id)).await
}

async fn write(client: &Client, number: &str, text: &str, visibility: &str) {
    let body = json!({ "body": text, "visibility": visibility });
    client.post(&format!("/api/v1/tickets/{number}/messages")).json(&body).send().await.expect(201);
}

/// Where the desk stands, for clients that start now.
async fn head(client: &Client) -> i64 {
    client.get("/api/v1/feed").send().await.expect(200).json()["pos"].as_i64().expect("a position")
}

/// Everything that was ever told, as text.
async fn feed(client: &Client) -> String {
    client.get("/api/v1/feed?after=0").send().await.expect(200).text()
}

async fn connect(client: &Client, transport: Transport, after: Option<i64>) -> Live {
    Live::connect(client, transport, after)
        .await
        .unwrap_or_else(|status| panic!("refused: {status}"))
}

/// A numbered event of the feed, as every transport tells it.
fn is_event(frame: &Value) -> bool {
    frame["t"] == "event"
}

#[tokio::test(flavor = "multi_thread")]
async fn news_arrives_over_every_transport() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = app.ticket(&grace, "Live").await.to_string();
        until("the ticket is told", async || feed(&mina).await.contains(&number)).await;
        for transport in Transport::ALL {
            let after = head(&mina).await;
            let mut inbox = connect(&mina, transport, Some(after)).await;
            if transport != Transport::Poll {
                inbox.until("live").await;
            }
            write(&grace, &number, "Hello?", "public").await;
            let event = inbox.events(1).await.remove(0);
            assert_eq!(event["kind"], "ticket.message_added", "{transport:?}: {event}");
            assert_eq!((&event["v"], &event["data"]["ticket"]), (&json!(1), &json!(number)));
            assert!(event["pos"].as_i64() > Some(after) && event["seq"].as_i64() > Some(1));
        }
    }
}

/// Notes are told to staff at once, and to customers never, on no transport and not by a gap that they could count.
#[tokio::test(flavor = "multi_thread")]
async fn customers_never_hear_of_notes() {
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let mallory = app.customer("mallory").await;
        let number = app.ticket(&grace, "Live").await.to_string();
        let start = 0;
        write(&mina, &number, "We suspect theft", "internal").await;
        mina.put(&format!("/api/v1/tickets/{number}/tags/suspect")).send().await.expect(200);
        write(&mina, &number, "We are looking into it", "public").await;
        for transport in Transport::ALL {
            let mut customer = connect(&grace, transport, Some(start)).await;
            let events = customer.events(2).await;
            let kinds: Vec<&Value> = events.iter().map(|event| &event["kind"]).collect();
            assert_eq!(kinds, ["ticket.opened", "ticket.message_added"], "{transport:?}");
            let told = serde_json::to_string(&events).expect("JSON");
            assert!(!told.contains("internal") && !told.contains("staff:"), "{told}");
            let mut staff = connect(&mina, transport, Some(start)).await;
            assert!(
                staff.events(4).await.iter().any(|event| event.to_string().contains("internal"))
            );
        }
        let feed = mallory.get("/api/v1/feed?after=0").send().await.expect(200).json();
        assert_eq!(feed["events"], json!([]), "a stranger hears nothing");
    }
}

fn random(below: u64) -> u64 {
    RandomState::new().build_hasher().finish() % below
}

/// A customer and an agent write three hundred messages; a listener's connections break all the time, each next one over
/// another transport from the last position it has. In the end it has heard everything once.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_and_nothing_told_twice_however_connections_break() {
    const MESSAGES: usize = 300;
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = app.ticket(&grace, "Chaos").await.to_string();
        let writers = async {
            let write_some = async |client: &Client, name: &str| {
                for n in 0..MESSAGES / 2 {
                    write(client, &number, &format!("{name} {n}"), "public").await;
                }
            };
            tokio::join!(write_some(&grace, "Grace"), write_some(&mina, "Mina"));
        };
        let (_, by_staff, by_customer) =
            tokio::join!(writers, listen(&mina, MESSAGES + 1), listen(&grace, MESSAGES + 1));
        for (heard, who) in [(&by_staff, "staff"), (&by_customer, "customer")] {
            assert!(heard.values().all(|times| *times == 1), "{who} heard twice: {heard:?}");
            assert_eq!(heard.len(), MESSAGES + 1, "{who}");
        }
        let positions = |heard: &BTreeMap<i64, usize>| heard.keys().copied().collect::<Vec<_>>();
        assert_eq!(positions(&by_staff), positions(&by_customer));
    }
}

/// Listens until it has heard of so many events, over connections that break at random moments. Returns how often each
/// position was told.
async fn listen(client: &Client, count: usize) -> BTreeMap<i64, usize> {
    let mut heard = BTreeMap::new();
    let mut last = 0;
    while heard.len() < count {
        let transport = Transport::ALL[usize::try_from(random(3)).expect("small")];
        let mut live = connect(client, transport, Some(last)).await;
        // Drops after some frames or some time, in the middle of a replay or of nothing.
        let lives = Duration::from_micros(random(120_000));
        let frames = 1 + random(40);
        let mut told = 0;
        let listening = async {
            while told < frames {
                let Some(frame) = live.next().await else { break };
                let pos = frame["pos"].as_i64();
                assert!(frame["t"] != "resync", "a resync of a short gap: {frame}");
                if is_event(&frame) {
                    let pos = pos.expect("a position");
                    assert!(pos > last, "{pos} after {last} over {transport:?}");
                    *heard.entry(pos).or_insert(0) += 1;
                    told += 1;
                }
                last = last.max(pos.unwrap_or(0));
                if heard.len() == count {
                    break;
                }
            }
        };
        // Running out of time is how the connection breaks.
        let _broken = tokio::time::timeout(lives, listening).await;
    }
    heard
}

/// Two write and one listens over lines that are slow, each connection by another measure, and break. The writers repeat what was not
/// answered, under the same key. The listener has always two connections: one that is there, and one that is to take its place and goes
/// on from where the listener was a while ago; so what it hears comes twice and out of order. Each connection by itself tells what
/// comes next in order, and together they tell everything.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_on_lines_that_are_slow_and_overtake_each_other() {
    const MESSAGES: usize = 60;
    for app in TestApp::both().await {
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = app.ticket(&grace, "Bad lines").await.to_string();
        let line = BadLine::to(app.address()).await;
        let writers = async {
            let write_some = async |client: &Client, name: &str| {
                let client = client.moved(line.address());
                for n in 0..MESSAGES / 2 {
                    write_until_answered(&client, &number, &format!("{name} {n}")).await;
                }
            };
            tokio::join!(write_some(&grace, "Grace"), write_some(&mina, "Mina"));
        };
        let (far_mina, far_grace) = (mina.moved(line.address()), grace.moved(line.address()));
        let (_, by_staff, by_customer) = tokio::join!(
            writers,
            overhear(&far_mina, MESSAGES + 1),
            overhear(&far_grace, MESSAGES + 1)
        );
        for (heard, client) in [(by_staff, &mina.client), (by_customer, &grace.client)] {
            let told = all_told(client).await;
            assert_eq!(told.len(), MESSAGES + 1, "a message is lost, or there twice: {told:?}");
            assert_eq!(heard.positions, told);
            for tap in &heard.taps {
                let next = told.iter().copied().filter(|pos| *pos > tap.after);
                let next: Vec<i64> = next.take(tap.positions.len()).collect();
                assert_eq!(tap.positions, next, "{:?} after {}", tap.transport, tap.after);
            }
        }
    }
}

/// Sends a message again and again until its answer comes through. It is one act, whatever became of the answers before.
async fn write_until_answered(client: &Client, number: &str, text: &str) {
    let (path, body) = (format!("/api/v1/tickets/{number}/messages"), json!({ "body": text }));
    let key = text.replace(' ', "-");
    loop {
        match client.post(&path).json(&body).key(&key).try_send().await {
            Ok(answer) if answer.status == 201 => return,
            // The one before is still being worked on.
            Ok(answer) => assert_eq!(answer.code(), "idempotency-in-progress", "{}", answer.text()),
            Err(_broken) => {}
        }
    }
}

/// One connection of a listener: after which position it was to go on, and what it told until it broke.
struct Tap {
    transport: Transport,
    after: i64,
    positions: Vec<i64>,
}

/// What a listener made of all its connections.
struct Heard {
    positions: Vec<i64>,
    /// How often something came that was known already.
    repeated: usize,
    taps: Vec<Tap>,
}

impl Heard {
    /// Something came over each transport, and something came that was known.
    fn is_mixed(&self) -> bool {
        let told = |transport: &Transport| {
            self.taps.iter().any(|tap| tap.transport == *transport && !tap.positions.is_empty())
        };
        self.repeated > 0 && Transport::ALL.iter().all(told)
    }
}

/// Listens until it has heard of so many events, over two connections at a time, each over another transport.
async fn overhear(client: &Client, count: usize) -> Heard {
    let mut heard = Heard { positions: Vec::new(), repeated: 0, taps: Vec::new() };
    let (told, mut frames) = mpsc::unbounded_channel();
    let (mut open, mut opened) = (JoinSet::new(), 0);
    while heard.positions.len() < count || !heard.is_mixed() {
        while open.len() < 2 {
            // What the listener knew when it made up its mind; it has heard more since.
            let known =
                heard.positions.len().saturating_sub(usize::try_from(random(4)).expect("small"));
            let after = known.checked_sub(1).map_or(0, |at| heard.positions[at]);
            let transport = Transport::ALL[opened % Transport::ALL.len()];
            open.spawn(tap(client.clone(), transport, after, told.clone()));
            opened += 1;
        }
        tokio::select! {
            Some(pos) = frames.recv() => {
                let is_new = heard.positions.last().is_none_or(|last| pos > *last);
                if is_new { heard.positions.push(pos) } else { heard.repeated += 1 }
            }
            Some(ended) = open.join_next() => heard.taps.push(ended.expect("a tap")),
        }
    }
    // Those that are still open have told something too.
    heard.taps.extend(open.join_all().await);
    heard
}

async fn tap(client: Client, transport: Transport, after: i64, told: UnboundedSender<i64>) -> Tap {
    let mut tap = Tap { transport, after, positions: Vec::new() };
    match Live::connect(&client, transport, Some(after)).await {
        Ok(mut live) => {
            let listening = async {
                while let Some(frame) = live.next().await {
                    assert!(frame["t"] != "resync", "a resync of a short gap: {frame}");
                    if is_event(&frame) {
                        let pos = frame["pos"].as_i64().expect("a position");
                        tap.positions.push(pos);
                        // Nobody listens any more once everything was heard.
                        let _unheard = told.send(pos);
                    }
                }
            };
            // Some are given up by the listener, before the line breaks.
            let patience = Duration::from_millis(random(800));
            let _given_up = tokio::time::timeout(patience, listening).await;
        }
        // Delay because it passes: the line broke before there was an answer, or those that broke before are not noticed yet.
        Err(0 | 429) => tokio::time::sleep(Duration::from_millis(10)).await,
        Err(status) => panic!("refused: {status}"),
    }
    tap
}

/// The positions of all events that are told to somebody, over a good line.
async fn all_told(client: &Client) -> Vec<i64> {
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let page = client.get(&format!("/api/v1/feed?after={after}")).send().await;
        let page = page.expect(200).json();
        let events = page["events"].as_array().cloned().unwrap_or_default();
        let events = events.iter().filter(|frame| is_event(frame));
        all.extend(events.filter_map(|event| event["pos"].as_i64()));
        match page["pos"].as_i64().expect("a position") {
            reached if reached == after => return all,
            reached => after = reached,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_missed_too_much_starts_anew() {
    let app = TestApp::sqlite().await;
    let (grace, mina) = (app.customer("grace").await, agent(&app).await);
    let number = app.ticket(&grace, "Long").await;
    // Far more events than one replays, in few transactions.
    let wanted = limits::LIVE_REPLAY_EVENTS + 10;
    let viewer = app.viewer(&mina).await;
    let mut made = 0;
    while made < wanted {
        let public_id = number.clone();
        let tags = app.act(app.cx(viewer.clone()), async move |tx, cx| {
            let name = proofdesk_desk::text::Clean::new("flip")?;
            for _ in 0..30 {
                proofdesk_desk::ticket::actions::tag(tx, cx, &public_id, &name).await?;
                proofdesk_desk::ticket::actions::untag(tx, cx, &public_id, "flip").await?;
            }
            Ok(60)
        });
        made += tags.await;
    }
    until("the hub has followed", async || head(&mina).await >= wanted).await;
    for transport in Transport::ALL {
        let mut live = connect(&mina, transport, Some(0)).await;
        let frames = live.until("resync").await;
        assert_eq!(frames.len(), 1, "{transport:?}");
        assert!(live.pos.expect("a position") >= wanted);
        write(&grace, number.as_str(), "After the gap", "public").await;
        assert_eq!(live.events(1).await[0]["kind"], "ticket.message_added");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_closes_its_connections() {
    for app in TestApp::both().await {
        let mina = agent(&app).await;
        let mut socket = connect(&mina, Transport::Socket, None).await;
        let mut events = connect(&mina, Transport::Events, None).await;
        socket.until("live").await;
        events.until("live").await;
        app.admin.put(&format!("/api/v1/staff/{}/disablement", mina.id)).send().await.expect(204);
        let closed = async |live: &mut Live| while live.next().await.is_some() {};
        let both = async { tokio::join!(closed(&mut socket), closed(&mut events)) };
        // Somewhat less than a minute, after which every connection is looked at, whatever happened.
        tokio::time::timeout(Duration::from_secs(50), both).await.expect("both are closed");
        assert_eq!(socket.closed, Some(4401));
        let again = Live::connect(&mina, Transport::Socket, None).await.err();
        assert_eq!(again, Some(401));
    }
}

/// A client that takes nothing any more is closed; what it did not hear it gets when it comes back.
#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_lags_is_closed_and_not_skipped() {
    let app = TestApp::sqlite().await;
    let (grace, mina) = (app.customer("grace").await, agent(&app).await);
    let number = app.ticket(&grace, "Slow").await;
    let start = 0;
    let mut slow = connect(&mina, Transport::Socket, Some(start)).await;
    slow.until("live").await;
    let viewer = app.viewer(&mina).await;
    let mut made = 0;
    // It reads nothing, until the desk has given it up.
    let open = app.web().hub().listeners();
    let given_up = async || app.web().hub().listeners() < open;
    while !given_up().await && made < 40_000 {
        let (public_id, cx) = (number.clone(), app.cx(viewer.clone()));
        app.act(cx, async move |tx, cx| {
            let name = proofdesk_desk::text::Clean::new("flip")?;
            for _ in 0..40 {
                proofdesk_desk::ticket::actions::tag(tx, cx, &public_id, &name).await?;
                proofdesk_desk::ticket::actions::untag(tx, cx, &public_id, "flip").await?;
            }
            Ok(())
        })
        .await;
        made += 80;
    }
    until("it is given up", given_up).await;
    let mut last = start;
    while let Some(frame) = slow.next().await {
        if is_event(&frame) {
            let pos = frame["pos"].as_i64().expect("a position");
            assert!(pos > last, "out of order");
            last = pos;
        }
    }
    assert!(matches!(slow.closed, Some(4408) | None), "{:?}", slow.closed);
    let told = app.look(async move |rx| {
        let rows: Vec<(i64,)> = rx.query("select count(*) from feed f join event e on e.id = f.event_id where f.pos <= $1 and e.stream like 'ticket:%'", proofdesk_store::params![last]).await?;
        Ok(rows[0].0)
    });
    assert!(told.await > 0, "it heard something, and all of it up to there");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_belongs_to_our_own_pages_and_says_hello() {
    let app = TestApp::sqlite().await;
    let mina = agent(&app).await;
    let upgrade = |origin: &str, hello: &str| {
        let head = format!(
            "GET /api/v1/live HTTP/1.1\r\nhost: {}\r\norigin: {origin}\r\ncookie: proofdesk={}\r\nconnection: upgrade\r\n\
             upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
            app.address(),
            mina.token().expect("a session"),
        );
        // A masked text frame whose mask is zero.
        let length = u8::try_from(hello.len()).expect("a short hello");
        [head.as_bytes(), &[0x81, 0x80 | length, 0, 0, 0, 0], hello.as_bytes()].concat()
    };
    let evil =
        proofdesk_testkit::raw_request(app.address(), &upgrade("https://evil.example", "{}"), true)
            .await;
    assert!(String::from_utf8_lossy(&evil).contains("csrf-missing"));
    let rude =
        proofdesk_testkit::raw_request(app.address(), &upgrade(&app.origin(), "hello"), false)
            .await;
    let rude = String::from_utf8_lossy(&rude).into_owned();
    assert!(rude.starts_with("HTTP/1.1 101") && rude.contains("first"), "{rude}");
    mina.get("/api/v1/live").send().await.refused("invalid-input");
    for query in ["after=-1", "after=x", "limit=0", "limit=501", "colour=red"] {
        mina.get(&format!("/api/v1/feed?{query}")).send().await.expect(422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_see_who_writes_and_customers_do_not() {
    let app = TestApp::sqlite().await;
    let (grace, mina) = (app.customer("grace").await, agent(&app).await);
    let holds = [(Permission::TicketRead, Reach::All)];
    let omar = app.member(NewMember::named("omar").grants(holds)).await;
    let number = app.ticket(&grace, "Typing").await.to_string();
    let (mut colleague, mut customer) = (
        connect(&omar, Transport::Socket, None).await,
        connect(&grace, Transport::Socket, None).await,
    );
    colleague.until("live").await;
    customer.until("live").await;
    let typing = json!({ "ticket": number, "kind": "typing" });
    mina.post("/api/v1/live/signals").json(&typing).send().await.expect(202);
    // That they are there themselves, they may hear of before.
    let frame = colleague.until("signal").await.pop().expect("a frame");
    assert_eq!(frame.get("pos"), None, "{frame}");
    assert!(frame.to_string().contains(&number), "{frame}");
    // What comes next to the customer is the reply, so the signal did not.
    write(&mina, &number, "Hello", "public").await;
    assert!(is_event(&customer.next().await.expect("a frame")));
    grace.post("/api/v1/live/signals").json(&typing).send().await.refused("staff-only");
}

/// A stopping desk tells its listeners to come back, and they miss nothing by it.
#[tokio::test(flavor = "multi_thread")]
async fn a_restart_is_a_pause_in_which_nothing_is_lost() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut app = Setup::on(engine).start().await;
        let (grace, mina) = (app.customer("grace").await, agent(&app).await);
        let number = app.ticket(&grace, "Restart").await.to_string();
        let mut before = connect(&mina, Transport::Socket, Some(0)).await;
        before.events(1).await;
        let farewell = tokio::spawn(async move {
            while before.next().await.is_some() {}
            before
        });
        app.stop().await;
        let before = farewell.await.expect("the socket's end");
        assert_eq!(before.closed, Some(1001));
        app.start_again().await;
        let (grace, mina) = (grace.moved(app.address()), mina.moved(app.address()));
        write(&grace, &number, "Still there?", "public").await;
        let mut after = connect(&mina, Transport::Socket, before.pos).await;
        let event = after.events(1).await.remove(0);
        assert_eq!(event["kind"], "ticket.message_added");
    }
}
