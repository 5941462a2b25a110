//! Starting a walk and taking its steps.

use proofdesk_sealing::Keyring;
use proofdesk_store::Tx;
use uuid::Uuid;

use super::event::{RescanFinished, RescanStarted};
use super::{JOB_KIND, JOB_LANE, Rescan, Stage, reason, rules, setting, sql, view};
use crate::attachment::mask::MaskedCopy;
use crate::cx::Cx;
use crate::error::{OrNotFound as _, Result};
use crate::id::{
    ArticleFeedbackId, ArticleId, AttachmentId, CategoryId, ConstraintId, CustomerId, EventId,
    EvidenceId, GlossaryTermId, Id as _, IdentityId, MacroId, MessageId, MissedSearchId, RescanId,
    SavedViewId, TagId, TicketId,
};
use crate::job::{self, actions::Due};
use crate::log::{self, NewEvent, Stream};
use crate::permission::Permission;
use crate::{
    article, article_file, constraint, customer, draft, evidence, form, glossary, identity,
    missed_search, reply_draft, reply_macro, saved_view, tag, ticket,
};

/// Attempts of the job. The schedule asks for it again every hour, so a walk that was killed more often goes on.
const ATTEMPTS: u32 = 3;

/// Begins a walk over every stored text and wakes the job that walks. One that is under way already is returned as it
/// is, or sent back to its beginning when it reads by older rules.
///
/// # Errors
/// `no-permission` without `guard.rescan`.
pub async fn start(tx: &Tx<'_>, cx: &mut Cx) -> Result<Rescan> {
    let walk = begin(tx, cx).await?;
    let due = Due {
        kind: JOB_KIND,
        lane: JOB_LANE,
        dedupe_key: "recurring",
        payload: "null",
        max_attempts: ATTEMPTS,
    };
    job::actions::enqueue(tx, cx, &due).await?;
    Ok(walk)
}

/// The walk to go on with: the one under way, or a new one when the rules are newer than those that everything was read
/// by; `None` when there is nothing to do.
///
/// # Errors
/// As [`start`].
pub async fn due(tx: &Tx<'_>, cx: &mut Cx) -> Result<Option<Rescan>> {
    if view::open(tx).await?.is_none() && view::newest_rules(tx).await? >= rules() {
        return Ok(None);
    }
    begin(tx, cx).await.map(Some)
}

async fn begin(tx: &Tx<'_>, cx: &mut Cx) -> Result<Rescan> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let walk = match view::open(tx).await? {
        Some(open) if open.rules >= rules() => return Ok(open),
        Some(open) => {
            let again =
                Rescan { rules: rules(), stage: Stage::Messages, after_id: Uuid::nil(), ..open };
            sql::restart(tx, &again, cx.now).await?;
            again
        }
        None => {
            let fresh = fresh(cx);
            sql::insert(tx, &fresh).await?;
            fresh
        }
    };
    let started = RescanStarted { rescan_id: walk.id, rules: walk.rules };
    chain.append(tx, cx, &[NewEvent::of(&started)?]).await?;
    Ok(walk)
}

/// A desk without a text has been read by today's rules: what comes is read as it comes.
///
/// # Errors
/// Only those of the store.
pub(crate) async fn found(tx: &Tx<'_>, cx: &mut Cx) -> Result<NewEvent> {
    let walk = Rescan { finished_at: Some(cx.now), ..fresh(cx) };
    sql::insert(tx, &walk).await?;
    let (rescan_id, rules) = (walk.id, walk.rules);
    NewEvent::of(&RescanFinished { rescan_id, rules, looked: 0, masked: 0 })
}

fn fresh(cx: &mut Cx) -> Rescan {
    Rescan {
        id: cx.id(),
        rules: rules(),
        started_by: cx.viewer.to_string(),
        stage: Stage::Messages,
        after_id: Uuid::nil(),
        looked: 0,
        masked: 0,
        created_at: cx.now,
        updated_at: cx.now,
        finished_at: None,
    }
}

/// Masks what the guard finds in one stored text, in one transaction with all that repeats it. Of a file, `copy` is what its
/// text is to be; without one there is nothing to mask. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(super) async fn mask(
    tx: &Tx<'_>,
    cx: &mut Cx,
    keyring: &Keyring,
    walk: (RescanId, Stage),
    (id, copy): (Uuid, Option<&MaskedCopy>),
) -> Result<bool> {
    let (rescan_id, stage) = walk;
    let masked = match stage {
        Stage::Messages => ticket::mask_message(tx, cx, keyring, MessageId::from_uuid(id)).await?,
        Stage::Tickets => ticket::mask_subject(tx, cx, TicketId::from_uuid(id)).await?,
        Stage::Evidence => evidence::actions::mask(tx, cx, EvidenceId::from_uuid(id)).await?,
        Stage::Answers => ticket::mask_answers(tx, cx, TicketId::from_uuid(id)).await?,
        Stage::Drafts => draft::actions::mask(tx, CustomerId::from_uuid(id)).await?,
        Stage::ReplyDrafts => reply_draft::actions::mask(tx, TicketId::from_uuid(id)).await?,
        Stage::Macros => reply_macro::mask::mask(tx, cx, MacroId::from_uuid(id)).await?,
        Stage::Views => saved_view::mask::mask(tx, cx, SavedViewId::from_uuid(id)).await?,
        Stage::Articles => article::mask::mask(tx, cx, ArticleId::from_uuid(id)).await?,
        Stage::Tags => tag::mask::mask(tx, cx, TagId::from_uuid(id)).await?,
        Stage::FileNames => ticket::mask_file_name(tx, cx, AttachmentId::from_uuid(id)).await?,
        Stage::Files => match copy {
            Some(copy) => ticket::mask_file(tx, cx, AttachmentId::from_uuid(id), copy).await?,
            None => false,
        },
        Stage::Customers => customer::actions::mask(tx, cx, CustomerId::from_uuid(id)).await?,
        Stage::Terms => glossary::mask::mask(tx, cx, GlossaryTermId::from_uuid(id)).await?,
        Stage::Searches => {
            missed_search::actions::forget_secret(tx, cx, MissedSearchId::from_uuid(id)).await?
        }
        Stage::Feedback => {
            article::feedback::mask(tx, cx, ArticleFeedbackId::from_uuid(id)).await?
        }
        Stage::Constraints => {
            constraint::actions::mask(tx, cx, ConstraintId::from_uuid(id)).await?
        }
        Stage::Settings => setting::mask(tx, cx, id).await?,
        Stage::Forms => form::mask::mask(tx, cx, CategoryId::from_uuid(id)).await?,
        Stage::ArticleFiles => {
            article_file::mask::mask(tx, cx, AttachmentId::from_uuid(id), copy).await?
        }
        Stage::Identities => identity::mask::mask(tx, cx, IdentityId::from_uuid(id)).await?,
        Stage::Reasons => reason::mask(tx, cx, EventId::from_uuid(id)).await?,
    };
    if masked {
        sql::count_masked(tx, rescan_id, cx.now).await?;
    }
    Ok(masked)
}

/// Writes down that `looked` texts were read, up to `last`, and where the walk goes on: behind it, or at the next stage
/// after the last page of one. Returns false when another worker did so first.
///
/// # Errors
/// Those of the store.
pub async fn advance(
    tx: &Tx<'_>,
    cx: &mut Cx,
    from: &Rescan,
    last: Option<Uuid>,
    looked: i64,
) -> Result<bool> {
    let next = match (last, from.stage.next()) {
        (Some(last), _) => (from.stage, last),
        (None, Some(stage)) => (stage, Uuid::nil()),
        (None, None) => return finish(tx, cx, from, looked).await,
    };
    sql::advance(tx, from, next, looked, cx.now).await
}

async fn finish(tx: &Tx<'_>, cx: &mut Cx, from: &Rescan, looked: i64) -> Result<bool> {
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let walk = view::open(tx).await?.or_not_found()?;
    if !sql::finish(tx, from, looked, cx.now).await? {
        return Ok(false);
    }
    let finished = RescanFinished {
        rescan_id: walk.id,
        rules: walk.rules,
        looked: walk.looked + looked,
        masked: walk.masked,
    };
    chain.append(tx, cx, &[NewEvent::of(&finished)?]).await?;
    Ok(true)
}
