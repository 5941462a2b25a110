//! What the guard's newer rules find in what forms ask: in every version, because old tickets are read with the one that they were answered on.

use std::collections::BTreeSet;

use proofdesk_store::{Rx, Tx, params};
use serde::Deserialize;
use uuid::Uuid;

use super::{FormChanged, FormMasked, Question, sql};
use crate::cx::Cx;
use crate::error::Result;
use crate::id::{CategoryId, EventId, Id as _};
use crate::log::erasure::{self, Subject};
use crate::log::{self, NewEvent, Payload as _, Stream};
use crate::permission::Permission;
use crate::text::Clean;

/// Every statement of the file.
pub const ALL: &[&str] = &[PAGE, VERSIONS, SET, TOLD];

const PAGE: &str = "select category_id, questions from form where questions is not null and category_id in \
    (select distinct category_id from form where category_id > $1 and questions is not null \
    order by category_id limit $2) order by category_id";
const VERSIONS: &str = "select version, questions from form \
    where category_id = $1 and questions is not null order by version";
const SET: &str = "update form set questions = $1 where category_id = $2 and version = $3";
const TOLD: &str = "select id, payload from event where stream = $1 and kind in ($2, $3) \
    and payload is not null order by seq";

/// The words of all versions of the forms of the categories behind one, a row a version.
pub(crate) async fn page(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<(Uuid, Vec<String>)>> {
    let rows: Vec<(Uuid, String)> = rx.query(PAGE, params![after, limit]).await?;
    let mut pages = Vec::with_capacity(rows.len());
    for (id, json) in rows {
        let mut questions = read(&json)?;
        pages.push((id, words(&mut questions).map(std::mem::take).collect()));
    }
    Ok(pages)
}

fn read(json: &str) -> Result<Vec<Question>> {
    serde_json::from_str(json)
        .map_err(|_not_json| proofdesk_store::Error::Decode("form.questions".to_owned()).into())
}

/// Everything in questions that the organisation wrote in its own words. Keys and choices by their stable names are slugs.
fn words(questions: &mut [Question]) -> impl Iterator<Item = &mut String> {
    questions
        .iter_mut()
        .flat_map(|question| question.own.values_mut())
        .flat_map(|own| [&mut own.label, &mut own.why].into_iter().chain(own.choices.values_mut()))
}

/// What an event says the questions of.
#[derive(Deserialize)]
struct Told {
    category_id: CategoryId,
    version: i64,
}

/// Reads all versions of a category's form once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(crate) async fn mask(tx: &Tx<'_>, cx: &mut Cx, category_id: CategoryId) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let rows: Vec<(i64, String)> = tx.query(VERSIONS, params![category_id]).await?;
    let (mut events, mut versions) = (Vec::new(), BTreeSet::new());
    for (version, json) in rows {
        let mut questions = read(&json)?;
        let mut found = BTreeSet::new();
        for word in words(&mut questions) {
            let Some(clean) = Clean::again(word)? else { continue };
            found.extend(clean.kinds());
            clean.as_str().clone_into(word);
        }
        if found.is_empty() {
            continue;
        }
        let json = sql::written(&questions)?;
        tx.exec(SET, params![json, category_id, version]).await?;
        let kinds = found.into_iter().collect();
        events.push(NewEvent::of(&FormMasked { category_id, version, questions, kinds })?);
        versions.insert(version);
    }
    if events.is_empty() {
        return Ok(false);
    }
    let repeating = repeating(tx, category_id, &versions).await?;
    chain.append_all(tx, cx, &events).await?;
    erasure::erase_all(tx, cx, Stream::Organisation.name(), repeating).await?;
    Ok(true)
}

/// The events that said these versions until now.
async fn repeating(
    rx: &Rx<'_>,
    category_id: CategoryId,
    versions: &BTreeSet<i64>,
) -> Result<Vec<(Subject, Uuid)>> {
    let stream = Stream::Organisation.name();
    let rows: Vec<(EventId, Vec<u8>)> =
        rx.query(TOLD, params![stream, FormChanged::KIND, FormMasked::KIND]).await?;
    let repeats = |payload: &[u8]| {
        serde_json::from_slice::<Told>(payload)
            .is_ok_and(|told| told.category_id == category_id && versions.contains(&told.version))
    };
    let found = rows.into_iter().filter(|(_, payload)| repeats(payload));
    Ok(found.map(|(id, _)| (Subject::Payload, id.uuid())).collect())
}
