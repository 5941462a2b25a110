use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use futures_util::{SinkExt as _, StreamExt as _};
use proofdesk_desk::permission::{Permission, Reach};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::error::Error;
use tokio_tungstenite::{WebSocketStream, client_async};
use tower::ServiceExt as _;

use super::super::{feed, follow, signals, socket, stream};
use super::{catch_up, positions};
use crate::testing::{Person, World};
use crate::{Access, Body as Takes, Routes};

const READ: Access = Access::CustomerOr(Permission::TicketRead);
const AGENT: &[Permission] = &[Permission::TicketRead, Permission::TicketReply];

fn web(world: &World) -> Router {
    let routes = Routes::new()
        .route(&Method::GET, "/live", READ, Takes::Stream, socket)
        .route(&Method::GET, "/stream", READ, Takes::Stream, stream)
        .route(
            &Method::POST,
            "/signals",
            Access::permission(Permission::TicketRead),
            Takes::Json,
            signals,
        )
        .get("/feed", READ, feed);
    world.web(routes)
}

type Socket = WebSocketStream<TcpStream>;

/// Connects over a real socket, as a program with a bearer or as a browser with a cookie.
async fn connect(web: Router, who: &Person, browser_at: Option<&str>) -> Result<Socket, u16> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, web).into_future());
    let mut request = format!("ws://{address}/live").into_client_request().unwrap();
    let headers = request.headers_mut();
    match browser_at {
        Some(origin) => {
            headers.insert("cookie", format!("proofdesk={}", who.token).parse().unwrap());
            headers.insert("origin", origin.parse().unwrap());
        }
        None => {
            drop(headers.insert("authorization", format!("Bearer {}", who.token).parse().unwrap()))
        }
    }
    let tcp = TcpStream::connect(address).await.unwrap();
    match client_async(request, tcp).await {
        Ok((socket, _)) => Ok(socket),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(other) => panic!("{other}"),
    }
}

async fn frame(socket: &mut Socket) -> Value {
    loop {
        match socket.next().await.unwrap().unwrap() {
            Message::Text(text) => return serde_json::from_str(&text).unwrap(),
            Message::Ping(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn the_protocol_over_a_socket() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    world.ticket(&mei).await;
    catch_up(&world.app).await;
    let following = tokio::spawn(follow(world.app.clone()));
    let mut socket = connect(web(&world), &mei, None).await.unwrap();
    socket.send(Message::text(r#"{"v":1,"after":0}"#)).await.unwrap();
    assert_eq!(frame(&mut socket).await["kind"], "ticket.opened");
    assert_eq!(frame(&mut socket).await["t"], "live");
    let ticket = world.ticket(&mei).await;
    let news = frame(&mut socket).await;
    assert_eq!((&news["t"], &news["data"]["ticket"]), (&"event".into(), &ticket.as_str().into()));
    // What a client says later is no reason to end.
    socket.send(Message::text("hello?")).await.unwrap();
    world.app.shutdown().cancel();
    let Message::Close(Some(close)) = socket.next().await.unwrap().unwrap() else {
        panic!("no farewell")
    };
    assert_eq!(u16::from(close.code), 1001);
    following.await.unwrap();
}

#[tokio::test]
async fn a_socket_that_does_not_say_where_it_stands_is_closed() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    for said in ["", "{}", r#"{"v":2}"#, r#"{"v":1,"after":"x"}"#] {
        let mut socket = connect(web(&world), &mei, None).await.unwrap();
        socket.send(Message::text(said)).await.unwrap();
        let Message::Close(Some(close)) = socket.next().await.unwrap().unwrap() else {
            panic!("{said}")
        };
        assert_eq!(u16::from(close.code), 4400, "{said}");
    }
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_socket() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let own = connect(web(&world), &mei, Some(crate::testing::ORIGIN)).await;
    assert!(own.is_ok(), "the precondition");
    let other = connect(web(&world), &mei, Some("https://evil.example")).await;
    assert_eq!(other.err(), Some(403));
    // A plain request is no socket.
    let told = ask(&world, "GET", "/live", &mei, "").await;
    assert_eq!((told.0, told.1["code"].as_str()), (422, Some("invalid-input")));
}

#[tokio::test]
async fn a_peer_that_vanished_is_noticed() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let mut socket = connect(web(&world), &mei, None).await.unwrap();
    socket.send(Message::text(r#"{"v":1}"#)).await.unwrap();
    assert_eq!(frame(&mut socket).await["t"], "live");
    assert_eq!(world.app.hub().listeners(), 1);
    // From here on nobody reads: no ping is answered, and the network says nothing.
    tokio::time::pause();
    let begun = tokio::time::Instant::now();
    while world.app.hub().listeners() > 0 {
        // Delay because the paused clock moves only while everybody waits.
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(begun.elapsed() < Duration::from_secs(200));
    }
    assert!(begun.elapsed() >= Duration::from_secs(50), "two pings were given a chance");
    drop(socket);
}

async fn ask(world: &World, method: &str, path: &str, who: &Person, body: &str) -> (u16, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", format!("Bearer {}", who.token))
        .header("content-type", "application/json")
        .body(Body::from(body.to_owned()));
    let response = web(world).oneshot(request.unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

#[tokio::test]
async fn the_same_by_polling() {
    for world in World::both().await {
        let mei = world.customer("mei").await;
        catch_up(&world.app).await;
        let (_, page) = ask(&world, "GET", "/feed", &mei, "").await;
        let start = page["pos"].as_i64().unwrap();
        world.ticket(&mei).await;
        world.ticket(&mei).await;
        catch_up(&world.app).await;
        let (_, page) = ask(&world, "GET", &format!("/feed?after={start}"), &mei, "").await;
        let events = page["events"].as_array().unwrap();
        assert_eq!(positions(events), [start + 1, start + 2], "{:?}", world.db.engine());
        assert_eq!((page["pos"].as_i64(), &events[0]["stream"]), (Some(start + 2), &Value::Null));
        let (_, page) = ask(&world, "GET", &format!("/feed?after={start}&limit=1"), &mei, "").await;
        assert_eq!(
            (positions(page["events"].as_array().unwrap()).len(), page["pos"].as_i64()),
            (1, Some(start + 1))
        );
        let (_, page) = ask(&world, "GET", &format!("/feed?after={}", start + 2), &mei, "").await;
        assert_eq!(
            (page["events"].as_array().unwrap().len(), page["pos"].as_i64()),
            (0, Some(start + 2))
        );
        let (_, page) = ask(&world, "GET", &format!("/feed?after={}", i64::MAX), &mei, "").await;
        assert_eq!(page["events"][0]["t"], "resync");
        for wrong in ["after=-1", "after=x", "after=0&limit=0", "after=0&limit=501", "limit=501"] {
            assert_eq!(
                ask(&world, "GET", &format!("/feed?{wrong}"), &mei, "").await.0,
                422,
                "{wrong}"
            );
        }
    }
}

#[tokio::test]
async fn the_same_as_server_sent_events() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    world.ticket(&mei).await;
    world.ticket(&mei).await;
    catch_up(&world.app).await;
    let pos = world.app.hub().pos();
    let request = Request::builder()
        .uri("/stream?after=0")
        .header("authorization", format!("Bearer {}", mei.token))
        // A browser that comes back knows better than the address it once opened.
        .header("last-event-id", (pos - 1).to_string());
    let response = web(&world).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut chunks = response.into_body().into_data_stream();
    let mut text = String::new();
    while !text.contains("\"live\"") {
        text.push_str(std::str::from_utf8(&chunks.next().await.unwrap().unwrap()).unwrap());
    }
    assert_eq!(text.matches("\"t\":\"event\"").count(), 1);
    assert!(text.contains(&format!("id: {pos}\n")), "{text}");
    assert_eq!(world.app.hub().listeners(), 1);
    drop(chunks);
    assert_eq!(world.app.hub().listeners(), 0);
}

#[tokio::test]
async fn a_signal_is_for_a_ticket_that_one_sees() {
    let world = World::sqlite().await;
    let mei = world.customer("mei").await;
    let (ada, own) = (
        world.member("ada", AGENT, Reach::All).await,
        world.member("bob", AGENT, Reach::Own).await,
    );
    let ticket = world.ticket(&mei).await;
    let said = |number: &str| format!(r#"{{"ticket":"{number}","kind":"typing"}}"#);
    assert_eq!(ask(&world, "POST", "/signals", &ada, &said(ticket.as_str())).await.0, 202);
    assert_eq!(ask(&world, "POST", "/signals", &own, &said(ticket.as_str())).await.0, 404);
    assert_eq!(ask(&world, "POST", "/signals", &ada, &said("PD-0000")).await.0, 404);
    assert_eq!(ask(&world, "POST", "/signals", &mei, &said(ticket.as_str())).await.0, 403);
}
