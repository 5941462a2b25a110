//! Looks for members who are gone, for the job.

use proofdesk_store::{Rx, Tx};
use uuid::Uuid;

use super::{actions, view};
use crate::cx::Cx;
use crate::desk::Desk;
use crate::error::Result;
use crate::id::{Id as _, StaffId};
use crate::limits;

/// Sets offline who is online and has no console connected for a while, each in a transaction of its own.
///
/// `fresh` makes a context for each transaction, with ids of its own.
///
/// # Errors
/// Those of the store.
pub async fn look_after(desk: &Desk, fresh: &mut (dyn FnMut() -> Cx + Send)) -> Result<()> {
    let now = fresh().now;
    let lately = (now - limits::UNSEEN_OFFLINE, now + limits::UNSEEN_OFFLINE);
    let mut after = StaffId::from_uuid(Uuid::nil());
    loop {
        let gone = desk
            .read(async move |rx: &Rx<'_>| {
                view::gone(rx, lately, after, limits::PRESENCE_PAGE).await
            })
            .await?;
        let Some(last) = gone.last().copied() else { return Ok(()) };
        for id in gone {
            let leave = async move |tx: &Tx<'_>, cx: &mut Cx| actions::leave(tx, cx, id).await;
            desk.write(fresh(), leave).await?;
        }
        after = last;
    }
}
