//! Members of staff whom a note mentions, by their own names or by that of a team. They are told of it in a queue of their own, and
//! by mail when they are away; they follow the ticket from then on. Only who may see the ticket can be mentioned in it.
//!
//! The text of the note says the names for people to read. Who is meant stands in rows and in an event.

use std::collections::BTreeSet;

use proofdesk_store::Tx;

use super::actions::Edit;
use super::{Change, Mentioned, participant, sql, view};
use crate::code::Code;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{MessageId, StaffId, TeamId, TicketId};
use crate::limits;
use crate::staff_mail;

/// Whom a note is to mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewMentions {
    pub staff_ids: Vec<StaffId>,
    /// Each stands for all of its members who may see the ticket.
    pub team_ids: Vec<TeamId>,
}

impl NewMentions {
    pub fn is_empty(&self) -> bool {
        self.staff_ids.is_empty() && self.team_ids.is_empty()
    }
}

/// Mentions members in a note that was just written, at `seq` of the ticket's chain.
///
/// # Errors
/// `field-invalid` at `mentions` for whoever may not see the ticket, and for a team of which nobody may; `too-many`;
/// `limit-reached`.
pub(super) async fn mention(
    tx: &Tx<'_>,
    cx: &mut Cx,
    edit: &mut Edit,
    (message_id, seq): (MessageId, i64),
    new: &NewMentions,
) -> Result<()> {
    let ticket_id = edit.ticket().id;
    let mentioned = read(tx, cx, ticket_id, message_id, new).await?;
    let everybody: Vec<StaffId> = mentioned.everybody().collect();
    sql::insert_mentions(tx, ticket_id, seq, &mentioned).await?;
    participant::insert_new(tx, ticket_id, &everybody).await?;
    edit.apply(cx, Change::Mentioned(mentioned));
    staff_mail::mention::ask(tx, cx, ticket_id, message_id).await
}

/// Looks up who is meant, each once.
async fn read(
    tx: &Tx<'_>,
    cx: &Cx,
    ticket_id: TicketId,
    message_id: MessageId,
    new: &NewMentions,
) -> Result<Mentioned> {
    let direct: BTreeSet<StaffId> = new.staff_ids.iter().copied().collect();
    let teams: BTreeSet<TeamId> = new.team_ids.iter().copied().collect();
    refuse_too_many(direct.len(), limits::MENTIONED_PER_NOTE)?;
    refuse_too_many(teams.len(), limits::MENTIONED_TEAMS_PER_NOTE)?;
    let invalid = || Error::field("mentions", Code::FieldInvalid);
    for staff_id in &direct {
        if !view::may_see(tx, ticket_id, *staff_id).await? {
            return Err(invalid());
        }
    }
    let mut of_teams = BTreeSet::new();
    for team_id in &teams {
        let members = view::readers_of_team(tx, ticket_id, *team_id).await?;
        if members.is_empty() {
            return Err(invalid());
        }
        of_teams.extend(members);
    }
    // Who writes to their own team knows what they wrote.
    let me = cx.viewer.staff()?.staff_id;
    of_teams.retain(|id| *id != me && !direct.contains(id));
    refuse_too_many(direct.len() + of_teams.len(), limits::MENTIONED_PER_NOTE)?;
    Ok(Mentioned {
        message_id,
        staff_ids: direct.into_iter().collect(),
        team_ids: teams.into_iter().collect(),
        of_teams: of_teams.into_iter().collect(),
    })
}

fn refuse_too_many(count: usize, limit: usize) -> Result<()> {
    if count > limit {
        return Err(Error::too_many("mentions", limit));
    }
    Ok(())
}
