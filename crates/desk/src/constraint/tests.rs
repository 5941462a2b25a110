//! Constraints on both engines: who keeps and sees them, when they hold, and that the log proves their rows.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use proofdesk_store::{Tx, params};

use super::actions::{self, ConstraintDraft};
use super::{Constraint, Kind, Standing, view};
use crate::code::Code;
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{ConstraintId, CustomerId};
use crate::log::Stream;
use crate::permission::{Permission, Reach};
use crate::role::Builtin;
use crate::testing::{World, cx_at, member};
use crate::time::Timestamp;
use crate::viewer::{CustomerViewer, Scope, Viewer};
use crate::{customer, filter, limits};

const HOUR: Duration = Duration::from_secs(3600);

fn draft(kind: Kind, text: &str, until: Option<Timestamp>) -> ConstraintDraft {
    ConstraintDraft { kind, text: text.to_owned(), from: None, until }
}

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

async fn grace(world: &World) -> CustomerId {
    let new = NewCustomer { name: Some("Grace".to_owned()), ..NewCustomer::of(world.brand_id) };
    let made = world.write(world.system_cx(), async move |tx: &Tx<'_>, cx: &mut Cx| {
        customer::actions::create(tx, cx, &new).await
    });
    made.await.unwrap()
}

async fn add(world: &World, of: CustomerId, draft: ConstraintDraft) -> Result<ConstraintId> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| actions::add(tx, cx, of, &draft).await).await
}

async fn change(
    world: &World,
    of: CustomerId,
    (id, version): (ConstraintId, i64),
    draft: ConstraintDraft,
) -> Result<i64> {
    let cx = world.admin_cx().await;
    let write = async move |tx: &Tx<'_>, cx: &mut Cx| {
        actions::change(tx, cx, of, id, version, &draft).await
    };
    world.write(cx, write).await
}

async fn end(world: &World, of: CustomerId, id: ConstraintId) -> Result<i64> {
    let cx = world.admin_cx().await;
    world.write(cx, async move |tx, cx| actions::end(tx, cx, of, id).await).await
}

async fn all(world: &World, of: CustomerId) -> Vec<Constraint> {
    let now = world.now;
    let list =
        async move |rx: &proofdesk_store::Rx<'_>| view::list(rx, &Scope::Everything, of, now).await;
    world.read(list).await.unwrap()
}

async fn standing(world: &World, of: CustomerId) -> Vec<(String, Standing)> {
    let all = all(world, of).await;
    all.into_iter().map(|one| (one.text.clone(), one.standing(world.now))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn they_come_hold_and_are_over() {
    for mut world in World::both().await {
        let of = grace(&world).await;
        let start = world.now;
        let later = ConstraintDraft {
            from: Some(start + HOUR),
            ..draft(Kind::RegionLimit, "later", Some(start + 3 * HOUR))
        };
        add(&world, of, draft(Kind::SubAccount, "for good", None)).await.unwrap();
        add(&world, of, draft(Kind::OldApi, "an hour", Some(start + HOUR))).await.unwrap();
        add(&world, of, later).await.unwrap();
        let named = |list: &[(&str, Standing)]| -> Vec<(String, Standing)> {
            list.iter().map(|(text, standing)| ((*text).to_owned(), *standing)).collect()
        };
        let mut now = standing(&world, of).await;
        now.sort();
        let (holds, over) = (Standing::Holds, Standing::Over);
        let expected = [("an hour", holds), ("for good", holds), ("later", Standing::Coming)];
        assert_eq!(now, named(&expected));
        world.wait(HOUR);
        let mut now = standing(&world, of).await;
        assert_eq!(now.pop(), named(&[("an hour", over)]).pop(), "what is over stands last");
        now.sort();
        assert_eq!(now, named(&[("for good", holds), ("later", holds)]));
        world.wait(3 * HOUR);
        let now = standing(&world, of).await;
        assert_eq!(now.first(), named(&[("for good", holds)]).first());
        assert_eq!(now.iter().filter(|(_, standing)| *standing == over).count(), 2);
        assert_eq!(world.verified().await.findings, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_said_anew_and_ended_and_the_log_proves_it() {
    for world in World::both().await {
        let of = grace(&world).await;
        let id = add(&world, of, draft(Kind::OldApi, "Speaks version 1", None)).await.unwrap();
        let until = Some(world.now + HOUR);
        let anew = || draft(Kind::OldApi, "Speaks version 2", until);
        assert_eq!(change(&world, of, (id, 1), anew()).await.unwrap(), 2);
        assert_eq!(change(&world, of, (id, 2), anew()).await.unwrap(), 2, "it is said already");
        let late = change(&world, of, (id, 1), draft(Kind::Other, "Else", None)).await;
        assert_eq!(code(late), Some(Code::VersionConflict));
        assert_eq!(end(&world, of, id).await.unwrap(), 3);
        assert_eq!(end(&world, of, id).await.unwrap(), 3, "it is ended already");
        let ended = change(&world, of, (id, 3), anew()).await;
        assert_eq!(code(ended), Some(Code::ConstraintEnded));
        let [only]: [Constraint; 1] = all(&world, of).await.try_into().unwrap();
        assert_eq!((only.text.as_str(), only.until), ("Speaks version 2", until));
        assert_eq!(only.made_by.name, "Ada Lovelace");
        assert_eq!(only.ended.map(|(by, at)| (by.id, at)), Some((world.admin.id, world.now)));
        let kinds = world.kinds(&Stream::Customer(of)).await;
        let expected =
            ["customer.created", "constraint.added", "constraint.changed", "constraint.ended"];
        assert_eq!(kinds, expected);
        assert_eq!(world.verified().await.findings, []);
        // Somebody writes past the verbs.
        let spoil = world.write(world.system_cx(), async move |tx: &Tx<'_>, _: &mut Cx| {
            tx.exec("update account_constraint set kind = 'other' where id = $1", params![id])
                .await?;
            Ok(())
        });
        spoil.await.unwrap();
        assert_eq!(world.verified().await.findings.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_refused() {
    for world in World::both().await {
        let of = grace(&world).await;
        let (now, other) = (world.now, Kind::Other);
        let from = |from, until| ConstraintDraft { from: Some(from), ..draft(other, "x", until) };
        let far = now + limits::CONSTRAINT_SPAN + HOUR;
        for wrong in [
            draft(other, "x", Some(now)),
            draft(other, "x", Some(far)),
            from(now + 2 * HOUR, Some(now + HOUR)),
            from(far, None),
        ] {
            assert_eq!(code(add(&world, of, wrong).await), Some(Code::FieldInvalid));
        }
        assert_eq!(code(add(&world, of, draft(other, " ", None)).await), Some(Code::FieldRequired));
        let long = "x".repeat(limits::CONSTRAINT_CHARS + 1);
        let long = add(&world, of, draft(other, &long, None)).await;
        assert_eq!(code(long), Some(Code::FieldTooLong));
        for _ in 0..limits::CONSTRAINTS_PER_CUSTOMER {
            add(&world, of, draft(other, "x", Some(now + HOUR))).await.unwrap();
        }
        assert_eq!(code(add(&world, of, draft(other, "x", None)).await), Some(Code::LimitReached));
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let bob = grace(&world).await;
        add(&world, bob, draft(other, phrase, None)).await.unwrap();
        let kept = all(&world, bob).await;
        assert_eq!(kept.first().unwrap().text, "⟦seed-phrase⟧");
        assert_eq!(code(end(&world, of, kept.first().unwrap().id).await), Some(Code::NotFound));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_is_refused_and_customers_see_nothing() {
    for world in World::both().await {
        let of = grace(&world).await;
        let brand_id = world.brand_id;
        let read = (Permission::CustomerRead, Reach::Brand);
        let manage = |reach| (Permission::ConstraintManage, reach);
        let of_brand = |grants: &[(Permission, Reach)], is_theirs: bool| {
            let mut staff = member(grants.iter().copied().collect());
            staff.brands.extend(is_theirs.then_some(brand_id));
            Viewer::Staff(staff)
        };
        let me = Viewer::Customer(CustomerViewer {
            customer_id: of,
            identity_id: world.system_cx().id(),
            brand_id,
            session_id: world.system_cx().id(),
        });
        let now = world.now;
        let (all_of, own) = (manage(Reach::All), manage(Reach::Own));
        for (viewer, expected) in [
            (of_brand(&[read], true), Code::NoPermission),
            (of_brand(&[read, own], true), Code::NoPermission),
            (of_brand(&[read, all_of], false), Code::NotFound),
            (of_brand(&[all_of], true), Code::NotFound),
            (me.clone(), Code::StaffOnly),
            (Viewer::Anonymous, Code::SignedOut),
        ] {
            let draft = draft(Kind::Other, "x", None);
            let added = world.write(cx_at(now, viewer.clone()), async move |tx, cx| {
                actions::add(tx, cx, of, &draft).await
            });
            assert_eq!(code(added.await), Some(expected), "{viewer}");
        }
        for (viewer, may) in [(of_brand(&[read], true), true), (of_brand(&[read], false), false)] {
            let scope = viewer.scope(Permission::CustomerRead);
            let listed =
                world.read(async move |rx| view::list(rx, &scope, of, now).await).await.is_ok();
            assert_eq!(listed, may);
        }
        let scope = me.scope(Permission::CustomerRead);
        let own = world.read(async move |rx| view::list(rx, &scope, of, now).await).await;
        assert_eq!(code(own), Some(Code::NotFound));
        // As a filter they would tell as much.
        let blind = of_brand(&[(Permission::TicketRead, Reach::All)], true);
        let asked = world.read(async move |rx| {
            filter::resolve(rx, &blind, now, "constraint:old_api")
                .await
                .map(|conditions| conditions.len())
        });
        assert_eq!(code(asked.await), Some(Code::NoPermission));
        let near = of_brand(&[read, (Permission::TicketRead, Reach::All)], true);
        let seen = near.scope(Permission::CustomerRead);
        let asked = world
            .read(async move |rx| filter::resolve(rx, &near, now, "constraint:old_api").await)
            .await
            .unwrap();
        let of_theirs = asked.iter().any(|condition| {
            matches!(&condition.of, filter::Match::Constrained { customers, .. } if *customers == seen)
        });
        assert!(of_theirs);
        // Whoever answers customers keeps their constraints.
        for (role, expected) in [
            (Builtin::Administrator, Some(Reach::All)),
            (Builtin::TeamLead, Some(Reach::Brand)),
            (Builtin::Agent, Some(Reach::Brand)),
            (Builtin::Auditor, None),
        ] {
            assert_eq!(role.grants().get(&Permission::ConstraintManage).copied(), expected);
        }
    }
}
