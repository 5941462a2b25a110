//! Some tickets of the demo that their agents have put aside.

use std::time::Duration;

use proofdesk_desk::permission::Permission;
use proofdesk_desk::ticket::bulk::{Act, act};
use proofdesk_desk::ticket::view::{Filter, Queue};
use proofdesk_desk::ticket::{Author, Snooze, WakeOn};
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, Result, Timestamp, limits, ticket};

use super::found::{Ground, cx_at};

const HOUR: u64 = 3_600;

/// For how long: hours, or until something happens.
const ASIDE: [(WakeOn, u64); 6] = [
    (WakeOn::Time, 3),
    (WakeOn::Time, 20),
    (WakeOn::Time, 72),
    (WakeOn::Time, 30),
    (WakeOn::Reply, 0),
    (WakeOn::Deposit, 0),
];

/// Puts some aside, each by whom it is assigned to.
///
/// # Errors
/// Those of the database.
pub async fn put(desk: &Desk, seed: u64, ground: &Ground, at: Timestamp) -> Result<()> {
    let read = desk.read(async move |rx| {
        let filter = Filter {
            queue: Some(Queue::WaitingOnInternal),
            limit: limits::PAGE_MAX,
            ..Filter::default()
        };
        let scope = Viewer::Operator.scope(Permission::TicketRead);
        ticket::view::list(rx, &Viewer::Operator, &scope, &filter).await
    });
    let rows = read.await?;
    let answered = rows.iter().filter(|row| row.last_message_by == Author::Staff);
    for (row, (wake_on, hours)) in answered.zip(ASIDE) {
        let owner = row.assignee.as_ref().map(|assignee| assignee.id);
        let owner = ground.members.iter().find(|member| Some(member.staff_id) == owner);
        let Some(owner) = owner.cloned() else { continue };
        let until = (hours > 0).then(|| at + Duration::from_secs(hours * HOUR));
        let id = row.public_id.clone();
        let cx = cx_at(seed, &format!("aside {id}"), at, Viewer::Staff(owner));
        let aside = Act::Snooze(Some(Snooze { wake_on, until }));
        desk.write(cx, async move |tx, cx| act(tx, cx, &id, None, &aside).await.map(|_done| ()))
            .await?;
    }
    Ok(())
}
