use std::collections::BTreeSet;

use proofdesk_store::{FromRow, Row, Tx, params};

use super::{SavedView, Shown, view};
use crate::error::Result;
use crate::id::{SavedViewId, TeamId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    MOVE,
    DELETE,
    view::LIST,
    view::FIND,
    view::OF_TEAM,
    view::PAGE,
    view::COUNT_OWN,
    view::COUNT_SHARED,
];

const INSERT: &str = "insert into saved_view (id, name, filter, sort, shown, audience, owner_id, team_id, position, \
    created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 1)";
const UPDATE: &str = "update saved_view set name = $1, filter = $2, sort = $3, shown = $4, audience = $5, team_id = $6, \
    updated_at = $7, version = version + 1 where id = $8 and version = $9";
const MOVE: &str = "update saved_view set position = $1 where id = $2";
const DELETE: &str = "delete from saved_view where id = $1";

fn written(shown: &BTreeSet<Shown>) -> String {
    shown.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(" ")
}

impl FromRow for SavedView {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            filter: row.next()?,
            sort: row.next()?,
            // A fact that a later version knows is not shown by this one.
            shown: row.next::<String>()?.split(' ').filter_map(|one| one.parse().ok()).collect(),
            audience: row.next()?,
            owner_id: row.next()?,
            team_id: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

/// Inserts at the end of the order.
pub(super) async fn insert(tx: &Tx<'_>, v: &SavedView) -> Result<()> {
    let (shown, position) = (written(&v.shown), v.created_at.micros());
    let values = params![
        v.id,
        v.name,
        v.filter,
        v.sort,
        shown,
        v.audience,
        v.owner_id,
        v.team_id,
        position,
        v.created_at
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}

/// Writes what can change; false when the version is another one.
pub(super) async fn update(tx: &Tx<'_>, v: &SavedView, now: Timestamp) -> Result<bool> {
    let shown = written(&v.shown);
    let values =
        params![v.name, v.filter, v.sort, shown, v.audience, v.team_id, now, v.id, v.version];
    Ok(tx.exec(UPDATE, values).await? == 1)
}

pub(super) async fn set_position(tx: &Tx<'_>, id: SavedViewId, position: i64) -> Result<()> {
    tx.exec(MOVE, params![position, id]).await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx<'_>, id: SavedViewId) -> Result<()> {
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}

/// The views of a team.
pub(super) async fn of_team(tx: &Tx<'_>, team_id: TeamId) -> Result<Vec<SavedView>> {
    Ok(tx.query(view::OF_TEAM, params![team_id]).await?)
}
