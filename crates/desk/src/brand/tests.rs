//! The colours of a brand on both engines: they are chosen, changed and taken away, and the log proves them.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx, params};

use super::actions::{self, BrandChange, NewBrand};
use super::{Accent, Brand, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::BrandId;
use crate::log::Stream;
use crate::role::Builtin;
use crate::testing::World;

fn blue() -> Accent {
    Accent::new(265, 160).unwrap()
}

async fn found(world: &World, id: BrandId) -> Brand {
    let read = world.read(async move |rx: &Rx<'_>| view::find(rx, id).await?.or_not_found());
    read.await.unwrap()
}

async fn change(world: &World, id: BrandId, version: i64, change: BrandChange) -> Result<i64> {
    let cx = world.admin_cx().await;
    let write =
        async move |tx: &Tx<'_>, cx: &mut Cx| actions::change(tx, cx, id, version, &change).await;
    world.write(cx, write).await
}

fn coloured(accent: Option<Accent>) -> BrandChange {
    BrandChange { accent: Some(accent), ..BrandChange::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_are_chosen_changed_and_taken_away() {
    for world in World::both().await {
        let id = world.brand_id;
        assert_eq!(found(&world, id).await.accent, None, "a desk begins with our own");
        let seen = found(&world, id).await.version;
        let seen = change(&world, id, seen, coloured(Some(blue()))).await.unwrap();
        assert_eq!(found(&world, id).await.accent, Some(blue()));

        // What says nothing of colours leaves them.
        let name = BrandChange { name: Some("Acme".to_owned()), ..BrandChange::default() };
        let seen = change(&world, id, seen, name).await.unwrap();
        let brand = found(&world, id).await;
        assert_eq!((brand.name.as_str(), brand.accent), ("Acme", Some(blue())));

        let stale = change(&world, id, seen - 1, coloured(None)).await;
        assert_eq!(stale.err().map(|error| error.code()), Some(Code::VersionConflict));
        assert_eq!(world.state().await.findings, []);
        change(&world, id, seen, coloured(None)).await.unwrap();
        assert_eq!(found(&world, id).await.accent, None);

        let made = world.write(world.admin_cx().await, async move |tx, cx| {
            let plain = NewBrand::of("north", "North", &[Locale::En]);
            actions::create(tx, cx, &NewBrand { accent: Some(blue()), ..plain }).await
        });
        let north = found(&world, made.await.unwrap()).await;
        assert_eq!((north.accent, north.version), (Some(blue()), 1));
        assert_eq!(world.state().await.findings, []);

        let kinds = world.kinds(&Stream::Organisation).await;
        let kinds: Vec<&str> =
            kinds.iter().filter_map(|kind| kind.strip_prefix("brand.")).collect();
        let told = ["created", "accent_set", "changed", "accent_set", "created", "accent_set"];
        assert_eq!(kinds, told);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_chooses_colours() {
    for world in World::both().await {
        let (id, agent) = (world.brand_id, world.role(Builtin::Agent).await);
        let mina = world.join("mina@example.com", &[agent], &[id]).await;
        let cx = world.cx(&mina.opened).await;
        let refused = world.write(cx, async move |tx, cx| {
            actions::change(tx, cx, id, 1, &coloured(Some(blue()))).await
        });
        assert_eq!(refused.await.err().map(|error| error.code()), Some(Code::NoPermission));
        assert_eq!(found(&world, id).await.accent, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_that_no_event_tells_are_found_by_state() {
    for world in World::both().await {
        let id = world.brand_id;
        let seen = found(&world, id).await.version;
        change(&world, id, seen, coloured(Some(blue()))).await.unwrap();
        for (sql, column) in [
            ("update brand set hue = 25 where id = $1", "hue"),
            ("update brand set chroma = null where id = $1", "chroma"),
            ("update brand set slug = 'other' where id = $1", "slug"),
        ] {
            let turned = world.write(world.system_cx(), async move |tx, _cx| {
                Ok(tx.exec(sql, params![id]).await?)
            });
            assert_eq!(turned.await.unwrap(), 1, "{sql}");
            let findings = world.state().await.findings;
            assert!(
                findings.iter().any(|one| one.table == "brand" && one.column == Some(column)),
                "{column}: {findings:?}"
            );
        }
    }
}
