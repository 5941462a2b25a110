use proofdesk_store::{Rx, Tx, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::Place;
use crate::error::Result;
use crate::time::Timestamp;

/// Every statement of this file.
pub(super) const ALL: &[&str] = &[FIND, REMEMBER, PLACE, SET_PLACE, CLEAR_PLACE];

const FIND: &str =
    "select local_id from import_source where source = $1 and kind = $2 and digest = $3";
const REMEMBER: &str = "insert into import_source (source, kind, digest, local_id, imported_at) \
    values ($1, $2, $3, $4, $5) on conflict (source, kind, digest) do nothing";
const PLACE: &str = "select line, digest from import_place where source = $1";
const SET_PLACE: &str = "insert into import_place (source, line, digest, updated_at) values ($1, $2, $3, $4) \
    on conflict (source) do update set line = excluded.line, digest = excluded.digest, updated_at = excluded.updated_at";
const CLEAR_PLACE: &str = "delete from import_place where source = $1";

fn digest(external_id: &str) -> [u8; 32] {
    Sha256::digest(external_id.as_bytes()).into()
}

/// What a thing of another desk became here; `None` for one that was not brought.
pub async fn find(
    rx: &Rx<'_>,
    source: &str,
    kind: &str,
    external_id: &str,
) -> Result<Option<Uuid>> {
    let digest = digest(external_id);
    let found: Option<(Uuid,)> = rx.query_opt(FIND, params![source, kind, digest]).await?;
    Ok(found.map(|(id,)| id))
}

/// Remembers what a thing became, so that it is not brought again. Of two that are called the same the first one counts:
/// `false` for the other.
pub async fn remember(
    tx: &Tx<'_>,
    source: &str,
    (kind, external_id): (&str, &str),
    local_id: Uuid,
    now: Timestamp,
) -> Result<bool> {
    let digest = digest(external_id);
    Ok(tx.exec(REMEMBER, params![source, kind, digest, local_id, now]).await? > 0)
}

/// How far the import of a source had come when it was cut off.
pub async fn place(rx: &Rx<'_>, source: &str) -> Result<Option<Place>> {
    let row: Option<(i64, [u8; 32])> = rx.query_opt(PLACE, params![source]).await?;
    Ok(row.map(|(line, digest)| Place { line: u64::try_from(line).unwrap_or(0), digest }))
}

pub async fn set_place(tx: &Tx<'_>, source: &str, place: Place, now: Timestamp) -> Result<()> {
    let line = i64::try_from(place.line).unwrap_or(i64::MAX);
    tx.exec(SET_PLACE, params![source, line, place.digest, now]).await?;
    Ok(())
}

pub async fn clear_place(tx: &Tx<'_>, source: &str) -> Result<()> {
    tx.exec(CLEAR_PLACE, params![source]).await?;
    Ok(())
}
