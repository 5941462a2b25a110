//! Whoever wrote a version does not publish it while somebody else could.

use std::time::Duration;

use proofdesk_locale::Locale;

use super::{begun, changed, code, differing, moved, sections, written};
use crate::article::actions::{ArticleChange, Move, move_to, save};
use crate::article::handover::{see, unseen};
use crate::article::view::publishers;
use crate::article::{Status, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::glossary::{self, TermText, TermTexts, actions::TermSetting};
use crate::id::{ArticleId, RoleId};
use crate::log::Stream;
use crate::permission::{Permission, Reach};
use crate::role::{self, Builtin, Grants};
use crate::staff;
use crate::staff_mail::handover::{HandoverErrand, letter};
use crate::testing::{Person, World, cx_at};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// A new version of the English text by somebody; returns the text's version.
async fn saved(world: &World, cx: Cx, id: ArticleId, seen: i64, body: &str) -> i64 {
    let text = written("Fees", body);
    world
        .write(cx, async move |tx, cx| {
            save(tx, cx, id, Locale::En, Some(seen), (&text, None)).await
        })
        .await
        .unwrap()
}

async fn scheduled(world: &World, cx: Cx, id: ArticleId, seen: i64) -> Result<i64> {
    let at = world.now + Duration::from_secs(3600);
    let there = Move { publish_at: Some(at), ..Move::to(Status::Scheduled) };
    world.write(cx, async move |tx, cx| move_to(tx, cx, id, Locale::En, seen, there).await).await
}

async fn published(world: &World, cx: Cx, id: ArticleId, seen: i64) -> Result<i64> {
    moved(world, cx, id, Locale::En, seen, Status::Published).await
}

async fn role(world: &World, name: &'static str, reach: Reach, requires_totp: bool) -> RoleId {
    let grants =
        Grants::from([(Permission::ArticleRead, reach), (Permission::ArticlePublish, reach)]);
    let made = world.write(world.admin_cx().await, async move |tx, cx| {
        role::actions::create(tx, cx, name, &grants, requires_totp).await
    });
    made.await.unwrap()
}

async fn lead(world: &World) -> Person {
    let role = world.role(Builtin::TeamLead).await;
    world.join("noor@example.com", &[role], &[world.brand_id]).await
}

async fn named(world: &World, id: ArticleId) -> usize {
    world.read(async move |rx| publishers(rx, id).await).await.unwrap().len()
}

#[tokio::test]
async fn an_author_leaves_publishing_to_another_who_could() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let noor = lead(&world).await;
        let admin = async || world.admin_cx().await;
        assert_eq!(code(published(&world, admin().await, id, 1).await), Code::ReviewByAnother);
        assert_eq!(code(scheduled(&world, admin().await, id, 1).await), Code::ReviewByAnother);
        // Handing it over changes nothing for its author, and the other finds it.
        let seen = moved(&world, admin().await, id, Locale::En, 1, Status::InReview).await.unwrap();
        assert_eq!(code(published(&world, admin().await, id, seen).await), Code::ReviewByAnother);
        let seen = published(&world, world.cx(&noor.opened).await, id, seen).await.unwrap();
        // Whose version is the newest counts, and not who began the article.
        let seen = saved(&world, world.cx(&noor.opened).await, id, seen, "Half of them.").await;
        let refused = published(&world, world.cx(&noor.opened).await, id, seen).await;
        assert_eq!(code(refused), Code::ReviewByAnother);
        let seen = published(&world, admin().await, id, seen).await.unwrap();
        // What is public is put away by whoever wrote it.
        moved(&world, world.cx(&noor.opened).await, id, Locale::En, seen, Status::Archived)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_another_scheduled_is_brought_forward_by_its_author() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let noor = lead(&world).await;
        let seen = scheduled(&world, world.cx(&noor.opened).await, id, 1).await.unwrap();
        published(&world, world.admin_cx().await, id, seen).await.unwrap();
        // Back in draft it was let go by nobody.
        let other = begun(&world, "other").await;
        let seen = scheduled(&world, world.cx(&noor.opened).await, other, 1).await.unwrap();
        let seen = moved(&world, world.admin_cx().await, other, Locale::En, seen, Status::Draft)
            .await
            .unwrap();
        let refused = published(&world, world.admin_cx().await, other, seen).await;
        assert_eq!(code(refused), Code::ReviewByAnother);
    }
}

#[tokio::test]
async fn who_could_not_publish_holds_nobody_up() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let here = [world.brand_id];
        // An agent may not; a lead of another brand does not see it; and whoever lacks a second factor that their role asks for does
        // nothing before they have one.
        let agent = world.role(Builtin::Agent).await;
        world.join("agent@example.com", &[agent], &here).await;
        let brand_wide = role(&world, "Publisher", Reach::Brand, false).await;
        let elsewhere = world.join("elsewhere@example.com", &[brand_wide], &[]).await;
        let guarded = role(&world, "Guarded", Reach::All, true).await;
        world.join("guarded@example.com", &[guarded], &here).await;
        assert_eq!(named(&world, id).await, 1, "the administrator alone");
        let seen = published(&world, world.admin_cx().await, id, 1).await.unwrap();
        // Who owns it could, whatever their brands.
        let owner_id = Some(Some(elsewhere.id));
        let to = ArticleChange { owner_id, ..ArticleChange::default() };
        changed(&world, id, 1, to).await.unwrap();
        assert_eq!(named(&world, id).await, 2);
        let seen = saved(&world, world.admin_cx().await, id, seen, "Half of them.").await;
        let refused = published(&world, world.admin_cx().await, id, seen).await;
        assert_eq!(code(refused), Code::ReviewByAnother);
        // Until they may not come in any more.
        let gone = elsewhere.id;
        world
            .write(world.admin_cx().await, async move |tx, cx| {
                staff::actions::disable(tx, cx, gone).await
            })
            .await
            .unwrap();
        assert_eq!(named(&world, id).await, 1);
        published(&world, world.admin_cx().await, id, seen).await.unwrap();
    }
}

/// A folder that the operator brings is published as before, and so is what a member wrote, by the operator.
#[tokio::test]
async fn the_operator_publishes_what_members_wrote() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        lead(&world).await;
        let operator = cx_at(world.now, Viewer::Operator);
        let seen = published(&world, operator, id, 1).await.unwrap();
        let operator = cx_at(world.now, Viewer::Operator);
        let seen = saved(&world, operator, id, seen, "Half of them.").await;
        // It is no member's, so any of them publishes it.
        published(&world, world.admin_cx().await, id, seen).await.unwrap();
        let text = world.read(async move |rx| view::text(rx, id, Locale::En).await);
        assert_eq!(text.await.unwrap().unwrap().published, Some(2));
    }
}

/// Whether there is something to mail them of a text that was handed over then.
async fn mailed(world: &World, person: &Person, id: ArticleId, then: Timestamp) -> bool {
    let errand = HandoverErrand {
        staff_id: person.id,
        article_id: id,
        lang: "en".to_owned(),
        number: 1,
        at: then.micros(),
    };
    let desk = Viewer::System("test");
    let mail = world.read(async move |rx| letter(rx, &desk, &errand).await).await.unwrap();
    mail.is_some()
}

/// The titles of what somebody was told of, and whether there is something to mail them.
async fn told(world: &World, person: &Person, id: ArticleId) -> (Vec<String>, bool) {
    let viewer = world.cx(&person.opened).await.viewer;
    let found = world.read(async move |rx| unseen(rx, &viewer).await).await.unwrap();
    let mail = mailed(world, person, id, world.now).await;
    (found.into_iter().map(|one| one.title).collect(), mail)
}

#[tokio::test]
async fn who_could_publish_is_told_of_what_is_handed_over() {
    for world in World::both().await {
        sections(&world).await;
        let id = begun(&world, "fees").await;
        let noor = lead(&world).await;
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let admin = async || world.admin_cx().await;
        let (nothing, fees) = ((Vec::new(), false), (vec!["Fees".to_owned()], true));
        assert_eq!(told(&world, &noor, id).await, nothing);
        let seen = moved(&world, admin().await, id, Locale::En, 1, Status::InReview).await.unwrap();
        assert_eq!(told(&world, &noor, id).await, fees);
        // A mail that was asked for by an earlier time is not sent beside this one.
        assert!(!mailed(&world, &noor, id, world.now - Duration::from_secs(1)).await);
        // Neither whoever wrote it and handed it over, nor who could not publish it.
        let viewer = admin().await.viewer;
        let own = world.read(async move |rx| unseen(rx, &viewer).await).await.unwrap();
        assert_eq!(own, []);
        assert_eq!(told(&world, &mina, id).await, nothing);
        // Who has looked is not told again, until it is handed over anew.
        world.write(world.cx(&noor.opened).await, async |tx, cx| see(tx, cx).await).await.unwrap();
        assert_eq!(told(&world, &noor, id).await, nothing);
        let seen = moved(&world, admin().await, id, Locale::En, seen, Status::Draft).await.unwrap();
        let seen =
            moved(&world, admin().await, id, Locale::En, seen, Status::InReview).await.unwrap();
        assert_eq!(told(&world, &noor, id).await, fees);
        // What was published waits for nobody.
        published(&world, world.cx(&noor.opened).await, id, seen).await.unwrap();
        assert_eq!(told(&world, &noor, id).await, nothing);
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
    }
}

async fn fee_is_a_term(world: &World) {
    let text = |term: &str, form: &str| TermText {
        term: term.to_owned(),
        definition: "What it costs.".to_owned(),
        forms: vec![form.to_owned()],
    };
    let texts: TermTexts =
        [(Locale::En, text("fee", "fees")), (Locale::ZhHans, text("手续费", "佣金"))].into();
    let brand_id = world.brand_id;
    world
        .write(world.admin_cx().await, async move |tx, cx| {
            let setting = TermSetting { see: &[], texts: &texts, looked: false };
            glossary::actions::set(tx, cx, brand_id, "fee", None, setting).await
        })
        .await
        .unwrap();
}

async fn translated(world: &World, id: ArticleId, seen: Option<i64>, body: &str) -> i64 {
    let text = written("标题", body);
    world
        .write(world.admin_cx().await, async move |tx, cx| {
            save(tx, cx, id, Locale::ZhHans, seen, (&text, Some(1))).await
        })
        .await
        .unwrap()
}

async fn let_go(
    world: &World,
    id: ArticleId,
    seen: i64,
    to: Status,
    why: Option<&'static str>,
) -> Result<i64> {
    let publish_at = (to == Status::Scheduled).then(|| world.now + Duration::from_secs(3600));
    let to = Move { publish_at, terms_reason: why, ..Move::to(to) };
    world
        .write(world.admin_cx().await, async move |tx, cx| {
            move_to(tx, cx, id, Locale::ZhHans, seen, to).await
        })
        .await
}

#[tokio::test]
async fn a_translation_without_a_term_is_let_go_for_a_reason() {
    for world in World::both().await {
        sections(&world).await;
        fee_is_a_term(&world).await;
        let id = begun(&world, "fees").await;
        let seen = translated(&world, id, None, "全部。").await;
        for to in [Status::Published, Status::Scheduled] {
            assert_eq!(code(let_go(&world, id, seen, to, None).await), Code::TermsUnkept);
        }
        let empty = let_go(&world, id, seen, Status::Published, Some(" ")).await;
        assert_eq!(code(empty), Code::FieldRequired);
        // Handing it over asks nothing, and what was scheduled for a reason is brought forward without one.
        let seen = let_go(&world, id, seen, Status::InReview, None).await.unwrap();
        let why = Some("The title would say it twice.");
        let seen = let_go(&world, id, seen, Status::Scheduled, why).await.unwrap();
        let seen = let_go(&world, id, seen, Status::Published, None).await.unwrap();
        let kinds = world.kinds(&Stream::Article(id)).await;
        let waived = kinds.iter().filter(|kind| kind.as_str() == "article.terms_waived").count();
        assert_eq!(waived, 1, "{kinds:?}");
        assert_eq!(differing(&world, id).await, [] as [&str; 0]);
        // The word, or another form of it, is enough, and a reason that is not needed is kept nowhere.
        let seen = translated(&world, id, Some(seen), "全部佣金。").await;
        let_go(&world, id, seen, Status::Published, why).await.unwrap();
        let kinds = world.kinds(&Stream::Article(id)).await;
        let waived = kinds.iter().filter(|kind| kind.as_str() == "article.terms_waived").count();
        assert_eq!(waived, 1, "{kinds:?}");
    }
}

/// What the operator brings is for the operator to judge.
#[tokio::test]
async fn the_operator_is_not_held_to_the_glossary() {
    for world in World::both().await {
        sections(&world).await;
        fee_is_a_term(&world).await;
        let id = begun(&world, "fees").await;
        let seen = translated(&world, id, None, "全部。").await;
        let operator = cx_at(world.now, Viewer::Operator);
        moved(&world, operator, id, Locale::ZhHans, seen, Status::Published).await.unwrap();
    }
}
