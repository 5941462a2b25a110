#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::time::Duration;

use super::actions::{NewCustomer, create, set_preferences};
use super::*;
use crate::brand::{self, actions::NewBrand};
use crate::code::Code;
use crate::error::{Error, Result};
use crate::identity::{self, Level};
use crate::limits;
use crate::permission::{Permission, Reach};
use crate::reveal::Revealed;
use crate::reveal::actions::reveal;
use crate::role::{self, Builtin, Grants};
use crate::testing::{Person, World};
use crate::viewer::{CustomerViewer, Scope, Viewer};

fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|e| e.code())
}

fn ada(brand_id: BrandId) -> NewCustomer {
    NewCustomer {
        brand_id,
        name: Some("Ada Lovelace".to_owned()),
        email: Some("Ada@Example.com".to_owned()),
        phone: Some("+44 20 7946 0958".to_owned()),
        uid: Some(String::new()),
        locale: None,
        time_zone: None,
    }
}

async fn customer(world: &World) -> CustomerId {
    let new = ada(world.brand_id);
    world.write(world.system_cx(), async move |tx, cx| create(tx, cx, &new).await).await.unwrap()
}

async fn show(world: &World, by: &Person, id: CustomerId, field: Field) -> Result<Revealed> {
    let cx = world.cx(&by.opened).await;
    world
        .write(cx, async move |tx, cx| reveal(tx, cx, id, field, " Calls about a refund ").await)
        .await?
}

#[tokio::test]
async fn staff_see_masks_and_customers_see_themselves() {
    for world in World::both().await {
        let id = customer(&world).await;
        let (scope, now) = (Scope::Everything, world.now);
        let facts = world
            .read(async move |rx| view::masked(rx, &scope, id, now).await)
            .await
            .unwrap()
            .unwrap();
        let fields: Vec<_> = facts.fields.iter().map(|f| (f.field, f.masked.as_str())).collect();
        let expected =
            [(Field::Name, "A••• L•••"), (Field::Email, "a•••@e•••.com"), (Field::Phone, "••• 58")];
        assert_eq!(fields, expected);
        assert!(!format!("{facts:?}").contains("Lovelace"));
        let me = CustomerViewer {
            customer_id: id,
            identity_id: world.system_cx().id(),
            brand_id: world.brand_id,
            session_id: world.system_cx().id(),
        };
        let own = world.read(async move |rx| view::own(rx, &me).await).await.unwrap();
        assert_eq!(own.email.as_deref(), Some("ada@example.com"));
        assert_eq!((own.uid, own.locale.as_str(), own.time_zone.as_str()), (None, "en", "UTC"));
    }
}

#[tokio::test]
async fn a_customer_is_visible_by_brand_and_by_ticket() {
    for world in World::both().await {
        let id = customer(&world).await;
        let other_brand = world.write(world.admin_cx().await, async |tx, cx| {
            let other = NewBrand::of("other", "Other", &[proofdesk_locale::Locale::En]);
            brand::actions::create(tx, cx, &other).await
        });
        let (other_brand, brand_id) = (other_brand.await.unwrap(), world.brand_id);
        let mut cx = world.system_cx();
        let (staff_id, stranger, team): (_, _, crate::id::TeamId) = (cx.id(), cx.id(), cx.id());
        let sees = async |scope: Scope| {
            world
                .read(async move |rx| view::brand_of(rx, id, &scope).await)
                .await
                .unwrap()
                .is_some()
        };
        let brands = |brands: &[BrandId]| Scope::Brands {
            brands: brands.to_vec(),
            staff_id,
            teams: vec![team],
        };
        let own = Scope::Assigned { staff_id, teams: Vec::new() };
        let with_team = Scope::Assigned { staff_id: stranger, teams: vec![team] };
        assert!(sees(Scope::Everything).await && sees(Scope::Customer(id)).await);
        assert!(sees(brands(&[brand_id])).await);
        assert!(!sees(brands(&[other_brand])).await);
        assert!(
            !sees(own.clone()).await
                && !sees(with_team.clone()).await
                && !sees(Scope::Nothing).await
        );
        assert!(!sees(Scope::Customer(world.system_cx().id())).await);
        // A ticket of the customer, assigned to a member and a team.
        world
            .write(world.system_cx(), async move |tx, cx| {
                ticket_of(tx, cx, id, brand_id, staff_id, team).await
            })
            .await
            .unwrap();
        assert!(sees(own).await && sees(with_team).await && sees(brands(&[other_brand])).await);
        let stranger = Scope::Assigned { staff_id: stranger, teams: Vec::new() };
        assert!(!sees(stranger).await);
    }
}

/// A bare ticket row: what is tested here is who sees its customer.
async fn ticket_of(
    tx: &proofdesk_store::Tx<'_>,
    cx: &mut crate::Cx,
    customer_id: CustomerId,
    brand_id: BrandId,
    staff_id: crate::id::StaffId,
    team_id: crate::id::TeamId,
) -> Result<()> {
    use proofdesk_store::params;
    let (id, category, status): (uuid::Uuid, uuid::Uuid, uuid::Uuid) = (
        crate::id::Id::uuid(cx.id::<crate::id::TicketId>()),
        crate::id::Id::uuid(cx.id::<crate::id::CategoryId>()),
        crate::id::Id::uuid(cx.id::<crate::id::StatusId>()),
    );
    tx.exec(
        "insert into category (id, brand_id, slug, position) values ($1, $2, 'tested', 99)",
        params![category, brand_id],
    )
    .await?;
    tx.exec(
        "insert into status (id, name, category, builtin, position) values ($1, 'Tested', 'open', false, 99)",
        params![status],
    )
    .await?;
    tx.exec(
        "insert into ticket (id, public_id, brand_id, customer_id, category_id, subject, status_id, status_category, \
         priority, risk, assignee_id, team_id, channel, lang, created_at, updated_at, last_message_at, \
         last_message_by, message_count, version) \
         values ($1, $2, $3, $4, $5, 'x', $6, 'open', 1, 'none', $7, $8, 'api', 'en', 0, 0, 0, 'customer', 0, 1)",
        params![id, cx.public_id(), brand_id, customer_id, category, status, staff_id, team_id],
    )
    .await?;
    Ok(())
}

#[tokio::test]
async fn a_field_is_revealed_for_a_reason_and_logged() {
    for world in World::both().await {
        let (id, agent) = (customer(&world).await, world.role(Builtin::Agent).await);
        let grace = world.join("grace@example.com", &[agent], &[world.brand_id]).await;
        let shown = show(&world, &grace, id, Field::Phone).await.unwrap();
        assert_eq!(
            (shown.value.as_str(), shown.remaining),
            ("+44 20 7946 0958", limits::REVEALS_PER_HOUR - 1)
        );
        assert!(!format!("{shown:?}").contains("7946"));
        let stream = crate::log::Stream::staff_day(grace.id, world.now).name();
        let payload = world.read(async move |rx| {
            let sql =
                "select payload from event where stream = $1 and kind = 'customer.field_revealed'";
            let (payload,): (Vec<u8>,) =
                rx.query_one(sql, proofdesk_store::params![stream]).await?;
            Ok(String::from_utf8(payload).unwrap())
        });
        let expected =
            format!(r#"{{"customer_id":"{id}","field":"phone","reason":"Calls about a refund"}}"#);
        assert_eq!(payload.await.unwrap(), expected);
        assert_eq!(code(show(&world, &grace, id, Field::Uid).await), Some(Code::FieldInvalid));
        let none = world.cx(&grace.opened).await;
        let none =
            world.write(none, async move |tx, cx| reveal(tx, cx, id, Field::Name, "  ").await);
        assert_eq!(code(none.await), Some(Code::FieldRequired));
    }
}

#[tokio::test]
async fn the_budget_ends_and_comes_back() {
    for mut world in World::both().await {
        let (id, admin) = (customer(&world).await, world.admin.clone());
        for left in (0..limits::REVEALS_PER_HOUR).rev() {
            assert_eq!(show(&world, &admin, id, Field::Name).await.unwrap().remaining, left);
        }
        world.wait(Duration::from_secs(600));
        let Err(Error::Refused(refusal)) = show(&world, &admin, id, Field::Name).await else {
            panic!()
        };
        assert_eq!((refusal.code, refusal.retry_after_s), (Code::BudgetSpent, Some(3000)));
        let day = world.day(admin.id).await;
        assert_eq!(day.last().map(String::as_str), Some("customer.reveal_refused"));
        // A clock set back refills nothing, one that was far ahead takes nothing away for ever.
        world.now = world.now - Duration::from_secs(7200);
        assert_eq!(code(show(&world, &admin, id, Field::Name).await), Some(Code::BudgetSpent));
        world.wait(Duration::from_secs(3600));
        assert_eq!(
            show(&world, &admin, id, Field::Name).await.unwrap().remaining,
            limits::REVEALS_PER_HOUR - 1
        );
    }
}

#[tokio::test]
async fn who_may_not_reveal_learns_nothing() {
    for world in World::both().await {
        let id = customer(&world).await;
        let only_read = Grants::from([(Permission::CustomerRead, Reach::Brand)]);
        let reader = world.write(world.admin_cx().await, async move |tx, cx| {
            role::actions::create(tx, cx, "Reader", &only_read, false).await
        });
        let reader = reader.await.unwrap();
        let agent = world.role(Builtin::Agent).await;
        let reads = world.join("reads@example.com", &[reader], &[world.brand_id]).await;
        let elsewhere = world.join("elsewhere@example.com", &[agent], &[]).await;
        assert_eq!(code(show(&world, &reads, id, Field::Name).await), Some(Code::NoPermission));
        assert_eq!(code(show(&world, &elsewhere, id, Field::Name).await), Some(Code::NotFound));
        let unknown = world.system_cx().id();
        assert_eq!(
            code(show(&world, &world.admin, unknown, Field::Name).await),
            Some(Code::NotFound)
        );
        let me = Viewer::Customer(CustomerViewer {
            customer_id: id,
            identity_id: world.system_cx().id(),
            brand_id: world.brand_id,
            session_id: world.system_cx().id(),
        });
        for (viewer, expected) in [(me, Code::StaffOnly), (Viewer::Anonymous, Code::SignedOut)] {
            let cx = crate::testing::cx_at(world.now, viewer);
            let refused =
                world.write(cx, async move |tx, cx| reveal(tx, cx, id, Field::Name, "why").await);
            assert_eq!(code(refused.await), Some(expected));
        }
    }
}

#[tokio::test]
async fn customers_are_checked_when_they_are_made() {
    for world in World::both().await {
        let mut cases = vec![];
        let new = |change: fn(&mut NewCustomer)| {
            let mut new = ada(world.brand_id);
            change(&mut new);
            new
        };
        cases.push((new(|new| new.email = Some("no address".into())), Code::FieldInvalid));
        cases.push((new(|new| new.phone = Some("call me".into())), Code::FieldInvalid));
        cases.push((new(|new| new.name = Some("x".repeat(121))), Code::FieldTooLong));
        cases.push((new(|new| new.time_zone = Some("Mars/Olympus".into())), Code::FieldInvalid));
        let mut elsewhere = ada(world.brand_id);
        elsewhere.brand_id = world.system_cx().id();
        cases.push((elsewhere, Code::FieldInvalid));
        for (new, expected) in cases {
            let refused =
                world.write(world.system_cx(), async move |tx, cx| create(tx, cx, &new).await);
            assert_eq!(code(refused.await), Some(expected));
        }
        let agent = world.role(Builtin::Agent).await;
        let inside = world.join("in@example.com", &[agent], &[world.brand_id]).await;
        let outside = world.join("out@example.com", &[agent], &[]).await;
        for (person, expected) in [(inside, None), (outside, Some(Code::NoPermission))] {
            let new = ada(world.brand_id);
            let cx = world.cx(&person.opened).await;
            let made = world.write(cx, async move |tx, cx| create(tx, cx, &new).await);
            assert_eq!(code(made.await), expected);
        }
    }
}

#[tokio::test]
async fn identities_are_the_desks_to_verify() {
    for world in World::both().await {
        let (id, brand_id) = (customer(&world).await, world.brand_id);
        let until = world.now + Duration::from_secs(60);
        let added = world.write(world.system_cx(), async move |tx, cx| {
            let added =
                identity::actions::add(tx, cx, id, identity::EMAIL, "ada@example.com").await?;
            identity::actions::verify(tx, cx, added, Level::Email, Some(until)).await?;
            Ok(added)
        });
        let added = added.await.unwrap();
        let found = world.read(async move |rx| {
            identity::view::find(rx, brand_id, identity::EMAIL, "ada@example.com").await
        });
        let found = found.await.unwrap().unwrap();
        assert_eq!((found.id, found.customer_id), (added, id));
        assert_eq!(found.level_at(world.now), Level::Email);
        assert_eq!(found.level_at(until), Level::None);
        let taken = world.write(world.system_cx(), async move |tx, cx| {
            identity::actions::add(tx, cx, id, identity::EMAIL, "ada@example.com").await
        });
        assert_eq!(code(taken.await), Some(Code::FieldTaken));
        let staff = world.write(world.admin_cx().await, async move |tx, cx| {
            identity::actions::verify(tx, cx, added, Level::SignedIn, None).await
        });
        assert_eq!(code(staff.await), Some(Code::NoPermission), "not even an administrator");
    }
}

#[tokio::test]
async fn preferences_are_the_customers_own() {
    for world in World::both().await {
        let id = customer(&world).await;
        let me = Viewer::Customer(CustomerViewer {
            customer_id: id,
            identity_id: world.system_cx().id(),
            brand_id: world.brand_id,
            session_id: world.system_cx().id(),
        });
        let cx = crate::testing::cx_at(world.now, me);
        let set = world.write(cx, async |tx, cx| {
            set_preferences(tx, cx, Some(proofdesk_locale::Locale::Ko), Some("asia/seoul")).await
        });
        set.await.unwrap();
        let customer = world.read(async move |rx| view::load(rx, id).await).await.unwrap().unwrap();
        assert_eq!((customer.locale.as_str(), customer.time_zone.as_str()), ("ko", "Asia/Seoul"));
        let staff = world.write(world.admin_cx().await, async |tx, cx| {
            set_preferences(tx, cx, None, None).await
        });
        assert_eq!(code(staff.await), Some(Code::CustomersOnly));
    }
}
