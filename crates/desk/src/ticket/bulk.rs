//! One act on many tickets. Each ticket is changed by itself, under the rules of the same act on one, and tells what it takes
//! to turn it back: by value, so that a line the customer wrote meanwhile stands in nobody's way.

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{
    AssignmentSet, Change, LinkKind, Priority, PrioritySet, Snooze, StatusCause, Ticket, linked,
    merge, snooze,
};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{PublicId, StaffId, StatusId, TeamId};
use crate::permission::Permission;
use crate::text::Clean;
use crate::{notification, staff};

/// What is done to each ticket.
#[derive(Clone, Debug)]
pub enum Act {
    Status(StatusId),
    /// To a member or nobody; the team stays.
    Assignee(Option<StaffId>),
    /// To a team or none; the member stays.
    Team(Option<TeamId>),
    Priority(Priority),
    Tags {
        add: Vec<Clean>,
        remove: Vec<Clean>,
    },
    /// Puts it aside, or brings it back.
    Snooze(Option<Snooze>),
}

/// What an act changed: `from` comes back where `to` still stands.
#[derive(Clone, Debug)]
pub enum Undo {
    Status {
        from: StatusId,
        to: StatusId,
    },
    Assignee {
        from: Option<StaffId>,
        to: Option<StaffId>,
    },
    Team {
        from: Option<TeamId>,
        to: Option<TeamId>,
    },
    Priority {
        from: Priority,
        to: Priority,
    },
    Tags {
        added: Vec<Clean>,
        removed: Vec<Clean>,
    },
    Snooze {
        from: Option<Snooze>,
        to: Option<Snooze>,
    },
    /// Where it goes on: by [`super::merge`], which has verbs of its own.
    Merge {
        from: Option<PublicId>,
        to: Option<PublicId>,
    },
    /// What another ticket is to it: by [`super::linked`], which has verbs of its own.
    Link {
        other: PublicId,
        from: Option<LinkKind>,
        to: Option<LinkKind>,
    },
}

/// A ticket after an act.
#[derive(Clone, Debug)]
pub struct Done {
    pub ticket: Ticket,
    /// `None` when there was nothing to do.
    pub undo: Option<Undo>,
}

impl Act {
    pub(super) fn permission(&self) -> Permission {
        match self {
            Self::Status(_) | Self::Snooze(_) => Permission::TicketStatus,
            Self::Assignee(_) | Self::Team(_) => Permission::TicketAssign,
            Self::Priority(_) => Permission::TicketPriority,
            Self::Tags { .. } => Permission::TicketTag,
        }
    }
}

impl Undo {
    /// Says whether what was done still stands. A tag that somebody took off again is simply off.
    fn stands(&self, edit: &Edit) -> bool {
        let ticket = edit.ticket();
        match self {
            Self::Status { to, .. } => ticket.status_id == *to,
            Self::Assignee { to, .. } => ticket.assignee_id == *to,
            Self::Team { to, .. } => ticket.team_id == *to,
            Self::Priority { to, .. } => ticket.priority == *to,
            Self::Tags { .. } => true,
            Self::Snooze { to, .. } => edit.snooze() == *to,
            Self::Merge { .. } | Self::Link { .. } => false,
        }
    }
}

/// Does an act to one of the tickets. Nothing to do is no error: then no event is written.
///
/// # Errors
/// `not-found`, `no-permission`, `version-conflict` when the ticket has moved on since `expect`; `field-invalid` for an unknown
/// status, an inactive member or an unknown team, `limit-reached` when the ticket has its fill of tags.
pub async fn act(
    tx: &Tx<'_>,
    cx: &mut Cx,
    public_id: &PublicId,
    expect: Option<i64>,
    act: &Act,
) -> Result<Done> {
    let edit = Edit::begin(tx, cx, public_id, act.permission(), expect).await?;
    finish(tx, cx, edit, act).await
}

/// Turns an act back, unless somebody has changed the same thing since.
///
/// # Errors
/// `version-conflict` when it no longer stands as the act left it; otherwise as [`act`]: what was there before may have gone.
pub async fn undo(tx: &Tx<'_>, cx: &mut Cx, public_id: &PublicId, undo: &Undo) -> Result<Done> {
    let act = match undo {
        Undo::Merge { from, to } => {
            let back = merge::put_back(tx, cx, public_id, from.as_ref(), to.as_ref());
            return Box::pin(back).await;
        }
        Undo::Link { other, from, to } => {
            return Box::pin(linked::put_back(tx, cx, public_id, other, *from, *to)).await;
        }
        Undo::Status { from, .. } => Act::Status(*from),
        Undo::Assignee { from, .. } => Act::Assignee(*from),
        Undo::Team { from, .. } => Act::Team(*from),
        Undo::Priority { from, .. } => Act::Priority(*from),
        Undo::Tags { added, removed } => Act::Tags { add: removed.clone(), remove: added.clone() },
        Undo::Snooze { from, .. } => Act::Snooze(*from),
    };
    let edit = Edit::begin(tx, cx, public_id, act.permission(), None).await?;
    if !undo.stands(&edit) {
        return Err(edit.moved_on());
    }
    finish(tx, cx, edit, &act).await
}

async fn finish(tx: &Tx<'_>, cx: &mut Cx, mut edit: Edit, act: &Act) -> Result<Done> {
    let was = edit.ticket().status_category;
    let undo = apply(tx, cx, &mut edit, act).await?;
    let ticket = edit.save(tx, cx).await?;
    if matches!(undo, Some(Undo::Status { .. })) {
        notification::actions::change(tx, cx, was, &ticket, None).await?;
    }
    Ok(Done { ticket, undo })
}

/// Does an act within a change that is in progress; its permission is the caller's to ask for.
pub(super) async fn apply(
    tx: &Tx<'_>,
    cx: &mut Cx,
    edit: &mut Edit,
    act: &Act,
) -> Result<Option<Undo>> {
    let ticket = edit.ticket();
    let (from_assignee, from_team) = (ticket.assignee_id, ticket.team_id);
    Ok(match act {
        Act::Status(to) => {
            let from = ticket.status_id;
            edit.set_status(tx, cx, *to, StatusCause::Staff).await?;
            (from != *to).then_some(Undo::Status { from, to: *to })
        }
        Act::Assignee(to) => {
            staff::view::require_assignable(tx, *to, None).await?;
            assign(cx, edit, *to, from_team)
                .then_some(Undo::Assignee { from: from_assignee, to: *to })
        }
        Act::Team(to) => {
            staff::view::require_assignable(tx, None, *to).await?;
            assign(cx, edit, from_assignee, *to).then_some(Undo::Team { from: from_team, to: *to })
        }
        Act::Priority(to) => {
            let from = ticket.priority;
            if from != *to {
                edit.apply(cx, Change::PrioritySet(PrioritySet { priority: *to }));
            }
            (from != *to).then_some(Undo::Priority { from, to: *to })
        }
        Act::Tags { add, remove } => tag(tx, cx, edit, add, remove).await?,
        Act::Snooze(to) => {
            let from = edit.snooze();
            snooze::set(tx, cx, edit, *to).await?.then_some(Undo::Snooze { from, to: *to })
        }
    })
}

/// Says whether it was somebody else's before.
fn assign(cx: &Cx, edit: &mut Edit, assignee_id: Option<StaffId>, team_id: Option<TeamId>) -> bool {
    let is_new = (edit.ticket().assignee_id, edit.ticket().team_id) != (assignee_id, team_id);
    if is_new {
        edit.apply(cx, Change::AssignmentSet(AssignmentSet { assignee_id, team_id }));
    }
    is_new
}

async fn tag(
    tx: &Tx<'_>,
    cx: &mut Cx,
    edit: &mut Edit,
    add: &[Clean],
    remove: &[Clean],
) -> Result<Option<Undo>> {
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    // Off before on: a ticket with its fill of tags may still change one for another.
    for name in remove {
        if edit.untag(tx, cx, name.as_str()).await? {
            removed.push(name.clone());
        }
    }
    for name in add {
        if edit.tag(tx, cx, name).await? {
            added.push(name.clone());
        }
    }
    Ok((!added.is_empty() || !removed.is_empty()).then_some(Undo::Tags { added, removed }))
}
