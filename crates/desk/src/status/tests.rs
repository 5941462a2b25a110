//! Statuses on both engines: they are made, called otherwise, ordered, retired and brought back, and the log proves it.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::Arc;
use std::time::Duration;

use proofdesk_locale::Locale;
use proofdesk_store::{Rx, Tx};
use tokio::sync::Notify;

use super::{Status, actions, builtin, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{Id as _, MacroId, PublicId, StatusId};
use crate::log::Stream;
use crate::names::Names;
use crate::reply_macro::actions::MacroDraft;
use crate::reply_macro::{self, Audience, MacroActs};
use crate::role::Builtin;
use crate::testing::World;
use crate::ticket::{self, StatusCategory};
use crate::{MIGRATIONS, filter, limits};

fn names(en: &str) -> Names {
    [(Locale::En, en.to_owned())].into()
}

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

async fn create(
    world: &World,
    key: &str,
    category: StatusCategory,
    names: Names,
) -> Result<StatusId> {
    let (cx, key) = (world.admin_cx().await, key.to_owned());
    let write =
        async move |tx: &Tx<'_>, cx: &mut Cx| actions::create(tx, cx, &key, category, &names).await;
    world.write(cx, write).await
}

async fn rename(world: &World, id: StatusId, version: i64, names: Names) -> Result<i64> {
    let cx = world.admin_cx().await;
    let write =
        async move |tx: &Tx<'_>, cx: &mut Cx| actions::rename(tx, cx, id, version, &names).await;
    world.write(cx, write).await
}

async fn order(world: &World, ids: &[StatusId]) -> Result<bool> {
    let (cx, ids) = (world.admin_cx().await, ids.to_vec());
    world.write(cx, async move |tx, cx| actions::order(tx, cx, &ids).await).await
}

async fn retire(world: &World, id: StatusId) -> Result<()> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| actions::retire(tx, cx, id).await).await
}

async fn restore(world: &World, id: StatusId) -> Result<()> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| actions::restore(tx, cx, id).await).await
}

async fn all(world: &World) -> Vec<Status> {
    world.read(async |rx: &Rx<'_>| view::list(rx).await).await.unwrap()
}

async fn set(world: &World, ticket: &PublicId, id: StatusId) -> Result<()> {
    let (cx, ticket) = (world.admin_cx().await, ticket.clone());
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        ticket::actions::set_status(tx, cx, &ticket, id, None).await.map(|_| ())
    };
    world.write(cx, write).await
}

async fn found(world: &World, typed: &str) -> Option<Code> {
    let (cx, typed) = (world.admin_cx().await, typed.to_owned());
    let resolve = async move |rx: &Rx<'_>| filter::resolve(rx, &cx.viewer, cx.now, &typed).await;
    code(world.read(resolve).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_is_made_called_otherwise_and_put_elsewhere() {
    for world in World::both().await {
        let internal = StatusCategory::WaitingOnInternal;
        let mut both = names("With the bank");
        both.insert(Locale::ZhHans, "银行处理中".to_owned());
        let id = create(&world, "with-bank", internal, both).await.unwrap();
        let made = all(&world).await.pop().unwrap();
        assert_eq!((made.id, made.name.as_str(), made.category), (id, "with-bank", internal));
        assert_eq!((made.builtin, made.version, made.names.len()), (false, 1, 2));

        // A word that a filter could not tell from another, no name, a name that stands there, a name that asks for a secret.
        let taken = create(&world, "waiting-on-customer", internal, names("Customer")).await;
        assert_eq!(code(taken), Some(Code::FieldTaken));
        let taken = create(&world, "with-bank", internal, names("Another")).await;
        assert_eq!(code(taken), Some(Code::FieldTaken));
        let nameless = create(&world, "nameless", internal, Names::new()).await;
        assert_eq!(code(nameless), Some(Code::FieldRequired));
        let same = create(&world, "bank-two", internal, names("with the BANK")).await;
        assert_eq!(code(same), Some(Code::FieldTaken));
        let asks = create(&world, "asks", internal, names("Send us your seed phrase")).await;
        assert_eq!(code(asks), Some(Code::AsksForSecret));

        assert_eq!(rename(&world, id, 1, names("At the bank")).await.unwrap(), 2);
        let stale = rename(&world, id, 1, names("At a bank")).await;
        assert_eq!(code(stale), Some(Code::VersionConflict));
        assert_eq!(code(rename(&world, id, 2, Names::new()).await), Some(Code::FieldRequired));
        // A built-in one takes other names, and its first ones back.
        let open = builtin(StatusCategory::Open);
        assert_eq!(rename(&world, open, 1, names("In work")).await.unwrap(), 2);
        assert_eq!(rename(&world, open, 2, Names::new()).await.unwrap(), 3);

        assert!(order(&world, &[id]).await.unwrap());
        assert!(!order(&world, &[id]).await.unwrap(), "it stands so");
        let first = all(&world).await.into_iter().map(|one| one.id).next();
        assert_eq!(first, Some(id));
        assert_eq!(code(order(&world, &[id, id]).await), Some(Code::FieldInvalid));
        let nowhere = StatusId::from_uuid(uuid::Uuid::nil());
        assert_eq!(code(order(&world, &[nowhere]).await), Some(Code::FieldInvalid));

        // Staff find tickets by the word and by the name.
        for typed in ["status:with-bank", "status:\"at the bank\"", "status:waiting_on_customer"] {
            assert_eq!(found(&world, typed).await, None, "{typed}");
        }
        assert_eq!(found(&world, "status:with-court").await, Some(Code::FilterValue));

        let kinds = world.kinds(&Stream::Organisation).await;
        let kinds: Vec<&str> =
            kinds.iter().filter_map(|kind| kind.strip_prefix("status.")).collect();
        assert_eq!(kinds, ["created", "renamed", "renamed", "renamed", "ordered"]);
        assert_eq!(world.state().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_is_retired_when_nothing_is_left_to_do_in_it() {
    for world in World::both().await {
        let bank = StatusCategory::WaitingOnInternal;
        let bank = create(&world, "with-bank", bank, names("With the bank")).await.unwrap();
        let paid = create(&world, "paid", StatusCategory::Solved, names("Paid")).await.unwrap();
        let ticket = world.ticket().await;
        set(&world, &ticket, bank).await.unwrap();
        let refused = retire(&world, bank).await.unwrap_err();
        assert_eq!(refused.code(), Code::StatusInUse);
        let crate::Error::Refused(refusal) = refused else { panic!("no refusal") };
        assert_eq!(refusal.args, [("count", "1".to_owned())]);

        // What is solved keeps its status, which nobody is set to any more.
        set(&world, &ticket, paid).await.unwrap();
        retire(&world, bank).await.unwrap();
        retire(&world, paid).await.unwrap();
        retire(&world, paid).await.unwrap();
        set(&world, &ticket, paid).await.unwrap();
        assert_eq!(code(set(&world, &ticket, bank).await), Some(Code::StatusRetired));
        let retired = all(&world).await.into_iter().filter(|one| one.retired_at.is_some());
        assert_eq!(retired.count(), 2);
        assert_eq!(found(&world, "status:paid").await, None, "old tickets are found by it");
        assert_eq!(world.state().await.findings, []);
        restore(&world, bank).await.unwrap();
        restore(&world, bank).await.unwrap();
        set(&world, &ticket, bank).await.unwrap();
        assert_eq!(world.state().await.findings, []);

        for category in StatusCategory::ALL {
            let refused = retire(&world, builtin(*category)).await;
            assert_eq!(code(refused), Some(Code::StatusNeeded), "{category}");
        }
    }
}

/// A macro of many would fail in everybody's hands; one of a single member does not keep the desk from tidying up.
#[tokio::test(flavor = "multi_thread")]
async fn macros_of_many_keep_their_status() {
    for world in World::both().await {
        let id = create(&world, "paid", StatusCategory::Solved, names("Paid")).await.unwrap();
        let draft = |audience| MacroDraft {
            brand_id: world.brand_id,
            name: "Paid".to_owned(),
            folder: None,
            audience,
            team_id: None,
            min_level: None,
            as_note: false,
            acts: MacroActs { status_id: Some(id), ..MacroActs::default() },
            texts: vec![(Locale::En, "It is paid.".to_owned())],
        };
        let keep = async |draft: MacroDraft| -> Result<MacroId> {
            let cx = world.admin_cx().await;
            let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
                reply_macro::actions::create(tx, cx, &draft).await
            };
            world.write(cx, write).await
        };
        keep(draft(Audience::Own)).await.unwrap();
        retire(&world, id).await.unwrap();
        assert_eq!(code(keep(draft(Audience::All)).await), Some(Code::StatusRetired));
        restore(&world, id).await.unwrap();
        let shared = keep(draft(Audience::All)).await.unwrap();
        assert_eq!(code(retire(&world, id).await), Some(Code::StatusInMacros));

        // One that is put away does not keep it, and is not offered again before the status is.
        let put = async |is_offered: bool| -> Result<()> {
            let cx = world.admin_cx().await;
            let write = async move |tx: &Tx<'_>, cx: &mut Cx| match is_offered {
                true => reply_macro::actions::restore(tx, cx, shared).await,
                false => reply_macro::actions::archive(tx, cx, shared).await,
            };
            world.write(cx, write).await
        };
        put(false).await.unwrap();
        retire(&world, id).await.unwrap();
        assert_eq!(code(put(true).await), Some(Code::StatusRetired));
        restore(&world, id).await.unwrap();
        put(true).await.unwrap();
        assert_eq!(code(retire(&world, id).await), Some(Code::StatusInMacros));
    }
}

/// On PostgreSQL transactions run beside each other.
#[tokio::test(flavor = "multi_thread")]
async fn no_ticket_is_set_to_a_status_beside_its_retirement() {
    const PAUSE: Duration = Duration::from_millis(300);
    let world = World::new(proofdesk_store::testing::postgres(MIGRATIONS).await).await;
    let turn = StatusCategory::WaitingOnInternal;
    let bank = create(&world, "with-bank", turn, names("With the bank")).await.unwrap();
    let number = world.ticket().await;

    // Who retires it waits for the ticket that is being set to it, and counts it.
    let is_set = Arc::new(Notify::new());
    let (cx, told, to) = (world.admin_cx().await, is_set.clone(), number.clone());
    let setting = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
        ticket::actions::set_status(tx, cx, &to, bank, None).await?;
        told.notify_one();
        // Delay because the other one must have come to the row while this one holds it.
        tokio::time::sleep(PAUSE).await;
        Ok(())
    });
    let retiring = async {
        is_set.notified().await;
        retire(&world, bank).await
    };
    let (was_set, retired) = tokio::join!(setting, retiring);
    was_set.unwrap();
    assert_eq!(code(retired), Some(Code::StatusInUse));

    // And who sets a ticket to it waits for whoever retires it.
    set(&world, &number, builtin(StatusCategory::Open)).await.unwrap();
    let is_retired = Arc::new(Notify::new());
    let (cx, told) = (world.admin_cx().await, is_retired.clone());
    let retiring = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
        actions::retire(tx, cx, bank).await?;
        told.notify_one();
        // Delay because the other one must have come to the row while this one holds it.
        tokio::time::sleep(PAUSE).await;
        Ok(())
    });
    let setting = async {
        is_retired.notified().await;
        set(&world, &number, bank).await
    };
    let (retired, was_set) = tokio::join!(retiring, setting);
    retired.unwrap();
    assert_eq!(code(was_set), Some(Code::StatusRetired));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_manages_the_brand_changes_statuses() {
    for world in World::both().await {
        let id = create(&world, "paid", StatusCategory::Solved, names("Paid")).await.unwrap();
        let agent = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[agent], &[world.brand_id]).await;
        let cx = world.cx(&mina.opened).await;
        let refusals = world.write(cx, async move |tx: &Tx<'_>, cx: &mut Cx| {
            let solved = StatusCategory::Solved;
            Ok([
                code(actions::create(tx, cx, "mine", solved, &names("Mine")).await),
                code(actions::rename(tx, cx, id, 1, &names("Mine")).await),
                code(actions::order(tx, cx, &[id]).await),
                code(actions::retire(tx, cx, id).await),
                code(actions::restore(tx, cx, id).await),
            ])
        });
        assert_eq!(refusals.await.unwrap(), [Some(Code::NoPermission); 5]);
    }
}

/// Whoever turns a row without a verb is found out.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_knows_what_a_status_is() {
    for world in World::both().await {
        let id = create(&world, "paid", StatusCategory::Solved, names("Paid")).await.unwrap();
        for (sql, column) in [
            ("update status set names = '{\"en\":\"Stolen\"}' where id = $1", "names"),
            ("update status set retired_at = 1 where id = $1", "retired_at"),
            ("update status set category = 'open' where id = $1", "category"),
            ("update status set position = 99 where id = $1", "position"),
        ] {
            let turned = world.write(world.system_cx(), async move |tx, _cx| {
                Ok(tx.exec(sql, proofdesk_store::params![id]).await?)
            });
            turned.await.unwrap();
            let findings = world.state().await.findings;
            assert!(
                findings.iter().any(|one| one.table == "status" && one.column == Some(column)),
                "{column}: {findings:?}"
            );
        }
        assert!(all(&world).await.len() < limits::STATUSES);
    }
}
