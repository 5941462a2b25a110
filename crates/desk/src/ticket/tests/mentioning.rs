//! Who follows a ticket, and whom its notes mention: only who may see it, told until they have read it, and nothing of it to
//! customers.

use std::collections::BTreeSet;

use super::*;
use crate::filter;
use crate::id::{PublicId, RoleId};
use crate::staff;
use crate::ticket::actions::Along;
use crate::ticket::mention::NewMentions;
use crate::ticket::view::{MentionView, Position, Sort};
use crate::ticket::{merge, participant};

/// What a member is of the desk.
#[derive(Clone, Copy, Default)]
struct Part {
    reach: Option<Reach>,
    in_team: bool,
    of_brand: bool,
    needs_factor: bool,
    is_disabled: bool,
}

impl Part {
    fn of(reach: Reach) -> Self {
        Self { reach: Some(reach), ..Self::default() }
    }
}

impl Fixture {
    /// A member with a role of their own.
    async fn member(&self, name: &'static str, part: Part) -> StaffId {
        let mut cx = self.cx(Viewer::Operator);
        let (id, role): (StaffId, RoleId) = (cx.id(), cx.id());
        let (team, brand) = (self.team_id, self.brand_id);
        self.act(Viewer::Operator, async move |tx, _cx| {
            let (email, state) = (format!("{name}@example.com"), if part.is_disabled { "disabled" } else { "active" });
            tx.exec(
                "insert into staff (id, email, name, locale, time_zone, state, created_at, updated_at, version) \
                 values ($1, $2, $3, 'en', 'UTC', $4, 0, 0, 1)",
                params![id, email, name, state],
            )
            .await?;
            tx.exec(
                "insert into role (id, name, requires_totp, version) values ($1, $2, $3, 1)",
                params![role, name, part.needs_factor],
            )
            .await?;
            tx.exec("insert into staff_role (staff_id, role_id) values ($1, $2)", params![id, role]).await?;
            if let Some(reach) = part.reach {
                tx.exec(
                    "insert into role_grant (role_id, permission, reach) values ($1, 'ticket.read', $2)",
                    params![role, reach.as_str()],
                )
                .await?;
            }
            if part.in_team {
                tx.exec("insert into team_member (team_id, staff_id) values ($1, $2)", params![team, id]).await?;
            }
            if part.of_brand {
                tx.exec("insert into staff_brand (staff_id, brand_id) values ($1, $2)", params![id, brand]).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
        id
    }

    /// Another member who may do and see everything.
    fn seen_by(&self, staff_id: StaffId) -> Viewer {
        self.seen_as(staff_id, Reach::All)
    }

    fn seen_as(&self, staff_id: StaffId, reach: Reach) -> Viewer {
        let Viewer::Staff(me) = self.staff(reach) else { panic!("no member") };
        Viewer::Staff(StaffViewer { staff_id, teams: Vec::new(), brands: Vec::new(), ..me })
    }

    async fn note(
        &self,
        ticket: &Ticket,
        staff_ids: &[StaffId],
        team_ids: &[TeamId],
    ) -> Result<Ticket> {
        self.write_along(ticket, Visibility::Internal, staff_ids, team_ids).await
    }

    async fn write_along(
        &self,
        ticket: &Ticket,
        visibility: Visibility,
        staff_ids: &[StaffId],
        team_ids: &[TeamId],
    ) -> Result<Ticket> {
        let (id, new) = (ticket.public_id.clone(), message("Can you look?", visibility));
        let mentions = NewMentions { staff_ids: staff_ids.to_vec(), team_ids: team_ids.to_vec() };
        let along = Along { mentions, ..Along::default() };
        let posted = self.act(self.staff(Reach::All), async move |tx, cx| {
            actions::post_along(tx, cx, &id, &new, &along).await
        });
        posted.await.map(|(ticket, _)| ticket)
    }

    async fn follow(&self, viewer: Viewer, ticket: &Ticket, staff_id: StaffId) -> Result<Ticket> {
        let id = ticket.public_id.clone();
        self.act(viewer, async move |tx, cx| participant::add(tx, cx, &id, staff_id).await).await
    }

    async fn assign(&self, ticket: &Ticket, to: Option<StaffId>, team: Option<TeamId>) {
        let id = ticket.public_id.clone();
        self.act(self.staff(Reach::All), async move |tx, cx| {
            actions::assign(tx, cx, &id, to, team, None).await
        })
        .await
        .unwrap();
    }

    async fn mark_read(&self, viewer: Viewer, ticket: &Ticket, seq: i64) {
        let id = ticket.public_id.clone();
        self.act(viewer, async move |tx, cx| actions::mark_read(tx, cx, &id, seq).await)
            .await
            .unwrap();
    }

    async fn participants(&self, ticket: &Ticket) -> BTreeSet<StaffId> {
        let id = ticket.id;
        let rows = self.db.read(async move |rx: &Rx<'_>| view::participants(rx, id).await);
        rows.await.unwrap().into_iter().map(|row| row.id).collect()
    }

    /// The number beside a queue, and what is in it.
    async fn queue(&self, viewer: &Viewer, queue: Queue) -> (i64, Vec<PublicId>) {
        let viewer = viewer.clone();
        let read = self.db.read(async move |rx: &Rx<'_>| -> Result<_> {
            let scope = viewer.scope(Permission::TicketRead);
            let counts = view::counts(rx, &viewer, &scope).await?;
            let filter = Filter { queue: Some(queue), sort: Sort::Mentions, ..Filter::default() };
            let rows = view::list(rx, &viewer, &scope, &filter).await?;
            let count = counts.iter().find(|one| one.queue == queue).map(|one| one.count);
            Ok((count.unwrap(), rows.into_iter().map(|row| row.public_id).collect()))
        });
        read.await.unwrap()
    }

    /// What the words of a filter find.
    async fn found(&self, viewer: &Viewer, typed: &'static str) -> BTreeSet<PublicId> {
        let viewer = viewer.clone();
        let read = self.db.read(async move |rx: &Rx<'_>| -> Result<_> {
            let conditions = filter::resolve(rx, &viewer, START, typed).await?;
            let filter = Filter { conditions, ..Filter::default() };
            let scope = viewer.scope(Permission::TicketRead);
            let rows = view::list(rx, &viewer, &scope, &filter).await?;
            Ok(rows.into_iter().map(|row| row.public_id).collect())
        });
        read.await.unwrap()
    }
}

/// The SQL that asks about everybody says the same as the scope of each.
#[tokio::test(flavor = "multi_thread")]
async fn who_may_see_a_ticket_is_who_finds_it() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let own = f.member("own", Part::of(Reach::Own)).await;
        let mut everybody = vec![f.staff_id, own];
        for (name, part) in [
            ("none", Part { in_team: true, of_brand: true, ..Part::default() }),
            ("own-in-team", Part { in_team: true, of_brand: true, ..Part::of(Reach::Own) }),
            ("team", Part { in_team: true, ..Part::of(Reach::Team) }),
            ("team-elsewhere", Part { of_brand: true, ..Part::of(Reach::Team) }),
            ("brand", Part { of_brand: true, ..Part::of(Reach::Brand) }),
            ("brand-elsewhere", Part::of(Reach::Brand)),
            ("brand-in-team", Part { in_team: true, ..Part::of(Reach::Brand) }),
            ("all", Part::of(Reach::All)),
            ("all-disabled", Part { is_disabled: true, ..Part::of(Reach::All) }),
            ("all-without-factor", Part { needs_factor: true, ..Part::of(Reach::All) }),
        ] {
            everybody.push(f.member(name, part).await);
        }
        let tickets =
            [f.open("plain").await, f.open("the team's").await, f.open("somebody's").await];
        f.assign(&tickets[1], None, Some(f.team_id)).await;
        f.assign(&tickets[2], Some(own), None).await;
        for (ticket, expected) in tickets.iter().zip([2, 4, 3]) {
            let (id, all) = (ticket.id, everybody.clone());
            let read = f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
                let (_, at) = view::placement(rx, id).await?.unwrap();
                let readers = view::readers(rx, id).await?;
                let mut found = BTreeSet::new();
                for one in &all {
                    let member = staff::view::viewer(rx, *one).await?;
                    let viewer = member.map(|member| Viewer::Staff(member.viewer));
                    let scope = viewer.map(|viewer| viewer.scope(Permission::TicketRead));
                    if scope.is_some_and(|scope| scope.admits(&at)) {
                        found.insert(*one);
                    }
                    assert_eq!(view::may_see(rx, id, *one).await?, found.contains(one));
                }
                let readers: BTreeSet<StaffId> = readers.into_iter().map(|one| one.id).collect();
                Ok((readers, found))
            });
            let (readers, found) = read.await.unwrap();
            assert_eq!(readers, found);
            assert_eq!(found.len(), expected, "{}", ticket.subject);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_mentioned_is_told_until_they_have_read_it() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let omar = f.member("Omar", Part::of(Reach::All)).await;
        let team = Part { in_team: true, ..Part::of(Reach::All) };
        let noor = f.member("Noor", team).await;
        let gone = f.member("Gone", Part { is_disabled: true, ..team }).await;
        let (one, two) = (f.open("one").await, f.open("two").await);
        f.note(&one, &[omar], &[f.team_id]).await.unwrap();
        let two_now = f.note(&two, &[omar], &[]).await.unwrap();
        f.assert_state(&one).await;
        f.assert_state(&two).await;
        // Of the team only who may see it.
        assert_eq!(f.participants(&one).await, BTreeSet::from([omar, noor]));
        assert_eq!(f.participants(&two).await, BTreeSet::from([omar]));
        let (me, her) = (f.seen_by(omar), f.seen_by(noor));
        assert_eq!(f.queue(&her, Queue::Mentions).await, (1, vec![one.public_id.clone()]));
        assert_eq!(f.queue(&f.seen_by(gone), Queue::Mentions).await, (0, vec![]));
        assert_eq!(f.queue(&f.staff(Reach::All), Queue::Mentions).await, (0, vec![]));
        // What was not read stands before what is newer and was.
        let (first, second) = (one.public_id.clone(), two.public_id.clone());
        assert_eq!(f.queue(&me, Queue::Mentions).await, (2, vec![second.clone(), first.clone()]));
        f.mark_read(me.clone(), &two, two_now.version).await;
        assert_eq!(f.queue(&me, Queue::Mentions).await, (1, vec![first.clone(), second.clone()]));
        let (viewer, row) = (me.clone(), first.clone());
        let read = f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
            let scope = viewer.scope(Permission::TicketRead);
            let before = view::summary(rx, &viewer, &scope, &row).await?.unwrap();
            assert!(before.mention_unread);
            let after = Some(Position::of(&before, Sort::Mentions));
            let (queue, sort) = (Some(Queue::Mentions), Sort::Mentions);
            let filter = Filter { queue, sort, after, limit: 1, ..Filter::default() };
            view::list(rx, &viewer, &scope, &filter).await
        });
        let rest: Vec<PublicId> = read.await.unwrap().into_iter().map(|r| r.public_id).collect();
        assert_eq!(rest, std::slice::from_ref(&second));
        // And before the one that was read there is the one that was not.
        let (viewer, row) = (me.clone(), second.clone());
        let read = f.db.read(async move |rx: &Rx<'_>| -> Result<_> {
            let scope = viewer.scope(Permission::TicketRead);
            let behind = view::summary(rx, &viewer, &scope, &row).await?.unwrap();
            let before = Some(Position::of(&behind, Sort::Mentions));
            let (queue, sort) = (Some(Queue::Mentions), Sort::Mentions);
            let filter = Filter { queue, sort, before, limit: 1, ..Filter::default() };
            view::list(rx, &viewer, &scope, &filter).await
        });
        let rest: Vec<PublicId> = read.await.unwrap().into_iter().map(|r| r.public_id).collect();
        assert_eq!(rest, std::slice::from_ref(&first));
        // A note that came after what was read is not read by it, and one's own mark turns it back.
        f.mark_read(me.clone(), &one, 1).await;
        assert_eq!(f.queue(&me, Queue::Mentions).await.0, 1);
        f.mark_read(me.clone(), &two, 0).await;
        assert_eq!(f.queue(&me, Queue::Mentions).await, (2, vec![second, first]));
        // The words of the grammar.
        let both = BTreeSet::from([one.public_id.clone(), two.public_id.clone()]);
        assert_eq!(f.found(&me, "participant:me").await, both);
        assert_eq!(f.found(&her, "participant:me").await, BTreeSet::from([one.public_id.clone()]));
        assert_eq!(f.found(&her, "-participant:me").await, BTreeSet::from([two.public_id.clone()]));
        assert_eq!(
            f.found(&her, "participant:omar is:mentioned").await,
            BTreeSet::from([one.public_id.clone()])
        );
        assert_eq!(f.queue(&me, Queue::Following).await.0, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_says_whom_it_mentions_and_its_customer_reads_nothing_of_it() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let team = Part { in_team: true, ..Part::of(Reach::All) };
        let (omar, noor) =
            (f.member("Omar", Part::of(Reach::All)).await, f.member("Noor", team).await);
        let ticket = f.open("one").await;
        let now = f.note(&ticket, &[omar], &[f.team_id]).await.unwrap();
        f.follow(f.staff(Reach::All), &ticket, noor).await.unwrap();
        let thread = async |viewer: Viewer| {
            let row = now.clone();
            let read =
                f.db.read(async move |rx: &Rx<'_>| view::thread(rx, &viewer, &row, 0, 50).await);
            read.await.unwrap().moments
        };
        let moments = thread(f.staff(Reach::All)).await;
        let said: Vec<String> = moments
            .iter()
            .filter_map(|moment| match moment {
                Moment::Message(view) => Some(view.mentions.clone()),
                Moment::Event(_) => None,
            })
            .flatten()
            .map(|mention| match mention {
                MentionView::Member(named) => named.name,
                MentionView::Team(named) => named.name,
            })
            .collect();
        assert_eq!(said, ["Omar", "Deposits"]);
        assert_eq!(moments.len(), 2, "the note tells of the mention by itself");
        assert_eq!(thread(f.customer()).await.len(), 1);
        // What customers read mentions nobody.
        let public = f.write_along(&ticket, Visibility::Public, &[omar], &[]).await;
        assert_eq!(code(public), Code::FieldInvalid);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_see_a_ticket_is_neither_mentioned_nor_follows_it() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let own = f.member("Own", Part::of(Reach::Own)).await;
        let ticket = f.open("one").await;
        assert_eq!(code(f.note(&ticket, &[own], &[]).await), Code::FieldInvalid);
        // Nobody of the team has a role.
        assert_eq!(code(f.note(&ticket, &[], &[f.team_id]).await), Code::FieldInvalid);
        let all = f.staff(Reach::All);
        assert_eq!(code(f.follow(all.clone(), &ticket, own).await), Code::FieldInvalid);
        f.assign(&ticket, Some(own), None).await;
        f.follow(f.seen_as(own, Reach::Own), &ticket, own).await.unwrap();
        f.follow(all.clone(), &ticket, own).await.unwrap();
        f.note(&ticket, &[own], &[]).await.unwrap();
        assert_eq!(f.participants(&ticket).await, BTreeSet::from([own]));
        let me = f.seen_as(own, Reach::Own);
        for queue in [Queue::Mentions, Queue::Following] {
            assert_eq!(f.queue(&me, queue).await, (1, vec![ticket.public_id.clone()]));
        }
        // It is taken from them: what they were to it shows them nothing.
        f.assign(&ticket, None, None).await;
        assert_eq!(f.participants(&ticket).await, BTreeSet::new());
        for queue in [Queue::Mentions, Queue::Following] {
            assert_eq!(f.queue(&me, queue).await, (0, vec![]));
        }
        assert_eq!(code(f.follow(me, &ticket, own).await), Code::NotFound);
        f.assert_state(&ticket).await;
        // Who may only read follows nothing, and sends nobody away.
        let reader = Viewer::Staff(StaffViewer {
            grants: BTreeMap::from([(Permission::TicketRead, Reach::All)]),
            ..match all {
                Viewer::Staff(me) => me,
                _ => panic!("no member"),
            }
        });
        assert_eq!(code(f.follow(reader, &ticket, own).await), Code::NoPermission);
        let id = ticket.public_id.clone();
        f.act(f.staff(Reach::All), async move |tx, cx| participant::remove(tx, cx, &id, own).await)
            .await
            .unwrap();
        f.assert_state(&ticket).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_a_ticket_follows_it_where_it_goes_on() {
    for db in testing::both(MIGRATIONS).await {
        let f = Fixture::on(db).await;
        let (omar, noor) = (
            f.member("Omar", Part::of(Reach::All)).await,
            f.member("Noor", Part::of(Reach::All)).await,
        );
        let (old, new) = (f.open("old").await, f.open("new").await);
        f.note(&old, &[omar], &[]).await.unwrap();
        f.follow(f.staff(Reach::All), &new, noor).await.unwrap();
        let (id, into) = (old.public_id.clone(), new.public_id.clone());
        let both = f
            .act(f.staff(Reach::All), async move |tx, cx| {
                merge::merge(tx, cx, &id, &into, merge::Seen::default()).await
            })
            .await
            .unwrap();
        assert_eq!(f.participants(&new).await, BTreeSet::from([omar, noor]));
        assert_eq!(f.participants(&old).await, BTreeSet::from([omar]));
        let me = f.seen_by(omar);
        assert_eq!(f.queue(&me, Queue::Following).await, (1, vec![new.public_id.clone()]));
        // The note stays in its chain, and is read where it is shown.
        assert_eq!(f.queue(&me, Queue::Mentions).await, (1, vec![old.public_id.clone()]));
        f.mark_read(me.clone(), &new, both.other.version).await;
        assert_eq!(f.queue(&me, Queue::Mentions).await, (0, vec![old.public_id.clone()]));
        assert_eq!(code(f.follow(me, &old, omar).await), Code::TicketMerged);
        for ticket in [&old, &new] {
            f.assert_state(ticket).await;
        }
    }
}
