use std::future::Future;
use std::pin::Pin;

use proofdesk_desk::account_act::{self, AccountAct, ActState, actions, view};
use proofdesk_desk::bridge::{Act, BridgeError, Receipt};
use proofdesk_desk::id::AccountActId;
use proofdesk_desk::ticket;

use crate::kind::{JobError, Kind, Run};

/// Asks the exchange to do one act, and writes down what it answered.
#[derive(Debug)]
pub struct AccountActs;

impl Kind for AccountActs {
    fn name(&self) -> &'static str {
        account_act::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        account_act::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(carry_out(run))
    }
}

async fn carry_out(run: &Run) -> Result<(), JobError> {
    let id: AccountActId = serde_json::from_str(&run.lease.payload)
        .map_err(|_not_an_id| JobError::Fail("the payload is no act's id".to_owned()))?;
    let Some((row, reference)) = load(run, id).await? else { return Ok(()) };
    let attempts = row.attempts;
    let keyring = run.desk.keyring().clone();
    match ask(run, row, reference).await {
        Ok(receipt) => {
            let write = run.desk.write(run.cx(), async move |tx, cx| {
                actions::record_done(tx, cx, &keyring, &receipt).await
            });
            Ok(write.await?)
        }
        Err(reason) => {
            // Who takes the bridge out of the configuration for an hour must not lose a freeze by it.
            let passes = reason.is_passing() || reason == BridgeError::NotConnected;
            let is_final = !passes || run.is_last();
            let write = run.desk.write(run.cx(), async move |tx, cx| {
                actions::record_failed(tx, cx, &keyring, id, reason, is_final).await
            });
            write.await?;
            let said = reason.as_str().to_owned();
            Err(match is_final {
                true => JobError::Fail(said),
                false => JobError::RetryAfter(actions::pause(attempts), said),
            })
        }
    }
}

/// What is to be done, with its ticket's number; `None` for what is done already.
async fn load(run: &Run, id: AccountActId) -> Result<Option<(AccountAct, String)>, JobError> {
    let found = run.desk.read(async move |rx| {
        let Some(act) = view::find(rx, id).await? else { return Ok(None) };
        let placed = ticket::view::placement(rx, act.ticket_id).await?;
        let reference = placed.map(|(number, _)| number.to_string()).unwrap_or_default();
        Ok(Some((act, reference)))
    });
    Ok(found.await?.filter(|(act, _)| act.state != ActState::Done))
}

async fn ask(run: &Run, row: AccountAct, reference: String) -> Result<Receipt, BridgeError> {
    let bridge = run.desk.bridge().ok_or(BridgeError::NotConnected)?;
    let AccountAct { id, kind, account, requested_at, .. } = row;
    let account = account.ok_or(BridgeError::NotConnected)?;
    let act = Act { id, kind, account, reference, requested_at, now: run.cx().now };
    let receipt = bridge.act(&act).await?;
    // A receipt for something else, or one that cannot be shown, is none.
    let fits = receipt.act_id == id && receipt.is_sound();
    fits.then_some(receipt).ok_or(BridgeError::Malformed)
}
