use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use futures_util::future::join_all;
use proofdesk_channels::push::{Push, Pushed, Pusher, Target, Urgency, VapidKey, write};
use proofdesk_desk::id::NotificationDeliveryId;
use proofdesk_desk::limits;
use proofdesk_desk::notification::{DeliveryState, NotificationKind};
use proofdesk_desk::push_subscription::{
    self, AttemptState, Endpoint, Outcome, Parcel, actions, place,
};

use crate::kind::{JobError, Kind, Run};

/// Pushes one delivery to every browser that has not got it, and writes down what came of it.
#[derive(Debug)]
pub struct PushDeliver {
    /// `None` where push is not configured.
    pub pusher: Option<Pusher>,
}

impl Kind for PushDeliver {
    fn name(&self) -> &'static str {
        push_subscription::JOB_KIND
    }

    fn lane(&self) -> &'static str {
        push_subscription::JOB_LANE
    }

    fn run<'a>(
        &'a self,
        run: &'a Run,
    ) -> Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>> {
        Box::pin(self.deliver(run))
    }
}

impl PushDeliver {
    async fn deliver(&self, run: &Run) -> Result<(), JobError> {
        let id: NotificationDeliveryId = serde_json::from_str(&run.lease.payload)
            .map_err(|_not_an_id| JobError::Fail("the payload is no delivery id".to_owned()))?;
        let Some(parcel) = load(run, id).await? else { return Ok(()) };
        let attempts = match &self.pusher {
            Some(pusher) => send(run, pusher, &parcel).await?,
            None => nobody_to_ask(&parcel),
        };
        let pause = attempts.iter().filter_map(|attempt| attempt.pause).max();
        let outcomes: Vec<Outcome> = attempts.into_iter().map(|a| a.outcome).collect();
        let waits = outcomes.iter().find(|outcome| outcome.state == AttemptState::Queued);
        let reason = waits.and_then(|outcome| outcome.error.clone());
        let is_last = run.is_last();
        run.desk
            .write(run.cx(), async move |tx, cx| {
                actions::record(tx, cx, id, &outcomes, is_last).await
            })
            .await?;
        match (reason, pause) {
            // Browsers that are gone or refuse are nothing of ours, and nothing can be done again: the ticket shows it.
            (None, _) => Ok(()),
            (Some(reason), Some(pause)) => Err(JobError::RetryAfter(pause, reason)),
            (Some(reason), None) => Err(JobError::Retry(reason)),
        }
    }
}

/// What came of one browser, and how long its service asks to wait.
struct Attempt {
    outcome: Outcome,
    pause: Option<Duration>,
}

async fn send(run: &Run, pusher: &Pusher, parcel: &Parcel) -> Result<Vec<Attempt>, JobError> {
    let opened = run.desk.keyring().open(push_subscription::KEY_AAD, &parcel.key.sealed_secret);
    let key = opened.ok().and_then(|secret| VapidKey::new(&secret).ok());
    let key = key.ok_or_else(|| JobError::Fail("the push key does not open".to_owned()))?;
    let body = write(parcel);
    let urgency = match parcel.kind {
        NotificationKind::Waiting | NotificationKind::SettingChanged => Urgency::High,
        _ => Urgency::Normal,
    };
    let push = Push { body: &body, lifetime: limits::PUSH_LIFETIME, urgency };
    let now = i64::try_from(run.cx().now.seconds()).unwrap_or(i64::MAX);
    let all = parcel.targets.iter().map(async |target| {
        let sealed = run.desk.keyring().open(&place(target.id), &target.sealed).ok();
        let endpoint = sealed.and_then(|text| serde_json::from_slice::<Endpoint>(&text).ok());
        let pushed = match &endpoint {
            Some(Endpoint { url, public_key, auth }) => {
                let to = Target { url, public_key, auth };
                pusher.send(&key, to, push, now).await
            }
            None => Pushed::Failed("sealed".to_owned()),
        };
        attempt(target.id, pushed)
    });
    Ok(join_all(all).await)
}

fn attempt(id: proofdesk_desk::id::PushSubscriptionId, pushed: Pushed) -> Attempt {
    let (state, error, pause) = match pushed {
        Pushed::Sent => (AttemptState::Sent, None, None),
        Pushed::Gone(code) => (AttemptState::Gone, Some(code), None),
        Pushed::Later(code, pause) => (AttemptState::Queued, Some(code), pause),
        Pushed::Failed(code) => (AttemptState::Failed, Some(code), None),
    };
    Attempt { outcome: Outcome { id, state, error }, pause }
}

/// A node without the configuration leaves it to the others.
fn nobody_to_ask(parcel: &Parcel) -> Vec<Attempt> {
    let later = |id| attempt(id, Pushed::Later("no-push".to_owned(), None));
    parcel.targets.iter().map(|target| later(target.id)).collect()
}

/// What is to be pushed, or `None` when there is nothing left to do: deleted, or done already by a run whose worker died
/// before it could say so. One that was given up is pushed again when somebody revived its job.
async fn load(run: &Run, id: NotificationDeliveryId) -> Result<Option<Parcel>, JobError> {
    let read = run.desk.read(async move |rx| push_subscription::view::parcel(rx, id).await).await?;
    Ok(read.filter(|parcel| matches!(parcel.state, DeliveryState::Queued | DeliveryState::Failed)))
}
