#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod listing;
mod publishing;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, params};

use super::actions::{
    ArticleChange, Move, NewArticle, Scheduled, change, create, move_to, publish_due, save,
};
use super::feedback::{Feedback, counts, give};
use super::import::{Changed, Folder, Ready, article, export, ground};
use super::lead::{self, Fault};
use super::reader::Reader;
use super::remind::{remind, see, unseen};
use super::view::{ArticleFilter, Found, Listed, due, find, list, named, open, shelves};
use super::{Audience, Kind, Status, Written};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::glossary::{self, TermText, TermTexts, actions::TermSetting};
use crate::help_section;
use crate::id::{ArticleId, BrandId, CustomerId, Id as _, IdentityId, SessionId};
use crate::permission::{Permission, Reach};
use crate::staff_mail::review::{ReviewErrand, letter};
use crate::testing::{World, cx_at, member, read, write};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, Viewer};

fn written(title: &str, body: &str) -> Written {
    Written::new(title, "What it is about", &["tag".to_owned()], body).unwrap()
}

fn new(brand_id: BrandId, slug: &str) -> NewArticle {
    NewArticle {
        brand_id,
        slug: slug.to_owned(),
        section: "fees".to_owned(),
        kind: Kind::Guide,
        audience: Audience::Public,
        min_tier: 0,
        countries: Vec::new(),
        lang: Locale::En,
        categories: vec!["fees".to_owned()],
        related: Vec::new(),
        review_days: 90,
        owner_id: None,
        text: written("Fees", "All of them."),
    }
}

async fn sections(world: &World) {
    section(world, "fees").await;
}

async fn section(world: &World, slug: &'static str) {
    let brand_id = world.brand_id;
    let names = [(Locale::En, "Fees".to_owned())].into();
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| {
        help_section::actions::set(tx, cx, brand_id, slug, 1, &names).await
    })
    .await
    .unwrap();
}

async fn begun(world: &World, slug: &str) -> ArticleId {
    let new = new(world.brand_id, slug);
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| create(tx, cx, &new).await).await.unwrap()
}

async fn moved(
    world: &World,
    cx: Cx,
    id: ArticleId,
    lang: Locale,
    seen: i64,
    to: Status,
) -> Result<i64> {
    write(&world.db, cx, async move |tx, cx| move_to(tx, cx, id, lang, seen, Move::to(to)).await)
        .await
}

async fn opened(world: &World, viewer: Viewer, slug: &'static str, lang: Locale) -> Found {
    let brand_id = world.brand_id;
    let reader = Reader::of(&viewer);
    read(&world.db, async move |rx| open(rx, &reader, brand_id, slug, lang).await).await.unwrap()
}

/// What a reader finds in the sections, up to a hundred in each.
async fn listed(
    rx: &Rx<'_>,
    reader: &Reader,
    brand_id: BrandId,
    wanted: Locale,
) -> Result<Vec<Listed>> {
    let shelves = shelves(rx, reader, brand_id, wanted, 100).await?;
    Ok(shelves.into_iter().flat_map(|(_, articles)| articles).collect())
}

#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T>) -> Code {
    result.unwrap_err().code()
}

#[tokio::test]
async fn what_is_public_stays_while_the_next_version_is_written() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        assert_eq!(opened(&world, Viewer::Anonymous, "fees", Locale::En).await, Found::Nowhere);
        let version = moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published)
            .await
            .unwrap();
        let cx = world.admin_cx().await;
        let text = written("Fees", "Half of them.");
        let again = text.clone();
        let saved = write(&world.db, cx, async move |tx, cx| {
            save(tx, cx, id, Locale::En, Some(version), (&text, None)).await
        })
        .await
        .unwrap();
        let Found::Here(here) = opened(&world, Viewer::Anonymous, "fees", Locale::En).await else {
            panic!("it is public");
        };
        assert_eq!((here.version.number, here.version.body.as_str()), (1, "All of them."));
        // Who saw an older version overwrites nobody.
        let cx = world.admin_cx().await;
        let late = write(&world.db, cx, async move |tx, cx| {
            save(tx, cx, id, Locale::En, Some(version), (&again, None)).await
        })
        .await;
        assert_eq!(code(late), Code::VersionConflict);
        moved(&world, world.admin_cx().await, id, Locale::En, saved, Status::Archived)
            .await
            .unwrap();
        assert_eq!(opened(&world, Viewer::Anonymous, "fees", Locale::En).await, Found::Nowhere);
        let kinds = world.kinds(&crate::log::Stream::Article(id)).await;
        assert_eq!(
            kinds,
            [
                "article.created",
                "article.written",
                "article.moved",
                "article.written",
                "article.moved"
            ]
        );
    }
}

#[tokio::test]
async fn a_slug_that_changed_leads_on_and_never_in_a_circle() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "one").await;
        let other = begun(&world, "other").await;
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        let rename = async |id, seen, slug: &str| {
            let change_to =
                ArticleChange { slug: Some(slug.to_owned()), ..ArticleChange::default() };
            let cx = world.admin_cx().await;
            write(&world.db, cx, async move |tx, cx| change(tx, cx, id, seen, &change_to).await)
                .await
        };
        assert_eq!(rename(id, 1, "two").await.unwrap(), 2);
        assert_eq!(
            opened(&world, Viewer::Anonymous, "one", Locale::En).await,
            Found::Moved("two".to_owned())
        );
        assert_eq!(rename(id, 2, "one").await.unwrap(), 3);
        assert!(matches!(
            opened(&world, Viewer::Anonymous, "one", Locale::En).await,
            Found::Here(_)
        ));
        assert_eq!(
            opened(&world, Viewer::Anonymous, "two", Locale::En).await,
            Found::Moved("one".to_owned())
        );
        assert_eq!(code(rename(other, 1, "two").await), Code::FieldTaken);
        assert_eq!(code(rename(other, 1, "one").await), Code::FieldTaken);
        for wrong in ["充值", "Two", "two--three", "glossary", "a/b", ""] {
            assert!(rename(other, 1, wrong).await.is_err(), "{wrong}");
        }
    }
}

#[tokio::test]
async fn each_reads_what_is_for_them() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "runbook").await;
        let internal =
            ArticleChange { audience: Some(Audience::Internal), ..ArticleChange::default() };
        let cx = world.admin_cx().await;
        write(&world.db, cx, async move |tx, cx| change(tx, cx, id, 1, &internal).await)
            .await
            .unwrap();
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        let reader = |reach| {
            let mut me = member([(Permission::ArticleRead, reach)].into());
            me.brands = vec![world.brand_id];
            Viewer::Staff(me)
        };
        for (viewer, sees) in [
            (Viewer::Anonymous, false),
            (reader(Reach::All), true),
            (reader(Reach::Brand), true),
            (reader(Reach::Own), false),
        ] {
            let found = opened(&world, viewer.clone(), "runbook", Locale::Ja).await;
            assert_eq!(matches!(found, Found::Here(_)), sees, "{viewer:?}");
            let (brand_id, reader) = (world.brand_id, Reader::of(&viewer));
            let all =
                read(&world.db, async move |rx| listed(rx, &reader, brand_id, Locale::Ja).await);
            assert_eq!(all.await.unwrap().len(), usize::from(sees));
        }
        // Who may not write is told so; who does not see it finds nothing.
        let reads = cx_at(world.now, reader(Reach::All));
        assert_eq!(
            code(moved(&world, reads, id, Locale::En, 2, Status::Draft).await),
            Code::NoPermission
        );
        let own = cx_at(world.now, reader(Reach::Own));
        assert_eq!(
            code(moved(&world, own, id, Locale::En, 2, Status::Draft).await),
            Code::NotFound
        );
    }
}

#[tokio::test]
async fn a_translation_knows_what_it_was_made_from() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        let put = async |lang, seen, source| {
            let text = written("手续费", "全部。");
            let cx = world.admin_cx().await;
            write(&world.db, cx, async move |tx, cx| {
                save(tx, cx, id, lang, seen, (&text, source)).await
            })
            .await
        };
        assert_eq!(code(put(Locale::ZhHans, None, None).await), Code::FieldRequired);
        assert_eq!(code(put(Locale::ZhHans, None, Some(9)).await), Code::FieldInvalid);
        assert_eq!(put(Locale::ZhHans, None, Some(1)).await.unwrap(), 1);
        moved(&world, world.admin_cx().await, id, Locale::ZhHans, 1, Status::Published)
            .await
            .unwrap();
        let viewer = world.admin_cx().await.viewer;
        let outdated = async || {
            let viewer = viewer.clone();
            let filter = ArticleFilter { outdated: true, limit: 10, ..ArticleFilter::default() };
            read(&world.db, async move |rx| list(rx, &viewer, &filter).await).await.unwrap().len()
        };
        assert_eq!(outdated().await, 0);
        let seen = put(Locale::En, Some(2), None).await.unwrap();
        assert_eq!(outdated().await, 0, "a draft makes nothing old");
        moved(&world, world.admin_cx().await, id, Locale::En, seen, Status::Published)
            .await
            .unwrap();
        assert_eq!(outdated().await, 1);
        // Traditional Chinese is nearer to it than English is; Korean is not.
        for (asked, told) in [(Locale::ZhHant, Locale::ZhHans), (Locale::Ko, Locale::En)] {
            let Found::Here(here) = opened(&world, Viewer::Anonymous, "fees", asked).await else {
                panic!("it is public");
            };
            assert_eq!(here.lang, told);
        }
    }
}

#[tokio::test]
async fn what_is_scheduled_is_published_at_its_hour() {
    for mut world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let at = world.now + Duration::from_secs(3600);
        let cx = world.admin_cx().await;
        write(&world.db, cx, async move |tx, cx| {
            let there = Move { publish_at: Some(at), ..Move::to(Status::Scheduled) };
            move_to(tx, cx, id, Locale::En, 1, there).await
        })
        .await
        .unwrap();
        let due = || Scheduled { article_id: id, lang: "en".to_owned(), number: 1 };
        for (wait, is_public) in [(0, false), (3600, true)] {
            world.wait(Duration::from_secs(wait));
            let due = due();
            let cx = world.system_cx();
            write(&world.db, cx, async move |tx, cx| publish_due(tx, cx, &due).await)
                .await
                .unwrap();
            let found = opened(&world, Viewer::Anonymous, "fees", Locale::En).await;
            assert_eq!(matches!(found, Found::Here(_)), is_public);
        }
    }
}

#[tokio::test]
async fn what_readers_say_is_counted_within_a_limit() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        let brand_id = world.brand_id;
        let say = async |helpful| {
            let said = Feedback {
                reader: Reader::of(&Viewer::Anonymous),
                helpful,
                reason: None,
                note: None,
                address: "203.0.113.9".to_owned(),
            };
            let cx = world.anonymous_cx();
            write(&world.db, cx, async move |tx, cx| {
                give(tx, cx, brand_id, "fees", Locale::Ko, &said).await
            })
            .await
            .unwrap()
        };
        for at in 0..crate::limits::FEEDBACK_PER_DAY {
            say(at % 4 != 0).await.unwrap();
        }
        assert_eq!(say(true).await.unwrap_err().code(), Code::FeedbackSpent);
        let told = read(&world.db, async move |rx| counts(rx, id).await).await.unwrap();
        assert_eq!(
            told.iter().map(|c| (c.lang, c.helpful, c.unhelpful)).collect::<Vec<_>>(),
            [(Locale::En, 30, 10)]
        );
    }
}

#[tokio::test]
async fn a_text_that_asks_for_a_secret_is_published_by_nobody_unseen() {
    for world in World::both().await {
        sections(&world).await;
        let text = written("Help", "Reply with your seed phrase and we restore the wallet.");
        let new = NewArticle { text, ..new(world.brand_id, "help-us") };
        let cx = world.admin_cx().await;
        let id =
            write(&world.db, cx, async move |tx, cx| create(tx, cx, &new).await).await.unwrap();
        let refused =
            moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await;
        assert_eq!(code(refused), Code::AsksForSecret);
        let cx = world.admin_cx().await;
        write(&world.db, cx, async move |tx, cx| {
            let there = Move { looked: true, ..Move::to(Status::Published) };
            move_to(tx, cx, id, Locale::En, 1, there).await
        })
        .await
        .unwrap();
    }
}

#[test]
fn a_text_that_is_a_book_is_refused() {
    let long = "long ".repeat(400_000);
    assert_eq!(code(Written::new("Help", "Short", &[], &long)), Code::FieldTooLong);
}

fn files_below(root: &Path, top: &str, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{top}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files_below(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

async fn import(world: &World, folder: &Folder, ready: &[Ready]) -> Vec<Changed> {
    let (brand_id, of_folder) = (world.brand_id, folder.clone());
    let cx = cx_at(world.now, Viewer::Operator);
    let mut all = vec![
        write(&world.db, cx, async move |tx, cx| ground(tx, cx, brand_id, &of_folder).await)
            .await
            .unwrap(),
    ];
    for one in ready {
        let (one, cx) = (one.clone(), cx_at(world.now, Viewer::Operator));
        all.push(
            write(&world.db, cx, async move |tx, cx| article(tx, cx, brand_id, &one).await)
                .await
                .unwrap(),
        );
    }
    all
}

/// The folder that is shipped goes in and comes out byte for byte, and goes in again without changing anything.
#[tokio::test]
async fn the_shipped_folder_goes_in_and_out_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles/coinex");
    let mut files = BTreeMap::new();
    files_below(&root.join("help"), "help/", &mut files);
    files_below(&root.join("glossary"), "glossary/", &mut files);
    files.retain(|path, _| !path.contains("references-"));
    let folder = Folder::read(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let ready = folder.ready().unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!((folder.articles.len(), ready.len(), folder.terms.len()), (140, 30, 73));
    for world in World::both().await {
        let first = import(&world, &folder, &ready).await;
        assert_eq!(first.iter().map(|changed| changed.texts).sum::<usize>(), 140);
        let brand_id = world.brand_id;
        let out = read(&world.db, async move |rx| export(rx, &Viewer::Operator, brand_id).await)
            .await
            .unwrap();
        assert_eq!(out.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
        for (path, text) in &files {
            assert_eq!(out.get(path), Some(text), "{path}");
        }
        let again = import(&world, &folder, &ready).await;
        assert!(again.iter().all(|changed| *changed == Changed::default()), "{again:?}");
        let reader = Reader::of(&world.admin_cx().await.viewer);
        let all = read(&world.db, async move |rx| listed(rx, &reader, brand_id, Locale::Ar).await);
        let all = all.await.unwrap();
        assert_eq!(all.len(), 30);
        assert_eq!(all.iter().filter(|one| one.lang == Locale::Ar).count(), 10);
    }
}

#[tokio::test]
async fn a_draft_is_found_by_who_may_see_it_only() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        for (viewer, sees) in [(world.admin_cx().await.viewer, true), (Viewer::Anonymous, false)] {
            let found = read(&world.db, async move |rx| find(rx, &viewer, id).await).await.unwrap();
            assert_eq!(found.is_some(), sees);
        }
    }
}

async fn differing(world: &World, id: ArticleId) -> Vec<&'static str> {
    let stream = crate::log::Stream::Article(id).name();
    let read = world.read(async move |rx| {
        let events = crate::log::view::stream_page(rx, &stream, 0, 100).await?;
        super::state::check_state(rx, id, &events).await
    });
    read.await.unwrap()
}

#[tokio::test]
async fn rows_that_differ_from_what_was_logged_are_named() {
    for world in World::both().await {
        sections(&world).await;
        section(&world, "limits").await;
        let id = begun(&world, "fees").await;
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
        for (sql, named) in [
            ("update article_version set body = 'None of them.'", "article_version"),
            ("update article_version set body = 'All of them.', title = 'Feed'", "article_version"),
            ("update article_version set title = 'Fees'", ""),
            ("update article_text set status = 'draft'", "status"),
            ("update article_text set status = 'published', head = 2", "head"),
            ("update article_text set head = 1", ""),
            ("update article_text set title = 'Feet'", "title"),
            ("update article_text set title = 'Fees', published = null", "published"),
            ("update article_text set published = 1, published_at = 5", "published_at"),
            ("update article_text set published_at = updated_at, publish_at = 5", "publish_at"),
            ("update article_text set publish_at = null", ""),
            ("update article set slug = 'fee'", "slug"),
            ("update article set slug = 'fees', audience = 'internal'", "audience"),
            ("update article set audience = 'public', min_tier = 2", "min_tier"),
            ("update article set min_tier = 0, countries = 'JP'", "countries"),
            ("update article set countries = '', kind = 'faq'", "kind"),
            (
                "update article set kind = 'guide', section_id = (select id from help_section where slug = 'limits')",
                "section_id",
            ),
        ] {
            let done: Result<u64> =
                world.db.write(async move |tx| Ok(tx.exec(sql, &[]).await?)).await;
            done.unwrap();
            let expected: Vec<&str> = Some(named).filter(|it| !it.is_empty()).into_iter().collect();
            assert_eq!(differing(&world, id).await, expected, "{sql}");
        }
    }
}

/// A text that was scheduled, published, written on and taken back folds to its row, as does an article that became another.
#[tokio::test]
async fn what_an_article_went_through_is_no_difference() {
    for world in World::both().await {
        sections(&world).await;
        section(&world, "limits").await;
        let id = begun(&world, "fees").await;
        let cx = world.admin_cx().await;
        let changed = ArticleChange {
            slug: Some("fees-and-limits".to_owned()),
            section: Some("limits".to_owned()),
            kind: Some(Kind::Faq),
            audience: Some(Audience::SignedIn),
            min_tier: Some(2),
            countries: Some(vec!["KR".to_owned(), "jp".to_owned()]),
            ..ArticleChange::default()
        };
        write(&world.db, cx, async move |tx, cx| change(tx, cx, id, 1, &changed).await)
            .await
            .unwrap();
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
        let cx = world.admin_cx().await;
        let publish_at = Some(cx.now + Duration::from_secs(3600));
        let at = Move { publish_at, ..Move::to(Status::Scheduled) };
        write(&world.db, cx, async move |tx, cx| move_to(tx, cx, id, Locale::En, 1, at).await)
            .await
            .unwrap();
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
        for (seen, to) in [(2, Some(Status::Published)), (3, None), (4, Some(Status::Archived))] {
            let cx = world.admin_cx().await;
            let done = match to {
                Some(to) => moved(&world, cx, id, Locale::En, seen, to).await,
                None => {
                    let text = (written("Fees and limits", "Half of them."), None);
                    write(&world.db, cx, async move |tx, cx| {
                        save(tx, cx, id, Locale::En, Some(seen), (&text.0, text.1)).await
                    })
                    .await
                }
            };
            done.unwrap();
            assert_eq!(differing(&world, id).await, [] as [&str; 0], "{to:?}");
        }
    }
}

/// Events of an older version do not say what an article is, so nothing is held against its row.
#[tokio::test]
async fn what_older_events_do_not_say_is_no_difference() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let brand_id = world.brand_id;
        let older = format!(r#"{{"article_id":"{id}","brand_id":"{brand_id}","slug":"fees"}}"#);
        let done: Result<u64> = world
            .db
            .write(async move |tx| {
                let set = "update event set v = 1, payload = $1 where kind = 'article.created'";
                tx.exec(set, params![older.as_bytes()]).await?;
                Ok(tx.exec("update article set audience = 'internal', kind = 'faq'", &[]).await?)
            })
            .await;
        assert_eq!(done.unwrap(), 1);
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
    }
}

#[tokio::test]
async fn a_definition_that_asks_for_a_secret_is_set_by_nobody_unseen() {
    let world = World::new(proofdesk_store::testing::sqlite(crate::MIGRATIONS).await).await;
    let set = async |definition: &str, seen: Option<i64>, looked: bool| {
        let text = TermText {
            term: "Recovery".to_owned(),
            definition: definition.to_owned(),
            forms: Vec::new(),
        };
        let (texts, brand_id): (TermTexts, _) = ([(Locale::En, text)].into(), world.brand_id);
        let cx = world.admin_cx().await;
        write(&world.db, cx, async move |tx, cx| {
            let setting = TermSetting { see: &[], texts: &texts, looked };
            glossary::actions::set(tx, cx, brand_id, "recovery", seen, setting).await
        })
        .await
    };
    let asking = "Reply with your seed phrase and we restore the wallet.";
    assert_eq!(code(set(asking, None, false).await), Code::AsksForSecret);
    assert_eq!(set(asking, None, true).await.unwrap(), (1, true));
    // What stood there was looked at, and is not asked for again.
    assert_eq!(set(asking, Some(1), false).await.unwrap(), (1, false));
    let other = "Send us your seed phrase.";
    assert_eq!(code(set(other, Some(1), false).await), Code::AsksForSecret);
    let fine = "Never share your seed phrase with anybody, not even with us.";
    assert_eq!(set(fine, Some(1), false).await.unwrap(), (2, true));
}

/// A customer of the world's brand, with what the exchange says of them.
fn customer(world: &World, tier: i64, country: Option<&str>) -> Reader {
    let me = CustomerViewer {
        customer_id: CustomerId::from_uuid(uuid::Uuid::nil()),
        identity_id: IdentityId::from_uuid(uuid::Uuid::nil()),
        brand_id: world.brand_id,
        session_id: SessionId::from_uuid(uuid::Uuid::nil()),
    };
    Reader::of(&Viewer::Customer(me)).known(tier, country.map(str::to_owned))
}

async fn changed(world: &World, id: ArticleId, seen: i64, to: ArticleChange) -> Result<i64> {
    let cx = world.admin_cx().await;
    write(&world.db, cx, async move |tx, cx| change(tx, cx, id, seen, &to).await).await
}

/// An article for customers of a tier and of some countries is everywhere what its readers see, and nobody else: by its own
/// address, by the one that it had, in lists and among what to read next.
#[tokio::test]
async fn an_article_for_some_customers_is_shown_to_them_alone() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "old").await;
        let to = ArticleChange {
            slug: Some("vip".to_owned()),
            audience: Some(Audience::SignedIn),
            min_tier: Some(2),
            countries: Some(vec!["JP".to_owned(), "KR".to_owned()]),
            ..ArticleChange::default()
        };
        changed(&world, id, 1, to).await.unwrap();
        moved(&world, world.admin_cx().await, id, Locale::En, 1, Status::Published).await.unwrap();
        let staff = Reader::of(&world.admin_cx().await.viewer);
        for (reader, sees) in [
            (Reader::of(&Viewer::Anonymous), false),
            (customer(&world, 0, None), false),
            (customer(&world, 2, None), false),
            (customer(&world, 1, Some("JP")), false),
            (customer(&world, 2, Some("US")), false),
            (customer(&world, 2, Some("JP")), true),
            (customer(&world, 9, Some("KR")), true),
            (staff, true),
        ] {
            let (brand_id, asked) = (world.brand_id, reader.clone());
            let looked = read(&world.db, async move |rx| {
                let here = open(rx, &asked, brand_id, "vip", Locale::En).await?;
                let former = open(rx, &asked, brand_id, "old", Locale::En).await?;
                let all = listed(rx, &asked, brand_id, Locale::En).await?;
                let next = ["vip".to_owned()];
                let next = named(rx, &asked, brand_id, Locale::En, &next).await?;
                Ok((here, former, all.len(), next.len()))
            });
            let (here, former, all, next) = looked.await.unwrap();
            assert_eq!(matches!(here, Found::Here(_)), sees, "{reader:?}");
            assert_eq!(matches!(former, Found::Moved(_)), sees, "{reader:?}");
            assert_eq!((all, next), (usize::from(sees), usize::from(sees)), "{reader:?}");
        }
        // Facts of an account are asked of nobody who has none.
        for audience in [Audience::Public, Audience::Internal] {
            let to = ArticleChange { audience: Some(audience), ..ArticleChange::default() };
            assert_eq!(code(changed(&world, id, 2, to).await), Code::ArticleNotSignedIn);
        }
        let to = ArticleChange {
            audience: Some(Audience::Public),
            min_tier: Some(0),
            countries: Some(Vec::new()),
            ..ArticleChange::default()
        };
        changed(&world, id, 2, to).await.unwrap();
        let to = ArticleChange { min_tier: Some(21), ..ArticleChange::default() };
        assert_eq!(code(changed(&world, id, 3, to).await), Code::FieldInvalid);
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
    }
}

#[tokio::test]
async fn what_is_due_is_listed_by_how_long_it_is_due_and_for_whom() {
    for world in World::both().await {
        sections(&world).await;
        let (early, late) = (begun(&world, "z-early").await, begun(&world, "a-late").await);
        let days = |days| ArticleChange { review_days: Some(days), ..ArticleChange::default() };
        changed(&world, early, 1, days(10)).await.unwrap();
        let owner_id = Some(Some(world.admin.id));
        changed(&world, late, 1, ArticleChange { owner_id, ..days(20) }).await.unwrap();
        let viewer = world.admin_cx().await.viewer;
        let listed = async |by, owner_id| {
            let viewer = viewer.clone();
            let found = read(&world.db, async move |rx| due(rx, &viewer, None, by, owner_id).await);
            let found = found.await.unwrap();
            let told = found.into_iter().map(|one| (one.slug, one.owner.map(|(_, name)| name)));
            told.collect::<Vec<_>>()
        };
        let after = |days: u64| world.now + Duration::from_secs(days * 24 * 3600);
        let none: Vec<(String, Option<String>)> = Vec::new();
        let ada = Some("Ada Lovelace".to_owned());
        let (first, second) = (("z-early".to_owned(), None), ("a-late".to_owned(), ada));
        assert_eq!(listed(after(9), None).await, none);
        assert_eq!(listed(after(10), None).await, std::slice::from_ref(&first));
        assert_eq!(listed(after(20), None).await, [first, second.clone()]);
        assert_eq!(listed(after(20), Some(world.admin.id)).await, std::slice::from_ref(&second));
        // What nobody reads has not to hold, and who sees no articles sees none that are due.
        moved(&world, world.admin_cx().await, early, Locale::En, 1, Status::Archived)
            .await
            .unwrap();
        assert_eq!(listed(after(20), None).await, [second]);
        let by = after(20);
        let nobody =
            read(&world.db, async move |rx| due(rx, &Viewer::Anonymous, None, by, None).await);
        assert!(nobody.await.unwrap().is_empty());
        // Without an owner again.
        let to = ArticleChange { owner_id: Some(None), ..ArticleChange::default() };
        changed(&world, late, 2, to).await.unwrap();
        assert_eq!(listed(by, Some(world.admin.id)).await, none);
    }
}

/// Once for each moment at which an article is due; nobody is reminded of what nobody owns.
#[tokio::test]
async fn an_owner_is_reminded_once_of_what_is_due() {
    for world in World::both().await {
        sections(&world).await;
        let (owned, nobodys) = (begun(&world, "owned").await, begun(&world, "nobodys").await);
        let days = ArticleChange { review_days: Some(10), ..ArticleChange::default() };
        let owner_id = Some(Some(world.admin.id));
        changed(&world, owned, 1, ArticleChange { owner_id, ..days.clone() }).await.unwrap();
        changed(&world, nobodys, 1, days).await.unwrap();
        let at = |days: u64| world.now + Duration::from_secs(days * 24 * 3600);
        let none: Vec<(String, Timestamp)> = Vec::new();
        let reminded = async |now| {
            let cx = cx_at(now, Viewer::System("test"));
            let more = write(&world.db, cx, async |tx, cx| remind(tx, cx).await).await.unwrap();
            assert!(!more);
            let viewer = world.admin_cx().await.viewer;
            let found = read(&world.db, async move |rx| unseen(rx, &viewer).await).await.unwrap();
            found.into_iter().map(|one| (one.slug, one.due_at)).collect::<Vec<_>>()
        };
        assert_eq!(reminded(at(9)).await, none);
        let once = vec![("owned".to_owned(), at(10))];
        assert_eq!(reminded(at(10)).await, once);
        assert_eq!(reminded(at(11)).await, once);
        // The list says so, and that nobody is told of the other.
        let viewer = world.admin_cx().await.viewer;
        let by = at(10);
        let listed =
            read(&world.db, async move |rx| due(rx, &viewer, None, by, None).await).await.unwrap();
        let told: Vec<_> = listed
            .into_iter()
            .map(|one| (one.slug, one.owner.is_some(), one.reminded_at))
            .collect();
        assert_eq!(
            told,
            [("nobodys".to_owned(), false, None), ("owned".to_owned(), true, Some(at(10)))]
        );
        // Who has looked is not told again of the same, and is of the next.
        let cx = world.admin_cx().await;
        write(&world.db, cx, async |tx, cx| see(tx, cx).await).await.unwrap();
        assert_eq!(reminded(at(12)).await, none);
        let later = ArticleChange { review_days: Some(20), ..ArticleChange::default() };
        changed(&world, owned, 2, later).await.unwrap();
        assert_eq!(reminded(at(19)).await, none);
        assert_eq!(reminded(at(20)).await, vec![("owned".to_owned(), at(20))]);
        // What goes to nobody, or is read by nobody any more, is no concern of theirs.
        let to = ArticleChange { owner_id: Some(None), ..ArticleChange::default() };
        changed(&world, owned, 3, to).await.unwrap();
        assert_eq!(reminded(at(21)).await, none);
        let outside = world.admin_cx().await;
        let refused = write(&world.db, outside, async |tx, cx| remind(tx, cx).await).await;
        assert_eq!(code(refused), Code::NoPermission);
    }
}

/// Whatever somebody was reminded of, they are told of it while they may read it and it is read.
#[tokio::test]
async fn a_reminder_is_for_whoever_may_read_the_article() {
    for world in World::both().await {
        sections(&world).await;
        let owned = begun(&world, "owned").await;
        let to = ArticleChange {
            review_days: Some(10),
            owner_id: Some(Some(world.admin.id)),
            ..ArticleChange::default()
        };
        changed(&world, owned, 1, to).await.unwrap();
        let now = world.now + Duration::from_secs(10 * 24 * 3600);
        let cx = cx_at(now, Viewer::System("test"));
        write(&world.db, cx, async |tx, cx| remind(tx, cx).await).await.unwrap();
        // What the console says, and whether there is something to mail.
        let errand = ReviewErrand { staff_id: world.admin.id, at: now.micros() };
        let told = async || {
            let viewer = world.admin_cx().await.viewer;
            let found = read(&world.db, async move |rx| unseen(rx, &viewer).await).await.unwrap();
            let desk = Viewer::System("test");
            let mail = read(&world.db, async move |rx| letter(rx, &desk, errand).await).await;
            (found.len(), mail.unwrap().is_some())
        };
        let turn = async |sql: &'static str| {
            let cx = cx_at(now, Viewer::System("test"));
            let turned = write(&world.db, cx, async move |tx, _cx| Ok(tx.exec(sql, &[]).await?));
            turned.await.unwrap();
        };
        assert_eq!(told().await, (1, true));
        turn("update article_text set status = 'archived'").await;
        assert_eq!(told().await, (0, false));
        turn("update article_text set status = 'draft'").await;
        assert_eq!(told().await, (1, true));
        turn("delete from staff_role").await;
        assert_eq!(told().await, (0, false));
    }
}

#[tokio::test]
async fn links_that_lead_nowhere_are_named_and_no_others() {
    for world in World::both().await {
        sections(&world).await;
        let publish = async |id, seen| {
            moved(&world, world.admin_cx().await, id, Locale::En, seen, Status::Published)
                .await
                .unwrap()
        };
        let (there, draft) = (begun(&world, "there").await, begun(&world, "draft").await);
        let (gone, renamed) = (begun(&world, "gone").await, begun(&world, "renamed").await);
        let runbook = begun(&world, "runbook").await;
        for id in [there, gone, renamed, runbook] {
            publish(id, 1).await;
        }
        moved(&world, world.admin_cx().await, gone, Locale::En, 2, Status::Archived).await.unwrap();
        let to = ArticleChange { slug: Some("new-name".to_owned()), ..ArticleChange::default() };
        changed(&world, renamed, 1, to).await.unwrap();
        let to = ArticleChange { audience: Some(Audience::Internal), ..ArticleChange::default() };
        changed(&world, runbook, 1, to).await.unwrap();
        let link = |name: &str| format!("[x]({{{{link.{name}}}}})\n\n");
        let names = [
            "article.there",
            "article.draft",
            "article.gone",
            "article.renamed",
            "article.runbook",
            "article.nothing",
            "ticket.fees",
            "ticket.no-such",
            "page.account",
            "page.no-such",
        ];
        let body = names.map(link).concat() + "[up](#top) [down](#end)\n\n## Top {#top}\n\ntext";
        let text = written("Map", &body);
        let related = vec!["there".to_owned(), "nothing".to_owned()];
        let new = NewArticle { text, related, ..new(world.brand_id, "map") };
        let cx = world.admin_cx().await;
        let map =
            write(&world.db, cx, async move |tx, cx| create(tx, cx, &new).await).await.unwrap();
        let (brand_id, viewer) = (world.brand_id, world.admin_cx().await.viewer);
        let lost = async || {
            let viewer = viewer.clone();
            let found =
                read(&world.db, async move |rx| lead::lost(rx, &viewer, brand_id, None).await);
            let (found, next) = found.await.unwrap();
            assert_eq!(next, None);
            found
        };
        assert!(lost().await.is_empty(), "a draft leads nobody anywhere");
        publish(map, 1).await;
        let found = lost().await;
        assert!(found.iter().all(|one| one.article_id == map && one.lang == Locale::En));
        let mut told: Vec<_> =
            found.iter().map(|one| (one.to.as_str(), one.fault, one.is_related)).collect();
        told.sort();
        let mut expected = [
            ("draft", Fault::NotPublic, false),
            ("end", Fault::Anchor, false),
            ("gone", Fault::NotPublic, false),
            ("no-such", Fault::Category, false),
            ("no-such", Fault::Page, false),
            ("nothing", Fault::Unknown, false),
            ("nothing", Fault::Unknown, true),
            ("renamed", Fault::Moved, false),
            ("runbook", Fault::Narrower, false),
        ];
        expected.sort();
        assert_eq!(told, expected);
        publish(draft, 1).await;
        assert_eq!(lost().await.len(), expected.len() - 1);
        let nobody = read(&world.db, async move |rx| {
            lead::lost(rx, &Viewer::Anonymous, brand_id, None).await
        });
        assert_eq!(code(nobody.await), Code::SignedOut);
    }
}

#[tokio::test]
async fn sections_stand_in_the_order_that_somebody_puts_them_into() {
    for world in World::both().await {
        for slug in ["one", "two", "three"] {
            section(&world, slug).await;
        }
        let brand_id = world.brand_id;
        let put = async |slugs: &[&str]| {
            let slugs: Vec<String> = slugs.iter().map(|slug| (*slug).to_owned()).collect();
            let cx = world.admin_cx().await;
            write(&world.db, cx, async move |tx, cx| {
                help_section::actions::order(tx, cx, brand_id, &slugs).await
            })
            .await
        };
        let order = async || {
            let all = read(&world.db, async move |rx| help_section::view::list(rx, brand_id).await);
            let all = all.await.unwrap();
            all.into_iter().map(|section| section.slug).collect::<Vec<_>>()
        };
        put(&["two", "three", "one"]).await.unwrap();
        assert_eq!(order().await, ["two", "three", "one"]);
        assert_eq!(put(&["two", "three"]).await.unwrap(), 0);
        // Those that are not named come behind, as they stood.
        put(&["one"]).await.unwrap();
        assert_eq!(order().await, ["one", "two", "three"]);
        assert_eq!(code(put(&["one", "one"]).await), Code::FieldInvalid);
        assert_eq!(code(put(&["four"]).await), Code::FieldInvalid);
        let slugs = ["one".to_owned()];
        let cx = world.anonymous_cx();
        let nobody = write(&world.db, cx, async move |tx, cx| {
            help_section::actions::order(tx, cx, brand_id, &slugs).await
        });
        assert_eq!(code(nobody.await), Code::SignedOut);
    }
}
