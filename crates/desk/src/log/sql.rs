use proofdesk_store::{FromRow, Row, Tx, params};

use super::{Head, hash};
use crate::error::Result;

/// Every statement of the log's writes, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[LOCK_HEAD, START_HEAD, SET_HEAD, INSERT_HEAD, INSERT_EVENT];

// An update that changes nothing: the one way to lock a row that both engines share.
const LOCK_HEAD: &str = "update stream_head set seq = seq where stream = $1 returning seq, hash";
const START_HEAD: &str = "insert into stream_head (stream, seq, hash) values ($1, $2, $3) \
    on conflict (stream) do nothing";
const SET_HEAD: &str = "update stream_head set seq = $1, hash = $2 where stream = $3";
const INSERT_HEAD: &str = "insert into stream_head (stream, seq, hash) values ($1, $2, $3)";
const INSERT_EVENT: &str = "insert into event \
    (id, stream, seq, at, actor, kind, v, payload, salt, payload_digest, prev, hash) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

impl FromRow for Head {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self { seq: row.next()?, hash: row.next()? })
    }
}

pub async fn lock_head(tx: &Tx<'_>, stream: &str) -> Result<Option<Head>> {
    Ok(tx.query_opt(LOCK_HEAD, params![stream]).await?)
}

pub async fn start_head(tx: &Tx<'_>, stream: &str, head: &Head) -> Result<()> {
    tx.exec(START_HEAD, params![stream, head.seq, head.hash]).await?;
    Ok(())
}

pub async fn set_head(tx: &Tx<'_>, stream: &str, head: &Head) -> Result<()> {
    tx.send(SET_HEAD, params![head.seq, head.hash, stream]).await?;
    Ok(())
}

pub async fn insert_head(tx: &Tx<'_>, stream: &str, head: &Head) -> Result<()> {
    tx.send(INSERT_HEAD, params![stream, head.seq, head.hash]).await?;
    Ok(())
}

pub async fn insert_event(
    tx: &Tx<'_>,
    event: &hash::Event,
    payload: &[u8],
    salt: &[u8],
    hash: &hash::Hash,
) -> Result<()> {
    tx.send(
        INSERT_EVENT,
        params![
            event.id,
            event.stream,
            event.seq,
            event.at,
            event.actor,
            event.kind,
            event.v,
            payload,
            salt,
            event.payload_digest,
            event.prev,
            hash
        ],
    )
    .await?;
    Ok(())
}
