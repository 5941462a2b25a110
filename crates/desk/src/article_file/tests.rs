#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use proofdesk_locale::Locale;
use proofdesk_store::params;

use super::actions::{NewFile, add, forget_unused, scanned};
use super::view::{find, published, read as opened};
use crate::article::actions::{Move, NewArticle, create, move_to, save};
use crate::article::lead::{self, Fault};
use crate::article::reader::Reader;
use crate::article::{Audience, Kind, Status, Written};
use crate::attachment::Scan;
use crate::blob::StoredBlob;
use crate::code::Code;
use crate::error::Result;
use crate::id::{
    ArticleFileId, ArticleId, AttachmentId, BrandId, CustomerId, Id as _, IdentityId, SessionId,
};
use crate::log::Stream;
use crate::log::view::stream_page;
use crate::testing::{World, read, write};
use crate::text::Clean;
use crate::viewer::{CustomerViewer, Viewer};
use crate::{help_section, organisation};

fn id(n: u128) -> ArticleFileId {
    ArticleFileId::from_uuid(uuid::Uuid::from_u128(n))
}

fn blob(n: u128) -> AttachmentId {
    AttachmentId::from_uuid(uuid::Uuid::from_u128(n))
}

fn new(brand_id: BrandId, n: u128, content_type: &str) -> NewFile {
    NewFile {
        id: id(n),
        brand_id,
        blob_id: blob(n),
        file_name: Clean::line("file_name", "a shot.png", 100).unwrap(),
        content_type: content_type.to_owned(),
        stored: StoredBlob {
            sealed_key: vec![7; 60],
            size: 3,
            sha256: [9; 32],
            head: Default::default(),
        },
        pixels: Some((640, 480)),
        scan: false,
    }
}

async fn added(world: &World, n: u128, content_type: &str) -> Result<super::ArticleFile> {
    let new = new(world.brand_id, n, content_type);
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| add(tx, cx, &new).await).await
}

fn written(body: &str) -> Written {
    Written::new("Fees", "What it is about", &[], body).unwrap()
}

async fn article(world: &World, slug: &str, audience: Audience, body: &str) -> ArticleId {
    let brand_id = world.brand_id;
    let names = [(Locale::En, "Fees".to_owned())].into();
    let new = NewArticle {
        brand_id,
        slug: slug.to_owned(),
        section: "fees".to_owned(),
        kind: Kind::Guide,
        audience,
        min_tier: 0,
        countries: Vec::new(),
        lang: Locale::En,
        categories: Vec::new(),
        related: Vec::new(),
        review_days: 90,
        owner_id: None,
        text: written(body),
    };
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| {
        help_section::actions::set(tx, cx, brand_id, "fees", 1, &names).await?;
        create(tx, cx, &new).await
    })
    .await
    .unwrap()
}

async fn moved(world: &World, id: ArticleId, seen: i64, to: Status) -> i64 {
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| {
        move_to(tx, cx, id, Locale::En, seen, Move::to(to)).await
    })
    .await
    .unwrap()
}

fn customer(brand_id: BrandId) -> Viewer {
    Viewer::Customer(CustomerViewer {
        customer_id: CustomerId::from_uuid(uuid::Uuid::from_u128(1)),
        identity_id: IdentityId::from_uuid(uuid::Uuid::from_u128(2)),
        brand_id,
        session_id: SessionId::from_uuid(uuid::Uuid::from_u128(3)),
    })
}

async fn opens(world: &World, viewer: &Viewer, n: u128) -> bool {
    let (reader, brand_id) = (Reader::of(viewer), world.brand_id);
    let found = read(&world.db, async move |rx| opened(rx, &reader, brand_id, id(n)).await);
    found.await.unwrap().is_some()
}

async fn differing(world: &World) -> usize {
    read(&world.db, async move |rx| {
        let events = stream_page(rx, &Stream::Organisation.name(), 0, 1_000).await?;
        Ok(organisation::state::check_state(rx, &events).await?.len())
    })
    .await
    .unwrap()
}

#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T>) -> Code {
    result.unwrap_err().code()
}

#[tokio::test]
async fn a_reader_gets_a_file_while_a_text_that_they_may_read_names_it() {
    for world in World::both().await {
        for n in 1..=3 {
            added(&world, n, "image/png").await.unwrap();
        }
        let (nobody, grace) = (Viewer::Anonymous, customer(world.brand_id));
        let body = format!("![A shot](image:{}) and ![gone](image:{})", id(1), id(9));
        let public = article(&world, "public", Audience::Public, &body).await;
        let body = format!("[The form](file:{})", id(2));
        let signed_in = article(&world, "signed-in", Audience::SignedIn, &body).await;
        assert!(!opens(&world, &nobody, 1).await, "a draft shows nobody anything");
        let version = moved(&world, public, 1, Status::Published).await;
        moved(&world, signed_in, 1, Status::Published).await;
        let shown = async |viewer: &Viewer| {
            [
                opens(&world, viewer, 1).await,
                opens(&world, viewer, 2).await,
                opens(&world, viewer, 3).await,
            ]
        };
        assert_eq!(shown(&nobody).await, [true, false, false]);
        assert_eq!(shown(&grace).await, [true, true, false]);
        let stranger = customer(BrandId::from_uuid(uuid::Uuid::from_u128(8)));
        assert_eq!(shown(&stranger).await, [true, false, false]);
        // Staff get all of them; who is no staff gets none that way.
        let admin = world.admin_cx().await.viewer;
        for (viewer, sees) in [(admin, true), (nobody.clone(), false), (grace.clone(), false)] {
            let found = read(&world.db, async move |rx| find(rx, &viewer, None, id(3)).await);
            assert_eq!(found.await.unwrap().is_some(), sees);
        }
        // What the public version names is shown, and not what a draft does.
        let text = written(&format!("![B](image:{})", id(3)));
        let cx = world.admin_cx().await;
        let version = write(&world.db, cx, async move |tx, cx| {
            save(tx, cx, public, Locale::En, Some(version), (&text, None)).await
        })
        .await
        .unwrap();
        assert_eq!(shown(&nobody).await, [true, false, false]);
        let version = moved(&world, public, version, Status::Published).await;
        assert_eq!(shown(&nobody).await, [false, false, true]);
        moved(&world, public, version, Status::Archived).await;
        assert_eq!(shown(&nobody).await, [false, false, false]);
        let brand_id = world.brand_id;
        let carried =
            read(&world.db, async move |rx| published(rx, &Viewer::Operator, brand_id).await);
        let carried: Vec<_> = carried.await.unwrap().into_iter().map(|file| file.id).collect();
        assert_eq!(carried, [id(2)]);
        let nobody = Viewer::Anonymous;
        let refused = read(&world.db, async move |rx| published(rx, &nobody, brand_id).await);
        assert!(refused.await.is_err());
    }
}

#[tokio::test]
async fn what_no_version_ever_named_is_forgotten() {
    for mut world in World::both().await {
        for n in 1..=2 {
            added(&world, n, "image/png").await.unwrap();
        }
        let text = format!("![A shot](image:{})", id(1));
        let draft = article(&world, "draft", Audience::Public, &text).await;
        let again = written("Without it.");
        let cx = world.admin_cx().await;
        write(&world.db, cx, async move |tx, cx| {
            save(tx, cx, draft, Locale::En, Some(1), (&again, None)).await
        })
        .await
        .unwrap();
        let forgotten = async |world: &World| {
            let cx = world.system_cx();
            write(&world.db, cx, async move |tx, cx| forget_unused(tx, cx, 10).await).await.unwrap()
        };
        world.wait(Duration::from_secs(29 * 24 * 3600));
        assert!(forgotten(&world).await.is_empty());
        world.wait(Duration::from_secs(2 * 24 * 3600));
        assert_eq!(forgotten(&world).await, [blob(2)]);
        assert!(forgotten(&world).await.is_empty());
        assert_eq!(differing(&world).await, 0);
    }
}

#[tokio::test]
async fn who_may_not_write_and_what_articles_do_not_take_is_refused() {
    for world in World::both().await {
        for kind in ["image/svg+xml", "text/html", "application/zip", "video/mp4", "image/heic"] {
            assert_eq!(code(added(&world, 1, kind).await), Code::ArticleFileType, "{kind}");
        }
        added(&world, 1, "application/pdf").await.unwrap();
        assert_eq!(code(added(&world, 1, "application/pdf").await), Code::VersionConflict);
        let new = new(world.brand_id, 2, "image/png");
        let cx = world.anonymous_cx();
        let refused = write(&world.db, cx, async move |tx, cx| add(tx, cx, &new).await);
        assert_eq!(code(refused.await), Code::SignedOut);
    }
    let silent = Written::new("T", "S", &[], "![](image:0190a)");
    assert_eq!(code(silent), Code::ImageWithoutWords);
    assert!(Written::new("T", "S", &[], "![](image:0190a \"decorative\")").is_ok());
}

#[tokio::test]
async fn a_text_that_shows_what_is_not_there_is_named() {
    for world in World::both().await {
        added(&world, 1, "image/png").await.unwrap();
        added(&world, 2, "application/pdf").await.unwrap();
        let names = [("image", 1), ("file", 1), ("file", 2), ("image", 2), ("file", 7)];
        let body = names.map(|(kind, n)| {
            let mark = if kind == "image" { "!" } else { "" };
            format!("{mark}[x]({kind}:{})", id(n))
        });
        let body = body.join(" ") + " ![x](image:odd)";
        let article = article(&world, "map", Audience::Public, &body).await;
        moved(&world, article, 1, Status::Published).await;
        let (viewer, brand_id) = (world.admin_cx().await.viewer, world.brand_id);
        let lost = read(&world.db, async move |rx| lead::lost(rx, &viewer, brand_id, None).await);
        let (lost, _) = lost.await.unwrap();
        assert!(lost.iter().all(|one| one.fault == Fault::File));
        let told: Vec<_> = lost.into_iter().map(|one| one.to).collect();
        assert_eq!(told, [id(7).to_string(), id(2).to_string(), "odd".to_owned()]);
    }
}

#[tokio::test]
async fn rows_that_differ_from_what_was_logged_are_named() {
    for world in World::both().await {
        added(&world, 1, "image/png").await.unwrap();
        added(&world, 2, "image/png").await.unwrap();
        let found = (Scan::Infected, Some("Eicar".to_owned()));
        write(&world.db, world.system_cx(), async move |tx, cx| {
            scanned(tx, cx, blob(2), found.clone()).await
        })
        .await
        .unwrap();
        assert_eq!(differing(&world).await, 0);
        for (sql, back) in [
            (
                "update article_file set size = 4 where id = $1",
                "update article_file set size = 3 where id = $1",
            ),
            (
                "update article_file set file_name = 'other.png' where id = $1",
                "update article_file set file_name = 'a shot.png' where id = $1",
            ),
            (
                "update article_file set scan = 'infected' where id = $1",
                "update article_file set scan = 'unscanned' where id = $1",
            ),
        ] {
            for (sql, n) in [(sql, 1), (back, 0)] {
                write(&world.db, world.system_cx(), async move |tx, _| {
                    tx.exec(sql, params![id(1)]).await?;
                    Ok(())
                })
                .await
                .unwrap();
                assert_eq!(differing(&world).await, n, "{sql}");
            }
        }
        write(&world.db, world.system_cx(), async move |tx, _| {
            tx.exec("delete from article_file where id = $1", params![id(1)]).await?;
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!(differing(&world).await, 1);
    }
}
