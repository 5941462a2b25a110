//! Looks on both engines: a reveal is in the customer's list, and in nobody else's.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use uuid::Uuid;

use super::{Look, Seen, pseudonym, view};
use crate::customer::Field;
use crate::id::{CustomerId, Id as _, IdentityId, SessionId};
use crate::permission::{Permission, Reach};
use crate::testing::{World, keyring};
use crate::viewer::{CustomerViewer, Viewer};
use crate::{customer, reveal};

async fn own(world: &World, customer_id: CustomerId) -> Vec<Look> {
    let me = CustomerViewer {
        customer_id,
        identity_id: IdentityId::from_uuid(Uuid::nil()),
        brand_id: world.brand_id,
        session_id: SessionId::from_uuid(Uuid::nil()),
    };
    world.read(async move |rx| view::own(rx, &keyring(), &me).await).await.unwrap()
}

async fn customer(world: &World, name: &str) -> CustomerId {
    let (brand_id, name) = (world.brand_id, name.to_owned());
    let made = world.write(world.admin_cx().await, async move |tx, cx| {
        let new = customer::actions::NewCustomer {
            name: Some(name.clone()),
            email: Some(format!("{name}@example.com")),
            ..customer::actions::NewCustomer::of(brand_id)
        };
        customer::actions::create(tx, cx, &new).await
    });
    made.await.unwrap()
}

#[tokio::test]
async fn who_reads_an_account_is_in_the_list_once_for_a_while() {
    for mut world in World::both().await {
        let ada = customer(&world, "ada").await;
        let read = async |world: &World| {
            let cx = world.admin_cx().await;
            let noted = world
                .write(cx, async move |tx, cx| super::actions::account_read(tx, cx, ada).await);
            noted.await.unwrap();
        };
        read(&world).await;
        read(&world).await;
        let looks = own(&world, ada).await;
        let [only] = looks.as_slice() else { unreachable!("{looks:?}") };
        assert_eq!((&only.seen, &only.reason), (&Seen::Account, &None));
        world.wait(crate::limits::LOOK_EVERY);
        read(&world).await;
        assert_eq!(own(&world, ada).await.len(), 2);
        // Nobody but staff looks, and nothing is noted of the desk itself.
        let inside = world.write(world.system_cx(), async move |tx, cx| {
            super::actions::account_read(tx, cx, ada).await
        });
        assert_eq!(inside.await.unwrap_err().code(), crate::code::Code::StaffOnly);
    }
}

#[tokio::test]
async fn a_reveal_is_in_the_list_of_its_customer_only() {
    for world in World::both().await {
        let (ada, bob) = (customer(&world, "ada").await, customer(&world, "bob").await);
        for customer_id in [ada, bob, ada] {
            let reveal = world.write(world.admin_cx().await, async move |tx, cx| {
                reveal::actions::reveal(tx, cx, customer_id, Field::Email, "Call back").await
            });
            reveal.await.unwrap().unwrap();
        }
        let looks = own(&world, ada).await;
        let [first, second] = looks.as_slice() else { unreachable!("{looks:?}") };
        assert_eq!(first.seen, Seen::Field(Field::Email));
        assert_eq!(first.reason.as_deref(), Some("Call back"));
        assert_eq!(first.roles, ["Administrator"]);
        assert_eq!(first.pseudonym, second.pseudonym);
        // Customers who compare notes learn nothing.
        let others = own(&world, bob).await;
        assert_eq!(others.len(), 1);
        assert_ne!(others.first().unwrap().pseudonym, first.pseudonym);
        assert_eq!(first.pseudonym, pseudonym(&keyring(), world.admin.id, ada));
    }
}

#[tokio::test]
async fn whoever_reads_the_audit_sees_who_it_was_page_by_page() {
    for mut world in World::both().await {
        let ada = customer(&world, "ada").await;
        for field in [Field::Name, Field::Email, Field::Name] {
            world.wait(std::time::Duration::from_secs(1));
            let reveal = world.write(world.admin_cx().await, async move |tx, cx| {
                reveal::actions::reveal(tx, cx, ada, field, "Call back").await
            });
            reveal.await.unwrap().unwrap();
        }
        let viewer = world.admin_cx().await.viewer;
        let page = async |before| {
            let viewer = viewer.clone();
            let read =
                world.read(async move |rx| view::page(rx, &viewer, ada, before, 2).await).await;
            read.unwrap()
        };
        let first = page(None).await;
        let seen: Vec<_> = first.iter().map(|look| look.seen.clone()).collect();
        assert_eq!(seen, [Seen::Field(Field::Name), Seen::Field(Field::Email)]);
        let last = first.last().unwrap();
        assert_eq!((last.by.id, last.by.name.as_str()), (world.admin.id, "Ada Lovelace"));
        assert_eq!(last.reason.as_deref(), Some("Call back"));
        let second = page(Some((last.at, last.id))).await;
        assert_eq!(second.len(), 1);
        let reader =
            crate::testing::member([(Permission::CustomerRead, Reach::All)].into_iter().collect());
        let refused = world
            .read(async move |rx| {
                view::page(rx, &Viewer::Staff(reader.clone()), ada, None, 2).await
            })
            .await;
        assert_eq!(refused.unwrap_err().code(), crate::code::Code::NoPermission);
    }
}
