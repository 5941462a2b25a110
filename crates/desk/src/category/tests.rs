//! Categories on both engines: they are made, called otherwise, ordered and withdrawn, and the log proves it.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx};

use super::{BUILTIN, Category, actions, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::filter::{self, Match};
use crate::form;
use crate::id::{BrandId, CategoryId, Id as _};
use crate::log::Stream;
use crate::names::Names;
use crate::role::Builtin;
use crate::testing::World;

fn names(en: &str) -> Names {
    [(Locale::En, en.to_owned())].into()
}

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

async fn create(world: &World, slug: &str, names: Names) -> Result<CategoryId> {
    let (cx, brand_id, slug) = (world.admin_cx().await, world.brand_id, slug.to_owned());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        actions::create(tx, cx, brand_id, &slug, &names).await
    };
    world.write(cx, write).await
}

async fn rename(world: &World, slug: &str, version: i64, names: Names) -> Result<i64> {
    let (cx, brand_id, slug) = (world.admin_cx().await, world.brand_id, slug.to_owned());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        actions::rename(tx, cx, brand_id, &slug, version, &names).await
    };
    world.write(cx, write).await
}

async fn order(world: &World, slugs: &[&str]) -> Result<bool> {
    let (cx, brand_id) = (world.admin_cx().await, world.brand_id);
    let slugs: Vec<String> = slugs.iter().map(|slug| (*slug).to_owned()).collect();
    world.write(cx, async move |tx, cx| actions::order(tx, cx, brand_id, &slugs).await).await
}

async fn offer(world: &World, slug: &str, offered: bool) -> Result<()> {
    let (cx, brand_id, slug) = (world.admin_cx().await, world.brand_id, slug.to_owned());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        form::actions::offer(tx, cx, brand_id, &slug, offered).await
    };
    world.write(cx, write).await
}

async fn all(world: &World) -> Vec<Category> {
    let brand_id = world.brand_id;
    world.read(async move |rx: &Rx<'_>| view::list_all(rx, brand_id).await).await.unwrap()
}

async fn offered(world: &World) -> Vec<String> {
    let brand_id = world.brand_id;
    let list = world.read(async move |rx: &Rx<'_>| view::list(rx, brand_id).await).await.unwrap();
    list.into_iter().map(|(_, slug)| slug).collect()
}

/// The categories that a filter means.
async fn meant(world: &World, typed: &str) -> std::result::Result<Vec<CategoryId>, Code> {
    let (cx, typed) = (world.admin_cx().await, typed.to_owned());
    let resolve = async move |rx: &Rx<'_>| filter::resolve(rx, &cx.viewer, cx.now, &typed).await;
    let conditions = world.read(resolve).await.map_err(|error| error.code())?;
    let ids = conditions.into_iter().flat_map(|one| match one.of {
        Match::Categories(ids) => ids,
        other => panic!("{other:?}"),
    });
    Ok(ids.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_category_is_made_called_otherwise_and_put_elsewhere() {
    for world in World::both().await {
        let mut both = names("Card payments");
        both.insert(Locale::Es, "Pagos con tarjeta".to_owned());
        let id = create(&world, "card-payment", both).await.unwrap();
        let made = all(&world).await.pop().unwrap();
        assert_eq!((made.id, made.slug.as_str(), made.version), (id, "card-payment", 1));
        assert_eq!(made.spoken(Locale::Es), "Pagos con tarjeta");
        assert_eq!(made.spoken(Locale::Ko), "Card payments", "the nearest that there is");
        assert!(!made.is_builtin());

        // It asks what is asked of any until it has questions of its own.
        let brand_id = world.brand_id;
        let asked = world
            .read(async move |rx: &Rx<'_>| form::view::find(rx, brand_id, "card-payment").await);
        let (found, asked) = asked.await.unwrap().unwrap();
        assert_eq!((found, asked.questions), (id, form::builtin::form("card-payment").questions));

        let taken = create(&world, "fees", names("Charges")).await;
        assert_eq!(code(taken), Some(Code::FieldTaken));
        let same = create(&world, "cards", names("card PAYMENTS")).await;
        assert_eq!(code(same), Some(Code::FieldTaken));
        assert_eq!(code(create(&world, "cards", Names::new()).await), Some(Code::FieldRequired));
        let no_slug = create(&world, "Card payment", names("Other cards")).await;
        assert_eq!(code(no_slug), Some(Code::FieldInvalid));
        let asks = create(&world, "asks", names("Send us your seed phrase")).await;
        assert_eq!(code(asks), Some(Code::AsksForSecret));

        assert_eq!(rename(&world, "card-payment", 1, names("Cards")).await.unwrap(), 2);
        let stale = rename(&world, "card-payment", 1, names("Plastic")).await;
        assert_eq!(code(stale), Some(Code::VersionConflict));
        assert_eq!(
            code(rename(&world, "nothing", 1, names("Nothing")).await),
            Some(Code::NotFound)
        );
        // A built-in one: English is the brand's, every other language still the program's, and all of it comes back.
        rename(&world, "fees", 1, names("Charges")).await.unwrap();
        let fees = all(&world).await.into_iter().find(|one| one.slug == "fees").unwrap();
        assert_eq!(fees.spoken(Locale::En), "Charges");
        assert_eq!(fees.spoken(Locale::Es), "Comisiones");
        rename(&world, "fees", 2, Names::new()).await.unwrap();

        assert!(order(&world, &["card-payment", "theft"]).await.unwrap());
        assert!(!order(&world, &["card-payment"]).await.unwrap(), "it stands so");
        let slugs = offered(&world).await;
        assert_eq!(slugs.first().map(String::as_str), Some("card-payment"));
        assert_eq!(slugs.get(1).map(String::as_str), Some("theft"));
        assert_eq!(slugs.len(), BUILTIN.len() + 1);
        assert_eq!(code(order(&world, &["fees", "fees"]).await), Some(Code::FieldInvalid));

        // Staff find tickets by the slug, by its beginning, and by the name.
        assert_eq!(meant(&world, "category:card-payment").await, Ok(vec![id]));
        assert_eq!(meant(&world, "category:card").await, Ok(vec![id]));
        assert_eq!(meant(&world, "category:CARDS,fees").await, Ok(vec![id, fees.id]));
        assert_eq!(meant(&world, "category:charges").await, Err(Code::FilterValue), "no more");

        let kinds = world.kinds(&Stream::Organisation).await;
        let kinds: Vec<&str> =
            kinds.iter().filter_map(|kind| kind.strip_prefix("category.")).collect();
        assert_eq!(kinds, ["created", "renamed", "renamed", "renamed", "ordered"]);
        assert_eq!(world.state().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_category_stays() {
    for world in World::both().await {
        create(&world, "card-payment", names("Cards")).await.unwrap();
        for slug in BUILTIN {
            offer(&world, slug, false).await.unwrap();
        }
        assert_eq!(offered(&world).await, ["card-payment"]);
        assert_eq!(code(offer(&world, "card-payment", false).await), Some(Code::CategoryLast));
        assert_eq!(world.state().await.findings, []);
        offer(&world, "other", true).await.unwrap();
        offer(&world, "card-payment", false).await.unwrap();
        offer(&world, "card-payment", false).await.unwrap();
        assert_eq!(offered(&world).await, ["other"]);
        assert_eq!(world.state().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_manages_the_brand_changes_categories() {
    for world in World::both().await {
        let brand_id = world.brand_id;
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let refusals = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
            Ok([
                code(actions::create(tx, cx, brand_id, "mine", &names("Mine")).await),
                code(actions::rename(tx, cx, brand_id, "fees", 1, &names("Mine")).await),
                code(actions::order(tx, cx, brand_id, &["fees".to_owned()]).await),
            ])
        });
        assert_eq!(refusals.await.unwrap(), [Some(Code::NoPermission); 3]);
        let nowhere = BrandId::from_uuid(uuid::Uuid::nil());
        let lost = world.write(world.admin_cx().await, async move |tx: &Tx<'_>, cx: &mut Cx| {
            Ok(code(actions::create(tx, cx, nowhere, "mine", &names("Mine")).await))
        });
        assert_eq!(lost.await.unwrap(), Some(Code::NotFound));
    }
}

/// Whoever turns a row without a verb is found out.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_knows_what_a_category_is() {
    for world in World::both().await {
        let id = create(&world, "card-payment", names("Cards")).await.unwrap();
        for (sql, column) in [
            ("update category set names = '{\"en\":\"Stolen\"}' where id = $1", "names"),
            ("update category set slug = 'cards' where id = $1", "slug"),
            ("update category set withdrawn_at = 1 where id = $1", "withdrawn_at"),
            ("update category set position = 99 where id = $1", "position"),
        ] {
            let turned = world.write(world.system_cx(), async move |tx, _cx| {
                Ok(tx.exec(sql, proofdesk_store::params![id]).await?)
            });
            turned.await.unwrap();
            let findings = world.state().await.findings;
            assert!(
                findings.iter().any(|one| one.table == "category" && one.column == Some(column)),
                "{column}: {findings:?}"
            );
        }
    }
}
