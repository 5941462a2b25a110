#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! When members work by their own clock, also on the days on which it is moved, and who may say so.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::actions::NewAbsence;
use super::rota::{self, Rota};
use super::*;
use crate::code::Code;
use crate::id::Id as _;
use crate::role::Builtin;
use crate::testing::World;
use crate::viewer::Viewer;

fn shift(weekday: i64, from: i64, to: i64) -> Shift {
    Shift { weekday, from_minute: from, to_minute: to }
}

fn absence(first: &str, last: &str) -> Absence {
    Absence {
        id: AbsenceId::from_uuid(uuid::Uuid::nil()),
        first_day: first.parse().unwrap(),
        last_day: last.parse().unwrap(),
        reason: None,
    }
}

/// `on`, or until when they are off.
fn duty(zone: &str, shifts: &[Shift], absences: &[Absence], at: &str) -> String {
    let zone = TimeZone::get(zone).unwrap();
    match (Rota { zone, shifts, absences }).duty(at.parse().unwrap()) {
        Duty::On => "on".to_owned(),
        Duty::Off { until } => until.map_or_else(|| "off".to_owned(), |at| at.to_string()),
    }
}

#[test]
fn a_week_comes_round_and_absences_go_before_it() {
    // 2026-11-30 is a Monday. Seoul is nine hours ahead, all year.
    let week = [shift(1, 540, 720), shift(1, 780, 1_080), shift(5, 1_320, 1_440), shift(6, 0, 360)];
    let ask = |at: &str, absences: &[Absence]| duty("Asia/Seoul", &week, absences, at);
    for (at, expected) in [
        ("2026-11-29T23:59:59Z", "2026-11-30T00:00:00Z"),
        ("2026-11-30T00:00:00Z", "on"),
        ("2026-11-30T02:59:59Z", "on"),
        ("2026-11-30T03:00:00Z", "2026-11-30T04:00:00Z"),
        ("2026-11-30T09:00:00Z", "2026-12-04T13:00:00Z"),
        // Friday's late shift goes on into Saturday.
        ("2026-12-04T15:00:00Z", "on"),
        ("2026-12-04T21:00:00Z", "2026-12-07T00:00:00Z"),
    ] {
        assert_eq!(ask(at, &[]), expected, "{at}");
    }
    // From Monday to Friday, then one more day that touches it: Saturday's shift is missed too.
    let away = [absence("2026-11-30", "2026-12-04"), absence("2026-12-05", "2026-12-05")];
    assert_eq!(ask("2026-11-30T00:00:00Z", &away), "2026-12-07T00:00:00Z");
    assert_eq!(ask("2026-12-07T00:00:00Z", &away), "on");
    // Who has no week works at all hours, but not while they are absent: until midnight by their own clock.
    assert_eq!(duty("Asia/Seoul", &[], &[], "2026-11-30T00:00:00Z"), "on");
    let one = [absence("2026-11-30", "2026-11-30")];
    assert_eq!(duty("Asia/Seoul", &[], &one, "2026-11-29T14:59:59Z"), "on");
    assert_eq!(duty("Asia/Seoul", &[], &one, "2026-11-29T15:00:00Z"), "2026-11-30T15:00:00Z");
}

#[test]
fn clocks_that_are_moved_move_shifts_with_them() {
    let ask = |shifts: &[Shift], at: &str| duty("Europe/Berlin", shifts, &[], at);
    // The offset changes between two working days: the hour on the wall stays.
    let monday = [shift(1, 540, 1_020)];
    assert_eq!(ask(&monday, "2026-03-27T12:00:00Z"), "2026-03-30T07:00:00Z");
    assert_eq!(ask(&monday, "2026-10-23T12:00:00Z"), "2026-10-26T08:00:00Z");
    // 2026-03-29, a Sunday: 02:00 is 03:00. A shift from 02:30 begins when the clock jumps into it.
    let night = [shift(7, 150, 300)];
    assert_eq!(ask(&night, "2026-03-29T00:59:59Z"), "2026-03-29T01:00:00Z");
    assert_eq!(ask(&night, "2026-03-29T01:00:00Z"), "on");
    assert_eq!(ask(&night, "2026-03-29T03:00:00Z"), "2026-04-05T00:30:00Z");
    // One that lies in the hour that there is not has to wait for the next week.
    let skipped = [shift(7, 135, 165)];
    assert_eq!(ask(&skipped, "2026-03-29T00:30:00Z"), "2026-04-05T00:15:00Z");
    // 2026-10-25, a Sunday: 03:00 is 02:00 again. What lies in that hour comes twice.
    let twice = [shift(7, 135, 165)];
    assert_eq!(ask(&twice, "2026-10-25T00:10:00Z"), "2026-10-25T00:15:00Z");
    assert_eq!(ask(&twice, "2026-10-25T00:30:00Z"), "on");
    assert_eq!(ask(&twice, "2026-10-25T00:50:00Z"), "2026-10-25T01:15:00Z");
    assert_eq!(ask(&twice, "2026-10-25T01:30:00Z"), "on");
    // One that was over is on again where the clock is set back into it.
    let early = [shift(7, 60, 150)];
    assert_eq!(ask(&early, "2026-10-25T00:40:00Z"), "2026-10-25T01:00:00Z");
    assert_eq!(ask(&early, "2026-10-25T01:00:00Z"), "on");
    assert_eq!(
        rota::today(&TimeZone::UTC, "2026-10-25T00:40:00Z".parse().unwrap()).to_string(),
        "2026-10-25"
    );
}

#[tokio::test]
async fn weeks_are_set_by_whoever_manages_members_and_absences_by_oneself_too() {
    for world in World::both().await {
        let role = world.role(Builtin::Agent).await;
        let mina = world.join("mina@example.com", &[role], &[world.brand_id]).await;
        let (id, admin) = (mina.id, world.admin.id);
        let own = world.cx(&mina.opened).await;
        let manager = world.admin_cx().await;
        // The days are Mina's, who lives by UTC.
        let today: Date = world.now.date().parse().unwrap();
        let weekday = i64::from(today.weekday().to_monday_one_offset());
        for (week, fine) in [
            (vec![shift(0, 0, 60)], false),
            (vec![shift(1, 60, 60)], false),
            (vec![shift(1, 0, 1_441)], false),
            (vec![shift(2, 500, 700), shift(2, 0, 501)], false),
            (vec![shift(2, 500, 700), shift(2, 0, 500)], true),
        ] {
            let set = world.write(world.admin_cx().await, async move |tx, cx| {
                actions::set_shifts(tx, cx, id, &week).await
            });
            assert_eq!(set.await.is_ok(), fine);
        }
        let by_herself = world
            .write(own.clone(), async move |tx, cx| actions::set_shifts(tx, cx, id, &[]).await);
        assert_eq!(by_herself.await.unwrap_err().code(), Code::NoPermission);

        let now = world.now;
        let week = [shift(weekday, 0, 1_440)];
        let is_on = world.write(world.admin_cx().await, async move |tx, cx| {
            actions::set_shifts(tx, cx, id, &week).await?;
            view::is_on(tx, id, now).await
        });
        assert!(is_on.await.unwrap());
        let sick = NewAbsence { first_day: today, last_day: today, reason: AbsenceReason::Sick };
        let other = world.write(own.clone(), async move |tx, cx| {
            actions::enter_absence(tx, cx, admin, &sick).await
        });
        assert_eq!(other.await.unwrap_err().code(), Code::NoPermission);
        let over = NewAbsence { last_day: today.yesterday().unwrap(), ..sick };
        let over = world.write(own.clone(), async move |tx, cx| {
            actions::enter_absence(tx, cx, id, &over).await
        });
        assert_eq!(over.await.unwrap_err().code(), Code::FieldInvalid);
        let entered = world.write(world.cx(&mina.opened).await, async move |tx, cx| {
            let entered = actions::enter_absence(tx, cx, id, &sick).await?;
            Ok((entered, view::is_on(tx, id, now).await?))
        });
        let (entered, is_on) = entered.await.unwrap();
        assert!(!is_on);

        // Why, she and whoever manages members are told, and nobody else.
        let auditor = world.role(Builtin::Auditor).await;
        let omar = world.join("omar@example.com", &[auditor], &[world.brand_id]).await;
        let reader = world.cx(&omar.opened).await.viewer;
        for (viewer, reason) in [
            (own.viewer.clone(), Some(AbsenceReason::Sick)),
            (manager.viewer.clone(), Some(AbsenceReason::Sick)),
            (reader.clone(), None),
        ] {
            let hours = world.read(async move |rx| view::of(rx, &viewer, id, now).await);
            let hours = hours.await.unwrap();
            let reasons: Vec<_> = hours.absences.iter().map(|one| one.reason).collect();
            assert_eq!(reasons, [reason]);
            // The week has one shift, and it is missed.
            let back = now + Duration::from_secs(6 * 86_400);
            assert!(matches!(hours.duty, Duty::Off { until: Some(until) } if until > back));
        }
        let off = world.read(async move |rx| view::off(rx, &reader, now).await).await.unwrap();
        assert_eq!(off.into_keys().collect::<Vec<_>>(), [id]);

        assert_eq!(world.state().await.findings, []);
        let twice = async |cx: crate::cx::Cx| {
            let taken = world.write(cx, async move |tx, cx| {
                actions::remove_absence(tx, cx, id, entered).await?;
                view::is_on(tx, id, now).await
            });
            taken.await
        };
        assert!(twice(world.cx(&mina.opened).await).await.unwrap());
        assert_eq!(twice(own).await.unwrap_err().code(), Code::NotFound);
        let told = world.kinds(&crate::log::Stream::Organisation).await;
        let told: Vec<_> = told.iter().filter(|kind| kind.contains("absence")).collect();
        assert_eq!(told, ["member.absence_entered", "member.absence_removed"]);
        let viewer = Viewer::System("test");
        let all = world.read(async move |rx| view::list(rx, &viewer, now).await).await.unwrap();
        assert!(all.iter().any(|hours| hours.staff_id == id && hours.duty == Duty::On));
    }
}
