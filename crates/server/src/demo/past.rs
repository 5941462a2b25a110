//! The last hours before a demo begins: what the exchange told by itself, and that customers have read what they were told.
//!
//! Without it everybody would come back to ninety days of news, and the invented exchange would tell four hours at once as soon
//! as the desk is started.

use std::time::Duration;

use proofdesk_desk::id::BrandId;
use proofdesk_desk::viewer::Viewer;
use proofdesk_desk::{Desk, Result, Timestamp, exchange_event, notification, sandbox};

use super::found::cx_at;
use super::seed::Population;

/// Everybody has looked so long before the demo begins. What comes later is news to them.
pub const LOOKED: Duration = Duration::from_secs(45 * 60);
/// Until so long before the demo begins the exchange has told what happened. The rest it tells once the desk runs.
pub const TOLD: Duration = Duration::from_secs(5 * 60);
/// In one transaction.
const READERS_AT_ONCE: usize = 200;

/// Lets the exchange tell what has happened by a moment, and the desk do what follows from it.
///
/// # Errors
/// Those of the sandbox and of what its events do.
pub async fn tell(desk: &Desk, seed: u64, people: &Population, at: Timestamp) -> Result<()> {
    let mut round = 0_u64;
    loop {
        let (keyring, purpose) = (desk.keyring().clone(), format!("told {round}"));
        let cx = cx_at(seed ^ at.micros().unsigned_abs(), &purpose, at, Viewer::Operator);
        let emitted =
            desk.write(cx, async move |tx, cx| sandbox::emit::emit(tx, cx, &keyring).await);
        let has_more = Box::pin(emitted).await?;
        for brand_id in &people.ground.brands {
            Box::pin(handle(desk, seed, *brand_id, at)).await?;
        }
        if !has_more {
            return Ok(());
        }
        round += 1;
    }
}

/// Works what waits of a brand's stream, as the job does.
async fn handle(desk: &Desk, seed: u64, brand_id: BrandId, at: Timestamp) -> Result<()> {
    let next = async || {
        let read = desk.read(async move |rx| exchange_event::view::next(rx, brand_id).await);
        read.await
    };
    while let Some((id, _)) = next().await? {
        let keyring = desk.keyring().clone();
        let cx = cx_at(seed, &format!("event {id}"), at, Viewer::Operator);
        let handled = desk.write(cx, async move |tx, cx| {
            exchange_event::actions::handle(tx, cx, &keyring, brand_id, id).await
        });
        Box::pin(handled).await?;
    }
    Ok(())
}

/// Every customer reads what they were told so far.
///
/// # Errors
/// Those of the database.
pub async fn read(desk: &Desk, seed: u64, people: &Population, at: Timestamp) -> Result<()> {
    for some in people.customers.chunks(READERS_AT_ONCE) {
        let some = some.to_vec();
        let cx = cx_at(seed, "read", at, Viewer::Operator);
        let marked = desk.write(cx, async move |tx, cx| {
            for customer in &some {
                cx.viewer = Viewer::Customer(customer.clone());
                notification::actions::mark_read(tx, cx, None).await?;
            }
            Ok(())
        });
        Box::pin(marked).await?;
    }
    Ok(())
}
