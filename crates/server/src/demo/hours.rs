//! When the demo's people work, who is there when it begins, and whose turn it is in two of its teams.

use proofdesk_desk::assignment::{Assignment, give_out};
use proofdesk_desk::availability::{self, Availability, Channel};
use proofdesk_desk::id::{StaffId, TeamId};
use proofdesk_desk::shift::actions::{NewAbsence, enter_absence, set_shifts};
use proofdesk_desk::shift::{AbsenceReason, Date, Shift};
use proofdesk_desk::team::{self, actions::TeamChange};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Cx, Desk, Error, Result, Timestamp};
use proofdesk_store::Tx;

use super::cast::Area;
use super::found::{Ground, cx_at};

/// A member's part of the week, by their place in the cast: days from 1 for Monday, and minutes by their own clock.
struct Hours {
    place: usize,
    days: &'static [i64],
    parts: &'static [(i64, i64)],
}

/// The administrator and the auditor have none, so they work at all hours.
#[rustfmt::skip]
static WEEKS: [Hours; 9] = [
    Hours { place: 1, days: &[1, 2, 3, 4, 5], parts: &[(540, 1_080)] },
    Hours { place: 2, days: &[1, 2, 3, 4, 5], parts: &[(540, 840), (900, 1_140)] },
    Hours { place: 3, days: &[1, 2, 3, 4, 5], parts: &[(480, 990)] },
    Hours { place: 4, days: &[2, 3, 4, 5, 6], parts: &[(600, 1_140)] },
    Hours { place: 5, days: &[1, 2, 3, 4, 5], parts: &[(540, 1_080)] },
    // At night: a shift over midnight is two.
    Hours { place: 6, days: &[1, 2, 3, 4, 7], parts: &[(1_260, 1_440)] },
    Hours { place: 6, days: &[1, 2, 3, 4, 5], parts: &[(0, 300)] },
    Hours { place: 7, days: &[1, 2, 3, 4, 7], parts: &[(540, 1_020)] },
    Hours { place: 8, days: &[3, 4, 5, 6, 7], parts: &[(720, 1_260)] },
];

/// How many open tickets some are given at most.
const CAPACITIES: [(usize, i64); 4] = [(3, 40), (5, 60), (7, 50), (8, 30)];

/// How they stand when the demo begins. The administrator has never been there, and is as soon as somebody signs in.
const STANDINGS: [(usize, Availability); 8] = [
    (1, Availability::Away),
    (2, Availability::Online),
    (3, Availability::Online),
    (4, Availability::Offline),
    (5, Availability::Online),
    (6, Availability::Away),
    (7, Availability::Online),
    (8, Availability::Online),
];

/// Who is absent, from so many days after the demo begins until so many.
const ABSENCES: [(usize, i64, i64, AbsenceReason); 3] = [
    (4, -1, 2, AbsenceReason::Sick),
    (6, -3, 6, AbsenceReason::Holiday),
    (3, 12, 23, AbsenceReason::Holiday),
];

/// The teams in which the desk gives out. In the others whoever comes first takes one, so that some are left to take.
const GIVING: [(Area, Assignment); 2] =
    [(Area::Trade, Assignment::RoundRobin), (Area::Security, Assignment::LeastLoad)];

/// Sets everybody's week and how much they take, as the administrator.
///
/// # Errors
/// Those of the verbs.
pub async fn settle(desk: &Desk, seed: u64, ground: &Ground, at: Timestamp) -> Result<()> {
    let ids = ids(ground);
    let cx = cx_at(seed, "weeks", at, administrator(ground)?);
    let set = desk.write(cx, async move |tx, cx| {
        for (place, id) in ids.iter().enumerate() {
            let shifts = shifts(place);
            if !shifts.is_empty() {
                set_shifts(tx, cx, *id, &shifts).await?;
            }
        }
        for (place, most) in CAPACITIES {
            let id = member(&ids, place)?;
            let channel = Channel::Ticket;
            availability::actions::set_capacity(tx, cx, id, channel, Some(most)).await?;
        }
        Ok(())
    });
    Box::pin(set).await
}

/// Lets the demo begin: who is there says so, who is absent is entered, and two teams give out from now on. What waits in
/// them has been given out then, so that nothing changes hands while somebody looks at it for the first time.
///
/// # Errors
/// Those of the verbs.
pub async fn begin(desk: &Desk, seed: u64, ground: &Ground, at: Timestamp) -> Result<()> {
    let (ids, today) = (ids(ground), day(at));
    let cx = cx_at(seed, "standings", at, administrator(ground)?);
    let set = desk.write(cx, async move |tx, cx| {
        for (place, first, last, reason) in ABSENCES {
            let (first_day, last_day) = (after(today, first), after(today, last));
            let new = NewAbsence { first_day, last_day, reason };
            enter_absence(tx, cx, member(&ids, place)?, &new).await?;
        }
        for (place, to) in STANDINGS {
            availability::actions::set_of(tx, cx, member(&ids, place)?, to).await?;
        }
        Ok(())
    });
    Box::pin(set).await?;
    for (area, by) in GIVING {
        let team_id = ground.team(area).ok_or(Error::Broken { what: "a team that is missing" })?;
        let cx = cx_at(seed, &format!("rule {by}"), at, administrator(ground)?);
        let set = desk.write(cx, async move |tx, cx| rule(tx, cx, team_id, by).await);
        Box::pin(set).await?;
        let mut given = 0_u64;
        let mut fresh = || {
            given += 1;
            cx_at(seed, &format!("given {by} {given}"), at, Viewer::System("demo"))
        };
        Box::pin(give_out(desk, &mut fresh, team_id)).await?;
    }
    Ok(())
}

async fn rule(tx: &Tx<'_>, cx: &mut Cx, team_id: TeamId, by: Assignment) -> Result<()> {
    let viewer = cx.viewer.clone();
    let team = team::view::find(tx, &viewer, team_id).await?;
    let version = team.ok_or(Error::Broken { what: "a team that is missing" })?.version;
    let change = TeamChange { assignment: Some(by), ..TeamChange::default() };
    team::actions::change(tx, cx, team_id, version, &change).await?;
    Ok(())
}

fn administrator(ground: &Ground) -> Result<Viewer> {
    let first = ground.members.first().cloned();
    first.map(Viewer::Staff).ok_or(Error::Broken { what: "a demo of nobody" })
}

fn ids(ground: &Ground) -> Vec<StaffId> {
    ground.members.iter().map(|member| member.staff_id).collect()
}

fn member(ids: &[StaffId], place: usize) -> Result<StaffId> {
    ids.get(place).copied().ok_or(Error::Broken { what: "a member whom nobody hired" })
}

fn shifts(place: usize) -> Vec<Shift> {
    let own = WEEKS.iter().filter(|hours| hours.place == place);
    let days = own.flat_map(|hours| hours.days.iter().map(move |day| (*day, hours.parts)));
    let shifts = days.flat_map(|(weekday, parts)| {
        parts.iter().map(move |(from_minute, to_minute)| Shift {
            weekday,
            from_minute: *from_minute,
            to_minute: *to_minute,
        })
    });
    shifts.collect()
}

/// The day at a moment, by UTC.
fn day(at: Timestamp) -> Date {
    let at = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default();
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn after(day: Date, days: i64) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::cast::CAST;

    #[test]
    fn everybody_who_answers_has_a_week() {
        for (place, member) in CAST.iter().enumerate() {
            let shifts = shifts(place);
            assert_eq!(!shifts.is_empty(), member.answers(), "{}", member.name);
            let minutes: i64 = shifts.iter().map(|shift| shift.to_minute - shift.from_minute).sum();
            assert!(minutes <= 48 * 60, "{}: {minutes}", member.name);
        }
    }
}
