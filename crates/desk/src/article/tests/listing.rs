//! Lists of the help centre: whom the start page leads into which section, and how many versions are read for a list.

use proofdesk_locale::Locale;
use proofdesk_store::{Engine, Value};

use super::{customer, moved, new, written};
use crate::article::actions::{NewArticle, create, save};
use crate::article::reader::Reader;
use crate::article::view::{self, FilledSection, ListedFilter, filled_sections, listed};
use crate::article::{Audience, Status};
use crate::help_section;
use crate::id::{ArticleId, BrandId, CustomerId, Id as _, IdentityId, SessionId};
use crate::names::Names;
use crate::permission::{Permission, Reach};
use crate::start_page;
use crate::testing::{World, member};
use crate::viewer::{CustomerViewer, Viewer};

async fn section(world: &World, slug: &'static str, position: i64) {
    let brand_id = world.brand_id;
    let names: Names =
        [(Locale::En, format!("{slug} (English)")), (Locale::Ja, format!("{slug} (Japanese)"))]
            .into();
    let cx = world.admin_cx().await;
    let set = world.write(cx, async move |tx, cx| {
        help_section::actions::set(tx, cx, brand_id, slug, position, &names).await
    });
    set.await.unwrap();
}

/// A draft in the section of its own name.
async fn drafted(world: &World, article: NewArticle) -> ArticleId {
    let article = NewArticle { section: article.slug.clone(), ..article };
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| create(tx, cx, &article).await).await.unwrap()
}

async fn published(world: &World, article: NewArticle) {
    let lang = article.lang;
    let id = drafted(world, article).await;
    moved(world, world.admin_cx().await, id, lang, 1, Status::Published).await.unwrap();
}

/// One section for each reason to see something, and two in which nobody does, from the end of the list to its beginning.
async fn filled(world: &World) {
    let all = ["empty", "drafts", "japanese", "arabic", "everybody", "members", "some", "agents"];
    for (slug, position) in all.into_iter().rev().zip(1..) {
        section(world, slug, position).await;
    }
    let brand_id = world.brand_id;
    let of = |slug: &str, audience| NewArticle { audience, ..new(brand_id, slug) };
    published(world, of("agents", Audience::Internal)).await;
    let some = NewArticle {
        min_tier: 2,
        countries: vec!["JP".to_owned(), "KR".to_owned()],
        ..of("some", Audience::SignedIn)
    };
    published(world, some).await;
    published(world, of("members", Audience::SignedIn)).await;
    published(world, of("everybody", Audience::Public)).await;
    published(world, NewArticle { lang: Locale::Ar, ..of("arabic", Audience::Public) }).await;
    drafted(world, of("drafts", Audience::Public)).await;
    // Its first text is a draft still, which whoever reads Japanese does not miss.
    let id = drafted(world, of("japanese", Audience::Public)).await;
    let text = written("Fees", "Half of them.");
    let cx = world.admin_cx().await;
    let saved = world
        .write(cx, async move |tx, cx| save(tx, cx, id, Locale::Ja, None, (&text, Some(1))).await);
    saved.await.unwrap();
    moved(world, world.admin_cx().await, id, Locale::Ja, 1, Status::Published).await.unwrap();
}

async fn sections(world: &World, reader: &Reader, wanted: Locale) -> Vec<FilledSection> {
    let (brand_id, reader) = (world.brand_id, reader.clone());
    let read = world.read(async move |rx| filled_sections(rx, &reader, brand_id, wanted).await);
    read.await.unwrap()
}

/// The same from the list of all that the reader sees.
async fn of_listed(world: &World, reader: &Reader, wanted: Locale) -> Vec<FilledSection> {
    let (brand_id, reader) = (world.brand_id, reader.clone());
    let read = world.read(async move |rx| {
        let all = listed(rx, &reader, brand_id, wanted, &ListedFilter::default()).await?;
        Ok((help_section::view::list(rx, brand_id).await?, all))
    });
    let (sections, articles) = read.await.unwrap();
    let has_some = |slug: &str| articles.iter().any(|one| one.section == slug);
    let filled = sections.iter().filter(|section| has_some(&section.slug));
    let line = |section: &help_section::Section| FilledSection {
        slug: section.slug.clone(),
        name: section.name(wanted).to_owned(),
    };
    filled.map(line).collect()
}

fn slugs(all: &[FilledSection]) -> Vec<&str> {
    all.iter().map(|section| section.slug.as_str()).collect()
}

/// A customer of a brand that is another one's neighbour.
fn stranger() -> Viewer {
    Viewer::Customer(CustomerViewer {
        customer_id: CustomerId::from_uuid(uuid::Uuid::nil()),
        identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
        brand_id: BrandId::from_uuid(uuid::Uuid::nil()),
        session_id: SessionId::from_uuid(uuid::Uuid::nil()),
    })
}

#[tokio::test]
async fn a_section_is_there_for_whom_something_in_it_is() {
    for world in World::both().await {
        filled(&world).await;
        let of_own = Viewer::Staff(member([(Permission::ArticleRead, Reach::Own)].into()));
        let readers: [(Reader, &[&str]); 8] = [
            (Reader::of(&Viewer::Anonymous), &["everybody", "arabic"]),
            (Reader::of(&stranger()).known(9, Some("JP".to_owned())), &["everybody", "arabic"]),
            (customer(&world, 0, None), &["members", "everybody", "arabic"]),
            (customer(&world, 1, Some("JP")), &["members", "everybody", "arabic"]),
            (customer(&world, 2, Some("US")), &["members", "everybody", "arabic"]),
            (customer(&world, 2, Some("KR")), &["some", "members", "everybody", "arabic"]),
            (Reader::of(&of_own), &["everybody", "arabic"]),
            (
                Reader::of(&world.admin_cx().await.viewer),
                &["agents", "some", "members", "everybody", "arabic"],
            ),
        ];
        for (reader, seen) in &readers {
            let in_english = sections(&world, reader, Locale::En).await;
            assert_eq!(slugs(&in_english), *seen, "{reader:?}");
            let in_japanese = sections(&world, reader, Locale::Ja).await;
            let more: Vec<&str> = seen.iter().copied().chain(["japanese"]).collect();
            assert_eq!(slugs(&in_japanese), more, "{reader:?}");
            for wanted in Locale::ALL {
                let read = sections(&world, reader, wanted).await;
                assert_eq!(read, of_listed(&world, reader, wanted).await, "{reader:?} {wanted}");
            }
        }
        let named = sections(&world, &customer(&world, 0, None), Locale::Ja).await;
        assert_eq!(named.first().map(|one| one.name.as_str()), Some("members (Japanese)"));
    }
}

/// Without the exchange nobody can say what an account's owner sees of what is for some, so that nothing is shown before it was
/// asked; of everybody else it knows nothing.
#[tokio::test]
async fn the_start_page_waits_for_the_exchange_where_that_decides_what_it_shows() {
    for world in World::both().await {
        let brand_id = world.brand_id;
        for (slug, position) in [("everybody", 1), ("some", 2)] {
            section(&world, slug, position).await;
        }
        published(&world, new(brand_id, "everybody")).await;
        let shown = async |viewer: &Viewer, has_bridge: bool| {
            let viewer = viewer.clone();
            let read = world.read(async move |rx| {
                start_page::read(rx, &viewer, brand_id, Locale::En, has_bridge).await
            });
            let help = read.await.unwrap().help;
            help.map(|all| all.into_iter().map(|section| section.slug).collect::<Vec<_>>())
        };
        let all = || Some(vec!["everybody".to_owned()]);
        let me = Viewer::Customer(CustomerViewer {
            customer_id: CustomerId::from_uuid(uuid::Uuid::nil()),
            identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
            brand_id,
            session_id: SessionId::from_uuid(uuid::Uuid::nil()),
        });
        assert_eq!(shown(&me, true).await, all(), "there is nothing to ask for");
        let some =
            NewArticle { audience: Audience::SignedIn, min_tier: 2, ..new(brand_id, "some") };
        published(&world, some).await;
        assert_eq!(shown(&me, true).await, None);
        assert_eq!(shown(&me, false).await, all(), "there is nobody to ask");
        for other in [Viewer::Anonymous, stranger()] {
            assert_eq!(shown(&other, true).await, all(), "{other}");
        }
        let both = Some(vec!["everybody".to_owned(), "some".to_owned()]);
        assert_eq!(shown(&world.admin_cx().await.viewer, true).await, both);
    }
}

/// A text has ever more versions, each as long as the text. PostgreSQL weighs its ways by what is in the tables; SQLite knows the
/// statement and the indexes alone, so that its way is always the same.
#[tokio::test]
async fn a_list_reads_the_public_version_and_no_other() {
    for world in World::both().await {
        if world.db.engine() != Engine::Sqlite {
            continue;
        }
        let joining: Vec<&'static str> = view::ALL
            .iter()
            .copied()
            .filter(|sql| sql.contains("join article_version v"))
            .collect();
        assert_eq!(joining.len(), 2, "the list, and titles by their slugs");
        for sql in joining {
            let count = (1..).take_while(|n| sql.contains(&format!("${n}"))).count();
            let steps = world.read(async move |rx| {
                let values = vec![Value::Text(""); count];
                let sql = format!("explain query plan {sql}");
                let rows: Vec<(i64, i64, i64, String)> = rx.query_dyn(&sql, &values).await?;
                Ok(rows.into_iter().map(|row| row.3).collect::<Vec<_>>())
            });
            let plan = steps.await.unwrap().join("\n");
            let by_number = "v USING PRIMARY KEY (article_id=? AND lang=? AND number=?)";
            assert!(plan.contains(by_number), "{plan}");
        }
    }
}
