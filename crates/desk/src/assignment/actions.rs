//! What the desk does in its own name, and the jobs by which it is asked to.

use proofdesk_store::Tx;

use super::{
    Assignment, BACK_KIND, Candidate, GIVE_KIND, JOB_LANE, TICKET_BACK_KIND, in_turn, sql, view,
};
use crate::availability::{self, Channel};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{StaffId, TeamId, TicketId};
use crate::job::actions::{Due, enqueue};
use crate::limits;
use crate::permission::Permission;
use crate::shift;
use crate::staff;
use crate::ticket::actions::Edit;
use crate::ticket::{AssignmentSet, Change, StatusCategory, Ticket};
use crate::time::Timestamp;
use crate::viewer::{Placement, Viewer};

/// What came of giving a ticket out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    To(StaffId),
    /// It waits no longer: somebody took it, or it went elsewhere.
    Gone,
    /// The team gives none out, or nobody who is online has room.
    Nobody,
}

/// Gives a ticket that waits in a team to whose turn it is. The ticket's chain is locked first, then the row of the team and that
/// of the member, and what they have to do is counted behind the locks: whoever gives out at the same moment waits, and counts
/// this one too.
///
/// # Errors
/// Only those of the store.
pub async fn give(tx: &Tx<'_>, cx: &mut Cx, team_id: TeamId, ticket_id: TicketId) -> Result<Given> {
    cx.viewer.require_inside()?;
    let Some(mode) = view::mode(tx, team_id).await? else { return Ok(Given::Nobody) };
    // Who assigns is the desk, by the name of the rule.
    cx.viewer = Viewer::System(mode.as_str());
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::TicketAssign).await?;
    if waits_in(edit.ticket(), edit.snooze().is_some()) != Some(team_id) {
        return Ok(Given::Gone);
    }
    // Another rule since the look above: the job that came with it gives the ticket out.
    let Some(by) = sql::lock_team(tx, team_id).await?.filter(|by| *by == mode) else {
        return Ok(Given::Nobody);
    };
    let Some(staff_id) = next(tx, cx.now, by, team_id, &edit.ticket().placement()).await? else {
        return Ok(Given::Nobody);
    };
    let set = AssignmentSet { assignee_id: Some(staff_id), team_id: Some(team_id) };
    edit.apply(cx, Change::AssignmentSet(set));
    edit.save(tx, cx).await?;
    sql::take_turn(tx, team_id, staff_id).await?;
    Ok(Given::To(staff_id))
}

/// The member whose turn it is, with their row locked.
async fn next(
    tx: &Tx<'_>,
    now: Timestamp,
    by: Assignment,
    team_id: TeamId,
    at: &Placement,
) -> Result<Option<StaffId>> {
    for candidate in in_turn(by, view::candidates(tx, team_id).await?) {
        let staff_id = candidate.staff_id;
        if !availability::actions::hold_online(tx, staff_id).await?
            || !shift::view::is_on(tx, staff_id, now).await?
        {
            continue;
        }
        let open = availability::view::open(tx, staff_id).await?;
        let capacity = availability::view::capacity(tx, staff_id, Channel::Ticket).await?;
        let counted = Candidate { open, capacity, ..candidate };
        if counted.has_room() && may_take(tx, staff_id, at).await? {
            return Ok(Some(staff_id));
        }
    }
    Ok(None)
}

/// Whether somebody would see the ticket once it is theirs, and could answer it.
async fn may_take(tx: &Tx<'_>, staff_id: StaffId, at: &Placement) -> Result<bool> {
    let Some(member) = staff::view::viewer(tx, staff_id).await? else { return Ok(false) };
    let (viewer, theirs) =
        (Viewer::Staff(member.viewer), Placement { assignee_id: Some(staff_id), ..*at });
    let needed = [Permission::TicketRead, Permission::TicketReply];
    Ok(needed.iter().all(|permission| viewer.scope(*permission).admits(&theirs)))
}

/// Takes a ticket back from somebody who is not there for it: it is its team's again, or nobody's. Says whether it did.
///
/// # Errors
/// Only those of the store.
pub async fn hand_back(tx: &Tx<'_>, cx: &mut Cx, ticket_id: TicketId) -> Result<bool> {
    cx.viewer.require_inside()?;
    let mut edit = Edit::begin_by_id(tx, cx, ticket_id, Permission::TicketAssign).await?;
    let (assignee_id, team_id) = (edit.ticket().assignee_id, edit.ticket().team_id);
    let Some(staff_id) = assignee_id.filter(|_| is_open(edit.ticket())) else { return Ok(false) };
    let Some(why) = view::unattended(tx, staff_id).await? else { return Ok(false) };
    cx.viewer = Viewer::System(why.as_str());
    edit.apply(cx, Change::AssignmentSet(AssignmentSet { assignee_id: None, team_id }));
    edit.save(tx, cx).await?;
    Ok(true)
}

/// Sees to what follows when a ticket changes: called by whatever saves one, in its transaction.
///
/// A ticket that has come to wait in a team that gives out is to be given out. One that is open again and whose member is not
/// there for it is to be taken back. And whoever has one less to do has room for another.
pub(crate) async fn follow(
    tx: &Tx<'_>,
    cx: &mut Cx,
    (before, was_aside): (&Ticket, bool),
    (after, is_aside): (&Ticket, bool),
) -> Result<()> {
    if let Some(team_id) = waits_in(after, is_aside)
        && waits_in(before, was_aside) != Some(team_id)
        && view::mode(tx, team_id).await?.is_some_and(Assignment::gives)
    {
        ask(tx, cx, GIVE_KIND, team_id, format!("{} {}", after.id, after.version)).await?;
    }
    if !is_open(before)
        && is_open(after)
        && let Some(staff_id) = after.assignee_id
        && view::unattended(tx, staff_id).await?.is_some()
    {
        ask(tx, cx, TICKET_BACK_KIND, after.id, after.version.to_string()).await?;
    }
    let held = |ticket: &Ticket| ticket.assignee_id.filter(|_| is_open(ticket));
    match held(before) {
        Some(staff_id) if held(after) != Some(staff_id) => room(tx, cx, staff_id).await,
        _ => Ok(()),
    }
}

fn is_open(ticket: &Ticket) -> bool {
    ticket.status_category == StatusCategory::Open
}

/// The team for whose members a ticket waits; `None` for one that waits for nobody.
fn waits_in(ticket: &Ticket, is_aside: bool) -> Option<TeamId> {
    let waits = is_open(ticket) && ticket.assignee_id.is_none() && !is_aside;
    ticket.team_id.filter(|_| waits)
}

/// Somebody is there, or has room: what waits in their teams is to be given out.
pub(crate) async fn room(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    for team_id in view::teams_of(tx, staff_id).await? {
        let about = format!("{staff_id} {}", cx.now.micros());
        ask(tx, cx, GIVE_KIND, team_id, about).await?;
    }
    Ok(())
}

/// A team gives out from now on, or to somebody else: what waits there is to be given out.
pub(crate) async fn ask_team(tx: &Tx<'_>, cx: &mut Cx, team_id: TeamId) -> Result<()> {
    if view::has_waiting(tx, team_id).await? {
        ask(tx, cx, GIVE_KIND, team_id, cx.now.micros().to_string()).await?;
    }
    Ok(())
}

/// What is open of a member is to be taken back.
pub(crate) async fn ask_back(tx: &Tx<'_>, cx: &mut Cx, staff_id: StaffId) -> Result<()> {
    ask(tx, cx, BACK_KIND, staff_id, cx.now.micros().to_string()).await
}

/// One job for each cause: one that runs already may have passed over what this one is for, and one that finds nothing to do is
/// soon over.
async fn ask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    kind: &'static str,
    id: impl std::fmt::Display + Send,
    about: String,
) -> Result<()> {
    let (key, payload) = (format!("{id} {about}"), format!("\"{id}\""));
    let due = Due {
        kind,
        lane: JOB_LANE,
        dedupe_key: &key,
        payload: &payload,
        max_attempts: limits::ASSIGN_ATTEMPTS,
    };
    enqueue(tx, cx, &due).await
}
