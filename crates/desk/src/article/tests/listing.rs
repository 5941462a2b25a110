//! Lists of the help centre: whom the start page leads into which section, what stands on which page, and how many versions are
//! read for a list.

use proofdesk_locale::Locale;
use proofdesk_store::{Engine, Value};

use super::{customer, moved, new, written};
use crate::article::actions::{NewArticle, create, save};
use crate::article::feedback::{Feedback, give};
use crate::article::reader::Reader;
use crate::article::view::{
    self, FilledSection, Listed, Place, SectionPage, filled_sections, of_category, popular,
    section_page, shelves,
};
use crate::article::{Audience, Kind, Status};
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

/// The same from what the reader finds on the page of each section.
async fn of_pages(world: &World, reader: &Reader, wanted: Locale) -> Vec<FilledSection> {
    let brand_id = world.brand_id;
    let all = world.read(async move |rx| help_section::view::list(rx, brand_id).await);
    let mut filled = Vec::new();
    for section in all.await.unwrap() {
        let page = page(world, reader, wanted, (&section.slug, "", 1)).await;
        if !page.articles.is_empty() {
            let name = section.name(wanted).to_owned();
            filled.push(FilledSection { slug: section.slug, name });
        }
    }
    filled
}

/// A page of a section that begins behind a slug.
async fn page(
    world: &World,
    reader: &Reader,
    wanted: Locale,
    (section, after, most): (&str, &str, i64),
) -> SectionPage {
    let (brand_id, reader) = (world.brand_id, reader.clone());
    let (section, after) = (section.to_owned(), after.to_owned());
    let read = world.read(async move |rx| {
        let place = Place { section: &section, after: &after, most };
        section_page(rx, &reader, brand_id, wanted, place).await
    });
    read.await.unwrap()
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
                assert_eq!(read, of_pages(&world, reader, wanted).await, "{reader:?} {wanted}");
            }
        }
        let named = sections(&world, &customer(&world, 0, None), Locale::Ja).await;
        assert_eq!(named.first().map(|one| one.name.as_str()), Some("members (Japanese)"));
    }
}

/// An article in English and in others, in a section that holds several.
async fn translated(world: &World, article: NewArticle, others: &[Locale]) {
    let cx = world.admin_cx().await;
    let id = world.write(cx, async move |tx, cx| create(tx, cx, &article).await).await.unwrap();
    moved(world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
    for lang in others.iter().copied() {
        let text = written("Fees", "Half of them.");
        let cx = world.admin_cx().await;
        let saved = world
            .write(cx, async move |tx, cx| save(tx, cx, id, lang, None, (&text, Some(1))).await);
        saved.await.unwrap();
        moved(world, world.admin_cx().await, id, lang, 1, Status::Published).await.unwrap();
    }
}

const MANY: [&str; 5] = ["fee-a", "fee-b", "fee-c", "fee-d", "fee-e"];
const LANGS: [Locale; 4] = [Locale::Ja, Locale::ZhHans, Locale::ZhHant, Locale::Ar];

/// Five articles in five languages each and one for staff, and a section behind them.
async fn many(world: &World) {
    for (slug, position) in [("many", 1), ("late", 2)] {
        section(world, slug, position).await;
    }
    let of = |slug: &str, audience| NewArticle {
        audience,
        section: "many".to_owned(),
        ..new(world.brand_id, slug)
    };
    for slug in MANY {
        translated(world, of(slug, Audience::Public), &LANGS).await;
    }
    translated(world, of("fee-bb", Audience::Internal), &[]).await;
    let late = NewArticle { kind: Kind::Troubleshooting, ..new(world.brand_id, "late") };
    published(world, late).await;
}

fn titles(all: &[Listed]) -> Vec<&str> {
    all.iter().map(|one| one.slug.as_str()).collect()
}

/// However many languages articles are in, a page is as long as it says, and who follows it to its end sees each article once, in
/// the language that is nearest.
#[tokio::test]
async fn a_page_counts_articles_and_not_their_languages() {
    for world in World::both().await {
        many(&world).await;
        let anyone = Reader::of(&Viewer::Anonymous);
        for wanted in Locale::ALL {
            let lang = if LANGS.contains(&wanted) { wanted } else { Locale::En };
            let (mut after, mut seen) = (String::new(), Vec::new());
            for (most, earlier) in [(2, None), (2, Some("")), (1, Some("fee-b"))] {
                let page = page(&world, &anyone, wanted, ("many", &after, 2)).await;
                assert_eq!(page.articles.len(), most, "{wanted}");
                assert!(page.articles.iter().all(|one| one.lang == lang), "{wanted}: {page:?}");
                assert_eq!((page.here, page.earlier.as_deref()), (after, earlier), "{wanted}");
                seen.extend(page.articles.into_iter().map(|one| one.slug));
                after = page.later.unwrap_or_default();
            }
            assert_eq!((seen, after), (MANY.map(str::to_owned).to_vec(), String::new()));
            let brand_id = world.brand_id;
            let reader = anyone.clone();
            let read = world
                .read(async move |rx| shelves(rx, &reader, brand_id, wanted, 3).await)
                .await
                .unwrap();
            let shown: Vec<(&str, Vec<&str>)> = read
                .iter()
                .map(|(section, articles)| (section.slug.as_str(), titles(articles)))
                .collect();
            let first = vec!["fee-a", "fee-b", "fee-c"];
            assert_eq!(shown, [("many", first), ("late", vec!["late"])], "{wanted}");
        }
    }
}

/// Whoever begins at a place of their own is led on, and an article that they do not see is no place for them.
#[tokio::test]
async fn a_page_begins_behind_what_its_reader_sees() {
    for world in World::both().await {
        many(&world).await;
        let anyone = Reader::of(&Viewer::Anonymous);
        let staff = Reader::of(&world.admin_cx().await.viewer);
        for (reader, after, here, seen, earlier) in [
            (&anyone, "fee-c", "fee-c", &["fee-d", "fee-e"][..], Some("fee-a")),
            (&anyone, "fee-a", "fee-a", &["fee-b", "fee-c"], Some("")),
            (&anyone, "fee-bb", "fee-b", &["fee-c", "fee-d"], Some("")),
            (&staff, "fee-bb", "fee-bb", &["fee-c", "fee-d"], Some("fee-a")),
            (&staff, "", "", &["fee-a", "fee-b"], None),
            (&anyone, "a", "", &["fee-a", "fee-b"], None),
            (&anyone, "\0", "", &["fee-a", "fee-b"], None),
            (&anyone, "zzz", "fee-e", &[], Some("fee-c")),
        ] {
            let page = page(&world, reader, Locale::Ja, ("many", after, 2)).await;
            assert_eq!((page.here.as_str(), titles(&page.articles)), (here, seen.to_vec()));
            assert_eq!(page.earlier.as_deref(), earlier, "{after:?}");
        }
        for nowhere in ["nothing", "\0"] {
            let page = page(&world, &staff, Locale::Ja, (nowhere, "", 2)).await;
            assert_eq!((page.articles, page.earlier, page.later), (Vec::new(), None, None));
        }
    }
}

/// What helped comes first, wherever it stands; then what leads step by step, and what is about the category before what touches it.
#[tokio::test]
async fn what_helps_is_found_in_every_section() {
    for world in World::both().await {
        many(&world).await;
        let brand_id = world.brand_id;
        let staff = Reader::of(&world.admin_cx().await.viewer);
        let best = async |reader: &Reader, most| {
            let reader = reader.clone();
            let read =
                world.read(async move |rx| popular(rx, &reader, brand_id, Locale::Ja, most).await);
            read.await.unwrap().into_iter().map(|one| one.slug).collect::<Vec<_>>()
        };
        assert_eq!(best(&staff, 3).await, ["late", "fee-a", "fee-b"]);
        let said = |reader: &Reader| Feedback {
            reader: reader.clone(),
            helpful: true,
            reason: None,
            note: None,
            address: "203.0.113.9".to_owned(),
        };
        for slug in ["fee-e", "fee-bb"] {
            let said = said(&staff);
            let given = world.write(world.anonymous_cx(), async move |tx, cx| {
                give(tx, cx, brand_id, slug, Locale::Ja, &said).await
            });
            given.await.unwrap().unwrap();
        }
        for (reader, most, seen) in [
            (&staff, 4, &["fee-e", "late", "fee-a", "fee-b"][..]),
            (&Reader::of(&Viewer::Anonymous), 1, &["fee-e"]),
            (
                &Reader::of(&Viewer::Anonymous),
                9,
                &["fee-e", "late", "fee-a", "fee-b", "fee-c", "fee-d"],
            ),
        ] {
            assert_eq!(best(reader, most).await, seen);
        }
        let touching = NewArticle {
            section: "many".to_owned(),
            categories: vec!["deposits".to_owned(), "fees".to_owned()],
            ..new(brand_id, "fee-0")
        };
        translated(&world, touching, &[]).await;
        let of = async |category: &'static str| {
            let reader = staff.clone();
            let read = world.read(async move |rx| {
                of_category(rx, &reader, brand_id, Locale::Ja, category).await
            });
            read.await.unwrap().into_iter().map(|one| one.slug).collect::<Vec<_>>()
        };
        let all = ["late", "fee-a", "fee-b", "fee-bb", "fee-c", "fee-d", "fee-e", "fee-0"];
        assert_eq!(of("fees").await, all);
        assert_eq!(of("deposits").await, ["fee-0"]);
        for none in ["fee", "%", "\0"] {
            assert_eq!(of(none).await, [""; 0], "{none:?}");
        }
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
        assert_eq!(joining.len(), 5, "a section, a category, one, the first, and titles by slugs");
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
            // A page is read from where it begins, and no longer than it is.
            if sql.contains("s.slug = $10") {
                assert!(plan.contains("article_in_section (section_id=? AND slug>?)"), "{plan}");
            }
        }
    }
}
