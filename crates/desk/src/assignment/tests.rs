#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
//! Whose turn it is, and that nothing is given twice and nobody too much, whoever gives out at the same moment.

use std::collections::BTreeMap;
use std::time::Duration;

use proofdesk_store::Sequencer;

use super::*;
use crate::availability::{self, Availability, Channel};
use crate::customer::actions::NewCustomer;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::id::{CustomerId, Id, TeamId};
use crate::log::verify::{Report, verify_state};
use crate::render::Body;
use crate::role::Builtin;
use crate::team::actions::TeamChange;
use crate::testing::{World, cx_at, keyring};
use crate::text::Clean;
use crate::ticket::actions::NewTicket;
use crate::ticket::{StatusCategory, Ticket};
use crate::viewer::{Scope, Viewer};
use crate::{customer, shift, status, team, ticket};

fn staff(n: u128) -> StaffId {
    StaffId::from_uuid(uuid::Uuid::from_u128(n))
}

fn one(n: u128, open: i64, capacity: Option<i64>, turn: Option<i64>) -> Candidate {
    Candidate { staff_id: staff(n), open, capacity, turn }
}

fn order(by: Assignment, candidates: Vec<Candidate>) -> Vec<StaffId> {
    in_turn(by, candidates).into_iter().map(|one| one.staff_id).collect()
}

#[test]
fn whoever_was_given_one_longest_ago_is_next() {
    let all = || {
        vec![
            one(1, 0, None, Some(7)),
            one(2, 9, None, Some(3)),
            one(3, 0, Some(4), None),
            one(4, 4, Some(4), None),
            one(5, 0, Some(0), None),
        ]
    };
    assert_eq!(order(Assignment::RoundRobin, all()), [staff(3), staff(2), staff(1)]);
    assert_eq!(order(Assignment::FirstCome, all()), []);
}

#[test]
fn the_emptiest_is_next_measured_by_what_they_can_take() {
    // A half, a third, and a quarter of the widest.
    let all = vec![
        one(1, 1, Some(2), None),
        one(2, 4, Some(12), None),
        one(3, 3, None, Some(9)),
        one(4, 12, Some(12), None),
    ];
    assert_eq!(order(Assignment::LeastLoad, all), [staff(3), staff(2), staff(1)]);
    let equal =
        vec![one(1, 2, Some(4), Some(5)), one(2, 3, Some(6), Some(4)), one(3, 1, Some(2), None)];
    assert_eq!(order(Assignment::LeastLoad, equal), [staff(3), staff(2), staff(1)]);
    let unlimited = vec![one(1, 2, None, None), one(2, 1, None, Some(8))];
    assert_eq!(order(Assignment::LeastLoad, unlimited), [staff(2), staff(1)]);
}

/// A team whose members are all online.
struct Floor {
    world: World,
    desk: Desk,
    _sequencer: Sequencer,
    team_id: TeamId,
    customer_id: CustomerId,
    members: Vec<StaffId>,
}

impl Floor {
    async fn on(world: World, by: Assignment, names: &[&str]) -> Self {
        let agent = world.role(Builtin::Agent).await;
        let mut members = Vec::new();
        for name in names {
            let email = format!("{name}@example.com");
            members.push(world.join(&email, &[agent], &[world.brand_id]).await.id);
        }
        members.sort_unstable();
        let (ids, brand_id) = (members.clone(), world.brand_id);
        let made = world.write(world.admin_cx().await, async move |tx, cx| {
            let team_id = team::actions::create(tx, cx, "Deposits").await?;
            let change = TeamChange {
                members: Some(ids.clone()),
                assignment: Some(by),
                ..Default::default()
            };
            team::actions::change(tx, cx, team_id, 1, &change).await?;
            for id in &ids {
                availability::actions::set_of(tx, cx, *id, Availability::Online).await?;
            }
            let new = NewCustomer { name: Some("Grace".to_owned()), ..NewCustomer::of(brand_id) };
            Ok((team_id, customer::actions::create(tx, cx, &new).await?))
        });
        let (team_id, customer_id) = made.await.unwrap();
        let (desk, sequencer) = world.desk();
        Self { world, desk, _sequencer: sequencer, team_id, customer_id, members }
    }

    fn fresh(&self) -> impl FnMut() -> Cx + Send + use<> {
        let now = self.world.now;
        move || cx_at(now, Viewer::System("test"))
    }

    /// A ticket that came to the team; the ones before it are older.
    async fn ticket(&mut self) -> Ticket {
        self.world.wait(Duration::from_secs(1));
        let (customer_id, team_id) = (self.customer_id, self.team_id);
        let made = self.world.write(self.world.admin_cx().await, async move |tx, cx| {
            let body = Clean::new("It is late.")?;
            let new = NewTicket {
                customer_id: Some(customer_id),
                category: "deposit-not-credited".to_owned(),
                subject: Clean::new("Late")?,
                body: Body::by(&Viewer::Operator, &keyring(), body),
                attachment_ids: Vec::new(),
                channel: "console",
                lang: "en".to_owned(),
            };
            let opened = ticket::actions::open(tx, cx, &new).await?;
            ticket::actions::assign(tx, cx, &opened.public_id, None, Some(team_id), None).await
        });
        made.await.unwrap()
    }

    async fn now(&self, ticket: &Ticket) -> Ticket {
        let id = ticket.public_id.clone();
        let found =
            self.world.read(async move |rx| ticket::view::find(rx, &id, &Scope::Everything).await);
        found.await.unwrap().unwrap()
    }

    async fn set_status(&self, ticket: &Ticket, to: StatusCategory) {
        let id = ticket.public_id.clone();
        let set = self.world.write(self.world.admin_cx().await, async move |tx, cx| {
            ticket::actions::set_status(tx, cx, &id, status::builtin(to), None).await
        });
        set.await.unwrap();
    }

    async fn is(&self, staff_id: StaffId, to: Availability) -> i64 {
        let set = self.world.write(self.world.admin_cx().await, async move |tx, cx| {
            availability::actions::set_of(tx, cx, staff_id, to).await
        });
        set.await.unwrap().reassigned
    }

    async fn takes(&self, staff_id: StaffId, most: Option<i64>) {
        let set = self.world.write(self.world.admin_cx().await, async move |tx, cx| {
            availability::actions::set_capacity(tx, cx, staff_id, Channel::Ticket, most).await
        });
        set.await.unwrap();
    }

    async fn give_out(&self) -> u64 {
        give_out(&self.desk, &mut self.fresh(), self.team_id).await.unwrap()
    }

    /// Whose these tickets are by now.
    async fn holders(&self, tickets: &[Ticket]) -> Vec<Option<StaffId>> {
        let mut holders = Vec::new();
        for ticket in tickets {
            holders.push(self.now(ticket).await.assignee_id);
        }
        holders
    }

    /// The jobs of assignment that wait; then they are gone.
    async fn jobs(&self) -> Vec<String> {
        let rows = self.world.write(self.world.system_cx(), async |tx, _| {
            let rows: Vec<(String,)> = tx.query(WAITING, &[]).await?;
            tx.exec(FORGET, &[]).await?;
            Ok(rows)
        });
        let ours = [GIVE_KIND, BACK_KIND, TICKET_BACK_KIND];
        let kinds = rows.await.unwrap().into_iter().map(|(kind,)| kind);
        kinds.filter(|kind| ours.contains(&kind.as_str())).collect()
    }

    /// Who set the assignments of a ticket, in order.
    async fn assigned_by(&self, ticket: &Ticket) -> Vec<String> {
        let stream = crate::log::Stream::Ticket(ticket.id).name();
        let rows = self.world.read(async move |rx| {
            let rows: Vec<(String,)> = rx.query(ACTORS, proofdesk_store::params![stream]).await?;
            Ok(rows)
        });
        rows.await.unwrap().into_iter().map(|(actor,)| actor).collect()
    }

    async fn assert_state(&self) {
        let mut report = Report::default();
        verify_state(&self.desk, &mut report, &mut |_| {}).await.unwrap();
        assert_eq!(report.findings, []);
    }
}

const WAITING: &str = "select kind from job where state = 'ready' order by kind, id";
const FORGET: &str = "update job set state = 'done', finished_at = 0 where state = 'ready'";
const ACTORS: &str =
    "select actor from event where stream = $1 and kind = 'ticket.assignment_set' order by seq";

#[tokio::test(flavor = "multi_thread")]
async fn tickets_go_round_and_who_is_away_is_passed_over() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::RoundRobin, &["mina", "omar"]).await;
        let mut tickets = Vec::new();
        for _ in 0..4 {
            tickets.push(f.ticket().await);
        }
        assert_eq!(f.jobs().await, vec![GIVE_KIND; 4]);
        assert_eq!(f.give_out().await, 4);
        let [mina, omar] = f.members.as_slice() else { unreachable!("two members") };
        let (mina, omar) = (*mina, *omar);
        let holders = f.holders(&tickets).await;
        assert_eq!(holders, [mina, omar, mina, omar].map(Some));
        let first = tickets.first().unwrap();
        assert_eq!(f.assigned_by(first).await.last().unwrap(), "system:round_robin");
        f.is(mina, Availability::Away).await;
        let (one, two) = (f.ticket().await, f.ticket().await);
        f.jobs().await;
        f.give_out().await;
        assert_eq!(f.holders(&[one, two]).await, [Some(omar), Some(omar)]);
        // Nobody is there: it waits, and is given out when somebody comes back.
        f.is(omar, Availability::Offline).await;
        let late = f.ticket().await;
        f.jobs().await;
        assert_eq!(f.give_out().await, 0);
        f.is(mina, Availability::Online).await;
        assert_eq!(f.jobs().await, [GIVE_KIND]);
        assert_eq!(f.give_out().await, 1);
        assert_eq!(f.now(&late).await.assignee_id, Some(mina));
        f.assert_state().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_assigned_where_whoever_comes_first_takes_one() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::FirstCome, &["mina"]).await;
        let ticket = f.ticket().await;
        assert_eq!(f.jobs().await, Vec::<String>::new());
        assert_eq!(f.give_out().await, 0);
        assert_eq!(f.now(&ticket).await.assignee_id, None);
        // What waits is given out from the moment on that the team gives out.
        let (team_id, cx) = (f.team_id, f.world.admin_cx().await);
        let change = TeamChange { assignment: Some(Assignment::LeastLoad), ..Default::default() };
        let changed = f.world.write(cx, async move |tx, cx| {
            team::actions::change(tx, cx, team_id, 2, &change).await
        });
        changed.await.unwrap();
        assert_eq!(f.jobs().await, [GIVE_KIND]);
        give_out_all(&f.desk, &mut f.fresh()).await.unwrap();
        assert_eq!(f.now(&ticket).await.assignee_id, f.members.first().copied());
        assert_eq!(f.assigned_by(&ticket).await.last().unwrap(), "system:least_load");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_their_fill_is_given_another_when_one_is_solved() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::LeastLoad, &["mina"]).await;
        let mina = f.members.first().copied().unwrap();
        f.takes(mina, Some(1)).await;
        let (first, second) = (f.ticket().await, f.ticket().await);
        assert_eq!(f.give_out().await, 1);
        assert_eq!(f.holders(&[first.clone(), second.clone()]).await, [Some(mina), None]);
        f.jobs().await;
        f.set_status(&first, StatusCategory::Solved).await;
        assert_eq!(f.jobs().await, [GIVE_KIND]);
        assert_eq!(f.give_out().await, 1);
        assert_eq!(f.now(&second).await.assignee_id, Some(mina));
        // One that is put aside is given to nobody before its time.
        let aside = f.ticket().await;
        let id = aside.public_id.clone();
        let snooze = ticket::Snooze { wake_on: ticket::WakeOn::Reply, until: None };
        let put = f.world.write(f.world.admin_cx().await, async move |tx, cx| {
            let act = ticket::bulk::Act::Snooze(Some(snooze));
            ticket::bulk::act(tx, cx, &id, None, &act).await.map(|_| ())
        });
        put.await.unwrap();
        f.takes(mina, None).await;
        assert_eq!(f.give_out().await, 0);
        assert_eq!(f.now(&aside).await.assignee_id, None);
        f.assert_state().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_give_out_at_once_give_nothing_twice_and_nobody_too_much() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::RoundRobin, &["mina", "omar"]).await;
        for id in f.members.clone() {
            f.takes(id, Some(3)).await;
        }
        let mut tickets = Vec::new();
        for _ in 0..10 {
            tickets.push(f.ticket().await);
        }
        let (mut one, mut other) = (f.fresh(), f.fresh());
        let (one, other) = tokio::join!(
            give_out(&f.desk, &mut one, f.team_id),
            give_out(&f.desk, &mut other, f.team_id)
        );
        assert_eq!(one.unwrap() + other.unwrap(), 6);
        let mut held: BTreeMap<StaffId, usize> = BTreeMap::new();
        for holder in f.holders(&tickets).await.into_iter().flatten() {
            *held.entry(holder).or_default() += 1;
        }
        assert_eq!(held.into_values().collect::<Vec<_>>(), [3, 3]);
        for ticket in &tickets {
            // Once to the team, and at most once by the desk.
            assert!(f.assigned_by(ticket).await.len() <= 2);
        }
        f.assert_state().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_away_and_reassigns_gives_back_what_is_open() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::RoundRobin, &["mina", "omar"]).await;
        let [mina, omar] = f.members.as_slice() else { unreachable!("two members") };
        let (mina, omar) = (*mina, *omar);
        f.is(omar, Availability::Away).await;
        let (open, solved) = (f.ticket().await, f.ticket().await);
        f.give_out().await;
        f.set_status(&solved, StatusCategory::Solved).await;
        f.is(omar, Availability::Online).await;
        f.jobs().await;
        assert_eq!(f.is(mina, Availability::AwayAndReassign).await, 1);
        assert_eq!(f.jobs().await, [BACK_KIND]);
        assert_eq!(hand_back_all(&f.desk, &mut f.fresh(), mina).await.unwrap(), 1);
        let back = f.now(&open).await;
        assert_eq!((back.assignee_id, back.team_id), (None, Some(f.team_id)));
        assert_eq!(f.jobs().await, [GIVE_KIND]);
        f.give_out().await;
        assert_eq!(f.holders(&[open.clone(), solved.clone()]).await, [Some(omar), Some(mina)]);
        let by = f.assigned_by(&open).await;
        let by: Vec<&str> = by.iter().skip(1).map(String::as_str).collect();
        assert_eq!(by, ["system:round_robin", "system:away_and_reassign", "system:round_robin"]);
        // What is open again of theirs comes back too; of somebody who is only away it stays.
        f.set_status(&solved, StatusCategory::Open).await;
        assert_eq!(f.jobs().await, [TICKET_BACK_KIND]);
        let id = solved.id;
        let taken = f
            .world
            .write(f.world.system_cx(), async move |tx, cx| actions::hand_back(tx, cx, id).await);
        assert!(taken.await.unwrap());
        f.is(omar, Availability::Away).await;
        f.jobs().await;
        f.set_status(&open, StatusCategory::Solved).await;
        f.set_status(&open, StatusCategory::Open).await;
        assert!(!f.jobs().await.contains(&TICKET_BACK_KIND.to_owned()));
        assert_eq!(f.now(&open).await.assignee_id, Some(omar));
        f.assert_state().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_could_not_answer_is_given_nothing() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::RoundRobin, &["mina"]).await;
        let mina = f.members.first().copied().unwrap();
        let auditor = f.world.role(Builtin::Auditor).await;
        let changed = f.world.write(f.world.admin_cx().await, async move |tx, cx| {
            let seen = crate::staff::view::load(tx, mina).await?.map(|member| member.version);
            let change = crate::staff::actions::MemberChange {
                roles: Some(vec![auditor]),
                ..Default::default()
            };
            let seen = seen.unwrap_or_default();
            crate::staff::actions::change(tx, cx, mina, seen, &change).await
        });
        changed.await.unwrap();
        let ticket = f.ticket().await;
        assert_eq!(f.give_out().await, 0);
        assert_eq!(f.now(&ticket).await.assignee_id, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_off_shift_is_passed_over_until_they_are_back() {
    for world in World::both().await {
        let mut f = Floor::on(world, Assignment::RoundRobin, &["mina", "omar"]).await;
        let [mina, omar] = f.members.as_slice() else { unreachable!("two members") };
        let (mina, omar) = (*mina, *omar);
        // Mina's only shift is that of yesterday's day of the week; Omar has none, which is at all hours.
        let today: shift::Date = f.world.now.date().parse().unwrap();
        let weekday = i64::from(today.yesterday().unwrap().weekday().to_monday_one_offset());
        let week = [shift::Shift { weekday, from_minute: 0, to_minute: 1_440 }];
        let set = f.world.write(f.world.admin_cx().await, async move |tx, cx| {
            shift::actions::set_shifts(tx, cx, mina, &week).await
        });
        set.await.unwrap();
        let tickets = [f.ticket().await, f.ticket().await];
        assert_eq!(f.give_out().await, 2);
        assert_eq!(f.holders(&tickets).await, [Some(omar), Some(omar)]);
        let (first_day, last_day) = (today, today);
        let reason = shift::AbsenceReason::Other;
        let absence = shift::actions::NewAbsence { first_day, last_day, reason };
        let absent = f.world.write(f.world.admin_cx().await, async move |tx, cx| {
            shift::actions::enter_absence(tx, cx, omar, &absence).await
        });
        absent.await.unwrap();
        let late = f.ticket().await;
        assert_eq!(f.give_out().await, 0);
        assert_eq!(f.now(&late).await.assignee_id, None);
        f.world.wait(Duration::from_secs(6 * 86_400));
        give_out_all(&f.desk, &mut f.fresh()).await.unwrap();
        assert!(f.now(&late).await.assignee_id.is_some());
        f.assert_state().await;
    }
}
