use proofdesk_locale::Locale;
use proofdesk_store::{FromRow, Row, Tx, params};

use super::{MacroActs, ReplyMacro, Texts, view};
use crate::error::{Error, Result};
use crate::id::{MacroId, TeamId};
use crate::time::Timestamp;

/// Every statement of the noun, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    DELETE,
    INSERT_TEXT,
    DELETE_TEXTS,
    SET_ARCHIVED,
    COUNT_USE,
    LEAVE_TEAM,
    view::LIST,
    view::LANGS,
    view::FIND,
    view::OFFERED,
    view::TEXTS,
    view::OF_TEAM,
    view::PAGE,
    view::COUNT_OWN,
    view::COUNT_SHARED,
];

const INSERT: &str = "insert into reply_macro (id, brand_id, name, folder, audience, owner_id, team_id, min_level, as_note, \
    status_id, priority, takes, assignee_id, assign_team_id, add_tags, remove_tags, uses, created_at, updated_at, version) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, $17, $17, 1)";
const UPDATE: &str = "update reply_macro set brand_id = $1, name = $2, folder = $3, audience = $4, team_id = $5, min_level = $6, \
    as_note = $7, status_id = $8, priority = $9, takes = $10, assignee_id = $11, assign_team_id = $12, add_tags = $13, \
    remove_tags = $14, owner_id = $15, updated_at = $16, version = version + 1 where id = $17 and version = $18";
const DELETE: &str = "delete from reply_macro where id = $1";
const INSERT_TEXT: &str = "insert into reply_macro_text (macro_id, lang, body) values ($1, $2, $3)";
const DELETE_TEXTS: &str = "delete from reply_macro_text where macro_id = $1";
const SET_ARCHIVED: &str =
    "update reply_macro set archived_at = $1, updated_at = $2, version = version + 1 where id = $3";
const COUNT_USE: &str = "update reply_macro set uses = uses + 1, used_at = $1 where id = $2";
// A team that is gone is handed nothing any more.
const LEAVE_TEAM: &str =
    "update reply_macro set assign_team_id = null, version = version + 1 where assign_team_id = $1";

/// The columns of [`ReplyMacro`] in order, for a table named `m`.
macro_rules! macro_columns {
    () => {
        "m.id, m.brand_id, m.name, m.folder, m.audience, m.owner_id, m.team_id, m.min_level, m.as_note, m.status_id, \
         m.priority, m.takes, m.assignee_id, m.assign_team_id, m.add_tags, m.remove_tags, m.uses, m.used_at, \
         m.archived_at, m.created_at, m.updated_at, m.version"
    };
}
pub(super) use macro_columns;

impl FromRow for ReplyMacro {
    fn from_row(row: &mut Row<'_>) -> proofdesk_store::Result<Self> {
        Ok(Self {
            id: row.next()?,
            brand_id: row.next()?,
            name: row.next()?,
            folder: row.next()?,
            audience: row.next()?,
            owner_id: row.next()?,
            team_id: row.next()?,
            min_level: row.next()?,
            as_note: row.next()?,
            acts: MacroActs {
                status_id: row.next()?,
                priority: row.next()?,
                takes: row.next()?,
                assignee_id: row.next()?,
                team_id: row.next()?,
                add_tags: read(&row.next::<String>()?)?,
                remove_tags: read(&row.next::<String>()?)?,
            },
            uses: row.next()?,
            used_at: row.next()?,
            archived_at: row.next()?,
            created_at: row.next()?,
            updated_at: row.next()?,
            version: row.next()?,
        })
    }
}

fn read(tags: &str) -> proofdesk_store::Result<Vec<String>> {
    serde_json::from_str(tags)
        .map_err(|_slip| proofdesk_store::Error::Decode("tags that are no list".to_owned()))
}

fn written(tags: &[String]) -> Result<String> {
    serde_json::to_string(tags)
        .map_err(|_unreachable| Error::Broken { what: "tags that are no JSON" })
}

pub(super) async fn insert(tx: &Tx<'_>, m: &ReplyMacro) -> Result<()> {
    let (add_tags, remove_tags) = (written(&m.acts.add_tags)?, written(&m.acts.remove_tags)?);
    let values = params![
        m.id,
        m.brand_id,
        m.name,
        m.folder,
        m.audience,
        m.owner_id,
        m.team_id,
        m.min_level,
        m.as_note,
        m.acts.status_id,
        m.acts.priority,
        m.acts.takes,
        m.acts.assignee_id,
        m.acts.team_id,
        add_tags,
        remove_tags,
        m.created_at
    ];
    tx.exec(INSERT, values).await?;
    Ok(())
}

/// Writes what can change; false when the version is another one.
pub(super) async fn update(tx: &Tx<'_>, m: &ReplyMacro, now: Timestamp) -> Result<bool> {
    let (add_tags, remove_tags) = (written(&m.acts.add_tags)?, written(&m.acts.remove_tags)?);
    let values = params![
        m.brand_id,
        m.name,
        m.folder,
        m.audience,
        m.team_id,
        m.min_level,
        m.as_note,
        m.acts.status_id,
        m.acts.priority,
        m.acts.takes,
        m.acts.assignee_id,
        m.acts.team_id,
        add_tags,
        remove_tags,
        m.owner_id,
        now,
        m.id,
        m.version
    ];
    Ok(tx.exec(UPDATE, values).await? == 1)
}

pub(super) async fn set_texts(tx: &Tx<'_>, id: MacroId, texts: &Texts) -> Result<()> {
    tx.exec(DELETE_TEXTS, params![id]).await?;
    for (lang, body) in texts {
        tx.exec(INSERT_TEXT, params![id, Locale::code(*lang), body]).await?;
    }
    Ok(())
}

pub(super) async fn set_archived(
    tx: &Tx<'_>,
    id: MacroId,
    at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    tx.exec(SET_ARCHIVED, params![at, now, id]).await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx<'_>, id: MacroId) -> Result<()> {
    tx.exec(DELETE_TEXTS, params![id]).await?;
    tx.exec(DELETE, params![id]).await?;
    Ok(())
}

pub(super) async fn count_use(tx: &Tx<'_>, id: MacroId, now: Timestamp) -> Result<()> {
    tx.exec(COUNT_USE, params![now, id]).await?;
    Ok(())
}

pub(super) async fn leave_team(tx: &Tx<'_>, team_id: TeamId) -> Result<()> {
    tx.exec(LEAVE_TEAM, params![team_id]).await?;
    Ok(())
}

/// The macros of a team.
pub(super) async fn of_team(tx: &Tx<'_>, team_id: TeamId) -> Result<Vec<ReplyMacro>> {
    Ok(tx.query(view::OF_TEAM, params![team_id]).await?)
}
