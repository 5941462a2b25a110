//! Giving out and taking back, ticket by ticket, for the jobs. Killed anywhere, another run goes on where this one ended.

use proofdesk_store::{Rx, Tx};
use uuid::Uuid;

use super::actions::{self, Given};
use super::view;
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{Id as _, StaffId, TeamId, TicketId};
use crate::limits;

/// Gives the waiting tickets of a team out, the oldest first, until there are none or nobody has room; says how many were given.
///
/// `fresh` makes a context for each transaction, with ids of its own.
///
/// # Errors
/// Those of the store.
pub async fn give_out(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    team_id: TeamId,
) -> Result<u64> {
    give_some(desk, fresh, team_id, u64::MAX).await
}

/// The same of no more than `most` tickets.
async fn give_some(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    team_id: TeamId,
    most: u64,
) -> Result<u64> {
    let (mut after, mut given) = (TicketId::from_uuid(Uuid::nil()), 0);
    while given < most {
        let next =
            desk.read(async move |rx: &Rx<'_>| view::waiting(rx, team_id, after).await).await?;
        let Some(ticket_id) = next else { return Ok(given) };
        let give =
            async move |tx: &Tx<'_>, cx: &mut Cx| actions::give(tx, cx, team_id, ticket_id).await;
        match desk.write(fresh(), give).await? {
            Given::To(_) => given += 1,
            Given::Gone => {}
            Given::Nobody => return Ok(given),
        }
        after = ticket_id;
    }
    Ok(given)
}

/// Gives out what is left waiting in any team whose members could take it. Whoever was given a role or a brand meanwhile, or
/// a job that ended between two looks, is made up for by this. Of a team with very many only some are given at each look: the
/// same job sees who is gone, and must come to that again.
///
/// # Errors
/// Those of the store.
pub async fn give_out_all(desk: &Desk, fresh: &mut (dyn FnMut() -> Cx + Send)) -> Result<()> {
    for team_id in desk.read(async |rx: &Rx<'_>| view::teams(rx).await).await? {
        give_some(desk, fresh, team_id, limits::GIVEN_PER_LOOK).await?;
    }
    Ok(())
}

/// Takes back what is open of a member who is not there for it; says how many tickets that were. Ends when they are back.
///
/// # Errors
/// Those of the store.
pub async fn hand_back_all(
    desk: &Desk,
    fresh: &mut (dyn FnMut() -> Cx + Send),
    staff_id: StaffId,
) -> Result<u64> {
    let (mut after, mut taken) = (TicketId::from_uuid(Uuid::nil()), 0);
    loop {
        let page =
            desk.read(async move |rx: &Rx<'_>| view::open_of(rx, staff_id, after).await).await?;
        let Some(last) = page.last().copied() else { return Ok(taken) };
        for ticket_id in page {
            let back =
                async move |tx: &Tx<'_>, cx: &mut Cx| actions::hand_back(tx, cx, ticket_id).await;
            taken += u64::from(desk.write(fresh(), back).await?);
        }
        after = last;
    }
}
