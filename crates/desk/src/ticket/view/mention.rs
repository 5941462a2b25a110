//! Whom notes mention.

use std::collections::BTreeMap;

use proofdesk_store::{FromRow, Row, Rx, params};

use super::list::Named;
use crate::error::Result;
use crate::id::{MessageId, StaffId, TeamId, TicketId};
use crate::ticket::Mentions;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[PEOPLE, TEAMS, NAMED_PEOPLE, NAMED_TEAMS];

const PEOPLE: &str = "select message_id, staff_id, is_direct from mention where ticket_id = $1";
const TEAMS: &str = "select message_id, team_id from mention_team where ticket_id = $1";
const NAMED_PEOPLE: &str = "select n.message_id, s.id, s.name from mention n join staff s on s.id = n.staff_id \
    where n.ticket_id = $1 and n.is_direct and n.seq > $2 and n.seq <= $3 order by s.name, s.id";
// A team that was deleted has no name any more, and stands in the text alone.
const NAMED_TEAMS: &str = "select n.message_id, w.id, w.name from mention_team n join team w on w.id = n.team_id \
    join message m on m.id = n.message_id \
    where n.ticket_id = $1 and m.seq > $2 and m.seq <= $3 order by w.name, w.id";

/// Whom a note mentions, by the names that they have now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionView {
    Member(Named<StaffId>),
    Team(Named<TeamId>),
}

/// Whom the notes of a ticket behind `after` and up to `last` mention, members before teams.
pub(super) async fn named(
    rx: &Rx<'_>,
    ticket_id: TicketId,
    (after, last): (i64, i64),
) -> Result<BTreeMap<MessageId, Vec<MentionView>>> {
    let window = params![ticket_id, after, last];
    let (people, teams) = futures_util::try_join!(
        rx.query::<Mentioning<StaffId>>(NAMED_PEOPLE, window),
        rx.query::<Mentioning<TeamId>>(NAMED_TEAMS, window),
    )?;
    let people = people.into_iter().map(|row| (row.message_id, MentionView::Member(row.of)));
    let teams = teams.into_iter().map(|row| (row.message_id, MentionView::Team(row.of)));
    let mut all: BTreeMap<MessageId, Vec<MentionView>> = BTreeMap::new();
    for (message_id, mention) in people.chain(teams) {
        all.entry(message_id).or_default().push(mention);
    }
    Ok(all)
}

/// Whom a ticket's notes mention, as its rows have it.
pub(super) async fn mentions(
    rx: &Rx<'_>,
    ticket_id: TicketId,
) -> Result<BTreeMap<MessageId, Mentions>> {
    let people: Vec<(MessageId, StaffId, bool)> = rx.query(PEOPLE, params![ticket_id]).await?;
    let teams: Vec<(MessageId, TeamId)> = rx.query(TEAMS, params![ticket_id]).await?;
    let mut all: BTreeMap<MessageId, Mentions> = BTreeMap::new();
    for (message_id, staff_id, is_direct) in people {
        let mentions = all.entry(message_id).or_default();
        if is_direct {
            mentions.direct.insert(staff_id);
        } else {
            mentions.of_teams.insert(staff_id);
        }
    }
    for (message_id, team_id) in teams {
        all.entry(message_id).or_default().teams.insert(team_id);
    }
    Ok(all)
}

struct Mentioning<T> {
    message_id: MessageId,
    of: Named<T>,
}

impl FromRow for Mentioning<StaffId> {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { message_id: row.next()?, of: Named { id: row.next()?, name: row.next()? } })
    }
}

impl FromRow for Mentioning<TeamId> {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { message_id: row.next()?, of: Named { id: row.next()?, name: row.next()? } })
    }
}
