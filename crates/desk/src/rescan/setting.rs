//! What the guard's newer rules find in the names that whoever sets the desk up gives: of members, teams, brands and the like. No event
//! repeats them, and no rule hangs on them, so that they can all be read and masked in one way. Of the names of categories and statuses the
//! log knows a digest, and is told the new one.

use std::collections::BTreeMap;

use proofdesk_store::{Rx, Tx, params};
use uuid::Uuid;

use super::Stored;
use super::event::SettingMasked;
use crate::category::event::CategoryRenamed;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::id::{CategoryId, Id as _, StatusId};
use crate::log::{self, NewEvent, Stream};
use crate::names::digest;
use crate::permission::Permission;
use crate::status::event::StatusRenamed;
use crate::text::Clean;
use crate::time::Timestamp;
use crate::words::words;

words! {
    /// Whose name it is: the table that has it.
    pub enum Setting {
        /// Who runs the desk.
        Organisation = "organisation",
        /// A brand.
        Brand = "brand",
        /// A member of staff.
        Member = "staff",
        /// A role.
        Role = "role",
        /// A team.
        Team = "team",
        /// A skill.
        Skill = "skill",
        /// A status, which has a name in each language.
        Status = "status",
        /// A category, which has a name in each language.
        Category = "category",
        /// A department.
        Department = "department",
        /// A member's API token.
        ApiToken = "api_token",
        /// A webhook.
        Webhook = "webhook",
        /// A section of the help centre, which has a name in each language.
        HelpSection = "help_section",
    }
}

/// Every statement of the file.
pub const ALL: &[&str] = &[
    PAGE,
    BY_ID,
    SET_ORGANISATION,
    SET_BRAND,
    SET_STAFF,
    SET_ROLE,
    SET_TEAM,
    SET_SKILL,
    SET_STATUS,
    SET_CATEGORY,
    SET_DEPARTMENT,
    SET_API_TOKEN,
    SET_WEBHOOK,
    SET_HELP_SECTION,
    ROLES_CALLED,
    TEAMS_CALLED,
    SKILLS_CALLED,
    DEPARTMENTS_CALLED,
    OTHER_STATUSES,
    OTHER_CATEGORIES,
];

/// A statement over all names, of which `which` says what their ids are.
macro_rules! named {
    ($which:literal, $tail:literal) => {
        concat!(
            "select id, 'organisation' as setting, name from organisation where id ",
            $which,
            " union all select id, 'brand', name from brand where id ",
            $which,
            " union all select id, 'staff', name from staff where id ",
            $which,
            " union all select id, 'role', name from role where id ",
            $which,
            " union all select id, 'team', name from team where id ",
            $which,
            " union all select id, 'skill', name from skill where id ",
            $which,
            " union all select id, 'status', names from status where id ",
            $which,
            " union all select id, 'category', names from category where id ",
            $which,
            " union all select id, 'department', name from department where id ",
            $which,
            " union all select id, 'api_token', name from api_token where id ",
            $which,
            " union all select id, 'webhook', name from webhook where id ",
            $which,
            " union all select id, 'help_section', names from help_section where id ",
            $which,
            $tail
        )
    };
}

const PAGE: &str = named!("> $1", " order by 1 limit $2");
const BY_ID: &str = named!("= $1", " order by 1 limit 1");

// Each only where the name is the one that was read: somebody may have given another one meanwhile, which passed the guard.
const SET_ORGANISATION: &str = "update organisation set name = $1 where id = $2 and name = $3";
const SET_BRAND: &str =
    "update brand set name = $1, version = version + 1 where id = $2 and name = $3";
const SET_STAFF: &str = "update staff set name = $1, updated_at = $2, version = version + 1 \
    where id = $3 and name = $4";
const SET_ROLE: &str =
    "update role set name = $1, version = version + 1 where id = $2 and name = $3";
const SET_TEAM: &str =
    "update team set name = $1, version = version + 1 where id = $2 and name = $3";
const SET_SKILL: &str = "update skill set name = $1 where id = $2 and name = $3";
const SET_STATUS: &str =
    "update status set names = $1, version = version + 1 where id = $2 and names = $3";
const SET_CATEGORY: &str =
    "update category set names = $1, version = version + 1 where id = $2 and names = $3";
const SET_DEPARTMENT: &str =
    "update department set name = $1, version = version + 1 where id = $2 and name = $3";
const SET_API_TOKEN: &str = "update api_token set name = $1 where id = $2 and name = $3";
const SET_WEBHOOK: &str =
    "update webhook set name = $1, version = version + 1 where id = $2 and name = $3";
const SET_HELP_SECTION: &str = "update help_section set names = $1, updated_at = $2, version = version + 1 \
    where id = $3 and names = $4";

const ROLES_CALLED: &str = "select count(*) from role where name = $1";
const TEAMS_CALLED: &str = "select count(*) from team where name = $1";
const SKILLS_CALLED: &str = "select count(*) from skill where name = $1";
const DEPARTMENTS_CALLED: &str = "select count(*) from department where name = $1";

const OTHER_STATUSES: &str = "select names from status where id <> $1";
const OTHER_CATEGORIES: &str = "select o.names from category c join category o on o.brand_id = c.brand_id \
    where c.id = $1 and o.id <> c.id";

impl Setting {
    /// How many others have a name, where no two may have the same.
    const fn called(self) -> Option<&'static str> {
        match self {
            Self::Role => Some(ROLES_CALLED),
            Self::Team => Some(TEAMS_CALLED),
            Self::Skill => Some(SKILLS_CALLED),
            Self::Department => Some(DEPARTMENTS_CALLED),
            Self::Organisation
            | Self::Brand
            | Self::Member
            | Self::Status
            | Self::Category
            | Self::ApiToken
            | Self::Webhook
            | Self::HelpSection => None,
        }
    }

    /// Whether it has a name in each language, as JSON.
    const fn has_names(self) -> bool {
        matches!(self, Self::Status | Self::Category | Self::HelpSection)
    }

    /// The names of the others, where no two may have the same in one language.
    const fn others(self) -> Option<&'static str> {
        match self {
            Self::Status => Some(OTHER_STATUSES),
            Self::Category => Some(OTHER_CATEGORIES),
            _ => None,
        }
    }

    /// What the log is told of names that it knows by their digest.
    fn renamed(self, id: Uuid, column: &str) -> Result<Option<NewEvent>> {
        let names = digest(column);
        Ok(match self {
            Self::Status => {
                let status_id = StatusId::from_uuid(id);
                Some(NewEvent::of(&StatusRenamed { status_id, names })?)
            }
            Self::Category => {
                let category_id = CategoryId::from_uuid(id);
                Some(NewEvent::of(&CategoryRenamed { category_id, names })?)
            }
            _ => None,
        })
    }

    /// Takes the place of a name; false when it is not that any more.
    async fn set(
        self,
        tx: &Tx<'_>,
        id: Uuid,
        (was, name): (&str, &str),
        now: Timestamp,
    ) -> Result<bool> {
        let plain = match self {
            Self::Member => return dated(tx, SET_STAFF, id, (was, name), now).await,
            Self::HelpSection => return dated(tx, SET_HELP_SECTION, id, (was, name), now).await,
            Self::Organisation => SET_ORGANISATION,
            Self::Brand => SET_BRAND,
            Self::Role => SET_ROLE,
            Self::Team => SET_TEAM,
            Self::Skill => SET_SKILL,
            Self::Status => SET_STATUS,
            Self::Category => SET_CATEGORY,
            Self::Department => SET_DEPARTMENT,
            Self::ApiToken => SET_API_TOKEN,
            Self::Webhook => SET_WEBHOOK,
        };
        Ok(tx.exec(plain, params![name, id, was]).await? == 1)
    }
}

/// Of rows that say when they were changed.
async fn dated(
    tx: &Tx<'_>,
    sql: &'static str,
    id: Uuid,
    (was, name): (&str, &str),
    now: Timestamp,
) -> Result<bool> {
    Ok(tx.exec(sql, params![name, now, id, was]).await? == 1)
}

/// The next names of a walk, in the order of their ids.
pub(super) async fn page(rx: &Rx<'_>, after: Uuid, limit: u32) -> Result<Vec<Stored>> {
    let rows: Vec<(Uuid, Setting, String)> = rx.query(PAGE, params![after, limit]).await?;
    rows.into_iter().map(|(id, setting, text)| Ok(Stored::of(id, texts(setting, text)?))).collect()
}

/// What is to be read of a row.
fn texts(setting: Setting, text: String) -> Result<Vec<String>> {
    match setting.has_names() {
        true => Ok(names(&text)?.into_values().collect()),
        false => Ok(vec![text]),
    }
}

/// The names of a column, by language; also of one that this version does not speak.
fn names(json: &str) -> Result<BTreeMap<String, String>> {
    serde_json::from_str(json)
        .map_err(|_not_json| proofdesk_store::Error::Decode("names".to_owned()).into())
}

/// Reads a name once more and masks what is found. Returns whether there was anything to mask.
///
/// # Errors
/// `no-permission`; those of the store.
pub(super) async fn mask(tx: &Tx<'_>, cx: &mut Cx, id: Uuid) -> Result<bool> {
    cx.viewer.require(Permission::GuardRescan)?;
    let chain = log::lock(tx, &Stream::Organisation).await?;
    let row: Option<(Uuid, Setting, String)> = tx.query_opt(BY_ID, params![id]).await?;
    let Some((_, setting, was)) = row else { return Ok(false) };
    let found = match setting.has_names() {
        true => masked_names(tx, setting, id, &was).await?,
        false => masked(tx, setting, &was).await?,
    };
    let Some((name, kinds)) = found else { return Ok(false) };
    if !setting.set(tx, id, (&was, &name), cx.now).await? {
        return Ok(false);
    }
    let mut events: Vec<NewEvent> = setting.renamed(id, &name)?.into_iter().collect();
    events.push(NewEvent::of(&SettingMasked { setting, id, kinds })?);
    chain.append(tx, cx, &events).await?;
    Ok(true)
}

/// The name as it is to be, and the kinds of what was found; `None` when nothing was.
async fn masked(tx: &Tx<'_>, setting: Setting, was: &str) -> Result<Option<(String, Vec<String>)>> {
    let Some(clean) = Clean::again(was)? else { return Ok(None) };
    let name = free(tx, setting, clean.as_str().to_owned()).await?;
    Ok(Some((name, clean.kinds())))
}

/// The same of names by language, as their column holds them.
async fn masked_names(
    tx: &Tx<'_>,
    setting: Setting,
    id: Uuid,
    was: &str,
) -> Result<Option<(String, Vec<String>)>> {
    let (mut by_lang, mut kinds) = (names(was)?, Vec::new());
    let mut others = Vec::new();
    if let Some(sql) = setting.others() {
        let rows: Vec<(String,)> = tx.query(sql, params![id]).await?;
        for (column,) in rows {
            others.push(names(&column)?);
        }
    }
    for (lang, name) in &mut by_lang {
        let Some(clean) = Clean::again(name)? else { continue };
        kinds.extend(clean.kinds());
        let taken: Vec<&String> = others.iter().filter_map(|other| other.get(lang)).collect();
        *name = numbered(clean.as_str(), |one| taken.iter().any(|other| *other == one));
    }
    if kinds.is_empty() {
        return Ok(None);
    }
    kinds.sort();
    kinds.dedup();
    let json = serde_json::to_string(&by_lang)
        .map_err(|_unreachable| Error::Broken { what: "names that are no JSON" })?;
    Ok(Some((json, kinds)))
}

/// A name with the first number under which nobody else has it; the first one has none.
fn numbered(masked: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = masked.to_owned();
    let mut number = 1_u64;
    while is_taken(&name) {
        number += 1;
        name = format!("{masked} {number}");
    }
    name
}

/// The mask is the same for two secrets: where no two may have one name, the second gets a number.
async fn free(tx: &Tx<'_>, setting: Setting, masked: String) -> Result<String> {
    let Some(called) = setting.called() else { return Ok(masked) };
    let mut name = masked.clone();
    let mut number = 1_u64;
    while tx.query_one::<(i64,)>(called, params![name]).await?.0 > 0 {
        number += 1;
        name = format!("{masked} {number}");
    }
    Ok(name)
}
