#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! Who is there: what members say stands until they say otherwise, and what the desk sees comes and goes by itself.

use proofdesk_store::params;

use super::*;
use crate::code::Code;
use crate::id::StaffId;
use crate::limits;
use crate::log::verify::{Report, verify_state};
use crate::role::Builtin;
use crate::testing::{Person, World, cx_at};
use crate::viewer::Viewer;

async fn standing(world: &World, id: StaffId) -> (Availability, bool) {
    let read = world.read(async move |rx| view::standing(rx, id).await).await.unwrap();
    (read.availability, read.is_automatic)
}

async fn says(world: &World, who: &Person, to: Availability) {
    let cx = world.cx(&who.opened).await;
    let set = world.write(cx, async move |tx, cx| actions::set_own(tx, cx, to).await);
    assert_eq!(set.await.unwrap().standing.availability, to);
}

/// As a connection does it.
async fn is_seen(world: &World, id: StaffId) -> bool {
    let now = world.now;
    if !world.read(async move |rx| view::is_news(rx, id, now).await).await.unwrap() {
        return false;
    }
    let seen = world.write(world.system_cx(), async move |tx, cx| actions::seen(tx, cx, id).await);
    seen.await.unwrap();
    true
}

async fn agent(world: &World) -> Person {
    let role = world.role(Builtin::Agent).await;
    world.join("mina@example.com", &[role], &[world.brand_id]).await
}

#[tokio::test]
async fn offline_comes_and_goes_by_itself_and_what_was_said_stays() {
    for mut world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let look = async |world: &World| {
            let now = world.now;
            look_after(&desk, &mut move || cx_at(now, Viewer::System(JOB_KIND))).await.unwrap();
        };
        let mina = agent(&world).await;
        let automatic = (Availability::Offline, true);
        assert_eq!(standing(&world, mina.id).await, automatic);
        assert!(is_seen(&world, mina.id).await);
        assert_eq!(standing(&world, mina.id).await, (Availability::Online, false));
        assert!(!is_seen(&world, mina.id).await, "that is known");
        world.wait(limits::UNSEEN_OFFLINE);
        look(&world).await;
        assert_eq!(standing(&world, mina.id).await.0, Availability::Online, "not yet");
        world.wait(limits::SEEN_EVERY);
        look(&world).await;
        assert_eq!(standing(&world, mina.id).await, automatic);
        assert!(is_seen(&world, mina.id).await, "they are back");
        assert_eq!(standing(&world, mina.id).await, (Availability::Online, false));
        for to in [Availability::Away, Availability::AwayAndReassign, Availability::Offline] {
            says(&world, &mina, to).await;
            world.wait(limits::UNSEEN_OFFLINE * 2);
            look(&world).await;
            is_seen(&world, mina.id).await;
            assert_eq!(standing(&world, mina.id).await, (to, false));
        }
        let kinds = world.day(mina.id).await;
        let told = kinds.iter().filter(|kind| *kind == "member.availability_set").count();
        assert_eq!(told, 6, "{kinds:?}");
        let mut report = Report::default();
        verify_state(&desk, &mut report, &mut |_| {}).await.unwrap();
        assert_eq!(report.findings, []);
    }
}

/// The clock was a day ahead while a member worked, and is set right. Who goes home then is not there for another day, to be given
/// tickets that nobody reads.
#[tokio::test]
async fn a_clock_that_was_ahead_keeps_nobody_online() {
    for mut world in World::both().await {
        let (desk, _sequencer) = world.desk();
        let look = async |world: &World| {
            let now = world.now;
            look_after(&desk, &mut move || cx_at(now, Viewer::System(JOB_KIND))).await.unwrap();
        };
        let (mina, right) = (agent(&world).await, world.now);
        world.wait(std::time::Duration::from_secs(86_400));
        assert!(is_seen(&world, mina.id).await);
        assert_eq!(standing(&world, mina.id).await.0, Availability::Online);
        world.now = right;
        look(&world).await;
        assert_eq!(
            standing(&world, mina.id).await.0,
            Availability::Online,
            "looked for from now on"
        );
        world.wait(limits::UNSEEN_OFFLINE + limits::SEEN_EVERY);
        look(&world).await;
        assert_eq!(standing(&world, mina.id).await, (Availability::Offline, true));
        // Who is still connected is seen anew.
        world.wait(std::time::Duration::from_secs(86_400));
        assert!(is_seen(&world, mina.id).await);
        world.now = right + limits::UNSEEN_OFFLINE * 3;
        assert!(is_seen(&world, mina.id).await, "at a moment that makes sense");
        assert!(!is_seen(&world, mina.id).await);
        look(&world).await;
        assert_eq!(standing(&world, mina.id).await.0, Availability::Online);
    }
}

#[tokio::test]
async fn members_are_set_by_whoever_manages_them_and_by_nobody_else() {
    for world in World::both().await {
        let mina = agent(&world).await;
        let (id, admin) = (mina.id, world.admin.id);
        let cx = world.cx(&mina.opened).await;
        let other = world.write(cx.clone(), async move |tx, cx| {
            actions::set_of(tx, cx, admin, Availability::Away).await
        });
        assert_eq!(other.await.unwrap_err().code(), Code::NoPermission);
        let viewer = cx.viewer.clone();
        let looked = world.read(async move |rx| view::of(rx, &viewer, admin).await).await;
        assert_eq!(looked.unwrap_err().code(), Code::NoPermission);
        let own = world.write(cx, async move |tx, cx| {
            actions::set_capacity(tx, cx, id, Channel::Ticket, Some(1)).await
        });
        assert_eq!(own.await.unwrap_err().code(), Code::NoPermission);
        for (most, fine) in
            [(Some(-1), false), (Some(limits::CAPACITY + 1), false), (Some(3), true)]
        {
            let set = world.write(world.admin_cx().await, async move |tx, cx| {
                actions::set_capacity(tx, cx, id, Channel::Ticket, most).await
            });
            assert_eq!(set.await.is_ok(), fine, "{most:?}");
        }
        let viewer = world.admin_cx().await.viewer;
        let work = world.read(async move |rx| view::of(rx, &viewer, id).await).await.unwrap();
        let capacity = Capacity { channel: Channel::Ticket, capacity: Some(3) };
        assert_eq!((work.open, work.capacities), (0, vec![capacity]));
        let gone = world.write(world.admin_cx().await, async move |tx, cx| {
            crate::staff::actions::disable(tx, cx, id).await?;
            actions::set_of(tx, cx, id, Availability::Online).await
        });
        assert_eq!(gone.await.unwrap_err().code(), Code::FieldInvalid);
        let rows = world.read(async move |rx| {
            let rows: Vec<(i64,)> = rx
                .query("select count(*) from member_availability where staff_id = $1", params![id])
                .await?;
            Ok(rows)
        });
        assert_eq!(rows.await.unwrap(), [(0,)]);
    }
}
