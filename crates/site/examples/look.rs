use std::sync::Arc;
use axum::http::Method;
use axum::routing::get;
use axum::extract::{Path, State};
use proofdesk_channels::blob::Blobs;
use proofdesk_desk::exchange_key::actions::{NewExchangeKey, add};
use proofdesk_desk::exchange_key::{DEVELOPMENT_KID, NewMaterial};
use proofdesk_desk::exchange_token::{DevelopmentCustomer, actions::{sign_development, verify_and_spend}};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, MIGRATIONS, organisation, system_clock, system_entropy};
use proofdesk_http::{Access, App, Body, Config, layer, live};
use proofdesk_locale::Locale;
use proofdesk_sealing::Keyring;
use proofdesk_store::testing::sqlite;
fn cx() -> Cx { Cx::new(system_clock()(), Viewer::System("look"), Locale::En, "t".into(), system_entropy()()) }
async fn agent(State(app): State<App>, Path((n, text)): Path<(String, String)>) -> String {
    app.desk().write(cx(), async move |tx, cx| {
        proofdesk_desk::ticket::actions::post(tx, cx, &n.parse().unwrap(), &proofdesk_desk::ticket::actions::NewMessage{ body: proofdesk_desk::text::Clean::new(&text).unwrap(), visibility: proofdesk_desk::ticket::Visibility::Public, attachment_ids: vec![], channel: "console", lang: "en".into(), status_id: None, seen_version: None}).await?; Ok(()) }).await.unwrap(); "ok".into()
}
#[tokio::main]
async fn main() {
    let db = sqlite(MIGRATIONS).await;
    let keyring = Keyring::generate(&[7; 64]);
    let blob = Blobs::in_folder(&db.folder().join("blobs"), keyring.clone()).unwrap();
    let desk = Desk::new(db.clone(), Arc::new(blob), keyring.clone());
    let d2 = desk.clone();
    desk.write(cx(), async move |tx, cx| {
        let f = organisation::actions::found(tx, cx, "Northgate").await?;
        add(tx, cx, &keyring, &NewExchangeKey { brand_id: f.brand_id, kid: DEVELOPMENT_KID.into(), audience: "http://127.0.0.1:8932".into(), material: NewMaterial::Hs256(None) }).await?; Ok(())
    }).await.unwrap();
    for (sub, name, loc) in [("a","Lena Kovač","en"),("b","林晓月","zh-Hans"),("c","ليلى الحربي","ar"),("d","山田太郎","ja")] {
        let c = DevelopmentCustomer { sub: sub.into(), name: Some(name.into()), uid: Some("A7F3K9Q2M4X8B1C6".into()), locale: Some(loc.into()), ..Default::default() };
        let d = d2.clone();
        d2.write(cx(), async move |tx, cx| { let t = sign_development(tx, cx, d.keyring(), &c).await?; verify_and_spend(tx, cx, d.keyring(), &t, &Default::default()).await?; Ok(()) }).await.unwrap();
    }
    let config = Config { development: true, ..Config::of_origin("http://127.0.0.1:8932") };
    let app = App::new(desk, config, system_clock(), system_entropy());
    tokio::spawn(live::follow(app.clone()));
    let routes = proofdesk_site::routes().get("/api/v1/feed", Access::AnySession, live::feed)
      .route(&Method::GET, "/api/v1/live", Access::AnySession, Body::Stream, live::socket)
      .route(&Method::GET, "/api/v1/live/stream", Access::AnySession, Body::Stream, live::stream);
    let router = routes.into_router(&app).merge(axum::Router::new().route("/agent/{n}/{text}", get(agent)).with_state(app.clone()));
    let router = layer(router, app, Some(proofdesk_site::problem_page()));
    let l = tokio::net::TcpListener::bind("127.0.0.1:8932").await.unwrap();
    axum::serve(l, router).await.unwrap();
}
